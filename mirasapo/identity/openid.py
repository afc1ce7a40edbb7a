"""An OpenID relying party: authorization code flow with PKCE, nothing believed unchecked.

The issuer is configuration and compared exactly; keys and endpoints come from its discovery
document. Source of the checks: OpenID Connect Core 1.0 §3.1.3.7, RFC 7636, RFC 9207, ASVS V10.5.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import logging
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlencode, urlsplit

import httpx
from joserfc import jws, jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet, RSAKey

from mirasapo.errors import NotSignedIn, Upstream

if TYPE_CHECKING:
    import ssl
    from collections.abc import Mapping
    from datetime import datetime

log = logging.getLogger(__name__)

ALGORITHM: Final = "RS256"
LEEWAY_SECONDS: Final = 30  # of the provider's clock against ours
LONGEST_SIGN_IN_SECONDS: Final = 600
_TIMEOUT: Final = httpx.Timeout(10.0)
_LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True)
class Registration:
    """What the provider and we agreed on; `issuer` is compared character by character."""

    issuer: str
    client_id: str
    client_secret: str
    redirect_uri: str
    scope: str


@dataclass(frozen=True, slots=True)
class Signed:
    """What the provider says of a person: `sub` of the ID token, the attributes of userinfo."""

    issuer: str
    sub: str
    userinfo: Mapping[str, Any]


class RelyingParty:
    """Signs people in at one provider; `transport` replaces the network in tests.

    Discovery document and keys are fetched when first needed; the keys again whenever a token
    names a key that is not among them.
    """

    def __init__(
        self, registration: Registration, transport: httpx.AsyncBaseTransport | None = None
    ) -> None:
        self._registration = registration
        self._transport = transport
        self._metadata: dict[str, Any] | None = None
        self._keys: KeySet | None = None

    async def authorize_url(self, state: str, nonce: str, code_verifier: str) -> str:
        """Where to send the browser. Raises Upstream when the provider does not answer well."""
        endpoint = await self._endpoint("authorization_endpoint")
        challenge = hashlib.sha256(code_verifier.encode()).digest()
        question = {
            "response_type": "code",
            "client_id": self._registration.client_id,
            "redirect_uri": self._registration.redirect_uri,
            "scope": self._registration.scope,
            "state": state,
            "nonce": nonce,
            "code_challenge": base64.urlsafe_b64encode(challenge).rstrip(b"=").decode(),
            "code_challenge_method": "S256",
        }
        return f"{endpoint}{'&' if urlsplit(endpoint).query else '?'}{urlencode(question)}"

    async def check_issuer_parameter(self, iss: str | None) -> None:
        """Refuse a callback that another provider sent (RFC 9207 `iss`).

        Raises NotSignedIn when `iss` is another issuer, or absent though the provider promises it.
        """
        metadata = await self._discover()
        promised = metadata.get("authorization_response_iss_parameter_supported") is True
        if iss != self._registration.issuer and (iss is not None or promised):
            raise refused("iss_parameter")

    async def identify(self, code: str, nonce: str, code_verifier: str, moment: datetime) -> Signed:
        """Exchange the code, check the ID token, read userinfo.

        Raises NotSignedIn for an answer that does not hold, Upstream when none comes.
        """
        answer = await self._exchange(code, code_verifier)
        id_token, access_token = answer.get("id_token"), answer.get("access_token")
        if not isinstance(id_token, str) or not isinstance(access_token, str):
            # The libraries skip every check silently when the ID token is absent.
            raise refused("no_id_token")
        claims = await self._claims(id_token)
        self._check(claims, nonce, int(moment.timestamp()))
        userinfo = await self._userinfo(access_token)
        if userinfo.get("sub") != claims["sub"]:
            raise refused("other_sub")
        return Signed(self._registration.issuer, claims["sub"], userinfo)

    async def _claims(self, id_token: str) -> dict[str, Any]:
        """The claims of an ID token whose signature holds: RS256 by a key of the provider."""
        try:
            header = jws.extract_compact(id_token.encode()).headers()
            if header.get("alg") != ALGORITHM:
                raise refused("alg")
            key = await self._key(header.get("kid"))
            return jwt.decode(id_token, key, algorithms=[ALGORITHM]).claims
        except (JoseError, ValueError) as fault:
            raise refused("signature") from fault

    def _check(self, claims: dict[str, Any], nonce: str, now: int) -> None:
        times = jwt.JWTClaimsRegistry(
            now=now,
            leeway=LEEWAY_SECONDS,
            iss={"essential": True, "value": self._registration.issuer},
            sub={"essential": True},
            aud={"essential": True},
            exp={"essential": True},
            iat={"essential": True},
        )
        try:
            times.validate(claims)
        except JoseError as fault:
            raise refused("claims") from fault
        client_id = self._registration.client_id
        # The library accepts a list of which one element is ours; we are the only audience or none.
        if claims["aud"] not in (client_id, [client_id]):
            raise refused("aud")
        if claims.get("azp", client_id) != client_id:
            raise refused("azp")
        if claims["iat"] < now - LONGEST_SIGN_IN_SECONDS:
            raise refused("iat")
        given = claims.get("nonce")
        if not isinstance(given, str) or not hmac.compare_digest(given.encode(), nonce.encode()):
            raise refused("nonce")

    async def _key(self, kid: str | None) -> RSAKey:
        """The provider's RSA key of this id; fetched again when it is not known yet."""
        if self._keys is None or _pick(self._keys, kid) is None:
            document = await self._get(await self._endpoint("jwks_uri"))
            try:
                self._keys = KeySet.import_key_set({"keys": document["keys"]})
            except (JoseError, KeyError, TypeError, ValueError) as fault:
                raise unreadable("鍵の一覧が読めません。") from fault
        key = _pick(self._keys, kid)
        if key is None:
            raise refused("kid")
        return key

    async def _exchange(self, code: str, code_verifier: str) -> dict[str, Any]:
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": self._registration.redirect_uri,
            "code_verifier": code_verifier,
        }
        who = httpx.BasicAuth(self._registration.client_id, self._registration.client_secret)
        endpoint = await self._endpoint("token_endpoint")
        answer = await self._send("POST", endpoint, data=form, auth=who)
        if answer.status_code in (400, 401):
            raise refused("code")
        return _document(answer)

    async def _userinfo(self, access_token: str) -> dict[str, Any]:
        endpoint = await self._endpoint("userinfo_endpoint")
        return await self._get(endpoint, {"Authorization": f"Bearer {access_token}"})

    async def _discover(self) -> dict[str, Any]:
        if self._metadata is None:
            issuer = self._registration.issuer
            found = await self._get(f"{issuer.rstrip('/')}/.well-known/openid-configuration")
            # With or without the slash at its end: another issuer is another issuer.
            if found.get("issuer") != issuer:
                raise unreadable("発行者の名前が設定と一致しません。")
            self._metadata = found
        return self._metadata

    async def _endpoint(self, name: str) -> str:
        address = (await self._discover()).get(name)
        parts = urlsplit(address if isinstance(address, str) else "")
        if parts.scheme != "https" and parts.hostname not in _LOOPBACK:
            raise unreadable("接続先の一覧に、安全でない接続先があります。")
        return str(address)

    async def _get(self, address: str, headers: dict[str, str] | None = None) -> dict[str, Any]:
        return _document(await self._send("GET", address, headers=headers))

    async def _send(self, method: str, address: str, **question: Any) -> httpx.Response:
        # A proxy of the environment is for providers elsewhere, not for the stand-in beside us.
        elsewhere = urlsplit(address).hostname not in _LOOPBACK
        try:
            async with httpx.AsyncClient(
                transport=self._transport,
                timeout=_TIMEOUT,
                verify=self._trusted,
                trust_env=elsewhere,
            ) as client:
                return await client.request(method, address, follow_redirects=False, **question)
        except httpx.HTTPError as fault:
            raise unreadable("応答がありません。") from fault

    @cached_property
    def _trusted(self) -> ssl.SSLContext:
        """The authorities that are trusted, read once: it takes longer than a request."""
        return httpx.create_ssl_context()


def _pick(keys: KeySet, kid: str | None) -> RSAKey | None:
    usable = [key for key in keys.keys if isinstance(key, RSAKey)]
    if kid is None:
        return usable[0] if len(usable) == 1 else None
    return next((key for key in usable if key.kid == kid), None)


def _document(answer: httpx.Response) -> dict[str, Any]:
    if answer.status_code != httpx.codes.OK:
        raise unreadable(f"状態 {answer.status_code} が返りました。")
    try:
        document = answer.json()
    except ValueError as fault:
        raise unreadable("応答が JSON ではありません。") from fault
    if not isinstance(document, dict):
        raise unreadable("応答の形が違います。")
    return document


def refused(check: str) -> NotSignedIn:
    """The refusal of an answer that does not hold; which check it failed goes to the log only."""
    log.warning("openid answer refused", extra={"check": check})
    return NotSignedIn(
        "サインインできませんでした。",
        "GビズIDからの応答を確認できませんでした。",
        "サインインの画面から、もう一度始めてください。",
    )


def unreadable(why: str) -> Upstream:
    """The refusal when the provider does not answer, or not well."""
    return Upstream(
        "GビズIDに接続できませんでした。",
        why,
        "しばらく待ってから、もう一度お試しください。",
    )
