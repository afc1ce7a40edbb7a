"""What is generated from the data model and committed beside it, as text by file name.

The database's SQL is generated from the same catalogue by `mirasapo.store.schema`.
"""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

from mirasapo.catalog.model import DOMAINS
from mirasapo.catalog.schemas import form_schema
from mirasapo.catalog.value import how_to_write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirasapo.catalog.model import Catalog, Item, TableShape
    from mirasapo.catalog.policy import Policy

FOLDER = "generated"
_DOMAINS_JA = {"generic": "汎用", "specific": "制度固有"}
_POLICIES_JA = {
    "registry": "登記が優先",
    "latest": "最新が優先",
    "snapshot": "一覧ごと置き換え",
    "period": "決算期ごとに最新",
    "append": "すべて残す",
    "merge": "同じものをまとめる",
    "derived": "計算で求める",
    "never": "申請にだけ残す",
}
_UNITS_JA = {"item": "項目", "row": "行", "list": "一覧"}
_ATTRIBUTES = (
    "項番",
    "領域",
    "項目カテゴリ",
    "項目",
    "項目キー",
    "型",
    "単位",
    "書き方",
    "配列",
    "表",
    "繰り返し",
    "行の鍵",
    "データ区分",
    "データ区分の名称",
    "第三者の情報",
    "マスタの更新",
    "更新の単位",
    "コード表",
    "重複出現回数",
)
_PROVENANCE = "出典(件数443・802・1,245は報告書、項目の選定は本プロジェクト)"


def documents(catalog: Catalog, policy: Policy) -> dict[str, str]:
    """Every generated document by its path below data_model/."""
    made = {
        f"{FOLDER}/attribute_list.csv": attribute_list(catalog, policy),
        f"{FOLDER}/tables.md": table_list(catalog),
    }
    for code in catalog.programmes:
        schema = json.dumps(form_schema(catalog, code), ensure_ascii=False, indent=1)
        made[f"{FOLDER}/schemas/filing_{code}.schema.json"] = f"{schema}\n"
    return made


def attribute_list(catalog: Catalog, policy: Policy) -> str:
    """属性(データ項目)一覧表 as CSV: a row an item, a column a programme."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    programmes = list(catalog.programmes.values())
    writer.writerow(
        [*_ATTRIBUTES, *(f"{form.code} {form.short_ja}" for form in programmes), _PROVENANCE]
    )
    for item in catalog.items:
        writer.writerow(
            [
                *_attributes(catalog, policy, item),
                *("●" if form.code in item.programmes else "" for form in programmes),
                item.source,
            ]
        )
    return out.getvalue()


def _attributes(catalog: Catalog, policy: Policy, item: Item) -> list[str | int]:
    return [
        item.number,
        _DOMAINS_JA[item.domain],
        catalog.categories[item.category],
        item.label_ja,
        item.key,
        item.type,
        item.unit or "",
        how_to_write(item),
        "●" if item.array else "",
        item.table,
        "●" if item.repeat_group else "",
        "●" if item.row_key else "",
        item.data_class,
        policy.data_classes[item.data_class],
        "●" if item.third_party else "",
        _POLICIES_JA[item.master_policy],
        "" if item.master_policy == "never" else _UNITS_JA[item.master_unit],
        item.code_list or "",
        len(item.programmes),
    ]


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
            f"## {_DOMAINS_JA[domain]} ({len(tables)} 表 {items} 項目)",
            "",
            "| 表 | 名称 | 行 | 項目 | マスタの更新 | 行の鍵 |",
            "|---|---|---|---|---|---|",
            *(_summary(table) for table in tables),
        ]
    for table in catalog.tables:
        lines += ["", *_columns(table)]
    return "\n".join(lines) + "\n"


def _summary(table: TableShape) -> str:
    policies = dict.fromkeys(_POLICIES_JA[item.master_policy] for item in table.items)
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
