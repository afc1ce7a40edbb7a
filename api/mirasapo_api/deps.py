"""Who is asking: the session or client of a request, and as which actor of the rule it speaks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Final

from fastapi import Depends, Query, Request
from fastapi.security import HTTPBearer

from mirasapo.catalog.model import PURPOSES
from mirasapo.disclosure.rule import AGENCY, APPLICANT, NO_RECIPIENT, Actor
from mirasapo.errors import BadInput, NotAllowed, NotSignedIn
from mirasapo.identity import clients, sessions
from mirasapo.identity.permissions import ROLES, SCOPES, Permission
from mirasapo_api.problem import shown
from mirasapo_api.surface import SAFE_METHODS

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from starlette.requests import HTTPConnection

    from mirasapo.app.root import Platform
    from mirasapo.identity.accounts import Account
    from mirasapo.identity.clients import Client
    from mirasapo.identity.sessions import Session
    from mirasapo_api.password_line import PasswordLine

SUPPORTER: Final = 5  # 提供先: 支援機関
CSRF_HEADER: Final = "X-CSRF-Token"
JWT_DOTS: Final = 2

# The purpose that is meant when none is named: own view, consultation, inside the administration.
USUAL_PURPOSE: Final = {APPLICANT: 3, SUPPORTER: 6, AGENCY: 2}


@dataclass(frozen=True, slots=True)
class Caller:
    """A signed-in person (`session`) or a system (`client`); exactly one of the two is set."""

    actor: Actor
    permissions: frozenset[Permission]
    session: Session | None
    client: Client | None

    @property
    def account(self) -> Account:
        """The person's account. Raises NotAllowed for a system."""
        return self.require_session().account

    def require_session(self) -> Session:
        """The person's session. Raises NotAllowed for a system."""
        if self.session is None:
            raise _not_for("この操作は、人がサインインして行います。")
        return self.session

    def require_client(self) -> Client:
        """The system. Raises NotAllowed for a person."""
        if self.client is None:
            raise _not_for("この操作は、登録されたシステムだけが行えます。")
        return self.client

    def usual_purpose(self, asked: int | None) -> int:
        """The purpose that was asked for, or the usual one of this kind of actor.

        Raises BadInput when none was named and there is no usual one.
        """
        recipient = SUPPORTER if self.actor.lapsed else self.actor.recipient
        purpose = asked if asked is not None else USUAL_PURPOSE.get(recipient)
        if purpose is None:
            raise BadInput(
                "利用目的が分かりません。",
                "この役割には、決まった利用目的がありません。",
                "purpose で利用目的を指定してください。",
            )
        return purpose

    def through(self, request: Request) -> str:
        """By which way a read came, as the ledger keeps it: portal or API, and the route."""
        way = "portal" if self.session is not None and self.session.kind == "kernel" else "api"
        return f"{way} {request.method} {request.scope['route'].path}"


def platform_of(connection: HTTPConnection) -> Platform:
    """The platform behind the application."""
    platform: Platform = connection.app.state.platform
    return platform


def asked_purpose(
    request: Request,
    purpose: Annotated[
        int | None,
        Query(
            description="利用目的 1–9。省略すると、その役割のふだんの目的",
            json_schema_extra={"minimum": PURPOSES[0], "maximum": PURPOSES[-1]},
        ),
    ] = None,
) -> int | None:
    """The purpose that a read names. Raises BadInput, with the list, for one not in the policy."""
    known = platform_of(request).policy.purposes
    if purpose is None or purpose in known:
        return purpose
    listed = "、".join(f"{number}({name})" for number, name in known.items())
    raise BadInput(
        "この利用目的はありません。",
        f"ポリシーの利用目的は次のとおりです: {listed}。",
        "この番号のどれかを purpose に指定してください。",
        purposes=[*known],
    )


AskedPurpose = Annotated[int | None, Depends(asked_purpose)]


def named_once(request: Request) -> None:
    """Raises BadInput for a query that names something twice: one of the two would be ignored."""
    names = [name for name, _ in request.query_params.multi_items()]
    doubled = sorted({name for name in names if names.count(name) > 1})
    if doubled:
        raise BadInput(
            "依頼を読めませんでした。",
            "同じパラメーターが二度書かれています。",
            "パラメーターは一度ずつ書いてください。",
            faults=[
                {"where": f"パラメーター {shown(name)}", "what": "二度書かれています。"}
                for name in doubled
            ],
        )


def passwords(connection: HTTPConnection) -> PasswordLine:
    """The line in which passwords are checked."""
    line: PasswordLine = connection.app.state.passwords
    return line


def now() -> datetime:
    """The moment of a request."""
    return datetime.now(UTC)


def browser_session(connection: HTTPConnection) -> Session | None:
    """The live browser session that the cookie of a request names; None without one."""
    cookie = connection.cookies.get(sessions.COOKIE)
    if not cookie:
        return None
    with platform_of(connection).databases.gateway.begin() as conn:
        return sessions.find(conn, cookie, now())


def checked_browser_session(request: Request) -> Session | None:
    """The same for a change: the request must also bring the session's CSRF token.

    Raises NotAllowed when it does not.
    """
    session = browser_session(request)
    if session is not None and request.method not in SAFE_METHODS:
        require_csrf(session, request.headers.get(CSRF_HEADER, ""))
    return session


def require_csrf(session: Session, given: str) -> None:
    """Raises NotAllowed unless `given` is the CSRF token of the session."""
    if not session.csrf_matches(given):
        raise _not_for("画面の有効期限が切れているか、このサイトの画面からの操作ではありません。")


def actor_of(account: Account) -> Actor:
    """As which recipient of the policy a person speaks; 0 where the policy names none."""
    person = str(account.account_id)
    if account.role == "business":
        return Actor(person, APPLICANT, business_id=account.business_id)
    if account.role == "officer":
        return Actor(person, AGENCY)
    if account.role == "supporter" and account.institution_id is not None:
        return Actor(
            person,
            SUPPORTER,
            institution_id=account.institution_id,
            kind=account.institution_kind,
        )
    return Actor(person, NO_RECIPIENT, lapsed=account.lapsed)


_bearer = HTTPBearer(auto_error=False, description="セッションまたはシステムのトークン")


def signed_in(request: Request, _documented: Annotated[object, Depends(_bearer)]) -> Caller:
    """Who is asking: by bearer token, else by the browser's cookie.

    Raises NotSignedIn when nobody is, NotAllowed for a change by cookie without its CSRF token.
    """
    header = request.headers.get("Authorization")
    if header is not None:
        return _by_token(platform_of(request), request, header)
    return _person(signed_in_browser(request))


def require(permission: Permission) -> Callable[[Caller], Caller]:
    """A dependency: the caller, who must have this permission."""

    def check(caller: Annotated[Caller, Depends(signed_in)]) -> Caller:
        if permission not in caller.permissions:
            raise _not_for("この役割では行えない操作です。")
        return caller

    return check


def signed_in_browser(request: Request) -> Session:
    """The browser session of a request. Raises NotSignedIn when there is none."""
    session = checked_browser_session(request)
    if session is None:
        raise _nobody()
    return session


def own_business(caller: Caller) -> UUID:
    """The business that the caller acts for. Raises NotAllowed when there is none."""
    if caller.actor.business_id is None:
        raise _not_for("このアカウントは、事業者に結び付いていません。")
    return caller.actor.business_id


def _by_token(platform: Platform, request: Request, header: str) -> Caller:
    scheme, _, token = header.partition(" ")
    if scheme.lower() != "bearer":
        raise _nobody()
    with platform.databases.gateway.begin() as conn:
        if token.count(".") == JWT_DOTS:
            return _system(clients.verify_token(conn, request.app.state.token_key, token, now()))
        session = sessions.find_of_kind(conn, token, now(), ("token", "kernel"))
    if session is None:
        raise _nobody()
    return _person(session)


def _person(session: Session) -> Caller:
    return Caller(actor_of(session.account), ROLES[session.role], session, None)


def _system(client: Client) -> Caller:
    actor = Actor(client.client_id, NO_RECIPIENT, service=client.client_id)
    granted = (
        permissions
        for scope, permissions in SCOPES.items()
        if any(each == scope or each.startswith(f"{scope}:") for each in client.scopes)
    )
    return Caller(actor, frozenset().union(*granted), None, client)


def _nobody() -> NotSignedIn:
    return NotSignedIn(
        "サインインが必要です。",
        "まだサインインしていないか、サインインの期限が切れています。",
        "サインインしてから、もう一度お試しください。",
    )


def _not_for(why: str) -> NotAllowed:
    return NotAllowed("この操作はできません。", why, "必要な場合は、事務局に問い合わせてください。")
