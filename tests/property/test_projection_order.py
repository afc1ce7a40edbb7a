"""The master does not depend on the order in which anything arrived."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mirasapo.business.fold import Contribution, Folding
from mirasapo.business.order import Authority
from mirasapo.business.plan import is_master
from mirasapo.business.projection import project
from mirasapo.business.rebuild import rebuild
from mirasapo.business.search import index_terms
from mirasapo.business.state import state
from mirasapo.catalog import load_catalog, parse_value, sample_value
from mirasapo.intake.receive import receive
from mirasapo.store.tables import register_body
from tests import factories

if TYPE_CHECKING:
    from mirasapo.app.root import Platform

CATALOG = load_catalog()
FOLDING = Folding(CATALOG)
SHAPES = [shape for shape in CATALOG.tables if is_master(shape)]
DAYS = st.dates(date(2020, 1, 1), date(2020, 1, 3))  # few days: ties are what is interesting


@st.composite
def contributions(draw: st.DrawFn) -> list[Contribution]:
    """What several payloads say about one business, with ties in date and version."""
    shapes = draw(st.lists(st.sampled_from(SHAPES), min_size=1, max_size=4, unique_by=id))
    said = []
    for number in range(draw(st.integers(min_value=2, max_value=5))):
        authority = draw(st.sampled_from(list(Authority)))
        rng = Random(draw(st.integers(min_value=0, max_value=5)))
        rows = {}
        for shape in shapes:
            made = [
                {
                    item.column: parse_value(item, sample_value(item, rng))
                    for item in shape.items
                    if rng.random() < 0.5
                }
                for _ in range(rng.randint(1, 3) if shape.repeated else 1)
            ]
            if kept := [row for row in made if row]:
                rows[shape.name] = kept
        said.append(
            Contribution(
                authority=authority,
                source=draw(st.sampled_from(["jgrants-04", "kojo-13"])),
                reference=f"filing {number}",
                basis="deemed",
                as_of_on=draw(DAYS),
                version=draw(st.integers(min_value=1, max_value=2)),
                payload_sha256=f"{number:064}",
                rows=rows,
            )
        )
    return said


def meaning(said: list[Contribution]) -> Any:
    """The master with, for each value, the payload it is from."""
    return {
        stem: {
            key: {
                column: (str(row.values[column]), origin.contribution.reference)
                for column, origin in row.origins.items()
            }
            for key, row in rows.items()
        }
        for stem, rows in FOLDING.fold(said).items()
    }


@settings(max_examples=300, deadline=None)
@given(contributions(), st.randoms(use_true_random=False))
def test_どの順で聞いてもマスタは同じ(said: list[Contribution], rng: Random) -> None:
    expected = meaning(said)
    for _ in range(4):
        rng.shuffle(said)
        assert meaning(said) == expected


@settings(max_examples=200, deadline=None)
@given(contributions())
def test_すべての値は誰かが言った値であり言われた項目は消えない(
    said: list[Contribution],
) -> None:
    master = meaning(said)
    by_reference = {each.reference: each for each in said}
    for stem, rows in master.items():
        for row in rows.values():
            for column, (value, reference) in row.items():
                spoken = by_reference[reference].rows[stem]
                assert value in {str(each[column]) for each in spoken if column in each}
    for each in said:
        assert each.rows.keys() <= master.keys()


# ── through the database ──────────────────────────────────────────────────────────────────────

NUMBER = factories.made_up_number(1)
EVENTS = ("old", "new", "tie", "withdrawn", "register")


def filing(seed: int, filed_on: str, **header: Any) -> dict[str, Any]:
    return factories.filing_payload(
        CATALOG, "04", corporate_number=NUMBER, seed=seed, filed_on=filed_on, **header
    )


def push(platform: Platform, document: dict[str, Any]) -> None:
    receive(
        platform.databases,
        platform.lake,
        platform.catalog,
        client_id="jgrants-04",
        programmes=["04"],
        body=factories.body_of(document),
        attachments=factories.filing_attachments(document),
    )


def register(platform: Platform) -> None:
    search_name, packed = index_terms("株式会社登記")
    with platform.databases.intake.begin() as conn:
        row = {
            "corporate_number": NUMBER,
            "sequence_number": 1,
            "process": "01",
            "correction": "0",
            "updated_on": date(2015, 10, 5),
            "name": "株式会社登記",
            "city": "鳥取市",
            "search_name": search_name,
            "grams": packed,
            "payload_sha256": "0" * 64,
        }
        known = conn.exec_driver_sql(
            "SELECT business_id FROM core.business WHERE corporate_number = %s", (NUMBER,)
        ).scalar_one_or_none()
        row |= {} if known is None else {"business_id": known}
        made = conn.execute(register_body.insert().returning(register_body.c.business_id), row)
        project(conn, platform.catalog, made.scalars().all())


def happen(platform: Platform, event: str) -> None:
    if event == "register":
        register(platform)
        return
    seed, filed_on = {
        "old": (1, "2021-05-07"),
        "new": (2, "2022-05-07"),
        "tie": (3, "2022-05-07"),
        "withdrawn": (4, "2023-05-07"),
    }[event]
    push(platform, filing(seed, filed_on))
    if event == "withdrawn":
        push(platform, filing(seed, filed_on, version=2, status="withdrawn"))


def content(platform: Platform) -> Any:
    with platform.databases.intake.begin() as conn:
        return state(conn, platform.catalog)


@pytest.fixture(scope="module")
def expected(platform: Platform) -> Any:
    for event in EVENTS:
        happen(platform, event)
    return content(platform)


ORDERS = sorted(permutations(EVENTS))
FEW = Random(4).sample(ORDERS, 5)


@pytest.mark.parametrize("order", FEW, ids="-".join)
def test_どの順で届いても状態は同じ(
    fresh_platform: Platform, expected: Any, order: tuple[str, ...]
) -> None:
    for event in order:
        happen(fresh_platform, event)
    assert content(fresh_platform) == expected
    rebuilt = rebuild(fresh_platform.databases, fresh_platform.lake, fresh_platform.catalog)
    assert rebuilt.state_hash == expected["state_hash"]


@pytest.mark.deep
@pytest.mark.parametrize("order", [order for order in ORDERS if order not in FEW], ids="-".join)
def test_残りのどの順で届いても状態は同じ(
    fresh_platform: Platform, expected: Any, order: tuple[str, ...]
) -> None:
    for event in order:
        happen(fresh_platform, event)
    assert content(fresh_platform) == expected
