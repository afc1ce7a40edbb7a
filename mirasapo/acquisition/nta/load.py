"""Register files into `open.register_body`: the newest row of each body, whatever arrives first.

Which row is newest is decided by (update date, serial number), then by what the rows hold
(`fidelity_of`, their text, the hash of their file), never by arrival: the state after a set of files
is the same in any order and any split into commands.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import Connection, NullPool, create_engine, text

from mirasapo.acquisition.nta import merge
from mirasapo.acquisition.nta.files import Refused, RegisterFile, WrongFile
from mirasapo.acquisition.nta.format import fidelity_of
from mirasapo.business.projection import project
from mirasapo.business.search import index_terms
from mirasapo.errors import BadInput

if TYPE_CHECKING:
    from mirasapo.catalog import Catalog
    from mirasapo.store.databases import Databases
    from mirasapo.store.lake import Lake

_BATCH = 20_000


@dataclass(frozen=True, slots=True)
class Report:
    """What one load did.

    `rows_read`: rows in the files, refused ones included. `rows_applied`: rows that changed what is
    known of a body; a row that is older than a known one or repeats it is not. `businesses`: bodies
    of the register known after the load, closed and deleted ones included, made-up ones not.
    """

    files: int
    rows_read: int
    rows_applied: int
    businesses: int
    refused: tuple[Refused, ...]

    def as_dict(self) -> dict[str, Any]:
        """The report as one JSON object."""
        return asdict(self)


def load_nta(
    databases: Databases, lake: Lake, catalog: Catalog, files: Sequence[Path | str]
) -> Report:
    """Load register files, in one transaction for all of them.

    A row that cannot be read is refused alone and listed. Raises BadInput when a file is none of
    the register's (`members["refused"]` names them all); then nothing of any file is kept.
    """
    opened = [RegisterFile(Path(file), str(file)) for file in files]
    # psycopg 3 for its COPY stream, under SQLAlchemy so that the projection joins the transaction.
    engine = create_engine(
        "postgresql+psycopg://", creator=lambda: databases.raw("intake"), poolclass=NullPool
    )
    with engine.begin() as conn:
        merge.prepare(conn)
        _stage(conn, opened)
        _keep_payloads(conn, lake, opened)
        moved = merge.settle(conn)
        _index_names(conn)
        applied = merge.apply(conn)
        _refold(conn, catalog, moved | merge.changed_businesses(conn))
        return Report(
            files=len(opened),
            rows_read=sum(file.rows_read for file in opened),
            rows_applied=applied,
            businesses=merge.count_bodies(conn),
            refused=tuple(row for file in opened for row in file.refused),
        )


def _copy(conn: Connection, into: str, rows: Iterable[Sequence[object]]) -> None:
    """COPY rows into a temporary table."""
    raw = conn.connection.driver_connection
    assert raw is not None
    with raw.cursor() as cursor, cursor.copy(f"COPY {into} FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def _stage(conn: Connection, files: Sequence[RegisterFile]) -> None:
    wrong: list[Refused] = []

    def rows() -> Iterable[Sequence[object]]:
        for number, file in enumerate(files):
            try:
                for row in file.rows():
                    yield (*row, fidelity_of(row), number)
            except WrongFile as why:
                wrong.append(Refused(file.label, None, str(why)))

    _copy(conn, merge.STAGED, rows())
    if wrong:
        raise _wrong_files(wrong)


def _wrong_files(wrong: Sequence[Refused]) -> BadInput:
    first = wrong[0]
    more = f"(ほか{len(wrong) - 1}個のファイルも取り込めません。)" if len(wrong) > 1 else ""
    return BadInput(
        f"{first.file} を取り込めません。",
        f"{first.why}{more}",
        "今回指定したファイルは、どれも取り込んでいません。"
        "国税庁法人番号公表サイトの CSV か zip を、開いて保存し直さずに指定してください。",
        refused=[asdict(each) for each in wrong],
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
                "media_type": "application/zip" if file.zipped else "text/csv",
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
    raw = conn.connection.driver_connection
    assert raw is not None
    with raw.cursor(name="changed_names") as cursor:
        cursor.execute(merge.CHANGED_NAMES)
        while names := cursor.fetchmany(_BATCH):
            _copy(conn, merge.TERMS, (_terms(*name) for name in names))


def _terms(number: str, name: str, kana: str | None, out_of_search: bool) -> tuple[object, ...]:
    # A body outside the search has nothing to be found by, whoever forgets the flag.
    return (number, *(("", []) if out_of_search else index_terms(name, kana)))


def _refold(conn: Connection, catalog: Catalog, businesses: set[UUID]) -> None:
    """The register wins at once in the master of the businesses that have one."""
    if businesses:
        project(conn, catalog, sorted(businesses))
