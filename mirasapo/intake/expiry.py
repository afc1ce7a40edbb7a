"""The end of a term: what was refused, and uploads that no filing named, leave manifest and lake."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from mirasapo.store.batch_lines import Place, expire_lines
from mirasapo.store.erasures import remove_objects

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from mirasapo.settings import Settings
    from mirasapo.store.databases import Databases
    from mirasapo.store.lake import Lake

_AT_ONCE = 500
_COUNTED = """
    SELECT kind, count(*) AS number, CAST(sum(size_bytes) AS bigint) AS size_bytes
      FROM {} GROUP BY kind
"""
_FOUND = text(_COUNTED.format("core.expired_payloads(:refused_before, :unnamed_before)"))
# What was refused, was there before, or could not be read: no payload lies in that place, or none
# that has not had its time.
_UNNAMED = text(
    """
    SELECT l.within_sha256, l.offset_bytes, l.size_bytes
      FROM core.batch_line l JOIN core.payload o ON o.sha256 = l.within_sha256
     WHERE o.received_at < :refused_before
       AND NOT EXISTS (SELECT FROM core.batch b
                        WHERE b.object_sha256 = o.sha256 AND b.finished_at IS NULL)
       AND NOT EXISTS (SELECT FROM core.payload p
                        WHERE p.within_sha256 = l.within_sha256
                          AND p.offset_bytes = l.offset_bytes
                          AND p.sha256 NOT IN (
                              SELECT e.sha256
                                FROM core.expired_payloads(:refused_before, :unnamed_before) e))
     ORDER BY l.within_sha256, l.offset_bytes
    """
)
_EXPIRE = text(_COUNTED.format("core.expire_payloads(:refused_before, :unnamed_before, :most)"))


@dataclass(frozen=True, slots=True)
class Expired:
    """What a run ended: payloads by kind, their bytes, and how many objects left the lake.

    `lines` of batches are blank now that had been refused, or lie elsewhere as well. Of a dry run
    what would end; nothing has left then.
    """

    kinds: dict[str, int]
    lines: int
    size_bytes: int
    removed: int
    dry_run: bool

    def as_dict(self) -> dict[str, Any]:
        """The run as `mirasapo lake expire --json` prints it."""
        return asdict(self)


def expire(
    databases: Databases,
    lake: Lake,
    settings: Settings,
    moment: datetime,
    *,
    dry_run: bool = False,
    progress: Callable[[int, int | None], object] | None = None,
) -> Expired:
    """End the terms of the settings (`MIRASAPO_REFUSED_DAYS`, `MIRASAPO_DRAFT_DAYS`) as of `moment`.

    An entry a batch stays (`core.erasure`). Safe to be stopped and run again. Raises NotReady when
    database or lake do not answer.
    """
    terms = {
        "refused_before": moment - timedelta(days=settings.refused_days),
        "unnamed_before": moment - timedelta(days=settings.draft_days),
    }
    kinds: Counter[str] = Counter()
    size = 0
    while True:
        with databases.intake.begin() as conn:
            found = conn.execute(_FOUND if dry_run else _EXPIRE, {**terms, "most": _AT_ONCE}).all()
        kinds.update({row.kind: row.number for row in found})
        size += sum(row.size_bytes for row in found)
        if dry_run or not found:
            break
    lines = _blank(databases, lake, terms, dry_run=dry_run)
    removed = 0 if dry_run else remove_objects(databases.intake, lake, progress=progress)
    return Expired(dict(sorted(kinds.items())), lines, size, removed, dry_run)


def _blank(
    databases: Databases, lake: Lake, terms: Mapping[str, datetime], *, dry_run: bool
) -> int:
    """Have what nothing names go from batches of before the term; how many lines."""
    found: dict[str, list[Place]] = {}
    with databases.intake.begin() as conn:
        for row in conn.execute(_UNNAMED, terms):
            found.setdefault(row.within_sha256, []).append(Place(row.offset_bytes, row.size_bytes))
    for old, places in {} if dry_run else found.items():
        with databases.intake.begin() as conn:
            expire_lines(conn, lake, old, places)
    return sum(map(len, found.values()))
