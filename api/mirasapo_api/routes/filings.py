"""Push: a programme's system sends a filing with its attachments."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any, Final

from fastapi import APIRouter, Depends, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.responses import Response  # noqa: TC002 - FastAPI reads the annotations

from mirasapo.catalog.example import minimal_filing
from mirasapo.catalog.schemas import MAX_FILES
from mirasapo.errors import BadInput
from mirasapo.identity.permissions import Permission
from mirasapo.intake.receive import receive
from mirasapo_api import deps
from mirasapo_api.answers import answers, json_answer
from mirasapo_api.shapes import Receipt

if TYPE_CHECKING:
    from mirasapo.catalog import Catalog
    from mirasapo.identity.clients import Client

router = APIRouter(prefix="/api/v1", tags=["申請の送信"])

MOST_BYTES: Final = 100 * 1024 * 1024

Sender = Annotated[deps.Caller, Depends(deps.require(Permission.PROGRAMME_FILINGS_WRITE))]

_FORM: Final[dict[str, Any]] = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["filing"],
                    "properties": {
                        "filing": {
                            "type": "string",
                            "contentMediaType": "application/json",
                            "description": "申請の JSON",
                        },
                        "attachments": {
                            "type": "array",
                            "description": "添付ファイル。名前は申請の attachments と一致させます",
                            "items": {"type": "string", "format": "binary"},
                        },
                    },
                },
                "encoding": {"filing": {"contentType": "application/json"}},
            }
        },
    }
}


def add_example(document: dict[str, Any], catalog: Catalog) -> None:
    """Put a whole filing into the definition of the API, made when the definition is asked for."""
    filing = minimal_filing(catalog, "04")
    question = document["paths"]["/api/v1/filings"]["post"]["requestBody"]
    question["content"]["multipart/form-data"]["example"] = {
        "filing": json.dumps(filing, ensure_ascii=False),
        "attachments": [f"{each['name']} の中身" for each in filing["attachments"]],
    }


@router.post(
    "/filings",
    status_code=201,
    summary="申請を送る",
    description=(
        "申請と添付ファイルを一度に受け取ります。誤りがあれば、すべての誤りを faults に並べて断ります。"
        "同じ内容をもう一度送ると、同じ受領を返します。"
    ),
    responses=answers(Receipt, 403, 409, 503, success=201),
    openapi_extra=_FORM,
)
async def push_filing(request: Request, caller: Sender) -> Response:
    """Take a filing: all of it, or nothing."""
    client = caller.require_client()
    _refuse_large(request)
    async with request.form(max_files=MAX_FILES + 1, max_part_size=MOST_BYTES) as form:
        body, attachments = await _parts(form)
    return await run_in_threadpool(_receive, request, client, body, attachments)


def _receive(
    request: Request, client: Client, body: bytes, attachments: dict[str, bytes]
) -> Response:
    platform = deps.platform_of(request)
    receipt = receive(
        platform.databases,
        platform.lake,
        platform.catalog,
        client_id=client.client_id,
        programmes=[code for code in client.programmes if client.may_write(code)],
        body=body,
        attachments=attachments,
    )
    return json_answer(receipt.as_dict(), 201)


async def _parts(form: FormData) -> tuple[bytes, dict[str, bytes]]:
    """The filing and the attachments by name. Raises BadInput when a part is missing or doubled."""
    filings = form.getlist("filing")
    if len(filings) != 1 or set(form) - {"filing", "attachments"}:
        raise _unreadable("filing という名前の部分が一つと、attachments だけが必要です。")
    attachments: dict[str, bytes] = {}
    for part in form.getlist("attachments"):
        if not isinstance(part, UploadFile) or not part.filename:
            raise _unreadable("attachments には、ファイル名のあるファイルだけを入れます。")
        if part.filename in attachments:
            raise _unreadable("同じ名前の添付ファイルが二つあります。")
        attachments[part.filename] = await part.read()
    return await _bytes(filings[0]), attachments


async def _bytes(part: UploadFile | str) -> bytes:
    return part.encode() if isinstance(part, str) else await part.read()


def _refuse_large(request: Request) -> None:
    kind = request.headers.get("content-type", "")
    if not kind.startswith("multipart/form-data"):
        raise _unreadable("multipart/form-data で送る必要があります。")
    length = request.headers.get("content-length", "")
    if not length.isdecimal():
        raise _unreadable("Content-Length が必要です。")
    if int(length) > MOST_BYTES:
        raise _unreadable(f"{MOST_BYTES // 1024 // 1024} MB を超えています。")


def _unreadable(why: str) -> BadInput:
    return BadInput(
        "申請を受け取れませんでした。", why, "送り方を確かめて、もう一度送ってください。"
    )
