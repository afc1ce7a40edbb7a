"""`mirasapo`: the sub-commands in one place, and the one place where a refusal becomes an exit code."""

from __future__ import annotations

import logging
import sys
from importlib import import_module

import typer

import mirasapo
from mirasapo.cli.output import note
from mirasapo.errors import MirasapoError

app = typer.Typer(
    help="ミラサポconnect の道具一式。",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

# Imported when named, so that `mirasapo --help` and every command start fast.
GROUPS = {
    "db": "データベースを用意・点検します。",
    "doctor": "この機械で動くかを点検します。",
    "ebpm": "同意に基づく分析用データを切り出します。",
    "lake": "受信データの保管庫を検証します。",
    "ledger": "閲覧記録を点検します。",
    "load": "国税庁・gBizINFO のデータを取り込みます。",
    "master": "事業者マスタの状態表示と再構築をします。",
    "model": "データモデルを検査・表示・生成します。",
    "portal": "ポータルのサーバーを動かします。",
    "push": "申請を送信します。",
    "rulebook": "ルールブックを表示します。",
    "sample": "見本データ(架空)を作ります。",
    "story": "全体を通しで実行し、一段ずつ確かめます。",
    "up": "一式を起動します。Ctrl-C で止まります。",
}


def _version(value: bool) -> None:
    if value:
        typer.echo(mirasapo.__version__)
        raise typer.Exit


@app.callback()
def _root(
    _: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="版"),
    verbose: bool = typer.Option(False, "--verbose", "-v", help="経過を詳しく出します。"),
) -> None:
    level = logging.INFO if verbose else logging.WARNING
    logging.basicConfig(level=level, stream=sys.stderr, format="%(levelname)s %(name)s %(message)s")


def attach(names: list[str]) -> None:
    """Add the named groups to the command; the rest stays unimported."""
    for name in names:
        app.add_typer(import_module(f"mirasapo.cli.{name}").app, name=name, help=GROUPS[name])


def main() -> None:
    """Run the command line; a MirasapoError ends with its sentence and its exit code."""
    try:
        named = [word for word in sys.argv[1:] if word in GROUPS][:1]
        attach(named or sorted(GROUPS))
        app()
    except MirasapoError as refusal:
        note(refusal.sentence)
        sys.exit(refusal.exit_code)
    except KeyboardInterrupt:
        note("中止しました。")
        sys.exit(130)
    except Exception as fault:  # a traceback helps a developer only: -v shows it
        logging.getLogger(__name__).info("unexpected fault", exc_info=fault)
        note(
            f"内部の誤りで止まりました({type(fault).__name__})。"
            "-v を付けて実行すると詳しい経過が出ます。"
        )
        sys.exit(MirasapoError.exit_code)
