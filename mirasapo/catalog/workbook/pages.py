"""An .xlsx file as pages of the cells in which something is written; nothing of it is trusted."""

from __future__ import annotations

import io
import warnings
import zipfile
import zlib
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook

from mirasapo.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_BYTES = 20 * 1024 * 1024
NOT_A_VALUE: Final = object()  # a formula or an error: nobody wrote a value
_SAID = {"=TRUE()": True, "=FALSE()": False}  # how LibreOffice writes a plain yes or no
_MAX_UNPACKED = 100 * 1024 * 1024
_LAST_ROW, _LAST_COLUMN = 1_048_576, 256
# what openpyxl raises on a broken file
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, ParseError, OSError, EOFError, NotImplementedError),
    *(AttributeError, IndexError, KeyError, TypeError, ValueError),
)


@dataclass(frozen=True, slots=True)
class Percent:
    """A number in a cell that shows it as a percentage: the share 0.35 is read as 35 % by people."""

    share: Decimal


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet: its title, and what its cells hold by row and column, both from 1."""

    title: str
    rows: Mapping[int, Mapping[int, Any]]


def open_pages(content: bytes) -> dict[str, Page]:
    """The pages of the workbook by the name in A1. Raises BadInput for what is no workbook."""
    if len(content) > MAX_BYTES:
        raise not_a_form(f"{MAX_BYTES // 1024**2}MBまでのファイルを読みます。")
    try:
        return _pages(content)
    except _BROKEN as fault:
        why = (
            "Excel のブック(.xlsx)でないか、壊れています。"
            ".xls や .ods は、表計算ソフトで .xlsx として保存し直します。"
        )
        raise not_a_form(why) from fault


def not_a_form(why: str) -> BadInput:
    """The refusal of a file that is no form of a programme."""
    return BadInput(
        "記入様式として読めません。", why, "mirasapo model template で作った様式に書いてください。"
    )


def _pages(content: bytes) -> dict[str, Page]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > _MAX_UNPACKED:
            raise not_a_form("広げると大きすぎるファイルです。")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # on parts that Excel adds and nobody reads here
        book = load_workbook(io.BytesIO(content), read_only=True)
        pages = [Page(sheet.title, _rows(sheet)) for sheet in book.worksheets]
        book.close()
    named = (page for page in reversed(pages) if 1 in page.rows.get(1, ()))
    return {str(page.rows[1][1]): page for page in named}


def _rows(sheet: Any) -> dict[int, dict[int, Any]]:
    sheet.reset_dimensions()  # what the file says of its size need not be so
    rows = sheet.iter_rows(max_row=_LAST_ROW, max_col=_LAST_COLUMN)
    return {
        number: held
        for number, cells in enumerate(rows, 1)
        if (held := {column: _held(cell) for column, cell in enumerate(cells, 1) if _says(cell)})
    }


def _says(cell: Any) -> bool:
    value = cell.value
    return value is not None and not (isinstance(value, str) and not value.strip())


def _held(cell: Any) -> Any:
    if cell.data_type in ("f", "e"):
        return _SAID.get(cell.value, NOT_A_VALUE)
    if cell.data_type == "n" and "%" in cell.number_format:
        return Percent(Decimal(str(cell.value)))
    return cell.value
