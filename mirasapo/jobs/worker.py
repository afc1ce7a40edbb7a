"""The worker: fetches jobs, runs them, queues what is due, takes up what a killed worker left.

One process with a procrastinate worker for each of the two queues, so that a load of hours keeps
nobody waiting. Jobs run in threads: the heartbeat, by which others know that this worker lives, goes
on beside them.
"""

from __future__ import annotations

import asyncio
import logging
import signal
from functools import partial
from typing import TYPE_CHECKING, Any

from procrastinate import App, PsycopgConnector
from procrastinate.exceptions import ConnectorException
from procrastinate.jobs import Status
from procrastinate.worker import Worker
from psycopg import OperationalError
from psycopg_pool import PoolTimeout

from mirasapo.errors import MirasapoError
from mirasapo.jobs.running import MOST_ATTEMPTS, BackOff, Reports, Runner, told_of
from mirasapo.jobs.tasks import TASKS
from mirasapo.store.databases import Databases, no_answer
from mirasapo.store.job_queue import PROMPT, SEARCH_PATH, SLOW

if TYPE_CHECKING:
    from collections.abc import Mapping

    from procrastinate import JobContext

    from mirasapo.jobs.task import Task
    from mirasapo.settings import Settings

log = logging.getLogger(__name__)

LOGINS = ("intake", "jobs")
"""What a worker may do: what its tasks write, and its queue. It reads for nobody."""
HEARTBEAT_SECONDS = 5.0
STALLED_SECONDS = 20.0
"""A worker that was not heard of for so long is taken for dead."""
_AT_ONCE = 2  # jobs of each queue
_STOP_SECONDS = 3.0  # for jobs to end by themselves; the supervisor waits for 8
_POLL_SECONDS = {PROMPT: 30.0, SLOW: 10.0}  # of a prompt job the worker is told by the database


def work(
    settings: Settings, *, until_empty: bool = False, tasks: Mapping[str, Task] = TASKS
) -> int:
    """Work until Ctrl-C or SIGTERM, or until nothing waits; how many jobs were run.

    Raises NotReady when the database is not there, or goes away.
    """
    databases = Databases.from_settings(settings, LOGINS)
    runner = Runner(settings, databases)
    try:
        asyncio.run(_work(_app(settings, databases, runner, tasks), databases, until_empty))
    except (ConnectorException, OperationalError, PoolTimeout) as fault:
        raise no_answer() from fault
    finally:
        databases.dispose()
    return runner.ended


def _app(
    settings: Settings, databases: Databases, runner: Runner, tasks: Mapping[str, Task]
) -> App:
    connector = PsycopgConnector(
        conninfo=databases.url("jobs"),
        kwargs={"options": f"-c search_path={SEARCH_PATH}", "connect_timeout": 10},
        min_size=1,
        max_size=4,
        timeout=10,
    )
    app = App(connector=connector)
    for task in tasks.values():
        # two with the same lock never run at once: `jobs.defer` makes the same text
        options: dict[str, Any] = {"queue": task.queue, "lock": f"{task.name} {{}}"}
        known = app.task(name=task.name, pass_context=True, retry=BackOff(), **options)(
            partial(_run, runner, task)
        )
        if task.schedule and (settings.acquire or not task.acquires):
            app.periodic(cron=task.schedule)(known)
    return app


def _run(runner: Runner, task: Task, context: JobContext, **given: Any) -> None:
    runner.run(task, context, given)


async def _work(app: App, databases: Databases, until_empty: bool) -> None:
    async with app.open_async():
        workers = [_worker(app, queue, until_empty) for queue in (PROMPT, SLOW)]
        loop = asyncio.get_running_loop()
        for sign in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(sign, _stop, workers)
        # before a worker registers itself: what a killed one left would keep its lock
        await _take_up_stalled(app, databases, workers)
        looking = asyncio.create_task(_look_for_stalled(app, databases, workers))
        running = [asyncio.create_task(_until_stopped(worker)) for worker in workers]
        waited = asyncio.ALL_COMPLETED if until_empty else asyncio.FIRST_COMPLETED
        await asyncio.wait([looking, *running] if not until_empty else running, return_when=waited)
        _stop(workers)  # one that ends by itself has lost the database: the others end, too
        looking.cancel()
        await asyncio.gather(*running)


def _worker(app: App, queue: str, until_empty: bool) -> Worker:
    return Worker(
        app,
        queues=[queue],
        name=queue,
        concurrency=_AT_ONCE,
        wait=not until_empty,
        fetch_job_polling_interval=_POLL_SECONDS[queue],
        listen_notify=queue == PROMPT and not until_empty,
        shutdown_graceful_timeout=_STOP_SECONDS,
        install_signal_handlers=False,
        update_heartbeat_interval=HEARTBEAT_SECONDS,
        stalled_worker_timeout=STALLED_SECONDS,
    )


async def _until_stopped(worker: Worker) -> None:
    await worker.run()  # type: ignore[no-untyped-call]


def _stop(workers: list[Worker]) -> None:
    for worker in workers:
        worker.stop()  # type: ignore[no-untyped-call]


async def _look_for_stalled(app: App, databases: Databases, workers: list[Worker]) -> None:
    while True:
        await asyncio.sleep(HEARTBEAT_SECONDS)
        await _take_up_stalled(app, databases, workers)


async def _take_up_stalled(app: App, databases: Databases, workers: list[Worker]) -> None:
    """Queue again what workers ran that are dead; give up what has ended several of them."""
    own = {worker.worker_id for worker in workers} - {None}
    stalled = await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=STALLED_SECONDS)
    for job in stalled:
        if job.worker_id in own:  # this process was stopped for a while, as on a sleeping laptop
            continue
        if job.attempts + 1 < MOST_ATTEMPTS:
            log.warning("job %s (%s) is taken up again: its worker is gone", job.id, job.task_name)
            await app.job_manager.retry_job(job)
            continue
        log.warning("job %s (%s) is given up: its workers did not live", job.id, job.task_name)
        given_up = partial(Reports(databases).write, int(job.id or 0), refusal=told_of(_given_up()))
        await asyncio.to_thread(given_up)
        await app.job_manager.finish_job(job, Status.FAILED, delete_job=False)


def _given_up() -> MirasapoError:
    return MirasapoError(
        "ジョブを打ち切りました。",
        f"{MOST_ATTEMPTS} 回試みましたが、そのたびに作業のプロセスが途中で終わりました。",
        "メモリーの不足がないか確かめてから、mirasapo jobs retry でやり直してください。",
    )
