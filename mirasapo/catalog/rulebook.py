"""The rules of the rulebook: what a connecting system must do, and the check that proves each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mirasapo.catalog.problem import Problem, refusal
from mirasapo.catalog.source import Source
from mirasapo.errors import NotFound
from mirasapo.resources import resource

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

FILE = "rules.yaml"
LEVELS = {"must": "必須", "should": "推奨"}
_ID = re.compile(r"R-(0[1-9]|1[0-2])-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its sentence, how strong it is, whom it binds, and the check that proves it.

    `check` names a test as `<file>::<function>`; `id` is R-<chapter>-<number>.
    """

    id: str
    sentence: str
    level: str
    who: str
    check: str

    @property
    def chapter(self) -> str:
        """The two digits of the chapter that the rule belongs to."""
        return self.id[2:4]


def load_rules(root: Path | None = None) -> tuple[Rule, ...]:
    """The rules of the project, or of another folder. Raises BadInput with file and line."""
    rules, problems = examine_rules(resource("rulebook") if root is None else root)
    if problems:
        raise refusal(problems, "ルールブック")
    return rules


def find_rule(rules: Sequence[Rule], rule_id: str) -> Rule:
    """The rule with this id. Raises NotFound when there is none."""
    found = next((rule for rule in rules if rule.id == rule_id), None)
    if found is None:
        raise NotFound(
            "規則が見つかりません。",
            "この番号の規則はルールブックにありません。",
            "mirasapo rulebook list で番号を確かめてください。",
            rule=rule_id,
        )
    return found


def examine_rules(root: Path) -> tuple[tuple[Rule, ...], list[Problem]]:
    """The rules that could be read, and everything that is wrong with the file."""
    source = Source(root)
    rules: list[Rule] = []
    for rule_id, line, cells in source.entries(FILE, source.mapping(FILE)):
        if _ID.fullmatch(rule_id) is None:
            source.report(FILE, line, f"規則の番号 {rule_id} は R-章-番号 の形ではありません。")
        try:
            rule = Rule(id=rule_id, **cells)
        except TypeError:
            source.report(FILE, line, f"規則 {rule_id} の見出しが足りないか、余っています。")
            continue
        if rule.level not in LEVELS:
            source.report(
                FILE, line, f"規則 {rule_id} の強さは {'・'.join(LEVELS)} のどちらかです。"
            )
        if not any(root.glob(f"{rule.chapter}_*.md")):
            source.report(FILE, line, f"規則 {rule_id} の章 {rule.chapter} がありません。")
        rules.append(rule)
    return tuple(rules), source.problems
