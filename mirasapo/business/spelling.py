"""When two values say the same: width, blanks, hyphens and the short forms of 株式会社 are spelling.

What is left is compared as it is: 株式会社甲 and 合同会社甲 are two bodies, 1丁目2 and 1-2 may be two
places, so neither is taken for the other.
"""

from __future__ import annotations

import json
import re
import unicodedata
from decimal import Decimal
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from mirasapo.catalog.as_written import LEGAL_FORMS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_BLANKS = re.compile(r"\s+")
_HYPHENS = re.compile("[‐‑‒–—―−─━﹣ｰ]")
# ー is a letter of katakana, and a hyphen between digits
_BAR_IN_NUMBER = re.compile(r"(?<=[0-9])ー(?=[0-9])")
_SHORTS = re.compile("|".join(re.escape(short) for short in LEGAL_FORMS))


def spelled(value: Any) -> str:
    """A value in the form in which values are compared; the same form means the same value."""
    if isinstance(value, list | tuple):
        return json.dumps([spelled(each) for each in value], ensure_ascii=False)
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if not isinstance(value, str):
        return str(value)
    text = unicodedata.normalize("NFKC", _HYPHENS.sub("-", value))
    text = _BLANKS.sub("", _HYPHENS.sub("-", text))
    text = _BAR_IN_NUMBER.sub("-", text)
    return _SHORTS.sub(lambda found: LEGAL_FORMS[found.group()], text).casefold()


def differing(one: Mapping[str, Any], other: Mapping[str, Any], columns: Iterable[str]) -> set[str]:
    """The columns in which both rows say something, and not the same."""
    return {
        column
        for column in columns
        if column in one and column in other and spelled(one[column]) != spelled(other[column])
    }


def claim_hash(row: Mapping[str, Any], columns: Iterable[str]) -> str:
    """What a row says in these columns, as a hash: equal for two spellings of the same."""
    said = [[column, spelled(row[column])] for column in sorted(columns) if column in row]
    return sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()
