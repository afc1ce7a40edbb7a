"""Open a cut: check it against its manifest, then read it through ibis on DuckDB."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import ibis

from mirasapo.errors import BadInput, NotFound

if TYPE_CHECKING:
    from collections.abc import Mapping

MANIFEST = "manifest.json"
FORMAT = "mirasapo-cut/1"
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Cut:
    """A checked cut: its folder, its manifest and its tables as ibis expressions.

    `panel` has one row per business and fiscal year, `filings` one row per filing; the manifest
    says what each column is.
    """

    path: Path
    manifest: Mapping[str, Any]
    panel: ibis.Table
    filings: ibis.Table

    @property
    def snapshot_id(self) -> str:
        """The id of the content: equal for equal content."""
        return str(self.manifest["snapshot_id"])


def find_cut() -> Path:
    """The cut to work on: `MIRASAPO_CUT`, else `cuts/latest` in the home of the platform.

    The home is `MIRASAPO_HOME`, else the first `.mirasapo` from the working folder upwards.

    Raises NotFound when there is none.
    """
    if named := os.environ.get("MIRASAPO_CUT"):
        return Path(named)
    here = Path.cwd()
    homes = [Path(home)] if (home := os.environ.get("MIRASAPO_HOME")) else []
    homes += [folder / ".mirasapo" for folder in (here, *here.parents)]
    for home_folder in homes:
        if (home_folder / "cuts" / "latest" / MANIFEST).is_file():
            return home_folder / "cuts" / "latest"
    raise NotFound(
        "分析用データが見つかりません。",
        "切り出しがまだ行われていないか、別の場所にあります。",
        "mirasapo ebpm cut を実行するか、環境変数 MIRASAPO_CUT で場所を指定してください。",
    )


def open_cut(path: Path | str | None = None) -> Cut:
    """Open the cut at `path` (by default the one that `find_cut` names).

    Raises NotFound when there is no manifest, BadInput when a file is missing, is not listed or
    differs from the manifest by one byte.
    """
    folder = find_cut() if path is None else Path(path)
    manifest = _manifest(folder)
    _verify(folder, manifest)
    connection = ibis.duckdb.connect()
    return Cut(
        path=folder,
        manifest=manifest,
        panel=_table(connection, folder, "panel"),
        filings=_table(connection, folder, "filings"),
    )


def _manifest(folder: Path) -> dict[str, Any]:
    try:
        text = (folder / MANIFEST).read_text(encoding="utf-8")
    except OSError as missing:
        raise NotFound(
            "分析用データを開けません。",
            f"指定の場所に {MANIFEST} がありません。",
            "mirasapo ebpm cut で切り出した場所を指定してください。",
        ) from missing
    try:
        manifest = json.loads(text)
        known = manifest["format"] == FORMAT and isinstance(manifest["files"], dict)
    except (ValueError, KeyError, TypeError):
        known = False
    if not known:
        raise _damaged(f"{MANIFEST} の形式が読めません。")
    return dict(manifest)


def _verify(folder: Path, manifest: Mapping[str, Any]) -> None:
    there = {
        found.relative_to(folder).as_posix()
        for found in folder.rglob("*")
        if found.is_file() and found.name != MANIFEST
    }
    listed = manifest["files"]
    if there != set(listed):
        raise _damaged("目録と実際のファイルが一致しません。")
    for name, entry in listed.items():
        if sha256(folder / name) != entry["sha256"]:
            raise _damaged(f"{name} の内容が目録と異なります。")


def sha256(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    digest = hashlib.sha256()
    with path.open("rb") as source:
        while block := source.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


def _table(connection: Any, folder: Path, name: str) -> ibis.Table:
    files = f"{folder / name}/*/*.parquet"
    return connection.read_parquet(files, table_name=name, hive_partitioning=True)


def _damaged(why: str) -> BadInput:
    return BadInput(
        "分析用データが壊れています。", why, "もう一度 mirasapo ebpm cut で切り出してください。"
    )
