"""OpenID sign-ins under way: state, nonce and PKCE verifier, bound to the browser that began.

They lie in a row on the server, not in a readable cookie; several tabs may sign in at once; the
first callback deletes the row, so that no answer of the provider works twice.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from sqlalchemy import delete, insert

from mirasapo.errors import NotSignedIn
from mirasapo.identity.secrets_at_rest import digest, random_token
from mirasapo.store.tables import sign_in

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

COOKIE: Final = "__Host-sign-in"
LIFETIME: Final = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class SignIn:
    """A sign-in under way; `browser` is the value of the cookie that binds it to one browser."""

    state: str
    browser: str
    nonce: str
    code_verifier: str
    return_to: str


def begin(conn: Connection, browser: str | None, return_to: str, moment: datetime) -> SignIn:
    """Begin a sign-in from this browser; clears away those that were never finished."""
    conn.execute(delete(sign_in).where(sign_in.c.expires_at <= moment))
    begun = SignIn(
        random_token(), browser or random_token(), random_token(), random_token(), return_to
    )
    conn.execute(
        insert(sign_in).values(
            state_hash=digest(begun.state),
            browser_hash=digest(begun.browser),
            nonce=begun.nonce,
            code_verifier=begun.code_verifier,
            return_to=return_to,
            expires_at=moment + LIFETIME,
        )
    )
    return begun


def finish(conn: Connection, state: str, browser: str | None, moment: datetime) -> SignIn:
    """Take the sign-in with this state off the list.

    Raises NotSignedIn when there is none (altered, replayed, too old) or when it was begun in
    another browser; the caller then rolls back, so that a stranger cannot spoil the sign-in.
    """
    row = conn.execute(
        delete(sign_in)
        .where(sign_in.c.state_hash == digest(state), sign_in.c.expires_at > moment)
        .returning(
            sign_in.c.browser_hash,
            sign_in.c.nonce,
            sign_in.c.code_verifier,
            sign_in.c.return_to,
        )
    ).one_or_none()
    if row is None or not hmac.compare_digest(row.browser_hash, digest(browser or "")):
        raise NotSignedIn(
            "サインインを終えられませんでした。",
            "始めたときと違うブラウザーか、すでに使われた応答か、時間切れです。",
            "サインインの画面から、もう一度始めてください。",
        )
    return SignIn(state, browser or "", row.nonce, row.code_verifier, row.return_to)
