"""`mirasapo erasures`: have a filing erased on legal grounds, and what was erased so far."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID  # noqa: TC003 - typer reads the annotations

import typer

from mirasapo.app.root import build
from mirasapo.cli.output import Json, answer
from mirasapo.cli.progress import progress_bar

app = typer.Typer(no_args_is_help=True)

KINDS = {"order": "法令による消去", "term": "保存期間の満了"}


@app.callback()
def erasures() -> None:
    """法令に基づいて申請を消去し、消去の記録を示します。"""


@app.command()
def order(
    filing: Annotated[UUID, typer.Argument(help="消去する申請の ID。すべての版が対象です。")],
    by: Annotated[str, typer.Option(help="消去を決めた人 (職名と氏名)。")],
    law: Annotated[str, typer.Option(help="根拠の条文。例: 個人情報保護法第98条第1項。")],
    why: Annotated[str, typer.Option(help="理由。消去する値そのものは書きません。")],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="何が消えるかを示すだけで、何も消しません。")
    ] = False,
    *,
    as_json: Json = False,
) -> None:
    """申請を、原本・添付・マスタへの反映ごと消去します。元に戻せません。記録だけが残ります。"""
    from mirasapo.intake.erasing import Order, erase_filing
    from mirasapo.store.bootstrap import as_owner
    from mirasapo.store.erasures import remove_objects

    asked = Order(ordered_by=by, law=law, reason=why)
    platform = build()
    with (
        progress_bar("断った申請を確かめています") as progress,
        as_owner(platform.settings) as conn,
    ):
        found = erase_filing(
            conn, platform.lake, platform.catalog, filing, asked, dry_run=dry_run, progress=progress
        )
    removed = 0 if dry_run else remove_objects(platform.databases.intake, platform.lake)
    done = "消去するもの(まだ消していません)" if dry_run else "消去しました"
    counts = (
        f"版 {found.versions}、添付 {found.attachments}、項目 {found.items}、"
        f"訂正と裁定 {found.statements}、断った送信 {found.refused}"
    )
    lines = [
        f"{done}: {counts}。",
        f"原本 {len(found.objects)} 件。ほかでも使われているため残すもの {len(found.kept)} 件。",
    ]
    if found.business_forgotten:
        lines.append("この事業者について、ほかに持っている情報はありません。")
    answer({**found.as_dict(), "removed": removed, "dry_run": dry_run}, as_json, "\n".join(lines))


@app.command("list")
def list_all(
    limit: Annotated[int, typer.Option(min=1, help="表示する件数の上限。")] = 100,
    *,
    as_json: Json = False,
) -> None:
    """消去の記録を、新しい順に示します。消去した値は、記録にもありません。"""
    from mirasapo.store.erasures import list_erasures

    platform = build()
    with platform.databases.intake.connect() as conn:
        found = list_erasures(conn, limit=limit)
    lines = [f"消去の記録 {len(found):,} 件。"]
    for each in found:
        what = f"申請 {each.filing_id} " if each.filing_id else ""
        waiting = f"(保管庫に残り {each.pending})" if each.pending else ""
        lines.append(
            f"{each.erased_at:%Y-%m-%d %H:%M}  {KINDS[each.kind]}  {what}原本 {each.objects} 件{waiting}"
            f"  {each.ordered_by}  {each.law or ''}  {each.reason}"
        )
    answer({"erasures": [each.as_dict() for each in found]}, as_json, "\n".join(lines))
