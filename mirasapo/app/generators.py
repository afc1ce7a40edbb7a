"""Everything that is generated from the data model: documents beside it, SQL in the store."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mirasapo.catalog.documents import FOLDER, documents
from mirasapo.catalog.problem import Problem
from mirasapo.errors import BadInput
from mirasapo.resources import resource
from mirasapo.store.schema import BASELINE, write_baseline

if TYPE_CHECKING:
    from pathlib import Path

    from mirasapo.catalog import Catalog, Policy


@dataclass(frozen=True, slots=True)
class Generated:
    """What a run wrote and removed; files that were right already are in neither."""

    written: tuple[str, ...]
    removed: tuple[str, ...]


def generate_all(catalog: Catalog, policy: Policy) -> Generated:
    """Write every generated file of the clone again.

    Raises BadInput in an installed package: there is no source to generate for.
    """
    root = resource("data_model")
    if not (root.parent / "pyproject.toml").is_file():
        raise BadInput(
            "生成できません。",
            "ここには data_model の原本がありません。",
            "複製したリポジトリで make generate を実行してください。",
        )
    written, removed = write_documents(root, catalog, policy)
    if write_baseline(catalog):
        written.append(BASELINE.relative_to(root.parent).as_posix())
    return Generated(tuple(written), tuple(removed))


def write_documents(root: Path, catalog: Catalog, policy: Policy) -> tuple[list[str], list[str]]:
    """Write the documents below `root`; the names of those written and of those removed."""
    wanted = documents(catalog, policy)
    written = []
    for name, text in wanted.items():
        path = root / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            written.append(f"{root.name}/{name}")
    stale = sorted(_present(root) - wanted.keys())
    for name in stale:
        (root / name).unlink()
    return written, [f"{root.name}/{name}" for name in stale]


def drift(root: Path, catalog: Catalog, policy: Policy) -> list[Problem]:
    """The documents below `root` that are not what the data model says now."""
    wanted = documents(catalog, policy)
    stale = [
        Problem(name, 1, "data_model と合っていません。", "make generate を実行します。")
        for name, text in wanted.items()
        if not (root / name).is_file() or (root / name).read_text(encoding="utf-8") != text
    ]
    unknown = sorted(_present(root) - wanted.keys())
    return stale + [
        Problem(name, 1, "data_model からは作られないファイルです。", "消します。")
        for name in unknown
    ]


def _present(root: Path) -> set[str]:
    folder = root / FOLDER
    return {path.relative_to(root).as_posix() for path in folder.rglob("*") if path.is_file()}
