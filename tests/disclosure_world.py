"""Businesses, filings and master values for tests of disclosure, written as the login `intake`.

Values are short texts that name themselves, so that a leaked one tells where it came from.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from sqlalchemy import insert
from sqlalchemy.dialects.postgresql import insert as upsert

from mirasapo.business.search import index_terms
from mirasapo.store.item_tables import item_tables
from mirasapo.store.tables import (
    attachment,
    business,
    consent,
    filing,
    payload,
    provenance,
    register_body,
    support_institution,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sqlalchemy import Connection

    from mirasapo.catalog import Catalog, Item
    from mirasapo.disclosure.rule import Basis

PAYLOAD = "0" * 64
FILED_ON = date(2023, 5, 1)


@dataclass(frozen=True)
class Context:
    """Where a value comes from, as far as the rule looks at it."""

    programme: str | None
    fiscal_year: int | None
    basis: Basis


@dataclass(frozen=True)
class Stored:
    """One value that was written, and the row it stands in."""

    business_id: UUID
    layer: str
    context: Context
    item: Item
    value: str
    row: tuple[str, Any]  # table, primary key: what row security hides or shows
    filing_id: UUID | None


@dataclass
class World:
    """Everything that was written; `stored` is what a reader who may see all would get."""

    catalog: Catalog
    stored: list[Stored] = field(default_factory=list)
    filings: dict[UUID, tuple[UUID, Context]] = field(default_factory=dict)
    attachments: dict[UUID, Item] = field(default_factory=dict)

    def item(self, data_class: int, *, third_party: bool = False, domain: str = "") -> Item:
        """A text item of this class; in a generic table if `domain` says so."""
        return next(
            item
            for shape in self.catalog.tables
            for item in shape.items
            if (item.data_class, item.third_party) == (data_class, third_party)
            and item.type in {"string", "text"}
            and not item.array
            and domain in {"", shape.domain}
            and (shape.in_master or domain != "generic")
        )

    def of(self, business_id: UUID) -> Iterator[Stored]:
        return (each for each in self.stored if each.business_id == business_id)


def add_business(conn: Connection, name: str, number: str | None = None) -> UUID:
    """A business with its row in the register, if it has a number."""
    business_id = uuid4()
    conn.execute(
        insert(business).values(business_id=business_id, corporate_number=number, made_up=True)
    )
    if number is not None:
        add_body(conn, name, number, business_id=business_id)
    return business_id


def add_body(conn: Connection, name: str, number: str, **columns: Any) -> UUID:
    """A body of the register."""
    columns = {"business_id": uuid4(), "kana": None} | columns
    search_name, grams = index_terms(name, columns["kana"])
    conn.execute(
        insert(register_body).values(
            corporate_number=number,
            sequence_number=1,
            process="01",
            correction="0",
            updated_on=FILED_ON,
            name=name,
            prefecture="鳥取県",
            city="鳥取市",
            street="東町1",
            search_name=search_name,
            grams=grams,
            payload_sha256=PAYLOAD,
            made_up=True,
            **columns,
        )
    )
    business_id: UUID = columns["business_id"]
    return business_id


def add_institution(conn: Connection, name: str, kind: str) -> UUID:
    """A support institution of this kind."""
    made = insert(support_institution).values(name=name, kind=kind, made_up=True)
    institution: UUID = conn.scalars(made.returning(support_institution.c.institution_id)).one()
    return institution


def add_payload(conn: Connection) -> None:
    """The payload that every row names; there may be one already."""
    made = upsert(payload).values(
        sha256=PAYLOAD, size_bytes=2, media_type="application/json", kind="filing", source="s"
    )
    conn.execute(made.on_conflict_do_nothing())


def add_filing(
    conn: Connection,
    world: World,
    business_id: UUID,
    context: Context,
    rows: Sequence[Sequence[Item]],
    *,
    attached: Item | None = None,
    answer: str | None = None,
) -> UUID:
    """A filing with these rows, each the items that are filled in, all of a row in one table.

    Rows of a table that holds one per filing become one.
    """
    filing_id = uuid4()
    bits = 0
    for item in [item for row in rows for item in row] + ([attached] if attached else []):
        bits |= item.bit
    conn.execute(
        insert(filing).values(
            filing_id=filing_id,
            version_no=1,
            business_id=business_id,
            filing_number=str(filing_id),
            form_version="1",
            procedure="new",
            status="adopted",
            filed_on=FILED_ON,
            source="jgrants-04",
            terms_version="policy-2025-02-14",
            payload_sha256=PAYLOAD,
            tables=sorted({row[0].table for row in rows}),
            class_bits=bits,
            **_columns(context),
        )
    )
    tables = item_tables(world.catalog).filing
    counted: dict[str, int] = {}
    for row in _merged(world.catalog, rows):
        table = tables[row[0].table]
        key = (filing_id, 1)
        columns: dict[str, Any] = {"filing_id": filing_id, "version_no": 1}
        if "row_no" in table.c:
            counted[table.name] = counted.get(table.name, 0) + 1
            columns["row_no"] = counted[table.name]
            key = (*key, counted[table.name])
        values = {item.column: f"filed {item.key} {len(world.stored)}" for item in row}
        columns |= {"business_id": business_id, "class_bits": _bits(row), **values}
        columns |= _columns(context)
        conn.execute(insert(table).values(columns))
        world.stored += [
            Stored(
                business_id,
                "filing",
                context,
                item,
                values[item.column],
                (table.name, key),
                filing_id,
            )
            for item in row
        ]
    world.filings[filing_id] = (business_id, context)
    if attached is not None:
        conn.execute(
            insert(attachment).values(
                filing_id=filing_id,
                version_no=1,
                name="plan.pdf",
                business_id=business_id,
                item_key=attached.key,
                sha256=PAYLOAD,
                size_bytes=2,
                media_type="application/pdf",
                class_bits=attached.bit,
                **_columns(context),
            )
        )
        world.attachments[filing_id] = attached
    if answer is not None:
        conn.execute(
            insert(consent).values(
                business_id=business_id,
                filing_id=filing_id,
                answer=answer,
                basis="deemed",
                terms_version="policy-2025-02-14",
                answered_by="jgrants-04",
            )
        )
    return filing_id


def add_master(
    conn: Connection,
    world: World,
    business_id: UUID,
    row_key: str,
    origins: Mapping[Item, Context],
) -> None:
    """A row of the master, each value with its provenance; all items of one table."""
    stem = next(iter(origins)).table
    values = {item.column: f"master {item.key} {len(world.stored)}" for item in origins}
    table = item_tables(world.catalog).master[stem]
    columns = {"business_id": business_id, "row_key": row_key, "class_bits": _bits(list(origins))}
    conn.execute(insert(table).values(columns | values))
    for item, context in origins.items():
        conn.execute(
            insert(provenance).values(
                business_id=business_id,
                table_name=stem,
                row_key=row_key,
                item_key=item.key,
                bit=item.bit,
                source="nta" if context.basis == "open" else "jgrants-04",
                as_of_on=FILED_ON,
                order_key="1",
                payload_sha256=PAYLOAD,
                **_columns(context),
            )
        )
        world.stored.append(
            Stored(
                business_id,
                "master",
                context,
                item,
                values[item.column],
                (stem, (business_id, row_key)),
                None,
            )
        )


def _merged(catalog: Catalog, rows: Sequence[Sequence[Item]]) -> Iterator[list[Item]]:
    single: dict[str, list[Item]] = {}
    for row in rows:
        if catalog.table(row[0].table).repeated:
            yield list(row)
        else:
            single.setdefault(row[0].table, []).extend(row)
    yield from single.values()


def _columns(context: Context) -> dict[str, Any]:
    return {
        "programme": context.programme,
        "fiscal_year": context.fiscal_year,
        "basis": context.basis,
    }


def _bits(items: Sequence[Item]) -> int:
    bits = 0
    for item in items:
        bits |= item.bit
    return bits
