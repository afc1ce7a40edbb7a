"""A マイナンバー in a text: twelve digits with the right check digit, however they are set apart."""

from __future__ import annotations

import re
import unicodedata

from mirasapo.catalog.check_digit import is_corporate_number, is_individual_number

# What is set between groups of four once the text is NFKC: blanks, hyphens and their look-alikes,
# dots. Not the comma (amounts) and not the line end (a column of numbers).
_BETWEEN = r"[^\S\r\n]|[-\u2010-\u2015\u2212\u2500\u30fc~\u301c]|[.\u00b7\u2022\u2027\u30fb_/|]"
_GAP = rf"(?:{_BETWEEN}){{1,3}}"
_TWELVE = re.compile(r"(?<![0-9])[0-9]{12}(?![0-9])")
_GROUPED = re.compile(  # inside a look-ahead, as the groups of one number may begin another
    rf"(?<![0-9])(?=([0-9]{{4}}){_GAP}([0-9]{{4}}){_GAP}([0-9]{{4}})(?![0-9]))"
)
_AMOUNT_BEFORE = re.compile(r"([¥$]|[0-9][.,])\s?$")
_AMOUNT_AFTER = re.compile(r"[.,][0-9]|\s?([千万億]*円|ドル)")
# a telephone number goes on: its area code, (its area code), +81
_TELEPHONE_BEFORE = re.compile(
    rf"(\+|\+[0-9]{{1,3}}{_GAP}([0-9]{{1,4}}{_GAP})?|(?<![0-9])0[0-9]{{1,4}}(\)\s?|{_GAP}))$"
)
_ONE_BEFORE = re.compile(rf"(?<![0-9])([0-9]){_GAP}$")
_ONE_AFTER = re.compile(rf"{_GAP}([0-9])(?![0-9])")
_MINUTE = re.compile(
    r"(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])([01][0-9]|2[0-3])[0-5][0-9]"
)


def has_individual_number(text: str) -> bool:
    """Whether twelve digits stand in it that may be a マイナンバー.

    One in eleven other numbers of twelve digits passes as well. What is plainly something else does
    not: an amount, a telephone number, a minute of a day, a 法人番号 with blanks.
    """
    plain = _plain(text)
    return any(
        is_individual_number(digits)
        and _MINUTE.fullmatch(digits) is None
        and not _is_part_of_another(digits, plain[:start], plain[end:], grouped=grouped)
        for digits, start, end, grouped in _candidates(plain)
    )


def _plain(text: str) -> str:
    """ASCII digits, and nothing between them that cannot be seen."""
    folded = unicodedata.normalize("NFKC", text)
    return "".join(each for each in folded if unicodedata.category(each) != "Cf")


def _candidates(text: str) -> list[tuple[str, int, int, bool]]:
    found = [(each[0], each.start(), each.end(), False) for each in _TWELVE.finditer(text)]
    found += [
        ("".join(each.groups()), each.start(), each.end(3), True)
        for each in _GROUPED.finditer(text)
    ]
    return found


def _is_part_of_another(digits: str, before: str, after: str, *, grouped: bool) -> bool:
    if _AMOUNT_BEFORE.search(before) or _AMOUNT_AFTER.match(after):
        return True
    if _TELEPHONE_BEFORE.search(before):
        return True
    if not grouped:
        return False
    first, last = _ONE_BEFORE.search(before), _ONE_AFTER.match(after)
    return (first is not None and is_corporate_number(first[1] + digits)) or (
        last is not None and is_corporate_number(digits + last[1])
    )
