"""The kinds of things that are published, and what the data model says of each now."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from mirasapo.catalog.category_file import CATEGORIES
from mirasapo.catalog.code_list_file import CODE_LISTS
from mirasapo.catalog.item_file import category_of
from mirasapo.catalog.model import DOMAINS
from mirasapo.catalog.published import Group, Kind, Thing
from mirasapo.catalog.source import Place
from mirasapo.catalog.survey import PROGRAMMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mirasapo.catalog.code_list_file import CodeLines
    from mirasapo.catalog.item_file import ItemRow
    from mirasapo.catalog.model import CodeList, Item, Programme
    from mirasapo.catalog.published import Name
    from mirasapo.catalog.source import Entry, Source

KEYS = Kind(
    file="published_keys.csv",
    label_ja="項目キー",
    names=("item",),
    group_of=lambda name: (name[0].partition(".")[0],),
    cells={
        "type": "型",
        "unit": "単位",
        "row_key": "行の鍵の印",
        "code_list": "コード表",
        "data_class": "データ区分",
        "third_party": "第三者の印",
        "limit": "書き方の制限",
        "array": "並びの印",
        "programmes": "制度",
        "sensitivity": "機微",
        "label_ja": "名称",
        "entity": "実体",
        "repeat_group": "繰り返し",
        "master_policy": "マスタの決まり",
        "master_unit": "更新の単位",
    },
    fixed=frozenset({"type", "unit", "row_key", "array", "entity", "repeat_group"}),
    gone="キーを元に戻します。使わなくなった項目は valid_until を書いて残します。",
)
CODES = Kind(
    file="published_codes.csv",
    label_ja="コード",
    names=("code_list", "revision", "code"),
    group_of=lambda name: name[:2],
    cells={"label_ja": "名称", "parent": "上位のコード"},
    fixed=frozenset(),
    gone="コードを元に戻します。表が改定されたのなら、index.yaml の revision を新しくします。",
)
FORMS = Kind(
    file="published_programmes.csv",
    label_ja="制度",
    names=("programme",),
    group_of=lambda _: ("",),
    cells={
        "name_ja": "名称",
        "system": "利用システム",
        "provides_api": "APIの提供",
        "api_information": "APIで取れる情報",
        "basis": "根拠",
        "filed_by": "出す人",
        "secondary_use_2021": "2021年度の二次利用",
        "form_versions": "様式の版",
    },
    fixed=frozenset({"secondary_use_2021"}),
    gone="制度を元に戻します。",
)


def check_files(source: Source, rows: Iterable[ItemRow], published: Mapping[Name, Thing]) -> None:
    """Report a file of items that is gone or has another name, and one that is a copy of another.

    Nothing else is told then: every item of the file would be told otherwise.
    """
    counts = Counter(key.partition(".")[0] for (key,) in published)
    files = {category_of(file): file for domain in DOMAINS for file in source.names(domain, ".csv")}
    strays = [file for category, file in files.items() if category not in counts]
    for category, count in counts.items():
        if category not in files:
            file = _former(source, category)
            what = f"公開した項目 {count} 件のファイル {file} がありません。"
            cure = f"{'・'.join(strays)} をこの名前に戻します。" if strays else "元に戻します。"
            source.give_up(file, 1, what, cure)
    numbers: dict[str, set[str]] = {}
    for row in rows:
        numbers.setdefault(row.file, set()).add(row.cells["number"])
    for stray in strays:
        for file, found in numbers.items():
            if file not in strays and numbers.get(stray, set()) & found:
                what = f"{file} と同じ項番の行があります。"
                source.give_up(stray, 1, what, f"{file} の写しなら、このファイルを除きます。")
                break


def _former(source: Source, category: str) -> str:
    """Where the items of a category were, as far as it is known still."""
    rows = source.rows(CATEGORIES, ("domain", "category"))
    domain = next((row["domain"] for _, row in rows if row["category"] == category), DOMAINS[0])
    return f"{domain}/{category}.csv"


def check_entries(
    source: Source, programmes: Sequence[Entry], published: Mapping[Name, Thing]
) -> None:
    """Report a published programme that is gone: each of its items would be told otherwise."""
    written = {entry.name for entry in programmes}
    gone = [code for (code,) in published if code not in written]
    if written and gone:
        line = source.line_of_heading(PROGRAMMES, "programmes")
        what = f"公開した制度 {'・'.join(gone)} がありません。"
        source.give_up(PROGRAMMES, line, what, FORMS.gone)


_AS_WRITTEN = (
    "sensitivity",
    "label_ja",
    "entity",
    "repeat_group",
    "master_policy",
    "master_unit",
)


def keys_now(
    items: Iterable[Item], places: Mapping[str, tuple[str, int]], rows: Mapping[str, ItemRow]
) -> dict[Name, Group]:
    """The items of each category; `rows` are their lines by key."""
    groups: dict[Name, Group] = {}
    for item in items:
        file, line = places[item.key]
        cells = (
            item.type,
            item.unit or "",
            _mark(item.row_key),
            item.code_list or "",
            str(item.data_class),
            _mark(item.third_party),
            rows[item.key].cells["limit"],
            _mark(item.array),
            " ".join(sorted(item.programmes)),
            *(rows[item.key].cells[name] for name in _AS_WRITTEN),
        )
        group = groups.setdefault((item.category,), Group(file, line, {}))
        group.things[item.key,] = Thing(file, Place.at(line, {}), cells)
    return groups


def _mark(yes: bool) -> str:
    return "yes" if yes else ""


def codes_now(lists: Mapping[str, CodeList], lines: Mapping[str, CodeLines]) -> dict[Name, Group]:
    """The codes of each list, in its revision."""
    return {
        (name, each.revision): Group(
            CODE_LISTS,
            lines[name].revision,
            {
                (name, each.revision, code): Thing(
                    lines[name].file,
                    Place.at(lines[name].codes[code], {}),
                    (label, each.parents.get(code, "")),
                )
                for code, label in each.codes.items()
            },
        )
        for name, each in lists.items()
    }


def forms_now(forms: Mapping[str, Programme], lines: Mapping[str, Place]) -> dict[Name, Group]:
    """The programmes, all in one group."""
    things: dict[Name, Thing] = {
        (code,): Thing(
            PROGRAMMES,
            lines[code],
            (
                form.name_ja,
                str(form.system),
                str(form.provides_api),
                "・".join(map(str, form.api_information)),
                form.basis,
                form.filed_by,
                str(form.secondary_use_2021).lower(),
                " ".join(form.form_versions),
            ),
        )
        for code, form in forms.items()
    }
    return {("",): Group(PROGRAMMES, 1, things)}
