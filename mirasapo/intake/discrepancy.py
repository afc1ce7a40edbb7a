"""食い違い: where what a filing states and what its other items add up to differ by too much.

A discrepancy is told to the sender in the receipt and kept nowhere: the filing is taken in as it is.
"""

from __future__ import annotations

import operator
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from mirasapo.catalog.expression import Expression, Number, Operand
from mirasapo.catalog.formula import row_key_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date

    from mirasapo.catalog import Catalog, Item
    from mirasapo.catalog.formula import Formula

    Row = Mapping[str, Any]
    Rows = Mapping[str, Sequence[Row]]

MAX_DISCREPANCIES = 1000
_SHOWN_PLACES = 2
_ARITHMETIC: Mapping[str, Callable[[Fraction, Fraction], Fraction]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """One formula that does not hold: what was filed, what comes out, both in the unit of `of`.

    `row` counts the rows of the repeat group from 1; None for an item that occurs once.
    """

    formula: Formula
    row: int | None
    filed: Fraction
    computed: Fraction

    def as_dict(self) -> dict[str, Any]:
        """The warning as the sender gets it."""
        filed, computed = _shown(self.filed), _shown(self.computed)
        difference = _shown(self.filed - self.computed)
        unit = self.formula.of.unit or ""
        place = "" if self.row is None else f"{self.row}行目: "
        return {
            "rule": self.formula.name,
            "item": self.formula.of.key,
            "label": self.formula.of.label_ja,
            "items": [item.key for item in self.formula.items[1:]],
            "row": self.row,
            "filed": filed,
            "computed": computed,
            "difference": difference,
            "tolerance": _shown(self.formula.tolerance),
            "unit": self.formula.of.unit,
            "what": f"{place}「{self.formula.label_ja}」が合いません。申請 {filed:,}{unit}、"
            f"計算 {computed:,}{unit}、差 {difference:,}{unit}。",
        }


def discrepancies(catalog: Catalog, rows: Rows) -> list[Discrepancy]:
    """What does not add up in the typed rows of one filing, in the order of the formulas.

    A formula is passed over where what it needs is not given, and where it divides by 0 or less.
    """
    return [
        found for formula in catalog.formulas for found in _Check(catalog, formula, rows).found()
    ][:MAX_DISCREPANCIES]


class _UnknownError(Exception):
    """The formula has no result for this row."""


class _Check:
    """One formula over the rows of one filing."""

    def __init__(self, catalog: Catalog, formula: Formula, rows: Rows) -> None:
        self._catalog = catalog
        self._formula = formula
        self._rows = rows
        self._home = catalog.table(formula.of.table)
        self._row: Row = {}
        self._given = 0

    def found(self) -> Iterator[Discrepancy]:
        """The rows on which the formula does not hold."""
        of, tolerance = self._formula.of, self._formula.tolerance
        for number, row in enumerate(self._rows.get(of.table, ()), 1):
            if row.get(of.column) is None:
                continue
            self._row, self._given = row, 0
            try:
                computed = self._value(self._formula.expression)
            except _UnknownError:
                continue
            filed = Fraction(row[of.column])
            if self._given and abs(filed - computed) > tolerance:
                place = number if self._home.repeated else None
                yield Discrepancy(self._formula, place, filed, computed)

    def _value(self, expression: Expression) -> Fraction:
        match expression:
            case Number(value):
                return value
            case Operand(item, "sum"):
                return self._sum(item)
            case Operand(item, reach):
                return self._read(item, self._row_of(item, reach))
        left, right = self._value(expression.left), self._value(expression.right)
        if expression.sign == "/" and right <= 0:
            raise _UnknownError
        return _ARITHMETIC[expression.sign](left, right)

    def _sum(self, item: Item) -> Fraction:
        rows = self._rows.get(item.table, ())
        if not rows and item not in self._formula.as_zero:
            raise _UnknownError
        return sum((self._read(item, row) for row in rows), Fraction(0))

    def _read(self, item: Item, row: Row | None) -> Fraction:
        value = None if row is None else row.get(item.column)
        if value is not None:
            self._given += 1
            return Fraction(value)
        if item in self._formula.as_zero:
            return Fraction(0)
        raise _UnknownError

    def _row_of(self, item: Item, reach: str) -> Row | None:
        """The one row that the item is read from; None where there is none, or more than one."""
        table = self._catalog.table(item.table)
        if not reach and table is self._home:
            return self._row
        rows = self._rows.get(item.table, ())
        if reach == "base":
            year = row_key_of(table, "integer")
            rows = [row for row in rows if year is not None and row.get(year.column) == 0]
        elif table.repeated:
            months = 12 if reach == "previous" else 0
            own, other = row_key_of(self._home, "date"), row_key_of(table, "date")
            day = None if own is None else self._row.get(own.column)
            if other is None or day is None:
                return None
            rows = [row for row in rows if _closed(row.get(other.column), day, months)]
        return rows[0] if len(rows) == 1 else None


def _closed(closed_on: date | None, day: date, months_before: int) -> bool:
    """Whether a period closed on the day itself, or in the month so many months before it."""
    if closed_on is None or not months_before:
        return closed_on == day
    months = (day.year - closed_on.year) * 12 + day.month - closed_on.month
    return months == months_before


def _shown(value: Fraction) -> int | float:
    return int(value) if value.denominator == 1 else round(float(value), _SHOWN_PLACES)
