"""categories.csv: the Japanese name of each item category, in the order of the item numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirasapo.catalog.label import check_labels

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mirasapo.catalog.source import Source

CATEGORIES = "categories.csv"


def read_categories(source: Source, domains: Mapping[str, str]) -> dict[str, str]:
    """Label by category. What does not fit the item files is told once, in this file.

    `domains`: generic or specific, by category, in the order of the item numbers.
    """
    labels: dict[str, str] = {}
    lines: dict[str, int] = {}
    rows = list(source.rows(CATEGORIES, ("domain", "category", "label_ja")))
    check_labels(source, CATEGORIES, [(line, row["label_ja"]) for line, row in rows])
    unnamed = [each for each in domains if each not in {row["category"] for _, row in rows}]
    for line, row in rows:
        category = row["category"]
        if category in labels:
            what = f"項目カテゴリ {category} は二度書かれています。"
            source.report(CATEGORIES, line, what, "片方の行を消します。")
        elif category not in domains:
            what = f"項目カテゴリ {category} の項目がありません。"
            cure = f"{'・'.join(unnamed)} の綴りに直すか、行を消します。"
            source.report(CATEGORIES, line, what, cure if unnamed else "行を消します。")
        elif row["domain"] != domains[category]:
            what = f"項目カテゴリ {category} の domain「{row['domain']}」が項目と違います。"
            source.report(CATEGORIES, line, what, f"{domains[category]} にします。")
        labels[category], lines[category] = row["label_ja"], line
    above = 1
    for category in domains:
        if category in lines:
            above = lines[category]
        elif labels.keys() <= domains.keys():  # else it is most likely the one that is misspelt
            what = f"項目カテゴリ {category} の行がありません。"
            cure = f"この行の下に「{domains[category]},{category},名称」の行を加えます。"
            source.report(CATEGORIES, above, what, cure)
    return labels
