"""What passes between a browser and Voila, once the front door has decided that it may.

Nothing of the browser's request is copied but what is named here: no cookie, no query string, no
header of identity. Nothing of Voila's answer is copied but its type and its body.
"""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import logging
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import httpx
from starlette.concurrency import run_in_threadpool
from starlette.websockets import WebSocketDisconnect
from websockets.asyncio.client import connect
from websockets.exceptions import WebSocketException

from mirasapo.app.voila_server import BASE_URL, FRONT_DOOR_HEADER, TICKET_HEADER, VoilaAddress
from mirasapo.errors import NotReady

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from starlette.websockets import WebSocket
    from websockets.asyncio.client import ClientConnection
    from websockets.typing import Subprotocol

log = logging.getLogger(__name__)

KERNEL_IN_PAGE = re.compile(rb'"kernelId": "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"')
KEPT_BYTES = 80  # of the former chunk: the id may be cut between two
# Names that change with their content: 324.ee1c7d64c48a4b927622.js, 02633003129d1e63.woff
HASHED_NAME = re.compile(r"(^|[./])[0-9a-f]{14,}\.\w+$")
COMPRESSIBLE = ("text/", "application/javascript", "application/json", "image/svg+xml")
CACHE_BYTES = 64 * 1024 * 1024
SESSION_ENDED = 4401  # close code that the page understands as: signed out, or time is up
GOING_AWAY = 1001


@dataclass(frozen=True, slots=True)
class Asset:
    """A static file of Voila; `packed` says whether `body` is gzip."""

    body: bytes
    packed: bool
    media_type: str
    etag: str
    cache_control: str


class VoilaProxy:
    """The front door's side of the connection to Voila."""

    def __init__(self, address: VoilaAddress, client: httpx.AsyncClient) -> None:
        self._address = address
        self._client = client
        self._secret = {FRONT_DOOR_HEADER: address.secret}
        self._assets: dict[str, Asset] = {}
        self._cached_bytes = 0

    def _url(self, path: str) -> str:
        return f"{self._address.url}{path}"

    async def open_page(self, notebook: str, ticket: str) -> httpx.Response:
        """Ask Voila for a page; the answer's body is still to be read with `page_chunks`.

        Raises NotReady when Voila does not answer or has no page.
        """
        request = self._client.build_request(
            "GET",
            self._url(f"{BASE_URL}voila/render/{notebook}"),
            headers=self._secret | {TICKET_HEADER: ticket, "Accept": "text/html"},
            timeout=httpx.Timeout(10.0, read=60.0),
        )
        response = await self._send(request, stream=True)
        if response.status_code != httpx.codes.OK:
            await response.aclose()
            raise _not_there()
        return response

    async def page_chunks(
        self, response: httpx.Response, bind: Callable[[str], None]
    ) -> AsyncIterator[bytes]:
        """The page as it comes; `bind` gets the kernel's id before the browser can read it."""
        tail, bound = b"", False
        try:
            async for chunk in response.aiter_bytes():
                window = tail + chunk
                if not bound and (found := KERNEL_IN_PAGE.search(window)):
                    bind(found[1].decode())
                    bound = True
                tail = window[-KEPT_BYTES:]
                yield chunk
        finally:
            await response.aclose()

    async def asset(self, path: str) -> Asset | None:
        """A static file, from memory after the first time; None when Voila has none.

        Raises NotReady when Voila does not answer.
        """
        if (known := self._assets.get(path)) is not None:
            return known
        response = await self._send(self._client.build_request("GET", self._url(path)))
        if response.status_code != httpx.codes.OK:
            return None
        media_type = response.headers.get("content-type", "application/octet-stream")
        asset = await run_in_threadpool(_as_asset, path, response.content, media_type)
        if self._cached_bytes + len(asset.body) <= CACHE_BYTES:
            self._assets[path] = asset
            self._cached_bytes += len(asset.body)
        return asset

    async def kernel_state(self, kernel_id: str) -> httpx.Response:
        """Voila's word on a kernel: JSON, or 404 when it has ended."""
        url = self._url(f"{BASE_URL}api/kernels/{kernel_id}")
        return await self._send(self._client.build_request("GET", url, headers=self._secret))

    async def end_kernel(self, kernel_id: str) -> None:
        """End a kernel; one that has ended already, or a Voila that has, is well too."""
        url = self._url(f"{BASE_URL}api/kernels/{kernel_id}")
        try:
            answer = await self._client.delete(url, headers=self._secret, timeout=20.0)
        except httpx.TransportError:
            return
        if answer.status_code not in (httpx.codes.NO_CONTENT, httpx.codes.NOT_FOUND):
            log.warning("kernel not ended: %s answered %s", kernel_id, answer.status_code)

    async def _send(self, request: httpx.Request, *, stream: bool = False) -> httpx.Response:
        try:
            return await self._client.send(request, stream=stream)
        except httpx.TransportError as error:
            raise _not_there() from error

    async def join(self, browser: WebSocket, kernel_id: str, session_id: str | None) -> None:
        """Pass messages between the browser and a kernel until one of them leaves."""
        query = f"?session_id={session_id}" if session_id else ""
        address = self._url(f"{BASE_URL}api/kernels/{kernel_id}/channels{query}")
        offered: list[Subprotocol] = browser.scope.get("subprotocols", [])
        try:
            kernel = await connect(
                address.replace("http", "ws", 1),
                additional_headers=self._secret,
                subprotocols=offered or None,
                compression=None,  # loopback
                max_size=None,
                proxy=None,
            )
        except (OSError, WebSocketException):
            await browser.close(GOING_AWAY)
            return
        async with kernel:
            await browser.accept(subprotocol=kernel.subprotocol)
            ways = {
                asyncio.create_task(_to_kernel(browser, kernel)),
                asyncio.create_task(_to_browser(kernel, browser)),
            }
            try:
                await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
            finally:
                for way in ways:
                    way.cancel()
                await asyncio.gather(*ways, return_exceptions=True)
        await close(browser, GOING_AWAY)


async def _to_kernel(browser: WebSocket, kernel: ClientConnection) -> None:
    while (message := await browser.receive())["type"] != "websocket.disconnect":
        text = message.get("text")
        await kernel.send(message["bytes"] if text is None else text)


async def _to_browser(kernel: ClientConnection, browser: WebSocket) -> None:
    async for message in kernel:
        if isinstance(message, str):
            await browser.send_text(message)
        else:
            await browser.send_bytes(message)


async def close(browser: WebSocket, code: int) -> None:
    """Close a browser's connection; one that has gone already is well too."""
    try:
        await browser.close(code)
    except (RuntimeError, WebSocketDisconnect):  # Starlette's answers to closing twice
        return


def _as_asset(path: str, body: bytes, media_type: str) -> Asset:
    etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    packed = media_type.startswith(COMPRESSIBLE)
    immutable = HASHED_NAME.search(path) is not None
    return Asset(
        body=gzip.compress(body, 6, mtime=0) if packed else body,
        packed=packed,
        media_type=media_type,
        etag=etag,
        cache_control="private, max-age=31536000, immutable" if immutable else "private, no-cache",
    )


def _not_there() -> NotReady:
    return NotReady(
        "いま、この画面を表示できません。",
        "ポータルの準備ができていないか、混み合っています。",
        "1分ほど待ってから、もう一度開いてください。",
    )
