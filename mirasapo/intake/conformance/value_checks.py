"""Rules about one value or one row, beyond what the intake refuses."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import TYPE_CHECKING

from mirasapo.business.plan import row_key
from mirasapo.intake.conformance.finding import Finding, Seen
from mirasapo.intake.conformance.individual_number import has_individual_number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mirasapo.catalog import TableShape
    from mirasapo.intake.conformance.subject import Subject, Value

_HALF_KANA = re.compile(r"[\uff61-\uff9f]")
_NOT_KANA = re.compile(r"[\u3041-\u3096\u3400-\u9fff\uff61-\uff9f]")  # hiragana, kanji, half-width
_PRIVATE = re.compile(r"[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_TEXTS = {"string", "text"}
_THOUSAND = 1000


def seen(fits: Callable[[Value], bool]) -> Callable[[Subject], Iterator[Seen]]:
    """A check that only looks for such values: what is wrong with them the intake finds."""

    def look(subject: Subject) -> Iterator[Seen]:
        yield from (None for value in subject.values if fits(value))

    return look


def always(_subject: Subject) -> Iterator[Seen]:
    """A rule that every filing is under."""
    yield None


def keyed_rows(subject: Subject) -> Iterator[Seen]:
    """R-10-08: a row says what tells it from the others."""
    for table, columns in _keyed(subject):
        named = "・".join(item.label_ja for item in table.row_key_items)
        for place, row in subject.rows(table.name):
            if row_key(columns, row) is not None:
                yield None
            else:
                how = f"{named}を書きます。"
                yield Finding("R-10-08", place, "行の鍵の項目がありません。", how)


def different_rows(subject: Subject) -> Iterator[Seen]:
    """R-10-09: looks for rows with keys; two of one key the intake finds."""
    for table, _ in _keyed(subject):
        if any(subject.rows(table.name)):
            yield None


def _keyed(subject: Subject) -> Iterator[tuple[TableShape, list[str]]]:
    for table in subject.catalog.tables:
        items = [item for item in table.row_key_items if subject.on_form(item.key)]
        if items:
            yield table, [item.column for item in items]


def fillers(subject: Subject) -> Iterator[Seen]:
    """R-10-11: nothing is written where there is no answer."""
    texts, days = subject.relations.fillers, subject.relations.filler_days
    for value in subject.values:
        if value.item.type not in _TEXTS | {"date"}:
            continue
        filled = str(value.value).strip() in (days if value.item.type == "date" else texts)
        if filled:
            how = "答えのない項目は、書かないか null とします。"
            yield Finding("R-10-11", value.place, "答えの代わりの文字か日付です。", how)
        else:
            yield None


def half_width(subject: Subject) -> Iterator[Seen]:
    """R-10-12: numbers and codes in ASCII."""
    for value in subject.values:
        if value.item.type == "code" and value.item.codes is None:
            if unicodedata.normalize("NFKC", value.value) == value.value:
                yield None
            else:
                how = "半角の数字と文字で書きます。"
                yield Finding("R-10-12", value.place, "全角の文字があります。", how)
        elif value.item.type in {"code", "phone"} or value.item.limit.digits is not None:
            yield None


def thousands(subject: Subject) -> Iterator[Seen]:
    """R-10-14: what the form has people write in 千円 is a multiple of 1,000 yen."""
    for value in subject.values:
        if value.item.form_unit is None or "千円" not in value.item.form_unit:
            continue
        if Decimal(value.value) % _THOUSAND:
            how = "様式に千円で書かれた値を1,000倍します。"
            yield Finding("R-10-14", value.place, "1,000の倍数ではありません。", how)
        else:
            yield None


def kana(subject: Subject) -> Iterator[Seen]:
    """R-10-18: kana in full-width katakana, no half-width katakana elsewhere."""
    for value in subject.values:
        if value.item.type not in _TEXTS or value.item.key in subject.relations.half_width_kana:
            continue
        unfit = _NOT_KANA if value.item.column.endswith("kana") else _HALF_KANA
        if unfit.search(value.value):
            how = "全角カタカナで書きます。"
            what = "カナの項目がカタカナでないか、半角カタカナがあります。"
            yield Finding("R-10-18", value.place, what, how)
        else:
            yield None


def private_use(subject: Subject) -> Iterator[Seen]:
    """R-10-19: no characters that mean something on one machine only."""
    for value in subject.values:
        if value.item.type not in _TEXTS:
            continue
        if _PRIVATE.search(value.value):
            how = "登記や申請の画面に出る字で書きます。"
            yield Finding("R-10-19", value.place, "外字(私用領域の文字)があります。", how)
        else:
            yield None


def individual_numbers(subject: Subject) -> Iterator[Seen]:
    """R-10-25: twelve digits with the check digit of a マイナンバー, wherever there is text."""
    allowed = subject.relations.twelve_digits
    texts = [
        (value.place, value.value) for value in subject.values if value.item.key not in allowed
    ]
    texts += [("filing_number", subject.header("filing_number"))]
    texts += [("business sole_proprietor_key", subject.identity_of["sole_proprietor_key"])]
    texts += [("attachments name", entry.get("name")) for entry in subject.attachments]
    for place, text in texts:
        if not isinstance(text, str):
            continue
        if has_individual_number(text):
            how = "マイナンバーなら取り除きます。ほかの番号なら、その番号の項目に書きます。"
            what = "マイナンバーと同じ検査数字の12桁の数字があります。"
            yield Finding("R-10-25", place, what, how)
        else:
            yield None
