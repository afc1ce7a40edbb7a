"""A workbook that was written in, as the payload that a programme's system would have pushed.

Nothing is guessed: a cell that does not say a value of its item for certain is a fault with its
sheet and cell. What the intake asks of the filing as a whole it asks of the payload afterwards;
`places` says where each part of it was written.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from openpyxl.utils import get_column_letter

from mirasapo.catalog.as_written import take
from mirasapo.catalog.value import value_faults
from mirasapo.catalog.value_type import VALUE_TYPES, control_hint
from mirasapo.catalog.workbook.cell import LONGEST, from_cell, mistake
from mirasapo.catalog.workbook.layout import (
    ATTACHMENTS,
    FILING,
    FIRST_ROW,
    KEY_COLUMN,
    LISTS,
    REQUIRED,
    VALUE_COLUMN,
    data_model_version,
    sheets,
)
from mirasapo.catalog.workbook.pages import NOT_A_VALUE, not_a_form, open_pages

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mirasapo.catalog.model import Catalog
    from mirasapo.catalog.workbook.layout import Entry, Sheet
    from mirasapo.catalog.workbook.pages import Page

_NUMBER, _KEY = "@business.corporate_number", "@business.sole_proprietor_key"


@dataclass(frozen=True, slots=True)
class CellFault:
    """What is wrong in one cell: where, which item, what, and how it is written. Never the value.

    `cell` is empty for what is wrong with a sheet, `sheet` too for what belongs to none.
    """

    sheet: str
    cell: str
    item: str
    label: str
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a workbook says.

    `payload` is what `POST /api/v1/filings` takes, less what is at fault. `places` is sheet and
    cell of what was written, by key and by the number in the payload of the row, of the file or of
    the element of a list, from 1; None where there is only one. `data_model` is the version that
    the form was made of: an older one still reads, as far as its items are those of today.
    """

    programme: str
    data_model: str
    is_current: bool
    payload: dict[str, Any]
    faults: tuple[CellFault, ...]
    places: Mapping[tuple[str, int | None], tuple[str, str]]


def read_workbook(catalog: Catalog, content: bytes) -> Reading:
    """The payload that the workbook says, and every cell that is at fault.

    Raises BadInput for what is no workbook of a programme's form.
    """
    opened = open_pages(content)
    pages = {page.name: page for page in reversed(opened)}
    filing = pages.get(FILING)
    head = {} if filing is None else _upright(filing)
    programme, data_model = (
        str(head.get(key, (0, ""))[1]).partition(" ")[0] for key in ("@programme", "@data_model")
    )
    if programme not in catalog.programmes:
        raise not_a_form("どの制度の記入様式か分かりません。")
    reader = _Reader(catalog)
    is_current = data_model == data_model_version(catalog, programme)
    for sheet in sheets(catalog, programme):
        if sheet.name in pages:
            reader.read(pages[sheet.name], sheet)
            for again in (page for page in opened if page.name == sheet.name):
                if again is not pages[sheet.name]:
                    reader.twice(again, pages[sheet.name])
        elif is_current:  # an older form may not have had it
            reader.missing(sheet)
    return Reading(
        programme=programme,
        data_model=data_model,
        is_current=is_current,
        payload=reader.payload(),
        faults=tuple(reader.faults),
        places=reader.places,
    )


class _Reader:
    """Puts the payload together sheet by sheet."""

    def __init__(self, catalog: Catalog) -> None:
        self.faults: list[CellFault] = []
        self.places: dict[tuple[str, int | None], tuple[str, str]] = {}
        self._catalog = catalog
        self._head: dict[str, Any] = {}
        self._items: dict[str, Any] = {}
        self._groups: dict[str, list[dict[str, Any]]] = {}
        self._files: list[dict[str, Any]] = []

    def read(self, page: Page, sheet: Sheet) -> None:
        """Take in one sheet."""
        if sheet.name == FILING:
            self._read_filing(page, sheet)
        elif sheet.name == LISTS:
            self._read_lists(page, sheet)
        elif sheet.name == ATTACHMENTS:
            self._read_files(page, sheet)
        elif rows := [row for _, row in self._rows(page, sheet)]:
            self._groups[sheet.name] = rows

    def missing(self, sheet: Sheet) -> None:
        """Tell of a sheet that cannot be found: what was written there would be lost unsaid."""
        why = "シートを消したか、左上(A1)の印が消えています。新しい様式に書き写してください。"
        self.faults.append(CellFault(sheet.title, "", "", "", "シートがありません。", why))

    def twice(self, page: Page, first: Page) -> None:
        """Tell of a copy of a sheet, which is not read."""
        why = f"「{first.title}」だけを読みます。こちらに書いたものは移し、このシートは消してください。"
        self.faults.append(
            CellFault(page.title, "", "", "", "同じ様式のシートが二枚あります。", why)
        )

    def payload(self) -> dict[str, Any]:
        """The filing; a file that only an item names is added to the list of files."""
        files = [*self._files]
        named = {file["name"] for file in files}
        for key, value in self._items.items():
            if self._catalog.items_by_key[key].type == "file":
                names = value if isinstance(value, list) else [value]
                new = [name for name in dict.fromkeys(names) if name not in named]
                files += [{"name": name, "item": key} for name in new]
                named.update(new)
        groups = {"groups": self._groups} if self._groups else {}
        return {**self._head, "items": self._items, **groups, "attachments": files}

    def _read_filing(self, page: Page, sheet: Sheet) -> None:
        entries = {entry.key: entry for entry in sheet.entries}
        written = _upright(page)
        for key, (row, held) in written.items():
            entry, cell = entries.get(key), f"{get_column_letter(VALUE_COLUMN)}{row}"
            if entry is None:
                self._unknown(page, f"{get_column_letter(KEY_COLUMN)}{row}", key)
                continue
            self.places[key, None] = (page.title, cell)
            if self._is_merged(page, row, VALUE_COLUMN, entry) or entry.same_as:
                continue
            value = self._value(page, cell, entry, held)
            if value is not None:
                self._place(entry, value)
            elif entry.mark == REQUIRED and held is None:
                self._fault(page, cell, entry, "書かれていません。", entry.how)
        said = [key for key in (_NUMBER, _KEY) if written.get(key, (0, None))[1] is not None]
        if len(said) != 1 and _NUMBER in written:
            cell, entry = self.places[_NUMBER, None][1], entries[_NUMBER]
            self._fault(page, cell, entry, "事業者を特定できません。", entry.how)

        for entry in (entry for entry in sheet.entries if entry.same_as):
            self._repeat(page, entry, written.get(entry.key, (0, None))[1], entries[entry.same_as])

    def _repeat(self, page: Page, entry: Entry, held: Any, head: Entry) -> None:
        """An item that says what the head says: taken from there, and not otherwise here."""
        name, _, part = head.key.removeprefix("@").partition(".")
        said = self._head.get(name, {}).get(part) if part else self._head.get(name)
        if held is not None and held is not NOT_A_VALUE:
            cell = self.places[entry.key, None][1]
            value = self._value(page, cell, entry, held)
            if value is not None and value != said:
                why = f"「{head.label}」と同じ値を書くか、この欄を空けます。"
                self._fault(page, cell, entry, "見出しと値が違います。", why)
                return
        elif (head.key, None) in self.places:
            self.places[entry.key, None] = self.places[head.key, None]
        if said is not None:
            self._items[entry.key] = said

    def _place(self, entry: Entry, value: Any) -> None:
        if entry.item is not None:
            self._items[entry.key] = value
        elif entry.key != "@data_model":
            name, _, part = entry.key.removeprefix("@").partition(".")
            if part:
                self._head.setdefault(name, {})[part] = value
            else:
                self._head[name] = value

    def _read_lists(self, page: Page, sheet: Sheet) -> None:
        for count, (_, row) in enumerate(self._rows(page, sheet), 1):
            for key, value in row.items():
                elements = self._items.setdefault(key, [])
                elements.append(value)
                self.places[key, len(elements)] = self.places.pop((key, count))

    def _read_files(self, page: Page, sheet: Sheet) -> None:
        for number, row in self._rows(page, sheet):
            if "@name" in row:
                self._files.append({key.removeprefix("@"): said for key, said in row.items()})
            else:
                why = "添付ファイルの名前を書きます。"
                self._fault(page, f"B{number}", sheet.entries[0], "名前がありません。", why)

    def _rows(self, page: Page, sheet: Sheet) -> Iterator[tuple[int, dict[str, Any]]]:
        """The rows in which something is written, each with its number on the sheet."""
        columns = dict(self._columns(page, sheet))
        below = sorted(number for number in page.rows if number >= FIRST_ROW)
        written = [number for number in below if not columns.keys().isdisjoint(page.rows[number])]
        for count, number in enumerate(written, 1):
            if count > sheet.rows:
                why = f"{sheet.rows}行までで書きます。"
                self._fault(page, f"A{number}", sheet.entries[0], "行が多すぎます。", why)
                return
            row = {}
            for column, entry in columns.items():
                cell = f"{get_column_letter(column)}{number}"
                if self._is_merged(page, number, column, entry):
                    continue
                value = self._value(page, cell, entry, page.rows[number].get(column))
                if value is not None:
                    row[entry.key] = value
                    self.places[entry.key, count] = (page.title, cell)
            yield number, row

    def _columns(self, page: Page, sheet: Sheet) -> Iterator[tuple[int, Entry]]:
        entries = {entry.key: entry for entry in sheet.entries}
        for column, key in page.rows[1].items():
            if column == KEY_COLUMN:
                continue
            entry = entries.pop(str(key), None)
            if entry is None:
                self._unknown(page, f"{get_column_letter(column)}1", str(key))
            else:
                yield column, entry

    def _is_merged(self, page: Page, row: int, column: int, entry: Entry) -> bool:
        """Whether the cell shows another's content: which of the two that answers is not certain."""
        shown = page.hidden_by(row, column)
        if shown is None or shown[1] not in page.rows.get(shown[0], {}):
            return False
        cell, other = (f"{get_column_letter(c)}{r}" for r, c in ((row, column), shown))
        why = f"結合を解除して、この欄の答えをこの欄に書きます。{entry.how}"
        self._fault(page, cell, entry, f"{other} と結合されています。", why)
        return True

    def _value(self, page: Page, cell: str, entry: Entry, held: Any) -> Any:
        """The value of a cell; None for an empty one or, with its faults added, a wrong one."""
        if isinstance(held, str) and len(held) > LONGEST:
            why = f"Excel の一つの欄に入るのは {LONGEST:,} 文字までです。{entry.how}"
            self._fault(page, cell, entry, "文字が多すぎます。", why)
            return None
        if (made := mistake(entry, held)) is not None:
            self._fault(page, cell, entry, *made)
            return None
        value = from_cell(entry, held)
        wrong = [*_faults(entry, value)]
        for what, why in wrong:
            self._fault(page, cell, entry, what, why)
        return None if wrong else value

    def _fault(self, page: Page, cell: str, entry: Entry, what: str, why: str) -> None:
        key = entry.key.removeprefix("@")
        self.faults.append(CellFault(page.title, cell, key, entry.label, what, why))

    def _unknown(self, page: Page, cell: str, key: str) -> None:
        why = "今の様式にないか、二度あります。新しい様式に書き写してください。"
        self.faults.append(CellFault(page.title, cell, key, "", "知らない項目です。", why))


def _upright(page: Page) -> dict[str, tuple[int, Any]]:
    """Row and content by key; the first counts where a key is there twice."""
    found: dict[str, tuple[int, Any]] = {}
    for number, cells in page.rows.items():
        if KEY_COLUMN in cells and number > 1:
            found.setdefault(str(cells[KEY_COLUMN]), (number, cells.get(VALUE_COLUMN)))
    return found


def _faults(entry: Entry, value: Any) -> Iterator[tuple[str, str]]:
    """What is wrong with a value and how it is written.

    A text that the intake reads for certain is right as it stands: it is sent as it was written.
    """
    if value is None:
        return
    why = entry.how + control_hint(entry.type, value)
    if entry.item is not None:
        one = replace(entry.item, array=False)  # each cell holds one value of a list
        said = dict.fromkeys(fault.what for fault in value_faults(one, value))
        if said and isinstance(value, str):
            taken = take(one, value)
            if taken.faults:
                yield from ((fault.what, fault.why) for fault in taken.faults)
                return
            if taken.value == take(one, value, entry.unit).value and not value_faults(
                one, taken.value
            ):
                return
        yield from ((what, why) for what in said)
        return
    try:
        VALUE_TYPES[entry.type].parse(value)
    except ValueError:
        yield "値の形が違います。", why
    else:
        if entry.choices is not None and value not in entry.choices:
            yield "知らない値です。", why
