"""`mirasapo rulebook …`: show the rules that a connecting system follows."""

from __future__ import annotations

from dataclasses import asdict

import typer

from mirasapo.catalog.rulebook import LEVELS, PROGRAMS, Rule, find_rule, load_rules
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
    answer(asdict(found), as_json, "\n".join(_described(found)))


def _described(rule: Rule) -> list[str]:
    how = PROGRAMS[rule.program]
    return [
        f"{rule.id} [{LEVELS[rule.level]}]",
        rule.sentence,
        f"守る人: {rule.who}",
        f"確かめ方: {how}({rule.why_not})" if rule.why_not else f"確かめ方: {how}",
        f"基盤の側の検査: {rule.check}" if rule.check else f"基盤の側の検査: なし({rule.open})",
    ]
