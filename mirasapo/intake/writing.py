"""Filings into the database: header, typed rows, files, consent and the master, in one transaction.

One filing and a thousand go the same way; only how rows travel differs (`business.rows`).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import ARRAY, BigInteger, Text, bindparam, select, text

from mirasapo.business.identify import ensure_all
from mirasapo.business.projection import Projection, filing_contribution
from mirasapo.business.rows import add_all
from mirasapo.catalog import load_policy
from mirasapo.consent import consents
from mirasapo.errors import Conflict
from mirasapo.intake.placing import Arrival, place_all
from mirasapo.store.among import among
from mirasapo.store.erasures import refuse_erased
from mirasapo.store.item_tables import item_tables
from mirasapo.store.tables import attachment
from mirasapo.store.tables import filing as filing_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime
    from uuid import UUID

    from sqlalchemy import Connection

    from mirasapo.business.fold import Contribution
    from mirasapo.catalog import Catalog
    from mirasapo.intake.payload import Filing

JSON = "application/json"


class PayloadRow(NamedTuple):
    """A line of the manifest; `scan` is None but for files that people read.

    `within_sha256` and `offset_bytes` place what lies in the object of a batch.
    """

    sha256: str
    size_bytes: int
    media_type: str
    kind: str
    source: str
    scan: str | None = None
    within_sha256: str | None = None
    offset_bytes: int | None = None


_KEEP = text(
    """
    INSERT INTO core.payload AS kept (
        sha256, size_bytes, media_type, kind, source, scan, within_sha256, offset_bytes)
    SELECT * FROM unnest(
        :sha256, :size_bytes, :media_type, :kind, :source, :scan, :within_sha256, :offset_bytes)
    ON CONFLICT (sha256) DO UPDATE
       SET kind = CASE WHEN kept.kind LIKE 'refused%' OR kept.kind = 'upload' THEN excluded.kind
                       ELSE kept.kind END,
           scan = CASE kept.scan WHEN 'clean' THEN kept.scan WHEN 'infected' THEN kept.scan
                                 ELSE excluded.scan END
     WHERE kept.kind LIKE 'refused%' OR kept.kind = 'upload'
        OR (kept.scan = 'quarantined' AND excluded.scan = 'clean')
    """
).bindparams(
    bindparam("sha256", type_=ARRAY(Text)),
    bindparam("size_bytes", type_=ARRAY(BigInteger)),
    bindparam("media_type", type_=ARRAY(Text)),
    bindparam("kind", type_=ARRAY(Text)),
    bindparam("source", type_=ARRAY(Text)),
    bindparam("scan", type_=ARRAY(Text)),
    bindparam("within_sha256", type_=ARRAY(Text)),
    bindparam("offset_bytes", type_=ARRAY(BigInteger)),
)


@dataclass(frozen=True, slots=True)
class Written:
    """Where a filing ended up; `repeated`: it was there already with the same content."""

    filing_id: UUID
    version_no: int
    business_id: UUID
    repeated: bool


@dataclass(frozen=True, slots=True)
class _Row:
    """A filing about to be written."""

    arrival: Arrival
    written: Written
    bits: int

    @property
    def context(self) -> tuple[str, int, str]:
        """What each row of the filing repeats of it: the columns `CONTEXT` of its tables."""
        filing = self.arrival.filing
        return filing.programme, filing.fiscal_year, filing.basis


class Writing:
    """Writes accepted filings by one catalogue; prepared once, used for many calls."""

    def __init__(self, catalog: Catalog) -> None:
        self._projection = Projection(catalog)
        self._tables = item_tables(catalog).filing
        self._bits = {
            shape.name: {item.column: item.bit for item in shape.items} for shape in catalog.tables
        }
        self._repeated = {shape.name for shape in catalog.tables if shape.repeated}
        self._deemed = {code for code, each in catalog.programmes.items() if each.basis == "deemed"}

    def write(
        self,
        conn: Connection,
        arrivals: Sequence[Arrival],
        *,
        moment: datetime,
        made_up: bool = False,
    ) -> list[Written | Conflict]:
        """Write all that fit, in this order, and project them.

        What does not fit comes back as Conflict, and nothing of it is written. Any exception must
        end the caller's transaction.
        """
        placed = place_all(conn, arrivals)
        fitting = {
            each.filing.identity
            for each, place in zip(arrivals, placed, strict=True)
            if not isinstance(place, Conflict)
        }
        businesses = ensure_all(conn, fitting, made_up=made_up)
        self._projection.lock(conn, businesses.values())
        filed_before = self._filed_before(conn, set(businesses.values()))
        outcomes: list[Written | Conflict] = []
        fresh: list[_Row] = []
        for each, place in zip(arrivals, placed, strict=True):
            if isinstance(place, Conflict):
                outcomes.append(place)
                continue
            business_id = businesses[each.filing.identity]
            written = Written(place.filing_id, each.filing.version, business_id, place.repeated)
            outcomes.append(written)
            if not place.repeated:
                fresh.append(_Row(each, written, self._class_bits(each.filing)))
        self._write_rows(conn, fresh, moment)
        self._take_consents(conn, fresh, moment)
        self._project(conn, fresh, filed_before)
        return outcomes

    def _filed_before(self, conn: Connection, businesses: set[UUID]) -> set[UUID]:
        column = filing_table.c.business_id
        return set(conn.scalars(select(column).where(among(column, businesses)).distinct()))

    def _class_bits(self, filing: Filing) -> int:
        bits = 0
        for stem, rows in filing.content.rows.items():
            for row in rows:
                bits |= self._row_bits(stem, row)
        return bits

    def _row_bits(self, stem: str, row: Mapping[str, Any]) -> int:
        known, bits = self._bits[stem], 0
        for column in row:
            bits |= known[column]
        return bits

    def _write_rows(self, conn: Connection, fresh: Sequence[_Row], moment: datetime) -> None:
        if not fresh:
            return
        keep_payloads(conn, _payloads(fresh))
        headers = [self._header(each, moment) for each in fresh]
        typed: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
        for each in fresh:
            self._shred(each, typed)
        files = [row for each in fresh for row in _file_rows(each)]
        typed_rows = [(self._tables[stem], rows) for stem, rows in typed.items()]
        add_all(conn, [(filing_table, headers), *typed_rows, (attachment, files)])

    def _header(self, row: _Row, moment: datetime) -> tuple[Any, ...]:
        filing, written = row.arrival.filing, row.written
        cells = {
            "filing_id": written.filing_id,
            "version_no": written.version_no,
            "business_id": written.business_id,
            "programme": filing.programme,
            "filing_number": filing.filing_number,
            "form_version": filing.form_version,
            "procedure": filing.procedure,
            "status": filing.status,
            "fiscal_year": filing.fiscal_year,
            "filed_on": filing.filed_on,
            "received_at": moment,
            "source": row.arrival.client_id,
            "basis": filing.basis,
            "terms_version": filing.terms_version,
            "filed_by_institution_id": None,
            "payload_sha256": filing.payload_sha256,
            "tables": sorted(filing.content.rows),
            "class_bits": row.bits,
        }
        return tuple(cells[column.name] for column in filing_table.columns)

    def _shred(self, each: _Row, typed: dict[str, list[tuple[Any, ...]]]) -> None:
        written = each.written
        for stem, rows in each.arrival.filing.content.rows.items():
            columns, into = self._bits[stem], typed[stem]
            for number, row in enumerate(rows, 1):
                head: tuple[Any, ...] = (written.filing_id, written.version_no)
                if stem in self._repeated:
                    head = (*head, number)
                bits = self._row_bits(stem, row)
                into.append(
                    (*head, written.business_id, *each.context, bits, *map(row.get, columns))
                )

    def _take_consents(self, conn: Connection, fresh: Sequence[_Row], moment: datetime) -> None:
        """Append the answers that came with the filings, where they say something new.

        Under terms without secondary use there is nothing to consent to, whatever was answered.
        """
        standing: dict[UUID, str] = {}
        taken: list[dict[str, object]] = []
        for each in fresh:
            filing, filing_id = each.arrival.filing, each.written.filing_id
            answer = filing.answer or ("given" if filing.basis == "deemed" else None)
            asked = load_policy().terms_of(filing.fiscal_year).secondary_use
            if answer is None or not asked:
                continue
            if each.written.version_no > 1 and filing_id not in standing:
                before = consents.state(conn, filing_id)
                standing.update({filing_id: before.answer} if before else {})
            # A corrected form must not undo what the business itself has withdrawn.
            if standing.get(filing_id) in {answer, consents.WITHDRAWN}:
                continue
            standing[filing_id] = answer
            taken.append(
                {
                    "business_id": each.written.business_id,
                    "filing_id": filing_id,
                    "answer": answer,
                    "basis": "deemed" if filing.programme in self._deemed else "individual",
                    "terms_version": filing.terms_version,
                    "language": "ja",
                    "answered_by": each.arrival.client_id,
                    "answered_at": moment,
                }
            )
        consents.take_all(conn, taken)

    def _project(self, conn: Connection, fresh: Sequence[_Row], filed_before: set[UUID]) -> None:
        by_business: dict[UUID, list[_Row]] = defaultdict(list)
        for each in fresh:
            by_business[each.written.business_id].append(each)
        told = {
            business_id: [_contribution(rows[0])]
            for business_id, rows in by_business.items()
            if len(rows) == 1
            and business_id not in filed_before
            and rows[0].arrival.filing.status != "withdrawn"
        }
        self._projection.project(conn, by_business, told)


def _file_rows(row: _Row) -> Iterator[tuple[Any, ...]]:
    for file in row.arrival.filing.files:
        yield (
            row.written.filing_id,
            row.written.version_no,
            file.name,
            row.written.business_id,
            *row.context,
            file.item_key,
            file.sha256,
            file.size_bytes,
            file.media_type,
            file.class_bits,
        )


def _contribution(row: _Row) -> Contribution:
    filing = row.arrival.filing
    cells = {
        "source": row.arrival.client_id,
        "filing_number": filing.filing_number,
        "basis": filing.basis,
        "filed_on": filing.filed_on,
        "version_no": row.written.version_no,
        "payload_sha256": filing.payload_sha256,
        "filing_id": row.written.filing_id,
        "programme": filing.programme,
        "fiscal_year": filing.fiscal_year,
    }
    return filing_contribution(cells, filing.content.rows)


def keep_payloads(conn: Connection, kept: Iterable[PayloadRow]) -> None:
    """Write the manifest of the lake, each content once.

    A content that was refused before, or uploaded, is one of this kind from now on. Raises what
    `refuse_erased` raises of objects; of lines of a batch that was asked before.
    """
    rows = list(kept)
    columns = (list(column) for column in zip(*rows, strict=True))
    conn.execute(_KEEP, dict(zip(PayloadRow._fields, columns, strict=True)))
    refuse_erased(conn, [row.sha256 for row in rows if row.within_sha256 is None])


def _payloads(fresh: Iterable[_Row]) -> list[PayloadRow]:
    """Payloads and files of filings, each content once."""
    kept: dict[str, PayloadRow] = {}
    for each in fresh:
        filing, arrival = each.arrival.filing, each.arrival
        for file in filing.files:
            row = PayloadRow(
                file.sha256,
                file.size_bytes,
                file.media_type,
                "attachment",
                arrival.client_id,
                file.scan,
            )
            kept[file.sha256] = row
        kept[filing.payload_sha256] = PayloadRow(
            filing.payload_sha256,
            filing.size_bytes,
            JSON,
            "filing",
            arrival.client_id,
            None,
            *(arrival.place or (None, None)),
        )
    return list(kept.values())
