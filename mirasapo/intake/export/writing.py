"""A proposal as the YAML of a mapping, with a comment on every line that a person has to judge."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from mirasapo.intake.export.fields import NEEDED, NUMBER, PROPRIETOR, fields_of
from mirasapo.intake.export.proposal import SURE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mirasapo.catalog.model import Catalog
    from mirasapo.intake.export.grid import Grid
    from mirasapo.intake.export.proposal import Proposal
    from mirasapo.intake.export.table import Table

_USUAL = {"@version": 1, "@procedure": "new"}


def mapping_text(
    catalog: Catalog, programme: str, grid: Grid, table: Table, proposals: Sequence[Proposal]
) -> str:
    """The YAML that `load_mapping` reads once it is confirmed. It holds no value of a cell."""
    return "\n".join(_lines(catalog, programme, grid, table, proposals)) + "\n"


def _lines(
    catalog: Catalog, programme: str, grid: Grid, table: Table, proposals: Sequence[Proposal]
) -> Iterator[str]:
    form = catalog.programme(programme)
    yield f"# 列 → 項目の対応表の案。制度 {programme} {form.name_ja}"
    yield '# 一列ずつ確かめ、直してから confirmed を true にします。取らない列は item を "" のままにします。'
    yield f"# 確からしさ {SURE} 以上は、名称も値も合うもの。それより低いものは、特によく確かめてください。"
    yield f"programme: {_quoted(programme)}"
    yield "confirmed: false"
    yield ""
    yield "# ファイルの読み方"
    yield "file:"
    for name, value in _file(grid, table):
        yield f"  {name}: {value}"
    yield ""
    yield "# 一つの申請が複数の行になるときは、申請を見分ける列の名前を書きます。一行が一件なら空のままです。"
    yield 'key: ""'
    yield ""
    yield "# どの申請でも同じ値。年度と規約文言の版は、申請日から決まります。"
    yield "fixed:"
    yield from _fixed(catalog, programme, proposals)
    yield ""
    yield "# 列ごとの項目。使える書き方: unit(値の単位)、row(繰り返す項目の何行目か)、"
    yield '#   separator(一つの欄に並ぶ値の区切り)、values(読み替え。例: {"1": はい, "0": いいえ})'
    yield "columns:"
    for each in proposals:
        yield from _column(each)


def _file(grid: Grid, table: Table) -> Iterator[tuple[str, Any]]:
    if grid.sheet is not None:
        yield "sheet", _quoted(grid.sheet)
    else:
        yield "encoding", grid.encoding
        yield "delimiter", _quoted(grid.delimiter or ",")
    yield "header_row", table.header.row
    yield "header_lines", table.header.lines


def _fixed(catalog: Catalog, programme: str, proposals: Sequence[Proposal]) -> Iterator[str]:
    taken = {each.field.key for each in proposals if each.field is not None}
    fields = fields_of(catalog, programme)
    versions = catalog.programme(programme).form_versions
    usual = {**_USUAL, "@form_version": versions[-1]}
    missing = [key for key in NEEDED if key not in taken]
    for key in missing:
        field = fields[key]
        choices = (
            "" if field.entry is None or not field.entry.choices else _choices(field.entry.choices)
        )
        if key == "@consent.answer":
            choices += "、none: 尋ねていない"
        value = _quoted(str(usual[key])) if key in usual else '""'
        yield f"  {_quoted(key)}: {value}  # {field.label}{choices}"
    if not missing:
        yield "  {}"
    if not {NUMBER, PROPRIETOR} & taken:
        yield f"  # 事業者を特定する列が見つかりません。列の item に {NUMBER} か {PROPRIETOR} と書きます。"


def _choices(choices: Any) -> str:
    return f"({'、'.join(f'{code}: {label}' for code, label in choices.items())})"


def _column(each: Proposal) -> Iterator[str]:
    yield f"  - column: {_quoted(each.column)}  # {each.letter}列"
    if each.field is None:
        hint = f" 候補: {'、'.join(each.others)}" if each.others else ""
        yield f'    item: ""  # 未定。{each.why}{hint}'
        return
    said = f"{each.field.section} {each.field.label}"
    yield f"    item: {_quoted(each.field.key)}  # {said} 確からしさ {each.confidence:.2f} {each.why}"
    if each.unit is not None:
        yield f"    unit: {each.unit}"
    if each.row is not None:
        yield f"    row: {each.row}"


def _quoted(text: str) -> str:
    """A text as YAML's double-quoted scalar; JSON's is one."""
    return json.dumps(text, ensure_ascii=False)
