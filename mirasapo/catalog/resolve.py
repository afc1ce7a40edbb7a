"""The second pass of loading: rows and entries become objects, every reference resolved.

What does not resolve is reported with the file and line of the row that names it.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from mirasapo.catalog.limit import Limit, parse_limit
from mirasapo.catalog.model import (
    CERTAINTIES,
    DATA_CLASSES,
    KEY_ROLES,
    MASTER_POLICIES,
    MASTER_UNITS,
    SENSITIVITIES,
    TYPES,
    CodeList,
    Item,
    Programme,
    TableShape,
)
from mirasapo.catalog.survey import PROGRAMMES, check_programme

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from mirasapo.catalog.item_file import ItemRow
    from mirasapo.catalog.source import Entry, Source

TABLES = "tables.csv"
_CHOICES = {
    "type": TYPES,
    "key_role": ("", *KEY_ROLES),
    "master_policy": MASTER_POLICIES,
    "master_unit": MASTER_UNITS,
    "certainty": CERTAINTIES,
    "sensitivity": SENSITIVITIES,
}
_FLAGS = {"": False, "yes": True}
_FLAGGED = ("array", "third_party")
_DATES = ("valid_from", "valid_until")
_NEEDED = ("item", "label_ja", "label_en", "entity", "source")


def resolve_items(
    source: Source,
    rows: Iterable[ItemRow],
    code_lists: Mapping[str, CodeList],
    declared: Collection[str],
) -> tuple[list[Item], dict[str, tuple[str, int]]]:
    """The items in the order of their numbers, and the file and line of each by key.

    `declared` are the names of the code lists of the index, also of those that were refused.
    """
    rows = list(rows)
    stems = _stems(rows)
    places: dict[str, tuple[str, int]] = {}
    items: list[Item] = []
    for row in rows:
        faults, limit = _faults(row, declared)
        if row.key in places:
            faults.append((f"項目 {row.key} は二度書かれています。", "片方の行を消します。"))
        for what, cure in faults:
            source.report(row.file, row.line, what, cure)
        if not faults:
            places[row.key] = (row.file, row.line)
            items.append(_item(row, limit, code_lists, stems))
    return sorted(items, key=lambda item: item.number), places


def _stems(rows: Iterable[ItemRow]) -> dict[tuple[str, str], str]:
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


def _faults(row: ItemRow, code_lists: Collection[str]) -> tuple[list[tuple[str, str]], Limit]:
    """What is wrong with one row by itself and its cure; its limit as far as it could be read."""
    cells = row.cells
    faults = [
        (f"{column}「{cells[column]}」は知らない値です。", f"{_any_of(choices)}。")
        for column, choices in _CHOICES.items()
        if cells[column] not in choices
    ]
    faults += [
        (f"{column}「{cells[column]}」を読めません。", "yes か空にします。")
        for column in _FLAGGED
        if cells[column] not in _FLAGS
    ]
    faults += [(f"{name} がありません。", "書き足します。") for name in _NEEDED if not cells[name]]
    faults += [
        (f"{column} の前後に余白があります。", "余白を消します(空にするなら何も書きません)。")
        for column, cell in cells.items()
        if cell != cell.strip()
    ]
    listed = cells["programmes"].split()
    if listed != sorted(set(listed)):
        what = f"programmes「{cells['programmes']}」が番号の順でないか、同じ番号が二度あります。"
        faults.append((what, f"「{' '.join(sorted(set(listed)))}」と書きます。"))
    if _number(cells["data_class"]) not in DATA_CLASSES:
        what = f"データ区分「{cells['data_class']}」は知らない値です。"
        faults.append((what, "ポリシーの区分 1 から 13 のどれかにします。"))
    faults += [
        (f"{column}「{cells[column]}」は日付ではありません。", "2021-04-01 の形か空にします。")
        for column in _DATES
        if cells[column] and _date(cells[column]) is None
    ]
    if cells["code_list"] and cells["code_list"] not in code_lists:
        what = f"コード表 {cells['code_list']} がありません。"
        faults.append((what, "綴りを直すか、code_lists/ に表を、index.yaml に版と出典を加えます。"))
    try:
        return faults, parse_limit(cells["limit"])
    except ValueError as error:
        cure = "「max_length=100」や「minimum=0; maximum=100」の形で、一つずつ書きます。"
        return [*faults, (str(error), cure)], Limit()


def _any_of(choices: Iterable[str]) -> str:
    return f"{'・'.join(choice or '空' for choice in choices)} のどれかにします"


def _item(
    row: ItemRow,
    limit: Limit,
    code_lists: Mapping[str, CodeList],
    stems: Mapping[tuple[str, str], str],
) -> Item:
    cells = row.cells
    return Item(
        key=row.key,
        number=cells["number"],
        domain=row.domain,
        category=row.category,
        column=cells["item"],
        label_ja=cells["label_ja"],
        label_en=cells["label_en"],
        definition=cells["definition"],
        type=cells["type"],
        unit=cells["unit"] or None,
        form_unit=cells["form_unit"] or None,
        limit=limit,
        array=_FLAGS[cells["array"]],
        repeat_group=cells["repeat_group"] or None,
        entity=cells["entity"],
        key_role=cells["key_role"] or None,
        references=cells["references"] or None,
        programmes=frozenset(cells["programmes"].split()),
        data_class=_number(cells["data_class"]),
        class_reason=cells["class_reason"],
        third_party=_FLAGS[cells["third_party"]],
        sensitivity=cells["sensitivity"],
        master_policy=cells["master_policy"],
        master_unit=cells["master_unit"],
        master_reason=cells["master_reason"],
        code_list=cells["code_list"] or None,
        codes=code_lists.get(cells["code_list"]),
        valid_from=_date(cells["valid_from"]),
        valid_until=_date(cells["valid_until"]),
        certainty=cells["certainty"],
        source=cells["source"],
        table=stems[cells["entity"], cells["repeat_group"]],
    )


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 0


def resolve_tables(
    source: Source,
    items: Iterable[Item],
    labels: Mapping[tuple[str, str], tuple[int, str]],
    rows: Iterable[ItemRow],
) -> tuple[TableShape, ...]:
    """The tables in the order of their first items; `labels` gives line and label of each.

    `rows` are those of all items, also of refused ones.
    """
    written: dict[tuple[str, str], list[ItemRow]] = {}
    for row in rows:
        written.setdefault((row.cells["entity"], row.cells["repeat_group"]), []).append(row)
    columns: dict[tuple[str, str], list[Item]] = {}
    for item in items:
        columns.setdefault((item.entity, item.repeat_group or ""), []).append(item)
    for place, (line, _) in labels.items():
        if place not in written:
            what = f"表 {'・'.join(filter(None, place))} に項目がありません。"
            source.report(TABLES, line, what, "項目の entity・repeat_group に合わせます。")
    for (entity, group), found in written.items():
        if (entity, group) not in labels:
            what = f"表 {'・'.join(filter(None, (entity, group)))} の名前がありません。"
            cure = (
                f"この項目の entity・repeat_group の綴りを直すか、{TABLES} に表の名前の行を加えます"
                f"(この表の項目 {len(found)} 件)。"
            )
            source.report(found[0].file, found[0].line, what, cure)
    return tuple(
        TableShape(
            name=each[0].table,
            entity=entity,
            repeat_group=group or None,
            domain=each[0].domain,
            label_ja=labels.get((entity, group), (0, entity))[1],
            items=tuple(each),
        )
        for (entity, group), each in columns.items()
    )


def resolve_programmes(
    source: Source, entries: Iterable[Entry], items: Iterable[Item]
) -> dict[str, Programme]:
    """The programmes with the items of their forms, in the order of the data model."""
    entries = list(entries)
    forms: dict[str, list[Item]] = {entry.name: [] for entry in entries}
    for item in items:
        for code in item.programmes & forms.keys():
            forms[code].append(item)
    programmes: dict[str, Programme] = {}
    for entry in entries:
        versions = entry.cells.pop("form_versions", None)
        if not isinstance(versions, list) or not versions:
            what = f"制度 {entry.name} の form_versions がありません。"
            line = entry.line.of("form_versions")
            source.report(PROGRAMMES, line, what, "様式の版の並び [ ] で書きます。")
            versions = []
        given = entry.cells.pop("api_information", None)
        if not isinstance(given, list):
            what = f"制度 {entry.name} の api_information がありません。"
            cure = "並び [ ] で書きます。なければ [] と書きます。"
            source.report(PROGRAMMES, entry.line.of("api_information"), what, cure)
            given = []
        for name in ("name_ja", "short_ja"):
            said = entry.cells.get(name, "-")
            if not isinstance(said, str) or not said.strip():
                what = f"制度 {entry.name} の {name} が文字ではありません。"
                source.report(PROGRAMMES, entry.line.of(name), what, "名前を文字で書きます。")
                entry.cells[name] = str(said)
        try:
            form = Programme(
                code=entry.name,
                items=tuple(forms[entry.name]),
                form_versions=tuple(map(str, versions)),
                api_information=tuple(map(str, given)),
                **entry.cells,
            )
        except TypeError:
            what = f"制度 {entry.name} の見出しが足りないか、余っています。"
            source.report(PROGRAMMES, entry.line, what, "ほかの制度と同じ見出しにします。")
            continue
        check_programme(source, entry.line, form)
        programmes[entry.name] = form
    return programmes
