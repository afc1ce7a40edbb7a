"""Every rule stands in its chapter as rules.yaml says it, and names a check that exists."""

from __future__ import annotations

import ast
import re
import shutil
from functools import cache
from pathlib import Path

import pytest

from mirasapo.catalog.rulebook import chapters, examine_rules, find_rule, load_rules
from mirasapo.errors import BadInput, NotFound
from mirasapo.resources import resource

ROOT = Path(__file__).parents[2]
RULES = load_rules()
CHECKED = [rule for rule in RULES if rule.check]


@cache
def functions_of(file: str) -> frozenset[str]:
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))


@pytest.mark.parametrize("rule", CHECKED, ids=[rule.id for rule in CHECKED])
def test_規則の確かめ方は実在する検査である(rule) -> None:
    file, name = rule.check.split("::")
    assert name in functions_of(file)


def test_規則と章の表は一致する() -> None:
    rules, problems = examine_rules(resource("rulebook"))
    assert problems == []
    assert len(rules) >= 80
    assert [rule.id for rule in rules] == sorted(rule.id for rule in rules)


def test_概要は十二の章の名と規則の数を挙げる() -> None:
    overview, *twelve = chapters()
    text = overview.read_text(encoding="utf-8")
    rows = re.findall(
        r"^\| \[(\d+) [^\]]+\]\(([^)]+)\) \|.*\| (なし|\d+件) \|$", text, re.MULTILINE
    )
    assert [(int(number), file) for number, file, _ in rows] == [
        (number, path.name) for number, path in enumerate(twelve, 1)
    ]
    for _, file, said in rows:
        count = sum(rule.chapter == file[:2] for rule in RULES)
        assert said == (f"{count}件" if count else "なし")


def test_番号で規則が見つかる() -> None:
    assert find_rule(RULES, "R-11-04").chapter == "11"
    with pytest.raises(NotFound, match="規則が見つかりません"):
        find_rule(RULES, "R-11-99")


CH8, CH11, YAML = "08_programme_systems.md", "11_consent.md", "rules.yaml"
MUTANTS = [
    (YAML, "R-08-01:", "R-13-01:", YAML, "R-章-番号"),
    (YAML, "R-08-01:", "R-08-91:", YAML, "R-08-91 が 08章 の表にありません"),
    (YAML, "R-08-01:", "R-08-91:", CH8, "R-08-01 が rules.yaml にありません"),
    (YAML, "level: must", "level: may", YAML, "level は"),
    (YAML, "program: payload", "program: paper", YAML, "program は"),
    (YAML, "  who: 制度のシステム", "  whom: 制度のシステム", YAML, "見出しが"),
    (YAML, "  why_not: ", "  # why_not: ", YAML, "why_not は"),
    (YAML, "  open: ", "  # open: ", YAML, "open は"),
    (YAML, "の形で送る。", "の形で送る", YAML, "終わる文"),
    (CH8, "JSON Schema の形で送る。", "形で送る。", CH8, "文、強さ、確かめ方"),
    (CH8, "形で送る。 | 必須", "形で送る。 | 推奨", CH8, "文、強さ、確かめ方"),
    (CH8, "必須 | 送る内容", "必須 | つなぎ方", CH8, "文、強さ、確かめ方"),
    (CH8, "| R-08-01 |", "| R-08-02 |", CH8, "二度以上"),
    (CH11, "| R-11-01 |", "| R-08-01 |", CH11, "08章 の規則です"),
]


@pytest.mark.parametrize(("file", "old", "new", "named", "said"), MUTANTS)
def test_規則の誤りはファイルと行を示して断られる(
    tmp_path: Path, file: str, old: str, new: str, named: str, said: str
) -> None:
    copy = tmp_path / "rulebook"
    shutil.copytree(resource("rulebook"), copy)
    path = copy / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    problems = examine_rules(copy)[1]
    assert any(problem.file == named and said in problem.what for problem in problems)
    assert all(problem.line > 1 for problem in problems)
    with pytest.raises(BadInput, match=r"(rules\.yaml|\.md):\d+"):
        load_rules(copy)
