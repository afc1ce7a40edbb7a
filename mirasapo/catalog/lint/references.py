"""What an item refers to is there, and of the same type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirasapo.catalog.lint.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirasapo.catalog.model import Catalog, Item

PROGRAMMES = 16


def findings(catalog: Catalog) -> Iterator[Finding]:
    """Programmes and foreign keys that do not resolve."""
    for item in catalog.items:
        for what, cure in _of(item):
            yield Finding(item.key, what, cure)
        for code in sorted(item.programmes - catalog.programmes.keys()):
            what = f"制度 {code} が programmes.yaml にありません。"
            yield Finding(item.key, what, "programmes の番号を直します。", about=code)
        yield from _references(catalog, item)
    if len(catalog.programmes) != PROGRAMMES:
        what = f"制度が {len(catalog.programmes)} 件です({PROGRAMMES} 件のはずです)。"
        cure = "報告書の優先度「高」の16制度にします。"
        yield Finding("programmes.yaml", what, cure, about="programmes.yaml")


def _of(item: Item) -> Iterator[tuple[str, str]]:
    if not item.programmes:
        yield "どの制度にも使われていません。", "programmes に、様式にある制度の番号を書きます。"
    if (item.key_role == "FK") != (item.references is not None):
        what = "references は、鍵の役割が FK の項目にだけ要ります。"
        yield what, "key_role を FK にして references を書くか、両方を空にします。"


def _references(catalog: Catalog, item: Item) -> Iterator[Finding]:
    if item.key_role == "FK" and item.references is not None:
        for what, cure in _foreign_key(catalog, item, item.references):
            yield Finding(item.key, what, cure, about=item.references)


def _foreign_key(catalog: Catalog, item: Item, target: str) -> Iterator[tuple[str, str]]:
    if target in catalog.code_lists:
        if item.code_list != target:
            what = f"references のコード表 {target} と、code_list {item.code_list} が違います。"
            yield what, "同じコード表にします。"
        return
    named = catalog.items_by_key.get(target)
    if named is None:
        what = f"references の {target} は、項目キーでもコード表でもありません。"
        yield what, "指す項目のキーか、コード表の名前にします。"
        return
    if named.key_role not in ("PK", "AK"):
        what = f"references の {target} は鍵ではありません。"
        yield what, "key_role が PK か AK の項目を指します。"
    if _kind(item) != _kind(named):
        what = f"型か長さか単位が、references の {target} と違います。"
        yield what, "指す項目と同じ type・unit・limit・code_list にします。"


def _kind(item: Item) -> tuple[object, ...]:
    limit = item.limit
    return item.type, item.unit, item.code_list, limit.max_length, limit.digits, limit.check
