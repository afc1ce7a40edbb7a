"""Rules on the data model as a whole, beyond that every reference resolves."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from mirasapo.catalog.limit import Between, Digits, FileKinds, MaxLength, Scale
from mirasapo.catalog.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mirasapo.catalog.model import Catalog, Item, TableShape

COUNTS = {"generic": 443, "specific": 802}
PROGRAMMES = 16
MAX_STEM = 50  # PostgreSQL cuts names at 63 bytes; prefixes and constraint names need the rest
RESERVED_COLUMNS = frozenset(
    {
        "as_of_on",
        "business_id",
        "class_bits",
        "filing_id",
        "payload_sha256",
        "row_key",
        "row_no",
        "source",
        "version_no",
    }
)
_IDENTIFIER = re.compile(r"[a-z][a-z0-9_]{0,59}")
_NUMERIC = ("money", "integer", "decimal")
_FITTING = {MaxLength: ("string", "text", "code", "phone", "email", "url"), Between: _NUMERIC}
_FITTING |= {Scale: ("decimal",), Digits: ("code", "string"), FileKinds: ("file",)}


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
    for what, field in (("項番", "number"), ("項目名", "column"), ("項目の名称", "label_ja")):
        counts = Counter(getattr(item, field) for item in catalog.items)
        problems += [
            Problem(*places[item.key], f"{what}が他の項目と重なっています。")
            for item in catalog.items
            if counts[getattr(item, field)] > 1
        ]
    problems += [
        Problem("tables.csv", 1, f"表名 {name} が二つの表で使われています。")
        for name, count in Counter(table.name for table in catalog.tables).items()
        if count > 1
    ]
    found = Counter(item.domain for item in catalog.items)
    problems += [
        Problem(domain, 1, f"{domain} の項目が {found[domain]} 件です({expected} 件のはずです)。")
        for domain, expected in COUNTS.items()
        if found[domain] != expected
    ]
    if len(catalog.programmes) != PROGRAMMES:
        what = f"制度が {len(catalog.programmes)} 件です({PROGRAMMES} 件のはずです)。"
        problems.append(Problem("programmes.yaml", 1, what))
    return problems


def _item(catalog: Catalog, item: Item) -> Iterator[str]:
    if item.category not in catalog.categories:
        yield f"項目カテゴリ {item.category} が categories.csv にありません。"
    for unknown in sorted(item.programmes - catalog.programmes.keys()):
        yield f"制度 {unknown} が programmes.yaml にありません。"
    if not item.programmes:
        yield "どの制度にも使われていません。"
    if _IDENTIFIER.fullmatch(item.column) is None or item.column in RESERVED_COLUMNS:
        yield f"項目名 {item.column} は列の名前に使えません。"
    for constraint in item.limit.constraints:
        if item.type not in _FITTING.get(type(constraint), ("code", "string")):
            yield f"型 {item.type} にこの制限は付けられません。"
    if item.codes is not None and item.type != "code":
        yield f"型 {item.type} にコード表は付けられません。"
    if item.type == "file" and item.limit.max_mb is None:
        yield "ファイルの大きさと形式の制限がありません。"
    if item.array and item.repeat_group is not None:
        yield "繰り返しの行の中に配列は置けません。"
    if item.row_key and item.repeat_group is None:
        yield "行の鍵は繰り返しの項目にだけ付けられます。"
    if item.domain == "specific" and item.master_policy != "never":
        yield "制度固有の項目はマスタを更新しません。"


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
