"""The platform's processes on one machine: PostgreSQL, front door, Voila, worker; up, watched, down."""

from __future__ import annotations

import fcntl
import json
import os
import secrets
import sys
import time
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from mirasapo.app import voila_server
from mirasapo.app.processes import Child, free_port, port_is_free
from mirasapo.app.root import Platform, build
from mirasapo.catalog import load_catalog, load_policy
from mirasapo.errors import Conflict, NotReady
from mirasapo.store import bootstrap
from mirasapo.store.home import make_home
from mirasapo.store.server import EmbeddedServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mirasapo.settings import Settings

PORT_WAIT_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Running:
    """A platform that serves: its parts, its processes, and how to look after them."""

    platform: Platform
    children: tuple[Child, ...]
    server: EmbeddedServer | None

    def look_after(self) -> list[str]:
        """Start again what has died; gives the names of what was started."""
        revived = []
        if self.server is not None and not self.server.alive:
            self.server.start()
            revived.append("PostgreSQL")
        for child in self.children:
            if not child.alive:
                child.start()
                revived.append(child.name)
        return revived


@contextmanager
def running(settings: Settings, *, keep: bool = True) -> Iterator[Running]:
    """Start everything on the settings' home and port; stop everything on leaving.

    Without `keep` the database is removed on leaving: it may lie outside a temporary home.

    Raises Conflict when this home is being served already, NotReady when a part does not start.
    """
    make_home(settings.home)
    with ExitStack() as stack:
        cut_short = stack.enter_context(_only_one(settings))
        _wait_for_port(settings.port, PORT_WAIT_SECONDS if cut_short else 0.0)
        server = start_database(settings)
        if server is not None:
            stack.callback(server.stop if keep else server.remove)
        platform = build(settings)
        stack.callback(platform.databases.dispose)
        children = _children(settings)
        # the worker last: nobody waits for it, and its start would hold up the others'
        for some in (children[:-1], children[-1:]):
            for child in some:
                stack.callback(child.stop)
                child.start()
            for child in some:
                child.wait_ready()
        yield Running(platform, children, server)


def start_database(settings: Settings) -> EmbeddedServer | None:
    """Start the embedded server unless a database URL is set, and bring the schema up to date."""
    server = None
    if settings.database_url is None:
        server = EmbeddedServer(settings.home)
        server.start()
    bootstrap.init(settings, load_catalog(), load_policy())
    return server


def _children(settings: Settings) -> tuple[Child, ...]:
    voila_port, secret = free_port(), secrets.token_urlsafe(32)
    logs = settings.home / "log"
    serve = ["uvicorn", "mirasapo_api.asgi:create", "--factory", "--port", str(settings.port)]
    return (
        Child(
            name="受付 (API とポータルの入口)",
            command=[sys.executable, "-m", *serve, "--no-access-log", "--no-server-header"],
            log=logs / "front_door.log",
            ready_url=f"http://127.0.0.1:{settings.port}/readyz",
            environment={
                **os.environ,
                **settings.environment(),
                "MIRASAPO_VOILA_URL": voila_server.url(voila_port),
                "MIRASAPO_VOILA_SECRET": secret,
            },
        ),
        Child(
            name="ポータル (Voila)",
            command=voila_server.command(settings, voila_port, secret),
            log=logs / "voila.log",
            ready_url=voila_server.url(voila_port),
            environment=voila_server.environment(settings, voila_port, secret),
        ),
        Child(
            name="ジョブの作業 (取得・再構築・点検)",
            command=[sys.executable, "-m", "mirasapo.cli", "jobs", "worker"],
            log=logs / "worker.log",
            ready_url=None,
            environment={**os.environ, **settings.environment()},
        ),
    )


@contextmanager
def _only_one(settings: Settings) -> Iterator[bool]:
    """Hold the home; True when the one before was killed and may still be going down."""
    path = settings.home / "up.lock"
    with path.open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise Conflict(
                f"{settings.home} では、すでに一式が動いています。",
                f"起動しているプロセスは {_holder(lock)} です。",
                "そちらを Ctrl-C で止めるか、MIRASAPO_HOME を変えてください。",
            ) from None
        lock.seek(0)
        cut_short = bool(lock.read())
        lock.truncate(0)
        json.dump({"pid": os.getpid(), "base_url": settings.base_url}, lock)
        lock.flush()
        try:
            yield cut_short
        finally:
            lock.truncate(0)


def _holder(lock: IO[str]) -> str:
    lock.seek(0)
    return str(json.loads(lock.read() or "{}").get("pid", "不明"))


def served_at(home: Path) -> str:
    """The base URL at which `home` is being served.

    Raises NotReady when nothing serves it.
    """
    path = home / "up.lock"
    if path.exists():
        with path.open("r") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except OSError:  # held: somebody serves
                return str(json.loads(lock.read())["base_url"])
    raise NotReady(
        f"{home} の一式は動いていません。",
        "この命令は、動いている一式に対して行います。",
        "先に mirasapo up (または make demo) で起動してください。",
    )


def _wait_for_port(port: int, seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while not port_is_free(port):
        if time.monotonic() > deadline:
            raise NotReady(
                f"ポート {port} が使われています。",
                "ほかのプログラムが待ち受けています。",
                "そのプログラムを止めるか、MIRASAPO_PORT で別の番号を指定してください。",
            )
        time.sleep(0.2)  # nothing to await: the port belongs to another process
