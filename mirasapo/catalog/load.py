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
from mirasapo.catalog.formula import resolve_formulas
from mirasapo.catalog.item_file import category_of, check_counts, read_items
from mirasapo.catalog.lint import lint
from mirasapo.catalog.mapping import resolve_mapping
from mirasapo.catalog.model import Catalog, CodeList, Term
from mirasapo.catalog.open_points import resolve_open_points
from mirasapo.catalog.problem import Problem, refusal
from mirasapo.catalog.published import check_published, read_published
from mirasapo.catalog.resolve import (
    TABLES,
    resolve_items,
    resolve_programmes,
    resolve_tables,
)
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
GLOSSARY = "glossary.yaml"
CODE_LISTS = "code_lists/index.yaml"


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
    index = list(source.entries(CODE_LISTS, source.mapping(CODE_LISTS)))
    short = {entry.name: entry.cells.get("short_ja", "") for entry in programmes}
    code_lists = _read_code_lists(source, index, short)
    items, places = resolve_items(source, rows, code_lists, {entry.name for entry in index})
    by_key = {item.key: item for item in items}
    refused = frozenset({*_keys(source, rows)} - by_key.keys())
    tables = resolve_tables(source, items, _read_table_labels(source), rows)
    by_name = {table.name: table for table in tables}
    categories = _read_categories(source)
    forms = resolve_programmes(source, programmes, items)
    catalog = Catalog(
        items=tuple(items),
        tables=tables,
        programmes=forms,
        survey=resolve_survey(source, raw, forms),
        code_lists=code_lists,
        categories=categories,
        areas=resolve_areas(source, categories, tuple(items)),
        mappings={name: resolve_mapping(source, name, by_key, refused) for name in MAPPINGS},
        glossary=_read_glossary(source),
        items_by_key=by_key,
        tables_by_name=by_name,
        formulas=resolve_formulas(source, by_key, by_name, refused),
        open_points=resolve_open_points(source, by_key, refused),
    )
    published = read_published(source)
    check_counts(source, rows, published)
    check_published(source, published, by_key, places, refused)
    unsound = {*refused, *({entry.name for entry in index} - code_lists.keys())}
    if broken := _broken(programmes, forms, items):
        unsound |= {PROGRAMMES, *broken}
    found = source.unreadable or source.problems + lint(catalog, places, unsound)
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


def _read_categories(source: Source) -> dict[str, str]:
    columns = ("domain", "category", "label_ja")
    return {row["category"]: row["label_ja"] for _, row in source.rows("categories.csv", columns)}


def _read_table_labels(source: Source) -> dict[tuple[str, str], tuple[int, str]]:
    return {
        (row["entity"], row["repeat_group"]): (line, row["label_ja"])
        for line, row in source.rows(TABLES, ("entity", "repeat_group", "label_ja"))
    }


def _read_code_lists(
    source: Source, index: Iterable[Entry], programmes: Mapping[str, str]
) -> dict[str, CodeList]:
    lists: dict[str, CodeList] = {}
    named = set()
    for name, line, cells in index:
        named.add(name)
        missing = [key for key in ("label_ja", "revision", "source") if not cells.get(key)]
        if missing:
            what = f"コード表 {name} の {'・'.join(missing)} がありません。"
            source.report(
                CODE_LISTS, line.of(missing[0]), what, "名称、改定の版、公式の出典を書きます。"
            )
            continue
        from_programmes = cells.get("codes_from") == PROGRAMMES
        file = f"code_lists/{name}.csv"
        codes, parents = (programmes, {}) if from_programmes else _read_codes(source, file)
        origin = (cells["label_ja"], cells["revision"], cells["source"])
        lists[name] = CodeList(name, *origin, codes, parents)
    for file in source.names("code_lists", ".csv"):
        if file.removeprefix("code_lists/").removesuffix(".csv") not in named:
            cure = "code_lists/index.yaml に書き足すか、ファイルを除きます。"
            source.report(file, 1, "index.yaml に版と出典がありません。", cure)
    return lists


def _read_codes(source: Source, file: str) -> tuple[dict[str, str], dict[str, str]]:
    codes: dict[str, str] = {}
    parents: dict[str, str] = {}
    meanings: dict[tuple[str, str], str] = {}  # a label may come again under another parent
    for line, row in source.rows(file, ("code", "label_ja")):
        if row["code"] in codes:
            what = f"コード {row['code']} は二度書かれています。"
            source.report(file, line, what, "片方の行を消します。")
        if not row["code"].strip() or not row["label_ja"].strip():
            what = "コードか名称が空です。"
            source.report(file, line, what, "両方を書くか、行を消します。")
        meaning = (row.get("parent", ""), row["label_ja"])
        if meaning in meanings:
            what = (
                f"コード {meanings[meaning]} と {row['code']} が同じ名称「{row['label_ja']}」です。"
            )
            source.report(file, line, what, "違う意味なら名称を分け、同じ意味なら片方を消します。")
        meanings.setdefault(meaning, row["code"])
        codes[row["code"]] = row["label_ja"]
        if row.get("parent"):
            parents[row["code"]] = row["parent"]
    return codes, parents


def _read_glossary(source: Source) -> tuple[Term, ...]:
    terms: list[Term] = []
    seen: dict[str, str] = {}
    for name, line, cells in source.entries(GLOSSARY, source.mapping(GLOSSARY)):
        refused = cells.get("refused", [])
        if not (cells.get("ja") and cells.get("meaning") and isinstance(refused, list)):
            what = f"{name}: ja か meaning か refused を読めません。"
            source.report(GLOSSARY, line, what, "ja と meaning は文字、refused は並び [ ] です。")
            continue
        terms.append(Term(cells["ja"], name, cells["meaning"], tuple(map(str, refused))))
        for word in terms[-1].refused:
            if seen.setdefault(word, name) != name or refused.count(word) > 1:
                what = f"「{word}」は二つの語で退けられています。"
                cure = f"{seen[word]} か {name} の refused から消します。"
                source.report(GLOSSARY, line.of("refused"), what, cure)
    return tuple(terms)
