"""Published item keys: a key, the type and unit of what is written under it, never change.

Systems of other bodies file under these keys, and filings of earlier years are kept under them. An
item that a form no longer has keeps its key and gets a `valid_until`. Whether a key tells rows of a
group apart (`row_key`) never changes either: rows that were kept under it could no longer be told.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from mirasapo.catalog.model import Item
    from mirasapo.catalog.source import Source

PUBLISHED = "published_keys.csv"
_COLUMNS = ("item", "type", "unit", "row_key")


@dataclass(frozen=True, slots=True)
class PublishedKey:
    """A line of the file: a key, and what it was published as."""

    line: int
    type: str
    unit: str
    row_key: str


def read_published(source: Source) -> dict[str, PublishedKey]:
    """The published keys in the order of the file; one that stands twice is reported."""
    found: dict[str, PublishedKey] = {}
    for line, row in source.rows(PUBLISHED, _COLUMNS):
        key = row.pop("item")
        if key in found:
            source.report(PUBLISHED, line, f"{key} は二度書かれています。", "片方の行を消します。")
        if row["row_key"] not in ("", "yes"):
            what = f"{key} の row_key「{row['row_key']}」を読めません。"
            source.report(PUBLISHED, line, what, "yes か空にします。")
        found.setdefault(key, PublishedKey(line, row["type"], row["unit"], row["row_key"]))
    return found


def check_published(
    source: Source,
    published: Mapping[str, PublishedKey],
    items: Mapping[str, Item],
    places: Mapping[str, tuple[str, int]],
    refused: Collection[str],
) -> None:
    """Report every published key that is gone or means something else, and every key not yet listed.

    It is told at the line of the key and at that of the item: either may be the one that changed.
    Items that were `refused` have their own problem.
    """
    gone = [key for key in published if key not in items and key not in refused]
    new = [key for key in items if key not in published]
    for key in gone:
        what = f"公開した項目キー {key} がデータモデルにありません。"
        cure = "キーを元に戻します。使わなくなった項目は valid_until を書いて残します。"
        source.report(PUBLISHED, published[key].line, what, cure)
    renamed = dict(_renamed(gone, new))
    for key in new:
        if key in renamed:
            what = f"項目キー {key} は、公開した {renamed[key]} と違います。"
            source.report(*places[key], what, f"キーを {renamed[key]} に戻します。")
        else:
            what = f"項目キー {key} の行が {PUBLISHED} にありません。"
            source.report(*places[key], what, "公開するときに、キー・型・単位の行を加えます。")
    for key, line in published.items():
        if key in items:
            for what, cure in _changes(key, line, items[key]):
                source.report(PUBLISHED, line.line, what, cure)
                source.report(*places[key], what, cure)


def _renamed(gone: list[str], new: list[str]) -> Iterator[tuple[str, str]]:
    """(new, old) where one key of a category is new and one is gone."""
    lost, found = (Counter(_category(key) for key in keys) for keys in (gone, new))
    for key in new:
        if found[_category(key)] == lost[_category(key)] == 1:
            yield key, next(old for old in gone if _category(old) == _category(key))


def _changes(key: str, was: PublishedKey, item: Item) -> Iterator[tuple[str, str]]:
    if (was.type, was.unit) != (item.type, item.unit or ""):
        what = f"{key} の型か単位が、公開したとき({was.type} {was.unit or '単位なし'})と違います。"
        yield what, "型と単位を元に戻します。別の意味の値には別の項目キーが要ります。"
    if (was.row_key == "yes") != item.row_key:
        now = "行の鍵です" if item.row_key else "行の鍵ではありません"
        what = f"{key} は、公開したときと違って{now}。"
        cure = "key_role を元に戻します。行を見分ける項目は公開したあと変わりません。"
        yield what, cure


def _category(key: str) -> str:
    return key.partition(".")[0]
