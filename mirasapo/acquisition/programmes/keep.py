"""Entries into the catalogue: every version is kept, the newest is what lists show.

Versions are ordered by the source's own date, then by content hash, never by arrival. A source
without dates (jGrants) is dated when it is asked; then an unchanged answer is no new version.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Literal

from sqlalchemy import bindparam, delete, func, insert, select, text, update
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.dialects.postgresql import insert as upsert

from mirasapo.acquisition.programmes.record import Attachment, Call, Entry, content_hash
from mirasapo.business.search import normalise
from mirasapo.store.tables import (
    payload,
    subsidy,
    subsidy_attachment,
    subsidy_call,
    subsidy_version,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from sqlalchemy import Connection

    from mirasapo.acquisition.programmes.fields import Issue
    from mirasapo.acquisition.programmes.links import Links

Outcome = Literal["new", "changed", "same", "older"]
"""`older`: a version that was not known and is not the newest."""

_SEARCHED = ("title", "catch_phrase", "summary", "number")
_PARTS = {"calls", "attachments"}


def keep(
    conn: Connection, links: Links, entry: Entry, payload_sha256: str, seen_at: datetime
) -> Outcome:
    """Add the entry's version where it is one; put it in front where it is the newest."""
    content = entry.content
    as_of_at, digest = entry.as_of_at or seen_at, content_hash(content)
    found = _locked(conn, entry)
    if found is None:
        subsidy_id = conn.execute(
            insert(subsidy)
            .values(**_columns(entry, links), as_of_at=as_of_at, content_sha256=digest)
            .returning(subsidy.c.subsidy_id)
        ).scalar_one()
        outcome: Outcome = "new"
    else:
        subsidy_id = found.subsidy_id
        outcome = _placed(entry, (found.as_of_at, found.content_sha256), (as_of_at, digest))
        newer = outcome == "changed"
        changes = _columns(entry, links) if newer else {}
        newest = {"as_of_at": as_of_at, "content_sha256": digest} if newer else {}
        conn.execute(
            update(subsidy)
            .where(subsidy.c.subsidy_id == subsidy_id)
            .values(**changes, **newest, checked_at=func.greatest(subsidy.c.checked_at, seen_at))
        )
    if outcome != "same":
        added = conn.execute(
            _VERSION,
            {
                "subsidy_id": subsidy_id,
                "as_of_at": as_of_at,
                "content_sha256": digest,
                "content": content,
                "payload_sha256": payload_sha256,
            },
        ).first()
        if added is None:
            return "same"
    if outcome in {"new", "changed"}:
        _replace(conn, subsidy_id, entry)
    return outcome


def _locked(conn: Connection, entry: Entry) -> Any:
    return conn.execute(
        select(subsidy.c.subsidy_id, subsidy.c.as_of_at, subsidy.c.content_sha256)
        .where(subsidy.c.source == entry.source, subsidy.c.source_id == entry.source_id)
        .with_for_update()
    ).first()


def _placed(entry: Entry, newest: tuple[datetime, str], this: tuple[datetime, str]) -> Outcome:
    if this == newest or (entry.as_of_at is None and this[1] == newest[1]):
        return "same"
    return "changed" if this > newest else "older"


def _columns(entry: Entry, links: Links) -> dict[str, Any]:
    plain = {key: value for key, value in asdict(entry).items() if key not in _PARTS | {"as_of_at"}}
    said = [getattr(entry, name) for name in _SEARCHED]
    return {
        **{key: list(value) if isinstance(value, tuple) else value for key, value in plain.items()},
        "programme": links.programme_of(entry.title),
        "search_text": normalise(" ".join([*filter(None, said), *entry.organisers])),
    }


_VERSION = (
    upsert(subsidy_version).on_conflict_do_nothing().returning(subsidy_version.c.content_sha256)
)


def _replace(conn: Connection, subsidy_id: UUID, entry: Entry) -> None:
    for table, parts in ((subsidy_call, entry.calls), (subsidy_attachment, entry.attachments)):
        conn.execute(delete(table).where(table.c.subsidy_id == subsidy_id))
        if parts:
            conn.execute(insert(table), _rows(subsidy_id, parts))


def _rows(subsidy_id: UUID, parts: Sequence[Call | Attachment]) -> list[dict[str, Any]]:
    return [
        {
            "subsidy_id": subsidy_id,
            "position": position,
            **{
                key: list(value) if isinstance(value, tuple) else value
                for key, value in asdict(part).items()
            },
        }
        for position, part in enumerate(parts, start=1)
    ]


_PAYLOAD = text(
    """
    INSERT INTO core.payload (sha256, size_bytes, media_type, kind, source, faults)
    VALUES (:sha256, :size_bytes, :media_type, :kind, :source, :faults)
    ON CONFLICT (sha256) DO UPDATE SET faults = excluded.faults
     WHERE payload.faults IS DISTINCT FROM excluded.faults
    """
).bindparams(bindparam("faults", type_=JSONB(none_as_null=True)))


def note_payload(
    conn: Connection,
    source: str,
    sha256: str,
    size_bytes: int,
    *,
    media_type: str,
    kind: str = "programmes",
    issues: Sequence[Issue] = (),
) -> None:
    """The payload's line in the manifest, with what could not be read of it."""
    known = conn.execute(select(payload.c.kind).where(payload.c.sha256 == sha256)).scalar()
    if known is not None and known != kind:
        return  # the same bytes came as something else before: its own line stays
    conn.execute(
        _PAYLOAD,
        {
            "sha256": sha256,
            "size_bytes": size_bytes,
            "media_type": media_type,
            "kind": kind,
            "source": source,
            "faults": [issue.as_fault() for issue in issues] or None,
        },
    )
