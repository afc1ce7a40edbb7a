"""Asking an outside service politely: not faster than its rate, again with growing pauses.

What an answer means is the caller's; this module knows only overload and silence.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Self

import httpx

from mirasapo.errors import Upstream

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

TIMEOUT_SECONDS = 60.0
RETRIED = frozenset({429, 500, 502, 503, 504})
BACK_OFF_SECONDS = (1.0, 4.0, 16.0)
LONGEST_WAIT_SECONDS = 60.0
_LATER = "しばらく待ってからやり直してください。"


class PoliteClient:
    """A connection to the service called `name`; `rate` is requests per second, 0 for no limit.

    `clock` and `sleep` are for tests.
    """

    def __init__(
        self,
        name: str,
        *,
        headers: Mapping[str, str] | None = None,
        rate: float = 1.0,
        transport: httpx.BaseTransport | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.name = name
        self._interval = 1.0 / rate if rate > 0 else 0.0
        self._clock, self._sleep = clock, sleep
        self._next_at = clock()
        self._http = httpx.Client(
            headers={"Accept": "application/json", **(headers or {})},
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

    def download(
        self, url: str, into: Path, *, params: Mapping[str, str], most_bytes: int
    ) -> httpx.Response:
        """Stream the answer's body into a file; the answer has status and headers, no body.

        An answer that says overload is asked for again, and so is one that breaks off. Raises
        Upstream when the service stays silent or overloaded, or sends more than `most_bytes`.
        """
        for pause in (*BACK_OFF_SECONDS, None):
            self._wait_for_turn()
            try:
                with self._http.stream("GET", url, params=dict(params)) as answer:
                    if answer.status_code not in RETRIED:
                        self._write(answer, into, most_bytes)
                        return answer
            except httpx.TransportError:
                if pause is None:
                    raise Upstream(
                        f"{self.name} に接続できません。",
                        "応答がないか、途中で切れます。",
                        _LATER,
                    ) from None
                self._sleep(pause)
                continue
            if pause is None:
                raise Upstream(
                    f"{self.name} から取得できません。",
                    f"何度頼んでも状態 {answer.status_code} が返ります。",
                    _LATER,
                )
            self._sleep(asked_pause(answer, pause))
        raise AssertionError  # the last round returns or raises

    def _write(self, answer: httpx.Response, into: Path, most_bytes: int) -> None:
        with into.open("wb") as file:
            for chunk in answer.iter_bytes():
                if file.tell() + len(chunk) > most_bytes:
                    raise Upstream(
                        f"{self.name} の応答が大きすぎます。",
                        f"{most_bytes >> 20:,} MB を超えています。",
                        "運用者に知らせてください。",
                    )
                file.write(chunk)

    def _wait_for_turn(self) -> None:
        now = self._clock()
        if now < self._next_at:
            self._sleep(self._next_at - now)
        self._next_at = max(now, self._next_at) + self._interval


def asked_pause(answer: httpx.Response, pause: float) -> float:
    """The service's own Retry-After in seconds where it is longer, within reason."""
    asked = answer.headers.get("Retry-After", "")
    return min(max(float(asked), pause), LONGEST_WAIT_SECONDS) if asked.isdecimal() else pause
