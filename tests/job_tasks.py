"""Tasks for the tests of jobs: one that is held, some that are refused, one that counts."""

from __future__ import annotations

from threading import Event

from mirasapo.errors import BadInput, Upstream
from mirasapo.jobs.task import Task, a_uuid

SECRET = "株式会社ひみつ"
STEPS = 3
RELEASED = Event()


def counts(platform, progress, batch_id=None):
    for step in range(STEPS):
        progress(step, STEPS)
    progress(STEPS, STEPS)
    return {"filings": STEPS, "name": SECRET}


def bad(platform):
    raise BadInput(
        "だめです。", f"{SECRET} は読めません。", "直してください。", rows=2, name=SECRET
    )


def away(platform):
    raise Upstream("答えません。", "相手が落ちています。", "待ってください。")


def broken(platform):
    raise RuntimeError(SECRET)


def held(platform, progress):
    """Says that it has begun, then goes on until the home has a file `go`, or it is stopped."""
    done = 0
    print("begun", flush=True)  # noqa: T201 - the test reads it
    while not (platform.settings.home / "go").exists():
        done += 1
        progress(done, None)
        RELEASED.wait(0.02)
    return {"steps": 1}


TASKS = {
    task.name: task
    for task in (
        Task("counts", "数えます。", f"{__name__}:counts", {"batch_id": a_uuid}, queue="prompt"),
        Task("bad", "断られます。", f"{__name__}:bad"),
        Task("away", "待ちます。", f"{__name__}:away"),
        Task("broken", "壊れます。", f"{__name__}:broken"),
        Task("held", "続きます。", f"{__name__}:held"),
    )
}
