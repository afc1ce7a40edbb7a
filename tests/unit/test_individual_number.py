"""A マイナンバー is found as people write it, and what is plainly something else is not."""

from __future__ import annotations

import pytest

from mirasapo.catalog.check_digit import corporate_check_digit, is_individual_number
from mirasapo.intake.conformance.individual_number import has_individual_number

DIGITS = "123456789018"
GAPS = " \u3000-‐‑‒–—―−ーｰ－.．・･·\u00a0\u2009\u200b_/"


def test_the_number_of_these_tests_is_one() -> None:
    assert is_individual_number(DIGITS)


@pytest.mark.parametrize("gap", [*GAPS, " - ", "", "  "])
@pytest.mark.parametrize("full_width", [False, True])
def test_groups_of_four_are_found_whatever_is_between(gap: str, full_width: bool) -> None:
    digits = DIGITS
    if full_width:
        digits = digits.translate({ord("0") + n: ord("０") + n for n in range(10)})
    number = gap.join((digits[:4], digits[4:8], digits[8:]))
    for text in (number, f"個人番号 {number}です", f"個人番号:{number} 2024年生まれ"):
        assert has_individual_number(text), text


def test_a_number_of_a_line_is_found_beside_others() -> None:
    assert has_individual_number("2024 1234 5678 9018")
    assert has_individual_number("第1号 2 1234-5678-9018")
    assert has_individual_number("1000円 1234 5678 9018")


CORPORATE = f"{corporate_check_digit(DIGITS)}{DIGITS}"


@pytest.mark.parametrize(
    "text",
    [
        "1234 5678 9017",  # no check digit of a マイナンバー
        "03-1234-5678 9018",
        "090-1234-5678-9018",
        "(03)1234-5678 9018",
        "+81-3-1234-5678-9018",
        "+123456789018",
        CORPORATE,
        f"{CORPORATE[0]} 1234 5678 9018",
        f"{CORPORATE[0]}-1234-5678-9018",
        "123,456,789,018",
        "1234,5678,9018",
        "123456789018円",
        "¥123456789018",
        "0.123456789018",
        "1234 5678\n9018",
        "12345678901",
        "1234567890182",
        "1234-5678-90182",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert not has_individual_number(text)


def test_a_corporate_number_may_be_grouped_from_its_beginning() -> None:
    numbers = (f"{corporate_check_digit(f'{n:012}')}{n:012}" for n in range(10_000))
    alike = [each for each in numbers if is_individual_number(each[:12])]
    assert alike
    for each in alike:
        assert not has_individual_number(f"{each[:4]} {each[4:8]} {each[8:12]} {each[12:]}")


def test_a_minute_of_a_day_is_left_alone() -> None:
    minutes = [f"20240401{h:02}{m:02}" for h in range(24) for m in range(60)]
    same = [each for each in minutes if is_individual_number(each)]
    assert same
    for each in same:
        assert not has_individual_number(f"受付 {each}")
        assert not has_individual_number(f"{each[:4]} {each[4:8]} {each[8:]}")
