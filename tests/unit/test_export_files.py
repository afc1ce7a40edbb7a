"""Exports that are good, strange or hostile, and the mappings that go with them."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from mirasapo.catalog import Catalog
from mirasapo.errors import BadInput
from mirasapo.intake.export.filings import Export, read_export
from mirasapo.intake.export.grid import MAX_CELL, is_formula, read_grid
from mirasapo.intake.export.mapping import load_mapping
from mirasapo.intake.export.proposal import known_labels, propose
from mirasapo.intake.export.table import Header, find_header, table_of
from mirasapo.intake.export.writing import mapping_text

HEAD = ["申請番号", "法人番号", "資本金（千円）", "設立年月日", "役員①_氏名", "役員②_氏名"]
ROW = ["A-1", "6900000000011", "1,000", "R3.4.1", "見本一郎", "見本二郎"]
TODAY = date(2026, 4, 1)
MAPPING = """\
programme: "04"
confirmed: true
file: {header_row: 1}
key: ""
fixed:
  "@form_version": "2021-1"
  "@version": 1
  "@procedure": new
  "@status": filed
  "@filed_on": 2025-05-07
  "@consent.answer": given
columns:
  - {column: 申請番号, item: "@filing_number"}
  - {column: 法人番号, item: "@business.corporate_number"}
  - {column: 資本金（千円）, item: business_identity.capital_yen, unit: 千円}
  - {column: 設立年月日, item: business_identity.established_on}
  - {column: 役員①_氏名, item: officer.name, row: 1}
  - {column: 役員②_氏名, item: officer.name, row: 2}
"""


def text_of(*rows: list[str], delimiter: str = ",") -> str:
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter).writerows(rows)
    return stream.getvalue()


def archive_of(*names: str, content: bytes = b"") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, content)
    return stream.getvalue()


def export(catalog: Catalog, tmp_path: Path, *rows: list[str], mapping: str = MAPPING) -> Export:
    path = tmp_path / "map.yaml"
    path.write_text(mapping, "utf-8")
    content = text_of(HEAD, *rows).encode()
    return read_export(catalog, load_mapping(catalog, path), content, today=TODAY)


def changed(**cells: str) -> list[str]:
    row = dict(zip(("number", "corporate", "capital", "day", "one", "two"), ROW, strict=True))
    return list((row | cells).values())


def test_a_row_is_a_filing_in_the_words_that_it_was_written_in(
    catalog: Catalog, tmp_path: Path
) -> None:
    found = export(catalog, tmp_path, ROW)
    assert found.all_faults == []
    (filing,) = found.filings
    document = filing.document
    assert document["filing_number"] == "A-1"
    assert document["fiscal_year"] == 2025
    assert document["items"]["business_identity.capital_yen"] == "1,000千円"
    assert document["items"]["business_identity.established_on"] == "R3.4.1"
    assert document["items"]["business_identity.corporate_number"] == "6900000000011"
    assert document["groups"]["officer_row"] == [
        {"officer.name": "見本一郎"},
        {"officer.name": "見本二郎"},
    ]
    read = {each["column"]: each["read"] for each in filing.readings}
    assert (read["資本金（千円）"], read["設立年月日"]) == (1_000_000, "2021-04-01")


def test_several_rows_of_one_key_are_one_filing(catalog: Catalog, tmp_path: Path) -> None:
    mapping = MAPPING.replace('key: ""', "key: 申請番号").replace(
        "officer.name, row: 2", "officer.title, row: 1"
    )
    rows = [changed(two="代表取締役"), changed(one="見本三郎", two="取締役"), changed(number="A-2")]
    found = export(catalog, tmp_path, *rows, mapping=mapping)
    assert found.all_faults == []
    assert [each.rows for each in found.filings] == [[2, 3], [4]]
    assert [row["officer.name"] for row in found.filings[0].document["groups"]["officer_row"]] == [
        "見本一郎",
        "見本三郎",
    ]
    uneven = export(catalog, tmp_path, ROW, changed(day="R3.4.2"), mapping=mapping)
    assert [(each.row, each.column, each.what) for each in uneven.all_faults] == [
        (3, "設立年月日", "行によって値が違います。")
    ]
    keyless = export(catalog, tmp_path, ROW, changed(number=""), mapping=mapping)
    assert [(each.row, each.column) for each in keyless.all_faults] == [(3, "申請番号")]


@pytest.mark.parametrize(
    ("cells", "column", "why"),
    [
        ({"capital": "約100"}, "資本金（千円）", "およそ"),
        ({"capital": "1,5"}, "資本金（千円）", "桁区切り"),
        ({"capital": "100円"}, "資本金（千円）", "欄の単位"),
        ({"day": "03/04/05"}, "設立年月日", "何年か"),
        ({"day": "平成32年1月1日"}, "設立年月日", "元号"),
        ({"corporate": "6.90E+12"}, "法人番号", "指数"),
        ({"corporate": "6900000000000"}, "法人番号", "0 に変わった"),
        ({"corporate": "690000000001"}, "法人番号", "12桁"),
        ({"capital": "=1+1"}, "資本金（千円）", "数式"),
        ({"one": "=cmd|' /C calc'!A0"}, "役員①_氏名", "数式"),
        ({"one": "@SUM(1)|x!y"}, "役員①_氏名", "数式"),
        ({"one": "長" * 1000}, "役員①_氏名", "文字以内"),
    ],
)
def test_a_cell_at_fault_is_told_with_row_and_column(
    catalog: Catalog, tmp_path: Path, cells: dict[str, str], column: str, why: str
) -> None:
    found = export(catalog, tmp_path, ROW, changed(number="A-2", **cells))
    (fault,) = found.all_faults
    assert (fault.row, fault.column) == (3, column)
    assert why in fault.why
    assert next(iter(cells.values())) not in fault.what + fault.why


def test_a_row_of_another_width_is_told(catalog: Catalog, tmp_path: Path) -> None:
    found = export(catalog, tmp_path, ROW[:-1], changed(number="A-2"), [*ROW, "x"])
    assert [(each.row, each.what) for each in found.all_faults] == [
        (2, "列の数が 5 です(6 必要)。"),
        (4, "列の数が 7 です(6 必要)。"),
    ]
    assert len(found.filings) == 1


def test_columns_that_the_mapping_does_not_know_are_refused(
    catalog: Catalog, tmp_path: Path
) -> None:
    mapping = MAPPING.replace("column: 設立年月日", "column: 設立日")
    with pytest.raises(BadInput) as refusal:
        export(catalog, tmp_path, ROW, mapping=mapping)
    assert (refusal.value.members["missing"], refusal.value.members["added"]) == (
        ["設立日"],
        ["設立年月日"],
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_encoding_and_delimiter_are_found(encoding: str, delimiter: str) -> None:
    grid = read_grid(text_of(HEAD, ROW, ROW, delimiter=delimiter).encode(encoding))
    assert [line.cells for line in grid.lines] == [tuple(HEAD), tuple(ROW), tuple(ROW)]
    assert (grid.encoding, grid.delimiter) == (encoding, delimiter)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "空"),
        (b" \n\n", "空"),
        (text_of(["法人番号", "名称"], ["1", "株式会社見本"]).encode("euc_jp"), "EUC-JP"),
        ("見出し\n値".encode() + b"\xff\xff", "2行目が UTF-8 として"),
        ("見出し,値\n".encode() * 9 + b"\x93\xfa\n", "10行目が UTF-8 として"),
        (archive_of("xl/workbook.xml", "xl/vbaProject.bin"), "マクロ"),
        (archive_of("xl/workbook.xml", content=b'<!DOCTYPE a [<!ENTITY b "c">]>'), "壊れて"),
        (b"a,b\n\0,1\n", "NUL"),
        (b'a,b\n"open,1\n', "引用符"),
        (b"a,b\n" + b"x" * 1_000_000 + b",1\n", "大きすぎ"),
        (b"a,b\n" + b"x" * (MAX_CELL + 1) + b",1\n", "大きすぎ"),
        (b"PK\x03\x04broken", "壊れて"),
        (b"\xd0\xcf\x11\xe0old", ".xls"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(content: bytes, why: str) -> None:
    with pytest.raises(BadInput) as refusal:
        read_grid(content)
    assert why in refusal.value.sentence


def test_the_header_is_found_below_titles_and_in_two_lines(catalog: Catalog) -> None:
    known = known_labels(catalog, "04")
    titled = read_grid(text_of(["申請一覧"], ["出力日", "2025/06/01"], [], HEAD, ROW).encode())
    assert find_header(titled, known) == Header(4)
    upper = ["申請", "", "事業者識別", "", "連絡先", ""]
    lower = ["申請番号", "申請日", "商号または名称", "設立年月日", "名称", "電話番号"]
    row = ["A-1", "2025/5/7", "見本", "R3.4.1", "総務課", "03-0000-0000"]
    double = read_grid(text_of(["一覧"], upper, lower, row).encode())
    header = find_header(double, known)
    assert header in (Header(2, 2), Header(3))
    table = table_of(double, Header(2, 2))
    assert table.names[-1] == "連絡先/電話番号"
    assert propose(catalog, "04", table)[-1].field.key == "contact_point.phone"


def test_a_heading_that_stands_twice_gets_a_number_and_is_left_open(catalog: Catalog) -> None:
    grid = read_grid(text_of(["申請日", "申請日"], ["2025/5/7", "2025/5/8"]).encode())
    table = table_of(grid, Header(1))
    assert table.names == ("申請日 [1]", "申請日 [2]")
    assert [each.field for each in propose(catalog, "04", table)] == [None, None]


def test_a_workbook_reads_as_a_csv_would() -> None:
    book = openpyxl.Workbook()
    book.active.append(["番号", "日", "割合", "数", "小数", "式", "有無", "空"])
    book.active.append(["0012", date(2025, 5, 7), 0.125, 12, 1.5, "=1+1", True, None])
    book.active["C2"].number_format = "0.0%"
    stream = io.BytesIO()
    book.save(stream)
    grid = read_grid(stream.getvalue())
    assert grid.lines[1].cells == ("0012", "2025-05-07", "12.5%", "12", "1.5", "=1+1", "TRUE")
    assert is_formula(grid.lines[1].cells[5])
    book.create_sheet("別").append(["x"])
    stream = io.BytesIO()
    book.save(stream)
    with pytest.raises(BadInput, match="--sheet"):
        read_grid(stream.getvalue())
    assert read_grid(stream.getvalue(), sheet="別").lines[0].cells == ("x",)


def test_excel_s_text_that_keeps_its_zero_is_a_text() -> None:
    grid = read_grid('番号,b\n"=""0012""",1\n'.encode())
    assert grid.lines[1].cells[0] == "0012"
    assert not is_formula("0012")
    assert not any(map(is_formula, ["-100", "+81-3-0000", "@home", "-"]))


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        ("confirmed: true", "confirmed: false", 2, "人が確かめた印"),
        ('programme: "04"', 'programme: "99"', 1, "制度番号"),
        ("key:", "keys:", 4, "keys は知らない名前"),
        (
            "item: business_identity.capital_yen",
            "item: business_identity.capital_yem",
            15,
            "データモデルに",
        ),
        ("item: business_identity.capital_yen", "item: yorozu.center_name", 15, "この制度の様式"),
        ("unit: 千円", "unit: 千人", 15, "千人 では"),
        ("unit: 千円", "unti: 千円", 15, "unti は知らない名前"),
        ("officer.name, row: 2", "officer.name, row: 1", 18, "officer.name に"),
        ("column: 設立年月日", "column: 申請番号", 16, "二度"),
        ('"@status": filed', '"@status": sent', 9, "@status の値"),
        ('"@status": filed', '"@status": ""', 9, "決まっていません"),
        ('  "@status": filed\n', "", 11, "申請状態"),
        ('item: "@business.corporate_number"', 'item: ""', 11, "事業者を特定"),
        ("established_on}", "established_on, row: 1}", 16, "繰り返さない"),
        ("established_on}", 'established_on, separator: "、"}', 16, "値が一つ"),
        ("established_on}", "established_on, values: {a: b}}", 16, "values"),
        ("{header_row: 1}", "{header_row: 0}", 3, "header_row"),
        ("{header_row: 1}", "{encoding: latin-1}", 3, "encoding"),
        ('key: ""', "key: 番号", 4, "番号"),
        ("columns:", "columns: 1\nother:", 12, "列の並び"),
        ("fixed:", "fixed:\n\t- x", 6, "YAML"),
    ],
)
def test_a_mapping_that_is_wrong_says_where_and_how(
    catalog: Catalog, tmp_path: Path, old: str, new: str, line: int, what: str
) -> None:
    assert old in MAPPING
    path = tmp_path / "map.yaml"
    path.write_text(MAPPING.replace(old, new, 1), "utf-8")
    with pytest.raises(BadInput) as refusal:
        load_mapping(catalog, path)
    found: list[dict[str, Any]] = refusal.value.members["faults"]
    said = [each for each in found if what in each["what"]]
    assert said, found
    assert all(each["why"].endswith("。") for each in found)
    assert any(abs(int(each["where"].rpartition(":")[2]) - line) <= 2 for each in said), said


def test_a_proposal_becomes_a_mapping_that_loads_once_confirmed(
    catalog: Catalog, tmp_path: Path
) -> None:
    rows = [[*ROW[:4], "2025/5/7", "申請済", "同意する"] for _ in range(3)]
    head = [*HEAD[:4], "申請日", "申請状態", "二次利用の同意の回答"]
    grid = read_grid(text_of(head, *rows).encode())
    table = table_of(grid, find_header(grid, known_labels(catalog, "04")))
    text = mapping_text(catalog, "04", grid, table, propose(catalog, "04", table))
    assert not any(cell in text for cell in ("6900000000011", "R3.4.1"))
    path = tmp_path / "map.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(BadInput, match="人が確かめた印"):
        load_mapping(catalog, path)
    path.write_text(text.replace("confirmed: false", "confirmed: true"), "utf-8")
    mapping = load_mapping(catalog, path)
    assert [each.unit for each in mapping.columns][2] == "千円"
