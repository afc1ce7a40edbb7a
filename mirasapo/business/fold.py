"""The master of one business as a pure function of all that was said about it.

contribution: what one payload says about the business – rows of typed values, and who says it when
fold: contributions → rows of the master, and for each value the contribution that it is from

Per unit the contribution with the greatest order key is taken, so the order of arrival cannot
matter. A unit is one item, one row (an address, a person: never a mixture of two) or one list. An
item that is empty in a newer filing was not asked or not answered: it deletes nothing. Derived
items keep the value that was declared; computing them is not done here.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mirasapo.business.order import Authority, order_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from mirasapo.catalog import Catalog, Item, TableShape

Row = dict[str, Any]
"""Values by column; an empty item has no entry."""


@dataclass(frozen=True, slots=True, eq=False)
class Contribution:
    """What one payload says about one business.

    `reference` names it without a generated id (filing number, '' for registers); appended rows
    are keyed by it. `version` is the sender's own. `rows` holds no empty row.
    """

    authority: Authority
    source: str
    reference: str
    basis: str
    as_of_on: date
    version: int
    payload_sha256: str
    rows: Mapping[str, Sequence[Row]]
    filing_id: UUID | None = None
    version_no: int | None = None
    programme: str | None = None
    fiscal_year: int | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the values of a unit come from, and what decided it."""

    contribution: Contribution
    as_of_on: date
    order_key: str


@dataclass(frozen=True, slots=True)
class MasterRow:
    """One row of the master: its values and the origin of each."""

    values: Row
    origins: dict[str, Origin]


Master = dict[str, dict[str, MasterRow]]
"""Rows by stem of the table and row key ('' where a business has one row)."""


@dataclass(frozen=True, slots=True)
class _Unit:
    """Columns of a single row that are decided together."""

    columns: frozenset[str]
    registry: bool


@dataclass(frozen=True, slots=True)
class _Plan:
    """How one table of the master is folded; `how`: units, appended, keyed or list."""

    stem: str
    how: str
    columns: frozenset[str]
    whole: bool  # every column of the table has a place in the master
    units: tuple[_Unit, ...]
    keys: tuple[str, ...]
    registry: bool
    entry_date: tuple[str, str] | None


class Folding:
    """The catalogue's rules for the master, prepared once."""

    def __init__(self, catalog: Catalog) -> None:
        entry_dates = _entry_dates(catalog)
        self.plans = tuple(
            _plan(shape, entry_dates.get(shape.entity))
            for shape in catalog.tables
            if is_master(shape)
        )

    def fold(self, contributions: Iterable[Contribution]) -> Master:
        """The master of one business; empty when nobody says anything.

        The result does not depend on the order of the contributions.
        """
        said = list(contributions)
        master: Master = {}
        for plan in self.plans:
            speakers = [each for each in said if plan.stem in each.rows]
            if speakers and (rows := _FOLDS[plan.how](plan, speakers)):
                master[plan.stem] = rows
        return master


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


def _plan(shape: TableShape, entry_date: tuple[str, str] | None) -> _Plan:
    items = [item for item in shape.items if item.master_policy != "never"]
    policies = {item.master_policy for item in items}
    if "append" in policies:
        how = "appended"
    elif not shape.repeated:
        how = "units"
    else:
        how = "keyed" if is_keyed(shape) else "list"
    return _Plan(
        stem=shape.name,
        how=how,
        columns=frozenset(item.column for item in items),
        whole=len(items) == len(shape.items),
        units=_units(items) if how == "units" else (),
        keys=tuple(item.column for item in shape.row_key_items),
        registry="registry" in policies,
        entry_date=entry_date,
    )


def _units(items: Sequence[Item]) -> tuple[_Unit, ...]:
    """Single items first by what decides them, then the row that is decided as one."""
    groups: dict[tuple[str, bool], set[str]] = defaultdict(set)
    for item in items:
        name = item.column if item.master_unit == "item" else ""
        groups[name, item.master_policy == "registry"].add(item.column)
    return tuple(_Unit(frozenset(columns), registry) for (_, registry), columns in groups.items())


def _ordered(
    plan: _Plan, speakers: Sequence[Contribution], registry: bool
) -> list[tuple[Contribution, Origin]]:
    """The speakers by ascending order key: the last one wins."""
    origins = []
    for each in speakers:
        as_of_on = _as_of(plan, each)
        key = order_key(
            each.authority,
            registry=registry,
            as_of_on=as_of_on,
            version=each.version,
            payload_sha256=each.payload_sha256,
            source=each.source,
        )
        origins.append((each, Origin(each, as_of_on, key)))
    origins.sort(key=lambda pair: pair[1].order_key)
    return origins


def _as_of(plan: _Plan, each: Contribution) -> date:
    """The entry date of the entity where the form has one, else the date of the filing.

    An entry date after the filing is a slip of the pen; it would win for years.
    """
    if plan.entry_date is not None:
        stem, column = plan.entry_date
        for row in each.rows.get(stem, ()):
            entered_on: date | None = row.get(column)
            if entered_on is not None:
                return min(entered_on, each.as_of_on)
    return each.as_of_on


def _fold_units(plan: _Plan, speakers: Sequence[Contribution]) -> dict[str, MasterRow]:
    values: Row = {}
    origins: dict[str, Origin] = {}
    by_registry = dict.fromkeys({unit.registry for unit in plan.units})
    ordered = {flag: _ordered(plan, speakers, flag) for flag in by_registry}
    for unit in plan.units:
        for each, origin in reversed(ordered[unit.registry]):
            row = each.rows[plan.stem][0]
            if said := unit.columns & row.keys():
                for column in said:
                    values[column] = row[column]
                    origins[column] = origin
                break
    return {"": MasterRow(values, origins)} if values else {}


def _fold_list(plan: _Plan, speakers: Sequence[Contribution]) -> dict[str, MasterRow]:
    each, origin = _ordered(plan, speakers, plan.registry)[-1]
    return {
        f"{number:04d}": _row(plan, row, origin)
        for number, row in enumerate(each.rows[plan.stem], 1)
    }


def _fold_keyed(plan: _Plan, speakers: Sequence[Contribution]) -> dict[str, MasterRow]:
    rows: dict[str, MasterRow] = {}
    for each, origin in _ordered(plan, speakers, plan.registry):
        for number, row in enumerate(each.rows[plan.stem], 1):
            key = row_key(plan.keys, row) or _own_key(each, number)
            rows[key] = _row(plan, row, origin)
    return rows


def _fold_appended(plan: _Plan, speakers: Sequence[Contribution]) -> dict[str, MasterRow]:
    return {
        _own_key(each, number): _row(plan, row, origin)
        for each, origin in _ordered(plan, speakers, plan.registry)
        for number, row in enumerate(each.rows[plan.stem], 1)
    }


def row_key(columns: Sequence[str], row: Mapping[str, Any]) -> str | None:
    """The key of a row by its own content; None where it says too little to be told apart.

    The first key column is needed, and of any further ones (numbers of a right) at least one. A row
    without a key is matched with no other: that would be a guess.
    """
    parts = ["" if row.get(column) is None else str(row[column]) for column in columns]
    if not parts or not parts[0] or (len(parts) > 1 and not any(parts[1:])):
        return None
    return "=" + "|".join(parts)


def _own_key(each: Contribution, number: int) -> str:
    return f"{each.source}/{each.reference}/{number:04d}"


def _row(plan: _Plan, row: Row, origin: Origin) -> MasterRow:
    if not plan.whole:
        row = {column: value for column, value in row.items() if column in plan.columns}
    return MasterRow(row, dict.fromkeys(row, origin))


_FOLDS = {
    "units": _fold_units,
    "list": _fold_list,
    "keyed": _fold_keyed,
    "appended": _fold_appended,
}
