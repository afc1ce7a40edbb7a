"""What the items of one filing come out as by the formulas: the one evaluator of formulas.yaml."""

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

    from mirasapo.catalog.formula import Formula
    from mirasapo.catalog.model import Catalog, Item

    Row = Mapping[str, Any]
    Rows = Mapping[str, Sequence[Row]]

_ARITHMETIC: Mapping[str, Callable[[Fraction, Fraction], Fraction]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}


@dataclass(frozen=True, slots=True)
class Comparison:
    """What one row states as a result, and what its formula makes of the other items.

    `row` counts the typed rows of the result's table from 1; both amounts in the unit of the result.
    """

    formula: Formula
    row: int
    filed: Fraction
    computed: Fraction

    @property
    def agrees(self) -> bool:
        """Whether the two differ by no more than the formula's tolerance."""
        return abs(self.filed - self.computed) <= self.formula.tolerance


def comparisons(catalog: Catalog, formula: Formula, rows: Rows) -> Iterator[Comparison]:
    """The typed rows of one filing in which the result is stated and can be worked out.

    A row is passed over where what the formula needs is not given, and where it divides by 0 or less.
    """
    return _Evaluation(catalog, formula, rows).compared()


class _UnknownError(Exception):
    """The formula has no result for this row."""


class _Evaluation:
    """One formula over the rows of one filing."""

    def __init__(self, catalog: Catalog, formula: Formula, rows: Rows) -> None:
        self._catalog = catalog
        self._formula = formula
        self._rows = rows
        self._home = catalog.table(formula.of.table)
        self._row: Row = {}
        self._given = 0

    def compared(self) -> Iterator[Comparison]:
        """The rows that state the result and give what it is made of."""
        of = self._formula.of
        for number, row in enumerate(self._rows.get(of.table, ()), 1):
            if row.get(of.column) is None:
                continue
            self._row, self._given = row, 0
            try:
                computed = self._value(self._formula.expression)
            except _UnknownError:
                continue
            if self._given:
                yield Comparison(self._formula, number, Fraction(row[of.column]), computed)

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
