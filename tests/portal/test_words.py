"""Dates, values and sources as a person reads them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import msgspec
import pytest

from mirasapo.client import Value
from mirasapo.errors import NotAllowed
from mirasapo.portal.parts import block_html
from mirasapo.portal.plain_page import plain_page, refusal_page
from mirasapo.portal.words import (
    Block,
    Names,
    Row,
    blocks_by_class,
    day_ja,
    end_of_day,
    moment_ja,
    months_later,
    until_ja,
    value_ja,
    writable,
)
from tests.portal.fake_client import FakeClient, value


@pytest.fixture
def names() -> Names:
    return Names.of(FakeClient("supporter").vocabulary())


def only_row(block: Block) -> Row:
    (section,) = block.sections
    (row,) = section.rows
    return row


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (date(2026, 12, 1), "2026年12月1日"),
        ("2026-12-01", "2026年12月1日"),
        (datetime(2026, 12, 1, 15, 0, tzinfo=UTC), "2026年12月2日"),  # midnight in Japan
        ("2026-12-01T14:59:59+00:00", "2026年12月1日"),
        (None, ""),
    ],
)
def test_day_is_the_day_in_japan(moment: datetime | date | str | None, text: str) -> None:
    assert day_ja(moment) == text


def test_moment_is_told_in_japanese_time() -> None:
    assert moment_ja(datetime(2026, 12, 31, 15, 5, tzinfo=UTC)) == "2027年1月1日 0時05分"


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 11, 23), 1, date(2026, 12, 23)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2026, 12, 31), 12, date(2027, 12, 31)),
        (date(2026, 10, 31), 1, date(2026, 11, 30)),
    ],
)
def test_months_later_ends_within_the_month(day: date, months: int, later: date) -> None:
    assert months_later(day, months) == later


def test_until_a_day_includes_that_day_in_japan() -> None:
    assert end_of_day(date(2026, 12, 10)) == datetime(2026, 12, 10, 14, 59, 59, tzinfo=UTC)


@pytest.mark.parametrize(
    ("given", "unit", "text"),
    [
        (12_000_000, "円", "12,000,000円"),
        (2022, None, "2022"),
        (1972, "年", "1972年"),
        (True, None, "はい"),
        (False, None, "いいえ"),
        (["食料品", "飲料"], None, "食料品、飲料"),
        ("2022-05-07", None, "2022年5月7日"),
        ("2022-05", None, "2022-05"),
        (0, "人", "0人"),
    ],
)
def test_value_is_told_with_its_unit(given: object, unit: str | None, text: str) -> None:
    assert value_ja(given, unit) == text


def test_values_stand_in_the_order_of_their_classes_and_by_filing(names: Names) -> None:
    blocks = blocks_by_class(
        [
            value(),
            value(fiscal_year=2023),
            value(value=None),
            value(data_class=1, layer="master", label_ja="商号", value="見本", unit=None),
            value(row_no=2, label_ja="設備", value="機械", unit=None),
        ],
        names,
    )
    assert list(blocks) == [1, 6]
    (newest,) = blocks[1]
    assert newest.title == "最新の情報"
    row = only_row(newest)
    assert row.lines == (("商号", "見本", ""),)
    assert row.note == "2022年度 事業再構築補助金の申請(2022年5月7日現在)"
    assert [block.title for block in blocks[6]] == [
        "2023年度 事業再構築補助金の申請",
        "2022年度 事業再構築補助金の申請",
    ]
    (section,) = blocks[6][1].sections
    assert [(row.heading, row.lines[0][0]) for row in section.rows] == [
        ("1件目", "売上高"),
        ("2件目", "設備"),
    ]


def period(closing: str, sales: int, **given: object) -> list[Value]:
    row = {"layer": "master", "row_key": f"={closing}", **given}
    closing_date = {"item_key": "finance.fiscal_closed_on", "label_ja": "決算年月日", "unit": None}
    return [value(value=sales, **row), value(value=closing, **closing_date, **row)]


def test_newest_fiscal_period_comes_first_and_is_the_heading(names: Names) -> None:
    (block,) = blocks_by_class(
        [*period("2020-03-31", 10), *period("2022-03-31", 30), *period("2021-03-31", 20)], names
    )[6]
    (section,) = block.sections
    assert section.title == "財務(決算期)"
    assert [(row.heading, row.lines) for row in section.rows] == [
        ("決算年月日 2022年3月31日", (("売上高", "30円", ""),)),
        ("決算年月日 2021年3月31日", (("売上高", "20円", ""),)),
        ("決算年月日 2020年3月31日", (("売上高", "10円", ""),)),
    ]
    assert block.count == 6


def test_only_the_newest_period_is_unfolded(names: Names) -> None:
    blocks = blocks_by_class([*period("2020-03-31", 10), *period("2022-03-31", 30)], names)[6]
    html = block_html(blocks)
    shown, folded = html.split("<details>")
    assert "<h4>財務(決算期)</h4><h5>決算年月日 2022年3月31日</h5>" in shown
    assert "30円" in shown
    assert "<summary>決算年月日 2020年3月31日(2項目)</summary>" in folded
    assert "10円" in folded


def test_values_are_shown_by_table(names: Names) -> None:
    (block,) = blocks_by_class(
        [value(), value(table="business_profile", item_key="x", label_ja="商号")], names
    )[6]
    assert [section.title for section in block.sections] == ["財務(決算期)", "事業者"]


def test_newest_values_of_one_row_stand_together_whichever_filing_they_are_from(
    names: Names,
) -> None:
    newest = {"layer": "master", "table": "business_profile", "row_key": ""}
    later = {"item_key": "x", "label_ja": "決算月", "filing_id": None, "as_of_on": None}
    (block,) = blocks_by_class([value(**newest), value(**newest, **later)], names)[6]
    row = only_row(block)
    assert [line[0] for line in row.lines] == ["売上高", "決算月"]
    assert [line[2] for line in row.lines] == [
        "2022年度 事業再構築補助金の申請(2022年5月7日現在)",
        "2022年度 事業再構築補助金の申請",
    ]


NO_HEADING = {
    "programme": None,
    "fiscal_year": None,
    "filing_id": None,
    "version_no": None,
    "source": "filing",
    "basis": None,
    "as_of_on": None,
}


def test_values_of_filings_that_are_not_named_stay_apart_and_say_no_system(names: Names) -> None:
    two = [*period("2021-03-31", 20), *period("2022-03-31", 30)]
    told = {"layer": "filing", "row_key": "", "row_no": 1, **NO_HEADING}
    (block,) = blocks_by_class([msgspec.structs.replace(each, **told) for each in two], names)[6]
    assert block.title == "申請の情報(1件目)"
    (section,) = block.sections
    assert [(row.heading, row.lines[0][1]) for row in section.rows] == [
        ("決算年月日 2022年3月31日", "30円"),
        ("決算年月日 2021年3月31日", "20円"),
    ]
    assert names.source(value(**NO_HEADING)) == "申請の情報"


def test_filings_that_are_not_named_are_told_apart_by_number_and_follow_the_named(
    names: Names,
) -> None:
    values = [value(**NO_HEADING, filing_no=number) for number in (2, 1)]
    blocks = blocks_by_class([*values, value(filing_no=3)], names)[6]
    assert [block.title for block in blocks] == [
        "2022年度 事業再構築補助金の申請",
        "申請の情報(1件目)",
        "申請の情報(2件目)",
    ]


def test_newest_value_of_a_filing_that_is_not_named_says_no_day_and_no_system(
    names: Names,
) -> None:
    (block,) = blocks_by_class([value(layer="master", **NO_HEADING)], names)[6]
    assert block.title == "最新の情報"
    assert only_row(block).note == "申請の情報"


def test_equal_rows_of_one_list_are_all_shown(names: Names) -> None:
    (block,) = blocks_by_class([value(row_no=1), value(row_no=2)], names)[6]
    assert [row.heading for row in block.sections[0].rows] == ["1件目", "2件目"]


@pytest.mark.parametrize(
    ("until", "text"),
    [
        (datetime(2027, 3, 31, 15, 0, tzinfo=UTC), "2027年3月31日まで"),  # midnight: its end
        (datetime(2027, 3, 31, 14, 59, 59, tzinfo=UTC), "2027年3月31日まで"),
        (datetime(2027, 3, 31, 15, 0, 1, tzinfo=UTC), "2027年4月1日まで"),
        (date(2027, 3, 31), "2027年3月31日まで"),
    ],
)
def test_period_ends_with_the_last_day_that_it_includes(until: date, text: str) -> None:
    assert until_ja(until) == text


@pytest.mark.parametrize(
    ("text", "can_be"),
    [("見本\N{IDEOGRAPHIC SPACE}商店\t\n", True), ("見本\0商店", False), ("\ud800", False)],
)
def test_text_with_characters_that_cannot_be_kept_is_noticed(text: str, can_be: bool) -> None:
    assert writable(text) is can_be


def test_public_fact_that_is_also_the_newest_is_shown_once(names: Names) -> None:
    published = {"basis": "open", "programme": None, "source": "nta", "label_ja": "商号"}
    blocks = blocks_by_class(
        [
            value(layer="open", value="見本", unit=None, **published),
            value(layer="master", value="見本", unit=None, **published),
        ],
        names,
    )
    (block,) = blocks[6]
    assert block.title == "公表されている情報"
    row = only_row(block)
    assert row.lines == (("商号", "見本", ""),)
    assert row.note == "国税庁 法人番号公表サイト(2022年5月7日現在)"


def test_code_is_told_in_words(names: Names) -> None:
    coded = value(value="corporation", value_ja="法人", unit=None, label_ja="事業者区分")
    (block,) = blocks_by_class([coded], names)[6]
    assert only_row(block).lines == (("事業者区分", "法人", ""),)


def test_source_without_a_filing_is_named(names: Names) -> None:
    assert names.source(value(programme=None, source="gbizinfo")) == "gBizINFO"
    assert names.source(value(programme=None, source="saikochiku-system")) == "申請の情報"
    assert names.source(value(programme="99", fiscal_year=None)) == "99の申請"


def test_plain_page_escapes_what_it_is_given() -> None:
    page = plain_page("<題>", "<p>本文</p>", signed_in="見本 <b>太郎</b>")
    assert "&lt;題&gt;" in page
    assert "<p>本文</p>" in page
    assert "見本 &lt;b&gt;太郎&lt;/b&gt;" in page
    assert "/logout" in page
    assert "/logout" not in plain_page("題", "")


def test_refusal_page_says_what_why_and_what_next() -> None:
    page = refusal_page(
        NotAllowed("開けません。", "役割が違います。", "サインインし直してください。")
    )
    assert "<h1>開けません</h1>" in page
    assert "役割が違います。" in page
    assert "サインインし直してください。" in page
