"""Everything that is generated from the data model: documents beside it, SQL in the store."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mirasapo.catalog.documents import FOLDER, documents, is_fresh, write
from mirasapo.catalog.documents.dictionary import dictionary
from mirasapo.catalog.documents.workbook import attribute_workbook
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
    for name, made in wanted.items():
        if not is_fresh(root / name, made):
            write(root / name, made)
            written.append(f"{root.name}/{name}")
    stale = sorted(_present(root) - wanted.keys())
    for name in stale:
        (root / name).unlink()
    return written, [f"{root.name}/{name}" for name in stale]


def export(folder: Path, catalog: Catalog, policy: Policy) -> list[Path]:
    """Write the attribute list (Excel) and the dictionary (HTML) into a folder.

    Raises BadInput when the folder cannot be made or written.
    """
    made: dict[Path, str | bytes] = {
        folder / "attribute_list.xlsx": attribute_workbook(catalog, policy),
        folder / "dictionary.html": dictionary(catalog, policy),
    }
    try:
        for path, content in made.items():
            write(path, content)
    except OSError as error:
        raise BadInput(
            f"{folder} に書き出せません。",
            "フォルダーではないか、書き込む権限がありません。",
            "--out で書き込めるフォルダーを指定してください。",
        ) from error
    return list(made)


def drift(root: Path, catalog: Catalog, policy: Policy) -> list[Problem]:
    """The documents below `root` that are not what the data model says now."""
    wanted = documents(catalog, policy)
    stale = [
        Problem(name, 1, "data_model と合っていません。", "make generate を実行します。")
        for name, made in wanted.items()
        if not is_fresh(root / name, made)
    ]
    unknown = sorted(_present(root) - wanted.keys())
    return stale + [
        Problem(name, 1, "data_model からは作られないファイルです。", "消します。")
        for name in unknown
    ]


def _present(root: Path) -> set[str]:
    folder = root / FOLDER
    return {path.relative_to(root).as_posix() for path in folder.rglob("*") if path.is_file()}
