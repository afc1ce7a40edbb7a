"""The mapping of an export: which column is which item, as a person confirmed it (YAML).

programme: "04"
confirmed: true
file: {encoding: cp932, delimiter: ",", header_row: 3, header_lines: 1}
key: 受付番号            # several lines with the same one are one filing; empty: one line each
fixed: {"@version": 1, "@procedure": new}
columns:
  - {column: 売上高, item: finance.sales_yen, unit: 千円, row: 1}
  - {column: 備考, item: ""}       # not taken
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final

from mirasapo.catalog.as_written import Unclear
from mirasapo.catalog.as_written.number import MULTIPLES
from mirasapo.catalog.source import LINE, Source
from mirasapo.errors import BadInput
from mirasapo.intake.export.fields import NEEDED, NUMBER, PROPRIETOR, Field, fields_of
from mirasapo.intake.export.grid import DELIMITERS, ENCODINGS
from mirasapo.intake.export.table import Header

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from mirasapo.catalog.model import Catalog
    from mirasapo.catalog.problem import Problem

_TOP: Final = ("programme", "confirmed", "file", "key", "fixed", "columns")
_FILE: Final = ("encoding", "delimiter", "header_row", "header_lines", "sheet")
_COLUMN: Final = ("column", "item", "unit", "row", "separator", "values")
_MOST_ROWS: Final = 1000


@dataclass(frozen=True, slots=True)
class Column:
    """One column and what it becomes; `field` None: it is not taken.

    `row`: the row of the repeat group (from 1) where a filing is one line. `separator` cuts a cell of
    a list. `values`: what the system writes → what it means.
    """

    name: str
    field: Field | None
    line: int
    unit: str | None = None
    row: int | None = None
    separator: str | None = None
    values: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class ExportMapping:
    """A mapping that holds: every name known, no target twice."""

    programme: str
    encoding: str | None
    delimiter: str | None
    sheet: str | None
    header: Header
    key: str | None
    fixed: Mapping[str, Any]
    columns: tuple[Column, ...]


def load_mapping(catalog: Catalog, path: Path) -> ExportMapping:
    """The mapping of a file. Raises BadInput with file, line and cure of everything wrong in it."""
    reading = _Reading(catalog, path)
    mapping = reading.read()
    if mapping is None or reading.source.problems:
        raise refused(reading.source.problems)
    return mapping


def refused(problems: list[Problem]) -> BadInput:
    """The refusal of a mapping with these problems."""
    listed = [
        {"where": f"{each.file}:{each.line}", "what": each.what, "why": each.cure}
        for each in sorted(problems)
    ]
    shown = "".join(f"\n{each}" for each in sorted(problems))
    return BadInput(
        f"対応表に誤りが {len(problems)} 件あります。",
        f"{shown}\n",
        "対応表を直してから、もう一度実行してください。",
        faults=listed,
    )


class _Reading:
    """One mapping file on its way through the checks."""

    def __init__(self, catalog: Catalog, path: Path) -> None:
        self.source = Source(path.parent)
        self._catalog = catalog
        self._file = path.name
        self._fields: Mapping[str, Field] = {}
        self._top: dict[str, Any] = {}

    def read(self) -> ExportMapping | None:
        self._top = self.source.mapping(self._file)
        if self.source.unreadable:
            return None
        self._known(self._top, _TOP, lambda name: self.source.line_of_heading(self._file, name))
        programme = self._top.get("programme")
        if not isinstance(programme, str) or programme not in self._catalog.programmes:
            cure = 'programme: "04" のように、引用符で囲んだ2桁で書きます。'
            self._say("programme", "制度番号が分かりません。", cure)
            return None
        if self._top.get("confirmed") is not True:
            cure = "一列ずつ確かめてから confirmed: true とします。"
            self._say("confirmed", "人が確かめた印がありません。", cure)
        self._fields = fields_of(self._catalog, programme)
        columns = self._columns()
        fixed = self._fixed()
        key = self._key(columns)
        self._complete(columns, fixed)
        self._one_group(columns, key)
        file = self._section("file", _FILE)
        return ExportMapping(
            programme=programme,
            encoding=self._one_of(file, "encoding", ENCODINGS),
            delimiter=self._one_of(file, "delimiter", DELIMITERS),
            sheet=file.get("sheet"),
            header=Header(
                self._whole(file, "header_row", 1, _MOST_ROWS),
                self._whole(file, "header_lines", 1, 2),
            ),
            key=key,
            fixed=fixed,
            columns=columns,
        )

    def _columns(self) -> tuple[Column, ...]:
        listed = self._top.get("columns")
        if not isinstance(listed, list) or not all(isinstance(each, dict) for each in listed):
            self._say("columns", "列の並びがありません。", "「- column: 見出し」の並びで書きます。")
            return ()
        found = [self._column(each) for each in listed]
        names: dict[str, int] = {}
        targets: dict[tuple[str, int | None], str] = {}
        for each in found:
            if each.name in names:
                what = f"列「{each.name}」が二度書かれています({names[each.name]}行目)。"
                self._report(each.line, what, "片方の行を消します。")
            names.setdefault(each.name, each.line)
            if each.field is None:
                continue
            target = (each.field.key, each.row)
            if target in targets:
                what = f"{each.field.key} に、列「{targets[target]}」と「{each.name}」が入ります。"
                cure = "片方の item を空にします。繰り返す項目なら row: 2 のように行を分けます。"
                self._report(each.line, what, cure)
            targets.setdefault(target, each.name)
        return tuple(found)

    def _column(self, entry: dict[str, Any]) -> Column:
        at = entry[LINE]
        cells = {name: value for name, value in entry.items() if name != LINE}
        self._known(cells, _COLUMN, at.of)
        name, key = cells.get("column"), cells.get("item") or ""
        if not isinstance(name, str) or not name:
            self._report(at.of("column"), "column がありません。", "ファイルの見出しを書きます。")
        field = self._field(str(key), at.of("item"))
        unit, row, separator, values = (cells.get(each) for each in _COLUMN[2:])
        if unit is not None and not (isinstance(unit, str) and _counts(field, unit)):
            cure = "項目の単位か、その 千・万・百万・億 倍を書きます。"
            self._report(at.of("unit"), f"単位 {unit} では数えられません。", cure)
        if row is not None:
            self._row(row, field, at.of("row"))
        if separator is not None and (field is None or field.item is None or not field.item.array):
            cure = "separator を消します。"
            self._report(at.of("separator"), "値が一つの項目です。", cure)
        if isinstance(values, dict):
            values = {str(said): str(meant) for said, meant in values.items() if said != LINE}
            self._values(values, field, at.of("values"))
        elif values is not None:
            self._report(
                at.of("values"), "values を読めません。", '"書かれた値": 意味 の組で書きます。'
            )
            values = None
        return Column(str(name), field, int(at), unit, row, separator, values)

    def _field(self, key: str, line: int) -> Field | None:
        if not key:
            return None
        if key in self._fields:
            return self._fields[key]
        if key in self._catalog.items_by_key:
            what = f"項目 {key} は、この制度の様式にないか、見出し(@…)から決まります。"
            self._report(line, what, "item を空にするか、様式にある項目に改めます。")
            return None
        close = get_close_matches(key, self._fields, n=3, cutoff=0.6)
        cure = f"似た項目: {'、'.join(close)}。" if close else "項目キーの綴りを確かめます。"
        self._report(line, f"項目 {key} がデータモデルにありません。", cure)
        return None

    def _row(self, row: Any, field: Field | None, line: int) -> None:
        if field is None or field.item is None or field.item.repeat_group is None:
            self._report(line, "繰り返さない項目に row があります。", "row を消します。")
        elif isinstance(row, bool) or not isinstance(row, int) or not 1 <= row <= _MOST_ROWS:
            self._report(line, "row を読めません。", f"1 から {_MOST_ROWS} までの整数で書きます。")

    def _values(self, values: Mapping[str, str], field: Field | None, line: int) -> None:
        for meant in values.values():
            try:
                if field is not None:
                    field.read(meant)
            except Unclear as unclear:
                self._report(line, "values に、この項目の値でないものがあります。", str(unclear))
                return

    def _fixed(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        section = self._top.get("fixed")
        given = self._section("fixed", None)
        for key, said in given.items():
            line = section[LINE].of(key) if isinstance(section, dict) else 1
            field = self._field(key, line)
            if said is None or said == "":
                cure = "値を書くか、列から取るなら行を消します。"
                self._report(line, f"{key} の値が決まっていません。", cure)
            elif field is not None:
                try:
                    found[key] = field.read(str(said)).value
                except Unclear as unclear:
                    self._report(line, f"{key} の値が使えません。", str(unclear))
        return found

    def _key(self, columns: Collection[Column]) -> str | None:
        key = self._top.get("key")
        if key is None or key == "":
            return None
        if key not in {each.name for each in columns}:
            self._say("key", f"列「{key}」がありません。", "columns にある列の名前を書きます。")
        return str(key)

    def _complete(self, columns: Collection[Column], fixed: Mapping[str, Any]) -> None:
        """What every filing needs, and nothing both fixed and from a column."""
        mapped = {each.field.key for each in columns if each.field is not None}
        for key in sorted(mapped & fixed.keys()):
            self._say("fixed", f"{key} は列からも取ります。", "どちらか一方にします。")
        stated = set(self._section("fixed", None))
        for key in NEEDED:
            if key not in mapped | stated:
                label = self._fields[key].label
                cure = f"列の item に {key} と書くか、fixed に値を書きます。"
                self._say("columns", f"「{label}」({key})がどこからも決まりません。", cure)
        if not {NUMBER, PROPRIETOR} & (mapped | stated):
            cure = f"列の item に {NUMBER} か {PROPRIETOR} と書きます。"
            self._say("columns", "事業者を特定する列がありません。", cure)

    def _one_group(self, columns: Collection[Column], key: str | None) -> None:
        """Several lines a filing: which rows of two groups belong together, no line says."""
        if key is None:
            return
        groups = {
            each.field.item.table
            for each in columns
            if each.field is not None and each.field.item and each.field.item.repeat_group
        }
        if len(groups) > 1:
            what = f"複数行の申請に、繰り返す表が {len(groups)} 種類あります({'、'.join(sorted(groups))})。"
            self._say("key", what, "表ごとに出力を分けるか、一つを残して item を空にします。")

    def _section(self, name: str, allowed: Collection[str] | None) -> dict[str, Any]:
        section = self._top.get(name)
        if section is None:
            return {}
        if not isinstance(section, dict):
            self._say(name, f"{name} を読めません。", "「名前: 値」の形で書きます。")
            return {}
        cells = {str(key): value for key, value in section.items() if key != LINE}
        if allowed is not None:
            self._known(cells, allowed, section[LINE].of)
        return cells

    def _one_of(self, section: dict[str, Any], name: str, allowed: Collection[str]) -> str | None:
        value = section.get(name)
        if value is not None and value not in allowed:
            shown = "、".join(repr(each) for each in allowed)
            self._say("file", f"{name} の値が使えません。", f"{shown} のどれかにします。")
        return None if value is None else str(value)

    def _whole(self, section: dict[str, Any], name: str, low: int, high: int) -> int:
        value = section.get(name, 1)
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            self._say(
                "file", f"{name} の値が使えません。", f"{low} から {high} までの整数にします。"
            )
            return 1
        return value

    def _known(self, cells: Mapping[str, Any], allowed: Collection[str], line_of: Any) -> None:
        for name in cells.keys() - set(allowed):
            close = get_close_matches(str(name), allowed, n=1)
            cure = f"{close[0]} の書き誤りなら直します。" if close else "この行を消します。"
            self._report(line_of(name), f"{name} は知らない名前です。", cure)

    def _say(self, heading: str, what: str, cure: str) -> None:
        self._report(self.source.line_of_heading(self._file, heading), what, cure)

    def _report(self, line: int, what: str, cure: str) -> None:
        self.source.report(self._file, line, what, cure)


def _counts(field: Field | None, unit: str) -> bool:
    """Whether a number in this unit is one of the item's."""
    own = None if field is None or field.item is None else field.item.unit
    return own is not None and unit in {own, *(f"{word}{own}" for word in MULTIPLES)}
