"""Workbooks that somebody broke, locked, blew up or rebuilt: each is refused in words, or read rightly."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import Workbook, load_workbook

from mirasapo.catalog.example import minimal_filing
from mirasapo.catalog.workbook import mark, read_workbook, template
from mirasapo.errors import BadInput
from tests.officer_cells import at

if TYPE_CHECKING:
    from collections.abc import Callable

    from mirasapo.catalog import Catalog

CAPITAL = "business_identity.capital_yen"
NAME = "business_identity.trade_name"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HEAD = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
TAIL = "</sheetData></worksheet>"
SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture(scope="module")
def form(catalog: Catalog) -> bytes:
    return template(catalog, "14", minimal_filing(catalog, "14"))


def with_parts(content: bytes, changed: dict[str, bytes | str]) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            target.writestr(name, changed.get(name, source.read(name)))
        for name in changed.keys() - set(source.namelist()):
            target.writestr(name, changed[name])
    return out.getvalue()


def written(content: bytes, change: Callable[[Workbook], Any]) -> bytes:
    book = load_workbook(io.BytesIO(content))
    change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def refused(catalog: Catalog, content: bytes) -> BadInput:
    with pytest.raises(BadInput) as caught:
        read_workbook(catalog, content)
    refusal = caught.value
    assert refusal.what == "記入様式として読めません。"
    assert refusal.why.endswith("。")
    assert refusal.next_step.endswith("。")
    return refusal


@pytest.mark.parametrize(
    "macro", ["xl/vbaProject.bin", "xl/VBAPROJECT.BIN", "xl/macrosheets/sheet1.xml"]
)
def test_macros_are_refused(catalog: Catalog, form: bytes, macro: str) -> None:
    refusal = refused(catalog, with_parts(form, {macro: b"macro"}))
    assert "マクロ" in refusal.why
    assert "マクロを除いて" in refusal.next_step


def test_a_password_is_refused_and_not_asked_for(catalog: Catalog) -> None:
    locked = OLE + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 500
    refusal = refused(catalog, locked)
    assert "パスワード" in refusal.why
    assert "パスワードは送らない" in refusal.next_step


def test_an_archive_with_a_password_is_refused(catalog: Catalog, form: bytes) -> None:
    raw = bytearray(form)
    start = 0
    while (start := raw.find(b"PK\x01\x02", start)) >= 0:
        raw[start + 8] |= 1  # the flag: encrypted
        start += 4
    assert "パスワード" in refused(catalog, bytes(raw)).why


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (OLE + b" an old .xls", r".xls"),
        (b"a,b,c\r\n1,2,3\r\n", "Excel のブック"),
        (b"%PDF-1.4", "Excel のブック"),
        (b"", "Excel のブック"),
    ],
    ids=["xls", "csv", "pdf", "empty"],
)
def test_another_kind_by_this_name_is_told(catalog: Catalog, content: bytes, said: str) -> None:
    assert said in refused(catalog, content).why


def test_ods_and_xlsb_by_this_name_are_told(catalog: Catalog) -> None:
    for names, said in (
        (
            {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<a/>"},
            ".ods",
        ),
        ({"xl/workbook.bin": b"x", "[Content_Types].xml": b"<a/>"}, ".xlsb"),
    ):
        empty = io.BytesIO()
        zipfile.ZipFile(empty, "w").close()
        assert said in refused(catalog, with_parts(empty.getvalue(), names)).why


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_a_file_that_was_cut_short_is_refused(catalog: Catalog, form: bytes, share: float) -> None:
    assert "壊れて" in refused(catalog, form[: int(len(form) * share)]).why


def test_a_torn_part_is_refused(catalog: Catalog, form: bytes) -> None:
    raw = bytearray(form)
    middle = raw.find(b"PK\x03\x04", len(raw) // 3) + 80
    raw[middle : middle + 40] = bytes(40)
    assert "壊れて" in refused(catalog, bytes(raw)).why


BOMBS = {
    "one huge part": HEAD + " " * (120 * 1024 * 1024) + TAIL,
    "elements": HEAD + "<a/>" * 9_000_000 + TAIL,
    "small elements": HEAD + "<a/>" * 1_600_000 + TAIL,
    "cells in a row": HEAD + "<row>" + "<c/>" * 1_400_000 + "</row>" + TAIL,
    "rows": HEAD + "<row/>" * 1_400_000 + TAIL,
    "far cells": HEAD + '<row><c r="XFD1"><v>1</v></c></row>' * 90 + TAIL,
    "pieces of a text": HEAD
    + '<row><c t="inlineStr"><is>'
    + "<r><t>x</t></r>" * 300_000
    + "</is></c></row>"
    + TAIL,
    "growing": '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(9))
    + "]>"
    + HEAD
    + '<row><c t="str"><v>&j;</v></c></row>'
    + TAIL,
    "outside": '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    + HEAD
    + '<row><c t="str"><v>&a;</v></c></row>'
    + TAIL,
}
READ_IN_LITTLE = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (2_000_000_000, 2_000_000_000))
resource.setrlimit(resource.RLIMIT_CPU, (40, 40))
from mirasapo.catalog.workbook.pages import open_pages
from mirasapo.errors import BadInput
try:
    open_pages(sys.stdin.buffer.read())
except BadInput as refusal:
    print(refusal.why)
else:
    print("read")
"""


@pytest.mark.parametrize("name", [*BOMBS, "styles"])
def test_memory_and_time_are_bounded(form: bytes, name: str) -> None:
    """Each in a process that may take 2 GB of addresses and 40 s of time, libraries included."""
    styles = (
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs>'
        + "<xf/>" * 400_000
        + "</cellXfs></styleSheet>"
    )
    bomb = {"xl/styles.xml": styles} if name == "styles" else {SHEET: BOMBS[name]}
    done = subprocess.run(
        [sys.executable, "-c", READ_IN_LITTLE],
        input=with_parts(form, bomb),
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()[-500:]
    assert done.stdout.decode().strip().endswith(("。", "read"))


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("one huge part", "大きすぎる"),
        ("elements", "大きすぎる"),
        ("small elements", "大きすぎる"),
        ("far cells", "欄が多すぎます"),
        ("growing", "壊れて"),
        ("outside", "壊れて"),
    ],
)
def test_what_would_grow_is_refused(catalog: Catalog, form: bytes, name: str, why: str) -> None:
    assert why in refused(catalog, with_parts(form, {SHEET: BOMBS[name]})).why


def test_what_a_sheet_says_of_its_size_does_not_count(catalog: Catalog, form: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(form)) as archive:
        text = archive.read(SHEET).decode()
    start, end = text.index('<dimension ref="'), text.index("/>", text.index("<dimension"))
    huge = f'{text[:start]}<dimension ref="A1:XFD1048576"{text[end:]}'
    reading = read_workbook(catalog, with_parts(form, {SHEET: huge}))
    assert reading.payload == read_workbook(catalog, form).payload
    assert reading.faults == ()


def test_a_value_in_the_last_cell_is_read_past(catalog: Catalog, form: bytes) -> None:
    def write(book: Workbook) -> None:
        book["申請"]["XFD1048576"].value = "遠く"

    far = written(form, write)
    reading = read_workbook(catalog, far)
    assert reading.faults == ()
    assert mark(far, [])  # and marking does not fill what lies between


def test_a_cell_of_a_megabyte_is_a_fault_of_its_cell(catalog: Catalog, form: bytes) -> None:
    title, cell = at("14", NAME)
    short = written(form, lambda book: put(book, "14", NAME, "@@@"))
    with zipfile.ZipFile(io.BytesIO(short)) as archive:
        text = archive.read(SHEET).decode()
    assert "@@@" in text
    long = with_parts(short, {SHEET: text.replace("@@@", "9" * 1_000_000)})
    [fault] = [each for each in read_workbook(catalog, long).faults if each.item == NAME]
    assert (fault.sheet, fault.cell, fault.what) == (title, cell, "文字が多すぎます。")
    assert "99" not in fault.why
    assert mark(long, [fault])


def put(book: Workbook, programme: str, key: str, value: Any) -> None:
    title, cell = at(programme, key)
    book[title][cell].value = value


@pytest.mark.parametrize("cached", [None, "12345"])
def test_a_formula_is_refused_at_its_cell_whatever_it_showed(
    catalog: Catalog, form: bytes, cached: str | None
) -> None:
    made = written(form, lambda book: put(book, "14", CAPITAL, "=SUM(1,2)"))
    if cached is not None:
        with zipfile.ZipFile(io.BytesIO(made)) as archive:
            text = archive.read(SHEET).decode()
        shown = text.replace("<f>SUM(1,2)</f><v />", f"<f>SUM(1,2)</f><v>{cached}</v>")
        assert cached in shown
        made = with_parts(made, {SHEET: shown})
    [fault] = read_workbook(catalog, made).faults
    assert (fault.sheet, fault.cell) == at("14", CAPITAL)
    assert fault.what.startswith("数式")
    again = load_workbook(io.BytesIO(mark(made, [fault])))
    assert again[fault.sheet][fault.cell].value == "=SUM(1,2)"


@pytest.mark.parametrize(
    "formula", ["=[1]Sheet1!A1", "='C:\\\\share\\\\[book.xlsx]Sheet1'!A1", "=cmd|'/c calc'!A1"]
)
def test_links_to_elsewhere_are_never_followed(catalog: Catalog, form: bytes, formula: str) -> None:
    [fault] = read_workbook(catalog, written(form, lambda b: put(b, "14", CAPITAL, formula))).faults
    assert fault.what.startswith("数式")


def test_an_external_link_part_does_not_hinder(catalog: Catalog, form: bytes) -> None:
    link = '<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
    reading = read_workbook(catalog, with_parts(form, {"xl/externalLinks/externalLink1.xml": link}))
    assert reading.faults == ()


def test_merged_answers_are_told_since_one_of_them_would_be_lost(
    catalog: Catalog, form: bytes
) -> None:
    title, first = at("14", NAME)
    row = int(first[1:])

    def write(book: Workbook) -> None:
        put(book, "14", NAME, "鳥取商店")
        book[title].merge_cells(f"D{row}:D{row + 1}")

    merged = written(form, write)
    reading = read_workbook(catalog, merged)
    [fault] = reading.faults
    assert (fault.sheet, fault.cell) == (title, f"D{row + 1}")
    assert fault.what == f"D{row} と結合されています。"
    assert reading.payload["items"][NAME] == "鳥取商店"
    marked = load_workbook(io.BytesIO(mark(merged, [fault])))
    assert "結合されています" in marked[title][f"D{row}"].comment.text


def test_merged_with_the_label_the_answer_is_lost_and_told(catalog: Catalog, form: bytes) -> None:
    title, cell = at("14", NAME)
    row = int(cell[1:])

    def write(book: Workbook) -> None:
        book[title].merge_cells(f"B{row}:D{row}")

    faults = read_workbook(catalog, written(form, write)).faults
    assert [each.cell for each in faults] == [cell]


def test_merged_rows_of_a_list_are_told(catalog: Catalog, form: bytes) -> None:
    key = "expert_dispatch.theme"
    other = "expert_dispatch.support_hours"
    title, cell = at("14", key)
    below = at("14", key, 1)[1]

    def write(book: Workbook) -> None:
        book[title][cell].value = "二回分の題"
        book[title].merge_cells(f"{cell}:{below}")
        for row in (0, 1):
            book[title][at("14", other, row)[1]].value = 1.5

    faults = read_workbook(catalog, written(form, write)).faults
    assert [(each.sheet, each.cell) for each in faults] == [(title, below)]


def test_hidden_sheets_rows_and_columns_are_read_as_others_are(
    catalog: Catalog, form: bytes
) -> None:
    title, cell = at("14", NAME)
    group, theme = at("14", "expert_dispatch.theme")

    def write(book: Workbook) -> None:
        put(book, "14", NAME, "隠れた商店")
        book[title].row_dimensions[int(cell[1:])].hidden = True
        book[group][theme].value = "隠れた題"
        book[group].sheet_state = "veryHidden"

    reading = read_workbook(catalog, written(form, write))
    assert reading.faults == ()
    assert reading.payload["items"][NAME] == "隠れた商店"
    assert list(reading.payload["groups"].values()) == [[{"expert_dispatch.theme": "隠れた題"}]]


def test_a_sheet_is_known_by_its_mark_not_by_its_name(catalog: Catalog, form: bytes) -> None:
    def rename(book: Workbook) -> None:
        for number, page in enumerate(book.worksheets):
            page.title = f"名前{number}"
        book.move_sheet(book.worksheets[0], 3)

    reading = read_workbook(catalog, written(form, rename))
    assert reading.faults == ()
    assert reading.payload == read_workbook(catalog, form).payload


def test_a_sheet_that_is_gone_is_told_and_not_taken_for_empty(
    catalog: Catalog, form: bytes
) -> None:
    title, _ = at("14", "expert_dispatch.theme")
    gone = written(form, lambda book: book.remove(book[title]))
    unmarked = written(form, lambda book: setattr(book[title]["A1"], "value", "専門家"))
    for content in (gone, unmarked):
        [fault] = read_workbook(catalog, content).faults
        assert (fault.sheet, fault.cell, fault.what) == (title, "", "シートがありません。")
        assert mark(content, [fault])


def test_without_its_first_sheet_it_is_no_form(catalog: Catalog, form: bytes) -> None:
    gone = written(form, lambda book: book.remove(book["申請"]))
    assert "どの制度" in refused(catalog, gone).why


def test_a_copied_sheet_is_told(catalog: Catalog, form: bytes) -> None:
    title, cell = at("14", "expert_dispatch.theme")

    def copy(book: Workbook) -> None:
        book[title][cell].value = "一枚目"
        book.copy_worksheet(book[title]).title = "二枚目"

    reading = read_workbook(catalog, written(form, copy))
    assert [(each.sheet, each.what) for each in reading.faults] == [
        ("二枚目", "同じ様式のシートが二枚あります。")
    ]


def test_sheets_of_ones_own_do_not_hinder(catalog: Catalog, form: bytes) -> None:
    def add(book: Workbook) -> None:
        book.create_sheet("メモ")["A1"].value = "覚え書き"
        book.create_sheet("空")

    assert read_workbook(catalog, written(form, add)).faults == ()


def test_a_very_late_day_and_numbers_at_the_edge_are_faults_not_crashes(
    catalog: Catalog, form: bytes
) -> None:
    for value in (1e308, -1e308, 10**18, date(9999, 12, 31), "9" * 32_000):
        reading = read_workbook(catalog, written(form, lambda b, v=value: put(b, "14", CAPITAL, v)))
        assert [each.item for each in reading.faults] == [CAPITAL]
