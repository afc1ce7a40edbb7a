"""The master in the database: register, published facts, corrections and withdrawals."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from sqlalchemy import select, text

from mirasapo.business.identify import Identity, ensure, ensure_all
from mirasapo.business.projection import project
from mirasapo.business.register import item_of
from mirasapo.business.search import index_terms
from mirasapo.errors import BadInput
from mirasapo.intake.receive import Receipt, receive
from mirasapo.store.item_tables import item_tables
from mirasapo.store.tables import provenance, register_body
from tests import factories

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirasapo.app.root import Platform
    from mirasapo.catalog import Item

SEEDS: Iterator[int] = iter(range(1_000_000))
NAME = "株式会社登記の名前"


@pytest.fixture
def number() -> str:
    return factories.made_up_number(next(SEEDS))


@pytest.fixture
def item(platform: Platform) -> Item:
    """An item that the newest filing decides by itself."""
    return next(
        each
        for each in platform.catalog.form("04")
        if (each.master_policy, each.master_unit, each.type) == ("latest", "item", "integer")
        and each.limit.constraints
        and each.limit.maximum is None
    )


def push(platform: Platform, number: str, filing_number: str, **header: Any) -> Receipt:
    """A filing with nothing in it but what `header` says."""
    own = {"filing_number": f"{number}/{filing_number}"}
    bare = {"items": {}, "groups": {}, "attachments": []} | own
    document = factories.filing_payload(
        platform.catalog, "04", corporate_number=number, **(bare | header)
    )
    return receive(
        platform.databases,
        platform.lake,
        platform.catalog,
        client_id="jgrants-04",
        programmes=["04"],
        body=factories.body_of(document),
        attachments={},
    )


def register(platform: Platform, number: str, **columns: Any) -> UUID:
    """What the register says of a body, as the acquisition stores it."""
    search_name, packed = index_terms(NAME)
    row = {
        "corporate_number": number,
        "sequence_number": 1,
        "process": "01",
        "correction": "0",
        "updated_on": date(2015, 10, 5),
        "name": NAME,
        "kind": "301",
        "prefecture": "鳥取県",
        "city": "鳥取市",
        "street": "東町1丁目",
        "search_name": search_name,
        "grams": packed,
        "payload_sha256": "0" * 64,
    } | columns
    with platform.databases.intake.begin() as conn:
        known = conn.execute(
            text("SELECT business_id FROM core.business WHERE corporate_number = :number"),
            {"number": number},
        ).scalar_one_or_none()
        if known is not None:
            row["business_id"] = known
        body = conn.execute(register_body.insert().returning(register_body.c.business_id), row)
        business_id = body.scalar_one()
        project(conn, platform.catalog, [business_id])
    return UUID(str(business_id))


def master(platform: Platform, business_id: UUID, stem: str) -> dict[str, dict[str, Any]]:
    """The non-null values of the master by row key."""
    table = item_tables(platform.catalog).master[stem]
    with platform.databases.intake.connect() as conn:
        found = conn.execute(select(table).where(table.c.business_id == business_id)).mappings()
        columns = {each.column for each in platform.catalog.table(stem).items}
        return {
            row["row_key"]: {name: row[name] for name in columns if row[name] is not None}
            for row in found
        }


def value(platform: Platform, business_id: UUID, item: Item) -> Any:
    return master(platform, business_id, item.table).get("", {}).get(item.column)


def sources(platform: Platform, business_id: UUID, item: Item) -> list[tuple[Any, ...]]:
    columns = provenance.c
    wanted = select(columns.source, columns.basis, columns.as_of_on).where(
        columns.business_id == business_id, columns.item_key == item.key
    )
    with platform.databases.intake.connect() as conn:
        return [tuple(row) for row in conn.execute(wanted)]


def test_遅れて届いた古い申請は現在の値を変えない(
    platform: Platform, number: str, item: Item
) -> None:
    newer = push(platform, number, "new", filed_on="2022-05-07", items={item.key: 20})
    older = push(platform, number, "old", filed_on="2021-05-07", items={item.key: 10})
    assert value(platform, newer.business_id, item) == 20
    assert (newer.projected, older.projected) == (1, 0)


def test_新しい申請は値と来歴を替える(platform: Platform, number: str, item: Item) -> None:
    push(platform, number, "old", filed_on="2021-05-07", items={item.key: 10})
    newer = push(platform, number, "new", filed_on="2022-05-07", items={item.key: 20})
    assert value(platform, newer.business_id, item) == 20
    assert sources(platform, newer.business_id, item) == [
        ("jgrants-04", "deemed", date(2022, 5, 7))
    ]


def test_取り下げると残りの申請から作り直される(
    platform: Platform, number: str, item: Item
) -> None:
    push(platform, number, "old", filed_on="2021-05-07", items={item.key: 10})
    newer = push(platform, number, "new", filed_on="2022-05-07", items={item.key: 20})
    push(platform, number, "new", version=2, status="withdrawn", items={item.key: 20})
    assert value(platform, newer.business_id, item) == 10
    push(platform, number, "old", version=2, status="withdrawn", items={}, filed_on="2021-05-07")
    assert value(platform, newer.business_id, item) is None
    assert sources(platform, newer.business_id, item) == []


def test_不採択の申請も事実としてマスタに入る(platform: Platform, number: str, item: Item) -> None:
    receipt = push(platform, number, "a", status="not_adopted", items={item.key: 5})
    assert value(platform, receipt.business_id, item) == 5


def test_次の版は前の版に取って代わる(platform: Platform, number: str, item: Item) -> None:
    """A corrected form stands for the whole filing: also its date, also what it left out."""
    other = next(
        each
        for each in platform.catalog.form("04")
        if (each.master_policy, each.master_unit, each.type) == ("latest", "item", "boolean")
    )
    slip = {item.key: 10, other.key: True}
    push(platform, number, "a", filed_on="2022-03-07", items=slip)
    corrected = {"version": 2, "filed_on": "2021-05-07", "items": {item.key: 11}}
    receipt = push(platform, number, "a", **corrected)
    assert value(platform, receipt.business_id, item) == 11
    assert value(platform, receipt.business_id, other) is None
    push(platform, number, "b", filed_on="2021-06-07", items={item.key: 12})
    assert value(platform, receipt.business_id, item) == 12


def test_登記の名前が申請に勝ち申請の値は申請に残る(platform: Platform, number: str) -> None:
    name = item_of(platform.catalog, "name")
    receipt = push(platform, number, "a", items={name.key: "申請の名前"})
    assert value(platform, receipt.business_id, name) == "申請の名前"
    assert register(platform, number) == receipt.business_id
    assert value(platform, receipt.business_id, name) == NAME
    assert sources(platform, receipt.business_id, name) == [("nta", "open", date(2015, 10, 5))]
    again = push(platform, number, "b", filed_on="2023-05-07", items={name.key: "また別の名前"})
    assert value(platform, receipt.business_id, name) == NAME
    filed = item_tables(platform.catalog).filing[name.table]
    with platform.databases.intake.connect() as conn:
        kept = conn.scalars(
            select(filed.c[name.column]).where(filed.c.filing_id == again.filing_id)
        ).one()
    assert kept == "また別の名前"


def test_登記の住所は一組として勝つ(platform: Platform, number: str) -> None:
    city = item_of(platform.catalog, "city")
    building = next(
        each
        for each in platform.catalog.table(city.table).items
        if each.label_ja.endswith("建物名等")
    )
    filed = {city.key: "別の市", building.key: "申請のビル"}
    receipt = push(platform, number, "a", items=filed)
    register(platform, number)
    assert value(platform, receipt.business_id, city) == "鳥取市"
    assert value(platform, receipt.business_id, building) is None


def test_登記が先にあればその識別子を使う(platform: Platform, number: str) -> None:
    business_id = register(platform, number, made_up=True)
    receipt = push(platform, number, "a")
    assert receipt.business_id == business_id
    name = item_of(platform.catalog, "name")
    assert value(platform, business_id, name) == NAME
    with platform.databases.intake.connect() as conn:
        made_up = conn.scalars(
            text("SELECT made_up FROM core.business WHERE business_id = :id"), {"id": business_id}
        ).one()
    assert made_up is True


def test_受給した補助金は同じ名前と日付でも金額を失わない(platform: Platform, number: str) -> None:
    shape = next(
        each
        for each in platform.catalog.tables
        if each.items[0].master_policy == "append"
        and any(part.type == "money" for part in each.items)
        and any("04" in part.programmes for part in each.items)
    )
    title, day, money = (
        next(part for part in shape.items if part.type == kind)
        for kind in ("string", "date", "money")
    )
    same = {title.key: "補助金", day.key: "2020-03-31"}
    rows = [{**same, money.key: amount} for amount in (100, 100, 200)]
    receipt = push(platform, number, "a", groups={shape.name: rows})
    push(platform, number, "b", groups={shape.name: rows[:1]})
    amounts = [
        row[money.column] for row in master(platform, receipt.business_id, shape.name).values()
    ]
    assert sorted(amounts) == [100, 100, 100, 200]
    push(platform, number, "a", version=2, groups={shape.name: rows[2:]})
    amounts = [
        row[money.column] for row in master(platform, receipt.business_id, shape.name).values()
    ]
    assert sorted(amounts) == [100, 200]


def test_公表された値は申請に負け取下げで戻る(platform: Platform, number: str) -> None:
    item = next(
        each
        for each in platform.catalog.form("04")
        if (each.master_policy, each.master_unit, each.type) == ("latest", "item", "integer")
        and each.table in item_tables(platform.catalog).published
    )
    low = item.limit.minimum or 0
    with platform.databases.intake.begin() as conn:
        business_id = ensure(conn, corporate_number=number)
        conn.execute(
            item_tables(platform.catalog).published[item.table].insert(),
            {
                "business_id": business_id,
                "source": "gbizinfo",
                "row_no": 1,
                "as_of_on": date(2020, 1, 1),
                "payload_sha256": "a" * 64,
                item.column: low + 1,
            },
        )
        assert project(conn, platform.catalog, [business_id]) == 1
    assert value(platform, business_id, item) == low + 1
    assert sources(platform, business_id, item) == [("gbizinfo", "open", date(2020, 1, 1))]
    push(platform, number, "a", items={item.key: low + 2})
    assert value(platform, business_id, item) == low + 2
    push(platform, number, "a", version=2, status="withdrawn")
    assert value(platform, business_id, item) == low + 1


def test_二度射影しても同じである(platform: Platform, number: str) -> None:
    document = factories.filing_payload(platform.catalog, "04", corporate_number=number)
    items = {
        key: each
        for key, each in document["items"].items()
        if platform.catalog.item(key).type != "file"
    }
    receipt = push(platform, number, "a", items=items, groups=document["groups"])
    with platform.databases.intake.begin() as conn:
        assert project(conn, platform.catalog, [receipt.business_id]) == receipt.projected
        assert project(conn, platform.catalog, [UUID(int=1)]) == 0


def test_事業者の識別子は何度求めても同じである(platform: Platform, number: str) -> None:
    with platform.databases.intake.begin() as conn:
        first = ensure(conn, corporate_number=number)
        asked = [Identity(number, None), Identity(None, f"0{number[1:]}")]
        found = ensure_all(conn, asked)
        assert found[asked[0]] == first
        assert ensure(conn, sole_proprietor_key=f"0{number[1:]}") == found[asked[1]]
        with pytest.raises(BadInput):
            ensure(conn)
        with pytest.raises(BadInput):
            ensure(conn, corporate_number=number, sole_proprietor_key="a")
