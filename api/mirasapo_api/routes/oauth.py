"""OAuth 2.0 client credentials (RFC 6749 §4.4) for systems."""

from __future__ import annotations

import base64
import binascii
from typing import Annotated
from urllib.parse import unquote_plus

from fastapi import APIRouter, Form, Request
from starlette.responses import Response  # noqa: TC002 - FastAPI reads the annotations

from mirasapo.errors import BadInput, NotSignedIn
from mirasapo.identity import clients
from mirasapo_api import deps, problem
from mirasapo_api.answers import json_answer, refusals
from mirasapo_api.shapes import AccessToken

router = APIRouter(tags=["システムの接続"])


@router.post(
    "/oauth/token",
    summary="システム用のトークンを受け取る",
    description="client_id と client_secret は Basic 認証 (推奨) かフォームで送ります。",
    responses={200: {"model": AccessToken}, **refusals(400, 401, 503)},
)
async def token(
    request: Request,
    grant_type: Annotated[str, Form(examples=["client_credentials"])] = "",
    scope: Annotated[str | None, Form(examples=["filings:write:04"])] = None,
    client_id: Annotated[str, Form()] = "",
    client_secret: Annotated[str, Form()] = "",
) -> Response:
    """Exchange the credentials of a client for a token of minutes."""
    if grant_type != "client_credentials":
        return _refused("unsupported_grant_type", "grant_type は client_credentials だけです。")
    name, secret = _basic(request) or (client_id, client_secret)
    try:
        who = await deps.passwords(request).run(_client, request, name, secret)
    except NotSignedIn as error:
        headers = {"WWW-Authenticate": 'Basic realm="mirasapo"'}
        return problem.answer(error, headers=headers, error="invalid_client")
    try:
        scopes = clients.grant_scopes(who, scope)
    except BadInput as error:
        return problem.answer(error, status=400, error="invalid_scope")
    access_token = clients.issue_token(request.app.state.token_key, who, scopes, deps.now())
    return json_answer(
        {
            "access_token": access_token,
            "token_type": "Bearer",
            "expires_in": int(clients.LIFETIME.total_seconds()),
            "scope": " ".join(sorted(scopes)),
        },
        headers={"Cache-Control": "no-store"},
    )


def _client(request: Request, name: str, secret: str) -> clients.Client:
    with deps.platform_of(request).databases.gateway.connect() as conn:
        found = clients.find(conn, name)
    return clients.authenticate(found, secret)  # no connection waits while a hash is computed


def _basic(request: Request) -> tuple[str, str] | None:
    scheme, _, coded = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        name, _, secret = base64.b64decode(coded, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return "", ""
    return unquote_plus(name), unquote_plus(secret)


def _refused(error: str, why: str) -> Response:
    refusal = BadInput("トークンを出せません。", why, "API の定義を確かめてください。")
    return problem.answer(refusal, status=400, error=error)
