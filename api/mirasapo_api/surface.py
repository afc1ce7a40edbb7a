"""What every request passes first: its number, a last resort, the counters, the headers, its origin.

Plain ASGI, so that streamed pages and WebSockets of the portals pass through untouched.
"""

from __future__ import annotations

import re
import secrets
import time
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders

from mirasapo.errors import NotAllowed
from mirasapo.portal.plain_page import PLAIN_CSP
from mirasapo_api import problem

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from mirasapo_api.metrics import Metrics

SAFE_METHODS: Final = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
API_CSP: Final = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
REQUEST_ID: Final = re.compile(r"[0-9A-Za-z._-]{8,64}")
_YEAR: Final = 365 * 24 * 3600


class Surface:
    """The outermost layer; `https` says whether visitors come over TLS."""

    def __init__(self, app: ASGIApp, *, metrics: Metrics, https: bool) -> None:
        self._app = app
        self._metrics = metrics
        self._https = https

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on and look after its answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        request_id = _request_id(headers)
        scope.setdefault("state", {})["request_id"] = request_id
        started, status = time.perf_counter(), 0

        async def watch(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                self._complete(scope, MutableHeaders(scope=message), request_id)
            await send(message)

        try:
            if _from_another_site(scope["method"], headers):
                await problem.answer(_other_site())(scope, receive, watch)
            else:
                await self._app(scope, receive, watch)
        except Exception as fault:  # noqa: BLE001 - the last resort: no traceback reaches a user
            problem.note_unexpected(fault, request_id)
            if status == 0:
                refusal = problem.answer(problem.unexpected(), request_id=request_id)
                await refusal(scope, receive, watch)
        finally:
            self._metrics.note(
                _route(scope), scope["method"], status, time.perf_counter() - started
            )

    def _complete(self, scope: Scope, headers: MutableHeaders, request_id: str) -> None:
        headers["X-Request-ID"] = request_id
        headers.setdefault("X-Content-Type-Options", "nosniff")
        headers.setdefault("Referrer-Policy", "same-origin")
        api = scope["path"].startswith(("/api/", "/oauth/"))
        headers.setdefault("Content-Security-Policy", API_CSP if api else PLAIN_CSP)
        if api:
            # An answer about one person must not be kept for the next one.
            headers.setdefault("Cache-Control", "no-store")
        if self._https:
            headers.setdefault("Strict-Transport-Security", f"max-age={_YEAR}; includeSubDomains")


def _request_id(headers: Headers) -> str:
    given = headers.get("x-request-id", "")
    return given if REQUEST_ID.fullmatch(given) else secrets.token_hex(16)


def _route(scope: Scope) -> str:
    """The route's template, which holds no ids; `other` for what no route took."""
    return getattr(scope.get("route"), "path", None) or "other"


def _from_another_site(method: str, headers: Headers) -> bool:
    """Whether a browser sends a change on behalf of another site. Programs send neither header."""
    if method in SAFE_METHODS:
        return False
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return True
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != headers.get("host", "")


def _other_site() -> NotAllowed:
    return NotAllowed(
        "この操作は受け付けられません。",
        "ほかのサイトから送られたものです。",
        "このサイトの画面から、もう一度操作してください。",
    )
