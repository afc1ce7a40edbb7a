"""relations.yaml says what the chapters say, in keys that the data model has."""

from __future__ import annotations

import re

from mirasapo.catalog import Catalog
from mirasapo.catalog.relations import load_relations
from mirasapo.resources import resource

RELATIONS = load_relations()
CHAPTER_8, CHAPTER_10 = (
    (resource("rulebook") / name).read_text("utf-8")
    for name in ("08_programme_systems.md", "10_items.md")
)


def section(text: str, title: str) -> list[list[str]]:
    """The item keys (or tables) in each row of the table under this heading."""
    body = text.split(f"## {title}\n", 1)[1].split("\n## ", 1)[0]
    rows = (re.findall(r"`([^`]+)`", line) for line in body.splitlines() if line.startswith("|"))
    return [row for row in rows if row]


def test_日付の順は10章の表と同じ() -> None:
    assert [tuple(row) for row in section(CHAPTER_10, "日付の順")] == list(RELATIONS.date_orders)


def test_見出しと同じ事柄の項目は8章の表と同じ() -> None:
    told = {
        key for row in section(CHAPTER_8, "見出しと同じ事柄の項目") for key in row if "." in key
    }
    assert told == {*RELATIONS.header_items.values(), RELATIONS.result_item}


def test_千円の項目は10章の表と同じ(catalog: Catalog) -> None:
    told = {row[0] for row in section(CHAPTER_10, "円と千円")}
    assert told == {item.key for item in catalog.items if "千円" in (item.form_unit or "")}


def test_行の鍵は10章の表のとおり(catalog: Catalog) -> None:
    for stem, *keys in section(CHAPTER_10, "繰り返す項目と行の鍵"):
        written = {key if "." in key else f"{keys[0].partition('.')[0]}.{key}" for key in keys}
        assert written == {item.key for item in catalog.table(stem).row_key_items}


def test_合計は10章の表のとおり計算式の一覧にある(catalog: Catalog) -> None:
    named = [*RELATIONS.finance_formulas, *RELATIONS.expense_formulas]
    told = [row[0] for row in section(CHAPTER_10, "合計")]
    result_of = {formula.name: formula.of.key for formula in catalog.formulas}
    assert [result_of[name] for name in named] == told


def test_参加者の表は10章の表と同じ() -> None:
    told = {
        key
        for row in section(CHAPTER_10, "支援機関が出す制度、共同の申請")
        for key in row
        if key.endswith("_member")
    }
    assert told == set(RELATIONS.member_tables)
