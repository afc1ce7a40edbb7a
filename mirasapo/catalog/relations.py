"""Which items of one filing the rules compare with each other: rulebook/relations.yaml."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, Any

from mirasapo.catalog.problem import Problem, refusal
from mirasapo.catalog.relation_kinds import Fault, kind_faults
from mirasapo.catalog.schemas import STATUSES
from mirasapo.catalog.seal import check_seals
from mirasapo.catalog.source import LINE, Source
from mirasapo.resources import resource

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
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
_HEADING = re.compile(r"[a-z_]+:")
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
        for heading, words, what, cure in (*_heading_faults(read), *_shape_faults(read)):
            source.report(FILE, _line_of(source, heading, *words), what, cure)
    if source.problems:
        return None, source.problems
    if catalog is not None:
        _report_twice(source, read)
        _report_unknown(source, read, catalog, refused)
        for heading, words, what, cure in dict.fromkeys(kind_faults(read, catalog)):
            source.report(FILE, _line_of(source, heading, *words), what, cure)
    if not source.problems:
        check_seals(source, "rulebook", [FILE])
    return Relations(**read), source.problems


def _heading_faults(read: Mapping[str, Any]) -> Iterator[Fault]:
    """One that is not known tells which are missing: it is most likely one of them."""
    known = {each.name for each in fields(Relations)}
    missing, extra = sorted(known - read.keys()), sorted(read.keys() - known)
    for name in extra:
        meant = get_close_matches(name, missing, n=1, cutoff=0) if missing else []
        cure = f"{meant[0]} の綴りに直すか、消します。" if meant else "見出しを消します。"
        yield Fault(name, (), f"知らない見出し {name} があります。", cure)
    for name in [] if extra else missing:
        yield Fault(name, (), f"見出し {name} がありません。", "見出しを書き足します。")


def _shape_faults(read: Mapping[str, Any]) -> Iterator[Fault]:
    for name in (each.name for each in fields(Relations) if each.name in read):
        value = read[name]
        if name in _ONE and not isinstance(value, str):
            yield Fault(
                name, (), f"{name} が一つの項目キーではありません。", "項目キーを一つ書きます。"
            )
        elif name in _MAPPINGS:
            yield from _mapping_faults(name, value)
        elif name in _PAIRS and not _is_list(value, _is_pair):
            cure = "「- [一つ目, 二つ目]」の行で書きます。"
            yield Fault(name, (), f"{name} に、二つの項目キーの組でない行があります。", cure)
        elif name not in _ONE | _PAIRS and not _is_list(value, _is_text):
            cure = "[ ] か「- 」の行で、文字を並べます。数や日付は引用符で囲みます。"
            yield Fault(name, (), f"{name} が文字の並びではありません。", cure)


def _mapping_faults(name: str, value: Any) -> Iterator[Fault]:
    if not isinstance(value, dict):
        yield Fault(
            name, (), f"{name} が見出しと値の組ではありません。", "「名前: 値」の行で書きます。"
        )
        return
    known = _MAPPINGS[name]
    extra = [] if name == "incorporated" else [key for key in value if key not in known]
    for key in extra:
        cure = f"{'・'.join(known)} のどれかを書きます。"
        yield Fault(name, (key,), f"{name} の「{key}」を知りません。", cure)
    for key in [] if extra else [key for key in known if key not in value]:
        yield Fault(name, (), f"{name} に {key} がありません。", "見出しと値を書き足します。")
    for key, said in value.items():
        if not (said == () or _is_list(said, _is_text) if name in _LISTING else _is_text(said)):
            cure = "results と incorporated は [ ] の並び、header_items は項目キー一つで書きます。"
            yield Fault(name, (key,), f"{name} の「{key}」の値を読めません。", cure)


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
    told = [("results", read["result_item"], code) for code in _leaves(read["results"])]
    told += [
        ("incorporated", key, code) for key, codes in read["incorporated"].items() for code in codes
    ]
    for name, key, code in told:
        item = catalog.items_by_key.get(key)
        codes = item.codes.codes if item is not None and item.codes is not None else ()
        if item is not None and code not in codes:
            what = f"{name}: {code} は {key} のコードではありません。"
            cure = f"{'・'.join(codes)} のどれかを書きます。" if codes else "[ ] と書きます。"
            source.report(FILE, _line_of(source, name, code), what, cure)


def _report_twice(source: Source, read: Mapping[str, Any]) -> None:
    """What is listed twice in one place, a pair also the other way round."""
    for name, value in read.items():
        for listed in value.values() if name in _LISTING else [value]:
            seen: set[frozenset[str]] = set()
            for each in listed if isinstance(listed, tuple) else ():
                words = (each,) if isinstance(each, str) else each
                if frozenset(words) in seen:
                    what = f"{name} に {' と '.join(words)} が二度あります。"
                    heading = source.line_of_heading(FILE, name)
                    first, *others = _lines_with(source, name, words) or [heading]
                    source.report(FILE, next(iter(others), first), what, "片方を消します。")
                seen.add(frozenset(words))


def _line_of(source: Source, heading: str, *words: str) -> int:
    """The first line at or below a heading that has these words, or else the first of them."""
    found = [*_lines_with(source, heading, words), *_lines_with(source, heading, words[:1])]
    return found[0] if found else source.line_of_heading(FILE, heading)


def _lines_with(source: Source, heading: str, words: Sequence[str]) -> list[int]:
    """The lines at or below a heading, down to the next one, that have all these words."""
    begin = source.line_of_heading(FILE, heading)
    wholes = [re.compile(rf"(?<![\w.]){re.escape(word)}(?![\w.])") for word in words]
    found = []
    for line, text in source.lines(FILE):
        if line > begin and _HEADING.match(text):
            break
        if line >= begin and all(whole.search(text) for whole in wholes):
            found.append(line)
    return found


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
