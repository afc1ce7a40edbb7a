"""属性(データ項目)一覧表: one row an item, the same columns in CSV and in Excel."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, NamedTuple

from mirasapo.catalog.documents.words import (
    CERTAINTIES_JA,
    COUNTS_NOTE,
    DOMAINS_JA,
    KEY_ROLES_JA,
    MASTER_POLICIES_JA,
    MASTER_UNITS_JA,
    SENSITIVITIES_JA,
    TYPES_JA,
    marked,
)
from mirasapo.catalog.value import how_to_write

if TYPE_CHECKING:
    from collections.abc import Callable

    from mirasapo.catalog.model import Catalog, Item
    from mirasapo.catalog.policy import Policy


class Column(NamedTuple):
    """A heading, what stands below it, and how many characters wide it is shown."""

    heading: str
    cell: Callable[[Item], str | int]
    width: int


def columns(catalog: Catalog, policy: Policy) -> list[Column]:
    """The columns of the list, the programmes' among them."""
    labels = {table.name: table.label_ja for table in catalog.tables}
    forms = catalog.programmes.values()
    return [
        Column("項番", lambda item: item.number, 8),
        Column("領域", lambda item: DOMAINS_JA[item.domain], 9),
        Column("項目カテゴリ", lambda item: catalog.categories[item.category], 22),
        Column("項目", lambda item: item.label_ja, 34),
        Column("項目キー", lambda item: item.key, 44),
        Column("英語名", lambda item: item.label_en, 34),
        Column("定義", lambda item: item.definition, 70),
        Column("型", lambda item: TYPES_JA[item.type], 14),
        Column("単位", lambda item: item.unit or "", 8),
        Column("様式の単位", lambda item: item.form_unit or "", 11),
        Column("書き方", how_to_write, 48),
        Column("配列", lambda item: marked(item.array), 6),
        Column("表", lambda item: item.table, 32),
        Column("表の名称", lambda item: labels[item.table], 24),
        Column("繰り返し", lambda item: marked(item.repeat_group), 9),
        Column("鍵", lambda item: KEY_ROLES_JA.get(item.key_role or "", ""), 9),
        Column("参照先", lambda item: item.references or "", 24),
        Column("行の鍵", lambda item: marked(item.row_key), 8),
        Column("データ区分", lambda item: item.data_class, 11),
        Column("データ区分の名称", lambda item: policy.data_classes[item.data_class], 24),
        Column("区分の理由", lambda item: item.class_reason, 44),
        Column("第三者の情報", lambda item: marked(item.third_party), 12),
        Column("機微", lambda item: SENSITIVITIES_JA[item.sensitivity], 18),
        Column("マスタの更新", lambda item: MASTER_POLICIES_JA[item.master_policy], 18),
        Column("更新の単位", _master_unit, 11),
        Column("更新の理由", lambda item: item.master_reason, 44),
        Column("コード表", lambda item: item.code_list or "", 24),
        Column("適用開始", lambda item: str(item.valid_from or ""), 12),
        Column("適用終了", lambda item: str(item.valid_until or ""), 12),
        Column("重複出現回数", lambda item: len(item.programmes), 12),
        *(Column(f"{form.code} {form.short_ja}", _used_by(form.code), 6) for form in forms),
        Column("確かさ", lambda item: CERTAINTIES_JA[item.certainty], 24),
        Column("未決事項", lambda item: catalog.open_points.get(item.key, ""), 40),
        Column("出典", lambda item: item.source, 60),
    ]


def attribute_list(catalog: Catalog, policy: Policy) -> str:
    """The list as CSV; the last column's heading says whose the counts and the choice are."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    shown = columns(catalog, policy)
    headings = [column.heading for column in shown]
    writer.writerow([*headings[:-1], f"{headings[-1]}({COUNTS_NOTE})"])
    writer.writerows([column.cell(item) for column in shown] for item in catalog.items)
    return out.getvalue()


def _used_by(programme: str) -> Callable[[Item], str]:
    return lambda item: marked(programme in item.programmes)


def _master_unit(item: Item) -> str:
    return "" if item.master_policy == "never" else MASTER_UNITS_JA[item.master_unit]
