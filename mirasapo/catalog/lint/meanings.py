"""One meaning has one key, and one name in one place means one thing."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from mirasapo.catalog.lint.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from mirasapo.catalog.model import Catalog, Item

# A name is read beside its category: 役員 氏名 and 担当者 氏名 are two items.
_UNIQUE: Mapping[str, tuple[Callable[[Item], object], str]] = {
    "項番": (lambda item: item.number, "番号を一つずつにします。"),
    "項目キー": (lambda item: item.key, "片方の名前を変えます。"),
    "カテゴリの中の名称": (
        lambda item: (item.category, item.label_ja),
        "何の名称かを補うか、同じ意味なら一つの項目にします。",
    ),
    "カテゴリの中の英語の名称": (
        lambda item: (item.category, item.label_en.casefold()),
        "何の名称かを補うか、同じ意味なら一つの項目にします。",
    ),
    "定義": (
        lambda item: item.definition,
        "違う意味なら違いを書き、同じ意味なら一つの項目にします。",
    ),
}


def findings(catalog: Catalog) -> Iterator[Finding]:
    """Items that cannot be told apart, and labels that are two kinds of value."""
    for what, (part, cure) in _UNIQUE.items():
        for same in _shared(catalog, part):
            for item in same:
                others = "・".join(each.key for each in same if each is not item)
                yield Finding(item.key, f"{what}が {others or item.key} と重なっています。", cure)
    for same in _shared(catalog, lambda item: item.label_ja):
        yield from _two_types(same)


def _two_types(same: list[Item]) -> Iterator[Finding]:
    """The items of one label that are not of the type and unit that most of them have."""
    ((usual, unit), _), *_ = Counter((item.type, item.unit) for item in same).most_common()
    for item in same:
        if (item.type, item.unit) != (usual, unit):
            most = "・".join(each.key for each in same if (each.type, each.unit) == (usual, unit))
            what = f"名称「{item.label_ja}」の型と単位が {most}({usual} {unit or ''})と違います。"
            cure = "同じ意味なら型と単位をそろえ、違う意味なら名称を変えます。"
            yield Finding(item.key, what, cure)


def _shared(catalog: Catalog, part: Callable[[Item], object]) -> list[list[Item]]:
    """The items that have this part in common, where they are two or more."""
    groups: defaultdict[object, list[Item]] = defaultdict(list)
    for item in catalog.items:
        groups[part(item)].append(item)
    return [same for same in groups.values() if len(same) > 1]
