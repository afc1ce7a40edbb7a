"""From a JSON value to a typed one, for every item of the catalogue.

`parse_value` is the only road. A refusal says which item, what is wrong and how the value is
written; it never repeats the value itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mirasapo.catalog.value_type import VALUE_TYPES, control_hint
from mirasapo.errors import BadInput

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

    from mirasapo.catalog.model import CodeList, Item

MAX_ELEMENTS = 1000  # of an array item
_CODES_SPELLED_OUT = 12


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one value: the item, its label, what, and how it is written."""

    item: str
    label: str
    what: str
    why: str


def parse_value(item: Item, raw: Any) -> Any:
    """The typed value of a JSON value; None for null and for an empty array (not answered).

    money, integer → int; decimal → Decimal; date → date; datetime → aware datetime in UTC;
    year_month and all texts → str; an array item → list. Raises BadInput with the item and the
    label of the first fault; `value_faults` lists them all.
    """
    value, faults = _examine(item, raw)
    if faults:
        first = faults[0]
        raise BadInput(
            f"「{first.label}」の{first.what}", first.why, item=first.item, label=first.label
        )
    return value


def value_faults(item: Item, raw: Any) -> list[Fault]:
    """Everything wrong with a JSON value of this item; empty when it fits."""
    return _examine(item, raw)[1]


def sample_value(item: Item, rng: random.Random) -> Any:
    """A made-up JSON value that `parse_value` accepts."""
    if item.array:
        return [_draw(item, rng) for _ in range(rng.randint(1, 3))]
    return _draw(item, rng)


def how_to_write(item: Item) -> str:
    """The item's type and limits as Japanese sentences."""
    if item.codes is not None:
        return _code_sentence(item.codes)
    limits = (constraint.sentence for constraint in item.limit.constraints)
    return "".join([VALUE_TYPES[item.type].sentence, *limits])


def _examine(item: Item, raw: Any) -> tuple[Any, list[Fault]]:
    if raw is None or (item.array and raw == []):
        return None, []
    if not item.array:
        return _examine_one(item, raw, "")
    if not isinstance(raw, list | tuple) or len(raw) > MAX_ELEMENTS:
        why = f"{MAX_ELEMENTS}件までの配列で書きます。"
        return None, [Fault(item.key, item.label_ja, "値が配列ではありません。", why)]
    values, faults = [], []
    for number, element in enumerate(raw, 1):
        value, wrong = _examine_one(item, element, f"{number}番目の")
        values.append(value)
        faults += wrong
    return values, faults


def _examine_one(item: Item, raw: Any, which: str) -> tuple[Any, list[Fault]]:
    kind = VALUE_TYPES[item.type]
    try:
        value = kind.parse(raw)
    except ValueError:
        why = f"{kind.sentence}{control_hint(item.type, raw)}"
        return None, [Fault(item.key, item.label_ja, f"{which}値の形が違います。", why)]
    return value, [
        Fault(item.key, item.label_ja, f"{which}値が決まりに合いません。", sentence)
        for sentence in _broken(item, value)
    ]


def _broken(item: Item, value: Any) -> Iterator[str]:
    for constraint in item.limit.constraints:
        if not constraint.admits(value):
            yield constraint.sentence
    if item.codes is not None and value not in item.codes.codes:
        yield _code_sentence(item.codes)


def _code_sentence(codes: CodeList) -> str:
    listed = "、".join(f"{code}({label})" for code, label in codes.codes.items())
    shown = f": {listed}" if len(codes.codes) <= _CODES_SPELLED_OUT else ""
    return f"コード表「{codes.label_ja}」のコードで書きます{shown}。"


def _draw(item: Item, rng: random.Random) -> Any:
    if item.codes is not None:
        return rng.choice(list(item.codes.codes))
    return VALUE_TYPES[item.type].sample(item, rng)
