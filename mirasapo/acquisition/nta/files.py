"""A register file as it was downloaded: CSV or zip, UTF-8 or Shift_JIS, perhaps a control line.

Nothing is taken from a file's name: daily files changed from UTF-8 to Shift_JIS on 2021-10-04 under
the same path and without a mark. Rows are streamed; a file is never held in memory.
"""

from __future__ import annotations

import csv
import re
import stat
import zipfile
import zlib
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain, islice
from pathlib import Path, PurePosixPath
from typing import IO, TYPE_CHECKING
from zoneinfo import ZoneInfo

from mirasapo.acquisition.nta.format import LAYOUTS, Codes, RegisterRow, Unreadable, read_row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SAMPLE_LINES = 500
_LONGEST_LINE = 1 << 16
_MOST_MEMBERS = 1_000
_SUSPICIOUS_SIZE = 64 << 20
_MOST_INFLATED = 100  # the register's own files shrink to a seventh
_HOPELESS = 1_000  # so many rows refused before one is read: it is another file
_BOM = b"\xef\xbb\xbf"
_ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06")  # the second: one without a file in it
_UTF16_BOMS = (b"\xff\xfe", b"\xfe\xff")
_CONTROL_LINE = re.compile(rb"[0-9]{4}-[0-9]{2}-[0-9]{2},([0-9]+),([0-9]+),([0-9]+)\s*")
_SUFFIXES = frozenset({".csv", ".zip"})


class WrongFile(Exception):
    """The file is no readable register file; the text says why, in Japanese sentences."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that was not taken (`line` counts from 1), or a whole file (`line` is None)."""

    file: str
    line: int | None
    why: str


def register_files(given: Sequence[Path | str]) -> list[Path]:
    """The files to read: each file as given, of each folder every CSV and zip in and below it.

    A folder without any stays as it is, for `RegisterFile` to refuse it by its name.
    """
    found: list[Path] = []
    for path in map(Path, given):
        inside = path.is_dir() and sorted(
            each for each in path.rglob("*") if each.suffix.lower() in _SUFFIXES
        )
        found += inside or [path]
    return found


def _today() -> str:
    return datetime.now(ZoneInfo("Asia/Tokyo")).date().isoformat()


@dataclass(slots=True)
class RegisterFile:
    """One file given to the load; `rows` counts and collects as it goes."""

    path: Path
    label: str
    codes: Codes
    today: str = field(default_factory=_today)
    rows_read: int = 0
    refused: list[Refused] = field(default_factory=list)
    days: Counter[str] = field(default_factory=Counter)
    """Readable rows by 更新年月日; complete once `rows` has ended."""

    @property
    def zipped(self) -> bool:
        """Whether it is a zip, told from its first bytes: one that was cut short is one, too."""
        with self.path.open("rb") as stream:
            return stream.read(4) in _ZIP_STARTS

    def rows(self) -> Iterator[RegisterRow]:
        """Every readable row; the others go to `refused`.

        Raises WrongFile as soon as the file shows itself to be none of the register. That can be
        after its last row: keep nothing for good before the iteration has ended.
        """
        try:
            if not stat.S_ISREG(self.path.stat().st_mode) and not self.path.is_dir():
                raise WrongFile(
                    "ふつうのファイルではありません。保存したファイルを指定してください。"
                )
            if self.zipped:
                yield from self._zipped()
            else:
                with self.path.open("rb") as stream:
                    yield from self._table(self.label, stream)
        except FileNotFoundError:
            raise WrongFile("ファイルがありません。") from None
        except IsADirectoryError:
            raise WrongFile("CSV も zip も入っていないフォルダーです。") from None
        except OSError:
            raise WrongFile("ファイルを開けません。読み取りの権限を確かめてください。") from None

    def _zipped(self) -> Iterator[RegisterRow]:
        try:
            with zipfile.ZipFile(self.path) as archive:
                members = _members(archive)
                for member in members:
                    label = self.label if len(members) == 1 else f"{self.label}:{member.filename}"
                    with archive.open(member) as stream:
                        yield from self._table(label, stream)
        except (zipfile.BadZipFile, zlib.error, EOFError):
            raise WrongFile("zip が壊れています。もう一度取得してください。") from None
        except (RuntimeError, NotImplementedError):
            raise WrongFile("zip が暗号化されているか、読めない方式で圧縮されています。") from None

    def _table(self, label: str, stream: IO[bytes]) -> Iterator[RegisterRow]:
        table = _Table.recognise(stream)
        rows = refused = 0
        cut = ""
        for line, raw in table.lines:
            if not raw.strip():
                continue
            rows += 1
            try:
                row = self._row(table, raw)
            except Unreadable as fault:
                refused += 1
                self.refused.append(Refused(label, line, str(fault)))
                if not raw.endswith((b"\n", b"\r")):
                    cut = str(fault)
                if rows == refused == _HOPELESS:
                    break
            else:
                self.days[row.updated_on] += 1
                yield row
        self.rows_read += rows
        if rows and rows == refused:
            first = next(each for each in self.refused if each.file == label)
            raise WrongFile(
                f"法人番号の行を1行も読み取れませんでした。{first.line}行目: {first.why}"
            )
        if cut:
            raise WrongFile(
                f"最後の行が途中で終わっています。{cut}"
                "ファイルが途中で切れているおそれがあります。もう一度取得してください。"
            )
        table.check_count(rows)

    def _row(self, table: _Table, raw: bytes) -> RegisterRow:
        row = read_row(table.fields(raw), table.layout, self.codes)
        if row.updated_on > self.today:  # it would be the newest of its body for ever
            raise Unreadable("更新年月日が未来の日付です。")
        return row


@dataclass(frozen=True, slots=True)
class _Table:
    """One CSV: how it is written, and its lines from the first row on, numbered."""

    lines: Iterator[tuple[int, bytes]]
    encoding: str
    layout: int
    announced: tuple[int, int] | None  # (rows in all parts, number of parts), of the control line

    @classmethod
    def recognise(cls, stream: IO[bytes]) -> _Table:
        """Tell encoding and layout from the first lines.

        Raises WrongFile when they are not lines of the register.
        """
        numbered = enumerate(_lines(stream), start=1)
        head = list(islice(numbered, _SAMPLE_LINES))
        if not head:
            raise WrongFile("ファイルが空です。")
        first = head[0][1]
        if first.startswith(_UTF16_BOMS):
            raise WrongFile(
                "文字コードが UTF-16 です。UTF-8 か Shift_JIS の CSV を指定してください。"
            )
        head[0] = (1, first.removeprefix(_BOM))
        if next((line for _, line in head if line.strip()), b"").lstrip().startswith(b"<"):
            raise WrongFile("CSV ではなく XML か HTML です。CSV 形式で取得してください。")
        announced = None
        if control := _CONTROL_LINE.fullmatch(head[0][1]):
            announced = int(control[1]), int(control[3])
            del head[0]
        encoding = _encoding([line for _, line in head])
        layout = _layout([line for _, line in head], encoding)
        if layout is None and not (announced and announced[0] == 0 and not head):
            raise WrongFile(
                f"国税庁法人番号の CSV ではありません。{_width_of([line for _, line in head], encoding)}"
                "列の数が 23・28・30 のどれでもありません。"
            )
        return cls(chain(head, numbered), encoding, layout or LAYOUTS[-1], announced)

    def fields(self, raw: bytes) -> list[str]:
        """One line cut into its fields.

        Raises Unreadable when it is not text in the file's encoding, or its quotes do not close.
        """
        return _cut(raw, self.encoding)

    def check_count(self, rows: int) -> None:
        """Compare with what the control line announced; a part of several can only hold fewer."""
        if self.announced is None:
            return
        total, parts = self.announced
        if rows > total or (parts == 1 and rows != total):
            raise WrongFile(
                f"1行目の制御行は{total:,}件と示していますが、{rows:,}行ありました。"
                "途中で切れているおそれがあります。"
            )


def _members(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """The CSV files of a zip, the others (signatures) left out.

    Raises WrongFile for a zip without one, and for what no zip of the register is: names that lead
    out of it, more than a file a prefecture and kind could need, content out of all proportion.
    """
    everything = archive.infolist()
    if len(everything) > _MOST_MEMBERS:
        raise WrongFile(f"zip の中のファイルが多すぎます({len(everything):,}個)。")
    for each in everything:
        parts = PurePosixPath(each.filename.replace("\\", "/")).parts
        if ".." in parts or parts[:1] == ("/",) or ":" in each.filename:
            raise WrongFile(
                "zip の中に、フォルダーの外を指す名前があります。公表サイトの zip ではありません。"
            )
    members = [each for each in everything if each.filename.lower().endswith(".csv")]
    if not members:
        raise WrongFile("zip の中に CSV がありません。CSV 形式の zip を取得してください。")
    for each in members:
        if each.file_size > _SUSPICIOUS_SIZE and (
            each.file_size > _MOST_INFLATED * each.compress_size
        ):
            raise WrongFile(
                f"zip の中の CSV が、圧縮された大きさの{_MOST_INFLATED}倍を超えて膨らみます。"
                "公表サイトの zip ではありません。"
            )
    return members


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


def _encoding(lines: list[bytes]) -> str:
    """The encoding in which more of the lines are text; one damaged byte does not decide.

    Raises WrongFile when none of them is text in any.
    """

    def readable(encoding: str) -> int:
        count = 0
        for line in lines:
            try:
                line.decode(encoding)
            except UnicodeDecodeError:
                continue
            count += 1
        return count

    counts = {encoding: readable(encoding) for encoding in ("utf-8", "cp932")}
    if lines and not any(counts.values()):
        raise WrongFile("文字コードが UTF-8 でも Shift_JIS でもありません。")
    return max(counts, key=lambda encoding: counts[encoding])


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
