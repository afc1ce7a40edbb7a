"""A list of support institutions, read to the end: every fault with its line, or all of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID, uuid5

from mirasapo.acquisition.institutions.columns import (
    CERTIFIED,
    Unclear,
    columns,
    is_empty,
    read_cell,
)
from mirasapo.acquisition.institutions.grid import Line, lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from mirasapo.acquisition.institutions.columns import Column
    from mirasapo.catalog import Policy

_NUMBERS = UUID("5b0d8f0e-2a4c-5a0e-9a53-0d4f7f6d3a11")
_CERTIFICATION = ("certified_institution_number", "certified_on", "certified_until")


class Institution(NamedTuple):
    """What a list says of one institution."""

    number: str
    name: str
    kind: str
    region: str | None
    certified_institution_number: str | None
    certified_on: date | None
    certified_until: date | None

    @property
    def institution_id(self) -> UUID:
        """Its id, made from the number alone: the same in every database."""
        return uuid5(_NUMBERS, self.number)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a list: line (None for the whole file), column, what, and how it is written."""

    line: int | None
    column: str
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class List:
    """A list as read; without faults it is complete. `ignored`: headers that are not ours."""

    institutions: tuple[Institution, ...]
    faults: tuple[Fault, ...]
    ignored: tuple[str, ...]


def read_list(policy: Policy, content: bytes) -> List:
    """Every institution of a list, and every fault in it. Raises Unreadable for what is no list."""
    read = lines(content)
    head = next(read, Line(1, {}))
    placed, faults, ignored = _placed(columns(policy), head)
    if faults:
        return List((), tuple(faults), ignored)
    found: list[Institution] = []
    numbers: dict[str, int] = {}
    for line in read:
        values, wrong = _values(placed, line)
        beyond = [column for column in line.cells if column not in head.cells]
        if beyond:
            what = "見出しより多くの欄があります。"
            wrong.append(Fault(line.number, "", what, "区切りや引用符を確かめてください。"))
        if not wrong:
            wrong = [*_together(line.number, values, numbers)]
        if not wrong:
            found.append(Institution(**values))
        faults += wrong
        numbers.setdefault(str(values.get("number")), line.number)
    if not found and not faults:
        why = (
            "機関を一行に一つずつ書きます。一つもない一覧は、全機関の終了になるので受け取りません。"
        )
        faults.append(Fault(None, "", "一行もありません。", why))
    return List(tuple(found), tuple(faults), ignored)


def _placed(
    wanted: Sequence[Column], head: Line
) -> tuple[dict[int, Column], list[Fault], tuple[str, ...]]:
    """Which column of the file is which, what is wrong with the headers, and those not read."""
    named = {column.header: column for column in wanted}
    placed: dict[int, Column] = {}
    faults, ignored = [], []
    for number, cell in head.cells.items():
        header = str(cell).strip()
        column = named.get(header)
        if column is None:
            ignored.append(header)
        elif column in placed.values():
            why = "どちらが正しいか分かりません。一つだけにします。"
            faults.append(Fault(head.number, header, "見出しが二つあります。", why))
        else:
            placed[number] = column
    for column in wanted:
        if column not in placed.values():
            why = f"一行目に、見出し「{column.header}」の列を置きます。"
            faults.append(Fault(head.number, column.header, "列がありません。", why))
    return placed, faults, tuple(ignored)


def _values(placed: Mapping[int, Column], line: Line) -> tuple[dict[str, Any], list[Fault]]:
    values, faults = {}, []
    for number, column in placed.items():
        try:
            values[column.name] = read_cell(column, line.cells.get(number))
        except Unclear as fault:
            faults.append(Fault(line.number, column.header, fault.what, fault.why))
    return values, faults


def _together(line: int, values: Mapping[str, Any], numbers: Mapping[str, int]) -> Iterator[Fault]:
    """What is wrong between the cells of a line, and with an earlier one."""
    if (first := numbers.get(values["number"])) is not None:
        why = f"{first}行目と同じ番号です。一つの機関は一行だけです。"
        yield Fault(line, "機関番号", "同じ番号が二度あります。", why)
    said = [name for name in _CERTIFICATION if not is_empty(values[name])]
    if values["kind"] == CERTIFIED and len(said) < len(_CERTIFICATION):
        why = "法律に基づく支援者には、認定番号・認定日・認定期限をすべて書きます。"
        yield Fault(line, "認定番号", "認定が書かれていません。", why)
    elif said and len(said) < len(_CERTIFICATION):
        why = "認定番号・認定日・認定期限は、すべて書くか、すべて空けます。"
        yield Fault(line, "認定番号", "認定の一部だけが書かれています。", why)
    elif said and values["certified_until"] < values["certified_on"]:
        yield Fault(line, "認定期限", "認定日より前です。", "認定の最後の日を書きます。")
