"""Check digits of 法人番号 and 全国地方公共団体コード."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mirasapo.catalog.check_digit import (
    corporate_check_digit,
    is_corporate_number,
    is_individual_number,
    is_local_government_code,
)

VECTORS = Path(__file__).parents[3] / "shared/data/vectors/check_digit/check-digit-vectors.json"


@pytest.mark.parametrize("number", ["7000012050002", "8000012010038", "1180301018771"])
def test_real_numbers_pass(number: str) -> None:
    assert is_corporate_number(number)


@pytest.mark.parametrize(
    "number",
    [
        "2180001015846",
        "",
        "700001205000",
        "70000120500020",
        "700001205000x",
        "７０００００００００００２",
    ],
)
def test_other_texts_do_not(number: str) -> None:
    assert not is_corporate_number(number)


@pytest.mark.parametrize("code", ["011002", "131016", "271004", "472018"])
def test_codes_of_real_municipalities_pass(code: str) -> None:
    assert is_local_government_code(code)


@pytest.mark.parametrize("code", ["011003", "01100", "0110020", "01100x", "０１１００２"])
def test_other_codes_do_not(code: str) -> None:
    assert not is_local_government_code(code)


def test_every_slip_of_one_digit_in_the_check_digit_is_found() -> None:
    number = "7000012050002"
    for digit in "012345689":
        assert not is_corporate_number(digit + number[1:])


def test_all_vectors() -> None:
    if not VECTORS.is_file():
        pytest.skip("検査数字の例 (../shared/data/vectors) がここにありません")
    cases = json.loads(VECTORS.read_text(encoding="utf-8"))["cases"]
    assert len(cases) == 613
    for case in cases:
        assert corporate_check_digit(case["body"]) == case["digit"], case["note"]


@pytest.mark.parametrize(
    ("number", "holds"),
    [
        ("123456789018", True),  # the one that forms show as an example
        ("123456789010", False),
        ("12345678901", False),
        ("１２３４５６７８９０１８", False),
        ("000000000000", True),  # a remainder of 0 gives the digit 0
    ],
)
def test_an_individual_number_has_its_check_digit(number: str, holds: bool) -> None:
    assert is_individual_number(number) is holds
