"""A platform of the benchmarks' own: an empty home, the embedded server with durable writes."""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from mirasapo.app.processes import Child, free_port
from mirasapo.app.root import Platform, build
from mirasapo.catalog import load_catalog, load_policy
from mirasapo.settings import Settings
from mirasapo.store import bootstrap
from mirasapo.store.databases import read_url
from mirasapo.store.server import EmbeddedServer

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def platform() -> Iterator[tuple[Platform, str]]:
    """An initialised platform in a temporary home, and the URL of a login that nothing binds."""
    with tempfile.TemporaryDirectory(prefix="mirasapo-bench-") as folder:
        port = free_port()
        settings = replace(
            Settings.from_environment(),
            home=Path(folder),
            port=port,
            base_url=f"http://localhost:{port}",
            lake_url=(Path(folder) / "lake").as_uri(),
            oidc_issuer=f"http://localhost:{port}/stand-in/gbizid/",
            stand_in=True,
        )
        server = EmbeddedServer(settings.home)
        maintenance = server.start()
        try:
            bootstrap.init(settings, load_catalog(), load_policy())
            made = build(settings)
            name = bootstrap.database_name(maintenance)
            unbound = read_url(maintenance).set(database=name)
            try:
                yield made, unbound.render_as_string(hide_password=False)
            finally:
                made.databases.dispose()
        finally:
            server.remove()


@contextmanager
def served(made: Platform, factory: str, **environment: str) -> Iterator[str]:
    """`factory` (module:function) served by a process of its own; gives the base URL."""
    settings = made.settings
    child = Child(
        name=factory,
        command=[
            *(sys.executable, "-m", "uvicorn", factory, "--factory", "--no-access-log"),
            *("--port", str(settings.port)),
        ],
        log=settings.home / "log" / "served.log",
        ready_url=f"http://127.0.0.1:{settings.port}/readyz",
        environment={**os.environ, **settings.environment(), **environment},
    )
    child.start()
    try:
        child.wait_ready()
        yield settings.base_url
    finally:
        child.stop()
