"""`mirasapo ebpm`: cut the analysts' data, estimate, open the notebooks."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import Annotated

import typer

from mirasapo.cli.output import Json, answer, note
from mirasapo.errors import NotFound, NotReady
from mirasapo.resources import resource
from mirasapo.settings import Settings

app = typer.Typer(no_args_is_help=True)

CutFolder = Annotated[Path | None, typer.Option("--cut", help="切り出したデータの場所")]


def latest_cut(settings: Settings) -> Path:
    """Where a cut lies unless said otherwise."""
    return settings.home / "cuts" / "latest"


@app.command()
def cut(
    *,
    out: Annotated[Path | None, typer.Option("--out", help="書き出す場所")] = None,
    project: Annotated[
        str,
        typer.Option("--project", help="分析プロジェクト。仮名はプロジェクトごとに異なります。"),
    ] = "default",
    programme: Annotated[str, typer.Option("--programme", help="対象の制度番号")] = "04",
    as_json: Json = False,
) -> None:
    """同意のある申請だけを仮名化し、分析用データとして書き出します。"""
    from mirasapo.app.root import build
    from mirasapo.cuts import cut as make_cut

    platform = build()
    made = make_cut(
        platform.databases,
        platform.catalog,
        platform.policy,
        platform.settings.home,
        (out or latest_cut(platform.settings)).absolute(),
        project=project,
        programme=programme,
    )
    answer(
        made,
        as_json,
        f"{made['out']}\n事業者 {made['businesses']}、パネル {made['rows']} 行、"
        f"申請 {made['filings']}、根拠 {made['basis']}\nsnapshot {made['snapshot_id']}",
    )


@app.command()
def estimate(*, folder: CutFolder = None, as_json: Json = False) -> None:
    """切り出したデータから、採択の効果(売上高の対数)を推定します。"""
    from mirasapo.ebpm import estimate as estimate_effect
    from mirasapo.ebpm import open_cut

    found = estimate_effect(open_cut(folder or latest_cut(Settings.from_environment())))
    overall = found["overall"]
    interval = f"(95 % 信頼区間 {overall['low']:.3f} から {overall['high']:.3f})"
    lines = [f"採択の効果(全期間): {overall['estimate']:.3f}{interval}"]
    lines += [
        f"  {row['event_time']:+d} 年目: {row['estimate']:.3f}"
        for row in found["event_time"]
        if row["estimate"] is not None
    ]
    answer(found, as_json, "\n".join(lines))


@app.command()
def lab(
    *,
    folder: CutFolder = None,
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="ポート番号")] = 8888,
    browser: Annotated[bool, typer.Option(help="ブラウザーを開きます。")] = True,
) -> None:
    """分析用ノートブックを JupyterLab で開きます。"""
    settings = Settings.from_environment()
    data = (folder or latest_cut(settings)).absolute()
    if not (data / "manifest.json").is_file():
        where = f"{data} に、切り出したデータがありません。"
        if folder is not None:
            raise NotFound(
                "分析用データが見つかりません。", where, "--cut の場所を確かめてください。"
            )
        raise NotReady(
            "分析用データがまだありません。",
            where,
            "make demo を一度実行するか、mirasapo ebpm cut で切り出してください。",
        )
    work = _notebooks(settings.home / "notebooks")
    note(f"ノートブック: {work}")
    environment = {
        **os.environ,
        "MIRASAPO_HOME": str(settings.home),
        "MIRASAPO_CUT": str(data),
    }
    command = [
        *(sys.executable, "-m", "jupyterlab", f"--ServerApp.root_dir={work}", f"--port={port}"),
        # an analyst's page asks no other host: no news, no version check, no extension catalogue
        "--LabApp.news_url=None",
        "--LabApp.check_for_updates_class=jupyterlab.handlers.announcements.NeverCheckForUpdate",
        "--LabApp.extension_manager=readonly",
    ]
    if not browser:
        command.append("--no-browser")
    if os.geteuid() == 0:
        command.append("--allow-root")
    os.execve(sys.executable, command, environment)  # noqa: S606 - Ctrl-C goes to JupyterLab


def _notebooks(work: Path) -> Path:
    """Copy the notebooks that are not there yet: what an analyst has changed stays."""
    work.mkdir(parents=True, exist_ok=True)
    for shipped in resource("notebooks").glob("*.ipynb"):
        if not (work / shipped.name).exists():
            shutil.copyfile(shipped, work / shipped.name)
    return work
