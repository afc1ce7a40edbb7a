"""`mirasapo lake verify`: hash every payload again and compare the lake with its manifest."""

from __future__ import annotations

import typer
from sqlalchemy import select

from mirasapo.app.root import build
from mirasapo.cli.output import Json, answer
from mirasapo.store.tables import payload

app = typer.Typer(no_args_is_help=True)


@app.callback()
def lake() -> None:
    """受信データの保管庫を検証します。"""


@app.command()
def verify(*, as_json: Json = False) -> None:
    """全ての原本を読み直し、壊れたもの・失われたもの・記録にないものを挙げます。"""
    platform = build()
    with platform.databases.intake.connect() as connection:
        rows = connection.execute(
            select(payload.c.sha256, payload.c.kind, payload.c.within_sha256.is_(None).label("own"))
        ).all()
    kinds = {row.sha256: row.kind for row in rows}
    report = platform.lake.verify(row.sha256 for row in rows if row.own)
    groups = {
        "壊れている": report.corrupt,
        "失われている": report.missing,
        "名前が正しくない": report.strange,
        "記録にない(取り消された受信の残り)": report.orphans,
    }
    lines = [f"{name}: {len(found)} 件" for name, found in groups.items() if found]
    lines += [f"  {each}" for each in (*report.corrupt, *report.missing, *report.strange)]
    data = {
        "checked": report.checked,
        "refused_filings": list(kinds.values()).count("refused_filing"),
        "corrupt": list(report.corrupt),
        "missing": list(report.missing),
        "orphans": list(report.orphans),
        "strange": list(report.strange),
        "sound": report.sound,
    }
    verdict = "すべて無事です。" if report.sound else "異常があります。"
    answer(data, as_json, "\n".join([f"{report.checked} 件を確かめました。{verdict}", *lines]))
    if not report.sound:
        raise typer.Exit(1)
