"""One transaction for a bulk load.

SQLAlchemy over psycopg 3, so that the COPY stream and the projection share the transaction.
"""

from __future__ import annotations

from contextlib import contextmanager
from itertools import islice
from select import select
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import Connection, NullPool, create_engine
from sqlalchemy.exc import OperationalError

from mirasapo.store.databases import no_answer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import psycopg

    from mirasapo.store.databases import Databases

_LINES = 1_000  # written at once
_NULL = "\x01"  # no text that is taken has it
_ESCAPED = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


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
    """COPY rows into a temporary table; `into` names it with its columns.

    A value is text, a number, a truth value, a list of numbers or None.
    """
    waiting = iter(rows)
    copy_lines(conn, into, iter(lambda: copy_text(islice(waiting, _LINES)), ""))


def copy_lines(conn: Connection, into: str, texts: Iterable[str]) -> int:
    """COPY what `copy_text` made, as `copy_rows` does; the number of rows."""
    statement = f"COPY {into} FROM STDIN (NULL E'{_NULL}')".encode()
    driver = driver_connection(conn)
    with driver.cursor() as cursor:
        with cursor.copy(statement) as copy:
            for text in texts:
                copy.write(text)
                # Left to itself libpq keeps in memory what a slower server has not taken yet.
                while driver.pgconn.flush():
                    select([], [driver.pgconn.socket], [])
        return cursor.rowcount


def copy_text(rows: Iterable[Sequence[object]]) -> str:
    """Rows in COPY's text format; the driver's own way of writing them takes three times as long."""
    return "".join([_line(row) for row in rows])


def _line(row: Sequence[object]) -> str:
    texts = [
        value if type(value) is str else _NULL if value is None else _plain(value) for value in row
    ]
    line = "\t".join(texts)
    if "\\" in line or "\n" in line or "\r" in line or line.count("\t") >= len(texts):
        line = "\t".join([text.translate(_ESCAPED) for text in texts])
    return line + "\n"


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "t" if value else "f"
    if isinstance(value, list):
        return f"{{{str(value)[1:-1]}}}"  # twice as fast as joining its numbers
    return str(value)
