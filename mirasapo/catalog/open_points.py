"""open_points.md: the code items that have no closed list, each with the reason."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from mirasapo.catalog.model import Item
    from mirasapo.catalog.source import Source

OPEN_POINTS = "open_points.md"
_ROW = re.compile(r"\| `(?P<key>[^`]*)`(?P<label>[^|]*)\|(?P<reason>[^|]*)\|")


def resolve_open_points(
    source: Source, items: Mapping[str, Item], refused: Collection[str]
) -> dict[str, str]:
    """Reason by item key, from the rows of the document's tables that begin with an item key.

    A row about an item that needs none (it has a list, it is no code, it is gone) is reported.
    """
    reasons: dict[str, str] = {}
    for line, text in source.lines(OPEN_POINTS):
        row = _ROW.match(text)
        if row is None:
            continue
        key, label, reason = (row[name].strip() for name in ("key", "label", "reason"))
        item = items.get(key)
        if item is None:
            if key not in refused:  # an item that was refused has its own problem
                _report(
                    source, line, f"項目 {key} がデータモデルにありません。", "綴りを直します。"
                )
            continue
        if key in reasons:
            _report(source, line, f"{key} は二度書かれています。", "片方の行を消します。")
        if item.codes is not None or item.type != "code":
            what = f"{key} は、もう未決ではありません。"
            _report(source, line, what, "コード表のある項目の行は消します。")
        if label != item.label_ja:
            what = f"{key} の名称は「{item.label_ja}」です。"
            _report(source, line, what, "行の名称を項目に合わせます。")
        if not reason:
            what = f"{key} にコード表のない理由がありません。"
            _report(source, line, what, "理由の欄に書きます。")
        reasons[key] = reason
    return reasons


def _report(source: Source, line: int, what: str, cure: str) -> None:
    source.report(OPEN_POINTS, line, what, cure)
