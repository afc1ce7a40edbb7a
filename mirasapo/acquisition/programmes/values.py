"""The sources' ways of writing a value, each turned into the one way of the catalogue.

Every function takes what stands in the source and gives a value, or None where it says nothing.
What cannot be read for certain raises Unclear.
"""

from __future__ import annotations

import html
import json
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import nh3

from mirasapo.acquisition.programmes.record import JAPAN

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

NO_LIMIT_YEN = 999_999_999_999_999
"""jGrants writes this where an amount has no limit: it is no amount."""

EXCERPT = 200
_NOTHING = frozenset({"", "-", "null", "[]"})
_MOST_BIGINT = 2**63 - 1
_TAGS = {
    *("a", "b", "br", "dd", "div", "dl", "dt", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr"),
    *("i", "li", "ol", "p", "span", "strong", "sub", "sup", "table", "tbody", "td", "th"),
    *("thead", "tr", "u", "ul"),
}
_ATTRIBUTES = {"a": {"href"}, "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"}}
_FURNITURE = "現在「すべて」が選択されているため"  # of J-Net21's search page, no summary


class Unclear(ValueError):
    """Why a value cannot be read for certain, as a Japanese sentence; never the value."""


def text(raw: Any) -> str | None:
    """A text without blanks at its ends and without control characters but line breaks."""
    if raw is None or raw == []:
        return None
    if isinstance(raw, bool) or not isinstance(raw, str | int):
        raise Unclear("文字ではありません。")
    lines = str(raw).replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(
        char for char in lines if char in "\n\t" or char.isprintable() or char == "\u3000"
    )
    kept = kept.strip()
    return None if kept.lower() in _NOTHING else kept


def listed(raw: Any) -> tuple[str, ...]:
    """A list that is written as one text, « / » between its members."""
    return _each(part for part in (text(raw) or "").split(" / "))


def single(raw: Any) -> tuple[str, ...]:
    """One text as a list of one."""
    return _each([raw])


def amount(raw: Any) -> int | None:
    """Yen; None for the sentinel that says 'no limit'."""
    if raw is None or (isinstance(raw, str) and text(raw) is None):
        return None
    if isinstance(raw, str) and raw.strip().isascii() and raw.strip().isdigit():
        raw = int(raw)
    if isinstance(raw, float) and raw.is_integer():
        raw = int(raw)
    if isinstance(raw, bool) or not isinstance(raw, int) or not 0 <= raw <= _MOST_BIGINT:
        raise Unclear("金額として読めません。")
    return None if raw == NO_LIMIT_YEN else raw


def boolean(raw: Any) -> bool | None:
    """True or false as JSON or as a word of it."""
    words = {"true": True, "false": False}
    if raw is None or isinstance(raw, bool):
        return raw
    if isinstance(raw, str) and raw.strip().lower() in words:
        return words[raw.strip().lower()]
    raise Unclear("真偽値として読めません。")


def moment(raw: Any) -> datetime | None:
    """A moment with its offset to UTC."""
    written = text(raw)
    if written is None:
        return None
    try:
        found = datetime.fromisoformat(written)
        if found.tzinfo is not None:
            return found.astimezone(JAPAN)
    except (ValueError, OverflowError):
        raise Unclear("日時として読めません。") from None
    raise Unclear("日時に時差が書かれていません。")


def local_moment(raw: Any) -> datetime | None:
    """A moment that is written without an offset, in Japan."""
    written = text(raw)
    try:
        return None if written is None else datetime.fromisoformat(written).replace(tzinfo=JAPAN)
    except ValueError:
        raise Unclear("日時として読めません。") from None


def day(raw: Any) -> date | None:
    """A day: YYYY-MM-DD as it is, a moment as its day in Japan."""
    written = text(raw)
    if written is None:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        found = moment(written)
    return None if found is None else found.date()


def url(raw: Any) -> str | None:
    """The address of a web page; nothing else may become a link."""
    written = text(raw)
    if written is None:
        return None
    try:
        parts = urlsplit(written)
        good = parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        good = False
    if not good or any(char.isspace() for char in written):
        raise Unclear("ウェブページのアドレスではありません。")
    return written


def safe_html(raw: Any) -> str | None:
    """HTML with the elements that format a text, and links to web pages; nothing that runs."""
    written = text(raw)
    if written is None:
        return None
    return (
        nh3.clean(
            written,
            tags=_TAGS,
            attributes=_ATTRIBUTES,
            url_schemes={"http", "https", "mailto"},
            link_rel="noopener noreferrer nofollow",
        ).strip()
        or None
    )


def plain_as_html(raw: Any) -> str | None:
    """A text without markup, as HTML: nothing in it is an element."""
    written = text(raw)
    return None if written is None else html.escape(written, quote=False).replace("\n", "<br>")


def excerpt(raw: Any) -> str | None:
    """The beginning of a text that is somebody's work."""
    written = text(raw)
    if written is None or written.startswith(_FURNITURE):
        return None
    return written if len(written) <= EXCERPT else written[:EXCERPT] + "…"


def words(raw: Any) -> tuple[str, ...]:
    """A list as JSON, or separated by commas."""
    written = text(raw) or ""
    return _each(_json(written) if written.startswith("[") else written.split(","))


def names(raw: Any) -> tuple[str, ...]:
    """The names in a JSON list of objects."""
    return _each(each["name"] for each in _objects(raw))


def name(raw: Any) -> tuple[str, ...]:
    """The name in one JSON object."""
    return names(f"[{raw}]") if text(raw) else ()


def kinds(raw: Any) -> str | None:
    """The names in a JSON list of objects, and below each its narrower ones, as one text."""
    found = [
        inner
        for each in _objects(raw)
        for inner in _objects(each.get("sub_categories") or []) or [each]
    ]
    return "、".join(_each(each["name"] for each in found)) or None


def modified(raw: Any) -> datetime | None:
    """The last change in 制度ナビ's update information."""
    if text(raw) is None:
        return None
    [found] = _objects(f"[{raw}]", needs="last_modified_at")
    return moment(found["last_modified_at"])


def people(raw: Any) -> str | None:
    """A greatest number of employees, in words."""
    written = text(raw)
    if written is not None and not (written.isascii() and written.isdigit()):
        raise Unclear("人数として読めません。")
    return written and f"{int(written)}名以下"


def _objects(raw: Any, needs: str = "name") -> list[dict[str, Any]]:
    if isinstance(raw, str):
        raw = _json(raw) if text(raw) else []
    found = raw or []
    if isinstance(found, list) and all(isinstance(each, dict) and needs in each for each in found):
        return found
    raise Unclear("決められた形の一覧ではありません。")


def _json(written: str) -> Any:
    try:
        return json.loads(written)
    except (ValueError, RecursionError):
        raise Unclear("セルの中の JSON を読めません。") from None


def _each(found: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part for part in map(text, found) if part is not None))


CONVERSIONS: Mapping[str, Callable[[Any], Any]] = {
    "amount": amount,
    "boolean": boolean,
    "day": day,
    "excerpt": excerpt,
    "html": safe_html,
    "kinds": kinds,
    "list": listed,
    "local_moment": local_moment,
    "modified": modified,
    "moment": moment,
    "name": name,
    "names": names,
    "people": people,
    "plain": plain_as_html,
    "single": single,
    "text": text,
    "url": url,
    "words": words,
}
"""By the word in the column `convert` of a mapping."""
