"""The generated tables follow the catalogue: shape by shape, item by item."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import ARRAY, BigInteger, Boolean, Date, DateTime, MetaData, Numeric, Text

from mirasapo.catalog.lint.names import RESERVED_COLUMNS
from mirasapo.catalog.model import TYPES
from mirasapo.errors import BadInput
from mirasapo.store.item_tables import _TYPES, build, item_tables
from mirasapo.store.tables import CONTEXT, attachment

if TYPE_CHECKING:
    from mirasapo.catalog import Catalog

SQL_TYPE = {
    "money": BigInteger,
    "integer": BigInteger,
    "decimal": Numeric,
    "boolean": Boolean,
    "date": Date,
    "datetime": DateTime,
}


def test_every_item_type_has_a_column_type() -> None:
    assert set(_TYPES) == set(TYPES)


def test_every_shape_has_its_table_and_every_item_its_column(catalog: Catalog) -> None:
    tables = item_tables(catalog)
    assert list(tables.filing) == [shape.name for shape in catalog.tables]
    for item in catalog.items:
        column = tables.filing[item.table].c[item.column]
        kind = column.type.item_type if isinstance(column.type, ARRAY) else column.type
        assert isinstance(column.type, ARRAY) == item.array, item.key
        assert isinstance(kind, SQL_TYPE.get(item.type, Text)), item.key
        assert column.comment == item.label_ja
        assert column.nullable


def test_keys_are_those_of_the_layer(catalog: Catalog) -> None:
    tables = item_tables(catalog)
    for shape in catalog.tables:
        keys = [column.name for column in tables.filing[shape.name].primary_key]
        rows = ["row_no"] if shape.repeated else []
        assert keys == ["filing_id", "version_no", *rows]
    for table in tables.master.values():
        assert [column.name for column in table.primary_key] == ["business_id", "row_key"]
    for table in tables.published.values():
        keys = [column.name for column in table.primary_key]
        assert keys == ["business_id", "source", "row_no"]


def test_what_is_about_a_row_is_no_items_column(catalog: Catalog) -> None:
    """The lint refuses such a name before a table is made."""
    tables = item_tables(catalog)
    for shape in catalog.tables:
        items = {item.column for item in shape.items}
        for layer in (tables.filing, tables.master, tables.published):
            if shape.name in layer:
                about = set(layer[shape.name].c.keys()) - items
                assert about <= RESERVED_COLUMNS
    for table in (*tables.filing.values(), attachment):
        columns = [table.c[name] for name in CONTEXT]
        assert [column.comment for column in columns] == ["制度番号", "年度", "二次利用の根拠"]
        assert not any(column.nullable for column in columns)


def test_only_generic_shapes_that_reach_the_master_have_a_master_table(catalog: Catalog) -> None:
    expected = {
        shape.name
        for shape in catalog.tables
        if shape.domain == "generic" and any(item.master_policy != "never" for item in shape.items)
    }
    assert set(item_tables(catalog).master) == expected
    assert expected


def test_schemas_and_names(catalog: Catalog) -> None:
    tables = item_tables(catalog)
    assert {t.fullname for t in tables.filing.values()} == {
        f"core.filing_{stem}" for stem in tables.filing
    }
    assert {t.fullname for t in tables.master.values()} == {
        f"core.{stem}" for stem in tables.master
    }
    assert {t.fullname for t in tables.published.values()} == {
        f"open.published_{stem}" for stem in tables.published
    }
    longest = 63  # bytes; PostgreSQL cuts a longer name without an error
    for table in tables.metadata.tables.values():
        for name in (table.name, *table.c.keys()):
            assert len(name.encode()) <= longest


def test_the_same_catalogue_gives_the_same_tables(catalog: Catalog) -> None:
    assert item_tables(catalog) is item_tables(catalog)


@pytest.mark.parametrize("column", ["business_id", *CONTEXT])
def test_a_column_that_is_taken_is_refused(catalog: Catalog, column: str) -> None:
    shape = catalog.tables[0]
    clash = replace(shape, items=(replace(shape.items[0], column=column),))
    with pytest.raises(BadInput, match=f"列名 {column} を使えません"):
        build(replace(catalog, tables=(clash,)), MetaData())


def test_a_type_that_is_unknown_is_refused(catalog: Catalog) -> None:
    shape = catalog.tables[0]
    strange = replace(shape, items=(replace(shape.items[0], type="colour"),))
    with pytest.raises(BadInput, match="型 colour を表にできません"):
        build(replace(catalog, tables=(strange,)), MetaData())
