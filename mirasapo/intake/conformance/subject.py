"""One filing under examination: its document, its header and its typed values with their places."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from mirasapo.catalog.relations import load_relations
from mirasapo.intake.header import Header

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from mirasapo.business.content import Content
    from mirasapo.business.fold import Row
    from mirasapo.catalog import Catalog, Item, Programme
    from mirasapo.catalog.policy import Terms
    from mirasapo.catalog.relations import Relations
    from mirasapo.intake.payload import FilingReader


@dataclass(frozen=True, slots=True)
class Value:
    """One value of an item (of an array: one element) and where in the payload it stands."""

    item: Item
    place: str
    value: Any


class Subject:
    """A filing of `programme`, read as far as it can be.

    What the header says wrongly is absent from `header`; values that are wrong are absent from the
    rows. `sent` None: the files themselves are not at hand.
    """

    def __init__(
        self,
        reader: FilingReader,
        programme: Programme,
        document: Mapping[str, Any],
        sent: Mapping[str, bytes] | None,
        today: date,
    ) -> None:
        self.catalog: Catalog = reader.catalog
        self.programme = programme
        self.document = document
        self.today = today
        self.sent = sent
        own = {**document, "programme": programme.code}  # read to the end whatever it says
        header = Header(own, self.catalog.programmes, today)
        self.content: Content
        self.content, _, self.faults = reader.examine(own, header, sent or {})
        self._header = header

    @property
    def relations(self) -> Relations:
        """Which items the rules compare."""
        return load_relations()

    def header(self, name: str) -> Any:
        """A member of the header as read; None where it is missing or wrong."""
        return None if name in self._header.unread else getattr(self._header, name)

    @property
    def identity_of(self) -> dict[str, str | None]:
        """The two ways to name the business, as read."""
        identity = self._header.identity
        number = identity.corporate_number if identity else None
        key = identity.sole_proprietor_key if identity else None
        return {"corporate_number": number, "sole_proprietor_key": key}

    @property
    def stated(self) -> dict[str, Any]:
        """What the header says, as items say it; what could not be read is not in it."""
        read = {name: self.header(name) for name in ("filed_on", "procedure", "status")}
        said = {name: value for name, value in read.items() if value is not None}
        identity = self.identity_of if self._header.identity else {}
        return {"programme": self.programme.code, **said, **identity}

    @property
    def consent(self) -> tuple[str | None, str] | None:
        """Answer and version of the terms; None where the header's consent cannot be read."""
        if "consent" in self._header.unread:
            return None
        return self._header.answer, self._header.terms_version

    @property
    def terms(self) -> Terms | None:
        """The terms that filings of this fiscal year are made under."""
        return self._header.terms

    @property
    def attachments(self) -> list[dict[str, Any]]:
        """The entries of `attachments` that are mappings at all."""
        entries = self.document.get("attachments")
        return (
            [each for each in entries if isinstance(each, dict)]
            if isinstance(entries, list)
            else []
        )

    def on_form(self, *keys: str) -> bool:
        """Whether all these items stand on the programme's form."""
        return all(self.programme.code in self.catalog.item(key).programmes for key in keys)

    def rows(self, stem: str) -> Iterator[tuple[str, Row]]:
        """The rows of a table, each with its place."""
        rows = self.content.rows.get(stem, [])
        numbers = self.content.numbers.get(stem)
        if numbers is None:
            yield from (("items", row) for row in rows)
        else:
            for number, row in zip(numbers, rows, strict=True):
                yield f"groups.{stem} の{number}行目", row

    def rows_with(self, *keys: str) -> Iterator[tuple[str, list[Any]]]:
        """The rows in which all these items of one table have a value, and the values."""
        items = [self.catalog.item(key) for key in keys]
        for place, row in self.rows(items[0].table):
            values = [row.get(item.column) for item in items]
            if None not in values:
                yield place, values

    def one(self, key: str) -> Any:
        """The value of an item that occurs once; None where there is none."""
        item = self.catalog.item(key)
        return next((row.get(item.column) for _, row in self.rows(item.table)), None)

    @cached_property
    def values(self) -> tuple[Value, ...]:
        """Every value of every item, in the order of the data model."""
        return tuple(
            Value(item, f"{place} {item.key}", value)
            for table in self.catalog.tables
            for place, row in self.rows(table.name)
            for item in table.items
            for value in _each(row.get(item.column))
        )


def _each(said: Any) -> list[Any]:
    """The elements of an array, or the one value that there is."""
    if said is None:
        return []
    return said if isinstance(said, list) else [said]
