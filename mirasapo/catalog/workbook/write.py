"""The workbook of a programme, empty or with the values of a payload.

What may be written in is yellow and open, everything else is protected without a password: the
keys have to stay where the reader looks for them. Columns of the sheets that repeat are open as
far down as a spreadsheet goes; their style is the column's, so that an empty row takes no room.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.properties import PageSetupProperties

from mirasapo.catalog.workbook.cell import LONGEST, to_cell
from mirasapo.catalog.workbook.entering import Entering
from mirasapo.catalog.workbook.height import height
from mirasapo.catalog.workbook.layout import (
    ATTACHMENTS,
    FILING,
    FIRST_ROW,
    KEY_COLUMN,
    LISTS,
    VALUE_COLUMN,
    sheets,
    shown,
)
from mirasapo.catalog.workbook.printing import on_paper
from mirasapo.catalog.workbook.saving import workbook_bytes
from mirasapo.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from openpyxl.worksheet.worksheet import Worksheet

    from mirasapo.catalog.model import Catalog
    from mirasapo.catalog.workbook.layout import Entry, Sheet

CODES = "コード表"
_FONT, _SMALL = Font(name="Yu Gothic", size=11), Font(name="Yu Gothic", size=9, color="44546A")
_BOLD, _TITLE = (
    Font(name="Yu Gothic", size=11, bold=True),
    Font(name="Yu Gothic", size=16, bold=True),
)
_RED = Font(name="Yu Gothic", size=10, bold=True, color="B00020")
_HEADING = PatternFill("solid", fgColor="DCE6F1")
_OPEN_FILL = PatternFill("solid", fgColor="FFF9E0")
_LINE = Side(style="thin", color="BFBFBF")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_WRAP = Alignment(vertical="top", wrap_text=True)
_UPRIGHT = {"A": 4, "B": 36, "C": 9, "D": 44, "E": 8, "F": 44, "G": 64}
_TITLE_HEIGHT, _TEXT_HEIGHT = 30, 75
_PRINTED = 70  # percent, of the sheets with many columns
_UPRIGHT_HEADS = ("項目", "必須", "記入欄", "単位", "書き方", "意味")
_FORMATS = {"money": "#,##0", "integer": "0", "decimal": "General", "date": "yyyy-mm-dd"}
_LEGEND = (
    "黄色の欄に書きます。「必須」は必ず、「どちらか」は一方だけを書きます。"
    "くり返す項目と添付ファイルは、別のシートにあります。"
)


def template(catalog: Catalog, programme: str, payload: Mapping[str, Any] | None = None) -> bytes:
    """The workbook for filings of a programme; with a `payload`, filled with its values.

    The same input gives the same bytes. Raises NotFound for an unknown programme, BadInput for a
    text that no cell can hold.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    book.security = WorkbookProtection(lockStructure=True)
    book.properties.creator = "ミラサポconnect"
    made = sheets(catalog, programme)
    codes = _CodeSheet()
    for sheet in made:
        _SheetWriter(book.create_sheet(sheet.title), sheet, codes).write(
            _rows_of(sheet, payload or {})
        )
    codes.write(book.create_sheet(CODES))
    title = f"{catalog.programme(programme).short_ja} 申請の記入様式"
    _style(book.worksheets[0]["B1"], title, _TITLE)
    return workbook_bytes(book)


def _rows_of(sheet: Sheet, payload: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """What the payload says for the rows of a sheet, by the keys of its entries."""
    items: Mapping[str, Any] = payload.get("items") or {}
    if sheet.name == FILING:
        head = {f"@{name}": value for name, value in _flat(payload)}
        preset = {entry.key: entry.preset for entry in sheet.entries}
        return [{**preset, **items, **head}]
    if sheet.name == LISTS:
        columns = {entry.key: items.get(entry.key) or [] for entry in sheet.entries}
        return [
            {key: values[number] for key, values in columns.items() if number < len(values)}
            for number in range(max(map(len, columns.values())))
        ]
    if sheet.name == ATTACHMENTS:
        listed: list[Mapping[str, Any]] = payload.get("attachments") or []
        return [{f"@{name}": value for name, value in file.items()} for file in listed]
    rows: list[Mapping[str, Any]] = (payload.get("groups") or {}).get(sheet.name) or []
    return rows


def _flat(payload: Mapping[str, Any]) -> Iterable[tuple[str, Any]]:
    for name, value in payload.items():
        if name in ("business", "consent"):
            yield from ((f"{name}.{part}", said) for part, said in value.items())
        elif name not in ("items", "groups", "attachments"):
            yield name, value


class _CodeSheet:
    """The hidden sheet of codes and labels, a column a list; drop-downs refer to it."""

    def __init__(self) -> None:
        self._lists: dict[str, Mapping[str, str]] = {}

    def refer(self, entry: Entry) -> str | None:
        """The range that holds the choices of an entry; None for one that has none."""
        if not entry.choices or entry.list_name is None:
            return None
        self._lists.setdefault(entry.list_name, entry.choices)
        column = get_column_letter(1 + list(self._lists).index(entry.list_name))
        last = 1 + len(entry.choices)
        return f"{quote_sheetname(CODES)}!${column}$2:${column}${last}"

    def write(self, page: Worksheet) -> None:
        page.sheet_state = "hidden"
        page.protection.sheet = True
        for column, (name, choices) in enumerate(self._lists.items(), 1):
            said = [name, *(shown(code, label).strip() for code, label in choices.items())]
            for row, text in enumerate(said, 1):
                _put(page.cell(row, column), text)


class _SheetWriter:
    """Writes one sheet: keys, help, drop-downs, values."""

    def __init__(self, page: Worksheet, sheet: Sheet, codes: _CodeSheet) -> None:
        self._page = page
        self._sheet = sheet
        self._entering = Entering(codes.refer)

    def write(self, rows: list[Mapping[str, Any]]) -> None:
        page = self._page
        _put(page["A1"], self._sheet.name)
        if self._sheet.name == FILING:
            self._upright(rows[0])
        else:
            self._columns(rows)
        self._entering.attach(page)
        page.protection.sheet = True
        page.protection.formatColumns = page.protection.formatRows = False  # may be widened
        page.sheet_view.showGridLines = False

    def _upright(self, values: Mapping[str, Any]) -> None:
        page = self._page
        for letter, width in _UPRIGHT.items():
            page.column_dimensions[letter].width = width
        page.column_dimensions["A"].hidden = True
        page.row_dimensions[1].height = _TITLE_HEIGHT
        page.page_setup.fitToHeight = 0
        page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        on_paper(page, page.PAPERSIZE_A4, rows="3:3")
        _style(page["B2"], _LEGEND, _SMALL, wrap=False)
        for column, text in enumerate(_UPRIGHT_HEADS, 2):
            _style(page.cell(3, column), text, _BOLD, fill=_HEADING)
        page.freeze_panes = "C4"
        row, heading = 3, ""
        rows: dict[str, int] = {}
        letter = get_column_letter(VALUE_COLUMN)
        for entry in self._sheet.entries:
            row += 1
            if entry.heading != heading:
                heading = entry.heading
                _style(page.cell(row, 2), heading, _BOLD, fill=_HEADING)
                row += 1
            rows[entry.key] = row
            _put(page.cell(row, KEY_COLUMN), entry.key)
            help_ = (entry.unit, entry.how, entry.meaning)
            _style(page.cell(row, 2), entry.label, _FONT)
            _style(page.cell(row, 3), entry.mark, _RED)
            for column, text in enumerate(help_, 5):
                _style(page.cell(row, column), text, _SMALL)
            answer = page.cell(row, VALUE_COLUMN)
            value = values.get(entry.key)
            if entry.same_as and value in (None, values.get(entry.same_as)):
                _refer(answer, entry, f"{letter}{rows[entry.same_as]}")
            else:
                self._fill(answer, entry, value)
            self._entering.admit(entry, answer.coordinate)
            written = [
                (str(answer.value or ""), _UPRIGHT["D"], 11),
                (entry.label, _UPRIGHT["B"], 11),
            ]
            texts = [*written, (entry.how, _UPRIGHT["F"], 9), (entry.meaning, _UPRIGHT["G"], 9)]
            least = _TEXT_HEIGHT if entry.type == "text" else 0
            page.row_dimensions[row].height = max(least, height(texts))

    def _columns(self, rows: list[Mapping[str, Any]]) -> None:
        page = self._page
        page.row_dimensions[1].hidden = True
        page.column_dimensions["A"].width = 9
        _style(page["A2"], f"{self._sheet.title}  {self._sheet.hint}", _BOLD, wrap=False)
        for row, text in enumerate(("項目", "単位", "書き方"), 3):
            _style(page.cell(row, 1), text, _BOLD, fill=_HEADING)
        page.freeze_panes = f"B{FIRST_ROW}"
        page.page_setup.scale = _PRINTED
        on_paper(page, page.PAPERSIZE_A4, rows=f"2:{FIRST_ROW - 1}", columns="A:A")
        labels, hows = [("項目", 9.0, 11.0)], [("書き方", 9.0, 11.0)]
        for column, entry in enumerate(self._sheet.entries, 2):
            letter = get_column_letter(column)
            self._open_column(letter, entry)
            _put(page.cell(1, column), entry.key)
            _style(page.cell(2, column), "", _SMALL)  # else it has the column's open style
            label = f"{entry.label}({entry.mark})" if entry.mark else entry.label
            _style(page.cell(3, column), label, _BOLD, fill=_HEADING)
            _style(page.cell(4, column), entry.unit, _SMALL, fill=_HEADING)
            _style(page.cell(5, column), entry.how, _SMALL, fill=_HEADING)
            labels.append((label, _width(entry), 11))
            hows.append((entry.how, _width(entry), 9))
            if entry.meaning:
                note = Comment(entry.meaning, "ミラサポconnect", height=110, width=320)
                page.cell(3, column).comment = note
            self._entering.admit(
                entry, f"{letter}{FIRST_ROW}:{letter}{FIRST_ROW + self._sheet.rows - 1}"
            )
            for row, values in enumerate(rows, FIRST_ROW):
                if values.get(entry.key) is not None:
                    self._fill(page.cell(row, column), entry, values[entry.key])
        page.row_dimensions[3].height, page.row_dimensions[5].height = height(labels), height(hows)

    def _open_column(self, letter: str, entry: Entry) -> None:
        column = self._page.column_dimensions[letter]
        column.width = _width(entry)
        _open(column, entry)

    def _fill(self, cell: Any, entry: Entry, value: Any) -> None:
        if value is not None:
            held = to_cell(entry, value)
            if isinstance(held, str) and len(held) > LONGEST:
                raise BadInput(
                    f"「{entry.label}」の文章が長すぎます。",
                    f"Excel の一つの欄に入るのは {LONGEST:,} 文字までです。",
                    "JSON で送ってください。",
                )
            _put(cell, held)
        if not entry.locked:
            _open(cell, entry)


def _width(entry: Entry) -> float:
    """The width of a column of the sheets that repeat."""
    return 40 if entry.type == "text" else 24


def _open(styled: Any, entry: Entry) -> None:
    """Let a cell, or a column's empty cells, be written in; all but numbers and days as text."""
    styled.protection = Protection(locked=False)
    styled.fill = _OPEN_FILL
    styled.border = _BOX
    styled.alignment = _WRAP
    styled.font = _FONT
    plain = _FORMATS.get(entry.type, "@")
    styled.number_format = plain if entry.factor == 1 else "General"


def _refer(cell: Any, entry: Entry, other: str) -> None:
    """Show in a cell what stands in another."""
    cell.value = f'=IF({other}="","",{other})'
    cell.border, cell.alignment, cell.font = _BOX, _WRAP, _FONT
    cell.number_format = _FORMATS.get(entry.type, "General")


def _style(
    cell: Any, text: str, font: Font, *, fill: PatternFill | None = None, wrap: bool = True
) -> None:
    _put(cell, text or None)
    cell.font = font
    cell.alignment = _WRAP if wrap else Alignment(vertical="center")
    cell.protection = Protection(locked=True)
    if fill is not None:
        cell.fill = fill


def _put(cell: Any, value: Any) -> None:
    """`cell` is Any: openpyxl's types allow for merged cells, of which there are none."""
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"  # a text that begins with = is no formula, #N/A no error
