"""How the screens say things: dates, states, values and names in plain Japanese."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mirasapo.client import NamedBusiness, Value, Vocabulary

JAPAN = timezone(timedelta(hours=9), "JST")

# state of a disclosure request → words, look
STATES = {
    "pending": ("回答を待っています", "waiting"),
    "approved": ("承認されています", "open"),
    "partly_approved": ("一部が承認されています", "open"),
    "refused": ("承認されませんでした", "closed"),
    "withdrawn": ("取り下げました", "closed"),
    "revoked": ("承認が取り消されました", "closed"),
    "expired": ("期間が終わりました", "closed"),
}
OPEN_STATES = ("approved", "partly_approved")

KINDS_OF_SOURCE = {"nta": "国税庁 法人番号公表サイト", "gbizinfo": "gBizINFO"}
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def moment_of(value: datetime | str) -> datetime:
    """A moment in Japanese time, from a datetime or its ISO 8601 text."""
    moment = value if isinstance(value, datetime) else datetime.fromisoformat(value)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(JAPAN)


def day_ja(value: date | str | None) -> str:
    """2026年12月10日; of a moment, its day in Japan."""
    if value is None:
        return ""
    if isinstance(value, str):
        value = date.fromisoformat(value) if _ISO_DATE.fullmatch(value) else moment_of(value)
    if isinstance(value, datetime):
        value = moment_of(value).date()
    return f"{value.year}年{value.month}月{value.day}日"


def moment_ja(value: datetime | str) -> str:
    """2026年12月10日 9時05分, in Japanese time."""
    moment = moment_of(value)
    return f"{day_ja(moment)} {moment.hour}時{moment.minute:02}分"


def today() -> date:
    """The day in Japan."""
    return datetime.now(JAPAN).date()


def end_of_day(day: date) -> datetime:
    """The last second of a day in Japan: 'until the 10th' includes the 10th."""
    return datetime(day.year, day.month, day.day, 23, 59, 59, tzinfo=JAPAN)


def months_later(day: date, months: int) -> date:
    """The same day `months` later, or the last day of a shorter month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    after = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, min(day.day, (after - timedelta(days=1)).day))


def value_ja(value: Any, unit: str | None) -> str:
    """One value as a person reads it: 12,000円, はい, 2022年5月7日."""
    if isinstance(value, bool):
        return "はい" if value else "いいえ"
    if isinstance(value, (list, tuple)):
        return "、".join(value_ja(part, unit) for part in value)
    if isinstance(value, (int, float)):
        return f"{value:,}{unit}" if unit else str(value)
    text = str(value)
    return day_ja(text) if _ISO_DATE.fullmatch(text) else text


@dataclass(frozen=True, slots=True)
class Names:
    """What purposes, data classes and programmes are called."""

    purposes: Mapping[int, str]
    data_classes: Mapping[int, str]
    programmes: Mapping[str, str]
    kinds: Mapping[str, str]
    ceiling: Mapping[int, tuple[int, ...]]

    @classmethod
    def of(cls, words: Vocabulary) -> Names:
        """From the vocabulary that the API gives."""
        return cls(
            purposes={named.number: named.name_ja for named in words.purposes},
            data_classes={named.number: named.name_ja for named in words.data_classes},
            programmes={programme.code: programme.short_ja for programme in words.programmes},
            kinds={named.kind: named.name_ja for named in words.institution_kinds},
            ceiling={purpose: tuple(classes) for purpose, classes in words.ceiling.items()},
        )

    def business(self, business: NamedBusiness) -> str:
        """A business by its registered name, else by what is known of it."""
        return business.name or business.corporate_number or "名前の登録がない事業者"

    def classes(self, numbers: Iterable[int]) -> list[str]:
        """The names of data classes, in the policy's order."""
        return [self.data_classes[number] for number in sorted(numbers)]

    def source(self, value: Value) -> str:
        """Where a value comes from: the filing, or the public register."""
        if value.programme is not None:
            programme = self.programmes.get(value.programme, value.programme)
            year = f"{value.fiscal_year}年度 " if value.fiscal_year else ""
            return f"{year}{programme}の申請"
        return KINDS_OF_SOURCE.get(value.source, value.source)


@dataclass(frozen=True, slots=True)
class Block:
    """Values that stand together: of one filing, or the newest. Rows are (label, text, note)."""

    title: str
    rows: tuple[tuple[str, str, str], ...]


def is_public(value: Value) -> bool:
    """Whether everybody may see it anyway: from the register or from gBizINFO."""
    return value.basis == "open"


def blocks_by_class(values: Iterable[Value], names: Names) -> dict[int, list[Block]]:
    """Values by data class, and within it by what they are part of; classes in their order.

    The newest values come first, then what is public, then filings from the last year on. A
    public fact is held twice, as published and as the newest one: it is shown once.
    """
    found: dict[int, dict[tuple[int, int, str], dict[tuple[str, str, str], None]]] = {}
    for value in values:
        if value.value is None:
            continue
        source = names.source(value)
        place, note = (2, -(value.fiscal_year or 0), source), ""
        if value.layer != "filing":
            place = (1, 0, "公表されている情報") if is_public(value) else (0, 0, "最新の情報")
            note = f"{source}({day_ja(value.as_of_on)}現在)" if value.as_of_on else source
        label = f"{value.label_ja}({value.row_no}件目)" if value.row_no else value.label_ja
        rows = found.setdefault(value.data_class, {}).setdefault(place, {})
        text = value.value_ja or value_ja(value.value, value.unit)
        rows[label, text, note] = None
    return {
        number: [Block(place[2], tuple(rows)) for place, rows in sorted(found[number].items())]
        for number in sorted(found)
    }
