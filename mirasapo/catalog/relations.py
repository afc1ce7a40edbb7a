"""Which items of one filing the rules compare with each other: rulebook/relations.yaml."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from typing import TYPE_CHECKING, Any

from mirasapo.catalog.problem import Problem, refusal
from mirasapo.catalog.source import LINE, Source
from mirasapo.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from mirasapo.catalog.model import Catalog

FILE = "relations.yaml"
Pair = tuple[str, str]
_NO_ITEMS = {"results", "fillers", "filler_days", "finance_formulas", "expense_formulas"}


@dataclass(frozen=True, slots=True)
class Relations:
    """Item keys by what a rule does with them; a pair is (first, then), (broad, narrow) and so on."""

    header_items: Mapping[str, str]
    result_item: str
    results: Mapping[str, tuple[str, ...]]
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
    root: Path, catalog: Catalog | None = None
) -> tuple[Relations | None, list[Problem]]:
    """The relations, or None; with a catalogue also every key in them that it does not have."""
    source = Source(root)
    read = {name: _plain(value) for name, value in source.mapping(FILE).items()}
    known = {each.name for each in fields(Relations)}
    for name in sorted(known ^ read.keys()):
        source.report(FILE, 1, f"見出し {name} が足りないか、余っています。")
    if source.problems:
        return None, source.problems
    if catalog is not None:
        lines = (root / FILE).read_text(encoding="utf-8").splitlines()
        for name, key in _named(read):
            stems = catalog.tables_by_name if name == "member_tables" else catalog.items_by_key
            if key not in stems:
                line = next(number for number, text in enumerate(lines, 1) if key in text)
                source.report(FILE, line, f"{name}: {key} はデータモデルにありません。")
    return Relations(**read), source.problems


def _named(read: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in read.items():
        if name not in _NO_ITEMS:
            for key in _leaves(value):
                yield name, key


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
