"""`mirasapo master …`: what the master is, whether it comes out the same, where sources differ."""

from __future__ import annotations

from dataclasses import asdict
from getpass import getuser
from typing import TYPE_CHECKING, Annotated

import typer

from mirasapo.app.root import build
from mirasapo.business import rebuild as rebuilding
from mirasapo.business import state as content
from mirasapo.business import stating
from mirasapo.business.conflicts import ConflictRow, list_conflicts
from mirasapo.cli.output import Json, answer
from mirasapo.cli.progress import progress_bar

if TYPE_CHECKING:
    from mirasapo.catalog import Catalog

STATES = {"open": "未裁定", "settled": "裁定済み", "outdated": "登記より古い"}
KINDS = {"mismatch": "登記との相違", "disagree": "出所どうしの相違"}

app = typer.Typer(no_args_is_help=True)


@app.callback()
def master() -> None:
    """事業者マスタの状態表示、再構築、食い違いの裁定をします。"""


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
    with progress_bar("マスタを作り直しています") as progress:
        rebuilt = rebuilding.rebuild(
            platform.databases, platform.lake, platform.catalog, progress=progress
        )
    same = before == rebuilt.state_hash
    text = (
        f"事業者 {rebuilt.businesses:,} 件のマスタを、申請 {rebuilt.filings:,} 件から作り直しました"
        f"(値 {rebuilt.values:,})。\n"
        f"内容は作り直す前と{'同じです' if same else '違います'}。"
    )
    answer({**asdict(rebuilt), "state_hash_before": before, "same": same}, as_json, text)


@app.command()
def conflicts(
    business: Annotated[
        str | None, typer.Option(help="法人番号、個人事業主整理番号、または事業者の識別子。")
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="裁定済みと、登記より古いものも表示します。")
    ] = False,
    limit: Annotated[int, typer.Option(min=1, help="表示する件数の上限。")] = 1000,
    *,
    as_json: Json = False,
) -> None:
    """出所どうしの食い違いを一覧にします。値そのものは表示しません。"""
    platform = build()
    states = list(STATES) if everything else ["open"]
    with platform.databases.intake.connect() as conn:
        found = list_conflicts(conn, named=business, states=states, limit=limit)
    lines = [_line(each, platform.catalog) for each in found]
    text = "\n".join([f"食い違い {len(found):,} 件。", *lines])
    answer({"conflicts": [each.as_dict() for each in found]}, as_json, text)


@app.command()
def settle(
    conflict: Annotated[str, typer.Argument(help="食い違いの識別子 (conflicts の一覧の先頭)。")],
    take: Annotated[str, typer.Option(help="正しいとする出所。一覧にある出所のどれか。")],
    why: Annotated[str, typer.Option(help="そう決めた理由。")] = "",
    by: Annotated[str | None, typer.Option(help="決めた人。省略すると、この端末の利用者。")] = None,
    *,
    as_json: Json = False,
) -> None:
    """食い違いを裁定します。裁定も受信データとして残り、後から届いた新しい事実はまた優先します。"""
    platform = build()
    found = stating.settle(
        platform.databases,
        platform.lake,
        platform.catalog,
        conflict,
        take=take,
        settled_by=by or getuser(),
        why=why,
    )
    text = f"裁定しました。\n{_line(found, platform.catalog)}"
    answer(found.as_dict(), as_json, text)


def _line(found: ConflictRow, catalog: Catalog) -> str:
    labels = "・".join(catalog.item(key).label_ja for key in found.item_keys)
    claims = "、".join(f"{claim['source']} ({claim['as_of_on']})" for claim in found.claims)
    whose = found.corporate_number or str(found.business_id)
    return (
        f"{found.conflict_id}  {whose}  {labels}  {KINDS[found.kind]}・{STATES[found.state]}"
        f"  優先順: {claims}"
    )
