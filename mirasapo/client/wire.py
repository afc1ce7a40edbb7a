"""The wire to the API: sessions, tokens, and refusals as our own errors.

Every refusal of the API is raised as the class of `mirasapo.errors` that it was on the server.
"""

from __future__ import annotations

from http.cookies import SimpleCookie
from typing import TYPE_CHECKING, Any, Final, Self, TypeVar
from urllib.parse import urljoin, urlsplit

import httpx
import msgspec

from mirasapo.errors import (
    BadInput,
    Conflict,
    FaultyFiling,
    KeyInFlight,
    KeyReused,
    MirasapoError,
    NotAllowed,
    NotFound,
    NotReady,
    NotSignedIn,
    OffsetMismatch,
    Upstream,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType

T = TypeVar("T")
_LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "::1"})

_BY_CODE: Final[dict[str, type[MirasapoError]]] = {
    each.code: each
    for each in (
        MirasapoError,
        BadInput,
        FaultyFiling,
        NotSignedIn,
        NotAllowed,
        NotFound,
        Conflict,
        KeyInFlight,
        KeyReused,
        OffsetMismatch,
        Upstream,
        NotReady,
    )
}
_NO_MEMBERS: Final = ("type", "title", "status", "detail", "code", "what", "why", "next_step")


class Wire:
    """A connection to the API at `base_url` as whoever `token` belongs to; `transport` is for tests."""

    def __init__(
        self,
        base_url: str,
        token: str | None = None,
        *,
        transport: httpx.BaseTransport | None = None,
        timeout: float = 30.0,
    ) -> None:
        self.base_url = base_url.rstrip("/")
        self.token = token
        self._cookies: dict[str, str] = {}
        self._http = httpx.Client(
            base_url=self.base_url,
            timeout=timeout,
            transport=transport,
            # Reading the trusted authorities is most of the time to make a client.
            verify=self.base_url.startswith("https://"),
            # A proxy of the environment must not see the token of a call to this machine.
            trust_env=urlsplit(self.base_url).hostname not in _LOOPBACK,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections; the session on the server stays."""
        self._http.close()

    def _get(self, path: str, shape: type[T], **query: Any) -> T:
        given = {name: value for name, value in query.items() if value is not None}
        return read(self._call("GET", path, params=given), shape)

    def _list(self, path: str, shape: type[T], **query: Any) -> list[T]:
        results = self._get(path, dict[str, Any], **query)["results"]
        return msgspec.convert(results, list[shape], strict=False)  # type: ignore[valid-type]

    def _post(self, path: str, shape: type[T], body: Mapping[str, Any] | None = None) -> T:
        return read(self._call("POST", path, json=body), shape)

    def _call(
        self,
        method: str,
        path: str,
        *,
        bearer: bool = True,
        headers: Mapping[str, str] | None = None,
        **question: Any,
    ) -> httpx.Response:
        sent = {"Accept": "application/json", **(headers or {})}
        if bearer and self.token is not None:
            sent["Authorization"] = f"Bearer {self.token}"
        return self._send(method, path, headers=sent, **question)

    def _take_token(self) -> Self:
        """A bearer token that ends with the browser session that was just opened.

        The session's cookie is Secure: HTTP clients do not send it back over http by themselves.
        """
        csrf = msgspec.json.decode(self._step("GET", "/api/v1/me").content)["csrf_token"]
        made = self._step("POST", "/api/v1/sessions", headers={"X-CSRF-Token": csrf})
        self.token = msgspec.json.decode(made.content)["token"]
        return self

    def _step(
        self, method: str, path: str, *, headers: Mapping[str, str] | None = None, **question: Any
    ) -> httpx.Response:
        """One step of a browser, which keeps its cookies whatever the scheme."""
        sent = {"Accept": "application/json", **self._cookie_header(), **(headers or {})}
        answer = self._send(method, urljoin(f"{self.base_url}/", path), headers=sent, **question)
        for line in answer.headers.get_list("set-cookie"):
            for name, morsel in SimpleCookie(line).items():
                self._cookies[name] = morsel.value
        return answer

    def _cookie_header(self) -> dict[str, str]:
        pairs = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        return {"Cookie": pairs} if pairs else {}

    def _send(self, method: str, path: str, **question: Any) -> httpx.Response:
        answer = self._request(method, path, **question)
        if answer.is_error:
            raise _refusal(answer)
        return answer

    def _request(self, method: str, path: str, **question: Any) -> httpx.Response:
        # The jar of the HTTP client stays empty: it would send cookies beside a bearer token.
        self._http.cookies.clear()
        try:
            return self._http.request(method, path, **question)
        except httpx.HTTPError as fault:
            raise NotReady(
                "ミラサポconnectに接続できません。",
                f"{self.base_url} から応答がありません。",
                "起動しているか、アドレスが正しいかを確かめてください。",
            ) from fault


def read(answer: httpx.Response, shape: type[T]) -> T:
    """The body of an answer as this shape. Raises Upstream for another."""
    try:
        return msgspec.json.decode(answer.content, type=shape, strict=False)
    except msgspec.DecodeError as fault:
        raise Upstream(
            "ミラサポconnectの応答を読めません。",
            "このライブラリーと API の版が合っていない可能性があります。",
            "mirasapo-connect の版を確かめてください。",
        ) from fault


def _refusal(answer: httpx.Response) -> MirasapoError:
    """The refusal of the server as the exception that it was there."""
    try:
        problem = msgspec.json.decode(answer.content, type=dict[str, Any])
        # a code that is newer than this library: told in the server's words all the same
        kind = _BY_CODE.get(problem["code"]) or _kind_of(answer.status_code)
        said = (problem["what"], problem["why"], problem["next_step"])
    except (msgspec.DecodeError, KeyError):
        return _by_status(answer.status_code)
    members = {name: value for name, value in problem.items() if name not in _NO_MEMBERS}
    return kind(*said, **members)


def _by_status(status: int) -> MirasapoError:
    """For an answer that did not come from the API itself, such as a proxy's."""
    return _kind_of(status)(
        "ミラサポconnectから断られました。",
        f"状態 {status} が返りました。",
        "しばらく待ってから、もう一度お試しください。",
    )


def _kind_of(status: int) -> type[MirasapoError]:
    kinds = (NotSignedIn, NotAllowed, NotFound, Conflict, NotReady)
    return next((each for each in kinds if each.status == status), Upstream)
