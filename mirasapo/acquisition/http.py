"""Asking an outside service politely: not faster than its rate, again with growing pauses.

What an answer means is the caller's; this module knows only overload, silence and size.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
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
LATER = "しばらく待ってからやり直してください。"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a service answered: status, headers (names in any case), and the body where it was asked for."""

    status: int
    headers: Mapping[str, str]
    content: bytes = b""

    @property
    def media_type(self) -> str:
        """The kind of the body without its parameters, '' where the service does not tell it."""
        return self.headers.get("Content-Type", "").partition(";")[0]


@dataclass(frozen=True, slots=True)
class Rest:
    """A pause of `seconds` after every `requests`; 0 for none."""

    requests: int
    seconds: float


NO_REST = Rest(0, 0.0)


class PoliteClient:
    """A connection to the service called `name`; `rate` is requests per second, 0 for no limit.

    `overload` is what the service's overload can also mean, as a sentence, for the refusal after the
    last round. `clock` and `sleep` are for tests.
    """

    def __init__(
        self,
        name: str,
        *,
        headers: Mapping[str, str] | None = None,
        rate: float = 1.0,
        rest: Rest = NO_REST,
        overload: str = "",
        timeout: float = TIMEOUT_SECONDS,
        transport: httpx.BaseTransport | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.name = name
        self._overload = overload
        self._interval = 1.0 / rate if rate > 0 else 0.0
        self._clock, self._sleep = clock, sleep
        self._next_at = clock()
        self._rest, self._asked = rest, 0
        self._http = httpx.Client(
            headers={"Accept": "application/json", **(headers or {})},
            timeout=timeout,
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

    def get(self, url: str, *, params: Mapping[str, str] | None = None, most_bytes: int) -> Answer:
        """A small answer with its body, whatever its status but an overload; see `download`."""
        content = bytearray()
        answer = self._ask(url, params or {}, content.clear, content.extend, most_bytes)
        return Answer(answer.status, answer.headers, bytes(content))

    def download(
        self, url: str, into: Path, *, params: Mapping[str, str] | None = None, most_bytes: int
    ) -> Answer:
        """Stream the answer's body into a file; the answer has status and headers, no body.

        An answer that says overload is asked for again, and so is one that breaks off. Raises
        Upstream when the service stays silent or overloaded, or sends more than `most_bytes`.
        """
        with into.open("wb") as file:

            def begin() -> None:
                file.seek(0)
                file.truncate()

            return self._ask(url, params or {}, begin, file.write, most_bytes)

    def _ask(
        self,
        url: str,
        params: Mapping[str, str],
        begin: Callable[[], object],
        write: Callable[[bytes], object],
        most_bytes: int,
    ) -> Answer:
        """Ask until it is answered; each try calls `begin`, then `write` for each piece."""
        for pause in (*BACK_OFF_SECONDS, None):
            self._wait_for_turn()
            begin()
            try:
                with self._http.stream("GET", url, params=dict(params)) as answer:
                    if answer.status_code not in RETRIED:
                        self._receive(answer, write, most_bytes)
                        return Answer(answer.status_code, answer.headers)
            except httpx.RequestError:
                if pause is None:
                    raise Upstream(
                        f"{self.name} に接続できません。",
                        "応答がありません。あっても途中で切れます。",
                        LATER,
                    ) from None
                self._sleep(pause)
                continue
            if pause is None:
                raise Upstream(
                    f"{self.name} から取得できません。",
                    f"何度頼んでも状態 {answer.status_code} が返ります。{self._overload}",
                    LATER,
                )
            self._sleep(asked_pause(answer, pause))
        raise AssertionError  # the last round returns or raises

    def _receive(
        self, answer: httpx.Response, write: Callable[[bytes], object], most_bytes: int
    ) -> None:
        received = 0
        for piece in answer.iter_bytes():
            received += len(piece)
            if received > most_bytes:
                raise Upstream(
                    f"{self.name} の応答が大きすぎます。",
                    f"{most_bytes >> 20:,} MB を超えています。",
                    "運用者に知らせてください。",
                )
            write(piece)

    def _wait_for_turn(self) -> None:
        if self._rest.requests and self._asked == self._rest.requests:
            self._sleep(self._rest.seconds)
            self._asked = 0
        self._asked += 1
        now = self._clock()
        if now < self._next_at:
            self._sleep(self._next_at - now)
        self._next_at = max(now, self._next_at) + self._interval


def asked_pause(answer: httpx.Response, pause: float) -> float:
    """The service's own Retry-After in seconds where it is longer, within reason."""
    asked = answer.headers.get("Retry-After", "")
    return min(max(float(asked), pause), LONGEST_WAIT_SECONDS) if asked.isdecimal() else pause
