"""A real PostgreSQL for the tests: one server per run, a fresh database per module.

The server is the embedded one, or that of `MIRASAPO_TEST_DATABASE_URL` (a superuser's). Tests get
the logins of services; only this file uses the maintenance URL.
"""

from __future__ import annotations

import os
import secrets
import shutil
import tempfile
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest

from mirasapo.app.root import Platform
from mirasapo.catalog import Catalog, Policy, load_catalog, load_policy
from mirasapo.settings import Settings
from mirasapo.store import bootstrap, grants
from mirasapo.store.databases import Databases, read_url
from mirasapo.store.lake import Lake
from mirasapo.store.secrets import read_secrets, write_secret
from mirasapo.store.server import EmbeddedServer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@pytest.fixture(scope="session", autouse=True)
def _no_settings_from_outside() -> Iterator[None]:
    """What the person at the terminal has set must not decide a test."""
    kept = {name: value for name, value in os.environ.items() if name.startswith("MIRASAPO_")}
    for name in kept:
        if not name.startswith("MIRASAPO_TEST_"):
            del os.environ[name]
    yield
    os.environ.update(kept)


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    return load_catalog()


@pytest.fixture(scope="session")
def policy() -> Policy:
    return load_policy()


@contextmanager
def short_folder() -> Iterator[Path]:
    """A folder that any account may pass, with a name short enough for a unix socket."""
    folder = Path(tempfile.mkdtemp(prefix="mira"))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The maintenance URL of the run's server; for fixtures and the tests of the store only."""
    given = os.environ.get("MIRASAPO_TEST_DATABASE_URL")
    if given:
        yield given
        return
    with short_folder() as home:
        # nothing here outlives the run: no need to wait for a disk
        unsafe = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
        embedded = EmbeddedServer(home, options=unsafe)
        try:
            yield embedded.start()
        finally:
            embedded.remove()


def _settings(home: Path, server: str, database: str) -> Settings:
    url = read_url(server).set(database=database).render_as_string(hide_password=False)
    return replace(
        Settings.from_environment(),
        home=home,
        database_url=url,
        lake_url=(home / "lake").as_uri(),
    )


@pytest.fixture(scope="session")
def template(
    server: str, catalog: Catalog, policy: Policy
) -> Iterator[tuple[bootstrap.Initialised, Settings]]:
    """An initialised database that every module's own is copied from, with its settings."""
    name = f"mirasapo_test_{secrets.token_hex(4)}"
    with short_folder() as home:
        settings = _settings(home, server, name)
        made = bootstrap.init(settings, catalog, policy)
        yield made, settings
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
            for user in made.logins.values():
                connection.execute(f'DROP ROLE "{user}"')


@contextmanager
def _copy(
    server: str,
    template: tuple[bootstrap.Initialised, Settings],
    catalog: Catalog,
    policy: Policy,
) -> Iterator[Platform]:
    made, original = template
    name = f"mirasapo_test_{secrets.token_hex(4)}"
    with psycopg.connect(server, autocommit=True) as connection, short_folder() as home:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{made.database}"')
        for statement in grants.on_database(name, made.logins):
            connection.execute(statement.encode())
        known = read_secrets(original.home)["database"]
        write_secret(home, "database", {**known, "name": name})
        settings = _settings(home, server, name)
        databases = Databases.from_settings(settings)
        try:
            yield Platform(settings, catalog, policy, databases, Lake(settings.lake_url))
        finally:
            databases.dispose()
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture(scope="module")
def platform(
    server: str,
    template: tuple[bootstrap.Initialised, Settings],
    catalog: Catalog,
    policy: Policy,
) -> Iterator[Platform]:
    """The platform on an empty database of this module's own; `build(its settings)` works."""
    with _copy(server, template, catalog, policy) as made:
        yield made


@pytest.fixture
def fresh_platform(
    server: str,
    template: tuple[bootstrap.Initialised, Settings],
    catalog: Catalog,
    policy: Policy,
) -> Iterator[Platform]:
    """The same for one test, where rows of another would disturb."""
    with _copy(server, template, catalog, policy) as made:
        yield made


@pytest.fixture(scope="module")
def databases(platform: Platform) -> Databases:
    return platform.databases


@pytest.fixture(scope="module")
def lake(platform: Platform) -> Lake:
    return platform.lake


@pytest.fixture
def tamper(server: str) -> Callable[[Platform, str], None]:
    """Break a test's database on purpose (drop a policy …): `tamper(platform, sql)`."""

    def run(platform: Platform, statement: str) -> None:
        assert platform.settings.database_url is not None
        with psycopg.connect(platform.settings.database_url, autocommit=True) as connection:
            connection.execute(statement.encode())

    return run
