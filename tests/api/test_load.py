"""Many at once: who signs in keeps nobody else waiting, and who cannot be served hears so."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from uuid import uuid4

import httpx
import pytest
from fastapi import FastAPI

from mirasapo.app.root import Platform
from mirasapo.identity import kernel_tickets, own_id, secrets_at_rest, sessions
from mirasapo_api import password_line
from tests.api.visitors import BASE, PASSWORD

CROWD = 60  # more than there are threads
PAGES = 30


@pytest.fixture
def tickets(platform: Platform) -> list[str]:
    """Tickets of the pages of one person."""
    now = datetime.now(UTC)
    with platform.databases.gateway.begin() as conn:
        account = own_id.create_account(
            conn, role="officer", name=f"{uuid4()}", password=PASSWORD, display_name="担当官 山田"
        )
        secret = sessions.open_session(conn, account, "browser", now)
        session = sessions.find(conn, secret, now)
        assert session is not None
        return [kernel_tickets.issue(conn, session.session_hash, now) for _ in range(PAGES)]


SIGN_IN = {
    "page": ("/auth/own", {"data": {"name": "nobody", "password": "wrong"}}),
    "script": ("/api/v1/sessions", {"json": {"name": "nobody", "password": "wrong"}}),
    "system": (
        "/oauth/token",
        {"data": {"grant_type": "client_credentials", "client_id": "x", "client_secret": "x"}},
    ),
}


@pytest.mark.parametrize("way", SIGN_IN)
def test_a_crowd_that_signs_in_keeps_no_kernel_waiting(
    app: FastAPI, tickets: list[str], way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(password_line, "WAIT_SECONDS", 20.0)  # nobody gives up on a busy machine
    monkeypatch.setattr(secrets_at_rest, "_WAIT_SECONDS", 20.0)
    path, question = SIGN_IN[way]

    async def go() -> tuple[list[int], set[int]]:
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url=BASE) as client:
            crowd = [asyncio.create_task(client.post(path, **question)) for _ in range(CROWD)]
            served = []
            for ticket in tickets:
                answer = await client.post("/api/v1/kernel_tokens", json={"ticket": ticket})
                served.append(answer.status_code)
                assert not any(one.done() for one in crowd), "a kernel waited for a password"
            free()
            return served, {answer.status_code for answer in await asyncio.gather(*crowd)}

    held = secrets_at_rest._AT_ONCE  # no password can be checked until these are given back
    assert held.acquire(timeout=5)
    assert held.acquire(timeout=5)
    taken = 2

    def free() -> None:
        nonlocal taken
        while taken:
            taken -= 1
            held.release()

    try:
        served, refused = asyncio.run(go())
    finally:
        free()
    assert served == [201] * PAGES
    assert refused <= {401, 503}


def test_who_gets_no_connection_hears_so(app: FastAPI, platform: Platform) -> None:
    async def go() -> httpx.Response:
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url=BASE) as client:
            return await client.get("/readyz")

    with platform.databases.gateway.connect():  # the only one: see conftest.py
        answer = asyncio.run(go())
    assert answer.status_code == 503
    assert answer.json()["code"] == "not_ready"
    assert asyncio.run(go()).status_code == 200
