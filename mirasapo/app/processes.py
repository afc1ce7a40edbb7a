"""Child processes that end with their parent, whatever ends it."""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import socket
import subprocess
import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import httpx
import psutil

from mirasapo.errors import NotReady

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

STOP_SECONDS = 8.0
READY_SECONDS = 60.0
INTERRUPTED = 130  # the exit status of a program that Ctrl-C has ended
MARK = "MIRASAPO_STARTED_AS"  # in the environment of a child and of all that it starts
STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def stop_in_order(tell: Callable[[], None] | None = None) -> None:
    """Let Ctrl-C, a request to end and a closed terminal each raise KeyboardInterrupt, once.

    What comes after the first is not heard: everything is being stopped already. A closed terminal
    is not heard either where whoever started us has switched that off (`nohup`).
    """

    def stop(*_: object) -> None:
        for sign in STOPPING:
            signal.signal(sign, signal.SIG_IGN)
        if tell is not None:
            tell()
        raise KeyboardInterrupt

    for sign in STOPPING:
        if sign != signal.SIGHUP or signal.getsignal(sign) is not signal.SIG_IGN:
            signal.signal(sign, stop)


@dataclass(slots=True)
class Child:
    """A process of the platform: started, watched, started again when it dies, ended.

    `ready_url` answers below 500 once the process serves; None for one that serves nobody and need
    not be waited for. `environment` is the whole one of the
    process: it inherits nothing. Start it from the main thread only: the death signal is bound to
    the thread that forked.
    """

    name: str
    command: Sequence[str]
    log: Path
    ready_url: str | None
    environment: Mapping[str, str]
    process: subprocess.Popen[bytes] | None = None
    mark: str = field(default_factory=secrets.token_hex)

    def start(self) -> None:
        """Start the process; its output goes to the log file."""
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [*_dies_with_parent(), *self.command],
                env={**self.environment, MARK: self.mark},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,  # a Ctrl-C in the terminal reaches the supervisor only
            )

    @property
    def alive(self) -> bool:
        """Whether the process runs."""
        return self.process is not None and self.process.poll() is None

    def wait_ready(self, seconds: float = READY_SECONDS) -> None:
        """Wait until the process serves.

        Raises NotReady when it ends or does not answer in time.
        """
        if self.ready_url is None:
            return
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if not self.alive:
                break
            try:
                if (
                    httpx.get(self.ready_url, timeout=5).status_code
                    < httpx.codes.INTERNAL_SERVER_ERROR
                ):
                    return
            except httpx.TransportError:
                pass
            time.sleep(0.1)  # nothing to await: another process opens the port when it can
        raise NotReady(
            f"{self.name} が起動しませんでした。",
            "途中で終了したか、時間内に応答しませんでした。",
            f"記録 {self.log} を確認してください。",
        )

    def stop(self) -> None:
        """End the process and what it started: asked first, then ended."""
        if self.process is None:
            return
        for sign in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.killpg(self.process.pid, sign)
            except ProcessLookupError:
                break
            try:
                self.process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                continue
        self.process.wait()
        self.process = None
        _end_marked(self.mark)


def _end_marked(mark: str) -> None:
    """End every process that carries the mark, until there is none.

    A kernel has a session of its own, so that a sign to the group does not reach it, and one that
    is being started while its server is asked to end is on no list of that server any more.
    """
    while left := [process for process in psutil.process_iter() if _carries(process, mark)]:
        for process in left:
            with suppress(psutil.NoSuchProcess):
                process.kill()
        psutil.wait_procs(left, STOP_SECONDS)


def _carries(process: psutil.Process, mark: str) -> bool:
    try:
        return process.environ().get(MARK) == mark
    except (psutil.Error, OSError):  # ended meanwhile, or another user's
        return False


def _dies_with_parent() -> list[str]:
    setpriv = shutil.which("setpriv")  # util-linux; elsewhere `mirasapo up` ends leftovers itself
    return [setpriv, "--pdeathsig", "KILL", "--"] if setpriv else []


def free_port() -> int:
    """A port of the loopback that nothing listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def port_is_free(port: int) -> bool:
    """Whether `port` of the loopback can be listened on."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True
