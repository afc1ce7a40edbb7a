"""The register's load beside COPY of the same ready-made rows, and beside insertmanyvalues.

COPY writes what the load left in `open.register_body` into a twin with the same keys and indexes, in
one durable transaction; SQLAlchemy writes a part of it likewise. The loader runs in a process of its
own, so that its peak of resident memory is its own, and at two sizes, so that its growth is seen.
"""

from __future__ import annotations

import csv
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg
from sqlalchemy import create_engine, insert, text

from benchmarks.figure import Figure
from benchmarks.stage import platform
from mirasapo.catalog.check_digit import corporate_check_digit
from mirasapo.store.tables import register_body

if TYPE_CHECKING:
    from collections.abc import Iterator

ROWS = int(os.environ.get("BENCH_REGISTER_ROWS", "1000000"))
GROWTH = 5
PART = 20_000  # of the rows, for the slow peer
SHARE_OF_COPY = 0.5
TIMES_INSERT = 3.0
MOST_MB = 600.0
MOST_GROWTH = 5.5

_FIRST = "山川田中村木林森石橋井上下本松竹梅高小大原野谷沢島崎池浜岡坂宮寺神河水火土金銀"
_SECOND = (
    "製作所",
    "工業",
    "商事",
    "建設",
    "水産",
    "農園",
    "運輸",
    "印刷",
    "電機",
    "食品",
    "設計",
    "興業",
)
_FORM = ("株式会社", "有限会社", "合同会社")


def figures() -> list[Figure]:
    """Share of COPY, times insertmanyvalues, peak of the loader, and how its time grows."""
    with tempfile.TemporaryDirectory(prefix="mirasapo-bench-rows-") as folder:
        small, large = Path(folder) / "small.csv", Path(folder) / "large.csv"
        write_rows(small, ROWS)
        write_rows(large, ROWS * GROWTH)
        with platform() as (made, url):
            one = _load(made.settings.environment(), small)
            with _twin(url) as peer:
                copied = peer.copy()
                inserted = peer.insert()
        with platform() as (made, _):
            many = _load(made.settings.environment(), large)
    beside = f"{ROWS:,} rows: load {one['seconds']:.1f} s, COPY {copied:.1f} s"
    rate = ROWS / one["seconds"]
    memory = f"{ROWS:,} rows: {one['peak_mb']:.0f} MB"
    grown = f"{ROWS:,} in {one['seconds']:.1f} s, {ROWS * GROWTH:,} in {many['seconds']:.1f} s"
    return [
        Figure("register load", rate, "rows/s", None, beside),
        Figure(
            "register share of COPY",
            copied / one["seconds"],
            "×",
            SHARE_OF_COPY,
            beside,
            at_most=False,
        ),
        Figure(
            "register times insertmanyvalues",
            rate / (PART / inserted),
            "×",
            TIMES_INSERT,
            f"{PART:,} rows inserted in {inserted:.1f} s",
            at_most=False,
        ),
        Figure("register loader's peak", many["peak_mb"], "MB", MOST_MB, memory),
        Figure("register growth", many["seconds"] / one["seconds"], "×", MOST_GROWTH, grown),
    ]


def write_rows(path: Path, rows: int) -> None:
    """A register file of made-up bodies: 30 columns, one row a body."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        for index in range(rows):
            body = f"{910_000_000_000 + index}"
            name = (
                _FORM[index % 3]
                + _FIRST[index % len(_FIRST)]
                + _FIRST[index // 41 % len(_FIRST)]
                + _FIRST[index // 1681 % len(_FIRST)]
                + _SECOND[index % 12]
            )
            writer.writerow(
                [
                    *(index + 1, f"{corporate_check_digit(body)}{body}", "01", "0"),
                    *(f"2021-07-{index % 28 + 1:02}", "2021-07-01", name, "", "301"),
                    *("鳥取県", "鳥取市", f"東町{index % 900}番", "", "31", "201", "6800011"),
                    *("", "", "", "", "", "", "2015-10-05", "1", "", "", "", ""),
                    *("カクウミホン", "0"),
                ]
            )


def _load(environment: dict[str, str], path: Path) -> dict[str, Any]:
    """Load one file in a process of its own: its seconds and the peak of its memory."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.register", str(path)],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return dict(json.loads(done.stdout))


def _measured_load(path: str) -> dict[str, float]:
    from mirasapo.acquisition.nta.load import load_nta
    from mirasapo.app.root import build

    made = build()
    began = time.perf_counter()
    report = load_nta(made.databases, made.lake, made.catalog, [path])
    seconds = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    if report.refused or report.rows_applied != report.rows_read:
        raise RuntimeError(f"{report.rows_applied} of {report.rows_read} rows applied")
    return {"seconds": seconds, "peak_mb": peak}


class _Twin:
    """An empty table like `open.register_body`, indexes and all, and what it is filled from."""

    def __init__(self, url: str, rows: Path) -> None:
        self._url, self._rows = url, rows
        self._plain = url.replace("+psycopg2", "").replace("+psycopg", "")

    def copy(self) -> float:
        """Seconds of COPY of all rows into it."""
        with psycopg.connect(self._plain) as conn, self._rows.open("rb") as content:
            began = time.perf_counter()
            with conn.cursor().copy("COPY bench.register_body FROM STDIN") as into:
                while block := content.read(1 << 16):
                    into.write(block)
            conn.commit()
            return time.perf_counter() - began

    def insert(self) -> float:
        """Seconds of SQLAlchemy's insertmanyvalues for PART of the rows, into the emptied twin."""
        engine = create_engine(self._url)
        with engine.begin() as conn:
            found = conn.execute(register_body.select().limit(PART)).mappings()
            rows = [dict(row) for row in islice(found, PART)]
            conn.execute(text("TRUNCATE bench.register_body"))
        twin = register_body.to_metadata(type(register_body.metadata)(), schema="bench")
        began = time.perf_counter()
        with engine.begin() as conn:
            conn.execute(insert(twin), rows)
        seconds = time.perf_counter() - began
        engine.dispose()
        return seconds


@contextmanager
def _twin(url: str) -> Iterator[_Twin]:
    plain = url.replace("+psycopg2", "").replace("+psycopg", "")
    with tempfile.TemporaryDirectory() as folder, psycopg.connect(plain) as conn:
        path = Path(folder) / "rows"
        with (
            path.open("wb") as kept,
            conn.cursor().copy("COPY open.register_body TO STDOUT") as out,
        ):
            for part in out:
                kept.write(part)
        conn.execute("CREATE SCHEMA bench")
        conn.execute("CREATE TABLE bench.register_body (LIKE open.register_body INCLUDING ALL)")
        conn.commit()
        yield _Twin(url, path)


if __name__ == "__main__":
    print(json.dumps(_measured_load(sys.argv[1])))
