"""The application in process on a real PostgreSQL, with the stand-in mounted in it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from mirasapo.app.root import Platform
from mirasapo.identity.stand_in import Fault
from mirasapo_api.app import create_app
from tests.api.visitors import Browser, Script


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
