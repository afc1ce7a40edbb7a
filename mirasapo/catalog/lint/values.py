"""Type, unit, length, array and limit of an item fit each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirasapo.catalog.lint.finding import Finding
from mirasapo.catalog.lint.names import UNITS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mirasapo.catalog.model import Catalog, Item

# limit → the types that it can be put on; the others are for texts
_FITTING = {
    "max_length": ("string", "text", "code", "phone", "email", "url"),
    "between": ("money", "integer", "decimal"),
    "scale": ("decimal",),
    "file_kinds": ("file",),
}
_TEXTS = ("code", "string")
_NUMERIC = ("money", "integer", "decimal")
# what a form has people write → the item's unit; the two differ by a factor only
_FORM_UNITS: Mapping[str, str] = {
    "千円": "円",
    "万円": "円",
    "百万円": "円",
    "億円": "円",
    "千円/人": "円/人",
    "万円/人": "円/人",
}


def findings(catalog: Catalog) -> Iterator[Finding]:
    """Items whose parts contradict each other."""
    for item in catalog.items:
        for what, cure in (*_limit(item), *_unit(item), *_shape(item)):
            yield Finding(item.key, what, cure)


def _limit(item: Item) -> Iterator[tuple[str, str]]:
    limit = item.limit
    for constraint in limit.constraints:
        if item.type not in _FITTING.get(constraint.name, _TEXTS):
            what = f"型 {item.type} に制限 {constraint.name} は付けられません。"
            yield what, "limit から除くか、型を直します。"
    sized = limit.max_length or limit.digits or limit.format or limit.check
    if item.type in ("string", "text", "code") and item.code_list is None and not sized:
        yield (
            "長さの制限がありません。",
            "limit に max_length(か digits・format・check)を書きます。",
        )
    if item.code_list is not None and limit.constraints:
        yield "コード表のある項目に制限があります。", "limit を空にします(コード表が制限です)。"
    if limit.max_length is not None and limit.max_length < 1:
        yield "max_length が 1 より小さいです。", "1 以上にします。"
    if None not in (limit.minimum, limit.maximum) and limit.minimum > limit.maximum:  # type: ignore[operator]
        yield "minimum が maximum より大きいです。", "二つを入れ替えます。"
    if item.type == "file" and not (limit.media and limit.max_mb):
        what = "ファイルの大きさと形式の制限がありません。"
        yield what, "limit に「max_mb=20; media=pdf」の形で書きます。"


def _unit(item: Item) -> Iterator[tuple[str, str]]:
    if item.unit is not None and item.type not in _NUMERIC:
        yield f"型 {item.type} に単位 {item.unit} は付けられません。", "unit を空にします。"
    if item.unit is not None and item.unit not in UNITS:
        what = f"単位 {item.unit} は知らない単位です。"
        yield what, f"{' '.join(UNITS)} のどれかにします。"
    if (item.type == "money") != (item.unit is not None and item.unit.startswith("円")):
        what = f"型 {item.type} と単位 {item.unit or '(なし)'} が合いません。"
        yield what, "円の項目は money に、money の単位は円(または円/…)にします。"
    if item.form_unit is not None and _FORM_UNITS.get(item.form_unit) != item.unit:
        what = f"様式の単位 {item.form_unit} は、単位 {item.unit} の倍数ではありません。"
        yield what, "form_unit は、千円で書く様式のように倍率だけが違うときに書きます。"


def _shape(item: Item) -> Iterator[tuple[str, str]]:
    if item.codes and item.type != "code":
        what = f"型 {item.type} にコード表は付けられません。"
        yield what, "型を code にするか、code_list を空にします。"
    if item.array and item.repeat_group:
        what = "繰り返しの行の中に配列は置けません。"
        yield what, "array を空にするか、別の繰り返しにします。"
    if item.array and (item.type == "boolean" or item.key_role is not None):
        what = "真偽の項目と鍵の項目は配列にできません。"
        yield what, "array を空にします。"
    if item.domain == "specific" and item.master_policy != "never":
        yield "制度固有の項目はマスタを更新しません。", "master_policy を never にします。"
    if item.master_policy == "never" and item.master_unit != "item":
        what = f"マスタに入らない項目の master_unit が {item.master_unit} です。"
        yield what, "master_unit を item にします。"
    if item.valid_from and item.valid_until and item.valid_from > item.valid_until:
        yield "valid_from が valid_until より後です。", "様式にあった期間の順に書きます。"
