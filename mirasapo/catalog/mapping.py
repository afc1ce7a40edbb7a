"""data_model/mappings/: the fields of other systems, and the items that they become."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirasapo.catalog.model import MappedField

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from mirasapo.catalog.model import Item
    from mirasapo.catalog.source import Source

CONVERSIONS: Mapping[str, str] = {
    "amount": "金額",
    "closing_date": "決算日(何期前か)",
    "code": "コード",
    "day": "日付",
    "decimal": "小数のある数",
    "family_name": "氏名の姓",
    "first": "並びの一つ目",
    "given_name": "氏名の名",
    "government_code": "団体コード(検査数字を足す)",
    "list": "並び",
    "period_end": "期間の終わり",
    "period_start": "期間の始まり",
    "postal_code": "郵便番号",
    "text": "文字",
    "url": "URL",
    "whole": "整数",
}
"""The words of the column `convert`: how a field is read."""
PARTS = frozenset({"family_name", "given_name", "period_start", "period_end"})
"""They take a part of a field, so that one field may become several items."""
JOINED = frozenset({"government_code"})
"""They put several fields together into one item."""
_COLUMNS = ("path", "item", "convert", "note")
_VERSIONS = "versions"  # a column of systems whose API has versions; the others have one
_Seen = dict[tuple[str, str], tuple[str, str]]  # (version, path or item) → (the other, convert)


def resolve_mapping(
    source: Source, name: str, items: Mapping[str, Item], refused: Collection[str]
) -> tuple[MappedField, ...]:
    """The fields of one other system; an item that was `refused` has its own problem."""
    file = f"mappings/{name}.csv"
    fields: list[MappedField] = []
    by_path: _Seen = {}
    by_item: _Seen = {}
    for line, row in source.rows(file, _COLUMNS):
        versions = row.get(_VERSIONS, "-").split()
        path, key, convert, note = (row.pop(column) for column in _COLUMNS)
        if key and key not in items:
            if key not in refused:
                what = f"項目 {key} がデータモデルにありません。"
                source.report(file, line, what, "項目キーの綴りを直すか、空にして理由を書きます。")
            continue
        field = MappedField(path, items.get(key), convert, note, row)
        for what, cure in (*_faults(field), *_repeats(field, versions, by_path, by_item)):
            source.report(file, line, what, cure)
        fields.append(field)
    return tuple(fields)


def _faults(field: MappedField) -> Iterator[tuple[str, str]]:
    if field.item is None:
        if not field.note:
            what = f"{field.path} を取り込まない理由がありません。"
            yield what, "note に理由を書くか、item に項目キーを書きます。"
        if field.convert:
            what = f"取り込まない {field.path} に convert「{field.convert}」があります。"
            yield what, "convert を空にするか、item に項目キーを書きます。"
    elif field.convert not in CONVERSIONS:
        what = f"convert「{field.convert}」は知らない読み方です。"
        yield what, f"{'・'.join(CONVERSIONS)} のどれかにします。"


def _repeats(
    field: MappedField, versions: list[str], by_path: _Seen, by_item: _Seen
) -> Iterator[tuple[str, str]]:
    """A field told twice, and an item of two fields: the later would overwrite the earlier."""
    key = "" if field.item is None else field.item.key
    if not versions:
        yield f"{field.path} の versions がありません。", "その項目のある版を書きます。"
    paths = [by_path[each, field.path] for each in versions if (each, field.path) in by_path]
    if any(other == key or not {convert, field.convert} <= PARTS for other, convert in paths):
        what = f"{field.path} は二度書かれています。"
        yield what, f"片方の行を消します({'・'.join(sorted(PARTS))} は分けて読めます)。"
    sources = [by_item[each, key] for each in versions if key and (each, key) in by_item]
    others = {
        path
        for path, convert in sources
        if path != field.path and not {convert, field.convert} <= JOINED
    }
    if others:
        what = f"{key} に、同じ版の {'・'.join(sorted(others))} も入ります。"
        yield what, "片方の行の item を空にして、note に理由を書きます。"
    for each in versions:
        by_path.setdefault((each, field.path), (key, field.convert))
        if key:
            by_item.setdefault((each, key), (field.path, field.convert))
