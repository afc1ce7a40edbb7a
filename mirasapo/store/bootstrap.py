"""`mirasapo db init`: from one database URL to a database that serves; safe to run again.

Logins (D7), the database, migrations, grants, row security, reference data. A second run finds
everything in place and changes nothing; what somebody changed by hand is put right.
"""

from __future__ import annotations

import json
import secrets
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg import sql
from sqlalchemy import Connection, text

from mirasapo.errors import Conflict, NotReady
from mirasapo.store import grants, row_security, schema
from mirasapo.store.databases import (
    DATABASE,
    LOGINS,
    engine_of,
    given_urls,
    login_url,
    no_answer,
    not_made,
    read_url,
)
from mirasapo.store.reference import sync_reference
from mirasapo.store.secrets import read_secrets, write_secret
from mirasapo.store.server import READS_JAPANESE, EmbeddedServer
from mirasapo.store.tables import SCHEMAS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mirasapo.catalog import Catalog, Policy
    from mirasapo.settings import Settings

_MAINTENANCE = ("postgres", "template1", "", None)
_LOCK = 0x6D697261  # "mira": one init at a time on a server


@dataclass(frozen=True, slots=True)
class Initialised:
    """What `init` did: the database's name, its logins, and a sentence for each change."""

    database: str
    logins: Mapping[str, str]
    changes: tuple[str, ...]


def init(
    settings: Settings, catalog: Catalog, policy: Policy, *, database: str | None = None
) -> Initialised:
    """Make or complete the database of the settings.

    `database` is the name from `MIRASAPO_DATABASE_URL`, `mirasapo` where it names none of its own.
    Raises NotReady when the server does not answer or cannot read Japanese, Conflict when a login
    of that name has rights that it must not have.
    """
    with maintenance(settings) as base:
        name = database or database_name(base)
        changes: list[str] = []
        with _connected(base) as connection:
            connection.execute("SELECT pg_advisory_lock(%s)", [_LOCK])
            users = _make_logins(settings, connection, base, name, changes)
            _make_database(connection, name, users, changes)
        with _owner(settings, base, name) as conn, conn.begin():
            _complete(conn, catalog, policy, users, changes)
    return Initialised(name, users, tuple(changes))


@dataclass(frozen=True, slots=True)
class Status:
    """What is there now; `schema_version` is None where there are no tables yet."""

    server_version: str
    embedded: bool
    database: str
    exists: bool
    reads_japanese: bool
    schema_version: str | None
    newest_version: str


def status(settings: Settings) -> Status:
    """Look at the server and the database without changing either. Raises NotReady."""
    with maintenance(settings) as base:
        name = database_name(base)
        with _connected(base) as connection:
            exists = _exists(connection, "pg_database", "datname", name)
            server_version = str(_value(connection, "SHOW server_version"))
        version, reads_japanese = None, True  # a database yet to be made will read it
        if exists and _kept(settings, "owner", name):
            with _owner(settings, base, name) as conn:
                version = schema.version(conn)
                reads_japanese = bool(conn.execute(text(READS_JAPANESE)).scalar_one())
    return Status(
        server_version=server_version,
        embedded=settings.database_url is None,
        database=name,
        exists=exists,
        reads_japanese=reads_japanese,
        schema_version=version,
        newest_version=schema.newest_version(),
    )


def check(settings: Settings, catalog: Catalog, policy: Policy) -> tuple[str, ...]:
    """What is not as this program would make it, a sentence each; changes nothing.

    Raises NotReady when the database was never made.
    """
    with maintenance(settings) as base:
        name = database_name(base)
        if not _kept(settings, "owner", name):
            raise not_made(settings)
        with _owner(settings, base, name) as conn:
            if schema.version(conn) != schema.newest_version():
                return ("表の版が古いままです。mirasapo db upgrade を実行してください。",)
            faults = [
                f"表がデータモデルと違います: {each}" for each in schema.differences(conn, catalog)
            ]
            if _mark(conn) != _mark_wanted(conn, _guards(catalog, _users(settings, name))):
                faults.append("権限か行の制限が定めと違います。mirasapo db init で直せます。")
            if sync_reference(conn, catalog, policy):
                faults.append("項目か開示上限の表が古いままです。mirasapo db init で直せます。")
            conn.rollback()
    return tuple(faults)


@contextmanager
def maintenance(settings: Settings) -> Iterator[str]:
    """The URL that may make databases; the embedded server is started and released."""
    if settings.database_url is not None:
        yield settings.database_url
        return
    server = EmbeddedServer(settings.home)
    try:
        yield server.start()
    finally:
        server.release()


def database_name(base: str) -> str:
    """The database that a URL means: its own, unless it names a maintenance database."""
    named = read_url(base).database
    return DATABASE if named in _MAINTENANCE or named is None else named


@contextmanager
def _owner(settings: Settings, base: str, database: str) -> Iterator[Connection]:
    """A connection of the owner, who migrates and does nothing else."""
    kept = _kept(settings, "owner", database)
    engine = engine_of(login_url(base, kept["user"], kept["password"], database))
    try:
        with engine.connect() as conn:
            yield conn
    finally:
        engine.dispose()


# ── logins ────────────────────────────────────────────────────────────────────────────────────


def _make_logins(
    settings: Settings,
    connection: psycopg.Connection[Any],
    base: str,
    database: str,
    changes: list[str],
) -> dict[str, str]:
    users = {login: read_url(url).username or "" for login, url in given_urls(settings).items()}
    known: dict[str, dict[str, str]] = {}
    for login in LOGINS:
        if login in users:
            _refuse_too_much(connection, users[login])
            continue
        kept = _kept(settings, login, database)
        user = kept.get("user") or f"{database}_{login}"
        password = kept.get("password") or secrets.token_urlsafe(24)
        users[login] = user
        known[login] = {"user": user, "password": password}
        if not _exists(connection, "pg_roles", "rolname", user):
            _set_password(connection, user, password, new=True)
            changes.append(f"利用者 {user} を作りました。")
        _refuse_too_much(connection, user)
        if not _lets_in(login_url(base, user, password, "postgres")):
            _set_password(connection, user, password, new=False)
            changes.append(f"利用者 {user} のパスワードを設定しました。")
        _set_sessions(connection, user, grants.SESSION_SETTINGS[login], changes)
    write_secret(settings.home, "database", {"name": database, "logins": known})
    return users


def _users(settings: Settings, database: str) -> dict[str, str]:
    given = {login: read_url(url).username or "" for login, url in given_urls(settings).items()}
    kept = {login: _kept(settings, login, database).get("user", "") for login in LOGINS}
    return {**kept, **given}


def _kept(settings: Settings, login: str, database: str) -> dict[str, str]:
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


# ── the database ──────────────────────────────────────────────────────────────────────────────


def _make_database(
    connection: psycopg.Connection[Any],
    name: str,
    users: Mapping[str, str],
    changes: list[str],
) -> None:
    if not _exists(connection, "pg_database", "datname", name):
        # template0: only it may have another locale than the server's own
        connection.execute(
            sql.SQL(
                "CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'"
                " LOCALE_PROVIDER libc LOCALE 'C.utf8'"
            ).format(sql.Identifier(name))
        )
        changes.append(f"データベース {name} を作りました。")
    before = _database_rights(connection, name)
    with connection.transaction():
        for statement in grants.on_database(name, users):
            connection.execute(statement.encode())
    if _database_rights(connection, name) != before:
        changes.append(f"データベース {name} に接続できる利用者を定めました。")


def _database_rights(connection: psycopg.Connection[Any], name: str) -> list[str]:
    rows = connection.execute(
        "SELECT unnest(datacl)::text FROM pg_database WHERE datname = %s ORDER BY 1", [name]
    ).fetchall()
    return [row[0] for row in rows]


def _complete(
    conn: Connection,
    catalog: Catalog,
    policy: Policy,
    users: Mapping[str, str],
    changes: list[str],
) -> None:
    """Everything inside the database, in one transaction of the owner."""
    if not conn.execute(text(READS_JAPANESE)).scalar_one():
        raise NotReady(
            "このデータベースは日本語を正しく扱えません。",
            "文字コードがUTF8でないか、ロケールが C.utf8 ではありません。",
            "別の名前のデータベースを指定してください(mirasapo db init が C.utf8 で作ります)。",
        )
    before = schema.version(conn)
    schema.upgrade(conn, catalog)
    after = schema.version(conn)
    if before != after:
        changes.append(f"表を版 {after} にしました。")
    if _guard(conn, catalog, users):
        changes.append("権限と行の制限を定めました。")
    rows = sync_reference(conn, catalog, policy)
    if rows:
        changes.append(f"項目と開示上限の表を {rows} 行、改めました。")


def _guard(conn: Connection, catalog: Catalog, users: Mapping[str, str]) -> bool:
    """Set grants and row security unless they stand exactly as this program sets them.

    The mark (a comment on the schema) names both the statements and what the database made of
    them: rights changed by hand, or a policy dropped, are put right by the next run.
    """
    wanted = _guards(catalog, users)
    if _mark(conn) == _mark_wanted(conn, wanted):
        return False
    cursor = conn.connection.cursor()
    # a policy that this program no longer knows would go on opening rows
    cursor.execute(";\n".join([*_drops_of_policies(conn), wanted]))
    cursor.close()
    conn.execute(text(f"COMMENT ON SCHEMA core IS '{_mark_wanted(conn, wanted)}'"))
    return True


def _drops_of_policies(conn: Connection) -> list[str]:
    rows = conn.execute(
        text(
            "SELECT format('DROP POLICY %I ON %I.%I', policyname, schemaname, tablename)"
            " FROM pg_policies WHERE schemaname = ANY (:schemas)"
        ),
        {"schemas": list(SCHEMAS)},
    )
    return list(rows.scalars())


def _guards(catalog: Catalog, users: Mapping[str, str]) -> str:
    made = [*grants.statements(catalog, users), *row_security.statements(catalog, users)]
    return ";\n".join(made)


def _mark_wanted(conn: Connection, guards: str) -> str:
    return f"{sha256(guards.encode()).hexdigest()} {_guards_seen(conn)}"


def _mark(conn: Connection) -> str | None:
    found: str | None = conn.execute(
        text("SELECT obj_description(to_regnamespace('core'), 'pg_namespace')")
    ).scalar_one()
    return found


def _guards_seen(conn: Connection) -> str:
    """A hash of all rights, policies and row-security switches of the four schemas."""
    rows = conn.execute(
        text(
            "SELECT 'schema', nspname, nspacl::text, '', '' FROM pg_namespace"
            " WHERE nspname = ANY (:schemas)"
            " UNION ALL SELECT n.nspname, relname, relacl::text, relrowsecurity::text,"
            "   (SELECT string_agg(attname || attacl::text, ' ' ORDER BY attnum)"
            "    FROM pg_attribute WHERE attrelid = c.oid AND attacl IS NOT NULL)"
            " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
            " WHERE n.nspname = ANY (:schemas) AND relkind IN ('r', 'v', 'm', 'f', 'p')"
            " UNION ALL SELECT schemaname, tablename, policyname, permissive || roles::text || cmd,"
            "   concat(qual, ' / ', with_check)"
            " FROM pg_policies WHERE schemaname = ANY (:schemas)"
            " UNION ALL SELECT n.nspname, proname, proacl::text, prosrc, ''"
            " FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
            " WHERE n.nspname = ANY (:schemas)"
            " ORDER BY 1, 2, 3, 4, 5"
        ),
        {"schemas": list(SCHEMAS)},
    ).all()
    return sha256(json.dumps([list(row) for row in rows]).encode()).hexdigest()


def _value(connection: psycopg.Connection[Any], question: str) -> Any:
    row = connection.execute(question.encode()).fetchone()
    return row[0] if row else None


def _exists(connection: psycopg.Connection[Any], table: str, column: str, value: str) -> bool:
    question = sql.SQL("SELECT FROM {} WHERE {} = %s").format(
        sql.Identifier(table), sql.Identifier(column)
    )
    return connection.execute(question, [value]).fetchone() is not None


@contextmanager
def _connected(base: str) -> Iterator[psycopg.Connection[Any]]:
    """A connection to the maintenance database of `base`, without a transaction around."""
    url = read_url(base).set(database="postgres").render_as_string(hide_password=False)
    try:
        connection = psycopg.connect(url, autocommit=True, connect_timeout=10)
    except psycopg.OperationalError as fault:
        raise no_answer() from fault
    with connection:
        yield connection
