"""What a filing says: from the JSON of its payload to typed rows, with everything wrong listed.

`items` holds the values that occur once, by item key; `groups` holds the rows of each repeat group,
by stem of its table. The same reading serves the arrival of a filing and the rebuild of the master.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from mirasapo.business.plan import row_key
from mirasapo.catalog import Fault, parse_value, value_faults
from mirasapo.catalog.as_written import may_be_spelled, sentence, take
from mirasapo.catalog.schemas import MAX_ROWS
from mirasapo.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mirasapo.business.fold import Row
    from mirasapo.catalog import Catalog, Item, TableShape


@dataclass(frozen=True, slots=True)
class AsWritten:
    """A text that was read: of which item, in which row (from 1), what it was read as and how.

    `value` None: a text of blanks, which is no answer. `rules` are keys of `as_written.RULES`.
    """

    item: Item
    row: int | None
    written: str
    value: Any
    rules: tuple[str, ...]

    def as_dict(self) -> dict[str, Any]:
        """The reading as the sender gets it."""
        return {
            "item": self.item.key,
            "label": self.item.label_ja,
            "row": self.row,
            "written": self.written,
            "read": float(self.value) if isinstance(self.value, Decimal) else self.value,
            "rules": list(self.rules),
            "what": sentence(self.rules),
        }


@dataclass(slots=True)
class Content:
    """Typed rows by stem (values by column, empty ones left out), and what was wrong.

    `numbers`: by stem of a repeat group, the place of each of its rows in the payload, from 1.
    `readings`: the texts that people wrote in their own way and that were read for certain.
    """

    rows: dict[str, list[Row]] = field(default_factory=dict)
    numbers: dict[str, list[int]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    readings: list[AsWritten] = field(default_factory=list)


class Form:
    """What a filing of one programme may carry; prepared once, used for many filings.

    Values as people write them are read (`catalog.as_written`). `strict`: they are faults, as the
    rulebook asks systems to send what the data model says.
    """

    def __init__(self, catalog: Catalog, programme: str, *, strict: bool = False) -> None:
        self.catalog = catalog
        self._strict = strict
        self.programme = catalog.programme(programme)
        self._singles: dict[str, Item] = {}
        self._groups: dict[str, dict[str, Item]] = {}
        for item in self.programme.items:
            if item.repeat_group is None:
                self._singles[item.key] = item
            else:
                self._groups.setdefault(item.table, {})[item.key] = item

    def read(self, items: Any, groups: Any) -> Content:
        """The typed rows of `items` and `groups`, and every fault in them.

        None means not answered, and so do an empty list and a row of nothing but None; `groups`
        may be None altogether.
        """
        content = Content()
        if isinstance(items, dict):
            self._read_singles(items, content)
        else:
            content.faults.append(_shape_fault("items", "項目キーと値の組で書きます。"))
        if groups is None:
            groups = {}
        if isinstance(groups, dict):
            for stem, rows in groups.items():
                self._read_group(stem, rows, content)
        else:
            content.faults.append(_shape_fault("groups", "表名と行の配列の組で書きます。"))
        return content

    def _read_singles(self, items: Mapping[str, Any], content: Content) -> None:
        rows: dict[str, Row] = {}
        for key, raw in items.items():
            item = self._singles.get(key)
            if item is None:
                content.faults.append(self._misplaced(key))
            elif (value := self._value(item, raw, content, None)) is not None:
                rows.setdefault(item.table, {})[item.column] = value
        content.rows.update((stem, [row]) for stem, row in rows.items())

    def _read_group(self, stem: str, rows: Any, content: Content) -> None:
        columns = self._groups.get(stem)
        if columns is None:
            content.faults.append(self._foreign_group(stem))
            return
        shape = self.catalog.table(stem)
        if rows is None:
            return
        if not isinstance(rows, list) or len(rows) > MAX_ROWS:
            why = f"行の配列で、{MAX_ROWS}行までで書きます。"
            content.faults.append(Fault(stem, shape.label_ja, "行の並びとして読めません。", why))
            return
        read, numbers = [], []
        for number, raw in enumerate(rows, 1):
            row = self._read_row(shape, columns, raw, number, content)
            if row:
                read.append(row)
                numbers.append(number)
        content.faults += _same_keys(shape, read, numbers)
        if read:
            content.rows[stem] = read
            content.numbers[stem] = numbers

    def _read_row(
        self,
        shape: TableShape,
        columns: Mapping[str, Item],
        raw: Any,
        number: int,
        content: Content,
    ) -> Row:
        row: Row = {}
        if not isinstance(raw, dict):
            why = "項目キーと値の組(オブジェクト)で書きます。"
            fault = Fault(shape.name, shape.label_ja, "行として読めません。", why)
            content.faults += _in_row([fault], number)
            return row
        for key, cell in raw.items():
            item = columns.get(key)
            if item is None:
                content.faults += _in_row([self._misplaced(key, shape)], number)
            elif (value := self._value(item, cell, content, number)) is not None:
                row[item.column] = value
        return row

    def _value(self, item: Item, raw: Any, content: Content, number: int | None) -> Any:
        """The typed value; None for one that is empty or, with its faults added, wrong."""
        if raw == []:
            return None
        if self._strict or not may_be_spelled(item):
            try:
                return parse_value(item, raw)
            except BadInput:
                if self._strict:
                    content.faults += _in_row(value_faults(item, raw), number)
                    return None
        taken = take(item, raw)
        faults = taken.faults or value_faults(item, taken.value)
        content.faults += _in_row(faults, number)
        content.readings += [
            AsWritten(item, number, written, reading.value, reading.rules)
            for written, reading in taken.readings
        ]
        return None if faults else parse_value(item, taken.value)

    def _misplaced(self, key: str, shape: TableShape | None = None) -> Fault:
        item = self.catalog.items_by_key.get(key)
        if item is None:
            return Fault(key, "", "知らない項目です。", "データモデルにない項目キーです。")
        if self.programme.code not in item.programmes:
            why = f"「{self.programme.short_ja}」の様式にない項目です。"
            return Fault(key, item.label_ja, "この制度の項目ではありません。", why)
        if item.repeat_group is None:
            why = "一度だけ書く項目なので、items に書きます。"
        elif shape is None:
            why = f"繰り返す項目なので、groups の {item.table} の行に書きます。"
        else:
            why = f"groups の {item.table} の行に書く項目です。"
        return Fault(key, item.label_ja, "書く場所が違います。", why)

    def _foreign_group(self, stem: str) -> Fault:
        shape = self.catalog.tables_by_name.get(stem)
        if shape is None:
            return Fault(stem, "", "知らない表です。", "データモデルにない表名です。")
        if not shape.repeated:
            why = "行を繰り返さない表なので、項目を items に書きます。"
            return Fault(stem, shape.label_ja, "書く場所が違います。", why)
        why = f"「{self.programme.short_ja}」の様式にない表です。"
        return Fault(stem, shape.label_ja, "この制度の表ではありません。", why)


def _in_row(faults: Iterable[Fault], number: int | None) -> list[Fault]:
    """The faults of a value, with the row in which it stands."""
    place = "" if number is None else f"{number}行目: "
    return [replace(fault, what=place + fault.what) for fault in faults]


def _same_keys(shape: TableShape, rows: list[Row], numbers: list[int]) -> Iterator[Fault]:
    """Rows of one list that claim to be the same: which of them holds cannot be known."""
    items = shape.row_key_items
    named = "・".join(item.label_ja for item in items)
    columns = [item.column for item in items]
    seen: dict[str, int] = {}
    for row, number in zip(rows, numbers, strict=True):
        key = row_key(columns, row)
        if key is not None and seen.setdefault(key, number) != number:
            what = f"{number}行目: 同じ行が二つ以上あります。"
            why = f"{named}が{seen[key]}行目と同じです。{named}が同じ行は一つだけ書きます。"
            yield Fault(items[0].key, items[0].label_ja, what, why)


def _shape_fault(name: str, why: str) -> Fault:
    return Fault(name, "申請の内容", "形が違います。", why)
