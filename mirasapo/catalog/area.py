"""Areas: the item categories, grouped so that a person can see one group on one page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mirasapo.catalog.label import check_labels

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mirasapo.catalog.source import Source

AREAS = "areas.csv"


@dataclass(frozen=True, slots=True)
class Area:
    """A group of categories of one domain; each has its own diagram."""

    name: str
    label_ja: str
    domain: str
    categories: tuple[str, ...]


def resolve_areas(source: Source, domains: Mapping[str, str]) -> tuple[Area, ...]:
    """The areas in the order of the file; every category stands in exactly one.

    `domains`: generic or specific, by category.
    """
    areas: list[Area] = []
    seen: set[str] = set()
    rows = list(source.rows(AREAS, ("area", "label_ja", "categories")))
    check_labels(source, AREAS, [(line, row["label_ja"]) for line, row in rows])
    for line, row in rows:
        listed = tuple(row["categories"].split())
        for category in listed:
            if category not in domains:
                what = f"項目カテゴリ {category} の項目がありません。"
                source.report(AREAS, line, what, "綴りを直すか、areas.csv から消します。")
            if category in seen:
                what = f"項目カテゴリ {category} は二つの領域にあります。"
                source.report(AREAS, line, what, "片方の領域から消します。")
            seen.add(category)
        found = sorted({domains[category] for category in listed if category in domains})
        if len(found) > 1:
            what = f"領域 {row['area']} に汎用と制度固有が混ざっています。"
            source.report(AREAS, line, what, "片方のカテゴリを別の領域に移します。")
        areas.append(Area(row["area"], row["label_ja"], "".join(found[:1]), listed))
    for category in domains.keys() - seen:
        what = f"項目カテゴリ {category} がどの領域にもありません。"
        source.report(AREAS, 1, what, "どれか一つの領域の categories に加えます。")
    return tuple(areas)
