"""The only way from item values to a person: project what is open, enter it in the ledger, answer.

One statement reads all values: of each filing version and of each master value the open bits of its
context, of each row the columns whose bit is open. The entry is committed before the answer leaves;
a refused read leaves its entry too.
"""

from __future__ import annotations

from datetime import date  # noqa: TC003 - msgspec reads the types of a struct
from typing import TYPE_CHECKING, Any, Literal
from uuid import UUID  # noqa: TC003 - same

import msgspec
from sqlalchemy import Row, bindparam, text
from sqlalchemy import Uuid as UuidType

from mirasapo.business.register import register_items
from mirasapo.disclosure.acting import act_as, facts_about
from mirasapo.disclosure.rule import Basis, Decision, Subject
from mirasapo.errors import BadInput, NotFound
from mirasapo.gate.judging import Verdict, entry, judge, refusal
from mirasapo.ledger import entries
from mirasapo.store.row_security import open_bits_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from mirasapo.catalog import Catalog, Policy
    from mirasapo.disclosure.rule import Actor
    from mirasapo.store.databases import Databases

Layer = Literal["all", "filing", "master", "open"]
LAYERS = ("filing", "master", "open")


class RevealedValue(msgspec.Struct, frozen=True):
    """One value and where it comes from.

    `table` is the stem. `row_key` names a row of the master ('' where there is one), `row_no` a row
    of a filing or a publication. Filing, programme and fiscal year are None for a public source.
    `value` is a JSON value; money is whole yen.
    """

    layer: Literal["filing", "master", "open"]
    table: str
    row_key: str
    row_no: int | None
    filing_id: UUID | None
    version_no: int | None
    programme: str | None
    fiscal_year: int | None
    source: str
    basis: Basis
    as_of_on: date
    item_key: str
    label_ja: str
    unit: str | None
    value: Any
    data_class: int
    third_party: bool


class Revealed(msgspec.Struct, frozen=True):
    """What a read gave: the open values, and of each data class whether it is open or why not.

    `entry_id` is the number of the ledger entry; None for a read of public facts only.
    """

    business_id: UUID
    purpose: int
    moment: datetime
    values: tuple[RevealedValue, ...]
    open_classes: tuple[int, ...]
    closed_classes: Mapping[int, str]
    entry_id: int | None


_OPEN_ROWS = text(f"""
    WITH context AS MATERIALIZED (
        SELECT f.*, {open_bits_of("f")} AS open_bits
        FROM core.filing f
        WHERE :filing_layer AND f.business_id = :business
          AND (f.filing_id = :filing OR :filing IS NULL)
    ), asked AS (
        SELECT stem, c.open_bits, array_agg(c.filing_id) AS filing_ids,
               array_agg(c.version_no) AS version_nos
        FROM context c CROSS JOIN unnest(c.tables) stem
        GROUP BY stem, c.open_bits
    ), known AS MATERIALIZED (
        SELECT * FROM core.provenance p WHERE :master_layer AND p.business_id = :business
    ), place AS MATERIALIZED (
        SELECT p.*, {open_bits_of("p")} AS open_bits
        FROM (SELECT DISTINCT business_id, programme, fiscal_year, basis FROM known) p
    ), origin AS MATERIALIZED (
        SELECT k.*, i.column_name
        FROM known k
        JOIN place p ON (p.programme, p.fiscal_year, p.basis)
            IS NOT DISTINCT FROM (k.programme, k.fiscal_year, k.basis)
        JOIN open.item i USING (item_key)
        WHERE (k.bit & p.open_bits) <> 0
    )
    SELECT 'filing' AS layer, a.stem, '' AS row_key, r.row_no, c.filing_id, c.version_no,
           c.programme, c.fiscal_year, c.source, c.basis, c.filed_on AS as_of_on,
           NULL AS column_name, r.row_values
    FROM asked a
    CROSS JOIN LATERAL core.filing_rows(
        a.stem, a.filing_ids, a.version_nos,
        ARRAY (SELECT i.column_name FROM open.item i
               WHERE i.table_name = a.stem AND (i.bit & a.open_bits) = 0)) r
    JOIN context c ON c.filing_id = r.filing_id AND c.version_no = r.version_no
    UNION ALL
    SELECT 'master', o.table_name, o.row_key, NULL, o.filing_id, o.version_no,
           o.programme, o.fiscal_year, o.source, o.basis, o.as_of_on,
           o.column_name, r.row_values -> o.column_name
    FROM (SELECT DISTINCT table_name FROM origin) t
    CROSS JOIN LATERAL core.master_rows(t.table_name, :business) r
    JOIN origin o ON o.table_name = t.table_name AND o.row_key = r.row_key
    WHERE r.row_values ? o.column_name
    UNION ALL
    SELECT 'open', p.stem, '', p.row_no, NULL, NULL,
           NULL, NULL, p.source, 'open', p.as_of_on,
           NULL, p.row_values
    FROM open.published_rows(:business) p WHERE :open_layer
    UNION ALL
    SELECT 'open', '', '', NULL, NULL, NULL,
           NULL, NULL, 'nta', 'open', b.updated_on,
           NULL, jsonb_strip_nulls(to_jsonb(b) - 'grams')
    FROM open.register_body b WHERE :open_layer AND b.business_id = :business
    ORDER BY layer, stem, fiscal_year, as_of_on, filing_id, version_no, row_key, row_no
""").bindparams(  # noqa: S608 - the expression is the project's own
    bindparam("business", type_=UuidType), bindparam("filing", type_=UuidType)
)


def reveal(
    databases: Databases,
    catalog: Catalog,
    policy: Policy,
    actor: Actor,
    purpose: int,
    business_id: UUID | None,
    *,
    layer: Layer = "all",
    filing_id: UUID | None = None,
    moment: datetime | None = None,
    through: str,
) -> Revealed:
    """Everything of a business, or of one filing, that is open to `actor` for `purpose`.

    With `filing_id` only that filing is read and `business_id` may be None. `layer="open"` reads
    what public sources published: it needs no grant and makes no entry. `through` is the route or
    command, for the ledger. Runs in transactions of its own; the entry is committed on return.

    Raises NotAllowed when nothing is open (its entry is committed too), NotFound when there is no
    such business or filing that the actor may know of.
    """
    if layer != "all" and layer not in LAYERS:
        raise BadInput("読み取る層が正しくありません。", "", f"{LAYERS} から選んでください。")
    layers: set[str] = set(LAYERS) if layer == "all" else {layer}
    if filing_id is not None:
        layers = {"filing"}
    gateway = databases.gateway.execution_options(isolation_level="REPEATABLE READ")
    with gateway.begin() as conn:
        now = act_as(conn, actor, purpose, moment)
        business_id = _business(conn, business_id, filing_id)
        rows = _read(conn, business_id, filing_id, layers)
        values = list(_values(catalog, rows))
        if layers == {"open"}:
            return _public(business_id, purpose, now, values)
        contexts = [
            Subject(business_id, "filing", programme, fiscal_year, "", basis)
            for programme, fiscal_year, basis in {
                (row.programme, row.fiscal_year, row.basis) for row in rows if row.basis != "open"
            }
        ]
        facts = facts_about(conn, policy, actor, purpose, business_id)
        verdict = judge(actor, purpose, business_id, contexts, now, facts)
        if filing_id is not None and not values:
            verdict = _nothing_of_filing(verdict)
        allowed = verdict.decision.allowed
        read = {v.item_key for v in values if v.basis != "open"} if allowed else ()
        entry_id = entries.record(
            conn, entry(actor, purpose, business_id, verdict, now, items=read, through=through)
        )
    if not allowed:
        raise refusal(actor, verdict, entry_id)
    return Revealed(
        business_id,
        purpose,
        now,
        tuple(values),
        verdict.open_classes,
        verdict.closed_classes,
        entry_id,
    )


def _business(conn: Connection, business_id: UUID | None, filing_id: UUID | None) -> UUID:
    """The business that is read. Raises NotFound when there is none, or not with that filing."""
    if filing_id is not None:
        found = conn.execute(text("SELECT core.business_of_filing(:id)"), {"id": filing_id})
    else:
        found = conn.execute(text("SELECT core.knows_business(:id)"), {"id": business_id})
    known: UUID | None = found.scalar_one()
    if known is None or business_id not in {None, known}:
        raise NotFound(
            "申請が見つかりません。" if filing_id is not None else "事業者が見つかりません。",
            "この番号のものは登録されていません。",
            "検索や一覧から選び直してください。",
        )
    return known


def _read(
    conn: Connection, business_id: UUID, filing_id: UUID | None, layers: set[str]
) -> Sequence[Row[tuple[Any, ...]]]:
    """The open rows: an object of values by column, or one value where `column_name` is set."""
    asked: dict[str, object] = {f"{layer}_layer": layer in layers for layer in LAYERS}
    asked |= {"business": business_id, "filing": filing_id}
    return conn.execute(_OPEN_ROWS, asked).all()


def _values(catalog: Catalog, rows: Iterable[Row[tuple[Any, ...]]]) -> Iterator[RevealedValue]:
    """Each value of the rows with its item, in the order of the rows and of the catalogue."""
    tables = {"": register_items(catalog)}
    for row in rows:
        items = tables.get(row.stem)
        if items is None:
            items = {item.column: item for item in catalog.table(row.stem).items}
            tables[row.stem] = items
        if row.column_name is None:
            found = [(item, row.row_values[c]) for c, item in items.items() if c in row.row_values]
        else:
            found = [(items[row.column_name], row.row_values)]
        for item, value in found:
            yield RevealedValue(
                row.layer,
                item.table,
                row.row_key,
                row.row_no,
                row.filing_id,
                row.version_no,
                row.programme,
                row.fiscal_year,
                row.source,
                row.basis,
                row.as_of_on,
                item.key,
                item.label_ja,
                item.unit,
                value,
                item.data_class,
                item.third_party,
            )


def _public(
    business_id: UUID, purpose: int, moment: datetime, values: list[RevealedValue]
) -> Revealed:
    classes = tuple(sorted({value.data_class for value in values}))
    return Revealed(business_id, purpose, moment, tuple(values), classes, {}, None)


def _nothing_of_filing(verdict: Verdict) -> Verdict:
    """The rule opens a class in general, but this filing shows nothing: why is not told."""
    if not verdict.decision.allowed:
        return verdict
    reason = "この申請には、開示されている情報がありません。"
    closed = dict.fromkeys((*verdict.open_classes, *verdict.closed_classes), reason)
    return Verdict(Decision(allowed=False, reason=reason, rule="no_grant"), "no_grant", (), closed)
