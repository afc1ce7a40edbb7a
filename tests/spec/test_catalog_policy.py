"""The policy is the ceiling: how it is read, and what of it is refused.

Its table is asked cell by cell in `test_policy_cells`, its field lists in `test_policy_fields`.
"""

from __future__ import annotations

import shutil
from itertools import product
from pathlib import Path

import pytest

from mirasapo.catalog import Catalog, Policy, load_policy
from mirasapo.catalog.policy import class_bits, examine_policy, policy_problems
from mirasapo.errors import BadInput
from mirasapo.resources import resource


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
