"""One filing arrives: the lake keeps what was sent, then everything goes in, or nothing.

A filing with faults is refused with all of them; what was sent stays in the lake, and the manifest
(`core.payload`, kind `refused_filing`) says why it was refused.
"""

from __future__ import annotations

import json
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import sha256
from itertools import islice
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from sqlalchemy import func, select, text

from mirasapo.business.document import MAX_BYTES as MAX_BODY
from mirasapo.catalog import Fault
from mirasapo.errors import BadInput, Conflict, Erased, FaultyFiling, KeyInFlight
from mirasapo.intake.attachments import MAX_BYTES, AcceptedFile
from mirasapo.intake.discrepancy import Discrepancy, discrepancies
from mirasapo.intake.kinds import KINDS, kind_of
from mirasapo.intake.payload import Filing, FilingReader
from mirasapo.intake.placing import Arrival
from mirasapo.intake.scanning import Scan, Scanner
from mirasapo.intake.uploads import found_uploads
from mirasapo.intake.writing import JSON, Writing
from mirasapo.store.erasures import refuse_erased
from mirasapo.store.tables import provenance

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from uuid import UUID

    from sqlalchemy import Connection

    from mirasapo.business.content import AsWritten
    from mirasapo.catalog import Catalog
    from mirasapo.intake.idempotency import Once
    from mirasapo.intake.writing import Written
    from mirasapo.store.databases import Databases
    from mirasapo.store.lake import Lake

JAPAN = ZoneInfo("Asia/Tokyo")
MAX_FAULTS = 1000
MAX_READINGS = 1000
LAKE_WRITERS = 16
"""Most of the time of a put is waiting for the disk, which syncs several at once."""
_MAX_SHOWN = 200

_REFUSE = text(
    """
    INSERT INTO core.payload (sha256, size_bytes, media_type, kind, source, faults, scan,
                              within_sha256, offset_bytes)
    VALUES (:sha256, :size_bytes, :media_type, :kind, :source, CAST(:faults AS jsonb), :scan,
            :within_sha256, :offset_bytes)
    ON CONFLICT (sha256) DO UPDATE SET faults = excluded.faults
    """
)


@dataclass(frozen=True, slots=True)
class Delivery:
    """What a programme system sent: the JSON document and the files, by name."""

    client_id: str
    programmes: Collection[str]
    body: bytes
    attachments: Mapping[str, bytes] = field(default_factory=dict)
    scans: Mapping[str, Scan] = field(default_factory=dict)  # by name; without one: quarantined

    @property
    def digests(self) -> list[str]:
        """The SHA-256 of the document and of each file."""
        sent = [self.body, *self.attachments.values()]
        return [sha256(content).hexdigest() for content in sent]

    def scanned(self, scanner: Scanner) -> Delivery:
        """The same, with what the scanner says of the attachments."""
        found = {name: scanner.scan(content) for name, content in self.attachments.items()}
        return replace(self, scans=found)


@dataclass(frozen=True, slots=True)
class Receipt:
    """受領証: what was accepted, each file with its hash.

    `projected` counts the values of the master that this filing now supplies; `repeated` says that
    the same filing had been received before. `warnings` say what does not add up in it, `readings`
    what texts that people wrote in their own way were read as.
    """

    filing_id: UUID
    version_no: int
    business_id: UUID
    payload_sha256: str
    accepted: tuple[AcceptedFile, ...]
    projected: int
    repeated: bool
    warnings: tuple[Discrepancy, ...]
    readings: tuple[AsWritten, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """The answer to the sender."""
        return {
            "filing_id": str(self.filing_id),
            "version_no": self.version_no,
            "business_id": str(self.business_id),
            "payload_sha256": self.payload_sha256,
            "accepted": listed_files(self.accepted),
            "projected": self.projected,
            "warnings": [warning.as_dict() for warning in self.warnings],
            "readings": listed_readings(self.readings),
        }


def listed_readings(readings: Iterable[AsWritten]) -> list[dict[str, Any]]:
    """Readings as the sender gets them: at most so many."""
    return [reading.as_dict() for reading in islice(readings, MAX_READINGS)]


def listed_files(files: Iterable[AcceptedFile]) -> list[dict[str, Any]]:
    """Accepted files as the sender gets them."""
    return [
        {
            "name": file.name,
            "sha256": file.sha256,
            "size_bytes": file.size_bytes,
            "media_type": file.media_type,
            "scan": file.scan,
        }
        for file in files
    ]


def receive(
    databases: Databases,
    lake: Lake,
    catalog: Catalog,
    *,
    client_id: str,
    programmes: Collection[str],
    body: bytes,
    attachments: Mapping[str, bytes],
    moment: datetime | None = None,
    once: Once | None = None,
    scanner: Scanner | None = None,
) -> Receipt:
    """Take in one filing of `client_id`, who may file for `programmes`; all of it or nothing.

    `moment` None is now. The same version with the same content gives the same receipt again.
    `once` keeps the receipt under the request's Idempotency-Key; that it has none yet is the
    caller's to ask (`Once.earlier`). Without a `scanner` attachments are quarantined.
    Raises FaultyFiling with every fault, BadInput for a body that is no JSON object, NotAllowed for
    a programme of somebody else, Conflict for a version that does not follow or a key in use, Erased
    for bytes that were erased by order (nothing of them is kept).
    """
    moment = moment or datetime.now(UTC)
    delivery = Delivery(client_id, programmes, body, attachments).scanned(scanner or Scanner())
    with databases.intake.begin() as conn:
        refuse_erased(conn, delivery.digests)
    reader, writing = _prepared(catalog)
    filing = examine(databases, lake, reader, delivery, moment)
    try:
        with ThreadPoolExecutor(LAKE_WRITERS) as writers, databases.intake.begin() as conn:
            if once is not None:
                once.claim(conn)
            puts = keep(writers, lake, delivery, filing)
            outcome = writing.write(conn, [Arrival(client_id, filing)], moment=moment)[0]
            for put in puts:
                put.result()  # no row without its payload
            if isinstance(outcome, Conflict):
                raise outcome
            receipt = _receipt(conn, catalog, filing, outcome)
            if once is not None:
                once.remember(conn, receipt.as_dict())
            return receipt
    except (Erased, KeyInFlight):
        raise  # nothing is to be kept of it, or nothing is wrong with it
    except Conflict as refusal:
        keep_refused(databases, lake, delivery, [version_fault(refusal)])
        raise


@lru_cache(maxsize=2)
def _prepared(catalog: Catalog) -> tuple[FilingReader, Writing]:
    """What reads and what writes filings by one catalogue: to make them takes as long as a filing."""
    return FilingReader(catalog), Writing(catalog)


def examine(
    databases: Databases, lake: Lake, reader: FilingReader, delivery: Delivery, moment: datetime
) -> Filing:
    """The valid filing of a delivery; a faulty one is kept with its faults before this raises."""
    try:
        filing, faults = reader.read(
            delivery.body,
            delivery.attachments,
            programmes=delivery.programmes,
            today=moment.astimezone(JAPAN).date(),
            find_uploads=lambda digests: found_uploads(databases, delivery.client_id, digests),
            scans=delivery.scans,
        )
    except BadInput as refusal:
        if len(delivery.body) <= MAX_BODY:
            keep_refused(databases, lake, delivery, [Fault("", "", refusal.what, refusal.why)])
        raise
    if filing is not None:
        return filing
    keep_refused(databases, lake, delivery, faults)
    raise faulty(faults)


def faulty(faults: Sequence[Fault], **members: Any) -> FaultyFiling:
    """The refusal of a filing with these faults."""
    return FaultyFiling(
        f"申請に誤りが {len(faults)} 件あります。",
        "項目の値・型・コードか、添付ファイルが様式に合いません。",
        "誤りの一覧を確かめ、直してから同じ版で送り直してください。",
        faults=plain(faults),
        **members,
    )


def keep(writers: Executor, lake: Lake, delivery: Delivery, filing: Filing) -> list[Future[str]]:
    """Begin to put what was sent into the lake, while the rows are written.

    The results must be there before the rows are committed; without them an object is an orphan.
    """
    sent = delivery.attachments  # an upload is there already
    contents = [delivery.body, *(sent[file.name] for file in filing.files if file.name in sent)]
    return [writers.submit(lake.put, content) for content in contents]


def keep_refused(
    databases: Databases, lake: Lake, delivery: Delivery, faults: Iterable[Fault]
) -> None:
    """Keep a refused payload with its faults, and those of its files that may be received."""
    digest = lake.put(delivery.body)
    rows = [refused_row(digest, len(delivery.body), delivery.client_id, plain(faults))]
    for name, content in delivery.attachments.items():
        kind, scan = kind_of(content), delivery.scans.get(name, "quarantined")
        if kind is None or len(content) > MAX_BYTES or scan == "infected":
            continue
        row = {**rows[0], "sha256": lake.put(content), "size_bytes": len(content), "scan": scan}
        row |= {"media_type": KINDS[kind], "kind": "refused_attachment", "faults": None}
        rows.append(row)
    with databases.intake.begin() as conn:
        note_refused(conn, rows)
        refuse_erased(conn, [row["sha256"] for row in rows])


def refused_row(
    digest: str,
    size_bytes: int,
    client_id: str,
    faults: Sequence[Mapping[str, str]],
    place: tuple[str, int] | None = None,
) -> dict[str, Any]:
    """The line of the manifest for a refused filing; `place` as in `Arrival`."""
    within, offset = place or (None, None)
    return {
        "sha256": digest,
        "size_bytes": size_bytes,
        "media_type": JSON,
        "kind": "refused_filing",
        "source": client_id,
        "faults": json.dumps(faults, ensure_ascii=False),
        "scan": None,
        "within_sha256": within,
        "offset_bytes": offset,
    }


def note_refused(conn: Connection, rows: Sequence[dict[str, Any]]) -> None:
    """Write lines of the manifest for what was refused; what is known already gets its faults."""
    conn.execute(_REFUSE, rows)


def plain(faults: Iterable[Fault]) -> list[dict[str, str]]:
    """Faults as the sender and the manifest get them: at most so many, in printable characters."""
    found = list(faults)
    listed = [
        {name: _printable(cell) for name, cell in asdict(fault).items()}
        for fault in found[:MAX_FAULTS]
    ]
    if len(found) > MAX_FAULTS:
        what = f"ほかに {len(found) - MAX_FAULTS} 件の誤りがあります。"
        listed.append({"item": "", "label": "", "what": what, "why": "一覧は先頭だけです。"})
    return listed


def _printable(cell: str) -> str:
    """What the sender wrote as a name may hold anything; a database takes no NUL or half a pair."""
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in cell)[
        :_MAX_SHOWN
    ]


def _receipt(conn: Connection, catalog: Catalog, filing: Filing, written: Written) -> Receipt:
    columns = provenance.c
    supplied = select(func.count()).where(
        columns.business_id == written.business_id,
        columns.filing_id == written.filing_id,
        columns.version_no == written.version_no,
    )
    return Receipt(
        filing_id=written.filing_id,
        version_no=written.version_no,
        business_id=written.business_id,
        payload_sha256=filing.payload_sha256,
        accepted=filing.files,
        projected=conn.scalars(supplied).one(),
        repeated=written.repeated,
        warnings=tuple(discrepancies(catalog, filing.content.rows, filing.content.numbers)),
        readings=tuple(filing.content.readings),
    )


def version_fault(refusal: Conflict) -> Fault:
    """The fault under which a filing is kept whose version does not follow."""
    return Fault("version", "申請の版", refusal.what, refusal.why)
