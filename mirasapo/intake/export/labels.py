"""Headings as systems write them: numbering, sections, units and short words taken off the label."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from mirasapo.catalog.as_written.number import MULTIPLES
from mirasapo.catalog.as_written.plain import plain

_UNITS: Final = {
    *(
        "円",
        "円/人",
        "円/時",
        "円/日",
        "円/年",
        "%",
        "人",
        "名",
        "件",
        "社",
        "者",
        "店",
        "株",
        "点",
    ),
    *("年", "年度", "か月", "月", "時間", "分", "回", "歳", "倍", "度", "byte"),
}
_MULTIPLIED: Final = {f"{word}円" for word in MULTIPLES}
_HINTS = re.compile(
    r"必須|任意|半角.*|全角.*|自動.*|選択.*|プルダウン|入力.*|yyyy.*|YYYY.*|.*桁|※.*"
)
_NUMBERING = re.compile(
    r"^(?:[①-⑳]|\(?(?:[0-9]{1,3}(?:[-.][0-9]{1,3})*|[ア-ン])\)?(?:[).:、_]|(?<=\)) ?| )"
    r"|(?:Q|No|項番)\.?[0-9]{1,3}[.:_ ]?|[◆■●・*※]+) ?"
)
_BRACKETS = re.compile(r"[(\[{【〔<]([^()\[\]{}【】〔〕<>]*)[)\]}】〕>]")
_FIRST = re.compile(r"[^【[〔]{0,6}[【[〔]([^】\]〕]+)[】\]〕](?=.)")
_CUT = re.compile(r"[/_|>:\n]|(?<=[^0-9A-Za-z])-(?=[^0-9A-Za-z])| - ")
_INDEX = re.compile(r"([①-⑳]|(?<![0-9])[0-9]{1,2}(?![0-9]))(?=$|[^0-9年月日])")
_CIRCLED: Final = {chr(0x2460 + n): n + 1 for n in range(20)}
# words that systems write for words of the data model; each is a whole label
_WORDS: Final = {
    "TEL": "電話番号",
    "電話": "電話番号",
    "連絡先電話番号": "電話番号",
    "Eメール": "メールアドレス",
    "E-mail": "メールアドレス",
    "email": "メールアドレス",
    "mail": "メールアドレス",
    "メール": "メールアドレス",
    "〒": "郵便番号",
    "会社名": "商号または名称",
    "企業名": "商号または名称",
    "法人名": "商号または名称",
    "事業者名": "商号または名称",
    "申請者名": "商号または名称",
    "商号": "商号または名称",
    "資本金": "資本金または出資の額",
    "資本金の額": "資本金または出資の額",
    "HP": "WebサイトURL",
    "ホームページ": "WebサイトURL",
    "ホームページURL": "WebサイトURL",
    "URL": "WebサイトURL",
    "申請年月日": "申請日",
    "設立日": "設立年月日",
    "フリガナ": "カナ",
    "ふりがな": "カナ",
}
_SYNONYMS: Final = {word.casefold(): meant for word, meant in _WORDS.items()}
_SHORTENED: Final = {
    "フリガナ": "カナ",
    "ふりがな": "カナ",
    "年月日": "日",
    "および": "・",
    "及び": "・",
    "又は": "または",
}


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading in parts: the label, the sections before it, the unit, the row that it counts.

    `sections` are from the broad to the narrow. `unit` is a multiple of yen or another unit.
    """

    label: str
    sections: tuple[str, ...] = ()
    unit: str | None = None
    row: int | None = None


def heading(text: str) -> Heading:
    """A heading of a table taken apart."""
    written = plain(text.replace("\n", "_")).value
    unit = None
    for inside in _BRACKETS.findall(written):
        if inside in _UNITS or inside in _MULTIPLIED or inside.removeprefix("単位:") in _MULTIPLIED:
            unit = inside.removeprefix("単位:")
    first = _FIRST.match(written)
    written = _BRACKETS.sub(_bracket, written[first.end() :] if first else written)
    parts = [first[1]] if first else []
    parts += [part for part in (_numbered(each) for each in _CUT.split(written)) if part]
    if not parts:
        return Heading("")
    row = next((_index(part) for part in reversed(parts) if _index(part)), None)
    if row is not None:
        parts = [_INDEX.sub("", part, count=1).strip() for part in parts]
        parts = [part for part in parts if part] or [""]
    return Heading(parts[-1], tuple(parts[:-1]), unit, row)


def folded(label: str) -> str:
    """A label in the form in which labels are compared."""
    found = re.sub(r"[\s・,、()\[\]【】〔〕「」]", "", plain(label).value).casefold()
    found = _SYNONYMS.get(found, found).casefold()
    for word, short in _SHORTENED.items():
        found = found.replace(word.casefold(), short)
    return re.sub(r"[・の]", "", found)


def is_synonym(label: str) -> bool:
    """Whether the label is another word for one of the data model."""
    return re.sub(r"[\s・]", "", plain(label).value).casefold() in _SYNONYMS


def multiple_of_yen(unit: str | None) -> bool:
    """Whether a unit counts more than one yen."""
    return unit in _MULTIPLIED


def _bracket(found: re.Match[str]) -> str:
    inside = found[1].removeprefix("単位:")
    if inside in _UNITS or inside in _MULTIPLIED or _HINTS.fullmatch(inside):
        return ""
    return f"({inside})"


def _numbered(part: str) -> str:
    previous = None
    part = part.strip()
    while part != previous:
        previous, part = part, _NUMBERING.sub("", part).strip()
    return part.removesuffix("*").strip()


def _index(part: str) -> int | None:
    found = _INDEX.search(part)
    if found is None:
        return None
    number = _CIRCLED.get(found[1]) or int(found[1])
    return number or None
