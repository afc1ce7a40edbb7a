"""Renders rulebook/ to one HTML and one PDF: `scripts/rulebook_book.py`.

    docs/generated/rulebook.html   committed: one file, no other host, the same bytes on every run
    build/rulebook.pdf             not committed: Chromium's, with its fonts embedded
    docs/pictures/rulebook_*.png   the first page of two chapters

Without Chromium or Japanese fonts only the HTML is written, and it is said why.
"""

from __future__ import annotations

import html
import re
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any

import mistune
from playwright.sync_api import sync_playwright
from pypdf import PdfWriter

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from mirasapo.catalog import load_policy  # noqa: E402
from mirasapo.catalog.rulebook import LEVELS, PROGRAMS, Rule, chapters, load_rules  # noqa: E402
from tests.browser.visit import FLAGS, chromium, lacking  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterable

    from playwright.sync_api import Browser

RULEBOOK = ROOT / "rulebook"
HTML = ROOT / "docs" / "generated" / "rulebook.html"
PDF = ROOT / "build" / "rulebook.pdf"
PICTURES = ROOT / "docs" / "pictures"
PICTURED = ("08_programme_systems", "11_consent")
TITLE = "ミラサポconnect ルールブック"
A4 = {"width": 794, "height": 1123}  # at 96 dots an inch
_MARGIN = 24
_BREAK = "\x1f"  # the end of a line inside a paragraph, until its neighbours are known
_NO_BLANK = re.compile(rf"(?<=[^\x00-\x7f]){_BREAK}(?=[^\x00-\x7f])")
# Noto draws some characters and their look-alikes (radicals, the hyphenation point) with one glyph, and
# Chromium then names the look-alike: a reader who searches for 人 or ・ would find nothing. NFKC knows
# the radicals of 2F00–2FDF, these it does not.
_ALIKE = dict(
    zip(
        "⺓⺝⺟⺠⺩⻁⻄⻆⻌⻑⻘⻝⻤⻨⻩⻭⻯⻲‧",
        "幺月母民王虎西角辶長青食鬼麦黄歯竜亀・",
        strict=True,
    )
)
_TO_ALIKE = re.compile(rb"(?<=> <)(2[EF][0-9A-F]{2}|2027)(?=>)")
_RULE = re.compile(r"R-[0-9]{2}-[0-9]{2}")
_FIRST_CELL = re.compile(r'<tr>\s*<td><a href="#(R-[0-9-]+)">R-[0-9-]+</a></td>')
STYLE = """
@page { size: A4; margin: 18mm 16mm 20mm; }
:root { color: #1a1a1c; background: #fff; }
body { font: 15px/1.8 "Noto Sans CJK JP", "Noto Sans JP", "Hiragino Sans", "Yu Gothic", sans-serif;
  max-width: 60rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; line-break: strict;
  font-variant-ligatures: none; }
h1 { font-size: 1.6em; line-height: 1.4; margin-top: 3em;
  border-bottom: 3px solid #0017c1; padding-bottom: .3em; }
h2 { font-size: 1.25em; margin-top: 2em; break-after: avoid; }
h3 { font-size: 1.05em; break-after: avoid; }
table { border-collapse: collapse; width: 100%; margin: 1em 0; }
th, td { border: 1px solid #8c8c8c; padding: .3em .6em; text-align: left; vertical-align: top; }
th { background: #e8f1fe; }
tr { break-inside: avoid; }
td:first-child { min-width: 5.5em; }
tr[id] td:nth-child(n+3), #rules :is(td, th):nth-child(-n+4) { white-space: nowrap; }
article:first-of-type td:nth-child(3) { white-space: nowrap; }
tr:target { background: #fff5c2; }
code, pre { font-family: "Noto Sans Mono CJK JP", "Noto Sans Mono", monospace; font-size: .9em; }
code { background: #f1f1f4; padding: .1em .3em; }
pre { background: #f1f1f4; padding: .8em; white-space: pre-wrap; line-height: 1.5; }
pre code { padding: 0; }
blockquote { border-left: 4px solid #8c8c8c; margin: 1em 0; padding: 0 1em; }
a { color: #0017c1; }
@media print {
  body { font-size: 9.5pt; line-height: 1.7; max-width: none; padding: 0; }
  article { break-before: auto; }  /* a chapter follows on: no page with two lines */
  h1 { margin-top: 2.5em; break-after: avoid; }
  article:first-of-type h1 { margin-top: 0; }
  thead, tbody tr:first-child { break-after: avoid; }
  a { text-decoration: none; }
}
"""


class _Renderer(mistune.HTMLRenderer):
    """Links between chapters lead inside the book; the number of a rule leads to its row."""

    def text(self, text: str) -> str:
        return _linked(super().text(text))

    def link(self, text: str, url: str, title: str | None = None) -> str:
        if url.startswith("https://"):
            return str(super().link(text, url, title))
        anchor = _anchor(url)
        return (
            f'<a href="#{anchor}">{text}</a>' if anchor else text
        )  # other files do not come along

    def softbreak(self) -> str:
        return _BREAK

    def block_code(self, code: str, info: str | None = None) -> str:  # noqa: ARG002
        return f"<pre><code>{html.escape(code)}</code></pre>\n"


def _anchor(url: str) -> str | None:
    """The chapter or the wording that a relative link leads to; None for what is not in the book."""
    path = RULEBOOK / url
    if path in chapters() or (path.parent.name == "consent_terms" and path.is_file()):
        return path.name.partition(".md")[0].removesuffix(".ja")
    return "terms" if path == RULEBOOK / "consent_terms" else None


def _linked(text: str) -> str:
    return _RULE.sub(lambda found: f'<a href="#{found[0]}">{found[0]}</a>', text)


_render = mistune.create_markdown(renderer=_Renderer(escape=True), plugins=["table", "url"])


def _markdown(text: str) -> str:
    """HTML of Markdown; a line end between Japanese characters is no blank."""
    return _NO_BLANK.sub("", str(_render(text))).replace(_BREAK, "\n")


def book() -> str:
    """The whole rulebook as one HTML document: chapters, the policy's table, wordings, all rules."""
    rules = load_rules()
    articles = [_article(path.stem, _chapter(path)) for path in chapters()]
    articles += [_article("policy", _policy()), _article("terms", _terms())]
    articles.append(_article("rules", _rules(rules)))
    return (
        '<!doctype html>\n<html lang="ja">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{TITLE}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        f"{''.join(articles)}</body>\n</html>\n"
    )


def _article(name: str, content: str) -> str:
    return f'<article id="{name}">\n{content}</article>\n'


def _chapter(path: Path) -> str:
    made = _markdown(path.read_text("utf-8"))
    return _FIRST_CELL.sub(r'<tr id="\1">\n  <td>\1</td>', made)


def _policy() -> str:
    policy = load_policy()
    rows = []
    for purpose, name in policy.purposes.items():
        open_to = {
            r: [c for p, c, to in policy.cells if (p, to) == (purpose, r)]
            for r in policy.recipients
        }
        classes = sorted({c for cells in open_to.values() for c in cells})
        given = [policy.recipients[r] for r, cells in open_to.items() if cells]
        named = "、".join(f"{c} {policy.data_classes[c]}" for c in classes)
        rows.append((f"{purpose} {name}", named, "、".join(given)))
    head = "<h1>付録1 データ利活用ポリシーの表</h1>\n"
    said = f"<p>{html.escape(policy.source)}。この表にない組には、何も開示しません。</p>\n"
    return head + said + _table(("利用目的", "データ区分", "提供先"), rows)


def _terms() -> str:
    parts = ["<h1>付録2 規約文言</h1>\n"]
    for terms in load_policy().terms:
        text = (RULEBOOK / terms.file).read_text("utf-8")
        made = _markdown(re.sub(r"^# ", "## ", text))
        parts.append(f'<section id="{terms.version}">\n{made}</section>\n')
    return "".join(parts)


def _rules(rules: Iterable[Rule]) -> str:
    rows = [
        (
            rule.id,
            LEVELS[rule.level],
            rule.who,
            PROGRAMS[rule.program],
            f"{rule.why_not}{rule.open}" or "ー",
        )
        for rule in rules
    ]
    head = "<h1>付録3 規則の一覧</h1>\n"
    return head + _table(
        ("番号", "強さ", "守る人", "確かめ方", "機械で確かめられない理由、足りないもの"), rows
    )


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    titles = "".join(f"<th>{html.escape(title)}</th>" for title in head)
    lines = [
        "<tr>" + "".join(f"<td>{_linked(html.escape(cell))}</td>" for cell in row) + "</tr>"
        for row in rows
    ]
    return f"<table>\n<thead><tr>{titles}</tr></thead>\n<tbody>\n{chr(10).join(lines)}\n</tbody>\n</table>\n"


def print_pdf(browser: Browser, document: str, target: Path) -> None:
    """Print the book on A4 with page numbers, bookmarks and embedded fonts."""
    footer = '<div style="width:100%;text-align:center;font-size:8px"><span class="pageNumber"></span></div>'
    options: dict[str, Any] = {"outline": True, "tagged": True, "prefer_css_page_size": True}
    page = browser.new_page()
    page.set_content(document)
    target.parent.mkdir(parents=True, exist_ok=True)
    page.pdf(
        path=target,
        display_header_footer=True,
        header_template="<span></span>",
        footer_template=footer,
        print_background=True,
        **options,
    )
    page.close()
    _name_characters(target)


def _name_characters(path: Path) -> None:
    """Name the characters that were meant, so that the text can be searched and copied."""
    writer = PdfWriter(clone_from=path)
    for page in writer.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            names = font.get_object().get("/ToUnicode")
            if names is not None:
                stream = names.get_object()
                stream.set_data(_TO_ALIKE.sub(_character, stream.get_data()))
    writer.write(path)


def _character(found: re.Match[bytes]) -> bytes:
    alike = chr(int(found[1], 16))
    character = _ALIKE.get(alike) or unicodedata.normalize("NFKC", alike)
    return f"{ord(character):04X}".encode()


def take_pictures(browser: Browser, document: str) -> None:
    """The first A4 of two chapters, as on the screen."""
    page = browser.new_page(viewport=A4)
    page.set_content(document)
    for name in PICTURED:
        top = page.evaluate("id => document.getElementById(id).offsetTop", name)
        clip = {"x": 0, "y": top - _MARGIN, **A4}
        page.screenshot(path=PICTURES / f"rulebook_{name[:2]}.png", clip=clip, full_page=True)
    page.close()


def main() -> int:
    """Write all that this machine can."""
    document = book()
    HTML.parent.mkdir(parents=True, exist_ok=True)
    HTML.write_text(document, "utf-8")
    print(f"{HTML.relative_to(ROOT)} {HTML.stat().st_size:,} bytes")
    missing = lacking()
    if missing:
        print(f"PDF は作れません: {missing}", file=sys.stderr)
        return 1
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        print_pdf(browser, document, PDF)
        take_pictures(browser, document)
        browser.close()
    print(f"{PDF.relative_to(ROOT)} {PDF.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
