"""How each table of the master is folded: its units, its keys, and who decides, from the catalogue.

A unit is what is decided together: one item, one row (an address, a person), one row of a keyed
table (a fiscal period), or a whole list.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mirasapo.catalog import Catalog, Item, TableShape


@dataclass(frozen=True, slots=True)
class Unit:
    """Columns of a row that are decided together; `name` is the first of them."""

    name: str
    columns: frozenset[str]
    registry: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """How one table of the master is folded; `how`: units, appended, keyed or list.

    A keyed table has one unit, its row; lists and appended rows have none.
    """

    stem: str
    how: str
    columns: frozenset[str]
    whole: bool  # every column of the table has a place in the master
    units: tuple[Unit, ...]
    keys: tuple[str, ...]
    registry: bool
    entry_date: tuple[str, str] | None


def plans_of(catalog: Catalog) -> tuple[Plan, ...]:
    """The plan of every table of the master, in the order of the catalogue."""
    entry_dates = _entry_dates(catalog)
    return tuple(
        _plan(shape, entry_dates.get(shape.entity)) for shape in catalog.tables if is_master(shape)
    )


def is_master(shape: TableShape) -> bool:
    """Whether the table has a place in the master: generic, and not only of the filing itself."""
    return shape.domain == "generic" and shape.in_master


def _entry_dates(catalog: Catalog) -> dict[str, tuple[str, str]]:
    """Stem and column of the entry date (記入日) that dates an entity's lists, by entity."""
    return {
        shape.entity: (shape.name, item.column)
        for shape in catalog.tables
        if is_master(shape) and not shape.repeated
        for item in shape.items
        if item.type == "date" and item.label_ja.endswith("記入日")
    }


def is_keyed(shape: TableShape) -> bool:
    """Whether rows of the table are told apart by their content: a fiscal period, a right."""
    policies = {item.master_policy for item in shape.items}
    return shape.repeated and bool(shape.row_key_items) and not policies & {"snapshot", "append"}


def _plan(shape: TableShape, entry_date: tuple[str, str] | None) -> Plan:
    items = [item for item in shape.items if item.master_policy != "never"]
    policies = {item.master_policy for item in items}
    if "append" in policies:
        how = "appended"
    elif not shape.repeated:
        how = "units"
    else:
        how = "keyed" if is_keyed(shape) else "list"
    return Plan(
        stem=shape.name,
        how=how,
        columns=frozenset(item.column for item in items),
        whole=len(items) == len(shape.items),
        units=_units(items, keyed=how == "keyed") if how in {"units", "keyed"} else (),
        keys=tuple(item.column for item in shape.row_key_items),
        registry="registry" in policies,
        entry_date=entry_date,
    )


def _units(items: Sequence[Item], *, keyed: bool) -> tuple[Unit, ...]:
    """What is decided together: items by themselves or as one row; of a keyed table each row."""
    if keyed:
        columns = frozenset(item.column for item in items)
        registry = any(item.master_policy == "registry" for item in items)
        return (Unit(items[0].column, columns, registry),)
    groups: dict[tuple[str, bool], list[str]] = defaultdict(list)
    for item in items:
        name = item.column if item.master_unit == "item" else ""
        groups[name, item.master_policy == "registry"].append(item.column)
    return tuple(
        Unit(columns[0], frozenset(columns), registry) for (_, registry), columns in groups.items()
    )


def row_key(columns: Sequence[str], row: Mapping[str, Any]) -> str | None:
    """The key of a row by its own content; None where it says too little to be told apart.

    The first key column is needed, and of any further ones (numbers of a right) at least one. A row
    without a key is matched with no other: that would be a guess.
    """
    parts = ["" if row.get(column) is None else str(row[column]) for column in columns]
    if not parts or not parts[0] or (len(parts) > 1 and not any(parts[1:])):
        return None
    return "=" + "|".join(parts)
