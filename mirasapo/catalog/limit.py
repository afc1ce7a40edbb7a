"""Limits of an item: each knows its sentence, its check, its schema and, where needed, a sample.

In `data_model/*.csv` a limit is written `name=value; name=value`, for example
`max_length=100`, `minimum=0; maximum=100`, `digits=7`, `check=corporate_number`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from mirasapo.catalog.check_digit import (
    corporate_check_digit,
    government_check_digit,
    is_corporate_number,
    is_local_government_code,
)

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Mapping
    from decimal import Decimal

_LEAP_YEAR = 2000  # a MM-DD is a day of some year: 02-29 is one
_NUMBERS = ("max_length", "minimum", "maximum", "digits", "scale", "max_mb")


@dataclass(frozen=True, slots=True)
class Constraint:
    """One limit on a value that already has the item's type.

    `sentence` is Japanese and says how the value is written; `schema` says in JSON Schema 2020-12
    as much as that can; `sample` draws a text that keeps the limit, None where the type finds one.
    """

    name: str
    sentence: str
    admits: Callable[[Any], bool]
    schema: Mapping[str, Any] = field(default_factory=dict)
    sample: Callable[[random.Random], str] | None = None


@dataclass(frozen=True, slots=True)
class Limit:
    """The limits of one item as written, and as constraints in the order they are checked."""

    max_length: int | None = None
    minimum: int | None = None
    maximum: int | None = None
    digits: int | None = None
    scale: int | None = None
    max_mb: int | None = None
    media: tuple[str, ...] = ()
    format: str | None = None
    check: str | None = None
    constraints: tuple[Constraint, ...] = ()

    @property
    def pattern(self) -> str | None:
        """The pattern of the value where a limit has one."""
        patterns = (constraint.schema.get("pattern") for constraint in self.constraints)
        return next((pattern for pattern in patterns if pattern is not None), None)


def max_length(characters: int) -> Constraint:
    """At most so many characters."""
    return Constraint(
        "max_length",
        f"{characters}文字以内で書きます。",
        lambda value: len(value) <= characters,
        {"maxLength": characters},
    )


def between(minimum: int | None, maximum: int | None) -> Constraint:
    """A number from `minimum` to `maximum`, both included; None leaves that side open."""
    low = "" if minimum is None else f"{minimum}以上"
    high = "" if maximum is None else f"{maximum}以下"

    def admits(value: int | Decimal) -> bool:
        return (minimum is None or value >= minimum) and (maximum is None or value <= maximum)

    bounds = {"minimum": minimum, "maximum": maximum}
    schema = {name: bound for name, bound in bounds.items() if bound is not None}
    return Constraint("between", f"{low}{high}の数で書きます。", admits, schema)


def scale(places: int) -> Constraint:
    """At most so many decimal places.

    The schema stays silent: `multipleOf` is checked on binary floats and refuses honest values.
    """
    return Constraint(
        "scale",
        f"小数第{places}位までで書きます。",
        lambda value: value == round(value, places),
    )


def digits(count: int) -> Constraint:
    """Exactly so many ASCII digits."""
    return _written(
        "digits",
        f"半角数字{count}桁で書きます。",
        f"[0-9]{{{count}}}",
        sample=lambda rng: _draw(rng, count),
    )


def file_kinds(megabytes: int, endings: tuple[str, ...]) -> Constraint:
    """The name of an attachment with one of these endings; its size is checked with the file."""
    spelled = ("".join(f"[{c}{c.upper()}]" for c in ending) for ending in endings)
    return _written(
        "file_kinds",
        f"{'・'.join(endings)} の添付ファイル({megabytes}MBまで)の名前を書きます。",
        rf".+\.({'|'.join(spelled)})",  # JSON Schema has no flag for either case
        sample=lambda rng: f"見本{rng.randint(1, 99)}.{rng.choice(endings)}",
    )


def month_day() -> Constraint:
    """A day of the year, MM-DD."""
    pattern = "(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"

    def admits(value: str) -> bool:
        if re.fullmatch(pattern, value) is None:
            return False
        try:
            date(_LEAP_YEAR, int(value[:2]), int(value[3:]))
        except ValueError:
            return False
        return True

    return Constraint(
        "month_day",
        "月日を MM-DD の形で書きます。",
        admits,
        {"pattern": f"^{pattern}$"},
        lambda rng: f"{rng.randint(1, 12):02}-{rng.randint(1, 28):02}",
    )


def time_of_day() -> Constraint:
    """A time of day, HH:MM."""
    return _written(
        "time_of_day",
        "時刻を HH:MM の形で書きます。",
        "([01][0-9]|2[0-3]):[0-5][0-9]",
        sample=lambda rng: f"{rng.randint(0, 23):02}:{rng.randint(0, 59):02}",
    )


def invoice_number() -> Constraint:
    """適格請求書発行事業者登録番号: T and 13 digits.

    The check digit holds for corporations only, so it is not asked for.
    """
    return _written(
        "invoice_number",
        "T に続けて半角数字13桁で書きます。",
        "T[0-9]{13}",
        sample=lambda rng: "T" + _draw_corporate_number(rng),
    )


def corporate_number() -> Constraint:
    """法人番号: 13 digits, the first of which is the check digit."""
    return Constraint(
        "corporate_number",
        "13桁の法人番号(検査数字の合うもの)を書きます。",
        is_corporate_number,
        {"pattern": "^[1-9][0-9]{12}$"},
        _draw_corporate_number,
    )


def local_government_code() -> Constraint:
    """全国地方公共団体コード: 6 digits, the last of which is the check digit."""
    return Constraint(
        "local_government_code",
        "6桁の全国地方公共団体コード(検査数字の合うもの)を書きます。",
        is_local_government_code,
        {"pattern": "^[0-9]{6}$"},
        _draw_local_government_code,
    )


_NAMED: Mapping[str, Mapping[str, Callable[[], Constraint]]] = {
    "format": {
        "invoice_number": invoice_number,
        "month_day": month_day,
        "time_of_day": time_of_day,
    },
    "check": {
        "corporate_number": corporate_number,
        "local_government_code": local_government_code,
    },
}


def parse_limit(text: str) -> Limit:
    """Read `name=value; name=value`. Raises ValueError with a sentence when it cannot be read."""
    written: dict[str, Any] = {}
    for part in filter(None, (part.strip() for part in text.split(";"))):
        name, _, value = part.partition("=")
        if name in written:
            raise ValueError(f"制限 {name} が二度書かれています。")
        written[name] = _read(name, value)
    limit = Limit(**written)
    return Limit(**written, constraints=tuple(_constraints(limit)))


def _read(name: str, value: str) -> int | str | tuple[str, ...]:
    if name in _NUMBERS and value.removeprefix("-").isdecimal():
        return int(value)
    if name == "media" and value:
        return tuple(value.split())
    if value in _NAMED.get(name, {}):
        return value
    raise ValueError(f"制限 {name}={value} を読めません。")


def _constraints(limit: Limit) -> list[Constraint]:
    made: list[Constraint] = []
    if limit.max_length is not None:
        made.append(max_length(limit.max_length))
    if limit.minimum is not None or limit.maximum is not None:
        made.append(between(limit.minimum, limit.maximum))
    if limit.digits is not None:
        made.append(digits(limit.digits))
    if limit.scale is not None:
        made.append(scale(limit.scale))
    if limit.format is not None:
        made.append(_NAMED["format"][limit.format]())
    if limit.check is not None:
        made.append(_NAMED["check"][limit.check]())
    if limit.max_mb is not None and limit.media:
        made.append(file_kinds(limit.max_mb, limit.media))
    return made


def _written(
    name: str, sentence: str, pattern: str, *, sample: Callable[[random.Random], str]
) -> Constraint:
    """A limit that a pattern says completely."""
    matches = re.compile(pattern).fullmatch
    return Constraint(
        name,
        sentence,
        lambda value: matches(value) is not None,
        {"pattern": f"^{pattern}$"},
        sample,
    )


def _draw(rng: random.Random, count: int) -> str:
    return "".join(rng.choices("0123456789", k=count))


def _draw_corporate_number(rng: random.Random) -> str:
    body = _draw(rng, 12)
    return f"{corporate_check_digit(body)}{body}"


def _draw_local_government_code(rng: random.Random) -> str:
    body = f"{rng.randint(1, 47):02}{_draw(rng, 3)}"
    return f"{body}{government_check_digit(body)}"
