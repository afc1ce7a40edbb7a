"""Days and months: the western calendar in its spellings, and the five eras."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import Final

from mirasapo.catalog.as_written.plain import Reading, Unclear, plain

JAPAN: Final = timezone(timedelta(hours=9))
_SOLAR: Final = date(1873, 1, 1)  # before it the months of 明治 are those of the moon
_ZODIAC: Final = "月火水木金土日"
_KANJI: Final = dict(zip("〇一二三四五六七八九", range(10), strict=True))


@dataclass(frozen=True, slots=True)
class _Era:
    """First and last day; the day on which an era gives way to the next belongs to both."""

    first: date
    last: date


_ERAS: Final = {
    "明治": _Era(date(1868, 10, 23), date(1912, 7, 30)),
    "大正": _Era(date(1912, 7, 30), date(1926, 12, 25)),
    "昭和": _Era(date(1926, 12, 25), date(1989, 1, 7)),
    "平成": _Era(date(1989, 1, 8), date(2019, 4, 30)),
    "令和": _Era(date(2019, 5, 1), date(2100, 12, 31)),
}
_NAMES: Final = {
    **{name: name for name in _ERAS},
    **{name[0]: name for name in _ERAS},
    **dict(zip("MTSHR", _ERAS, strict=True)),
}
_ERA = "明治|大正|昭和|平成|令和|[明大昭平令MTSHRmtshr]"
_NUMBER = "[0-9]{1,4}|元|[〇一二三四五六七八九十]{1,3}"
_YEAR = rf"(?:西暦)?(?P<era>{_ERA})?\.?(?P<year>{_NUMBER})"
_SIGN = "[-/.]"
_DAY = re.compile(
    rf"{_YEAR}(?:年(?P<m>{_NUMBER})月(?P<d>{_NUMBER})日|(?P<s>{_SIGN})(?P<m2>[0-9]{{1,2}})(?P=s)(?P<d2>[0-9]{{1,2}}))"
)
_MONTH = re.compile(rf"{_YEAR}(?:年(?P<m>{_NUMBER})月|{_SIGN}(?P<m2>[0-9]{{1,2}}))")
_FISCAL = re.compile(rf"{_YEAR}(?:年度?)")
_MONTH_DAY = re.compile(r"([0-9]{1,2})(?:月([0-9]{1,2})日|[-/]([0-9]{1,2}))")
_COMPACT_DAY = re.compile(r"(?:18|19|20|21)[0-9]{6}")
_COMPACT_MONTH = re.compile(r"(?:18|19|20|21)[0-9]{4}")
_TIME = re.compile(
    r"[ T](?P<clock>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?)(?P<offset>Z|[+-][0-9]{2}:?[0-9]{2})?$"
)
_WEEKDAY = re.compile(r" ?\(([月火水木金土日])(?:曜日?)?\)$")
_SERIAL = re.compile(r"[1-9][0-9]{4}(\.[0-9]+)?")
_TWO_DIGITS = re.compile(r"[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}")
_YEAR_LAST = re.compile(r"[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4}")
_NO_YEAR = re.compile(r"[0-9]{1,2}(月[0-9]{1,2}日?|[-/][0-9]{1,2})")
_NO_DAY = "日まで書かれていません。"
_FOUR_DIGITS: Final = 1000


def read_day(text: str) -> Reading:
    """A day as YYYY-MM-DD. Raises Unclear."""
    found = plain(text)
    written, rules = found.value, found.rules
    clock = _TIME.search(written)
    if clock is not None:
        return _day_of_moment(written, clock) + rules
    weekday = _WEEKDAY.search(written)
    if weekday is not None:
        written = written[: weekday.start()]
    if _COMPACT_DAY.fullmatch(written):
        day = _date(int(written[:4]), int(written[4:6]), int(written[6:]))
        reading = Reading(day.isoformat(), (*rules, "day"))
    else:
        day, made = _spelled_day(written.replace(" ", ""))
        reading = Reading(day.isoformat(), (*rules, *made))
    if weekday is not None and _ZODIAC[day.weekday()] != weekday[1]:
        raise Unclear("日付と曜日が合いません。")
    return reading


def read_month(text: str) -> Reading:
    """A month as YYYY-MM. Raises Unclear."""
    found = plain(text)
    written = found.value.replace(" ", "")
    if _COMPACT_MONTH.fullmatch(written):
        compact = _date(int(written[:4]), int(written[4:]), 1)
        return Reading(f"{compact:%Y-%m}", (*found.rules, "month"))
    parts = _MONTH.fullmatch(written)
    if parts is None:
        if _DAY.fullmatch(written) is not None:
            raise Unclear("日まで書かれています。")
        raise Unclear(_why_no_day(written).replace(_NO_DAY, ""))
    year, era = _year(parts)
    month = _number(parts["m"] or parts["m2"])
    first = _date(year, month, 1)
    if era is not None:
        known = _ERAS[era]
        if (year, month) < (known.first.year, known.first.month) or first > known.last:
            raise Unclear("その元号にない年月です。")
        if first < _SOLAR:
            raise Unclear("明治5年までの日付は旧暦なので、西暦で書きます。")
    return Reading(f"{year:04}-{month:02}", (*found.rules, "era" if era else "month"))


def read_year(text: str) -> Reading | None:
    """A year or fiscal year that is written with its era; None where no era is named."""
    found = plain(text)
    parts = _FISCAL.fullmatch(found.value.replace(" ", ""))
    if parts is None or parts["era"] is None:
        return None
    year, era = _year(parts)
    known = _ERAS[era or ""]
    if not known.first.year <= year <= known.last.year:
        raise Unclear("その元号にない年です。")
    return Reading(year, (*found.rules, "era"))


def read_month_day(text: str) -> Reading | None:
    """A day of the year as MM-DD; None for what is written otherwise."""
    found = plain(text)
    parts = _MONTH_DAY.fullmatch(found.value.replace(" ", ""))
    if parts is None:
        return None
    return Reading(f"{int(parts[1]):02}-{int(parts[2] or parts[3]):02}", (*found.rules, "day"))


def _spelled_day(written: str) -> tuple[date, tuple[str, ...]]:
    parts = _DAY.fullmatch(written)
    if parts is None or _TWO_DIGITS.fullmatch(written):
        raise Unclear(_why_no_day(written))
    year, era = _year(parts)
    day = _date(year, _number(parts["m"] or parts["m2"]), _number(parts["d"] or parts["d2"]))
    if era is None:
        return day, ("day",)
    if not _ERAS[era].first <= day <= _ERAS[era].last:
        raise Unclear("その元号にない日付です。正しい元号か、西暦で書きます。")
    if day < _SOLAR:
        raise Unclear("明治5年までの日付は旧暦なので、西暦で書きます。")
    return day, ("era",)


def _year(parts: re.Match[str]) -> tuple[int, str | None]:
    """The western year and the era's name. Raises Unclear for a year without era or four digits."""
    number = _number(parts["year"])
    if parts["era"] is None:
        if number < _FOUR_DIGITS:
            raise Unclear("年が西暦4桁でも元号付きでもないので、何年か分かりません。")
        return number, None
    era = _NAMES[parts["era"].upper()]
    if not 1 <= number < 100:  # noqa: PLR2004
        raise Unclear("元号の年が読めません。")
    return _ERAS[era].first.year + number - 1, era


def _number(written: str) -> int:
    """Up to 99 in kanji, 元 as 1, or digits. Raises Unclear."""
    if written == "元":
        return 1
    if written.isascii():
        return int(written)
    tens, ten, ones = written.rpartition("十")
    if not ten:  # 三 or 二三, digit by digit
        return int("".join(str(_KANJI[each]) for each in ones))
    if len(tens) > 1 or len(ones) > 1 or {"十", "〇"} & {tens, ones}:
        raise Unclear("漢数字が読めません。")
    return (_KANJI[tens] if tens else 1) * 10 + (_KANJI[ones] if ones else 0)


def _date(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise Unclear("実在しない日付です。") from None


def _day_of_moment(written: str, clock: re.Match[str]) -> Reading:
    day, made = _spelled_day(written[: clock.start()].replace(" ", ""))
    hour, minute, *second = clock["clock"].split(":")
    try:
        moment = datetime(
            *(day.year, day.month, day.day),
            *(int(hour), int(minute), int(float(second[0])) if second else 0),
            tzinfo=JAPAN if clock["offset"] is None else _offset(clock["offset"]),
        )
    except ValueError:
        raise Unclear("実在しない時刻です。") from None
    return Reading(moment.astimezone(JAPAN).date().isoformat(), (*made, "time_dropped"))


def _offset(written: str) -> timezone:
    if written == "Z":
        return timezone.utc  # noqa: UP017 — of the same type as the other
    sign = -1 if written[0] == "-" else 1
    return timezone(sign * timedelta(hours=int(written[1:3]), minutes=int(written[-2:])))


def _why_no_day(written: str) -> str:
    if _SERIAL.fullmatch(written):
        return "表計算ソフトの日付の通し番号のようです。欄の表示形式を日付にして書き直します。"
    if _TWO_DIGITS.fullmatch(written):
        return "年が西暦4桁でも元号付きでもないので、何年か分かりません。"
    if _YEAR_LAST.fullmatch(written):
        return "月と日の順が分かりません。年・月・日の順に書きます。"
    if _NO_YEAR.fullmatch(written):
        return "年が書かれていません。"
    if _MONTH.fullmatch(written):
        return _NO_DAY
    return "日付として読めません。"
