"""`mirasapo story`: play the story against a served platform, or against a fresh one of its own."""

from __future__ import annotations

import os
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from mirasapo.app import demo, supervisor
from mirasapo.app.processes import free_port, stop_in_order
from mirasapo.cli.output import Json, answer, note
from mirasapo.settings import Settings

if TYPE_CHECKING:
    from mirasapo.app.story import Outcome


def story(
    *,
    fresh: bool = typer.Option(
        False, "--fresh", help="空の一時フォルダーに一式を起動し、通し終えたら止めます。"
    ),
    as_json: Json = False,
) -> None:
    """物語を一段ずつ実行します。一段でも成り立たなければ終了コードは 1 です。"""
    settings = Settings.from_environment()
    outcomes = _fresh(settings) if fresh else demo.play(_served(settings), note)
    holding = sum(outcome.holds for outcome in outcomes)
    answer(
        {"steps": [o.record() for o in outcomes], "hold": holding, "of": len(outcomes)},
        as_json,
        f"story: {holding} of {len(outcomes)} steps hold",
    )
    if holding < len(outcomes):
        raise typer.Exit(1)


def _fresh(settings: Settings) -> list[Outcome]:
    with tempfile.TemporaryDirectory(prefix="mirasapo-") as folder:
        port = free_port()
        own = replace(
            settings,
            home=Path(folder),
            port=port,
            base_url=f"http://localhost:{port}",
            lake_url=(Path(folder) / "lake").as_uri(),
            oidc_issuer=f"http://localhost:{port}/stand-in/gbizid/",
            stand_in=True,
        )
        os.environ.update(own.environment())  # the commands of the story act on this home
        stop_in_order()
        note(f"空のフォルダーで起動しています(ポート {port}) …")
        with supervisor.running(own, keep=False):
            return demo.play(own, note)


def _served(settings: Settings) -> Settings:
    return replace(settings, base_url=supervisor.served_at(settings.home))
