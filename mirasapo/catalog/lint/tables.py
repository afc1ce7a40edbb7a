"""The tables that the items form: their names, and the keys of their rows."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from mirasapo.catalog.lint.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mirasapo.catalog.model import Catalog, TableShape

MAX_STEM = 50  # PostgreSQL cuts names at 63 bytes; prefixes and constraint names need the rest
_IDENTIFIER = re.compile(r"[a-z][a-z0-9_]{0,59}")
# Master policies under which the rows of a group need no key of their own.
KEYLESS: Mapping[str, str] = {
    "snapshot": "一覧ごと置き換わる",
    "append": "すべての行が残る",
    "never": "申請の中の並び順で足りる",
}


def findings(catalog: Catalog) -> Iterator[Finding]:
    """Tables that no database can have or whose rows cannot be told apart; shown at their first item."""
    for table in catalog.tables:
        for what, cure in (*_name(table), *_rows(table)):
            yield Finding(table.items[0].key, what, cure)
        yield from _keys_on_forms(table)
    for name, count in Counter(table.name for table in catalog.tables).items():
        if count > 1:
            what = f"表名 {name} が二つの表で使われています。"
            yield Finding("tables.csv", what, "entity か repeat_group の名前を変えます。")


def _name(table: TableShape) -> Iterator[tuple[str, str]]:
    if len(table.name) > MAX_STEM or _IDENTIFIER.fullmatch(table.name) is None:
        what = f"表名 {table.name} は使えません({MAX_STEM}文字まで)。"
        yield what, "entity か repeat_group を英小文字で短くします。"
    if {item.domain for item in table.items} != {table.domain}:
        what = f"表 {table.name} に汎用と制度固有が混ざっています。"
        yield what, "制度固有の項目は別の entity にします。"


def _rows(table: TableShape) -> Iterator[tuple[str, str]]:
    if not table.repeated:
        return
    in_master = {
        (item.master_policy, item.master_unit)
        for item in table.items
        if item.master_policy != "never"
    }
    if len(in_master) > 1:
        what = f"表 {table.name} の行に違うマスタ更新の決まりが混ざっています。"
        yield what, "同じ repeat_group の master_policy(never を除く)と master_unit をそろえます。"
    policy = next((policy for policy, _ in in_master), "never")
    if policy not in KEYLESS and not table.row_key_items:
        what = f"表 {table.name} に行の鍵がありません。"
        yield what, f"master_policy が {policy} の行は、key_role が PK の項目で見分けます。"


def _keys_on_forms(table: TableShape) -> Iterator[Finding]:
    used = frozenset[str]().union(*(item.programmes for item in table.items))
    for key in table.row_key_items:
        if missing := sorted(used - key.programmes):
            what = f"表 {table.name} を使う制度 {'・'.join(missing)} の様式に、行の鍵がありません。"
            yield Finding(key.key, what, "programmes にその制度を加えます。")
