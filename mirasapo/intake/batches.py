"""一括送信: many filings in one NDJSON, answered at once and taken in afterwards.

The file goes into the lake, then its row and the order to work on it are written in one transaction.
`run` takes it in, so many lines a transaction, and moves the batch's position in the transaction of
the rows: whatever ends it, and wherever, the next run goes on behind the last line that is in.
Attachments are uploads, sent before. Each filing stays where it is in the batch's object.
"""

from __future__ import annotations

import logging
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import islice
from typing import TYPE_CHECKING, Any, Protocol, Self
from uuid import UUID, uuid4

import psycopg
from sqlalchemy import insert, select, update
from sqlalchemy.exc import DataError, IntegrityError

from mirasapo.business.document import read_document, too_big
from mirasapo.business.rows import streaming
from mirasapo.catalog import Fault
from mirasapo.errors import BadInput, Conflict, MirasapoError, NotAllowed, NotFound
from mirasapo.intake.batch_file import Limits, Line, Pouring, filings_in
from mirasapo.intake.payload import FilingReader, hashes_of
from mirasapo.intake.placing import Arrival
from mirasapo.intake.receive import (
    JAPAN,
    faulty,
    note_refused,
    plain,
    refused_row,
    version_fault,
)
from mirasapo.intake.uploads import uploads_of
from mirasapo.intake.writing import PayloadRow, Writing, keep_payloads
from mirasapo.store.tables import batch, batch_refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence
    from pathlib import Path

    from sqlalchemy import Connection, RowMapping

    from mirasapo.catalog import Catalog
    from mirasapo.intake.idempotency import Once
    from mirasapo.intake.payload import Filing
    from mirasapo.settings import Settings
    from mirasapo.store.databases import Databases
    from mirasapo.store.lake import Lake

    Defer = Callable[[Connection, UUID], None]
    """Orders the work on a batch, in the transaction that keeps it."""
    Progress = Callable[[int, int | None], None]

log = logging.getLogger(__name__)

NDJSON = "application/x-ndjson"
KIND = "batch"
_FOLDER = "batches"
LINES_AT_ONCE = 500
_BYTES_AT_ONCE = 16_000_000
_FAULTS_OF_LINE = 100
_LEFT_BEHIND = timedelta(days=1)
# What the database says of a row that the catalogue let pass: a fault of ours, of one filing.
_UNWRITABLE = (DataError, IntegrityError, psycopg.DataError, psycopg.IntegrityError)


class Parts(Protocol):
    """What of a platform the work on a batch needs."""

    @property
    def databases(self) -> Databases:
        """Connections by login."""

    @property
    def lake(self) -> Lake:
        """The lake."""

    @property
    def catalog(self) -> Catalog:
        """The data model."""


@dataclass(frozen=True, slots=True)
class Batch:
    """How far a batch is: of `received` filings so many are in, were in before, or were refused."""

    batch_id: UUID
    payload_sha256: str
    size_bytes: int
    received: int
    accepted: int
    repeated: int
    refused: int
    received_at: datetime
    finished_at: datetime | None

    def as_dict(self) -> dict[str, Any]:
        """The answer to the sender."""
        done = self.accepted + self.repeated + self.refused
        unfinished = "processing" if done else "waiting"
        return {
            "batch_id": str(self.batch_id),
            "state": unfinished if self.finished_at is None else "finished",
            "payload_sha256": self.payload_sha256,
            "size_bytes": self.size_bytes,
            "received": self.received,
            "accepted": self.accepted,
            "repeated": self.repeated,
            "refused": self.refused,
            "received_at": self.received_at.isoformat(),
            "finished_at": None if self.finished_at is None else self.finished_at.isoformat(),
        }


class BatchDesk:
    """Takes batches and tells how far they are; `defer` orders the work on one."""

    def __init__(
        self, databases: Databases, lake: Lake, folder: Path, limits: Limits, defer: Defer
    ) -> None:
        self._databases = databases
        self._lake = lake
        self._folder = folder
        self._limits = limits
        self._defer = defer

    @classmethod
    def of(cls, databases: Databases, lake: Lake, settings: Settings, defer: Defer) -> Self:
        """The desk that the settings describe."""
        limits = Limits(int(settings.batch_mb * 1_000_000), int(settings.batch_filings))
        return cls(databases, lake, settings.home / _FOLDER, limits, defer)

    @contextmanager
    def receiving(self, *, gzip: bool = False) -> Iterator[tuple[Pouring, Path]]:
        """A scratch file for a batch that comes in; gone at the end, whatever came of it."""
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._folder / f"{uuid4()}.part"
        try:
            with path.open("xb") as stream:
                yield Pouring(stream, self._limits, gzip=gzip), path
        finally:
            path.unlink(missing_ok=True)

    def take(
        self,
        client_id: str,
        programmes: Collection[str],
        path: Path,
        filings: int,
        once: Once | None = None,
    ) -> Batch:
        """Keep a batch that is there as a whole, and order the work on it: both or neither.

        `once` as in `receive`.
        """
        size = path.stat().st_size
        digest = self._lake.put_file(path)
        with self._databases.intake.begin() as conn:
            if once is not None:
                once.claim(conn)
            keep_payloads(conn, [PayloadRow(digest, size, NDJSON, KIND, client_id)])
            batch_id: UUID = conn.scalars(
                insert(batch)
                .values(
                    client_id=client_id,
                    programmes=sorted(programmes),
                    payload_sha256=digest,
                    size_bytes=size,
                    received=filings,
                    received_at=datetime.now(UTC),
                )
                .returning(batch.c.batch_id)
            ).one()
            self._defer(conn, batch_id)
            taken = _batch(_row(conn, client_id, batch_id))
            if once is not None:
                once.remember(conn, taken.as_dict())
        return taken

    def find(self, client_id: str, batch_id: UUID) -> Batch:
        """How far a batch of this sender is. Raises NotFound."""
        with self._databases.intake.begin() as conn:
            return _batch(_row(conn, client_id, batch_id))

    def refused_lines(
        self, client_id: str, batch_id: UUID, *, limit: int, offset: int
    ) -> list[dict[str, Any]]:
        """Lines of a batch of this sender that were not taken in, and why. Raises NotFound."""
        columns = batch_refusal.c
        asked = select(*(each for each in columns if each is not columns.batch_id))
        page = asked.where(columns.batch_id == batch_id).order_by(columns.line_no)
        with self._databases.intake.begin() as conn:
            _row(conn, client_id, batch_id)
            return [dict(row) for row in conn.execute(page.limit(limit).offset(offset)).mappings()]


def remove_left(home: Path, moment: datetime) -> int:
    """Delete scratch files of receptions that were killed a day ago or longer; how many."""
    removed = 0
    for path in (home / _FOLDER).glob("*.part"):
        begun = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        if begun < moment - _LEFT_BEHIND:
            path.unlink(missing_ok=True)
            removed += 1
    return removed


def unfinished(databases: Databases) -> list[UUID]:
    """The batches of which not all lines are done, the oldest first."""
    columns = batch.c
    waiting = select(columns.batch_id).where(columns.finished_at.is_(None))
    with databases.intake.begin() as conn:
        return list(conn.scalars(waiting.order_by(columns.received_at, columns.batch_id)))


def run(
    platform: Parts,
    batch_id: UUID,
    *,
    lines_at_once: int = LINES_AT_ONCE,
    progress: Progress | None = None,
) -> None:
    """Take in what is left of a batch. Nothing to do when it is finished or somebody else is at it.

    `progress` is called with the filings done and all of them after each transaction. Raises
    NotReady, and what else is not the fault of one filing: the batch then waits for the next run.
    """
    work = _Work(platform, batch_id, lines_at_once)
    with streaming(platform.databases) as conn:
        while True:
            try:
                done = work.step(conn)
            except _UNWRITABLE as fault:
                log.warning("batch %s: rows were refused: %s", batch_id, type(fault).__name__)
                work.look_closer()
                continue
            if done is None:
                return
            if progress is not None:
                progress(*done)


@dataclass(frozen=True, slots=True)
class _Refused:
    """A line that is not taken in; `kept`: what it says is worth a line of the manifest."""

    line: Line
    refusal: MirasapoError
    faults: list[dict[str, str]]
    kept: bool = True


@dataclass(frozen=True, slots=True)
class _Valid:
    line: Line
    filing: Filing


class _Work:
    """One run: what is prepared once, and the stream of lines."""

    def __init__(self, platform: Parts, batch_id: UUID, lines_at_once: int) -> None:
        self._lake = platform.lake
        self._reader = FilingReader(platform.catalog)
        self._writing = Writing(platform.catalog)
        self._batch_id = batch_id
        self._usual = self._lines_at_once = lines_at_once
        self._hopeless = False
        self._lines: Iterator[Line] = iter(())
        self._offset: int | None = None

    def step(self, conn: Connection) -> tuple[int, int] | None:
        """Take in the next lines in one transaction; filings done and all. None: nothing to do."""
        columns = batch.c
        unfinished = select(batch).where(
            columns.batch_id == self._batch_id, columns.finished_at.is_(None)
        )
        with conn.begin():
            # who is killed lets go of it with his connection
            row = conn.execute(unfinished.with_for_update(skip_locked=True)).mappings().first()
            if row is None:
                return None
            lines = self._next(row)
            accepted, repeated, refused = self._take(conn, row, lines)
            counts = {
                "accepted": row["accepted"] + accepted,
                "repeated": row["repeated"] + repeated,
                "refused": row["refused"] + len(refused),
            }
            done = sum(counts.values())
            moved: dict[str, Any] = counts
            if lines:
                moved |= {"line_no": lines[-1].number, "offset_bytes": lines[-1].end}
            if done >= row["received"] or not lines:
                moved["finished_at"] = datetime.now(UTC)
            conn.execute(update(batch).where(columns.batch_id == self._batch_id).values(moved))
        self._offset = moved.get("offset_bytes")
        if self._hopeless:
            self._hopeless, self._lines_at_once = False, self._usual
        return done, row["received"]

    def look_closer(self) -> None:
        """Rows were refused by the database: go line by line, and refuse the line that it is."""
        self._hopeless = self._lines_at_once == 1
        self._lines_at_once = 1
        self._offset = None

    def _next(self, row: RowMapping) -> list[Line]:
        offset = row["offset_bytes"]
        if self._offset != offset:  # the first lines, or somebody else went on in between
            pieces = self._lake.pieces(row["payload_sha256"], offset)
            self._lines = filings_in(pieces, offset, row["line_no"])
        some: list[Line] = []
        size = 0
        for line in islice(self._lines, self._lines_at_once):
            some.append(line)
            size += line.end - line.offset
            if size >= _BYTES_AT_ONCE:
                break
        return some

    def _take(
        self, conn: Connection, row: RowMapping, lines: Sequence[Line]
    ) -> tuple[int, int, list[_Refused]]:
        """Write what can be taken in and note what cannot: accepted, repeated, the refused."""
        valid, refused = self._examine(conn, row, lines)
        if self._hopeless:
            refused += [_Refused(each.line, _unwritable(), []) for each in valid]
            valid = []
        within = row["payload_sha256"]
        arrivals = [
            Arrival(row["client_id"], each.filing, (within, each.line.offset)) for each in valid
        ]
        outcomes = (
            self._writing.write(conn, arrivals, moment=row["received_at"]) if arrivals else []
        )
        repeated = accepted = 0
        for each, outcome in zip(valid, outcomes, strict=True):
            if isinstance(outcome, Conflict):
                faults = plain([version_fault(outcome)])
                refused.append(_Refused(each.line, outcome, faults))
            else:
                repeated += outcome.repeated
                accepted += not outcome.repeated
        if refused:
            self._note(conn, row, refused)
        return accepted, repeated, refused

    def _examine(
        self, conn: Connection, row: RowMapping, lines: Sequence[Line]
    ) -> tuple[list[_Valid], list[_Refused]]:
        read: list[tuple[Line, bytes, dict[str, Any]]] = []
        refused: list[_Refused] = []
        for line in lines:
            try:
                if line.body is None:
                    raise too_big()
                read.append((line, line.body, read_document(line.body)))
            except BadInput as refusal:
                told = plain([Fault("", "", refusal.what, refusal.why)])
                refused.append(_Refused(line, refusal, told, kept=line.body is not None))
        named = {digest for _, _, document in read for digest in hashes_of(document)}
        uploads = uploads_of(conn, row["client_id"], named) if named else {}
        today = row["received_at"].astimezone(JAPAN).date()
        valid: list[_Valid] = []
        for line, body, document in read:
            try:
                filing, faults = self._reader.judge(
                    body,
                    document,
                    {},
                    programmes=row["programmes"],
                    today=today,
                    uploads=uploads,
                )
            except (BadInput, NotAllowed) as refusal:
                refused.append(_Refused(line, refusal, [], kept=False))
                continue
            if filing is None:
                found = faulty(faults)
                refused.append(_Refused(line, found, found.members["faults"]))
            else:
                valid.append(_Valid(line, filing))
        return valid, refused

    def _note(self, conn: Connection, row: RowMapping, refused: Sequence[_Refused]) -> None:
        listed = [
            {
                "batch_id": self._batch_id,
                "line_no": each.line.number,
                "code": each.refusal.code,
                "what": each.refusal.what,
                "why": each.refusal.why,
                "next_step": each.refusal.next_step,
                "faults": each.faults[:_FAULTS_OF_LINE],
            }
            for each in refused
        ]
        conn.execute(insert(batch_refusal), listed)
        within = row["payload_sha256"]
        kept = [
            refused_row(
                sha256(body).hexdigest(),
                len(body),
                row["client_id"],
                each.faults,
                (within, each.line.offset),
            )
            for each in refused
            if each.kept and (body := each.line.body) is not None
        ]
        if kept:
            note_refused(conn, kept)


def _row(conn: Connection, client_id: str, batch_id: UUID) -> RowMapping:
    columns = batch.c
    asked = select(batch).where(columns.client_id == client_id, columns.batch_id == batch_id)
    found = conn.execute(asked).mappings().one_or_none()
    if found is None:
        raise NotFound(
            "一括送信が見つかりません。",
            "この接続が送ったものではないか、番号が違います。",
            "受け取ったときの Location を確かめてください。",
        )
    return found


def _unwritable() -> MirasapoError:
    return MirasapoError(
        "この申請を保存できませんでした。",
        "検査は通りましたが、データベースに書けない値があります。",
        "事務局に、一括送信の番号と行の番号を知らせてください。",
    )


def _batch(row: RowMapping) -> Batch:
    return Batch(**{name: row[name] for name in Batch.__dataclass_fields__})
