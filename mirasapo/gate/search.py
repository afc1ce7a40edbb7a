"""Search of businesses by name: public facts of the register, and which classes are open beyond.

Candidates come from three indexes (the whole name, its beginning, its bigrams), so that an exact
hit is never lost among the many hits of two frequent characters. What is open is driven from the
actor's own grant lines by a join: a hit without a line costs nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import ARRAY, Integer, TextClause, bindparam, text

from mirasapo.business.search import grams, longest_kanji, normalise
from mirasapo.business.succession import ChainEnd, Succession, successions
from mirasapo.catalog.check_digit import is_corporate_number
from mirasapo.disclosure.acting import act_as
from mirasapo.disclosure.rule import classes_of
from mirasapo.errors import BadInput, NotFound
from mirasapo.store.row_security import OWN_BUSINESS, line_fits, open_bits_of, setting

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from mirasapo.disclosure.rule import Actor
    from mirasapo.store.databases import Databases

MOST = 100
_CANDIDATES = 1000  # of each index: two frequent characters have a hundred thousand
_EXACT_GRAMS = 2  # so long a query is its one bigram: no recheck


@dataclass(frozen=True, slots=True)
class Hit:
    """A body of the register, and the data classes of its filings that are open to the asker.

    `successor_number` is the next body as the register names it, `succeeded_by` the living one at
    the end of the chain; None where the chain has no living end.
    """

    business_id: UUID
    corporate_number: str
    name: str
    kana: str | None
    address: str | None
    status: str
    closed_on: date | None
    successor_number: str | None
    succeeded_by: str | None
    made_up: bool
    open_classes: tuple[int, ...]


_WHOLE = "b.search_name = :name"
_BEGINNING = "b.search_name LIKE :beginning"
_KANA = r"upper(regexp_replace(normalize(b.kana, NFKC), '[\s・·･]+', '', 'g'))"
_INSIDE = (
    "b.grams @> :grams AND (:exact OR position(:name IN b.search_name) > 0"
    f" OR position(:name IN {_KANA}) > 0"
    " OR position(:name IN upper(normalize(b.written_name, NFKC))) > 0)"
)
# Found under other kanji than were typed: 山崎 for 山﨑.
_OTHER_SPELLING = "position(:spelled IN {}.name) = 0"


def _statement(*ways: str) -> TextClause:
    candidates = " UNION ".join(
        "(SELECT b.corporate_number FROM open.register_body b"  # noqa: S608 - see below
        f" WHERE {way} AND NOT b.out_of_search LIMIT {_CANDIDATES})"
        for way in ways
    )
    return text(f"""
        WITH hit AS MATERIALIZED (
            SELECT b.*, CASE WHEN {_WHOLE} THEN 0 WHEN {_BEGINNING} THEN 1 ELSE 2 END AS rank
            FROM ({candidates}) c JOIN open.register_body b USING (corporate_number)
            ORDER BY rank, b.closed_on IS NOT NULL, {_OTHER_SPELLING.format("b")},
                     char_length(b.search_name), b.corporate_number
            LIMIT :limit
        ), reachable AS (
            SELECT hit.business_id FROM hit JOIN trust.grant_line l USING (business_id)
            WHERE {line_fits("l")}
            UNION
            SELECT hit.business_id FROM hit
            WHERE hit.business_id = {OWN_BUSINESS} OR {setting("policy_bits", "bigint")} <> 0
        ), opened AS (
            SELECT f.business_id, bit_or(f.class_bits & {open_bits_of("f")}) AS bits
            FROM reachable JOIN core.filing f USING (business_id)
            GROUP BY f.business_id
        )
        SELECT hit.business_id, hit.corporate_number, hit.name, hit.kana,
               nullif(coalesce(hit.address_outside,
                               concat(hit.prefecture, hit.city, hit.street)), '') AS address,
               hit.closed_on, hit.successor_number, hit.made_up, coalesce(o.bits, 0) AS bits
        FROM hit LEFT JOIN opened o USING (business_id)
        ORDER BY hit.rank, hit.closed_on IS NOT NULL, {_OTHER_SPELLING.format("hit")},
                 char_length(hit.search_name), hit.corporate_number
    """)  # noqa: S608 - the project's own expressions


_BY_BIGRAMS = _statement(_WHOLE, _BEGINNING, _INSIDE).bindparams(
    bindparam("grams", type_=ARRAY(Integer))
)
_BY_BEGINNING = _statement(_WHOLE, _BEGINNING)


def search(
    databases: Databases,
    actor: Actor,
    name: str,
    *,
    purpose: int = 6,
    limit: int = 20,
    moment: datetime | None = None,
) -> tuple[Hit, ...]:
    """The bodies whose name or kana has `name` in it, best first, at most `limit` (1–100).

    A single character is looked for at the beginning of names. Exact names come first, then
    beginnings, open bodies before closed ones, the kanji that were typed before their variants,
    short names before long. Raises BadInput for an
    empty name or a limit out of range. Open data makes no ledger entry.
    """
    wanted = normalise(name)
    if not wanted:
        raise BadInput("検索する名前がありません。", "", "事業者名の一部を入力してください。")
    if not 1 <= limit <= MOST:
        raise BadInput("件数の指定が正しくありません。", "", f"1から{MOST}で指定してください。")
    packed = grams(wanted)
    asked: dict[str, object] = {
        "name": wanted,
        "spelled": longest_kanji(name),
        "beginning": f"{_literal(wanted)}%",
        "limit": limit,
    }
    if packed:
        asked |= {"grams": packed, "exact": len(wanted) == _EXACT_GRAMS and _in_basic_plane(wanted)}
    with databases.gateway.begin() as conn:
        act_as(conn, actor, purpose, moment)
        rows = conn.execute(_BY_BIGRAMS if packed else _BY_BEGINNING, asked).all()
        merged = successions(conn, (row.corporate_number for row in rows if row.successor_number))
        return tuple(
            Hit(
                row.business_id,
                row.corporate_number,
                row.name,
                row.kana,
                row.address,
                "active" if row.closed_on is None else "closed",
                row.closed_on,
                row.successor_number,
                _living(merged.get(row.corporate_number)),
                row.made_up,
                classes_of(row.bits),
            )
            for row in rows
        )


def _living(found: Succession | None) -> str | None:
    return None if found is None else found.succeeded_by


def find_number(databases: Databases, corporate_number: str) -> Succession:
    """What became of a corporate number: public facts, no ledger entry.

    Raises BadInput for a number that is none, NotFound for one that the register does not hold.
    """
    if not is_corporate_number(corporate_number):
        raise BadInput(
            "法人番号が正しくありません。",
            "13桁の数字でないか、検査用数字が合いません。",
            "番号を確かめてください。",
        )
    with databases.gateway.begin() as conn:
        found = successions(conn, [corporate_number])[corporate_number]
    if found.end is ChainEnd.UNKNOWN and len(found.numbers) == 1:
        raise NotFound(
            "その法人番号は登記の情報にありません。",
            "取り込んだ国税庁法人番号公表サイトのデータに含まれていません。",
            "番号を確かめるか、新しいデータの取込みを担当者に頼んでください。",
        )
    return found


def _literal(wanted: str) -> str:
    """The text as LIKE reads it literally."""
    return "".join(f"\\{char}" if char in "\\%_" else char for char in wanted)


def _in_basic_plane(wanted: str) -> bool:
    """Its bigrams are exact; a character beyond is folded and needs the recheck."""
    return max(map(ord, wanted)) < 0x10000  # noqa: PLR2004 - the end of the basic plane
