"""A value of an item is what its type and limits say, and a refusal says how to write it."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirasapo.catalog import Catalog, Item, load_catalog, parse_value, sample_value, value_faults
from mirasapo.catalog.model import TYPES
from mirasapo.catalog.value import MAX_ELEMENTS, how_to_write
from mirasapo.catalog.value_type import VALUE_TYPES
from mirasapo.errors import BadInput

CATALOG = load_catalog()
items = st.sampled_from(CATALOG.items)
seeds = st.integers(0, 2**32)
anything = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=30),
    st.lists(st.integers(), max_size=2),
    st.dictionaries(st.text(max_size=3), st.integers(), max_size=2),
)

# 項目キー、受け取る値、受け取らない値
VALUES: list[tuple[str, list[Any], list[Any]]] = [
    (
        "business_identity.trade_name",
        ["株式会社見本", "あ" * 150],
        ["", " ", "あ" * 151, "a\nb", 1],
    ),
    ("business_identity.description", ["一行目\n二行目"], ["\x00", "a\x1bb", "\ud800"]),
    (
        "business_identity.corporate_number",
        ["7000012050002"],
        ["2180001015846", "700001205000", "７０００００００００００２", 7000012050002],
    ),
    ("finance.ordinary_income_yen", [0, -(10**15), 10**15], [10**15 + 1, 1.0, "1", True]),
    ("business_identity.employee_count", [0, 300], [-1, 1.5, "3", False, 2**63]),
    ("business_identity.fiscal_closing_month", [1, 12], [0, 13]),
    ("business_identity.founding_year", [1985], [985, 10000]),
    (
        "business_identity.fiscal_year_start_date",
        ["04-01", "02-29"],
        ["4-1", "02-30", "13-01", "x"],
    ),
    (
        "business_identity.established_on",
        ["1937-08-28"],
        ["1937-02-29", "19370828", "昭和12年"],
    ),
    ("business_identity.established_on", ["1868-01-01"], ["1867-12-31", "2101-01-01"]),
    ("business_identity.website_url", ["https://example.jp/"], ["example.jp", "ftp://example.jp"]),
    ("business_identity.organization_type", ["301"], ["300", 301, "株式会社"]),
    ("business_identity.invoice_registration_number", ["T7000012050002"], ["7000012050002", "T1"]),
    ("business_identity.alternate_name", [["甲", "乙"], []], ["甲", [1], [""], [None]]),
    ("registered_address.postal_code", ["6018116"], ["601-8116", "60181160"]),
    (
        "registered_address.local_government_code",
        ["131016", "011002"],
        ["131017", "13101", 131016],
    ),
    ("registered_address.latitude", [34.97, 90, -90], [90.1, -91, "34", float("nan")]),
    ("contact_point.phone", ["03-0000-0000", "+81 3-0000-0000"], ["０３", "03 0000 0000"]),
    ("contact_point.email", ["a@example.jp"], ["a@", "a b@example.jp", "a@example"]),
    ("sme_status.is_npo", [True, False], [1, 0, "true"]),
    ("local_benchmark_financial.equity_percent", [12.3456, -5], [0.12345, float("inf"), True]),
    ("succession_plan.planned_month", ["2025-04"], ["2025-13", "2025", "2025-04-01"]),
    (
        "consent_provenance.consented_at",
        ["2022-05-07T09:00:00+09:00", "2022-05-07T00:00:00Z"],
        ["2022-05-07T09:00:00", "2022-05-07", "2022-05-07T25:00:00Z"],
    ),
    ("expert_dispatch.start_time", ["00:00", "23:59"], ["24:00", "9:00"]),
    (
        "restructuring.plan_file",
        ["計画書.pdf", "計画書.PDF"],
        ["計画書.exe", "a/b.pdf", "a\\b.pdf", "pdf", "あ" * 252 + ".pdf"],
    ),
    ("restructuring.frame_class", ["ordinary"], ["通常枠", "other"]),
]


@pytest.mark.parametrize(("key", "fitting", "unfit"), VALUES, ids=[row[0] for row in VALUES])
def test_値の例(catalog: Catalog, key: str, fitting: list[Any], unfit: list[Any]) -> None:
    item = catalog.item(key)
    for raw in fitting:
        assert value_faults(item, raw) == [], raw
    for raw in unfit:
        assert value_faults(item, raw), raw


@pytest.mark.parametrize(
    ("key", "raw", "value"),
    [
        ("business_identity.established_on", "1937-08-28", date(1937, 8, 28)),
        ("business_identity.capital_yen", 10_065_000_000, 10_065_000_000),
        ("local_benchmark_financial.equity_percent", 0.1, Decimal("0.1")),
        ("local_benchmark_financial.equity_percent", Decimal("12.30"), Decimal("12.3")),
        (
            "consent_provenance.consented_at",
            "2022-05-07T09:00:00+09:00",
            datetime(2022, 5, 7, 0, 0, tzinfo=UTC),
        ),
        ("succession_plan.planned_month", "2025-04", "2025-04"),
        ("business_identity.alternate_name", ["甲", "乙"], ["甲", "乙"]),
        ("business_identity.alternate_name", [], None),
        ("business_identity.trade_name", None, None),
    ],
)
def test_JSONの値は型のある値になる(catalog: Catalog, key: str, raw: Any, value: Any) -> None:
    parsed = parse_value(catalog.item(key), raw)
    assert parsed == value
    assert type(parsed) is type(value)


def test_断りは項目と書き方を言い値を繰り返さない(catalog: Catalog) -> None:
    item = catalog.item("business_identity.corporate_number")
    with pytest.raises(BadInput) as refused:
        parse_value(item, "2180001015846")
    said = refused.value
    assert said.sentence == (
        "「法人番号」の値が決まりに合いません。13桁の法人番号(検査数字の合うもの)を書きます。"
    )
    assert said.members == {"item": item.key, "label": "法人番号"}
    assert "2180001015846" not in said.sentence


def test_配列の誤りは何番目かを言う(catalog: Catalog) -> None:
    item = catalog.item("business_identity.alternate_name")
    faults = value_faults(item, ["甲", "", "あ" * 101])
    assert [(fault.what, fault.why) for fault in faults] == [
        ("2番目の値の形が違います。", "1行の文字で書きます。"),
        ("3番目の値が決まりに合いません。", "100文字以内で書きます。"),
    ]
    assert value_faults(item, ["甲"] * MAX_ELEMENTS) == []
    assert len(value_faults(item, ["甲"] * (MAX_ELEMENTS + 1))) == 1


def test_コードの断りは短いコード表を並べて見せる(catalog: Catalog) -> None:
    [fault] = value_faults(catalog.item("mirasapo_plus.login_method"), "password")
    assert fault.why == (
        "コード表「ミラサポログイン方式」のコードで書きます: "
        "gbizid(GビズID)、sns(SNS)、email(メール)。"
    )
    [fault] = value_faults(catalog.item("industry_business.main_industry_detail"), "0000")
    assert fault.why == "コード表「日本標準産業分類 細分類」のコードで書きます。"


def test_書き方は型と制限からできる(catalog: Catalog) -> None:
    assert how_to_write(catalog.item("business_identity.fiscal_closing_month")) == (
        "整数で書きます。1以上12以下の数で書きます。"
    )
    assert how_to_write(catalog.item("business_identity.employee_count")) == (
        "整数で書きます。0以上の数で書きます。"
    )


def test_どの型にも書き方がある() -> None:
    assert set(VALUE_TYPES) == set(TYPES)
    assert all(kind.sentence.endswith("。") for kind in VALUE_TYPES.values())


@given(items, seeds)
def test_見本の値はいつも通る(item: Item, seed: int) -> None:
    raw = sample_value(item, random.Random(seed))
    assert value_faults(item, raw) == []
    assert parse_value(item, raw) is not None


def test_どの項目にも通る見本がある() -> None:
    rng = random.Random(20220507)
    for item in CATALOG.items:
        assert value_faults(item, sample_value(item, rng)) == [], item.key


@pytest.mark.parametrize(
    ("key", "raw", "hint"),
    [
        ("filing_header.summary", "一\r\n二", "改行は LF(\\n)だけにします。"),
        ("filing_header.summary", "一\t二", "制御文字を取り除きます。"),
        ("filing_header.summary", "一\r\n\t二", "制御文字を取り除きます。"),
        ("filing_header.title", "一\n二", "制御文字を取り除きます。"),
    ],
)
def test_制御文字は直し方を言って断る(key: str, raw: str, hint: str) -> None:
    [fault] = value_faults(CATALOG.item(key), raw)
    assert hint in fault.why
    assert parse_value(CATALOG.item("filing_header.summary"), "一\n二") == "一\n二"


def mutants(item: Item, raw: Any) -> list[Any]:
    """Values that are never right where `raw` is: another JSON type, an empty or broken text."""
    other: Any = "x" if isinstance(raw, int | float) else 12345
    broken = [{}, {"value": raw}, other]
    if isinstance(raw, str):
        broken += ["", "\x00", "\t", *(raw + each for each in "\x7f\t\r\x85\u2028\u202e\ufeff")]
    if item.codes is not None:
        broken.append("no such code")
    if item.limit.max_length is not None:
        broken.append("あ" * (item.limit.max_length + 1))
    if item.limit.minimum is not None:
        broken.append(item.limit.minimum - 1)
    if item.limit.maximum is not None:
        broken.append(item.limit.maximum + 1)
    if item.limit.digits is not None:
        broken += [raw + "0", raw[:-1], "０" * item.limit.digits]
    if item.limit.scale is not None:
        broken.append(10 ** -(item.limit.scale + 1))
    if item.limit.check is not None:
        last = int(raw[-1])  # one off, never nine: mod 9 does not see 0 for 9
        broken.append(f"{raw[:-1]}{last - 1 if last else 1}")
    if item.limit.media:
        broken.append("a.exe")
    return broken


@given(items, seeds)
def test_壊した値はいつも断られる(item: Item, seed: int) -> None:
    raw = sample_value(item, random.Random(seed))
    one = raw[0] if item.array else raw
    for broken in mutants(item, one):
        assert value_faults(item, [broken] if item.array else broken), broken
    if item.array:
        assert value_faults(item, one)


@given(items, anything)
def test_何が来ても落ちずに断るか受け取る(item: Item, raw: Any) -> None:
    faults = value_faults(item, raw)
    for fault in faults:
        assert (fault.item, fault.label) == (item.key, item.label_ja)
        assert fault.what.endswith("。")
        assert fault.why.endswith("。")
    if not faults:
        parse_value(item, raw)
