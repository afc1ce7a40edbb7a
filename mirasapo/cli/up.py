"""`mirasapo up`: start everything, keep it running, end it with Ctrl-C."""

from __future__ import annotations

import os
import time
from dataclasses import replace

import typer

from mirasapo.app import demo, supervisor
from mirasapo.app.processes import INTERRUPTED, stop_in_order
from mirasapo.cli.output import note
from mirasapo.settings import Settings


def up(
    *,
    with_demo: bool = typer.Option(
        False, "--demo", help="実データと見本データを入れ、物語を通してから待ち受けます。"
    ),
) -> None:
    """一式を起動し、Ctrl-C で止まるまで動かし続けます。"""
    started = time.monotonic()
    settings = Settings.from_environment()
    if with_demo:
        settings = replace(settings, stand_in=True)
        os.environ.update(settings.environment())
    stop_in_order(lambda: note("止めています …"))
    note("起動しています …")
    status = INTERRUPTED
    try:
        with supervisor.running(settings) as running:
            status = demo.show(settings, note) if with_demo else 0
            note(f"起動しました({time.monotonic() - started:.0f} 秒)。 {settings.base_url}")
            note("止めるには Ctrl-C を押してください。")
            while True:
                time.sleep(1.0)
                for name in running.look_after():
                    note(f"{name} が止まっていたため、起動し直しました。")
    except KeyboardInterrupt:
        note("止めました。")
    raise typer.Exit(status)
