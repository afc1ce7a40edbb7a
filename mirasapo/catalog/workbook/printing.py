"""How a sheet is put on paper: landscape, with its name and the page number below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_FOOTER = "&A  &P / &N"


def on_paper(sheet: Worksheet, size: str, *, rows: str, columns: str | None = None) -> None:
    """Print on paper of this size; `rows` and `columns` come again on every page."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", size
    sheet.print_title_rows = rows
    if columns is not None:
        sheet.print_title_cols = columns
    footer: Any = sheet.oddFooter
    footer.center.text = _FOOTER
