"""OAuth 2.0 clients: programme systems and private services; no person behind them.

Client credentials buy a token of minutes: `at+jwt` (RFC 9068), ES256, by a key that lies 0600 in
the home. The token names its client; what the client may still do is read anew at every use.
"""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import ECKey
from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from mirasapo.errors import BadInput, Conflict, NotReady, NotSignedIn
from mirasapo.identity.permissions import SCOPES
from mirasapo.identity.secrets_at_rest import hash_password, password_matches, random_token
from mirasapo.store.tables import client

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from sqlalchemy import Connection, Row

KINDS: Final = ("private_service", "programme_system")
LIFETIME: Final = timedelta(minutes=10)
ALGORITHM: Final = "ES256"
TYPE: Final = "at+jwt"


@dataclass(frozen=True, slots=True)
class Client:
    """A system that may call; `scopes` are those of its token, or all when it asks for one."""

    client_id: str
    name: str
    kind: str
    programmes: frozenset[str]
    scopes: frozenset[str]

    def may_write(self, programme: str) -> bool:
        """Whether it may send filings of this programme."""
        return f"filings:write:{programme}" in self.scopes


@dataclass(frozen=True, slots=True)
class TokenKey:
    """Signs and checks the tokens; `issuer` is the platform's own address."""

    key: ECKey
    issuer: str

    @property
    def audience(self) -> str:
        """The API: a token for it is good for nothing else."""
        return f"{self.issuer}/api"


def register(
    conn: Connection,
    *,
    client_id: str,
    name: str,
    kind: str,
    programmes: Collection[str],
    scopes: Collection[str],
) -> str:
    """Register a client and give its secret, which is shown this once only.

    Raises BadInput for an unknown kind or scope, Conflict when the id is taken.
    """
    if kind not in KINDS or not set(scopes) <= set(SCOPES):
        raise BadInput(
            "システムを登録できません。",
            f"種類は {'、'.join(KINDS)}、範囲は {'、'.join(SCOPES)} から選びます。",
            "値を確かめてください。",
        )
    secret = random_token()
    row = {
        "client_id": client_id,
        "name": name,
        "secret_hash": hash_password(secret),
        "kind": kind,
        "programmes": sorted(programmes),
        "scopes": sorted(scopes),
    }
    try:
        with conn.begin_nested():
            conn.execute(insert(client).values(row))
    except IntegrityError:
        raise Conflict(
            "システムを登録できませんでした。",
            "同じ client_id がすでに使われています。",
            "別の client_id にしてください。",
        ) from None
    return secret


def find(conn: Connection, client_id: str) -> tuple[Client, str] | None:
    """The client of this id with its secret's hash; None when unknown or closed."""
    row = conn.execute(
        select(client).where(client.c.client_id == client_id, client.c.closed_at.is_(None))
    ).one_or_none()
    return None if row is None else (_from_row(row), row.secret_hash)


def authenticate(found: tuple[Client, str] | None, secret: str) -> Client:
    """The client, when the secret is its own.

    Raises NotSignedIn, in the same words for an unknown client and a wrong secret.
    """
    if not password_matches(secret, found[1] if found else None) or found is None:
        raise NotSignedIn(
            "システムを確認できませんでした。",
            "client_id か client_secret が違うか、登録が終了しています。",
            "登録の内容を確かめてください。",
        )
    return found[0]


def grant_scopes(who: Client, asked: str | None) -> frozenset[str]:
    """The scopes of a new token: all of the client's, or those of them that were asked for.

    Raises BadInput when one was asked for that the client does not have.
    """
    wanted = frozenset((asked or "").split()) or who.scopes
    if not wanted <= who.scopes:
        raise BadInput(
            "この範囲の許可は出せません。",
            "登録にない scope が含まれています。",
            "登録された範囲の scope を指定してください。",
        )
    return wanted


def issue_token(signer: TokenKey, who: Client, scopes: frozenset[str], moment: datetime) -> str:
    """A signed token of LIFETIME for these scopes."""
    now = int(moment.timestamp())
    claims: dict[str, Any] = {
        "iss": signer.issuer,
        "aud": signer.audience,
        "sub": who.client_id,
        "client_id": who.client_id,
        "iat": now,
        "exp": now + int(LIFETIME.total_seconds()),
        "jti": random_token(),
        "scope": " ".join(sorted(scopes)),
    }
    header = {"alg": ALGORITHM, "typ": TYPE, "kid": signer.key.kid}
    return jwt.encode(header, claims, signer.key, algorithms=[ALGORITHM])


def verify_token(conn: Connection, signer: TokenKey, token: str, moment: datetime) -> Client:
    """The client of a token, with the scopes of the token that it still has.

    Raises NotSignedIn for a token that is not ours, too old, or of a client that was closed.
    """
    registry = jwt.JWTClaimsRegistry(
        now=int(moment.timestamp()),
        iss={"essential": True, "value": signer.issuer},
        aud={"essential": True, "value": signer.audience},
        exp={"essential": True},
        sub={"essential": True},
        scope={"essential": True},
    )
    try:
        decoded = jwt.decode(token, signer.key, algorithms=[ALGORITHM])
        registry.validate(decoded.claims)
    except (JoseError, ValueError):
        raise _ended() from None
    if decoded.header.get("typ") != TYPE:
        raise _ended()
    found = find(conn, decoded.claims["sub"])
    if found is None:
        raise _ended()
    who = found[0]
    scopes = who.scopes & frozenset(str(decoded.claims["scope"]).split())
    return Client(who.client_id, who.name, who.kind, who.programmes, scopes)


def load_key(home: Path, issuer: str) -> TokenKey:
    """The signing key of this home, made at first use and readable by its owner only.

    Raises NotReady when the file is there but cannot be read.
    """
    path = home / "token_key.json"
    if not path.exists():
        _write_key(path)
    try:
        key = ECKey.import_key(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, JoseError) as fault:
        raise NotReady(
            f"{path} を読めません。",
            "署名の鍵が壊れているか、読む権限がありません。",
            "ファイルを退避して、もう一度起動してください。新しい鍵が作られます。",
        ) from fault
    return TokenKey(key, issuer)


def _write_key(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    key = ECKey.generate_key("P-256", private=True, auto_kid=True)
    handle, scratch = tempfile.mkstemp(dir=path.parent, prefix="token_key.")  # 0600
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(key.as_dict(private=True), file)
    # link, not rename: of two processes that start together the first one's key stays
    with contextlib.suppress(FileExistsError):
        os.link(scratch, path)
    Path(scratch).unlink()


def _from_row(row: Row[Any]) -> Client:
    scopes = {
        f"{scope}:{programme}" if scope == "filings:write" else scope
        for scope in row.scopes
        for programme in row.programmes or [""]
    }
    return Client(row.client_id, row.name, row.kind, frozenset(row.programmes), frozenset(scopes))


def _ended() -> NotSignedIn:
    return NotSignedIn(
        "許可証(トークン)を確認できませんでした。",
        "期限が切れているか、このシステムのものではありません。",
        "トークンを取り直してください。",
    )
