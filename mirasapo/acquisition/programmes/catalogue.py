"""Reading the catalogue: lists, one entry, and what changed from version to version."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from sqlalchemy import ARRAY, ColumnElement, Text, cast, exists, func, or_, select

from mirasapo.acquisition.programmes.record import JAPAN
from mirasapo.acquisition.programmes.regions import words_for
from mirasapo.acquisition.programmes.sources import SOURCES
from mirasapo.business.search import normalise
from mirasapo.errors import NotFound
from mirasapo.store.tables import (
    subsidy,
    subsidy_attachment,
    subsidy_call,
    subsidy_version,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection, Table

MOST = 100
_INTERNAL = {"search_text", "content_sha256"}
_LISTED = (
    *("subsidy_id", "source", "source_id", "programme", "title", "catch_phrase", "kind"),
    *("organisers", "regions", "employees", "rate", "amount_cap_yen", "url", "as_of_at"),
    "checked_at",
)
_PARTS = {"calls": "公募", "attachments": "添付ファイル"}


def find(
    conn: Connection,
    *,
    words: str | None = None,
    region: str | None = None,
    open_on: date | None = None,
    programme: str | None = None,
    limit: int = 20,
    offset: int = 0,
) -> tuple[list[dict[str, Any]], int]:
    """Entries that hold all the words, and how many there are in all.

    Those with the words in their title come first, then the newest.
    `region`: entries for that prefecture, its area or 全国, and those that do not say where.
    `open_on`: entries of which a call is open that day, its beginning and its end both known.
    Raises BadInput for a region that is no prefecture.
    """
    asked = [normalise(word) for word in (words or "").split()]
    wanted = _wanted(asked, region, open_on, programme)
    in_title = [(func.strpos(func.upper(subsidy.c.title), word) > 0).desc() for word in asked]
    rows = conn.execute(
        select(*(subsidy.c[name] for name in _LISTED), func.count().over().label("total"))
        .where(*wanted)
        .order_by(*in_title, subsidy.c.as_of_at.desc(), subsidy.c.subsidy_id)
        .limit(limit)
        .offset(offset)
    ).mappings()
    found = [dict(row) for row in rows]
    if found:
        total = found[0]["total"]
    else:
        total = conn.execute(select(func.count()).select_from(subsidy).where(*wanted)).scalar_one()
    calls = _parts(conn, subsidy_call, [each["subsidy_id"] for each in found])
    return [
        {
            **{name: each[name] for name in _LISTED},
            "calls": calls.get(each["subsidy_id"], []),
            "attribution": SOURCES[each["source"]].attribution,
        }
        for each in found
    ], total


def _wanted(
    asked: list[str], region: str | None, open_on: date | None, programme: str | None
) -> list[ColumnElement[bool]]:
    wanted = [func.strpos(subsidy.c.search_text, word) > 0 for word in asked if word]
    if region is not None:
        words = cast(words_for(region), ARRAY(Text))
        unsaid = func.cardinality(subsidy.c.regions) == 0
        wanted.append(or_(subsidy.c.regions.bool_op("&&")(words), unsaid))
    if open_on is not None:
        call = subsidy_call.c
        begins = datetime.combine(open_on, time(), JAPAN)
        wanted.append(
            exists().where(
                call.subsidy_id == subsidy.c.subsidy_id,
                call.accepts_from <= open_on,
                call.accepts_until >= open_on,
                or_(call.accepts_until_at.is_(None), call.accepts_until_at > begins),
            )
        )
    if programme is not None:
        wanted.append(subsidy.c.programme == programme)
    return wanted


def read(conn: Connection, subsidy_id: UUID) -> dict[str, Any]:
    """An entry with its calls, files, versions and where it is from. Raises NotFound."""
    row = conn.execute(select(subsidy).where(subsidy.c.subsidy_id == subsidy_id)).mappings().first()
    if row is None:
        raise NotFound(
            "この制度の情報は見つかりません。",
            "ID が違うか、まだ取り込まれていません。",
            "制度の一覧から選び直してください。",
        )
    source = SOURCES[row["source"]]
    return {
        **{key: value for key, value in row.items() if key not in _INTERNAL},
        "calls": _parts(conn, subsidy_call, [subsidy_id]).get(subsidy_id, []),
        "attachments": _parts(conn, subsidy_attachment, [subsidy_id]).get(subsidy_id, []),
        "source_ja": source.name_ja,
        "attribution": source.attribution,
        "licence": source.licence,
        "versions": _versions(conn, subsidy_id),
    }


def _parts(
    conn: Connection, table: Table, subsidy_ids: list[UUID]
) -> dict[UUID, list[dict[str, Any]]]:
    rows = conn.execute(
        select(table).where(table.c.subsidy_id.in_(subsidy_ids)).order_by(table.c.position)
    ).mappings()
    found: dict[UUID, list[dict[str, Any]]] = {}
    for row in rows:
        inner = {key: value for key, value in row.items() if key not in {"subsidy_id", "position"}}
        found.setdefault(row["subsidy_id"], []).append(inner)
    return found


def _versions(conn: Connection, subsidy_id: UUID) -> list[dict[str, Any]]:
    """Newest first: number, dates, and which columns differ from the version before."""
    version = subsidy_version.c
    rows = conn.execute(
        select(version.as_of_at, version.seen_at, version.content)
        .where(version.subsidy_id == subsidy_id)
        .order_by(version.as_of_at, version.content_sha256)
    ).all()
    before: Mapping[str, Any] | None = None
    found = []
    for number, row in enumerate(rows, start=1):
        changes = [] if before is None else _changes(before, row.content)
        found.append(
            {
                "version_no": number,
                "as_of_at": row.as_of_at,
                "seen_at": row.seen_at,
                "changes": changes,
            }
        )
        before = row.content
    return found[::-1]


def _changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The columns that differ, each with both values; a new column differs from nothing."""
    return [
        {
            "column": name,
            "label_ja": _PARTS.get(name) or subsidy.c[name].comment,
            "before": before.get(name),
            "after": after.get(name),
        }
        for name in sorted({*before, *after})
        if (before.get(name) or None) != (after.get(name) or None)
    ]
