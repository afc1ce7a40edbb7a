"""Batches: many filings in one NDJSON, answered at once; how far they are is asked for afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Final
from uuid import UUID  # noqa: TC003 - FastAPI reads the annotations

from fastapi import APIRouter, Depends, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response  # noqa: TC002 - FastAPI reads the annotations

from mirasapo.errors import BadInput
from mirasapo.identity.permissions import Permission
from mirasapo.intake.batches import NDJSON, BatchDesk
from mirasapo.intake.idempotency import request_hash
from mirasapo_api import deps, shapes
from mirasapo_api.answers import answers, json_answer, listing
from mirasapo_api.routes.filings import REPLAYED, OnceOnly, once_of, programmes_of

if TYPE_CHECKING:
    from pathlib import Path

    from mirasapo.identity.clients import Client
    from mirasapo.intake.batch_file import Pouring


router = APIRouter(prefix="/api/v1/filings/batches", tags=["申請の送信"])

Sender = Annotated[deps.Caller, Depends(deps.require(Permission.PROGRAMME_FILINGS_WRITE))]
_AT_ONCE: Final = 1 << 20
_BODY: Final[dict[str, Any]] = {
    "requestBody": {
        "required": True,
        "content": {
            NDJSON: {"schema": {"type": "string", "description": "一行に一件の申請の JSON (UTF-8)"}}
        },
    }
}


@router.post(
    "",
    status_code=202,
    summary="申請をまとめて送る",
    description=(
        "一行に一件の申請を書いた NDJSON を受け取り、すぐに 202 を返します。処理はそのあとに行い、"
        "Location で状態を見られます。添付ファイルは先にアップロードし、申請に sha256 を書きます。"
        "誤りのある行だけを断り、ほかの行は受け取ります。Content-Encoding: gzip で圧縮できます。"
    ),
    responses=answers(shapes.Batch, 403, 409, 503, success=202),
    openapi_extra=_BODY,
)
async def push_batch(request: Request, caller: Sender, once: OnceOnly = None) -> Response:
    """Keep a batch as a whole, and order the work on it."""
    client = caller.require_client()
    gzip = _gzip(request)
    with _desk(request).receiving(gzip=gzip) as (pouring, path):
        await _pour(request, pouring)
        await run_in_threadpool(pouring.close)
        return await run_in_threadpool(_take, request, client, pouring, path, once)


@router.get(
    "/{batch_id}",
    summary="一括送信の状態",
    description="何件を受け取り、何件を断ったか。finished になるまで増えていきます。",
    responses=answers(shapes.Batch, 403, 404, 503),
)
def state(request: Request, caller: Sender, batch_id: UUID) -> Response:
    """How far a batch is."""
    found = _desk(request).find(caller.require_client().client_id, batch_id)
    return json_answer(found.as_dict())


@router.get(
    "/{batch_id}/refused_lines",
    summary="一括送信のうち断った行",
    description="断った行の番号・理由・誤りの一覧。直した行だけを、もう一度送れます。",
    responses=answers(shapes.RefusedLines, 403, 404, 503),
)
def refused_lines(
    request: Request,
    caller: Sender,
    batch_id: UUID,
    limit: Annotated[int, Query(ge=1, le=100)] = 100,
    offset: Annotated[int, Query(ge=0, le=10_000_000)] = 0,
) -> Response:
    """Which lines were not taken in, and why."""
    client_id = caller.require_client().client_id
    found = _desk(request).refused_lines(client_id, batch_id, limit=limit, offset=offset)
    return listing(found, limit=limit, offset=offset)


def _take(
    request: Request, client: Client, pouring: Pouring, path: Path, key: str | None
) -> Response:
    platform = deps.platform_of(request)
    asked = request_hash("batch", bytes.fromhex(pouring.sha256))
    once = once_of(platform, client.client_id, key, asked)
    if once is not None and (answered := once.earlier(platform.databases)) is not None:
        return _shown(answered, REPLAYED)
    taken = _desk(request).take(client.client_id, programmes_of(client), path, pouring, once)
    return _shown(taken.as_dict(), {})


async def _pour(request: Request, pouring: Pouring) -> None:
    held = bytearray()
    async for piece in request.stream():
        held += piece
        if len(held) >= _AT_ONCE:
            await run_in_threadpool(pouring.write, bytes(held))
            held.clear()
    await run_in_threadpool(pouring.write, bytes(held))


def _shown(found: dict[str, Any], headers: dict[str, str]) -> Response:
    location = f"/api/v1/filings/batches/{found['batch_id']}"
    return json_answer(found, 202, {"Location": location, **headers})


def _desk(request: Request) -> BatchDesk:
    platform = deps.platform_of(request)
    return BatchDesk.of(platform.databases, platform.lake, platform.settings)


def _gzip(request: Request) -> bool:
    """Whether the body is compressed. Raises BadInput for what is neither NDJSON nor gzip of it."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    coding = request.headers.get("content-encoding", "identity").strip().lower()
    if kind == NDJSON and coding in {"identity", "gzip"}:
        return coding == "gzip"
    raise BadInput(
        "一括送信を受け取れませんでした。",
        f"{NDJSON} で (圧縮するなら Content-Encoding: gzip で) 送る必要があります。",
        "送り方を確かめて、もう一度送ってください。",
    )
