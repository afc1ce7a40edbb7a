"""`mirasapo up`: start everything, keep it running, end it with Ctrl-C."""

from __future__ import annotations

import os
import signal
import threading
import time
from dataclasses import replace

import typer

from mirasapo.app import demo, supervisor
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
    stop = threading.Event()
    for sign in (signal.SIGINT, signal.SIGTERM):
        signal.signal(sign, lambda *_: stop.set())
    note("起動しています …")
    with supervisor.running(settings) as running:
        status = 0
        if with_demo:
            status = demo.show(settings, note)
        note(f"起動しました({time.monotonic() - started:.0f} 秒)。 {settings.base_url}")
        note("止めるには Ctrl-C を押してください。")
        while not stop.wait(1.0):
            for name in running.look_after():
                note(f"{name} が止まっていたため、起動し直しました。")
        note("止めています …")
    raise typer.Exit(status)
