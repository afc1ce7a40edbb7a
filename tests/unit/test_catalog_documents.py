"""The documents that people read: diagrams, dictionary, workbook, the page of the programmes."""

from __future__ import annotations

import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from openpyxl import Workbook, load_workbook
from typer.testing import CliRunner

from mirasapo.catalog import Catalog, Policy
from mirasapo.catalog.documents import documents, is_fresh
from mirasapo.catalog.documents.area_map import area_map
from mirasapo.catalog.documents.dictionary import dictionary
from mirasapo.catalog.documents.erd import diagrams, tables_of
from mirasapo.catalog.documents.programmes import programme_page
from mirasapo.catalog.documents.svg import cut, width_of
from mirasapo.catalog.documents.workbook import attribute_workbook
from mirasapo.cli import model

SVG = "{http://www.w3.org/2000/svg}"
MOST_BOXES = 25  # of one diagram, so that its keys can be read


def texts(svg: str) -> list[str]:
    return [each.text or "" for each in ET.fromstring(svg).iter(f"{SVG}text")]  # noqa: S314


@pytest.fixture(scope="module")
def page(catalog: Catalog, policy: Policy) -> str:
    return dictionary(catalog, policy)


@pytest.fixture(scope="module")
def workbook(catalog: Catalog, policy: Policy) -> bytes:
    return attribute_workbook(catalog, policy)


@pytest.fixture(scope="module")
def book(workbook: bytes) -> Workbook:
    return load_workbook(io.BytesIO(workbook))


def test_every_table_stands_in_one_diagram_of_a_readable_size(catalog: Catalog) -> None:
    shown = [table.name for area in catalog.areas for table in tables_of(catalog, area)]
    assert sorted(shown) == sorted(table.name for table in catalog.tables)
    assert max(len(tables_of(catalog, area)) for area in catalog.areas) <= MOST_BOXES
    made = diagrams(catalog)
    for area in catalog.areas:
        said = texts(made[f"erd_{area.name}.svg"])
        for table in tables_of(catalog, area):
            assert {table.label_ja, table.name} <= set(said)


def test_every_key_of_the_model_stands_in_its_diagram(catalog: Catalog) -> None:
    made = "\n".join(line for svg in diagrams(catalog).values() for line in texts(svg))
    keys = [item for item in catalog.items if item.key_role]
    assert len(keys) > 20
    assert [k.key for k in keys if f"{k.label_ja}  {k.column}" not in made] == []
    assert "programme_as_filed → コード表 programme" in made


def test_a_line_leads_from_a_foreign_key_to_the_item_that_it_names(catalog: Catalog) -> None:
    inside = [i for i in catalog.items if i.references and "." in i.references]
    dashed = sum(svg.count("stroke-dasharray") for svg in diagrams(catalog).values())
    assert dashed == len(inside) == 2


def test_nothing_of_a_diagram_is_drawn_outside_its_page(catalog: Catalog) -> None:
    for svg in [*diagrams(catalog).values(), area_map(catalog)]:
        root = ET.fromstring(svg)  # noqa: S314
        width, height = int(root.attrib["width"]), int(root.attrib["height"])
        for box in root.iter(f"{SVG}rect"):
            x, y = int(box.attrib.get("x", 0)), int(box.attrib.get("y", 0))
            assert x + int(box.attrib["width"]) <= width
            assert y + int(box.attrib["height"]) <= height


def test_the_area_map_counts_every_category(catalog: Catalog) -> None:
    said = texts(area_map(catalog))
    assert "汎用データの領域: 443項目" in said
    assert "制度固有データの領域: 802項目" in said
    counted = [int(text) for text in said if text.isdecimal()]
    assert len(counted) == len(catalog.categories)
    assert sum(counted) == 1245


def test_a_long_label_is_cut_to_its_width() -> None:
    assert cut("事業者", 10, 100) == "事業者"
    assert cut("事業承継・引継ぎ補助金", 10, 60) == "事業承継・…"
    assert width_of(cut("事業承継・引継ぎ補助金", 10, 60), 10) <= 60


class Articles(HTMLParser):
    """The ids of the articles, and every address that the page would ask for."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "article":
            self.ids.append(given["id"] or "")
        self.addresses += [given[name] or "" for name in ("src", "href") if given.get(name)]


def test_the_dictionary_has_every_item_and_asks_no_other_host(catalog: Catalog, page: str) -> None:
    found = Articles()
    found.feed(page)
    assert sorted(found.ids) == sorted(item.key for item in catalog.items)
    assert all(address.startswith("#") for address in found.addresses)
    assert {a[1:] for a in found.addresses} - set(found.ids) == {
        f"code_list.{item.code_list}" for item in catalog.items if item.code_list
    }
    code = "".join(re.findall(r"<(?:style|script)>.*?</", page, re.DOTALL))
    assert len(code) > 3000
    assert not re.search(r"@import|url\(|fetch\(|XMLHttpRequest|https?:", code)


def test_the_dictionary_says_all_of_an_item(catalog: Catalog, policy: Policy, page: str) -> None:
    item = catalog.item("succession_subsidy.valuation_method")
    article = page.split(f'<article id="{item.key}"', 1)[1].split("</article>", 1)[0]
    for said in (
        item.definition,
        item.label_en,
        policy.data_classes[item.data_class],
        item.class_reason,
        item.master_reason,
        item.source,
        catalog.open_points[item.key],
    ):
        assert said in article


def test_the_dictionary_tells_the_survey(catalog: Catalog, page: str) -> None:
    named = [name for each in catalog.survey.priorities for name in each.programmes]
    assert len(named) == 24
    assert [name for name in named if f"{name}<" not in page] == []
    assert "<td>jGrants(一部 個別システム)</td>" in page
    assert page.count("<td>×※</td>") == 9


def test_the_workbook_has_four_sheets_with_filter_and_fixed_headings(book: Workbook) -> None:
    assert book.sheetnames == ["汎用", "制度固有", "コード表", "制度"]
    assert [book[name].max_row - 2 for name in ("汎用", "制度固有", "制度")] == [443, 802, 24]
    for sheet in book:
        assert sheet.freeze_panes.endswith("3")
        assert sheet.auto_filter.ref.startswith("A2:")
        assert min(each.width for each in sheet.column_dimensions.values()) >= 6
        assert [cell for row in sheet for cell in row if cell.data_type == "f"] == []
    assert "どの項目を選んだかは本プロジェクトの判断です" in book["汎用"]["A1"].value


def test_the_workbook_can_be_read_and_printed(book: Workbook) -> None:
    """Sentences wrap in rows high enough; number, category and name come again on each page."""
    for name in ("汎用", "制度固有"):
        sheet = book[name]
        [column] = [cell.column_letter for cell in sheet[2] if cell.value == "定義"]
        characters = sheet.column_dimensions[column].width * 5.25 // 11  # Japanese ones in a line
        for row in range(3, sheet.max_row + 1):
            cell = sheet[f"{column}{row}"]
            assert cell.alignment.wrap_text
            lines = -(-len(cell.value) // (2 * characters))  # at the very least
            assert sheet.row_dimensions[row].height >= lines * 11
        assert sheet.print_title_rows == "$2:$2"
        assert sheet.print_title_cols == "$A:$C"
        assert sheet.freeze_panes == "D3"
    assert book["コード表"].row_dimensions[2].height < book["汎用"].row_dimensions[2].height / 2


def test_the_workbook_says_all_of_an_item(catalog: Catalog, book: Workbook) -> None:
    sheet = book["汎用"]
    headings = [cell.value for cell in sheet[2]]
    rows = [dict(zip(headings, row, strict=True)) for row in sheet.iter_rows(3, values_only=True)]
    row = next(row for row in rows if row["項目キー"] == "finance.net_sales_yen")
    item = catalog.item("finance.net_sales_yen")
    assert (row["定義"], row["区分の理由"]) == (item.definition, item.class_reason)
    assert (row["更新の理由"], row["出典"]) == (item.master_reason, item.source)
    assert sum(row[h] == "●" for h in headings if h[:2].isdigit()) == len(item.programmes)


def test_documents_are_the_same_at_every_run(catalog: Catalog, policy: Policy) -> None:
    assert documents(catalog, policy) == documents(catalog, policy)


def test_a_workbook_is_compared_by_what_is_in_it(tmp_path: Path, workbook: bytes) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(b"PK no archive")
    assert not is_fresh(path, workbook)
    other = Workbook()
    other.save(path)
    assert not is_fresh(path, workbook)
    path.write_bytes(workbook)
    assert is_fresh(path, workbook)


def test_the_page_of_the_programmes_adds_up(catalog: Catalog) -> None:
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in programme_page(catalog).splitlines()
        if re.match(r"\| \d\d \|", line)
    ]
    assert [row[0] for row in rows] == list(catalog.programmes)
    for row in rows:
        form = catalog.form(row[0])
        every, generic, specific = (int(cell.replace(",", "")) for cell in row[2:5])
        assert generic == sum(item.domain == "generic" for item in form)
        assert generic + specific == every == len(form)
        assert row[5] == f"{generic / every:.0%}"
        assert int(row[6]) == sum(item.certainty == "confirmed" for item in form)
        assert int(row[7]) == sum(item.key in catalog.open_points for item in form)


def test_export_writes_the_workbook_and_the_dictionary(tmp_path: Path, page: str) -> None:
    out = tmp_path / "new" / "folder"
    said = CliRunner().invoke(model.app, ["export", "--out", str(out), "--json"])
    assert json.loads(said.stdout) == {
        "items": 1245,
        "written": [str(out / "attribute_list.xlsx"), str(out / "dictionary.html")],
    }
    assert (out / "dictionary.html").read_text(encoding="utf-8") == page
    assert load_workbook(out / "attribute_list.xlsx").sheetnames[0] == "汎用"


def test_export_into_a_file_is_refused(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.touch()
    said = CliRunner().invoke(model.app, ["export", "--out", str(taken)])
    assert "書き出せません" in str(said.exception)
