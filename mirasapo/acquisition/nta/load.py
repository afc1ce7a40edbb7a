"""Register files into `open.register_body`: the newest row of each body, whatever arrives first.

Which row is newest is decided by (update date, serial number), then by what the rows hold
(`fidelity_of`, their text, the hash of their file), never by arrival: the state after a set of
files is the same in any order and any split into commands.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, text

from mirasapo.acquisition.bulk import bulk_transaction
from mirasapo.acquisition.nta import merge
from mirasapo.acquisition.nta.arrival import take_in
from mirasapo.acquisition.nta.files import Refused, RegisterFile, register_files
from mirasapo.acquisition.nta.format import Codes
from mirasapo.acquisition.nta.spelling import spell_names
from mirasapo.business.projection import project
from mirasapo.business.succession import successions
from mirasapo.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path
    from uuid import UUID

    from mirasapo.catalog import Catalog
    from mirasapo.store.databases import Databases
    from mirasapo.store.lake import Lake


@dataclass(frozen=True, slots=True)
class FileReport:
    """What one file brought; `days` are the readable rows by 更新年月日.

    `rows_applied` of a file counts the bodies whose newest row stands in it; where several files
    have that row, it counts for the one of the smallest hash.
    """

    file: str
    rows_read: int
    rows_applied: int
    rows_refused: int
    days: dict[str, int]


@dataclass(frozen=True, slots=True)
class Report:
    """What one load did.

    `rows_read`: rows in the files, refused ones included. `rows_applied`: rows that changed what is
    known of a body; a row that is older than a known one or repeats it is not. `businesses`: bodies
    of the register known after the load, closed and deleted ones included, made-up ones not.
    `absorbed`: of the changed bodies that were merged, how many chains of successors have which end
    (`business.succession.ChainEnd`).
    """

    files: int
    rows_read: int
    rows_applied: int
    businesses: int
    per_file: tuple[FileReport, ...]
    absorbed: dict[str, int]
    refused: tuple[Refused, ...]

    @property
    def days(self) -> dict[str, int]:
        """Readable rows of all files by 更新年月日, the days in order."""
        counts = sum((Counter(each.days) for each in self.per_file), Counter[str]())
        return dict(sorted(counts.items()))

    def as_dict(self) -> dict[str, Any]:
        """The report as one JSON object."""
        return asdict(self)


def load_nta(
    databases: Databases, lake: Lake, catalog: Catalog, files: Sequence[Path | str]
) -> Report:
    """Load register files, and those in folders, in one transaction for all of them.

    A row that cannot be read is refused alone and listed. Raises BadInput without a file and for a
    file that is none of the register's (`members["refused"]` names them all), Conflict while another
    load runs; then nothing of any file is kept.
    """
    if not files:
        raise BadInput(
            "取り込むファイルがありません。",
            "ファイルが一つも指定されていません。",
            "国税庁法人番号公表サイトの CSV か zip を指定してください。",
        )
    codes = Codes.of(catalog)
    opened = [RegisterFile(file, str(file), codes) for file in register_files(files)]
    try:
        with bulk_transaction(databases) as conn:
            return _load(conn, lake, catalog, opened)
    except _WrongFiles as fault:
        with bulk_transaction(databases) as conn:  # what was taken in is gone again
            report = _report(conn, opened, {}, fault.wrong)
        raise _wrong_files(fault.wrong, report) from None


class _WrongFiles(Exception):
    def __init__(self, wrong: Sequence[Refused]) -> None:
        super().__init__()
        self.wrong = wrong


def _load(conn: Connection, lake: Lake, catalog: Catalog, files: Sequence[RegisterFile]) -> Report:
    merge.prepare(conn)
    if wrong := take_in(conn, files):
        raise _WrongFiles(wrong)
    _keep_payloads(conn, lake, files)
    moved = merge.settle(conn)
    applied = merge.apply(conn)
    _refold(conn, catalog, moved | spell_names(conn) | merge.changed_businesses(conn))
    return _report(conn, files, applied, absorbed=_chain_ends(conn))


def _report(
    conn: Connection,
    files: Sequence[RegisterFile],
    applied: Mapping[str, int],
    wrong: Iterable[Refused] = (),
    absorbed: Mapping[str, int] | None = None,
) -> Report:
    waiting = dict(applied)  # of a file that was given twice the first has them
    return Report(
        files=len(files),
        rows_read=sum(file.rows_read for file in files),
        rows_applied=sum(applied.values()),
        businesses=merge.count_bodies(conn),
        per_file=tuple(
            FileReport(
                file=file.label,
                rows_read=file.rows_read,
                rows_applied=waiting.pop(file.sha256, 0) if waiting else 0,
                rows_refused=len(file.refused),
                days=dict(sorted(file.days.items())),
            )
            for file in files
        ),
        absorbed=dict(absorbed or {}),
        refused=(*wrong, *(row for file in files for row in file.refused)),
    )


def _chain_ends(conn: Connection) -> dict[str, int]:
    """Where the chains end of the changed bodies that were merged: how many of each end."""
    ends = Counter(found.end.value for found in successions(conn, merge.absorbed(conn)).values())
    return dict(sorted(ends.items()))


def _wrong_files(wrong: Sequence[Refused], report: Report) -> BadInput:
    first = wrong[0]
    more = f"(ほか{len(wrong) - 1}個のファイルも取り込めません。)" if len(wrong) > 1 else ""
    return BadInput(
        f"{first.file} を取り込めません。",
        f"{first.why}{more}",
        "今回指定したファイルは、どれも取り込んでいません。"
        "国税庁法人番号公表サイトの CSV か zip を、開いて保存し直さずに指定してください。",
        **report.as_dict(),
    )


def _keep_payloads(conn: Connection, lake: Lake, files: Sequence[RegisterFile]) -> None:
    """Put each file into the lake as it came, with its line in the manifest.

    Raises WrongFiles for a file that has become another since its rows were read.
    """
    for file in files:
        if lake.put_file(file.path) != file.sha256:
            raise _WrongFiles(
                [Refused(file.label, None, "取り込む間にファイルが書き換えられました。")]
            )
        conn.execute(
            _PAYLOAD,
            {
                "sha256": file.sha256,
                "size_bytes": file.path.stat().st_size,
                "media_type": file.media_type,
            },
        )


_PAYLOAD = text(
    """
    INSERT INTO core.payload (sha256, size_bytes, media_type, kind, source)
    VALUES (:sha256, :size_bytes, :media_type, 'register', 'nta')
    ON CONFLICT (sha256) DO NOTHING
    """
)


def _refold(conn: Connection, catalog: Catalog, businesses: set[UUID]) -> None:
    """The register wins at once in the master of the businesses that have one."""
    if businesses:
        project(conn, catalog, sorted(businesses))
