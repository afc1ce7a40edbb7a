"""Limits as they are written in the item files."""

from __future__ import annotations

import random
from decimal import Decimal

import pytest

from mirasapo.catalog.limit import Constraint, parse_limit


def only(text: str) -> Constraint:
    [constraint] = parse_limit(text).constraints
    return constraint


@pytest.mark.parametrize(
    ("text", "sentence", "fitting", "unfit"),
    [
        ("max_length=3", "3文字以内で書きます。", "あいう", "あいうえ"),
        ("minimum=-2; maximum=2", "-2以上2以下の数で書きます。", -2, 3),
        ("minimum=30", "30以上の数で書きます。", Decimal("30.0"), Decimal("29.9")),
        ("maximum=1", "1以下の数で書きます。", 1, 2),
        ("digits=4", "半角数字4桁で書きます。", "0123", "123"),
        ("scale=2", "小数第2位までで書きます。", Decimal("1.230"), Decimal("1.234")),
        ("format=month_day", "月日を MM-DD の形で書きます。", "02-29", "02-30"),
        ("format=time_of_day", "時刻を HH:MM の形で書きます。", "09:05", "9:05"),
        ("format=invoice_number", "T に続けて半角数字13桁で書きます。", "T" + "1" * 13, "1" * 13),
        (
            "max_mb=5; media=pdf",
            "pdf の添付ファイル(5MBまで)の名前を書きます。",
            "計画.PDF",
            "計画.txt",
        ),
    ],
)
def test_a_limit_knows_its_sentence_and_its_check(
    text: str, sentence: str, fitting: object, unfit: object
) -> None:
    constraint = only(text)
    assert constraint.sentence == sentence
    assert constraint.admits(fitting)
    assert not constraint.admits(unfit)


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        ("digits=7", "^[0-9]{7}$"),
        ("check=corporate_number", "^[1-9][0-9]{12}$"),
        ("max_length=5", None),
        ("", None),
    ],
)
def test_the_pattern_of_a_limit(text: str, pattern: str | None) -> None:
    assert parse_limit(text).pattern == pattern


@pytest.mark.parametrize(
    "text",
    [
        "digits=4",
        "format=month_day",
        "format=time_of_day",
        "format=invoice_number",
        "check=corporate_number",
        "check=local_government_code",
        "max_mb=5; media=pdf jpg",
    ],
)
def test_a_drawn_sample_keeps_the_limit(text: str) -> None:
    constraint = only(text)
    assert constraint.sample is not None
    for seed in range(200):
        assert constraint.admits(constraint.sample(random.Random(seed)))


def test_limits_are_kept_as_written() -> None:
    limit = parse_limit(" minimum=0 ; scale=4 ;")
    assert (limit.minimum, limit.maximum, limit.scale) == (0, None, 4)
    assert [constraint.name for constraint in limit.constraints] == ["between", "scale"]
    assert parse_limit("max_mb=20; media=pdf png").media == ("pdf", "png")


@pytest.mark.parametrize(
    "text",
    [
        "max_length",
        "max_length=",
        "max_length=ten",
        "max_length=1; max_length=2",
        "format=weekday",
        "check=none",
        "media=",
        "unknown=1",
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(ValueError, match=r"制限 .*。$"):
        parse_limit(text)
