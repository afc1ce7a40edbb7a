"""A sheet of an .xlsx file as lines of texts, each cell as a CSV would have it."""

from __future__ import annotations

import io
import warnings
import zipfile
import zlib
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook

from mirasapo.catalog.workbook.opening import BROKEN, Limits, Unreadable, check
from mirasapo.intake.export.grid import MAX_BYTES, MAX_CELL, MAX_COLUMNS, Line, unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator

_LIMITS: Final = Limits(MAX_BYTES, 500 << 20, 500 << 20, 60_000_000)  # sheets are read as they come
_MAX_ROWS: Final = 200_000
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, ParseError, OSError, EOFError, NotImplementedError),
    *(AttributeError, IndexError, KeyError, TypeError, ValueError),
)


def read_sheet(content: bytes, sheet: str | None) -> tuple[str, tuple[Line, ...]]:
    """Title and lines of the sheet named, else of the only one in which something is written.

    Raises BadInput for what is no workbook, and where several sheets could be meant.
    """
    try:
        check(content, _LIMITS)
        pages = dict(_pages(content))
    except Unreadable as fault:
        raise unreadable(fault.why) from fault
    except _BROKEN as fault:
        raise unreadable(BROKEN) from fault
    written = {title: lines for title, lines in pages.items() if lines}
    if sheet is not None:
        if sheet not in written:
            raise unreadable(f"シート「{sheet}」がないか、空です。", sheets=list(written))
        return sheet, written[sheet]
    if len(written) != 1:
        named = "、".join(written)
        why = (
            f"シートが {len(written)} 枚あります({named})。"
            if written
            else "何も書かれていません。"
        )
        raise unreadable(f"{why}--sheet で一つを選びます。", sheets=list(written))
    return next(iter(written.items()))


def _pages(content: bytes) -> Iterator[tuple[str, tuple[Line, ...]]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # on parts that Excel adds and nobody reads here
        book = load_workbook(io.BytesIO(content), read_only=True)
        for page in book.worksheets:
            page.reset_dimensions()  # what the file says of its size need not be so
            yield page.title, tuple(_lines(page))
        book.close()


def _lines(page: Any) -> Iterator[Line]:
    rows = page.iter_rows(max_col=MAX_COLUMNS)
    for number, cells in enumerate(rows, 1):
        if number > _MAX_ROWS:
            raise unreadable(f"{_MAX_ROWS:,}行までのシートを読みます。")
        texts = [_text(cell) for cell in cells]
        while texts and not texts[-1].strip():
            texts.pop()
        if any(len(text) > MAX_CELL for text in texts):
            raise unreadable(
                f"{number}行目: セルが大きすぎます({MAX_CELL:,}文字まで)。", line=number
            )
        if texts:
            yield Line(number, tuple(texts))


def _text(cell: Any) -> str:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        share = "%" in (cell.number_format or "")
        exact = Decimal(str(value))
        return f"{(exact * 100).normalize():f}%" if share else f"{_whole(exact):f}"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time.min else value.isoformat(" ")
    if isinstance(value, date | time):
        return value.isoformat()
    if cell.data_type in ("b", "e"):
        return f"={value}" if cell.data_type == "e" else str(value).upper()  # an error is no value
    return str(value).replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n")


def _whole(value: Decimal) -> Decimal:
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value
