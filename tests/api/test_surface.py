"""What holds for every route: default deny, refusals in one form, headers, the definition."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any
from uuid import uuid4

import jsonschema_rs
import pytest
from fastapi import FastAPI
from starlette.routing import BaseRoute, Mount, Route, WebSocketRoute

from mirasapo.app.root import Platform
from mirasapo.catalog import load_policy
from mirasapo.catalog.schemas import form_schema
from mirasapo.identity import own_id
from mirasapo_api import asgi
from mirasapo_api.routes import me
from tests.api.visitors import ELSEWHERE, HERE, PASSWORD, Browser, Script, send

# What answers without signing in, each for a reason.
PUBLIC = {
    ("GET", "/"),  # the page before sign-in
    ("GET", "/api/docs"),  # the definition as a page
    ("GET", "/api/openapi.json"),
    ("GET", "/api/v1/programmes"),  # published with the data model
    ("GET", "/api/v1/subsidies"),  # public by source
    ("GET", "/api/v1/subsidies/{subsidy_id}"),  # same
    ("GET", "/auth/gbizid/start"),
    ("GET", "/healthz"),
    ("GET", "/login"),
    ("GET", "/logout"),  # leads to the front page
    ("GET", "/readyz"),
    ("POST", "/api/v1/kernel_tokens"),  # the ticket is the credential
    ("POST", "/logout"),
    ("POST", "/oauth/token"),  # the client's secret is the credential
}
NOBODY = "00000000-0000-4000-8000-000000000000"
OPERATOR = {("GET", "/metrics")}  # refused by where it comes from
PUBLIC_MOUNTS = {"/assets", "/stand-in/gbizid"}


def walk(routes: list[BaseRoute]) -> Iterator[BaseRoute]:
    for route in routes:
        nested = getattr(route, "original_router", None) or getattr(route, "router", None)
        if isinstance(route, Mount | Route | WebSocketRoute) or nested is None:
            yield route
        else:
            yield from walk(nested.routes)


def questions(app: FastAPI) -> list[tuple[str, str]]:
    """Every method of every route, with ids that do not exist."""
    found = []
    for route in walk(app.routes):
        if isinstance(route, WebSocketRoute | Mount) or not hasattr(route, "methods"):
            continue
        methods = (route.methods or set()) - {"HEAD", "OPTIONS"}
        found += [(method, route.path) for method in methods]
    return sorted(found)


def test_the_routes_are_all_found(app: FastAPI) -> None:
    documented = {
        (method.upper(), path)
        for path, methods in app.openapi()["paths"].items()
        for method in methods
    }
    assert len(documented) > 20
    found = {(method, path.replace(":path}", "}")) for method, path in questions(app)}
    assert documented <= found


def test_nothing_but_the_list_answers_without_signing_in(app: FastAPI) -> None:
    answered = set()
    for method, path in questions(app):
        address = path.replace(":path}", "}")
        address = re.sub(r"\{\w+\}", str(uuid4()), address)
        status = send(app, method, address, peer=ELSEWHERE).status_code
        assert status != 500, (method, path)
        if status != 401 and (method, path) not in OPERATOR:
            answered.add((method, path))
    assert answered == PUBLIC


def test_mounts_are_listed(app: FastAPI) -> None:
    assert {each.path for each in walk(app.routes) if isinstance(each, Mount)} <= PUBLIC_MOUNTS


# ── refusals ──────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def analyst(platform: Platform) -> str:
    name = f"analyst-{uuid4()}"
    with platform.databases.gateway.begin() as conn:
        own_id.create_account(
            conn, role="analyst", name=name, password=PASSWORD, display_name="分析者"
        )
    return name


@pytest.fixture(scope="module")
def people(platform: Platform) -> dict[str, str]:
    """An officer and a supporter, by role, as they sign in."""
    names = {role: f"{role}-{uuid4()}" for role in ("officer", "supporter")}
    with platform.databases.gateway.begin() as conn:
        for role, name in names.items():
            own_id.create_account(
                conn, role=role, name=name, password=PASSWORD, display_name=f"{role}さん"
            )
    return names


def assert_problem(answer: Any, status: int, code: str) -> dict[str, Any]:
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem["status"] == status
    assert problem["code"] == code
    assert problem["type"] == f"urn:mirasapo:problem:{code}"
    assert problem["title"] == problem["what"]
    assert problem["what"].endswith("。")
    assert problem["detail"] == problem["what"] + problem["why"] + problem["next_step"]
    return dict(problem)


def test_without_signing_in(script: Script) -> None:
    answer = script("GET", "/api/v1/me")
    assert_problem(answer, 401, "not_signed_in")
    assert answer.headers["www-authenticate"] == "Bearer"


def test_an_unknown_path_and_method(script: Script) -> None:
    assert_problem(script("GET", "/api/v1/nothing"), 404, "not_found")
    answer = script("PUT", "/api/v1/me")
    assert_problem(answer, 405, "bad_input")
    assert answer.headers["allow"] == "GET"


def test_a_browser_gets_a_page(browser: Browser) -> None:
    answer = browser.get("/nothing/here")
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/html")
    assert "<h1>お探しのページや窓口は見つかりませんでした</h1>" in answer.text


def test_faults_name_the_place_and_never_the_value(script: Script, analyst: str) -> None:
    script.sign_in(analyst)
    answer = script(
        "GET", "/api/v1/businesses/secret-value-7", params={"purpose": "secret-value-8"}
    )
    problem = assert_problem(answer, 422, "bad_input")
    assert problem["faults"] == [
        {"where": "パラメーター purpose", "what": "整数で指定してください。"},
        {"where": "パラメーター business_id", "what": "ID の形が正しくありません。"},
    ]
    assert "パラメーター business_id" in problem["why"]
    assert "secret-value" not in answer.text


@pytest.mark.parametrize(
    ("params", "what"),
    [
        ({}, "必須です。"),
        ({"name": ""}, "短すぎます。"),
        ({"name": "x" * 151}, "長すぎます。"),
        ({"name": "x", "limit": "0"}, "小さすぎます。"),
        ({"name": "x", "limit": "101"}, "大きすぎます。"),
        ({"name": "x", "limit": "many"}, "整数で指定してください。"),
    ],
)
def test_every_fault_has_a_japanese_sentence(
    script: Script, analyst: str, params: dict[str, str], what: str
) -> None:
    answer = script.sign_in(analyst)("GET", "/api/v1/businesses", params=params)
    assert [each["what"] for each in assert_problem(answer, 422, "bad_input")["faults"]] == [what]


@pytest.mark.parametrize("purpose", ["99", "10", "0", "-1", str(10**30)])
@pytest.mark.parametrize(
    "path",
    [
        "/api/v1/businesses?name=x&",
        f"/api/v1/businesses/{NOBODY}?",
        f"/api/v1/businesses/{NOBODY}/filings?",
        f"/api/v1/filings/{NOBODY}?",
    ],
)
def test_a_purpose_that_the_policy_does_not_have_is_refused_with_the_list(
    script: Script, people: dict[str, str], path: str, purpose: str
) -> None:
    script.sign_in(people["officer"])
    problem = assert_problem(script("GET", f"{path}purpose={purpose}"), 422, "bad_input")
    assert problem["purposes"] == list(range(1, 10))
    for number, name in load_policy().purposes.items():
        assert f"{number}({name})" in problem["why"]


def test_a_parameter_that_is_named_twice_is_refused(script: Script, people: dict[str, str]) -> None:
    script.sign_in(people["officer"])
    for path in ("/api/v1/businesses?name=x&purpose=6&purpose=2", "/api/v1/me?a%00=1&a%00=1"):
        problem = assert_problem(script("GET", path), 422, "bad_input")
        assert [each["what"] for each in problem["faults"]] == ["二度書かれています。"]
        assert "\0" not in problem["faults"][0]["where"]
    # an unknown one does no harm
    assert script("GET", "/api/v1/businesses?name=x&unknown=1").status_code == 200


JSON = {"Content-Type": "application/json"}


@pytest.mark.parametrize(
    ("content", "where", "what"),
    [
        ("{", "本文の 2 文字目付近", "JSON が読めません。"),
        ('{"name": "あ", x', "本文の 15 文字目付近", "JSON が読めません。"),
        ("[]", "本文", "オブジェクト ({ … }) で書いてください。"),
        ('{"name": 1, "password": "x"}', "本文の name", "文字列で指定してください。"),
        ('{"name": "x"}', "本文の password", "必須です。"),
        (
            '{"name": "x", "password": "x", "a\\u0000b": 1}',
            "本文の a\N{REPLACEMENT CHARACTER}b",
            "この名前の項目はありません。",
        ),
    ],
)
def test_a_body_that_cannot_be_read_is_told_where(
    script: Script, content: str, where: str, what: str
) -> None:
    answer = script("POST", "/api/v1/sessions", content=content.encode(), headers=JSON)
    problem = assert_problem(answer, 422, "bad_input")
    assert problem["faults"] == [{"where": where, "what": what}]
    assert where in problem["why"]


def test_a_place_in_a_list_is_counted_from_one(script: Script, people: dict[str, str]) -> None:
    question = {
        "business_id": str(uuid4()),
        "purpose": 6,
        "purpose_text": "x",
        "data_classes": [1, "x", 14],
        "valid_until": "2027-03-31",
    }
    answer = script.sign_in(people["supporter"])(
        "POST", "/api/v1/disclosure_requests", json=question
    )
    assert assert_problem(answer, 422, "bad_input")["faults"] == [
        {"where": "本文の data_classes の2番目", "what": "整数で指定してください。"},
        {"where": "本文の data_classes の3番目", "what": "大きすぎます。"},
    ]


def test_a_body_that_is_not_in_utf_8(script: Script) -> None:
    answer = script("POST", "/api/v1/sessions", content=b'{"name": "\xff"}', headers=JSON)
    assert "UTF-8" in assert_problem(answer, 400, "bad_input")["why"]


def test_what_breaks_unforeseen_shows_no_traceback(
    make_app: Callable[..., FastAPI],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    analyst: str,
) -> None:
    script = Script(make_app()).sign_in(analyst)
    monkeypatch.setattr(me, "_ceiling", lambda *_: 1 / len("") if True else None)
    answer = script("GET", "/api/v1/vocabulary", headers={"X-Request-ID": "request-0001"})
    problem = assert_problem(answer, 500, "internal")
    assert problem["request_id"] == "request-0001"
    assert "Traceback" not in answer.text
    logged = caplog.records[-1].getMessage()
    assert "ZeroDivisionError in request request-0001" in logged
    assert "division by zero" not in logged  # a message may hold values


def test_a_database_that_is_away(
    make_app: Callable[..., FastAPI], monkeypatch: pytest.MonkeyPatch, platform: Platform
) -> None:
    from mirasapo.store.databases import Databases, no_answer

    class Away:
        def connect(self) -> None:
            raise no_answer()

        begin = connect

    monkeypatch.setattr(Databases, "gateway", property(lambda _self: Away()))
    app = make_app()
    assert_problem(send(app, "GET", "/readyz"), 503, "not_ready")
    assert send(app, "GET", "/healthz").json() == {"status": "ok"}
    bearer = {"Authorization": "Bearer x"}
    assert_problem(send(app, "GET", "/api/v1/me", headers=bearer), 503, "not_ready")


def test_a_role_may_not_do_what_is_anothers(script: Script, analyst: str) -> None:
    script.sign_in(analyst)
    refused = [
        ("GET", "/api/v1/ledger_entries"),
        ("GET", "/api/v1/consents"),
        ("GET", "/api/v1/disclosure_requests"),
        ("POST", f"/api/v1/consents/{uuid4()}/withdraw"),
        ("POST", f"/api/v1/disclosure_requests/{uuid4()}/revoke"),
        ("POST", f"/api/v1/disclosure_requests/{uuid4()}/withdraw"),
        ("POST", "/api/v1/filings"),
    ]
    for method, path in refused:
        assert_problem(script(method, path), 403, "not_allowed")


def test_a_role_without_a_usual_purpose_must_name_one(script: Script, analyst: str) -> None:
    answer = script.sign_in(analyst)("GET", f"/api/v1/businesses/{uuid4()}")
    assert "purpose" in assert_problem(answer, 422, "bad_input")["next_step"]


# ── headers ───────────────────────────────────────────────────────────────────────────────────


def test_headers_of_api_answers(script: Script, analyst: str) -> None:
    headers = script.sign_in(analyst)("GET", "/api/v1/me").headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cache-control"] == "no-store"
    assert headers["content-security-policy"].startswith("default-src 'none'")
    assert "strict-transport-security" not in headers  # not over http


def test_headers_of_pages(browser: Browser) -> None:
    headers = browser.get("/login").headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert "frame-ancestors 'none'" in policy


@pytest.mark.parametrize(
    ("given", "kept"), [("abcdefgh-1", True), ("x", False), ("a\tb" * 5, False)]
)
def test_a_request_has_a_number(app: FastAPI, given: str, kept: bool) -> None:
    number = send(app, "GET", "/healthz", headers={"X-Request-ID": given}).headers["x-request-id"]
    assert (number == given) is kept
    assert re.fullmatch(r"[0-9A-Za-z._-]{8,64}", number)


# ── metrics ───────────────────────────────────────────────────────────────────────────────────


def test_metrics_count_routes_and_hold_no_ids(
    make_app: Callable[..., FastAPI], analyst: str
) -> None:
    app = make_app()
    script = Script(app).sign_in(analyst)
    unknown = str(uuid4())
    script("GET", f"/api/v1/businesses/{unknown}?purpose=1")
    script("GET", f"/nothing/{unknown}")
    answer = send(app, "GET", "/metrics")
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    lines = answer.text.splitlines()
    assert 'mirasapo_requests_total{route="/api/v1/sessions",method="POST",status="201"} 1' in lines
    assert any(
        line.startswith('mirasapo_requests_total{route="/api/v1/businesses/{business_id}"')
        for line in lines
    )
    assert 'mirasapo_requests_total{route="other",method="GET",status="404"} 1' in lines
    assert 'mirasapo_request_seconds_bucket{route="/api/v1/sessions",le="+Inf"} 1' in lines
    send(app, "MADEUP", "/healthz")  # a sender must not be able to make lines without end
    assert "MADEUP" not in send(app, "GET", "/metrics").text
    assert unknown not in answer.text
    assert analyst not in answer.text


TOKEN = "operator-token"


@pytest.mark.parametrize(
    ("peer", "headers", "base_url", "token", "status"),
    [
        pytest.param(HERE, {}, "http://localhost:8000", "", 200, id="here"),
        pytest.param("::1", {}, "http://127.0.0.1:8000", "", 200, id="here, IPv6"),
        pytest.param("::ffff:127.0.0.1", {}, "http://[::1]:8000", "", 200, id="here, mapped"),
        pytest.param(HERE, {}, "http://localhost:8000", TOKEN, 200, id="here, with a token set"),
        pytest.param(ELSEWHERE, {}, "http://localhost:8000", "", 403, id="elsewhere"),
        pytest.param("testclient", {}, "http://localhost:8000", "", 403, id="no address"),
        pytest.param(HERE, {}, "https://mirasapo.example", "", 403, id="served to the world"),
        pytest.param(
            HERE, {"X-Forwarded-For": HERE}, "http://localhost:8000", "", 403, id="by a proxy"
        ),
        pytest.param(
            HERE, {"Forwarded": "for=127.0.0.1"}, "http://localhost:8000", "", 403, id="RFC 7239"
        ),
        pytest.param(
            ELSEWHERE,
            {"Authorization": f"Bearer {TOKEN}"},
            "https://mirasapo.example",
            TOKEN,
            200,
            id="the token",
        ),
        pytest.param(
            ELSEWHERE,
            {"Authorization": "Bearer other"},
            "https://mirasapo.example",
            TOKEN,
            401,
            id="another token",
        ),
        pytest.param(ELSEWHERE, {}, "https://mirasapo.example", TOKEN, 401, id="no token"),
        pytest.param(
            ELSEWHERE,
            {"Authorization": "Bearer "},
            "https://mirasapo.example",
            "",
            403,
            id="an empty token is none",
        ),
    ],
)
def test_metrics_are_for_the_operator(
    make_app: Callable[..., FastAPI],
    peer: str,
    headers: dict[str, str],
    base_url: str,
    token: str,
    status: int,
) -> None:
    app = make_app(base_url=base_url, metrics_token=token)
    answer = send(app, "GET", "/metrics", peer=peer, headers=headers)
    assert answer.status_code == status
    if status == 200:
        assert "mirasapo_requests_total" in answer.text
    else:
        assert_problem(answer, status, {401: "not_signed_in", 403: "not_allowed"}[status])
        assert "mirasapo_requests_total" not in answer.text


# ── the definition ────────────────────────────────────────────────────────────────────────────


def test_the_definition_is_complete(app: FastAPI) -> None:
    document = send(app, "GET", "/api/openapi.json").json()
    assert document["openapi"].startswith("3.1")
    assert document["info"]["title"] == "ミラサポconnect API"
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            where = f"{method} {path}"
            assert re.search(r"[ぁ-んァ-ン一-龥]", operation["summary"]), where
            assert operation["tags"], where
            success = [status for status in operation["responses"] if status.startswith("2")]
            assert set(success) == {"200", "201"} or len(success) == 1, (
                where
            )  # with a rehearsal, or not


def test_every_reference_of_the_definition_leads_somewhere(app: FastAPI) -> None:
    document = app.openapi()

    def references(node: Any) -> Iterator[str]:
        if isinstance(node, dict):
            if "$ref" in node:
                yield node["$ref"]
            for value in node.values():
                yield from references(value)
        elif isinstance(node, list):
            for value in node:
                yield from references(value)

    found = set(references(document))
    assert "#/components/schemas/Problem" in found
    for reference in found:
        node = document
        for step in reference.removeprefix("#/").split("/"):
            node = node[step]
    for schema in document["components"]["schemas"].values():
        assert jsonschema_rs.meta.is_valid(schema)


def test_no_answer_is_documented_that_is_not_ours(app: FastAPI) -> None:
    assert "HTTPValidationError" not in json.dumps(app.openapi())
    for path, methods in app.openapi()["paths"].items():
        for operation in methods.values():
            for status, response in operation["responses"].items():
                if status >= "400":
                    kinds = set(response["content"])
                    assert kinds == {"application/problem+json"} or path == "/oauth/token", path


def examples(node: Any, schema: Any = None) -> Iterator[tuple[Any, Any]]:
    """Every example of a part of the definition, with the schema that it is an example of."""
    if isinstance(node, list):
        for each in node:
            yield from examples(each)
    if not isinstance(node, dict):
        return
    own = node.get("schema", node)  # of a parameter or a body beside it, else the schema itself
    if "example" in node:
        yield node["example"], own
    listed = node.get("examples", [])
    for each in listed.values() if isinstance(listed, dict) else listed:
        yield (each["value"] if isinstance(listed, dict) else each), own
    for name, each in node.items():
        if name not in ("example", "examples"):
            yield from examples(each)


def test_every_example_of_the_definition_is_valid(app: FastAPI) -> None:
    document = send(app, "GET", "/api/openapi.json").json()
    found = list(examples(document))
    assert len(found) >= 10
    for example, schema in found:
        whole = {**schema, "components": document["components"]}
        jsonschema_rs.validate(whole, example, validate_formats=True)
    assert "…" not in json.dumps([example for example, _ in found], ensure_ascii=False)


def test_the_example_of_a_filing_is_a_filing(app: FastAPI, platform: Platform) -> None:
    question = app.openapi()["paths"]["/api/v1/filings"]["post"]["requestBody"]["content"]
    example = question["multipart/form-data"]["example"]
    filing = json.loads(example["filing"])
    schema = form_schema(platform.catalog, filing["programme"])
    jsonschema_rs.validate(schema, filing, validate_formats=True)
    assert len(example["attachments"]) == len(filing["attachments"]) == 2


def test_answers_fit_the_definition(app: FastAPI, script: Script, analyst: str) -> None:
    document = app.openapi()
    script.sign_in(analyst)
    for path in ("/api/v1/me", "/api/v1/vocabulary"):
        schema = document["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]
        whole = {**schema["schema"], "components": document["components"]}
        jsonschema_rs.validate(whole, script("GET", path).json())
    problem = {"$ref": "#/components/schemas/Problem", "components": document["components"]}
    jsonschema_rs.validate(problem, script("GET", "/api/v1/nothing").json())


def test_no_page_of_the_framework_is_served(app: FastAPI) -> None:
    for path in ("/docs", "/redoc", "/openapi.json"):
        assert send(app, "GET", path).status_code in (401, 404)


def test_the_ceiling_of_the_vocabulary_is_ones_own(script: Script, analyst: str) -> None:
    ceiling = script.sign_in(analyst)("GET", "/api/v1/vocabulary").json()["ceiling"]
    assert set(ceiling) == {str(purpose) for purpose in range(1, 10)}
    assert all(classes == [] for classes in ceiling.values())  # no recipient of the policy


def test_what_uvicorn_starts(platform: Platform, monkeypatch: pytest.MonkeyPatch) -> None:
    assert platform.settings.database_url is not None
    monkeypatch.setenv("MIRASAPO_HOME", str(platform.settings.home))
    monkeypatch.setenv("MIRASAPO_DATABASE_URL", platform.settings.database_url)
    app = asgi.create()
    assert send(app, "GET", "/readyz").status_code == 200
    # nothing of the stand-in unless it is asked for
    assert send(app, "GET", "/stand-in/gbizid/keys").status_code == 404
    app.state.platform.databases.dispose()


@pytest.mark.parametrize(
    ("path", "question"),
    [
        ("/api/v1/sessions", {"json": {"name": "\0", "password": "x"}}),
        (
            "/oauth/token",
            {
                "data": {
                    "grant_type": "client_credentials",
                    "client_id": "\0",
                    "client_secret": "\0",
                }
            },
        ),
    ],
)
def test_a_character_that_cannot_be_kept_is_refused(script: Script, path: str, question) -> None:
    answer = script("POST", path, **question)
    assert answer.status_code in (401, 422)
    assert answer.json()["next_step"]
