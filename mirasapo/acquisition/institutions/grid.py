"""A list as lines of cells: CSV in any of the usual encodings, or an Excel workbook."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mirasapo.catalog.workbook.opening import Unreadable
from mirasapo.catalog.workbook.pages import read_pages
from mirasapo.encoding import encoding_of_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MAX_BYTES = 50 * 1024 * 1024
MAX_LINES = 200_000
_LONGEST = 10_000  # characters of a cell: more is an open quote
_BOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_MEDIA = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Line:
    """A line in which something stands: its number in the file, and its cells by column from 1."""

    number: int
    cells: Mapping[int, Any]


def is_book(content: bytes) -> bool:
    """Whether the bytes are those of an Office file rather than a text."""
    return content.startswith(_BOOKS)


def media_type(content: bytes) -> str:
    """What the file is, for the manifest."""
    return _MEDIA if is_book(content) else "text/csv"


def lines(content: bytes) -> Iterator[Line]:
    """The lines of the list, of a workbook those of its first sheet with anything in it.

    Raises Unreadable for what is neither, or too large.
    """
    if len(content) > MAX_BYTES:
        raise Unreadable(
            f"{MAX_BYTES // 1024**2}MBまでのファイルを読みます。", "一覧だけにしてください。"
        )
    read = _of_book(content) if is_book(content) else _of_text(_decoded(content))
    for count, line in enumerate(read):
        if count > MAX_LINES:
            raise Unreadable(f"{MAX_LINES:,}行までの一覧を読みます。", "一覧だけにしてください。")
        yield line


def _of_book(content: bytes) -> Iterator[Line]:
    page = next((page for page in read_pages(content) if page.rows), None)
    for number, cells in sorted(page.rows.items()) if page else ():
        yield Line(number, cells)


def _of_text(text: str) -> Iterator[Line]:
    head = text.partition("\n")[0]
    rows = csv.reader(
        io.StringIO(text, newline=""), delimiter="\t" if "\t" in head else ",", strict=True
    )
    while True:
        number = rows.line_num + 1
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error:
            raise Unreadable(
                f"{number}行目を CSV として読めません。引用符が閉じていないか、長すぎます。",
                "この行の引用符を確かめてください。",
            ) from None
        if any(len(cell) > _LONGEST for cell in cells):
            raise Unreadable(
                f"{number}行目に長すぎる欄があります。引用符が閉じていないおそれがあります。",
                "この行の引用符を確かめてください。",
            )
        if held := {column: cell for column, cell in enumerate(cells, 1) if cell.strip()}:
            yield Line(number, held)


def _decoded(content: bytes) -> str:
    encoding = encoding_of_file(content)
    try:
        text = content.decode(encoding or "utf-8")
    except UnicodeDecodeError:
        text = "\0"
    if "\0" not in text:
        return text
    raise Unreadable(
        "文字コードを読めません。UTF-8、UTF-16、Shift_JIS のどれでもありません。",
        "表計算ソフトで「CSV UTF-8」として保存し直してください。",
    )
