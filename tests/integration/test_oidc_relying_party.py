"""The relying party against the stand-in, in process: what it accepts and all that it refuses."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlsplit

import httpx
import pytest
from joserfc import jwt
from joserfc.jwk import ECKey, OctKey, RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Mount

from mirasapo.errors import MirasapoError, NotAllowed, NotSignedIn, Upstream
from mirasapo.identity import gbizid
from mirasapo.identity.openid import Registration, RelyingParty, Signed
from mirasapo.identity.stand_in import Fault, create_stand_in
from mirasapo.identity.stand_in.personas import DEFAULTS

ISSUER = "http://localhost/stand-in/gbizid/"
NOON = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)
REGISTRATION = Registration(
    issuer=ISSUER,
    client_id="mirasapo-connect",
    client_secret="the secret",
    redirect_uri="http://localhost/auth/gbizid/callback",
    scope="openid profile",
)
VERIFIER = "a-verifier-of-at-least-43-characters-as-the-rfc-asks"


def stand_in(*faults: Fault, clock: Callable[[], float] = NOON.timestamp) -> Starlette:
    provider = create_stand_in(
        issuer=ISSUER,
        client_id=REGISTRATION.client_id,
        client_secret=REGISTRATION.client_secret,
        redirect_uris=[REGISTRATION.redirect_uri],
        personas=lambda: DEFAULTS,
        faults=faults,
        clock=clock,
    )
    return Starlette(routes=[Mount("/stand-in/gbizid", provider)])


@dataclass
class Visit:
    """A relying party, its provider, and a visitor who chooses a persona."""

    app: Starlette
    registration: Registration = REGISTRATION

    def __post_init__(self) -> None:
        self.transport = httpx.ASGITransport(self.app)
        self.party = RelyingParty(self.registration, self.transport)

    async def code(self, persona: str = "prime", nonce: str = "the nonce") -> str:
        address = await self.party.authorize_url("the state", nonce, VERIFIER)
        question = dict(parse_qsl(urlsplit(address).query))
        async with httpx.AsyncClient(transport=self.transport) as browser:
            page = await browser.get(address)
            assert page.status_code == 200
            chosen = {**question, "persona": persona}
            answer = await browser.post(address.partition("?")[0], data=chosen)
        back = parse_qs(urlsplit(answer.headers["location"]).query)
        assert back["state"] == ["the state"]
        return back["code"][0]

    async def sign_in(
        self, persona: str = "prime", *, nonce: str = "the nonce", moment: datetime = NOON
    ) -> Signed:
        code = await self.code(persona, nonce="the nonce")
        return await self.party.identify(code, nonce, VERIFIER, moment)


def refusal(work: Coroutine[Any, Any, object]) -> MirasapoError:
    with pytest.raises(MirasapoError) as caught:
        asyncio.run(work)
    return caught.value


def test_a_prime_account_signs_in() -> None:
    signed = asyncio.run(Visit(stand_in()).sign_in())
    assert (signed.issuer, signed.sub) == (ISSUER, "stand-in-prime")
    who = gbizid.business_identity(signed)
    assert who.corporate_number == DEFAULTS["prime"].corporate_number
    assert who.sole_proprietor_key is None
    assert who.display_name == "架空製作所株式会社"


def test_a_sole_proprietor_has_a_key_and_no_corporate_number() -> None:
    who = gbizid.business_identity(asyncio.run(Visit(stand_in()).sign_in("sole_proprietor")))
    assert who.corporate_number is None
    assert who.sole_proprietor_key == DEFAULTS["sole_proprietor"].corporate_number


@pytest.mark.parametrize(
    ("persona", "kind"), [("entry", "GビズIDエントリー"), ("member", "GビズIDメンバー")]
)
def test_other_kinds_of_account_are_told_why(persona: str, kind: str) -> None:
    signed = asyncio.run(Visit(stand_in()).sign_in(persona))
    with pytest.raises(NotAllowed) as caught:
        gbizid.business_identity(signed)
    assert kind in caught.value.why
    assert "プライムだけ" in caught.value.why
    assert caught.value.next_step


@pytest.mark.parametrize(
    "facts",
    [
        {"account_type": None},
        {"account_type": "9"},
    ],
)
def test_an_unknown_kind_of_account_is_refused(facts: dict[str, str]) -> None:
    userinfo = {**DEFAULTS["prime"].userinfo(frozenset({"profile"})), **facts}
    with pytest.raises(NotAllowed):
        gbizid.business_identity(Signed(ISSUER, "x", userinfo))


@pytest.mark.parametrize(
    "facts",
    [
        {"corporate_number": None},
        {"corporate_number": ""},
        {"corporate_number": "1999901000001"},
        {"corporate_number": "７９９９９０１００００００１"},
        {"corp_type": "9"},
        {"name": None},
    ],
)
def test_a_business_that_cannot_be_told_for_certain_is_refused(facts: dict[str, str]) -> None:
    userinfo = {**DEFAULTS["prime"].userinfo(frozenset({"profile"})), **facts}
    with pytest.raises(Upstream):
        gbizid.business_identity(Signed(ISSUER, "x", userinfo))


# ── the thirteen hostile answers ──────────────────────────────────────────────────────────────


@pytest.mark.parametrize("fault", Fault)
def test_a_hostile_answer_is_refused(fault: Fault, caplog: pytest.LogCaptureFixture) -> None:
    assert isinstance(refusal(Visit(stand_in(fault)).sign_in()), NotSignedIn)
    # the log names the check, and holds nothing of the answer
    record = caplog.records[-1]
    assert record.getMessage() == "openid answer refused"
    assert record.check in {
        "alg", "aud", "azp", "claims", "iat", "no_id_token", "nonce", "other_sub", "signature",
    }  # fmt: skip


def test_there_are_thirteen() -> None:
    assert len(Fault) == 13


@pytest.mark.parametrize(
    ("fault", "check"),
    [
        (Fault.OTHER_ISSUER, "claims"),
        (Fault.OTHER_AUDIENCE, "aud"),
        (Fault.OTHER_AUDIENCE_OUR_AZP, "aud"),
        (Fault.SECOND_AUDIENCE, "aud"),
        (Fault.EXPIRED, "claims"),
        (Fault.ISSUED_IN_FUTURE, "claims"),
        (Fault.OTHER_NONCE, "nonce"),
        (Fault.NO_NONCE, "nonce"),
        (Fault.OTHER_KEY, "signature"),
        (Fault.ALG_NONE, "alg"),
        (Fault.HS256_WITH_PUBLIC_KEY, "alg"),
        (Fault.NO_ID_TOKEN, "no_id_token"),
        (Fault.OTHER_SUB_IN_USERINFO, "other_sub"),
    ],
)
def test_each_is_refused_for_its_own_reason(
    fault: Fault, check: str, caplog: pytest.LogCaptureFixture
) -> None:
    refusal(Visit(stand_in(fault)).sign_in())
    assert caplog.records[-1].check == check


# ── further cases ─────────────────────────────────────────────────────────────────────────────


def test_a_code_works_once() -> None:
    async def twice() -> None:
        visit = Visit(stand_in())
        code = await visit.code()
        await visit.party.identify(code, "the nonce", VERIFIER, NOON)
        await visit.party.identify(code, "the nonce", VERIFIER, NOON)

    assert isinstance(refusal(twice()), NotSignedIn)


def test_a_code_is_good_for_five_minutes() -> None:
    times = [NOON.timestamp(), NOON.timestamp() + 301]

    async def late() -> None:
        visit = Visit(stand_in(clock=lambda: times[0]))
        code = await visit.code()
        times.pop(0)
        await visit.party.identify(code, "the nonce", VERIFIER, NOON + timedelta(seconds=301))

    assert isinstance(refusal(late()), NotSignedIn)


def test_a_code_without_its_verifier_is_worthless() -> None:
    async def stolen() -> None:
        visit = Visit(stand_in())
        code = await visit.code()
        await visit.party.identify(code, "the nonce", "another verifier", NOON)

    assert isinstance(refusal(stolen()), NotSignedIn)


def test_a_wrong_client_secret_is_refused() -> None:
    visit = Visit(stand_in(), replace(REGISTRATION, client_secret="wrong"))
    assert isinstance(refusal(visit.sign_in()), NotSignedIn)


def test_an_id_token_from_long_ago_is_refused(caplog: pytest.LogCaptureFixture) -> None:
    late = NOON + timedelta(minutes=11)
    assert isinstance(refusal(Visit(stand_in()).sign_in(moment=late)), NotSignedIn)
    assert caplog.records[-1].check == "iat"


@pytest.mark.parametrize("issuer", [ISSUER.rstrip("/"), ISSUER + "/", ISSUER.upper()])
def test_the_issuer_is_compared_character_by_character(issuer: str) -> None:
    app = stand_in()
    visit = Visit(app, replace(REGISTRATION, issuer=issuer))
    visit.party._transport = _lower_case(app)
    assert isinstance(refusal(visit.sign_in()), Upstream)


def _lower_case(app: Starlette) -> httpx.ASGITransport:
    """A provider that answers under any spelling of its address."""

    async def spelled(scope: Any, receive: Any, send: Any) -> None:
        path = scope["path"].lower().replace("//", "/")
        await app({**scope, "path": path, "raw_path": path.encode()}, receive, send)

    return httpx.ASGITransport(spelled)


@pytest.mark.parametrize(
    ("iss", "accepted"),
    [(None, True), (ISSUER, True), ("https://other.example/", False), ("", False)],
)
def test_the_iss_parameter_of_a_callback(iss: str | None, accepted: bool) -> None:
    work = Visit(stand_in()).party.check_issuer_parameter(iss)
    if accepted:
        asyncio.run(work)
    else:
        assert isinstance(refusal(work), NotSignedIn)


class Provider:
    """A provider of which a test replaces one answer."""

    def __init__(self, **changed: Callable[[Request], Response]) -> None:
        self.app = stand_in()
        self.changed = changed
        self.asked: list[str] = []

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        name = scope["path"].rsplit("/", 1)[-1].replace("-", "_")
        self.asked.append(name)
        if name in self.changed:
            await self.changed[name](Request(scope, receive))(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def metadata(**changed: object) -> Callable[[Request], Response]:
    names = ("authorize", "token", "userinfo", "keys")
    fields = ("authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri")
    known = {"issuer": ISSUER, **{f: ISSUER + n for f, n in zip(fields, names, strict=True)}}
    return lambda _request: JSONResponse({**known, **changed})


def test_a_promised_iss_parameter_must_come() -> None:
    promise = metadata(authorization_response_iss_parameter_supported=True)
    party = Visit(Provider(openid_configuration=promise)).party
    asyncio.run(party.check_issuer_parameter(ISSUER))
    assert isinstance(refusal(party.check_issuer_parameter(None)), NotSignedIn)


@pytest.mark.parametrize(
    "changed",
    [
        {"openid_configuration": metadata(issuer="https://other.example/")},
        {"openid_configuration": metadata(token_endpoint="http://far.example/token")},
        {"openid_configuration": metadata(token_endpoint=None)},
        {"openid_configuration": lambda _: JSONResponse(["no", "object"])},
        {"openid_configuration": lambda _: PlainTextResponse("<html>")},
        {"openid_configuration": lambda _: PlainTextResponse("down", 503)},
        {"token": lambda _: PlainTextResponse("down", 500)},
        {"keys": lambda _: JSONResponse({"no": "keys"})},
        {"keys": lambda _: JSONResponse({"keys": ["no key"]})},
        {"userinfo": lambda _: PlainTextResponse("a.signed.jwt")},
    ],
)
def test_a_provider_that_does_not_answer_well(changed: dict[str, Any]) -> None:
    error = refusal(Visit(Provider(**changed)).sign_in())
    assert isinstance(error, Upstream)
    assert error.what == "GビズIDに接続できませんでした。"


def test_a_provider_that_cannot_be_reached() -> None:
    async def nobody(_scope: object, _receive: object, _send: object) -> None:
        raise httpx.ConnectError("refused")

    assert isinstance(refusal(Visit(nobody).sign_in()), Upstream)


def test_new_keys_are_fetched_when_a_token_names_one() -> None:
    """The provider rotates its key between two sign-ins."""

    async def rotated() -> tuple[Signed, int]:
        provider = Provider()
        visit = Visit(provider)
        await visit.sign_in()
        await visit.sign_in()
        before = provider.asked.count("keys")
        provider.app = stand_in()  # another key
        signed = await visit.sign_in()
        return signed, provider.asked.count("keys") - before + 10 * before

    signed, asked = asyncio.run(rotated())
    assert signed.sub == "stand-in-prime"
    assert asked == 11  # once for two sign-ins, once more for the new key


def test_only_rsa_keys_count() -> None:
    keys = [
        ECKey.generate_key("P-256", {"kid": "k"}).as_dict(private=False),
        OctKey.generate_key(256, {"kid": "k"}).as_dict(),
        RSAKey.generate_key(2048, {"kid": "another"}).as_dict(private=False),
    ]
    provider = Provider(keys=lambda _: JSONResponse({"keys": keys}))
    assert isinstance(refusal(Visit(provider).sign_in()), NotSignedIn)


@pytest.mark.parametrize(
    ("changed", "accepted"),
    [
        ({}, True),
        ({"azp": REGISTRATION.client_id}, True),
        ({"azp": "another-client"}, False),
        ({"azp": None}, False),
        ({"aud": [REGISTRATION.client_id]}, True),
        ({"aud": [REGISTRATION.client_id, "another"], "azp": REGISTRATION.client_id}, False),
        ({"sub": ""}, False),
        ({"sub": 7}, False),
        ({"iat": "now"}, False),
        ({"nbf": int(NOON.timestamp()) + 3600}, False),
    ],
)
def test_claims_of_other_providers(changed: dict[str, Any], accepted: bool) -> None:
    """What the stand-in never says, rightly signed."""
    key = RSAKey.generate_key(2048, {"kid": "k"})
    now = int(NOON.timestamp())
    claims = {
        "iss": ISSUER,
        "sub": "stand-in-prime",
        "aud": REGISTRATION.client_id,
        "iat": now,
        "exp": now + 60,
        "nonce": "the nonce",
        **changed,
    }
    token = jwt.encode({"alg": "RS256", "kid": "k"}, claims, key, algorithms=["RS256"])
    provider = Provider(
        keys=lambda _: JSONResponse({"keys": [key.as_dict(private=False)]}),
        token=lambda _: JSONResponse({"id_token": token, "access_token": "a"}),
        userinfo=lambda _: JSONResponse({"sub": claims["sub"]}),
    )
    if accepted:
        assert asyncio.run(Visit(provider).sign_in()).sub == "stand-in-prime"
    else:
        assert isinstance(refusal(Visit(provider).sign_in()), NotSignedIn)
