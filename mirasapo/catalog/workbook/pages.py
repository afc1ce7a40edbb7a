"""An .xlsx file as pages of the cells in which something is written; nothing of it is trusted."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
import zlib
from dataclasses import dataclass
from decimal import Decimal
from typing import IO, TYPE_CHECKING, Any, Final
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils.cell import range_boundaries

from mirasapo.catalog.workbook.opening import BROKEN, MAX_BYTES, Unreadable, check
from mirasapo.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["MAX_BYTES", "NOT_A_VALUE", "Page", "Percent", "not_a_form", "open_pages", "read_pages"]

NOT_A_VALUE: Final = object()  # a formula or an error: nobody wrote a value
_SAID = {"=TRUE()": True, "=FALSE()": False}  # how LibreOffice writes a plain yes or no
_LAST_ROW = 1_048_576
_MOST_CELLS, _MOST_ROWS = 1_000_000, 4_000_000  # of the whole workbook, empty ones between too
_MERGED = re.compile(rb"""<(?:\w+:)?mergeCell\s[^<>]*?ref=["']([A-Z0-9:$]{1,30})["']""")
_CHUNK, _OVERLAP = 1 << 20, 200
# what openpyxl raises on a broken file
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, ParseError, OSError, EOFError, RuntimeError),
    *(AttributeError, ArithmeticError, LookupError, TypeError, ValueError, AssertionError),
)


@dataclass(frozen=True, slots=True)
class Percent:
    """A number in a cell that shows it as a percentage: the share 0.35 is read as 35 % by people."""

    share: Decimal


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet: its title, what its cells hold by row and column, both from 1, and merged areas.

    An area is its first column, first row, last column and last row.
    """

    title: str
    rows: Mapping[int, Mapping[int, Any]]
    merged: tuple[tuple[int, int, int, int], ...] = ()

    @property
    def name(self) -> str:
        """What stands in A1: the name of the form's sheet; empty without."""
        return str(self.rows.get(1, {}).get(1, ""))

    def hidden_by(self, row: int, column: int) -> tuple[int, int] | None:
        """The cell (row, column) that shows its content in place of this one, merged with it."""
        for left, top, right, bottom in self.merged:
            if left <= column <= right and top <= row <= bottom and (left, top) != (column, row):
                return top, left
        return None


def open_pages(content: bytes) -> list[Page]:
    """The pages of a workbook that should be a form. Raises BadInput for what is no workbook."""
    try:
        return read_pages(content)
    except Unreadable as fault:
        raise not_a_form(fault.why, fault.next_step) from fault


def not_a_form(why: str, next_step: str = "") -> BadInput:
    """The refusal of a file that is no form of a programme."""
    made = "mirasapo model template で作った様式に書いてください。"
    return BadInput("記入様式として読めません。", why, next_step or made)


def read_pages(content: bytes) -> list[Page]:
    """The pages of any workbook, in the order of its sheets. Raises Unreadable."""
    check(content)
    left = _Left()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # on parts that Excel adds and nobody reads here
            book = load_workbook(io.BytesIO(content), read_only=True)
            pages = [_page(sheet, left) for sheet in book.worksheets]
            book.close()
    except _BROKEN as fault:
        raise Unreadable(BROKEN) from fault
    return pages


class _Left:
    """How much of a workbook may still be read."""

    def __init__(self) -> None:
        self.cells, self.rows = _MOST_CELLS, _MOST_ROWS

    def take(self, cells: int) -> None:
        """Count a row. Raises Unreadable when it is too much."""
        self.cells -= cells
        self.rows -= 1
        if self.cells < 0 or self.rows < 0:
            raise Unreadable(
                "欄が多すぎます。何も書いていない遠くの行や列にまで、印や値があります。",
                "新しい様式に、値だけを書き写してください。",
            )


def _page(sheet: Any, left: _Left) -> Page:
    with sheet._get_source() as part:  # noqa: SLF001 - openpyxl tells merged areas only in full mode
        merged = tuple(_merged(part))
    return Page(sheet.title, _rows(sheet, left), merged)


def _merged(part: IO[bytes]) -> Iterator[tuple[int, int, int, int]]:
    seen, before = set[bytes](), b""
    while chunk := part.read(_CHUNK):
        for area in _MERGED.findall(before + chunk):
            if area not in seen:
                seen.add(area)
                left, top, right, bottom = range_boundaries(area.decode())
                if left and top and right and bottom:
                    yield left, top, right, bottom
        before = chunk[-_OVERLAP:]


def _rows(sheet: Any, left: _Left) -> dict[int, dict[int, Any]]:
    sheet.reset_dimensions()  # what the file says of its size need not be so
    found = {}
    for number, cells in enumerate(sheet.iter_rows(max_row=_LAST_ROW), 1):
        left.take(len(cells))
        if held := {column: _held(cell) for column, cell in enumerate(cells, 1) if _says(cell)}:
            found[number] = held
    return found


def _says(cell: Any) -> bool:
    value = cell.value
    return value is not None and not (isinstance(value, str) and not value.strip())


def _held(cell: Any) -> Any:
    if cell.data_type in ("f", "e"):
        return _SAID.get(cell.value, NOT_A_VALUE)
    if cell.data_type == "n" and "%" in cell.number_format:
        return Percent(Decimal(str(cell.value)))
    return cell.value
