"""A text in plain characters, and what every reading is made of."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

RULES: Mapping[str, str] = MappingProxyType(
    {
        "blank": "前後や間の空白を除きました。",
        "not_answered": "空白だけなので、答えがないものとしました。",
        "width": "全角と半角をそろえました。",
        "hyphen": "ハイフンの種類をそろえました。",
        "mark": "〒などの記号を除きました。",
        "digits": "文字で書かれた数を数として読みました。",
        "separator": "桁区切りを除きました。",
        "negative": "△、▲、かっこを負の数として読みました。",
        "unit": "書かれた単位で数えました。",
        "column_unit": "欄の単位で数えました。",
        "percent": "% を除きました。",
        "day": "日付を YYYY-MM-DD の形にしました。",
        "month": "年月を YYYY-MM の形にしました。",
        "era": "和暦を西暦に直しました。",
        "time_dropped": "時刻を除き、日本の日付としました。",
        "word": "はい・いいえにあたる言葉を読みました。",
        "label": "コードの名称をコードにしました。",
        "legal_form": "㈱などの略記を法人の種類の名前にしました。",
        "spreadsheet": "表計算ソフトが付けた桁区切りや小数点を除きました。",
        "values": "対応表に書かれた読み替えをしました。",
    }
)
"""By the name of a rule, what it does to a text. A rule has its name for ever: receipts carry it."""

_HYPHENS = re.compile("[\u2010-\u2015\u2212\u2500\u2501\ufe63\uff0d\u00ad]")
# ー is a letter of katakana, and a hyphen between digits or as a sign
_BAR = re.compile(r"(?<=[0-9)])[ーｰ](?=[0-9(])|^[ーｰ](?=[0-9¥])")
_BLANKS = re.compile(r"\s+")
_INVISIBLE = re.compile("[\u200b\u2060\ufeff]")  # they come along when a text is pasted


class Unclear(ValueError):
    """Why a text cannot be read for certain, as Japanese sentences; never the text."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says, as the JSON value of its item, and by which rules (keys of `RULES`)."""

    value: Any
    rules: tuple[str, ...] = ()

    def __add__(self, rules: tuple[str, ...]) -> Reading:
        """The same value, by these rules too."""
        return Reading(self.value, tuple(dict.fromkeys((*self.rules, *rules))))


def plain(text: str) -> Reading:
    """The text in half-width characters, one kind of hyphen, single blanks and none at the ends."""
    rules = []
    trimmed = _INVISIBLE.sub("", text).strip()
    if trimmed != text:
        rules.append("blank")
    dashed = _HYPHENS.sub("-", trimmed)
    narrow = _narrow(dashed)
    if narrow != dashed:
        rules.append("width")
    found = _BAR.sub("-", narrow)
    if dashed != trimmed or found != narrow:
        rules.append("hyphen")
    return Reading(_BLANKS.sub(" ", found).strip(), tuple(rules))


def _narrow(text: str) -> str:
    """NFKC, but for signs that would turn into digits: 10² is not 102, and ① is no 1."""
    if any(map(_hides_digits, text)):
        return "".join(
            each if _hides_digits(each) else unicodedata.normalize("NFKC", each) for each in text
        )
    return unicodedata.normalize("NFKC", text)


def _hides_digits(char: str) -> bool:
    if char.isascii() or unicodedata.decimal(char, None) is not None:
        return False
    return any("0" <= each <= "9" for each in unicodedata.normalize("NFKC", char))
