"""The stand-in's endpoints: discovery, authorize, token, userinfo, keys."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import secrets
import time
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode, urlsplit

from joserfc.jwk import RSAKey
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from mirasapo.identity.stand_in import page
from mirasapo.identity.stand_in.faults import Fault, sign

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from starlette.requests import Request

    from mirasapo.identity.stand_in.personas import Persona

PATH: Final = "/stand-in/gbizid"
CODE_SECONDS: Final = 300
TOKEN_SECONDS: Final = 3600
_QUESTION: Final = (
    "response_type",
    "client_id",
    "redirect_uri",
    "scope",
    "state",
    "nonce",
    "code_challenge",
    "code_challenge_method",
)


@dataclass(frozen=True, slots=True)
class _Granted:
    """A code that was given out, or the access token that it became."""

    persona: Persona
    scopes: frozenset[str]
    redirect_uri: str
    nonce: str | None
    challenge: str | None
    made_at: float


@dataclass
class StandIn:
    """The state of one provider: its key, its codes, its tokens; all in memory.

    `clock` gives seconds since the epoch.
    """

    issuer: str
    client_id: str
    client_secret: str
    redirect_uris: Collection[str]
    personas: Callable[[], Mapping[str, Persona]]
    faults: frozenset[Fault]
    clock: Callable[[], float]
    codes: dict[str, _Granted] = field(default_factory=dict)
    tokens: dict[str, _Granted] = field(default_factory=dict)

    @cached_property
    def key(self) -> RSAKey:
        """The signing key, made when first needed (it takes a moment)."""
        return RSAKey.generate_key(2048, {"use": "sig", "alg": "RS256"}, auto_kid=True)

    async def discovery(self, _request: Request) -> Response:
        """The discovery document."""
        return JSONResponse(
            {
                "issuer": self.issuer,
                "authorization_endpoint": f"{self.issuer}authorize",
                "token_endpoint": f"{self.issuer}token",
                "userinfo_endpoint": f"{self.issuer}userinfo",
                "jwks_uri": f"{self.issuer}keys",
                "response_types_supported": ["code"],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["RS256"],
                "scopes_supported": ["openid", "profile"],
                "token_endpoint_auth_methods_supported": ["client_secret_basic"],
                "code_challenge_methods_supported": ["S256"],
            }
        )

    async def keys(self, _request: Request) -> Response:
        """The public key."""
        return JSONResponse({"keys": [self.key.as_dict(private=False)]})

    async def ask(self, request: Request) -> Response:
        """GET authorize: the page that asks who to be."""
        question = {name: request.query_params.get(name, "") for name in _QUESTION}
        wrong = self._check(question)
        if wrong is not None:
            return wrong
        action = urlsplit(f"{self.issuer}authorize").path
        given = {name: value for name, value in question.items() if value}
        return HTMLResponse(page.choose(self.personas(), action, given), headers=page.HEADERS)

    async def choose(self, request: Request) -> Response:
        """POST authorize: a persona was chosen; back to the relying party with a code."""
        form = await request.form()
        question = {name: str(form.get(name, "")) for name in _QUESTION}
        wrong = self._check(question)
        if wrong is not None:
            return wrong
        persona = self.personas().get(str(form.get("persona", "")))
        if persona is None:
            return _back(question, error="access_denied")
        self._forget()
        code = secrets.token_urlsafe(32)
        self.codes[code] = _Granted(
            persona,
            frozenset(question["scope"].split()),
            question["redirect_uri"],
            question["nonce"] or None,
            question["code_challenge"] or None,
            self.clock(),
        )
        return _back(question, code=code)

    async def token(self, request: Request) -> Response:
        """Exchange a code, once, for an access token and an ID token."""
        if not self._is_client(request):
            return JSONResponse({"error": "invalid_client"}, status_code=401)
        form = await request.form()
        granted = self.codes.pop(str(form.get("code", "")), None)
        if form.get("grant_type") != "authorization_code" or granted is None:
            return JSONResponse({"error": "invalid_grant"}, status_code=400)
        late = self.clock() - granted.made_at > CODE_SECONDS
        verifier = str(form.get("code_verifier", ""))
        if late or form.get("redirect_uri") != granted.redirect_uri or not _fits(granted, verifier):
            return JSONResponse({"error": "invalid_grant"}, status_code=400)
        access_token = secrets.token_urlsafe(32)
        self.tokens[access_token] = granted
        answer = {
            "access_token": access_token,
            "token_type": "Bearer",
            "expires_in": TOKEN_SECONDS,
            "scope": " ".join(sorted(granted.scopes)),
        }
        if Fault.NO_ID_TOKEN not in self.faults:
            answer["id_token"] = self._id_token(granted)
        return JSONResponse(answer, headers={"Cache-Control": "no-store"})

    async def userinfo(self, request: Request) -> Response:
        """The attributes: here and nowhere else."""
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        granted = self.tokens.get(token)
        late = granted is None or self.clock() - granted.made_at > TOKEN_SECONDS
        if scheme.lower() != "bearer" or granted is None or late:
            return JSONResponse({"error": "invalid_token"}, status_code=401)
        facts = granted.persona.userinfo(granted.scopes)
        if Fault.OTHER_SUB_IN_USERINFO in self.faults:
            facts["sub"] = "somebody-else"
        return JSONResponse(facts)

    def _id_token(self, granted: _Granted) -> str:
        now = int(self.clock())
        claims = {
            "iss": self.issuer,
            "sub": granted.persona.sub,
            "aud": self.client_id,
            "iat": now,
            "exp": now + TOKEN_SECONDS,
            "auth_time": now,
            "jti": secrets.token_urlsafe(16),
        }
        if granted.nonce is not None:
            claims["nonce"] = granted.nonce
        return sign(claims, self.key, self.faults)

    def _check(self, question: Mapping[str, str]) -> Response | None:
        """What is wrong with an authorization request, as its answer; None when all is well."""
        known = question["client_id"] == self.client_id
        if not known or question["redirect_uri"] not in self.redirect_uris:
            # No redirect: the address is not known to be the client's.
            why = "client_id か redirect_uri が登録と違います。"
            return HTMLResponse(page.refusal(why), status_code=400, headers=page.HEADERS)
        if question["response_type"] != "code":
            return _back(question, error="unsupported_response_type")
        if "openid" not in question["scope"].split():
            return _back(question, error="invalid_scope")
        if question["code_challenge"] and question["code_challenge_method"] != "S256":
            return _back(question, error="invalid_request")
        return None

    def _is_client(self, request: Request) -> bool:
        scheme, _, coded = request.headers.get("Authorization", "").partition(" ")
        try:
            name, _, secret = base64.b64decode(coded, validate=True).decode().partition(":")
        except (binascii.Error, UnicodeDecodeError):
            return False
        same = hmac.compare_digest(secret.encode(), self.client_secret.encode())
        return scheme.lower() == "basic" and name == self.client_id and same

    def _forget(self) -> None:
        now = self.clock()
        for kept, life in ((self.codes, CODE_SECONDS), (self.tokens, TOKEN_SECONDS)):
            for key in [key for key, granted in kept.items() if now - granted.made_at > life]:
                del kept[key]


def create_stand_in(
    *,
    issuer: str,
    client_id: str,
    client_secret: str,
    redirect_uris: Collection[str],
    personas: Callable[[], Mapping[str, Persona]],
    faults: Collection[Fault] = (),
    clock: Callable[[], float] = time.time,
) -> Starlette:
    """The stand-in as an ASGI application, to be mounted at the path of `issuer`.

    `personas` is asked at each use, so that a changed file counts at once; `faults` are for tests.
    """
    provider = StandIn(
        issuer, client_id, client_secret, redirect_uris, personas, frozenset(faults), clock
    )
    return Starlette(
        routes=[
            Route("/.well-known/openid-configuration", provider.discovery),
            Route("/authorize", provider.ask, methods=["GET"]),
            Route("/authorize", provider.choose, methods=["POST"]),
            Route("/token", provider.token, methods=["POST"]),
            Route("/userinfo", provider.userinfo),
            Route("/keys", provider.keys),
        ]
    )


def _fits(granted: _Granted, verifier: str) -> bool:
    if granted.challenge is None:
        return True
    digest = hashlib.sha256(verifier.encode()).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode() == granted.challenge


def _back(question: Mapping[str, str], **answer: str) -> Response:
    address = question["redirect_uri"]
    parameters = urlencode({**answer, "state": question["state"]})
    joined = f"{address}{'&' if urlsplit(address).query else '?'}{parameters}"
    return RedirectResponse(joined, status_code=303)
