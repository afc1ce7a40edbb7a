"""Published item keys: a key, and the type and unit of what is written under it, never change.

Systems of other bodies file under these keys, and filings of earlier years are kept under them. An
item that a form no longer has keeps its key and gets a `valid_until`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mirasapo.catalog.model import Item
    from mirasapo.catalog.source import Source

PUBLISHED = "published_keys.csv"
_COLUMNS = ("item", "type", "unit")


def check_published(source: Source, items: Mapping[str, Item]) -> None:
    """Report every published key that is gone or means something else, and every key not yet listed."""
    listed = set()
    for line, row in source.rows(PUBLISHED, _COLUMNS):
        key = row["item"]
        listed.add(key)
        item = items.get(key)
        if item is None:
            what = f"公開した項目キー {key} がデータモデルにありません。"
            cure = "キーを元に戻します。使わなくなった項目は valid_until を書いて残します。"
            source.report(PUBLISHED, line, what, cure)
        elif (row["type"], row["unit"]) != (item.type, item.unit or ""):
            what = f"{key} の型か単位が、公開したときと違います。"
            cure = "型と単位を元に戻します。別の意味の値には別の項目キーが要ります。"
            source.report(PUBLISHED, line, what, cure)
    for key in sorted(items.keys() - listed):
        cure = "公開するときに、キー・型・単位の行を加えます。"
        source.report(PUBLISHED, 1, f"項目キー {key} の行がありません。", cure)
