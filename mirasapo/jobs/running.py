"""One job at work: what it is told, what it says of itself, and how its refusal is kept.

procrastinate writes into its log what an exception says, with the values that may be in it. So none
of a task's gets there: its refusal goes to `jobs.job_report`, and `Ended` says only whether to try
again.
"""

from __future__ import annotations

import logging
import time
from functools import cached_property
from typing import TYPE_CHECKING, Any

from procrastinate.exceptions import JobAborted
from procrastinate.retry import BaseRetryStrategy, RetryDecision
from sqlalchemy import func
from sqlalchemy.dialects.postgresql import insert

from mirasapo.app.root import Platform
from mirasapo.catalog import load_catalog, load_policy
from mirasapo.errors import Conflict, MirasapoError, NotReady, Upstream
from mirasapo.jobs.task import Attempt
from mirasapo.store.lake import Lake
from mirasapo.store.tables import job_report

if TYPE_CHECKING:
    from collections.abc import Callable

    from procrastinate import JobContext
    from procrastinate.jobs import Job

    from mirasapo.jobs.task import Task
    from mirasapo.settings import Settings
    from mirasapo.store.databases import Databases

log = logging.getLogger(__name__)

MOST_ATTEMPTS = 5
_FIRST_WAIT_SECONDS = 30
_LONGEST_WAIT_SECONDS = 3600
_TOLD_EVERY_SECONDS = 0.5
_MAY_PASS = (Upstream, NotReady, Conflict)


class Ended(Exception):
    """A job that did not come to its end; `again` says whether another attempt may."""

    def __init__(self, *, again: bool) -> None:
        self.again = again
        super().__init__("refused; see the job's report")


class BackOff(BaseRetryStrategy):
    """Again after 30 seconds, 2, 8 and 32 minutes, where another attempt may help."""

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
        """When to try again; None for never."""
        if isinstance(exception, JobAborted):  # the worker is being stopped: the next one goes on
            return RetryDecision(retry_in={"seconds": 0})
        if isinstance(exception, Ended) and not exception.again:
            return None
        if job.attempts + 1 >= MOST_ATTEMPTS:
            return None
        wait = min(_FIRST_WAIT_SECONDS * 4**job.attempts, _LONGEST_WAIT_SECONDS)
        return RetryDecision(retry_in={"seconds": wait})


class Runner:
    """Runs jobs of a worker; the platform is built when the first one comes.

    A worker that waits thus holds neither the catalogue nor a connection but the queue's.
    """

    def __init__(self, settings: Settings, databases: Databases) -> None:
        self._settings = settings
        self._databases = databases
        self._reports = Reports(databases)
        self.ended = 0

    @cached_property
    def _platform(self) -> Platform:
        settings = self._settings
        return Platform(
            settings, load_catalog(), load_policy(), self._databases, Lake(settings.lake_url)
        )

    def run(self, task: Task, context: JobContext, given: dict[str, Any]) -> None:
        """Do a job. Raises Ended when it was refused, JobAborted when it was told to stop."""
        job_id = int(context.job.id or 0)
        ids = {name: text for name, text in given.items() if name != "timestamp"}
        try:
            progress = self._reports.progress(job_id, context)
            attempt = Attempt(job_id, again=context.job.attempts > 0, progress=progress)
            outcome = task.run(self._platform, attempt, ids)
            self._reports.write(job_id, outcome=outcome, refusal=None)
        except JobAborted:
            raise
        except Exception as fault:  # noqa: BLE001 - whatever it is, it becomes a report
            log.warning("job %d (%s) was refused: %s", job_id, task.name, type(fault).__name__)
            refusal = refusal_of(fault)
            self._reports.write(job_id, refusal=told_of(refusal))
            again = isinstance(refusal, _MAY_PASS) or refusal is not fault
            raise Ended(again=again) from None
        finally:
            self.ended += 1


def refusal_of(fault: Exception) -> MirasapoError:
    """The fault itself, or what stands for one that nobody foresaw: without its text."""
    if isinstance(fault, MirasapoError):
        return fault
    return MirasapoError(
        "ジョブが内部の誤りで止まりました。",
        f"想定していない状態です({type(fault).__name__})。",
        "何度か自動でやり直します。それでも終わらないときは、記録を添えて報告してください。",
    )


def told_of(refusal: MirasapoError) -> dict[str, Any]:
    """What is kept of a refusal: its words and its counts."""
    words = ("code", "what", "why", "next_step")
    return {
        name: member
        for name, member in refusal.document.items()
        if name in words or isinstance(member, int | float)
    }


class Reports:
    """What jobs say of themselves, in `jobs.job_report`."""

    def __init__(self, databases: Databases) -> None:
        self._databases = databases

    def write(self, job_id: int, **columns: Any) -> None:
        """Note these columns of a job's report."""
        known = insert(job_report).values(job_id=job_id, **columns)
        noted = {**columns, "told_at": func.clock_timestamp()}
        with self._databases.jobs.begin() as conn:
            conn.execute(known.on_conflict_do_update(index_elements=["job_id"], set_=noted))

    def progress(self, job_id: int, context: JobContext) -> Callable[[int, int | None], None]:
        """What a task calls to say how far it is: written twice a second at most.

        It raises JobAborted when the job was cancelled, or the worker is being stopped.
        """
        next_at = 0.0

        def tell(done: int, total: int | None) -> None:
            nonlocal next_at
            if context.should_abort():
                raise JobAborted
            if time.monotonic() >= next_at or done == total:
                self.write(job_id, done=done, total=total)
                next_at = time.monotonic() + _TOLD_EVERY_SECONDS

        return tell
