"""What a column may become: the items of a programme's form and the parts of a filing's head."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from mirasapo.catalog.as_written import Reading, Unclear, read_corporate_number, read_value, spoilt
from mirasapo.catalog.as_written.choice import read_code
from mirasapo.catalog.as_written.day import read_day, read_year
from mirasapo.catalog.as_written.number import read_number
from mirasapo.catalog.as_written.plain import plain
from mirasapo.catalog.relations import load_relations
from mirasapo.catalog.value import how_to_write, value_faults
from mirasapo.catalog.workbook.layout import FILING, sheets

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mirasapo.catalog.model import Catalog, Item
    from mirasapo.catalog.workbook.layout import Entry

NUMBER, PROPRIETOR = "@business.corporate_number", "@business.sole_proprietor_key"
NOT_ASKED: Final = "none"  # the consent of a filing that was not asked about it
NEEDED: Final = (
    *("@form_version", "@filing_number", "@version", "@procedure", "@status", "@filed_on"),
    "@consent.answer",
)
_LOCKED = ("@programme", "@data_model")


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """An item, or a part of the head (`key` begins with @, `item` is None).

    `section`: the heading under which forms have it.
    """

    key: str
    label: str
    section: str
    item: Item | None
    entry: Entry | None = None

    @property
    def how(self) -> str:
        """How a value is written."""
        return self.entry.how if self.entry is not None else how_to_write(self.said)

    @property
    def said(self) -> Item:
        """The item. Only for one that is an item."""
        assert self.item is not None  # noqa: S101 — a part of the head has an entry
        return self.item

    def read(self, text: str, column_unit: str | None = None) -> Reading:
        """What a cell says. Raises Unclear with why, and for what is no value of it."""
        if self.item is None:
            return self._read_head(text)
        if self.item.limit.check == "corporate_number":
            return read_corporate_number(text, pasted=True)
        reading = read_value(self.item, text, column_unit)
        if reading is None:
            raise Unclear(self.how)
        value = [reading.value] if self.item.array and reading.value is not None else reading.value
        faults = [] if value is None else value_faults(self.item, value)
        if faults:
            raise Unclear("".join(dict.fromkeys(fault.why for fault in faults)))
        return reading

    def _read_head(self, text: str) -> Reading:
        if self.key == NUMBER:
            return read_corporate_number(text, pasted=True)
        if self.key == PROPRIETOR:
            if why := spoilt(text):
                raise Unclear(why.replace("12桁しかなく、", ""))
            return plain(text)
        if self.key == "@filed_on":
            return read_day(text)
        if self.key == "@consent.answer" and text == NOT_ASKED:
            return Reading(None)
        reading: Reading | None
        if self.entry is not None and self.entry.choices is not None:
            reading = read_code(text, self.entry.choices)
        elif self.key == "@fiscal_year":
            reading = read_year(text) or read_number(text, whole=True, unit="年度")
        elif self.key == "@version":
            reading = read_number(text, whole=True, unit=None)
        else:
            reading = plain(text)
        if reading is None:
            raise Unclear(self.how)
        return reading


def fields_of(catalog: Catalog, programme: str) -> Mapping[str, Field]:
    """Everything that a filing of this programme may carry, by key, the head first.

    An item that only repeats the head is not among them: it follows from the head. Raises NotFound
    for an unknown programme.
    """
    head = next(sheet for sheet in sheets(catalog, programme) if sheet.name == FILING)
    found = {
        entry.key: Field(entry.key, entry.label, "申請", None, entry)
        for entry in head.entries
        if entry.item is None and entry.key not in _LOCKED
    }
    repeated = set(load_relations().header_items.values())
    for item in catalog.form(programme):
        if item.key not in repeated:
            section = catalog.categories[item.category]
            found[item.key] = Field(item.key, item.label_ja, section, item)
    return found


def place(document: dict[str, Any], key: str, value: Any) -> None:
    """Put a value of the head into the document."""
    name, _, part = key.removeprefix("@").partition(".")
    if part:
        document.setdefault(name, {})[part] = value
    else:
        document[name] = value
