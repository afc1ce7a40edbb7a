"""Taking in a statement: the lake keeps it, then its row and the master it changes, or nothing.

`correct` is the business's own entry, `settle` a person's decision in a conflict; `take_in` is the
way both go, and a statement that is there already changes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Text, cast, func, select
from sqlalchemy.dialects.postgresql import insert

from mirasapo.business import statement as statements
from mirasapo.business.conflicts import ConflictRow, read_conflict
from mirasapo.business.document import read_document
from mirasapo.business.identify import Identity, ensure_all
from mirasapo.business.plan import is_master
from mirasapo.business.projection import Projection
from mirasapo.business.register import item_of
from mirasapo.catalog import parse_value
from mirasapo.errors import BadInput, Conflict, NotFound
from mirasapo.store.erasures import refuse_erased
from mirasapo.store.item_tables import item_tables
from mirasapo.store.tables import business, payload, provenance, statement

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy import Connection

    from mirasapo.catalog import Catalog, Item
    from mirasapo.store.databases import Databases
    from mirasapo.store.lake import Lake


@dataclass(frozen=True, slots=True)
class Corrected:
    """What became of a correction; `applied`: the master now holds the corrected value."""

    business_id: UUID
    item_key: str
    payload_sha256: str
    stated_at: datetime
    applied: bool


def correct(
    databases: Databases,
    lake: Lake,
    catalog: Catalog,
    *,
    business_id: UUID,
    item_key: str,
    value: Any,
    stated_by: str,
    moment: datetime | None = None,
) -> Corrected:
    """Put one item of the master right, as the business itself; `value` is a JSON value.

    The rest of the item's unit (an address, a person) is confirmed as it stands. Raises BadInput for
    an item or value that cannot be, Conflict for an item that a public register answers for,
    NotFound for an unknown item or business.
    """
    moment = moment or datetime.now(UTC)
    item = _correctable(catalog, item_key)
    if parse_value(item, value) is None:
        raise BadInput(
            "訂正する値がありません。",
            "空の値では、前の値が消えません。",
            "正しい値を入れてください。",
            item=item.key,
        )
    projection = Projection(catalog)
    with databases.intake.begin() as conn:
        projection.lock(conn, [business_id])
        unit = projection.unit_of(item)
        body = statements.correction(
            _identity(conn, business_id),
            stated_at=moment,
            stated_by=stated_by,
            table=item.table,
            row={**_held(conn, catalog, item, unit, business_id), item.key: value},
            **_terms(conn, item, unit, business_id),
        )
        digest = take_in(conn, lake, catalog, body, source=stated_by, projection=projection)
        applied = any(row.payload_sha256 == digest for row in _origins(conn, [item], business_id))
    return Corrected(business_id, item.key, digest, moment, applied)


def settle(
    databases: Databases,
    lake: Lake,
    catalog: Catalog,
    conflict_id: str,
    *,
    take: str,
    settled_by: str,
    why: str = "",
    moment: datetime | None = None,
) -> ConflictRow:
    """Let the claim of the source `take` hold in a conflict; the conflict as it is afterwards.

    Raises NotFound for an unknown conflict, BadInput for a source that claims nothing in it,
    Conflict for one that the register overrules.
    """
    with databases.intake.begin() as conn:
        found = read_conflict(conn, conflict_id)
        Projection(catalog).lock(conn, [found.business_id])
        found = read_conflict(conn, conflict_id)
        claim = next((each for each in found.claims if each["source"] == take), None)
        if claim is None:
            raise BadInput(
                f"出所 {take} は、この食い違いにありません。",
                "選べるのは、食い違っている出所のどれかです。",
                f"--take に {'、'.join(found.sources)} のどれかを指定してください。",
            )
        if take != "nta" and "nta" in found.sources:
            raise Conflict(
                "登記の項目は、登記と違う値にできません。",
                "法人番号公表サイトの値が、ほかのどの出所よりも優先します。",
                "登記が正しければ --take nta とします。登記を改めるのは、法務局への届出です。",
            )
        body = statements.settlement(
            _identity(conn, found.business_id),
            stated_at=moment or datetime.now(UTC),
            stated_by=settled_by,
            why=why,
            table=found.table_name,
            row_key=found.row_key,
            unit=found.unit,
            source=take,
            claim_hash=claim["claim_hash"],
        )
        take_in(conn, lake, catalog, body, source=settled_by)
        return read_conflict(conn, conflict_id)


def take_in(
    conn: Connection,
    lake: Lake,
    catalog: Catalog,
    body: bytes,
    *,
    source: str,
    projection: Projection | None = None,
) -> str:
    """Keep a statement and project its business, in the caller's transaction; its hash.

    Raises BadInput for a document that cannot be read.
    """
    digest = lake.put(body)
    document = read_document(body)
    statements.read_statement(catalog, body, digest)
    identity = statements.identity_of(document)
    business_id = ensure_all(conn, [identity])[identity]
    kept = {
        "sha256": digest,
        "size_bytes": len(body),
        "media_type": "application/json",
        "kind": document["kind"],
        "source": source,
    }
    conn.execute(insert(payload).values(kept).on_conflict_do_nothing())
    refuse_erased(conn, [digest])
    row = {
        "payload_sha256": digest,
        "business_id": business_id,
        "kind": document["kind"],
        "document": body.decode(),
    }
    conn.execute(insert(statement).values(row).on_conflict_do_nothing())
    (projection or Projection(catalog)).project(conn, [business_id])
    return digest


def _correctable(catalog: Catalog, item_key: str) -> Item:
    """The item, if a business may correct it by itself. Raises BadInput, NotFound."""
    item = catalog.item(item_key)
    shape = catalog.table(item.table)
    if not is_master(shape) or item.master_policy == "never":
        why = "この項目は、申請ごとの記載です。最新情報にはありません。"
    elif shape.repeated:
        why = "一覧の項目は、一つだけを訂正できません。"
    elif item == item_of(catalog, "corporate_number"):
        why = "法人番号は、事業者を見分ける番号です。"
    else:
        return item
    raise BadInput(
        "この項目は、ここでは訂正できません。",
        why,
        "申請の記載は、申請した制度の窓口で訂正してください。",
        item=item.key,
    )


def _identity(conn: Connection, business_id: UUID) -> Identity:
    row = conn.execute(select(business).where(business.c.business_id == business_id)).one_or_none()
    if row is None:
        raise NotFound(
            "事業者が見つかりません。",
            "この番号の事業者は登録されていません。",
            "サインインし直してください。",
        )
    number = row.corporate_number
    return Identity(number, row.sole_proprietor_key if number is None else None)


def _held(
    conn: Connection, catalog: Catalog, item: Item, unit: Sequence[Item], business_id: UUID
) -> dict[str, Any]:
    """The JSON values that the master holds of what is decided together with the item."""
    table = item_tables(catalog).master[item.table]
    line = select(cast(func.to_jsonb(table.table_valued()), Text))
    held = conn.scalars(line.where(table.c.business_id == business_id)).one_or_none()
    values = {} if held is None else read_document(held.encode())
    return {each.key: values[each.column] for each in unit if values.get(each.column) is not None}


def _terms(conn: Connection, item: Item, unit: Sequence[Item], business_id: UUID) -> dict[str, Any]:
    """Programme, fiscal year and basis of what is corrected; Conflict for the register's items."""
    origins = _origins(conn, unit, business_id)
    filed = next((origin for origin in origins if origin.basis != "open"), None)
    if filed is not None:
        names = ("programme", "fiscal_year", "basis")
        return {name: getattr(filed, name) for name in names}
    if origins and item.master_policy == "registry":
        raise Conflict(
            f"「{item.label_ja}」は、ここでは訂正できません。",
            "法人番号公表サイトや gBizINFO が公表している登記の情報です。",
            "登記を改めると、公表された後に反映されます。",
            item=item.key,
        )
    return {"programme": None, "fiscal_year": None, "basis": "none"}


def _origins(conn: Connection, items: Sequence[Item], business_id: UUID) -> Sequence[Any]:
    """The provenance of the values of these items of one table."""
    columns = provenance.c
    known = select(provenance).where(
        columns.business_id == business_id,
        columns.table_name == items[0].table,
        columns.item_key.in_([item.key for item in items]),
    )
    return conn.execute(known.order_by(columns.item_key)).all()
