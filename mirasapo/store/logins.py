"""The database's logins (D7): made, given their passwords and limits, never more rights."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg import sql

from mirasapo.errors import Conflict
from mirasapo.store import grants
from mirasapo.store.databases import LOGINS, given_urls, login_url, read_url
from mirasapo.store.secrets import read_secrets, write_secret

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mirasapo.settings import Settings


def make_logins(
    settings: Settings,
    connection: psycopg.Connection[Any],
    base: str,
    database: str,
    changes: list[str],
) -> dict[str, str]:
    """Make the logins that are missing and give back all user names; a sentence for each change.

    Raises Conflict when one that exists has rights that it must not have.
    """
    users = {login: read_url(url).username or "" for login, url in given_urls(settings).items()}
    known: dict[str, dict[str, str]] = {}
    for login in LOGINS:
        if login in users:
            _refuse_too_much(connection, users[login])
            continue
        kept = kept_login(settings, login, database)
        user = kept.get("user") or f"{database}_{login}"
        password = kept.get("password") or secrets.token_urlsafe(24)
        users[login] = user
        known[login] = {"user": user, "password": password}
        if not _is_there(connection, user):
            _set_password(connection, user, password, new=True)
            changes.append(f"利用者 {user} を作りました。")
        _refuse_too_much(connection, user)
        if not _lets_in(login_url(base, user, password, "postgres")):
            _set_password(connection, user, password, new=False)
            changes.append(f"利用者 {user} のパスワードを設定しました。")
        _set_sessions(connection, user, grants.SESSION_SETTINGS[login], changes)
    write_secret(settings.home, "database", {"name": database, "logins": known})
    return users


def users_of(settings: Settings, database: str) -> dict[str, str]:
    """The user names of all logins, as the environment and the home know them."""
    given = {login: read_url(url).username or "" for login, url in given_urls(settings).items()}
    kept = {login: kept_login(settings, login, database).get("user", "") for login in LOGINS}
    return {**kept, **given}


def kept_login(settings: Settings, login: str, database: str) -> dict[str, str]:
    """User and password of a login as the home keeps them; empty when it knows another database."""
    kept = read_secrets(settings.home).get("database") or {}
    if kept.get("name") != database:
        return {}
    return dict(kept["logins"].get(login, {}))


def _set_password(
    connection: psycopg.Connection[Any], user: str, password: str, *, new: bool
) -> None:
    # hashed here: a server that logs statements never sees the password
    verifier = connection.pgconn.encrypt_password(
        password.encode(), user.encode(), b"scram-sha-256"
    ).decode()
    what = "CREATE ROLE {} LOGIN NOINHERIT PASSWORD {}" if new else "ALTER ROLE {} PASSWORD {}"
    connection.execute(sql.SQL(what).format(sql.Identifier(user), sql.Literal(verifier)))


def _refuse_too_much(connection: psycopg.Connection[Any], user: str) -> None:
    row = connection.execute(
        "SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolreplication"
        " OR EXISTS (SELECT FROM pg_auth_members WHERE member = r.oid)"
        " FROM pg_roles r WHERE rolname = %s",
        [user],
    ).fetchone()
    if row is None or row[0]:
        raise Conflict(
            f"データベースの利用者 {user} を使えません。",
            "存在しないか、行の制限を越えられる権限を持っています。",
            "その利用者の権限を外すか、名前を変えてください。",
        )


def _lets_in(url: str) -> bool:
    try:
        psycopg.connect(url, connect_timeout=10).close()
    except psycopg.OperationalError as fault:
        # CONNECT on the maintenance database may be withheld: the password was right then
        return "permission denied for database" in str(fault)
    return True


def _set_sessions(
    connection: psycopg.Connection[Any],
    user: str,
    wanted: Mapping[str, str],
    changes: list[str],
) -> None:
    row = connection.execute(
        "SELECT setconfig FROM pg_db_role_setting s JOIN pg_roles r ON r.oid = s.setrole"
        " WHERE r.rolname = %s AND s.setdatabase = 0",
        [user],
    ).fetchone()
    present = set(row[0]) if row else set()
    for name, value in wanted.items():
        if f"{name}={value}" not in present:
            connection.execute(
                sql.SQL("ALTER ROLE {} SET {} = {}").format(
                    sql.Identifier(user), sql.Identifier(name), sql.Literal(value)
                )
            )
            changes.append(f"利用者 {user} の {name} を設定しました。")


def _is_there(connection: psycopg.Connection[Any], user: str) -> bool:
    found = connection.execute("SELECT FROM pg_roles WHERE rolname = %s", [user])
    return found.fetchone() is not None
