"""Rules on the data model as a whole, beyond that every reference resolves."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from mirasapo.catalog.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from mirasapo.catalog.model import Catalog, Item, TableShape

PROGRAMMES = 16
MAX_STEM = 50  # PostgreSQL cuts names at 63 bytes; prefixes and constraint names need the rest
RESERVED_COLUMNS = frozenset(
    {
        "as_of_on",
        "basis",
        "business_id",
        "class_bits",
        "filing_id",
        "fiscal_year",
        "payload_sha256",
        "programme",
        "row_key",
        "row_no",
        "source",
        "version_no",
    }
)
_IDENTIFIER = re.compile(r"[a-z][a-z0-9_]{0,59}")
# limit → the types that it can be put on
_FITTING = {
    "max_length": ("string", "text", "code", "phone", "email", "url"),
    "between": ("money", "integer", "decimal"),
    "scale": ("decimal",),
    "file_kinds": ("file",),
}
_TEXTS = ("code", "string")
# A name is read beside its category: 役員 氏名 and 担当者 氏名 are two items.
_UNIQUE: dict[str, Callable[[Item], object]] = {
    "項番": lambda item: item.number,
    "項目キー": lambda item: item.key,
    "項目の名称": lambda item: (item.category, item.label_ja),
}


def lint(catalog: Catalog, places: Mapping[str, tuple[str, int]]) -> list[Problem]:
    """Everything that a single line cannot know; `places` gives file and line of each item key."""
    problems = [
        Problem(*places[item.key], what) for item in catalog.items for what in _item(catalog, item)
    ]
    problems += [
        Problem(*places[table.items[0].key], what)
        for table in catalog.tables
        for what in _table(table)
    ]
    for what, name_of in _UNIQUE.items():
        counts = Counter(map(name_of, catalog.items))
        problems += [
            Problem(*places[item.key], f"{what}が他の項目と重なっています。")
            for item in catalog.items
            if counts[name_of(item)] > 1
        ]
    problems += [
        Problem("tables.csv", 1, f"表名 {name} が二つの表で使われています。")
        for name, count in Counter(table.name for table in catalog.tables).items()
        if count > 1
    ]
    if len(catalog.programmes) != PROGRAMMES:
        what = f"制度が {len(catalog.programmes)} 件です({PROGRAMMES} 件のはずです)。"
        problems.append(Problem("programmes.yaml", 1, what))
    return problems


def _item(catalog: Catalog, item: Item) -> Iterator[str]:
    yield from _references(catalog, item)
    for constraint in item.limit.constraints:
        if item.type not in _FITTING.get(constraint.name, _TEXTS):
            yield f"型 {item.type} に制限 {constraint.name} は付けられません。"
    for broken, what in (
        (_unusable(item.column), f"項目名 {item.column} は列の名前に使えません。"),
        (item.codes and item.type != "code", f"型 {item.type} にコード表は付けられません。"),
        (
            item.type == "file" and not item.limit.media,
            "ファイルの大きさと形式の制限がありません。",
        ),
        (item.array and item.repeat_group, "繰り返しの行の中に配列は置けません。"),
        (
            (item.key_role == "FK") != (item.references is not None),
            "references は、鍵の役割が FK の項目にだけ要ります。",
        ),
        (
            item.domain == "specific" and item.master_policy != "never",
            "制度固有の項目はマスタを更新しません。",
        ),
    ):
        if broken:
            yield what


def _references(catalog: Catalog, item: Item) -> Iterator[str]:
    if item.category not in catalog.categories:
        yield f"項目カテゴリ {item.category} が categories.csv にありません。"
    for unknown in sorted(item.programmes - catalog.programmes.keys()):
        yield f"制度 {unknown} が programmes.yaml にありません。"
    if not item.programmes:
        yield "どの制度にも使われていません。"
    if item.references and item.references not in {*catalog.items_by_key, *catalog.code_lists}:
        yield f"references の {item.references} は、項目キーでもコード表でもありません。"


def _unusable(column: str) -> bool:
    return _IDENTIFIER.fullmatch(column) is None or column in RESERVED_COLUMNS


def _table(table: TableShape) -> Iterator[str]:
    if len(table.name) > MAX_STEM or _IDENTIFIER.fullmatch(table.name) is None:
        yield f"表名 {table.name} は使えません({MAX_STEM}文字まで)。"
    if {item.domain for item in table.items} != {table.domain}:
        yield f"表 {table.name} に汎用と制度固有が混ざっています。"
    if not table.repeated:
        return
    if len({(item.master_policy, item.master_unit) for item in table.items}) > 1:
        yield f"表 {table.name} の行に違うマスタ更新の決まりが混ざっています。"
    if table.items[0].master_policy in ("period", "merge", "derived") and not table.row_key_items:
        yield f"表 {table.name} に行の鍵がありません。"
