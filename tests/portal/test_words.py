"""Dates, values and sources as a person reads them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from mirasapo.errors import NotAllowed
from mirasapo.portal.plain_page import plain_page, refusal_page
from mirasapo.portal.words import (
    Names,
    blocks_by_class,
    day_ja,
    end_of_day,
    moment_ja,
    months_later,
    value_ja,
)
from tests.portal.fake_client import FakeClient, value


@pytest.fixture
def names() -> Names:
    return Names.of(FakeClient("supporter").vocabulary())


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
    assert newest.rows == (("商号", "見本", "2022年度 事業再構築補助金の申請(2022年5月7日現在)"),)
    assert [block.title for block in blocks[6]] == [
        "2023年度 事業再構築補助金の申請",
        "2022年度 事業再構築補助金の申請",
    ]
    assert [row[0] for row in blocks[6][1].rows] == ["売上高", "設備(2件目)"]


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
    assert block.rows == (("商号", "見本", "国税庁 法人番号公表サイト(2022年5月7日現在)"),)


def test_code_is_told_in_words(names: Names) -> None:
    coded = value(value="corporation", value_ja="法人", unit=None, label_ja="事業者区分")
    (block,) = blocks_by_class([coded], names)[6]
    assert block.rows == (("事業者区分", "法人", ""),)


def test_source_without_a_filing_is_named(names: Names) -> None:
    assert names.source(value(programme=None, source="gbizinfo")) == "gBizINFO"
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
