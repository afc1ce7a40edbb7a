"""Systems: tokens by client credentials, and what they may be used for."""

from __future__ import annotations

import base64
from uuid import uuid4

import jsonschema_rs
import pytest
from fastapi import FastAPI

from mirasapo.app.root import Platform
from mirasapo.identity import clients, own_id
from tests.api.visitors import BASE, PASSWORD, Script, send


@pytest.fixture(scope="module")
def system(platform: Platform) -> tuple[str, str]:
    client_id = f"restructuring-{uuid4()}"
    with platform.databases.gateway.begin() as conn:
        secret = clients.register(
            conn,
            client_id=client_id,
            name="事業再構築補助金 申請システム",
            kind="programme_system",
            programmes=["04"],
            scopes=["filings:write"],
        )
    return client_id, secret


def ask(app: FastAPI, system: tuple[str, str] | None, **form: str):
    return send(
        app,
        "POST",
        "/oauth/token",
        data={"grant_type": "client_credentials", **form},
        **({} if system is None else {"auth": system}),
    )


def test_a_token_by_basic_authentication(app: FastAPI, system: tuple[str, str]) -> None:
    answer = ask(app, system)
    assert answer.status_code == 200
    token = answer.json()
    assert token["token_type"] == "Bearer"
    assert token["expires_in"] == 600
    assert token["scope"] == "filings:write:04"
    assert answer.headers["cache-control"] == "no-store"


def test_a_token_by_form(app: FastAPI, system: tuple[str, str]) -> None:
    answer = ask(app, None, client_id=system[0], client_secret=system[1])
    assert answer.status_code == 200


@pytest.mark.parametrize(
    ("form", "status", "error"),
    [
        ({"grant_type": "password"}, 400, "unsupported_grant_type"),
        ({"grant_type": ""}, 400, "invalid_request"),
        ({"client_secret": "also here"}, 400, "invalid_request"),
        ({"scope": "filings:write:05"}, 400, "invalid_scope"),
        ({"scope": "everything"}, 400, "invalid_scope"),
    ],
)
def test_questions_that_get_no_token(app, system, form, status, error) -> None:
    answer = ask(app, system, **form)
    assert (answer.status_code, answer.json()["error"]) == (status, error)
    assert_as_documented(app, answer)
    assert "access_token" not in answer.text


@pytest.mark.parametrize(
    "question",
    [
        {},
        {"data": {}},
        {"data": {"scope": "filings:write:04"}},
        {"json": {"grant_type": "client_credentials"}},
        {"files": {"grant_type": ("a", b"client_credentials")}},
        {"content": b"grant_type=client_credentials&grant_type=client_credentials"},
        {"content": b"&".join(b"a=1" for _ in range(1001))},
    ],
    ids=["nothing", "empty", "no grant_type", "JSON", "multipart", "twice", "too many"],
)
def test_questions_that_cannot_be_read(app: FastAPI, system, question) -> None:
    form = {"Content-Type": "application/x-www-form-urlencoded"} if "content" in question else {}
    answer = send(app, "POST", "/oauth/token", auth=system, headers=form, **question)
    assert (answer.status_code, answer.json()["error"]) == (400, "invalid_request")
    assert_as_documented(app, answer)


def assert_as_documented(app: FastAPI, answer) -> None:
    """A refusal by RFC 6749 §5.2 as the definition of the API says it."""
    document = app.openapi()
    responses = document["paths"]["/oauth/token"]["post"]["responses"]
    said = responses[str(answer.status_code)]["content"][answer.headers["content-type"]]["schema"]
    jsonschema_rs.validate({**said, "components": document["components"]}, answer.json())
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("wrong", ["secret", "id", "none", "broken"])
def test_systems_that_are_not_known(app, system, wrong: str) -> None:
    client_id, secret = system
    if wrong == "broken":
        headers = {"Authorization": "Basic %%%"}
        data = {"grant_type": "client_credentials"}
        answer = send(app, "POST", "/oauth/token", data=data, headers=headers)
    else:
        given = {"secret": (client_id, "wrong"), "id": ("wrong", secret), "none": None}[wrong]
        answer = ask(app, given)
    assert (answer.status_code, answer.json()["error"]) == (401, "invalid_client")
    assert answer.headers["www-authenticate"].startswith("Basic")
    assert_as_documented(app, answer)


def test_reserved_characters_are_percent_encoded_in_basic(platform: Platform, app: FastAPI) -> None:
    with platform.databases.gateway.begin() as conn:
        secret = clients.register(
            conn, client_id="a:b c", name="x", kind="private_service", programmes=[], scopes=[]
        )
    coded = base64.b64encode(f"a%3Ab+c:{secret}".encode()).decode()
    answer = send(
        app,
        "POST",
        "/oauth/token",
        data={"grant_type": "client_credentials"},
        headers={"Authorization": f"Basic {coded}"},
    )
    assert answer.status_code == 200


def test_a_system_is_no_person(app: FastAPI, system: tuple[str, str]) -> None:
    script = Script(app, ask(app, system).json()["access_token"])
    assert script("GET", "/api/v1/me").status_code == 403
    assert script("GET", "/api/v1/ledger_entries").status_code == 403
    assert script("GET", "/api/v1/businesses", params={"name": "鳥取"}).status_code == 403
    assert script("DELETE", "/api/v1/sessions/current").status_code == 403


def test_a_person_is_no_system(platform: Platform, app: FastAPI, script: Script) -> None:
    name = f"admin-{uuid4()}"
    with platform.databases.gateway.begin() as conn:
        own_id.create_account(
            conn, role="administrator", name=name, password=PASSWORD, display_name="管理者"
        )
    files = {"filing": ("filing.json", b"{}", "application/json")}
    assert script.sign_in(name)("POST", "/api/v1/filings", files=files).status_code == 403


def test_a_token_of_another_platform_is_not_ours(make_app, app, system) -> None:
    other = make_app(base_url="http://localhost:9999")
    token = ask(other, system).json()["access_token"]
    assert Script(other, token)("GET", "/api/v1/me").status_code == 403
    assert Script(app, token)("GET", "/api/v1/me").status_code == 401
    assert BASE != "http://localhost:9999"


@pytest.mark.parametrize(
    "parts",
    [
        {},
        {"filing": ("a.json", b"{}"), "other": ("b", b"x")},
        {"attachments": ("a.pdf", b"x")},
    ],
)
def test_forms_that_are_no_filing(app: FastAPI, system: tuple[str, str], parts) -> None:
    script = Script(app, ask(app, system).json()["access_token"])
    answer = script("POST", "/api/v1/filings", files=parts or {"": ("", b"")})
    assert (answer.status_code, answer.json()["code"]) == (422, "bad_input")


def test_attachments_with_one_name_are_refused(app: FastAPI, system: tuple[str, str]) -> None:
    script = Script(app, ask(app, system).json()["access_token"])
    parts = [("filing", ("f", b"{}")), ("attachments", ("a", b"1")), ("attachments", ("a", b"2"))]
    answer = script("POST", "/api/v1/filings", files=parts)
    assert "同じ名前" in answer.json()["why"]


def test_what_is_too_large_is_not_even_read(app: FastAPI, system: tuple[str, str]) -> None:
    script = Script(app, ask(app, system).json()["access_token"])
    headers = {
        "Content-Type": "multipart/form-data; boundary=x",
        "Content-Length": str(101 * 1024 * 1024),
    }
    answer = script("POST", "/api/v1/filings", content=b"--x--", headers=headers)
    assert "100 MB" in answer.json()["why"]
    headers["Content-Type"] = "application/json"
    assert script("POST", "/api/v1/filings", content=b"{}", headers=headers).status_code == 422
