"""A part that is stopped takes along what it started."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import psutil

from mirasapo.app.processes import Child

if TYPE_CHECKING:
    from pathlib import Path

# A server that ends when asked, and a kernel of it that has a session of its own and hears nothing.
SERVER = """
import pathlib, signal, subprocess, sys
kernel = [sys.executable, "-c", "import signal; print(flush=True); signal.pause()"]
started = subprocess.Popen(kernel, start_new_session=True, stdout=subprocess.PIPE)
started.stdout.readline()
ours, said = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[1] + ".part")
said.write_text(str(started.pid))
said.rename(ours)
signal.pause()
"""


def test_a_stopped_part_leaves_nothing_of_what_it_started(tmp_path: Path) -> None:
    said = tmp_path / "kernel"
    child = Child(
        "受付", [sys.executable, "-c", SERVER, str(said)], tmp_path / "log", "", {**os.environ}
    )
    child.start()
    assert child.process is not None
    server = psutil.Process(child.process.pid)
    while not said.exists():
        assert server.is_running()
    kernel = psutil.Process(int(said.read_text()))
    child.stop()
    assert not kernel.is_running()
    assert not server.is_running()
