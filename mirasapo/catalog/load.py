"""From the files of data_model/ to a Catalog, in two passes.

The first pass reads every file into rows and entries; the second (`resolve`) makes objects of them
and resolves every reference. What is wrong on the way is collected with its file and line, so that
one run of `check` shows all of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from mirasapo.catalog.area import resolve_areas
from mirasapo.catalog.category_file import read_categories
from mirasapo.catalog.code_list_file import CODE_LISTS, read_code_lists
from mirasapo.catalog.formula import resolve_formulas
from mirasapo.catalog.glossary_file import check_refused_words, read_glossary
from mirasapo.catalog.item_file import category_of, check_counts, read_items
from mirasapo.catalog.label import check_labels
from mirasapo.catalog.lint import lint
from mirasapo.catalog.mapping import resolve_mapping
from mirasapo.catalog.model import Catalog
from mirasapo.catalog.open_points import resolve_open_points
from mirasapo.catalog.problem import Problem, refusal
from mirasapo.catalog.published_kinds import (
    CODES,
    FORMS,
    KEYS,
    check_entries,
    check_files,
    codes_now,
    forms_now,
    keys_now,
)
from mirasapo.catalog.resolve import (
    TABLES,
    resolve_items,
    resolve_programmes,
    resolve_tables,
)
from mirasapo.catalog.seal import check_seals
from mirasapo.catalog.source import Source
from mirasapo.catalog.survey import PROGRAMMES, resolve_survey
from mirasapo.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from mirasapo.catalog.item_file import ItemRow
    from mirasapo.catalog.model import Item, Programme
    from mirasapo.catalog.source import Entry

MAPPINGS = ("gbizinfo", "nta")


@dataclass(frozen=True, slots=True)
class Examined:
    """A catalogue as far as it could be built, and everything that is wrong with it.

    Items that were `refused` have a problem of their own; what names them needs no other. Where a
    file is not `readable`, only that is a problem: the rest may follow from it.
    """

    catalog: Catalog
    problems: tuple[Problem, ...]
    refused: frozenset[str]
    readable: bool


def load_catalog(root: Path | None = None) -> Catalog:
    """The data model of the project, or of another folder.

    The project's own is loaded once. Raises BadInput with file and line when anything is wrong.
    """
    return _shipped() if root is None else _sound(root)


@lru_cache(maxsize=1)
def _shipped() -> Catalog:
    return _sound(resource("data_model"))


def _sound(root: Path) -> Catalog:
    examined = examine(root)
    if examined.problems:
        raise refusal(examined.problems, "データモデル")
    return examined.catalog


def check(root: Path | None = None) -> list[Problem]:
    """Everything that is wrong with the data model, in the order of files and lines."""
    return list(examine(resource("data_model") if root is None else root).problems)


def examine(root: Path) -> Examined:
    """Read and resolve the folder, collecting problems instead of stopping at the first."""
    source = Source(root)
    rows = read_items(source)
    raw = source.mapping(PROGRAMMES)
    programmes = list(source.entries(PROGRAMMES, raw.get("programmes")))
    published, forms_before = KEYS.read(source), FORMS.read(source)
    check_files(source, rows, published)
    check_entries(source, programmes, forms_before)
    index = list(source.entries(CODE_LISTS, source.mapping(CODE_LISTS)))
    code_lists, code_lines = read_code_lists(source, index, programmes)
    items, places = resolve_items(source, rows, code_lists, {entry.name for entry in index})
    by_key = {item.key: item for item in items}
    refused = frozenset({*_keys(source, rows)} - by_key.keys())
    tables = resolve_tables(source, items, _read_table_labels(source), rows)
    by_name = {table.name: table for table in tables}
    domains = {
        row.category: row.domain for row in sorted(rows, key=lambda row: row.cells["number"])
    }
    forms = resolve_programmes(source, programmes, items)
    glossary, terms = read_glossary(source)
    catalog = Catalog(
        items=tuple(items),
        tables=tables,
        programmes=forms,
        survey=resolve_survey(source, raw, forms),
        code_lists=code_lists,
        categories=read_categories(source, domains),
        areas=resolve_areas(source, domains),
        mappings={name: resolve_mapping(source, name, by_key, refused) for name in MAPPINGS},
        glossary=glossary,
        items_by_key=by_key,
        tables_by_name=by_name,
        formulas=resolve_formulas(source, by_key, by_name, refused),
        open_points=resolve_open_points(source, by_key, refused),
    )
    check_counts(source, rows, [key for (key,) in published])
    unsound = {*refused, *({entry.name for entry in index} - code_lists.keys())}
    broken = _broken(programmes, forms, items)
    lines = {row.key: row for row in rows}
    KEYS.check(source, published, keys_now(items, places, lines), refused)
    codes = codes_now(code_lists, code_lines)
    if broken:  # a list of the programmes follows from them
        of_programmes = {name for name, each in code_lines.items() if each.file == PROGRAMMES}
        codes = {name: group for name, group in codes.items() if name[0] not in of_programmes}
        unsound |= of_programmes
    CODES.check(source, CODES.read(source), codes, unsound)
    entries = {entry.name: entry.line for entry in programmes}
    FORMS.check(source, forms_before, forms_now(forms, entries), broken)
    fixed = {key: f"{file}:{line}" for key, (file, line) in places.items() if (key,) in published}
    unsound |= check_refused_words(source, catalog, terms, fixed)
    if broken:
        unsound |= {PROGRAMMES, *broken}
    found = source.unreadable or source.problems + lint(catalog, places, unsound)
    if not found:  # what is wrong is better told by what it is
        check_seals(source, "data_model")
        found = source.problems
    return Examined(catalog, tuple(sorted(set(found))), refused, not source.unreadable)


def _keys(source: Source, rows: Iterable[ItemRow]) -> Iterator[str]:
    """The keys of all rows, also of those that have more or fewer cells than the header."""
    yield from (row.key for row in rows)
    for file, found in source.misshapen.items():
        yield from (f"{category_of(file)}.{cells[1]}" for cells in found if len(cells) > 1)


def _broken(
    entries: Iterable[Entry], forms: Mapping[str, Programme], items: Iterable[Item]
) -> set[str]:
    """The numbers of programmes that were refused; all of them where no programme was read."""
    written = {entry.name for entry in entries}
    return (written or {code for item in items for code in item.programmes}) - forms.keys()


def _read_table_labels(source: Source) -> dict[tuple[str, str], tuple[int, str]]:
    rows = list(source.rows(TABLES, ("entity", "repeat_group", "label_ja")))
    check_labels(source, TABLES, [(line, row["label_ja"]) for line, row in rows])
    return {(row["entity"], row["repeat_group"]): (line, row["label_ja"]) for line, row in rows}
