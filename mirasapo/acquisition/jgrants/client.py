"""The client of jGrants' public API: what a keyword finds, and one subsidy with its files.

Traps it knows: a keyword is compulsory, there is neither a list of everything nor paging, the
filter by area leaves out what is for the whole country, and some answers are not valid JSON.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Self

import httpx

from mirasapo.acquisition.http import LATER, Answer, PoliteClient
from mirasapo.acquisition.jgrants.answer import Answer as Found
from mirasapo.acquisition.jgrants.answer import Unreadable, read_answer
from mirasapo.acquisition.jgrants.config import (
    DETAIL,
    LIST,
    LONGEST_ID,
    LONGEST_KEYWORD,
    MOST_BYTES,
    MOST_LIST_BYTES,
    SHORTEST_KEYWORD,
)
from mirasapo.errors import BadInput, Upstream

if TYPE_CHECKING:
    from pathlib import Path

_NAME = "jGrants"
_ID = re.compile(rf"[0-9A-Za-z]{{1,{LONGEST_ID}}}")


def require_keyword(keyword: str) -> None:
    """Raises BadInput for a keyword that the service refuses."""
    if not SHORTEST_KEYWORD <= len(keyword.strip()) <= LONGEST_KEYWORD:
        raise BadInput(
            "検索の言葉を使えません。",
            f"jGrants の検索には、{SHORTEST_KEYWORD}文字以上{LONGEST_KEYWORD}文字以下の言葉が要ります。",
            "--keyword に別の言葉を指定してください。",
        )


def is_id(text: object) -> bool:
    """Whether it can be an id of the service: it becomes part of an address."""
    return isinstance(text, str) and _ID.fullmatch(text) is not None


class JGrants:
    """The service behind a polite connection."""

    def __init__(
        self,
        base_url: str,
        *,
        rate: float = 1.0,
        transport: httpx.BaseTransport | None = None,
        http: PoliteClient | None = None,
    ) -> None:
        self._base = base_url.rstrip("/")
        self._http = http or PoliteClient(_NAME, rate=rate, transport=transport)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._http.close()

    def find(self, keyword: str, *, area: str | None = None, open_only: bool = False) -> Found:
        """The rows that a keyword finds. Raises BadInput for a keyword that is none, Upstream."""
        require_keyword(keyword)
        asked = {
            "keyword": keyword.strip(),
            "sort": "created_date",
            "order": "DESC",
            "acceptance": "1" if open_only else "0",
            **({"target_area_search": area} if area else {}),
        }
        answer = self._http.get(f"{self._base}/{LIST}", params=asked, most_bytes=MOST_LIST_BYTES)
        if not _is_there(answer):
            return Found(())
        try:
            return read_answer(answer.content)
        except Unreadable as why:
            raise _unreadable(str(why)) from None

    def fetch_detail(self, source_id: str, into: Path) -> bool:
        """Stream one subsidy's answer into a file; False where the service has none. Upstream."""
        return _is_there(
            self._http.download(f"{self._base}/{DETAIL}/{source_id}", into, most_bytes=MOST_BYTES)
        )


def _is_there(answer: Answer) -> bool:
    """Whether the service has it. Raises Upstream where that is no answer of the service."""
    if answer.status == httpx.codes.OK:
        return True
    if answer.status == httpx.codes.NOT_FOUND and answer.media_type == "application/json":
        return False
    raise Upstream(
        "jGrants から取得できません。",
        f"状態 {answer.status} が返りました。",
        "MIRASAPO_JGRANTS_URL を確かめてください。",
    )


def _unreadable(why: str) -> Upstream:
    return Upstream("jGrants の応答を読めません。", why, LATER)
