"""What the database must know of the catalogue and the policy: `open.item` and `open.ceiling`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, delete, insert, select, update

from mirasapo.store.tables import ceiling, item

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection, Table

    from mirasapo.catalog import Catalog, Policy


def sync_reference(connection: Connection, catalog: Catalog, policy: Policy) -> int:
    """Make both tables say what the catalogue and the policy say; the number of changed rows.

    Runs on the owner's connection, in its transaction.
    """
    items = [
        {
            "item_key": each.key,
            "table_name": each.table,
            "column_name": each.column,
            "data_class": each.data_class,
            "third_party": each.third_party,
            "bit": each.bit,
            "label_ja": each.label_ja,
        }
        for each in catalog.items
    ]
    ceilings = [
        {
            "purpose": purpose,
            "recipient": recipient,
            "class_bits": policy.ceiling(purpose, recipient),
        }
        for purpose in policy.purposes
        for recipient in policy.recipients
    ]
    return _sync(connection, item, items) + _sync(connection, ceiling, ceilings)


def _sync(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> int:
    keys = [column.name for column in table.primary_key]

    def key_of(row: Mapping[str, Any]) -> tuple[Any, ...]:
        return tuple(row[key] for key in keys)

    wanted = {key_of(row): dict(row) for row in rows}
    found = [dict(row) for row in connection.execute(select(table)).mappings()]
    present = {key_of(row): row for row in found}
    # first away, then in: a key may have moved to another column of the same table
    for key in present.keys() - wanted.keys():
        connection.execute(delete(table).where(_is(table, keys, key)))
    changed = [key for key in wanted.keys() & present.keys() if wanted[key] != present[key]]
    for key in changed:
        connection.execute(update(table).where(_is(table, keys, key)).values(wanted[key]))
    new = [wanted[key] for key in wanted.keys() - present.keys()]
    if new:
        connection.execute(insert(table), new)
    return len(present.keys() - wanted.keys()) + len(changed) + len(new)


def _is(table: Table, keys: Sequence[str], key: tuple[Any, ...]) -> Any:
    return and_(*(table.c[name] == value for name, value in zip(keys, key, strict=True)))
