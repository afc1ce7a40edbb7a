"""A small server in front of recorded answers: what the real client meets where the service is not.

It answers as the service does: envelope, parts of a record below the number, 404 for no hit, 401
without the token, an error for a trailing slash.
"""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Thread
from typing import TYPE_CHECKING, Any

import uvicorn
from starlette.applications import Starlette
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from mirasapo.acquisition.gbizinfo.config import (
    ENVELOPE,
    ONLY_V2,
    PARTS,
    TOKEN_HEADER,
    VERSIONS,
)
from mirasapo.acquisition.gbizinfo.values import day
from mirasapo.errors import BadInput

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.requests import Request

TOKEN = "replay"  # noqa: S105 - of a server that holds public records only
_V2_FIELDS = frozenset(
    {"aggregated_year", "corporation-info", "industry", "kind", "meta-data", "process"}
)

_LISTED = ("corporate_number", "name", "location", "update_date")

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Replay:
    """A running replay server: what a client needs to know."""

    base_url: str
    token: str
    version: str
    numbers: tuple[str, ...]


@contextmanager
def replaying(recording: Path) -> Iterator[Replay]:
    """Serve a recorded answer, or a folder of them, on a free port of this machine.

    Raises BadInput when there is no record in it.
    """
    records = read_recording(recording)
    with socket.create_server(("127.0.0.1", 0)) as listening:  # listens before the client asks
        server = uvicorn.Server(
            uvicorn.Config(app(records), log_level="warning", access_log=False, lifespan="off")
        )
        thread = Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        try:
            yield Replay(
                base_url=f"http://127.0.0.1:{listening.getsockname()[1]}/hojin",
                token=TOKEN,
                version=_version(records),
                numbers=tuple(sorted(records)),
            )
        finally:
            server.should_exit = True
            thread.join()


def read_recording(recording: Path) -> dict[str, Record]:
    """The records of a file (bare, or in the service's envelope) or of a folder, by number."""
    try:
        files = sorted(recording.glob("*.json")) if recording.is_dir() else [recording]
        contents = [json.loads(file.read_bytes()) for file in files]
    except OSError:
        raise _no_recording("ファイルがないか、開けません。") from None
    except ValueError:
        raise _no_recording("JSON として読めません。") from None
    records: dict[str, Record] = {}
    for content in contents:
        enveloped = isinstance(content, dict) and ENVELOPE in content
        for record in content[ENVELOPE] or [] if enveloped else [content]:
            if not isinstance(record, dict) or not isinstance(record.get("corporate_number"), str):
                raise _no_recording("法人番号(corporate_number)のある記録ではありません。")
            records[record["corporate_number"]] = record
    if not records:
        raise _no_recording("記録が1件もありません。")
    return records


def app(records: Mapping[str, Record]) -> Starlette:
    """The service over these records."""

    def answer(request: Request) -> Response:
        if request.headers.get(TOKEN_HEADER) != TOKEN:
            return JSONResponse({"message": "Unauthorized"}, status_code=401)
        if request.url.path.endswith("/"):
            return JSONResponse({"message": "Internal Server Error"}, status_code=500)
        version, _, *place = request.path_params["path"].split("/")
        if not place or place[0] == "updateInfo":
            return _listed(records, version, place, request.query_params)
        number, *below = place
        part = _part(records.get(number), version, below)
        status = 404 if part is None else 200
        return JSONResponse(
            {
                "id": f"replay-{number}",
                "errors": None,
                "message": "200 - OK." if part is not None else "404 - Not Found.",
                ENVELOPE: [] if part is None else [part],
            },
            status_code=status,
        )

    return Starlette(routes=[Route("/hojin/{path:path}", answer)])


def _listed(
    records: Mapping[str, Record], version: str, place: list[str], asked: Mapping[str, str]
) -> Response:
    """A page of a search by number, name or place, or of what changed in a part of the records."""
    found = [records[number] for number in sorted(records)]
    around: dict[str, str] = {}
    page, limit = int(asked.get("page", "1")), int(asked.get("limit", "1000"))
    if place:
        part = PARTS.get(place[1], "") if len(place) > 1 else ""
        found = [
            record
            for record in found
            if (not part or record.get(part))
            and asked["from"]
            <= (day(record.get("update_date")) or "").replace("-", "")
            <= asked["to"]
        ]
        pages = -(-len(found) // limit)
        around = {
            "totalCount": str(len(found)),
            "totalPage": str(pages),
            "pageNumber": str(page),
        }
    else:
        found = [
            record
            for record in found
            if asked.get("corporate_number", record["corporate_number"])
            == record["corporate_number"]
            and asked.get("name", "") in str(record.get("name"))
        ]
    shown = found[limit * (page - 1) : limit * page]
    if version not in VERSIONS or not shown:
        return JSONResponse({"message": "404 - Not Found.", ENVELOPE: []}, status_code=404)
    rows = [{name: each.get(name) for name in _LISTED} for each in shown]
    return JSONResponse({"id": "replay", "errors": None, ENVELOPE: rows, **around})


def _part(record: Record | None, version: str, below: list[str]) -> Record | None:
    """The fields that one address of the service answers with; None where it has nothing."""
    if record is None or version not in VERSIONS:
        return None
    if not below:
        parts = set(PARTS.values())
        return {name: value for name, value in record.items() if name not in parts}
    resource = below[0]
    if len(below) > 1 or resource not in PARTS or (resource in ONLY_V2 and version != VERSIONS[0]):
        return None
    name = PARTS[resource]
    if not record.get(name):
        return None
    return {
        "corporate_number": record["corporate_number"],
        "name": record.get("name"),
        name: record[name],
    }


def _version(records: Mapping[str, Record]) -> str:
    """v2 as soon as one record has a field that only v2 has."""
    newer = any(_V2_FIELDS & record.keys() for record in records.values())
    return VERSIONS[0] if newer else VERSIONS[1]


def _no_recording(why: str) -> BadInput:
    return BadInput(
        "gBizINFO の記録を読めません。",
        why,
        "gBizINFO の応答をそのまま保存した JSON ファイルか、そのフォルダーを指定してください。",
    )
