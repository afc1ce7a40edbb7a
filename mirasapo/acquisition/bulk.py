"""One transaction for a bulk load.

SQLAlchemy over psycopg 3, so that the COPY stream and the projection share the transaction.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import Connection, NullPool, create_engine
from sqlalchemy.exc import OperationalError

from mirasapo.store.databases import no_answer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import psycopg

    from mirasapo.store.databases import Databases


@contextmanager
def bulk_transaction(databases: Databases) -> Iterator[Connection]:
    """A transaction as intake on a connection of its own: all or nothing.

    Raises NotReady when the database does not answer.
    """
    engine = create_engine(
        "postgresql+psycopg://",
        creator=lambda: databases.raw("intake"),
        poolclass=NullPool,
        hide_parameters=True,  # they are values of items; an error must not carry them into a log
    )
    try:
        with engine.begin() as conn:
            yield conn
    except OperationalError as fault:
        raise no_answer() from fault


def driver_connection(conn: Connection) -> psycopg.Connection[tuple[Any, ...]]:
    """The psycopg 3 connection below a bulk transaction."""
    return cast("psycopg.Connection[tuple[Any, ...]]", conn.connection.driver_connection)


def copy_rows(conn: Connection, into: str, rows: Iterable[Sequence[object]]) -> None:
    """COPY rows into a temporary table; `into` names it with its columns."""
    statement = f"COPY {into} FROM STDIN".encode()
    with driver_connection(conn).cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(row)
