"""Tokens of scripts and of portal kernels: opaque, kept as a hash, ended by deleting a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Depends, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from mirasapo.errors import NotAllowed
from mirasapo.identity import kernel_tickets, own_id, sessions
from mirasapo_api import deps
from mirasapo_api.answers import answers, json_answer, refusals
from mirasapo_api.questions import (  # noqa: TC001 - FastAPI reads the annotations
    SignInQuestion,
    TicketQuestion,
)
from mirasapo_api.routes.auth import end_session
from mirasapo_api.shapes import KernelToken, SessionToken

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

router = APIRouter(prefix="/api/v1", tags=["サインイン"])


@router.post(
    "/sessions",
    status_code=201,
    summary="スクリプト用のトークンを受け取る",
    description=(
        "ミラサポconnect ID のサインイン名とパスワードを送ります。ブラウザーのセッションがあるときは"
        "本文なしで送ると、そのセッションとともに終わるトークンを受け取れます。"
    ),
    responses=answers(SessionToken, 403, 503, success=201),
)
async def open_session(request: Request, body: SignInQuestion | None = None) -> Response:
    """A token for a script: by name and password, or hung on the browser session."""
    moment = deps.now()
    gateway = deps.platform_of(request).databases.gateway
    account_id = None
    if body is not None:
        account_id = await deps.passwords(request).run(
            own_id.sign_in, gateway, body.name, body.password, moment
        )
    return await run_in_threadpool(_opened, request, account_id, moment)


def _opened(request: Request, account_id: UUID | None, moment: datetime) -> Response:
    """A token for this account; for None, one of the browser session, and hung on it."""
    parent = None
    if account_id is None:
        session = deps.signed_in_browser(request)
        account_id, parent = session.account_id, session.session_hash
    with deps.platform_of(request).databases.gateway.begin() as conn:
        token = sessions.open_session(conn, account_id, "token", moment, parent_hash=parent)
    return json_answer({"token": token, "expires_at": moment + sessions.ABSOLUTE}, 201)


@router.delete(
    "/sessions/current",
    status_code=204,
    summary="サインアウトする",
    responses=refusals(401, 403, 422),
)
def close_session(
    request: Request, caller: Annotated[deps.Caller, Depends(deps.signed_in)]
) -> Response:
    """End the session of this token or cookie, and the browser session that it hangs on."""
    session = caller.require_session()
    if session.kind == "kernel":
        raise NotAllowed(
            "この画面からはサインアウトできません。",
            "画面のトークンでは、サインアウトの操作はできません。",
            "ページの上にある「サインアウト」から進んでください。",
        )
    end_session(request, session.parent_hash or session.session_hash)
    return Response(status_code=204)


@router.post(
    "/kernel_tokens",
    status_code=201,
    summary="画面の引換券をトークンに換える",
    responses=answers(KernelToken, success=201),
)
def exchange_ticket(request: Request, body: TicketQuestion) -> Response:
    """Exchange a one-time ticket for the token of a portal kernel."""
    with deps.platform_of(request).databases.gateway.begin() as conn:
        token = kernel_tickets.exchange(conn, body.ticket, deps.now())
    seconds = int(sessions.KERNEL.total_seconds())
    return json_answer({"token": token, "expires_in": seconds}, 201)
