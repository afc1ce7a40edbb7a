"""Signing in and out of browsers: pages and redirects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, Form, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response

from mirasapo.business import identify
from mirasapo.errors import NotReady, NotSignedIn
from mirasapo.identity import accounts, gbizid, own_id, sessions, sign_ins
from mirasapo_api import deps, pages, problem

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from mirasapo.app.root import Platform
    from mirasapo.identity.gbizid import BusinessIdentity
    from mirasapo.identity.openid import RelyingParty
    from mirasapo.identity.sign_ins import SignIn

router = APIRouter(include_in_schema=False)


@router.get("/login")
def sign_in_page(request: Request, next: str = "/") -> Response:  # noqa: A002 - the parameter's public name
    """The page with the two ways in."""
    return pages.sign_in(local_path(next), stand_in=_stand_in(request))


@router.post("/auth/own")
async def sign_in_own(
    request: Request,
    name: Annotated[str, Form(max_length=200)] = "",
    password: Annotated[str, Form(max_length=256)] = "",
    next: Annotated[str, Form()] = "/",  # noqa: A002 - the field's public name
) -> Response:
    """Sign in with ミラサポconnect ID; what goes wrong is said on the page itself."""
    platform, moment = deps.platform_of(request), deps.now()
    return_to = local_path(next)
    try:
        account_id = await deps.passwords(request).run(
            own_id.sign_in, platform.databases.gateway, name, password, moment
        )
    except (NotSignedIn, NotReady) as refusal:
        if not problem.wants_page(request):
            raise
        return pages.sign_in(return_to, refusal, stand_in=_stand_in(request))
    return await run_in_threadpool(_signed_in, request, account_id, return_to, moment)


@router.get("/auth/gbizid/start")
async def start_gbizid(request: Request, next: str = "/") -> Response:  # noqa: A002 - as above
    """Send the browser to GビズID."""
    party: RelyingParty = request.app.state.relying_party
    begun = await run_in_threadpool(_begin, request, local_path(next))
    address = await party.authorize_url(begun.state, begun.nonce, begun.code_verifier)
    response = RedirectResponse(address, 303, {"Cache-Control": "no-store"})
    # Lax: the provider sends the browser back from another site.
    response.set_cookie(
        sign_ins.COOKIE,
        begun.browser,
        max_age=int(sign_ins.LIFETIME.total_seconds()),
        secure=True,
        httponly=True,
        samesite="lax",
    )
    return response


@router.get("/auth/gbizid/callback")
async def finish_gbizid(
    request: Request,
    state: str = "",
    code: str = "",
    iss: str | None = None,
    error: str | None = None,
) -> Response:
    """The browser comes back from GビズID with a code, or with the provider's refusal."""
    party: RelyingParty = request.app.state.relying_party
    moment = deps.now()
    begun = await run_in_threadpool(_finish, request, state, moment)
    await party.check_issuer_parameter(iss)
    if error is not None or not code:
        raise NotSignedIn(
            "サインインしませんでした。",
            "GビズIDでのサインインが途中で終わりました。",
            "サインインの画面から、もう一度始めてください。",
        )
    signed = await party.identify(code, begun.nonce, begun.code_verifier, moment)
    who = gbizid.business_identity(signed)
    platform = deps.platform_of(request)
    made_up = _stand_in(request)
    account_id = await run_in_threadpool(_account_of, platform, who, made_up=made_up)
    return await run_in_threadpool(_signed_in, request, account_id, begun.return_to, moment)


@router.get("/logout")
def sign_out_page(request: Request) -> Response:
    """The page that asks before signing out."""
    session = deps.browser_session(request)
    if session is None:
        return RedirectResponse("/", 303, {"Cache-Control": "no-store"})
    return pages.sign_out(session.display_name, session.csrf)


@router.post("/logout")
def sign_out(request: Request, csrf_token: Annotated[str, Form()] = "") -> Response:
    """End the session and everything that hangs on it."""
    session = deps.browser_session(request)
    if session is not None:
        deps.require_csrf(session, csrf_token)
        end_session(request, session.session_hash)
    by_gbizid = session is not None and session.role == "business"
    response = pages.signed_out(by_gbizid=by_gbizid)
    response.delete_cookie(sessions.COOKIE, secure=True, httponly=True, samesite="lax")
    return response


def end_session(request: Request, session_hash: bytes) -> None:
    """End a session; whoever keeps something open for it is told."""
    with deps.platform_of(request).databases.gateway.begin() as conn:
        sessions.end(conn, session_hash)
    for tell in request.app.state.on_session_end:
        tell(session_hash)


def local_path(given: str) -> str:
    """`given` if it is a path of this site, else the front page: no redirect leads elsewhere."""
    local = given.startswith("/") and not given.startswith(("//", "/\\"))
    return given if local and given.isprintable() and "\\" not in given else "/"


def fitting(return_to: str, role: str) -> str:
    """`return_to`, but of a portal for others the front page, which leads on to where one may go."""
    path = urlsplit(return_to).path
    return "/" if path.startswith("/portal/") and path != f"/portal/{role}" else return_to


def _begin(request: Request, return_to: str) -> SignIn:
    browser = request.cookies.get(sign_ins.COOKIE)
    with deps.platform_of(request).databases.gateway.begin() as conn:
        return sign_ins.begin(conn, browser, return_to, deps.now())


def _finish(request: Request, state: str, moment: datetime) -> SignIn:
    browser = request.cookies.get(sign_ins.COOKIE)
    with deps.platform_of(request).databases.gateway.begin() as conn:
        return sign_ins.finish(conn, state, browser, moment)


def _account_of(platform: Platform, who: BusinessIdentity, *, made_up: bool) -> UUID:
    """The account of a business; its row in `core` is made by the login that may write there."""
    with platform.databases.intake.begin() as conn:
        business_id = identify.ensure(
            conn,
            corporate_number=who.corporate_number,
            sole_proprietor_key=who.sole_proprietor_key,
            made_up=made_up,
        )
    with platform.databases.gateway.begin() as conn:
        return accounts.sign_in_openid(
            conn,
            issuer=who.issuer,
            sub=who.sub,
            display_name=who.display_name,
            business_id=business_id,
        )


def _signed_in(request: Request, account_id: UUID, return_to: str, moment: datetime) -> Response:
    old = request.cookies.get(sessions.COOKIE)
    with deps.platform_of(request).databases.gateway.begin() as conn:
        secret = sessions.rotate(conn, old, account_id, moment)
        session = sessions.find(conn, secret, moment)
    leads_to = "/" if session is None else fitting(return_to, session.role)
    response = RedirectResponse(leads_to, 303, {"Cache-Control": "no-store"})
    response.set_cookie(sessions.COOKIE, secret, secure=True, httponly=True, samesite="lax")
    return response


def _stand_in(request: Request) -> bool:
    return bool(request.app.state.stand_in)
