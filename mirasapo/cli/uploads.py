"""`mirasapo uploads`: what waits for a virus scanner, and what nobody waits for any longer."""

from __future__ import annotations

from datetime import UTC, datetime

import typer

from mirasapo.app.root import build
from mirasapo.cli.output import Json, answer
from mirasapo.errors import NotReady

app = typer.Typer(no_args_is_help=True)


@app.callback()
def uploads() -> None:
    """添付ファイルのウイルス検査と、期限の過ぎたアップロードの片付けをします。"""


@app.command()
def scan(*, as_json: Json = False) -> None:
    """隔離している添付ファイルを、MIRASAPO_CLAMD の検査にかけ直します。"""
    from mirasapo.intake.scanning import Scanner, scan_again

    platform = build()
    if not platform.settings.clamd:
        raise NotReady(
            "検査できません。",
            "ウイルス検査が設定されていません。",
            "MIRASAPO_CLAMD に clamd のアドレスを指定してください。",
        )
    found = scan_again(platform.databases, platform.lake, Scanner(platform.settings.clamd))
    counts = {state: found[state] for state in ("clean", "infected", "quarantined")}
    words = "異常なし {clean} 件、ウイルスあり {infected} 件、検査できず {quarantined} 件です。"
    answer(counts, as_json, words.format(**counts))


@app.command()
def tidy(*, as_json: Json = False) -> None:
    """期限の過ぎたアップロードと、Idempotency-Key の応答を消します。"""
    from mirasapo.intake.batches import remove_left
    from mirasapo.intake.idempotency import forget_expired
    from mirasapo.intake.uploads import UploadDesk

    platform, moment = build(), datetime.now(UTC)
    desk = UploadDesk.of(platform.databases, platform.lake, platform.settings)
    removed = desk.remove_expired(moment)
    remove_left(platform.settings.home, moment)
    with platform.databases.intake.begin() as conn:
        forgotten = forget_expired(conn, moment)
    words = f"アップロード {removed} 件と、応答 {forgotten} 件を消しました。"
    answer({"uploads": removed, "answers": forgotten}, as_json, words)
