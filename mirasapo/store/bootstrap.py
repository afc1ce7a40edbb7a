"""`mirasapo db init`: from one database URL to a database that serves; safe to run again.

Logins (D7), the database, migrations, grants, row security, reference data. A second run finds
everything in place and changes nothing; what somebody changed by hand is put right.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg import sql
from sqlalchemy import Connection, text

from mirasapo.errors import NotReady
from mirasapo.store import grants, schema
from mirasapo.store.databases import (
    DATABASE,
    engine_of,
    login_url,
    no_answer,
    not_made,
    read_url,
)
from mirasapo.store.guards import guard, stands
from mirasapo.store.logins import kept_login, make_logins, users_of
from mirasapo.store.reference import sync_reference
from mirasapo.store.server import READS_JAPANESE, EmbeddedServer

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
            users = make_logins(settings, connection, base, name, changes)
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
            exists = _exists(connection, name)
            server_version = str(_value(connection, "SHOW server_version"))
        version, reads_japanese = None, True  # a database yet to be made will read it
        if exists and kept_login(settings, "owner", name):
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
        if not kept_login(settings, "owner", name):
            raise not_made(settings)
        with _owner(settings, base, name) as conn:
            if schema.version(conn) != schema.newest_version():
                return ("表の版が古いままです。mirasapo db upgrade を実行してください。",)
            faults = [
                f"表がデータモデルと違います: {each}" for each in schema.differences(conn, catalog)
            ]
            if not stands(conn, catalog, users_of(settings, name)):
                faults.append("権限か行の制限が定めと違います。mirasapo db init で直せます。")
            if sync_reference(conn, catalog, policy):
                faults.append("項目か開示上限の表が古いままです。mirasapo db init で直せます。")
            conn.rollback()
    return tuple(faults)


@contextmanager
def as_owner(settings: Settings) -> Iterator[Connection]:
    """A connection of the owner for an act of administration; no service has one.

    Raises NotReady when the database was never made, or this home does not know the owner.
    """
    with maintenance(settings) as base:
        name = database_name(base)
        if not kept_login(settings, "owner", name):
            raise not_made(settings)
        with _owner(settings, base, name) as conn:
            yield conn


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
    """A connection of the owner, who migrates and erases by order, and serves nobody."""
    kept = kept_login(settings, "owner", database)
    engine = engine_of(login_url(base, kept["user"], kept["password"], database))
    try:
        with engine.connect() as conn:
            yield conn
    finally:
        engine.dispose()


# ── the database ──────────────────────────────────────────────────────────────────────────────


def _make_database(
    connection: psycopg.Connection[Any],
    name: str,
    users: Mapping[str, str],
    changes: list[str],
) -> None:
    if not _exists(connection, name):
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
    if guard(conn, catalog, users):
        changes.append("権限と行の制限を定めました。")
    rows = sync_reference(conn, catalog, policy)
    if rows:
        changes.append(f"項目と開示上限の表を {rows} 行、改めました。")


def _value(connection: psycopg.Connection[Any], question: str) -> Any:
    row = connection.execute(question.encode()).fetchone()
    return row[0] if row else None


def _exists(connection: psycopg.Connection[Any], database: str) -> bool:
    found = connection.execute("SELECT FROM pg_database WHERE datname = %s", [database])
    return found.fetchone() is not None


@contextmanager
def _connected(base: str) -> Iterator[psycopg.Connection[Any]]:
    """A connection of the maintenance login, without a transaction around."""
    # `postgres` as the database that is meant may not exist yet; some servers have none
    for database in ("postgres", read_url(base).database):
        url = read_url(base).set(database=database).render_as_string(hide_password=False)
        try:
            connection = psycopg.connect(url, autocommit=True, connect_timeout=10)
        except psycopg.OperationalError as fault:
            refusal = fault
            continue
        with connection:
            yield connection
        return
    raise no_answer() from refusal
