"""食い違い: where what a filing states and what its other items add up to differ by too much.

A discrepancy is told to the sender in the receipt and kept nowhere: the filing is taken in as it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mirasapo.catalog.comparison import comparisons

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from fractions import Fraction

    from mirasapo.catalog import Catalog
    from mirasapo.catalog.comparison import Comparison, Rows
    from mirasapo.catalog.formula import Formula

MAX_DISCREPANCIES = 1000
_SHOWN_PLACES = 2


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """One formula that does not hold: what was filed, what comes out, both in the unit of `of`.

    `row` counts the rows of the repeat group as sent, from 1; None for an item that occurs once.
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


def discrepancies(
    catalog: Catalog, rows: Rows, numbers: Mapping[str, Sequence[int]] | None = None
) -> list[Discrepancy]:
    """What does not add up in the typed rows of one filing, in the order of the formulas.

    `numbers`: the places of the rows of repeat groups in the payload, where empty ones lie between.
    """
    numbers = numbers or {}
    return [
        Discrepancy(
            formula,
            _row(catalog, found, numbers.get(formula.of.table)),
            found.filed,
            found.computed,
        )
        for formula in catalog.formulas
        for found in comparisons(catalog, formula, rows)
        if not found.agrees
    ][:MAX_DISCREPANCIES]


def _row(catalog: Catalog, found: Comparison, numbers: Sequence[int] | None) -> int | None:
    if not catalog.table(found.formula.of.table).repeated:
        return None
    return found.row if numbers is None else numbers[found.row - 1]


def _shown(value: Fraction) -> int | float:
    return int(value) if value.denominator == 1 else round(float(value), _SHOWN_PLACES)
