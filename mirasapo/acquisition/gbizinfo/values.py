"""gBizINFO's ways of writing a value, each turned into the one way of the data model.

Every function takes what stands in the answer and gives a JSON value for `catalog.parse_value`, or
None where the answer says nothing. What cannot be read for certain raises Unclear.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

JAPAN = timezone(timedelta(hours=9))
_NOTHING = frozenset({"", "-", "null"})
_THOUSANDS = re.compile(r"[+-]?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)")
_COMPACT_DAY = re.compile(r"[0-9]{8}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_POSTAL_CODE = re.compile(r"([0-9]{3})-?([0-9]{4})")
_TITLE = re.compile(
    r"(?:代表|取締役|執行役|理事|会長|社長|業務執行|無限責任|組合長|学長|院長).*|.*(?:長|役|員)"
)
_KANJI = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff々]")
_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
_WRITTEN_DAY = r"(明治|大正|昭和|平成|令和)?\s*([0-9]+|元)年\s*([0-9]+)月\s*([0-9]+)日"
_PERIOD = re.compile(rf"[((]\s*自\s*{_WRITTEN_DAY}\s*至\s*{_WRITTEN_DAY}\s*[))]")
_TWO_WORDS, _THREE_WORDS = 2, 3


class Unclear(ValueError):
    """Why a value cannot be read for certain, as a Japanese sentence; never the value."""


def is_nothing(raw: Any) -> bool:
    """Whether the answer says nothing: null, an empty text or list, "Null", or "-"."""
    if isinstance(raw, str):
        return raw.strip().lower() in _NOTHING
    return raw is None or raw == []


def text(raw: Any) -> str | None:
    """A text without blanks at its ends; blanks inside stay as they are."""
    if is_nothing(raw):
        return None
    if isinstance(raw, bool) or not isinstance(raw, str | int):
        raise Unclear("文字ではありません。")
    return str(raw).strip()


def day(raw: Any) -> str | None:
    """A day in one of the three forms the service uses, as YYYY-MM-DD in Japan."""
    written = text(raw)
    if written is None:
        return None
    try:
        if _DAY.fullmatch(written):
            return date.fromisoformat(written).isoformat()
        if _COMPACT_DAY.fullmatch(written):
            return date(int(written[:4]), int(written[4:6]), int(written[6:])).isoformat()
        moment = datetime.fromisoformat(written)
    except ValueError:
        raise Unclear("日付として読めません。") from None
    if moment.tzinfo is None:
        raise Unclear("日時に時差が書かれていません。")
    return moment.astimezone(JAPAN).date().isoformat()


def whole(raw: Any) -> int | None:
    """A whole number, written as a number or as a text (full-width or with commas, too)."""
    if is_nothing(raw):
        return None
    if isinstance(raw, float) and raw.is_integer():
        return int(raw)
    if isinstance(raw, int) and not isinstance(raw, bool):
        return raw
    if isinstance(raw, str):
        written = unicodedata.normalize("NFKC", raw).strip()
        if _THOUSANDS.fullmatch(written):
            return int(written.replace(",", ""))
    raise Unclear("整数として読めません。")


def decimal(raw: Any) -> Decimal | None:
    """A number with or without a fraction, exactly as written."""
    if is_nothing(raw):
        return None
    if isinstance(raw, int | float | str) and not isinstance(raw, bool):
        try:
            value = Decimal(unicodedata.normalize("NFKC", str(raw)).strip())
        except InvalidOperation:
            pass
        else:
            if value.is_finite():
                return value
    raise Unclear("数として読めません。")


def texts(raw: Any) -> list[str] | None:
    """A list of texts; a single text is a list separated by commas.

    Places at the end may say nothing; a gap before a value is unclear, as the place may have a
    meaning of its own.
    """
    if is_nothing(raw):
        return None
    parts = raw.split(",") if isinstance(raw, str) else raw
    if not isinstance(parts, list):
        raise Unclear("一覧として読めません。")
    found = [text(part) for part in parts]
    while found and found[-1] is None:
        found.pop()
    if None in found:
        raise Unclear("一覧の途中に値のない所があります。")
    return [part for part in found if part is not None] or None


def first(raw: Any) -> str | None:
    """The first of a list of texts."""
    if isinstance(raw, list):
        return text(raw[0]) if raw else None
    return text(raw)


def postal_code(raw: Any) -> str | None:
    """Seven digits without a hyphen."""
    written = text(raw)
    if written is None:
        return None
    found = _POSTAL_CODE.fullmatch(unicodedata.normalize("NFKC", written))
    if found is None:
        raise Unclear("郵便番号として読めません。")
    return found[1] + found[2]


def family_name(raw: Any) -> str | None:
    """The family name of a representative; see `_person`."""
    return None if is_nothing(raw) else _person(raw)[0]


def given_name(raw: Any) -> str | None:
    """The given name of a representative; see `_person`."""
    return None if is_nothing(raw) else _person(raw)[1]


def _person(raw: Any) -> tuple[str, str]:
    """Family and given name, where the blanks leave no doubt: [title] family given.

    A name without kanji may be written given name first, so it is not split.
    """
    words = (text(raw) or "").split()
    if len(words) == _THREE_WORDS and _TITLE.fullmatch(words[0]):
        words = words[1:]
    if len(words) != _TWO_WORDS or _TITLE.fullmatch(words[0]) or not _KANJI.search(words[0]):
        raise Unclear("姓と名の区切りがはっきりしません。")
    return words[0], words[1]


def period(raw: Any) -> tuple[date, date] | None:
    """First and last day of a fiscal year: 「第81期(自 2020年4月1日 至 2021年3月31日)」."""
    written = text(raw)
    if written is None:
        return None
    found = _PERIOD.search(unicodedata.normalize("NFKC", written))
    if found is None:
        raise Unclear("事業年度の期間を読めません。")
    begins_on, ends_on = _written_day(*found.groups()[:4]), _written_day(*found.groups()[4:])
    if begins_on > ends_on:
        raise Unclear("事業年度の初日が末日より後です。")
    return begins_on, ends_on


def _written_day(era: str | None, year: str, month: str, of_month: str) -> date:
    number = 1 if year == "元" else int(year)
    if era is None and year == "元":
        raise Unclear("事業年度の元号がありません。")
    try:
        return date(number + _ERAS[era] if era else number, int(month), int(of_month))
    except ValueError:
        raise Unclear("事業年度に実在しない日付があります。") from None


def period_start(raw: Any) -> str | None:
    """The first day of the fiscal year on the cover page."""
    found = period(raw)
    return found and found[0].isoformat()


def period_end(raw: Any) -> str | None:
    """The last day of the fiscal year on the cover page."""
    found = period(raw)
    return found and found[1].isoformat()


def years_before(ends_on: date, years: int) -> date:
    """The same closing day some years earlier; the last of February stays the last."""
    last = monthrange(ends_on.year, ends_on.month)[1] == ends_on.day
    year = ends_on.year - years
    longest = monthrange(year, ends_on.month)[1]
    return date(year, ends_on.month, longest if last else min(ends_on.day, longest))


CONVERSIONS: Mapping[str, Callable[[Any], Any]] = {
    "amount": whole,
    "code": text,
    "day": day,
    "decimal": decimal,
    "family_name": family_name,
    "first": first,
    "given_name": given_name,
    "list": texts,
    "period_end": period_end,
    "period_start": period_start,
    "postal_code": postal_code,
    "text": text,
    "url": text,
    "whole": whole,
}
"""By the word in the column `convert` of the mapping; `closing_date` needs the whole record."""
