"""The content of register, filings, statements and master as one hash, to compare two databases.

Two databases with the same content have the same hash: businesses are named by corporate number or
sole proprietor's key, filings by sender, number and version; generated ids, clock times, and the
file that a register row came in play no part.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any, TypedDict

from sqlalchemy import Text, case, cast, func, literal, null, select, text

from mirasapo.store.item_tables import item_tables
from mirasapo.store.tables import (
    CONTEXT,
    attachment,
    business,
    conflict,
    filing,
    provenance,
    register_body,
    statement,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Select, Table

    from mirasapo.catalog import Catalog

_AT_ONCE = 5000
# What is derived, generated or a matter of delivery.
_NO_CONTENT = {
    "open.register_body": {"business_id", "search_name", "grams", "payload_sha256"},
    "core.business": {"business_id"},
    "core.filing": {"filing_id", "business_id", "received_at", "filed_by_institution_id"},
    "core.attachment": {"filing_id", "business_id", *CONTEXT},
    "core.conflict": {"conflict_id", "business_id"},
    "core.provenance": {"business_id", "filing_id", "order_key", "payload_sha256"},
}


class State(TypedDict):
    """What `mirasapo master state --json` prints."""

    businesses: int
    filings: int
    state_hash: str


def state(conn: Connection, catalog: Catalog) -> State:
    """Count and hash the content; any login that may read `open` and `core` (intake).

    Streams: the memory it takes does not grow with the database.
    """
    conn.execute(text("SELECT set_config('TimeZone', 'UTC', true)"))
    digest = sha256()
    for name, contents in _sections(catalog):
        digest.update(f"\n# {name}\n".encode())
        line = func.row_to_json(contents.subquery("content").table_valued())
        found = conn.execution_options(yield_per=_AT_ONCE).scalars(select(cast(line, Text)))
        for row in found:
            digest.update(row.encode())
            digest.update(b"\n")
    known = select(register_body.c.business_id).union(select(business.c.business_id)).subquery()
    return State(
        businesses=conn.scalars(select(func.count()).select_from(known)).one(),
        filings=conn.scalars(select(func.count(filing.c.filing_id.distinct()))).one(),
        state_hash=digest.hexdigest(),
    )


def _sections(catalog: Catalog) -> Iterator[tuple[str, Select[Any]]]:
    """Every part of the content, each in an order that its content decides."""
    named = func.coalesce(
        literal("c:") + business.c.corporate_number,
        literal("s:") + business.c.sole_proprietor_key,
    ).label("business")
    whose = named.collate("C")
    body = register_body.c
    yield "register", _content(register_body).order_by(body.corporate_number.collate("C"))
    yield "business", _content(business).order_by(whose)
    number = (filing.c.source.collate("C"), filing.c.filing_number.collate("C"))
    filed = _content(filing).add_columns(named).join(business, filing.c.business_id == _ID)
    yield "filing", filed.order_by(*number, filing.c.version_no)
    files = _content(attachment).add_columns(filing.c.source, filing.c.filing_number)
    files = files.join(
        filing,
        (filing.c.filing_id == attachment.c.filing_id)
        & (filing.c.version_no == attachment.c.version_no),
    )
    yield "attachment", files.order_by(*number, filing.c.version_no, attachment.c.name.collate("C"))
    for stem, table in item_tables(catalog).master.items():
        values = _content(table).add_columns(named).join(business, table.c.business_id == _ID)
        yield stem, values.order_by(whose, table.c.row_key.collate("C"))
    yield (
        "provenance",
        _origins()
        .add_columns(named)
        .order_by(
            whose,
            *(provenance.c[name].collate("C") for name in ("table_name", "row_key", "item_key")),
        ),
    )
    said = _content(statement).add_columns(named).join(business, statement.c.business_id == _ID)
    yield "statement", said.order_by(whose, statement.c.payload_sha256.collate("C"))
    differing = _content(conflict).add_columns(named).join(business, conflict.c.business_id == _ID)
    places = (conflict.c[name].collate("C") for name in ("table_name", "row_key", "unit"))
    yield "conflict", differing.order_by(whose, *places)


_ID = business.c.business_id


def _content(table: Table) -> Select[Any]:
    left_out = _NO_CONTENT.get(f"{table.schema}.{table.name}", {"business_id"})
    return select(*(column for column in table.c if column.name not in left_out))


def _origins() -> Select[Any]:
    """Where each value is from: the filing by its number, published facts by their payload."""
    payload = case((provenance.c.source != "nta", provenance.c.payload_sha256), else_=null()).label(
        "payload"
    )
    return (
        _content(provenance)
        .add_columns(filing.c.filing_number, payload)
        .join(business, provenance.c.business_id == _ID)
        .outerjoin(
            filing,
            (filing.c.filing_id == provenance.c.filing_id)
            & (filing.c.version_no == provenance.c.version_no),
        )
    )
