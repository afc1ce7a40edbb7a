"""Rows into tables, many at a time.

Over psycopg 3 (`streaming`) by binary COPY. PostgreSQL refuses COPY into a table under row security, and no
login of the platform is exempt; so the stream goes into a temporary table of the same shape, and
from there in one INSERT … SELECT. Over psycopg 2, where one filing is written, all INSERTs travel
together: a filing has rows in ninety tables, and ninety round trips would be most of its time.
"""

from __future__ import annotations

from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any
from uuid import UUID

from psycopg import sql
from sqlalchemy import NullPool, create_engine
from sqlalchemy.dialects import postgresql
from sqlalchemy.exc import DBAPIError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Column, Connection, Table

    from mirasapo.store.databases import Databases

    Rows = Sequence[tuple[Any, ...]]
    """Rows of one table: values in the order of its columns."""

_DIALECT = postgresql.dialect()  # type: ignore[no-untyped-call]


@contextmanager
def streaming(databases: Databases) -> Iterator[Connection]:
    """A connection as intake over psycopg 3, on which rows are streamed."""
    engine = create_engine(
        "postgresql+psycopg://",
        creator=lambda: databases.raw("intake"),
        poolclass=NullPool,
        hide_parameters=True,
    )
    with engine.connect() as conn:
        yield conn


def add_rows(conn: Connection, table: Table, rows: Rows) -> None:
    """Insert the rows of one table."""
    add_all(conn, [(table, rows)])


def add_all(conn: Connection, batches: Sequence[tuple[Table, Rows]]) -> None:
    """Insert the rows of several tables, in this order."""
    filled = [(table, rows) for table, rows in batches if rows]
    if conn.dialect.driver == "psycopg":
        for table, rows in filled:
            _stream(conn, table, rows)
    elif filled:
        _send(conn, filled)


def _send(conn: Connection, batches: Sequence[tuple[Table, Rows]]) -> None:
    with closing(conn.connection.cursor()) as cursor:
        statements = b";".join(_insert(cursor, table, rows) for table, rows in batches)
    try:
        conn.exec_driver_sql(statements.decode(), execution_options={"no_parameters": True})
    except DBAPIError as fault:
        fault.statement = "INSERT …"  # the text holds item values, and an error is logged
        raise


def _insert(cursor: Any, table: Table, rows: Rows) -> bytes:
    columns = ", ".join(f'"{column.name}"' for column in table.columns)
    row_shape = f"({', '.join(['%s'] * len(table.columns))})"
    values = b", ".join(
        cursor.mogrify(row_shape, [str(cell) if isinstance(cell, UUID) else cell for cell in row])
        for row in rows
    )
    target = f'"{table.schema}"."{table.name}"'
    return f"INSERT INTO {target} ({columns}) VALUES ".encode() + values  # noqa: S608 - own names


def _stream(conn: Connection, table: Table, rows: Rows) -> None:
    target = sql.Identifier(str(table.schema), table.name)
    staged = sql.Identifier("pg_temp", f"staged_{table.name}")
    made = sql.Identifier(f"staged_{table.name}")
    columns = sql.SQL(", ").join(sql.Identifier(column.name) for column in table.columns)
    connection: Any = conn.connection.driver_connection
    with connection.cursor() as cursor:
        like = sql.SQL("CREATE TEMP TABLE IF NOT EXISTS {} (LIKE {})")
        cursor.execute(like.format(made, target))
        stream = sql.SQL("COPY {} ({}) FROM STDIN (FORMAT BINARY)").format(staged, columns)
        with cursor.copy(stream) as copy:
            copy.set_types([_type_of(column) for column in table.columns])
            for row in rows:
                copy.write_row(row)
        moved = sql.SQL("INSERT INTO {} ({}) SELECT {} FROM {}")
        cursor.execute(moved.format(target, columns, columns, staged))
        cursor.execute(sql.SQL("TRUNCATE {}").format(staged))


def _type_of(column: Column[Any]) -> str:
    """The type of a column as the driver knows it by name, without precision or length."""
    return column.type.compile(dialect=_DIALECT).lower()
