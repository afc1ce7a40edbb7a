"""OAuth clients on a real PostgreSQL: secrets, scopes, tokens, and tokens that are not ours."""

from __future__ import annotations

import base64
import json
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from joserfc import jwt
from joserfc.jwk import ECKey
from sqlalchemy import select, update

from mirasapo.app.root import Platform
from mirasapo.errors import BadInput, Conflict, NotReady, NotSignedIn
from mirasapo.identity import clients
from mirasapo.identity.clients import Client, TokenKey
from mirasapo.store.tables import client

NOON = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)
ISSUER = "https://connect.example"


@pytest.fixture
def registered(platform: Platform) -> tuple[str, str]:
    client_id = f"restructuring-{uuid4()}"
    with platform.databases.gateway.begin() as conn:
        secret = clients.register(
            conn,
            client_id=client_id,
            name="事業再構築補助金 申請システム",
            kind="programme_system",
            programmes=["04", "05"],
            scopes=["filings:write"],
        )
    return client_id, secret


@pytest.fixture
def signer(tmp_path: Path) -> TokenKey:
    return clients.load_key(tmp_path, ISSUER)


def sign_in(platform: Platform, client_id: str, secret: str) -> Client:
    with platform.databases.gateway.connect() as conn:
        return clients.authenticate(clients.find(conn, client_id), secret)


def verify(platform: Platform, signer: TokenKey, token: str, moment: datetime = NOON) -> Client:
    with platform.databases.gateway.connect() as conn:
        return clients.verify_token(conn, signer, token, moment)


def test_a_client_has_a_scope_per_programme(platform: Platform, registered) -> None:
    who = sign_in(platform, *registered)
    assert who.scopes == {"filings:write:04", "filings:write:05"}
    assert who.may_write("04")
    assert not who.may_write("03")


def test_the_secret_is_kept_as_argon2id_only(platform: Platform, registered) -> None:
    client_id, secret = registered
    with platform.databases.gateway.connect() as conn:
        row = conn.execute(select(client).where(client.c.client_id == client_id)).one()
    assert row.secret_hash.startswith("$argon2id$")
    assert secret not in str(row)


def test_wrong_secret_unknown_and_closed_client_get_the_same_answer(
    platform: Platform, registered
) -> None:
    client_id, secret = registered
    said = []
    for name, given in ((client_id, "wrong"), ("unknown", secret), ("", "")):
        with pytest.raises(NotSignedIn) as caught:
            sign_in(platform, name, given)
        said.append(caught.value.sentence)
    with platform.databases.gateway.begin() as conn:
        conn.execute(update(client).where(client.c.client_id == client_id).values(closed_at=NOON))
    with pytest.raises(NotSignedIn) as caught:
        sign_in(platform, client_id, secret)
    assert {*said, caught.value.sentence} == {said[0]}


def test_scopes_may_be_fewer_never_more(platform: Platform, registered) -> None:
    who = sign_in(platform, *registered)
    assert clients.grant_scopes(who, None) == who.scopes
    assert clients.grant_scopes(who, "filings:write:04") == {"filings:write:04"}
    for asked in ("filings:write:03", "filings:write", "filings:write:04 businesses:read"):
        with pytest.raises(BadInput):
            clients.grant_scopes(who, asked)


def test_a_token_names_its_client_and_its_scopes(platform: Platform, registered, signer) -> None:
    who = sign_in(platform, *registered)
    token = clients.issue_token(signer, who, frozenset({"filings:write:05"}), NOON)
    bearer = verify(platform, signer, token)
    assert bearer.client_id == registered[0]
    assert bearer.scopes == {"filings:write:05"}
    header = json.loads(base64.urlsafe_b64decode(token.split(".")[0] + "=="))
    assert (header["typ"], header["alg"]) == ("at+jwt", "ES256")


def test_a_token_lasts_ten_minutes(platform: Platform, registered, signer) -> None:
    who = sign_in(platform, *registered)
    token = clients.issue_token(signer, who, who.scopes, NOON)
    assert verify(platform, signer, token, NOON + timedelta(minutes=9))
    with pytest.raises(NotSignedIn):
        verify(platform, signer, token, NOON + timedelta(minutes=10))


def test_a_closed_client_is_out_at_once(platform: Platform, registered, signer) -> None:
    who = sign_in(platform, *registered)
    token = clients.issue_token(signer, who, who.scopes, NOON)
    with platform.databases.gateway.begin() as conn:
        conn.execute(
            update(client).where(client.c.client_id == who.client_id).values(closed_at=NOON)
        )
    with pytest.raises(NotSignedIn):
        verify(platform, signer, token)


def test_a_programme_taken_away_is_gone_from_tokens_too(
    platform: Platform, registered, signer
) -> None:
    who = sign_in(platform, *registered)
    token = clients.issue_token(signer, who, who.scopes, NOON)
    with platform.databases.gateway.begin() as conn:
        conn.execute(
            update(client).where(client.c.client_id == who.client_id).values(programmes=["05"])
        )
    assert verify(platform, signer, token).scopes == {"filings:write:05"}


def _forged(signer: TokenKey, who: Client, **changed: object) -> str:
    key = changed.pop("key", signer.key)
    header = {"alg": "ES256", "typ": changed.pop("typ", "at+jwt")}
    now = int(NOON.timestamp())
    claims = {
        "iss": ISSUER,
        "aud": f"{ISSUER}/api",
        "sub": who.client_id,
        "exp": now + 600,
        "scope": " ".join(who.scopes),
    }
    return jwt.encode(header, {**claims, **changed}, key, algorithms=["ES256"])


def test_the_forger_of_these_tests_can_make_a_good_one(
    platform: Platform, registered, signer
) -> None:
    who = sign_in(platform, *registered)
    assert verify(platform, signer, _forged(signer, who)).scopes == who.scopes


@pytest.mark.parametrize(
    "changed",
    [
        {"iss": "https://other.example"},
        {"aud": "https://other.example/api"},
        {"typ": "JWT"},
        {"sub": "unknown"},
        {"exp": None},
        {"scope": None},
        {"key": ECKey.generate_key("P-256", private=True)},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_tokens_that_are_not_ours(platform: Platform, registered, signer, changed) -> None:
    who = sign_in(platform, *registered)
    with pytest.raises(NotSignedIn):
        verify(platform, signer, _forged(signer, who, **changed))


@pytest.mark.parametrize("token", ["a.b.c", "..", "e30.e30.", "not a token"])
def test_what_is_no_token_at_all(platform: Platform, signer, token: str) -> None:
    with pytest.raises(NotSignedIn):
        verify(platform, signer, token)


def test_alg_none_is_refused(platform: Platform, registered, signer) -> None:
    who = sign_in(platform, *registered)
    _, claims, _ = _forged(signer, who).split(".")
    header = base64.urlsafe_b64encode(b'{"alg":"none","typ":"at+jwt"}').rstrip(b"=").decode()
    with pytest.raises(NotSignedIn):
        verify(platform, signer, f"{header}.{claims}.")


def test_an_id_is_given_once_and_kinds_are_known(platform: Platform, registered) -> None:
    facts = {"name": "x", "kind": "programme_system", "programmes": [], "scopes": []}
    with platform.databases.gateway.begin() as conn:
        with pytest.raises(Conflict):
            clients.register(conn, client_id=registered[0], **facts)
        with pytest.raises(BadInput):
            clients.register(conn, client_id="new", **(facts | {"kind": "person"}))
        with pytest.raises(BadInput):
            clients.register(conn, client_id="new", **(facts | {"scopes": ["everything"]}))


def test_the_key_is_made_once_and_is_the_owners_alone(tmp_path: Path) -> None:
    first, second = clients.load_key(tmp_path, ISSUER), clients.load_key(tmp_path, ISSUER)
    assert first.key.as_dict(private=True) == second.key.as_dict(private=True)
    path = tmp_path / "token_key.json"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [each.name for each in tmp_path.iterdir()] == ["token_key.json"]


def test_a_broken_key_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / "token_key.json").write_text("{")
    with pytest.raises(NotReady, match="読めません"):
        clients.load_key(tmp_path, ISSUER)
