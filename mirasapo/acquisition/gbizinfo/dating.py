"""The service's own provenance: which source a value is from, and when that last changed it.

`meta-data` stands in the record itself, by field, and in each row and part, for the whole of it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from mirasapo.acquisition.gbizinfo.values import Unclear, day, text
from mirasapo.business.plan import is_keyed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mirasapo.business.plan import Plan
    from mirasapo.catalog import TableShape

_METADATA = "meta-data"
_CHANGED = "last_update_date"
_SOURCE = "source"
_BODY = "hojin."

Row = dict[str, Any]
"""Typed values by column."""


@dataclass(slots=True)
class Dates:
    """When the values of one row were last changed, and where they are from, by column."""

    changed_on: dict[str, date] = field(default_factory=dict)
    origins: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Dated:
    """A row of one date; None where the service tells none: then the record's own holds."""

    values: Row
    as_of_on: date | None = None
    origins: Mapping[str, str] = field(default_factory=dict)


def metadata_of(path: str, place: Mapping[str, Any], record: Mapping[str, Any]) -> tuple[Any, Any]:
    """Date and source as the service writes them for the field at `path`; None where it does not.

    `place` is the row that the field stands in, or the record itself.
    """
    if path.startswith(_BODY):
        found, name = record.get(_METADATA), path.removeprefix(_BODY)
    else:
        found = place.get(_METADATA) if "[]." in path else None
        part = record.get(path.partition(".")[0].removesuffix("[]"))
        if found is None and isinstance(part, dict):
            found = part.get(_METADATA)
        name = ""
    if not isinstance(found, dict):
        return None, None
    changed, source = (
        each.get(name) if isinstance(each := found.get(key), dict) else each
        for key in (_CHANGED, _SOURCE)
    )
    return changed, source


def read_date(written: Any, latest: date) -> date | None:
    """The day of a last change. Raises Unclear for what is none, or lies after `latest`."""
    found = day(written)
    if found is None:
        return None
    if found > latest.isoformat():
        raise Unclear("最終更新日が未来の日付なので、記録の更新年月日を使いました。")
    return date.fromisoformat(found)


def read_source(written: Any) -> str | None:
    """The name of the source; None for what is no text."""
    try:
        return text(written)
    except Unclear:
        return None


def by_date(shape: TableShape, plan: Plan | None, row: Row, dates: Dates) -> Iterator[Dated]:
    """The row in parts of one date each, those without a date first.

    Only a row of which items are decided one by one can have parts; what is decided together has the
    newest of its dates.
    """
    units = [unit.columns for unit in plan.units] if plan and not shape.repeated else []
    if shape.repeated:
        units = [frozenset(row)]
    units += [frozenset({column}) for column in row.keys() - frozenset().union(*units)]
    parts: dict[date | None, set[str]] = defaultdict(set)
    for unit in units:
        said = [dates.changed_on[column] for column in unit & dates.changed_on.keys()]
        parts[max(said, default=None)] |= unit & row.keys()
    for as_of_on in sorted(parts, key=lambda each: each or date.min):
        if values := {name: value for name, value in row.items() if name in parts[as_of_on]}:
            origins = {name: dates.origins[name] for name in values if name in dates.origins}
            yield Dated(values, as_of_on, origins)


def as_one_list(shape: TableShape, rows: Iterable[Dated]) -> list[Dated]:
    """The rows, those of a list that is decided as a whole with the newest of their dates."""
    found = list(rows)
    appended = any(item.master_policy == "append" for item in shape.items)
    if not shape.repeated or appended or is_keyed(shape):
        return found
    newest = max((row.as_of_on for row in found if row.as_of_on), default=None)
    return [Dated(row.values, newest, row.origins) for row in found]
