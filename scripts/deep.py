"""`make deep`: the long rounds one after another; the last result is docs/evidence.md."""

from __future__ import annotations

import os
import platform
import re
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from mirasapo.store.binaries import system_binaries
from mirasapo.store.server import EmbeddedServer

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
EVIDENCE = ROOT / "docs" / "evidence.md"
PYTEST = (
    *(sys.executable, "-m", "pytest", "-q"),
    *("-n", "2", "--dist", "loadscope", "--no-loadscope-reorder"),
)


@dataclass(frozen=True, slots=True)
class Round:
    """One long run: what it shows, its command, and the environment it needs besides."""

    shows: str
    command: tuple[str, ...]
    on_system_server: bool = False
    reporting: tuple[str, ...] = ()


REPORT = ROOT / "build" / "deep.xml"
ROUNDS = (
    Round(
        "many seeds, kill -9 rounds, every screen",
        (*PYTEST, "-m", "deep"),
        reporting=(f"--junitxml={REPORT}",),
    ),
    Round(
        "the same suite on the system's PostgreSQL",
        (*PYTEST, "-m", "not deep and not browser"),
        True,
    ),
    Round("the story in an empty home", ("make", "story")),
)


@contextmanager
def system_server() -> Iterator[dict[str, str]]:
    """A PostgreSQL of the machine's own package in a temporary home."""
    with tempfile.TemporaryDirectory(prefix="mirasapo-system-") as folder:
        server = EmbeddedServer(Path(folder), binaries=system_binaries())
        try:
            yield {"MIRASAPO_TEST_DATABASE_URL": server.start()}
        finally:
            server.remove()


def play(one: Round) -> tuple[int, float, str]:
    """Run one round; its exit status, seconds, and last line that tells something."""
    began = time.monotonic()
    if one.on_system_server:
        if system_binaries() is None:
            return 0, 0.0, "skipped: no PostgreSQL 15 or newer is installed on this machine"
        with system_server() as environment:
            status, output = _run(one, environment)
    else:
        status, output = _run(one, {})
    lines = [line for line in output.splitlines() if line.strip() and line[:4] != "make"]
    return status, time.monotonic() - began, lines[-1] if lines else ""


def figures(report: Path) -> list[str]:
    """What the tests of a round have recorded as `figure`, from pytest's report in JUnit's form."""
    if not report.exists():
        return []
    return sorted(
        f"- {case.get('name')}: {found.get('value')}"
        for case in ET.parse(report).iter("testcase")  # noqa: S314 - our own file
        for found in case.iter("property")
        if found.get("name") == "figure"
    )


def _run(one: Round, environment: dict[str, str]) -> tuple[int, str]:
    process = subprocess.Popen(
        (*one.command, *one.reporting),
        cwd=ROOT,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    output = []
    for line in process.stdout or ():
        sys.stdout.write(line)
        output.append(line)
    return process.wait(), "".join(output)


def main(wanted: list[str]) -> int:
    """Run all rounds, or those with a wanted word in them; write the evidence; 1 when one failed.

    A round that was not run keeps its row: each says when and on which commit it was run.
    """
    rows, failed = kept_rows(), False
    REPORT.unlink(missing_ok=True)
    for one in ROUNDS:
        if wanted and not any(word in one.shows for word in wanted):
            continue
        print(f"── {one.shows}", flush=True)
        status, seconds, last = play(one)
        failed |= status != 0
        command = " ".join(Path(word).name if "/" in word else word for word in one.command)
        figure = re.sub(r"\s+in [\d.]+s.*$", "", last.strip(" ="))
        held = "holds" if status == 0 else f"FAILED ({status})"
        on = f"{datetime.now(UTC):%Y-%m-%d} {_commit()}"
        rows[one.shows] = (
            f"| {one.shows} | `{command}` | {held} | {figure} | {seconds:.0f} s | {on} |"
        )
    recorded = figures(REPORT) or kept_figures()
    EVIDENCE.write_text(
        "# Evidence of the long rounds\n\n"
        f"Written by `make deep`, Python {platform.python_version()}, {os.cpu_count()} cores. "
        "What a figure stands for is the test or step of that name.\n\n"
        "| what it shows | command | result | last line | took | when, on which commit |\n"
        "|---|---|---|---|---|---|\n"
        + "\n".join(rows[one.shows] for one in ROUNDS if one.shows in rows)
        + "\n\n## Figures that the long tests recorded\n\n"
        + "\n".join(recorded)
        + "\n\nOn the system's PostgreSQL the screens are left out: they are the same there.\n",
        "utf-8",
    )
    return int(failed)


def kept_rows() -> dict[str, str]:
    """The rows of the last evidence, by what they show."""
    lines = EVIDENCE.read_text("utf-8").splitlines() if EVIDENCE.exists() else []
    return {
        one.shows: line for one in ROUNDS for line in lines if line.startswith(f"| {one.shows} |")
    }


def kept_figures() -> list[str]:
    """The recorded figures of the last evidence."""
    lines = EVIDENCE.read_text("utf-8").splitlines() if EVIDENCE.exists() else []
    return [line for line in lines if line.startswith("- ")]


def _commit() -> str:
    said = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return said.stdout.strip() or "no commit"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
