"""法人番号 as they are written, and as spreadsheet programs spoil them."""

from __future__ import annotations

import re
from typing import Final

from mirasapo.catalog.as_written.plain import Reading, Unclear, plain
from mirasapo.catalog.check_digit import is_corporate_number

_DIGITS: Final = 13
_LOST: Final = "000000"  # what a spreadsheet leaves of the digits that 1.23457E+12 does not show
_EXPONENT = re.compile(r"[0-9](\.[0-9]+)?[eE]\+?[0-9]{1,2}")
_THOUSANDS = re.compile(r"[0-9]{1,3}(,[0-9]{3})+")
_GROUPED = re.compile(r"[0-9]+([ -][0-9]+)*")
_AGAIN = "元の資料を見て、欄の表示形式を「文字列」にして13桁を書き直します。"
_IS_GONE = "この値からは元の番号が分かりません。"


def read_corporate_number(text: str, *, pasted: bool = False) -> Reading:
    """The thirteen digits. `pasted`: the text comes out of a spreadsheet or an export.

    Raises Unclear; for a number that a spreadsheet has spoilt it says that and what to do. What came
    through a spreadsheet and ends in 000000 is taken for spoilt even where the check digit fits, as
    it does once in nine.
    """
    found = plain(text)
    written, rules = found.value, found.rules
    if written.endswith(".0") or _THOUSANDS.fullmatch(written):
        written, rules = written.removesuffix(".0").replace(",", ""), (*rules, "spreadsheet")
    elif _GROUPED.fullmatch(written) and not written.isdigit():
        written, rules = re.sub("[ -]", "", written), (*rules, "mark")
    why = spoilt(text)
    if why and (pasted or not is_corporate_number(written)):
        raise Unclear(why)
    if not is_corporate_number(written):
        raise Unclear("13桁の法人番号(検査数字の合うもの)を書きます。")
    return Reading(written, rules)


def spoilt(text: str) -> str:
    """How a spreadsheet program has spoilt a 法人番号, and what to do; empty where it has not."""
    written = plain(text).value
    if _EXPONENT.fullmatch(written):
        return f"表計算ソフトで指数の表示になり、下の桁が失われています。{_IS_GONE}{_AGAIN}"
    written = written.removesuffix(".0").replace(",", "")
    if not written.isdigit():
        return ""
    if len(written) == _DIGITS and written.endswith(_LOST):
        return f"表計算ソフトで下の桁が 0 に変わったおそれがあります。{_IS_GONE}{_AGAIN}"
    if len(written) == _DIGITS - 1:
        return f"12桁しかなく、表計算ソフトで1桁失われたおそれがあります。{_IS_GONE}{_AGAIN}"
    return ""
