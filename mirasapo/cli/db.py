"""`mirasapo db …`: make, bring up to date and check the database."""

from __future__ import annotations

import typer

from mirasapo.catalog import load_catalog, load_policy
from mirasapo.cli.output import Json, answer
from mirasapo.settings import Settings
from mirasapo.store import bootstrap
from mirasapo.store.databases import not_made
from mirasapo.store.secrets import read_secrets

app = typer.Typer(no_args_is_help=True)


@app.command()
def init(*, as_json: Json = False) -> None:
    """データベース・利用者・表・権限・行の制限を用意します。何度実行しても同じ結果になります。"""
    done = bootstrap.init(Settings.from_environment(), load_catalog(), load_policy())
    _say(done, as_json)


@app.command()
def upgrade(*, as_json: Json = False) -> None:
    """用意済みのデータベースを、このプログラムの版に合わせます。"""
    settings = Settings.from_environment()
    if not read_secrets(settings.home).get("database"):
        raise not_made(settings)
    _say(bootstrap.init(settings, load_catalog(), load_policy()), as_json)


@app.command()
def status(*, as_json: Json = False) -> None:
    """データベースの場所・版・状態を表示します。"""
    seen = bootstrap.status(Settings.from_environment())
    lines = [
        f"サーバー: PostgreSQL {seen.server_version}({'内蔵' if seen.embedded else '指定のURL'})",
        f"データベース: {seen.database}({'あり' if seen.exists else 'まだありません'})",
        f"表の版: {seen.schema_version or 'なし'}(このプログラムの版: {seen.newest_version})",
    ]
    data = {
        "server_version": seen.server_version,
        "embedded": seen.embedded,
        "database": seen.database,
        "exists": seen.exists,
        "schema_version": seen.schema_version,
        "newest_version": seen.newest_version,
    }
    answer(data, as_json, "\n".join(lines))


@app.command()
def check(*, as_json: Json = False) -> None:
    """表がデータモデルと一致し、権限と行の制限が定めたとおりかを確かめます。"""
    faults = bootstrap.check(Settings.from_environment(), load_catalog(), load_policy())
    text = "\n".join(faults) or "データベースはデータモデルと定めのとおりです。"
    answer({"faults": list(faults), "holds": not faults}, as_json, text)
    if faults:
        raise typer.Exit(1)


def _say(done: bootstrap.Initialised, as_json: bool) -> None:
    text = "\n".join(done.changes) or "変更はありません。"
    answer({"database": done.database, "changes": list(done.changes)}, as_json, text)
