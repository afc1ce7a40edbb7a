"""The front door to the portals: who may pass, to which page, to whose kernel. All else is refused.

    /                     the page before sign-in; signed in: on to the portal of one's role
    /portal/<side>        a portal, for its role only; Voila renders it with a one-time ticket
    /voila/…              static files for the signed-in, and the kernels of one's own session
    /assets/…             stylesheet, script and icon of the pages, for everybody

Voila itself lets anybody do anything: everything that it offers and that is not named here stays
closed, and so does whatever a newer Voila adds.
"""

from __future__ import annotations

import asyncio
import gzip
import hmac
import logging
import re
import secrets
from contextlib import asynccontextmanager
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import httpx
from fastapi import APIRouter, Request, WebSocket
from starlette.concurrency import run_in_threadpool
from starlette.responses import (
    HTMLResponse,
    RedirectResponse,
    Response,
    StreamingResponse,
)
from starlette.staticfiles import StaticFiles

from mirasapo.app.voila_server import BASE_URL, VoilaAddress
from mirasapo.errors import MirasapoError, NotAllowed, NotFound, NotReady, NotSignedIn
from mirasapo.portal.plain_page import PLAIN_CSP, front_page, no_portal_page, refusal_page
from mirasapo.resources import resource
from mirasapo_api import problem
from mirasapo_api.kernel_register import Kernel, KernelRegister
from mirasapo_api.visitors import PlatformSessions
from mirasapo_api.voila_proxy import SESSION_ENDED, VoilaProxy, close

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from fastapi import FastAPI
    from starlette.requests import HTTPConnection

    from mirasapo.app.root import Platform
    from mirasapo_api.visitors import Sessions, Visitor

log = logging.getLogger(__name__)

SIDES = {"business": "事業者", "supporter": "支援者"}
SWEEP_SECONDS = 2.0

# The page has no inline script and compiles no code. ipyvue's module loader tries out the browser
# with a blob and with a script of its own, to which it gives the nonce of `NONCE_SCRIPT`.
PORTAL_CSP = (
    "default-src 'none'; script-src 'self' blob: 'nonce-{nonce}'; "
    "style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
NO_STORE = {"Cache-Control": "no-store"}
NONCE_PATH = f"{BASE_URL}nonce.js"
NONCE_SCRIPT = 'window.esmsInitOptions = {{ nonce: "{nonce}" }};'

# Read from the path as it was sent. A `%`, a backslash or `..` could mean another path to Voila.
PLAIN_PATH = re.compile(rb"/[A-Za-z0-9_@./-]*")
_UUID = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
ASSET = re.compile(rf"{BASE_URL}voila/(?:static|templates|labextensions|api/themes)/.+")
KERNEL = re.compile(rf"{BASE_URL}api/kernels/({_UUID})")
CHANNELS = re.compile(rf"{BASE_URL}api/kernels/({_UUID})/channels")
SHUTDOWN = re.compile(rf"{BASE_URL}voila/api/shutdown/({_UUID})")
SESSION_ID = re.compile(r"[0-9A-Za-z-]{1,64}")


class FrontDoor:
    """Decides on every request to a portal, and ends the kernels of sessions that have ended."""

    def __init__(self, sessions: Sessions, address: VoilaAddress | None) -> None:
        self._sessions = sessions
        self._address = address
        self._proxy: VoilaProxy | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._nonce_key = secrets.token_bytes(32)
        self.kernels = KernelRegister()

    @asynccontextmanager
    async def lifespan(self, _app: FastAPI) -> AsyncIterator[None]:
        """Hold the connections to Voila open, and sweep, while the application runs."""
        self._loop = asyncio.get_running_loop()
        limits = httpx.Limits(max_connections=None, max_keepalive_connections=20)
        # One client serves everybody: it must not carry Voila's cookies from one to the next.
        no_cookies = CookieJar(DefaultCookiePolicy(allowed_domains=[]))
        async with httpx.AsyncClient(
            cookies=no_cookies, trust_env=False, limits=limits, timeout=30.0
        ) as client:
            if self._address is not None:
                self._proxy = VoilaProxy(self._address, client)
            sweeper = asyncio.create_task(self._sweep_for_ever())
            try:
                yield
            finally:
                sweeper.cancel()
                await asyncio.gather(sweeper, *self._tasks, return_exceptions=True)
                self._proxy = self._loop = None

    @property
    def proxy(self) -> VoilaProxy:
        """The way to Voila. Raises NotReady when the platform runs without portals."""
        if self._proxy is None:
            raise NotReady(
                "ポータルの画面は動いていません。",
                "この起動のしかたでは、画面 (Voila) を立ち上げていません。",
                "mirasapo up で起動してください。",
            )
        return self._proxy

    async def visitor(self, connection: HTTPConnection) -> Visitor | None:
        """Whose live browser session this is."""
        return await run_in_threadpool(self._sessions.visitor, connection)

    # ── pages ─────────────────────────────────────────────────────────────────────────────────

    async def front(self, request: Request) -> Response:
        """The page before sign-in, or the way to one's own portal."""
        visitor = await self.visitor(request)
        if visitor is None:
            return _page(front_page(ended="ended" in request.query_params))
        if visitor.role in SIDES:
            return RedirectResponse(f"/portal/{visitor.role}", 303, NO_STORE)
        return _page(no_portal_page(visitor.display_name, visitor.role))

    async def portal(self, request: Request) -> Response:
        """A portal, rendered by Voila; query strings end here."""
        side = request.path_params["side"]
        visitor = await self.visitor(request)
        if visitor is None:
            return _to_sign_in(request, f"/portal/{side}" if side in SIDES else "/")
        if side not in SIDES:
            return _refused(request, _nothing(), visitor)
        if visitor.role != side:
            refusal = NotAllowed(
                f"この画面は、{SIDES[side]}の方だけが開けます。",
                "いまのサインインでは開けません。",
                "サインアウトして、もう一度サインインしてください。",
            )
            return _refused(request, refusal, visitor)
        ticket = await run_in_threadpool(self._sessions.ticket, visitor)
        try:
            upstream = await self.proxy.open_page(f"{side}.ipynb", ticket)
        except NotReady as error:
            return _refused(request, error, visitor)
        chunks = self.proxy.page_chunks(upstream, lambda kernel: self._bind(kernel, visitor))
        policy = PORTAL_CSP.format(nonce=self._nonce(visitor))
        headers = HEADERS | NO_STORE | {"Content-Security-Policy": policy}
        return StreamingResponse(chunks, headers=headers, media_type="text/html")

    def _nonce(self, visitor: Visitor) -> str:
        # Voila renders pages before anybody asks, so the nonce cannot stand in the page: it is the
        # same for all pages of a session, and no other session can know it.
        return hmac.new(self._nonce_key, visitor.session_hash, "sha256").hexdigest()[:32]

    def _bind(self, kernel_id: str, visitor: Visitor) -> None:
        for kernel in self.kernels.bind(kernel_id, visitor.session_hash, _now()):
            self._spawn(kernel)

    # ── Voila ─────────────────────────────────────────────────────────────────────────────────

    async def voila(self, request: Request) -> Response:
        """Everything below `/voila/`: an asset, one's own kernel, or nothing."""
        visitor = await self.visitor(request)
        if visitor is None:
            return _to_sign_in(request, "/")
        if request.method not in ("GET", "HEAD") and not _same_origin(request):
            return _refused(request, _other_site(), visitor)
        path = _plain_path(request)
        try:
            answer = await self._permitted(request, path, visitor) if path else None
        except NotReady as error:
            return _refused(request, error, visitor)
        return answer or _refused(request, _nothing(), visitor)

    async def _permitted(self, request: Request, path: str, visitor: Visitor) -> Response | None:
        """The answer if the rules permit the request, else None: nobody asks Voila then."""
        reading = request.method in ("GET", "HEAD")
        if reading and ASSET.fullmatch(path):
            return await self._asset(request, path)
        if reading and path == NONCE_PATH:
            script = NONCE_SCRIPT.format(nonce=self._nonce(visitor))
            return Response(script, 200, HEADERS | NO_STORE, "text/javascript")
        if reading and (own := self._own(KERNEL, path, visitor)):
            state = await self.proxy.kernel_state(own.kernel_id)
            return Response(
                state.content, state.status_code, HEADERS | NO_STORE, "application/json"
            )
        if request.method == "POST" and (own := self._own(SHUTDOWN, path, visitor)):
            await self._end_kernel(own)
            return Response(status_code=204, headers=HEADERS)
        return None

    def _own(self, pattern: re.Pattern[str], path: str, visitor: Visitor) -> Kernel | None:
        found = pattern.fullmatch(path)
        return self.kernels.of(visitor.session_hash, found[1]) if found else None

    async def _asset(self, request: Request, path: str) -> Response | None:
        asset = await self.proxy.asset(path)
        if asset is None:
            return None
        headers = HEADERS | {
            "Cache-Control": asset.cache_control,
            "ETag": asset.etag,
            "Vary": "Accept-Encoding",
        }
        if request.headers.get("if-none-match") == asset.etag:
            return Response(status_code=304, headers=headers)
        body = asset.body
        if asset.packed and "gzip" in request.headers.get("accept-encoding", ""):
            headers["Content-Encoding"] = "gzip"
        elif asset.packed:
            body = await run_in_threadpool(gzip.decompress, body)
        return Response(body, headers=headers, media_type=asset.media_type)

    async def channels(self, browser: WebSocket) -> None:
        """The connection of a page with its own kernel."""
        path = _plain_path(browser)
        visitor = await self.visitor(browser)
        kernel = (
            self._own(CHANNELS, path, visitor)
            if path is not None and visitor is not None and _same_origin(browser)
            else None
        )
        if kernel is None or self._proxy is None:
            await browser.close()  # before accepting: the browser sees 403
            return
        session_id = browser.query_params.get("session_id", "")
        kernel.sockets.add(browser)
        try:
            known = session_id if SESSION_ID.fullmatch(session_id) else None
            await self._proxy.join(browser, kernel.kernel_id, known)
        finally:
            kernel.sockets.discard(browser)
            kernel.left_at = _now()

    # ── the end ───────────────────────────────────────────────────────────────────────────────

    def session_ended(self, session_hash: bytes) -> None:
        """Somebody signed out; may be called from any thread."""
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self.end, session_hash)

    def end(self, session_hash: bytes) -> None:
        """Cut the session's pages off and end their kernels; on the loop's own thread."""
        for kernel in self.kernels.of_session(session_hash):
            self._spawn(kernel)

    def _spawn(self, kernel: Kernel) -> None:
        self.kernels.forget(kernel)  # from this moment on nobody may reach it
        task = asyncio.ensure_future(self._end_kernel(kernel))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _end_kernel(self, kernel: Kernel) -> None:
        self.kernels.forget(kernel)
        for browser in tuple(kernel.sockets):
            await close(browser, SESSION_ENDED)
        await self.proxy.end_kernel(kernel.kernel_id)

    async def _sweep_for_ever(self) -> None:
        while True:
            await asyncio.sleep(SWEEP_SECONDS)
            try:
                await self.sweep()
            except MirasapoError:
                log.warning("sweep failed: sessions cannot be read")

    async def sweep(self) -> None:
        """End the kernels of sessions that are over, and those that nobody is connected to."""
        hashes = {kernel.session_hash for kernel in self.kernels}
        if not hashes:
            return
        alive = await run_in_threadpool(self._sessions.alive, hashes)
        ended = [kernel for kernel in self.kernels if kernel.session_hash not in alive]
        for kernel in {*ended, *self.kernels.abandoned(_now())}:
            self._spawn(kernel)


class Assets(StaticFiles):
    """The pages' own files: asked for again each time, so that a new version is seen at once."""

    def file_response(self, *args: Any, **given: Any) -> Response:
        """The file, or 304 when the browser has it as it is."""
        response = super().file_response(*args, **given)
        response.headers["Cache-Control"] = "no-cache"
        return response


def install(app: FastAPI, platform: Platform, voila: VoilaAddress | None) -> FrontDoor:
    """Add the front door to the application, after its other routes.

    Without `voila` the portals answer that they are not running. `app.state.on_session_end`, if
    there, gets the door's `session_ended`.
    """
    door = attach(app, FrontDoor(PlatformSessions(platform), voila))
    if (listeners := getattr(app.state, "on_session_end", None)) is not None:
        listeners.append(door.session_ended)
    return door


def attach(app: FastAPI, door: FrontDoor) -> FrontDoor:
    """Add a front door, with whatever sessions it has, to an application."""
    router = APIRouter(lifespan=door.lifespan, include_in_schema=False)
    router.add_api_route("/", door.front, methods=["GET"])
    router.add_api_route("/portal/{side}", door.portal, methods=["GET"])
    methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
    router.add_api_route(f"{BASE_URL}{{path:path}}", door.voila, methods=methods)
    router.add_api_websocket_route("/{path:path}", door.channels)
    app.include_router(router)
    app.mount("/assets", Assets(directory=resource("dashboards") / "template" / "assets"))
    app.state.front_door = door
    return door


def _now() -> float:
    return asyncio.get_running_loop().time()


def _page(document: str, status: int = 200) -> HTMLResponse:
    headers = HEADERS | NO_STORE | {"Content-Security-Policy": PLAIN_CSP}
    return HTMLResponse(document, status, headers)


def _refused(request: Request, error: MirasapoError, visitor: Visitor | None = None) -> Response:
    """A refusal: a page for a person, who then can sign out; problem+json for a program."""
    if problem.wants_page(request):
        signed_in = visitor.display_name if visitor else None
        return _page(refusal_page(error, signed_in=signed_in), error.status)
    return problem.answer(error, headers=HEADERS)


def _nothing() -> NotFound:
    return NotFound(
        "この場所には何もありません。",
        "アドレスが違うか、画面がすでに終わっています。",
        "はじめの画面 (/) から開き直してください。",
    )


def _other_site() -> NotAllowed:
    return NotAllowed(
        "ほかのサイトからの操作は受け付けません。",
        "このサイトの画面から送られたことを確かめられません。",
        "このサイトの画面から、もう一度操作してください。",
    )


def _to_sign_in(request: Request, back_to: str) -> Response:
    if request.method == "GET" and "text/html" in request.headers.get("accept", ""):
        return RedirectResponse(f"/login?next={back_to}", 303, NO_STORE)
    refusal = NotSignedIn(
        "サインインが必要です。",
        "まだサインインしていないか、サインインの期限が切れています。",
        "ブラウザーで /login を開いてサインインしてください。",
    )
    return _refused(request, refusal)


def _plain_path(connection: HTTPConnection) -> str | None:
    raw: bytes = connection.scope["raw_path"]
    if PLAIN_PATH.fullmatch(raw) is None or b".." in raw or b"//" in raw:
        return None
    return raw.decode("ascii")


def _same_origin(connection: HTTPConnection) -> bool:
    origin = connection.headers.get("origin", "")
    return bool(origin) and urlsplit(origin).netloc == connection.headers.get("host")
