"""Sessions: rows on the server; a browser or script holds 256 random bits, the row only their hash.

    browser         cookie; idle 30 minutes, at most 12 hours; has a CSRF token
    token           of a script, the same life; on its own, or hung on a browser session
    kernel_ticket   one-time, minutes; hung on a browser session (`kernel_tickets.py`)
    kernel          of a portal kernel, 15 minutes after each use; hung on a browser session

What hangs on a session ends with it: deleting the row ends everything at once.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final, Literal

from sqlalchemy import and_, delete, func, insert, or_, select, update

from mirasapo.identity import accounts
from mirasapo.identity.secrets_at_rest import digest, random_token
from mirasapo.store.tables import account, session

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime
    from uuid import UUID

    from sqlalchemy import Connection
    from sqlalchemy.sql import ColumnElement, FromClause

    from mirasapo.identity.accounts import Account

Kind = Literal["browser", "token", "kernel_ticket", "kernel"]

# __Host-: Secure, this host only, Path=/. Browsers also return it over http to localhost; HTTP
# clients in scripts do not: they use bearer tokens.
COOKIE: Final = "__Host-sid"
IDLE: Final = timedelta(minutes=30)
ABSOLUTE: Final = timedelta(hours=12)
KERNEL: Final = timedelta(minutes=15)
# A use is noted at most this often, so that reading does not write at each request.
NOTED_EVERY: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Session:
    """A live session and its account; `parent_hash` is None unless it hangs on a browser session."""

    session_hash: bytes
    kind: Kind
    parent_hash: bytes | None
    csrf: str
    expires_at: datetime
    account: Account

    @property
    def account_id(self) -> UUID:
        """The id of the person."""
        return self.account.account_id

    @property
    def role(self) -> str:
        """The role of the person."""
        return self.account.role

    @property
    def display_name(self) -> str:
        """What the person is called on a page."""
        return self.account.display_name

    def csrf_matches(self, given: str) -> bool:
        """Whether `given` is the CSRF token of this session."""
        return hmac.compare_digest(self.csrf.encode(), given.encode())


def open_session(
    conn: Connection,
    account_id: UUID,
    kind: Kind,
    moment: datetime,
    *,
    parent_hash: bytes | None = None,
    lifetime: timedelta = ABSOLUTE,
) -> str:
    """Open a session and give its secret, which is kept nowhere; clears away what has expired."""
    conn.execute(delete(session).where(session.c.expires_at <= moment))
    secret = random_token()
    conn.execute(
        insert(session).values(
            session_hash=digest(secret),
            account_id=account_id,
            kind=kind,
            parent_hash=parent_hash,
            csrf=random_token(),
            created_at=moment,
            seen_at=moment,
            expires_at=moment + lifetime,
        )
    )
    return secret


def rotate(conn: Connection, old: str | None, account_id: UUID, moment: datetime) -> str:
    """Open a browser session at sign-in under a new secret; what the cookie held before ends."""
    if old:
        end(conn, digest(old))
    return open_session(conn, account_id, "browser", moment)


def find(conn: Connection, secret: str, moment: datetime) -> Session | None:
    """The live browser session of this cookie, noted as used; None when it has ended."""
    return find_of_kind(conn, secret, moment, ("browser",))


def find_of_kind(
    conn: Connection, secret: str, moment: datetime, kinds: tuple[Kind, ...]
) -> Session | None:
    """The live session of one of these kinds with this secret, noted as used; None otherwise."""
    row = conn.execute(
        select(
            session.c.session_hash,
            session.c.kind,
            session.c.parent_hash,
            session.c.csrf,
            session.c.expires_at,
            session.c.seen_at,
            *accounts.COLUMNS,
        )
        .select_from(_joined(moment))
        .where(
            session.c.session_hash == digest(secret),
            session.c.kind.in_(kinds),
            _is_live(moment),
        )
    ).one_or_none()
    if row is None:
        return None
    if row.seen_at <= moment - NOTED_EVERY:
        _note_use(conn, row.session_hash, row.parent_hash, moment)
    return Session(
        row.session_hash,
        row.kind,
        row.parent_hash,
        row.csrf,
        row.expires_at,
        accounts.from_row(row),
    )


def alive(conn: Connection, hashes: Collection[bytes], moment: datetime) -> set[bytes]:
    """Those of the sessions that are live; looking does not count as using them."""
    found = conn.execute(
        select(session.c.session_hash)
        .select_from(_joined(moment))
        .where(session.c.session_hash.in_(hashes), _is_live(moment))
    )
    return set(found.scalars())


def end(conn: Connection, session_hash: bytes) -> None:
    """End a session and everything that hangs on it."""
    conn.execute(
        delete(session).where(
            or_(session.c.session_hash == session_hash, session.c.parent_hash == session_hash)
        )
    )


_parent = session.alias("parent")


def _joined(moment: datetime) -> FromClause:
    return session.join(
        accounts.joined(moment), session.c.account_id == account.c.account_id
    ).outerjoin(_parent, session.c.parent_hash == _parent.c.session_hash)


def _is_live(moment: datetime) -> ColumnElement[bool]:
    """Neither expired nor idle, its account open, and the session it hangs on live as well."""
    idle_since = moment - IDLE
    return and_(
        session.c.expires_at > moment,
        session.c.seen_at > idle_since,
        account.c.closed_at.is_(None),
        or_(
            session.c.parent_hash.is_(None),
            and_(_parent.c.expires_at > moment, _parent.c.seen_at > idle_since),
        ),
    )


def _note_use(
    conn: Connection, session_hash: bytes, parent_hash: bytes | None, moment: datetime
) -> None:
    used = [session_hash] if parent_hash is None else [session_hash, parent_hash]
    conn.execute(update(session).where(session.c.session_hash.in_(used)).values(seen_at=moment))
    conn.execute(
        update(session)
        .where(session.c.session_hash == session_hash, session.c.kind == "kernel")
        .values(expires_at=func.greatest(session.c.expires_at, moment + KERNEL))
    )
