"""Search by name: forms of writing, order, closed bodies, and the classes that are open beyond."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from sqlalchemy import update

from mirasapo.disclosure import settings
from mirasapo.disclosure.rule import Actor
from mirasapo.errors import BadInput
from mirasapo.gate.search import MOST, search
from mirasapo.store.tables import register_body
from tests.disclosure_world import (
    Context,
    World,
    add_body,
    add_business,
    add_filing,
    add_institution,
    add_payload,
)

if TYPE_CHECKING:
    from uuid import UUID

    from mirasapo.app.root import Platform

NAMES: dict[str, dict[str, Any]] = {
    "1": {"name": "株式会社山田", "kana": "ヤマダ"},
    "2": {"name": "山田製作所有限会社"},
    "3": {"name": "鳥取山田商事株式会社", "closed_on": date(2020, 1, 1), "close_cause": "01"},
    "4": {"name": "山田", "closed_on": date(2020, 1, 1), "successor_number": "0000000000001"},
    "5": {"name": "ABCテクノロジー株式会社", "kana": "エイビーシー・テクノロジー"},
    "6": {"name": "山田秘密株式会社", "out_of_search": True},
    "7": {"name": "100%_果汁\\合同会社", "prefecture": None, "city": None, "street": None},
    "8": {"name": "外国会社", "address_outside": "1 Main Street"},
    "9": {"name": "𠮷野家具株式会社"},
    "10": {"name": "田山興業株式会社"},
    "11": {"name": "有限会社濵﨑水産"},
    "12": {"name": "有限会社浜崎水産"},
}
SUPPORTER = Actor("s", 5, institution_id=uuid4(), kind="chamber")


@pytest.fixture(scope="module")
def found(platform: Platform) -> Platform:
    with platform.databases.intake.begin() as conn:
        for number, body in NAMES.items():
            columns = dict(body)
            prefecture = {k: columns.pop(k) for k in ("prefecture", "city", "street") if k in body}
            add_body(conn, columns.pop("name"), number.zfill(13), **columns)
            if prefecture:
                conn.execute(
                    update(register_body)
                    .where(register_body.c.corporate_number == number.zfill(13))
                    .values(prefecture)
                )
    return platform


def numbers(platform: Platform, name: str, **asked: Any) -> list[int]:
    hits = search(platform.databases, SUPPORTER, name, **asked)
    return [int(hit.corporate_number) for hit in hits]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("山田", [1, 4, 2, 3]),  # exact, exact but closed, beginning, inside
        ("㈱山田", [1, 4, 2, 3]),
        ("やまだ", [1]),
        ("山田製作", [2]),
        ("山田商事", [3]),
        ("ｔｅｋｕ", []),
        ("ﾃｸﾉﾛｼﾞｰ", [5]),
        ("エイビーシーテクノ", [5]),
        ("abc", [5]),
        ("田", [10]),  # one character: beginnings only
        ("100%_", [7]),
        ("%", []),
        ("_", []),
        ("\\", []),
        ("𠮷野", [9]),
        ("野𠮷", []),
        ("山田秘密", []),
    ],
)
def test_names(found: Platform, name: str, expected: list[int]) -> None:
    assert numbers(found, name) == expected


def test_limit(found: Platform) -> None:
    assert numbers(found, "山田", limit=1) == [1]
    for limit in (0, MOST + 1):
        with pytest.raises(BadInput):
            numbers(found, "山田", limit=limit)


@pytest.mark.parametrize("name", ["", "  ", "・"])
def test_nothing_to_look_for(found: Platform, name: str) -> None:
    with pytest.raises(BadInput):
        numbers(found, name)


def test_what_a_hit_says(found: Platform) -> None:
    by_number = {
        int(hit.corporate_number): hit
        for name in ("山田", "果汁", "外国")
        for hit in search(found.databases, SUPPORTER, name)
    }
    assert (by_number[1].status, by_number[1].address) == ("active", "鳥取県鳥取市東町1")
    assert (by_number[4].status, by_number[4].closed_on) == ("closed", date(2020, 1, 1))
    assert by_number[4].successor_number == "1".zfill(13)
    assert by_number[7].address is None
    assert by_number[8].address == "1 Main Street"
    assert by_number[1].made_up
    assert by_number[1].open_classes == ()


def test_open_classes(fresh_platform: Platform) -> None:
    """A hit names the classes that are open to the asker and no others."""
    world = World(fresh_platform.catalog)
    databases, policy = fresh_platform.databases, fresh_platform.policy
    with databases.intake.begin() as conn:
        add_payload(conn)
        business_id = add_business(conn, "山田製作所", "1000000000001")
        add_business(conn, "山田商事", "1000000000002")
        institution = add_institution(conn, "商工会議所", "chamber")
        rows = [[world.item(6)], [world.item(7)], [world.item(9)]]
        add_filing(conn, world, business_id, Context("04", 2023, "deemed"), rows)
        add_filing(conn, world, business_id, Context("04", 2020, "none"), [[world.item(11)]])
    owner = Actor(str(uuid4()), 7, business_id=business_id)
    supporter = Actor(str(uuid4()), 5, institution_id=institution, kind="chamber")

    def classes(actor: Actor, purpose: int) -> dict[UUID, tuple[int, ...]]:
        hits = search(databases, actor, "山田", purpose=purpose)
        return {hit.business_id: hit.open_classes for hit in hits if hit.open_classes}

    assert classes(supporter, 6) == {}
    with databases.gateway.begin() as conn:
        settings.set_line(
            conn,
            policy,
            owner,
            audience="kind:chamber",
            effect="allow",
            purpose=6,
            data_classes=[6, 11],
            valid_until=datetime.now(UTC) + timedelta(days=1),
        )
    assert classes(supporter, 6) == {business_id: (6,)}
    assert classes(supporter, 5) == {}
    assert classes(owner, 3) == {business_id: (6, 7, 11)}
    assert classes(Actor("o", 2), 2) == {business_id: (6, 7, 9)}


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("濵﨑水産", "有限会社濵﨑水産"),
        ("浜崎水産", "有限会社浜崎水産"),
        ("濵﨑", "有限会社濵﨑水産"),
    ],
)
def test_variant_kanji_find_each_other_and_what_was_typed_comes_first(
    found: Platform, asked: str, first: str
) -> None:
    hits = search(found.databases, SUPPORTER, asked)
    assert [hit.name for hit in hits[:1]] == [first]
    assert {hit.name for hit in hits} == {"有限会社濵﨑水産", "有限会社浜崎水産"}
