"""Rows into tables: one INSERT for few, COPY for many.

PostgreSQL refuses COPY into a table under row security, and no login of the platform is exempt. So
the stream goes into a temporary table of the same shape, and from there in one INSERT … SELECT.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from psycopg import sql
from sqlalchemy import NullPool, create_engine

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection, Table

    from mirasapo.store.databases import Databases

_COPY_FROM = 50


@contextmanager
def streaming(databases: Databases) -> Iterator[Connection]:
    """A connection as intake over psycopg 3, on which `add_rows` streams."""
    engine = create_engine(
        "postgresql+psycopg://",
        creator=lambda: databases.raw("intake"),
        poolclass=NullPool,
        hide_parameters=True,
    )
    with engine.connect() as conn:
        yield conn


def add_rows(conn: Connection, table: Table, rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert rows whose values stand in the order of the table's columns.

    Streams when the connection is one of psycopg 3 and the rows are many.
    """
    if not rows:
        return
    if conn.dialect.driver == "psycopg" and len(rows) >= _COPY_FROM:
        _stream(conn, table, rows)
    else:
        names = [column.name for column in table.columns]
        conn.execute(table.insert(), [dict(zip(names, row, strict=True)) for row in rows])


def _stream(conn: Connection, table: Table, rows: Sequence[tuple[Any, ...]]) -> None:
    target = sql.Identifier(str(table.schema), table.name)
    staged = sql.Identifier("pg_temp", f"staged_{table.name}")
    made = sql.Identifier(f"staged_{table.name}")
    columns = sql.SQL(", ").join(sql.Identifier(column.name) for column in table.columns)
    connection: Any = conn.connection.driver_connection
    with connection.cursor() as cursor:
        like = sql.SQL("CREATE TEMP TABLE IF NOT EXISTS {} (LIKE {})")
        cursor.execute(like.format(made, target))
        with cursor.copy(sql.SQL("COPY {} ({}) FROM STDIN").format(staged, columns)) as copy:
            for row in rows:
                copy.write_row(row)
        moved = sql.SQL("INSERT INTO {} ({}) SELECT {} FROM {}")
        cursor.execute(moved.format(target, columns, columns, staged))
        cursor.execute(sql.SQL("TRUNCATE {}").format(staged))
