"""Signing in and out as browsers do: two ways in, and what every trick gets."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import func, select, update

from mirasapo.app.root import Platform
from mirasapo.identity import own_id, sessions
from mirasapo.identity.stand_in import Fault
from mirasapo.identity.stand_in.personas import DEFAULTS
from mirasapo.store.tables import account, business, session, sign_in
from mirasapo_api.app import create_app
from tests.api.visitors import BASE, PASSWORD, Browser, Script, send


@pytest.fixture(scope="module")
def officer(platform: Platform) -> str:
    name = f"officer-{uuid4()}"
    with platform.databases.gateway.begin() as conn:
        own_id.create_account(
            conn, role="officer", name=name, password=PASSWORD, display_name="担当官 山田"
        )
    return name


def session_count(platform: Platform) -> int:
    with platform.databases.gateway.connect() as conn:
        return conn.scalars(select(func.count()).select_from(session)).one()


# ── GビズID ───────────────────────────────────────────────────────────────────────────────────


def test_a_prime_account_comes_in(platform: Platform, browser: Browser) -> None:
    answer = browser.sign_in_gbizid(next_path="/portal/business")
    assert (answer.status_code, answer.headers["location"]) == (303, "/portal/business")
    me = browser.get("/api/v1/me").json()
    assert (me["role"], me["recipient"]) == ("business", 7)
    assert me["display_name"] == DEFAULTS["prime"].name
    with platform.databases.intake.connect() as conn:
        row = conn.execute(
            select(business).where(
                business.c.corporate_number == DEFAULTS["prime"].corporate_number
            )
        ).one()
    assert str(row.business_id) == me["business"]["business_id"]
    assert row.made_up is True


def test_a_sole_proprietor_comes_in_without_a_corporate_number(
    platform: Platform, browser: Browser
) -> None:
    assert browser.sign_in_gbizid("sole_proprietor").status_code == 303
    me = browser.get("/api/v1/me").json()
    assert me["business"]["corporate_number"] is None
    with platform.databases.intake.connect() as conn:
        row = conn.execute(
            select(business).where(business.c.sole_proprietor_key.is_not(None))
        ).one()
    assert row.sole_proprietor_key == DEFAULTS["sole_proprietor"].corporate_number
    assert row.corporate_number is None


def test_the_same_person_is_the_same_account(platform: Platform, app: FastAPI) -> None:
    first, second = Browser(app), Browser(app)
    first.sign_in_gbizid()
    second.sign_in_gbizid()
    ids = {each.get("/api/v1/me").json()["account_id"] for each in (first, second)}
    assert len(ids) == 1


def test_the_cookie_is_for_this_host_only_and_out_of_reach_of_scripts(browser: Browser) -> None:
    answer = browser.sign_in_gbizid()
    [line] = [
        line for line in answer.headers.get_list("set-cookie") if line.startswith(sessions.COOKIE)
    ]
    parts = {part.strip().lower() for part in line.split(";")[1:]}
    assert {"httponly", "secure", "path=/", "samesite=lax"} <= parts
    assert not any(part.startswith("domain") for part in parts)


@pytest.mark.parametrize(("persona", "kind"), [("entry", "エントリー"), ("member", "メンバー")])
def test_other_accounts_get_a_page_that_says_why(
    platform: Platform, browser: Browser, persona: str, kind: str
) -> None:
    before = session_count(platform)
    answer = browser.sign_in_gbizid(persona)
    assert answer.status_code == 403
    assert answer.headers["content-type"].startswith("text/html")
    assert f"GビズID{kind}はご利用いただけません。" in answer.text
    assert sessions.COOKIE not in browser.cookies
    assert session_count(platform) == before


@pytest.mark.parametrize("fault", Fault)
def test_a_hostile_answer_opens_no_session(
    platform: Platform, make_app: Callable[..., FastAPI], fault: Fault
) -> None:
    before = session_count(platform)
    browser = Browser(make_app(fault))
    answer = browser.sign_in_gbizid()
    assert answer.status_code == 401
    assert sessions.COOKIE not in browser.cookies
    assert session_count(platform) == before


def test_an_altered_state_is_refused(browser: Browser) -> None:
    back = browser.choose(browser.begin_gbizid())
    assert browser.get(back.replace("state=", "state=x")).status_code == 401
    # the right one still works: a stranger cannot spoil it
    assert browser.get(back).status_code == 303


def test_a_callback_in_another_browser_is_refused(app: FastAPI, browser: Browser) -> None:
    back = browser.choose(browser.begin_gbizid())
    other = Browser(app)
    assert other.get(back).status_code == 401
    other.begin_gbizid()  # even one with a sign-in of its own under way
    assert other.get(back).status_code == 401
    assert browser.get(back).status_code == 303


def test_a_callback_works_once(browser: Browser) -> None:
    back = browser.choose(browser.begin_gbizid())
    assert browser.get(back).status_code == 303
    assert browser.get(back).status_code == 401


def test_a_callback_after_ten_minutes_is_refused(platform: Platform, browser: Browser) -> None:
    back = browser.choose(browser.begin_gbizid())
    with platform.databases.gateway.begin() as conn:
        conn.execute(update(sign_in).values(expires_at=datetime.now(UTC)))
    assert browser.get(back).status_code == 401


def test_a_callback_of_another_issuer_is_refused(browser: Browser) -> None:
    back = browser.choose(browser.begin_gbizid())
    assert browser.get(f"{back}&iss=https%3A%2F%2Fother.example%2F").status_code == 401


def test_a_sign_in_given_up_at_the_provider(browser: Browser) -> None:
    state = parse_qs(urlsplit(browser.begin_gbizid()).query)["state"][0]
    answer = browser.get(f"/auth/gbizid/callback?error=access_denied&state={state}")
    assert answer.status_code == 401
    assert "途中で終わりました" in answer.text


def test_two_tabs_may_sign_in_at_once(browser: Browser) -> None:
    one, two = browser.begin_gbizid("/one"), browser.begin_gbizid("/two")
    back_one, back_two = browser.choose(one), browser.choose(two)
    assert browser.get(back_two).headers["location"] == "/two"
    assert browser.get(back_one).headers["location"] == "/one"


def test_a_closed_account_stays_out(platform: Platform, app: FastAPI) -> None:
    browser = Browser(app)
    browser.sign_in_gbizid("sole_proprietor")
    closed = update(account).where(account.c.sub == DEFAULTS["sole_proprietor"].sub)
    with platform.databases.gateway.begin() as conn:
        conn.execute(closed.values(closed_at=datetime.now(UTC)))
    try:
        assert browser.get("/api/v1/me").status_code == 401
        assert Browser(app).sign_in_gbizid("sole_proprietor").status_code == 403
    finally:
        with platform.databases.gateway.begin() as conn:
            conn.execute(closed.values(closed_at=None))


def test_a_provider_that_is_down_is_said_on_a_page(platform: Platform) -> None:
    async def nobody(_scope: object, _receive: object, _send: object) -> None:
        raise httpx.ConnectError("refused")

    app = create_app(platform, openid_transport=httpx.ASGITransport(nobody))
    answer = Browser(app).get("/auth/gbizid/start")
    assert answer.status_code == 502
    assert "GビズIDに接続できませんでした" in answer.text


# ── the stand-in ──────────────────────────────────────────────────────────────────────────────


def test_the_stand_in_is_off_unless_asked_for(make_app: Callable[..., FastAPI]) -> None:
    app = make_app(stand_in=False)
    for path in ("authorize", ".well-known/openid-configuration", "keys"):
        assert send(app, "GET", f"/stand-in/gbizid/{path}").status_code == 404
    assert "デモ用の代役" not in Browser(app).get("/login").text


def test_the_stand_in_says_what_it_is_and_asks_nothing_of_others(browser: Browser) -> None:
    page = browser.get(browser.begin_gbizid())
    assert page.status_code == 200
    assert "これは本物のGビズIDではありません(デモ用の代役)" in page.text
    for persona in DEFAULTS.values():
        assert persona.label in page.text
    assert "http://" not in page.text.replace(BASE, "")
    assert "https://" not in page.text
    assert "<script" not in page.text
    assert "default-src 'none'" in page.headers["content-security-policy"]


@pytest.mark.parametrize(
    ("changed", "status", "error"),
    [
        ({"client_id": "other"}, 400, None),
        ({"redirect_uri": "https://other.example/callback"}, 400, None),
        ({"response_type": "token"}, 303, "unsupported_response_type"),
        ({"scope": "profile"}, 303, "invalid_scope"),
        ({"code_challenge_method": "plain"}, 303, "invalid_request"),
        ({"persona": "somebody else"}, 303, "access_denied"),
    ],
)
def test_questions_that_the_stand_in_refuses(
    browser: Browser, changed: dict[str, str], status: int, error: str | None
) -> None:
    address = browser.begin_gbizid()
    question = {key: value[0] for key, value in parse_qs(urlsplit(address).query).items()}
    answer = browser.post(address.partition("?")[0], {**question, "persona": "prime", **changed})
    assert answer.status_code == status
    back = parse_qs(urlsplit(answer.headers.get("location", "")).query)
    assert back.get("error") == ([error] if error else None)
    assert "code" not in back


def test_personas_of_a_file_replace_and_add(platform: Platform, app: FastAPI) -> None:
    path: Path = platform.settings.home / "stand_in_personas.json"
    path.write_text(
        '{"prime": {"name": "置き換えた株式会社"},'
        ' "second": {"sub": "s2", "label": "二社目", "account_type": "2", "corp_type": "1",'
        ' "corporate_number": "3999901000005", "name": "二社目株式会社", "prefecture": "31",'
        ' "address1": "x", "rep_last_nm": "x", "rep_first_nm": "x"}}',
        encoding="utf-8",
    )
    try:
        first, second = Browser(app), Browser(app)
        first.sign_in_gbizid("prime")
        second.sign_in_gbizid("second")
        assert first.get("/api/v1/me").json()["display_name"] == "置き換えた株式会社"
        assert second.get("/api/v1/me").json()["display_name"] == "二社目株式会社"
    finally:
        path.unlink()


# ── ミラサポconnect ID ───────────────────────────────────────────────────────────────────────


def test_the_sign_in_page_has_both_ways(browser: Browser) -> None:
    page = browser.get("/login?next=/portal/supporter")
    assert page.status_code == 200
    assert 'href="/auth/gbizid/start?next=%2Fportal%2Fsupporter"' in page.text
    assert 'action="/auth/own"' in page.text
    assert 'name="next" value="/portal/supporter"' in page.text
    assert 'lang="ja"' in page.text


def test_an_officer_comes_in_with_the_own_id(browser: Browser, officer: str) -> None:
    answer = browser.sign_in_own(officer, next="/api/v1/me")
    assert (answer.status_code, answer.headers["location"]) == (303, "/api/v1/me")
    me = browser.get("/api/v1/me").json()
    assert (me["role"], me["recipient"], me["business"]) == ("officer", 2, None)


@pytest.mark.parametrize(
    "next_path", ["/portal/supporter", "/portal/business", "/portal/supporter?x=1"]
)
def test_a_portal_of_others_is_not_where_a_sign_in_ends(
    browser: Browser, officer: str, next_path: str
) -> None:
    answer = browser.sign_in_own(officer, next=next_path)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert "行政の方ができること" in browser.get("/").text


def test_a_business_that_began_at_the_supporters_link_comes_to_its_own_portal(
    browser: Browser,
) -> None:
    assert browser.sign_in_gbizid(next_path="/portal/supporter").headers["location"] == "/"
    assert browser.get("/").headers["location"] == "/portal/business"


def test_a_wrong_password_is_said_on_the_page(browser: Browser, officer: str) -> None:
    answer = browser.sign_in_own(officer, "wrong", next="/portal/officer")
    assert answer.status_code == 401
    assert "サインインできませんでした。" in answer.text
    assert 'role="alert"' in answer.text
    assert 'value="/portal/officer"' in answer.text
    assert sessions.COOKIE not in browser.cookies


def test_what_was_typed_is_not_repeated_on_the_page(browser: Browser) -> None:
    answer = browser.sign_in_own("<script>alert(1)</script>", "wrong", next="/<b>")
    assert "<script>alert" not in answer.text
    assert "<b>" not in answer.text


@pytest.mark.parametrize(
    "next_path",
    [
        "https://other.example/",
        "//other.example/",
        "/\\other.example/",
        "\\\\other.example",
        "/a\nSet-Cookie: x=1",
        "javascript:alert(1)",
        "",
    ],
)
def test_no_redirect_leads_to_another_site(browser: Browser, officer: str, next_path: str) -> None:
    assert browser.sign_in_own(officer, next=next_path).headers["location"] == "/"


def test_signing_in_again_ends_the_session_before(browser: Browser, officer: str) -> None:
    browser.sign_in_own(officer)
    old = browser.cookies[sessions.COOKIE]
    browser.sign_in_own(officer)
    assert browser.cookies[sessions.COOKIE] != old
    stale = Browser(browser.app, {sessions.COOKIE: old})
    assert stale.get("/api/v1/me").status_code == 401


# ── the end of a session ──────────────────────────────────────────────────────────────────────


def test_signing_out_needs_the_csrf_token(browser: Browser, officer: str) -> None:
    browser.sign_in_own(officer)
    assert browser.post("/logout").status_code == 403
    assert browser.post("/logout", {"csrf_token": "wrong"}).status_code == 403
    assert browser.get("/api/v1/me").status_code == 200


def test_signing_out_by_the_form_on_the_page(browser: Browser, officer: str) -> None:
    browser.sign_in_own(officer)
    stale = Browser(browser.app, dict(browser.cookies))
    page = browser.get("/logout")
    assert f'value="{browser.csrf}"' in page.text
    answer = browser.post("/logout", {"csrf_token": browser.csrf})
    assert answer.status_code == 200
    assert sessions.COOKIE not in browser.cookies
    assert browser.get("/api/v1/me").status_code == 401
    assert stale.get("/api/v1/me").status_code == 401


def test_a_business_is_told_that_gbizid_may_remain(browser: Browser, officer: str) -> None:
    browser.sign_in_gbizid()
    page = browser.post("/logout", {"csrf_token": browser.csrf})
    assert "GビズIDのサインインは残っている" in page.text
    browser.sign_in_own(officer)
    page = browser.post("/logout", {"csrf_token": browser.csrf})
    assert "GビズIDのサインインは残っている" not in page.text


def test_signing_out_without_a_session_is_no_error(browser: Browser) -> None:
    assert browser.get("/logout").headers["location"] == "/"
    assert browser.post("/logout").status_code == 200


def test_others_are_told_when_a_session_ends(
    make_app: Callable[..., FastAPI], officer: str
) -> None:
    app = make_app()
    told: list[bytes] = []
    app.state.on_session_end.append(told.append)
    browser = Browser(app)
    browser.sign_in_own(officer)
    cookie = browser.cookies[sessions.COOKIE]
    browser.post("/logout", {"csrf_token": browser.csrf})
    assert told == [sessions.digest(cookie)]


def test_a_row_deleted_on_the_server_ends_it_at_once(
    platform: Platform, browser: Browser, officer: str
) -> None:
    browser.sign_in_own(officer)
    assert browser.get("/api/v1/me").status_code == 200
    with platform.databases.gateway.begin() as conn:
        sessions.end(conn, sessions.digest(browser.cookies[sessions.COOKIE]))
    assert browser.get("/api/v1/me").status_code == 401


# ── changes by cookie ─────────────────────────────────────────────────────────────────────────


def test_a_change_by_cookie_needs_the_csrf_token(browser: Browser, officer: str) -> None:
    browser.sign_in_own(officer)
    assert browser.post("/api/v1/sessions").status_code == 403
    answer = browser.post("/api/v1/sessions", **{"X-CSRF-Token": browser.csrf})
    assert answer.status_code == 201


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://other.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost:8001"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_a_change_from_another_site_is_refused(
    browser: Browser, officer: str, headers: dict[str, str]
) -> None:
    browser.sign_in_own(officer)
    csrf = browser.csrf
    answer = browser.post("/api/v1/sessions", **{"X-CSRF-Token": csrf, **headers})
    assert (answer.status_code, answer.json()["code"]) == (403, "not_allowed")
    # the sign-in form as well: nobody is signed in as somebody else behind his back
    assert (
        browser.post("/auth/own", {"name": officer, "password": PASSWORD}, **headers).status_code
        == 403
    )


# ── tokens of scripts ─────────────────────────────────────────────────────────────────────────


def test_a_token_of_a_browser_session_ends_with_it(
    app: FastAPI, browser: Browser, officer: str
) -> None:
    browser.sign_in_own(officer)
    token = browser.post("/api/v1/sessions", **{"X-CSRF-Token": browser.csrf}).json()["token"]
    script = Script(app, token)
    assert script("GET", "/api/v1/me").json()["csrf_token"] is None
    browser.post("/logout", {"csrf_token": browser.csrf})
    assert script("GET", "/api/v1/me").status_code == 401


def test_a_script_signs_out_the_whole_sign_in(app: FastAPI, browser: Browser, officer: str) -> None:
    browser.sign_in_own(officer)
    token = browser.post("/api/v1/sessions", **{"X-CSRF-Token": browser.csrf}).json()["token"]
    assert Script(app, token)("DELETE", "/api/v1/sessions/current").status_code == 204
    assert browser.get("/api/v1/me").status_code == 401


def test_a_token_of_its_own(script: Script, officer: str) -> None:
    script.sign_in(officer)
    assert script("GET", "/api/v1/me").json()["role"] == "officer"
    assert script("DELETE", "/api/v1/sessions/current").status_code == 204
    assert script("GET", "/api/v1/me").status_code == 401


@pytest.mark.parametrize(
    "body", [{}, {"name": "x"}, {"name": "x", "password": "y", "role": "officer"}, [], "x"]
)
def test_sign_ins_that_cannot_be_read(script: Script, body: object) -> None:
    answer = script("POST", "/api/v1/sessions", json=body)
    assert answer.status_code == 422
    assert answer.json()["faults"]


def test_a_token_without_any_credentials(script: Script) -> None:
    assert script("POST", "/api/v1/sessions").status_code == 401


@pytest.mark.parametrize(
    "header", ["", "Bearer", "Bearer ", "Bearer wrong", "Basic eDp5", "Bearer a.b.c", "wrong"]
)
def test_credentials_that_are_none(app: FastAPI, header: str) -> None:
    answer = send(app, "GET", "/api/v1/me", headers={"Authorization": header})
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"


def test_a_bad_token_does_not_fall_back_to_the_cookie(browser: Browser, officer: str) -> None:
    browser.sign_in_own(officer)
    assert browser.get("/api/v1/me", Authorization="Bearer wrong").status_code == 401


def test_settings_of_a_real_provider(platform: Platform) -> None:
    """The issuer, the client and the address of the callback are configuration."""
    settings = dataclasses.replace(
        platform.settings,
        oidc_issuer="https://gbiz-id.example/oauth/",
        oidc_client_id="agency",
        base_url="https://connect.example",
    )
    app = create_app(dataclasses.replace(platform, settings=settings))
    registration = app.state.relying_party._registration
    assert registration.issuer == "https://gbiz-id.example/oauth/"
    assert registration.redirect_uri == "https://connect.example/auth/gbizid/callback"
    assert registration.scope == "openid profile"
    answer = send(app, "GET", "/login")
    assert "max-age=31536000" in answer.headers["strict-transport-security"]
