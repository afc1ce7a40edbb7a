"""From the files of data_model/ to a Catalog, in two passes.

The first pass reads every file into rows; the second resolves every reference between them. What
is wrong on the way is collected with its file and line, so that one run of `check` shows all of it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

from mirasapo.catalog.limit import Limit, parse_limit
from mirasapo.catalog.lint import lint
from mirasapo.catalog.model import (
    DATA_CLASSES,
    DOMAINS,
    MASTER_POLICIES,
    MASTER_UNITS,
    TYPES,
    Catalog,
    CodeList,
    Item,
    MappedField,
    Programme,
    Survey,
    TableShape,
    Term,
)
from mirasapo.catalog.problem import Problem, refuse
from mirasapo.catalog.source import LINE, Source
from mirasapo.resources import resource

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

ITEM_COLUMNS = (
    "number",
    "item",
    "label_ja",
    "type",
    "unit",
    "limit",
    "array",
    "repeat_group",
    "entity",
    "row_key",
    "programmes",
    "data_class",
    "third_party",
    "sensitivity",
    "master_policy",
    "master_unit",
    "code_list",
    "source",
)
COUNTS = {"generic": 443, "specific": 802}
MAPPINGS = ("gbizinfo", "nta")
_CHOICES = {"type": TYPES, "master_policy": MASTER_POLICIES, "master_unit": MASTER_UNITS}
_FLAGS = {"": False, "yes": True}
BASES = ("deemed", "individual")
FILERS = ("business", "institution")


@dataclass(frozen=True, slots=True)
class Examined:
    """A catalogue as far as it could be built, and everything that is wrong with it."""

    catalog: Catalog
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of an item file, unresolved."""

    file: str
    line: int
    domain: str
    category: str
    cells: dict[str, str]

    @property
    def key(self) -> str:
        return f"{self.category}.{self.cells['item']}"


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
    refuse(examined.problems, "データモデル")
    return examined.catalog


def check(root: Path | None = None) -> list[Problem]:
    """Everything that is wrong with the data model, in the order of files and lines."""
    return list(examine(resource("data_model") if root is None else root).problems)


def examine(root: Path) -> Examined:
    """Read and resolve the folder, collecting problems instead of stopping at the first."""
    source = Source(root)
    rows = _read_items(source)
    written = {row.key for row in rows}
    _count(source, rows)
    categories = {
        row["category"]: row["label_ja"]
        for _, row in source.rows("categories.csv", ("domain", "category", "label_ja"))
    }
    table_labels = _read_table_labels(source)
    raw_programmes = source.mapping("programmes.yaml")
    code_lists = _read_code_lists(source, raw_programmes)

    places: dict[str, tuple[str, int]] = {}
    items: list[Item] = []
    stems = _stems(rows)
    for row in rows:
        item = _resolve_item(source, row, code_lists, stems)
        if item is None:
            continue
        if item.key in places:
            source.report(row.file, row.line, f"項目 {item.key} は二度書かれています。")
            continue
        places[item.key] = (row.file, row.line)
        items.append(item)
    items.sort(key=lambda item: item.number)
    by_key = {item.key: item for item in items}
    tables = _tables(source, items, table_labels)
    programmes = _programmes(source, raw_programmes, items)
    catalog = Catalog(
        items=tuple(items),
        tables=tables,
        programmes=programmes,
        survey=_survey(source, raw_programmes),
        code_lists=code_lists,
        categories=categories,
        mappings={name: _mapping(source, name, by_key, written) for name in MAPPINGS},
        glossary=_glossary(source),
        items_by_key=by_key,
        tables_by_name={table.name: table for table in tables},
    )
    problems = source.problems + lint(catalog, places)
    return Examined(catalog, tuple(sorted(problems)))


# ── first pass ────────────────────────────────────────────────────────────────────────────────


def _read_items(source: Source) -> list[_Row]:
    return [
        _Row(file, line, domain, file.rsplit("/", 1)[1].removesuffix(".csv"), cells)
        for domain in DOMAINS
        for file in source.names(domain, ".csv")
        for line, cells in source.rows(file, ITEM_COLUMNS)
    ]


def _count(source: Source, rows: list[_Row]) -> None:
    """The counts are the report's: an item more or less is a mistake."""
    found = Counter(row.domain for row in rows)
    for domain, expected in COUNTS.items():
        if found[domain] != expected:
            what = f"{domain} の項目が {found[domain]} 件です({expected} 件のはずです)。"
            source.report(domain, 1, what)


def _read_table_labels(source: Source) -> dict[tuple[str, str], tuple[int, str]]:
    return {
        (row["entity"], row["repeat_group"]): (line, row["label_ja"])
        for line, row in source.rows("tables.csv", ("entity", "repeat_group", "label_ja"))
    }


def _read_code_lists(source: Source, programmes: Mapping[str, Any]) -> dict[str, CodeList]:
    index = "code_lists/index.yaml"
    lists: dict[str, CodeList] = {}
    for name, entry in source.mapping(index).items():
        missing = [key for key in ("label_ja", "revision", "source") if not entry.get(key)]
        if missing:
            source.report(index, entry[LINE], f"{name}: {', '.join(missing)} がありません。")
            continue
        if entry.get("codes_from") == "programmes.yaml":
            raw = programmes.get("programmes", {})
            codes = {code: raw[code].get("short_ja", "") for code in raw if code != LINE}
        else:
            codes = _read_codes(source, f"code_lists/{name}.csv")
        lists[name] = CodeList(name, entry["label_ja"], entry["revision"], entry["source"], codes)
    unlisted = {f"code_lists/{name}.csv" for name in lists}
    for file in source.names("code_lists", ".csv"):
        if file not in unlisted:
            source.report(file, 1, "index.yaml に版と出典がありません。")
    return lists


def _read_codes(source: Source, file: str) -> dict[str, str]:
    codes: dict[str, str] = {}
    for line, row in source.rows(file, ("code", "label_ja")):
        if row["code"] in codes:
            source.report(file, line, f"コード {row['code']} は二度書かれています。")
        codes[row["code"]] = row["label_ja"]
    return codes


def _stems(rows: list[_Row]) -> dict[tuple[str, str], str]:
    """The table stem of every (entity, repeat group).

    The entity's name holds the single rows; a group is `<entity>_<group>`, or the bare entity
    where that one group is all there is of it.
    """
    groups: dict[str, set[str]] = {}
    for row in rows:
        groups.setdefault(row.cells["entity"], set()).add(row.cells["repeat_group"])
    return {
        (entity, group): f"{entity}_{group}" if group and len(found) > 1 else entity
        for entity, found in groups.items()
        for group in found
    }


# ── second pass ───────────────────────────────────────────────────────────────────────────────


def _resolve_item(
    source: Source,
    row: _Row,
    code_lists: Mapping[str, CodeList],
    stems: Mapping[tuple[str, str], str],
) -> Item | None:
    cells = row.cells
    faults = [
        f"{column}「{cells[column]}」は {'・'.join(choices)} のどれでもありません。"
        for column, choices in _CHOICES.items()
        if cells[column] not in choices
    ]
    faults += [
        f"{column}「{cells[column]}」は yes か空です。"
        for column in ("array", "row_key", "third_party")
        if cells[column] not in _FLAGS
    ]
    faults += [
        f"{name} がありません。" for name in ("item", "label_ja", "entity") if not cells[name]
    ]
    data_class = int(cells["data_class"]) if cells["data_class"].isdecimal() else 0
    if data_class not in DATA_CLASSES:
        faults.append(f"データ区分「{cells['data_class']}」は 1 から 13 です。")
    if cells["code_list"] and cells["code_list"] not in code_lists:
        faults.append(f"コード表 {cells['code_list']} がありません。")
    limit = Limit()
    try:
        limit = parse_limit(cells["limit"])
    except ValueError as error:
        faults.append(str(error))
    for fault in faults:
        source.report(row.file, row.line, fault)
    if faults:
        return None
    return Item(
        key=row.key,
        number=cells["number"],
        domain=row.domain,
        category=row.category,
        column=cells["item"],
        label_ja=cells["label_ja"],
        type=cells["type"],
        unit=cells["unit"] or None,
        limit=limit,
        array=_FLAGS[cells["array"]],
        repeat_group=cells["repeat_group"] or None,
        entity=cells["entity"],
        row_key=_FLAGS[cells["row_key"]],
        programmes=frozenset(cells["programmes"].split()),
        data_class=data_class,
        third_party=_FLAGS[cells["third_party"]],
        sensitivity=cells["sensitivity"],
        master_policy=cells["master_policy"],
        master_unit=cells["master_unit"],
        code_list=cells["code_list"] or None,
        codes=code_lists.get(cells["code_list"]),
        source=cells["source"],
        table=stems[cells["entity"], cells["repeat_group"]],
    )


def _tables(
    source: Source, items: list[Item], labels: Mapping[tuple[str, str], tuple[int, str]]
) -> tuple[TableShape, ...]:
    columns: dict[tuple[str, str], list[Item]] = {}
    for item in items:
        columns.setdefault((item.entity, item.repeat_group or ""), []).append(item)
    for place, (line, _) in labels.items():
        if place not in columns:
            source.report(
                "tables.csv", line, f"表 {'・'.join(filter(None, place))} に項目がありません。"
            )
    for entity, group in columns:
        if (entity, group) not in labels:
            source.report("tables.csv", 1, f"表 {entity} {group} の名前がありません。")
    return tuple(
        TableShape(
            name=found[0].table,
            entity=entity,
            repeat_group=group or None,
            domain=found[0].domain,
            label_ja=labels.get((entity, group), (0, entity))[1],
            items=tuple(found),
        )
        for (entity, group), found in columns.items()
    )


def _programmes(source: Source, raw: Mapping[str, Any], items: list[Item]) -> dict[str, Programme]:
    file = "programmes.yaml"
    entries = {code: entry for code, entry in raw.get("programmes", {}).items() if code != LINE}
    forms: dict[str, list[Item]] = {code: [] for code in entries}
    for item in items:
        for code in item.programmes & forms.keys():
            forms[code].append(item)
    programmes: dict[str, Programme] = {}
    for code, entry in entries.items():
        line = entry.pop(LINE)
        try:
            programmes[code] = Programme(
                code=code,
                items=tuple(forms[code]),
                form_versions=tuple(entry.pop("form_versions")),
                **entry,
            )
        except (TypeError, KeyError):
            source.report(file, line, f"制度 {code} の見出しが足りないか、余っています。")
            continue
        for name, value, choices in (
            ("basis", entry["basis"], BASES),
            ("filed_by", entry["filed_by"], FILERS),
        ):
            if value not in choices:
                source.report(
                    file, line, f"{name}「{value}」は {'・'.join(choices)} のどちらかです。"
                )
    return programmes


def _survey(source: Source, raw: Mapping[str, Any]) -> Survey:
    entry = dict(raw.get("survey", {}))
    line = entry.pop(LINE, 1)
    try:
        return Survey(**entry)
    except TypeError:
        source.report("programmes.yaml", line, "survey の見出しが足りないか、余っています。")
        return Survey(0, 0, 0, 0, 0, 0)


def _mapping(
    source: Source, name: str, items: Mapping[str, Item], written: Collection[str]
) -> tuple[MappedField, ...]:
    file = f"mappings/{name}.csv"
    fields: list[MappedField] = []
    for line, row in source.rows(file, ("path", "item", "convert", "note")):
        path, key, convert, remark = (row.pop(c) for c in ("path", "item", "convert", "note"))
        if key and key not in items:
            if key not in written:  # an item that was refused has its own problem
                source.report(file, line, f"項目 {key} がデータモデルにありません。")
            continue
        if not key and not remark:
            source.report(file, line, f"{path} を取り込まない理由がありません。")
        fields.append(MappedField(path, items.get(key), convert, remark, row))
    return tuple(fields)


def _glossary(source: Source) -> tuple[Term, ...]:
    file = "glossary.yaml"
    terms: list[Term] = []
    for identifier, entry in source.mapping(file).items():
        if not entry.get("ja") or not entry.get("meaning"):
            source.report(file, entry[LINE], f"{identifier}: ja か meaning がありません。")
            continue
        terms.append(
            Term(entry["ja"], identifier, entry["meaning"], tuple(entry.get("refused", ())))
        )
    for word, found in groupby(sorted(w for term in terms for w in term.refused)):
        if len(list(found)) > 1:
            source.report(file, 1, f"「{word}」は二つの語で退けられています。")
    return tuple(terms)
