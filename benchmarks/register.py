"""The register's load beside COPY of the same ready-made rows, and beside insertmanyvalues.

COPY writes what the load left in `open.register_body` into a twin with the same keys and indexes, in
one durable transaction; SQLAlchemy writes the same rows likewise. Loads and runs of COPY take turns, and the
middle one of each counts. The loader runs in a process of its own, so that its peak of resident
memory is its own.

    BENCH_REGISTER_ROWS=500000   rows instead of 250,000
    BENCH_REGISTER_LONG=1        also loads of 1 and 5 million rows: memory and growth. Takes some ten
                                 minutes and 20 GB of disk.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg
from sqlalchemy import create_engine, insert, text

from benchmarks.figure import Figure, spread
from benchmarks.stage import platform
from mirasapo.catalog.check_digit import corporate_check_digit
from mirasapo.store.tables import register_body

if TYPE_CHECKING:
    from collections.abc import Iterator

ROWS = int(os.environ.get("BENCH_REGISTER_ROWS", "250000"))
LONG = os.environ.get("BENCH_REGISTER_LONG", "") == "1"
LONG_ROWS = (1_000_000, 5_000_000)
ROUNDS = 3
SHARE_OF_COPY = 0.5
TIMES_INSERT = 3.0
MOST_MB = 600.0
MOST_GROWTH = 5.5

_KANJI = "山川田中村木林森石橋井上下本松竹梅高小大原野谷沢島崎池浜岡坂宮寺神河水火土金銀"
_READ = (
    *("ヤマ", "カワ", "タ", "ナカ", "ムラ", "キ", "ハヤシ", "モリ", "イシ", "ハシ", "イ", "ウエ"),
    *("シモ", "モト", "マツ", "タケ", "ウメ", "タカ", "コ", "オオ", "ハラ", "ノ", "タニ", "サワ"),
    *("シマ", "サキ", "イケ", "ハマ", "オカ", "サカ", "ミヤ", "テラ", "カミ", "コウ", "ミズ", "ヒ"),
    *("ツチ", "カネ", "ギン"),
)
_FIRST = tuple(zip(_KANJI, _READ, strict=True))
_TRADE = (
    *(
        ("製作所", "セイサクショ"),
        ("工業", "コウギョウ"),
        ("商事", "ショウジ"),
        ("建設", "ケンセツ"),
    ),
    *(("水産", "スイサン"), ("農園", "ノウエン"), ("運輸", "ウンユ"), ("印刷", "インサツ")),
    *(("電機", "デンキ"), ("食品", "ショクヒン"), ("設計", "セッケイ"), ("興業", "コウギョウ")),
)
_FORM = ("株式会社", "有限会社", "合同会社")


def figures() -> list[Figure]:
    """Share of COPY, times insertmanyvalues, peak of the loader; the long form: how it all grows."""
    with tempfile.TemporaryDirectory(prefix="mirasapo-bench-rows-") as folder:
        path = Path(folder) / "rows.csv"
        write_rows(path, ROWS)
        return [*_beside(path), *(_growth(path) if LONG else ())]


def _beside(path: Path) -> list[Figure]:
    loads, copies, inserted, peak = [], [], 0.0, 0.0
    for last in (False,) * (ROUNDS - 1) + (True,):
        with platform() as (made, url):
            one = _load(made.settings.environment(), path)
            with _twin(url) as peer:
                copies.append(peer.copy())
                inserted = peer.insert() if last else 0.0
        loads.append(one["seconds"])
        peak = max(peak, one["peak_mb"])
    load = statistics.median(loads)
    beside = f"{ROWS:,} rows: load {spread(loads)} s; COPY {spread(copies)} s"
    insert_beside = f"{ROWS:,} rows inserted in {inserted:.1f} s, the last load {loads[-1]:.1f} s"
    share = statistics.median(c / one for c, one in zip(copies, loads, strict=True))
    least = {"at_most": False}
    return [
        Figure("register load", ROWS / load, "rows/s", None, beside, **least),
        Figure("register share of COPY", share, "×", SHARE_OF_COPY, beside, **least),
        Figure(
            "register times insertmanyvalues",
            inserted / loads[-1],
            "×",
            TIMES_INSERT,
            insert_beside,
            **least,
        ),
        Figure("register loader's peak", peak, "MB", MOST_MB, f"{ROWS:,} rows"),
    ]


def _growth(path: Path) -> list[Figure]:
    done = []
    for rows in LONG_ROWS:
        write_rows(path, rows)
        with platform() as (made, _):
            done.append(_load(made.settings.environment(), path))
    few, many = done
    told = [f"{n:,} rows in {d['seconds']:.0f} s" for n, d in zip(LONG_ROWS, done, strict=True)]
    memory = f"{LONG_ROWS[1]:,} rows; {LONG_ROWS[0]:,}: {few['peak_mb']:.0f} MB"
    return [
        Figure("register loader's peak, long", many["peak_mb"], "MB", MOST_MB, memory),
        Figure(
            "register growth", many["seconds"] / few["seconds"], "×", MOST_GROWTH, ", ".join(told)
        ),
    ]


def write_rows(path: Path, rows: int) -> None:
    """A register file of made-up bodies, written as the real ones are: 30 columns, texts in quotes."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        stream.writelines(map(_made_up, range(rows)))


def _made_up(index: int) -> str:
    body = f"{910_000_000_000 + index}"
    first, second, third = (_FIRST[index // 39**place % 39] for place in range(3))
    trade = _TRADE[index % 12]
    name = f"{_FORM[index % 3]}{first[0]}{second[0]}{third[0]}{trade[0]}"
    kana = f"{first[1]}{second[1]}{third[1]}{trade[1]}"
    return (
        f"{index + 1},{corporate_check_digit(body)}{body},01,0,2021-07-{index % 28 + 1:02},2021-07-01,"
        f'"{name}",,301,"鳥取県","鳥取市","東町{index % 900}番",,31,201,6800011,,,,,,,2015-10-05,1,'
        f',,,,"{kana}",0\n'
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
    peak = _peak_mb()
    if report.refused or report.rows_applied != report.rows_read:
        raise RuntimeError(f"{report.rows_applied} of {report.rows_read} rows applied")
    return {"seconds": seconds, "peak_mb": peak}


def _peak_mb() -> float:
    """The greatest resident memory of this process; its `ru_maxrss` would begin at its parent's."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


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
        """Seconds of SQLAlchemy's insertmanyvalues of all rows into the emptied twin."""
        engine = create_engine(self._url)
        with engine.begin() as conn:
            rows = [dict(row) for row in conn.execute(register_body.select()).mappings()]
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
