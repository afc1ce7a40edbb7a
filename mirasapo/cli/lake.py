"""`mirasapo lake`: hash every payload again, and end what has had its time."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime
from typing import Annotated

import typer
from sqlalchemy import func, select

from mirasapo.app.root import build
from mirasapo.cli.output import Json, answer, note
from mirasapo.cli.progress import progress_bar
from mirasapo.store.lake_check import verify_lake
from mirasapo.store.tables import payload

app = typer.Typer(no_args_is_help=True)


@app.callback()
def lake() -> None:
    """受信データの保管庫を検証し、保存期間の過ぎたものを片付けます。"""


@app.command()
def verify(
    resume: Annotated[
        bool, typer.Option("--resume", help="途中で止めた検証の続きから確かめます。")
    ] = False,
    *,
    as_json: Json = False,
) -> None:
    """全ての原本を読み直し、壊れたもの・失われたもの・記録にないものを挙げます。"""
    platform = build()
    refused = select(func.count()).where(payload.c.kind == "refused_filing")
    with platform.databases.intake.connect() as conn:
        refused_filings = conn.scalars(refused).one()
    with progress_bar("原本を確かめています") as progress:
        try:
            report = verify_lake(
                platform.databases,
                platform.lake,
                platform.settings.home,
                resume=resume,
                progress=progress,
            )
        except KeyboardInterrupt:
            note("続きは mirasapo lake verify --resume で確かめられます。")
            raise
    groups = {
        "壊れている": report.corrupt,
        "失われている": report.missing,
        "名前が正しくない": report.strange,
        "記録にない(取り消された受信の残り)": report.orphans,
    }
    lines = [f"{name}: {len(found)} 件" for name, found in groups.items() if found]
    lines += [f"  {each}" for each in (*report.corrupt, *report.missing, *report.strange)]
    data = asdict(report)
    del data["unfinished"]
    data |= {"refused_filings": refused_filings, "sound": report.sound}
    verdict = "すべて無事です。" if report.sound else "異常があります。"
    answer(data, as_json, "\n".join([f"{report.checked} 件を確かめました。{verdict}", *lines]))
    if not report.sound:
        raise typer.Exit(1)


@app.command("expire")
def end_terms(
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="何が消えるかを示すだけで、何も消しません。")
    ] = False,
    *,
    as_json: Json = False,
) -> None:
    """保存期間の過ぎた、断った受信データと申請に使われなかったファイルを消去します。記録が残ります。"""
    from mirasapo.intake.expiry import expire

    platform = build()
    with progress_bar("保管庫から片付けています") as progress:
        found = expire(
            platform.databases,
            platform.lake,
            platform.settings,
            datetime.now(UTC),
            dry_run=dry_run,
            progress=progress,
        )
    counts = "、".join(f"{_KINDS[kind]} {number} 件" for kind, number in found.kinds.items())
    done = "消去するもの(まだ消していません)" if dry_run else "消去しました"
    if found.lines:
        counts = "、".join(filter(None, [counts, f"一括送信の中の行 {found.lines} 行"]))
    answer(found.as_dict(), as_json, f"{done}: {counts or 'ありません'}。")


_KINDS = {
    "refused_filing": "断った申請",
    "refused_attachment": "断った申請の添付",
    "upload": "使われなかったファイル",
}
