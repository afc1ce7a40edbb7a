"""The conceptual model: the two domains, their areas and the entities of each, on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirasapo.catalog.documents.svg import FAINT, Drawing, cut
from mirasapo.catalog.documents.words import DOMAINS_JA
from mirasapo.catalog.model import DOMAINS

if TYPE_CHECKING:
    from mirasapo.catalog.area import Area
    from mirasapo.catalog.model import Catalog

_WIDTH, _GAP, _MARGIN = 330, 16, 24
_HEAD, _ROW = 40, 23
_TOP = 190
_COLUMNS = 2  # of each domain
_KEPT = {
    "generic": "申請ごとに保管し、マスタを更新する。制度をこえて重複が多い項目",
    "specific": "申請ごとに保管する。制度をこえた重複が少ない項目",
}
_FILLS = {"generic": ("#ddf4ff", "#f3faff"), "specific": ("#fff1d6", "#fffaf0")}


def area_map(catalog: Catalog) -> str:
    """The map as SVG."""
    drawing = Drawing("ミラサポconnect 概念データモデル")
    domain_width = _COLUMNS * _WIDTH + (_COLUMNS + 1) * _GAP
    width = 2 * _MARGIN + 2 * domain_width + _GAP
    programmes = len(catalog.programmes)
    drawing.words(_MARGIN, 42, "概念データモデル", 24, bold=True)
    drawing.words(
        _MARGIN + 220,
        42,
        f"{programmes}制度の申請・届出を {len(catalog.items):,} 項目に集約"
        "(件数は令和3年度報告書、項目の選定は本プロジェクト)",
        14,
        ink=FAINT,
    )
    drawing.box(_MARGIN, 60, width - 2 * _MARGIN, 40, "#eaeef2")
    drawing.words(
        _MARGIN + 14, 86, f"申請・届出({programmes}制度) 1件ごとに、版とともに", 16, bold=True
    )
    heights = []
    for number, domain in enumerate(DOMAINS):
        left = _MARGIN + number * (domain_width + _GAP)
        middle = left + domain_width // 2
        drawing.line((middle, 100), (middle, 116))
        heights.append(_height(catalog, domain))
    tallest = max(heights)
    for number, domain in enumerate(DOMAINS):
        left = _MARGIN + number * (domain_width + _GAP)
        _draw_domain(drawing, catalog, domain, left, domain_width, tallest)
    bottom = _TOP + tallest
    middle = _MARGIN + domain_width // 2
    drawing.line((middle, bottom), (middle, bottom + 24))
    drawing.box(_MARGIN, bottom + 24, domain_width, 40, "#eaeef2")
    drawing.words(
        _MARGIN + 14, bottom + 50, "マスタ: 事業者ごとの最新情報(値ごとに出所つき)", 16, bold=True
    )
    return drawing.text(width, bottom + 64 + _MARGIN)


def _areas(catalog: Catalog, domain: str) -> list[list[Area]]:
    """The areas of a domain in columns of about the same height."""
    columns: list[list[Area]] = [[] for _ in range(_COLUMNS)]
    for area in catalog.areas:
        if area.domain == domain:
            min(columns, key=_column_height).append(area)
    return columns


def _column_height(areas: list[Area]) -> int:
    return sum(_HEAD + _ROW * len(area.categories) + 12 + _GAP for area in areas)


def _height(catalog: Catalog, domain: str) -> int:
    return max(map(_column_height, _areas(catalog, domain)))


def _draw_domain(
    drawing: Drawing, catalog: Catalog, domain: str, left: int, width: int, height: int
) -> None:
    strong, soft = _FILLS[domain]
    items = sum(item.domain == domain for item in catalog.items)
    drawing.box(left, 116, width, _TOP - 116 + height, soft)
    drawing.words(left + _GAP, 144, f"{DOMAINS_JA[domain]}データの領域: {items}項目", 19, bold=True)
    drawing.words(left + _GAP, 168, _KEPT[domain], 14, ink=FAINT)
    for number, column in enumerate(_areas(catalog, domain)):
        x, y = left + _GAP + number * (_WIDTH + _GAP), _TOP
        for area in column:
            y = _draw_area(drawing, catalog, area, x, y, strong)


def _draw_area(drawing: Drawing, catalog: Catalog, area: Area, x: int, y: int, fill: str) -> int:
    """Draw one area with its entities; where the next begins."""
    counts = {
        category: sum(item.category == category for item in catalog.items)
        for category in area.categories
    }
    height = _HEAD + _ROW * len(counts) + 12
    drawing.box(x, y, _WIDTH, height, "#ffffff")
    drawing.box(x, y, _WIDTH, _HEAD - 6, fill)
    drawing.words(x + 12, y + 23, f"{area.label_ja} {sum(counts.values())}", 15, bold=True)
    for number, (category, count) in enumerate(counts.items(), 1):
        base = y + _HEAD + _ROW * number - 6
        drawing.words(x + 12, base, cut(catalog.categories[category], 13, _WIDTH - 50), 13)
        drawing.words(x + _WIDTH - 14, base, str(count), 13, ink=FAINT, to_the_left=True)
    return y + height + _GAP
