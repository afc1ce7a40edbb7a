"""Limits of an item: each class knows its sentence, its check, its schema and a sample.

In `data_model/*.csv` a limit is written `name=value; name=value`, for example
`max_length=100`, `minimum=0; maximum=100`, `digits=7`, `check=corporate_number`.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from mirasapo.catalog.check_digit import (
    corporate_check_digit,
    government_check_digit,
    is_corporate_number,
    is_local_government_code,
)

if TYPE_CHECKING:
    import random

_LEAP_YEAR = 2000  # a MM-DD is a day of some year: 02-29 is one
_BYTES_PER_MB = 1_000_000


class Constraint(ABC):
    """One limit on a value that already has the item's type."""

    @property
    @abstractmethod
    def sentence(self) -> str:
        """The limit as a Japanese sentence: shown with a refusal and in the attribute list."""

    @abstractmethod
    def admits(self, value: Any) -> bool:
        """Whether the value keeps the limit."""

    @abstractmethod
    def schema(self) -> dict[str, Any]:
        """The limit in JSON Schema 2020-12, as far as that can say it."""

    def sample(self, rng: random.Random) -> str | None:  # noqa: ARG002
        """A string that keeps the limit; None where the type finds one by itself."""
        return None


@dataclass(frozen=True, slots=True)
class MaxLength(Constraint):
    """At most so many characters."""

    characters: int

    @property
    def sentence(self) -> str:
        return f"{self.characters}文字以内で書きます。"

    def admits(self, value: str) -> bool:
        return len(value) <= self.characters

    def schema(self) -> dict[str, Any]:
        return {"maxLength": self.characters}


@dataclass(frozen=True, slots=True)
class Between(Constraint):
    """A number from `minimum` to `maximum`, both included; None leaves that side open."""

    minimum: int | None
    maximum: int | None

    @property
    def sentence(self) -> str:
        low = "" if self.minimum is None else f"{self.minimum}以上"
        high = "" if self.maximum is None else f"{self.maximum}以下"
        return f"{low}{high}の数で書きます。"

    def admits(self, value: int | Decimal) -> bool:
        return (self.minimum is None or value >= self.minimum) and (
            self.maximum is None or value <= self.maximum
        )

    def schema(self) -> dict[str, Any]:
        bounds = {"minimum": self.minimum, "maximum": self.maximum}
        return {name: bound for name, bound in bounds.items() if bound is not None}


@dataclass(frozen=True, slots=True)
class Scale(Constraint):
    """At most so many decimal places."""

    places: int

    @property
    def sentence(self) -> str:
        return f"小数第{self.places}位までで書きます。"

    def admits(self, value: Decimal) -> bool:
        return value == round(value, self.places)

    def schema(self) -> dict[str, Any]:
        return {}  # multipleOf is checked on binary floats and would refuse honest values


@dataclass(frozen=True, slots=True)
class Digits(Constraint):
    """Exactly so many ASCII digits."""

    count: int

    @property
    def sentence(self) -> str:
        return f"半角数字{self.count}桁で書きます。"

    def admits(self, value: str) -> bool:
        return len(value) == self.count and value.isascii() and value.isdigit()

    def schema(self) -> dict[str, Any]:
        return {"pattern": f"^[0-9]{{{self.count}}}$"}

    def sample(self, rng: random.Random) -> str:
        return _digits(rng, self.count)


class MonthDay(Constraint):
    """A day of the year, MM-DD."""

    pattern = "^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"

    @property
    def sentence(self) -> str:
        return "月日を MM-DD の形で書きます。"

    def admits(self, value: str) -> bool:
        if re.fullmatch(self.pattern, value) is None:
            return False
        try:
            date(_LEAP_YEAR, int(value[:2]), int(value[3:]))
        except ValueError:
            return False
        return True

    def schema(self) -> dict[str, Any]:
        return {"pattern": self.pattern}

    def sample(self, rng: random.Random) -> str:
        return f"{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"


class TimeOfDay(Constraint):
    """A time of day, HH:MM."""

    pattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$"

    @property
    def sentence(self) -> str:
        return "時刻を HH:MM の形で書きます。"

    def admits(self, value: str) -> bool:
        return re.fullmatch(self.pattern, value) is not None

    def schema(self) -> dict[str, Any]:
        return {"pattern": self.pattern}

    def sample(self, rng: random.Random) -> str:
        return f"{rng.randint(0, 23):02}:{rng.randint(0, 59):02}"


class InvoiceNumber(Constraint):
    """適格請求書発行事業者登録番号: T and 13 digits.

    The check digit holds for corporations only, so it is not asked for here.
    """

    pattern = "^T[1-9][0-9]{12}$"

    @property
    def sentence(self) -> str:
        return "T に続けて半角数字13桁で書きます。"

    def admits(self, value: str) -> bool:
        return re.fullmatch(self.pattern, value) is not None

    def schema(self) -> dict[str, Any]:
        return {"pattern": self.pattern}

    def sample(self, rng: random.Random) -> str:
        return "T" + _corporate_number(rng)


class CorporateNumber(Constraint):
    """法人番号: 13 digits, the first of which is the check digit."""

    @property
    def sentence(self) -> str:
        return "13桁の法人番号(検査数字の合うもの)を書きます。"

    def admits(self, value: str) -> bool:
        return is_corporate_number(value)

    def schema(self) -> dict[str, Any]:
        return {"pattern": "^[1-9][0-9]{12}$"}

    def sample(self, rng: random.Random) -> str:
        return _corporate_number(rng)


class LocalGovernmentCode(Constraint):
    """全国地方公共団体コード: 6 digits, the last of which is the check digit."""

    @property
    def sentence(self) -> str:
        return "6桁の全国地方公共団体コード(検査数字の合うもの)を書きます。"

    def admits(self, value: str) -> bool:
        return is_local_government_code(value)

    def schema(self) -> dict[str, Any]:
        return {"pattern": "^[0-9]{6}$"}

    def sample(self, rng: random.Random) -> str:
        body = f"{rng.randint(1, 47):02}{_digits(rng, 3)}"
        return f"{body}{government_check_digit(body)}"


@dataclass(frozen=True, slots=True)
class FileKinds(Constraint):
    """A file name with one of these endings; the file itself comes as an attachment."""

    max_mb: int
    endings: tuple[str, ...]

    @property
    def sentence(self) -> str:
        return f"{'・'.join(self.endings)} の添付ファイル({self.max_mb}MBまで)の名前を書きます。"

    @property
    def max_bytes(self) -> int:
        """The largest attachment that the item takes."""
        return self.max_mb * _BYTES_PER_MB

    def admits(self, value: str) -> bool:
        return value.lower().endswith(tuple(f".{ending}" for ending in self.endings))

    def schema(self) -> dict[str, Any]:
        # (?i) is no ECMA 262: each letter is spelled in both cases
        either = "|".join(
            "".join(f"[{c}{c.upper()}]" if c.isalpha() else c for c in ending)
            for ending in self.endings
        )
        return {"pattern": rf"\.({either})$"}

    def sample(self, rng: random.Random) -> str:
        return f"見本{rng.randint(1, 99)}.{rng.choice(self.endings)}"


FORMATS: dict[str, type[Constraint]] = {
    "invoice_number": InvoiceNumber,
    "month_day": MonthDay,
    "time_of_day": TimeOfDay,
}
CHECKS: dict[str, type[Constraint]] = {
    "corporate_number": CorporateNumber,
    "local_government_code": LocalGovernmentCode,
}
_NUMBERS = ("max_length", "minimum", "maximum", "digits", "scale", "max_mb")
_NAMES = {"format": FORMATS, "check": CHECKS}


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
        patterns = (constraint.schema().get("pattern") for constraint in self.constraints)
        return next((pattern for pattern in patterns if pattern is not None), None)


def parse_limit(text: str) -> Limit:
    """Read `name=value; name=value`. Raises ValueError with a sentence when it cannot be read."""
    written: dict[str, Any] = {}
    for part in filter(None, (part.strip() for part in text.split(";"))):
        name, equals, value = part.partition("=")
        if not equals or name in written:
            raise ValueError(f"制限「{part}」を読めません。")
        written[name] = _read(name, value)
    return Limit(**written, constraints=tuple(_constraints(**written)))


def _read(name: str, value: str) -> int | str | tuple[str, ...]:
    if name in _NUMBERS:
        return int(value)
    if name == "media":
        return tuple(value.split())
    if value in _NAMES.get(name, {}):
        return value
    raise ValueError(f"制限「{name}={value}」は知られていません。")


def _constraints(  # noqa: PLR0913 — one argument a limit
    *,
    max_length: int | None = None,
    minimum: int | None = None,
    maximum: int | None = None,
    digits: int | None = None,
    scale: int | None = None,
    max_mb: int | None = None,
    media: tuple[str, ...] = (),
    format: str | None = None,  # noqa: A002
    check: str | None = None,
) -> list[Constraint]:
    made: list[Constraint] = []
    if max_length is not None:
        made.append(MaxLength(max_length))
    if minimum is not None or maximum is not None:
        made.append(Between(minimum, maximum))
    if digits is not None:
        made.append(Digits(digits))
    if scale is not None:
        made.append(Scale(scale))
    if format is not None:
        made.append(FORMATS[format]())
    if check is not None:
        made.append(CHECKS[check]())
    if max_mb is not None and media:
        made.append(FileKinds(max_mb, media))
    return made


def _digits(rng: random.Random, count: int) -> str:
    return "".join(rng.choices("0123456789", k=count))


def _corporate_number(rng: random.Random) -> str:
    body = _digits(rng, 12)
    return f"{corporate_check_digit(body)}{body}"
