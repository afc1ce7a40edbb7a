"""The items of relations.yaml are of the kind that the rule compares: days with days, yen with yen."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from mirasapo.catalog.formula import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from mirasapo.catalog.model import Catalog, Item


class Kind(NamedTuple):
    """What an item has to be, in Japanese, and whether it is."""

    name: str
    admits: Callable[[Item], bool]


class Fault(NamedTuple):
    """The heading, the words of the line at fault, what is wrong, and the cure."""

    heading: str
    words: tuple[str, ...]
    what: str
    cure: str


_DAY = Kind("日付", lambda item: item.type == "date")
_CODE = Kind("コード", lambda item: item.type == "code")
_LISTED = Kind("コード表のあるコード", lambda item: item.codes is not None)
_TEXT = Kind("文字", lambda item: item.type in ("string", "text"))
_MONEY = Kind("金額", lambda item: item.type == "money" and not item.array)
_CORPORATE = Kind("法人番号", lambda item: item.limit.check == "corporate_number")
_PREFECTURE = Kind(
    "都道府県の名前", lambda item: item.type == "string" and item.column == "prefecture"
)
_GOVERNMENT = Kind("団体コード", lambda item: item.limit.check == "local_government_code")
_NARROW = Kind("上の分類のあるコード", lambda item: bool(item.codes and item.codes.parents))
_TWELVE = Kind("12桁の番号", lambda item: item.limit.digits == 12)  # noqa: PLR2004
_TRUTH = Kind("真偽", lambda item: item.type == "boolean")
_WORDING = Kind("文字かコード", lambda item: item.type in ("string", "code"))

_HEADER: Mapping[str, Kind] = {
    "programme": _CODE,
    "filed_on": _DAY,
    "procedure": _LISTED,
    "status": _LISTED,
    "corporate_number": _CORPORATE,
    "sole_proprietor_key": _CODE,
}
_SINGLE: Mapping[str, Kind] = {
    "result_item": _LISTED,
    "half_width_kana": _TEXT,
    "twelve_digits": _TWELVE,
    "joint_items": _LISTED,
    "agreement_items": _TRUTH,
    "consent_class_item": _LISTED,
    "terms_item": _WORDING,
}
_PAIRED: Mapping[str, tuple[Kind, Kind]] = {
    "addresses": (_PREFECTURE, _GOVERNMENT),
    "industries": (_LISTED, _NARROW),
    "caps": (_MONEY, _MONEY),
}
_DAYS = ("date", "year_month")


def kind_faults(read: Mapping[str, Any], catalog: Catalog) -> Iterator[Fault]:
    """Every item that is of another kind than its heading compares; unknown keys are passed over."""
    for name, kind in _HEADER.items():
        yield from _of_kind("header_items", kind, read["header_items"].get(name), catalog)
    for heading, kind in _SINGLE.items():
        value = read[heading]
        for key in (value,) if isinstance(value, str) else value:
            yield from _of_kind(heading, kind, key, catalog)
    for heading, kinds in _PAIRED.items():
        for pair in read[heading]:
            for kind, key in zip(kinds, pair, strict=True):
                yield from _of_kind(heading, kind, key, catalog, pair)
            yield from _reachable(heading, pair, catalog)
    for pair in read["date_orders"]:
        yield from _days(pair, catalog)
        yield from _reachable("date_orders", pair, catalog)
    yield from _tables(read["member_tables"], catalog)
    yield from _sums(read, catalog)
    for word in read["filler_days"]:
        if not _is_day(word):
            what = f"filler_days: {word} は日付ではありません。"
            yield Fault("filler_days", (word,), what, "1900-01-01 の形で書きます。")


def _of_kind(
    heading: str, kind: Kind, key: str | None, catalog: Catalog, line: tuple[str, ...] = ()
) -> Iterator[Fault]:
    item = catalog.items_by_key.get(key or "")
    if item is not None and not kind.admits(item):
        what = f"{heading}: {item.key} は{kind.name}ではありません(型 {item.type})。"
        yield Fault(heading, line or (item.key,), what, f"{kind.name}の項目を書きます。")


def _reachable(heading: str, pair: tuple[str, str], catalog: Catalog) -> Iterator[Fault]:
    """The two stand in one row of some form: others are never compared."""
    items = [catalog.items_by_key[key] for key in pair if key in catalog.items_by_key]
    if pair[0] == pair[1]:
        what = f"{heading}: {pair[0]} を同じ項目と比べています。"
        yield Fault(heading, pair, what, "違う二つの項目を書きます。")
    elif len({item.table for item in items}) > 1:
        what = f"{heading}: {pair[0]} と {pair[1]} は同じ行にありません。"
        yield Fault(heading, pair, what, "同じ表の二つの項目を書きます。")
    elif items and not frozenset.intersection(*(item.programmes for item in items)):
        what = f"{heading}: {pair[0]} と {pair[1]} は、どの様式にもそろっていません。"
        yield Fault(heading, pair, what, "一つの様式にそろう二つの項目を書きます。")


def _days(pair: tuple[str, str], catalog: Catalog) -> Iterator[Fault]:
    items = [catalog.items_by_key[key] for key in pair if key in catalog.items_by_key]
    for item in items:
        if item.type not in _DAYS or item.array:
            what = f"date_orders: {item.key} は日付か年月ではありません(型 {item.type})。"
            yield Fault("date_orders", pair, what, "日付か年月の項目を書きます。")
    if len({item.type for item in items} & set(_DAYS)) > 1:
        what = f"date_orders: {pair[0]} と {pair[1]} は、日付と年月で比べられません。"
        cure = "二つとも日付か、二つとも年月の項目を書きます。"
        yield Fault("date_orders", pair, what, cure)


def _tables(stems: tuple[str, ...], catalog: Catalog) -> Iterator[Fault]:
    for stem in stems:
        table = catalog.tables_by_name.get(stem)
        if table is not None and not table.repeated:
            what = f"member_tables: {stem} は繰り返す表ではありません。"
            yield Fault("member_tables", (stem,), what, "参加者の行を持つ表を書きます。")


def _sums(read: Mapping[str, Any], catalog: Catalog) -> Iterator[Fault]:
    formulas = {formula.name: formula for formula in catalog.formulas}
    for heading in ("finance_formulas", "expense_formulas"):
        for name in read[heading]:
            formula = formulas.get(name)
            if formula is not None and (formula.kind != KINDS[0] or formula.of.type != "money"):
                what = f"{heading}: {name} は、申請に書かれた金額の合計ではありません。"
                cure = "kind が identity で、結果が金額の計算式を書きます。"
                yield Fault(heading, (name,), what, cure)


def _is_day(word: str) -> bool:
    try:
        date.fromisoformat(word)
    except ValueError:
        return False
    return True
