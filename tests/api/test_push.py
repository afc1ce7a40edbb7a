"""Pushing over HTTP: keys, rehearsals and withdrawals as a programme's system meets them."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import count
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import select

from mirasapo.app.root import Platform
from mirasapo.client.wire import _refusal
from mirasapo.errors import Conflict
from mirasapo.identity import clients
from mirasapo.intake.erasing import Order, erase_filing
from mirasapo.store.bootstrap import as_owner
from mirasapo.store.tables import payload
from tests import factories
from tests.api.visitors import Script

CLIENT = "push-04"
SEEDS = count()
FILINGS = "/api/v1/filings"

Send = Callable[..., httpx.Response]


@pytest.fixture(scope="module")
def secret(platform: Platform) -> str:
    with platform.databases.gateway.begin() as conn:
        return clients.register(
            conn,
            client_id=CLIENT,
            name="事業再構築補助金 申請システム",
            kind="programme_system",
            programmes=["04"],
            scopes=["filings:write"],
        )


@pytest.fixture
def system(app: FastAPI, secret: str) -> Script:
    script = Script(app)
    form = {"grant_type": "client_credentials"}
    answer = script("POST", "/oauth/token", data=form, auth=(CLIENT, secret))
    script.token = answer.json()["access_token"]
    return script


@pytest.fixture
def send(system: Script) -> Send:
    def push(document: dict[str, Any], key: str | None = None, **params: str) -> httpx.Response:
        parts = [("filing", (None, factories.body_of(document), "application/json"))]
        parts += [
            ("attachments", (name, content, "application/pdf"))  # type: ignore[misc]
            for name, content in factories.filing_attachments(document).items()
        ]
        headers = {} if key is None else {"Idempotency-Key": key}
        return system("POST", FILINGS, files=parts, params=params, headers=headers)

    return push


def document_of(platform: Platform, **header: Any) -> dict[str, Any]:
    return factories.filing_payload(platform.catalog, "04", seed=next(SEEDS), **header)


def test_a_key_gives_the_same_answer_again(platform: Platform, send: Send) -> None:
    document = document_of(platform)
    first, again = send(document, "k1"), send(document, "k1")
    assert (first.status_code, again.status_code) == (201, 201)
    assert again.json() == first.json()
    assert "idempotent-replayed" not in first.headers
    assert again.headers["idempotent-replayed"] == "true"


def test_a_key_with_another_body_is_refused(platform: Platform, send: Send) -> None:
    assert send(document_of(platform), "k2").status_code == 201
    refused = send(document_of(platform), "k2")
    assert (refused.status_code, refused.json()["code"]) == (422, "idempotency_key_reused")


def test_a_rehearsal_says_that_it_was_one(platform: Platform, send: Send) -> None:
    document = document_of(platform)
    told = send(document, "k3", dry_run="true")
    assert (told.status_code, told.json()["dry_run"]) == (200, True)
    assert "何も保存していません" in told.json()["what"]
    faulty = send({**document, "status": "nobody knows"}, dry_run="true")
    assert (faulty.status_code, faulty.json()["dry_run"]) == (422, True)
    assert [fault["item"] for fault in faulty.json()["faults"]] == ["status"]
    # the key was not used up
    assert send(document_of(platform), "k3").status_code == 201


@pytest.mark.parametrize("number", ["W-1", "令和4/事再-第7号", "a b?c#d%2Fe"])
def test_a_filing_is_withdrawn_under_its_number(
    platform: Platform, send: Send, system: Script, number: str
) -> None:
    document = document_of(platform, filing_number=number)
    receipt = send(document).json()
    asked = {
        "programme": "04",
        "filing_number": number,
        "version": 2,
        "withdrawn_on": "2022-06-01",
    }
    address = f"{FILINGS}/{quote(number, safe='')}"
    taken = [
        system(
            "POST",
            f"{address}/withdrawal",
            content=json.dumps(asked).encode(),
            headers={"Idempotency-Key": f"withdraw {len(number)}"},
        )
        for _ in range(2)
    ]
    assert [each.status_code for each in taken] == [201, 201], taken[0].text
    assert taken[0].json() == taken[1].json()
    assert taken[0].json()["filing_id"] == receipt["filing_id"]
    assert taken[0].json()["version_no"] == 2


def test_a_withdrawal_that_never_ends_is_cut_off(system: Script) -> None:
    refused = system("POST", f"{FILINGS}/x/withdrawal", content=b" " * 5_000_001)
    assert (refused.status_code, refused.json()["code"]) == (422, "bad_input")


# ── what cannot be a filing ───────────────────────────────────────────────────────────────────


def kept(platform: Platform, body: bytes) -> bool:
    """Whether the lake has the body, and the manifest says what was wrong with it."""
    digest = factories.sha256_of(body)
    with platform.databases.intake.connect() as conn:
        found = conn.execute(select(payload.c.faults).where(payload.c.sha256 == digest)).all()
    return platform.lake.exists(digest) and [bool(row.faults) for row in found] == [True]


def push_body(system: Script, body: bytes) -> dict[str, Any]:
    parts = [("filing", (None, body, "application/json"))]
    refused = system("POST", FILINGS, files=parts)
    assert refused.status_code == 422
    assert len(refused.content) < 100_000
    return dict(refused.json())


def test_json_nested_ten_thousand_deep(platform: Platform, system: Script) -> None:
    for open_, close in ((b"[", b"]"), (b'{"a":', b"}")):
        body = b'{"items":' + open_ * 10_000 + b"1" + close * 10_000 + b"}"
        assert push_body(system, body)["code"] == "bad_input"
        assert kept(platform, body)


def test_a_megabyte_in_an_item_of_fifty_characters(platform: Platform, system: Script) -> None:
    document = document_of(platform)
    item = next(
        each
        for each in platform.catalog.form("04")
        if each.repeat_group is None and each.limit.max_length == 50
    )
    document["items"][item.key] = "長" * 350_000
    body = factories.body_of(document)
    refused = push_body(system, body)
    assert item.key in {fault["item"] for fault in refused["faults"]}
    assert "長長長" not in json.dumps(refused, ensure_ascii=False)
    assert kept(platform, body)


def test_a_programme_that_nobody_knows(platform: Platform, system: Script) -> None:
    body = factories.body_of({**document_of(platform), "programme": "99"})
    assert "programme" in {fault["item"] for fault in push_body(system, body)["faults"]}
    assert kept(platform, body)


def test_an_erased_filing_is_refused_in_words_also_by_the_client(
    platform: Platform, send: Send
) -> None:
    document = document_of(platform)
    receipt = send(document).json()
    order = Order("窓口", "架空法第1条", "請求")
    with as_owner(platform.settings) as conn:
        erase_filing(conn, platform.lake, platform.catalog, UUID(receipt["filing_id"]), order)
    refused = send(document)
    assert (refused.status_code, refused.json()["code"]) == (409, "erased")
    told = _refusal(refused)
    assert type(told) is Conflict
    assert (told.what, told.members["sha256"]) == (
        "このデータは受け取れません。",
        refused.json()["sha256"],
    )
