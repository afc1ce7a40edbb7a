"""`mirasapo sample`: made-up businesses with filings, consents and an effect of known size."""

from __future__ import annotations

import typer

from mirasapo.cli.output import Json, answer, note


def sample(
    *,
    businesses: int = typer.Option(400, "--businesses", min=1, help="事業者の数"),
    seed: int = typer.Option(2022, "--seed", help="種。同じ種からは同じ見本ができます。"),
    as_json: Json = False,
) -> None:
    """架空の事業者・申請・同意を作って取り込み、見本の利用者を用意します。"""
    from mirasapo.app import sample as samples
    from mirasapo.app.root import build

    platform = build()
    loaded = samples.load(platform, businesses, seed)
    business = samples.demo_accounts(platform, seed)["business"]
    note("すべて架空のデータです。実在の事業者・個人とは関係ありません。")
    consents = "、".join(f"{answer} {count}" for answer, count in loaded["consents"].items())
    answer(
        loaded,
        as_json,
        f"事業者 {businesses}、新しい申請 {loaded['filings']}、取込み済み {loaded['repeated']}\n"
        f"同意(申請数) {consents}\n"
        f"真の効果 {loaded['truth']}\n"
        f"見本の事業者 {business['name']}(GビズIDの代役: {business['persona']})\n"
        "サインイン名とパスワードは MIRASAPO_HOME の demo_accounts.json にあります。",
    )
