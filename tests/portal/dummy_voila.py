"""A stand-in for Voila that lets anybody do anything and writes down what reached it."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import uuid4

from starlette.applications import Starlette
from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route, WebSocketRoute

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.requests import Request
    from starlette.websockets import WebSocket

METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]


@dataclass
class Reached:
    """One request that reached Voila."""

    method: str
    path: str
    query: str
    headers: dict[str, str]


@dataclass
class DummyVoila:
    """`reached` in order; `ended` are the kernels that were deleted."""

    reached: list[Reached] = field(default_factory=list)
    ended: set[str] = field(default_factory=set)
    changed: threading.Condition = field(default_factory=threading.Condition)

    def note(self, connection: Request | WebSocket, method: str) -> None:
        url = connection.url
        with self.changed:
            self.reached.append(Reached(method, url.path, url.query, dict(connection.headers)))
            self.changed.notify_all()

    def wait_ended(self, kernel_id: str) -> bool:
        """Wait until a kernel was deleted; False when that does not happen."""
        with self.changed:
            return self.changed.wait_for(lambda: kernel_id in self.ended, 10)

    def app(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/voila/voila/render/{notebook}", self.render),
                Route("/voila/api/kernels/{kernel_id}", self.kernel, methods=["GET", "DELETE"]),
                Route("/{path:path}", self.anything, methods=METHODS),
                WebSocketRoute("/{path:path}", self.echo),
            ]
        )

    async def render(self, request: Request) -> Response:
        self.note(request, "GET")
        kernel_id = str(uuid4())
        page = f'<html>{"x" * 3000}{{"baseUrl": "/voila/", "kernelId": "{kernel_id}"}}</html>'
        cut = page.index(kernel_id) + 13  # the id arrives in two pieces

        async def pieces() -> AsyncIterator[bytes]:
            yield page[:cut].encode()
            yield page[cut:].encode()

        headers = {"Set-Cookie": "username-voila=anonymous", "Server": "Tornado"}
        return StreamingResponse(pieces(), media_type="text/html", headers=headers)

    async def kernel(self, request: Request) -> Response:
        self.note(request, request.method)
        kernel_id = request.path_params["kernel_id"]
        if request.method == "DELETE":
            with self.changed:
                self.ended.add(kernel_id)
                self.changed.notify_all()
            return Response(status_code=204)
        return JSONResponse({"id": kernel_id})

    async def anything(self, request: Request) -> Response:
        self.note(request, request.method)
        if request.url.path.endswith("/absent.js"):
            return PlainTextResponse("", 404)
        return PlainTextResponse("reached " * 200, media_type="application/javascript")

    async def echo(self, socket: WebSocket) -> None:
        self.note(socket, "WEBSOCKET")
        offered = socket.scope["subprotocols"]
        await socket.accept(subprotocol=offered[0] if offered else None)
        while (message := await socket.receive())["type"] != "websocket.disconnect":
            if message.get("text") is not None:
                await socket.send_text(f"echo {message['text']}")
            else:
                await socket.send_bytes(b"echo " + message["bytes"])
