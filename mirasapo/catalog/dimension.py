"""The unit that an expression comes out in, worked out from the units of its items.

A dimension is base units with their powers: 円/人 is 円¹ 人⁻¹. Two numbers carry a unit of their own:
100 makes a share into %, and 12 a year into か月. 倍 is a plain number.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from mirasapo.catalog.expression import Expression, Number, Operand

if TYPE_CHECKING:
    from collections.abc import Mapping

Dimension = frozenset[tuple[str, int]]

_PLAIN = "倍"
_NUMBERS: Mapping[int, str] = {100: "%", 12: "か月"}


def of_unit(unit: str | None) -> Dimension:
    """The dimension of a unit as the items write it; none and 倍 are plain numbers."""
    above, _, below = (unit or "").partition("/")
    powers = [(above, 1), (below, -1)]
    return frozenset((name, power) for name, power in powers if name and name != _PLAIN)


def dimension(expression: Expression) -> Dimension:
    """What the expression comes out in. Raises ValueError where unlike units are added."""
    match expression:
        case Number(value):
            return of_unit(_NUMBERS.get(int(value)) if value.denominator == 1 else None)
        case Operand(item, _):
            return of_unit(item.unit)
    left, right = dimension(expression.left), dimension(expression.right)
    if expression.sign in "+-":
        if left != right:
            raise ValueError(f"{written(left)} と {written(right)} は足し引きできません。")
        return left
    powers = Counter(dict(left))
    for name, power in right:
        powers[name] += power if expression.sign == "*" else -power
    return frozenset((name, power) for name, power in powers.items() if power)


def written(found: Dimension) -> str:
    """A dimension for people: 円/人."""
    above = "・".join(sorted(name for name, power in found if power > 0))
    below = "・".join(sorted(name for name, power in found if power < 0))
    return f"{above or '1'}/{below}" if below else above or "単位なし"
