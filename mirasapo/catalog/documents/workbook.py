"""属性一覧表 as an Excel workbook: 汎用, 制度固有, コード表, 制度; the same bytes at every run."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

from mirasapo.catalog.documents.attributes import columns
from mirasapo.catalog.documents.words import BASES_JA, COUNTS_NOTE, DOMAINS_JA
from mirasapo.catalog.survey import PROVISIONS, SYSTEMS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from openpyxl.worksheet.worksheet import Worksheet

    from mirasapo.catalog.model import Catalog
    from mirasapo.catalog.policy import Policy

_HEADING_ROW = 2
_DEFAULT_WIDTH = 14
_WRAPPED_FROM = 34  # columns so wide hold sentences
_FONT_SIZE, _FILTER_HEIGHT = 11, 16  # points; the arrow of the filter hides a line
_PRINTED = 70  # percent
_FILL, _INK, _NOTE_INK = "FF1F4E79", "FFFFFFFF", "FF595959"


def attribute_workbook(catalog: Catalog, policy: Policy) -> bytes:
    """The workbook as the bytes of an .xlsx file."""
    from openpyxl import Workbook

    from mirasapo.catalog.workbook.saving import workbook_bytes

    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = "ミラサポconnect"
    book.properties.title = "属性(データ項目)一覧表"
    shown = [column for column in columns(catalog, policy) if column.heading != "領域"]
    for domain, title in DOMAINS_JA.items():
        items = [item for item in catalog.items if item.domain == domain]
        _fill(
            book.create_sheet(title),
            f"属性(データ項目)一覧表 {title} {len(items)}項目。{COUNTS_NOTE}",
            {column.heading: column.width for column in shown},
            ([column.cell(item) for column in shown] for item in items),
            frozen="D",
        )
    _fill(
        book.create_sheet("コード表"),
        "項目が使うコードのすべて。ここにないコードは受け取りません。",
        {"コード表": 34, "名称": 34, "コード": 12, "コードの名称": 44, "版": 30, "出典": 60},
        (
            [listed.name, listed.label_ja, code, label, listed.revision, listed.source]
            for listed in catalog.code_lists.values()
            for code, label in listed.codes.items()
        ),
        frozen="C",
    )
    _programmes(book.create_sheet("制度"), catalog)
    return workbook_bytes(book)


def parts(workbook: bytes) -> dict[str, bytes]:
    """The files inside a workbook, unpacked. Raises BadZipFile for what is none."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _programmes(sheet: Worksheet, catalog: Catalog) -> None:
    survey = catalog.survey
    note = (
        f"調査した{survey.surveyed}制度のうち電子化済は{survey.digitised}、"
        f"有用性が高いのは{survey.useful}。優先度「高」の調査結果は令和3年度報告書の表によります"
        "(2021年。※の注記は報告書の本文にありません)。"
    )
    headings = "優先度 番号 制度 選別理由 利用システム データモデルへの統合 二次利用の可否"
    headings += " API提供状況 API取得情報 同意の根拠 項目数"
    widths = dict.fromkeys(headings.split(), _DEFAULT_WIDTH) | {
        "制度": 62,
        "選別理由": 40,
        "API取得情報": 50,
    }
    rows: list[list[Any]] = []
    for priority in survey.priorities:
        if priority.name != "high":
            rows += ([priority.label_ja, "", name, priority.reason] for name in priority.programmes)
        else:
            rows += (
                [
                    priority.label_ja,
                    form.code,
                    form.name_ja,
                    priority.reason,
                    SYSTEMS[form.system],
                    "○" if form.in_data_model else "×",
                    "○" if form.secondary_use_2021 else "×",
                    PROVISIONS[form.provides_api],
                    "、".join(form.api_information) or "-",
                    BASES_JA[form.basis],
                    len(form.items),
                ]
                for form in catalog.programmes.values()
            )
    _fill(sheet, note, widths, rows, frozen="D")


def _fill(
    sheet: Worksheet, note: str, widths: dict[str, int], rows: Iterable[list[Any]], frozen: str
) -> None:
    """A note, the headings with a filter, and the rows; the columns before `frozen` stay in view."""
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import column_index_from_string, get_column_letter

    from mirasapo.catalog.workbook.height import height
    from mirasapo.catalog.workbook.printing import on_paper

    sheet.append([note])
    sheet["A1"].font = Font(color=_NOTE_INK, italic=True)
    sheet.append(list(widths))
    for number, width in enumerate(widths.values(), 1):
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = width
        heading = sheet[f"{letter}{_HEADING_ROW}"]
        heading.font = Font(bold=True, color=_INK)
        heading.fill = PatternFill("solid", fgColor=_FILL)
        heading.alignment = Alignment(wrap_text=True, vertical="center")
    sizes = list(widths.values())
    top = [Alignment(vertical="top", wrap_text=width >= _WRAPPED_FROM) for width in sizes]
    titles = ((title, width, _FONT_SIZE) for title, width in widths.items())
    sheet.row_dimensions[_HEADING_ROW].height = height(titles) + _FILTER_HEIGHT
    for number, row in enumerate(rows, _HEADING_ROW + 1):
        sheet.append(row)
        for cell, alignment in zip(sheet[number], top, strict=False):
            cell.alignment = alignment
        sentences = (
            (str(v or ""), w, _FONT_SIZE)
            for v, w in zip(row, sizes, strict=False)
            if w >= _WRAPPED_FROM
        )
        sheet.row_dimensions[number].height = height(sentences)
    sheet.freeze_panes = f"{frozen}{_HEADING_ROW + 1}"
    last = get_column_letter(len(widths))
    sheet.auto_filter.ref = f"A{_HEADING_ROW}:{last}{sheet.max_row}"
    fixed = get_column_letter(column_index_from_string(frozen) - 1)
    on_paper(sheet, sheet.PAPERSIZE_A3, rows=f"{_HEADING_ROW}:{_HEADING_ROW}", columns=f"A:{fixed}")
    sheet.page_setup.scale = _PRINTED
