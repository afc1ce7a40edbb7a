"""The lines of batches where they lie, and how one of them goes from the lake (decision 0006).

An object of the lake is never changed. So a line goes by writing the object anew with spaces in its
place, under another hash: every other line stays where it is. In one transaction what lies in the old
object is pointed to the new one, and the old one is noted among the erased objects, which leave the
lake afterwards (`erasures.remove_objects`). Stopped before, nothing has happened but that the lake
holds the new object already; stopped after, the old one is pending.

    core.blank_batch_lines(erasure, old_object, new_object, offsets)    owner's
    core.expire_batch_lines(old_object, new_object, offsets)            intake may call it
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from tempfile import TemporaryFile
from typing import TYPE_CHECKING

from sqlalchemy import ARRAY, BigInteger, Text, bindparam, select, text

from mirasapo.store.among import among
from mirasapo.store.lake import corrupt
from mirasapo.store.tables import batch_line

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from uuid import UUID

    from sqlalchemy import Connection

    from mirasapo.store.lake import Lake


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line begins in the object of its batch, how long it is, and the hash of its filing.

    None is the hash of what is longer than a filing may be.
    """

    offset: int
    size_bytes: int
    sha256: str | None = None


_ADD = text(
    """
    INSERT INTO core.batch_line (within_sha256, offset_bytes, size_bytes, sha256)
    SELECT :within, * FROM unnest(:offsets, :sizes, :digests) ON CONFLICT DO NOTHING
    """
).bindparams(
    bindparam("offsets", type_=ARRAY(BigInteger)),
    bindparam("sizes", type_=ARRAY(BigInteger)),
    bindparam("digests", type_=ARRAY(Text)),
)


def note_lines(conn: Connection, within: str, places: Sequence[Place]) -> None:
    """Note what lies where in the object of a batch."""
    columns = {
        "offsets": [each.offset for each in places],
        "sizes": [each.size_bytes for each in places],
        "digests": [each.sha256 for each in places],
    }
    conn.execute(_ADD, {"within": within, **columns})


def lines_of(conn: Connection, digests: Collection[str]) -> dict[str, list[Place]]:
    """Every place where one of these filings lies in a batch, by the batch's object."""
    found: dict[str, list[Place]] = {}
    columns = batch_line.c
    asked = select(batch_line).where(among(columns.sha256, digests))
    for row in conn.execute(asked.order_by(columns.within_sha256, columns.offset_bytes)):
        place = Place(row.offset_bytes, row.size_bytes, row.sha256)
        found.setdefault(row.within_sha256, []).append(place)
    return found


def blanked(lake: Lake, digest: str, places: Iterable[Place]) -> str:
    """Put an object into the lake that has spaces in these places of another; its hash.

    Raises NotFound, CorruptObject and NotReady as `Lake.get`.
    """
    ordered, found, position = sorted(places, key=lambda each: each.offset), sha256(), 0
    with TemporaryFile() as scratch:  # without a name: whoever is killed leaves nothing
        for piece in lake.pieces(digest):
            found.update(piece)
            scratch.write(_with_spaces(piece, position, ordered))
            position += len(piece)
        if found.hexdigest() != digest:
            raise corrupt(digest)
        return lake.put_stream(scratch)


def _with_spaces(piece: bytes, position: int, places: Sequence[Place]) -> bytes:
    end = position + len(piece)
    content = bytearray(piece)
    for each in places:
        first = max(each.offset, position)
        last = min(each.offset + each.size_bytes, end)
        if first < last:
            content[first - position : last - position] = b" " * (last - first)
    return bytes(content)


def blank_lines(
    conn: Connection, lake: Lake, erasure_id: UUID, places: dict[str, list[Place]]
) -> list[str]:
    """Have these lines go from the objects of their batches, as the owner; the old objects.

    Nothing in the manifest may lie in the places any more.
    """
    for old, some in places.items():
        conn.execute(_BLANK, {"erasure": erasure_id, **_moved(lake, old, some)})
    return sorted(places)


def expire_lines(conn: Connection, lake: Lake, old: str, places: Sequence[Place]) -> None:
    """The same of lines of one object that nothing names, as intake; an entry of its own stays."""
    conn.execute(_EXPIRE_CALL, _moved(lake, old, places))


def _moved(lake: Lake, old: str, places: Sequence[Place]) -> dict[str, object]:
    return {
        "old": old,
        "new": blanked(lake, old, places),
        "offsets": [each.offset for each in places],
    }


_OFFSETS = bindparam("offsets", type_=ARRAY(BigInteger))
_BLANK = text("SELECT core.blank_batch_lines(:erasure, :old, :new, :offsets)").bindparams(_OFFSETS)
_EXPIRE_CALL = text("SELECT core.expire_batch_lines(:old, :new, :offsets)").bindparams(_OFFSETS)

# Whoever places something in the object, or sends the batch again, holds the object's line: a foreign
# key does. So what is asked after it was locked stays true.
_BLANK_LINES = """
    CREATE OR REPLACE FUNCTION core.blank_batch_lines(
        erasure uuid, old_object text, new_object text, offsets bigint[]) RETURNS void
    LANGUAGE plpgsql SET search_path = '' AS $$
    BEGIN
    PERFORM FROM core.payload WHERE sha256 = old_object AND kind = 'batch' FOR UPDATE;
    IF NOT FOUND OR EXISTS (
        SELECT FROM core.payload p
         WHERE p.within_sha256 = old_object AND p.offset_bytes = ANY (offsets)
    ) THEN
        RAISE 'not a batch, or a line of it that is held';
    END IF;
    INSERT INTO core.payload (sha256, size_bytes, media_type, kind, source, received_at)
    SELECT new_object, size_bytes, media_type, kind, source, received_at
      FROM core.payload WHERE sha256 = old_object ON CONFLICT DO NOTHING;
    INSERT INTO core.batch_line (within_sha256, offset_bytes, size_bytes, sha256)
    SELECT new_object, l.offset_bytes, l.size_bytes, l.sha256
      FROM core.batch_line l
     WHERE l.within_sha256 = old_object AND l.offset_bytes <> ALL (offsets)
    ON CONFLICT DO NOTHING;
    DELETE FROM core.batch_line WHERE within_sha256 = old_object;
    UPDATE core.payload SET within_sha256 = new_object WHERE within_sha256 = old_object;
    UPDATE core.batch SET object_sha256 = new_object WHERE object_sha256 = old_object;
    INSERT INTO core.erased_object (erasure_id, sha256, kind, size_bytes)
    SELECT erasure, sha256, kind, size_bytes FROM core.payload WHERE sha256 = old_object;
    DELETE FROM core.payload WHERE sha256 = old_object;
    END $$"""
_EXPIRE_LINES = """
    CREATE OR REPLACE FUNCTION core.expire_batch_lines(
        old_object text, new_object text, offsets bigint[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    DECLARE made uuid := gen_random_uuid();
    BEGIN
    PERFORM FROM core.payload WHERE sha256 = old_object FOR UPDATE;
    IF EXISTS (SELECT FROM core.batch WHERE object_sha256 = old_object AND finished_at IS NULL)
       OR EXISTS (SELECT FROM core.payload WHERE sha256 = old_object
                   AND received_at > clock_timestamp() - interval '1 day') THEN
        RAISE 'a batch in work, or of today';
    END IF;
    INSERT INTO core.erasure (erasure_id, kind, ordered_by, reason)
    VALUES (made, 'term', session_user, '保存期間の満了');
    PERFORM core.blank_batch_lines(made, old_object, new_object, offsets);
    END $$"""


def statements(intake: str) -> list[str]:
    """The functions, run by the owner; `intake` is the login that may have a term end."""
    arguments = "old_object text, new_object text, offsets bigint[]"
    return [
        _BLANK_LINES,
        _EXPIRE_LINES,
        f"REVOKE ALL ON FUNCTION core.blank_batch_lines(erasure uuid, {arguments}) FROM PUBLIC",
        f"REVOKE ALL ON FUNCTION core.expire_batch_lines({arguments}) FROM PUBLIC",
        f'GRANT EXECUTE ON FUNCTION core.expire_batch_lines({arguments}) TO "{intake}"',
    ]
