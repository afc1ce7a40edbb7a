"""A form as an officer fills it, from openpyxl and as LibreOffice saved it: understood or refused."""

from __future__ import annotations

import io
import re
import zipfile
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from mirasapo.catalog import Catalog, load_catalog
from mirasapo.catalog.example import minimal_filing
from mirasapo.catalog.relations import load_relations
from mirasapo.catalog.workbook import Reading, read_workbook, template
from mirasapo.catalog.workbook.cell import from_cell, mistake
from mirasapo.catalog.workbook.height import HIGHEST, height
from mirasapo.catalog.workbook.layout import FILING, FIRST_ROW, Entry
from mirasapo.catalog.workbook.pages import Percent
from mirasapo.errors import BadInput
from tests.officer_cells import (
    HEAD,
    PROGRAMME,
    READ,
    REFUSED,
    SAVED_BY_LIBREOFFICE,
    Written,
    at,
    written_by_hand,
)

SAVED_BY = ("openpyxl", "libreoffice")
GROUP = "expert_dispatch_visit"


@cache
def reading(saved_by: str) -> Reading:
    catalog = load_catalog()
    if saved_by == "openpyxl":
        return read_workbook(catalog, written_by_hand(catalog))
    return read_workbook(catalog, SAVED_BY_LIBREOFFICE.read_bytes())


def value_of(payload: dict[str, Any], written: Written) -> Any:
    """What the payload says for a cell; the rows that are left empty do not count."""
    if written.key.startswith("@"):
        name, _, part = written.key[1:].partition(".")
        return payload[name][part] if part else payload[name]
    if written.key in payload["items"]:
        return payload["items"][written.key]
    return payload["groups"][GROUP][min(written.row, 1)].get(written.key)


@pytest.mark.parametrize("saved_by", SAVED_BY)
@pytest.mark.parametrize("written", [*HEAD, *READ], ids=lambda written: written.key)
def test_what_cannot_be_mistaken_is_read(saved_by: str, written: Written) -> None:
    payload = reading(saved_by).payload
    value = value_of(payload, written)
    assert (value, type(value)) == (written.value, type(written.value))


@pytest.mark.parametrize("saved_by", SAVED_BY)
@pytest.mark.parametrize("written", REFUSED, ids=lambda written: written.key)
def test_what_a_spreadsheet_made_of_it_is_refused_at_its_cell(
    saved_by: str, written: Written
) -> None:
    [fault] = [each for each in reading(saved_by).faults if each.item == written.key]
    assert (fault.sheet, fault.cell) == at(PROGRAMME, written.key, written.row)
    assert fault.what.startswith(written.fault)
    assert fault.why.endswith("。")
    assert str(written.held) not in fault.what + fault.why


@pytest.mark.parametrize("saved_by", SAVED_BY)
def test_nothing_else_is_read_or_refused(saved_by: str) -> None:
    read = reading(saved_by)
    assert {fault.item for fault in read.faults} == {each.key for each in REFUSED}
    [(name, rows)] = read.payload["groups"].items()
    assert name == GROUP
    keys = {*read.payload["items"], *(key for row in rows for key in row)}
    of_head = {
        key
        for name, key in load_relations().header_items.items()
        if name in read.payload or name in read.payload["business"]
    }
    assert keys == {each.key for each in READ} | of_head


def test_a_form_saved_by_libreoffice_keeps_its_lists_and_its_protection(catalog: Catalog) -> None:
    made = load_workbook(io.BytesIO(template(catalog, PROGRAMME)))
    saved = load_workbook(SAVED_BY_LIBREOFFICE)
    assert saved.sheetnames == made.sheetnames
    for page, kept in zip(made, saved, strict=True):
        assert choices(kept) == choices(page)
        assert (kept.sheet_state, kept.protection.sheet) == (page.sheet_state, True)
        assert kept.print_title_rows == page.print_title_rows
    assert saved[made.sheetnames[0]].column_dimensions["A"].hidden
    assert saved[made.sheetnames[1]].row_dimensions[1].hidden


def choices(page: Worksheet) -> dict[tuple[int, int], str]:
    """The drop-downs of the first rows by cell; programs group the cells in their own ways."""
    return {
        (row, column): check.formula1.replace("'", "").replace("$", "")
        for check in page.data_validations.dataValidation
        if check.type == "list"
        for area in check.sqref.ranges
        for row in range(area.min_row, min(area.max_row, 200) + 1)
        for column in range(area.min_col, area.max_col + 1)
    }


@pytest.mark.parametrize("programme", [f"{number:02}" for number in range(1, 17)])
def test_no_list_to_choose_from_is_empty(catalog: Catalog, programme: str) -> None:
    book = load_workbook(io.BytesIO(template(catalog, programme)))
    spans = {span for page in book for span in choices(page).values() if "!" in span}
    for span in spans:
        first, last = (int(re.sub(r"\D", "", cell)) for cell in span.partition("!")[2].split(":"))
        assert first <= last, span


PERCENT = Entry("k", "率", "decimal", "数で書きます。", unit="%")


@pytest.mark.parametrize(
    ("written", "number_format", "value"),
    [(0.35, "0%", 35), (0.125, "0.0%", 12.5), (-0.035, "0.00%", -3.5), (35, "General", 35)],
)
def test_a_percentage_is_read_as_people_see_it(
    catalog: Catalog, written: float, number_format: str, value: float
) -> None:
    key = "succession_plan.year_representative_share_percent"
    book = load_workbook(io.BytesIO(template(catalog, "12", minimal_filing(catalog, "12"))))
    title, place = at("12", key)
    book[title][place].value = written
    book[title][place].number_format = number_format
    out = io.BytesIO()
    book.save(out)
    read = read_workbook(catalog, out.getvalue())
    if value < 0:
        assert [fault.cell for fault in read.faults] == [place]
        return
    assert read.faults == ()
    [[row]] = read.payload["groups"].values()
    assert row == {key: value}


def test_a_percentage_of_anything_else_is_refused() -> None:
    share = Percent(share=Decimal("0.5"))
    assert mistake(PERCENT, share) is None
    assert from_cell(PERCENT, share) == 50
    assert mistake(Entry("k", "人数", "integer", "整数。", unit="人"), share) is not None


def test_a_reading_aid_of_excel_is_no_part_of_the_name(catalog: Catalog) -> None:
    """Excel keeps the kana that were typed (ふりがな) inside the text of the cell."""
    payload = minimal_filing(catalog, PROGRAMME)
    payload["items"]["business_identity.trade_name"] = "鳥取商店"
    plain = template(catalog, PROGRAMME, payload)
    out, aided = io.BytesIO(), []
    with zipfile.ZipFile(io.BytesIO(plain)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            aid = '<rPh sb="0" eb="2"><t>トットリ</t></rPh><phoneticPr fontId="1"/>'
            if "<t>鳥取商店</t>".encode() in part:
                part = part.replace(b"</t>", f"</t>{aid}".encode())
                aided.append(name)
            target.writestr(name, part)
    assert len(aided) == 1
    read = read_workbook(catalog, out.getvalue())
    assert read.payload["items"]["business_identity.trade_name"] == "鳥取商店"


def test_another_kind_of_file_is_told_how_to_be_saved(catalog: Catalog) -> None:
    ods = io.BytesIO()
    with zipfile.ZipFile(ods, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    for content in (ods.getvalue(), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an old .xls"):
        with pytest.raises(BadInput, match="」として保存し直してください。"):
            read_workbook(catalog, content)


def test_no_help_text_is_cut_off(catalog: Catalog) -> None:
    """Each row says a height that holds its texts: LibreOffice does not measure them itself."""
    book = load_workbook(io.BytesIO(template(catalog, "04")))
    for page in book.worksheets[:-1]:
        upright = page["A1"].value == FILING
        for row in range(4, page.max_row + 1) if upright else (3, 5):
            cells = [cell for cell in page[row][1:] if cell.value and cell.alignment.wrap_text]
            for cell in cells:
                width = page.column_dimensions[cell.column_letter].width
                characters = width * 5.25 // cell.font.size  # Japanese ones in a line
                lines = -(-len(str(cell.value)) // (2 * characters))  # at the very least
                assert (page.row_dimensions[row].height or 15) >= lines * cell.font.size


def test_forms_are_printed_so_that_they_can_be_read(catalog: Catalog) -> None:
    book = load_workbook(io.BytesIO(template(catalog, "04")))
    filing, group = book.worksheets[0], book.worksheets[2]
    assert filing.print_title_rows == "$3:$3"
    assert filing.page_setup.fitToHeight == 0
    assert group.print_title_rows == f"$2:${FIRST_ROW - 1}"
    assert group.print_title_cols == "$A:$A"
    assert not group.sheet_properties.pageSetUpPr.fitToPage
    assert {int(page.page_setup.paperSize) for page in book.worksheets[:-1]} == {9}  # A4


def test_the_height_of_a_row() -> None:
    one = height([("一行", 44, 9)])
    assert height([("一行", 44, 9), ("", 44, 9)]) == one
    assert height([("一行\n二行", 44, 9)]) > one
    assert height([("長い文" * 30, 44, 9)]) > height([("長い文" * 15, 44, 9)]) > one
    assert height([("narrow text of 40 characters, 20 wide ones", 44, 9)]) == one
    assert height([("行\n" * 100, 44, 9)]) == HIGHEST
