"""What a cell holds for a value of the payload, and the value that a cell says.

`from_cell` takes what cannot be mistaken and leaves the rest as it stands, for the checks of the
catalogue to refuse: a number where a text belongs may have lost its leading zeros.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from mirasapo.catalog.workbook.layout import shown

if TYPE_CHECKING:
    from mirasapo.catalog.workbook.layout import Entry

YES, NO = "はい", "いいえ"
NUMBERS = ("money", "integer", "decimal")
_DIGITS = 15  # a spreadsheet keeps no more of a number
_FIRST_YEAR = 1901  # spreadsheets disagree on the days before
_WRITTEN_NUMBER = re.compile(r"-?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)(\.[0-9]+)?")


def to_cell(entry: Entry, value: Any) -> Any:
    """The content of the cell for a value of the payload."""
    if entry.choices is not None:
        label = entry.choices.get(value)
        return str(value) if label is None else shown(value, label).strip()
    if entry.type == "boolean":
        return YES if value else NO
    if entry.type in NUMBERS:
        return _number_cell(Decimal(str(value)) / entry.factor)
    if entry.type == "date" and int(value[:4]) >= _FIRST_YEAR:
        return date.fromisoformat(value)
    return str(value)


def from_cell(entry: Entry, held: Any) -> Any:
    """The value of the payload; None for an empty cell, `held` itself where it says none."""
    if isinstance(held, str):
        held = held.replace("_x000D_", "")  # how Excel keeps the carriage return of a pasted text
        if not held.strip():
            return None
    if entry.choices is not None:
        return _code(entry.choices, held)
    if entry.type == "boolean":
        return {YES: True, NO: False}.get(held, held) if isinstance(held, str) else held
    if entry.type in NUMBERS:
        return _number(entry, held)
    if entry.type == "date" and isinstance(held, datetime) and held.time() == time.min:
        return held.date().isoformat()
    return held


def _number_cell(value: Decimal) -> int | float | str:
    """A number, or a text where a spreadsheet would lose digits of it."""
    if len(value.as_tuple().digits) > _DIGITS:
        return f"{value:f}"
    return int(value) if value == int(value) else float(value)


def _number(entry: Entry, held: Any) -> Any:
    if isinstance(held, bool) or not isinstance(held, int | float | str):
        return held
    text = str(held)
    if isinstance(held, str) and _WRITTEN_NUMBER.fullmatch(text) is None:
        return held
    value = Decimal(text.replace(",", "")) * entry.factor
    return int(value) if value == value.to_integral_value() else float(value)


def _code(choices: Any, held: Any) -> Any:
    """The code that the cell means: `code label`, the code, or a label that only one code has."""
    text = str(held) if isinstance(held, int) and not isinstance(held, bool) else held
    if not isinstance(text, str):
        return held
    text = text.strip()
    code, _, label = text.partition(" ")
    if text in choices:
        return text
    if choices.get(code) == label:
        return code
    labelled = [known for known, name in choices.items() if name == text]
    return labelled[0] if len(labelled) == 1 else held
