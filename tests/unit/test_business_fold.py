"""The fold: which contribution supplies which value of the master."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from mirasapo.business.content import Form
from mirasapo.business.fold import Contribution, Folding, Master, Settlement
from mirasapo.business.order import Authority
from mirasapo.business.plan import is_keyed, is_master
from mirasapo.business.spelling import claim_hash
from tests.factories import filing_payload

if TYPE_CHECKING:
    from mirasapo.catalog import Catalog, Item, TableShape


@pytest.fixture(scope="module")
def folding(catalog: Catalog) -> Folding:
    return Folding(catalog)


def saying(
    rows: dict[str, list[dict[str, Any]]],
    on: str = "2022-05-07",
    *,
    number: str = "A",
    authority: Authority = Authority.FILING,
    version: int = 1,
    source: str = "jgrants-04",
) -> Contribution:
    return Contribution(
        authority=authority,
        source=source,
        reference=number,
        basis="deemed",
        as_of_on=date.fromisoformat(on),
        version=version,
        payload_sha256=f"{number}{version}".ljust(64, "0"),
        rows=rows,
    )


def pick(catalog: Catalog, policy: str, unit: str, kind: str = "", single: bool = True) -> Item:
    return next(
        item
        for item in catalog.items
        if (item.master_policy, item.master_unit) == (policy, unit)
        and (item.repeat_group is None) == single
        and not item.array
        and kind in {"", item.type}
    )


def shape_of(catalog: Catalog, policy: str) -> TableShape:
    return next(
        shape
        for shape in catalog.tables
        if shape.repeated and shape.items[0].master_policy == policy
    )


def value(master: Master, item: Item, key: str = "") -> Any:
    return master[item.table][key].values.get(item.column)


def test_新しい申請の値が勝つ(catalog: Catalog, folding: Folding) -> None:
    item = pick(catalog, "latest", "item", "integer")
    older = saying({item.table: [{item.column: 10}]}, "2021-05-07", number="A")
    newer = saying({item.table: [{item.column: 20}]}, "2022-05-07", number="B")
    for order in ([older, newer], [newer, older]):
        master = folding.fold(order)
        assert value(master, item) == 20
        assert master[item.table][""].origins[item.column].contribution is newer


def test_新しい申請で空の項目は消さない(catalog: Catalog, folding: Folding) -> None:
    item = pick(catalog, "latest", "item", "integer")
    other = next(
        each
        for each in catalog.table(item.table).items
        if each.master_unit == "item" and each.type == "string" and not each.array and each != item
    )
    older = saying({item.table: [{item.column: 10, other.column: "古"}]}, "2021-05-07")
    newer = saying({item.table: [{item.column: 20}]}, "2022-05-07", number="B")
    master = folding.fold([newer, older])
    assert (value(master, item), value(master, other)) == (20, "古")


def test_一組の項目は二つの申請を混ぜない(catalog: Catalog, folding: Folding) -> None:
    """住所や代表者: 新しい申請にない部分を古い申請で埋めない。"""
    item = pick(catalog, "latest", "row", "string")
    other = next(
        each
        for each in catalog.table(item.table).items
        if each.master_unit == "row" and each.type == "string" and each != item
    )
    older = saying({item.table: [{item.column: "古", other.column: "古"}]}, "2021-05-07")
    newer = saying({item.table: [{item.column: "新"}]}, "2022-05-07", number="B")
    master = folding.fold([older, newer])
    assert master[item.table][""].values == {item.column: "新"}


def test_一覧は新しいもので丸ごと置き換わる(catalog: Catalog, folding: Folding) -> None:
    shape = shape_of(catalog, "snapshot")
    column = shape.items[0].column
    older = saying({shape.name: [{column: "甲"}, {column: "乙"}]}, "2021-05-07")
    newer = saying({shape.name: [{column: "丙"}]}, "2022-05-07", number="B")
    master = folding.fold([newer, older])
    assert [row.values for row in master[shape.name].values()] == [{column: "丙"}]


@pytest.mark.parametrize("programme", [f"{number:02}" for number in range(1, 17)])
def test_様式にない一覧は_新しい申請や訂正があっても残る(
    catalog: Catalog, folding: Folding, programme: str
) -> None:
    """持続化補助金(01)の様式に株主はない: 01 の申請と訂正は、ほかの申請の株主を消さない。"""

    def filed(code: str, on: str, number: str, version: int = 1) -> Contribution:
        payload = filing_payload(catalog, code, seed=version)
        content = Form(catalog, code).read(payload["items"], payload["groups"])
        assert content.faults == []
        return saying(content.rows, on, number=number, version=version)

    first = [filed(code, "2021-05-07", f"old-{code}") for code in ("04", "06", "08")]
    later = [filed(programme, "2024-05-07", "new"), filed(programme, "2024-06-07", "new", 2)]
    before, after = folding.fold(first), folding.fold([*first, *later])
    on_form = {item.table for item in catalog.form(programme)}
    lists = [stem for stem in before if catalog.table(stem).repeated and stem not in on_form]
    assert "shareholder_row" in (lists if programme == "01" else before)
    for stem in lists:
        assert {key: row.values for key, row in after[stem].items()} == {
            key: row.values for key, row in before[stem].items()
        }


def test_一覧は記入日の新しい方が勝つ(catalog: Catalog, folding: Folding) -> None:
    entry = next(
        item
        for item in catalog.items
        if item.label_ja.endswith("記入日") and item.master_policy == "snapshot"
    )
    shape = next(each for each in catalog.tables if each.entity == entry.entity and each.repeated)
    column = next(item.column for item in shape.items if item.type == "string")

    def listing(entered: str, name: str, on: str, number: str) -> Contribution:
        sheet = {entry.column: date.fromisoformat(entered)}
        return saying({entry.table: [sheet], shape.name: [{column: name}]}, on, number=number)

    entered_late = listing("2021-06-01", "新", "2021-07-01", "A")
    filed_late = listing("2020-04-01", "古", "2022-05-07", "B")
    master = folding.fold([entered_late, filed_late])
    assert [row.values[column] for row in master[shape.name].values()] == ["新"]
    slip = listing("2099-01-01", "書き間違い", "2021-06-30", "C")
    master = folding.fold([entered_late, slip])
    assert [row.values[column] for row in master[shape.name].values()] == ["書き間違い"]
    master = folding.fold([listing("2022-01-01", "新", "2022-02-01", "D"), slip])
    assert [row.values[column] for row in master[shape.name].values()] == ["新"]


def test_登記の項目は登記が勝つ(catalog: Catalog, folding: Folding) -> None:
    item = pick(catalog, "registry", "item", "string")
    register = saying(
        {item.table: [{item.column: "登記"}]},
        "2015-10-05",
        authority=Authority.NTA,
        source="nta",
        number="",
    )
    published = saying(
        {item.table: [{item.column: "公表"}]},
        "2020-01-01",
        authority=Authority.GBIZINFO,
        source="gbizinfo",
        number="",
    )
    filed = saying({item.table: [{item.column: "申請"}]}, "2022-05-07")
    assert value(folding.fold([filed, register, published]), item) == "登記"
    assert value(folding.fold([filed, published]), item) == "公表"
    assert value(folding.fold([filed]), item) == "申請"


def test_裁定は登記を越えず公表には勝つ(catalog: Catalog, folding: Folding) -> None:
    item = pick(catalog, "registry", "item", "string")
    filed = saying({item.table: [{item.column: "申請"}]}, "2022-05-07")
    taken = Settlement(
        stem=item.table,
        row_key="",
        unit=item.column,
        source=filed.source,
        claim_hash=claim_hash({item.column: "申請"}, [item.column]),
        as_of_on=date(2022, 6, 1),
        version=1,
        payload_sha256="s",
    )
    for authority, source, wins in (
        (Authority.NTA, "nta", "登記"),
        (Authority.GBIZINFO, "gbizinfo", "申請"),
    ):
        official = saying(
            {item.table: [{item.column: "登記"}]}, "2015-10-05", authority=authority, source=source
        )
        assert value(folding.fold([filed, official]), item) == "登記"
        assert value(folding.fold([filed, official], [taken]), item) == wins


def test_登記でない項目は公表より新しい申請が勝つ(catalog: Catalog, folding: Folding) -> None:
    item = pick(catalog, "latest", "item", "integer")
    published = saying(
        {item.table: [{item.column: 1}]},
        "2020-01-01",
        authority=Authority.GBIZINFO,
        source="gbizinfo",
        number="",
    )
    filed = saying({item.table: [{item.column: 2}]}, "2022-05-07")
    assert value(folding.fold([filed, published]), item) == 2


def test_追記の一覧は同じ日付と名前でも金額を失わない(catalog: Catalog, folding: Folding) -> None:
    shape = next(
        each
        for each in catalog.tables
        if each.items[0].master_policy == "append"
        and any(item.type == "money" for item in each.items)
    )
    money = next(item.column for item in shape.items if item.type == "money")
    day = next(item.column for item in shape.items if item.type == "date")
    same = {day: date(2021, 3, 31)}
    one = saying({shape.name: [{**same, money: 100}, {**same, money: 200}]}, number="A")
    two = saying({shape.name: [{**same, money: 100}]}, number="B")
    rows = folding.fold([two, one])[shape.name]
    assert sorted(row.values[money] for row in rows.values()) == [100, 100, 200]


def test_決算期ごとに新しい申請が勝つ(catalog: Catalog, folding: Folding) -> None:
    shape = shape_of(catalog, "period")
    (key,) = (item.column for item in shape.row_key_items)
    money = next(item.column for item in shape.items if item.type == "money")
    first, second = date(2020, 3, 31), date(2021, 3, 31)
    older = saying({shape.name: [{key: first, money: 1}, {key: second, money: 2}]}, "2021-05-07")
    newer = saying({shape.name: [{key: second, money: 3}]}, "2022-05-07", number="B")
    rows = folding.fold([newer, older])[shape.name]
    assert {row.values[key]: row.values[money] for row in rows.values()} == {first: 1, second: 3}


def test_期の分からない行は他の行と取り違えない(catalog: Catalog, folding: Folding) -> None:
    shape = shape_of(catalog, "period")
    money = next(item.column for item in shape.items if item.type == "money")
    one = saying({shape.name: [{money: 1}, {money: 2}]}, number="A")
    two = saying({shape.name: [{money: 3}]}, number="B")
    rows = folding.fold([one, two])[shape.name]
    assert sorted(row.values[money] for row in rows.values()) == [1, 2, 3]


def test_権利は種別だけでは同じとみなさない(catalog: Catalog, folding: Folding) -> None:
    shape = shape_of(catalog, "merge")
    kind, number, *_ = (item.column for item in shape.row_key_items)
    same_kind = [{kind: "1"}, {kind: "1"}, {kind: "1", number: "2020-1"}]
    again = saying({shape.name: [{kind: "1", number: "2020-1"}]}, "2023-05-07", number="B")
    assert len(folding.fold([saying({shape.name: same_kind}), again])[shape.name]) == 3


@pytest.mark.parametrize("first", [0, 1])
def test_同じ日付なら送り手の版そのあとは内容で決まる(
    catalog: Catalog, folding: Folding, first: int
) -> None:
    item = pick(catalog, "latest", "item", "integer")
    pair = [saying({item.table: [{item.column: n}]}, version=n, number="AB"[n - 1]) for n in (1, 2)]
    assert value(folding.fold([pair[first], pair[1 - first]]), item) == 2
    pair = [
        saying({item.table: [{item.column: n}]}, number=number) for n, number in enumerate("xy")
    ]
    assert value(folding.fold([pair[first], pair[1 - first]]), item) == 1


def test_固有の項目と申請だけの項目はマスタに入らない(catalog: Catalog, folding: Folding) -> None:
    rows = {
        shape.name: [{item.column: "値" for item in shape.items}]
        for shape in catalog.tables
        if not is_master(shape)
    }
    assert folding.fold([saying(rows)]) == {}


def test_鍵で見分ける表は行の鍵を持つ(catalog: Catalog) -> None:
    keyed = [shape for shape in catalog.tables if is_master(shape) and is_keyed(shape)]
    assert keyed
    assert all(shape.row_key_items for shape in keyed)
