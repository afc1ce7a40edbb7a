"""A filing as it is sent: what is read, and that everything wrong is listed at once."""

from __future__ import annotations

import random
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirasapo.business.document import MAX_BYTES, read_document
from mirasapo.business.register import item_of
from mirasapo.catalog import sample_value
from mirasapo.errors import BadInput, NotAllowed
from mirasapo.intake.header import Header
from mirasapo.intake.payload import Filing, FilingReader, basis_of
from tests.factories import body_of, filing_attachments, filing_payload, made_up_number

if TYPE_CHECKING:
    from mirasapo.catalog import Catalog, Fault, Item

TODAY = date(2026, 4, 1)


@pytest.fixture(scope="module")
def reader(catalog: Catalog) -> FilingReader:
    return FilingReader(catalog)


def read(reader: FilingReader, payload: dict[str, Any]) -> tuple[Filing | None, list[Fault]]:
    return reader.read(
        body_of(payload),
        filing_attachments(payload),
        programmes=reader.catalog.programmes,
        today=TODAY,
    )


def first(catalog: Catalog, programme: str = "04", **wanted: Any) -> Item:
    """The first item of the form whose attributes are as wanted."""
    return next(
        item
        for item in catalog.form(programme)
        if all(getattr(item, name) == value for name, value in wanted.items())
    )


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("programme", [f"{number:02}" for number in range(1, 17)])
def test_見本の申請は誤りなく読める(reader: FilingReader, programme: str, seed: int) -> None:
    payload = filing_payload(reader.catalog, programme, seed=seed)
    filing, faults = read(reader, payload)
    assert faults == []
    assert filing is not None
    given = sum(value is not None for value in payload["items"].values())
    read_back = sum(
        len(row)
        for stem, rows in filing.content.rows.items()
        if not reader.catalog.table(stem).repeated
        for row in rows
    )
    assert read_back == given
    assert {stem: len(rows) for stem, rows in payload["groups"].items()} == {
        stem: len(rows)
        for stem, rows in filing.content.rows.items()
        if reader.catalog.table(stem).repeated
    }


def test_すべての誤りが一度に挙がる(reader: FilingReader, catalog: Catalog) -> None:
    number = first(catalog, type="integer", repeat_group=None, array=False)
    coded = next(
        item
        for item in catalog.form("04")
        if item.codes is not None and item.repeat_group is None and not item.array
    )
    long = next(
        item
        for item in catalog.form("04")
        if item.limit.max_length and item.type == "string" and item.repeat_group is None
    )
    money = next(
        item
        for item in catalog.form("04")
        if item.type == "money" and item.repeat_group is not None
    )
    foreign = next(item for item in catalog.items if "04" not in item.programmes)
    payload = filing_payload(catalog)
    payload["items"] |= {
        number.key: "三十七",
        coded.key: "そんなコードはない",
        long.key: "長" * 10_000,
        money.key: 1,
        foreign.key: "別の制度",
        "nobody.knows": 1,
    }
    payload["groups"][money.table] = [{money.key: 1}, {money.key: 0.5}, {number.key: 3}]
    payload["groups"]["no_such_table"] = []
    payload["fiscal_year"] = "令和4年度"
    payload["procedure"] = "rewrite"
    payload["extra"] = 1
    del payload["filed_on"]
    filing, faults = read(reader, payload)
    assert filing is None
    named = {(fault.item, fault.label) for fault in faults}
    assert named >= {
        (number.key, number.label_ja),
        (coded.key, coded.label_ja),
        (long.key, long.label_ja),
        (money.key, money.label_ja),
        (foreign.key, foreign.label_ja),
        ("nobody.knows", ""),
        ("no_such_table", ""),
        ("fiscal_year", "年度"),
        ("procedure", "手続の種別"),
        ("extra", ""),
        ("filed_on", "申請日"),
    }
    assert any(fault.item == money.key and fault.what.startswith("2行目: ") for fault in faults)
    assert any(fault.item == number.key and fault.what.startswith("3行目: ") for fault in faults)
    assert all(fault.what.endswith("。") and fault.why.endswith("。") for fault in faults)


def test_誤りの文に値は出ない(reader: FilingReader, catalog: Catalog) -> None:
    payload = filing_payload(catalog)
    secret = "ひみつの値"
    payload["items"] = {
        item.key: secret if item.type != "string" else secret * 3000
        for item in catalog.form("04")
        if item.repeat_group is None and not item.array and item.type != "text"
    }
    _, faults = read(reader, payload)
    assert faults
    assert not any(secret in f"{fault.what}{fault.why}{fault.label}" for fault in faults)


@pytest.mark.parametrize(
    ("change", "item"),
    [
        ({"version": True}, "version"),
        ({"version": 0}, "version"),
        ({"version": "1"}, "version"),
        ({"fiscal_year": 1990}, "fiscal_year"),
        ({"fiscal_year": 2021}, "fiscal_year"),
        ({"fiscal_year": 2014, "filed_on": "2015-03-31"}, "filed_on"),
        ({"filed_on": "2022-02-30"}, "filed_on"),
        ({"filed_on": "20220507"}, "filed_on"),
        ({"filed_on": "2026-04-02"}, "filed_on"),
        ({"filed_on": 20220507}, "filed_on"),
        ({"status": ["filed"]}, "status"),
        ({"filing_number": " "}, "filing_number"),
        ({"filing_number": "a\u0000"}, "filing_number"),
        ({"filing_number": "x" * 101}, "filing_number"),
        ({"form_version": "2099-1"}, "form_version"),
        ({"programme": 4}, "programme"),
        ({"programme": "17"}, "programme"),
        ({"business": {}}, "business"),
        ({"business": []}, "business"),
        ({"business": {"corporate_number": "1234567890123"}}, "business"),
        ({"business": {"corporate_number": 7000012050002}}, "business"),
        ({"business": {"corporate_number": None, "sole_proprietor_key": " "}}, "business"),
        (
            {"business": {"corporate_number": "7000012050002", "sole_proprietor_key": "a"}},
            "business",
        ),
        ({"consent": {"answer": "yes", "terms_version": "v"}}, "consent"),
        ({"consent": {"answer": "given"}}, "consent"),
        ({"consent": "given"}, "consent"),
        ({"items": []}, "items"),
        ({"groups": []}, "groups"),
    ],
    ids=str,
)
def test_見出しの誤り(reader: FilingReader, change: dict[str, Any], item: str) -> None:
    filing, faults = read(reader, filing_payload(reader.catalog) | change)
    assert filing is None
    assert item in {fault.item for fault in faults}


def test_見出しが一つもない申請(reader: FilingReader) -> None:
    _, faults = reader.read(b"{}", {}, programmes=["04"], today=TODAY)
    assert {fault.item for fault in faults} == {
        "programme",
        "form_version",
        "filing_number",
        "version",
        "procedure",
        "status",
        "fiscal_year",
        "filed_on",
        "business",
        "consent",
        "items",
    }


def test_申請者と違う法人番号の項目は断る(reader: FilingReader) -> None:
    payload = filing_payload(reader.catalog, seed=1)
    key = item_of(reader.catalog, "corporate_number").key
    payload["items"][key] = made_up_number(2)
    filing, faults = read(reader, payload)
    assert filing is None
    assert [fault.item for fault in faults] == [key]


def test_同じ決算期の行は二つ書けない(reader: FilingReader, catalog: Catalog) -> None:
    shape = next(each for each in catalog.tables if each.items[0].master_policy == "period")
    (key,) = shape.row_key_items
    payload = filing_payload(catalog)
    row = payload["groups"][shape.name][0]
    payload["groups"][shape.name] = [row, dict(row)]
    _, faults = read(reader, payload)
    assert [(fault.item, fault.what) for fault in faults] == [
        (key.key, "2行目: 同じ行が二つ以上あります。")
    ]


def test_行の鍵のあるどの表にも_同じ鍵の行は二つ書けない(
    reader: FilingReader, catalog: Catalog
) -> None:
    """経費明細のように、マスタにならない表でも。"""
    rng = random.Random(7)
    for table in (each for each in catalog.tables if each.row_key_items):
        form = reader.form(min(table.row_key_items[0].programmes))
        row = {item.key: sample_value(item, rng) for item in table.row_key_items}
        content = form.read({}, {table.name: [{}, row, row, row]})
        key = table.row_key_items[0].key
        assert [(fault.item, fault.what[:4]) for fault in content.faults] == [
            (key, "3行目:"),
            (key, "4行目:"),
        ]
        assert all("が2行目と同じです。" in fault.why for fault in content.faults)


def test_空の値と空の行は書かれていないのと同じ(reader: FilingReader, catalog: Catalog) -> None:
    payload = filing_payload(catalog, items={}, groups={}, attachments=[])
    single = first(catalog, repeat_group=None, array=False)
    array = first(catalog, repeat_group=None, array=True)
    group = next(item for item in catalog.form("04") if item.repeat_group is not None)
    payload["items"] = {single.key: None, array.key: []}
    payload["groups"] = {group.table: [{group.key: None}, {}]}
    filing, faults = read(reader, payload)
    assert faults == []
    assert filing is not None
    assert filing.content.rows == {}


def test_他の制度の申請は送れない(reader: FilingReader) -> None:
    payload = filing_payload(reader.catalog, "13")
    with pytest.raises(NotAllowed):
        reader.read(body_of(payload), {}, programmes=["04"], today=TODAY)


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"", "JSON"),
        (b"[]", "オブジェクト"),
        (b"{", "2文字目付近が JSON"),
        ('{"あ": x}'.encode(), "7文字目付近が JSON"),
        (b'{"a": NaN}', "JSON"),
        (b'{"a": 1, "a": 2}', "二度"),
        (b'{"items": {"a.b": 1, "a.b": 1}}', "二度"),
        ('{"a": "é"}'.encode("latin-1"), "UTF-8"),
        ("{}".encode("utf-16"), "UTF-8"),
        (b"\xef\xbb\xbf{}", "BOM"),
        (b'{"a":' * 100_000, "JSON"),
        (b'{"a": ' + b"9" * 5000 + b"}", "JSON"),
        (b" " * (MAX_BYTES + 1), "MB"),
    ],
    ids=range(13),
)
def test_読めないデータは一文で断る(body: bytes, why: str) -> None:
    with pytest.raises(BadInput) as refusal:
        read_document(body)
    assert why in refusal.value.why
    assert ("BOM のない UTF-8" in refusal.value.next_step) == (why == "BOM")


def test_小数は桁を失わない() -> None:
    assert read_document(b'{"a": 0.1000000000000000055511}')["a"] == Decimal(
        "0.1000000000000000055511"
    )


@pytest.mark.parametrize(
    ("programme", "year", "answer", "basis"),
    [
        ("04", 2022, None, "deemed"),
        ("04", 2022, "refused", "deemed"),
        ("04", 2021, "given", "none"),
        ("06", 2021, "given", "none"),
        ("13", 2020, "given", "none"),
        ("13", 2022, "given", "individual"),
        ("13", 2022, "refused", "none"),
        ("13", 2022, None, "none"),
    ],
)
def test_二次利用の根拠(
    catalog: Catalog, programme: str, year: int, answer: str | None, basis: str
) -> None:
    assert basis_of(catalog.programme(programme), year, answer) == basis


DAYS = st.dates(date(2015, 4, 1), TODAY)
TURNS = st.sampled_from(
    [date(year, month, day) for year in range(2016, 2026) for month, day in ((3, 31), (4, 1))]
)
YEARS = range(2015, 2101)


@given(DAYS | TURNS)
def test_どの日の申請も受け取られる年度は一つだけ(day: date) -> None:
    def accepted(year: int) -> bool:
        document = {"filed_on": day.isoformat(), "fiscal_year": year}
        header = Header(document, {}, TODAY)
        return not {"filed_on", "fiscal_year"} & {fault.item for fault in header.faults}

    (year,) = filter(accepted, YEARS)
    assert date(year, 4, 1) <= day < date(year + 1, 4, 1)


@pytest.mark.parametrize(
    ("day", "year", "terms", "wrong"),
    [
        ("2022-03-31", 2021, "none-fy2019-2021", []),
        ("2022-04-01", 2022, "policy-2025-02-14", []),
        ("2022-03-31", 2021, "policy-2025-02-14", ["consent"]),
        ("2022-04-01", 2022, "none-fy2019-2021", ["consent"]),
        ("2022-03-31", 2022, "none-fy2019-2021", ["fiscal_year"]),
        ("2022-03-31", 2022, "policy-2025-02-14", ["fiscal_year", "consent"]),
        ("2022-04-01", 2021, "none-fy2019-2021", ["fiscal_year", "consent"]),
        ("2022-02-30", 2022, "none-fy2019-2021", ["filed_on", "consent"]),
        ("2022-04-01", "令和4年度", "none-fy2019-2021", ["fiscal_year", "consent"]),
        ("2022-02-30", "令和4年度", "none-fy2019-2021", ["fiscal_year", "filed_on"]),
    ],
)
def test_規約文言の版は申請日の年度のもの(
    reader: FilingReader, day: str, year: object, terms: str, wrong: list[str]
) -> None:
    change = {"filed_on": day, "fiscal_year": year}
    consent = {"consent": {"answer": None, "terms_version": terms}}
    payload = filing_payload(reader.catalog) | change | consent
    payload["items"]["nobody.knows"] = 1
    filing, faults = read(reader, payload)
    assert filing is None
    assert [fault.item for fault in faults] == [*wrong, "nobody.knows"]


def test_年度と規約文言の誤りは直し方を言う(reader: FilingReader) -> None:
    payload = filing_payload(reader.catalog) | {"fiscal_year": 2022, "filed_on": "2022-03-31"}
    _, faults = read(reader, payload)
    assert [(each.label, each.what, each.why) for each in faults] == [
        (
            "年度",
            "申請日の年度と違います。",
            "申請日の属する 2021 を書きます(2021-04-01 から 2022-03-31 まで)。",
        ),
        (
            "二次利用の同意",
            "terms_version が申請の年度の版ではありません。",
            "その年度の規約文言の版 none-fy2019-2021 を書きます。",
        ),
    ]


@pytest.mark.parametrize("answer", [None, "given", "refused"])
@pytest.mark.parametrize("year", range(2015, 2022))
def test_令和3年度までの申請はどの制度でも根拠を持たない(
    catalog: Catalog, year: int, answer: str | None
) -> None:
    found = {basis_of(each, year, answer) for each in catalog.programmes.values()}
    assert found == {"none"}
