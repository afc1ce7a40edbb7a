"""A copy of a workbook that shows what is at fault: cells marked and commented, and a list in front.

Nothing else is changed. The marks of an earlier copy are taken away first; none of them is read.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from typing import TYPE_CHECKING, Any, Final

from defusedxml import ElementTree
from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation

from mirasapo.catalog.workbook.saving import workbook_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from mirasapo.catalog.workbook.read import CellFault

LIST: Final = "確認"
_LIST_NAME = "@faults"  # in A1: by it the list of an earlier copy is known, and no sheet of a form
_SIGN = "【確認】"
_AUTHOR = "ミラサポconnect"
_MARK = PatternFill("solid", fgColor="FFFFA39E")
_OPEN = PatternFill("solid", fgColor="FFF9E0")
_SIZE: Final[Any] = {"height": 110, "width": 320}
_MOST = 1000
_FONT, _BOLD = Font(name="Yu Gothic", size=11), Font(name="Yu Gothic", size=11, bold=True)
_WRAP = Alignment(vertical="top", wrap_text=True)
_COLUMNS = {"シート": 24, "欄": 10, "項目": 36, "何が違うか": 44, "どう直すか": 72}
_NONE = "(欄なし)"
_X14 = "{http://schemas.microsoft.com/office/spreadsheetml/2009/9/main}"
_XM = "{http://schemas.microsoft.com/office/excel/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def mark(content: bytes, faults: Sequence[CellFault]) -> bytes:
    """The marked copy of a workbook that was read before; at most a thousand faults are shown."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what openpyxl cannot keep is put back below
        book = load_workbook(io.BytesIO(content), rich_text=True)
    _keep_lists(book, content)
    _take_away(book)
    shown = list(faults)[:_MOST]
    for fault in shown:
        if fault.cell and fault.sheet in book.sheetnames:
            _mark(_shown(book[fault.sheet], fault.cell), fault)
    _list(book, shown, len(faults) - len(shown))
    return workbook_bytes(book)


def _shown(page: Worksheet, place: str) -> Any:
    """The cell, or the one that it is merged into: only that one can be marked."""
    areas = (area for area in page.merged_cells.ranges if place in area)
    area = next(areas, None)
    return page[place] if area is None else page.cell(area.min_row, area.min_col)


def _mark(cell: Any, fault: CellFault) -> None:
    said = f"{_SIGN}\n{fault.what}{fault.why}"
    before = cell.comment.text + "\n" if cell.comment else ""
    if _SIGN in before:
        said = f"{fault.what}{fault.why}"
    cell.comment = Comment(before + said, _AUTHOR, **_SIZE)
    cell.fill = _MARK


def _take_away(book: Workbook) -> None:
    """Remove the list and the marks of an earlier copy; comments keep their size."""
    for page in book.worksheets:
        if page["A1"].value == _LIST_NAME:
            book.remove(page)
    for page in book.worksheets:
        # not iter_rows: it would make every cell up to the last one
        for cell in [*page._cells.values()]:  # noqa: SLF001
            if cell.comment is None:
                continue
            text, sign, _ = cell.comment.text.partition(_SIGN)
            kept = text.rstrip() if sign else text
            cell.comment = Comment(kept, _AUTHOR, **_SIZE) if kept else None
            if sign and cell.fill.fgColor.rgb == _MARK.fgColor.rgb:
                cell.fill = PatternFill() if cell.protection.locked else _OPEN


def _list(book: Workbook, faults: Sequence[CellFault], more: int) -> None:
    """The sheet in front: every fault with its cell, and those that belong to none."""
    title = next(name for name in _titles() if name not in book.sheetnames)
    page = book.create_sheet(title, 0)
    page["A1"].value = _LIST_NAME
    page.row_dimensions[1].hidden = True
    page["A2"].value = (
        f"直すところが {len(faults) + more} 件あります。赤い欄を直し、このブックをもう一度送ってください。"
        "このシートは消さなくてもかまいません。"
    )
    page["A2"].font = _BOLD
    for column, (head, width) in enumerate(_COLUMNS.items(), 1):
        cell = page.cell(4, column, head)
        cell.font = _BOLD
        page.column_dimensions[cell.column_letter].width = width
    for row, fault in enumerate(faults, 5):
        said = (fault.sheet, fault.cell or _NONE, fault.label or fault.item, fault.what, fault.why)
        for column, text in enumerate(said, 1):
            cell = page.cell(row, column, text)
            cell.data_type, cell.font, cell.alignment = "s", _FONT, _WRAP
        if fault.cell and fault.sheet in book.sheetnames:
            page.cell(row, 2).hyperlink = f"#{quote_sheetname(fault.sheet)}!{fault.cell}"
    if more:
        page.cell(5 + len(faults), 1, f"ほかに {more} 件あります。").font = _FONT
    page.freeze_panes = "A5"
    for other in book.worksheets:
        other.sheet_view.tabSelected = other is page  # else both would be written in at once
    book.active = 0


def _titles() -> Iterator[str]:
    yield LIST
    yield from (f"{LIST}{number}" for number in range(2, 300))


def _keep_lists(book: Workbook, content: bytes) -> None:
    """Put back the drop-downs that Excel keeps where openpyxl does not look.

    Excel moves those that refer to another sheet into an extension (x14) when it saves.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for title, part in _parts(archive):
            raw = archive.read(part)
            if _X14[1:-1].encode() in raw:
                for said in ElementTree.fromstring(raw).iter(f"{_X14}dataValidation"):
                    _add_list(book[title], said)


def _add_list(page: Worksheet, said: Any) -> None:
    formulas = {name: said.findtext(f"{_X14}{name}/{_XM}f") for name in ("formula1", "formula2")}
    known = set(DataValidation.__attrs__) - {"sqref"}
    attributes = {name: value for name, value in said.attrib.items() if name in known}
    area = said.findtext(f"{_XM}sqref")
    if area:
        page.add_data_validation(DataValidation(sqref=area, **formulas, **attributes))


def _parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Title and part of each sheet."""
    relations = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {each.get("Id"): each.get("Target", "") for each in relations}
    for sheet in ElementTree.fromstring(archive.read("xl/workbook.xml")).iter(f"{_MAIN}sheet"):
        target = targets.get(sheet.get(_RELATION), "")
        if "worksheets/" in target:
            yield sheet.get("name", ""), re.sub("^/?(xl/)?", "xl/", target)
