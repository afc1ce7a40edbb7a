"""The rulebook as one HTML and one PDF: complete, self-contained, readable without our fonts."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from playwright.sync_api import sync_playwright
from pypdf import PdfReader

from mirasapo.catalog import load_policy
from mirasapo.catalog.rulebook import load_rules
from tests.browser.visit import FLAGS, chromium, lacking

ROOT = Path(__file__).parents[2]
RULES = load_rules()
REPORT_TITLES = [  # the report's table of the rulebook, its wide brackets made narrow
    "1 サマリー",
    "2 中小企業庁DXビジョン",
    "3 DXビジョン達成に向けたデータ利活用や連携を前提としたシステム設計の重要性",
    "4 データ利活用・データ連携の意義(原課視点)",
    "5 政府全体方針(参考)",
    "6 ミラサポconnectへのデータ連携概要",
    "7 共通基盤(Jグランツ、Gビズフォーム)からミラサポconnectへのデータ連携",
    "8 制度個別システムからミラサポconnectへのデータ連携",
    "9 ワンスオンリーを実現するための制度個別システム構築",
    "10 中小企業庁全体のデータ利活用(PUSH型の情報発信、EBPM等)のために取得を依頼したいデータ項目",
    "11 データの二次利用に関する同意取得",
    "12 相談先・問い合わせ先・参考リンク等",
]


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    path = ROOT / "scripts" / "rulebook_book.py"
    spec = importlib.util.spec_from_file_location("rulebook_book", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def book(maker: ModuleType) -> str:
    return maker.book()


def test_the_committed_html_is_fresh(maker: ModuleType, book: str) -> None:
    assert maker.HTML.read_text("utf-8") == book
    assert maker.book() == book


def test_every_rule_and_chapter_has_its_place(book: str) -> None:
    ids = re.findall(r' id="([^"]+)"', book)
    assert len(ids) == len(set(ids))
    assert {rule.id for rule in RULES} <= set(ids)
    for rule in RULES:
        assert rule.sentence in book
        assert book.count(f'<tr id="{rule.id}">') == 1
    for terms in load_policy().terms:
        assert terms.version in ids


def test_links_lead_inside_or_to_a_public_site(book: str) -> None:
    ids = set(re.findall(r' id="([^"]+)"', book))
    links = re.findall(r'href="([^"]+)"', book)
    assert {link for link in links if link.startswith("#")} <= {f"#{name}" for name in ids}
    assert all(link.startswith(("#", "https://")) for link in links)


def test_nothing_is_fetched_from_another_host(book: str) -> None:
    assert re.findall(r"<(?:script|link|img|iframe|object|embed)\b|@import|url\(", book) == []


@pytest.fixture(scope="module")
def pdf(maker: ModuleType, book: str, tmp_path_factory) -> Iterator[PdfReader]:
    missing = lacking()
    if missing:
        pytest.skip(missing)
    path = tmp_path_factory.mktemp("book") / "rulebook.pdf"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        maker.print_pdf(browser, book, path)
        browser.close()
    with PdfReader(path) as reader:
        yield reader


@pytest.mark.browser
def test_all_fonts_of_the_pdf_are_embedded(pdf: PdfReader) -> None:
    fonts = [font for page in pdf.pages for font in _fonts(page)]
    assert fonts
    assert [name for name, embedded in fonts if not embedded] == []
    assert any("Noto" in name and "CJK" in name for name, _ in fonts)


def _fonts(page: Any) -> Iterator[tuple[str, bool]]:
    resources = page["/Resources"].get_object()
    for font in resources.get("/Font", {}).values():
        known = font.get_object()
        if known["/Subtype"] == "/Type3":  # the glyphs are drawn in the file itself
            yield known.get("/FontDescriptor", {}).get("/FontName", "Type3"), "/CharProcs" in known
            continue
        base = known["/DescendantFonts"][0].get_object() if "/DescendantFonts" in known else known
        descriptor = base["/FontDescriptor"].get_object()
        yield known["/BaseFont"], any(f"/FontFile{n}" in descriptor for n in ("", "2", "3"))


@pytest.mark.browser
def test_japanese_text_can_be_taken_from_the_pdf(pdf: PdfReader) -> None:
    text = _squeezed("".join(page.extract_text() for page in pdf.pages))
    for rule in RULES:
        assert rule.id in text
    for words in ("ルールブック", "中小企業庁DXビジョン", "データの二次利用に関する同意取得"):
        assert words in text
    assert (
        sorted(set(re.findall(r"[\u2e80-\u2fdf\ufb00-\ufb04]", text))) == []
    )  # radicals, ligatures
    found = sum(_squeezed(rule.sentence) in text for rule in RULES)
    assert found == len(RULES)


@pytest.mark.browser
def test_the_pdf_is_a_book_without_paths_of_a_machine(pdf: PdfReader) -> None:
    assert len(pdf.pages) >= 20
    assert pdf.metadata.title == "ミラサポconnect ルールブック"
    titles = [each.title for each in pdf.outline if not isinstance(each, list)]
    assert sum(bool(re.match(r"\d+ ", title)) for title in titles) == 12
    uris = [
        str(note["/A"]["/URI"])
        for page in pdf.pages
        for note in (each.get_object() for each in page.get("/Annots", []))
        if "/URI" in note.get("/A", {})
    ]
    assert all(uri.startswith("https://") for uri in uris)


@pytest.mark.browser
def test_no_page_holds_only_a_few_lines(pdf: PdfReader) -> None:
    *pages, _last = [len(_squeezed(page.extract_text())) for page in pdf.pages]
    assert [number for number, length in enumerate(pages, 1) if length < 400] == []


def test_the_chapters_have_the_titles_of_the_report(book: str) -> None:
    titles = re.findall(r"<h1>(\d+ [^<]+)</h1>", book)
    assert titles == REPORT_TITLES


def _squeezed(text: str) -> str:
    """Without blanks and line ends: where a line breaks is the printer's choice."""
    return re.sub(r"\s", "", text)
