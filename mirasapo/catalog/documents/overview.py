"""generated/README.md: the three levels of the data model, and where each is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirasapo.catalog.documents.erd import tables_of
from mirasapo.catalog.documents.words import COUNTS_NOTE, DOMAINS_JA

if TYPE_CHECKING:
    from mirasapo.catalog.model import Catalog

_SQL = "../../mirasapo/store/migrations/versions/0001_baseline.sql"


def overview(catalog: Catalog) -> str:
    """The page as Markdown."""
    return "\n".join(
        [
            "# データモデル",
            "",
            f"data_model から `make generate` で作られます。手で直しません。{COUNTS_NOTE}",
            "",
            "| 段階 | 文書 |",
            "|---|---|",
            "| 概念 | [領域とカテゴリの図](area_map.svg) |",
            "| 論理 | 下の表の実体関連図、[データ辞書](dictionary.html) |",
            "| 論理 | 属性一覧表([Excel](attribute_list.xlsx)、[CSV](attribute_list.csv)) |",
            f"| 物理 | [表の一覧](tables.md)、[DDL]({_SQL})(PostgreSQL。列ごとに和名の注釈) |",
            "| 連携 | [制度ごとの JSON Schema](schemas/) |",
            "",
            "`mirasapo model export` は、データ辞書と属性一覧表を別のフォルダーに書き出します。",
            "",
            "| 領域 | 実体関連図 | 表 | 項目 |",
            "|---|---|--:|--:|",
            *(
                f"| {DOMAINS_JA[area.domain]} | [{area.label_ja}](erd_{area.name}.svg) "
                f"| {len(tables)} | {sum(len(table.items) for table in tables)} |"
                for area in catalog.areas
                for tables in [tables_of(catalog, area)]
            ),
            "",
            "![領域とカテゴリの図](area_map.svg)",
            "",
        ]
    )
