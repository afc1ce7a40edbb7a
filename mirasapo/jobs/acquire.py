"""Acquisition as jobs: each asks a source as the settings say and gives the counts of its report."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from mirasapo.acquisition.gbizinfo.client import GbizInfo
from mirasapo.acquisition.gbizinfo.run import carry_on, start
from mirasapo.acquisition.http import Rest
from mirasapo.acquisition.jgrants.client import JGrants
from mirasapo.acquisition.jgrants.load import load_jgrants
from mirasapo.acquisition.nta.client import RegisterApi
from mirasapo.acquisition.nta.load import load_nta
from mirasapo.errors import BadInput
from mirasapo.store.tables import business, register_body

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mirasapo.app.root import Platform
    from mirasapo.jobs.task import Progress

_RUNS: Final = UUID("5b0c2f57-6f0e-4c0a-9a3c-2d9f1f4b7e61")
_JAPAN = ZoneInfo("Asia/Tokyo")


def nta_files(platform: Platform, payloads: Sequence[str]) -> dict[str, int]:
    """Load register files that lie in the lake. Raises NotFound for a hash that it lacks."""
    with TemporaryDirectory(prefix="mirasapo-nta-") as folder:
        return _load(platform, [_file(platform, Path(folder), each) for each in payloads])


def nta_changes(
    platform: Platform, from_day: date | None = None, to_day: date | None = None
) -> dict[str, int]:
    """Load what changed in the register, by default since its newest day that is known here.

    Raises BadInput without an application id, or where nothing was loaded yet and no day is given.
    """
    settings = platform.settings
    if not settings.nta_id:
        raise _unset("法人番号 Web-API のアプリケーション ID", "MIRASAPO_NTA_ID")
    first = from_day or _newest_day(platform)
    last = to_day or datetime.now(_JAPAN).date()
    with ExitStack() as stack:
        folder = stack.enter_context(TemporaryDirectory(prefix="mirasapo-nta-"))
        service = RegisterApi(settings.nta_url, settings.nta_id, rate=settings.nta_rate)
        files = stack.enter_context(service).changes(Path(folder), first, last)
        return _load(platform, files)


def gbizinfo(
    platform: Platform, progress: Progress, job_id: int, numbers: Sequence[str] | None = None
) -> dict[str, int]:
    """Load these corporations from gBizINFO, or all that have a corporate number here.

    A job is one run of gathering: tried again, it goes on where it was stopped, also with the rest
    that was asked for. Raises BadInput without a token, Upstream when the service does not answer.
    """
    settings = platform.settings
    if not settings.gbizinfo_token:
        raise _unset("gBizINFO の API トークン", "MIRASAPO_GBIZINFO_TOKEN")
    wanted = list(numbers) if numbers is not None else _known_numbers(platform)
    client = GbizInfo(
        settings.gbizinfo_url,
        settings.gbizinfo_token,
        rate=settings.gbizinfo_rate,
        rest=Rest(settings.gbizinfo_rest_after, settings.gbizinfo_rest_minutes * 60),
    )
    run = uuid5(_RUNS, str(job_id))
    start(platform.databases, client.version, numbers=wanted, run=run)
    with client:
        report = carry_on(
            platform.databases, platform.lake, platform.catalog, client, run, progress
        )
    counts = {name: getattr(report, name) for name in ("rows_read", "rows_applied", "issues")}
    return {"numbers": report.numbers, **report.outcomes, **counts}


def jgrants(platform: Platform) -> dict[str, int]:
    """Load what the keywords find in jGrants; what was asked within 20 hours is not asked again."""
    settings = platform.settings
    with JGrants(settings.jgrants_url, rate=settings.jgrants_rate) as client:
        report = load_jgrants(platform.databases, platform.lake, platform.catalog, client)
    return report.as_dict() | {"issues": len(report.issues), "incomplete": len(report.incomplete)}


def _file(platform: Platform, folder: Path, digest: str) -> Path:
    path = folder / digest
    with path.open("wb") as stream:
        for piece in platform.lake.pieces(digest):
            stream.write(piece)
    return path


def _newest_day(platform: Platform) -> date:
    columns = register_body.c
    asked = select(func.max(columns.updated_on)).where(~columns.made_up)
    with platform.databases.intake.connect() as conn:
        newest = conn.scalars(asked).one()
    if newest is None:
        raise BadInput(
            "どの日からの変更を取得するか分かりません。",
            "登記の情報がまだ一件もありません。",
            "全件ファイルを mirasapo load nta で取り込むか、from_day を指定してください。",
        )
    return date.fromisoformat(str(newest))


def _known_numbers(platform: Platform) -> list[str]:
    columns = business.c
    asked = (
        select(columns.corporate_number)
        .where(columns.corporate_number.is_not(None), ~columns.made_up)
        .order_by(columns.corporate_number)
    )
    with platform.databases.intake.connect() as conn:
        return [str(number) for number in conn.scalars(asked)]


def _unset(what: str, setting: str) -> BadInput:
    return BadInput(
        f"{what}がありません。",
        "発行されたものがないと問い合わせられません。",
        f"{setting} に設定してください。",
    )


def _load(platform: Platform, files: Sequence[Path]) -> dict[str, int]:
    report = load_nta(platform.databases, platform.lake, platform.catalog, files)
    return {
        "files": report.files,
        "rows_read": report.rows_read,
        "rows_applied": report.rows_applied,
        "rows_refused": len(report.refused),
        "businesses": report.businesses,
    }
