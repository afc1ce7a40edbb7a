"""消去: a filing goes on legal grounds, with all that was made of it; who ordered it and why stays.

What goes, in one transaction of the owner: every version with its rows, files, receipts and refused
attempts; the corrections that stand under its terms and the settlements that took its claim; then
the master of the business is folded anew, as if the filing had never been, and a rebuild finds the same.
A business of which nothing else is held goes as well. Payloads and files that something else uses stay.
The objects leave the lake after that transaction (`store.erasures.remove_objects`); a line of a batch
by an object of the batch that has spaces in its place (`store.batch_lines`).

What stays: the entry (`core.erasure`, `core.erased_object`), an entry in the access ledger that the
business reads, the consents and ledger entries of before. They hold ids, item keys and hashes.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from sqlalchemy import ARRAY, Text, bindparam, delete, insert, or_, select, text

from mirasapo.business.document import read_document
from mirasapo.business.projection import Projection
from mirasapo.errors import BadInput, NotFound
from mirasapo.intake.placing import lock_numbers
from mirasapo.ledger import entries
from mirasapo.store.batch_lines import blank_lines, lines_of
from mirasapo.store.erasures import hold_off
from mirasapo.store.item_tables import item_tables
from mirasapo.store.payloads import read_payload, slices
from mirasapo.store.tables import (
    attachment,
    batch,
    business,
    erased_object,
    erasure,
    filing,
    idempotent_answer,
    payload,
    statement,
    upload,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from uuid import UUID

    from sqlalchemy import Connection, RowMapping

    from mirasapo.catalog import Catalog
    from mirasapo.store.lake import Lake

LAW = "law:"
"""How the basis of a ledger entry about an erasure begins; the article follows."""
NO_PURPOSE = 0
_OURS = (
    *("filing", "withdrawal", "attachment", "upload", "correction", "settlement"),
    *("refused_filing", "refused_attachment"),
)

_USED = """
    EXISTS (SELECT FROM core.filing f WHERE f.payload_sha256 = p.sha256)
    OR EXISTS (SELECT FROM core.attachment a WHERE a.sha256 = p.sha256)
    OR EXISTS (SELECT FROM core.statement s WHERE s.payload_sha256 = p.sha256)
"""
_FREE = text(
    f"""
    DELETE FROM core.payload p
     WHERE p.sha256 = ANY (:digests) AND p.kind = ANY (:kinds) AND NOT ({_USED})
       AND NOT EXISTS (SELECT FROM core.upload u WHERE u.sha256 = p.sha256)
    RETURNING p.sha256, p.kind, p.size_bytes
    """  # noqa: S608 - constants of this module only
).bindparams(bindparam("digests", type_=ARRAY(Text)), bindparam("kinds", type_=ARRAY(Text)))
# Somebody else has uploaded the same file and may still name it: from now on it is that upload's.
_LEFT_TO_UPLOADS = text(
    f"""
    UPDATE core.payload p SET kind = 'upload'
     WHERE p.sha256 = ANY (:digests) AND p.kind = 'attachment' AND NOT ({_USED})
    """  # noqa: S608 - same
).bindparams(bindparam("digests", type_=ARRAY(Text)))
_KEYS = text(
    """
    SELECT DISTINCT jsonb_object_keys(row_values)
      FROM core.filing_rows(:stem, CAST(:filings AS uuid[]), CAST(:versions AS int[]), '{}')
    """
)
_BATCHES_IN_WORK = (
    select(batch.c.batch_id)
    .where(batch.c.finished_at.is_(None))
    .order_by(batch.c.batch_id)
    .with_for_update()
)
# A business is known by its filings, statements, accounts, and what was published about it; of the
# register alone it needs no row.
_HELD = text(
    """
    SELECT EXISTS (SELECT FROM core.filing WHERE business_id = :business_id)
        OR EXISTS (SELECT FROM core.statement WHERE business_id = :business_id)
        OR EXISTS (SELECT FROM identity.account WHERE business_id = :business_id)
        OR EXISTS (SELECT FROM open.published_rows(:business_id))
    """
)


@dataclass(frozen=True, slots=True)
class Order:
    """Who has a filing erased, under which article of law, and why; never what stands in it.

    Raises BadInput where one of the three is missing.
    """

    ordered_by: str
    law: str
    reason: str

    def __post_init__(self) -> None:
        """See above."""
        if not all(part.strip() for part in (self.ordered_by, self.law, self.reason)):
            raise BadInput(
                "消去できません。",
                "だれが、どの条文に基づいて、なぜ消去するかの、どれかがありません。",
                "--by、--law、--why のすべてを書いてください。消去する値そのものは書きません。",
            )


@dataclass(frozen=True, slots=True)
class Erasing:
    """What an order erased, or would erase: ids, counts and hashes.

    `objects` go from the lake, `kept` are used elsewhere. `business_forgotten`: nothing else is held
    of the business. `erasure_id` is None of a dry run.
    """

    erasure_id: UUID | None
    filing_id: UUID
    business_id: UUID
    programme: str
    versions: int
    attachments: int
    statements: int
    refused: int
    items: int
    objects: tuple[str, ...]
    kept: tuple[str, ...]
    business_forgotten: bool

    def as_dict(self) -> dict[str, Any]:
        """The erasure as `mirasapo erasures order --json` prints it."""
        return asdict(self)


def erase_filing(
    conn: Connection,
    lake: Lake,
    catalog: Catalog,
    filing_id: UUID,
    order: Order,
    *,
    moment: datetime | None = None,
    dry_run: bool = False,
    progress: Callable[[int, int | None], object] | None = None,
) -> Erasing:
    """Erase a filing with all its versions, in a transaction of its own on the owner's connection.

    A dry run does the same and takes it back. Raises NotFound for an unknown filing, NotReady when
    the lake cannot be read; nothing is erased then.
    """
    with conn.begin() as transaction:
        found = _erase(conn, lake, catalog, filing_id, order, moment or datetime.now(UTC), progress)
        if dry_run:
            transaction.rollback()
            return _of_dry_run(found)
        if found.erasure_id is not None:
            blank_lines(conn, lake, found.erasure_id, lines_of(conn, found.objects))
    return found


def _of_dry_run(found: Erasing) -> Erasing:
    told = {**asdict(found), "erasure_id": None}
    return Erasing(**told)


def _erase(
    conn: Connection,
    lake: Lake,
    catalog: Catalog,
    filing_id: UUID,
    order: Order,
    moment: datetime,
    progress: Callable[[int, int | None], object] | None,
) -> Erasing:
    hold_off(conn, erasing=True)
    conn.execute(_BATCHES_IN_WORK)  # before what the work on them locks
    versions = _versions(conn, filing_id)
    first = versions[0]
    business_id, source = first["business_id"], first["source"]
    lock_numbers(conn, [(source, first["filing_number"])])
    projection = Projection(catalog)
    projection.lock(conn, [business_id])
    versions = _versions(conn, filing_id)  # one may have come in between
    stems = sorted({stem for each in versions for stem in each["tables"]})
    items = _items(conn, catalog, filing_id, versions, stems)
    statements = _statements(conn, versions, stems)
    files = conn.scalars(select(attachment.c.sha256).where(attachment.c.filing_id == filing_id))
    refused = _refused(conn, lake, source, first["filing_number"], progress)
    digests = {each["payload_sha256"] for each in versions} | {*files, *statements, *refused}
    files_named = _delete_rows(conn, catalog, filing_id, stems, statements)
    _delete_receipts(conn, source, filing_id, digests)
    asked = {"digests": sorted(digests), "kinds": list(_OURS)}
    gone = conn.execute(_FREE, asked).all()
    conn.execute(_LEFT_TO_UPLOADS, {"digests": asked["digests"]})
    projection.project(conn, [business_id])
    forgotten = _forget(conn, projection, business_id)
    erasure_id = uuid4()
    _note(conn, erasure_id, first, order, moment, gone)
    _tell(conn, business_id, order, moment, items)
    return Erasing(
        erasure_id=erasure_id,
        filing_id=filing_id,
        business_id=business_id,
        programme=first["programme"],
        versions=len(versions),
        attachments=files_named,
        statements=len(statements),
        refused=len(refused),
        items=len(items),
        objects=tuple(sorted(row.sha256 for row in gone)),
        kept=tuple(sorted(digests - {row.sha256 for row in gone})),
        business_forgotten=forgotten,
    )


def _versions(conn: Connection, filing_id: UUID) -> Sequence[RowMapping]:
    asked = select(filing).where(filing.c.filing_id == filing_id).order_by(filing.c.version_no)
    found = conn.execute(asked).mappings().all()
    if not found:
        raise NotFound(
            "消去する申請が見つかりません。",
            "この申請IDの申請は、ないか、すでに消去されています。",
            "mirasapo erasures list で、消去の記録を確かめてください。",
        )
    return found


def _items(
    conn: Connection,
    catalog: Catalog,
    filing_id: UUID,
    versions: Sequence[RowMapping],
    stems: Iterable[str],
) -> list[str]:
    """The keys of the items that the filing has a value of."""
    asked = {
        "filings": [str(filing_id)] * len(versions),
        "versions": [each["version_no"] for each in versions],
    }
    keys: list[str] = []
    for stem in stems:
        columns = set(conn.scalars(_KEYS, {"stem": stem, **asked}))
        keys += [item.key for item in catalog.table(stem).items if item.column in columns]
    return sorted(keys)


def _statements(
    conn: Connection, versions: Sequence[RowMapping], stems: Sequence[str]
) -> list[str]:
    """The corrections under the filing's terms, and the settlements that took its sender's claim.

    In tables that it wrote. A correction repeats what stood beside the corrected value; which of
    several filings of one programme and year that came from, it does not say: it goes with each.
    """
    terms = {(each["programme"], each["fiscal_year"]) for each in versions}
    columns = statement.c
    known = conn.execute(
        select(columns.payload_sha256, columns.document).where(
            columns.business_id == versions[0]["business_id"]
        )
    )
    found = []
    for row in known:
        said = read_document(row.document.encode())
        if said["table"] not in stems:
            continue
        corrected = (said.get("programme"), said.get("fiscal_year")) in terms
        if corrected or said.get("source") == versions[0]["source"]:
            found.append(row.payload_sha256)
    return found


def _refused(
    conn: Connection,
    lake: Lake,
    source: str,
    filing_number: str,
    progress: Callable[[int, int | None], object] | None,
) -> list[str]:
    """The refused documents of this sender that name the filing's number."""
    tell = progress or (lambda _done, _total: None)
    columns = payload.c
    asked = select(columns.sha256).where(columns.source == source)
    waiting = conn.scalars(asked.where(columns.kind == "refused_filing")).all()
    places = slices(conn, waiting)
    found = []
    for done, digest in enumerate(waiting, 1):
        try:
            document = read_document(read_payload(lake, digest, places.get(digest)))
        except (BadInput, NotFound):
            continue  # nothing can be read of it: it goes with its term
        if document.get("filing_number") == filing_number:
            found.append(digest)
        tell(done, len(waiting))
    return found


def _delete_rows(
    conn: Connection,
    catalog: Catalog,
    filing_id: UUID,
    stems: Iterable[str],
    statements: Sequence[str],
) -> int:
    """Delete the filing's rows; how many files it had."""
    tables = item_tables(catalog).filing
    for stem in stems:
        conn.execute(delete(tables[stem]).where(tables[stem].c.filing_id == filing_id))
    files = conn.execute(delete(attachment).where(attachment.c.filing_id == filing_id)).rowcount
    conn.execute(delete(filing).where(filing.c.filing_id == filing_id))
    conn.execute(delete(statement).where(statement.c.payload_sha256.in_(statements)))
    return files


def _delete_receipts(
    conn: Connection, source: str, filing_id: UUID, digests: Iterable[str]
) -> None:
    """Receipts kept for a repetition (their warnings have amounts), and the sender's own uploads."""
    receipts = idempotent_answer.c
    own = receipts.client_id == source
    conn.execute(
        delete(idempotent_answer).where(
            own, receipts.answer.contains(f'"filing_id": "{filing_id}"', autoescape=True)
        )
    )
    over = upload.c.expires_at <= datetime.now(UTC)
    mine = or_(upload.c.client_id == source, over)
    conn.execute(delete(upload).where(mine, upload.c.sha256.in_(list(digests))))


def _forget(conn: Connection, projection: Projection, business_id: UUID) -> bool:
    """Delete the business where nothing of it is held; whether it was so."""
    if conn.scalars(_HELD, {"business_id": business_id}).one():
        return False
    projection.wipe(conn, [business_id])
    conn.execute(delete(business).where(business.c.business_id == business_id))
    return True


def _note(
    conn: Connection,
    erasure_id: UUID,
    head: RowMapping,
    order: Order,
    moment: datetime,
    gone: Sequence[Any],
) -> None:
    names = ("business_id", "filing_id", "source", "filing_number")
    row = {
        "erasure_id": erasure_id,
        "kind": "order",
        "erased_at": moment,
        **asdict(order),
        **{name: head[name] for name in names},
    }
    conn.execute(insert(erasure).values(row))
    if gone:
        objects = [{"erasure_id": erasure_id, **each._mapping} for each in gone]  # noqa: SLF001
        conn.execute(insert(erased_object), objects)


def _tell(
    conn: Connection, business_id: UUID, order: Order, moment: datetime, items: Sequence[str]
) -> None:
    """The entry that the business reads beside those who looked."""
    entry = entries.Entry(
        business_id=business_id,
        actor=order.ordered_by,
        purpose=NO_PURPOSE,
        items=tuple(items),
        basis=f"{LAW}{order.law}",
        through="command erasures order",
        allowed=True,
        reason=order.reason,
        occurred_at=moment,
    )
    entries.record(conn, entry)
