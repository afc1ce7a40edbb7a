"""The definition of the API: Japanese names, examples that are sent, the rules of DS-464-2, the page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from html.parser import HTMLParser
from typing import Any
from uuid import UUID

import httpx
import jsonschema_rs
import pytest
from fastapi import FastAPI

from mirasapo.acquisition.jgrants import RECORDED
from mirasapo.acquisition.jgrants.client import JGrants
from mirasapo.acquisition.jgrants.load import load_jgrants
from mirasapo.acquisition.jgrants.replay import replaying
from mirasapo.app.root import Platform
from mirasapo.business.search import index_terms
from mirasapo.errors import refusals
from mirasapo.identity import clients, kernel_tickets, own_id, sessions
from mirasapo.identity.stand_in.personas import DEFAULTS
from mirasapo.intake.batches import BatchDesk
from mirasapo.jobs.worker import work
from mirasapo.store.tables import register_body, support_institution
from mirasapo_api import deps, examples
from mirasapo_api.definition import TAGS, operations
from mirasapo_api.names import NAMES
from tests import factories
from tests.api.visitors import Browser, Script, send

JAPANESE = re.compile(r"[ぁ-んァ-ン一-龥]")
NO_WORDS = {"url", "sha256"}  # what they are called in Japanese, too


@pytest.fixture(scope="module")
def document(app: FastAPI) -> dict[str, Any]:
    found: dict[str, Any] = send(app, "GET", "/api/openapi.json").json()
    return found


def named(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every parameter and property with its name."""

    def properties(node: Any) -> Iterator[tuple[str, dict[str, Any]]]:
        if isinstance(node, list):
            for each in node:
                yield from properties(each)
        elif isinstance(node, dict):
            if node.get("type") == "object":
                yield from node.get("properties", {}).items()
            for name, each in node.items():
                if name not in ("example", "examples"):
                    yield from properties(each)

    yield from properties(document)
    for _, _, operation in operations(document):
        for each in operation.get("parameters", ()):
            yield each["name"], each["schema"] | {"description": each.get("description", "")}


def test_every_name_is_said_in_japanese(document: dict[str, Any]) -> None:
    found = list(named(document))
    assert len(found) > 350
    assert {
        name
        for name, schema in found
        if name not in NO_WORDS
        and not JAPANESE.search(schema.get("title", "") + schema.get("description", ""))
    } == set()
    assert {tag["name"] for tag in document["tags"]} <= set(TAGS)


def test_no_japanese_name_is_of_nothing(document: dict[str, Any]) -> None:
    sent = {"version", "filing", "withdrawn_on"}  # in the documents of senders
    assert set(NAMES) - {name for name, _ in named(document)} <= sent


# ── the examples, sent ────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def people(platform: Platform, app: FastAPI) -> dict[str, Any]:
    """Who the examples speak of: a supporter, a business, a system; and the catalogue of support."""
    example = examples.bodies(platform.catalog)["post", "/api/v1/sessions"]
    with platform.databases.intake.begin() as conn:
        institution = conn.scalars(
            support_institution.insert()
            .values(name="見本よろず支援拠点", kind="consultation_desk", made_up=True)
            .returning(support_institution.c.institution_id)
        ).one()
        search_name, grams = index_terms("架空製作所株式会社")
        row = {
            "corporate_number": examples.CORPORATE_NUMBER,
            "sequence_number": 1,
            "process": "01",
            "correction": "0",
            "updated_on": date(2026, 1, 1),
            "name": "架空製作所株式会社",
            "made_up": True,
            "search_name": search_name,
            "grams": grams,
            "payload_sha256": "0" * 64,
        }
        conn.execute(register_body.insert().values(row))
    with platform.databases.gateway.begin() as conn:
        own_id.create_account(
            conn,
            role="supporter",
            display_name="見本の支援者",
            institution_id=institution,
            **example,
        )
        secret = clients.register(
            conn,
            client_id="example",
            name="見本の申請システム",
            kind="programme_system",
            programmes=[examples.PROGRAMME],
            scopes=["filings:write"],
        )
    with replaying(RECORDED) as base_url, JGrants(base_url, rate=0) as client:
        parts = (platform.databases, platform.lake, platform.catalog)
        load_jgrants(*parts, client, ["架空"], fresh_for=timedelta())
    assert DEFAULTS["prime"].corporate_number == examples.CORPORATE_NUMBER
    return {"nobody": Script(app), "system": Script(app), "basic": ("example", secret)}


# Who sends which example, in an order in which one makes what the next one needs.
JOURNEY = [
    ("nobody", "get", "/healthz"),
    ("nobody", "get", "/readyz"),
    ("nobody", "get", "/metrics"),
    ("nobody", "get", "/api/v1/programmes"),
    ("nobody", "get", "/api/v1/subsidies"),
    ("nobody", "get", "/api/v1/subsidies/{subsidy_id}"),
    ("nobody", "post", "/oauth/token"),
    ("system", "post", "/api/v1/uploads"),
    ("system", "patch", "/api/v1/uploads/{upload_id}"),
    ("system", "get", "/api/v1/uploads/{upload_id}"),
    ("system", "post", "/api/v1/filings"),
    ("system", "post", "/api/v1/filings/batches"),
    ("system", "get", "/api/v1/filings/batches/{batch_id}"),
    ("system", "get", "/api/v1/filings/batches/{batch_id}/refused_lines"),
    ("system", "get", "/api/v1/jobs/{job_id}"),
    ("nobody", "post", "/api/v1/sessions"),
    ("business", "post", "/api/v1/kernel_tokens"),
    ("supporter", "get", "/api/v1/me"),
    ("supporter", "get", "/api/v1/vocabulary"),
    ("supporter", "get", "/api/v1/businesses"),
    ("supporter", "get", "/api/v1/corporate_numbers/{corporate_number}"),
    ("supporter", "get", "/api/v1/businesses/{business_id}/public_facts"),
    ("supporter", "post", "/api/v1/disclosure_requests"),
    ("business", "get", "/api/v1/disclosure_requests"),
    ("business", "get", "/api/v1/disclosure_requests/{request_id}"),
    ("business", "post", "/api/v1/disclosure_requests/{request_id}/answer"),
    ("supporter", "get", "/api/v1/businesses/{business_id}"),
    ("supporter", "get", "/api/v1/businesses/{business_id}/filings"),
    ("supporter", "get", "/api/v1/filings/{filing_id}"),
    ("business", "post", "/api/v1/me/corrections"),
    ("business", "get", "/api/v1/me/prefill"),
    ("officer", "get", "/api/v1/businesses/{business_id}/prefill"),
    ("business", "get", "/api/v1/ledger_entries"),
    ("business", "get", "/api/v1/consents"),
    ("business", "post", "/api/v1/consents/{filing_id}/withdraw"),
    ("business", "post", "/api/v1/disclosure_requests/{request_id}/revoke"),
    ("supporter", "post", "/api/v1/disclosure_requests/{request_id}/withdraw"),
    ("system", "post", "/api/v1/filings/{filing_number}/withdrawal"),
    ("supporter", "delete", "/api/v1/sessions/current"),
]
LEARNT = {
    "batch_id": examples.BATCH_ID,
    "business_id": examples.BUSINESS_ID,
    "filing_id": examples.FILING_ID,
    "job_id": str(examples.JOB_ID),
    "request_id": examples.REQUEST_ID,
    "subsidy_id": examples.SUBSIDY_ID,
    "upload_id": examples.UPLOAD_ID,
}
"""The ids of answers, by the ids of the examples that they stand in for."""


def test_every_operation_is_sent_with_its_examples(
    platform: Platform, app: FastAPI, document: dict[str, Any], people: dict[str, Any]
) -> None:
    """The examples of the definition itself, ids put in from the answers before."""
    assert sorted((method, path) for _, method, path in JOURNEY) == sorted(
        (method, path) for method, path, _ in operations(document)
    )
    known: dict[str, str] = {}
    visitors: dict[str, Script] = {"nobody": people["nobody"], "system": people["system"]}
    for who, method, path in JOURNEY:
        if who not in visitors:
            visitors[who] = _signed_in(who, platform, app, known)
        if path.endswith("{request_id}/withdraw"):  # the other was answered
            asked = _ask(document, "post", "/api/v1/disclosure_requests", known, {})
            known[examples.REQUEST_ID] = visitors[who](*asked[:2], **asked[2]).json()["request_id"]
        *where, question = _ask(document, method, path, known, people)
        answer = visitors[who](*where, **question)
        _fits(document, method, path, answer)
        if answer.headers.get("content-type") == "application/json":
            _learn(answer.json(), known, visitors)
    work(platform.settings, until_empty=True)
    desk = BatchDesk.of(platform.databases, platform.lake, platform.settings)
    assert desk.find("example", UUID(known[examples.BATCH_ID])).accepted == 1


def _signed_in(who: str, platform: Platform, app: FastAPI, known: dict[str, str]) -> Script:
    """A script that may speak for the business or an officer."""
    script = Script(app)
    if who == "officer":
        with platform.databases.gateway.begin() as conn:
            own_id.create_account(
                conn, role="officer", name="officer-1", password="x" * 12, display_name="職員"
            )
        return script.sign_in("officer-1", "x" * 12)
    browser = Browser(app)
    browser.sign_in_gbizid()
    with platform.databases.gateway.begin() as conn:
        own = sessions.find(conn, browser.cookies[sessions.COOKIE], deps.now())
        assert own is not None
        script.token = sessions.open_session(
            conn, own.account_id, "token", deps.now(), parent_hash=own.session_hash
        )
        ticket = kernel_tickets.issue(conn, own.session_hash, deps.now())
    known[examples.TICKET] = ticket
    return script


def _ask(
    document: dict[str, Any],
    method: str,
    path: str,
    known: dict[str, str],
    people: dict[str, Any],
) -> tuple[str, str, dict[str, Any]]:
    operation = document["paths"][path][method]
    url, params, headers = path, {}, {}
    for each in operation.get("parameters", ()):
        example = each["example"]  # every parameter has one
        example = known.get(str(example), example)
        if each["in"] == "path":
            url = url.replace(f"{{{each['name']}}}", str(example))
        elif each["in"] == "query":
            params[each["name"]] = json.dumps(example) if isinstance(example, bool) else example
        else:
            headers[each["name"]] = str(example)
    question: dict[str, Any] = {"params": params, "headers": headers}
    for kind, body in operation.get("requestBody", {}).get("content", {}).items():
        text = json.dumps(body["example"], ensure_ascii=False)
        for example, real in known.items():
            text = text.replace(example, real)
        sent = json.loads(text)
        if kind == "application/json":
            question["json"] = sent
        elif kind == "application/x-www-form-urlencoded":
            question |= {"data": sent, "auth": people["basic"]}
        elif kind == "multipart/form-data":
            names = [each["name"] for each in json.loads(sent["filing"])["attachments"]]
            parts = [("filing", (None, sent["filing"].encode(), "application/json"))]
            files = [("attachments", (name, factories.file_of(name))) for name in names]
            question["files"] = [*parts, *files]
        else:
            question["content"] = sent.encode()
            headers["Content-Type"] = kind
    return method.upper(), url, question


def _fits(document: dict[str, Any], method: str, path: str, answer: httpx.Response) -> None:
    where = f"{method} {path}: {answer.text[:500]}"
    assert answer.is_success, where
    documented = document["paths"][path][method]["responses"][str(answer.status_code)]
    if "application/json" in documented.get("content", {}):
        schema = documented["content"]["application/json"]["schema"]
        whole = {**schema, "components": document["components"]}
        jsonschema_rs.validate(whole, answer.json(), validate_formats=True)
    else:
        assert not answer.content or answer.headers["content-type"].startswith("text/plain"), where


def _learn(found: dict[str, Any], known: dict[str, str], visitors: dict[str, Script]) -> None:
    first = (found.get("results") or [{}])[0]
    for name, example in LEARNT.items():
        if real := found.get(name) or (first.get(name) if example not in known else None):
            known[example] = str(real)
    if "access_token" in found:
        visitors["system"].token = found["access_token"]
    if "expires_at" in found and "token" in found:
        visitors["supporter"] = Script(visitors["nobody"].app, found["token"])


# ── デジタル庁 DS-464-2 ───────────────────────────────────────────────────────────────────────

# what is one of its kind, or an act upon what stands before it
NO_PLURAL = {"me", "vocabulary", "current", "prefill", "withdrawal", "answer", "revoke", "withdraw"}
OUTSIDE = {"/oauth/token", "/healthz", "/readyz", "/metrics"}  # addresses of other standards


def _ours(document: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    return (each for each in operations(document) if each[1] not in OUTSIDE)


def test_addresses_are_plural_nouns_in_snake_case_under_a_version(document: dict[str, Any]) -> None:
    for _, path, _ in _ours(document):
        assert re.fullmatch(r"/api/v[1-9][0-9]*(/([a-z_]+|\{[a-z_]+\}))+", path), path
        for step in path.split("/")[3:]:
            singular = not step.startswith("{") and not step.endswith(("s", "facts"))
            assert not singular or step in NO_PLURAL, path


def test_names_are_in_snake_case(document: dict[str, Any]) -> None:
    headers = {"Idempotency-Key", "Upload-Offset"}
    names = {name for name, _ in named(document)} - headers
    assert [name for name in names if not re.fullmatch(r"[a-z][a-z0-9_]*", name)] == []


def test_no_secret_is_asked_for_in_an_address(document: dict[str, Any]) -> None:
    for _, path, operation in operations(document):
        for each in operation.get("parameters", ()):
            secret = re.search(r"token|key|secret|password", each["name"], re.IGNORECASE)
            assert not secret or each["in"] == "header", path


def test_lists_say_how_many_and_are_limited(document: dict[str, Any]) -> None:
    schemas = document["components"]["schemas"]
    lists = 0
    for method, path, operation in _ours(document):
        content = operation["responses"].get("200", {}).get("content", {})
        reference = content.get("application/json", {}).get("schema", {}).get("$ref", "")
        properties = schemas.get(reference.rpartition("/")[2], {}).get("properties", {})
        if "results" not in properties:
            continue
        lists += 1
        assert "metadata" in properties, path
        assert method == "get"
        for each in operation.get("parameters", ()):
            if each["name"] == "limit":
                assert each["schema"]["maximum"] <= 100, path
                assert each["schema"]["default"] <= 100, path
    assert lists >= 6
    resultset = schemas["ResultSet"]["properties"]
    assert {"count", "offset", "limit"} <= set(resultset)


def test_refusals_are_problems_with_status_and_title(document: dict[str, Any]) -> None:
    problem = document["components"]["schemas"]["Problem"]
    assert {"type", "title", "status", "detail", "code"} <= set(problem["required"])
    assert problem["properties"]["code"]["enum"] == sorted({each.code for each in refusals()})


def test_moments_are_told_with_their_offset(app: FastAPI, document: dict[str, Any]) -> None:
    moments = [
        schema
        for name, schema in named(document)
        if name.endswith("_at") and name != "accepts_until_at"
    ]
    assert len(moments) > 10
    for schema in moments:
        kinds = schema.get("anyOf", [schema])
        assert any(each.get("format") == "date-time" for each in kinds)


def test_every_answer_carries_its_number_and_what_is_closed_says_so(
    document: dict[str, Any],
) -> None:
    assert document["openapi"].startswith("3.1")
    assert document["servers"][0]["url"].startswith("http")
    for _, path, operation in operations(document):
        for status, response in operation["responses"].items():
            assert "X-Request-ID" in response["headers"], path
            assert response["description"], path
            assert (
                status != "401"
                or operation.get("security")
                or path
                in {
                    "/api/v1/sessions",
                    "/api/v1/kernel_tokens",
                    "/oauth/token",
                    "/metrics",
                }
            )


CODES = {
    "bad_input",
    "conflict",
    "corrupt_object",
    "erased",
    "faulty_filing",
    "idempotency_key_in_flight",
    "idempotency_key_reused",
    "internal",
    "not_allowed",
    "not_found",
    "not_ready",
    "not_signed_in",
    "offset_mismatch",
    "upstream",
}
"""Published: programs know them. One that is added here never goes."""


def test_a_published_code_never_goes_and_each_has_its_words() -> None:
    assert {each.code for each in refusals()} >= CODES
    assert all(JAPANESE.search(each.meaning_ja) for each in refusals())


# ── the page ──────────────────────────────────────────────────────────────────────────────────


class Page(HTMLParser):
    """What a page is made of, and whether its tags are closed."""

    VOID = frozenset({"meta", "link", "br"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self._open: list[str] = []
        self.feed(text)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in self.VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag


def test_the_page_needs_no_other_host_and_no_script(app: FastAPI, document: dict[str, Any]) -> None:
    answer = send(app, "GET", "/api/docs")
    assert answer.status_code == 200
    assert "script-src" not in answer.headers["content-security-policy"]
    page = Page(answer.text)
    assert not {"script", "iframe", "style"} & set(page.tags)
    assert "style" not in dict(page.attributes)
    loaded = [value for name, value in page.attributes if name in ("src", "href")]
    assert [each for each in loaded if each is None or not each.startswith(("/", "#"))] == []
    ids = [value for name, value in page.attributes if name == "id"]
    assert len(ids) == len(set(ids))
    anchors = {each.removeprefix("#") for each in loaded if each and each.startswith("#")}
    assert anchors <= set(ids)
    assert {operation["operationId"] for _, _, operation in operations(document)} <= set(ids)
    assert {f"shape-{name}" for name in document["components"]["schemas"]} <= set(ids)
    for each in refusals():
        assert each.urn() in answer.text


def test_what_stands_in_the_definition_is_no_html_of_the_page(
    app: FastAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = json.loads(json.dumps(app.openapi()))
    hostile = '<script>alert("x")</script>'
    for _, _, operation in operations(document):
        operation["summary"] = operation["description"] = hostile
    document["components"]["schemas"]["Upload"]["description"] = hostile
    monkeypatch.setattr(app, "openapi", lambda: document)
    assert "<script" not in send(app, "GET", "/api/docs").text
