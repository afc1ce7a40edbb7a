"""中小企業庁関連事業データ利活用ポリシー as data: the ceiling on every disclosure.

The ceiling is a set of cells (purpose, data class, recipient). What the policy does not name is
closed; settings, consent and the Agency's own switch narrow it and never widen it.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING, Any

from mirasapo.catalog.model import DATA_CLASSES
from mirasapo.catalog.problem import Problem, refusal
from mirasapo.catalog.source import LINE, Source
from mirasapo.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from mirasapo.catalog.model import Catalog

FILE = "policy.yaml"
PURPOSES = range(1, 10)
RECIPIENTS = range(1, 9)
_HEADINGS = (
    "version",
    "source",
    "purposes",
    "data_classes",
    "recipients",
    "institution_kinds",
    "researcher_fields",
    "other_business_fields",
    "open_data_fields",
    "basis_by_kind",
    "terms",
)


@dataclass(frozen=True, slots=True)
class PolicyField:
    """A field of a closed list of the policy, and the items that carry it."""

    name_ja: str
    items: tuple[str, ...]


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
    policy = None
    try:
        if not source.problems and _is_complete(source, raw):
            policy = _policy(raw)
            _check_terms(source, raw)
    except (AttributeError, IndexError, KeyError, TypeError):
        source.report(FILE, 1, "見出しと値の組み合わせを読めません。")
    return policy, source.problems


def _policy(raw: Mapping[str, Any]) -> Policy:
    return Policy(
        version=raw["version"],
        source=raw["source"],
        purposes={number: row["name_ja"] for number, row in _entries(raw["purposes"])},
        data_classes={number: row["name_ja"] for number, row in _entries(raw["data_classes"])},
        recipients={number: row["name_ja"] for number, row in _entries(raw["recipients"])},
        cells=frozenset(
            cell
            for number, row in _entries(raw["purposes"])
            for cell in product((number,), row["data_classes"], row["recipients"])
        ),
        institution_kinds={
            kind: row["name_ja"] for kind, row in _entries(raw["institution_kinds"])
        },
        researcher_fields={
            group: _fields(listed) for group, listed in _entries(raw["researcher_fields"])
        },
        other_business_fields=_fields(raw["other_business_fields"]),
        open_data_fields={
            group: _fields(listed) for group, listed in _entries(raw["open_data_fields"])
        },
        basis_by_kind={kind: row["basis"] for kind, row in _entries(raw["basis_by_kind"])},
        terms=tuple(
            Terms(row["version"], row["until_fiscal_year"], row["secondary_use"], row["sha256"])
            for row in raw["terms"]
        ),
    )


def policy_problems(policy: Policy, catalog: Catalog) -> list[Problem]:
    """Items that the field lists name and the data model does not have."""
    listed = [
        *policy.other_business_fields,
        *(field for fields in policy.researcher_fields.values() for field in fields),
        *(field for fields in policy.open_data_fields.values() for field in fields),
    ]
    return [
        Problem(FILE, 1, f"{field.name_ja}: 項目 {key} がデータモデルにありません。")
        for field in listed
        for key in field.items
        if key not in catalog.items_by_key
    ]


def _entries(mapping: Mapping[Any, Any]) -> list[tuple[Any, Any]]:
    return [(key, value) for key, value in mapping.items() if key != LINE]


def _fields(listed: Iterable[Mapping[str, Any]]) -> tuple[PolicyField, ...]:
    return tuple(PolicyField(row["field"], tuple(row["items"])) for row in listed)


def _is_complete(source: Source, raw: Mapping[str, Any]) -> bool:
    """Every heading is there, the numbers are the policy's, and the last terms are in force."""
    missing = [name for name in _HEADINGS if name not in raw]
    if missing:
        source.report(FILE, 1, f"{', '.join(missing)} がありません。")
        return False
    for name, numbers in (
        ("purposes", PURPOSES),
        ("data_classes", DATA_CLASSES),
        ("recipients", RECIPIENTS),
    ):
        if [number for number, _ in _entries(raw[name])] != list(numbers):
            source.report(FILE, raw[name][LINE], f"{name} は 1 から {numbers[-1]} です。")
    for number, row in _entries(raw["purposes"]):
        for name, known in (("data_classes", DATA_CLASSES), ("recipients", RECIPIENTS)):
            if not set(row.get(name, ())) <= set(known) or not row.get(name):
                source.report(FILE, row[LINE], f"利用目的 {number} の {name} が読めません。")
    if raw["terms"][-1]["until_fiscal_year"] is not None:
        what = "最後の規約文言は期限なしでなければなりません。"
        source.report(FILE, raw["terms"][-1][LINE], what)
    return not source.problems


def _check_terms(source: Source, raw: Mapping[str, Any]) -> None:
    """A published text never changes: another hash is a problem."""
    for row in raw["terms"]:
        path = source.root / "consent_terms" / f"{row['version']}.ja.md"
        if not path.is_file():
            source.report(FILE, row[LINE], f"規約文言 {row['version']} の本文がありません。")
        elif hashlib.sha256(path.read_bytes()).hexdigest() != row["sha256"]:
            source.report(
                FILE, row[LINE], f"規約文言 {row['version']} の本文が公開後に変わっています。"
            )
