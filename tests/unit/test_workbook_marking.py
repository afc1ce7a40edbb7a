"""A workbook that comes back with its faults marked: the cells are found, and nothing else changes."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment

from mirasapo.catalog import Fault
from mirasapo.catalog.relations import load_relations
from mirasapo.catalog.workbook import CellFault, mark, place, read_workbook, template
from mirasapo.catalog.workbook.layout import sheets
from mirasapo.intake.payload import FilingReader
from tests.factories import body_of, filing_attachments, filing_payload
from tests.officer_cells import SAVED_BY_LIBREOFFICE, at, written_by_hand

if TYPE_CHECKING:
    from collections.abc import Callable

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from mirasapo.catalog import Catalog

CAPITAL = "business_identity.capital_yen"
RED = "FFFFA39E"


def changed(content: bytes, change: Callable[[Workbook], None]) -> bytes:
    book = load_workbook(io.BytesIO(content))
    change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def replaced(content: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """The archive with its parts changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            target.writestr(name, change(name, source.read(name)))
    return out.getvalue()


def said(page: Worksheet) -> dict[str, Any]:
    """All of a sheet that somebody could miss, but for fills and comments."""
    return {
        "cells": {
            cell.coordinate: (
                cell.value,
                cell.data_type,
                cell.number_format,
                cell.protection.locked,
                cell.font.name,
                cell.border.left.style,
                bool(cell.alignment.wrap_text),
            )
            for row in page.iter_rows(max_row=300)
            for cell in row
        },
        "lists": sorted(
            (str(each.sqref), each.type, each.formula1, each.error or "")
            for each in page.data_validations.dataValidation
        ),
        "rows": {row: (d.height, d.hidden) for row, d in page.row_dimensions.items()},
        "columns": {c: (d.width, d.hidden) for c, d in page.column_dimensions.items()},
        "merged": sorted(map(str, page.merged_cells.ranges)),
        "frozen": page.freeze_panes,
        "state": (page.sheet_state, page.protection.sheet),
        "print": (page.print_title_rows, page.print_title_cols, page.page_setup.paperSize),
    }


def fills(page: Worksheet) -> dict[str, str]:
    return {cell.coordinate: cell.fill.fgColor.rgb for row in page.iter_rows() for cell in row}


def comments(page: Worksheet) -> dict[str, str]:
    found = {c.coordinate: c.comment for row in page.iter_rows() for c in row}
    return {place: comment.text for place, comment in found.items() if comment}


def payload_of(catalog: Catalog) -> dict[str, Any]:
    """A full filing that leaves what its head says to the head."""
    payload = filing_payload(catalog, "04", seed=4)
    said_there = set(load_relations().header_items.values())
    items = {key: value for key, value in payload["items"].items() if key not in said_there}
    return payload | {"items": items}


@pytest.fixture(scope="module")
def filled(catalog: Catalog) -> bytes:
    return template(catalog, "04", payload_of(catalog))


@pytest.fixture(scope="module")
def by_hand(catalog: Catalog) -> bytes:
    return written_by_hand(catalog)


def intake(catalog: Catalog, content: bytes, programme: str) -> list[Fault]:
    payload = read_workbook(catalog, content).payload
    return FilingReader(catalog).read(
        body_of(payload),
        filing_attachments({"attachments": []}),
        programmes=[programme],
        today=date(2026, 4, 1),
    )[1]


@pytest.mark.parametrize("saved_by", ["us", "libreoffice"])
def test_only_marks_are_added(catalog: Catalog, by_hand: bytes, saved_by: str) -> None:
    content = by_hand if saved_by == "us" else SAVED_BY_LIBREOFFICE.read_bytes()
    faults = read_workbook(catalog, content).faults
    before = load_workbook(io.BytesIO(content))
    after = load_workbook(io.BytesIO(mark(content, faults)))
    assert after.sheetnames == ["確認", *before.sheetnames]
    marked = {(fault.sheet, fault.cell) for fault in faults}
    assert len(marked) > 8
    for page in before.worksheets:
        kept = after[page.title]
        assert said(kept) == said(page)
        was, now = fills(page), fills(kept)
        assert {(page.title, cell) for cell in was if now[cell] != was[cell]} == {
            each for each in marked if each[0] == page.title
        }
        old, new = comments(page), comments(kept)
        assert {(page.title, cell) for cell in new if new[cell] != old.get(cell)} == {
            each for each in marked if each[0] == page.title
        }
    assert after.security.lockStructure == before.security.lockStructure
    assert [page.title for page in after.worksheets if page.sheet_view.tabSelected] == ["確認"]
    for fault in faults:
        cell = after[fault.sheet][fault.cell]
        assert cell.fill.fgColor.rgb == RED
        assert fault.what in cell.comment.text
        assert fault.why in cell.comment.text


def test_the_list_in_front_names_each_fault_those_without_a_cell_too(filled: bytes) -> None:
    faults = [
        CellFault("申請", "D5", "a", "項目名", "何。", "なぜ。"),
        CellFault("", "", "attachments", "添付ファイル", "送られていません。", "送ります。"),
        CellFault("消えたシート", "", "", "", "シートがありません。", "=写します。"),
    ]
    page = load_workbook(io.BytesIO(mark(filled, faults)))["確認"]
    rows = [[cell.value for cell in row[:5]] for row in page.iter_rows(min_row=5)]
    assert rows == [
        ["申請", "D5", "項目名", "何。", "なぜ。"],
        [None, "(欄なし)", "添付ファイル", "送られていません。", "送ります。"],
        ["消えたシート", "(欄なし)", None, "シートがありません。", "=写します。"],
    ]
    assert page["E7"].data_type == "s"
    assert page["B5"].hyperlink.location or page["B5"].hyperlink.target
    assert "3 件" in page["A2"].value


def test_marks_of_a_former_copy_do_not_hinder_and_go_away(catalog: Catalog, filled: bytes) -> None:
    title, cell = at("04", CAPITAL)
    group, entry = next(
        (sheet.title, entry)
        for sheet in sheets(catalog, "04")
        for entry in sheet.entries
        if not sheet.name.startswith("@") and entry.type == "integer"
    )
    other = at("04", entry.key)[1]

    def spoil(book: Workbook) -> None:
        book[title][cell].value = "千万円"
        book[group][other].value = "三つ"

    spoilt = changed(filled, spoil)
    faults = read_workbook(catalog, spoilt).faults
    assert {(each.sheet, each.cell) for each in faults} == {(title, cell), (group, other)}
    copy = mark(spoilt, faults)
    assert read_workbook(catalog, copy).faults == faults
    assert read_workbook(catalog, copy).payload == read_workbook(catalog, spoilt).payload

    def correct(book: Workbook) -> None:
        book[group][other].value = 3

    half = changed(copy, correct)
    [left] = read_workbook(catalog, half).faults
    again = load_workbook(io.BytesIO(mark(half, [left])))
    assert again.sheetnames.count("確認") == 1
    assert again[group][other].comment is None
    assert again[group][other].fill.fgColor.rgb == "00FFF9E0"
    assert again[title][cell].comment.text.count("【確認】") == 1
    assert comments(again[group]) == comments(load_workbook(io.BytesIO(filled))[group])
    whole = changed(half, lambda book: setattr(book[title][cell], "value", 10_000_000))
    assert read_workbook(catalog, whole).faults == ()


def test_what_a_person_commented_stays(catalog: Catalog, by_hand: bytes) -> None:
    [fault, *_] = read_workbook(catalog, by_hand).faults
    noted = mark(by_hand, [])

    def note(book: Workbook) -> None:
        book[fault.sheet][fault.cell].comment = Comment("自分のメモ", "私")

    copy = mark(changed(noted, note), [fault, fault])
    text = load_workbook(io.BytesIO(copy))[fault.sheet][fault.cell].comment.text
    assert text.startswith("自分のメモ\n【確認】")
    assert text.count("【確認】") == 1
    cleared = load_workbook(io.BytesIO(mark(copy, [])))[fault.sheet][fault.cell]
    assert cleared.comment.text == "自分のメモ"
    assert cleared.fill.fgColor.rgb != RED


def test_drop_downs_that_excel_moved_into_an_extension_stay(catalog: Catalog) -> None:
    """Excel writes those that refer to another sheet as x14, which openpyxl drops."""
    content = template(catalog, "14")
    x14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
    xm = "http://schemas.microsoft.com/office/excel/2006/main"

    def move(name: str, part: bytes) -> bytes:
        if name != "xl/worksheets/sheet1.xml":
            return part
        text = part.decode()
        found = re.findall(
            r"<dataValidation (?:(?!</dataValidation>).)*コード表.*?</dataValidation>", text
        )
        assert found
        moved = ""
        for each in found:
            text = text.replace(each, "")
            area = re.search(r'sqref="([^"]*)"', each)[1]
            formula = re.search("<formula1>(.*?)</formula1>", each)[1]
            moved += (
                f'<x14:dataValidation type="list" allowBlank="1" showErrorMessage="1">'
                f"<x14:formula1><xm:f>{formula}</xm:f></x14:formula1><xm:sqref>{area}</xm:sqref>"
                "</x14:dataValidation>"
            )
        ext = (
            f'<extLst><ext uri="{{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}}" xmlns:x14="{x14}">'
            f'<x14:dataValidations xmlns:xm="{xm}" count="{len(found)}">{moved}'
            "</x14:dataValidations></ext></extLst>"
        )
        return text.replace("</worksheet>", f"{ext}</worksheet>").encode()

    def lists(content: bytes) -> set[tuple[str, str]]:
        page = load_workbook(io.BytesIO(content))["申請"]
        return {
            (area.coord, each.formula1)
            for each in page.data_validations.dataValidation
            if each.type == "list"
            for area in each.sqref.ranges
        }

    assert lists(mark(replaced(content, move), [])) == lists(content)


@pytest.mark.parametrize(
    ("change", "key", "row"),
    [
        ({"fiscal_year": 2019}, "@fiscal_year", 0),
        ({"filed_on": "2035-05-07", "fiscal_year": 2035}, "@filed_on", 0),
        ({"business": {"corporate_number": "1234567890123"}}, "@business.corporate_number", 0),
        ({"version": 10_000}, "@version", 0),
    ],
    ids=lambda each: str(each)[:30],
)
def test_what_the_intake_says_of_the_head_is_placed(
    catalog: Catalog, change: dict[str, Any], key: str, row: int
) -> None:
    payload = filing_payload(catalog, "04", seed=4) | change | {"items": {}, "attachments": []}
    content = template(catalog, "04", payload)
    found = place(read_workbook(catalog, content), intake(catalog, content, "04"))
    assert at("04", key, row) in {(fault.sheet, fault.cell) for fault in found}


def test_what_the_intake_says_of_rows_lists_and_files_is_placed(
    catalog: Catalog, filled: bytes
) -> None:
    reading = read_workbook(catalog, filled)
    faults = intake(catalog, filled, "04")
    assert faults  # the files were not sent
    placed = place(reading, faults)
    files = {each.key for each in catalog.form("04") if each.type == "file"}
    assert {each.item for each in placed} <= files | {"attachments"}
    assert all(each.cell for each in placed)

    rows = next(rows for rows in reading.payload["groups"].values() if len(rows) > 1)
    key = next(iter(rows[1]))
    sheet, cell = reading.places[key, 2]
    [found] = place(reading, [Fault(key, "項目", "2行目: 値が違います。", "こう。")])
    assert (found.sheet, found.cell, found.what) == (sheet, cell, "値が違います。")
    listed = next(k for k, n in reading.places if n == 2 and k in reading.payload["items"])
    [found] = place(reading, [Fault(listed, "項目", "2番目の値が違います。", "こう。")])
    assert (found.sheet, found.cell) == reading.places[listed, 2]
    [found] = place(reading, [Fault("nobody.knows", "", "知らない。", "こう。")])
    assert (found.sheet, found.cell) == ("", "")


def test_the_words_of_the_intake_for_a_row_and_an_element_are_those_looked_for(
    catalog: Catalog,
) -> None:
    """The place is taken from the words: they must not change on one side only."""
    payload = payload_of(catalog)
    stem, rows = next((s, r) for s, r in payload["groups"].items() if len(r) > 1)
    rows[1] = {key: {"no": "value"} for key in rows[1]}
    array = next(each for each in catalog.form("04") if each.array and each.type == "string")
    payload["items"][array.key] = ["よい", 5]
    faults = FilingReader(catalog).read(
        body_of(payload), {}, programmes=["04"], today=date(2026, 4, 1)
    )[1]
    reading = read_workbook(catalog, template(catalog, "04", payload_of(catalog)))
    places = {key: place for (key, number), place in reading.places.items() if number == 2}
    placed = {each.item: each for each in place(reading, faults)}
    assert stem in payload["groups"]
    for key in rows[1].keys() & places.keys():
        assert (placed[key].sheet, placed[key].cell) == places[key]
    assert array.key in placed


def test_a_fault_of_a_cell_is_not_told_again_as_lacking(catalog: Catalog) -> None:
    content = template(catalog, "04")
    reading = read_workbook(catalog, content)
    placed = place(reading, intake(catalog, content, "04"))
    assert {each.item for each in placed} == {
        *(each.item for each in reading.faults),
    }
