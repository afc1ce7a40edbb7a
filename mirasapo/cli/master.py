"""`mirasapo master state|rebuild`: what the master is, and whether it comes out again the same."""

from __future__ import annotations

from dataclasses import asdict

import typer

from mirasapo.app.root import build
from mirasapo.business import rebuild as rebuilding
from mirasapo.business import state as content
from mirasapo.cli.output import Json, answer

app = typer.Typer(no_args_is_help=True)


@app.callback()
def master() -> None:
    """事業者マスタの状態表示と再構築をします。"""


@app.command()
def state(*, as_json: Json = False) -> None:
    """事業者数、申請数、内容の識別値を表示します。識別値は内容だけで決まります。"""
    platform = build()
    with platform.databases.intake.connect() as conn:
        found = content.state(conn, platform.catalog)
    text = (
        f"事業者 {found['businesses']:,}、申請 {found['filings']:,}。\n"
        f"内容の識別値 {found['state_hash']}"
    )
    answer(found, as_json, text)


@app.command()
def rebuild(*, as_json: Json = False) -> None:
    """受信データからマスタを作り直します。内容の識別値が変わらなければ、取りこぼしはありません。"""
    platform = build()
    with platform.databases.intake.connect() as conn:
        before = content.state(conn, platform.catalog)["state_hash"]
    rebuilt = rebuilding.rebuild(platform.databases, platform.lake, platform.catalog)
    same = before == rebuilt.state_hash
    text = (
        f"事業者 {rebuilt.businesses:,} 件のマスタを、申請 {rebuilt.filings:,} 件から作り直しました"
        f"(値 {rebuilt.values:,})。\n"
        f"内容は作り直す前と{'同じです' if same else '違います'}。"
    )
    answer({**asdict(rebuilt), "state_hash_before": before, "same": same}, as_json, text)
