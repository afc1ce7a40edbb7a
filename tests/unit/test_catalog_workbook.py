"""A filing as a workbook: what it looks like, that it reads back, and what is refused where."""

from __future__ import annotations

import io
import random
import zipfile
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

import pytest
from defusedxml import ElementTree
from openpyxl import load_workbook

from mirasapo.catalog import load_catalog, sample_value
from mirasapo.catalog.example import minimal_filing
from mirasapo.catalog.relations import load_relations
from mirasapo.catalog.workbook import Reading, place, read_workbook, template
from mirasapo.catalog.workbook import pages as opening
from mirasapo.catalog.workbook.cell import from_cell, to_cell
from mirasapo.catalog.workbook.layout import (
    ATTACHMENTS,
    FILING,
    FIRST_ROW,
    FORM_UNITS,
    LISTS,
    Entry,
    data_model_version,
    sheets,
)
from mirasapo.errors import BadInput, NotFound
from mirasapo.intake.payload import FilingReader
from tests.factories import body_of, filing_attachments, filing_payload, made_up_key, made_up_number
from tests.officer_cells import at

if TYPE_CHECKING:
    from collections.abc import Callable

    from openpyxl import Workbook

    from mirasapo.catalog import Catalog

PROGRAMMES = [f"{number:02}" for number in range(1, 17)]
FUND = "management_improvement.fund_yen"  # 千円 on the form of programme 13


def answered(said: Any) -> Any:
    """A payload without what is not answered."""
    if isinstance(said, dict):
        return {key: answered(value) for key, value in said.items() if value is not None}
    return [answered(value) for value in said] if isinstance(said, list) else said


def changed(content: bytes, change: Callable[[Workbook], None]) -> bytes:
    """The workbook as it is after somebody has written in it."""
    book = load_workbook(io.BytesIO(content))
    change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def with_cells(
    catalog: Catalog, programme: str, cells: dict[str, Any], payload: Any = None
) -> Reading:
    """The reading after values were written by hand, each into the (first) cell of its entry."""
    filled = template(catalog, programme, payload or minimal_filing(catalog, programme))

    def write(book: Workbook) -> None:
        for key, value in cells.items():
            title, cell = at(programme, key)
            book[title][cell].value = value

    return read_workbook(catalog, changed(filled, write))


def repeated(payload: dict[str, Any], programme: str) -> dict[str, Any]:
    """The payload with the items that say what its head says."""
    known = {**payload, **payload["business"]}
    form = {item.key for item in load_catalog().form(programme)}
    named = load_relations().header_items.items()
    own = {key: known[name] for name, key in named if key in form and known.get(name) is not None}
    kept = {key: said for key, said in payload["items"].items() if key not in dict(named).values()}
    return payload | {"items": {**kept, **own}}


@pytest.mark.parametrize("programme", PROGRAMMES)
def test_the_smallest_filing_comes_back_as_it_went_in(catalog: Catalog, programme: str) -> None:
    payload = minimal_filing(catalog, programme)
    reading = read_workbook(catalog, template(catalog, programme, payload))
    assert reading.faults == ()
    assert reading.payload == repeated(payload, programme)
    assert reading.is_current


@pytest.mark.parametrize("programme", PROGRAMMES)
def test_a_full_filing_comes_back_and_is_accepted(catalog: Catalog, programme: str) -> None:
    payload = repeated(filing_payload(catalog, programme, seed=int(programme)), programme)
    reading = read_workbook(catalog, template(catalog, programme, payload))
    assert reading.faults == ()
    assert reading.payload == answered(payload)
    filing, faults = FilingReader(catalog).read(
        body_of(reading.payload),
        filing_attachments(payload),
        programmes=[programme],
        today=date(2026, 4, 1),
    )
    assert faults == []
    assert filing is not None


def test_every_item_of_every_form_has_its_place(catalog: Catalog) -> None:
    for programme in PROGRAMMES:
        keys = [entry.key for sheet in sheets(catalog, programme) for entry in sheet.entries]
        items = [key for key in keys if not key.startswith("@")]
        assert sorted(items) == sorted(item.key for item in catalog.form(programme))


@pytest.mark.parametrize("seed", range(10))
def test_any_value_of_any_item_survives_its_cell(catalog: Catalog, seed: int) -> None:
    rng = random.Random(seed)
    for programme in ("04", "13", "16"):
        for sheet in sheets(catalog, programme):
            for entry in sheet.entries:
                if entry.item is None:
                    continue
                value = sample_value(entry.item, rng)
                for one in value if entry.item.array else [value]:
                    cell = to_cell(entry, one)
                    held = datetime.combine(cell, time.min) if isinstance(cell, date) else cell
                    assert from_cell(entry, held) == one, entry.key


def test_thousands_of_yen_come_back_in_yen(catalog: Catalog) -> None:
    table = catalog.item(FUND).table
    yen = [12_000_000, 1_234_567, 0, 999_999_999_999_999]
    payload = minimal_filing(catalog, "13") | {"groups": {table: [{FUND: each} for each in yen]}}
    filled = template(catalog, "13", payload)
    title, first = at("13", FUND)
    page = load_workbook(io.BytesIO(filled))[title]
    column = first.rstrip("0123456789")
    assert [page[f"{column}{FIRST_ROW + n}"].value for n in range(3)] == [12_000, 1234.567, 0]
    assert page[f"{column}4"].value == "千円"
    assert "円に直します" in page[f"{column}5"].value
    assert read_workbook(catalog, filled).payload["groups"][table] == payload["groups"][table]


def test_all_units_of_forms_are_known(catalog: Catalog) -> None:
    assert {item.form_unit for item in catalog.items if item.form_unit} == set(FORM_UNITS)


@pytest.fixture(scope="module")
def book(catalog: Catalog) -> Workbook:
    return load_workbook(io.BytesIO(template(catalog, "04")))


def test_there_is_a_sheet_for_single_items_and_one_per_repeat_group(
    catalog: Catalog, book: Workbook
) -> None:
    groups = [shape for shape in catalog.tables if shape.repeated]
    groups = [shape for shape in groups if any("04" in item.programmes for item in shape.items)]
    assert len(groups) == 31
    assert [page["A1"].value for page in book.worksheets[:-1]] == [
        FILING,
        LISTS,
        *(shape.name for shape in groups),
        ATTACHMENTS,
    ]
    assert [page.title for page in book.worksheets[2:-2]] == [shape.label_ja for shape in groups]


def test_keys_are_hidden_and_only_answers_are_open(book: Workbook) -> None:
    assert book.security.lockStructure
    filing, group = book.worksheets[0], book.worksheets[2]
    assert filing.column_dimensions["A"].hidden
    assert group.row_dimensions[1].hidden
    assert all(page.protection.sheet and not page.protection.password for page in book)
    open_cells = [
        cell for row in filing for cell in row if cell.value != "" and not cell.protection.locked
    ]
    assert {cell.column_letter for cell in open_cells} == {"D"}
    programme = filing[at("04", "@programme")[1]]
    assert programme.value == "04 事業再構築補助金"
    assert programme.protection.locked
    assert not group.column_dimensions["B"].protection.locked
    above = [group.cell(row, 2) for row in range(1, FIRST_ROW)]
    assert all(cell.protection.locked for cell in above)
    assert all(cell.has_style for cell in above[1:])  # else it is open as its column is
    assert book["コード表"].sheet_state == "hidden"


def test_codes_are_chosen_from_lists_long_ones_too(catalog: Catalog, book: Workbook) -> None:
    detail = next(item for item in catalog.form("04") if item.code_list == "jsic_detail")
    title, cell = at("04", detail.key)
    [check] = [
        each
        for each in book[title].data_validations.dataValidation
        if cell in each.sqref and each.type == "list"
    ]
    _, _, span = check.formula1.rpartition("!")
    listed = [row[0].value for row in book["コード表"][span.replace("$", "")]]
    assert listed == [f"{code} {label}" for code, label in detail.codes.codes.items()]
    assert listed[0].startswith("0")


def test_help_is_beside_each_answer(catalog: Catalog, book: Workbook) -> None:
    filing = book.worksheets[0]
    capital = catalog.item("business_identity.capital_yen")
    row = int(at("04", capital.key)[1][1:])
    assert filing[f"B{row}"].value == capital.label_ja
    assert filing[f"E{row}"].value == "円"
    assert "整数の金額" in filing[f"F{row}"].value
    assert filing[f"G{row}"].value == capital.definition
    required = {r[0].value for r in filing.iter_rows(min_row=4) if r[2].value == "必須"}
    assert required == {
        "@form_version",
        "@filing_number",
        "@version",
        "@procedure",
        "@status",
        "@fiscal_year",
        "@filed_on",
        "@consent.terms_version",
    }
    group = book.worksheets[2]
    assert group["B3"].comment.text == catalog.item(group["B1"].value).definition


def test_codes_and_numbers_with_zeros_are_text(catalog: Catalog, book: Workbook) -> None:
    for kind in ("code", "string", "phone", "year_month"):
        item = next(
            each
            for each in catalog.form("04")
            if each.type == kind and each.repeat_group is None and not each.array
            if each.key not in SAME
        )
        title, cell = at("04", item.key)
        assert book[title][cell].number_format == "@", kind


def test_the_same_form_is_the_same_file_and_well_formed(catalog: Catalog) -> None:
    content = template(catalog, "14")
    assert template(catalog, "14") == content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            assert archive.getinfo(name).date_time == (1980, 1, 1, 0, 0, 0)
            ElementTree.fromstring(archive.read(name))


def test_an_empty_form_says_what_the_intake_requires(catalog: Catalog) -> None:
    reading = read_workbook(catalog, template(catalog, "04"))
    assert reading.programme == "04"
    assert reading.data_model == data_model_version(catalog, "04")
    assert {fault.item for fault in reading.faults} == {
        "filing_number",
        "version",
        "procedure",
        "status",
        "fiscal_year",
        "filed_on",
        "consent.terms_version",
        "business.corporate_number",
    }
    assert {fault.sheet for fault in reading.faults} == {"申請"}
    assert all(fault.cell.startswith("D") and fault.why for fault in reading.faults)


CAPITAL, ORGANIZATION = "business_identity.capital_yen", "business_identity.organization_type"
ZIP, CONSENTED = "main_office_address.postal_code", "@consent.answer"


@pytest.mark.parametrize(
    ("key", "written", "value"),
    [
        (CAPITAL, "12,345,678", 12_345_678),
        (CAPITAL, 3_000_000.0, 3_000_000),
        (CAPITAL, "   ", None),
        (ORGANIZATION, "301", "301"),
        (ORGANIZATION, 301, "301"),
        (ORGANIZATION, "株式会社", "301"),
        (ORGANIZATION, "301 株式会社", "301"),
        (ZIP, "0600001", "0600001"),
        ("business_identity.trade_name", "_x000D_=A1 商店", "=A1 商店"),
        ("business_identity.established_on", datetime.fromisoformat("2001-04-01"), "2001-04-01"),
        ("business_identity.established_on", "1899-04-01", "1899-04-01"),
    ],
)
def test_what_people_write_is_understood(
    catalog: Catalog, key: str, written: Any, value: Any
) -> None:
    reading = with_cells(catalog, "14", {key: written})
    assert reading.faults == ()
    assert reading.payload["items"].get(key) == value


@pytest.mark.parametrize(
    ("key", "written"),
    [
        (CAPITAL, "千万円"),
        (CAPITAL, 0.5),
        (CAPITAL, True),
        (CAPITAL, "=1+1"),
        (CAPITAL, "#N/A"),
        (ORGANIZATION, "999"),
        (ORGANIZATION, True),
        (ORGANIZATION, "301 合名会社"),
        (ZIP, 600_001),
        ("business_identity.established_on", datetime.fromisoformat("2001-04-01T09:00")),
        ("business_identity.established_on", "01/4/1"),
        (CONSENTED, "たぶん"),
        ("@version", "一"),
        ("@filing_number", 12),
    ],
)
def test_what_is_not_certain_is_a_fault_at_its_cell(
    catalog: Catalog, key: str, written: Any
) -> None:
    reading = with_cells(catalog, "14", {key: written})
    [fault] = reading.faults
    assert (fault.sheet, fault.cell) == at("14", key)
    assert fault.item == key.removeprefix("@")
    assert fault.what.endswith("。")
    assert fault.why.endswith("。")
    assert key not in reading.payload["items"]


def test_yes_and_no_are_booleans(catalog: Catalog) -> None:
    item = next(
        each for each in catalog.form("14") if each.type == "boolean" and not each.repeat_group
    )
    for written, value in (("はい", True), ("いいえ", False), (True, True)):
        assert with_cells(catalog, "14", {item.key: written}).payload["items"][item.key] is value
    assert len(with_cells(catalog, "14", {item.key: "どちらでもない"}).faults) == 1


def test_codes_with_one_name_are_told_apart(catalog: Catalog) -> None:
    entry = Entry("k", "項目", "code", "", choices={"1": "同じ名", "2": "同じ名", "3": "別の名"})
    assert from_cell(entry, "同じ名") == "同じ名"
    assert from_cell(entry, "2 同じ名") == "2"
    assert from_cell(entry, "別の名") == "3"
    assert to_cell(entry, "9") == "9"


def test_more_digits_than_a_spreadsheet_keeps_are_a_text() -> None:
    entry = Entry("k", "項目", "integer", "")
    assert to_cell(entry, 2**62) == str(2**62)
    assert from_cell(entry, str(2**62)) == 2**62
    assert from_cell(entry, "一兆") == "一兆"
    assert from_cell(entry, "_x000D_\n") is None


def test_blank_rows_and_gaps_in_lists_do_not_count(catalog: Catalog) -> None:
    sheet = next(each for each in sheets(catalog, "04") if each.name == LISTS)
    entry = next(each for each in sheet.entries if each.type == "string")
    group, text = next(
        (each, entry)
        for each in sheets(catalog, "04")
        for entry in each.entries
        if entry.type == "text" and not each.name.startswith("@") and entry.item
    )
    title, cell = at("04", entry.key, 3)
    title2, cell2 = at("04", text.key, 5)

    def write(book: Workbook) -> None:
        book[title][cell].value = "二つ目"
        book[title][at("04", entry.key)[1]].value = "一つ目"
        book[title2][cell2].value = "離れた行"

    filled = template(catalog, "04", minimal_filing(catalog, "04"))
    reading = read_workbook(catalog, changed(filled, write))
    assert reading.faults == ()
    assert reading.payload["items"][entry.key] == ["一つ目", "二つ目"]
    assert reading.places[entry.key, 2] == (title, cell)
    assert reading.payload["groups"] == {group.name: [{text.key: "離れた行"}]}
    assert reading.places[text.key, 1] == (title2, cell2)


def test_a_row_key_that_stands_twice_is_refused_with_its_rows(catalog: Catalog) -> None:
    line, amount = "expense.line_number", "expense.total_with_tax_yen"
    rows = [{line: 1, amount: 1000}, {line: 2, amount: 2000}, {line: 1, amount: 3000}]
    payload = minimal_filing(catalog, "04") | {"groups": {"expense_line": rows}}
    reading = read_workbook(catalog, template(catalog, "04", payload))
    content = FilingReader(catalog).form("04").read({}, reading.payload["groups"])
    ((key, what, why),) = [(each.item, each.what, each.why) for each in content.faults]
    assert (key, what) == (line, "3行目: 同じ行が二つ以上あります。")
    assert "1行目と同じです" in why
    (_, third), (_, first) = (reading.places[line, number] for number in (3, 1))
    assert (third, first) == (f"B{FIRST_ROW + 2}", f"B{FIRST_ROW}")
    (told,) = place(reading, content.faults)
    assert told.cell == third
    assert f"セル {first} と同じです" in told.why
    assert "行目" not in told.what + told.why


def test_files_are_listed_once_however_they_are_named(catalog: Catalog) -> None:
    file = next(each for each in catalog.form("04") if each.type == "file" and not each.array)
    payload = minimal_filing(catalog, "04") | {"items": {}, "attachments": []}
    written = {file.key: "図面.pdf", "@name": "参考.pdf"}
    reading = with_cells(catalog, "04", written, payload)
    assert reading.payload["attachments"] == [
        {"name": "参考.pdf"},
        {"name": "図面.pdf", "item": file.key},
    ]
    nameless = with_cells(catalog, "04", {"@sha256": "0" * 64}, payload)
    assert [fault.what for fault in nameless.faults] == ["名前がありません。"]
    assert nameless.faults[0].cell == f"B{FIRST_ROW}"


SAME = {
    "filing_header.programme_as_filed": "05",
    "filing_header.filed_on": "2025-05-08",
    "filing_header.status": "adopted",
    "filing_header.procedure_type": "change",
    "business_identity.corporate_number": made_up_number(7),
    "business_identity.sole_proprietor_key": "0000000000017",
}


def test_what_the_head_says_is_not_asked_again(catalog: Catalog) -> None:
    assert sorted(SAME) == sorted(load_relations().header_items.values())
    page = load_workbook(io.BytesIO(template(catalog, "04"))).worksheets[0]
    for key in SAME:
        cell = page[at("04", key)[1]]
        assert cell.protection.locked
        assert cell.data_type == "f"
    filed_on = page[at("04", "filing_header.filed_on")[1]].value
    head = at("04", "@filed_on")[1]
    assert filed_on == f'=IF({head}="","",{head})'


@pytest.mark.parametrize("key", SAME)
def test_what_is_said_otherwise_than_in_the_head_is_a_fault(catalog: Catalog, key: str) -> None:
    payload = minimal_filing(catalog, "04")
    by_hand = with_cells(catalog, "04", {key: SAME[key]})
    payload["items"][key] = SAME[key]
    for reading in (by_hand, read_workbook(catalog, template(catalog, "04", payload))):
        [fault] = reading.faults
        assert (fault.item, fault.what) == (key, "見出しと値が違います。")
        assert (fault.sheet, fault.cell) == at("04", key)
        assert key not in reading.payload["items"]


def test_a_fault_of_such_an_item_is_shown_in_the_head(catalog: Catalog) -> None:
    places = read_workbook(catalog, template(catalog, "04", minimal_filing(catalog, "04"))).places
    assert places["filing_header.filed_on", None] == places["@filed_on", None]


def test_too_many_rows_are_a_fault(catalog: Catalog) -> None:
    payload = minimal_filing(catalog, "04")
    payload["attachments"] = [{"name": f"{number}.pdf"} for number in range(101)]
    reading = read_workbook(catalog, template(catalog, "04", payload))
    assert [fault.what for fault in reading.faults] == ["行が多すぎます。"]
    assert reading.faults[0].cell == f"A{FIRST_ROW + 100}"


@pytest.mark.parametrize("both", [True, False])
def test_a_filing_is_of_one_business(catalog: Catalog, both: bool) -> None:
    key = "@business.sole_proprietor_key" if both else "@business.corporate_number"
    reading = with_cells(catalog, "04", {key: made_up_key(1) if both else None})
    assert [fault.item for fault in reading.faults] == ["business.corporate_number"]


def test_an_item_of_another_form_is_a_fault(catalog: Catalog) -> None:
    def write(book: Workbook) -> None:
        filing, group = book.worksheets[0], book.worksheets[2]
        filing["A400"].value = "nobody.knows"
        group["B1"].value = "nobody.knows_either"
        filing[at("04", "@data_model")[1]].value = "000000000000"
        del book[book.worksheets[3].title]

    filled = changed(template(catalog, "04", minimal_filing(catalog, "04")), write)
    reading = read_workbook(catalog, filled)
    assert {fault.cell for fault in reading.faults} == {"A400", "B1"}
    assert not reading.is_current


def test_a_text_that_no_cell_holds_is_refused(catalog: Catalog) -> None:
    payload = minimal_filing(catalog, "04") | {"filing_number": "長" * 40_000}
    with pytest.raises(BadInput, match="長すぎます"):
        template(catalog, "04", payload)
    with pytest.raises(NotFound):
        template(catalog, "17")


def archive(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04 no archive",
        archive(a=b"x"),
        archive(a=b"0" * (101 * 1024 * 1024)),
        b"0" * (opening.MAX_BYTES + 1),
    ],
    ids=["empty", "torn", "no workbook", "bomb", "large"],
)
def test_what_is_no_form_is_refused_in_words(catalog: Catalog, content: bytes) -> None:
    with pytest.raises(BadInput, match="記入様式として読めません"):
        read_workbook(catalog, content)


def test_another_workbook_is_refused(catalog: Catalog) -> None:
    def rename(book: Workbook) -> None:
        book.worksheets[0]["A1"].value = "mine"

    def empty(book: Workbook) -> None:
        book.worksheets[0][at("14", "@programme")[1]].value = "99"

    for change in (rename, empty):
        with pytest.raises(BadInput, match="どの制度"):
            read_workbook(catalog, changed(template(catalog, "14"), change))


def test_a_size_that_the_file_claims_is_not_believed(catalog: Catalog) -> None:
    payload = minimal_filing(catalog, "14")
    content = template(catalog, "14", payload)
    parts = {}
    with zipfile.ZipFile(io.BytesIO(content)) as made:
        for name in made.namelist():
            parts[name] = made.read(name)
    name = "xl/worksheets/sheet1.xml"
    head, _, rest = parts[name].partition(b"<dimension ref=")
    _, _, tail = rest.partition(b"/>")
    parts[name] = head + b'<dimension ref="A1:A1"/>' + tail
    assert read_workbook(catalog, archive(**parts)).payload == repeated(payload, "14")
