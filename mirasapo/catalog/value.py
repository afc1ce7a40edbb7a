"""Values of items: what JSON may carry, what Python gets, and a sample of each.

`parse_value` is the only road from a JSON value to a typed one. A refusal says which item, what is
wrong and how the value is written; it never repeats the value itself.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from mirasapo.catalog.limit import Between
from mirasapo.errors import BadInput

if TYPE_CHECKING:
    import random

    from mirasapo.catalog.model import Item

MONEY_LIMIT = 10**15
INTEGER_LIMIT = 2**63 - 1
MAX_ELEMENTS = 1000  # of an array item: beyond that it is a list of rows
_MAX_FILE_NAME = 255
_LONGEST_DECIMAL = 30
_FIRST_DAY, _LAST_DAY = date(1868, 1, 1), date(2100, 12, 31)
_CONTROL = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")
_CONTROL_BUT_LINES = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one value: the item, its label, what, and how it is written."""

    item: str
    label: str
    what: str
    why: str


class ValueType(ABC):
    """One type of the catalogue: how JSON writes it and what Python gets."""

    sentence: str

    @abstractmethod
    def parse(self, raw: Any) -> Any:
        """The typed value. Raises ValueError when `raw` is not one of this type."""

    @abstractmethod
    def schema(self) -> dict[str, Any]:
        """The type in JSON Schema 2020-12."""

    @abstractmethod
    def sample(self, item: Item, rng: random.Random) -> Any:
        """A JSON value of this type that keeps the item's limits."""


class Text(ValueType):
    """A string without control characters; `lines` allows line breaks and tabs."""

    def __init__(self, sentence: str, pattern: str = "", *, lines: bool = False) -> None:
        self.sentence = sentence
        self.pattern = pattern
        self._matches = re.compile(pattern).fullmatch
        self._control = _CONTROL_BUT_LINES if lines else _CONTROL

    def parse(self, raw: Any) -> str:
        if not isinstance(raw, str) or not raw.strip() or self._control.search(raw):
            raise ValueError
        if self.pattern and self._matches(raw) is None:
            raise ValueError
        return raw

    def schema(self) -> dict[str, Any]:
        schema: dict[str, Any] = {"type": "string", "minLength": 1}
        if self.pattern:
            schema["pattern"] = f"^{self.pattern}$"
        return schema

    def sample(self, item: Item, rng: random.Random) -> str:
        drawn = (constraint.sample(rng) for constraint in item.limit.constraints)
        found = next((text for text in drawn if text is not None), None)
        if found is None:
            found = _SAMPLES.get(item.type) or f"{item.label_ja}の見本"
        return found[: item.limit.max_length]


class Whole(ValueType):
    """A whole number, never a boolean, a fraction or a string."""

    def __init__(self, sentence: str, bound: int) -> None:
        self.sentence = sentence
        self.bound = bound

    def parse(self, raw: Any) -> int:
        if isinstance(raw, bool) or not isinstance(raw, int) or abs(raw) > self.bound:
            raise ValueError
        return raw

    def schema(self) -> dict[str, Any]:
        return {"type": "integer", "minimum": -self.bound, "maximum": self.bound}

    def sample(self, item: Item, rng: random.Random) -> int:
        low, high = _range(item, 0, 1_000_000)
        return rng.randint(low, high)


class Fraction(ValueType):
    """A decimal number: Decimal in Python, a JSON number outside."""

    sentence = "数で書きます。"

    def parse(self, raw: Any) -> Decimal:
        if isinstance(raw, bool) or not isinstance(raw, int | float | Decimal):
            raise ValueError  # noqa: TRY004 — one fault for everything that does not fit
        value = Decimal(str(raw))
        if not value.is_finite() or len(f"{value:f}") > _LONGEST_DECIMAL:
            raise ValueError
        return value

    def schema(self) -> dict[str, Any]:
        return {"type": "number"}

    def sample(self, item: Item, rng: random.Random) -> float:
        low, high = _range(item, 0, 100)
        places = item.limit.scale if item.limit.scale is not None else 1
        return min(max(round(rng.uniform(low, high), places), low), high)


class Boolean(ValueType):
    """true or false."""

    sentence = "true か false で書きます。"

    def parse(self, raw: Any) -> bool:
        if not isinstance(raw, bool):
            raise ValueError  # noqa: TRY004 — one fault for everything that does not fit
        return raw

    def schema(self) -> dict[str, Any]:
        return {"type": "boolean"}

    def sample(self, item: Item, rng: random.Random) -> bool:  # noqa: ARG002
        return rng.random() < 0.5  # noqa: PLR2004 — a coin


class Day(ValueType):
    """A calendar day, YYYY-MM-DD; years of the old calendar are converted before they get here."""

    sentence = "実在する日付を YYYY-MM-DD の形で書きます。"

    def parse(self, raw: Any) -> date:
        if not isinstance(raw, str) or re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", raw) is None:
            raise ValueError
        day = date.fromisoformat(raw)
        if not _FIRST_DAY <= day <= _LAST_DAY:
            raise ValueError
        return day

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "format": "date"}

    def sample(self, item: Item, rng: random.Random) -> str:  # noqa: ARG002
        return _sample_day(rng).isoformat()


class Month(ValueType):
    """A month, YYYY-MM."""

    sentence = "年月を YYYY-MM の形で書きます。"

    def parse(self, raw: Any) -> str:
        if not isinstance(raw, str) or re.fullmatch(r"[0-9]{4}-[0-9]{2}", raw) is None:
            raise ValueError
        if not _FIRST_DAY <= date.fromisoformat(f"{raw}-01") <= _LAST_DAY:
            raise ValueError
        return raw

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])$"}

    def sample(self, item: Item, rng: random.Random) -> str:  # noqa: ARG002
        return _sample_day(rng).isoformat()[:7]


class Moment(ValueType):
    """A moment with its offset (RFC 3339); UTC in Python."""

    sentence = "時差付きの日時を YYYY-MM-DDThh:mm:ss+09:00 の形で書きます。"
    _written = re.compile(
        r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?"
        r"(Z|[+-][0-9]{2}:[0-9]{2})"
    )

    def parse(self, raw: Any) -> datetime:
        if not isinstance(raw, str) or self._written.fullmatch(raw) is None:
            raise ValueError
        moment = datetime.fromisoformat(raw)
        if not _FIRST_DAY < moment.date() < _LAST_DAY:
            raise ValueError
        return moment.astimezone(UTC)

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "format": "date-time"}

    def sample(self, item: Item, rng: random.Random) -> str:  # noqa: ARG002
        return f"{_sample_day(rng).isoformat()}T{rng.randint(0, 23):02}:00:00+09:00"


_SAMPLES = {
    "phone": "03-0000-0000",
    "email": "mihon@example.jp",
    "url": "https://example.jp/mihon",
}
VALUE_TYPES: dict[str, ValueType] = {
    "string": Text("1行の文字で書きます。"),
    "text": Text("文章で書きます。", lines=True),
    "code": Text("コードを文字で書きます。"),
    "money": Whole("整数の金額で書きます(±10の15乗まで)。", MONEY_LIMIT),
    "integer": Whole("整数で書きます。", INTEGER_LIMIT),
    "decimal": Fraction(),
    "boolean": Boolean(),
    "date": Day(),
    "datetime": Moment(),
    "year_month": Month(),
    "phone": Text("半角数字とハイフンで書きます。", r"(\+[0-9]{1,3} )?[0-9]+(-[0-9]+)*"),
    "email": Text("メールアドレスの形で書きます。", r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+"),
    "url": Text("https:// か http:// で始まるURLで書きます。", r"https?://[^\s/]+(/\S*)?"),
    "file": Text("添付ファイルの名前を書きます。", rf"[^/\\]{{1,{_MAX_FILE_NAME}}}"),
}


def parse_value(item: Item, raw: Any) -> Any:
    """The typed value of a JSON value; None stays None (not answered).

    money, integer → int; decimal → Decimal; date → date; datetime → aware datetime in UTC;
    year_month and all texts → str; an array item → list. Raises BadInput with the members
    item, label, what, why of the first fault; `value_faults` lists them all.
    """
    value, faults = _examine(item, raw)
    if faults:
        first = faults[0]
        raise BadInput(
            f"「{first.label}」の値を受け取れません。",
            first.what,
            first.why,
            item=first.item,
            label=first.label,
            what_is_wrong=first.what,
            how_to_write=first.why,
        )
    return value


def value_faults(item: Item, raw: Any) -> list[Fault]:
    """Everything wrong with a JSON value of this item; empty when it fits."""
    return _examine(item, raw)[1]


def sample_value(item: Item, rng: random.Random) -> Any:
    """A made-up JSON value that `parse_value` accepts."""
    if item.array:
        return [_sample_one(item, rng) for _ in range(rng.randint(1, 3))]
    return _sample_one(item, rng)


def how_to_write(item: Item) -> str:
    """The item's type and limits as Japanese sentences."""
    sentences = [VALUE_TYPES[item.type].sentence]
    sentences += [constraint.sentence for constraint in item.limit.constraints]
    if item.codes is not None:
        sentences.append(f"コード表「{item.codes.label_ja}」のコードです。")
    return "".join(sentences)


def _examine(item: Item, raw: Any) -> tuple[Any, list[Fault]]:
    if raw is None:
        return None, []
    if not item.array:
        return _examine_one(item, raw, "")
    if not isinstance(raw, list | tuple) or len(raw) > MAX_ELEMENTS:
        what, why = "配列ではありません。", f"{MAX_ELEMENTS}件までの配列で書きます。"
        return None, [Fault(item.key, item.label_ja, what, why)]
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
        fault = Fault(item.key, item.label_ja, f"{which}値の形が違います。", kind.sentence)
        return None, [fault]
    wrong = [limit.sentence for limit in item.limit.constraints if not limit.admits(value)]
    if item.codes is not None and value not in item.codes.codes:
        wrong.append(f"コード表「{item.codes.label_ja}」のコードで書きます。")
    return value, [
        Fault(item.key, item.label_ja, f"{which}値が制限に合いません。", why) for why in wrong
    ]


def _sample_one(item: Item, rng: random.Random) -> Any:
    if item.codes is not None:
        return rng.choice(list(item.codes.codes))
    return VALUE_TYPES[item.type].sample(item, rng)


def _range(item: Item, low: int, high: int) -> tuple[int, int]:
    """The item's own bounds where it has them, `low` to `high` where not."""
    bounds = next((c for c in item.limit.constraints if isinstance(c, Between)), None)
    if bounds is not None:
        low = low if bounds.minimum is None else bounds.minimum
        high = max(low, high) if bounds.maximum is None else bounds.maximum
    return low, high


def _sample_day(rng: random.Random) -> date:
    return date(2019, 4, 1) + timedelta(days=rng.randrange(365 * 4))
