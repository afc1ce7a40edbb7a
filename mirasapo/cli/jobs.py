"""`mirasapo jobs …`: what waits, runs and has failed; add a job, try it again, cancel it, work."""

from __future__ import annotations

import time
from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import TYPE_CHECKING, Annotated

import typer

from mirasapo.cli.output import Json, answer, note
from mirasapo.cli.progress import progress_bar
from mirasapo.errors import BadInput
from mirasapo.settings import Settings

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from mirasapo.jobs.listing import Job

STATES = {
    "waiting": "待ち",
    "running": "実行中",
    "succeeded": "完了",
    "failed": "失敗",
    "cancelled": "取消",
}
_LOOK_EVERY_SECONDS = 0.5

app = typer.Typer(no_args_is_help=True)

JobId = Annotated[int, typer.Argument(metavar="JOB", help="ジョブの番号 (jobs list の先頭)。")]
Wait = Annotated[bool, typer.Option("--wait", help="終わるまで待ち、進みぐあいを表示します。")]


@app.callback()
def jobs() -> None:
    """時間のかかる処理(取得・再構築・点検)を、作業のプロセスに任せます。"""


@app.command("list")
def list_(
    state: Annotated[
        str | None, typer.Option(help="waiting、running、succeeded、failed、cancelled のどれか。")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="表示する件数の上限。")] = 50,
    *,
    as_json: Json = False,
) -> None:
    """ジョブを新しい順に一覧にします。"""
    from mirasapo.jobs import listing

    if state is not None and state not in STATES:
        raise BadInput(
            f"状態 {state} はありません。",
            f"あるもの: {'、'.join(STATES)}。",
            "選び直してください。",
        )
    found = listing.newest(_engine(), state=state, limit=limit)
    lines = [f"ジョブ {len(found)} 件。", *map(_line, found)]
    answer({"jobs": [each.as_dict() for each in found]}, as_json, "\n".join(lines))


@app.command()
def tasks(*, as_json: Json = False) -> None:
    """始められる仕事を一覧にします。"""
    from mirasapo.jobs.tasks import TASKS

    rows = [
        {
            "task": task.name,
            "label": task.label,
            "arguments": list(task.takes),
            "schedule": task.schedule,
            "acquires": task.acquires,
        }
        for task in TASKS.values()
    ]
    lines = [
        f"{task.name}  {task.label}  引数: {'、'.join(task.takes) or 'なし'}"
        for task in TASKS.values()
    ]
    answer({"tasks": rows}, as_json, "\n".join(lines))


@app.command()
def run(
    task: Annotated[str, typer.Argument(metavar="TASK", help="仕事の名前 (jobs tasks で一覧)。")],
    arguments: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME=ID…]", help="仕事が取る識別子。")
    ] = None,
    file: Annotated[
        list[Path] | None,
        typer.Option(help="load_nta_files: 保管庫に入れて取り込むファイル(何度でも)。"),
    ] = None,
    wait: Wait = False,
    *,
    as_json: Json = False,
) -> None:
    """仕事を一つ、作業のプロセスに任せます。"""
    from mirasapo.jobs import listing
    from mirasapo.jobs.tasks import task_named

    given = _arguments(arguments or [])
    if file:
        given["payloads"] = ",".join(_kept(file) if "payloads" in task_named(task).takes else "")
    engine = _engine()
    job_id = listing.add(engine, task, given)
    _tell(_awaited(engine, job_id) if wait else listing.find(engine, job_id), as_json)


@app.command()
def show(job: JobId, wait: Wait = False, *, as_json: Json = False) -> None:
    """ジョブ一つの状態を表示します。"""
    from mirasapo.jobs import listing

    engine = _engine()
    _tell(_awaited(engine, job) if wait else listing.find(engine, job), as_json)


@app.command()
def retry(job: JobId, *, as_json: Json = False) -> None:
    """失敗したジョブをやり直します。"""
    from mirasapo.jobs import listing

    _tell(listing.retry(_engine(), job), as_json)


@app.command()
def cancel(job: JobId, *, as_json: Json = False) -> None:
    """待っているジョブを取り消します。実行中のものには、止まるように伝えます。"""
    from mirasapo.jobs import listing

    _tell(listing.cancel(_engine(), job), as_json)


@app.command()
def worker(
    until_empty: Annotated[
        bool, typer.Option("--until-empty", help="待っているジョブがなくなったら終わります。")
    ] = False,
    *,
    as_json: Json = False,
) -> None:
    """ジョブを実行する作業のプロセスを動かします。mirasapo up が自動で動かします。"""
    from mirasapo.jobs.worker import work

    ran = work(Settings.from_environment(), until_empty=until_empty)
    answer({"ran": ran}, as_json, f"ジョブを {ran} 件、実行しました。")


def _engine() -> Engine:
    from mirasapo.store.databases import Databases

    return Databases.from_settings(Settings.from_environment()).jobs


def _arguments(words: list[str]) -> dict[str, str]:
    given = {}
    for word in words:
        name, equals, text = word.partition("=")
        if not equals:
            raise BadInput(
                f"引数 {word} を読めません。",
                "「名前=識別子」の形ではありません。",
                "mirasapo jobs tasks で、取る引数を確かめてください。",
            )
        given[name] = text
    return given


def _kept(files: list[Path]) -> list[str]:
    from mirasapo.store.lake import Lake

    missing = [path for path in files if not path.is_file()]
    if missing:
        raise BadInput(
            f"ファイル {missing[0]} を読めません。",
            "その場所にファイルがありません。",
            "ファイルを確かめてください。",
        )
    lake = Lake(Settings.from_environment().lake_url)
    return [lake.put_file(path) for path in files]


def _awaited(engine: Engine, job_id: int) -> Job:
    """Look until the job is over, with a bar in the terminal."""
    from mirasapo.jobs import listing

    with progress_bar(f"ジョブ {job_id} を待っています") as progress:
        while not (found := listing.find(engine, job_id)).over:
            progress(found.done or 0, found.total)
            time.sleep(_LOOK_EVERY_SECONDS)  # another process does it, on another machine perhaps
    return found


def _tell(found: Job, as_json: bool) -> None:
    answer(found.as_dict(), as_json, _line(found))
    if found.refusal and found.state != "succeeded":
        note("".join(str(found.refusal.get(part, "")) for part in ("what", "why", "next_step")))
    if found.state == "failed":
        raise typer.Exit(1)


def _line(job: Job) -> str:
    ids = " ".join(f"{name}={text}" for name, text in job.arguments.items())
    far = (
        "" if job.done is None else f"{job.done:,}/{'?' if job.total is None else f'{job.total:,}'}"
    )
    counts = " ".join(f"{name}={count:,}" for name, count in (job.outcome or {}).items())
    at = f"{job.queued_at:%Y-%m-%d %H:%M}" if job.queued_at else ""
    parts = (str(job.job_id), STATES[job.state], job.task, ids, at, far, counts)
    return "  ".join(part for part in parts if part)
