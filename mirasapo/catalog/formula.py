"""formulas.yaml: the sums and ratios that items of one filing keep to each other."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

from mirasapo.catalog.dimension import dimension, of_unit, written
from mirasapo.catalog.expression import Expression, operands, parse_expression

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mirasapo.catalog.expression import Operand
    from mirasapo.catalog.model import Item, TableShape
    from mirasapo.catalog.source import Entry, Source

FORMULAS = "formulas.yaml"
KINDS = (
    "identity",  # both sides are filed and must agree
    "formula",  # the result is derived; a filed value is kept beside it and compared
)
_NEEDED = {"name", "label_ja", "kind", "of", "expression", "treat_missing_as_zero", "source"}
_TOLERANCES = {"tolerance_yen", "tolerance"}
_KEY = re.compile(r"[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*")
_NUMERIC = ("money", "integer", "decimal")


class _Fault(NamedTuple):
    """One thing that is wrong, and under which heading of the formula."""

    heading: str
    what: str
    cure: str


@dataclass(frozen=True, slots=True, eq=False)
class Formula:
    """計算式: `of` is what `expression` comes out as, give or take `tolerance` (in the unit of `of`).

    Items of `as_zero` count as 0 where they are not given; without any other there is no result.
    """

    name: str
    label_ja: str
    kind: str
    of: Item
    expression: Expression
    tolerance: Fraction
    as_zero: frozenset[Item]
    source: str

    @property
    def items(self) -> tuple[Item, ...]:
        """The result and every item that it is made of, each once."""
        return tuple(dict.fromkeys([self.of, *(each.item for each in operands(self.expression))]))


def resolve_formulas(
    source: Source,
    items: Mapping[str, Item],
    tables: Mapping[str, TableShape],
    refused: frozenset[str],
) -> tuple[Formula, ...]:
    """The formulas in the order of the file; what is wrong with one is reported with its line.

    One of an item that was `refused` is left out: the item has its own problem.
    """
    formulas: list[Formula] = []
    entries = list(source.listed(FORMULAS))
    names = Counter(str(entry.cells.get("name")) for entry in entries)
    for entry in entries:
        faults = list(_shape_faults(entry))
        if names[str(entry.cells.get("name"))] > 1:
            faults.append(
                _Fault("name", "同じ名前の計算式が二つあります。", "name を一つずつにします。")
            )
        if not faults:
            if refused & set(_KEY.findall(" ".join(map(str, entry.cells.values())))):
                continue
            made = _formula(entry, items)
            if isinstance(made, Formula):
                faults += _faults(made, entry.cells, tables)
                formulas += [] if faults else [made]
            else:
                faults.append(made)
        for heading, what, cure in faults:
            name = entry.cells.get("name", "(名前なし)")
            source.report(FORMULAS, entry.line.of(heading), f"計算式 {name}: {what}", cure)
    return tuple(formulas)


def _shape_faults(entry: Entry) -> Iterator[_Fault]:
    cells = entry.cells
    given = cells.keys() & _TOLERANCES
    if missing := sorted(_NEEDED - cells.keys()):
        yield _Fault("name", f"{'・'.join(missing)} がありません。", "見出しを書き足します。")
    if extra := sorted(cells.keys() - _NEEDED - _TOLERANCES):
        what = f"知らない見出し {'・'.join(extra)} があります。"
        yield _Fault(extra[0], what, "見出しの綴りを直します。")
    if "name" in cells and not isinstance(cells["name"], str):
        yield _Fault("name", "name が文字ではありません。", "英小文字の名前を一つ書きます。")
    if cells.get("kind") not in KINDS:
        yield _Fault("kind", "kind を読めません。", f"{'か'.join(KINDS)} にします。")
    if len(given) != 1 or not _is_tolerance(cells[next(iter(given))]):
        yield _Fault(
            next(iter([*sorted(given), *extra]), "name"),
            "許す差を読めません。",
            "結果が円なら tolerance_yen、ほかなら tolerance に、0以上の数を一つ書きます。",
        )
    if not isinstance(cells.get("treat_missing_as_zero"), list):
        what = "treat_missing_as_zero を読めません。"
        yield _Fault("treat_missing_as_zero", what, "項目キーの並び [ ] で書きます。")


def _is_tolerance(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < 10**9


def _formula(entry: Entry, items: Mapping[str, Item]) -> Formula | _Fault:
    cells = entry.cells
    as_zero = list(map(str, cells["treat_missing_as_zero"]))
    headings = dict.fromkeys(as_zero, "treat_missing_as_zero") | {str(cells["of"]): "of"}
    for key, heading in headings.items():
        if key not in items:
            what = f"項目 {key} がデータモデルにありません。"
            return _Fault(heading, what, "項目キーの綴りを直します。")
    try:
        expression = parse_expression(str(cells["expression"]), items)
    except ValueError as error:
        cure = "項目キー・数・+ - * / ( )・previous・base・sum だけで書きます。"
        return _Fault("expression", str(error), cure)
    (tolerance,) = (cells[name] for name in cells.keys() & _TOLERANCES)
    return Formula(
        name=str(cells["name"]),
        label_ja=str(cells["label_ja"]),
        kind=cells["kind"],
        of=items[str(cells["of"])],
        expression=expression,
        tolerance=Fraction(str(tolerance)),
        as_zero=frozenset(items[key] for key in as_zero),
        source=str(cells["source"]),
    )


def _faults(
    formula: Formula, cells: Mapping[str, Any], tables: Mapping[str, TableShape]
) -> Iterator[_Fault]:
    asked = list(operands(formula.expression))
    for item in formula.items:
        if item.type not in _NUMERIC or item.array:
            heading = "of" if item is formula.of else "expression"
            what = f"{item.key} は一つの数ではありません。"
            yield _Fault(heading, what, "数の項目だけで式を書きます。")
    if foreign := sorted(each.key for each in formula.as_zero - {each.item for each in asked}):
        yield _Fault(
            "treat_missing_as_zero",
            f"treat_missing_as_zero の {'・'.join(foreign)} は式にありません。",
            "式の項目だけを挙げます。",
        )
    for each in asked:
        if not _within_reach(each, tables[formula.of.table], tables):
            yield _Fault(
                "expression",
                f"{each.item.key} が結果 {formula.of.key} のどの行に当たるか決まりません。",
                "同じ表の行、決算日で結ばれる表、繰り返さない項目、または sum( ) にします。",
            )
    try:
        found = dimension(formula.expression)
    except ValueError as error:
        cure = "単位の揃う項目で式を書きます(100 は %、12 は か月 とみなします)。"
        yield _Fault("expression", str(error), cure)
        return
    if found != of_unit(formula.of.unit):
        unit = formula.of.unit or "単位なし"
        yield _Fault(
            "expression",
            f"{formula.of.key} の単位 {unit} に、式の単位 {written(found)} が合いません。",
            "式か、項目の単位を直します(100 は %、12 は か月 とみなします)。",
        )
    if ("tolerance_yen" in cells) != (formula.of.unit == "円"):
        (given,) = cells.keys() & _TOLERANCES
        cure = "円なら tolerance_yen、ほかは tolerance にします。"
        yield _Fault(given, "許す差の見出しが結果の単位と違います。", cure)


def row_key_of(table: TableShape, kind: str) -> Item | None:
    """The one item of this type that tells the rows of a table apart; None where there is none."""
    keys = table.row_key_items
    return keys[0] if len(keys) == 1 and keys[0].type == kind else None


def _within_reach(operand: Operand, home: TableShape, tables: Mapping[str, TableShape]) -> bool:
    table = tables[operand.item.table]
    by_day = row_key_of(home, "date") is not None and row_key_of(table, "date") is not None
    match operand.reach:
        case "sum":
            return table.repeated
        case "base":
            return table is home and row_key_of(home, "integer") is not None
        case "previous":
            return by_day
    return table is home or not table.repeated or by_day
