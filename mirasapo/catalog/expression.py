"""Arithmetic over items: the text of a formula as a tree. It is read, never run as code."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mirasapo.catalog.model import Item

REACHES = ("previous", "base", "sum")
_MAX_CHARACTERS = 500
_SIGNS: Mapping[type[ast.operator], str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
}


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written."""

    value: Fraction


@dataclass(frozen=True, slots=True)
class Operand:
    """An item's value: of the row itself (reach ""), of another row, or added up over the rows."""

    item: Item
    reach: str


@dataclass(frozen=True, slots=True)
class Operation:
    """`left` and `right` joined by one of + - * /."""

    sign: str
    left: Expression
    right: Expression


Expression = Number | Operand | Operation


def operands(expression: Expression) -> Iterator[Operand]:
    """Every item that the expression asks for, in the order written."""
    match expression:
        case Operand():
            yield expression
        case Operation(_, left, right):
            yield from operands(left)
            yield from operands(right)


def parse_expression(text: str, items: Mapping[str, Item]) -> Expression:
    """Read an expression. Raises ValueError with a sentence for whatever is not arithmetic."""
    if len(text) > _MAX_CHARACTERS:
        raise ValueError(f"式が {_MAX_CHARACTERS} 文字を超えています。")
    text = text.strip()
    try:
        return _read(ast.parse(text, mode="eval").body, items)
    except _UnfitError as unfit:
        part = ast.get_source_segment(text, unfit.node)
        raise ValueError(f"式の「{part}」は、項目・数・四則・関数のどれでもありません。") from None
    except _UnknownError as unknown:
        raise ValueError(f"項目 {unknown} がデータモデルにありません。") from None
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        raise ValueError("式として読めません。") from None


class _UnfitError(Exception):
    """A part of the text that is no arithmetic."""

    def __init__(self, node: ast.expr) -> None:
        super().__init__()
        self.node = node


class _UnknownError(Exception):
    """A key that no item has."""


def _read(node: ast.expr, items: Mapping[str, Item]) -> Expression:
    match node:
        case ast.BinOp(left, operator, right) if type(operator) in _SIGNS:
            sign = _SIGNS[type(operator)]
            return Operation(sign, _read(left, items), _read(right, items))
        case ast.Constant(int() | float() as number) if not isinstance(number, bool):
            return Number(Fraction(str(number)))
        case ast.Attribute(ast.Name(category), column):
            return Operand(_item(f"{category}.{column}", items), "")
        case ast.Call(ast.Name(reach), [ast.Attribute(ast.Name(category), column)], []) if (
            reach in REACHES
        ):
            return Operand(_item(f"{category}.{column}", items), reach)
    raise _UnfitError(node)


def _item(key: str, items: Mapping[str, Item]) -> Item:
    if key not in items:
        raise _UnknownError(key)
    return items[key]
