"""The client of gBizINFO's REST API: records put together from their parts, searches, what changed.

Traps it knows: no hit is a 404; a trailing slash is an error; without a valid token the service may
answer 200 with an HTML page, or 500.
"""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any, Self

import httpx

from mirasapo.acquisition.gbizinfo.config import (
    ENVELOPE,
    MOST_BYTES,
    MOST_ON_A_PAGE,
    ONLY_V2,
    PARTS,
    TOKEN_HEADER,
    VERSIONS,
)
from mirasapo.acquisition.gbizinfo.values import Unclear, whole
from mirasapo.acquisition.http import LATER, NO_REST, Answer, PoliteClient, Rest
from mirasapo.catalog.check_digit import is_corporate_number
from mirasapo.errors import BadInput, Upstream

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_NAME = "gBizINFO"
_CHECK_TOKEN = "MIRASAPO_GBIZINFO_TOKEN に発行された API トークンを設定してください。"  # noqa: S105

Record = dict[str, Any]


def require_corporate_number(number: str) -> None:
    """Raises BadInput for a number that is none."""
    if not is_corporate_number(number):
        raise BadInput(
            f"法人番号 {number} が正しくありません。",
            "13桁の数字でないか、検査用数字が合いません。",
            "番号を確かめてください。",
        )


class GbizInfo:
    """A connection to one service; `rate` is requests per second, 0 for no limit.

    `clock` and `sleep` are for tests.
    """

    def __init__(
        self,
        base_url: str,
        token: str,
        *,
        rate: float = 1.0,
        rest: Rest = NO_REST,
        version: str = VERSIONS[0],
        transport: httpx.BaseTransport | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        if version not in VERSIONS:
            raise BadInput(
                "gBizINFO の版を選べません。",
                "v1 と v2 だけがあります。",
                "どちらかにしてください。",
            )
        self.version = version
        self._base = f"{base_url.rstrip('/')}/{version}/hojin"
        self._http = PoliteClient(
            _NAME,
            headers={TOKEN_HEADER: token},
            rate=rate,
            rest=rest,
            overload="API トークンが誤っているときにも起きます。",
            transport=transport,
            clock=clock,
            sleep=sleep,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def record(self, corporate_number: str) -> Record | None:
        """The whole record of one corporation, None when the service has none.

        Raises BadInput for a number that is none, Upstream when the service does not answer well.
        """
        require_corporate_number(corporate_number)
        record = self._part(corporate_number, "")
        if record is None:
            return None
        for resource, name in PARTS.items():
            if self.version != VERSIONS[0] and resource in ONLY_V2:
                continue
            part = self._part(corporate_number, f"/{resource}")
            if part is not None and part.get(name) is not None:
                record[name] = part[name]
        return record

    def search(self, asked: Mapping[str, str], page: int) -> list[str]:
        """The corporate numbers on one page of what a search finds; [] where there is none.

        A full page has MOST_ON_A_PAGE; the service has no page beyond MOST_PAGES. Raises Upstream.
        """
        place = {"page": str(page), "limit": str(MOST_ON_A_PAGE)}
        answer = self._get(self._base, {**asked, **place})
        if answer.status == httpx.codes.NOT_FOUND:
            _require_no_hit(answer)
            return []
        return _numbers(_records(_envelope(answer)))

    def updated(self, first: str, last: str, page: int, part: str = "") -> tuple[list[str], int]:
        """The corporate numbers on one page of what changed, and how many pages there are.

        Days are yyyyMMdd, both included; `part` is '' for the record itself or a name of PARTS.
        Raises Upstream.
        """
        below = f"updateInfo/{part}" if part else "updateInfo"
        answer = self._get(f"{self._base}/{below}", {"from": first, "to": last, "page": str(page)})
        if answer.status == httpx.codes.NOT_FOUND:
            _require_no_hit(answer)
            return [], 0
        envelope = _envelope(answer)
        numbers = _numbers(_records(envelope))
        if not numbers:
            return [], 0
        pages = _count(envelope.get("totalPage"))
        if pages < page or _count(envelope.get("pageNumber")) != page:
            raise _unreadable("ページの番号が合いません。")
        return numbers, pages

    def _part(self, corporate_number: str, below: str) -> Record | None:
        asked = {"metadata_flg": "true"} if self.version == VERSIONS[0] else {}
        answer = self._get(f"{self._base}/{corporate_number}{below}", asked)
        if answer.status == httpx.codes.NOT_FOUND:
            _require_no_hit(answer)
            return None
        found = _records(_envelope(answer))
        if not found:
            return None
        if len(found) > 1 or found[0].get("corporate_number") != corporate_number:
            raise _unreadable("頼んだ法人番号と違う法人の情報が返りました。")
        part: Record = found[0]
        return part

    def _get(self, url: str, asked: Mapping[str, str]) -> Answer:
        answer = self._http.get(url, params=asked, most_bytes=MOST_BYTES)
        _require_success(answer)
        return answer


def _require_success(answer: Answer) -> None:
    status = answer.status
    if status in (httpx.codes.OK, httpx.codes.NOT_FOUND):
        return
    if status in (httpx.codes.UNAUTHORIZED, httpx.codes.FORBIDDEN):
        raise Upstream(
            "gBizINFO に断られました。", "API トークンが正しくありません。", _CHECK_TOKEN
        )
    raise Upstream(
        "gBizINFO から取得できません。",
        f"状態 {status} が返りました。",
        "MIRASAPO_GBIZINFO_URL を確かめてください。",
    )


def _require_no_hit(answer: Answer) -> None:
    """No hit is a 404, with the service's own JSON or nothing; any server has a page for one.

    Raises Upstream for another server's 404.
    """
    if answer.content.strip() and answer.media_type != "application/json":
        raise Upstream(
            "gBizINFO ではないところから答えが返りました。",
            "アドレスが違うおそれがあります。",
            "MIRASAPO_GBIZINFO_URL を確かめてください。",
        )


def _envelope(answer: Answer) -> dict[str, Any]:
    """The envelope around every answer.

    Raises Upstream for a page instead of data, and for what is no envelope or carries errors.
    """
    if answer.content.lstrip()[:1] == b"<":
        raise Upstream(
            "gBizINFO からデータではなくウェブページが返りました。",
            "API トークンがないか、アドレスが違います。",
            f"{_CHECK_TOKEN}MIRASAPO_GBIZINFO_URL も確かめてください。",
        )
    try:
        envelope = json.loads(answer.content)
    except (ValueError, RecursionError):
        raise _unreadable("JSON として読めません。") from None
    if not isinstance(envelope, dict) or ENVELOPE not in envelope:
        raise _unreadable("決められた形の応答ではありません。")
    if envelope.get("errors"):
        raise _unreadable("応答にエラーが示されています。")
    return envelope


def _records(envelope: Mapping[str, Any]) -> list[Record]:
    found = envelope.get(ENVELOPE) or []
    if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
        raise _unreadable("返ってきた一覧の形が違います。")
    return found


def _numbers(records: list[Record]) -> list[str]:
    numbers = [record.get("corporate_number") for record in records]
    if not all(isinstance(number, str) and is_corporate_number(number) for number in numbers):
        raise _unreadable("一覧に、法人番号のないものがあります。")
    return [str(number) for number in numbers]


def _count(written: Any) -> int:
    """A number of pages, which the service writes as a text."""
    try:
        found = whole(written)
    except Unclear:
        found = None
    if found is None:
        raise _unreadable("ページの数を読めません。")
    return found


class UnreadableAnswer(Upstream):
    """An answer came, but nothing can be taken from it: asking for others may well go on."""


def _unreadable(why: str) -> UnreadableAnswer:
    return UnreadableAnswer("gBizINFO の応答を読めません。", why, LATER)
