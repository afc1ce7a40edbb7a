"""A CSV or Excel file as lines of texts, whatever its encoding; nothing of it is trusted."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from mirasapo.encoding import encoding_of_file
from mirasapo.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_BYTES: Final = 50 * 1024 * 1024
MAX_CELL: Final = 100_000
MAX_COLUMNS: Final = 1000
ENCODINGS: Final = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8(BOM 付き)",
    "utf-16": "UTF-16",
    "cp932": "Shift_JIS(CP932)",
}
DELIMITERS: Final = (",", "\t", ";")
_XLSX: Final = b"PK\x03\x04"
_OLD_EXCEL: Final = b"\xd0\xcf\x11\xe0"
_LOOKED_AT: Final = 50
_HALF_KANA = re.compile("[\uff61-\uff9f]")
_KEPT_TEXT = re.compile(r'="([^"]*)"')  # how Excel's users keep a leading zero in a CSV
_FORMULA = re.compile(r"=|[+\-@].*\|.*!", re.DOTALL)  # a calculation, or DDE


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the grid with its number in the file, from 1, as a spreadsheet shows it."""

    number: int
    cells: tuple[str, ...]

    @property
    def is_blank(self) -> bool:
        """Nothing is written in it."""
        return not any(cell.strip() for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Grid:
    """The lines of a file, and how it was read; `sheet` for a workbook, the others for a text."""

    lines: tuple[Line, ...]
    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None


def read_grid(
    content: bytes,
    *,
    encoding: str | None = None,
    delimiter: str | None = None,
    sheet: str | None = None,
) -> Grid:
    """The file as lines; what is not given is found out. Raises BadInput for what cannot be read."""
    if len(content) > MAX_BYTES:
        raise unreadable(f"{MAX_BYTES // 1024**2}MBまでのファイルを読みます。")
    if not content.strip():
        raise unreadable("ファイルが空です。")
    if content.startswith(_OLD_EXCEL):
        raise unreadable("古い Excel(.xls)か、暗号化されたブックです。.xlsx で保存し直します。")
    if content.startswith(_XLSX):
        from mirasapo.intake.export.xlsx import read_sheet

        title, lines = read_sheet(content, sheet)
        return Grid(lines, sheet=title)
    encoding = encoding or _encoding(content)
    text = _decoded(content, encoding)
    if "\0" in text:
        raise unreadable("文字でないデータ(NUL)があります。CSV か .xlsx で出力し直します。")
    delimiter = delimiter or _delimiter(text)
    return Grid(_lines(text, delimiter), encoding=encoding, delimiter=delimiter)


def is_formula(cell: str) -> bool:
    """Whether a spreadsheet would calculate with it: nobody wrote it as a value."""
    return _FORMULA.match(cell.strip()) is not None


def unreadable(why: str, **members: object) -> BadInput:
    """The refusal of a file."""
    return BadInput(
        "出力ファイルを読めません。", why, "CSV か .xlsx で出力し直してください。", **members
    )


def _encoding(content: bytes) -> str:
    found = encoding_of_file(content)
    if found in (None, "cp932"):
        _refuse_euc(content)
    return found or "utf-8"


def _refuse_euc(content: bytes) -> None:
    """What reads as EUC-JP reads as Shift_JIS too, as rows of half-width kana."""
    try:
        euc = content.decode("euc_jp")
    except UnicodeDecodeError:
        return
    try:
        kana = len(_HALF_KANA.findall(content.decode("cp932")))
    except UnicodeDecodeError:
        kana = len(euc)
    if kana > len(_HALF_KANA.findall(euc)):
        raise unreadable("文字コードが EUC-JP のようです。UTF-8 で保存し直します。")


def _decoded(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as fault:
        line = content[: fault.start].count(b"\n") + 1
        name = ENCODINGS.get(encoding, encoding)
        why = f"{line}行目が {name} として読めません。文字コードを UTF-8 にして保存し直します。"
        raise unreadable(why, line=line) from None


def _delimiter(text: str) -> str:
    """The sign that cuts most of the first lines into the same number of cells."""
    head = "\n".join(text.splitlines()[:_LOOKED_AT])

    def cut(sign: str) -> tuple[int, int]:
        widths = Counter(len(row) for row in csv.reader(io.StringIO(head), delimiter=sign))
        width, times = max(widths.items(), key=lambda each: (each[0] > 1, each[1], each[0]))
        return (times, width) if width > 1 else (0, 0)

    try:
        return max(DELIMITERS, key=cut)
    except csv.Error:
        return ","


def _lines(text: str, delimiter: str) -> tuple[Line, ...]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    found: list[Line] = []
    while True:
        number = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return tuple(found)
        except csv.Error as fault:
            said = (
                "セルが大きすぎます。" if "field larger" in str(fault) else "引用符が合いません。"
            )
            raise unreadable(f"{number}行目: {said}", line=number) from None
        _within_limits(cells, number)
        found.append(Line(number, tuple(map(_text, cells))))


def _within_limits(cells: Sequence[str], number: int) -> None:
    if len(cells) > MAX_COLUMNS:
        raise unreadable(f"{number}行目の列が {MAX_COLUMNS} を超えています。", line=number)
    if any(len(cell) > MAX_CELL for cell in cells):
        raise unreadable(f"{number}行目: セルが大きすぎます({MAX_CELL:,}文字まで)。", line=number)


def _text(cell: str) -> str:
    """A cell with the line ends of the data model, out of the formula that only keeps a text."""
    kept = _KEPT_TEXT.fullmatch(cell)
    return (kept[1] if kept else cell).replace("\r\n", "\n").replace("\r", "\n")
