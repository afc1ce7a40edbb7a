"""A file of 200 MB sent in parts: the memory it takes in the server, and its time beside the limit.

The limit is to write the same bytes twice and sync them, as scratch file and into the lake, and to
hash them twice, when the last part has come and when the lake takes the file in.
"""

from __future__ import annotations

import os
import time
from hashlib import sha256
from pathlib import Path

from benchmarks.figure import Figure
from benchmarks.stage import platform, served
from mirasapo.app import sample
from mirasapo.client import MirasapoClient

SIZE = 200_000_000
MOST_MB = 64.0
_PIECE = 1 << 20


def figures() -> list[Figure]:
    """Megabytes that the server grows by, and how much longer it takes than the limit."""
    with platform() as (made, _):
        sample.load(made, businesses=3, seed=1)
        client = sample.demo_accounts(made, 1)["client"]
        path = made.settings.home / "図面.pdf"
        _write(path)
        with (
            served(made, "mirasapo_api.asgi:create") as base_url,
            MirasapoClient(base_url, timeout=120).sign_in_client(
                client["client_id"], client["secret"]
            ) as system,
        ):
            small = path.with_name("小.pdf")
            small.write_bytes(b"%PDF-1.4\nsmall")
            system.upload(small)
            server = _server(made.settings.port)
            before = _peak_mb(server)
            began = time.perf_counter()
            system.upload(path)
            took = time.perf_counter() - began
            grown = _peak_mb(server) - before
        limit = _limit_seconds(path)
    said = f"peak {before:.0f} MB before; plain writes and hashes: {limit:.2f} s"
    return [
        Figure("200 MB attachment, resident", grown, "MB more", MOST_MB, said),
        Figure("200 MB attachment, time", took / limit, "× the limit", None, said),
    ]


def _write(path: Path) -> None:
    with path.open("wb") as file:
        file.write(b"%PDF-1.4\n")
        left = SIZE - file.tell()
        while left:
            left -= file.write(os.urandom(min(_PIECE, left)))


def _limit_seconds(path: Path) -> float:
    began = time.perf_counter()
    for number in range(2):
        with path.open("rb") as source, path.with_suffix(f".{number}").open("wb") as target:
            while piece := source.read(_PIECE):
                target.write(piece)
            target.flush()
            os.fsync(target.fileno())
    for _ in range(2):
        digest = sha256()
        with path.open("rb") as source:
            while piece := source.read(_PIECE):
                digest.update(piece)
    return time.perf_counter() - began


def _server(port: int) -> int:
    """The process that serves the port, by its command line."""
    for found in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = found.read_bytes().split(b"\0")
        except OSError:
            continue  # it has ended
        if b"uvicorn" in words and str(port).encode() in words:
            return int(found.parent.name)
    raise RuntimeError("no server")


def _peak_mb(process: int) -> float:
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    (peak,) = (line for line in lines if line.startswith("VmHWM"))
    return int(peak.split()[1]) / 1024
