"""The typed tables of items, made from the catalogue: one per table shape, never written by hand.

`core.filing_<stem>` holds what a filing said, by version: immutable. `core.<stem>` is the master of
a generic shape, one row per business (and row key). `open.published_<stem>` is the same shape as a
public source published it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Numeric,
    Table,
    Text,
    Uuid,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB

from mirasapo.errors import BadInput
from mirasapo.store.tables import CONTEXT, context_columns, filed_basis
from mirasapo.store.tables import metadata as hand_written

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.types import TypeEngine

    from mirasapo.catalog import Catalog, Item, TableShape

_TYPES: Mapping[str, type[TypeEngine[Any]] | TypeEngine[Any]] = {
    "string": Text,
    "text": Text,
    "code": Text,
    "year_month": Text,
    "phone": Text,
    "email": Text,
    "url": Text,
    "file": Text,  # the name of the attachment that answers it
    "money": BigInteger,  # whole yen
    "integer": BigInteger,
    "decimal": Numeric,
    "boolean": Boolean,
    "date": Date,
    "datetime": DateTime(timezone=True),
}


@dataclass(frozen=True, slots=True)
class ItemTables:
    """The generated tables by stem, in one metadata with the tables written by hand."""

    metadata: MetaData
    filing: Mapping[str, Table]
    master: Mapping[str, Table]
    published: Mapping[str, Table]


_made: dict[int, tuple[Catalog, ItemTables]] = {}


def item_tables(catalog: Catalog) -> ItemTables:
    """The tables of a catalogue; the same objects at every call with the same catalogue."""
    if id(catalog) not in _made:
        # a catalogue holds mappings and has no hash; kept here, its id stays its own
        _made[id(catalog)] = (catalog, _with_hand_written(catalog))
    return _made[id(catalog)][1]


def _with_hand_written(catalog: Catalog) -> ItemTables:
    metadata = MetaData(naming_convention=hand_written.naming_convention)
    for table in hand_written.sorted_tables:
        table.to_metadata(metadata)
    return build(catalog, metadata)


def build(catalog: Catalog, metadata: MetaData) -> ItemTables:
    """Add the item tables of `catalog` to `metadata`.

    Raises BadInput when a shape cannot be a table: an unknown type, or a column name twice.
    """
    return ItemTables(
        metadata,
        filing={shape.name: _filing_table(shape, metadata) for shape in catalog.tables},
        master={
            shape.name: _master_table(shape, metadata)
            for shape in catalog.tables
            if shape.domain == "generic" and shape.in_master
        },
        published={
            shape.name: _published_table(shape, metadata) for shape in catalog.published_tables
        },
    )


def _filing_table(shape: TableShape, metadata: MetaData) -> Table:
    keys: list[Column[Any]] = [
        Column("filing_id", Uuid, primary_key=True),
        Column("version_no", Integer, primary_key=True),
    ]
    if shape.repeated:
        keys.append(Column("row_no", Integer, primary_key=True, comment="1, 2, … as filed"))
    return Table(
        f"filing_{shape.name}",
        metadata,
        *keys,
        Column("business_id", Uuid, nullable=False),
        *context_columns(),
        _class_bits(),
        *_columns(
            shape, {"filing_id", "version_no", "row_no", "business_id", *CONTEXT, "class_bits"}
        ),
        ForeignKeyConstraint(
            ["filing_id", "version_no"], ["core.filing.filing_id", "core.filing.version_no"]
        ),
        filed_basis(),
        Index(None, "business_id"),
        schema="core",
        comment=f"申請の記載: {shape.label_ja}",
    )


def _master_table(shape: TableShape, metadata: MetaData) -> Table:
    return Table(
        shape.name,
        metadata,
        Column("business_id", Uuid, ForeignKey("core.business.business_id"), primary_key=True),
        Column(
            "row_key",
            Text,
            primary_key=True,
            server_default=text("''"),
            comment="'' for tables of one row per business",
        ),
        _class_bits(),
        *_columns(shape, {"business_id", "row_key", "class_bits"}),
        schema="core",
        comment=f"マスタ: {shape.label_ja}",
    )


def _published_table(shape: TableShape, metadata: MetaData) -> Table:
    return Table(
        f"published_{shape.name}",
        metadata,
        Column("business_id", Uuid, primary_key=True),
        Column("source", Text, primary_key=True, comment="gbizinfo, …"),
        Column("row_no", Integer, primary_key=True, comment="1, 2, … as published"),
        Column("as_of_on", Date, nullable=False),
        Column("payload_sha256", Text, nullable=False),
        Column("origins", JSONB, comment="出典元, where the source names its own: by column"),
        *_columns(
            shape, {"business_id", "source", "row_no", "as_of_on", "payload_sha256", "origins"}
        ),
        schema="open",
        comment=f"公表情報: {shape.label_ja}",
    )


def _class_bits() -> Column[int]:
    return Column(
        "class_bits", BigInteger, nullable=False, comment="bits of the row's non-null items"
    )


def _columns(shape: TableShape, taken: set[str]) -> list[Column[Any]]:
    columns: list[Column[Any]] = []
    for item in shape.items:
        if item.column in taken:
            raise BadInput(
                f"項目 {item.key} の列名 {item.column} を使えません。",
                f"表 {shape.name} に同じ名前の列があります。",
                "data_model の列名を変えてください。",
            )
        taken = taken | {item.column}
        columns.append(Column(item.column, _type(item), comment=item.label_ja))
    return columns


def _type(item: Item) -> type[TypeEngine[Any]] | TypeEngine[Any]:
    try:
        found = _TYPES[item.type]
    except KeyError:
        raise BadInput(
            f"項目 {item.key} の型 {item.type} を表にできません。",
            "知らない型です。",
            "data_model の型を確かめてください。",
        ) from None
    return ARRAY(found) if item.array else found
