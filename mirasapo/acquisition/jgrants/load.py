"""jGrants into the catalogue: find by keywords, unite by id, then each subsidy in its own transaction.

A load that was stopped goes on where it stopped: what was asked a short while ago is not asked
again.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Protocol

import msgspec
from sqlalchemy import select

from mirasapo.acquisition.bulk import bulk_transaction
from mirasapo.acquisition.jgrants import SOURCE
from mirasapo.acquisition.jgrants.answer import Answer, Unreadable, read_answer
from mirasapo.acquisition.jgrants.attachments import take_out
from mirasapo.acquisition.jgrants.client import is_id, require_keyword
from mirasapo.acquisition.jgrants.config import ALSO, KEYWORDS
from mirasapo.acquisition.jgrants.mapping import read_subsidy
from mirasapo.acquisition.programmes.fields import Issue
from mirasapo.acquisition.programmes.keep import keep, note_payload
from mirasapo.acquisition.programmes.links import Links
from mirasapo.acquisition.programmes.regions import words_for
from mirasapo.store.tables import subsidy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mirasapo.catalog import Catalog
    from mirasapo.store.databases import Databases
    from mirasapo.store.lake import Lake

_JSON = "application/json"
FRESH_FOR = timedelta(hours=20)
"""A subsidy that was looked at within a day needs no new look."""


class Client(Protocol):
    """What the load asks of a client."""

    def find(self, keyword: str, *, area: str | None = None, open_only: bool = False) -> Answer:
        """The rows that a keyword finds."""

    def fetch_detail(self, source_id: str, into: Path) -> bool:
        """Put the answer for one subsidy into a file; False where there is none."""


@dataclass(slots=True)
class Report:
    """What one load did.

    `found`: subsidies that the keywords found, `recent` those of them not asked again, `none` those
    without a detail. `by_keyword`: what each keyword found, and how many no earlier one had.
    `incomplete`: lists that were cut or broken, so that something may be missing.
    """

    found: int = 0
    recent: int = 0
    new: int = 0
    changed: int = 0
    same: int = 0
    older: int = 0
    linked: int = 0
    attachments: int = 0
    none: list[str] = field(default_factory=list)
    by_keyword: list[dict[str, Any]] = field(default_factory=list)
    incomplete: list[dict[str, str]] = field(default_factory=list)
    issues: list[dict[str, str]] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        """The report as one JSON object."""
        return asdict(self)


def load_jgrants(
    databases: Databases,
    lake: Lake,
    catalog: Catalog,
    client: Client,
    keywords: Sequence[str] = KEYWORDS,
    *,
    area: str | None = None,
    open_only: bool = False,
    fresh_for: timedelta = FRESH_FOR,
) -> Report:
    """Take over what the keywords find; `fresh_for` says how long a subsidy needs no new look.

    Raises BadInput for a keyword or an area that is none, Upstream when the service does not answer
    well; the subsidies before it stay.
    """
    for keyword in keywords:
        require_keyword(keyword)
    if area is not None:
        words_for(area)
    report, links = Report(), Links(catalog)
    wanted = _found(client, keywords, area, open_only, report)
    report.found = len(wanted)
    recent = _recent(databases, datetime.now(UTC) - fresh_for)
    for source_id in wanted:
        if source_id in recent:
            report.recent += 1
        else:
            _take_over(databases, lake, links, client, source_id, report)
    return report


def _found(
    client: Client, keywords: Sequence[str], area: str | None, open_only: bool, report: Report
) -> list[str]:
    """The ids that the keywords find, united; asked for the area and for the whole country."""
    united: dict[str, None] = {}
    for keyword in dict.fromkeys(keywords):
        seen: set[str] = set()
        for asked in [None] if area is None else dict.fromkeys([area, ALSO]):
            answer = client.find(keyword, area=asked, open_only=open_only)
            if answer.why is not None:
                report.incomplete.append({"keyword": keyword, "why": answer.why})
            strange = sum(not is_id(row.get("id")) for row in answer.rows)
            if strange:
                why = f"IDの読めない行が{strange}あります。"
                report.incomplete.append({"keyword": keyword, "why": why})
            seen.update(row["id"] for row in answer.rows if is_id(row.get("id")))
        fresh = sorted(seen - united.keys())
        report.by_keyword.append({"keyword": keyword, "found": len(seen), "fresh": len(fresh)})
        united.update(dict.fromkeys(fresh))
    return list(united)


def _recent(databases: Databases, since: datetime) -> set[str]:
    with databases.intake.connect() as conn:
        return set(
            conn.execute(
                select(subsidy.c.source_id).where(
                    subsidy.c.source == SOURCE, subsidy.c.checked_at >= since
                )
            ).scalars()
        )


def _take_over(
    databases: Databases, lake: Lake, links: Links, client: Client, source_id: str, report: Report
) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "detail.json"
        if not client.fetch_detail(source_id, file):
            report.none.append(source_id)
            return
        seen_at = datetime.now(UTC)
        try:
            raw = _one(source_id, read_answer(take_out(file, lake)))
        except Unreadable as why:
            _keep_unread(databases, lake, file, source_id, str(why), report)
            return
        read = read_subsidy(raw)
        whole = None if not read.issues else lake.put_file(file)
        whole_size = file.stat().st_size
    body = msgspec.json.encode(raw, order="deterministic")
    sha256 = lake.put(body)
    with bulk_transaction(databases) as conn:
        note_payload(conn, SOURCE, sha256, len(body), media_type=_JSON, issues=read.issues)
        if whole is not None:
            note_payload(conn, SOURCE, whole, whole_size, media_type=_JSON, kind="answer")
        if read.entry is not None:
            for each in read.entry.attachments:
                note_payload(
                    conn,
                    SOURCE,
                    each.sha256,
                    each.size_bytes,
                    media_type="application/octet-stream",
                    kind="published_file",
                )
            outcome = keep(conn, links, read.entry, sha256, seen_at)
            setattr(report, outcome, getattr(report, outcome) + 1)
            report.attachments += len(read.entry.attachments)
            report.linked += links.programme_of(read.entry.title) is not None
    report.issues += [issue.as_fault() for issue in read.issues]
    report.unknown = sorted({*report.unknown, *read.unknown})


def _one(source_id: str, answer: Answer) -> dict[str, Any]:
    """The one object of a detail, whole and the one asked for. Raises Unreadable."""
    if answer.why is not None or len(answer.rows) != 1:
        raise Unreadable(answer.why or "一つの制度の応答ではありません。")
    if answer.rows[0].get("id") != source_id:
        raise Unreadable("頼んだ制度と違う制度が返りました。")
    return answer.rows[0]


def _keep_unread(
    databases: Databases, lake: Lake, file: Path, source_id: str, why: str, report: Report
) -> None:
    """Keep an answer that nobody can read; what is known of the subsidy stays as it is."""
    issue = Issue(source_id, "result", "応答", why)
    sha256, size = lake.put_file(file), file.stat().st_size
    with bulk_transaction(databases) as conn:
        note_payload(conn, SOURCE, sha256, size, media_type=_JSON, kind="answer", issues=[issue])
    report.issues.append(issue.as_fault())
