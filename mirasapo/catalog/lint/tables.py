"""The tables that the items form: their names, and the keys of their rows."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from mirasapo.catalog.lint.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mirasapo.catalog.model import Catalog, Item, TableShape

MAX_STEM = 50  # PostgreSQL cuts names at 63 bytes; prefixes and constraint names need the rest
_IDENTIFIES = re.compile(r"(^|_)(id|number)(_as_filed)?$")
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
        for what, cure in _name(table):
            yield Finding(table.items[0].key, what, cure)
        yield from _one_way(table)
        yield from _rows(table) if table.repeated else _single_key(table)
        yield from _keys_on_forms(table)
    for name, count in Counter(table.name for table in catalog.tables).items():
        if count > 1:  # the smaller one is more likely the new one
            same = min((t for t in catalog.tables if t.name == name), key=lambda t: len(t.items))
            what = f"表名 {name} が二つの表で使われています。"
            yield Finding(same.items[0].key, what, "entity か repeat_group の名前を変えます。")


def _name(table: TableShape) -> Iterator[tuple[str, str]]:
    if len(table.name) > MAX_STEM or _IDENTIFIER.fullmatch(table.name) is None:
        what = f"表名 {table.name} は使えません({MAX_STEM}文字まで)。"
        yield what, "entity か repeat_group を英小文字で短くします。"
    if {item.domain for item in table.items} != {table.domain}:
        what = f"表 {table.name} に汎用と制度固有が混ざっています。"
        yield what, "制度固有の項目は別の entity にします。"


def _one_way(table: TableShape) -> Iterator[Finding]:
    """The items of a row that do not come into the master as most of them do.

    A row of a group, and a thing that is taken over whole (an address, a person), has one policy and
    one unit. Items that are taken over one by one share only that.
    """
    ways = Counter(_way(table, item) for item in table.items if item.master_policy != "never")
    if len(ways) < 2:  # noqa: PLR2004 — all the same way
        return
    (usual, _), *_ = ways.most_common()
    for item in table.items:
        if item.master_policy != "never" and _way(table, item) != usual:
            what = f"表 {table.name} の行に違うマスタ更新の決まりが混ざっています。"
            cure = (
                "同じ行の master_policy(never を除く)と master_unit を、ほかの項目の "
                f"{' '.join(usual).strip()} にそろえます。"
            )
            yield Finding(item.key, what, cure)


def _way(table: TableShape, item: Item) -> tuple[str, str]:
    one_by_one = not table.repeated and item.master_unit == "item"
    return ("", "item") if one_by_one else (item.master_policy, item.master_unit)


def _rows(table: TableShape) -> Iterator[Finding]:
    policies = (item.master_policy for item in table.items if item.master_policy != "never")
    policy = next(policies, "never")
    if policy not in KEYLESS and not table.row_key_items:
        what = f"表 {table.name} に行の鍵がありません。"
        cure = f"master_policy が {policy} の行は、key_role が PK の項目で見分けます。"
        yield Finding(table.items[0].key, what, cure)


def _single_key(table: TableShape) -> Iterator[Finding]:
    """The PK of a table without rows: see KEY_ROLES."""
    keys = [item for item in table.items if item.key_role == "PK"]
    used = frozenset[str]().union(*(item.programmes for item in table.items))
    for key in keys:
        if (
            len(keys) > 1
            or key.type not in ("string", "code")
            or key.codes is not None
            or key.master_policy != "never"
            or _IDENTIFIES.search(key.column) is None
            or used - key.programmes
        ):
            what = f"{key.key} は、表 {table.name} の一件を見分ける番号ではありません。"
            cure = (
                "key_role を空にします。繰り返さない表の PK は、送る側が一件に付けた番号一つだけで"
                "(…_id か …_number)、どの様式にもあり、マスタに入りません。"
            )
            yield Finding(key.key, what, cure)


def _keys_on_forms(table: TableShape) -> Iterator[Finding]:
    used = frozenset[str]().union(*(item.programmes for item in table.items))
    for key in table.row_key_items:
        if missing := sorted(used - key.programmes):
            what = f"表 {table.name} を使う制度 {'・'.join(missing)} の様式に、行の鍵がありません。"
            yield Finding(key.key, what, "programmes にその制度を加えます。")
