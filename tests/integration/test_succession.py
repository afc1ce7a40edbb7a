"""Chains of successors: a number that was merged leads to the living body at the end."""

from __future__ import annotations

from dataclasses import asdict

import pytest
from sqlalchemy import text

from mirasapo.acquisition.nta.load import load_nta
from mirasapo.business.succession import ChainEnd, Succession, successions
from mirasapo.disclosure.rule import Actor
from mirasapo.errors import BadInput, NotFound
from mirasapo.gate.search import find_number, search
from tests.register_rows import deleted, number, row, written

SUPPORTER = Actor("s", 5, kind="chamber")


def merged(index: int, into: int, **changed: str) -> list[str]:
    """The row of an absorbed body: closed by a merger, its successor named."""
    fields = {"process": "21", "closed": "2021-07-10", "close_cause": "11", **changed}
    return row(index, successor=number(into), **fields)


@pytest.fixture
def load(platform, tmp_path):
    def loading(*rows):
        path = tmp_path / "rows.csv"
        path.write_text(written(rows))
        return load_nta(platform.databases, platform.lake, platform.catalog, [path])

    return loading


@pytest.fixture
def chain(platform):
    def following(index: int) -> Succession:
        with platform.databases.gateway.begin() as conn:
            return successions(conn, [number(index)])[number(index)]

    return following


def test_chain_ends_at_the_living_body(load, chain, platform):
    report = load(merged(1, 2), merged(2, 3), row(3, process="71", name="株式会社存続見本"))
    found = chain(1)
    assert found.numbers == (number(1), number(2), number(3))
    assert (found.end, found.name) == (ChainEnd.LIVING, "株式会社存続見本")
    assert found.succeeded_by == number(3)
    assert chain(3).succeeded_by is None  # 71 carries no successor: it is the survivor
    assert report.absorbed == {"living": 2}
    with platform.databases.gateway.begin() as conn:
        both = successions(conn, [number(1), number(3), number(1)])
    assert {each: len(told.numbers) for each, told in both.items()} == {number(1): 3, number(3): 1}


def test_survivor_of_a_process_71_never_names_a_successor(load, platform):
    load(row(5, process="71", change_detail="株式会社消滅見本を合併"))
    with platform.databases.intake.begin() as conn:
        stored = conn.execute(
            text("SELECT successor_number FROM open.register_body WHERE corporate_number = :n"),
            {"n": number(5)},
        )
        assert stored.scalar_one() is None


def test_merger_that_was_annulled_brings_the_number_back(load, chain):
    """72 stands in the survivor's row, 22 in the row of the body that lives again."""
    load(merged(10, 11), row(11, process="71"))
    assert chain(10).succeeded_by == number(11)
    load(
        row(11, process="72", updated="2021-08-01", change_detail="合併無効の判決が確定"),
        row(10, process="22", updated="2021-08-01", sequence="2"),
    )
    assert (chain(10).end, chain(10).numbers) == (ChainEnd.LIVING, (number(10),))
    assert chain(11).end is ChainEnd.LIVING


def test_annulled_merger_in_any_order_of_arrival(load, chain):
    load(row(15, process="22", updated="2021-08-01"), row(16, process="72", updated="2021-08-01"))
    load(row(16, process="71"), merged(15, 16))
    assert chain(15).numbers == (number(15),)


def test_successor_that_was_deleted_or_closed(load, chain):
    load(merged(20, 21), deleted(21, updated="2021-07-20"))
    assert (chain(20).end, chain(20).succeeded_by) == (ChainEnd.DELETED, None)
    load(merged(22, 23), row(23, process="21", closed="2021-07-12", close_cause="01"))
    assert (chain(22).end, chain(22).succeeded_by) == (ChainEnd.CLOSED, None)


def test_gap_and_ring_are_told_not_followed(load, chain):
    report = load(merged(30, 31), merged(32, 33), merged(33, 34), merged(34, 33), merged(35, 35))
    assert (chain(30).end, chain(30).numbers) == (ChainEnd.UNKNOWN, (number(30), number(31)))
    assert (chain(32).end, chain(32).numbers) == (
        ChainEnd.CYCLE,
        (number(32), number(33), number(34)),
    )
    assert (chain(35).end, chain(35).numbers) == (ChainEnd.CYCLE, (number(35),))
    assert chain(36).end is ChainEnd.UNKNOWN
    assert [chain(each).business_id for each in (30, 32, 35)] == [None] * 3
    assert report.absorbed == {"cycle": 4, "unknown": 1}


def test_name_of_a_body_out_of_search_is_not_told(load, chain):
    load(merged(40, 41), row(41, hihyoji="1"))
    assert (chain(40).succeeded_by, chain(40).name) == (number(41), None)


def test_search_says_who_lives(load, platform):
    load(merged(50, 51, name="株式会社吸収連鎖見本"), merged(51, 52), row(52))
    (hit,) = search(platform.databases, SUPPORTER, "吸収連鎖見本")
    assert (hit.successor_number, hit.succeeded_by) == (number(51), number(52))


def test_number_that_nobody_has(load, platform):
    load(merged(60, 61), row(61))
    assert asdict(find_number(platform.databases, number(60)))["numbers"] == (
        number(60),
        number(61),
    )
    with pytest.raises(NotFound, match="登記の情報にありません"):
        find_number(platform.databases, number(69))
    with pytest.raises(BadInput, match="検査用数字"):
        find_number(platform.databases, "1234567890123")
