"""A small server in front of recorded answers: what the real client meets where the service is not.

It answers as the service does: a keyword of 2–255 characters is compulsory, the filter by area
leaves out 全国, details lie under v2. A recording is the answer of a detail, as it came.
"""

from __future__ import annotations

import json
import socket
from contextlib import contextmanager
from threading import Thread
from typing import TYPE_CHECKING, Any

import uvicorn
from starlette.applications import Starlette
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from mirasapo.acquisition.jgrants.config import DETAIL, LIST, LONGEST_KEYWORD, SHORTEST_KEYWORD
from mirasapo.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from starlette.requests import Request

_LISTED = ("id", "name", "title", "subsidy_max_limit", "target_number_of_employees")


@contextmanager
def replaying(folder: Path) -> Iterator[str]:
    """Serve a folder of recorded details on a free port of this machine; its address.

    Raises BadInput when there is none in it.
    """
    recorded = {file.stem: file.read_bytes() for file in sorted(folder.glob("*.json"))}
    if not recorded:
        raise BadInput(
            "jGrants の記録を読めません。",
            "フォルダーに JSON ファイルがありません。",
            "jGrants の応答を保存したフォルダーを指定してください。",
        )
    with socket.create_server(("127.0.0.1", 0)) as listening:  # listens before the client asks
        server = uvicorn.Server(
            uvicorn.Config(app(recorded), log_level="warning", access_log=False, lifespan="off")
        )
        thread = Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}/exp"
        finally:
            server.should_exit = True
            thread.join()


def app(recorded: Mapping[str, bytes]) -> Starlette:
    """The service over these answers."""

    def find(request: Request) -> Response:
        asked = request.query_params
        keyword = asked.get("keyword", "")
        compulsory = {"sort", "order", "acceptance"} <= asked.keys()
        if not compulsory or not SHORTEST_KEYWORD <= len(keyword) <= LONGEST_KEYWORD:
            return JSONResponse({"message": "Bad Request"}, status_code=400)
        rows = [
            {**{name: row.get(name) for name in _LISTED}, "id": source_id}
            for source_id, row in ((each, _row(body, each)) for each, body in recorded.items())
            if keyword in json.dumps(row, ensure_ascii=False) and _is_for(row, asked)
        ]
        return _answer(rows)

    def detail(request: Request) -> Response:
        body = recorded.get(request.path_params["source_id"])
        if body is None:
            return JSONResponse({"message": "Not Found"}, status_code=404)
        return Response(body, media_type="application/json")

    return Starlette(
        routes=[
            Route(f"/exp/{LIST}", find),
            Route(f"/exp/{DETAIL}/{{source_id}}", detail),
        ]
    )


def _row(body: bytes, source_id: str) -> dict[str, Any]:
    """The object of a recording; a broken one is listed by its id alone, as broken ones are."""
    try:
        found: dict[str, Any] = json.loads(body, strict=False)["result"][0]
    except ValueError:
        return {"id": source_id, "title": "壊れた応答の事業"}
    return found


def _is_for(row: Mapping[str, Any], asked: Mapping[str, str]) -> bool:
    area = asked.get("target_area_search")
    rounds = row.get("workflow") or [row]
    said = {word for each in rounds for word in str(each.get("target_area_search")).split(" / ")}
    return area is None or area in said


def _answer(rows: list[dict[str, Any]]) -> Response:
    return JSONResponse({"metadata": {"resultset": {"count": len(rows)}}, "result": rows})
