"""中小企業庁関連事業データ利活用ポリシー as data: the ceiling on every disclosure.

The ceiling is a set of cells (purpose, data class, recipient). What the policy does not name is
closed; settings, consent and the Agency's own switch narrow it and never widen it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING, Any

from mirasapo.catalog.policy_faults import FILE, entries, policy_faults
from mirasapo.catalog.problem import Problem, refusal
from mirasapo.catalog.seal import check_seals
from mirasapo.catalog.source import LINE, Source
from mirasapo.resources import resource

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from pathlib import Path

    from mirasapo.catalog.model import Catalog


@dataclass(frozen=True, slots=True)
class PolicyField:
    """A field of a closed list of the policy, and the items that carry it."""

    name_ja: str
    items: tuple[str, ...]
    line: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Terms:
    """規約文言: the text under which filings of some fiscal years were made.

    `until_fiscal_year` None: still in force. The text is never changed once published: its
    SHA-256 stands in the policy.
    """

    version: str
    until_fiscal_year: int | None
    secondary_use: bool
    sha256: str

    @property
    def file(self) -> str:
        """The Japanese text, relative to rulebook/."""
        return f"consent_terms/{self.version}.ja.md"


@dataclass(frozen=True, slots=True, eq=False)
class Policy:
    """Purposes × data classes × recipients, and the lists that narrow them."""

    version: str
    source: str
    purposes: Mapping[int, str]
    data_classes: Mapping[int, str]
    recipients: Mapping[int, str]
    cells: frozenset[tuple[int, int, int]]
    institution_kinds: Mapping[str, str]
    researcher_fields: Mapping[str, tuple[PolicyField, ...]]  # corporation, sole_proprietor, common
    other_business_fields: tuple[PolicyField, ...]
    open_data_fields: Mapping[str, tuple[PolicyField, ...]]  # subsidy, procedure
    basis_by_kind: Mapping[str, str]
    terms: tuple[Terms, ...]

    def ceiling(self, purpose: int, recipient: int) -> int:
        """The data classes that the policy opens, as bits 0–12; 0 for what it does not name."""
        return class_bits(c for p, c, r in self.cells if (p, r) == (purpose, recipient))

    def terms_of(self, fiscal_year: int) -> Terms:
        """The terms under which a filing of this fiscal year was made."""
        return next(
            terms
            for terms in self.terms
            if terms.until_fiscal_year is None or fiscal_year <= terms.until_fiscal_year
        )


def class_bits(data_classes: Iterable[int]) -> int:
    """Data classes 1–13 as bits 0–12."""
    bits = 0
    for data_class in data_classes:
        bits |= 1 << (data_class - 1)
    return bits


def load_policy(root: Path | None = None) -> Policy:
    """The policy of the project's rulebook, or of another folder.

    Raises BadInput with file and line when it is incomplete or names something unknown.
    """
    return _shipped() if root is None else _sound(root)


@lru_cache(maxsize=1)
def _shipped() -> Policy:
    return _sound(resource("rulebook"))


def _sound(root: Path) -> Policy:
    policy, problems = examine_policy(root)
    if policy is None or problems:
        raise refusal(problems, "ルールブックのポリシー")
    return policy


def examine_policy(root: Path) -> tuple[Policy | None, list[Problem]]:
    """The policy, None when it cannot be built, and everything that is wrong with it."""
    source = Source(root)
    raw = source.mapping(FILE)
    if not source.problems:
        for fault in policy_faults(source, raw):
            source.report(FILE, *fault)
    if source.problems:
        return None, source.problems
    check_seals(source, "rulebook", [FILE])
    return _policy(raw), source.problems


def _policy(raw: Mapping[str, Any]) -> Policy:
    return Policy(
        version=raw["version"],
        source=raw["source"],
        purposes={number: row["name_ja"] for number, row in entries(raw["purposes"])},
        data_classes={number: row["name_ja"] for number, row in entries(raw["data_classes"])},
        recipients={number: row["name_ja"] for number, row in entries(raw["recipients"])},
        cells=frozenset(
            cell
            for number, row in entries(raw["purposes"])
            for cell in product((number,), row["data_classes"], row["recipients"])
        ),
        institution_kinds={kind: row["name_ja"] for kind, row in entries(raw["institution_kinds"])},
        researcher_fields={
            group: _fields(listed) for group, listed in entries(raw["researcher_fields"])
        },
        other_business_fields=_fields(raw["other_business_fields"]),
        open_data_fields={
            group: _fields(listed) for group, listed in entries(raw["open_data_fields"])
        },
        basis_by_kind={kind: row["basis"] for kind, row in entries(raw["basis_by_kind"])},
        terms=tuple(
            Terms(row["version"], row.get("until_fiscal_year"), row["secondary_use"], row["sha256"])
            for row in raw["terms"]
        ),
    )


def policy_problems(
    policy: Policy, catalog: Catalog, refused: Collection[str] = ()
) -> list[Problem]:
    """Items that the field lists name and the data model does not have.

    Items that were `refused` have a problem of their own.
    """
    listed = [
        *policy.other_business_fields,
        *(field for fields in policy.researcher_fields.values() for field in fields),
        *(field for fields in policy.open_data_fields.values() for field in fields),
    ]
    return [
        Problem(
            FILE,
            each.line,
            f"{each.name_ja}: 項目 {key} がデータモデルにありません。",
            "項目キーの綴りを直します。持たない項目なら items を空にします。",
        )
        for each in listed
        for key in each.items
        if key not in catalog.items_by_key and key not in refused
    ]


def _fields(listed: Iterable[Mapping[str, Any]]) -> tuple[PolicyField, ...]:
    return tuple(PolicyField(row["field"], tuple(row["items"]), row[LINE]) for row in listed)
