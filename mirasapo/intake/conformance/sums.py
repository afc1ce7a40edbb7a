"""The formulas of data_model/formulas.yaml that rules name, computed on one filing."""

from __future__ import annotations

import ast
import operator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

import yaml

from mirasapo.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mirasapo.business.fold import Row
    from mirasapo.intake.conformance.subject import Subject

_SIGNS = {ast.Add: operator.add, ast.Sub: operator.sub}


@dataclass(frozen=True, slots=True)
class Formula:
    """A total and the terms that it is made of; `tolerance` in the unit of the total."""

    of: str
    label_ja: str
    expression: str
    tolerance: Decimal
    zero: frozenset[str]  # items that count as 0 where they are not given


class _Unknown(Exception):
    """A term has no value: nothing can be said."""


@cache
def formulas() -> Mapping[str, Formula]:
    """The formulas by name."""
    entries = yaml.safe_load((resource("data_model") / "formulas.yaml").read_text("utf-8"))
    return {
        entry["name"]: Formula(
            entry["of"],
            entry["label_ja"],
            entry["expression"],
            Decimal(str(entry.get("tolerance_yen", entry.get("tolerance", 0)))),
            frozenset(entry["treat_missing_as_zero"]),
        )
        for entry in entries
    }


def outcomes(subject: Subject, formula: Formula) -> Iterator[tuple[str, bool]]:
    """For each row that states the total: its place, and whether the terms add up to it.

    A row in which a term is missing that does not count as 0 is passed over, and so is one that
    gives no term at all.
    """
    tree = ast.parse(formula.expression, mode="eval").body
    item = subject.catalog.item(formula.of)
    for place, row in subject.rows(item.table):
        total = row.get(item.column)
        if total is None:
            continue
        terms = _Terms(subject, formula, row)
        try:
            computed = terms.value(tree)
        except _Unknown:
            continue
        if terms.given:
            yield place, abs(total - computed) <= formula.tolerance


class _Terms:
    """The terms of a formula in one row."""

    def __init__(self, subject: Subject, formula: Formula, row: Row) -> None:
        self.given = 0
        self._subject, self._formula, self._row = subject, formula, row
        self._table = subject.catalog.item(formula.of).table

    def value(self, node: ast.expr) -> Decimal:
        """The value of a term. Raises _Unknown."""
        match node:
            case ast.BinOp(left=left, op=sign, right=right):
                return Decimal(_SIGNS[type(sign)](self.value(left), self.value(right)))
            case ast.Call(args=[inner]):  # sum(item): over all rows
                key = ast.unparse(inner)
                found = [values[0] for _, values in self._subject.rows_with(key)]
                return self._counted(key, sum(found) if found else None)
            case _:
                key = ast.unparse(node)
                item = self._subject.catalog.item(key)
                own = item.table == self._table
                return self._counted(
                    key, self._row.get(item.column) if own else self._subject.one(key)
                )

    def _counted(self, key: str, value: int | Decimal | None) -> Decimal:
        if value is None and key not in self._formula.zero:
            raise _Unknown
        self.given += value is not None
        return Decimal(value or 0)
