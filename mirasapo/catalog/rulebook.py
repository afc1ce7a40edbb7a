"""The rules of the rulebook: what a connecting system must do, and what proves each.

A rule stands in two places that have to agree: `rules.yaml` and the table at the end of its chapter.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from mirasapo.catalog.problem import Problem, refusal
from mirasapo.catalog.source import Source
from mirasapo.errors import NotFound
from mirasapo.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

FILE = "rules.yaml"
LEVELS = {"must": "必須", "should": "推奨"}
PROGRAMS = {"payload": "送る内容", "endpoint": "つなぎ方", "none": "人"}
_ID = re.compile(r"R-(0[1-9]|1[0-2])-[0-9]{2}")
_ROW = re.compile(r"\| (R-[0-9-]+) \| (.+) \| (.+) \| (.+) \|")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its sentence, how strong it is, whom it binds, and how it is checked.

    `id` is R-<chapter>-<number>. `program` says how a program checks a connecting system: by the
    `payload`, at the `endpoint`, or `none`, and then `why_not`. `check` names the test
    (`<file>::<function>`) that fails when the platform no longer keeps or enforces the rule; where
    it is empty, `open` says what is missing.
    """

    id: str
    sentence: str
    level: str
    who: str
    program: str
    check: str
    why_not: str = ""
    open: str = ""

    @property
    def chapter(self) -> str:
        """The two digits of the chapter that the rule belongs to."""
        return self.id[2:4]

    @property
    def row(self) -> tuple[str, str, str]:
        """What the table of the chapter says of the rule: sentence, level, how it is checked."""
        return self.sentence, LEVELS.get(self.level, ""), PROGRAMS.get(self.program, "")


class _Row(NamedTuple):
    """A line of a chapter's table of rules."""

    file: str
    line: int
    id: str
    said: tuple[str, str, str]


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


def chapters(root: Path | None = None) -> tuple[Path, ...]:
    """The overview and the twelve chapters, in their order."""
    folder = resource("rulebook") if root is None else root
    return tuple(sorted(folder.glob("[0-9][0-9]_*.md")))


def examine_rules(root: Path) -> tuple[tuple[Rule, ...], list[Problem]]:
    """The rules that could be read, and everything that is wrong with them and their tables."""
    source = Source(root)
    rules: dict[str, tuple[int, Rule]] = {}
    for rule_id, line, cells in source.entries(FILE, source.mapping(FILE)):
        try:
            rule = Rule(id=rule_id, **cells)
        except TypeError:
            source.report(FILE, line, f"規則 {rule_id} の見出しが足りないか、余っています。")
            continue
        for what in _faults(rule):
            source.report(FILE, line, f"規則 {rule_id} {what}")
        rules[rule_id] = (line, rule)
    _compare(source, rules, [row for path in chapters(root) for row in _rows(path)])
    return tuple(rule for _, rule in rules.values()), source.problems


def _faults(rule: Rule) -> Iterator[str]:
    if _ID.fullmatch(rule.id) is None:
        yield "の番号は R-章-番号 の形ではありません。"
    if rule.level not in LEVELS:
        yield f"の level は {'・'.join(LEVELS)} のどちらかです。"
    if rule.program not in PROGRAMS:
        yield f"の program は {'・'.join(PROGRAMS)} のどれかです。"
    if not (isinstance(rule.sentence, str) and rule.sentence.endswith("。") and rule.who):
        yield "の sentence は「。」で終わる文、who は守る人です。"
    if (rule.program == "none") != bool(rule.why_not):
        yield "の why_not は、program が none のときに限り書きます。"
    if (rule.check == "") != bool(rule.open):
        yield "の open は、check が空のときに限り書きます。"


def _rows(path: Path) -> Iterator[_Row]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        found = _ROW.fullmatch(line)
        if found is not None:
            rule_id, *said = found.groups()
            yield _Row(path.name, number, rule_id, (said[0], said[1], said[2]))


def _compare(source: Source, rules: dict[str, tuple[int, Rule]], rows: Sequence[_Row]) -> None:
    """Every rule stands once, in the table of its own chapter, as rules.yaml says it."""
    counted = Counter(row.id for row in rows)
    for rule_id, (line, rule) in rules.items():
        if not counted[rule_id]:
            source.report(FILE, line, f"規則 {rule_id} が {rule.chapter}章 の表にありません。")
    for row in rows:
        if row.id not in rules:
            source.report(row.file, row.line, f"規則 {row.id} が {FILE} にありません。")
            continue
        rule = rules[row.id][1]
        if counted[row.id] > 1:
            source.report(row.file, row.line, f"規則 {row.id} が表に二度以上あります。")
        if not row.file.startswith(f"{rule.chapter}_"):
            source.report(row.file, row.line, f"規則 {row.id} は {rule.chapter}章 の規則です。")
        if all(rule.row) and row.said != rule.row:  # a word unknown has been reported
            what = f"規則 {row.id} の文、強さ、確かめ方のどれかが {FILE} と違います。"
            source.report(row.file, row.line, what)
