"""Where the bytes of a payload lie: in an object of the lake of their own, or within a batch's.

A filing of a batch is a line of the batch's object: its hash, its place and its length are in the
manifest, its bytes are kept once (decision 0006).
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from sqlalchemy import select

from mirasapo.store.among import among
from mirasapo.store.lake import corrupt
from mirasapo.store.tables import payload

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import ColumnElement, Connection

    from mirasapo.store.lake import Lake


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of another payload's object: from `offset`, so many bytes."""

    within_sha256: str
    offset: int
    size_bytes: int


def slices(conn: Connection, digests: Collection[str]) -> dict[str, Slice]:
    """Those of the payloads that lie within another's object."""
    return slices_where(conn, among(payload.c.sha256, digests))


def slices_where(conn: Connection, condition: ColumnElement[bool]) -> dict[str, Slice]:
    """Where the payloads lie that meet the condition and lie within another's object."""
    columns = payload.c
    found = conn.execute(
        select(columns.sha256, columns.within_sha256, columns.offset_bytes, columns.size_bytes)
        .where(condition, columns.within_sha256.is_not(None))
        .order_by(columns.within_sha256, columns.offset_bytes)
    )
    return {row.sha256: Slice(*row[1:]) for row in found}


def read_payload(lake: Lake, digest: str, place: Slice | None) -> bytes:
    """The bytes of a payload, verified; `place` as `slices` gives it. Raises as `Lake.get`."""
    if place is None:
        return lake.get(digest)
    content = lake.part(place.within_sha256, place.offset, place.size_bytes)
    if sha256(content).hexdigest() != digest:
        raise corrupt(digest)
    return content
