"""The jobs that there are: listed, looked at, added, tried again, cancelled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import text

from mirasapo.errors import Conflict, NotFound
from mirasapo.jobs.tasks import task_named
from mirasapo.store import job_queue

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import Connection, Engine

# procrastinate's word → ours
STATES: Final = {
    "todo": "waiting",
    "doing": "running",
    "succeeded": "succeeded",
    "failed": "failed",
    "cancelled": "cancelled",
    "aborted": "cancelled",
}
OVER: Final = ("succeeded", "failed", "cancelled")
_MOST_ID = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Job:
    """What is known of a job.

    `not_before` is set while it waits for its turn to be tried again. `done` of `total` are None
    where the task does not say how far it is; `outcome` and `refusal` are of the last attempt.
    """

    job_id: int
    task: str
    state: str
    arguments: Mapping[str, str]
    attempts: int
    asked_by: str | None
    queued_at: datetime | None
    not_before: datetime | None
    started_at: datetime | None
    finished_at: datetime | None
    done: int | None
    total: int | None
    outcome: Mapping[str, Any] | None
    refusal: Mapping[str, Any] | None

    @property
    def over(self) -> bool:
        """Whether nothing more will come of it by itself."""
        return self.state in OVER

    def as_dict(self) -> dict[str, Any]:
        """The answer to who asked for it."""
        return {name: getattr(self, name) for name in self.__slots__}


def add(engine: Engine, name: str, given: Mapping[str, str], asked_by: str | None = None) -> int:
    """Queue a job; its number. Raises NotFound for an unknown task, BadInput for a wrong argument."""
    task = task_named(name)
    task.read(given)
    with engine.begin() as conn:
        return job_queue.defer(conn, name, queue=task.queue, asked_by=asked_by, **given)


def find(engine: Engine, job_id: int, *, asked_by: str | None = None) -> Job:
    """A job; with `asked_by` only if it is this one's. Raises NotFound."""
    if 0 < job_id <= _MOST_ID:
        with engine.connect() as conn:
            found = _read(conn, "j.id = :job_id", {"job_id": job_id})
        if found and asked_by in (None, found[0].asked_by):
            return found[0]
    raise NotFound(
        "ジョブが見つかりません。",
        "この番号のジョブはないか、ほかの依頼者のものか、記録の期限が過ぎています。",
        "番号を確かめてください。",
    )


def newest(engine: Engine, *, state: str | None = None, limit: int = 50) -> Sequence[Job]:
    """The newest jobs, the newest first; those in one of our states only if asked."""
    theirs = [word for word, ours in STATES.items() if state in (None, ours)]
    with engine.connect() as conn:
        return _read(conn, "j.status::text = ANY (:theirs)", {"theirs": theirs, "limit": limit})


def retry(engine: Engine, job_id: int) -> Job:
    """Queue a failed job again. Raises NotFound, Conflict for one that has not failed."""
    found = find(engine, job_id)
    if found.state != "failed":
        raise Conflict(
            "このジョブはやり直せません。",
            "失敗したジョブだけをやり直せます。",
            f"mirasapo jobs run {found.task} で新しく始めてください。",
        )
    _change(engine, _RETRY, job_id)
    return find(engine, job_id)


def cancel(engine: Engine, job_id: int) -> Job:
    """Cancel a job that waits, tell one that runs to stop. Raises NotFound, Conflict if it is over.

    One that runs stops when it next says how far it is; one that never says runs to its end.
    """
    found = find(engine, job_id)
    if found.over:
        raise Conflict(
            "このジョブは取り消せません。",
            "すでに終わっています。",
            "mirasapo jobs list で状態を確かめてください。",
        )
    _change(engine, _CANCEL, job_id)
    return find(engine, job_id)


def _change(engine: Engine, statement: str, job_id: int) -> None:
    with engine.begin() as conn:
        conn.execute(text(f"SET LOCAL search_path = {job_queue.SEARCH_PATH}"))
        conn.execute(text(statement), {"job_id": job_id})


_RETRY = "SELECT procrastinate_retry_job_v2(:job_id, clock_timestamp(), NULL, NULL, NULL)"
_CANCEL = "SELECT procrastinate_cancel_job_v1(:job_id, true, false)"
_JOBS = """
    SELECT j.id, j.task_name, j.status::text AS status, j.args, j.attempts, r.asked_by,
           e.queued_at, j.scheduled_at, e.started_at, e.finished_at,
           r.done, r.total, r.outcome, r.refusal
    FROM jobs.procrastinate_jobs j
    LEFT JOIN jobs.job_report r ON r.job_id = j.id
    LEFT JOIN LATERAL (
        SELECT min(at) FILTER (WHERE type = 'deferred') AS queued_at,
               max(at) FILTER (WHERE type = 'started') AS started_at,
               max(at) FILTER (WHERE type IN ('succeeded', 'failed', 'cancelled', 'aborted'))
                   AS finished_at
        FROM jobs.procrastinate_events WHERE job_id = j.id
    ) e ON true
    WHERE {which} ORDER BY j.id DESC LIMIT :limit
"""


def _read(conn: Connection, which: str, given: Mapping[str, Any]) -> list[Job]:
    rows = conn.execute(text(_JOBS.format(which=which)), {"limit": 1, **given}).mappings()
    return [_job(dict(row)) for row in rows]


def _job(row: Mapping[str, Any]) -> Job:
    state = STATES[row["status"]]
    over = state in OVER
    arguments = {name: str(value) for name, value in row["args"].items() if name != "timestamp"}
    return Job(
        job_id=row["id"],
        task=row["task_name"],
        state=state,
        arguments=arguments,
        attempts=row["attempts"],
        asked_by=row["asked_by"],
        queued_at=row["queued_at"],
        not_before=row["scheduled_at"] if state == "waiting" else None,
        started_at=row["started_at"],
        finished_at=row["finished_at"] if over else None,
        done=row["done"],
        total=row["total"],
        outcome=row["outcome"],
        refusal=row["refusal"],
    )
