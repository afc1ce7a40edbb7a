"""An answer of jGrants as objects, also where it is not quite JSON.

Control characters inside texts do no harm. Of an answer that is cut short or broken the objects
before the break are certain, the rest is not: whoever reads is told that it is not whole.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from json import JSONDecodeError
from typing import Any, NoReturn

_ROWS = re.compile(r'"result"\s*:\s*\[')
_COUNT = re.compile(r'"count"\s*:\s*"?([0-9]{1,9})"?\s*[,}]')
_BETWEEN = re.compile(r"[\s,]*")


@dataclass(frozen=True, slots=True)
class Answer:
    """`rows`: the objects that are certain. `why`: what is wrong with the rest, None for nothing."""

    rows: tuple[dict[str, Any], ...]
    why: str | None = None


class Unreadable(ValueError):
    """Nothing of an answer can be read, with the reason as a Japanese sentence."""


def read_answer(content: bytes) -> Answer:
    """The objects below `result`.

    Raises Unreadable for what is no answer of the service at all.
    """
    if content.lstrip()[:1] == b"<":
        raise Unreadable("データではなくウェブページが返りました。")
    try:
        written = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable("文字コードが UTF-8 ではありません。") from None
    try:
        whole = _DECODER.decode(written)
    except (ValueError, RecursionError):
        return _certain_part(written)
    if not isinstance(whole, dict) or not isinstance(whole.get("result"), list):
        raise Unreadable("決められた形の応答ではありません。")
    rows = whole["result"]
    if not all(isinstance(row, dict) for row in rows):
        raise Unreadable("一覧の中に、制度でないものがあります。")
    return Answer(tuple(rows), _count_fault(whole, len(rows)))


def _certain_part(written: str) -> Answer:
    begin = _ROWS.search(written)
    if begin is None:
        raise Unreadable("JSON として読めません。")
    rows: list[dict[str, Any]] = []
    place = begin.end()
    while (place := _end_of(_BETWEEN, written, place)) < len(written):
        try:
            row, place = _DECODER.raw_decode(written, place)
        except (ValueError, RecursionError):
            break
        if not isinstance(row, dict):
            break
        rows.append(row)
    if not rows:
        raise Unreadable("JSON として読めません。途中で切れているか、壊れています。")
    said = _COUNT.search(written, 0, begin.start())
    lacking = f"{said[1]}件のうち" if said else ""
    return Answer(tuple(rows), f"応答が壊れています。{lacking}{len(rows)}件だけ読めました。")


def _end_of(pattern: re.Pattern[str], written: str, place: int) -> int:
    found = pattern.match(written, place)
    return place if found is None else found.end()


def _count_fault(whole: dict[str, Any], found: int) -> str | None:
    metadata = whole.get("metadata")
    resultset = metadata.get("resultset") if isinstance(metadata, dict) else None
    said = resultset.get("count") if isinstance(resultset, dict) else None
    if said is None or str(said) == str(found):
        return None
    return f"件数が合いません。{found}件しか入っていません。"


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Of a name that stands twice with different values neither is certain."""
    made: dict[str, Any] = {}
    for name, value in pairs:
        if name in made and made[name] != value:
            raise JSONDecodeError("named twice", "", 0)
        made[name] = value
    return made


def _no_number(_: str) -> NoReturn:
    raise JSONDecodeError("no number", "", 0)


_DECODER = json.JSONDecoder(strict=False, object_pairs_hook=_once, parse_constant=_no_number)
