"""One body under one name: ＿ of the Shift_JIS files, and the character that it stands for.

A Shift_JIS file writes ＿ (full-width low line) where it cannot hold a character. Any UTF-8 row of the
same body, older or newer, tells which one it was. Both are kept: `name` is the spelling,
`written_name` the row's own. Where two spellings would fit nothing is guessed: ＿ stays.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import ARRAY, Integer, Text, bindparam, text

from mirasapo.acquisition.nta.format import beyond_shift_jis
from mirasapo.business.search import index_terms

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from sqlalchemy import Connection

STAND_IN = "＿"

_KEEP = text(
    """
    WITH kept AS (
        INSERT INTO open.register_spelling (corporate_number, name)
        SELECT DISTINCT corporate_number, name FROM register_arrived
         WHERE spelling AND name NOT LIKE '%＿%'
            ON CONFLICT DO NOTHING
        RETURNING corporate_number
    )
    INSERT INTO register_spelt SELECT corporate_number FROM kept
    """
)
_UNCERTAIN = text(
    """
    SELECT b.corporate_number, b.name, coalesce(b.written_name, b.name) AS written, b.kana,
           b.out_of_search, s.name AS spelling, c.business_id
      FROM (SELECT corporate_number FROM register_changed WHERE uncertain
             UNION SELECT corporate_number FROM register_spelt) touched
      JOIN open.register_body b USING (corporate_number)
      JOIN open.register_spelling s USING (corporate_number)
      LEFT JOIN core.business c USING (corporate_number)
     WHERE coalesce(b.written_name, b.name) LIKE '%＿%'
    """
)
_SPELL = text(
    """
    UPDATE open.register_body
       SET name = :name, written_name = nullif(:written, :name), search_name = :search_name,
           grams = :grams
     WHERE corporate_number = :number
    """
).bindparams(bindparam("grams", type_=ARRAY(Integer)), bindparam("name", type_=Text))


def stands_for(written: str, spelling: str) -> bool:
    """Whether `written` is `spelling` with ＿ for some of the characters Shift_JIS cannot hold."""
    return len(written) == len(spelling) and all(
        own == true or (own == STAND_IN and beyond_shift_jis(true))
        for own, true in zip(written, spelling, strict=True)
    )


def spelled(written: str, spellings: Iterable[str]) -> str:
    """The one spelling that `written` stands for; `written` itself where none or several fit."""
    fitting = {each for each in spellings if stands_for(written, each)}
    return fitting.pop() if len(fitting) == 1 else written


def keep_spellings(conn: Connection) -> None:
    """Remember the arrived names that Shift_JIS cannot hold, whatever becomes of their rows."""
    conn.execute(_KEEP)


def spell_names(conn: Connection) -> set[UUID]:
    """Give the touched bodies the names that their ＿ stand for; the ids of those in the master.

    Runs after the rows are applied; what it writes depends on the rows ever seen, not on their
    order.
    """
    bodies = defaultdict(list)
    for row in conn.execute(_UNCERTAIN):
        bodies[row.corporate_number].append(row)
    changed = set()
    for number, rows in bodies.items():
        first = rows[0]
        name = spelled(first.written, (row.spelling for row in rows))
        if name == first.name:
            continue
        terms = ("", []) if first.out_of_search else index_terms(name, first.kana, first.written)
        conn.execute(
            _SPELL,
            {
                "number": number,
                "name": name,
                "written": first.written,
                "search_name": terms[0],
                "grams": terms[1],
            },
        )
        if first.business_id is not None:
            changed.add(first.business_id)
    return changed
