"""一括送信: many filings in one NDJSON, answered at once and taken in afterwards.

The file goes into the lake; its row, where its lines lie, and the job that works on it are written in
one transaction. The work itself is `batch_work`. Attachments are uploads, sent before.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final, Self
from uuid import UUID, uuid4

from sqlalchemy import insert, select

from mirasapo.errors import Erased, NotFound
from mirasapo.intake.batch_file import Limits, Pouring, filings_in
from mirasapo.intake.writing import PayloadRow, keep_payloads
from mirasapo.store.batch_lines import Place, note_lines
from mirasapo.store.erasures import erased_by_order, hold_off
from mirasapo.store.job_queue import defer
from mirasapo.store.tables import batch, batch_refusal

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from pathlib import Path

    from sqlalchemy import Connection, RowMapping

    from mirasapo.intake.idempotency import Once
    from mirasapo.settings import Settings
    from mirasapo.store.databases import Databases
    from mirasapo.store.lake import Lake

NDJSON: Final = "application/x-ndjson"
KIND: Final = "batch"
TASK: Final = "filing_batch"
"""The name under which the work on a batch is queued."""
_FOLDER = "batches"
_LINES_TOLD = 100
_LINES_NAMED = 5
_READ_AT_ONCE = 1 << 20
_LEFT_BEHIND = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Batch:
    """How far a batch is: of `received` filings so many are in, were in before, or were refused."""

    batch_id: UUID
    job_id: int
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
            "job_id": self.job_id,
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
    """Takes batches and tells how far they are."""

    def __init__(self, databases: Databases, lake: Lake, folder: Path, limits: Limits) -> None:
        self._databases = databases
        self._lake = lake
        self._folder = folder
        self._limits = limits

    @classmethod
    def of(cls, databases: Databases, lake: Lake, settings: Settings) -> Self:
        """The desk that the settings describe."""
        limits = Limits(int(settings.batch_mb * 1_000_000), int(settings.batch_filings))
        return cls(databases, lake, settings.home / _FOLDER, limits)

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
        pouring: Pouring,
        once: Once | None = None,
    ) -> Batch:
        """Keep a batch that is there as a whole, and have it worked on: both or neither.

        `once` as in `receive`. Raises Erased, with the lines, where one was erased by order: nothing
        is kept then.
        """
        batch_id = uuid4()
        lines = list(_places(path))
        with self._databases.intake.begin() as conn:
            if once is not None:
                once.claim(conn)
            hold_off(conn)
            _refuse_erased_lines(conn, lines)
            digest = self._lake.put_file(path)
            row = PayloadRow(digest, path.stat().st_size, NDJSON, KIND, client_id)
            keep_payloads(conn, [row])
            note_lines(conn, digest, [place for _, place in lines])
            job_id = defer(conn, TASK, asked_by=client_id, batch_id=str(batch_id))
            conn.execute(
                insert(batch).values(
                    batch_id=batch_id,
                    client_id=client_id,
                    programmes=sorted(programmes),
                    payload_sha256=pouring.sha256,
                    object_sha256=digest,
                    job_id=job_id,
                    size_bytes=pouring.size_bytes,
                    received=pouring.filings,
                    received_at=datetime.now(UTC),
                )
            )
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


def _places(path: Path) -> Iterator[tuple[int, Place]]:
    """Every filing of a batch: its line's number, and where it lies."""
    with path.open("rb") as stream:
        for line in filings_in(iter(partial(stream.read, _READ_AT_ONCE), b"")):
            digest = None if line.body is None else sha256(line.body).hexdigest()
            yield line.number, Place(line.offset, line.size_bytes, digest)


def _refuse_erased_lines(conn: Connection, lines: Sequence[tuple[int, Place]]) -> None:
    erased = erased_by_order(conn, {place.sha256 for _, place in lines if place.sha256})
    if erased:
        numbers = [number for number, place in lines if place.sha256 in erased]
        raise erased_refusal(
            f"{_named(numbers)}が、法令に基づいて消去したデータと、一字一句同じです。",
            lines=numbers[:_LINES_TOLD],
        )


def _named(numbers: Sequence[int]) -> str:
    """The lines, by number as far as a person reads on."""
    told = "、".join(map(str, numbers[:_LINES_NAMED]))
    more = len(numbers) - _LINES_NAMED
    return f"{told} 行目" if more <= 0 else f"{told} 行目など {len(numbers)} 行"


def erased_refusal(why: str, **members: Any) -> Erased:
    """The refusal of lines that were erased by order."""
    return Erased(
        "このデータは受け取れません。",
        why,
        "消去した部分を除いて作り直し、送ってください。消去の理由は事務局が答えます。",
        **members,
    )


def unfinished(databases: Databases) -> list[UUID]:
    """The batches of which not all lines are done, the oldest first."""
    columns = batch.c
    waiting = select(columns.batch_id).where(columns.finished_at.is_(None))
    with databases.intake.begin() as conn:
        return list(conn.scalars(waiting.order_by(columns.received_at, columns.batch_id)))


def counts(databases: Databases, batch_id: UUID) -> dict[str, int]:
    """How many filings of a batch ended how; none of one that there is not."""
    columns = batch.c
    asked = select(columns.received, columns.accepted, columns.repeated, columns.refused)
    with databases.intake.begin() as conn:
        found = conn.execute(asked.where(columns.batch_id == batch_id)).mappings().first()
    return dict(found or {})


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


def _batch(row: RowMapping) -> Batch:
    return Batch(**{name: row[name] for name in Batch.__dataclass_fields__})
