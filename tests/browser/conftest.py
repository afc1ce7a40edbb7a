"""The whole platform, running, with a small sample; and a browser, where there is one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import pytest

from mirasapo.app import sample, supervisor
from mirasapo.app.processes import free_port
from tests.browser.visit import FLAGS, Visit, chromium, lacking

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

    from mirasapo.app.root import Platform


@dataclass(frozen=True)
class Town:
    """A running platform and who may sign in to it."""

    base_url: str
    running: supervisor.Running
    accounts: dict[str, Any]

    @property
    def business(self) -> str:
        """The name of the business that the persona signs in for."""
        return str(self.accounts["business"]["name"])


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium; the test is skipped, with the reason, where it or Japanese fonts are missing."""
    missing = lacking()
    if missing:
        pytest.skip(missing)
    from playwright.sync_api import sync_playwright

    # Of the module, not the session: while it is open no other test could use asyncio.
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def town(browser: Browser, platform: Platform) -> Iterator[Town]:
    """The platform as `mirasapo up` runs it, on a database of this module's own."""
    port = free_port()
    base_url = f"http://localhost:{port}"
    settings = replace(
        platform.settings,
        port=port,
        base_url=base_url,
        stand_in=True,
        oidc_issuer=f"{base_url}/stand-in/gbizid/",
    )
    with supervisor.running(settings) as running:
        sample.load(running.platform, businesses=12, seed=1)
        yield Town(base_url, running, sample.demo_accounts(running.platform, 1))


@pytest.fixture
def visit(browser: Browser, town: Town, request: pytest.FixtureRequest) -> Iterator[Any]:
    """Opens windows of a width; all are closed and judged at the end."""
    opened: list[Visit] = []

    def open_window(width: int) -> Visit:
        opened.append(Visit(browser, town.base_url, width))
        return opened[-1]

    yield open_window
    for window in opened:
        window.leave()
