"""Every rule stands in its chapter as rules.yaml says it, and names a check that exists."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from mirasapo.catalog.rulebook import chapters, examine_rules, find_rule, load_rules
from mirasapo.errors import NotFound
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
