"""Kernel tickets: how a portal kernel learns for whom it runs, without ever holding the cookie.

The front door puts a one-time ticket into the request that starts the kernel; the kernel exchanges
it at the API for a token of 15 minutes after each use, which ends with the browser session.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from sqlalchemy import delete, select

from mirasapo.errors import NotSignedIn
from mirasapo.identity import sessions
from mirasapo.identity.secrets_at_rest import digest
from mirasapo.store.tables import session

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

TICKET: Final = timedelta(minutes=5)


def issue(conn: Connection, session_hash: bytes, moment: datetime) -> str:
    """A one-time ticket for a kernel of this browser session.

    Raises NotSignedIn when the session has ended.
    """
    account_id = conn.execute(
        select(session.c.account_id).where(
            session.c.session_hash == session_hash,
            session.c.kind == "browser",
            session.c.expires_at > moment,
        )
    ).scalar_one_or_none()
    if account_id is None:
        raise _ended()
    return sessions.open_session(
        conn, account_id, "kernel_ticket", moment, parent_hash=session_hash, lifetime=TICKET
    )


def exchange(conn: Connection, ticket: str, moment: datetime) -> str:
    """Exchange a ticket, once, for the token of a kernel.

    Raises NotSignedIn for a ticket that is unknown, used or too old, or whose session has ended.
    """
    found = sessions.find_of_kind(conn, ticket, moment, ("kernel_ticket",))
    # The row that comes back from the DELETE decides, so that of two exchanges only one succeeds.
    used_up = conn.execute(
        delete(session)
        .where(session.c.session_hash == digest(ticket), session.c.kind == "kernel_ticket")
        .returning(session.c.session_hash)
    ).one_or_none()
    if found is None or used_up is None:
        raise _ended()
    return sessions.open_session(
        conn,
        found.account_id,
        "kernel",
        moment,
        parent_hash=found.parent_hash,
        lifetime=sessions.KERNEL,
    )


def _ended() -> NotSignedIn:
    return NotSignedIn(
        "画面を始められませんでした。",
        "サインインが終わっているか、この画面の引換券がすでに使われています。",
        "ページを開き直してください。",
    )
