"""The only way from item values to a person: project what is open, enter it in the ledger, answer.

One statement reads all values (`store.open_rows`). The entry is committed before the answer leaves;
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
from mirasapo.disclosure.rule import Basis, Decision, Subject, decide
from mirasapo.errors import BadInput, NotFound
from mirasapo.gate.judging import (
    FILING,
    USE_OF_PROGRAMMES,
    Verdict,
    entry,
    judge,
    refusal,
)
from mirasapo.ledger import entries

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from mirasapo.catalog import Catalog, Policy
    from mirasapo.disclosure.rule import Actor
    from mirasapo.store.databases import Databases

Layer = Literal["all", "filing", "master", "open"]
LAYERS = ("filing", "master", "open")
Context = tuple[str, int, Basis]  # programme, fiscal year and basis of a filing


class RevealedValue(msgspec.Struct, frozen=True):
    """One value and where it comes from.

    `table` is the stem. `row_key` names a row of the master ('' where there is one), `row_no` a row
    of a filing or a publication. `filing_no` tells the filings of one answer apart, from 1 on.
    Filing, programme and fiscal year are None for a public source; of what the business itself has
    corrected the filing is None, and programme and year are those of what it corrects. All that
    says which filing it was, its day and basis included, is None as well, and `source` only
    `filing`, where the use of programmes (data class 10) is closed. `value` is a JSON value; money
    is whole yen.
    """

    layer: Literal["filing", "master", "open"]
    table: str
    row_key: str
    row_no: int | None
    filing_no: int | None
    filing_id: UUID | None
    version_no: int | None
    programme: str | None
    fiscal_year: int | None
    source: str
    basis: Basis | None
    as_of_on: date | None
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


_OPEN_ROWS = text("""
    SELECT * FROM core.open_rows(
        :asked_business, :asked_filing, :filing_layer, :master_layer, :open_layer)
""").bindparams(
    bindparam("asked_business", type_=UuidType), bindparam("asked_filing", type_=UuidType)
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
    only: Collection[str] | None = None,
    moment: datetime | None = None,
    through: str,
) -> Revealed:
    """Everything of a business, or of one filing, that is open to `actor` for `purpose`.

    With `filing_id` only that filing is read and `business_id` may be None. `layer="open"` reads
    what public sources published: it needs no grant and makes no entry. `only` names the items that
    are wanted, None for all: others are neither read out nor entered. `through` is the route or
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
        if layers == {"open"}:
            return _public(business_id, purpose, now, _wanted(_values(catalog, rows, ()), only))
        contexts = {
            context: Subject(business_id, "filing", context[0], context[1], "", context[2])
            for context in {
                (row.programme, row.fiscal_year, row.basis) for row in rows if row.basis != "open"
            }
        }
        facts = facts_about(conn, policy, actor, purpose, business_id)
        unnamed = {
            context
            for context, subject in contexts.items()
            if not decide(actor, purpose, subject, USE_OF_PROGRAMMES, now, facts).allowed
        }
        values = _wanted(_values(catalog, rows, unnamed), only)
        verdict = judge(actor, purpose, business_id, contexts.values(), now, facts)
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
) -> Sequence[Row[*tuple[Any, ...]]]:
    """The open rows: an object of values by column, or one value where `column_name` is set."""
    asked: dict[str, object] = {f"{layer}_layer": layer in layers for layer in LAYERS}
    asked |= {"asked_business": business_id, "asked_filing": filing_id}
    return conn.execute(_OPEN_ROWS, asked).all()


def _values(
    catalog: Catalog, rows: Iterable[Row[*tuple[Any, ...]]], unnamed: Collection[Context]
) -> Iterator[RevealedValue]:
    """Each value of the rows with its item, in the order of the rows and of the catalogue.

    Of filings in the contexts of `unnamed` nothing is told but their number in this answer.
    """
    tables = {"": register_items(catalog)}
    filings: dict[UUID, int] = {}
    for row in rows:
        # taken apart once: asking the row for its cells at each value took most of the time
        layer, stem, key, number, filing_id, version, *cells = row
        programme, year, source, basis, as_of, column_name, given = cells
        filing_no = filings.setdefault(filing_id, len(filings) + 1) if filing_id else None
        if (programme, year, basis) in unnamed:
            key = _unnamed_key(key, filing_no)
            filing_id = version = programme = year = basis = as_of = None
            source = FILING
        items = tables.get(stem)
        if items is None:
            items = {item.column: item for item in catalog.table(stem).items}
            tables[stem] = items
        if column_name is None:
            found = [(item, given[column]) for column, item in items.items() if column in given]
        else:
            found = [(items[column_name], given)]
        for item, value in found:
            yield RevealedValue(
                layer,
                item.table,
                key,
                number,
                filing_no,
                filing_id,
                version,
                programme,
                year,
                source,
                basis,
                as_of,
                item.key,
                item.label_ja,
                item.unit,
                value,
                item.data_class,
                item.third_party,
            )


def _wanted(values: Iterable[RevealedValue], only: Collection[str] | None) -> list[RevealedValue]:
    return [value for value in values if only is None or value.item_key in only]


def _unnamed_key(key: str, filing_no: int | None) -> str:
    """A row that has no key of its own content is called after its filing: after its number here."""
    if not key or key.startswith("="):
        return key
    return f"{FILING}/{filing_no}/{key.rpartition('/')[2]}"


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
