"""The house's words are used in the code, and the words that they replace are not."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from mirasapo.catalog import Catalog

ROOT = Path(__file__).parents[2]
FOLDERS = ("mirasapo", "api", "scripts", "benchmarks")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def names(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Every name that a module gives: functions, classes, arguments, variables, attributes."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.lineno, node.name
        elif isinstance(node, ast.arg):
            yield node.lineno, node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.lineno, node.id
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.lineno, node.attr


def refused_in(source: str, refused: list[str]) -> list[tuple[int, str, str]]:
    found = []
    for line, name in names(ast.parse(source)):
        words = f"_{_HUMP.sub('_', name).lower()}_"
        found += [(line, name, word) for word in refused if f"_{word}_" in words]
    return found


@pytest.fixture(scope="module")
def refused(catalog: Catalog) -> list[str]:
    return [word for term in catalog.glossary for word in term.refused]


def test_no_name_in_the_code_uses_a_replaced_word(refused: list[str]) -> None:
    used = [
        f"{path.relative_to(ROOT)}:{line}: {name} ({word})"
        for folder in FOLDERS
        for path in sorted((ROOT / folder).rglob("*.py"))
        for line, name, word in refused_in(path.read_text(encoding="utf-8"), refused)
    ]
    assert used == []


@pytest.mark.parametrize(
    "source",
    [
        "def find_enterprise(): ...",
        "class AuditLog: ...",
        "def read(data_lake): ...",
        "support_org_id = 1",
        "self.legal_basis = None",
    ],
)
def test_a_replaced_word_is_found_wherever_a_name_is_given(source: str, refused: list[str]) -> None:
    assert refused_in(source, refused)


def test_words_of_other_meaning_pass(refused: list[str]) -> None:
    assert refused_in("firmware = confirm = 1\ndef affirm(): ...", refused) == []


def test_every_term_of_the_house_is_there(catalog: Catalog) -> None:
    terms = {term.identifier: term for term in catalog.glossary}
    assert terms["filing"].ja == "申請"
    assert terms["ledger"].ja == "閲覧記録"
    assert len(terms) >= 40
    assert all(term.meaning.endswith("。") for term in catalog.glossary)
