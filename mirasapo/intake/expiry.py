"""The end of a term: refused payloads and uploads that no filing named leave manifest and lake."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from mirasapo.store.erasures import remove_objects

if TYPE_CHECKING:
    from collections.abc import Callable
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
_EXPIRE = text(_COUNTED.format("core.expire_payloads(:refused_before, :unnamed_before, :most)"))


@dataclass(frozen=True, slots=True)
class Expired:
    """What a run ended: payloads by kind, their bytes, and how many objects left the lake.

    Of a dry run what would end; nothing has left then.
    """

    kinds: dict[str, int]
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
    removed = 0 if dry_run else remove_objects(databases.intake, lake, progress=progress)
    return Expired(dict(sorted(kinds.items())), size, removed, dry_run)
