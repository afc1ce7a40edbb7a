"""The columns of a list: what they are called, and what their cells say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, Final

from mirasapo.acquisition.programmes.regions import EVERYWHERE, prefectures
from mirasapo.catalog.workbook.pages import NOT_A_VALUE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mirasapo.catalog import Policy

CERTIFIED: Final = "certified_supporter"
"""法律に基づく支援者: what it is, it is by its certification."""

_DAY = re.compile(r"([0-9]{4})([-/])([0-9]{1,2})\2([0-9]{1,2})")
_MOST_NAME, _MOST_NUMBER = 200, 50
_FIRST_YEAR, _LAST_YEAR = 1950, 2200


class Unclear(Exception):
    """What is wrong with a cell: what, and how it is written."""

    def __init__(self, what: str, why: str) -> None:
        self.what = what
        self.why = why
        super().__init__(what)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its header, the name of what it says, how it is written, whether it must be said."""

    header: str
    name: str
    how: str
    required: bool
    read: Callable[[Any], Any]


def columns(policy: Policy) -> tuple[Column, ...]:
    """The columns in the order of the template; others in a list are not read."""
    kinds = policy.institution_kinds
    named = "、".join(f"{kind} {label}" for kind, label in kinds.items())
    return (
        Column(
            "機関番号",
            "number",
            f"機関を見分ける番号。名前や種別が変わっても変えません。{_MOST_NUMBER}文字まで。",
            True,
            lambda cell: _text(cell, _MOST_NUMBER),
        ),
        Column(
            "名称", "name", f"{_MOST_NAME}文字まで。", True, lambda cell: _text(cell, _MOST_NAME)
        ),
        Column("種別", "kind", f"次のどれか: {named}。", True, lambda cell: _kind(cell, kinds)),
        Column("地域", "region", "都道府県の名前か「全国」。", False, _region),
        Column(
            "認定番号",
            "certified_institution_number",
            "12桁の数字。文字として書きます。",
            False,
            _twelve,
        ),
        Column("認定日", "certified_on", "2026-04-01 か 2026/4/1 の形の日付。", False, _day),
        Column("認定期限", "certified_until", "認定の最後の日。認定日と同じ形。", False, _day),
    )


def _text(cell: Any, longest: int) -> str:
    if not isinstance(cell, str):
        raise Unclear(
            "文字として書かれていません。",
            "先頭の 0 が消えたり、日付に変わったりしたおそれがあります。"
            "欄の書式を「文字列」にして書き直します。",
        )
    text = cell.strip()
    if len(text) > longest or not text.isprintable():
        raise Unclear("長すぎるか、改行などがあります。", f"{longest}文字までで、一行に書きます。")
    return text


def _kind(cell: Any, kinds: Mapping[str, str]) -> str:
    text = cell.strip() if isinstance(cell, str) else ""
    for kind, label in kinds.items():
        if text in (kind, label, f"{kind} {label}"):
            return kind
    listed = "、".join(kinds.values())
    raise Unclear("ポリシーの種別にありません。", f"次のどれかで書きます: {listed}。")


def _region(cell: Any) -> str:
    text = cell.strip() if isinstance(cell, str) else ""
    if text == EVERYWHERE or text in prefectures():
        return text
    raise Unclear("地域を読めません。", "「鳥取県」のような都道府県の名前か「全国」で書きます。")


def _twelve(cell: Any) -> str:
    # a number cannot have lost a zero if it has all its digits
    text = str(cell) if isinstance(cell, int) and not isinstance(cell, bool) else cell
    text = text.strip() if isinstance(text, str) else ""
    if re.fullmatch("[0-9]{12}", text) is None:
        raise Unclear(
            "認定番号ではありません。",
            "12桁の数字を文字として書きます。数にすると先頭の 0 が消えます。",
        )
    return text


def _day(cell: Any) -> date:
    if isinstance(cell, datetime) and cell.time() == time.min:
        cell = cell.date()
    if isinstance(cell, str) and (said := _DAY.fullmatch(cell.strip())):
        try:
            cell = date(int(said[1]), int(said[3]), int(said[4]))
        except ValueError:
            cell = None
    plain = isinstance(cell, date) and not isinstance(cell, datetime)
    if not plain or not _FIRST_YEAR <= cell.year <= _LAST_YEAR:
        raise Unclear("日付ではありません。", "実在する日付を 2026-04-01 の形で書きます。")
    day: date = cell
    return day


def is_empty(cell: Any) -> bool:
    """Whether nothing stands in a cell."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def read_cell(column: Column, cell: Any) -> Any:
    """What a cell says; None for an empty one. Raises Unclear."""
    if cell is NOT_A_VALUE:
        raise Unclear("数式かエラーがあります。", "式でなく値を書きます。")
    if is_empty(cell):
        if column.required:
            raise Unclear("書かれていません。", column.how)
        return None
    return column.read(cell)
