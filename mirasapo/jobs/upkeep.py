"""What keeps the house as jobs: rebuild, checks, tidying."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import func, select, text

from mirasapo.business import rebuild, state
from mirasapo.errors import MirasapoError
from mirasapo.intake import expiry
from mirasapo.intake.batches import remove_left
from mirasapo.intake.idempotency import forget_expired
from mirasapo.intake.scanning import Scanner, scan_again
from mirasapo.intake.uploads import UploadDesk
from mirasapo.store import lake_check
from mirasapo.store.tables import payload

if TYPE_CHECKING:
    from mirasapo.app.root import Platform
    from mirasapo.jobs.task import Progress

KEPT_DAYS = 30

_RECEIVED = select(func.count()).select_from(payload)


def rebuild_master(platform: Platform, progress: Progress) -> dict[str, int]:
    """Fold the master again.

    Raises MirasapoError when it comes out otherwise though nothing was received meanwhile: a
    projection was missed.
    """
    databases, catalog = platform.databases, platform.catalog
    with databases.intake.connect() as conn:
        before, received = state.state(conn, catalog)["state_hash"], conn.scalar(_RECEIVED)
    rebuilt = rebuild.rebuild(databases, platform.lake, catalog, progress)
    with databases.intake.connect() as conn:
        quiet = conn.scalar(_RECEIVED) == received
    counts = {
        "businesses": rebuilt.businesses,
        "filings": rebuilt.filings,
        "values": rebuilt.values,
    }
    if quiet and rebuilt.state_hash != before:
        raise MirasapoError(
            "マスタを作り直したところ、前と違う内容になりました。",
            "作り直す前のマスタに、投影の取りこぼしがありました。今は作り直した内容です。",
            "データモデルを変えたあとでなければ、mirasapo lake verify で保管庫を確かめてください。",
            **counts,
        )
    return counts


def verify_lake(platform: Platform, progress: Progress, again: bool) -> dict[str, int]:
    """Hash every payload again; one that was stopped goes on where it was.

    Raises MirasapoError, with counts, when the lake is not sound.
    """
    parts = (platform.databases, platform.lake, platform.settings.home)
    report = lake_check.verify_lake(*parts, resume=again, progress=progress)
    found = ("corrupt", "missing", "orphans", "strange")
    counts = {"checked": report.checked, **{name: len(getattr(report, name)) for name in found}}
    if not report.sound:
        raise MirasapoError(
            "受信データの保管庫に異常があります。",
            f"壊れた原本 {counts['corrupt']}、失われた原本 {counts['missing']}、"
            f"名前の正しくないもの {counts['strange']}。",
            "mirasapo lake verify で範囲を確かめ、バックアップから戻してください。",
            **counts,
        )
    return counts


def expire_payloads(platform: Platform, progress: Progress) -> dict[str, int]:
    """End the terms of refused payloads and of uploads that no filing named."""
    parts = (platform.databases, platform.lake, platform.settings, datetime.now(UTC))
    found = expiry.expire(*parts, progress=progress)
    return {
        **found.kinds,
        "lines": found.lines,
        "size_bytes": found.size_bytes,
        "removed": found.removed,
    }


def tidy_uploads(platform: Platform) -> dict[str, int]:
    """Delete uploads, and answers to an Idempotency-Key, whose term is over."""
    moment = datetime.now(UTC)
    desk = UploadDesk.of(platform.databases, platform.lake, platform.settings)
    removed = desk.remove_expired(moment)
    remove_left(platform.settings.home, moment)
    with platform.databases.intake.begin() as conn:
        return {"uploads": removed, "answers": forget_expired(conn, moment)}


def scan_quarantined(platform: Platform) -> dict[str, int]:
    """Scan what is quarantined; without a scanner nothing is done."""
    if not platform.settings.clamd:
        return {}
    found = scan_again(platform.databases, platform.lake, Scanner(platform.settings.clamd))
    return {name: found[name] for name in ("clean", "infected", "quarantined")}


def forget_jobs(platform: Platform) -> dict[str, int]:
    """Delete what is known of jobs that ended long ago, however they ended."""
    ended_before = datetime.now(UTC) - timedelta(days=KEPT_DAYS)
    with platform.databases.jobs.begin() as conn:
        conn.execute(text("SET LOCAL search_path = jobs"))  # the triggers of the queue
        gone = conn.execute(_FORGET, {"before": ended_before}).rowcount
        conn.execute(_REPORTS)
    return {"jobs": gone}


_FORGET = text(
    """
    DELETE FROM procrastinate_jobs j WHERE status NOT IN ('todo', 'doing')
      AND NOT EXISTS (
          SELECT FROM procrastinate_events e WHERE e.job_id = j.id AND e.at >= :before)
    """
)
_REPORTS = text(
    """
    DELETE FROM job_report r
    WHERE NOT EXISTS (SELECT FROM procrastinate_jobs j WHERE j.id = r.job_id)
    """
)
