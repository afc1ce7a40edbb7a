"""Check digits of the numbers that carry one."""

from __future__ import annotations

_CORPORATE_DIGITS = 13
_GOVERNMENT_DIGITS = 6
_INDIVIDUAL_DIGITS = 12


def corporate_check_digit(body: str) -> int:
    """The first digit of a 法人番号 whose other twelve are `body`.

    9 − (Σ Pn·Qn mod 9), n counted from the right, Qn = 1 for odd n and 2 for even n
    (法人番号の指定等に関する省令 第2条).
    """
    # A number and the sum of its digits leave the same remainder by 9, so Σ Pn·Qn is the whole
    # number and, once more, the number made of every second digit.
    return 9 - (int(body) + int(body[-2::-2])) % 9


def is_corporate_number(number: str) -> bool:
    """Thirteen ASCII digits whose first is the check digit of the rest."""
    return (
        len(number) == _CORPORATE_DIGITS
        and number.isascii()
        and number.isdigit()
        and int(number[0]) == corporate_check_digit(number[1:])
    )


def government_check_digit(body: str) -> int:
    """The last digit of a 全国地方公共団体コード whose first five are `body`.

    11 − (Σ digit·weight mod 11), weights 6 5 4 3 2, of which the last digit counts (総務省).
    """
    total = sum(int(digit) * weight for digit, weight in zip(body, range(6, 1, -1), strict=True))
    return (11 - total % 11) % 10


def is_local_government_code(code: str) -> bool:
    """Six ASCII digits whose last is the check digit of the rest."""
    return (
        len(code) == _GOVERNMENT_DIGITS
        and code.isascii()
        and code.isdigit()
        and int(code[-1]) == government_check_digit(code[:-1])
    )


def individual_check_digit(body: str) -> int:
    """The last digit of a 個人番号 whose first eleven are `body`.

    11 − (Σ Pn·Qn mod 11), n counted from the right, Qn = n + 1 up to n = 6, then n − 5; 0 where the
    remainder is 0 or 1 (総務省令 平成26年第85号 第5条).
    """
    weights = (*range(2, 8), *range(2, 7))
    total = sum(int(digit) * n for digit, n in zip(reversed(body), weights, strict=True))
    return 0 if total % 11 < 2 else 11 - total % 11  # noqa: PLR2004


def is_individual_number(number: str) -> bool:
    """Twelve ASCII digits whose last is the check digit: a マイナンバー, or one in eleven others."""
    return (
        len(number) == _INDIVIDUAL_DIGITS
        and number.isascii()
        and number.isdigit()
        and int(number[-1]) == individual_check_digit(number[:-1])
    )
