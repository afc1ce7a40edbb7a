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

from mirasapo.acquisition.bulk import bulk_transaction, copy_rows, driver_connection
from mirasapo.acquisition.nta import merge
from mirasapo.acquisition.nta.files import Refused, RegisterFile, register_files
from mirasapo.acquisition.nta.format import Codes, beyond_shift_jis, fidelity_of
from mirasapo.acquisition.nta.spelling import keep_spellings, spell_names
from mirasapo.acquisition.nta.table import WrongFile
from mirasapo.business.projection import project
from mirasapo.business.search import index_terms
from mirasapo.business.succession import successions
from mirasapo.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path
    from uuid import UUID

    from mirasapo.catalog import Catalog
    from mirasapo.store.databases import Databases
    from mirasapo.store.lake import Lake

_BATCH = 20_000


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
    with bulk_transaction(databases) as conn:
        merge.prepare(conn)
        wrong = _stage(conn, opened)
        refused = [row for file in opened for row in file.refused]
        if wrong:
            raise _wrong_files(wrong, _report(conn, opened, Counter(), [*wrong, *refused]))
        _keep_payloads(conn, lake, opened)
        keep_spellings(conn)
        moved = merge.settle(conn)
        _index_names(conn)
        applied = Counter(merge.apply(conn))
        _refold(conn, catalog, moved | spell_names(conn) | merge.changed_businesses(conn))
        return _report(conn, opened, applied, refused, _chain_ends(conn))


def _report(
    conn: Connection,
    files: Sequence[RegisterFile],
    applied: Counter[int],
    refused: Iterable[Refused],
    absorbed: Mapping[str, int] | None = None,
) -> Report:
    return Report(
        files=len(files),
        rows_read=sum(file.rows_read for file in files),
        rows_applied=applied.total(),
        businesses=merge.count_bodies(conn),
        per_file=tuple(
            FileReport(
                file=file.label,
                rows_read=file.rows_read,
                rows_applied=applied[number],
                rows_refused=len(file.refused),
                days=dict(sorted(file.days.items())),
            )
            for number, file in enumerate(files)
        ),
        absorbed=dict(absorbed or {}),
        refused=tuple(refused),
    )


def _stage(conn: Connection, files: Sequence[RegisterFile]) -> list[Refused]:
    """Stream every readable row into the staging table; the files that are none of the register."""
    wrong: list[Refused] = []

    def rows() -> Iterator[Sequence[object]]:
        for number, file in enumerate(files):
            try:
                for row in file.rows():
                    yield (*row, fidelity_of(row), beyond_shift_jis(row.name) > 0, number)
            except WrongFile as why:
                wrong.append(Refused(file.label, None, str(why)))

    copy_rows(conn, merge.STAGED, rows())
    return wrong


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
    """Put each file into the lake as it came, with its line in the manifest."""
    kept = []
    for number, file in enumerate(files):
        sha256 = lake.put_file(file.path)
        kept.append({"number": number, "sha256": sha256})
        conn.execute(
            _PAYLOAD,
            {
                "sha256": sha256,
                "size_bytes": file.path.stat().st_size,
                "media_type": file.media_type,
            },
        )
    merge.name_files(conn, kept)


_PAYLOAD = text(
    """
    INSERT INTO core.payload (sha256, size_bytes, media_type, kind, source)
    VALUES (:sha256, :size_bytes, :media_type, 'register', 'nta')
    ON CONFLICT (sha256) DO NOTHING
    """
)


def _index_names(conn: Connection) -> None:
    """What the search compares, for the changed bodies only: most of a second load is none."""
    with driver_connection(conn).cursor(name="changed_names") as cursor:
        cursor.execute(merge.CHANGED_NAMES.encode())
        while names := cursor.fetchmany(_BATCH):
            copy_rows(conn, merge.TERMS, (_terms(*name) for name in names))


def _terms(number: str, name: str, kana: str | None, out_of_search: bool) -> tuple[object, ...]:
    # A body outside the search has nothing to be found by, whoever forgets the flag.
    return (number, *(("", []) if out_of_search else index_terms(name, kana)))


def _refold(conn: Connection, catalog: Catalog, businesses: set[UUID]) -> None:
    """The register wins at once in the master of the businesses that have one."""
    if businesses:
        project(conn, catalog, sorted(businesses))
