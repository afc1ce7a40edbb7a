"""The work on a batch: its lines are taken in, so many a transaction, each filing once.

The batch's position moves in the transaction of the rows: whatever ends the work, and wherever, the
next run goes on behind the last line that is in. Each filing stays where it is in the batch's object.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from itertools import islice
from typing import TYPE_CHECKING, Any, Protocol

import psycopg
from sqlalchemy import insert, select, update
from sqlalchemy.exc import DataError, IntegrityError

from mirasapo.business.document import read_document, too_big
from mirasapo.business.rows import streaming
from mirasapo.catalog import Fault
from mirasapo.errors import BadInput, Conflict, MirasapoError, NotAllowed
from mirasapo.intake.batch_file import Line, filings_in
from mirasapo.intake.batches import erased_refusal
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
from mirasapo.intake.writing import Writing
from mirasapo.store.erasures import erased_by_order
from mirasapo.store.tables import batch, batch_refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from uuid import UUID

    from sqlalchemy import Connection, RowMapping

    from mirasapo.catalog import Catalog
    from mirasapo.intake.payload import Filing
    from mirasapo.store.databases import Databases
    from mirasapo.store.lake import Lake

    Progress = Callable[[int, int | None], None]

log = logging.getLogger(__name__)

LINES_AT_ONCE = 500
_BYTES_AT_ONCE = 16_000_000
_FAULTS_OF_LINE = 100
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


def run(
    platform: Parts,
    batch_id: UUID,
    *,
    lines_at_once: int = LINES_AT_ONCE,
    progress: Progress | None = None,
) -> None:
    """Take in what is left of a batch; nothing to do when it is finished.

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
        self._object = ""

    def step(self, conn: Connection) -> tuple[int, int] | None:
        """Take in the next lines in one transaction; filings done and all. None: nothing to do."""
        columns = batch.c
        unfinished = select(batch).where(
            columns.batch_id == self._batch_id, columns.finished_at.is_(None)
        )
        with conn.begin():
            # who is killed lets go of it with his connection
            row = conn.execute(unfinished.with_for_update()).mappings().first()
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
        offset, lies_in = row["offset_bytes"], row["object_sha256"]
        # the first lines, or somebody else went on in between, or a line was erased
        if self._offset != offset or self._object != lies_in:
            pieces = self._lake.pieces(lies_in, offset)
            self._object = lies_in
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
        within = row["object_sha256"]
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
        erased = erased_by_order(conn, {_digest(line) for line in lines} - {""})
        for line in lines:
            if _digest(line) in erased:
                refusal = erased_refusal("法令に基づいて消去したデータと、一字一句同じです。")
                refused.append(_Refused(line, refusal, [], kept=False))
                continue
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
        within = row["object_sha256"]
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


def _digest(line: Line) -> str:
    return "" if line.body is None else sha256(line.body).hexdigest()


def _unwritable() -> MirasapoError:
    return MirasapoError(
        "この申請を保存できませんでした。",
        "検査は通りましたが、データベースに書けない値があります。",
        "事務局に、一括送信の番号と行の番号を知らせてください。",
    )
