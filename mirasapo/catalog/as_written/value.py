"""The text of one item, read by what the item is; and a whole JSON value with its readings."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from mirasapo.catalog.as_written.choice import read_boolean, read_code
from mirasapo.catalog.as_written.corporate_number import read_corporate_number
from mirasapo.catalog.as_written.day import read_day, read_month, read_month_day, read_year
from mirasapo.catalog.as_written.name import full_name, wide_kana
from mirasapo.catalog.as_written.number import read_number
from mirasapo.catalog.as_written.plain import RULES, Reading, Unclear, plain
from mirasapo.catalog.value import Fault, how_to_write, value_faults

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mirasapo.catalog.model import Item

_MARKS = re.compile(r"[〒\s-]")
_PHONE_BRACKETS = re.compile(
    r"(0[0-9]{1,4})\(([0-9]{1,4})\)([0-9]{3,4})|\((0[0-9]{1,4})\)([0-9]{1,4})-?([0-9]{3,4})"
)
_CLOCK = re.compile(r"([0-9]{1,2})(?::([0-9]{2})|時(?:([0-9]{1,2})分)?)")
_A_YEAR = 1800  # a number that may not be less is the number of a year
_NUMBERS = ("money", "integer", "decimal")
_UNREAD = "値を確かに読み取れません。"


@dataclass(frozen=True, slots=True)
class Taken:
    """A JSON value as its item takes it: `written` the texts that were read and their readings."""

    value: Any
    readings: tuple[tuple[str, Reading], ...] = ()
    faults: tuple[Fault, ...] = ()


def take(item: Item, raw: Any, column_unit: str | None = None) -> Taken:
    """The value with every text in it read; what cannot be read stays as it is, with its faults."""
    if isinstance(raw, str):
        return _take_one(item, raw, "", column_unit)
    if not item.array or not isinstance(raw, list):
        return Taken(raw)
    each = [
        _take_one(item, element, f"{number}番目の", column_unit)
        if isinstance(element, str)
        else Taken(element)
        for number, element in enumerate(raw, 1)
    ]
    return Taken(
        [one.value for one in each],
        tuple(reading for one in each for reading in one.readings),
        tuple(fault for one in each for fault in one.faults),
    )


def read_value(item: Item, text: str, column_unit: str | None = None) -> Reading | None:
    """What a text says for this item, as a JSON value; None where it is no such value at all.

    A text that already is the value comes back as it is, by no rule. The limits of the item are not
    asked for. `column_unit`: the unit of a number that names none. Raises Unclear.
    """
    if not plain(text).value:
        return Reading(None, ("not_answered",))
    if item.type in _NUMBERS:
        return _number(item, text, column_unit)
    return _BY_TYPE.get(item.type, _as_it_is)(item, text)


def _take_one(item: Item, text: str, which: str, column_unit: str | None) -> Taken:
    if not may_be_spelled(item) and not value_faults(_single(item), text):
        return Taken(text)
    try:
        reading = read_value(item, text, column_unit)
    except Unclear as unclear:
        why = f"{unclear}{how_to_write(item)}"
        return Taken(text, faults=(Fault(item.key, item.label_ja, f"{which}{_UNREAD}", why),))
    if reading is None or (reading.value == text and not reading.rules):
        return Taken(text)
    return Taken(reading.value, ((text, reading),))


def may_be_spelled(item: Item) -> bool:
    """Whether a text that fits as it stands is read all the same: a line of letters, it may be a name."""
    return item.type == "string"


def _single(item: Item) -> Item:
    return replace(item, array=False) if item.array else item


def _number(item: Item, text: str, column_unit: str | None) -> Reading | None:
    of_a_year = item.unit == "年度" or (item.limit.minimum or 0) >= _A_YEAR
    if of_a_year and (year := read_year(text)) is not None:
        return year
    return read_number(text, whole=item.type != "decimal", unit=item.unit, column_unit=column_unit)


def _code(item: Item, text: str) -> Reading | None:
    if item.codes is not None:
        return read_code(text, item.codes.codes)
    if item.limit.check == "corporate_number":
        return read_corporate_number(text)
    return _identifier(item, text)


def _as_it_is(_item: Item, text: str) -> Reading:
    return Reading(text)


def _identifier(item: Item, text: str) -> Reading:
    """A number, an address or a code: in plain characters, without the marks between its digits."""
    found = plain(text)
    if item.type == "phone" and (parts := _PHONE_BRACKETS.fullmatch(found.value.replace(" ", ""))):
        return Reading("-".join(filter(None, parts.groups())), (*found.rules, "mark"))
    if item.type == "code" and item.limit.pattern is not None:
        bare = _MARKS.sub("", found.value)
        if bare != found.value and re.fullmatch(item.limit.pattern, bare):
            return Reading(bare, (*found.rules, "mark"))
    return found


def _string(item: Item, text: str) -> Reading:
    """A text: its letters stay as they are written, but for what a name or a form of it settles."""
    if item.limit.format == "month_day":
        return read_month_day(text) or plain(text)
    if item.limit.format == "time_of_day" and (parts := _CLOCK.fullmatch(plain(text).value)):
        return Reading(f"{int(parts[1]):02}:{int(parts[2] or parts[3] or 0):02}", ("width",))
    if item.limit.pattern is not None:
        found = plain(text)
        bare = _MARKS.sub("", found.value)
        fits = bare != found.value and re.fullmatch(item.limit.pattern, bare)
        return Reading(bare, (*found.rules, "mark")) if fits else found
    rules: list[str] = []
    value = text.strip()
    if value != text:
        rules.append("blank")
    if item.column.endswith("kana") and (wide := wide_kana(value)) != value:
        value = wide
        rules.append("width")
    named = item.column == "name" or item.column.endswith("_name")
    if named and (full := full_name(value)) != value:
        value = full
        rules.append("legal_form")
    return Reading(value, tuple(rules))


_BY_TYPE: Mapping[str, Callable[[Item, str], Reading | None]] = {
    "boolean": lambda item, text: read_boolean(text, item.label_ja),
    "code": _code,
    "date": lambda _item, text: read_day(text),
    "datetime": _identifier,
    "email": _identifier,
    "phone": _identifier,
    "string": _string,
    "url": _identifier,
    "year_month": lambda _item, text: read_month(text),
}


def sentence(rules: tuple[str, ...]) -> str:
    """What was done to a text, for a person."""
    return "".join(RULES[rule] for rule in rules)
