"""The types of the catalogue: how JSON writes each, what Python gets, and a sample.

A type's `parse` raises ValueError for whatever is not of it; the sentence of the refusal is the
type's own, so the reason need not travel in the exception.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Mapping

    from mirasapo.catalog.model import Item

MONEY_LIMIT = 10**15
INTEGER_LIMIT = 2**63 - 1  # a bigint
_MAX_FILE_NAME = 255
_MAX_DECIMAL_DIGITS = 30
_FIRST_DAY, LAST_DAY = date(1868, 1, 1), date(2100, 12, 31)
_SAMPLE_FROM, _SAMPLE_DAYS = date(2019, 4, 1), 4 * 365
_DEFAULT_WHOLE, _DEFAULT_FRACTION = (0, 1_000_000), (0, 100)
# NUL cannot be stored, the others break or turn round what they are shown in: C0 and C1, other line
# ends than LF, the marks of direction, the byte order mark (R-10-19)
_NO_LINES = r"\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff"
_UNFIT, _UNFIT_BUT_LF = rf"\x00-\x1f{_NO_LINES}", rf"\x00-\x09\x0b-\x1f{_NO_LINES}"
_HALF = r"\ud800-\udfff"  # of a character; no pattern of a schema can name it
_CONTROL = re.compile(f"[{_UNFIT}{_HALF}]")
_CONTROL_BUT_LF = re.compile(f"[{_UNFIT_BUT_LF}{_HALF}]")
_CR_HINT = "改行は LF(\\n)だけにします。CR(\\r)を取り除きます。"
_CONTROL_HINT = "タブ、改行、文字の向きの印、BOM などの制御文字を取り除きます。"
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")
_TIME = r"T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?(Z|[+-][0-9]{2}:[0-9]{2})"
_MOMENT = re.compile(_DAY.pattern + _TIME)
# for the schemas, where a pattern is checked also by those who do not check a format
_YEAR_PATTERN = "(186[89]|18[7-9][0-9]|19[0-9]{2}|20[0-9]{2}|2100)"
_MONTH_PATTERN = f"{_YEAR_PATTERN}-(0[1-9]|1[0-2])"
_DAY_PATTERN = f"{_MONTH_PATTERN}-(0[1-9]|[12][0-9]|3[01])"


@dataclass(frozen=True, slots=True)
class ValueType:
    """One type: its sentence, its check, its schema (JSON Schema 2020-12), a sample as JSON."""

    sentence: str
    parse: Callable[[Any], Any]
    schema: Mapping[str, Any]
    sample: Callable[[Item, random.Random], Any]


def _text(sentence: str, pattern: str = "", *, lines: bool = False, sample: str = "") -> ValueType:
    matches = re.compile(pattern or r"(?s).*").fullmatch
    control = _CONTROL_BUT_LF if lines else _CONTROL

    def parse(raw: Any) -> str:
        if not isinstance(raw, str) or not raw.strip() or control.search(raw) or not matches(raw):
            raise ValueError
        return raw

    def draw(item: Item, rng: random.Random) -> str:
        drawn = [limit.sample(rng) for limit in item.limit.constraints if limit.sample is not None]
        return (drawn or [sample or f"{item.label_ja}の見本"])[0][: item.limit.max_length]

    unfit = _UNFIT_BUT_LF if lines else _UNFIT
    readable = rf"^[^\S{unfit}]*[^\s{unfit}][^{unfit}]*$"  # not only blanks
    schema = {"type": "string", "minLength": 1, "pattern": f"^{pattern}$" if pattern else readable}
    return ValueType(sentence, parse, schema, draw)


def _whole(sentence: str, bound: int) -> ValueType:
    def parse(raw: Any) -> int:
        if isinstance(raw, bool) or not isinstance(raw, int) or abs(raw) > bound:
            raise ValueError
        return raw

    def draw(item: Item, rng: random.Random) -> int:
        return rng.randint(*_range(item, _DEFAULT_WHOLE))

    return ValueType(
        sentence, parse, {"type": "integer", "minimum": -bound, "maximum": bound}, draw
    )


def _parse_fraction(raw: Any) -> Decimal:
    if isinstance(raw, bool) or not isinstance(raw, int | float | Decimal):
        raise ValueError  # noqa: TRY004 — one sentence for everything that is not a number
    value = Decimal(str(raw))
    if not value.is_finite() or len(f"{value:f}") > _MAX_DECIMAL_DIGITS:
        raise ValueError
    return value


def _draw_fraction(item: Item, rng: random.Random) -> float:
    low, high = _range(item, _DEFAULT_FRACTION)
    places = 1 if item.limit.scale is None else item.limit.scale
    return round(rng.uniform(low, high), places)


def _parse_boolean(raw: Any) -> bool:
    if not isinstance(raw, bool):
        raise ValueError  # noqa: TRY004 — one sentence for everything that is not a boolean
    return raw


def _parse_day(raw: Any) -> date:
    if not isinstance(raw, str) or _DAY.fullmatch(raw) is None:
        raise ValueError
    return _in_range(date.fromisoformat(raw))


def _parse_month(raw: Any) -> str:
    if not isinstance(raw, str) or _MONTH.fullmatch(raw) is None:
        raise ValueError
    _in_range(date.fromisoformat(f"{raw}-01"))
    return raw


def _parse_moment(raw: Any) -> datetime:
    if not isinstance(raw, str) or _MOMENT.fullmatch(raw) is None:
        raise ValueError
    moment = datetime.fromisoformat(raw)
    _in_range(moment.date())
    return moment.astimezone(UTC)


def _in_range(day: date) -> date:
    if not _FIRST_DAY <= day <= LAST_DAY:
        raise ValueError
    return day


def _draw_day(_item: Item, rng: random.Random) -> str:
    return (_SAMPLE_FROM + timedelta(days=rng.randrange(_SAMPLE_DAYS))).isoformat()


def _draw_moment(item: Item, rng: random.Random) -> str:
    return f"{_draw_day(item, rng)}T{rng.randint(0, 23):02}:00:00+09:00"


def _range(item: Item, otherwise: tuple[int, int]) -> tuple[int, int]:
    """The item's own bounds; a side that it leaves open is taken from `otherwise`."""
    low = otherwise[0] if item.limit.minimum is None else item.limit.minimum
    high = max(low, otherwise[1]) if item.limit.maximum is None else item.limit.maximum
    return low, high


def control_hint(kind: str, raw: Any) -> str:
    """How a text gets rid of its control characters; empty where it has none that are unfit."""
    unfit = _CONTROL_BUT_LF if kind == "text" else _CONTROL
    if not isinstance(raw, str) or unfit.search(raw) is None:
        return ""
    only_cr = kind == "text" and unfit.search(raw.replace("\r", "")) is None
    return _CR_HINT if only_cr else _CONTROL_HINT


VALUE_TYPES: Mapping[str, ValueType] = {
    "string": _text("1行の文字で書きます。"),
    "text": _text("文章で書きます。", lines=True),
    "code": _text("コードを文字で書きます。"),
    "money": _whole("整数の金額で書きます(±10の15乗まで)。", MONEY_LIMIT),
    "integer": _whole("整数で書きます。", INTEGER_LIMIT),
    "decimal": ValueType("数で書きます。", _parse_fraction, {"type": "number"}, _draw_fraction),
    "boolean": ValueType(
        "true か false で書きます。",
        _parse_boolean,
        {"type": "boolean"},
        lambda _item, rng: rng.choice((True, False)),
    ),
    "date": ValueType(
        "実在する日付を YYYY-MM-DD の形で書きます。",
        _parse_day,
        {"type": "string", "format": "date", "pattern": f"^{_DAY_PATTERN}$"},
        _draw_day,
    ),
    "datetime": ValueType(
        "時差付きの日時を YYYY-MM-DDThh:mm:ss+09:00 の形で書きます。",
        _parse_moment,
        {"type": "string", "format": "date-time", "pattern": f"^{_DAY_PATTERN}{_TIME}$"},
        _draw_moment,
    ),
    "year_month": ValueType(
        "年月を YYYY-MM の形で書きます。",
        _parse_month,
        {"type": "string", "pattern": f"^{_MONTH_PATTERN}$"},
        lambda item, rng: _draw_day(item, rng)[:7],
    ),
    "phone": _text(
        "半角数字とハイフンで書きます。",
        r"(\+[0-9]{1,3} )?[0-9]+(-[0-9]+)*",
        sample="03-0000-0000",
    ),
    "email": _text(
        "メールアドレスの形で書きます。",
        r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+",
        sample="mihon@example.jp",
    ),
    "url": _text(
        "https:// か http:// で始まるURLで書きます。",
        r"https?://[^\s/]+(/\S*)?",
        sample="https://example.jp/mihon",
    ),
    "file": _text("添付ファイルの名前を書きます。", rf"[^/\\]{{1,{_MAX_FILE_NAME}}}"),
}
