"""The application in process on a real PostgreSQL, with the stand-in mounted in it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from mirasapo.app.root import Platform
from mirasapo.identity.stand_in import Fault
from mirasapo.store import databases
from mirasapo_api.app import create_app
from tests.api.visitors import Browser, Script


@pytest.fixture(scope="module", autouse=True)
def _one_connection() -> Iterator[None]:
    """One connection to each login: a request that holds one and asks for a second is refused.

    With the pools of the platform such requests would wait for each other only when many come at
    once, and then until the pool gives up.
    """
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(databases, "_POOLS", dict.fromkeys(databases.LOGINS, (1, 0)))
        patched.setattr(databases, "_POOL_WAIT_SECONDS", 4.0)
        yield


class Wire:
    """The way from the relying party to the application itself, once that is made."""

    def __init__(self) -> None:
        self.app: FastAPI | None = None

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        assert self.app is not None
        await self.app(scope, receive, send)


@pytest.fixture(scope="module")
def make_app(platform: Platform) -> Callable[..., FastAPI]:
    """Make the application with the stand-in mounted in it."""

    def make(*faults: Fault, **changed: Any) -> FastAPI:
        wire = Wire()
        settings = dataclasses.replace(platform.settings, **{"stand_in": True, **changed})
        wire.app = create_app(
            dataclasses.replace(platform, settings=settings),
            openid_transport=httpx.ASGITransport(wire),
            stand_in_faults=faults,
        )
        return wire.app

    return make


@pytest.fixture(scope="module")
def app(make_app: Callable[..., FastAPI]) -> FastAPI:
    return make_app()


@pytest.fixture
def browser(app: FastAPI) -> Browser:
    return Browser(app)


@pytest.fixture
def script(app: FastAPI) -> Script:
    return Script(app)
