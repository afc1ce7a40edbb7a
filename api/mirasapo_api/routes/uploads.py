"""Uploads: attachments sent in parts before the filing that names them, by the steps of tus 1.0."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final
from uuid import UUID  # noqa: TC003 - FastAPI reads the annotations

from fastapi import APIRouter, Depends, Header, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect
from starlette.responses import Response

from mirasapo.identity.permissions import Permission
from mirasapo.intake.uploads import MAX_UPLOAD, UploadDesk
from mirasapo_api import deps, shapes
from mirasapo_api.answers import answers, json_answer

if TYPE_CHECKING:
    from mirasapo.intake.upload_part import Part
    from mirasapo.intake.uploads import Upload

router = APIRouter(prefix="/api/v1/uploads", tags=["申請の送信"])

Sender = Annotated[deps.Caller, Depends(deps.require(Permission.PROGRAMME_FILINGS_WRITE))]
Offset = Annotated[
    int,
    Header(alias="Upload-Offset", ge=0, le=MAX_UPLOAD, description="本文が始まる位置 (バイト)"),
]
_AT_ONCE: Final = 1 << 20


class Announcement(BaseModel):
    """これから送るファイル"""

    model_config = ConfigDict(extra="forbid", strict=True)

    name: str = Field(description="フォルダーを含まないファイル名", max_length=255)
    size_bytes: int = Field(description="大きさ (バイト)", ge=1, le=MAX_UPLOAD)
    sha256: str = Field(description="SHA-256 (16進数、小文字)", pattern="^[0-9a-f]{64}$")


@router.post(
    "",
    status_code=201,
    summary="添付ファイルのアップロードを始める",
    description=(
        "200MB までのファイルを、申請より先に、分けて送れます。応答の Location に PATCH で続きを送り、"
        "終わったら申請の attachments に sha256 を書きます。"
    ),
    responses=answers(shapes.Upload, 403, 409, 503, success=201),
)
def begin(request: Request, caller: Sender, asked: Announcement) -> Response:
    """Announce a file."""
    client = caller.require_client()
    made = _desk(request).announce(client.client_id, asked.name, asked.size_bytes, asked.sha256)
    return _shown(made, 201, Location=f"/api/v1/uploads/{made.upload_id}")


@router.get(
    "/{upload_id}",
    summary="アップロードの状態",
    description="どこまで受け取ったか。HEAD では Upload-Offset だけを返します。",
    responses=answers(shapes.Upload, 403, 404, 503),
)
def state(request: Request, caller: Sender, upload_id: UUID) -> Response:
    """How far an upload is."""
    return _shown(_desk(request).find(caller.require_client().client_id, upload_id))


@router.head("/{upload_id}", include_in_schema=False)
def offset(request: Request, caller: Sender, upload_id: UUID) -> Response:
    """The same in headers alone."""
    found = _shown(_desk(request).find(caller.require_client().client_id, upload_id))
    return Response(None, 200, {**found.headers, "content-length": "0"})


@router.patch(
    "/{upload_id}",
    summary="ファイルの続きを送る",
    description=(
        "本文 (application/offset+octet-stream) を Upload-Offset の位置から足します。接続が切れても、"
        "届いたところまでは残ります。最後の部分で、ハッシュ・形式・ウイルスを確かめます。"
    ),
    responses=answers(shapes.Upload, 403, 404, 409, 503),
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {
                "application/offset+octet-stream": {
                    "schema": {"type": "string", "format": "binary"}
                }
            },
        }
    },
)
async def add_part(
    request: Request, caller: Sender, upload_id: UUID, upload_offset: Offset
) -> Response:
    """Add bytes; what came of them stays, whatever happens to the connection."""
    desk, client_id = _desk(request), caller.require_client().client_id
    part = await run_in_threadpool(desk.part, client_id, upload_id, upload_offset)
    try:
        await _pour(request, part)
    except ClientDisconnect:
        await run_in_threadpool(part.leave)
        raise
    except BaseException:
        part.leave()
        raise
    return _shown(await run_in_threadpool(desk.close, client_id, upload_id, part))


async def _pour(request: Request, part: Part) -> None:
    held = bytearray()
    try:
        async for piece in request.stream():
            held += piece
            if len(held) >= _AT_ONCE:
                await run_in_threadpool(part.write, bytes(held))
                held.clear()
    except ClientDisconnect:
        await run_in_threadpool(part.write, bytes(held))
        raise
    await run_in_threadpool(part.write, bytes(held))


def _desk(request: Request) -> UploadDesk:
    platform = deps.platform_of(request)
    return UploadDesk.of(platform.databases, platform.lake, platform.settings)


def _shown(found: Upload, status: int = 200, **headers: str) -> Response:
    told = {"Upload-Offset": str(found.offset), "Upload-Length": str(found.size_bytes)}
    return json_answer(found.as_dict(), status, {**told, **headers})
