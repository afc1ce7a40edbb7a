"""What the workbook of a programme consists of: its sheets, and the entries that each asks for.

The first sheet stands upright, an entry a row; every other one has an entry a column and is written
row by row. A sheet and an entry are found again by name, wherever a spreadsheet program moved them:
the sheet's name is in A1, the entries' keys in the hidden column A or the hidden row 1.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from mirasapo.catalog.limit import corporate_number
from mirasapo.catalog.relations import load_relations
from mirasapo.catalog.schemas import (
    ANSWERS,
    MAX_FILES,
    MAX_ROWS,
    PROCEDURES,
    STATUSES,
    consent_wordings,
    form_schema,
)
from mirasapo.catalog.value import MAX_ELEMENTS, how_to_write

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mirasapo.catalog.model import Catalog, Item, Programme

FILING, LISTS, ATTACHMENTS = "@filing", "@lists", "@attachments"
KEY_COLUMN, VALUE_COLUMN = 1, 4  # of the upright sheet
FIRST_ROW = 6  # of the sheets written row by row: below keys, title, labels, units, how
REQUIRED, EITHER, ROW_KEY = "必須", "どちらか", "行の鍵"
FORM_UNITS: Final = {"千円": 1000, "千円/人": 1000}  # form_unit → how many of the item's own unit


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One thing to be written: an item, or a part of the filing's head or of a file's entry.

    `key` is the item's key or, for the other two, `@` and the name in the payload. `choices` are
    the codes with their labels, under `list_name` on the sheet of code lists; a value is written in
    the form's `unit`, `factor` of the item's own. `pattern` is that of a text of fixed length.
    `same_as` is the entry of the head that an item repeats: its cell shows what stands there.
    """

    key: str
    label: str
    type: str
    how: str
    meaning: str = ""
    mark: str = ""
    unit: str = ""
    factor: int = 1
    list_name: str | None = None
    choices: Mapping[str, str] | None = None
    preset: Any = None
    locked: bool = False
    heading: str = "申請"
    pattern: str | None = None
    item: Item | None = None
    same_as: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """A sheet: its name for the reader, its title for people, how many rows may be written."""

    name: str
    title: str
    entries: tuple[Entry, ...]
    rows: int
    hint: str = ""


def sheets(catalog: Catalog, programme: str) -> tuple[Sheet, ...]:
    """All sheets of a programme's workbook. Raises NotFound for an unknown programme."""
    form = catalog.programme(programme)
    singles = [item for item in form.offered if item.repeat_group is None]
    head = _head(catalog, form)
    upright = [*head, *_repeating(head, [_entry(catalog, one) for one in singles if not one.array])]
    lists = [_entry(catalog, item) for item in singles if item.array]
    made = [Sheet(FILING, "申請", tuple(upright), 1)]
    hint = "答えが複数ある項目です。項目ごとに、上から順に一つずつ書きます。"
    made.append(Sheet(LISTS, "複数の答え", tuple(lists), MAX_ELEMENTS, hint))
    groups: dict[str, list[Entry]] = {}
    for item in form.offered:
        if item.repeat_group is not None:
            groups.setdefault(item.table, []).append(_entry(catalog, item))
    for stem, entries in groups.items():
        hint = "一件を一行に書きます。"
        made.append(Sheet(stem, catalog.table(stem).label_ja, tuple(entries), MAX_ROWS, hint))
    hint = "項目の欄に名前を書いた添付ファイルは、ここに書かなくても一覧に入ります。"
    made.append(Sheet(ATTACHMENTS, "添付ファイル", _attachment(form), MAX_FILES, hint))
    return tuple(made)


def _repeating(head: Iterable[Entry], entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries, those that say what the head says bound to it."""
    relations = load_relations().header_items
    labels = {entry.key: entry.label for entry in head}
    bound = {
        key: next(each for each in (f"@{name}", f"@business.{name}") if each in labels)
        for name, key in relations.items()
    }
    for entry in entries:
        if (same := bound.get(entry.key)) is None:
            yield entry
        else:
            how = f"上の「{labels[same]}」がそのまま入ります。ここには書きません。"
            yield replace(entry, same_as=same, locked=True, how=how)


def data_model_version(catalog: Catalog, programme: str) -> str:
    """Which data model the form is of: the first 12 digits of the SHA-256 of its JSON Schema."""
    text = json.dumps(form_schema(catalog, programme), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def shown(code: str, label: str) -> str:
    """A code as a drop-down offers it and a cell holds it."""
    return f"{code} {label}"


def _entry(catalog: Catalog, item: Item) -> Entry:
    factor = 1 if item.form_unit is None else FORM_UNITS[item.form_unit]
    how = how_to_write(item)
    if item.codes is not None:
        how = f"コード表「{item.codes.label_ja}」から選びます。"
    elif item.type == "boolean":
        how = "はい か いいえ を選びます。"
    elif factor != 1:
        how = f"{item.form_unit}で書きます。取り込むときに{item.unit}に直します。"
    return Entry(
        key=item.key,
        label=item.label_ja,
        type=item.type,
        how=how,
        meaning=item.definition,
        mark=ROW_KEY if item.row_key else "",
        unit=item.form_unit or item.unit or "",
        factor=factor,
        list_name=item.code_list,
        choices=None if item.codes is None else item.codes.codes,
        heading=catalog.categories[item.category],
        pattern=None if item.type == "file" else item.limit.pattern,
        item=item,
    )


def _head(catalog: Catalog, form: Programme) -> tuple[Entry, ...]:
    """The head of the filing, as the intake asks for it."""
    choose = "一覧から選びます。"
    either = "法人番号か個人事業主整理番号の、どちらか一方を書きます。"
    versions = dict.fromkeys(form.form_versions, "")
    return (
        _choice("programme", "制度番号", {form.code: form.short_ja}, preset=form.code, locked=True),
        Entry(
            "@data_model",
            "データモデルの版",
            "string",
            "この様式を作ったデータモデルの版です。",
            preset=data_model_version(catalog, form.code),
            locked=True,
        ),
        _choice("form_version", "様式の版", versions, choose, preset=form.form_versions[-1]),
        Entry(
            "@filing_number",
            "申請番号",
            "string",
            "制度の中で一つの申請に一つの番号を、100文字以内で書きます。",
            mark=REQUIRED,
        ),
        Entry(
            "@version",
            "申請の版",
            "integer",
            "最初は 1、出し直すたびに一つ増やした数を書きます。",
            mark=REQUIRED,
        ),
        _choice("procedure", "手続の種別", PROCEDURES, choose),
        _choice("status", "申請状態", STATUSES, choose),
        Entry(
            "@fiscal_year",
            "年度",
            "integer",
            "申請日の年度(4月から翌年3月まで)を、始まる年の西暦4桁で書きます。",
            mark=REQUIRED,
            unit="年度",
        ),
        Entry(
            "@filed_on", "申請日", "date", "申請した日を YYYY-MM-DD の形で書きます。", mark=REQUIRED
        ),
        Entry(
            "@business.corporate_number",
            "法人番号",
            "string",
            either,
            "国税庁が法人に指定した13桁の番号です。",
            mark=EITHER,
            pattern=corporate_number().schema["pattern"],
        ),
        Entry("@business.sole_proprietor_key", "個人事業主整理番号", "string", either, mark=EITHER),
        _choice("consent.answer", "二次利用の同意の回答", ANSWERS, choose, mark=""),
        _choice(
            "consent.terms_version",
            "規約文言の版",
            consent_wordings(),
            "申請した年度に示された規約文言を選びます。",
        ),
    )


def _choice(name: str, label: str, choices: Mapping[str, str], how: str = "", **more: Any) -> Entry:
    key = f"@{name}"
    more = {"mark": "" if more.get("locked") else REQUIRED, **more}
    return Entry(key, label, "code", how, list_name=key, choices=choices, **more)


def _attachment(form: Programme) -> tuple[Entry, ...]:
    files = {item.key: item.label_ja for item in form.offered if item.type == "file"}
    return (
        Entry("@name", "ファイル名", "file", "添付ファイルの名前を書きます。", mark=REQUIRED),
        _choice(
            "item", "項目", files, "このファイルが答える項目を選びます。なければ空けます。", mark=""
        ),
        Entry("@sha256", "ハッシュ値(SHA-256)", "string", "分かるときだけ、64桁で書きます。"),
    )
