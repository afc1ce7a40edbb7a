"""Staged register rows against the stored ones, in SQL: one row a body stays, by a total order.

The order is (updated_on, sequence_number, fidelity, facts, smallest file hash). `facts` is the row
without its serial number; rows with equal facts differ only in where they were published.
Every name that is put into a statement here is a column of our own table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Connection, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.types import Text

from mirasapo.acquisition.bulk import copy_lines
from mirasapo.acquisition.nta.format import FACTS, RegisterRow, fidelity_of
from mirasapo.acquisition.nta.spelling import keep_spellings
from mirasapo.errors import Conflict

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

_COLUMNS = ", ".join(RegisterRow._fields)

_ARRIVED = f"register_arrived ({_COLUMNS}, search_name, grams, fidelity, spelling, sha256)"


def _stored(column: str) -> str:
    """A stored column as the row wrote it: ＿ and not what it stands for (`spelling.py`)."""
    return "coalesce(b.written_name, b.name)" if column == "name" else f"b.{column}"


def _facts_of(alias: str) -> str:
    columns = ", ".join(_stored(fact) if alias == "b" else f"{alias}.{fact}" for fact in FACTS)
    return f'CAST(ROW({columns}) AS text) COLLATE "C"'


_LOCK = text("SELECT pg_try_advisory_xact_lock(hashtext('open.register_body'))")
_SETTINGS = text(
    "SELECT set_config('work_mem', '64MB', true), set_config('temp_buffers', '64MB', true)"
)
_TEMPORARY = (
    f"""
    CREATE TEMPORARY TABLE register_arrived ON COMMIT DROP AS
    SELECT {_COLUMNS}, search_name, grams, 0 AS fidelity, false AS spelling, '' AS sha256
      FROM open.register_body WITH NO DATA
    """,  # noqa: S608
    "CREATE TEMPORARY TABLE register_staged (LIKE register_arrived) ON COMMIT DROP",
    """
    CREATE TEMPORARY TABLE register_changed
        (corporate_number text, sha256 text, absorbed boolean, uncertain boolean) ON COMMIT DROP
    """,
    "CREATE TEMPORARY TABLE register_spelt (corporate_number text) ON COMMIT DROP",
)
_CHANGE = "successor_number IS NOT NULL, name LIKE '%＿%'"
_ADD = text(f"""
    WITH added AS (
        INSERT INTO open.register_body (business_id, {_COLUMNS}, search_name, grams, payload_sha256)
        SELECT coalesce((SELECT c.business_id FROM core.business c
                          WHERE c.corporate_number = a.corporate_number), gen_random_uuid()),
               {_COLUMNS}, search_name, grams, sha256
          FROM register_arrived a
            ON CONFLICT (corporate_number) DO NOTHING
        RETURNING corporate_number, payload_sha256, {_CHANGE}
    )
    INSERT INTO register_changed SELECT * FROM added
""")  # noqa: S608
# As a scalar subquery it is answered by the index, however many bodies the planner thinks there are.
_LEAVE = text(f"""
    INSERT INTO register_staged
    SELECT * FROM register_arrived a
     WHERE (SELECT (b.updated_on, b.sequence_number, b.payload_sha256)
                   = (a.updated_on, a.sequence_number, a.sha256) AND {_facts_of("b")} = {_facts_of("a")}
              FROM open.register_body b WHERE b.corporate_number = a.corporate_number) IS NOT TRUE
""")  # noqa: S608
_EMPTY = text("TRUNCATE register_arrived")
_NEWEST = text(f"""
    CREATE TEMPORARY TABLE register_newest ON COMMIT DROP AS
    SELECT DISTINCT ON (s.corporate_number) s.*, {_facts_of("s")} AS facts
      FROM register_staged s
     ORDER BY s.corporate_number, s.updated_on DESC, s.sequence_number DESC, s.fidelity DESC,
              facts DESC, s.sha256
""")  # noqa: S608
_DROP_OLDER = text("""
    DELETE FROM register_newest n USING open.register_body b
     WHERE b.corporate_number = n.corporate_number
       AND (b.updated_on, b.sequence_number) > (n.updated_on, n.sequence_number)
""")
_MOVE_REPEATED = text(f"""
    WITH moved AS (
        UPDATE open.register_body b
           SET sequence_number = n.sequence_number, payload_sha256 = n.sha256
          FROM register_newest n
         WHERE b.corporate_number = n.corporate_number AND {_facts_of("b")} = n.facts
           AND (n.sequence_number > b.sequence_number OR n.sha256 < b.payload_sha256)
        RETURNING b.corporate_number, b.payload_sha256
    ), counted AS (
        UPDATE register_changed c SET sha256 = m.payload_sha256
          FROM moved m WHERE m.corporate_number = c.corporate_number
    )
    SELECT c.business_id FROM moved JOIN core.business c USING (corporate_number)
""")  # noqa: S608
_DROP_REPEATED = text(f"""
    DELETE FROM register_newest n USING open.register_body b
     WHERE b.corporate_number = n.corporate_number AND {_facts_of("b")} = n.facts
""")  # noqa: S608
_TIES = text(f"""
    SELECT n.fidelity, n.facts, {_facts_of("b")} AS stored_facts,
           {", ".join(f"{_stored(column)} AS {column}" for column in RegisterRow._fields)}
      FROM register_newest n JOIN open.register_body b USING (corporate_number)
     WHERE (b.updated_on, b.sequence_number) = (n.updated_on, n.sequence_number)
""")  # noqa: S608
_DROP_LOSERS = text(
    "DELETE FROM register_newest WHERE corporate_number = ANY (:losers)"
).bindparams(bindparam("losers", type_=ARRAY(Text)))
_APPLY = text(f"""
    INSERT INTO open.register_body
           (business_id, {_COLUMNS}, search_name, grams, payload_sha256)
    SELECT coalesce(c.business_id, gen_random_uuid()),
           {", ".join(f"n.{column}" for column in RegisterRow._fields)},
           n.search_name, n.grams, n.sha256
      FROM register_newest n
      LEFT JOIN core.business c USING (corporate_number)
     ORDER BY n.corporate_number
    ON CONFLICT (corporate_number) DO UPDATE SET
           {", ".join(f"{c} = excluded.{c}" for c in RegisterRow._fields[1:])},
           written_name = NULL, search_name = excluded.search_name, grams = excluded.grams,
           payload_sha256 = excluded.payload_sha256, made_up = false
""")  # noqa: S608
_CHANGED = (
    text("""
    DELETE FROM register_changed c USING register_newest n
     WHERE c.corporate_number = n.corporate_number
    """),
    text(f"""
    INSERT INTO register_changed
    SELECT corporate_number, sha256, {_CHANGE} FROM register_newest
    """),  # noqa: S608
)
_CHANGED_BUSINESSES = text(
    "SELECT c.business_id FROM register_changed JOIN core.business c USING (corporate_number)"
)
_APPLIED = text("SELECT sha256, count(*) AS bodies FROM register_changed GROUP BY 1")
_ABSORBED = text("SELECT corporate_number FROM register_changed WHERE absorbed")
_COUNT = text("SELECT count(*) FROM open.register_body WHERE NOT made_up")


def prepare(conn: Connection) -> None:
    """Take the loads' lock and make the temporary tables; they go with the transaction.

    Raises Conflict while another load holds the lock.
    """
    if not conn.execute(_LOCK).scalar_one():
        raise Conflict(
            "国税庁法人番号を取り込めません。",
            "別の取込みが進行中です。",
            "終わってからやり直してください。",
        )
    conn.execute(_SETTINGS)
    for statement in _TEMPORARY:
        conn.execute(text(statement))


def take_in(conn: Connection, texts: Iterable[str]) -> None:
    """Take in one batch of rows, in the text format of COPY.

    A body that is new is written at once; every row that then is not the stored one is left for
    `settle` to compare.
    """
    arrived = copy_lines(conn, _ARRIVED, texts)
    keep_spellings(conn)
    if conn.execute(_ADD).rowcount < arrived:
        conn.execute(_LEAVE)
    conn.execute(_EMPTY)


def settle(conn: Connection) -> set[UUID]:
    """Leave in `register_newest` only the rows that change what is known of their body.

    Rows that repeat known facts move the serial number and the file that carry them; the ids of
    those bodies that are in `core.business` are returned.
    """
    conn.execute(_NEWEST)
    conn.execute(_DROP_OLDER)
    moved = set(conn.execute(_MOVE_REPEATED).scalars())
    conn.execute(_DROP_REPEATED)
    losers = [
        tie.corporate_number
        for tie in conn.execute(_TIES)
        if (tie.fidelity, tie.facts) < (fidelity_of(RegisterRow(*tie[3:])), tie.stored_facts)
    ]
    conn.execute(_DROP_LOSERS, {"losers": losers})
    return moved


def apply(conn: Connection) -> dict[str, int]:
    """Write the settled rows; how many bodies are new or changed, by the hash of their file."""
    conn.execute(_APPLY)
    for statement in _CHANGED:
        conn.execute(statement)
    return {found.sha256: found.bodies for found in conn.execute(_APPLIED)}


def changed_businesses(conn: Connection) -> set[UUID]:
    """The changed bodies that are in `core.business`."""
    return set(conn.execute(_CHANGED_BUSINESSES).scalars())


def absorbed(conn: Connection) -> list[str]:
    """The changed bodies whose row names a successor."""
    return list(conn.execute(_ABSORBED).scalars())


def count_bodies(conn: Connection) -> int:
    """The bodies of the register known now, made-up ones not counted."""
    return int(conn.execute(_COUNT).scalar_one())
