"""How long `mirasapo up` takes in an empty home, and the next time, beside its largest single part."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import httpx

from benchmarks.figure import Figure
from mirasapo.app.processes import free_port
from mirasapo.store.server import EmbeddedServer

ROUNDS = 3


def figures() -> list[Figure]:
    """First and next start to a served front page; the bare PostgreSQL start in the same run."""
    first, later, bare = [], [], []
    for _ in range(ROUNDS):
        with tempfile.TemporaryDirectory(prefix="mirasapo-bench-") as folder:
            home = Path(folder)
            first.append(_up(home))
            later.append(_up(home))
            bare.append(_postgres(home))
            EmbeddedServer(home).remove()  # it may lie outside the home
    server = f"PostgreSQL alone, next start, same home: {sorted(bare)[1]:.2f} s"
    return [
        Figure("first start, empty home", sorted(first)[1], "s", 60.0, server),
        Figure("next start", sorted(later)[1], "s", 20.0, server),
        Figure(
            "next start / PostgreSQL alone", sorted(later)[1] / sorted(bare)[1], "×", None, server
        ),
    ]


def _up(home: Path) -> float:
    port = free_port()
    environment = {**os.environ, "MIRASAPO_HOME": str(home), "MIRASAPO_PORT": str(port)}
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "mirasapo.cli", "up"],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        while not _serves(port):
            if process.poll() is not None:
                raise RuntimeError("mirasapo up ended")
            time.sleep(0.05)
        return time.perf_counter() - began
    finally:
        process.send_signal(signal.SIGINT)
        process.wait()


def _serves(port: int) -> bool:
    try:
        return httpx.get(f"http://127.0.0.1:{port}/readyz", timeout=5).is_success
    except httpx.TransportError:
        return False


def _postgres(home: Path) -> float:
    server = EmbeddedServer(home)
    began = time.perf_counter()
    server.start()
    seconds = time.perf_counter() - began
    server.stop()
    return seconds
