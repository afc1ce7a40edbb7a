"""open_points.md: which items wait for a form's original or for a decision, and why."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from mirasapo.catalog.source import Source

OPEN_POINTS = "open_points.md"
_KEY = re.compile(r"`([a-z_0-9]+\.[a-z_0-9]+)`")


def read_open_points(source: Source, written: Collection[str]) -> dict[str, str]:
    """Item key → what is open about it: the rows whose first cell names items by their keys.

    A key that no row of the model is written under is reported with its line.
    """
    points: dict[str, str] = {}
    for number, line in enumerate(source.lines(OPEN_POINTS), 1):
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if not line.startswith("|") or len(cells) < 2:  # noqa: PLR2004 — the item and the reason
            continue
        for key in _KEY.findall(cells[0]):
            if key not in written:
                source.report(OPEN_POINTS, number, f"項目 {key} がデータモデルにありません。")
            points[key] = cells[1]
    return points
