"""The whole way over real HTTP, by MirasapoClient: push, search, ask, approve, read, revoke."""

from __future__ import annotations

import dataclasses
import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx
import jsonschema_rs
import pytest
import uvicorn
from sqlalchemy import text

from mirasapo.app.root import Platform
from mirasapo.business.search import index_terms
from mirasapo.client import MirasapoClient
from mirasapo.errors import (
    BadInput,
    Conflict,
    FaultyFiling,
    NotAllowed,
    NotFound,
    NotReady,
    NotSignedIn,
    Upstream,
)
from mirasapo.identity import clients, kernel_tickets, own_id, sessions
from mirasapo.identity.stand_in.personas import DEFAULTS
from mirasapo.store.tables import register_body, support_institution
from mirasapo_api.app import create_app
from tests import factories
from tests.api.visitors import PASSWORD, Browser

NUMBER = DEFAULTS["prime"].corporate_number
NAME = "架空製作所株式会社"
NEXT_YEAR = (datetime.now(UTC) + timedelta(days=365)).date()


@dataclass(frozen=True)
class Place:
    """A platform that serves, with the names to sign in by."""

    url: str
    app: Any
    platform: Platform
    supporter: str
    rival: str
    officer: str
    analyst: str
    client: tuple[str, str]
    opened: list[MirasapoClient] = field(default_factory=list)

    def visitor(self, token: str | None = None) -> MirasapoClient:
        self.opened.append(MirasapoClient(self.url, token))
        return self.opened[-1]

    def own(self, name: str) -> MirasapoClient:
        return self.visitor().sign_in_own(name, PASSWORD)

    def business(self) -> MirasapoClient:
        return self.visitor().sign_in_business("prime")

    def system(self) -> MirasapoClient:
        return self.visitor().sign_in_client(*self.client)


@pytest.fixture(autouse=True)
def _close(place: Place) -> Iterator[None]:
    yield
    while place.opened:
        place.opened.pop().close()


@pytest.fixture(scope="module")
def place(platform: Platform) -> Iterator[Place]:
    listener = socket.create_server(("127.0.0.1", 0))
    url = f"http://127.0.0.1:{listener.getsockname()[1]}"
    settings = dataclasses.replace(
        platform.settings, base_url=url, oidc_issuer=f"{url}/stand-in/gbizid/", stand_in=True
    )
    parts = dataclasses.replace(platform, settings=settings)
    app = create_app(parts)
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", ws="none"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    try:
        yield Place(url, app, parts, **_people(platform))
    finally:
        server.should_exit = True
        thread.join()


def _people(platform: Platform) -> dict[str, Any]:
    search_name, grams = index_terms(NAME, "カクウセイサクショ")
    with platform.databases.intake.begin() as conn:
        conn.execute(
            register_body.insert().values(
                corporate_number=NUMBER,
                sequence_number=1,
                process="01",
                correction="0",
                updated_on=date(2026, 1, 1),
                name=NAME,
                kana="カクウセイサクショ",
                prefecture="鳥取県",
                city="鳥取市",
                street="架空町1-1",
                made_up=True,
                search_name=search_name,
                grams=grams,
                payload_sha256="0" * 64,
            )
        )
        institutions = [
            conn.scalars(
                support_institution.insert()
                .values(name=name, kind="consultation_desk", made_up=True)
                .returning(support_institution.c.institution_id)
            ).one()
            for name in ("見本よろず支援拠点", "見本商工会議所")
        ]
    with platform.databases.gateway.begin() as conn:
        for role, name, institution in (
            ("supporter", "supporter", institutions[0]),
            ("supporter", "rival", institutions[1]),
            ("officer", "officer", None),
            ("analyst", "analyst", None),
        ):
            own_id.create_account(
                conn,
                role=role,
                name=name,
                password=PASSWORD,
                display_name=f"{name}さん",
                institution_id=institution,
            )
        secret = clients.register(
            conn,
            client_id="restructuring",
            name="事業再構築補助金 申請システム",
            kind="programme_system",
            programmes=["04"],
            scopes=["filings:write"],
        )
    names = ("supporter", "rival", "officer", "analyst")
    return {**{name: name for name in names}, "client": ("restructuring", secret)}


@pytest.fixture(scope="module")
def pushed(place: Place):
    payload = factories.filing_payload(place.platform.catalog, "04", NUMBER)
    return place.system().push(payload, factories.filing_attachments(payload))


@pytest.fixture
def business_id(pushed) -> UUID:
    return pushed.business_id


def ask(place: Place, business_id: UUID, data_classes: tuple[int, ...] = (1, 6), **more: Any):
    return place.own(place.supporter).request_disclosure(
        business_id, 6, "補助金のご相談に使います。", data_classes, NEXT_YEAR, **more
    )


def test_a_push_names_each_file_with_its_hash(place: Place, pushed) -> None:
    payload = factories.filing_payload(place.platform.catalog, "04", NUMBER)
    files = factories.filing_attachments(payload)
    assert {(each.name, each.sha256) for each in pushed.accepted} == {
        (name, factories.sha256_of(content)) for name, content in files.items()
    }
    assert pushed.version_no == 1
    assert pushed.projected > 0
    assert pushed.warnings  # the amounts are drawn by lot: they do not add up
    assert all(abs(each.difference) > each.tolerance for each in pushed.warnings)
    # the bytes that were sent, as bytes: the same receipt again
    again = place.system().push(factories.body_of(payload), files)
    assert again == pushed


def test_a_faulty_push_lists_every_fault(place: Place, pushed) -> None:
    payload = factories.filing_payload(place.platform.catalog, "04", NUMBER, seed=7)
    payload["items"]["no.such_item"] = 1
    payload["status"] = "unknown"
    with pytest.raises(FaultyFiling) as caught:
        place.system().push(payload, factories.filing_attachments(payload))
    faults = caught.value.members["faults"]
    assert len(faults) >= 2
    assert all({"item", "label", "what", "why"} <= set(each) for each in faults)


def test_a_push_for_another_programme_is_refused(place: Place, pushed) -> None:
    payload = factories.filing_payload(place.platform.catalog, "05", NUMBER)
    with pytest.raises(NotAllowed):
        place.system().push(payload, factories.filing_attachments(payload))


def test_a_push_as_a_form_field_without_a_file_name(place: Place, pushed) -> None:
    payload = factories.filing_payload(place.platform.catalog, "04", NUMBER)
    parts = [("filing", (None, factories.body_of(payload), "application/json"))]
    parts += [
        ("attachments", (name, content))
        for name, content in factories.filing_attachments(payload).items()
    ]
    answer = httpx.post(
        f"{place.url}/api/v1/filings",
        files=parts,
        headers={"Authorization": f"Bearer {place.system().token}"},
        trust_env=False,
    )
    assert answer.status_code == 201
    assert answer.json()["filing_id"] == str(pushed.filing_id)


def test_search_finds_the_business(place: Place, business_id: UUID) -> None:
    for name in ("架空製作", "カクウセイ"):
        [hit] = place.own(place.rival).search(name)
        assert (hit.business_id, hit.name, hit.status) == (business_id, NAME, "active")
        assert hit.corporate_number == NUMBER
        assert hit.open_classes == []
        assert hit.made_up
    assert place.own(place.rival).search("存在しない名前") == []


def test_a_corporate_number_leads_to_its_body(place: Place, business_id: UUID) -> None:
    supporter = place.own(place.supporter)
    found = supporter.corporate_number(NUMBER)
    assert (found.numbers, found.end, found.name) == ([NUMBER], "living", NAME)
    assert (found.business_id, found.succeeded_by) == (business_id, None)
    with pytest.raises(BadInput, match="検査用数字"):
        supporter.corporate_number("1" * 13)
    with pytest.raises(BadInput):
        supporter.corporate_number("12")


def test_the_business_signs_in_as_the_one_that_filed(place: Place, business_id: UUID) -> None:
    me = place.business().me()
    assert me.role == "business"
    assert me.business is not None
    assert (me.business.business_id, me.business.name) == (business_id, NAME)
    assert "business:disclosure_requests:answer" in me.permissions
    assert me.institution is None


def test_the_supporter_is_known_with_its_institution(place: Place) -> None:
    me = place.own(place.supporter).me()
    assert me.recipient == 5
    assert me.institution is not None
    assert me.institution.name == "見本よろず支援拠点"


def test_ask_approve_read_revoke(place: Place, business_id: UUID) -> None:
    supporter, business = place.own(place.supporter), place.business()
    with pytest.raises(NotAllowed) as caught:
        supporter.reveal(business_id)
    assert caught.value.why
    asked = ask(place, business_id, message="よろしくお願いします。")
    assert (asked.state, asked.data_classes, asked.approved_classes) == ("pending", [1, 6], None)
    assert asked.institution.name == "見本よろず支援拠点"
    assert asked.valid_until == datetime.combine(
        NEXT_YEAR + timedelta(days=1), datetime.min.time(), UTC
    ) - timedelta(hours=9)
    [waiting] = business.disclosure_requests("pending")
    assert waiting.request_id == asked.request_id
    assert waiting.requested_by_name == "supporterさん"
    assert waiting.business.name == NAME

    answered = business.answer(asked.request_id, [6])
    assert (answered.state, answered.approved_classes) == ("partly_approved", [6])
    seen = supporter.reveal(business_id)
    assert seen.open_classes == [6]
    assert {each.data_class for each in seen.values if each.basis != "open"} == {6}
    assert any(each.layer == "filing" for each in seen.values)
    assert any(each.layer == "master" for each in seen.values)
    assert seen.ledger_entry is not None
    [hit] = supporter.search("架空製作")
    assert hit.open_classes == [6]
    with pytest.raises(NotAllowed):
        place.own(place.rival).reveal(business_id)

    revoked = business.revoke(asked.request_id)
    assert revoked.state == "revoked"
    with pytest.raises(NotAllowed):
        supporter.reveal(business_id)
    assert supporter.disclosure_request(asked.request_id).state == "revoked"


def test_a_request_refused_withdrawn_and_answered_twice(place: Place, business_id: UUID) -> None:
    supporter, business = place.own(place.supporter), place.business()
    refused = business.answer(ask(place, business_id).request_id, [])
    assert (refused.state, refused.approved_classes) == ("refused", [])
    with pytest.raises(Conflict):
        business.answer(refused.request_id, [1])
    asked = ask(place, business_id)
    assert supporter.withdraw(asked.request_id).state == "withdrawn"
    with pytest.raises(Conflict):
        business.answer(asked.request_id, [1])
    with pytest.raises(NotFound):
        place.own(place.rival).disclosure_request(asked.request_id)
    with pytest.raises(NotFound):
        supporter.disclosure_request(uuid4())


def test_requests_that_are_refused(place: Place, business_id: UUID) -> None:
    supporter = place.own(place.supporter)
    with pytest.raises(NotAllowed):  # 承継情報 is over the ceiling of a consultation
        ask(place, business_id, (4,))
    with pytest.raises(NotFound):
        ask(place, uuid4())
    with pytest.raises(BadInput):
        supporter.request_disclosure(business_id, 6, "x", [1], date(2020, 1, 1))
    for question in (([], NEXT_YEAR), ([14], NEXT_YEAR), (["x"], NEXT_YEAR)):
        with pytest.raises(BadInput) as caught:
            supporter.request_disclosure(business_id, 6, "x", *question)
        assert caught.value.members["faults"]
    with pytest.raises(NotAllowed):
        place.business().request_disclosure(business_id, 6, "x", [1], NEXT_YEAR)


NO_DATE = "日付 (YYYY-MM-DD) か"


@pytest.mark.parametrize(
    ("changed", "where", "what"),
    [
        ({"data_classes": [1, 1]}, "本文の data_classes", "二度"),
        ({"programmes": ["04", "04"]}, "本文の programmes", "二度"),
        ({"fiscal_years": [2022, 2022]}, "本文の fiscal_years", "二度"),
        ({"fiscal_years": ["2022"]}, "本文の fiscal_years の1番目", "整数"),
        ({"valid_until": "9999-12-31"}, "本文の valid_until", "2100-12-31 まで"),
        ({"valid_until": "2101-01-01"}, "本文の valid_until", "2100-12-31 まで"),
        ({"valid_until": "9999-12-31T23:59:59-12:00"}, "本文の valid_until", "2100-12-31 まで"),
        ({"valid_until": "10000-01-01"}, "本文の valid_until", NO_DATE),
        ({"valid_until": "2027-02-30"}, "本文の valid_until", NO_DATE),
        ({"valid_until": "tomorrow"}, "本文の valid_until", NO_DATE),
        ({"valid_until": 1900000000}, "本文の valid_until", NO_DATE),
        ({"valid_until": "2099-01-01T00:00:00"}, "本文の valid_until", NO_DATE),
        ({"valid_until": None}, "本文の valid_until", NO_DATE),
    ],
    ids=str,
)
def test_a_question_that_makes_no_sense_is_refused_with_its_place(
    place: Place, business_id: UUID, changed: dict[str, Any], where: str, what: str
) -> None:
    answer = _asked(place, business_id, changed)
    assert answer.status_code == 422
    [fault] = answer.json()["faults"]
    assert fault["where"] == where
    assert what in fault["what"]


@pytest.mark.parametrize("past", ["2020-01-01", "0001-01-01", "2020-01-01T00:00:00+09:00"])
def test_a_request_until_the_past_is_refused(place: Place, business_id: UUID, past: str) -> None:
    answer = _asked(place, business_id, {"valid_until": past})
    assert answer.status_code == 422
    assert answer.json()["what"] == "有効期限がすでに過ぎています。"


def test_the_last_day_is_a_day(place: Place, business_id: UUID) -> None:
    answer = _asked(place, business_id, {"valid_until": "2100-12-31"})
    assert answer.status_code == 201
    assert datetime.fromisoformat(answer.json()["valid_until"]) == datetime(
        2100, 12, 31, 15, tzinfo=UTC
    )


def test_an_answer_names_each_data_class_once(place: Place, business_id: UUID) -> None:
    asked, business = ask(place, business_id), place.business()
    with pytest.raises(BadInput) as caught:
        business.answer(asked.request_id, [6, 6])
    assert caught.value.members["faults"][0]["where"] == "本文の approved_classes"
    assert business.answer(asked.request_id, []).state == "refused"


def _asked(place: Place, business_id: UUID, changed: dict[str, Any]) -> httpx.Response:
    question = {
        "business_id": str(business_id),
        "purpose": 6,
        "purpose_text": "補助金のご相談に使います。",
        "data_classes": [1, 6],
        "valid_until": str(NEXT_YEAR),
    }
    return httpx.post(
        f"{place.url}/api/v1/disclosure_requests",
        json=question | changed,
        headers={"Authorization": f"Bearer {place.own(place.supporter).token}"},
        trust_env=False,
    )


def test_a_moment_may_be_given_for_a_day(place: Place, business_id: UUID) -> None:
    until = datetime.now(UTC) + timedelta(days=3)
    asked = place.own(place.supporter).request_disclosure(business_id, 6, "x", [1], until)
    assert asked.valid_until == until
    business = place.business()
    sooner = until - timedelta(days=1)
    assert business.answer(asked.request_id, [1], sooner).granted_until == sooner
    business.revoke(asked.request_id)


def test_public_facts_are_for_everybody_and_leave_no_entry(place: Place, business_id: UUID) -> None:
    business = place.business()
    before = business.ledger(limit=1)
    for who in (place.rival, place.analyst):
        facts = place.own(who).public_facts(business_id)
        assert facts.ledger_entry is None
        assert {(each.layer, each.source) for each in facts.values} == {("open", "nta")}
        assert NAME in {each.value for each in facts.values}
    assert business.ledger(limit=1) == before
    with pytest.raises(NotFound):
        place.own(place.rival).public_facts(uuid4())


def test_the_business_reads_its_own(place: Place, business_id: UUID, pushed) -> None:
    business = place.business()
    own = business.reveal(business_id)
    assert own.purpose == 3
    assert 9 not in own.open_classes  # 審査情報 is not shown to applicants
    assert [each.filing_id for each in business.filings(business_id)] == [pushed.filing_id]
    filing = business.filing(pushed.filing_id)
    assert {each.filing_id for each in filing.values} == {pushed.filing_id}
    with pytest.raises(NotFound):
        business.filing(uuid4())


def test_an_officer_reads_inside_the_administration(place: Place, business_id: UUID) -> None:
    officer = place.own(place.officer)
    assert officer.reveal(business_id).purpose == 2
    assert officer.filings(business_id)


def test_an_analyst_gets_no_values(place: Place, business_id: UUID) -> None:
    with pytest.raises(NotAllowed):
        place.own(place.analyst).reveal(business_id, purpose=1)


def test_the_ledger_shows_reads_and_refusals(place: Place, business_id: UUID) -> None:
    rival, business = place.own(place.rival), place.business()
    with pytest.raises(NotAllowed) as caught:
        rival.reveal(business_id)
    entry = business.ledger(limit=1)[0]
    assert entry.entry_id == caught.value.members["ledger_entry"]
    assert (entry.allowed, entry.who) == (False, "rivalさん")
    assert entry.institution_name == "見本商工会議所"
    assert entry.through == "api GET /api/v1/businesses/{business_id}"
    own = business.reveal(business_id)
    newest, before = business.ledger(limit=2)
    assert (newest.entry_id, newest.allowed, newest.purpose) == (own.ledger_entry, True, 3)
    assert newest.items
    assert set(newest.data_classes) <= set(own.open_classes)
    assert before.entry_id == entry.entry_id
    assert business.ledger(limit=1, offset=1)[0].entry_id == entry.entry_id


def test_consents_are_listed_and_withdrawn(place: Place, pushed) -> None:
    business = place.business()
    [given] = business.consents()
    assert (given.filing_id, given.answer) == (pushed.filing_id, "given")
    assert (given.programme, given.fiscal_year) == ("04", 2022)

    def withdraw(person: MirasapoClient) -> str:
        try:
            return person.withdraw_consent(pushed.filing_id).answer
        except Conflict as refusal:
            return refusal.code

    # two windows at once: one waits while the other is at it, so only one can find it given
    held = text("SELECT pg_advisory_xact_lock(hashtextextended('trust.consent/' || :filing, 0))")
    waiting = text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
    other = place.business()
    with ThreadPoolExecutor() as window:
        with place.platform.databases.intake.begin() as conn:
            conn.execute(held, {"filing": str(pushed.filing_id)})
            asked = window.submit(withdraw, other)
            while not conn.execute(waiting).scalar_one():
                assert not asked.done()
        assert asked.result() == "withdrawn"
    assert withdraw(business) == "conflict"
    [withdrawn] = business.consents()
    assert withdrawn.answer == "withdrawn"
    with pytest.raises(NotFound):
        business.withdraw_consent(uuid4())


def test_the_vocabulary_has_names_and_the_own_ceiling(place: Place) -> None:
    words = place.own(place.supporter).vocabulary()
    assert [each.number for each in words.data_classes] == list(range(1, 14))
    assert words.ceiling[6] == [1, 2, 3, 6, 7, 8, 10, 11, 12]
    assert len(words.programmes) == 16
    tables = {each.table: each for each in words.tables}
    assert tables["financial_statement"].label_ja == "財務(決算期)"
    assert len(tables["financial_statement"].row_key) == 1
    assert place.business().vocabulary().ceiling[3] == [1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13]


# ── portal kernels ────────────────────────────────────────────────────────────────────────────


def test_a_kernel_speaks_for_its_browser_session(place: Place, business_id: UUID) -> None:
    gateway = place.platform.databases.gateway
    browser = Browser(place.app)
    browser.sign_in_own(place.supporter)
    cookie = browser.cookies[sessions.COOKIE]
    with gateway.begin() as conn:
        ticket = kernel_tickets.issue(conn, sessions.digest(cookie), datetime.now(UTC))
    kernel = place.visitor().sign_in_kernel(ticket)
    assert kernel.me().role == "supporter"
    with pytest.raises(NotAllowed):
        kernel.reveal(business_id)
    assert place.business().ledger(limit=1)[0].through.startswith("portal GET ")
    with pytest.raises(NotAllowed):
        kernel.sign_out()
    with pytest.raises(NotSignedIn):
        place.visitor().sign_in_kernel(ticket)
    with gateway.begin() as conn:
        sessions.end(conn, sessions.digest(cookie))
    with pytest.raises(NotSignedIn):
        kernel.me()


# ── the client ────────────────────────────────────────────────────────────────────────────────


def test_signing_in_as_other_kinds_of_account(place: Place) -> None:
    for persona, kind in (("entry", "エントリー"), ("member", "メンバー")):
        with pytest.raises(NotAllowed, match=kind):
            place.visitor().sign_in_business(persona)
    with pytest.raises(NotSignedIn):
        place.visitor().sign_in_business("nobody")
    sole = place.visitor().sign_in_business("sole_proprietor").me()
    assert sole.business is not None
    assert sole.business.corporate_number is None


def test_nothing_is_sent_to_a_real_provider() -> None:
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.host)
        return httpx.Response(303, headers={"Location": "https://gbiz-id.example/oauth/authorize"})

    with (
        MirasapoClient("http://localhost", transport=httpx.MockTransport(answer)) as client,
        pytest.raises(NotFound, match="代役"),
    ):
        client.sign_in_business("prime")
    assert asked == ["localhost"]


def test_signing_in_wrongly(place: Place) -> None:
    client = place.visitor()
    with pytest.raises(NotSignedIn):
        client.sign_in_own(place.officer, "wrong")
    with pytest.raises(NotSignedIn):
        client.sign_in_client(place.client[0], "wrong")
    with pytest.raises(BadInput):
        client.sign_in_client(*place.client, scope="everything")
    with pytest.raises(NotSignedIn):
        client.me()
    assert client.token is None


def test_signing_out_ends_the_session(place: Place) -> None:
    with place.business() as business:
        token = business.token
        business.sign_out()
        assert business.token is None
        with pytest.raises(NotSignedIn):
            place.visitor(token).me()


def test_pages_are_asked_for_as_a_browser_does(place: Place) -> None:
    stranger, business = place.visitor(), place.business()
    assert stranger.page("/") == 200
    assert stranger.page("/portal/business") == 303  # to the sign-in page
    assert business.page("/") == 303  # to the own portal
    assert business.page("/portal/supporter") == 403
    assert place.own(place.supporter).page("/portal/business") == 403
    assert business.page("/nothing") == 404
    business.sign_out()
    assert business.page("/") == 200


def test_one_client_signs_in_as_one_after_the_other(place: Place) -> None:
    client = place.business()
    first = client.token
    assert client.sign_in_own(place.officer, PASSWORD).me().role == "officer"
    # the business's session is another one and still there
    assert place.visitor(first).me().role == "business"


def test_a_server_that_is_away() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with (
        MirasapoClient(f"http://127.0.0.1:{port}", timeout=2) as client,
        pytest.raises(NotReady, match=str(port)),
    ):
        client.me()


@pytest.mark.parametrize(
    ("status", "kind"), [(401, NotSignedIn), (404, NotFound), (502, Upstream), (418, Upstream)]
)
def test_refusals_that_are_not_the_apis_own(status: int, kind: type) -> None:
    transport = httpx.MockTransport(lambda _request: httpx.Response(status, text="<html>"))
    with pytest.raises(kind):
        MirasapoClient("http://localhost", "token", transport=transport).me()


@pytest.mark.parametrize("body", [b"<html>", b"{}", b"[]"])
def test_answers_that_cannot_be_read(body: bytes) -> None:
    transport = httpx.MockTransport(lambda _request: httpx.Response(200, content=body))
    with pytest.raises(Upstream):
        MirasapoClient("http://localhost", "token", transport=transport).me()


# ── the definition ────────────────────────────────────────────────────────────────────────────


def test_answers_fit_the_definition(place: Place, business_id: UUID, pushed) -> None:
    ask(place, business_id)
    document = place.app.openapi()
    business = place.business()
    for path, address in {
        "/api/v1/businesses": "/api/v1/businesses?name=架空",
        "/api/v1/businesses/{business_id}": f"/api/v1/businesses/{business_id}",
        "/api/v1/businesses/{business_id}/public_facts": (
            f"/api/v1/businesses/{business_id}/public_facts"
        ),
        "/api/v1/businesses/{business_id}/filings": f"/api/v1/businesses/{business_id}/filings",
        "/api/v1/filings/{filing_id}": f"/api/v1/filings/{pushed.filing_id}",
        "/api/v1/disclosure_requests": "/api/v1/disclosure_requests",
        "/api/v1/ledger_entries": "/api/v1/ledger_entries",
        "/api/v1/consents": "/api/v1/consents",
        "/api/v1/me": "/api/v1/me",
        "/api/v1/me/prefill": "/api/v1/me/prefill?programme=04",
    }.items():
        answer = business._call("GET", address).json()
        assert answer.get("results", True), path
        content = document["paths"][path]["get"]["responses"]["200"]["content"]
        schema = content["application/json"]["schema"]
        jsonschema_rs.validate({**schema, "components": document["components"]}, answer)
        _only_documented(document, schema, answer, path)


def test_a_form_is_filled_in_and_a_value_put_right(place: Place, business_id: UUID) -> None:
    key = "business_identity.employee_count"

    def field(person: MirasapoClient, path: str) -> dict[str, Any]:
        answer = person._call("GET", f"/api/v1/{path}/prefill?programme=13").json()
        assert answer["ledger_entry"]
        return next(each for each in answer["fields"] if each["item_key"] == key)

    business, officer = place.business(), place.own("officer")
    corrected = business._call(
        "POST", "/api/v1/me/corrections", json={"item": key, "value": 4321}
    ).json()
    assert corrected["applied"] is True
    assert uuid_of(corrected) == business_id
    for person, path in ((business, "me"), (officer, f"businesses/{business_id}")):
        (value,) = field(person, path)["values"]
        assert (value["value"], value["source"], value["locked"]) == (4321, "portal", False)
    with pytest.raises(NotAllowed):
        place.own("supporter")._call(
            "GET", f"/api/v1/businesses/{business_id}/prefill?programme=04"
        )
    for person in (officer, place.own("supporter")):
        for method, path, question in (
            ("POST", "me/corrections", {"json": {"item": key, "value": 1}}),
            ("GET", "me/prefill?programme=04", {}),
        ):
            with pytest.raises(NotAllowed):
                person._call(method, f"/api/v1/{path}", **question)
    for question in ({"item": key, "value": "many"}, {"item": key}, {"item": key, "value": [1]}):
        with pytest.raises(BadInput):
            business._call("POST", "/api/v1/me/corrections", json=question)
    with pytest.raises(BadInput):
        business._call("GET", "/api/v1/me/prefill?programme=99")


def uuid_of(answer: dict[str, Any]) -> UUID:
    return UUID(answer["business_id"])


def _only_documented(document: Any, schema: Any, answer: Any, where: str) -> None:
    """Every member of an answer is documented, and every documented member is there."""
    if "$ref" in schema:
        schema = document["components"]["schemas"][schema["$ref"].rsplit("/", 1)[-1]]
    if "anyOf" in schema and answer is not None:
        schema = schema["anyOf"][0]
        _only_documented(document, schema, answer, where)
    elif isinstance(answer, dict) and "properties" in schema:
        assert set(answer) == set(schema["properties"]), where
        for name, value in answer.items():
            _only_documented(document, schema["properties"][name], value, f"{where}.{name}")
    elif isinstance(answer, list) and answer and "items" in schema:
        for value in answer[:3]:
            _only_documented(document, schema["items"], value, f"{where}[]")
