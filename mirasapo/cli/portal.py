"""`mirasapo portal serve`: Voila alone, where the front door runs as a service of its own."""

from __future__ import annotations

import os

import typer

from mirasapo.app import voila_server
from mirasapo.cli.output import note
from mirasapo.errors import BadInput
from mirasapo.settings import Settings

SECRET_BYTES = 32

app = typer.Typer(no_args_is_help=True)


@app.callback()
def _group() -> None:
    """ポータルのサーバーを動かします。"""


@app.command()
def serve(
    port: int = typer.Option(8866, min=1, max=65535, help="この機械の中だけで待ち受ける番号"),
) -> None:
    """Voila を動かします。受付とおなじ MIRASAPO_VOILA_SECRET を設定しておきます。"""
    secret = os.environ.get("MIRASAPO_VOILA_SECRET", "")
    if len(secret) < SECRET_BYTES:
        raise BadInput(
            "ポータルを起動できません。",
            f"MIRASAPO_VOILA_SECRET が設定されていないか、{SECRET_BYTES}文字より短いです。",
            "長い合い言葉を作り、受付 (API) とポータルの両方に同じものを設定してください。",
        )
    settings = Settings.from_environment()
    command = voila_server.command(settings, port, secret)
    note(f"ポータルを起動します。 {voila_server.url(port)} (受付を通してだけ開けます)")
    os.execve(command[0], command, voila_server.environment(settings, port, secret))  # noqa: S606
