"""gBizINFO records into `open.published_*` and the master: the newest record of each business.

Which is newest is decided by the record's own update date, then its content hash, never by arrival.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol

from sqlalchemy import Connection, bindparam, select, text
from sqlalchemy.dialects.postgresql import JSONB, insert

from mirasapo.acquisition.bulk import bulk_transaction
from mirasapo.acquisition.gbizinfo.mapping import GbizInfoMapping, Issue, Reading
from mirasapo.acquisition.gbizinfo.values import Unclear, day
from mirasapo.business.identify import ensure
from mirasapo.business.projection import Projection
from mirasapo.business.rows import add_rows
from mirasapo.errors import BadInput
from mirasapo.store.item_tables import item_tables
from mirasapo.store.tables import published_record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from uuid import UUID

    from mirasapo.catalog import Catalog
    from mirasapo.store.databases import Databases
    from mirasapo.store.lake import Lake

    Progress = Callable[[int, int | None], None]
    """Told how many numbers are done, and of how many."""

SOURCE = "gbizinfo"
_MADE_UP_OFFICE = "9"  # no registry office has a code from 9000 on


class Client(Protocol):
    """What the load asks of a client."""

    def record(self, corporate_number: str) -> dict[str, Any] | None:
        """The record of one corporation, None when there is none."""


@dataclass(slots=True)
class Report:
    """What one load did.

    `rows_read`: rows of our tables that the records hold. `rows_applied`: those of records that are
    newer than what was known; 0 when everything was known. `values`: values in the master of the
    businesses that changed. `issues`: values that could not be read for certain, listed with their
    payload. `none`: numbers of which gBizINFO has nothing. `unknown`: fields without a mapping.
    `businesses`: corporate number → business_id of those found.
    """

    asked: int = 0
    found: int = 0
    businesses: dict[str, str] = field(default_factory=dict)
    none: list[str] = field(default_factory=list)
    rows_read: int = 0
    rows_applied: int = 0
    values: int = 0
    issues: int = 0
    tables: dict[str, int] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        """The report as one JSON object."""
        return asdict(self)


def load_gbizinfo(
    databases: Databases,
    lake: Lake,
    catalog: Catalog,
    client: Client,
    numbers: Iterable[str],
    progress: Progress | None = None,
) -> Report:
    """Fetch the records of these corporate numbers and take them over, one transaction each.

    Raises Upstream when the service does not answer well and BadInput for a wrong number or a
    record without a date; the records before it stay.
    """
    loading = Loading(databases, lake, catalog)
    report = loading.report
    wanted = list(dict.fromkeys(numbers))
    for number in wanted:
        report.asked += 1
        record = client.record(number)
        if record is None:
            report.none.append(number)
        else:
            said = loading.read(number, record)
            with bulk_transaction(databases) as conn:
                report.businesses[number] = str(loading.take_over(conn, said).business_id)
        if progress is not None:
            progress(report.asked, len(wanted))
    return report


@dataclass(frozen=True, slots=True)
class Said:
    """What gBizINFO says of one corporation, and in which payload."""

    number: str
    as_of_on: date
    sha256: str
    size_bytes: int
    reading: Reading


@dataclass(frozen=True, slots=True)
class Taken:
    """Of which business a record is, and whether it is newer than what was known."""

    business_id: UUID
    applied: bool


class Loading:
    """Takes records over and counts what they bring; prepared once for many of them."""

    def __init__(self, databases: Databases, lake: Lake, catalog: Catalog) -> None:
        self.report = Report()
        self._databases, self._lake, self._catalog = databases, lake, catalog
        self._mapping, self._projection = GbizInfoMapping(catalog), Projection(catalog)

    def read(self, number: str, record: Mapping[str, Any]) -> Said:
        """Put a record into the lake and read it.

        Raises BadInput for one without a date, which stays in the lake with that as its fault.
        """
        body = canonical(record)
        sha256, report = self._lake.put(body), self.report
        try:
            as_of_on = _as_of(record)
        except BadInput as refusal:
            fault = {"item": "update_date", "label": "", "what": refusal.what, "why": refusal.why}
            with self._databases.intake.begin() as conn:
                _keep_payload(conn, sha256, len(body), [fault])
            raise
        reading = self._mapping.read(record)
        report.found += 1
        report.rows_read += sum(map(len, reading.dated.values()))
        report.issues += len(reading.issues)
        report.unknown = sorted({*report.unknown, *reading.unknown})
        for stem, rows in reading.dated.items():
            report.tables[stem] = report.tables.get(stem, 0) + len(rows)
        return Said(number, as_of_on, sha256, len(body), reading)

    def take_over(self, conn: Connection, said: Said) -> Taken:
        """Store a record where it is newer than the known one, in a bulk transaction."""
        made_up = said.number[1] == _MADE_UP_OFFICE
        business_id = ensure(conn, corporate_number=said.number, made_up=made_up)
        conn.execute(_LOCK, {"business_id": business_id})
        _keep_payload(conn, said.sha256, said.size_bytes, _counted(said.reading.issues))
        if (said.as_of_on, said.sha256) <= _known(conn, business_id):
            return Taken(business_id, applied=False)
        self.report.rows_applied += _replace(conn, self._catalog, business_id, said)
        self.report.values += self._projection.project(conn, [business_id])
        return Taken(business_id, applied=True)


def canonical(record: Mapping[str, Any]) -> bytes:
    """The record as it is kept: the envelope around it carries an id that differs at every call."""
    text_of = json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text_of.encode()


def _as_of(record: Mapping[str, Any]) -> date:
    try:
        written = day(record.get("update_date"))
    except Unclear:
        written = None
    if written is None:
        raise BadInput(
            "gBizINFO の記録を取り込めません。",
            "更新年月日(update_date)がないか読めないため、いつの情報か分かりません。",
            "gBizINFO の応答を確かめてください。",
        )
    return date.fromisoformat(written)


_LOCK = text("SELECT FROM core.business WHERE business_id = :business_id FOR UPDATE")
_PAYLOAD = text(
    """
    INSERT INTO core.payload (sha256, size_bytes, media_type, kind, source, faults)
    VALUES (:sha256, :size_bytes, 'application/json', 'gbizinfo', 'gbizinfo', :faults)
    ON CONFLICT (sha256) DO UPDATE SET faults = excluded.faults
     WHERE payload.faults IS DISTINCT FROM excluded.faults
    """
).bindparams(bindparam("faults", type_=JSONB(none_as_null=True)))


def _keep_payload(
    conn: Connection, sha256: str, size_bytes: int, faults: list[dict[str, Any]]
) -> None:
    """Note the payload with what could not be read of it; a better mapping reads more later."""
    conn.execute(_PAYLOAD, {"sha256": sha256, "size_bytes": size_bytes, "faults": faults or None})


def _counted(issues: Sequence[Issue]) -> list[dict[str, Any]]:
    """Equal issues once, with how often they occur."""
    counts = Counter(issues)
    return [{**issue.as_fault(), "times": times} for issue, times in counts.items()]


def _known(conn: Connection, business_id: UUID) -> tuple[date, str]:
    """Date and hash of the newest record; the least of all when there is none."""
    columns = published_record.c
    found = conn.execute(
        select(columns.as_of_on, columns.payload_sha256).where(
            columns.business_id == business_id, columns.source == SOURCE
        )
    ).first()
    return (date.min, "") if found is None else (found.as_of_on, found.payload_sha256)


def _replace(conn: Connection, catalog: Catalog, business_id: UUID, said: Said) -> int:
    """Put the record's rows in the place of the former record's; the number of rows."""
    written = 0
    for stem, table in item_tables(catalog).published.items():
        conn.execute(
            table.delete().where(table.c.business_id == business_id, table.c.source == SOURCE)
        )
        columns = [item.column for item in catalog.table(stem).items]
        rows = [
            (
                business_id,
                SOURCE,
                number,
                row.as_of_on or said.as_of_on,
                said.sha256,
                dict(row.origins) or None,
                *(row.values.get(name) for name in columns),
            )
            for number, row in enumerate(said.reading.dated.get(stem, ()), start=1)
        ]
        add_rows(conn, table, rows)
        written += len(rows)
    newest = {"as_of_on": said.as_of_on, "payload_sha256": said.sha256}
    conn.execute(
        insert(published_record)
        .values(business_id=business_id, source=SOURCE, **newest)
        .on_conflict_do_update(index_elements=["business_id", "source"], set_=newest)
    )
    return written
