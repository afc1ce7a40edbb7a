"""Every rule of the rulebook has its chapter and a check that exists."""

from __future__ import annotations

import ast
import re
import shutil
from pathlib import Path

import pytest

from mirasapo.catalog.rulebook import LEVELS, examine_rules, find_rule, load_rules
from mirasapo.errors import BadInput, NotFound
from mirasapo.resources import resource

ROOT = Path(__file__).parents[2]
RULES = load_rules()


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_規則の確かめ方は実在する検査である(rule) -> None:
    file, name = rule.check.split("::")
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    assert name in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_規則は章の本文に同じ文で載っている(rule) -> None:
    [chapter] = resource("rulebook").glob(f"{rule.chapter}_*.md")
    assert f"| {rule.id} | {rule.sentence} |" in chapter.read_text(encoding="utf-8")
    assert rule.sentence.endswith("。")
    assert rule.level in LEVELS


def test_章の本文に載る規則はすべて規則の一覧にある() -> None:
    named = {
        found
        for path in resource("rulebook").glob("*_*.md")
        for found in re.findall(
            r"^\| (R-\d\d-\d\d) \|", path.read_text(encoding="utf-8"), re.MULTILINE
        )
    }
    assert named == {rule.id for rule in RULES}


def test_概要は十二の章の名を挙げる() -> None:
    overview = (resource("rulebook") / "00_overview.md").read_text(encoding="utf-8")
    chapters = re.findall(r"^\| \[?(\d+) ", overview, re.MULTILINE)
    assert chapters == [str(number) for number in range(1, 13)]
    for link in re.findall(r"\]\(([^)]+)\)", overview):
        assert (resource("rulebook") / link).exists()


def test_番号で規則が見つかる() -> None:
    assert find_rule(RULES, "R-11-04").chapter == "11"
    with pytest.raises(NotFound, match="規則が見つかりません"):
        find_rule(RULES, "R-11-99")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("R-08-01:", "R-13-01:", "R-章-番号"),
        ("R-08-01:", "R-07-01:", "章 07 がありません"),
        ("  level: must", "  level: may", "強さは"),
        ("  who: 制度のシステム", "  whom: 制度のシステム", "見出しが"),
    ],
)
def test_規則の誤りはファイルと行を示して断られる(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    copy = tmp_path / "rulebook"
    shutil.copytree(resource("rulebook"), copy)
    path = copy / "rules.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    problems = examine_rules(copy)[1]
    assert any(said in problem.what and problem.line == 5 for problem in problems)
    with pytest.raises(BadInput, match=r"rules\.yaml:5"):
        load_rules(copy)
