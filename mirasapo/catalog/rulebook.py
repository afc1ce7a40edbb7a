"""The rules of the rulebook: what a connecting system must do, and what proves each.

A rule stands in two places that have to agree: `rules.yaml` and the table at the end of its chapter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mirasapo.catalog.chapter_tables import compare
from mirasapo.catalog.problem import Problem, refusal
from mirasapo.catalog.source import Source
from mirasapo.errors import NotFound
from mirasapo.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

FILE = "rules.yaml"
LEVELS = {"must": "必須", "should": "推奨"}
PROGRAMS = {"payload": "送る内容", "endpoint": "つなぎ方", "none": "人"}
WHO = (
    "制度のシステム",
    "制度の担当課",
    "支援機関",
    "分析者",
    "すべての利用者",
    "データモデルの管理者",
    "ミラサポconnect",
)
_NEEDED = {"sentence", "level", "who", "program", "check"}
_OPTIONAL = {"why_not", "open"}
_ID = re.compile(r"R-(0[1-9]|1[0-2])-[0-9]{2}")
_CHECK = re.compile(r"(tests/[a-z0-9_/]+\.py)::(test_\w+)")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its sentence, how strong it is, whom it binds, and how it is checked.

    `id` is R-<chapter>-<number>. `who` is one of WHO, or several joined by ・. `program` says how a
    program checks a connecting system: by the `payload`, at the `endpoint`, or `none`, and then
    `why_not`. `check` names the test (`<file>::<function>`) that fails when the platform no longer
    keeps or enforces the rule; where it is empty, `open` says what is missing.
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


def examine_rules(
    root: Path, project: Path | None = None
) -> tuple[tuple[Rule, ...], list[Problem]]:
    """The rules that could be read, and everything that is wrong with them and their tables.

    The tables of the chapters are not held against rules that could not be read.

    With the folder of the project also every `check` that is not a test there.
    """
    source = Source(root)
    rules: dict[str, tuple[int, Rule]] = {}
    written = source.mapping(FILE)
    for rule_id, line, cells in source.entries(FILE, written):
        faults = list(_shape_faults(cells))
        if not faults:
            rule = Rule(id=rule_id, **cells)
            rules[rule_id] = (line, rule)
            faults = [*_word_faults(rule), *_reason_faults(rule), *_check_faults(rule, project)]
        for heading, what, cure in faults:
            source.report(FILE, line.of(heading), f"規則 {rule_id} {what}", cure)
    if not source.unreadable:
        names = [path.name for path in chapters(root)]
        compare(source, FILE, rules, names, written.keys() - rules.keys())
    return tuple(rule for _, rule in rules.values()), source.problems


def _shape_faults(cells: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    missing = "・".join(sorted(_NEEDED - cells.keys()))
    if extra := sorted(cells.keys() - _NEEDED - _OPTIONAL):
        what = f"に知らない見出し {'・'.join(extra)} があります。"
        cure = f"{missing} の綴りに直すか、消します。" if missing else "消します。"
        yield extra[0], what, cure
    elif missing:
        yield "", f"に {missing} がありません。", "見出しを書き足します。"
    for name in sorted(cells.keys() & (_NEEDED | _OPTIONAL)):
        if not isinstance(cells[name], str):
            yield name, f"の {name} が文字ではありません。", '文字で書きます。空は "" です。'


def _word_faults(rule: Rule) -> Iterator[tuple[str, str, str]]:
    if _ID.fullmatch(rule.id) is None:
        cure = "章(01 から 12)と通し番号を2桁ずつで書きます。"
        yield "", "の番号は R-章-番号 の形ではありません。", cure
    if not rule.sentence.endswith("。"):
        what = "の sentence が「。」で終わる文ではありません。"
        yield "sentence", what, "規則を「。」で終わる文で書きます。"
    for name, said, known in (
        ("level", rule.level, LEVELS),
        ("program", rule.program, PROGRAMS),
    ):
        if said not in known:
            what = f"の {name}「{said}」を知りません。"
            yield name, what, f"{'・'.join(known)} のどれかを書きます。"
    for who in rule.who.split("・"):
        if who not in WHO:
            cure = f"{'、'.join(WHO)} のどれかを書き、いくつかあれば「・」でつなぎます。"
            yield "who", f"の who「{who}」を知りません。", cure


def _reason_faults(rule: Rule) -> Iterator[tuple[str, str, str]]:
    for name, said, needed, when in (
        ("why_not", rule.why_not, rule.program == "none", "program が none"),
        ("open", rule.open, not rule.check, "check が空"),
    ):
        if needed and not said:
            what = f"に {name} がありません。"
            yield "", what, f"{when}のときは、その理由を {name} に書きます。"
        if said and not needed:
            what = f"の {name} は要りません。"
            yield name, what, f"{name} は、{when}のときに限り書きます。"


def _check_faults(rule: Rule, project: Path | None) -> Iterator[tuple[str, str, str]]:
    found = _CHECK.fullmatch(rule.check)
    if rule.check and found is None:
        cure = "tests/spec/test_x.py::test_y のように書くか、空にして open に理由を書きます。"
        yield "check", "の check が「ファイル::検査」の形ではありません。", cure
    elif found is not None and project is not None:
        path, name = project / found[1], found[2]
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
        if re.search(rf"^def {name}\(", text, re.MULTILINE) is None:
            yield "check", f"の check {rule.check} がありません。", "実在する検査の名を書きます。"
