"""The manifest of a cut: what it holds, under which policy, and the hash of every file."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pyarrow as pa

import mirasapo
from mirasapo.cuts.columns import PURPOSE, RECIPIENT, CutColumn
from mirasapo.cuts.queries import ADOPTION_COLUMNS, FILING_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime
    from uuid import UUID

    from mirasapo.catalog import Catalog, Policy, Programme

FORMAT = "mirasapo-cut/1"
MANIFEST = "manifest.json"
SMALLEST_TOTAL = 10  # smaller totals of filings that are not in the cut are not told

_PSEUDONYM = {"name": "pseudonym", "label_ja": "仮名", "meaning": "プロジェクトごとに異なる"}
_PANEL = (
    _PSEUDONYM,
    {"name": "fiscal_year", "label_ja": "年度", "meaning": "決算日の属する年度(4月から翌年3月)"},
    {"name": ADOPTION_COLUMNS[0], "label_ja": "対象制度に初めて申請した年度"},
    {"name": ADOPTION_COLUMNS[1], "label_ja": "対象制度に初めて採択された年度"},
)
_FILINGS = (
    _PSEUDONYM,
    {"name": "fiscal_year", "label_ja": "申請年度"},
    {"name": "programme", "label_ja": "制度番号"},
    {"name": "status", "label_ja": "申請状態(採択・不採択を含む)"},
    {
        "name": "basis",
        "label_ja": "二次利用の根拠",
        "meaning": "deemed みなし同意、individual 個別同意",
    },
)


@dataclass(frozen=True, slots=True)
class Study:
    """For which project a cut is made and which programme it is about."""

    catalog: Catalog
    policy: Policy
    project: str
    programme: Programme


@dataclass(slots=True)
class Content:
    """What was read: rows under pseudonyms, and per business the items that it gave.

    `consents`: over all filings, the number for which each answer stands.
    """

    moment: datetime
    columns: tuple[CutColumn, ...]
    panel: list[dict[str, Any]] = field(default_factory=list)
    filings: list[dict[str, Any]] = field(default_factory=list)
    items: dict[UUID, set[str]] = field(default_factory=dict)
    consents: dict[str, int] = field(default_factory=dict)
    made_up: bool = False


def panel_schema(columns: Sequence[CutColumn]) -> pa.Schema:
    """The columns of the panel's files; the fiscal year is in the folder's name."""
    years = [pa.field(name, pa.int64()) for name in ADOPTION_COLUMNS]
    return _schema([one for one in columns if one.kind != "header"], years)


def filings_schema(columns: Sequence[CutColumn]) -> pa.Schema:
    """The columns of the files of filings; the fiscal year is in the folder's name."""
    facts = [pa.field(name, pa.string()) for name in FILING_COLUMNS if name != "fiscal_year"]
    return _schema([one for one in columns if one.kind == "header"], facts)


def manifest(
    study: Study, content: Content, files: Mapping[str, Mapping[str, Any]]
) -> dict[str, Any]:
    """The manifest as plain data; `snapshot_id` depends on the content of the files only."""
    return {
        "format": FORMAT,
        "snapshot_id": _digest({name: entry["sha256"] for name, entry in files.items()}),
        "generated_at": content.moment.isoformat(timespec="microseconds"),
        "made_up": content.made_up,
        "project": study.project,
        "programme": {"code": study.programme.code, "name": study.programme.name_ja},
        "purpose": {"number": PURPOSE, "name": study.policy.purposes[PURPOSE]},
        "recipient": {"number": RECIPIENT, "name": study.policy.recipients[RECIPIENT]},
        "policy_version": study.policy.version,
        "catalogue_version": _catalogue_version(study.catalog),
        "software_version": mirasapo.__version__,
        "columns": {
            "panel": [*_PANEL, *_described(content.columns, header=False)],
            "filings": [*_FILINGS, *_described(content.columns, header=True)],
        },
        "counts": {
            "businesses": len(content.items),
            "rows": len(content.panel),
            "filings": len(content.filings),
            "basis": dict(sorted(Counter(row["basis"] for row in content.filings).items())),
        },
        "consents_of_all_filings": {
            answer: total if total >= SMALLEST_TOTAL else None
            for answer, total in sorted(content.consents.items())
        },
        "files": files,
    }


def _schema(columns: Iterable[CutColumn], more: Iterable[pa.Field]) -> pa.Schema:
    described = [
        pa.field(column.name, pa.int64() if column.integer else pa.string()) for column in columns
    ]
    return pa.schema([pa.field("pseudonym", pa.string()), *described, *more])


def _described(columns: Iterable[CutColumn], *, header: bool) -> list[dict[str, Any]]:
    return [
        {
            "name": column.name,
            "label_ja": column.item.label_ja,
            "item": column.item.key,
            "unit": column.item.unit,
            "field": column.field_ja,
            "made_as": "year" if column.year_only else column.kind,
        }
        for column in columns
        if (column.kind == "header") == header
    ]


def _catalogue_version(catalog: Catalog) -> str:
    """Changes when the key, type, unit or data class of an item does."""
    items = catalog.items
    return _digest(
        {one.key: [one.type, one.unit, one.data_class, one.third_party] for one in items}
    )


def _digest(content: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:16]
