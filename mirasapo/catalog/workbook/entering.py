"""What a spreadsheet program checks while a person writes: lists, numbers, days, lengths.

A check says in Japanese what is expected. It is a help for the person only: the reader checks
everything again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openpyxl.worksheet.datavalidation import DataValidation

from mirasapo.catalog.value_type import INTEGER_LIMIT, MONEY_LIMIT
from mirasapo.catalog.workbook.cell import NO, NUMBERS, YES

if TYPE_CHECKING:
    from collections.abc import Callable

    from openpyxl.worksheet.worksheet import Worksheet

    from mirasapo.catalog.workbook.layout import Entry

_LONGEST_WORDS = 225  # of a message, in every spreadsheet program


class Entering:
    """The checks of one sheet; cells with the same check share it."""

    def __init__(self, range_of: Callable[[Entry], str | None]) -> None:
        self._range_of = range_of
        self._checks: dict[tuple[Any, ...], DataValidation] = {}

    def admit(self, entry: Entry, cells: str) -> None:
        """Check what is written into `cells` (one cell or a range) of this entry."""
        rule = None if entry.locked and not entry.same_as else self._rule(entry)
        if rule is None:
            return
        kind, operator, low, high = rule
        key = (*rule, entry.how)
        if key not in self._checks:
            self._checks[key] = DataValidation(
                type=kind,
                operator=operator,
                formula1=low,
                formula2=high,
                allow_blank=True,
                showErrorMessage=True,
                errorTitle="書き方が違います",
                error=entry.how[:_LONGEST_WORDS],
                errorStyle="warning" if kind == "date" else "stop",  # a day before 1900 is a text
            )
        self._checks[key].add(cells)

    def attach(self, page: Worksheet) -> None:
        """Put the checks on the sheet."""
        for check in self._checks.values():
            page.add_data_validation(check)

    def _rule(self, entry: Entry) -> tuple[Any, Any, str, str | None] | None:
        """Kind, operator and its two operands; None where nothing can be checked."""
        listed = self._range_of(entry)
        if listed is not None:
            return "list", None, listed, None
        if entry.type == "boolean":
            return "list", None, f'"{YES},{NO}"', None
        if entry.type in NUMBERS:
            kind = "decimal" if entry.type == "decimal" or entry.factor != 1 else "whole"
            return kind, "between", *_bounds(entry)
        if entry.type == "date":
            return "date", "greaterThanOrEqual", "1", None
        longest = None if entry.item is None else entry.item.limit.max_length
        return None if longest is None else ("textLength", "lessThanOrEqual", str(longest), None)


def _bounds(entry: Entry) -> tuple[str, str]:
    limit = MONEY_LIMIT if entry.type == "money" else INTEGER_LIMIT
    low, high = -limit, limit
    if entry.item is not None:
        written = entry.item.limit
        low = low if written.minimum is None else written.minimum
        high = high if written.maximum is None else written.maximum
    return f"{low / entry.factor:.15g}", f"{high / entry.factor:.15g}"
