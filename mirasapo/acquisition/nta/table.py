"""The rows of one register CSV: how it is written is told from its bytes.

Nothing is taken from a file's name: daily files changed from UTF-8 to Shift_JIS on 2021-10-04 under
the same path and without a mark. Rows are streamed; a file is never held in memory.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from dataclasses import dataclass
from itertools import chain, islice, starmap
from typing import IO, TYPE_CHECKING, NamedTuple

from mirasapo.acquisition.nta.format import LAYOUTS, Unreadable
from mirasapo.encoding import BOM, UTF16_BOMS, encoding_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SAMPLE_LINES = 500
_BLOCK_LINES = 500
_LONGEST_LINE = 1 << 16
_CONTROL_LINE = re.compile(rb"[0-9]{4}-[0-9]{2}-[0-9]{2},([0-9]+),([0-9]+),([0-9]+)\s*")


class WrongFile(Exception):
    """The file is no readable register file; the text says why, in Japanese sentences."""


class Line(NamedTuple):
    """One row before it is read: its fields, or why it has none (no text, quotes that are off).

    `number` counts lines (records, in XML) from 1; `complete` is False for one without a line's end.
    """

    number: int
    fields: list[str] | Unreadable
    complete: bool = True


@dataclass(frozen=True, slots=True)
class CsvTable:
    """One CSV: how it is written, and its lines from the first row on, numbered."""

    lines: Iterator[tuple[int, bytes]]
    encoding: str
    layout: int
    announced: tuple[int, int] | None  # (rows in all parts, number of parts), of the control line

    @classmethod
    def recognise(cls, stream: IO[bytes]) -> CsvTable:
        """Tell encoding and layout from the first lines.

        Raises WrongFile when they are not lines of the register.
        """
        numbered = enumerate(_lines(stream), start=1)
        head = list(islice(numbered, _SAMPLE_LINES))
        if not head:
            raise WrongFile("ファイルが空です。")
        first = head[0][1]
        if first.startswith(UTF16_BOMS):
            raise WrongFile(
                "文字コードが UTF-16 です。UTF-8 か Shift_JIS の CSV を指定してください。"
            )
        head[0] = (1, first.removeprefix(BOM))
        if next((line for _, line in head if line.strip()), b"").lstrip().startswith(b"<"):
            raise WrongFile("CSV ではなく HTML などのページです。CSV 形式で取得してください。")
        announced = None
        if control := _CONTROL_LINE.fullmatch(head[0][1]):
            announced = int(control[1]), int(control[3])
            del head[0]
        encoding = encoding_of(line for _, line in head)
        if encoding is None:
            raise WrongFile("文字コードが UTF-8 でも Shift_JIS でもありません。")
        layout = _layout([line for _, line in head], encoding)
        if layout is None and not (announced and announced[0] == 0 and not head):
            raise WrongFile(
                f"国税庁法人番号の CSV ではありません。{_width_of([line for _, line in head], encoding)}"
                "列の数が 23・28・30 のどれでもありません。"
            )
        return cls(chain(head, numbered), encoding, layout or LAYOUTS[-1], announced)

    def rows(self) -> Iterator[Line]:
        """The lines that are not blank, cut into fields."""
        filled = ((number, raw) for number, raw in self.lines if raw.strip())
        while block := list(islice(filled, _BLOCK_LINES)):
            numbers, raws = zip(*block, strict=True)
            cut = _cut_block(raws, self.encoding)
            *whole, last = zip(numbers, cut, strict=True)
            yield from starmap(Line, whole)  # only a file's last line can lack its end
            yield Line(*last, raws[-1].endswith((b"\n", b"\r")))

    def check_count(self, rows: int) -> None:
        """Compare with what the control line announced. Raises WrongFile."""
        if self.announced is not None:
            check_count("1行目の制御行", self.announced, rows)


def check_count(where: str, announced: tuple[int, int], rows: int) -> None:
    """Compare the rows with those announced (in all parts, parts); a part can only hold fewer.

    Raises WrongFile.
    """
    total, parts = announced
    if rows > total or (parts == 1 and rows != total):
        raise WrongFile(
            f"{where}は{total:,}件と示していますが、{rows:,}行ありました。"
            "途中で切れているおそれがあります。"
        )


def _lines(stream: IO[bytes]) -> Iterator[bytes]:
    number = 0
    while line := stream.readline(_LONGEST_LINE):
        number += 1
        if len(line) == _LONGEST_LINE:
            raise WrongFile(f"CSV ではありません。{number}行目: 1行が長すぎます。")
        yield line


def _cut(raw: bytes, encoding: str) -> list[str]:
    try:
        text = raw.decode(encoding).rstrip("\r\n")
    except UnicodeDecodeError:
        raise Unreadable("文字として読めないバイトが含まれています。") from None
    # One reader a line: an unclosed quote spoils its own row, not the rows after it.
    try:
        return next(csv.reader((text,), strict=True), [])
    except csv.Error:
        raise Unreadable('引用符(")の対応が崩れています。') from None


def _cut_block(raws: Sequence[bytes], encoding: str) -> Sequence[list[str] | Unreadable]:
    """Each line's fields, at a third of the price of `_cut`; one by one where a line is at fault."""
    try:
        text = b"".join(raws).decode(encoding).replace("\r\n", "\n")
        lines = text.removesuffix("\n").split("\n")
        rows = list(csv.reader(lines, strict=True))
        if len(rows) == len(lines) == len(raws):  # an unclosed quote swallows the lines after it
            return rows
    except (UnicodeDecodeError, csv.Error):
        pass
    return [_tried(raw, encoding) for raw in raws]


def _tried(raw: bytes, encoding: str) -> list[str] | Unreadable:
    try:
        return _cut(raw, encoding)
    except Unreadable as fault:
        return fault


def _width_of(lines: list[bytes], encoding: str) -> str:
    """The first line's number of columns as a sentence; '' when it has none to tell."""
    try:
        return f"最初の行は{len(_cut(lines[0], encoding))}列です。" if lines else ""
    except Unreadable:
        return ""


def _layout(lines: list[bytes], encoding: str) -> int | None:
    """The register's layout that most lines have; None when no line has one."""
    counts: Counter[int] = Counter()
    for line in lines:
        try:
            counts[len(_cut(line, encoding))] += 1
        except Unreadable:
            continue
    return max((n for n in LAYOUTS if counts[n]), key=lambda n: counts[n], default=None)
