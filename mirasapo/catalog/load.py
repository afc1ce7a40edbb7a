"""From the files of data_model/ to a Catalog, in two passes.

The first pass reads every file into rows and entries; the second (`resolve`) makes objects of them
and resolves every reference. What is wrong on the way is collected with its file and line, so that
one run of `check` shows all of it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from mirasapo.catalog.area import resolve_areas
from mirasapo.catalog.formula import resolve_formulas
from mirasapo.catalog.lint import lint
from mirasapo.catalog.model import DOMAINS, Catalog, CodeList, Term
from mirasapo.catalog.open_points import resolve_open_points
from mirasapo.catalog.problem import Problem, refusal
from mirasapo.catalog.published import check_published
from mirasapo.catalog.resolve import (
    TABLES,
    ItemRow,
    resolve_items,
    resolve_mapping,
    resolve_programmes,
    resolve_tables,
)
from mirasapo.catalog.source import Source
from mirasapo.catalog.survey import PROGRAMMES, resolve_survey
from mirasapo.resources import resource

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

ITEM_COLUMNS = (
    "number",
    "item",
    "label_ja",
    "label_en",
    "definition",
    "type",
    "unit",
    "form_unit",
    "limit",
    "array",
    "repeat_group",
    "entity",
    "key_role",
    "references",
    "programmes",
    "data_class",
    "class_reason",
    "third_party",
    "sensitivity",
    "master_policy",
    "master_unit",
    "master_reason",
    "code_list",
    "valid_from",
    "valid_until",
    "certainty",
    "source",
)
COUNTS = {"generic": 443, "specific": 802}
MAPPINGS = ("gbizinfo", "nta")
GLOSSARY = "glossary.yaml"
CODE_LISTS = "code_lists/index.yaml"


@dataclass(frozen=True, slots=True)
class Examined:
    """A catalogue as far as it could be built, and everything that is wrong with it."""

    catalog: Catalog
    problems: tuple[Problem, ...]


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
    rows = _read_items(source)
    written = {row.key for row in rows}
    raw = source.mapping(PROGRAMMES)
    programmes = list(source.entries(PROGRAMMES, raw.get("programmes")))
    code_lists = _read_code_lists(source, {e.name: e.cells.get("short_ja", "") for e in programmes})
    items, places = resolve_items(source, rows, code_lists)
    tables = resolve_tables(source, items, _read_table_labels(source))
    by_key = {item.key: item for item in items}
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
        mappings={name: resolve_mapping(source, name, by_key, written) for name in MAPPINGS},
        glossary=_read_glossary(source),
        items_by_key=by_key,
        tables_by_name=by_name,
        formulas=resolve_formulas(source, by_key, by_name),
        open_points=resolve_open_points(source, by_key, written),
    )
    check_published(source, by_key)
    problems = source.problems + lint(catalog, places)
    return Examined(catalog, tuple(sorted(problems)))


def _read_items(source: Source) -> list[ItemRow]:
    rows = [
        ItemRow(file, line, domain, file.rsplit("/", 1)[1].removesuffix(".csv"), cells)
        for domain in DOMAINS
        for file in source.names(domain, ".csv")
        for line, cells in source.rows(file, ITEM_COLUMNS)
    ]
    found = Counter(row.domain for row in rows)
    for domain, expected in COUNTS.items():
        if found[domain] != expected:
            what = f"{domain} の項目が {found[domain]} 件です({expected} 件のはずです)。"
            cure = "足りない行を戻すか、余る行を除きます。項目の数は報告書の数です。"
            source.report(domain, 1, what, cure)
    return rows


def _read_categories(source: Source) -> dict[str, str]:
    columns = ("domain", "category", "label_ja")
    return {row["category"]: row["label_ja"] for _, row in source.rows("categories.csv", columns)}


def _read_table_labels(source: Source) -> dict[tuple[str, str], tuple[int, str]]:
    return {
        (row["entity"], row["repeat_group"]): (line, row["label_ja"])
        for line, row in source.rows(TABLES, ("entity", "repeat_group", "label_ja"))
    }


def _read_code_lists(source: Source, programmes: Mapping[str, str]) -> dict[str, CodeList]:
    lists: dict[str, CodeList] = {}
    for name, line, cells in source.entries(CODE_LISTS, source.mapping(CODE_LISTS)):
        missing = [key for key in ("label_ja", "revision", "source") if not cells.get(key)]
        if missing:
            what = f"コード表 {name} の {'・'.join(missing)} がありません。"
            source.report(CODE_LISTS, line, what, "名称、改定の版、公式の出典を書きます。")
            continue
        from_programmes = cells.get("codes_from") == PROGRAMMES
        file = f"code_lists/{name}.csv"
        codes, parents = (programmes, {}) if from_programmes else _read_codes(source, file)
        origin = (cells["label_ja"], cells["revision"], cells["source"])
        lists[name] = CodeList(name, *origin, codes, parents)
    for file in source.names("code_lists", ".csv"):
        if file.removeprefix("code_lists/").removesuffix(".csv") not in lists:
            cure = "code_lists/index.yaml に書き足すか、ファイルを除きます。"
            source.report(file, 1, "index.yaml に版と出典がありません。", cure)
    return lists


def _read_codes(source: Source, file: str) -> tuple[dict[str, str], dict[str, str]]:
    codes: dict[str, str] = {}
    parents: dict[str, str] = {}
    for line, row in source.rows(file, ("code", "label_ja")):
        if row["code"] in codes:
            what = f"コード {row['code']} は二度書かれています。"
            source.report(file, line, what, "片方の行を消します。")
        if not row["code"].strip() or not row["label_ja"].strip():
            what = "コードか名称が空です。"
            source.report(file, line, what, "両方を書くか、行を消します。")
        codes[row["code"]] = row["label_ja"]
        if row.get("parent"):
            parents[row["code"]] = row["parent"]
    return codes, parents


def _read_glossary(source: Source) -> tuple[Term, ...]:
    terms: list[Term] = []
    for name, line, cells in source.entries(GLOSSARY, source.mapping(GLOSSARY)):
        refused = cells.get("refused", [])
        if cells.get("ja") and cells.get("meaning") and isinstance(refused, list):
            terms.append(Term(cells["ja"], name, cells["meaning"], tuple(map(str, refused))))
        else:
            what = f"{name}: ja か meaning か refused を読めません。"
            source.report(GLOSSARY, line, what, "ja と meaning は文字、refused は並び [ ] です。")
    counts = Counter(word for term in terms for word in term.refused)
    for word in (word for word, count in counts.items() if count > 1):
        what = f"「{word}」は二つの語で退けられています。"
        source.report(GLOSSARY, 1, what, "refused のどちらかから消します。")
    return tuple(terms)
