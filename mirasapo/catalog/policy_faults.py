"""What may be wrong in policy.yaml: the shape of it, the numbers, the bases, the wordings."""

from __future__ import annotations

import hashlib
from collections import Counter
from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple

from mirasapo.catalog.model import BASES, DATA_CLASSES, PURPOSES, RECIPIENTS
from mirasapo.catalog.source import LINE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mirasapo.catalog.source import Source

FILE = "policy.yaml"
WORDINGS = "consent_terms"
_ENDING = ".ja.md"
_TEXTS = ("version", "source")
_FIELD = {"field": str, "items": list}
# heading → the cells that each of its rows must have
_MAPPINGS: Mapping[str, Mapping[str, type]] = {
    "purposes": {"name_ja": str, "data_classes": list, "recipients": list},
    "data_classes": {"name_ja": str},
    "recipients": {"name_ja": str},
    "institution_kinds": {"name_ja": str},
    "basis_by_kind": {"name_ja": str, "basis": str},
}
_LISTS: Mapping[str, Mapping[str, type]] = {
    "other_business_fields": _FIELD,
    "tables": {"version": str, "open_cells": int, "sha256": str, "purposes": dict},
    "terms": {"version": str, "secondary_use": bool, "sha256": str},
}
_GROUPS = {
    "researcher_fields": ("corporation", "sole_proprietor", "common"),
    "open_data_fields": ("subsidy", "procedure"),
}
_OPTIONAL = {"examples", "narrowed_by", "until_fiscal_year"}
_NAMES = {str: "文字", list: "並び [ ]", bool: "true か false", int: "数", dict: "見出しと値の組"}
_NUMBERS = {"purposes": PURPOSES, "data_classes": DATA_CLASSES, "recipients": RECIPIENTS}


_NEW_VERSION = (
    "表を元に戻します。ポリシーが改定されたのなら、version と source を新しくし、"
    "tables に新しい版の行を書き足します。"
)


class Fault(NamedTuple):
    """One thing that is wrong: the line, what it is, how to put it right."""

    line: int
    what: str
    cure: str


class _Row(NamedTuple):
    """A row of some heading, by the name that it is called by."""

    name: str
    value: Any
    cells: Mapping[str, type]
    line: int


def policy_faults(source: Source, raw: Mapping[str, Any]) -> Iterator[Fault]:
    """Everything that is wrong in the policy as read; what rests on the shape only if that holds."""
    shape = [*_heading_faults(source, raw), *_shape_faults(source, raw)]
    yield from shape
    if shape:
        return
    numbers = list(_number_faults(source, raw))
    yield from numbers or _table_faults(source, raw)
    yield from _basis_faults(raw)
    yield from _terms_faults(raw["terms"])
    yield from _wording_faults(source, raw["terms"])


def _heading_faults(source: Source, raw: Mapping[str, Any]) -> Iterator[Fault]:
    known = {*_TEXTS, *_MAPPINGS, *_LISTS, *_GROUPS}
    missing, extra = "・".join(sorted(known - raw.keys())), sorted(raw.keys() - known)
    if missing and not extra:
        yield Fault(1, f"見出し {missing} がありません。", "見出しを書き足します。")
    for name in extra:
        line = source.line_of_heading(FILE, name)
        cure = f"{missing} の綴りに直すか、消します。" if missing else "消します。"
        yield Fault(line, f"知らない見出し {name} があります。", cure)
    for name in sorted(raw.keys() & set(_TEXTS)):
        if not isinstance(raw[name], str) or not raw[name].strip():
            line = source.line_of_heading(FILE, name)
            yield Fault(line, f"{name} が文字ではありません。", "引用符で囲んだ文字で書きます。")


def _shape_faults(source: Source, raw: Mapping[str, Any]) -> Iterator[Fault]:
    for heading in sorted(raw.keys() & {*_MAPPINGS, *_LISTS, *_GROUPS}):
        line, value = source.line_of_heading(FILE, heading), raw[heading]
        if heading in _LISTS:
            yield from _list_faults(heading, value, _LISTS[heading], line)
        elif not isinstance(value, dict) or len(value) == 1:
            cure = "「名前: 値」の行を一つ以上書きます。"
            yield Fault(line, f"{heading} が見出しと値の組ではありません。", cure)
        elif heading in _GROUPS:
            yield from _group_faults(heading, value, line)
        else:
            for name, row in entries(value):
                called = f"{heading} の {name}"
                yield from _row_faults(_Row(called, row, _MAPPINGS[heading], line))


def _group_faults(heading: str, value: Mapping[str, Any], line: int) -> Iterator[Fault]:
    groups = dict(entries(value))
    if groups.keys() != set(_GROUPS[heading]):
        cure = f"{'・'.join(_GROUPS[heading])} の見出しを置きます。"
        yield Fault(value[LINE], f"{heading} の組が足りないか、余っています。", cure)
    for name, listed in groups.items():
        yield from _list_faults(f"{heading} の {name}", listed, _FIELD, line)


def _list_faults(called: str, value: Any, cells: Mapping[str, type], line: int) -> Iterator[Fault]:
    if not isinstance(value, list) or not value:
        yield Fault(line, f"{called} が行の並びではありません。", "「- 」で始まる行で書きます。")
        return
    for number, row in enumerate(value, 1):
        yield from _row_faults(_Row(f"{called} の{number}番目", row, cells, line))


def _row_faults(row: _Row) -> Iterator[Fault]:
    if not isinstance(row.value, dict):
        cure = f"{'・'.join(row.cells)} を「名前: 値」で書きます。"
        yield Fault(row.line, f"{row.name} が見出しと値の組ではありません。", cure)
        return
    line, given = row.value[LINE], row.value.keys() - {LINE}
    missing = "・".join(sorted(row.cells.keys() - given))
    if extra := sorted(map(str, given - row.cells.keys() - _OPTIONAL)):
        what = f"{row.name} に知らない見出し {'・'.join(extra)} があります。"
        cure = f"{missing} の綴りに直すか、消します。" if missing else "消します。"
        yield Fault(line.of(extra[0]), what, cure)
    elif missing:
        yield Fault(line, f"{row.name} に {missing} がありません。", "見出しと値を書き足します。")
    for name, kind in row.cells.items():
        said = row.value.get(name)
        if name in given and not _fits(name, said, kind):
            yield Fault(
                line.of(name), f"{row.name} の {name} を読めません。", f"{_NAMES[kind]}で書きます。"
            )


def _fits(name: str, said: Any, kind: type) -> bool:
    texts = said if name == "items" and isinstance(said, list) else ()
    return isinstance(said, kind) and said != "" and all(isinstance(each, str) for each in texts)


def _number_faults(source: Source, raw: Mapping[str, Any]) -> Iterator[Fault]:
    for heading, numbers in _NUMBERS.items():
        if [number for number, _ in entries(raw[heading])] != list(numbers):
            line = source.line_of_heading(FILE, heading)
            cure = "抜けた番号を書き足し、余った番号を消し、番号の順に並べます。"
            yield Fault(line, f"{heading} は 1 から {numbers[-1]} です。", cure)
    for number, row in entries(raw["purposes"]):
        for heading in ("data_classes", "recipients"):
            opened, known = row[heading], _NUMBERS[heading]
            if not opened or any(type(each) is not int or each not in known for each in opened):
                what = f"利用目的 {number} の {heading} に、ない番号があるか、番号がありません。"
                cure = f"ポリシーの表で印のある番号(1 から {known[-1]})を並べます。"
                yield Fault(row[LINE].of(heading), what, cure)
            elif len(set(opened)) != len(opened):
                what = f"利用目的 {number} の {heading} に同じ番号が二度あります。"
                yield Fault(row[LINE].of(heading), what, "片方を消します。")


def _basis_faults(raw: Mapping[str, Any]) -> Iterator[Fault]:
    for kind, row in entries(raw["basis_by_kind"]):
        if row["basis"] not in BASES:
            what = f"basis_by_kind の {kind} の basis「{row['basis']}」を知りません。"
            yield Fault(row[LINE].of("basis"), what, f"{' か '.join(BASES)} を書きます。")


def _table_faults(source: Source, raw: Mapping[str, Any]) -> Iterator[Fault]:
    """What a published version of the table opens never changes: more is a new version."""
    version = raw["version"]
    rows = [row for row in raw["tables"] if row["version"] == version]
    if len(rows) != 1:
        line = source.line_of_heading(FILE, "version" if not rows else "tables")
        what = f"tables に版 {version} の行が {len(rows)} 行あります。"
        cure = "tables に、版ごとに一行で version・open_cells・sha256・purposes を書きます。"
        yield Fault(line, what, cure)
        return
    changed = [*_purpose_faults(raw, rows[0])]
    yield from changed
    if not changed and table_digest(raw) != (rows[0]["open_cells"], rows[0]["sha256"]):
        what = f"{version} 版の項目の一覧・支援機関の種類・根拠のどれかが公開後に変わっています。"
        yield Fault(source.line_of_heading(FILE, "tables"), what, _NEW_VERSION)


def _purpose_faults(raw: Mapping[str, Any], published: Mapping[str, Any]) -> Iterator[Fault]:
    """The purposes that open other data classes, or to others, than in the published table."""
    for number, row in entries(raw["purposes"]):
        was = published["purposes"].get(number)
        for heading in ("data_classes", "recipients"):
            before = was.get(heading) if isinstance(was, dict) else None
            if before != row[heading]:
                told = "・".join(map(str, before)) if isinstance(before, list) else "なし"
                what = (
                    f"利用目的 {number} の {heading} が、公開した {published['version']} 版"
                    f"({told})と違います。"
                )
                yield Fault(row[LINE].of(heading), what, _NEW_VERSION)


def table_digest(raw: Mapping[str, Any]) -> tuple[int, str]:
    """How many cells the table opens, and the SHA-256 of them and of the closed lists' names."""
    cells = sorted(
        cell
        for number, row in entries(raw["purposes"])
        for cell in product((number,), row["data_classes"], row["recipients"])
    )
    lists = {"other_business_fields": raw["other_business_fields"]}
    for heading in _GROUPS:
        lists |= {f"{heading}.{group}": listed for group, listed in entries(raw[heading])}
    lines = [" ".join(map(str, cell)) for cell in cells]
    lines += [f"{name} {row['field']}" for name, listed in lists.items() for row in listed]
    lines += [f"institution_kinds {kind}" for kind, _ in entries(raw["institution_kinds"])]
    lines += [f"{kind} {row['basis']}" for kind, row in entries(raw["basis_by_kind"])]
    return len(cells), hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()


def _terms_faults(terms: list[dict[str, Any]]) -> Iterator[Fault]:
    counts = Counter(row["version"] for row in terms)
    before = 0
    for row in terms:
        until, last = row.get("until_fiscal_year"), row is terms[-1]
        name = f"規約文言 {row['version']}"
        if counts[row["version"]] > 1:
            yield Fault(row[LINE], f"{name} が二度あります。", "片方を消すか、版の名前を変えます。")
        if last and until is not None:
            what = f"最後の{name} が期限なしではありません。"
            yield Fault(
                row[LINE].of("until_fiscal_year"), what, "until_fiscal_year を null にします。"
            )
        if not last and (type(until) is not int or until <= before):
            what = f"{name} の until_fiscal_year が、前の版より後の年度ではありません。"
            yield Fault(
                row[LINE].of("until_fiscal_year"),
                what,
                "使う最後の年度を西暦で書き、古い版から順に並べます。",
            )
        before = until if type(until) is int else before


def _wording_faults(source: Source, terms: list[dict[str, Any]]) -> Iterator[Fault]:
    """A published text never changes: another hash is a fault."""
    files = {f"{WORDINGS}/{row['version']}{_ENDING}": row for row in terms}
    for file, row in files.items():
        path, name = source.root / file, f"規約文言 {row['version']}"
        if not path.is_file():
            cure = f"{file} を置くか、version の綴りを直します。"
            yield Fault(row[LINE].of("version"), f"{name} の本文がありません。", cure)
        elif hashlib.sha256(path.read_bytes()).hexdigest() != row["sha256"]:
            cure = "本文を元に戻し、直したい文は新しい版として加えます。"
            yield Fault(row[LINE].of("sha256"), f"{name} の本文が公開後に変わっています。", cure)
    for file in source.names(WORDINGS, _ENDING):
        if file not in files:
            line = source.line_of_heading(FILE, "terms")
            cure = "terms に版、年度、ハッシュ値を書き足すか、ファイルを除きます。"
            yield Fault(line, f"{file} が terms にありません。", cure)


def entries(mapping: Mapping[Any, Any]) -> list[tuple[Any, Any]]:
    """What a mapping holds, without the line that it stands on."""
    return [(key, value) for key, value in mapping.items() if key != LINE]
