"""Push: a programme's system sends a filing with its attachments, or withdraws one."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Annotated, Any, Final

from fastapi import APIRouter, Depends, Header, Path, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.responses import Response  # noqa: TC002 - FastAPI reads the annotations

from mirasapo.business.document import MAX_BYTES as MAX_BODY
from mirasapo.catalog.schemas import MAX_FILES
from mirasapo.errors import BadInput
from mirasapo.identity.permissions import Permission
from mirasapo.intake.idempotency import Once, request_hash
from mirasapo.intake.receive import Delivery, receive
from mirasapo.intake.rehearsal import rehearse
from mirasapo.intake.scanning import Scanner
from mirasapo.intake.withdrawal import withdraw
from mirasapo_api import deps
from mirasapo_api.answers import answers, json_answer
from mirasapo_api.shapes import Receipt, Rehearsal

if TYPE_CHECKING:
    from mirasapo.app.root import Platform
    from mirasapo.identity.clients import Client

router = APIRouter(prefix="/api/v1", tags=["申請の送信"])

MOST_BYTES: Final = 100 * 1024 * 1024

Sender = Annotated[deps.Caller, Depends(deps.require(Permission.PROGRAMME_FILINGS_WRITE))]

OnceOnly = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        description="送信ごとに作る鍵 (UUID など)。同じ鍵で同じ内容を送り直すと、同じ応答を返します。"
        "内容が違えば 422、前の送信を処理している間は 409 です。断られた送信の鍵は、もう一度使えます。",
    ),
]
DryRun = Annotated[bool, Query(description="true: 検査だけを行い、何も保存しない")]
REPLAYED: Final = {"Idempotent-Replayed": "true"}

_WITHDRAWAL: Final[dict[str, Any]] = {
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {
                "schema": {
                    "type": "object",
                    "required": ["programme", "filing_number", "version", "withdrawn_on"],
                    "additionalProperties": False,
                    "properties": {
                        "programme": {"type": "string", "description": "制度番号"},
                        "filing_number": {"type": "string", "description": "宛先と同じ申請番号"},
                        "version": {
                            "type": "integer",
                            "minimum": 2,
                            "description": "申請のいまの版の次",
                        },
                        "withdrawn_on": {
                            "type": "string",
                            "format": "date",
                            "description": "取り下げた日",
                        },
                    },
                }
            }
        },
    }
}
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


@router.post(
    "/filings",
    status_code=201,
    summary="申請を送る",
    description=(
        "申請と添付ファイルを一度に受け取ります。誤りがあれば、すべての誤りを faults に並べて断ります。"
        "同じ内容をもう一度送ると、同じ受領を返します。dry_run=true では検査だけを行い、何も保存しません。"
    ),
    responses=answers(Receipt, 403, 409, 503, success=201)
    | {200: {"model": Rehearsal, "description": "試し送り (dry_run=true) の結果"}},
    openapi_extra=_FORM,
)
async def push_filing(
    request: Request, caller: Sender, once: OnceOnly = None, *, dry_run: DryRun = False
) -> Response:
    """Take a filing: all of it, or nothing."""
    client = caller.require_client()
    _refuse_large(request)
    async with request.form(max_files=MAX_FILES + 1, max_part_size=MOST_BYTES) as form:
        body, attachments = await _parts(form)
    delivery = Delivery(client.client_id, programmes_of(client), body, attachments)
    work = _rehearse if dry_run else _receive
    return await run_in_threadpool(work, request, delivery, once)


@router.post(
    "/filings/{filing_number:path}/withdrawal",
    status_code=201,
    summary="申請を取り下げる",
    description=(
        "送った申請を取り下げます。取下げは申請の次の版になり、その申請の値はマスタから外れます。"
        "同じ内容をもう一度送ると、同じ受領を返します。"
    ),
    responses=answers(Receipt, 403, 404, 409, 503, success=201),
    openapi_extra=_WITHDRAWAL,
)
async def withdraw_filing(
    request: Request,
    caller: Sender,
    filing_number: Annotated[str, Path(description="取り下げる申請の申請番号", max_length=100)],
    once: OnceOnly = None,
) -> Response:
    """Take a withdrawal."""
    client = caller.require_client()
    body = await _small_body(request)
    return await run_in_threadpool(_withdraw, request, client, filing_number, body, once)


def _receive(request: Request, delivery: Delivery, key: str | None) -> Response:
    platform = deps.platform_of(request)
    asked = request_hash("push", delivery.body, delivery.attachments)
    once = once_of(platform, delivery.client_id, key, asked)
    if once is not None and (answered := once.earlier(platform.databases)) is not None:
        return json_answer(answered, 201, REPLAYED)
    receipt = receive(
        platform.databases,
        platform.lake,
        platform.catalog,
        client_id=delivery.client_id,
        programmes=delivery.programmes,
        body=delivery.body,
        attachments=delivery.attachments,
        once=once,
        scanner=Scanner(platform.settings.clamd),
    )
    return json_answer(receipt.as_dict(), 201)


def _rehearse(request: Request, delivery: Delivery, _key: str | None) -> Response:
    platform = deps.platform_of(request)
    scanned = delivery.scanned(Scanner(platform.settings.clamd))
    return json_answer(rehearse(platform.databases, platform.catalog, scanned).as_dict())


def _withdraw(
    request: Request, client: Client, filing_number: str, body: bytes, key: str | None
) -> Response:
    platform = deps.platform_of(request)
    asked = request_hash(f"withdraw {filing_number}", body)
    once = once_of(platform, client.client_id, key, asked)
    if once is not None and (answered := once.earlier(platform.databases)) is not None:
        return json_answer(answered, 201, REPLAYED)
    receipt = withdraw(
        platform.databases,
        platform.lake,
        platform.catalog,
        client_id=client.client_id,
        programmes=programmes_of(client),
        filing_number=filing_number,
        body=body,
        once=once,
    )
    return json_answer(receipt.as_dict(), 201)


def once_of(platform: Platform, client_id: str, key: str | None, asked: str) -> Once | None:
    """The request under its Idempotency-Key; None where it has none."""
    if key is None:
        return None
    return Once(client_id, key, asked, timedelta(hours=platform.settings.idempotency_hours))


def programmes_of(client: Client) -> list[str]:
    """The programmes that a system may file for."""
    return [code for code in client.programmes if client.may_write(code)]


async def _small_body(request: Request) -> bytes:
    """The body of a request that holds one small JSON document. Raises BadInput for more."""
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > MAX_BODY:
            raise _unreadable(f"{MAX_BODY // 1_000_000} MB を超えています。")
    return bytes(body)


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
