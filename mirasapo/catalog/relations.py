"""Which items of one filing the rules compare with each other: rulebook/relations.yaml."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import cache
from typing import TYPE_CHECKING, Any

from mirasapo.catalog.problem import Problem, refusal
from mirasapo.catalog.relation_kinds import kind_faults
from mirasapo.catalog.schemas import STATUSES
from mirasapo.catalog.source import LINE, Source
from mirasapo.resources import resource

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping
    from pathlib import Path

    from mirasapo.catalog.model import Catalog

FILE = "relations.yaml"
Pair = tuple[str, str]
_HEADER = (
    "programme",
    "filed_on",
    "procedure",
    "status",
    "corporate_number",
    "sole_proprietor_key",
)
_TWO = 2
_PAIRS = {"date_orders", "addresses", "industries", "caps"}
_ONE = {"result_item", "consent_class_item", "terms_item"}
_MAPPINGS = {"header_items": _HEADER, "results": tuple(STATUSES), "incorporated": ()}
_LISTING = {"results", "incorporated"}  # mappings to codes
_FORMULAS = {"finance_formulas", "expense_formulas"}
_FREE = {"results", "fillers", "filler_days"}  # no keys of the data model


@dataclass(frozen=True, slots=True)
class Relations:
    """Item keys by what a rule does with them; a pair is (first, then), (broad, narrow) and so on."""

    header_items: Mapping[str, str]
    result_item: str
    results: Mapping[str, tuple[str, ...]]
    incorporated: Mapping[str, tuple[str, ...]]
    fillers: tuple[str, ...]
    filler_days: tuple[str, ...]
    date_orders: tuple[Pair, ...]
    half_width_kana: tuple[str, ...]
    addresses: tuple[Pair, ...]
    industries: tuple[Pair, ...]
    finance_formulas: tuple[str, ...]
    expense_formulas: tuple[str, ...]
    caps: tuple[Pair, ...]
    twelve_digits: tuple[str, ...]
    joint_items: tuple[str, ...]
    member_tables: tuple[str, ...]
    agreement_items: tuple[str, ...]
    consent_class_item: str
    terms_item: str


@cache
def load_relations() -> Relations:
    """The relations of the project. Raises BadInput with file and line."""
    relations, problems = examine_relations(resource("rulebook"))
    if relations is None or problems:
        raise refusal(problems, "ルールブック")
    return relations


def examine_relations(
    root: Path, catalog: Catalog | None = None, refused: Collection[str] = ()
) -> tuple[Relations | None, list[Problem]]:
    """The relations, or None; with a catalogue also keys that it lacks and items of another kind.

    Items that were `refused` have a problem of their own.
    """
    source = Source(root)
    read = {name: _plain(value) for name, value in source.mapping(FILE).items()}
    if not source.problems:
        for name, what, cure in (*_heading_faults(read), *_shape_faults(read)):
            source.report(FILE, source.line_of_heading(FILE, name), what, cure)
    if source.problems:
        return None, source.problems
    if catalog is not None:
        _report_unknown(source, read, catalog, refused)
        for heading, words, what, cure in dict.fromkeys(kind_faults(read, catalog)):
            source.report(FILE, _line_of(source, heading, *words), what, cure)
    return Relations(**read), source.problems


def _heading_faults(read: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    known = {each.name for each in fields(Relations)}
    for name in sorted(known - read.keys()):
        yield name, f"見出し {name} がありません。", "見出しを書き足します。"
    for name in sorted(read.keys() - known):
        yield name, f"知らない見出し {name} があります。", "見出しの綴りを直すか、消します。"


def _shape_faults(read: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """The heading, what is wrong below it, and the cure."""
    for name, value in read.items():
        if name in _ONE and not isinstance(value, str):
            yield name, f"{name} が一つの項目キーではありません。", "項目キーを一つ書きます。"
        elif name in _MAPPINGS:
            yield from _mapping_faults(name, value)
        elif name in _PAIRS and not _is_list(value, _is_pair):
            cure = "「- [一つ目, 二つ目]」の行で書きます。"
            yield name, f"{name} に、二つの項目キーの組でない行があります。", cure
        elif name not in _ONE | _PAIRS and not _is_list(value, _is_text):
            cure = "[ ] か「- 」の行で、文字を並べます。数や日付は引用符で囲みます。"
            yield name, f"{name} が文字の並びではありません。", cure


def _mapping_faults(name: str, value: Any) -> Iterator[tuple[str, str, str]]:
    if not isinstance(value, dict):
        yield name, f"{name} が見出しと値の組ではありません。", "「名前: 値」の行で書きます。"
        return
    for key, said in value.items():
        if name != "incorporated" and key not in _MAPPINGS[name]:
            cure = f"{'・'.join(_MAPPINGS[name])} のどれかを書きます。"
            yield name, f"{name} の「{key}」を知りません。", cure
        if not (said == () or _is_list(said, _is_text) if name in _LISTING else _is_text(said)):
            cure = "results と incorporated は [ ] の並び、header_items は項目キー一つで書きます。"
            yield name, f"{name} の「{key}」の値を読めません。", cure


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value)


def _is_pair(value: Any) -> bool:
    return _is_list(value, _is_text) and len(value) == _TWO


def _is_list(value: Any, fits: Callable[[Any], bool]) -> bool:
    return isinstance(value, tuple) and bool(value) and all(map(fits, value))


def _report_unknown(
    source: Source, read: Mapping[str, Any], catalog: Catalog, refused: Collection[str]
) -> None:
    """Keys, tables, formulas and results that the data model does not have."""
    formulas = {formula.name for formula in catalog.formulas}
    for name, value in read.items():
        known: Collection[str] = catalog.items_by_key
        cure = "項目キーの綴りを直します。"
        if name in _FORMULAS:
            known, cure = formulas, "formulas.yaml の name の綴りに合わせます。"
        elif name == "member_tables":
            known, cure = catalog.tables_by_name, "表名の綴りを直します。"
        keys = list(value) if name == "incorporated" else _leaves(value)
        for key in [] if name in _FREE else keys:
            if key not in known and key not in refused:
                what = f"{name}: {key} はデータモデルにありません。"
                source.report(FILE, _line_of(source, name, key), what, cure)
    item = catalog.items_by_key.get(read["result_item"])
    for code in _leaves(read["results"]):
        if item is not None and item.codes is not None and code not in item.codes.codes:
            what = f"results: {code} は {item.key} のコードではありません。"
            cure = f"{'・'.join(item.codes.codes)} のどれかを書きます。"
            source.report(FILE, _line_of(source, "results", code), what, cure)


def _line_of(source: Source, heading: str, *words: str) -> int:
    """The first line at or below a heading that has these words, or else the first of them."""
    begin = source.line_of_heading(FILE, heading)
    below = [(line, text) for line, text in source.lines(FILE) if line >= begin]
    wholes = [re.compile(rf"(?<![\w.]){re.escape(word)}(?![\w.])") for word in words]
    for sought in (wholes, wholes[:1]):
        for line, text in below:
            if all(whole.search(text) for whole in sought):
                return line
    return begin


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    else:
        for each in value.values() if isinstance(value, dict) else value:
            yield from _leaves(each)


def _plain(value: Any) -> Any:
    """Lists as tuples, mappings without the line that they stand on."""
    if isinstance(value, list):
        return tuple(_plain(each) for each in value)
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items() if key != LINE}
    return value
