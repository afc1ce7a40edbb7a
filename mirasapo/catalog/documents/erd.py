"""The logical model: one entity-relationship diagram an area, its keys readable at normal zoom.

A filing stands at the top; a trunk leads down every column to the tables of each entity, and from an
entity to its repeat groups. So no line crosses another, and the layout follows from the order of the
data model alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mirasapo.catalog.documents.svg import FAINT, INK, Drawing, cut
from mirasapo.catalog.documents.words import DOMAINS_JA

if TYPE_CHECKING:
    from mirasapo.catalog.area import Area
    from mirasapo.catalog.model import Catalog, Item, TableShape

_WIDTH, _INDENT, _GUTTER = 468, 26, 40
_HEAD, _ROW, _GAP = 46, 21, 16
_TOP = 168  # where the columns begin, below title, legend and the filing
_MARGIN, _COLUMNS = 24, 3
_FILLS = {"generic": "#ddf4ff", "specific": "#fff1d6"}


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a box: key role, Japanese, column, and the item where it is one."""

    role: str
    said: str
    column: str
    item: Item | None = None


@dataclass(frozen=True, slots=True)
class _Box:
    """A table with the lines that are shown of it."""

    table: TableShape
    lines: tuple[_Line, ...]

    @property
    def height(self) -> int:
        return _HEAD + _ROW * len(self.lines) + 6


def diagrams(catalog: Catalog) -> dict[str, str]:
    """File name → SVG, one per area."""
    return {f"erd_{area.name}.svg": _diagram(catalog, area) for area in catalog.areas}


def tables_of(catalog: Catalog, area: Area) -> list[TableShape]:
    """The tables of an area, each entity's own table before its repeat groups."""
    entities: dict[str, list[TableShape]] = {}
    for table in catalog.tables:
        if table.items[0].category in area.categories:
            entities.setdefault(table.entity, []).append(table)
    return [
        table
        for group in entities.values()
        for table in sorted(group, key=lambda each: each.repeated)
    ]


def _diagram(catalog: Catalog, area: Area) -> str:
    boxes = [_Box(table, _lines(table)) for table in tables_of(catalog, area)]
    columns = _columns(boxes)
    items = sum(len(box.table.items) for box in boxes)
    domain = DOMAINS_JA[area.domain]
    drawing = Drawing(f"{domain} {area.label_ja} の実体関連図")
    step = _GUTTER + _WIDTH + _INDENT
    width = 2 * _MARGIN + step * _COLUMNS
    drawing.words(
        _MARGIN, 40, f"{domain}: {area.label_ja}({len(boxes)}表 {items}項目)", 22, bold=True
    )
    drawing.words(
        _MARGIN,
        64,
        "PK 主キー・AK 代替キー・FK 外部キー。線の端: | は1行、三つ又は0行以上。"
        "[M] はマスタの表 core.<表> もある。",
        13,
        ink=FAINT,
    )
    drawing.words(
        _MARGIN,
        84,
        "表は core.filing_<表>。PK の申請と版は、申請 core.filing への FK でもある。"
        "行を見分ける項目があっても、物理の主キーは申請・版・行番号 row_no。",
        13,
        ink=FAINT,
    )
    drawing.box(_MARGIN, 98, width - 2 * _MARGIN, 40, "#eaeef2")
    drawing.words(_MARGIN + 12, 123, "申請  core.filing", 15, bold=True)
    drawing.words(
        _MARGIN + 170, 123, "PK 申請 filing_id、PK 版 version_no、FK 事業者 business_id", 13
    )
    bottoms = [
        _draw_column(drawing, column, _MARGIN + number * step)
        for number, column in enumerate(columns)
    ]
    return drawing.text(width, max(bottoms) + _MARGIN)


def _lines(table: TableShape) -> tuple[_Line, ...]:
    lines = [_Line("PK FK", "申請・版", "filing_id, version_no")]
    if table.repeated and not table.row_key_items:
        lines.append(_Line("PK", "行番号", "row_no"))
    keys = [item for item in table.items if item.key_role]
    lines += (_Line(item.key_role or "", item.label_ja, _named(item), item) for item in keys)
    lines.append(_Line("", f"全 {len(table.items)} 項目", ""))
    return tuple(lines)


def _named(item: Item) -> str:
    """The column, with what it names where no line can be drawn to that: a code list."""
    elsewhere = item.references is not None and "." not in item.references
    return f"{item.column} → コード表 {item.references}" if elsewhere else item.column


def _columns(boxes: list[_Box]) -> list[list[_Box]]:
    """The boxes in columns of about the same height; an entity is never torn apart."""
    entities: dict[str, list[_Box]] = {}
    for box in boxes:
        entities.setdefault(box.table.entity, []).append(box)
    columns: list[list[str]] = [[] for _ in range(_COLUMNS)]
    filled = [0] * _COLUMNS
    height = {name: sum(box.height + _GAP for box in group) for name, group in entities.items()}
    for name in sorted(entities, key=lambda name: -height[name]):
        shortest = filled.index(min(filled))
        columns[shortest].append(name)
        filled[shortest] += height[name]
    return [
        [box for name, group in entities.items() if name in column for box in group]
        for column in columns
    ]


def _draw_column(drawing: Drawing, boxes: list[_Box], left: int) -> int:
    """Draw one column below its trunk; where it ends."""
    trunk, x = left + 14, left + _GUTTER
    y, joint, parent, inner = _TOP, _TOP, "", 0
    places: dict[Item, tuple[int, int]] = {}
    for box in boxes:
        nested = box.table.entity == parent and box.table.repeated and inner > 0
        middle = y + _HEAD // 2
        if nested:
            start = x + _INDENT
            drawing.line((x + 10, inner), (x + 10, middle), (start, middle))
        else:
            start = x
            joint = middle
            drawing.line((trunk, middle), (start, middle))
            inner = 0
        (drawing.crow if box.table.repeated else drawing.bar)(start, middle)
        places |= _draw_box(drawing, box, start, y)
        if not box.table.repeated:
            parent, inner = box.table.entity, y + box.height
        y += box.height + _GAP
    drawing.line((trunk, 138), (trunk, joint))
    _join(drawing, places)
    return y


def _draw_box(drawing: Drawing, box: _Box, x: int, y: int) -> dict[Item, tuple[int, int]]:
    """Draw one table; the right end of every item's line."""
    drawing.box(x, y, _WIDTH, box.height, "#ffffff")
    drawing.box(x, y, _WIDTH, _HEAD, _FILLS[box.table.domain])
    title = cut(box.table.label_ja, 15, _WIDTH - 60)
    drawing.words(x + 10, y + 20, title, 15, bold=True)
    drawing.words(x + 10, y + 38, box.table.name, 12, ink=FAINT)
    if box.table.domain == "generic" and box.table.in_master:
        drawing.words(x + _WIDTH - 32, y + 20, "[M]", 12, ink=FAINT)
    places: dict[Item, tuple[int, int]] = {}
    for number, line in enumerate(box.lines, 1):
        base = y + _HEAD + _ROW * number - 3
        drawing.words(x + 10, base, line.role, 12, bold=True, ink=FAINT)
        said = f"{line.said}  {line.column}".rstrip()
        ink = INK if line.role else FAINT
        drawing.words(x + 58, base, cut(said, 13, _WIDTH - 66), 13, ink=ink)
        if line.item is not None:
            places[line.item] = (x + _WIDTH, base - 5)
    return places


def _join(drawing: Drawing, places: dict[Item, tuple[int, int]]) -> None:
    """Dashed lines on the right from an item to the item that it names, within a column."""
    by_key = {item.key: place for item, place in places.items()}
    for lane, (item, (x, y)) in enumerate(
        (item, place) for item, place in places.items() if item.references in by_key
    ):
        target = by_key[item.references or ""]
        bend = x + 8 + 7 * lane
        drawing.line((x, y), (bend, y), (bend, target[1]), target, dashed=True)
