"""Seals: files of which every line decides something, so that no slip of the pen passes for a decision.

`seals.csv` beside them has a row for each state of such a file: its SHA-256, the day, and why it came
to be so. The last row of a file is the state that counts. `mirasapo model seal --why …` adds rows.
"""

from __future__ import annotations

import csv
import hashlib
from typing import TYPE_CHECKING, Final

from mirasapo.catalog.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

SEALS: Final = "seals.csv"
COLUMNS: Final = ("file", "sha256", "sealed_on", "why")
SEALED: Final = {
    "data_model": (
        "formulas.yaml",
        "mappings/gbizinfo.csv",
        "mappings/nta.csv",
        "published_codes.csv",
        "published_keys.csv",
        "published_programmes.csv",
    ),
    "rulebook": ("policy.yaml", "relations.yaml"),
}


def check_seals(source: Source, folder: str, files: Iterable[str] = ()) -> None:
    """Report every sealed file of a folder (`data_model`, `rulebook`) that is not as it was sealed.

    `files`: those that are asked for, by default all of the folder.
    """
    state = _sealed(source)
    for file in files or SEALED[folder]:
        if state.get(file) != _digest(source.root / file):
            cure = (
                "元に戻します。改めると決めたのなら、理由を添えて "
                "mirasapo model seal --why を実行します。"
            )
            source.report(file, 1, "封印したときと内容が違います。", cure)


def seal(root: Path, folder: str, why: str, day: date) -> list[str]:
    """Seal the files of a folder that changed, as from `day`; their names."""
    state = _sealed(Source(root))
    rows = [
        (file, digest, day.isoformat(), why)
        for file in SEALED[folder]
        for digest in [_digest(root / file)]
        if state.get(file) != digest
    ]
    with (root / SEALS).open("a", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows(rows)
    return [file for file, *_ in rows]


def _sealed(source: Source) -> dict[str, str]:
    state: dict[str, str] = {}
    for line, row in source.rows(SEALS, COLUMNS):
        if not row["why"].strip():
            source.report(SEALS, line, "改めたわけがありません。", "why に書きます。")
        state[row["file"]] = row["sha256"]
    return state


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
