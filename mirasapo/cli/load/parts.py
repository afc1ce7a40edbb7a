"""What the ways of loading share: days that were asked for, and how much is listed."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from mirasapo.cli.output import note
from mirasapo.errors import BadInput

LISTED = 20


def read_days(
    first: str | None, last: str | None, begins: str = "--from", ends: str = "--to"
) -> tuple[date, date] | None:
    """The asked days; the last alone is refused, the first alone is until today."""
    if first is None and last is None:
        return None
    try:
        today = datetime.now(ZoneInfo("Asia/Tokyo")).date()
        return date.fromisoformat(first or ""), date.fromisoformat(last) if last else today
    except ValueError:
        raise BadInput(
            "取得する期間を読めません。",
            f"{begins} と {ends} は「2021-07-01」の形の日付です。",
            f"{begins} 2021-07-01 {ends} 2021-07-31 のように指定してください。",
        ) from None


def note_issues(issues: list[dict[str, str]]) -> None:
    """The first of what could not be read for certain."""
    for each in issues[:LISTED]:
        note(f"{each['what']}: {each['why']}")
    if len(issues) > LISTED:
        note(f"ほか{len(issues) - LISTED:,}件。--json で全部を出します。")
