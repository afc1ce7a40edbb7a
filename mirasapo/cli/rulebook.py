"""`mirasapo rulebook …`: show the rules that a connecting system follows."""

from __future__ import annotations

from dataclasses import asdict

import typer

from mirasapo.catalog.rulebook import LEVELS, find_rule, load_rules
from mirasapo.cli.output import Json, answer

app = typer.Typer(no_args_is_help=True)


@app.command("list")
def list_rules(*, as_json: Json = False) -> None:
    """すべての規則を番号順に表示します。"""
    rules = load_rules()
    lines = [f"{rule.id}  [{LEVELS[rule.level]}] {rule.sentence}" for rule in rules]
    answer({"rules": [asdict(rule) for rule in rules]}, as_json, "\n".join(lines))


@app.command()
def show(rule: str = typer.Argument(help="規則の番号 R-章-番号"), *, as_json: Json = False) -> None:
    """一つの規則を、守る人と確かめ方とともに表示します。"""
    found = find_rule(load_rules(), rule)
    text = (
        f"{found.id} [{LEVELS[found.level]}]\n{found.sentence}\n"
        f"守る人: {found.who}\n確かめ方: {found.check}"
    )
    answer(asdict(found), as_json, text)
