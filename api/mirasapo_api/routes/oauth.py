"""OAuth 2.0 client credentials (RFC 6749 §4.4) for systems; refusals as §5.2 wants them."""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote_plus

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response  # noqa: TC002 - FastAPI reads the annotations

from mirasapo.errors import BadInput, MirasapoError, NotSignedIn
from mirasapo.identity import clients
from mirasapo_api import deps, problem
from mirasapo_api.answers import json_answer, refusals
from mirasapo_api.shapes import AccessToken, OAuthRefusal

if TYPE_CHECKING:
    from collections.abc import Mapping

router = APIRouter(tags=["システムの接続"])

FORM: Final = "application/x-www-form-urlencoded"
NAMES: Final = ("grant_type", "scope", "client_id", "client_secret")

_QUESTION: Final[dict[str, Any]] = {
    "requestBody": {
        "required": True,
        "content": {
            FORM: {
                "schema": {
                    "type": "object",
                    "required": ["grant_type"],
                    "properties": {
                        "grant_type": {"type": "string", "const": "client_credentials"},
                        "scope": {
                            "type": "string",
                            "description": "空白で区切ります。省略すると、登録された範囲のすべて",
                            "examples": ["filings:write:04"],
                        },
                        "client_id": {"type": "string", "description": "Basic 認証を使わないとき"},
                        "client_secret": {"type": "string", "description": "同上"},
                    },
                },
            }
        },
    }
}


@router.post(
    "/oauth/token",
    summary="システム用のトークンを受け取る",
    description="client_id と client_secret は Basic 認証 (推奨) かフォームで送ります。",
    responses={
        200: {"model": AccessToken},
        400: {"model": OAuthRefusal, "description": "依頼の形か範囲が違う"},
        401: {"model": OAuthRefusal, "description": "システムを確かめられない"},
        **refusals(503),
    },
    openapi_extra=_QUESTION,
)
async def token(request: Request) -> Response:
    """Exchange the credentials of a client for a token of minutes."""
    form = await _form(request)
    if form is None:
        return _refused("invalid_request", f"{FORM} の形で、各項目を一度だけ送ります。")
    if "grant_type" not in form:
        return _refused("invalid_request", "grant_type がありません。")
    if form["grant_type"] != "client_credentials":
        return _refused("unsupported_grant_type", "grant_type は client_credentials だけです。")
    basic = _basic(request)
    if basic is not None and "client_secret" in form:
        return _refused("invalid_request", "Basic 認証とフォームの両方に秘密があります。")
    name, secret = basic or (form.get("client_id", ""), form.get("client_secret", ""))
    return await _issue(request, name, secret, form.get("scope"))


async def _issue(request: Request, name: str, secret: str, scope: str | None) -> Response:
    try:
        who = await deps.passwords(request).run(_client, request, name, secret)
    except NotSignedIn as error:
        headers = {"WWW-Authenticate": 'Basic realm="mirasapo"'}
        return _answer(error, "invalid_client", 401, headers)
    try:
        scopes = clients.grant_scopes(who, scope)
    except BadInput as error:
        return _answer(error, "invalid_scope")
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


async def _form(request: Request) -> dict[str, str] | None:
    """What was sent, without empty values (§3.2: as if omitted); None when it cannot be read."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != FORM:
        return None
    try:
        sent = await request.form()
    except HTTPException:
        return None
    if any(len(sent.getlist(name)) > 1 for name in NAMES):
        return None
    return {name: str(sent[name]) for name in NAMES if sent.get(name)}


def _client(request: Request, name: str, secret: str) -> clients.Client:
    with deps.platform_of(request).databases.gateway.connect() as conn:
        found = clients.find(conn, name) if name.isprintable() else None
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
    return _answer(refusal, error)


def _answer(
    refusal: MirasapoError, error: str, status: int = 400, headers: Mapping[str, str] | None = None
) -> Response:
    return problem.answer(
        refusal, status=status, headers=headers, media_type="application/json", error=error
    )
