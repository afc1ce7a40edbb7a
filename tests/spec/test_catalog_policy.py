"""The policy is the ceiling: 175 of 936 cells are open, and nothing that it does not name."""

from __future__ import annotations

import json
import shutil
from itertools import product
from pathlib import Path

import pytest

from mirasapo.catalog import Catalog, Policy, load_policy
from mirasapo.catalog.policy import class_bits, examine_policy, policy_problems
from mirasapo.errors import BadInput
from mirasapo.resources import resource

# 利用目的 | データ区分 | 提供先 | 開いているます
CEILING = """
1 | 1 6 9 10                   | 1 2 3 4   | 16
2 | 1 2 3 4 5 6 7 8 9 10 11 12 13 | 1 2    | 26
3 | 1 2 3 4 5 6 7 8 10 11 12 13 | 7         | 12
4 | 1 2 3 5 6 7 8 10           | 1 2 3     | 24
5 | 1 2 3 5 6 7 8 10 11 12     | 1 2 3 5   | 40
6 | 1 2 3 6 7 8 10 11 12       | 3 5       | 18
7 | 1 2 6 12 13                | 1 2 3 5 6 | 25
8 | 12 13                      | 1 2 3 5 6 | 10
9 | 1 8 10 12                  | 8         |  4
"""
ROWS = [line.split("|") for line in CEILING.strip().splitlines()]


def test_936ますのうち175ますだけが開いている(policy: Policy) -> None:
    every = set(product(policy.purposes, policy.data_classes, policy.recipients))
    assert len(every) == 936
    assert policy.cells <= every
    assert len(policy.cells) == 175


@pytest.mark.parametrize("row", ROWS, ids=[row[0].strip() for row in ROWS])
def test_利用目的ごとの天井は表のとおりである(policy: Policy, row: list[str]) -> None:
    purpose, classes, recipients, cells = (part.split() for part in row)
    opened = {cell for cell in policy.cells if cell[0] == int(purpose[0])}
    assert {(c, r) for _, c, r in opened} == {
        (int(c), int(r)) for c, r in product(classes, recipients)
    }
    assert len(opened) == int(cells[0])


def test_天井はデータ区分のビットで答える(policy: Policy) -> None:
    assert policy.ceiling(6, 5) == class_bits([1, 2, 3, 6, 7, 8, 10, 11, 12])
    assert policy.ceiling(9, 8) == 0b1010_1000_0001
    for purpose, recipient in product(policy.purposes, policy.recipients):
        opened = {c for p, c, r in policy.cells if (p, r) == (purpose, recipient)}
        assert policy.ceiling(purpose, recipient) == class_bits(opened)


@pytest.mark.parametrize(("purpose", "recipient"), [(0, 5), (10, 5), (6, 0), (6, 9), (6, 4)])
def test_名の挙がらない目的と提供先には何も開かない(
    policy: Policy, purpose: int, recipient: int
) -> None:
    assert policy.ceiling(purpose, recipient) == 0


@pytest.mark.parametrize(
    ("purpose", "recipient", "data_class"),
    [(3, 7, 9), (6, 5, 4), (6, 5, 5), (6, 5, 9), (6, 5, 13), (1, 4, 7), (1, 4, 8)],
)
def test_間違えやすいますは閉じている(
    policy: Policy, purpose: int, recipient: int, data_class: int
) -> None:
    assert (purpose, data_class, recipient) not in policy.cells


def test_支援機関の種別は閉じた一覧である(policy: Policy) -> None:
    assert list(policy.institution_kinds) == [
        "special_corporation",
        "chamber",
        "consultation_desk",
        "certified_supporter",
        "project_supporter",
    ]


def test_項目の一覧がある提供先の項目はデータモデルにある(policy: Policy, catalog: Catalog) -> None:
    assert policy_problems(policy, catalog) == []
    assert len(policy.researcher_fields["common"]) == 15
    assert [len(policy.researcher_fields[who]) for who in ("corporation", "sole_proprietor")] == [
        1,
        4,
    ]
    assert len(policy.other_business_fields) == 9
    assert {name: len(fields) for name, fields in policy.open_data_fields.items()} == {
        "subsidy": 10,
        "procedure": 2,
    }


def test_研究者の項目に市区町村と担当者はない(policy: Policy) -> None:
    keys = {key for fields in policy.researcher_fields.values() for f in fields for key in f.items}
    assert "registered_address.city" not in keys
    assert not any(key.startswith("person_in_charge.") for key in keys)


def test_申請の種類ごとに根拠がある(policy: Policy) -> None:
    assert policy.basis_by_kind == {
        "subsidy": "deemed",
        "consultation": "deemed",
        "report": "deemed",
        "administrative_procedure": "individual",
    }


@pytest.mark.parametrize(
    ("fiscal_year", "version", "secondary_use"),
    [
        (2019, "none-fy2019-2021", False),
        (2021, "none-fy2019-2021", False),
        (2022, "policy-2025-02-14", True),
        (2026, "policy-2025-02-14", True),
    ],
)
def test_令和3年度までの申請の規約は二次利用を含まない(
    policy: Policy, fiscal_year: int, version: str, secondary_use: bool
) -> None:
    terms = policy.terms_of(fiscal_year)
    assert (terms.version, terms.secondary_use) == (version, secondary_use)
    assert (resource("rulebook") / terms.file).is_file()


def test_原本の表と同じである(policy: Policy) -> None:
    original = Path(__file__).parents[3] / "shared" / "data" / "policy" / "data_policy_matrix.json"
    if not original.is_file():
        pytest.skip("ポリシーの表の原本 (../shared/data/policy) がここにありません")
    purposes = json.loads(original.read_text(encoding="utf-8"))["purposes"]
    assert policy.cells == {
        (purpose["id"], data_class, recipient)
        for purpose in purposes
        for data_class in purpose["categories"]
        for recipient in purpose["recipients"]
    }


@pytest.fixture
def rulebook(tmp_path: Path) -> Path:
    copy = tmp_path / "rulebook"
    shutil.copytree(resource("rulebook"), copy)
    return copy


def test_手を加えないポリシーは読める(rulebook: Path) -> None:
    assert load_policy(rulebook).cells == load_policy().cells
    assert load_policy() is load_policy()


def test_読めないポリシーは断られる(rulebook: Path) -> None:
    (rulebook / "policy.yaml").write_text("purposes: [", encoding="utf-8")
    assert examine_policy(rulebook)[0] is None
    with pytest.raises(BadInput):
        load_policy(rulebook)


def test_公開した規約文言は変えられない(rulebook: Path) -> None:
    path = rulebook / load_policy().terms_of(2022).file
    path.write_text(path.read_text(encoding="utf-8") + "追記\n", encoding="utf-8")
    with pytest.raises(BadInput, match="公開後に変わっています"):
        load_policy(rulebook)
