"""The files of a cut: Parquet, one file per table and fiscal year, and their hashes.

    <table>/fiscal_year=<year>/part-0.parquet

Rows are ordered by pseudonym, so neither their order nor a file's bytes tell in which order
businesses filed; equal content gives equal bytes.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path


def write_table(
    folder: Path, table: str, schema: pa.Schema, rows: Iterable[Mapping[str, Any]]
) -> dict[str, dict[str, Any]]:
    """Write the rows by their `fiscal_year`; return each file's number of rows and SHA-256."""
    by_year: dict[int, list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        by_year[row["fiscal_year"]].append(row)
    files = {}
    for year, partition in sorted(by_year.items()):
        name = f"{table}/fiscal_year={year}/part-0.parquet"
        path = folder / name
        path.parent.mkdir(parents=True)
        ordered = sorted(partition, key=lambda row: _order(row, schema))
        columns = {field.name: [row[field.name] for row in ordered] for field in schema}
        pq.write_table(
            pa.table(columns, schema=schema),
            path,
            coerce_timestamps="us",  # Spark reads no finer ones
        )
        files[name] = {
            "rows": len(ordered),
            "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        }
    return files


def _order(row: Mapping[str, Any], schema: pa.Schema) -> tuple[str, ...]:
    return tuple(str(row[field.name]) for field in schema)
