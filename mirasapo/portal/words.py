"""How the screens say things: dates, states, values and names in plain Japanese."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mirasapo.client import Consent, NamedBusiness, NamedTable, Value, Vocabulary

    Line = tuple[str, str, str]  # label, text, note

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

# answer of a consent to secondary use → words, look
ANSWERS = {
    "given": ("同意しています", "open"),
    "refused": ("同意していません", "closed"),
    "withdrawn": ("撤回しました", "closed"),
}
CONSENT_BASES = {"deemed": "みなし同意", "individual": "個別同意"}

KINDS_OF_SOURCE = {"nta": "国税庁 法人番号公表サイト", "gbizinfo": "gBizINFO"}
FILING = "申請の情報"  # of a filing whose programme and year are not open
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_UNWRITABLE = ("Cc", "Cs")  # Unicode categories: control characters, halves of a character


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


def last_day(until: date) -> date:
    """The last day, in Japan, that a period includes: in the moment `until` it is over."""
    if isinstance(until, datetime):
        return (moment_of(until) - timedelta(microseconds=1)).date()
    return until


def until_ja(until: date) -> str:
    """2027年3月31日まで: with the last day that is included, however the end was given."""
    return f"{day_ja(last_day(until))}まで"


def writable(text: str) -> bool:
    """Whether a text can be sent and kept: no NUL and the like, blanks of every kind allowed."""
    return all(char.isspace() or unicodedata.category(char) not in _UNWRITABLE for char in text)


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
    if unit == "年" and isinstance(value, int):
        return f"{value}{unit}"
    if isinstance(value, (int, float)):
        return f"{value:,}{unit}" if unit else str(value)
    text = str(value)
    return day_ja(text) if _ISO_DATE.fullmatch(text) else text


@dataclass(frozen=True, slots=True)
class Names:
    """What purposes, data classes, programmes and tables are called."""

    purposes: Mapping[int, str]
    data_classes: Mapping[int, str]
    programmes: Mapping[str, str]
    kinds: Mapping[str, str]
    ceiling: Mapping[int, tuple[int, ...]]
    tables: Mapping[str, NamedTable]

    @classmethod
    def of(cls, words: Vocabulary) -> Names:
        """From the vocabulary that the API gives."""
        return cls(
            purposes={named.number: named.name_ja for named in words.purposes},
            data_classes={named.number: named.name_ja for named in words.data_classes},
            programmes={programme.code: programme.short_ja for programme in words.programmes},
            kinds={named.kind: named.name_ja for named in words.institution_kinds},
            ceiling={purpose: tuple(classes) for purpose, classes in words.ceiling.items()},
            tables={named.table: named for named in words.tables},
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
        return KINDS_OF_SOURCE.get(value.source, FILING)

    def consent(self, consent: Consent) -> str:
        """The programme of the filing that a consent is for."""
        if consent.programme is None:
            return "申請"
        return self.programmes.get(consent.programme, consent.programme)


@dataclass(frozen=True, slots=True)
class Row:
    """Values that belong together, such as one fiscal period; `heading` says which.

    `note` is what holds for each of them. What the heading says is not said again in the lines.
    """

    heading: str
    lines: tuple[Line, ...]
    note: str
    count: int


@dataclass(frozen=True, slots=True)
class Section:
    """The rows of one table, the newest period first."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Values that stand together: of one filing, or the newest; by table."""

    title: str
    sections: tuple[Section, ...]

    @property
    def count(self) -> int:
        """How many values it shows."""
        return sum(row.count for section in self.sections for row in section.rows)


@dataclass(slots=True)
class _Gathered:
    """A row while its values come in: lines by item, the heading's apart."""

    number: int | None
    lines: dict[str, Line] = field(default_factory=dict)
    key: dict[str, str] = field(default_factory=dict)
    period: str = ""

    @property
    def facts(self) -> set[tuple[str, str]]:
        return {line[:2] for line in self.lines.values()}

    def within(self, other: _Gathered) -> bool:
        """Whether the other one says all this, and is not another row of the same list."""
        numbered = None not in (self.number, other.number)
        return self.facts <= other.facts and not (numbered and self.number != other.number)

    def shown(self, number: int | None) -> Row:
        """The row as it is read; `number` None: it is the only one."""
        counted = f"{number}件目" if number else ""
        notes = {note for _, _, note in self.lines.values()}
        shared = notes.pop() if len(notes) == 1 else ""
        return Row(
            "、".join(self.key.values()) or counted,
            tuple(
                (label, text, "" if note == shared else note)
                for item, (label, text, note) in self.lines.items()
                if item not in self.key
            ),
            shared,
            len(self.lines),
        )


def is_public(value: Value) -> bool:
    """Whether everybody may see it anyway: from the register or from gBizINFO."""
    return value.basis == "open"


def blocks_by_class(values: Iterable[Value], names: Names) -> dict[int, list[Block]]:
    """Values by data class, and within it by what they are part of; classes in their order.

    The newest values come first, then what is public, then filings from the last year on, then
    those that are not named, each by its number. A public fact is held twice, as published and as
    the newest one: it is shown once.
    """
    found: dict[int, dict[tuple[int, int, str], dict[str, dict[object, list[_Gathered]]]]] = {}
    for value in values:
        if value.value is None:
            continue
        place = _place(value, names)
        section = found.setdefault(value.data_class, {}).setdefault(place, {})
        # a row of the newest information has values from several filings
        filing = (value.filing_no, value.version_no) if value.layer == "filing" else ()
        which = (*filing, value.row_key, value.row_no)
        _gather(section.setdefault(value.table, {}).setdefault(which, []), value, names)
    return {
        number: [
            Block(
                place[2],
                tuple(
                    _section(table, [row for rows in parts.values() for row in rows], names)
                    for table, parts in tables.items()
                ),
            )
            for place, tables in sorted(found[number].items(), key=lambda item: item[0])
        ]
        for number in sorted(found)
    }


def _place(value: Value, names: Names) -> tuple[int, int, str]:
    """The block of a value: rank, order within the rank, title."""
    if value.layer == "filing":
        if value.programme is None and value.filing_no is not None:
            return 3, value.filing_no, f"{FILING}({value.filing_no}件目)"
        return 2, -(value.fiscal_year or 0), names.source(value)
    return (1, 0, "公表されている情報") if is_public(value) else (0, 0, "最新の情報")


def _gather(rows: list[_Gathered], value: Value, names: Names) -> None:
    """Put a value into its row: the last one, or a new one when that has such a value already.

    Two public sources may say different things; of a filing that is not named, two versions.
    """
    text = value.value_ja or value_ja(value.value, value.unit)
    note = ""
    if value.layer != "filing":
        source = names.source(value)
        note = f"{source}({day_ja(value.as_of_on)}現在)" if value.as_of_on else source
    line = (value.label_ja, text, note)
    if rows and value.item_key in rows[-1].lines:
        if is_public(value) and rows[-1].lines[value.item_key][:2] == line[:2]:
            return
        rows.append(_Gathered(value.row_no))
    elif not rows:
        rows.append(_Gathered(value.row_no))
    row = rows[-1]
    row.lines[value.item_key] = line
    table = names.tables.get(value.table)
    if table is not None and value.item_key in table.row_key:
        row.key[value.item_key] = f"{value.label_ja} {text}"
        if _ISO_DATE.fullmatch(str(value.value)):
            row.period = str(value.value)


def _section(table: str, rows: list[_Gathered], names: Names) -> Section:
    """The rows of a table, the newest period first, what is said twice once."""
    kept: list[_Gathered] = []
    for row in rows:
        if not any(row.within(other) for other in kept):
            kept = [other for other in kept if not other.within(row)] + [row]
    kept.sort(key=lambda row: row.period, reverse=True)
    alone = len(kept) == 1
    named = names.tables.get(table)
    return Section(
        named.label_ja if named else "",
        tuple(row.shown(None if alone else place) for place, row in enumerate(kept, 1)),
    )
