"""Values as people write them: what is read, by which rule, and what is never guessed."""

from __future__ import annotations

import csv
import random
import re
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from mirasapo.catalog import Item, load_catalog, parse_value, sample_value, value_faults
from mirasapo.catalog.as_written import (
    RULES,
    Unclear,
    full_name,
    read_corporate_number,
    read_value,
    take,
)
from mirasapo.catalog.check_digit import corporate_check_digit, is_corporate_number

CATALOG = load_catalog()
YEN = CATALOG.item("finance.net_income_yen")
PEOPLE = CATALOG.item("business_identity.fulltime_employee_count")
DAY = CATALOG.item("business_identity.established_on")
NUMBER = CATALOG.item("business_identity.corporate_number")
NAME = CATALOG.item("business_identity.trade_name")
POSTCODE = CATALOG.item("registered_address.postal_code")
PERCENT = next(item for item in CATALOG.items if item.unit == "%" and not item.array)
YES_NO = next(item for item in CATALOG.items if item.type == "boolean" and "有無" in item.label_ja)
MONTH = next(item for item in CATALOG.items if item.type == "year_month" and not item.array)
PROCESS = CATALOG.item("business_identity.registry_process")
PHONE = CATALOG.item("contact_person.phone")
NTA = Path("../shared/data/nta")

READ: list[tuple[Item, str, Any, str]] = [
    (YEN, "２8０, ０００, ０００円", 280_000_000, "width separator unit"),
    (YEN, "1,234千円", 1_234_000, "separator unit"),
    (YEN, "1.5百万円", 1_500_000, "unit"),
    (YEN, "1億2,000万円", 120_000_000, "separator unit"),
    (YEN, "500万", 5_000_000, "unit"),
    (YEN, "△1,000", -1000, "negative separator"),
    (YEN, "▲ 1,000円", -1000, "negative separator unit"),
    (YEN, "(1,000)", -1000, "negative separator"),
    (YEN, "−5", -5, "hyphen"),
    (YEN, "ー5", -5, "hyphen"),
    (YEN, "￥1,000", 1000, "width separator unit"),
    (YEN, "金1,000円也", 1000, "separator unit"),
    (YEN, "100.0", 100, "digits"),
    (YEN, " \u3000", None, "not_answered"),
    (PEOPLE, "１２名", 12, "width unit"),
    (PERCENT, "12.5%", Decimal("12.5"), "percent"),
    (PERCENT, "０．５", Decimal("0.5"), "width"),
    (DAY, "R3.4.1", "2021-04-01", "era"),
    (DAY, "令和三年四月一日", "2021-04-01", "era"),
    (DAY, "令和元年5月1日", "2019-05-01", "era"),
    (DAY, "㋿３年４月１日", "2021-04-01", "era width"),
    (DAY, "昭和64年1月7日", "1989-01-07", "era"),
    (DAY, "大正十五年十二月二十五日", "1926-12-25", "era"),
    (DAY, "明治6年1月1日", "1873-01-01", "era"),
    (DAY, "2021/4/1", "2021-04-01", "day"),
    (DAY, "20210401", "2021-04-01", "day"),
    (DAY, "２０２１年４月１日(木)", "2021-04-01", "day width"),
    (DAY, "2022/05/07 13:45:00", "2022-05-07", "time_dropped"),
    (DAY, "2022-05-07T15:00:00Z", "2022-05-08", "time_dropped"),
    (MONTH, "令和3年4月", "2021-04", "era"),
    (MONTH, "2021/4", "2021-04", "month"),
    (YES_NO, "〇", True, "word"),
    (YES_NO, "×", False, "word"),
    (YES_NO, "有", True, "word"),
    (YES_NO, "いいえ", False, "word"),
    (PROCESS, "１１", "11", "width"),
    (PROCESS, "新規", "01", "label"),
    (PROCESS, "01 新規", "01", "label"),
    (PROCESS, "０１：新規", "01", "label"),
    (POSTCODE, "〒123-4567", "1234567", "mark"),
    (POSTCODE, "１２３−４５６７", "1234567", "mark hyphen width"),
    (PHONE, "０３ー１２３４ー５６７８", "03-1234-5678", "hyphen width"),
    (PHONE, "03(1234)5678", "03-1234-5678", "mark"),
    (NAME, "㈱見本", "株式会社見本", "legal_form"),
    (NAME, "見本（有） 東京支店", "見本有限会社 東京支店", "legal_form"),
    (NAME, " 株式会社見本\u3000", "株式会社見本", "blank"),
    (NUMBER, "７００００１２０５０００２", "7000012050002", "width"),
    (NUMBER, "7-0000-1205-0002", "7000012050002", "mark"),
    (NUMBER, "7,000,012,050,002", "7000012050002", "spreadsheet"),
    (NUMBER, "7000012050002.0", "7000012050002", "spreadsheet"),
]

UNCLEAR: list[tuple[Item, str, str]] = [
    (YEN, "1,5", "桁区切り"),
    (YEN, "12,34,567", "桁区切り"),
    (YEN, "約100", "およそ"),
    (YEN, "100万円程度", "およそ"),
    (YEN, "100以上", "およそ"),
    (YEN, "100～200", "範囲"),
    (YEN, "100-200", "範囲"),
    (YEN, "100/200", "二つの値"),
    (YEN, "100\n200", "二つの値"),
    (YEN, "100 200", "二つの値"),
    (YEN, "1.5", "整数"),
    (YEN, "1.000", "整数"),
    (YEN, "1.23E+12", "指数"),
    (YEN, "100人", "単位"),
    (YEN, "△-100", "記号が二つ"),
    (YEN, "1億20000万円", "並び"),
    (YEN, "1万2", "並び"),
    (YEN, "10²", "単位"),
    (YEN, "-", "0 なのか"),
    (YEN, "なし", "0 なのか"),
    (PEOPLE, "(5)", "かっこ"),
    (PEOPLE, "3千", "単位"),
    (DAY, "03/04/05", "何年か"),
    (DAY, "3.4.1", "何年か"),
    (DAY, "1/4/2021", "順"),
    (DAY, "4月1日", "年が書かれていません"),
    (DAY, "2021年4月", "日まで"),
    (DAY, "2021/2/30", "実在しない"),
    (DAY, "44287", "通し番号"),
    (DAY, "平成31年5月1日", "元号にない"),
    (DAY, "昭和64年1月8日", "元号にない"),
    (DAY, "令和0年1月1日", "元号の年"),
    (DAY, "明治5年1月1日", "旧暦"),
    (DAY, "2021年4月1日(金)", "曜日"),
    (MONTH, "平成31年5月", "元号にない"),
    (MONTH, "2021年4月1日", "日まで"),
    (YES_NO, "1", "何を指すか"),
    (YES_NO, "有・無", "どちらを選んだか"),
    (PROCESS, "1", "先頭の 0"),
    (NUMBER, "1.23457E+12", "指数"),
    (NUMBER, "700001205000", "12桁"),
    (NUMBER, "7000012050003", "検査数字"),
    (NUMBER, "7000012000000", "0 に変わった"),
]


@pytest.mark.parametrize(
    ("item", "text", "value", "rules"),
    READ,
    ids=lambda each: each.column if isinstance(each, Item) else str(each),
)
def test_people_s_ways_of_writing_are_read(item: Item, text: str, value: Any, rules: str) -> None:
    reading = read_value(item, text)
    assert reading is not None
    assert (reading.value, type(reading.value)) == (value, type(value))
    assert set(rules.split()) <= set(reading.rules) <= RULES.keys()
    parse_value(item, reading.value)


@pytest.mark.parametrize(
    ("item", "text", "why"),
    UNCLEAR,
    ids=lambda each: each.column if isinstance(each, Item) else str(each),
)
def test_what_may_mean_two_things_is_unclear(item: Item, text: str, why: str) -> None:
    with pytest.raises(Unclear, match=why) as unclear:
        read_value(item, text)
    assert str(unclear.value).endswith("。")
    taken = take(item, text)
    assert (taken.value, taken.readings) == (text, ())
    (fault,) = taken.faults
    assert (fault.item, fault.what) == (item.key, "値を確かに読み取れません。")


@pytest.mark.parametrize("text", ["三十七", "①", "百円", "abc", "½"])
def test_what_is_no_number_at_all_stays_as_it_is(text: str) -> None:
    assert value_faults(YEN, take(YEN, text).value)


def test_the_unit_of_the_column_counts_a_bare_number_only() -> None:
    assert read_value(YEN, "1,234", "千円").value == 1_234_000
    assert read_value(YEN, "1,234千円", "千円").value == 1_234_000
    for text, unit in (("1,234円", "千円"), ("500万", "千円"), ("5", "千人")):
        with pytest.raises(Unclear):
            read_value(YEN, text, unit)


def test_a_negated_question_takes_no_word_of_presence() -> None:
    negated = replace(YES_NO, label_ja="暴力団員でないこと")
    with pytest.raises(Unclear, match="否定"):
        read_value(negated, "有")
    assert read_value(negated, "はい").value is True


def test_a_number_that_went_through_a_spreadsheet_is_not_trusted() -> None:
    """One in nine numbers whose last digits are lost has a fitting check digit all the same."""
    fitting = next(
        number
        for number in (
            f"{first}{middle:06}000000" for middle in range(99) for first in range(1, 10)
        )
        if is_corporate_number(number)
    )
    assert read_corporate_number(fitting).value == fitting
    with pytest.raises(Unclear, match="0 に変わった"):
        read_corporate_number(fitting, pasted=True)


def test_free_text_is_never_touched() -> None:
    text = next(item for item in CATALOG.items if item.type == "text" and not item.array)
    written = " ㈱と書いた\n１２３円、R3.4.1 "
    assert take(text, written).value == written


def test_each_element_of_a_list_is_read() -> None:
    several = next(item for item in CATALOG.items if item.array and item.codes is not None)
    code, label = next(iter(several.codes.codes.items()))
    taken = take(several, [code, label, "そんなコードはない"])
    assert taken.value == [code, code, "そんなコードはない"]
    assert [written for written, _ in taken.readings] == [label]


WIDE = str.maketrans("0123456789,.-()", "０１２３４５６７８９，．−（）")
amounts = st.integers(-(10**15), 10**15)


def spelled_amounts(yen: int) -> list[str]:
    size, minus = abs(yen), "△" if yen < 0 else ""
    forms = [
        f"{minus}{size}",
        f"{minus}{size:,}円",
        f"{yen:,}",
        f" {yen} ",
        f"{yen:,}".translate(WIDE),
    ]
    forms.append(f"({size:,})" if yen < 0 else f"¥{size:,}")
    for word, times in (("千円", 1000), ("万円", 10**4), ("百万円", 10**6), ("億円", 10**8)):
        share = Decimal(size) / times
        forms.append(f"{minus}{share:f}{word}")
    if size >= 10**4 and size < 10**12 and size % 10**4 == 0 and size // 10**8 and size % 10**8:
        forms.append(f"{minus}{size // 10**8}億{size % 10**8 // 10**4:,}万円")
    return forms


@given(amounts)
@example(0)
@example(-120_000_000)
def test_an_amount_in_any_form_reads_back(yen: int) -> None:
    for text in spelled_amounts(yen):
        assert read_value(YEN, text).value == yen, text


ERAS = [
    ("明治", "M", 1867),
    ("大正", "T", 1911),
    ("昭和", "S", 1925),
    ("平成", "H", 1988),
    ("令和", "R", 2018),
]
STARTS = [
    date(1873, 1, 1),
    date(1912, 7, 31),
    date(1926, 12, 26),
    date(1989, 1, 8),
    date(2019, 5, 1),
    date(2100, 1, 1),
]
KANJI = "〇一二三四五六七八九"


def in_kanji(number: int) -> str:
    tens, ones = divmod(number, 10)
    ten = "" if not tens else ("十" if tens == 1 else f"{KANJI[tens]}十")
    return ten + (KANJI[ones] if ones else "")


def spelled_days(day: date) -> list[str]:
    y, m, d = day.year, day.month, day.day
    known = next(i for i, (a, b) in enumerate(pairwise(STARTS)) if a <= day < b)
    name, letter, before = ERAS[known]
    n = y - before
    first = "元" if n == 1 else str(n)
    forms = [
        f"{y}/{m}/{d}",
        f"{y}.{m:02}.{d:02}",
        f"{y}年{m}月{d}日",
        f"{y}{m:02}{d:02}",
        f"{y}-{m}-{d}",
    ]
    forms += [f"{letter}{n}.{m}.{d}", f"{letter}{n:02}/{m:02}/{d:02}", f"{name}{first}年{m}月{d}日"]
    forms += [
        f"{name[0]}{n}.{m}.{d}",
        f"{name}{'元' if n == 1 else in_kanji(n)}年{in_kanji(m)}月{in_kanji(d)}日",
    ]
    return forms + [each.translate(WIDE) for each in forms]


@given(st.dates(date(1873, 1, 1), date(2099, 12, 31)))
@example(date(1989, 1, 7))
@example(date(2019, 5, 1))
def test_a_day_in_any_form_reads_back(day: date) -> None:
    for text in spelled_days(day):
        assert read_value(DAY, text).value == day.isoformat(), text


@given(st.integers(0, 99), st.integers(0, 99), st.integers(0, 99), st.sampled_from("/-."))
def test_three_short_numbers_are_never_a_day(a: int, b: int, c: int, sign: str) -> None:
    with pytest.raises(Unclear):
        read_value(DAY, f"{a}{sign}{b:02}{sign}{c:02}")


@given(st.integers(1, 99), st.integers(1, 12), st.integers(1, 28), st.sampled_from("MTSH"))
def test_a_day_outside_its_era_is_never_read(year: int, month: int, day: int, letter: str) -> None:
    index = "MTSH".index(letter)
    western = date(ERAS[index][2] + year, month, day)
    assume(western >= STARTS[index + 1] or western < date(1873, 1, 1))
    with pytest.raises(Unclear):
        read_value(DAY, f"{letter}{year}.{month}.{day}")


numbers = st.integers(0, 10**6)
doubt = st.one_of(
    st.builds(
        lambda a, b, s: f"{a}{s}{b}",
        numbers,
        numbers,
        st.sampled_from(["/", "、", "~", "〜", "から", "\n", "・", " / "]),
    ),
    st.builds(lambda a, w: f"{w}{a}", numbers, st.sampled_from(["約", "およそ"])),
    st.builds(
        lambda a, w: f"{a}{w}",
        numbers,
        st.sampled_from(["円程度", "以上", "円以下", "円前後", "円強", "円弱"]),
    ),
    st.builds(lambda a, b: f"{a},{b}", st.integers(1, 999), st.integers(0, 99)),
    st.builds(lambda a: f"{a / 7:.6E}", st.integers(10**9, 10**13)),
)


@given(doubt)
def test_an_ambiguous_number_is_never_read(text: str) -> None:
    with pytest.raises(Unclear):
        read_value(YEN, text)


@given(st.text(alphabet="0123456789０１２,，. 　-−△()円千万億約~/¥年月日R令和元E²①", max_size=12))
def test_whatever_is_read_of_a_number_has_its_digits(text: str) -> None:
    """Nothing is made up: the digits of what was read stand in the text, in this order."""
    try:
        reading = read_value(YEN, text)
    except Unclear:
        return
    if reading is None or reading.value is None:
        return
    said = "".join(re.findall("[0-9]", text.translate(str.maketrans("０１２", "012"))))
    digits = str(abs(reading.value)).rstrip("0").lstrip("0")
    assert digits in said or any(word in text for word in "千万億"), (text, reading.value)


@given(st.integers(10**11, 10**12 - 1))
def test_a_spoilt_number_is_never_read(body: int) -> None:
    number = f"{corporate_check_digit(str(body))}{body}"
    assume(not number.endswith("000000"))
    for spoilt in (f"{number[:-6]}000000", f"{int(number):.5E}", number[1:], number[:-1]):
        with pytest.raises(Unclear, match="表計算ソフト"):
            read_corporate_number(spoilt, pasted=True)
    for intact in (f"{int(number):,}", f"{number}.0", number.translate(WIDE)):
        assert read_corporate_number(intact, pasted=True).value == number


@given(st.sampled_from(CATALOG.items), st.text(max_size=20))
def test_any_text_is_read_or_refused_and_never_crashes(item: Item, text: str) -> None:
    taken = take(item, text if not item.array else [text])
    for written, reading in taken.readings:
        assert written == text
        assert set(reading.rules) <= RULES.keys()
    if taken.faults:
        assert text not in (fault.why for fault in taken.faults)


@given(st.sampled_from(CATALOG.items), st.integers(0, 2**32))
def test_a_value_as_the_data_model_writes_it_stays_itself(item: Item, seed: int) -> None:
    value = sample_value(item, random.Random(seed))
    assert take(item, value).value == value


def test_the_names_of_the_register_stay_as_they_are() -> None:
    """No name that the register itself writes is changed."""
    files = sorted(NTA.rglob("*.csv"))[:3]
    if not files:
        pytest.skip(f"{NTA} is absent")
    changed = []
    for file in files:
        with file.open(encoding="utf-8", errors="replace", newline="") as stream:
            changed += [
                row[6]
                for row in csv.reader(stream)
                if len(row) == 30 and full_name(row[6]) != row[6]
            ]
    assert changed == []


def test_days_before_the_first_are_refused_by_the_item() -> None:
    assert value_faults(DAY, (date(1868, 1, 1) - timedelta(days=1)).isoformat())
