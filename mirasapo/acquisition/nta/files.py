"""A register file as it was downloaded: CSV, zip of CSV, or an answer of the Web-API (CSV, XML)."""

from __future__ import annotations

import stat
import zipfile
import zlib
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from hashlib import file_digest
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast
from zoneinfo import ZoneInfo

from mirasapo.acquisition.nta.archive import csv_members
from mirasapo.acquisition.nta.format import Codes, RegisterRow, Unreadable, read_row
from mirasapo.acquisition.nta.table import CsvTable, Line, WrongFile
from mirasapo.acquisition.nta.xml_table import XmlTable, is_xml

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from io import BufferedReader

_PEEK = 256
_HOPELESS = 1_000  # so many rows refused before one is read: it is another file
_ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06")  # the second: one without a file in it
_SUFFIXES = frozenset({".csv", ".zip"})


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


@dataclass
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

    @cached_property
    def sha256(self) -> str:
        """The hash under which the lake keeps it."""
        with self.path.open("rb") as stream:
            return file_digest(stream, "sha256").hexdigest()

    @property
    def zipped(self) -> bool:
        """Whether it is a zip, told from its first bytes: one that was cut short is one, too."""
        with self.path.open("rb") as stream:
            return stream.read(4) in _ZIP_STARTS

    @property
    def media_type(self) -> str:
        """Of the file as it came, told from its first bytes."""
        if self.zipped:
            return "application/zip"
        with self.path.open("rb") as stream:
            return "application/xml" if is_xml(stream.read(_PEEK)) else "text/csv"

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
                members = csv_members(archive)
                for member in members:
                    label = self.label if len(members) == 1 else f"{self.label}:{member.filename}"
                    with archive.open(member) as stream:
                        yield from self._table(label, stream)
        except (zipfile.BadZipFile, zlib.error, EOFError):
            raise WrongFile("zip が壊れています。もう一度取得してください。") from None
        except (RuntimeError, NotImplementedError):
            raise WrongFile("zip が暗号化されているか、読めない方式で圧縮されています。") from None

    def _table(self, label: str, stream: IO[bytes]) -> Iterator[RegisterRow]:
        head = cast("BufferedReader", stream).peek(_PEEK)[:_PEEK]  # ZipExtFile has it too
        table = XmlTable(stream) if is_xml(head) else CsvTable.recognise(stream)
        rows = refused = 0
        cut = ""
        for line in table.rows():
            rows += 1
            try:
                row = self._row(table, line)
            except Unreadable as fault:
                refused += 1
                self.refused.append(Refused(label, line.number, str(fault)))
                if not line.complete:
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

    def _row(self, table: CsvTable | XmlTable, line: Line) -> RegisterRow:
        if isinstance(line.fields, Unreadable):
            raise line.fields
        row = read_row(line.fields, table.layout, self.codes)
        if row.updated_on > self.today:  # it would be the newest of its body for ever
            raise Unreadable("更新年月日が未来の日付です。")
        return row
