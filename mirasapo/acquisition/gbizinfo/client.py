"""The client of gBizINFO's REST API: one corporation's record, put together from its parts.

Traps it knows: no hit is a 404; a trailing slash is an error; without a valid token the service may
answer 200 with an HTML page, or 500.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Self

import httpx

from mirasapo.acquisition.gbizinfo.config import (
    BACK_OFF_SECONDS,
    ENVELOPE,
    LONGEST_WAIT_SECONDS,
    ONLY_V2,
    PARTS,
    RETRIED,
    TIMEOUT_SECONDS,
    TOKEN_HEADER,
    VERSIONS,
)
from mirasapo.catalog.check_digit import is_corporate_number
from mirasapo.errors import BadInput, Upstream

if TYPE_CHECKING:
    from collections.abc import Callable

_CHECK_TOKEN = "MIRASAPO_GBIZINFO_TOKEN に発行された API トークンを設定してください。"  # noqa: S105
_LATER = "しばらく待ってからやり直してください。"

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
        self._interval = 1.0 / rate if rate > 0 else 0.0
        self._clock, self._sleep = clock, sleep
        self._next_at = clock()
        self._http = httpx.Client(
            headers={TOKEN_HEADER: token, "Accept": "application/json"},
            timeout=TIMEOUT_SECONDS,
            transport=transport,
            follow_redirects=False,
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

    def _part(self, corporate_number: str, below: str) -> Record | None:
        answer = self._get(f"{self._base}/{corporate_number}{below}")
        if answer.status_code == httpx.codes.NOT_FOUND:
            _require_no_hit(answer)
            return None
        found = _envelope(answer).get(ENVELOPE) or []
        if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
            raise _unreadable("返ってきた一覧の形が違います。")
        if not found:
            return None
        if len(found) > 1 or found[0].get("corporate_number") != corporate_number:
            raise _unreadable("頼んだ法人番号と違う法人の情報が返りました。")
        part: Record = found[0]
        return part

    def _get(self, url: str) -> httpx.Response:
        """Ask, again with growing pauses while the service is overloaded or out of reach."""
        for pause in (*BACK_OFF_SECONDS, None):
            self._wait_for_turn()
            try:
                answer = self._http.get(url)
            except httpx.TransportError:
                if pause is None:
                    raise Upstream(
                        "gBizINFO に接続できません。", "応答がありません。", _LATER
                    ) from None
                self._sleep(pause)
                continue
            if answer.status_code not in RETRIED or pause is None:
                _require_success(answer)
                return answer
            self._sleep(_asked_pause(answer, pause))
        raise AssertionError  # the last round returns or raises

    def _wait_for_turn(self) -> None:
        now = self._clock()
        if now < self._next_at:
            self._sleep(self._next_at - now)
        self._next_at = max(now, self._next_at) + self._interval


def _asked_pause(answer: httpx.Response, pause: float) -> float:
    """The service's own Retry-After in seconds where it is longer, within reason."""
    asked = answer.headers.get("Retry-After", "")
    return min(max(float(asked), pause), LONGEST_WAIT_SECONDS) if asked.isdigit() else pause


def _require_success(answer: httpx.Response) -> None:
    status = answer.status_code
    if status in (httpx.codes.OK, httpx.codes.NOT_FOUND):
        return
    if status in (httpx.codes.UNAUTHORIZED, httpx.codes.FORBIDDEN):
        raise Upstream(
            "gBizINFO に断られました。", "API トークンが正しくありません。", _CHECK_TOKEN
        )
    if status in RETRIED:
        raise Upstream(
            "gBizINFO から取得できません。",
            f"何度頼んでも状態 {status} が返ります。API トークンが誤っているときにも起きます。",
            _LATER,
        )
    raise Upstream(
        "gBizINFO から取得できません。",
        f"状態 {status} が返りました。",
        "MIRASAPO_GBIZINFO_URL を確かめてください。",
    )


def _require_no_hit(answer: httpx.Response) -> None:
    """No hit is a 404, with the service's own JSON or nothing; any server has a page for one.

    Raises Upstream for another server's 404.
    """
    kind = answer.headers.get("Content-Type", "").partition(";")[0]
    if answer.content.strip() and kind != "application/json":
        raise Upstream(
            "gBizINFO ではないところから答えが返りました。",
            "アドレスが違うおそれがあります。",
            "MIRASAPO_GBIZINFO_URL を確かめてください。",
        )


def _envelope(answer: httpx.Response) -> dict[str, Any]:
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
        envelope = answer.json()
    except ValueError:
        raise _unreadable("JSON として読めません。") from None
    if not isinstance(envelope, dict) or ENVELOPE not in envelope:
        raise _unreadable("決められた形の応答ではありません。")
    if envelope.get("errors"):
        raise _unreadable("応答にエラーが示されています。")
    return envelope


def _unreadable(why: str) -> Upstream:
    return Upstream("gBizINFO の応答を読めません。", why, _LATER)
