"""What a cell holds for a value of the payload, and the value that a cell says.

`from_cell` takes what cannot be mistaken and leaves the rest as it stands, for the checks of the
catalogue to refuse. `mistake` names what a spreadsheet program makes of an entry unasked: a number
that may have lost its leading zeros, a day, a percentage.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from mirasapo.catalog.workbook.layout import shown
from mirasapo.catalog.workbook.pages import NOT_A_VALUE, Percent

if TYPE_CHECKING:
    from mirasapo.catalog.workbook.layout import Entry

YES, NO = "はい", "いいえ"
NUMBERS = ("money", "integer", "decimal")
PERCENT = "%"
_AS_WRITTEN = ("string", "text", "file")  # elsewhere a full-width character means the plain one
LONGEST: Final = 32_767  # characters that a cell holds
_DIGITS = 15  # a spreadsheet keeps no more of a number
_FIRST_YEAR = 1901  # spreadsheets disagree on the days before
_WRITTEN_NUMBER = re.compile(r"-?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)(\.[0-9]+)?")
_AS_TEXT = "欄の表示形式を「文字列」にして書き直します。"


def to_cell(entry: Entry, value: Any) -> Any:
    """The content of the cell for a value of the payload."""
    if entry.choices is not None:
        label = entry.choices.get(value)
        return str(value) if label is None else shown(value, label).strip()
    if entry.type == "boolean":
        return YES if value else NO
    if entry.type in NUMBERS:
        return _number_cell(Decimal(str(value)) / entry.factor)
    if entry.type == "date" and int(value[:4]) >= _FIRST_YEAR:
        return date.fromisoformat(value)
    return str(value)


def from_cell(entry: Entry, held: Any) -> Any:
    """The value of the payload; None for an empty cell, `held` itself where it says none."""
    if isinstance(held, str):
        held = _text(entry, held)
        if not held:
            return None
    if entry.choices is not None:
        return _code(entry.choices, held)
    if entry.type == "boolean":
        return {YES: True, NO: False}.get(held, held) if isinstance(held, str) else held
    if entry.type in NUMBERS:
        return _number(entry, held)
    if entry.type == "date" and isinstance(held, datetime) and held.time() == time.min:
        return held.date().isoformat()
    return str(held) if _is_whole(entry, held) else held


def mistake(entry: Entry, held: Any) -> tuple[str, str] | None:
    """What the spreadsheet made of an entry, and how it is put right; None where it did not."""
    if held is NOT_A_VALUE:
        why = "式でなく値を書きます。式の結果は「値の貼り付け」で書けます。"
        return "数式かエラーがあります。", why
    if isinstance(held, Percent) and not (entry.type in NUMBERS and entry.unit == PERCENT):
        return "パーセント表示の数です。", f"欄の表示形式を「標準」にして書き直します。{entry.how}"
    if entry.type in (*NUMBERS, "boolean"):
        return None
    if isinstance(held, date | time) and entry.type != "date":
        return "日付か時刻に変わっています。", f"{_AS_TEXT}{entry.how}"
    number = isinstance(held, int | float) and not isinstance(held, bool)
    if number and entry.choices is None and entry.type != "date" and not _is_whole(entry, held):
        why = f"先頭の 0 が消えたおそれがあります。{_AS_TEXT}{entry.how}"
        return "数として書かれています。", why
    return None


def _text(entry: Entry, held: str) -> str:
    """What was written, without the blanks and line ends that come along when it is pasted."""
    text = held.replace("_x000D_", "").strip()  # how Excel keeps a carriage return
    if entry.choices is None and (entry.type not in _AS_WRITTEN or entry.pattern is not None):
        return unicodedata.normalize("NFKC", text)
    return text


def _is_whole(entry: Entry, held: Any) -> bool:
    """A number that has all digits of a text of fixed length: it cannot have lost a zero."""
    plain = isinstance(held, int) and not isinstance(held, bool)
    return plain and entry.pattern is not None and re.match(entry.pattern, str(held)) is not None


def _number_cell(value: Decimal) -> int | float | str:
    """A number, or a text where a spreadsheet would lose digits of it."""
    if len(value.as_tuple().digits) > _DIGITS:
        return f"{value:f}"
    return int(value) if value == int(value) else float(value)


def _number(entry: Entry, held: Any) -> Any:
    if isinstance(held, Percent):
        return _plain(held.share * 100)
    if isinstance(held, bool) or not isinstance(held, int | float | str):
        return held
    text = str(held)
    if isinstance(held, str) and _WRITTEN_NUMBER.fullmatch(text) is None:
        return held
    return _plain(Decimal(text.replace(",", "")) * entry.factor)


def _plain(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _code(choices: Any, held: Any) -> Any:
    """The code that the cell means: `code label`, the code, or a label that only one code has."""
    text = str(held) if isinstance(held, int) and not isinstance(held, bool) else held
    if not isinstance(text, str):
        return held
    code, _, label = text.partition(" ")
    if text in choices:
        return text
    if choices.get(code) == label:
        return code
    labelled = [known for known, name in choices.items() if name == text]
    if len(labelled) == 1:
        return labelled[0]
    narrow = unicodedata.normalize("NFKC", text)
    return narrow if narrow in choices else held
