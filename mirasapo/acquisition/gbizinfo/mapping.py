"""One gBizINFO record as rows of our tables, after `data_model/mappings/gbizinfo.csv`.

No field of gBizINFO is named here: the paths, the items and the ways of reading come from the
mapping. What cannot be read becomes an issue beside the rows, never a guess.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from mirasapo.acquisition.gbizinfo.dating import (
    Dated,
    Dates,
    Row,
    as_one_list,
    by_date,
    metadata_of,
    read_date,
    read_source,
)
from mirasapo.acquisition.gbizinfo.values import (
    CONVERSIONS,
    JAPAN,
    Unclear,
    day,
    is_nothing,
    period,
    whole,
    years_before,
)
from mirasapo.business.plan import plans_of
from mirasapo.catalog import parse_value, value_faults

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from mirasapo.catalog import Catalog, Item, MappedField, TableShape

_BODY = "hojin."
_ROWS = "[]."
_UNIT = "_unit_ref"
_UNITS = {"amount": "JPY", "whole": "pure"}
_OPEN_MAPS = frozenset({"meta-data"})  # provenance of each field, under that field's name


@dataclass(frozen=True, slots=True)
class Issue:
    """A value that was not taken over: where it stands, which item it is, and why. No value."""

    path: str
    item: str
    label: str
    why: str

    def as_fault(self) -> dict[str, str]:
        """In the form of `core.payload.faults`."""
        return {"item": self.item, "label": self.label, "what": self.path, "why": self.why}


@dataclass(slots=True)
class Reading:
    """What a record says: rows by stem of the table, issues, and fields nobody knows.

    A row of values that the service dates differently is told in parts, one for each date.
    """

    dated: dict[str, list[Dated]] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)

    @property
    def rows(self) -> dict[str, list[Row]]:
        """The values alone."""
        return {stem: [row.values for row in rows] for stem, rows in self.dated.items()}


@dataclass(frozen=True, slots=True)
class _Cell:
    """A field of gBizINFO that becomes an item."""

    path: str
    item: Item
    convert: str


@dataclass(frozen=True, slots=True)
class _Plan:
    """How one table is read: from the record itself (`each` None) or from each row of a list."""

    shape: TableShape
    each: str | None
    cells: tuple[_Cell, ...]
    newest_only: tuple[_Cell, ...]  # said once in the record, about the newest of its rows


class GbizInfoMapping:
    """The mapping, prepared once for many records."""

    def __init__(self, catalog: Catalog) -> None:
        fields = catalog.mappings["gbizinfo"]
        self._paths = frozenset(each.path for each in fields)
        self._plans = tuple(_plan(shape, fields) for shape in catalog.published_tables)
        self._master = {plan.stem: plan for plan in plans_of(catalog)}

    def read(self, record: Mapping[str, Any], today: date | None = None) -> Reading:
        """All that one record of the service says, in typed rows; no date is after `today`."""
        reading = Reading(unknown=sorted(set(self._strangers(record, ""))))
        for plan in self._plans:
            found = [
                dated
                for row, dates in self._rows(plan, record, reading, today or _today())
                for dated in by_date(plan.shape, self._master.get(plan.shape.name), row, dates)
            ]
            if found:
                reading.dated[plan.shape.name] = as_one_list(plan.shape, found)
        return reading

    def _rows(
        self, plan: _Plan, record: Mapping[str, Any], reading: Reading, today: date
    ) -> Iterator[tuple[Row, Dates]]:
        if plan.each is None:
            dates = Dates()
            yield self._row(plan.cells, record, "", record, reading, dates, today), dates
            return
        found = _follow(record, plan.each)
        elements = [] if is_nothing(found) else found
        if not isinstance(elements, list):
            reading.issues.append(Issue(plan.each, "", plan.shape.label_ja, "一覧ではありません。"))
            return
        for number, element in enumerate(elements):
            if not isinstance(element, dict):
                where = f"{plan.each}[{number}]"
                reading.issues.append(Issue(where, "", plan.shape.label_ja, "行として読めません。"))
                continue
            dates = Dates()
            prefix = f"{plan.each}{_ROWS}"
            row = self._row(plan.cells, element, prefix, record, reading, dates, today)
            if plan.newest_only and _is_newest(plan, element):
                row |= self._row(plan.newest_only, record, "", record, reading, dates, today)
            yield row, dates

    def _row(
        self,
        cells: tuple[_Cell, ...],
        place: Mapping[str, Any],
        prefix: str,
        record: Mapping[str, Any],
        reading: Reading,
        dates: Dates,
        today: date,
    ) -> Row:
        row: Row = {}
        for cell in cells:
            try:
                value = self._value(cell, place, prefix, record)
            except Unclear as why:
                reading.issues.append(Issue(cell.path, cell.item.key, cell.item.label_ja, str(why)))
            else:
                if value is not None:
                    row[cell.item.column] = value
                    _date(cell, place, record, reading, dates, today)
        return row

    def _value(
        self, cell: _Cell, place: Mapping[str, Any], prefix: str, record: Mapping[str, Any]
    ) -> Any:
        path = cell.path.removeprefix(prefix).removeprefix(_BODY)
        raw = _follow(place, path)
        if is_nothing(raw):
            return None
        if cell.convert == "closing_date":
            written = _closing_date(raw, _cover_page(self._plans, record))
        else:
            if cell.path + _UNIT in self._paths:
                _require_unit(cell, _follow(place, path + _UNIT))
            written = CONVERSIONS[cell.convert](raw)
        return _typed(cell.item, written)

    def _strangers(self, found: Any, path: str) -> Iterator[str]:
        """Fields that the mapping does not name: the service has grown."""
        if isinstance(found, dict):
            for name, inner in found.items():
                below = f"{path}.{name}" if path else name
                if name not in _OPEN_MAPS:
                    yield from self._strangers(inner, below)
        elif isinstance(found, list) and any(isinstance(each, dict) for each in found):
            for each in found:
                yield from self._strangers(each, path + "[]")
        elif (
            path not in self._paths
            and f"{_BODY}{path}" not in self._paths
            and not is_nothing(found)
        ):
            yield path


def _date(
    cell: _Cell,
    place: Mapping[str, Any],
    record: Mapping[str, Any],
    reading: Reading,
    dates: Dates,
    today: date,
) -> None:
    """Note when the service last changed the value of a cell, and where it has it from."""
    changed, source = metadata_of(cell.path, place, record)
    try:
        changed_on = read_date(changed, today)
    except Unclear as why:
        reading.issues.append(Issue(cell.path, cell.item.key, cell.item.label_ja, str(why)))
    else:
        if changed_on is not None and changed_on.isoformat() != _own_day(record):
            dates.changed_on[cell.item.column] = changed_on
    if (origin := read_source(source)) is not None:
        dates.origins[cell.item.column] = origin


def _own_day(record: Mapping[str, Any]) -> str | None:
    """The record's own date, which holds where no other is said."""
    try:
        return day(record.get("update_date"))
    except Unclear:
        return None


def _today() -> date:
    return datetime.now(JAPAN).date()


def _plan(shape: TableShape, fields: tuple[MappedField, ...]) -> _Plan:
    own = [
        _Cell(each.path, each.item, each.convert)
        for each in fields
        if each.item is not None and each.item.table == shape.name
    ]
    if not shape.repeated:
        return _Plan(shape, None, tuple(own), ())
    each = next(cell.path.split(_ROWS)[0] for cell in own if _ROWS in cell.path)
    return _Plan(
        shape,
        each,
        tuple(cell for cell in own if cell.path.startswith(each + _ROWS)),
        tuple(cell for cell in own if not cell.path.startswith(each + _ROWS)),
    )


def _follow(place: Any, path: str) -> Any:
    """What stands at a dotted path, None where it breaks off; `x[].y` follows the first x."""
    for name in path.split("."):
        if name.endswith("[]"):
            rows = place.get(name[:-2]) if isinstance(place, dict) else None
            place = rows[0] if isinstance(rows, list) and rows else None
        else:
            place = place.get(name) if isinstance(place, dict) else None
    return place


def _require_unit(cell: _Cell, unit: Any) -> None:
    if unit != (expected := _UNITS[cell.convert]):
        raise Unclear(f"単位の印が {expected} でないため、値を確定できません。")


def _typed(item: Item, written: Any) -> Any:
    """The typed value; a label of a closed list stands for its code."""
    if item.codes is not None and written not in item.codes.codes:
        written = next((c for c, label in item.codes.codes.items() if label == written), written)
    if faults := value_faults(item, written):
        raise Unclear(f"{faults[0].what}{faults[0].why}")
    return parse_value(item, written)


def _is_newest(plan: _Plan, element: Mapping[str, Any]) -> bool:
    """Whether the row is the newest period: number 0, or a table without such numbers."""
    numbered = [cell.path for cell in plan.cells if cell.convert == "closing_date"]
    return all(_follow(element, path.split(_ROWS)[1]) in ("0", 0) for path in numbered)


def _cover_page(plans: tuple[_Plan, ...], record: Mapping[str, Any]) -> Any:
    return next(
        _follow(record, cell.path)
        for plan in plans
        for cell in plan.newest_only
        if cell.convert == "period_end"
    )


def _closing_date(raw: Any, cover_page: Any) -> str:
    """The closing day of the period `raw` years before the one on the cover page.

    Counting back is certain only from a fiscal year of twelve months.
    """
    years_back, found = whole(raw), period(cover_page)
    if years_back is None or years_back < 0 or found is None:
        raise Unclear("決算年月日を定める事業年度の期間がありません。")
    begins_on, ends_on = found
    if years_back == 0:
        return ends_on.isoformat()
    if not _is_twelve_months(begins_on, ends_on):
        raise Unclear("最新の事業年度が12か月でないため、前の期の決算年月日を定められません。")
    return years_before(ends_on, years_back).isoformat()


def _is_twelve_months(begins_on: date, ends_on: date) -> bool:
    return (begins_on - years_before(ends_on, 1)).days == 1
