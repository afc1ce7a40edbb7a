"""Staged register rows against the stored ones, in SQL: one row a body stays, by a total order.

The order is (updated_on, sequence_number, fidelity, facts, smallest file hash). `facts` is the row
without its serial number; rows with equal facts differ only in where they were published.
Every name that is put into a statement here is a column of our own table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.types import Text

from mirasapo.acquisition.nta.format import FACTS, RegisterRow, fidelity_of
from mirasapo.errors import Conflict

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

_COLUMNS = ", ".join(RegisterRow._fields)

STAGED = f"register_staged ({_COLUMNS}, fidelity, spelling, file_number)"
TERMS = "register_terms (corporate_number, search_name, grams)"
CHANGED_NAMES = "SELECT corporate_number, name, kana, out_of_search FROM register_newest"


def _stored(column: str) -> str:
    """A stored column as the row wrote it: ＿ and not what it stands for (`spelling.py`)."""
    return "coalesce(b.written_name, b.name)" if column == "name" else f"b.{column}"


def _facts_of(alias: str) -> str:
    columns = ", ".join(_stored(fact) if alias == "b" else f"{alias}.{fact}" for fact in FACTS)
    return f'CAST(ROW({columns}) AS text) COLLATE "C"'


_LOCK = text("SELECT pg_try_advisory_xact_lock(hashtext('open.register_body'))")
_SETTINGS = text("SELECT set_config('work_mem', '64MB', true)")
_TEMPORARY = (
    f"""
    CREATE TEMPORARY TABLE register_staged ON COMMIT DROP AS
    SELECT {_COLUMNS}, 0 AS fidelity, false AS spelling, 0 AS file_number
      FROM open.register_body WITH NO DATA
    """,  # noqa: S608
    "CREATE TEMPORARY TABLE register_file (file_number int, sha256 text) ON COMMIT DROP",
    """
    CREATE TEMPORARY TABLE register_terms
        (corporate_number text, search_name text, grams int4[]) ON COMMIT DROP
    """,
)
_NAME_FILE = text("INSERT INTO register_file VALUES (:number, :sha256)")
_NEWEST = text(f"""
    CREATE TEMPORARY TABLE register_newest ON COMMIT DROP AS
    SELECT DISTINCT ON (s.corporate_number) s.*, f.sha256, {_facts_of("s")} AS facts
      FROM register_staged s JOIN register_file f USING (file_number)
     ORDER BY s.corporate_number, s.updated_on DESC, s.sequence_number DESC, s.fidelity DESC,
              facts DESC, f.sha256
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
        RETURNING b.corporate_number
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
           t.search_name, t.grams, n.sha256
      FROM register_newest n
      JOIN register_terms t USING (corporate_number)
      LEFT JOIN core.business c USING (corporate_number)
     ORDER BY n.corporate_number
    ON CONFLICT (corporate_number) DO UPDATE SET
           {", ".join(f"{c} = excluded.{c}" for c in RegisterRow._fields[1:])},
           written_name = NULL, search_name = excluded.search_name, grams = excluded.grams,
           payload_sha256 = excluded.payload_sha256, made_up = false
""")  # noqa: S608
_CHANGED_BUSINESSES = text(
    "SELECT c.business_id FROM register_newest JOIN core.business c USING (corporate_number)"
)
_APPLIED = text("SELECT file_number, count(*) AS bodies FROM register_newest GROUP BY 1")
_ABSORBED = text("SELECT corporate_number FROM register_newest WHERE successor_number IS NOT NULL")
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


def name_files(conn: Connection, files: Sequence[dict[str, Any]]) -> None:
    """Tell the hash of each staged file: `number`, `sha256`."""
    conn.execute(_NAME_FILE, list(files))


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
        if (tie.fidelity, tie.facts) < (fidelity_of(tie[3:]), tie.stored_facts)
    ]
    conn.execute(_DROP_LOSERS, {"losers": losers})
    return moved


def apply(conn: Connection) -> dict[int, int]:
    """Write the settled rows; how many bodies are new or changed, by the number of the file."""
    conn.execute(_APPLY)
    return {found.file_number: found.bodies for found in conn.execute(_APPLIED)}


def changed_businesses(conn: Connection) -> set[UUID]:
    """The changed bodies that are in `core.business`."""
    return set(conn.execute(_CHANGED_BUSINESSES).scalars())


def absorbed(conn: Connection) -> list[str]:
    """The changed bodies whose row names a successor."""
    return list(conn.execute(_ABSORBED).scalars())


def count_bodies(conn: Connection) -> int:
    """The bodies of the register known now, made-up ones not counted."""
    return int(conn.execute(_COUNT).scalar_one())
