"""ミラサポconnect ID: sign-in name and password, for those without GビズID.

A wrong name, a wrong password, a closed account and a delay get one and the same answer.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from sqlalchemy import Interval, case, cast, func, literal, or_, update

from mirasapo.errors import BadInput, NotSignedIn
from mirasapo.identity import accounts
from mirasapo.identity.secrets_at_rest import hash_password, password_matches
from mirasapo.store.tables import account

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from sqlalchemy import Connection, Engine
    from sqlalchemy.sql import ColumnElement

SHORTEST_PASSWORD: Final = 12
LONGEST_PASSWORD: Final = 256
FREE_FAILURES: Final = 5
LONGEST_DELAY: Final = timedelta(minutes=15)
_DOUBLINGS: Final = 20  # keeps 2 ** n within an interval; the longest delay is reached long before


def create_account(
    conn: Connection,
    *,
    role: str,
    name: str,
    password: str,
    display_name: str,
    institution_id: UUID | None = None,
) -> UUID:
    """Make an account of ミラサポconnect ID; gives its id.

    Raises BadInput for a password that is too short or too long or for an empty name, Conflict
    when the name is taken.
    """
    if not name or name != name.strip():
        raise BadInput(
            "サインイン名が正しくありません。",
            "空か、前後に空白があります。",
            "空白を除いて入れ直してください。",
        )
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        raise BadInput(
            "パスワードの長さが合いません。",
            f"{SHORTEST_PASSWORD} 文字以上 {LONGEST_PASSWORD} 文字以下である必要があります。",
            "別のパスワードにしてください。",
        )
    return accounts.create_own(
        conn,
        role=role,
        name=name,
        password_hash=hash_password(password),
        display_name=display_name,
        institution_id=institution_id,
    )


def sign_in(gateway: Engine, name: str, password: str, moment: datetime) -> UUID:
    """The account of this name and password.

    Opens its own transactions: an attempt is counted before the password is looked at, so that
    parallel guesses are all counted and no connection waits while a hash is computed.
    Raises NotSignedIn, in the same words whatever was wrong; NotReady when too many sign in.
    """
    with gateway.begin() as conn:
        attempt = _count_attempt(conn, name, moment)
    account_id, kept = attempt or (None, None)
    if not password_matches(password[:LONGEST_PASSWORD], kept) or account_id is None:
        raise NotSignedIn(
            "サインインできませんでした。",
            "サインイン名かパスワードが違うか、続けて間違えたため一時的に止まっています。",
            "確かめて、しばらく待ってからもう一度お試しください。",
        )
    with gateway.begin() as conn:
        conn.execute(
            update(account)
            .where(account.c.account_id == account_id)
            .values(failures=0, failed_at=None)
        )
    return account_id


def _count_attempt(conn: Connection, name: str, moment: datetime) -> tuple[UUID, str] | None:
    """Count one failure in advance; None when there is no such account or it must still wait."""
    row = conn.execute(
        update(account)
        .where(
            account.c.issuer == accounts.OWN,
            account.c.sub == name,
            account.c.closed_at.is_(None),
            account.c.password_hash.is_not(None),
            or_(account.c.failed_at.is_(None), account.c.failed_at + _delay() <= moment),
        )
        .values(failures=account.c.failures + 1, failed_at=moment)
        .returning(account.c.account_id, account.c.password_hash)
    ).one_or_none()
    return None if row is None else (row.account_id, row.password_hash)


def _delay() -> ColumnElement[timedelta]:
    """None for the first failures, then 1 s, 2 s, 4 s … up to the longest delay."""
    over = account.c.failures - FREE_FAILURES
    doubled = func.make_interval(0, 0, 0, 0, 0, 0, func.power(2, func.least(over, _DOUBLINGS)))
    growing = func.least(cast(doubled, Interval), literal(LONGEST_DELAY, Interval))
    return case((over < 0, literal(timedelta(0), Interval)), else_=growing)
