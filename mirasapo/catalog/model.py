"""The data model as objects: items, the tables they form, programmes, code lists, glossary.

Everything is frozen: the catalogue is loaded once and shared by every layer. What has a name of
its own (item, table, list, programme) is compared by identity, so it can be a key.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING

from mirasapo.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from mirasapo.catalog.area import Area
    from mirasapo.catalog.formula import Formula
    from mirasapo.catalog.limit import Limit
    from mirasapo.catalog.survey import Survey

TYPES = (
    "string",
    "text",
    "code",
    "money",
    "integer",
    "decimal",
    "boolean",
    "date",
    "datetime",
    "year_month",
    "phone",
    "email",
    "url",
    "file",
)
DOMAINS = ("generic", "specific")
MASTER_POLICIES = (
    "registry",  # the register's value wins whatever a filing says
    "latest",  # the value with the newest as-of date
    "snapshot",  # the whole list (or sheet) is replaced by the newest one
    "period",  # one row per fiscal period; inside it the newest wins
    "append",  # every row is kept
    "merge",  # rows of the same key are united
    "derived",  # computed from other items; the declared value is kept beside it
    "never",  # stays with its filing
)
MASTER_UNITS = ("item", "row", "list")
KEY_ROLES = (
    # PK: in a repeat group, tells one row from another, with the other PKs there. In a table without
    # rows, the one number that the sender gave to what the table is about (a filing, a member, a
    # case): a text …_id or …_number that stands on every form of it and stays with its filing.
    "PK",
    "AK",  # a number by which the same thing is known elsewhere too
    "FK",  # names something by its key: `references` is the item that holds it
)
CERTAINTIES = (
    "confirmed",  # seen in a published specification or on the form itself
    "known",  # known from the public form, which has not been read again
    "design",  # a choice of this data model: a key, a trace
)
SENSITIVITIES = (  # what a setting of the business gathers; the disclosure itself goes by data class
    "public",
    "basic",
    "financial",
    "plan",
    "personal",
    "consultation",
    "attachment",
    "bank",
    "admin",
    "consent",
)
DATA_CLASSES = range(1, 14)
PURPOSES = range(1, 10)
RECIPIENTS = range(1, 9)
BASES = ("deemed", "individual")  # みなし同意, 個別同意
THIRD_PARTY_SHIFT = 13


@dataclass(frozen=True, slots=True, eq=False)
class CodeList:
    """A closed list of codes, its revision and its official source.

    `parents`: the code of the broader list that each belongs under; empty where there is none.
    """

    name: str
    label_ja: str
    revision: str
    source: str
    codes: Mapping[str, str]  # code → Japanese label, in the order of the source
    parents: Mapping[str, str] = field(default_factory=dict)

    def find(self, text: str) -> str | None:
        """The code that `text` is, or whose Japanese label it is; None when it is neither."""
        if text in self.codes:
            return text
        return next((code for code, label in self.codes.items() if label == text), None)


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """データ項目: one of the 1,245.

    `key` is `<category>.<column>` and stable for ever. `repeat_group` names the group of rows
    inside the entity, None for an item that occurs once; `array` items hold a list in one cell.

    Values are in `unit`; `form_unit` is what the form has people write, where that differs (千円).
    `valid_from` and `valid_until` bound the days of filing on whose forms the item stands; None
    where every version of its programmes' forms has it. `class_reason` and `master_reason` say why
    this item has its data class and its way into the master.
    """

    key: str
    number: str
    domain: str
    category: str
    column: str
    label_ja: str
    label_en: str
    definition: str
    type: str
    unit: str | None
    form_unit: str | None
    limit: Limit
    array: bool
    repeat_group: str | None
    entity: str
    key_role: str | None
    references: str | None
    programmes: frozenset[str]
    data_class: int
    class_reason: str
    third_party: bool
    sensitivity: str
    master_policy: str
    master_unit: str
    master_reason: str
    code_list: str | None
    codes: CodeList | None
    valid_from: date | None
    valid_until: date | None
    certainty: str
    source: str
    table: str

    @property
    def bit(self) -> int:
        """The item's bit in `class_bits`: 1 << (data_class − 1), 13 higher for third parties."""
        return 1 << (self.data_class - 1 + (THIRD_PARTY_SHIFT if self.third_party else 0))

    @property
    def row_key(self) -> bool:
        """With the others of its kind it tells one row of the repeat group from another."""
        return self.key_role == "PK" and self.repeat_group is not None


@dataclass(frozen=True, slots=True, eq=False)
class TableShape:
    """The items of one entity, or of one repeat group of it, as columns of a table.

    `name` is the stem: `filing_<stem>` holds the rows of a filing, `<stem>` the master.
    """

    name: str
    entity: str
    repeat_group: str | None
    domain: str
    label_ja: str
    items: tuple[Item, ...]

    @property
    def repeated(self) -> bool:
        """A filing may hold several rows."""
        return self.repeat_group is not None

    @property
    def row_key_items(self) -> tuple[Item, ...]:
        """The items that tell one row from another; empty where only the order does."""
        return tuple(item for item in self.items if item.row_key)

    @property
    def in_master(self) -> bool:
        """Some item of it reaches the master."""
        return any(item.master_policy != "never" for item in self.items)


@dataclass(frozen=True, slots=True, eq=False)
class Programme:
    """制度: one of the 16, its form and the basis of secondary use of what is filed with it."""

    code: str
    name_ja: str
    short_ja: str
    basis: str
    filed_by: str
    system: str
    in_data_model: bool
    provides_api: str
    api_information: tuple[str, ...]
    secondary_use_2021: bool
    form_versions: tuple[str, ...]
    items: tuple[Item, ...]

    @property
    def offered(self) -> tuple[Item, ...]:
        """The items of the newest version of the form: those that have not ended."""
        return tuple(item for item in self.items if item.valid_until is None)


@dataclass(frozen=True, slots=True)
class MappedField:
    """A field of another system and the item it becomes; no item: `note` says why."""

    path: str
    item: Item | None
    convert: str
    note: str
    columns: Mapping[str, str]  # further columns of the mapping file, as they are


@dataclass(frozen=True, slots=True)
class Term:
    """One word of the house: its Japanese, its identifier, and the words it replaces."""

    ja: str
    identifier: str
    meaning: str
    refused: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Catalog:
    """The whole data model, every reference resolved."""

    items: tuple[Item, ...]
    tables: tuple[TableShape, ...]
    programmes: Mapping[str, Programme]
    survey: Survey
    code_lists: Mapping[str, CodeList]
    categories: Mapping[str, str]  # category → Japanese label
    areas: tuple[Area, ...]
    mappings: Mapping[str, tuple[MappedField, ...]]
    glossary: tuple[Term, ...]
    items_by_key: Mapping[str, Item]
    tables_by_name: Mapping[str, TableShape]
    formulas: tuple[Formula, ...]
    open_points: Mapping[str, str]  # key of a code item without a list → the reason

    def item(self, key: str) -> Item:
        """The item with this key. Raises NotFound for a key that the data model does not have."""
        found = self.items_by_key.get(key)
        if found is None:
            raise NotFound(
                "データ項目が見つかりません。",
                f"項目キー {key} はデータモデルにありません。",
                _similar(key, self.items_by_key)
                or "data_model/generated/attribute_list.csv で確かめてください。",
                item=key,
            )
        return found

    def table(self, stem: str) -> TableShape:
        """The table with this stem. Raises NotFound for one that does not exist."""
        found = self.tables_by_name.get(stem)
        if found is None:
            raise NotFound(
                "表が見つかりません。",
                "この表名はデータモデルにありません。",
                "data_model/generated/tables.md で表名を確かめてください。",
                table=stem,
            )
        return found

    def programme(self, code: str) -> Programme:
        """The programme with this number, '01' to '16'. Raises NotFound for another."""
        found = self.programmes.get(code)
        if found is None:
            raise NotFound(
                "制度が見つかりません。",
                "制度番号は 01 から 16 までです。",
                "番号を2桁で指定してください。",
                programme=code,
            )
        return found

    def form(self, programme: str) -> tuple[Item, ...]:
        """The items that a filing of this programme may carry, in the order of the data model."""
        return self.programme(programme).items

    @property
    def published_tables(self) -> tuple[TableShape, ...]:
        """The tables that gBizINFO's fields are mapped to, in the order of the data model."""
        stems = {field.item.table for field in self.mappings["gbizinfo"] if field.item is not None}
        return tuple(table for table in self.tables if table.name in stems)


def _similar(key: str, known: Iterable[str]) -> str:
    """The keys that may have been meant: the end of one, or nearly one."""
    known = list(known)
    ends = [each for each in known if each.partition(".")[2] == key]
    close = ends or get_close_matches(key, known, n=3, cutoff=0.6)
    return f"似た項目キー: {'、'.join(close)}。" if close else ""
