"""Jobs on a real queue: one commit with what asks for them, tried again, stopped, taken up again."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import text

from mirasapo.errors import BadInput, Conflict, NotFound
from mirasapo.jobs import listing, worker
from mirasapo.jobs.running import MOST_ATTEMPTS, Runner
from mirasapo.jobs.tasks import TASKS
from mirasapo.store.job_queue import defer
from tests import job_tasks

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def engine(databases, platform):
    """The queue, empty."""
    with databases.jobs.begin() as conn:
        conn.execute(text("SET LOCAL search_path = jobs"))
        for table in ("procrastinate_periodic_defers", "procrastinate_jobs", "job_report"):
            conn.execute(text(f"DELETE FROM {table}"))  # noqa: S608
        conn.execute(text("DELETE FROM procrastinate_workers"))
    (platform.settings.home / "go").unlink(missing_ok=True)
    return databases.jobs


def work(platform):
    return worker.work(platform.settings, until_empty=True, tasks=job_tasks.TASKS)


def queue(engine, task, **ids):
    with engine.begin() as conn:
        return defer(conn, task, queue=job_tasks.TASKS[task].queue, **ids)


def due_now(engine):
    """As if the time of every waiting job had come."""
    with engine.begin() as conn:
        conn.execute(text("SET LOCAL search_path = jobs"))
        conn.execute(
            text("UPDATE procrastinate_jobs SET scheduled_at = NULL WHERE status = 'todo'")
        )


# ── one commit with what asks for it ──────────────────────────────────────────────────────────


def test_a_job_and_what_asks_for_it_are_one_commit(platform, databases, engine):
    batch_id = str(uuid4())
    with databases.intake.connect() as conn:
        lost = defer(conn, "counts", asked_by="system", batch_id=batch_id)
        conn.rollback()
    with pytest.raises(NotFound):
        listing.find(engine, lost)
    with databases.intake.begin() as conn:
        kept = defer(conn, "counts", asked_by="system", batch_id=batch_id)
        with pytest.raises(NotFound):
            listing.find(engine, kept)  # nobody sees it before the commit
    assert listing.find(engine, kept).arguments == {"batch_id": batch_id}
    assert work(platform) == 1
    done = listing.find(engine, kept, asked_by="system")
    assert (done.state, done.done, done.total, done.attempts) == ("succeeded", 3, 3, 1)
    assert done.queued_at <= done.started_at <= done.finished_at
    assert done.outcome == {"filings": 3}  # counts, and nothing that could be a value
    assert done.refusal is None


def test_a_job_that_waits_already_is_not_added_twice(engine):
    one, other = str(uuid4()), str(uuid4())
    first = queue(engine, "counts", batch_id=one)
    assert queue(engine, "counts", batch_id=one) == first
    assert queue(engine, "counts", batch_id=other) != first


def test_one_that_runs_does_not_stand_for_one_that_comes_later(engine):
    first = queue(engine, "counts")
    with engine.begin() as conn:
        conn.execute(text("SET LOCAL search_path = jobs"))
        conn.execute(text("UPDATE procrastinate_jobs SET status = 'doing'"))
    assert queue(engine, "counts") != first


def test_the_schedule_and_a_person_mean_the_same_job(platform, databases, engine):
    runner = Runner(platform.settings, databases)
    app = worker._app(platform.settings, databases, runner, TASKS)
    with engine.begin() as conn:
        job_id = defer(conn, "tidy_uploads")
        lock = conn.scalar(
            text("SELECT lock FROM jobs.procrastinate_jobs WHERE id = :id"), {"id": job_id}
        )
    assert app.tasks["tidy_uploads"].lock == lock
    scheduled = {name for name, _ in app.periodic_registry.periodic_tasks}
    assert scheduled == {
        task.name for task in TASKS.values() if task.schedule and not task.acquires
    }


# ── what comes of it ──────────────────────────────────────────────────────────────────────────


def test_a_refusal_that_stays_is_not_tried_again(platform, engine, caplog):
    job_id = queue(engine, "bad")
    assert work(platform) == 1
    found = listing.find(engine, job_id)
    assert (found.state, found.attempts) == ("failed", 1)
    assert found.refusal == {
        "code": "bad_input",
        "what": "だめです。",
        "why": f"{job_tasks.SECRET} は読めません。",
        "next_step": "直してください。",
        "rows": 2,
    }
    assert job_tasks.SECRET not in caplog.text


def test_a_fault_that_nobody_foresaw_leaves_its_kind_and_no_text(platform, engine, caplog):
    job_id = queue(engine, "broken")
    work(platform)
    found = listing.find(engine, job_id)
    assert found.refusal["why"] == "想定していない状態です(RuntimeError)。"
    assert job_tasks.SECRET not in str(found) + caplog.text
    assert "RuntimeError" in caplog.text


def test_what_may_pass_is_tried_again_later_and_later(platform, engine):
    job_id = queue(engine, "away")
    waits = []
    for attempt in range(1, MOST_ATTEMPTS):
        moment = datetime.now(UTC)
        assert work(platform) == 1
        found = listing.find(engine, job_id)
        assert (found.state, found.attempts) == ("waiting", attempt)
        waits.append(round((found.not_before - moment) / timedelta(seconds=30)))
        assert work(platform) == 0  # not before its time
        due_now(engine)
    assert waits == [1, 4, 16, 64]
    assert work(platform) == 1
    found = listing.find(engine, job_id)
    assert (found.state, found.refusal["code"]) == ("failed", "upstream")


def test_a_failed_job_can_be_tried_again_by_a_person(platform, engine):
    job_id = queue(engine, "bad")
    work(platform)
    assert listing.retry(engine, job_id).state == "waiting"
    assert work(platform) == 1
    assert listing.find(engine, job_id).state == "failed"
    done = queue(engine, "counts")
    with pytest.raises(Conflict):
        listing.retry(engine, done)


def test_a_job_that_waits_can_be_cancelled(platform, engine):
    job_id = queue(engine, "counts")
    assert listing.cancel(engine, job_id).state == "cancelled"
    assert work(platform) == 0
    with pytest.raises(Conflict):
        listing.cancel(engine, job_id)


def test_the_newest_first_and_by_state(platform, engine):
    first, second = queue(engine, "counts"), queue(engine, "bad")
    assert [job.job_id for job in listing.newest(engine)] == [second, first]
    work(platform)
    assert [job.job_id for job in listing.newest(engine, state="failed")] == [second]
    assert [job.job_id for job in listing.newest(engine, limit=1)] == [second]


def test_a_wrong_name_or_argument_queues_nothing(engine):
    with pytest.raises(NotFound, match="tidy_uploads"):
        listing.add(engine, "tidy", {})
    with pytest.raises(BadInput, match="payloads"):
        listing.add(engine, "load_nta_files", {})
    with pytest.raises(BadInput):
        listing.add(engine, "load_gbizinfo", {"numbers": "1234567890123"})
    assert listing.newest(engine) == []


# ── a worker in a process of its own ──────────────────────────────────────────────────────────


@contextmanager
def working(platform):
    """A worker of these tests' tasks, until it is killed or told to stop."""
    code = (
        "from mirasapo.jobs.worker import work; from mirasapo.settings import Settings;"
        "from tests.job_tasks import TASKS; work(Settings.from_environment(), tasks=TASKS)"
    )
    known = {**os.environ, **platform.settings.environment()}
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        env={**known, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "api")])},
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def begun(process):
    assert process.stdout.readline() == "begun\n"


def silent_for_long(engine):
    """As if no worker had been heard of for a minute."""
    with engine.begin() as conn:
        conn.execute(
            text("UPDATE jobs.procrastinate_workers SET last_heartbeat = now() - interval '1 min'")
        )


def test_a_killed_workers_job_is_taken_up_again(platform, engine):
    job_id = queue(engine, "held")
    with working(platform) as process:
        begun(process)
        process.kill()
        process.wait()
    (platform.settings.home / "go").touch()
    assert work(platform) == 0  # it may be only slow
    assert listing.find(engine, job_id).state == "running"
    silent_for_long(engine)
    assert work(platform) == 1
    found = listing.find(engine, job_id)
    assert (found.state, found.attempts) == ("succeeded", 2)


def test_a_job_that_kills_every_worker_is_given_up(platform, engine):
    job_id = queue(engine, "held")
    for _ in range(MOST_ATTEMPTS):
        with working(platform) as process:
            begun(process)
        silent_for_long(engine)
    assert work(platform) == 0
    found = listing.find(engine, job_id)
    assert (found.state, found.refusal["what"]) == ("failed", "ジョブを打ち切りました。")


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
def test_a_worker_that_is_told_to_stop_hands_its_job_back(platform, engine, sign):
    job_id = queue(engine, "held")
    with working(platform) as process:
        begun(process)
        process.send_signal(sign)
        assert process.wait(20) == 0
    found = listing.find(engine, job_id)
    assert (found.state, found.attempts) == ("waiting", 1)
    (platform.settings.home / "go").touch()
    assert work(platform) == 1
    assert listing.find(engine, job_id).state == "succeeded"


def test_a_job_that_runs_stops_when_it_is_cancelled(platform, engine):
    job_id = queue(engine, "held")
    after = queue(engine, "bad")
    with working(platform) as process:
        begun(process)
        assert listing.cancel(engine, job_id).state == "running"  # it is told, and stops by itself
        while not listing.find(engine, job_id).over:
            assert process.poll() is None
        assert listing.find(engine, job_id).state == "cancelled"
        while not listing.find(engine, after).over:
            assert process.poll() is None


@pytest.mark.deep
def test_many_kills_lose_no_job(platform, engine):
    """Killed at twenty moments; every job comes to its end all the same."""
    (platform.settings.home / "go").touch()
    moments = random.Random(7)
    jobs = [queue(engine, "counts", batch_id=str(uuid4())) for _ in range(300)]
    jobs.append(queue(engine, "held"))
    for _ in range(20):
        with working(platform) as process:
            wanted = moments.randrange(1, 15)
            left = len(jobs) - sum(listing.find(engine, each).over for each in jobs)
            while process.poll() is None and left:
                now = len(jobs) - sum(listing.find(engine, each).over for each in jobs)
                if left - now >= wanted or not now:
                    break
        silent_for_long(engine)
    while work(platform):
        due_now(engine)
    assert {listing.find(engine, each).state for each in jobs} == {"succeeded"}
