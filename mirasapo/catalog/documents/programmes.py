"""docs/reference/programmes.md: what each programme's form consists of, and how sure that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirasapo.catalog.documents.words import COUNTS_NOTE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mirasapo.catalog.model import Catalog, Item


def programme_page(catalog: Catalog) -> str:
    """The page as Markdown."""
    rows = [
        f"| {code} | {form.name_ja} | {_figures(catalog, form.items)} |"
        for code, form in catalog.programmes.items()
    ]
    survey = catalog.survey
    return "\n".join(
        [
            "# 制度ごとの項目",
            "",
            "data_model から `make generate` で作られます。手で直しません。",
            "",
            "- **汎用の割合**: 様式のうち汎用データの割合。一度届ければ、次の制度でも使える項目です。",
            "- **出典を確認**: 公開された仕様か様式そのもので確かめた項目。ほかは、公開様式から",
            "  知られているがまだ読み直していない項目と、本データモデルが定めた項目(鍵や来歴)です。",
            "- **未決**: [未決事項](../../data_model/open_points.md)に名のある項目。",
            "",
            COUNTS_NOTE,
            "",
            "| 番号 | 制度 | 項目 | 汎用 | 制度固有 | 汎用の割合 | 出典を確認 | 未決 |",
            "|---|---|--:|--:|--:|--:|--:|--:|",
            *rows,
            f"| | 全項目(重なりを除く) | {_figures(catalog, catalog.items)} |",
            "",
            "## 調査の経過",
            "",
            f"{survey.surveyed}制度を調べ、電子化済の{survey.digitised}制度のうち",
            f"データの有用性が高い{survey.useful}制度に優先度を付けました。",
            "",
            "| 優先度 | 選別理由 | 件数 |",
            "|---|---|--:|",
            *(f"| {each.label_ja} | {each.reason} | {each.count} |" for each in survey.priorities),
            "",
            "すべての制度の名と、優先度「高」の調査結果(利用システム、二次利用の可否、API)は、",
            "[データ辞書](../../data_model/generated/dictionary.html)と",
            "[programmes.yaml](../../data_model/programmes.yaml)にあります。",
            "",
        ]
    )


def _figures(catalog: Catalog, items: Iterable[Item]) -> str:
    items = list(items)
    generic = sum(item.domain == "generic" for item in items)
    confirmed = sum(item.certainty == "confirmed" for item in items)
    waiting = sum(item.key in catalog.open_points for item in items)
    share = f"{generic / len(items):.0%}"
    cells = (len(items), generic, len(items) - generic, share, confirmed, waiting)
    return " | ".join(f"{cell:,}" if isinstance(cell, int) else cell for cell in cells)
