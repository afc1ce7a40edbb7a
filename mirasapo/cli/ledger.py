"""`mirasapo ledger check`: whether every entry of the access ledger still says what it said."""

from __future__ import annotations

import typer

from mirasapo.app.root import build
from mirasapo.cli.output import Json, answer
from mirasapo.ledger import entries

app = typer.Typer(no_args_is_help=True)


@app.callback()
def ledger() -> None:
    """閲覧記録を点検します。"""


@app.command()
def check(*, as_json: Json = False) -> None:
    """全ての記録について、保存した原文と各列の内容が一致するかを確かめます。"""
    # the login for cuts reads the ledger and, like every service, can change nothing in it
    with build().databases.cut.connect() as conn:
        report = entries.check(conn)
    data = {"entries": report.entries, "mismatches": list(report.mismatches)}
    lines = [f"閲覧記録 {report.entries} 件を確かめました。"]
    lines += [f"記録 {number} の原文と内容が一致しません。" for number in report.mismatches]
    answer(data, as_json, "\n".join(lines))
    if report.mismatches:
        raise typer.Exit(1)
