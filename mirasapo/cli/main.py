"""`mirasapo`: the sub-commands in one place, and the one place where a refusal becomes an exit code."""

from __future__ import annotations

import logging
import os
import sys
from importlib import import_module
from io import TextIOWrapper

import typer

import mirasapo
from mirasapo.cli.output import answer, note
from mirasapo.cli.refusals import refusal_of

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
    "erasures": "法令に基づく消去と、消去の記録です。",
    "jobs": "時間のかかる処理(取得・再構築・点検)を、作業のプロセスに任せます。",
    "lake": "受信データの保管庫を検証し、保存期間の過ぎたものを片付けます。",
    "ledger": "閲覧記録を点検します。",
    "load": "国税庁・gBizINFO・制度カタログ・支援機関のデータを取り込みます。",
    "map": "出力ファイルの列と項目の対応表の案を作ります。",
    "master": "事業者マスタの状態表示と再構築をします。",
    "model": "データモデルを検査・表示・生成します。",
    "portal": "ポータルのサーバーを動かします。",
    "push": "申請を送信します。",
    "rulebook": "ルールブックを表示します。",
    "sample": "見本データ(架空)を作ります。",
    "story": "全体を通しで実行し、一段ずつ確かめます。",
    "up": "一式を起動します。Ctrl-C で止まります。",
    "uploads": "添付ファイルのウイルス検査と、期限の過ぎたアップロードの片付けをします。",
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
    """Add the named commands; the rest stays unimported.

    A module of this package holds a group in `app`, or one command under its own name.
    """
    for name in names:
        module = import_module(f"mirasapo.cli.{name}")
        if hasattr(module, "app"):
            app.add_typer(module.app, name=name, help=GROUPS[name])
        else:
            app.command(name)(getattr(module, name))


def run(words: list[str]) -> int:
    """Run the command line and give its exit code.

    A refusal is told as its sentence; with --json it is the one document on standard output.
    """
    for stream in (sys.stdout, sys.stderr):  # a file name need not be UTF-8
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        named = [word for word in words if word in GROUPS][:1]
        attach(named or sorted(GROUPS))
        return app(words, prog_name="mirasapo", standalone_mode=False) or 0
    except KeyboardInterrupt:
        note("中止しました。")
        return 130
    except Exception as fault:
        # a traceback helps a developer only: -v shows it
        logging.getLogger(__name__).info("ended without an answer", exc_info=fault)
        refusal = refusal_of(fault)
        if isinstance(fault, BrokenPipeError):  # the reader has gone: nobody is left to tell
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        elif "--json" in words:
            answer(refusal.document, as_json=True, text="")
        note(refusal.sentence)
        return refusal.exit_code
