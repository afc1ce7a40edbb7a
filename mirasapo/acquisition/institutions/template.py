"""An empty list in Excel, to be filled in: headers, drop-downs, cells that keep their zeros."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from mirasapo.acquisition.institutions.columns import columns
from mirasapo.acquisition.programmes.regions import EVERYWHERE, prefectures
from mirasapo.catalog.workbook.saving import workbook_bytes

if TYPE_CHECKING:
    from mirasapo.catalog import Policy

_ROWS = 10_000  # as far down as there are drop-downs
_WIDTHS = {"name": 44, "kind": 44}
_DAYS = ("certified_on", "certified_until")
_CHOICES = "選択肢"


def template(policy: Policy) -> bytes:
    """The workbook; the same policy gives the same bytes."""
    book = Workbook()
    page = book.worksheets[0]
    page.title = "支援機関"
    hidden = book.create_sheet(_CHOICES)
    hidden.sheet_state = "hidden"
    kinds = [f"{kind} {label}" for kind, label in policy.institution_kinds.items()]
    choices = {"kind": kinds, "region": [EVERYWHERE, *sorted(prefectures())]}
    for place, column in enumerate(columns(policy), 1):
        letter = get_column_letter(place)
        head = page.cell(1, place, column.header)
        head.font = Font(name="Yu Gothic", size=11, bold=True)
        head.fill = PatternFill("solid", fgColor="DCE6F1")
        head.comment = Comment(column.how, "ミラサポconnect", height=110, width=320)
        shape = page.column_dimensions[letter]
        shape.width = _WIDTHS.get(column.name, 18)
        shape.number_format = "yyyy-mm-dd" if column.name in _DAYS else "@"
        if column.name in choices:
            listed = choices[column.name]
            side = get_column_letter(1 + list(choices).index(column.name))
            for row, text in enumerate(listed, 1):
                hidden[f"{side}{row}"].value = text
            check = DataValidation(
                type="list",
                formula1=f"'{_CHOICES}'!${side}$1:${side}${len(listed)}",
                allow_blank=True,
                showErrorMessage=True,
                errorTitle="書き方が違います",
                error=column.how[:225],
            )
            check.add(f"{letter}2:{letter}{_ROWS}")
            page.add_data_validation(check)
    page.freeze_panes = "A2"
    return workbook_bytes(book)
