"""The tables with their columns, as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirasapo.catalog.documents.words import DOMAINS_JA, MASTER_POLICIES_JA
from mirasapo.catalog.model import DOMAINS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirasapo.catalog.model import Catalog, TableShape


def table_list(catalog: Catalog) -> str:
    """The tables with their columns, as Markdown."""
    lines = [
        "# 表の一覧",
        "",
        "data_model から `make generate` で作られます。手で直しません。",
        "",
        "申請の記載は `core.filing_<表>`、汎用の表の最新情報(マスタ)は `core.<表>`、",
        "gBizINFO から受け取る表は `open.published_<表>` に入ります。",
    ]
    for domain in DOMAINS:
        tables = [table for table in catalog.tables if table.domain == domain]
        items = sum(len(table.items) for table in tables)
        lines += [
            "",
            f"## {DOMAINS_JA[domain]} ({len(tables)} 表 {items} 項目)",
            "",
            "| 表 | 名称 | 行 | 項目 | マスタの更新 | 行の鍵 |",
            "|---|---|---|---|---|---|",
            *(_summary(table) for table in tables),
        ]
    for table in catalog.tables:
        lines += ["", *_columns(table)]
    return "\n".join(lines) + "\n"


def _summary(table: TableShape) -> str:
    policies = dict.fromkeys(MASTER_POLICIES_JA[item.master_policy] for item in table.items)
    keys = "、".join(f"`{item.column}`" for item in table.row_key_items)
    rows = "n" if table.repeated else "1"
    return (
        f"| [`{table.name}`](#{table.name}) | {table.label_ja} | {rows} | {len(table.items)} "
        f"| {'・'.join(policies)} | {keys} |"
    )


def _columns(table: TableShape) -> Iterator[str]:
    yield f"### {table.name}"
    yield ""
    yield f"{table.label_ja}"
    yield ""
    yield "| 列 | 項目 | 型 | データ区分 | 第三者 |"
    yield "|---|---|---|---|---|"
    for item in table.items:
        kind = f"{item.type}[]" if item.array else item.type
        unit = f" ({item.unit})" if item.unit else ""
        third = "●" if item.third_party else ""
        label = item.label_ja.replace("|", "\\|")
        yield f"| `{item.column}` | {label} | {kind}{unit} | {item.data_class} | {third} |"
