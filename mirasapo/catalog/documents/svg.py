"""Plain SVG: boxes, lines and texts at given places, in a file that needs no other."""

from __future__ import annotations

import unicodedata
from html import escape

FONT = "'Noto Sans JP','Noto Sans CJK JP','Yu Gothic','Hiragino Sans',Meiryo,sans-serif"
INK, FAINT, LINE, PAPER = "#1b1f24", "#57606a", "#8c959f", "#ffffff"
_FULL, _HALF = 1.0, 0.58  # widths in em, of full-width and other characters
_WIDE = ("W", "F", "A")


class Drawing:
    """What has been drawn so far; `text()` is the file."""

    def __init__(self, title: str) -> None:
        self.title = title
        self._parts: list[str] = []

    def box(self, x: int, y: int, width: int, height: int, fill: str, stroke: str = LINE) -> None:
        """A rectangle with slightly round corners."""
        self._parts.append(
            f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="4" '
            f'fill="{fill}" stroke="{stroke}"/>'
        )

    def line(self, *points: tuple[int, int], dashed: bool = False) -> None:
        """A line through the points."""
        path = " ".join(f"{x},{y}" for x, y in points)
        dash = ' stroke-dasharray="5 4"' if dashed else ""
        self._parts.append(
            f'<polyline points="{path}" fill="none" stroke="{FAINT}" stroke-width="1.5"{dash}/>'
        )

    def crow(self, x: int, y: int) -> None:
        """The end of a line that arrives from the left and stands for many: a crow's foot."""
        for end in (y - 6, y + 6):
            self.line((x - 10, y), (x, end))

    def bar(self, x: int, y: int) -> None:
        """The end of a line that arrives from the left and stands for one: a stroke across."""
        self.line((x - 7, y - 6), (x - 7, y + 6))

    def words(
        self,
        x: int,
        y: int,
        said: str,
        size: int = 14,
        *,
        ink: str = INK,
        bold: bool = False,
        to_the_left: bool = False,
    ) -> None:
        """A text whose baseline begins at x, y, or ends there."""
        weight = ' font-weight="700"' if bold else ""
        anchor = ' text-anchor="end"' if to_the_left else ""
        self._parts.append(
            f'<text x="{x}" y="{y}" font-size="{size}" fill="{ink}"{weight}{anchor}>'
            f"{escape(said)}</text>"
        )

    def text(self, width: int, height: int) -> str:
        """The whole file."""
        return "\n".join(
            [
                f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"',
                f' width="{width}" height="{height}" role="img" font-family="{FONT}">',
                f"<title>{escape(self.title)}</title>",
                f'<rect width="{width}" height="{height}" fill="{PAPER}"/>',
                *self._parts,
                "</svg>\n",
            ]
        )


def width_of(said: str, size: int) -> int:
    """About how many points wide a text of this size is."""
    ems = sum(_FULL if unicodedata.east_asian_width(c) in _WIDE else _HALF for c in said)
    return round(ems * size)


def cut(said: str, size: int, width: int) -> str:
    """The text, shortened with … to stay within a width."""
    if width_of(said, size) <= width:
        return said
    while said and width_of(f"{said}…", size) > width:
        said = said[:-1]
    return f"{said}…"
