"""Names that people read: not empty, not twice, in the characters that the forms use."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mirasapo.catalog.source import Source

_WIDE = re.compile(r"[\uff01-\uff5d]")  # letters, digits and marks that have a narrow form


def label_faults(label: str) -> Iterator[tuple[str, str]]:
    """What is wrong with one Japanese name, and how to put it right."""
    if not label.strip():
        yield "名称が空です。", "名称を書きます。"
    elif label != label.strip():
        yield f"名称「{label}」の前後に余白があります。", "余白を除きます。"
    if wide := _WIDE.search(label):
        yield f"名称「{label}」に全角の {wide[0]} があります。", "英数字と括弧は半角で書きます。"


def check_labels(source: Source, file: str, labels: Iterable[tuple[int, str]]) -> None:
    """Report the names of one file, each with its line; the same name twice means two things."""
    lines: dict[str, int] = {}
    for line, label in labels:
        for what, cure in label_faults(label):
            source.report(file, line, what, cure)
        if label.strip() and lines.setdefault(label, line) != line:
            what = f"名称「{label}」は {lines[label]} 行目にもあります。"
            source.report(file, line, what, "違うものなら名称を分けます。")
