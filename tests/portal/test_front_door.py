"""The front door: what reaches Voila, and that nothing else does.

Both sides are real servers; `voila.reached` is what came through.
"""

from __future__ import annotations

import gzip
import http.client
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import httpx
import pytest
from fastapi import FastAPI
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect

from mirasapo.app.voila_server import VoilaAddress
from mirasapo_api import front_door, kernel_register
from mirasapo_api.front_door import FrontDoor
from mirasapo_api.kernel_register import KernelRegister
from mirasapo_api.visitors import Visitor
from tests.portal.dummy_voila import DummyVoila
from tests.portal.serving import served

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from starlette.requests import HTTPConnection

SECRET = "known to the front door and Voila only"
HTML = {"Accept": "text/html"}
ASSET = "/voila/voila/static/voila.js"
HASHED = "/voila/voila/labextensions/jupyter-vue/static/520.4077c2c4867af9b52fcb.js"
KERNEL_ID = re.compile(r'"kernelId": "([0-9a-f-]{36})"')


@dataclass
class FakeSessions:
    """Sessions by cookie value, which is also the hash; `ended` ones are over."""

    roles: dict[str, str] = field(
        default_factory=lambda: {
            "a": "business",
            "b": "business",
            "s": "supporter",
            "o": "officer",
            "n": "analyst",
            "m": "administrator",
        }
    )
    ended: set[bytes] = field(default_factory=set)

    def visitor(self, connection: HTTPConnection) -> Visitor | None:
        sid = connection.cookies.get("__Host-sid", "")
        if sid not in self.roles or sid.encode() in self.ended:
            return None
        return Visitor(sid.encode(), self.roles[sid], f"見本 {sid}")

    def ticket(self, visitor: Visitor) -> str:
        return f"ticket-of-{visitor.session_hash.decode()}"

    def alive(self, hashes: Collection[bytes]) -> set[bytes]:
        return set(hashes) - self.ended


@dataclass
class House:
    """The running front door, the Voila behind it, and visitors who knock."""

    address: str
    voila: DummyVoila
    sessions: FakeSessions
    door: FrontDoor

    @property
    def host(self) -> str:
        return urlsplit(self.address).netloc

    def knock(
        self, who: str | None, method: str, path: str, headers: dict[str, str] | None = None
    ) -> httpx.Response:
        """One request with the path exactly as written: nothing is normalised on the way."""
        connection = http.client.HTTPConnection(self.host, timeout=20)
        sent = {"Origin": self.address} if method not in ("GET", "HEAD") else {}
        sent |= {"Cookie": f"__Host-sid={who}; other=1"} if who else {}
        connection.putrequest(method, path, skip_accept_encoding=True)
        for name, value in (sent | (headers or {})).items():
            connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        received = [
            (name, value)
            for name, value in answer.getheaders()
            if name.lower() not in ("content-encoding", "transfer-encoding")
        ]
        response = httpx.Response(answer.status, headers=received, content=body)
        response.extensions["encoding"] = answer.getheader("content-encoding")
        return response

    def open_page(self, who: str, side: str = "business") -> str:
        """Open a portal; gives the id of its kernel."""
        page = self.knock(who, "GET", f"/portal/{side}", HTML)
        assert page.status_code == 200
        (kernel_id,) = KERNEL_ID.findall(page.text)
        return str(kernel_id)

    def channels(self, who: str | None, kernel_id: str, **given: object):
        headers = {"Cookie": f"__Host-sid={who}"} if who else {}
        origin = given.pop("origin", self.address)
        address = self.address.replace("http", "ws")
        path = given.pop("path", f"/voila/api/kernels/{kernel_id}/channels")
        return connect(
            f"{address}{path}", additional_headers=headers, origin=origin, proxy=None, **given
        )


@pytest.fixture(scope="module")
def street() -> Iterator[House]:
    """Both servers, for all tests of this file; the sweep runs more often than in earnest."""
    voila, sessions = DummyVoila(), FakeSessions()
    with pytest.MonkeyPatch.context() as patched, served(voila.app()) as upstream:
        patched.setattr(front_door, "SWEEP_SECONDS", 0.1)
        app = FastAPI()
        door = front_door.attach(app, FrontDoor(sessions, VoilaAddress(upstream, SECRET)))
        with served(app) as address:
            yield House(address, voila, sessions, door)


@pytest.fixture
def house(street: House) -> House:
    """The same house, with nobody in it and nothing remembered."""
    street.sessions.ended.clear()
    for kernel in street.door.kernels:
        street.door.kernels.forget(kernel)
    street.door.proxy._assets.clear()
    street.voila.ended.clear()
    street.voila.reached.clear()
    return street


# ── the table of attempts ─────────────────────────────────────────────────────────────────────


@pytest.fixture
def kernels(house: House) -> dict[str, str]:
    """A and B each have a page open; what that took is not counted."""
    found = {"A": house.open_page("a"), "B": house.open_page("b")}
    house.voila.reached.clear()
    return found


def test_own_kernel_connects_and_messages_pass_both_ways(
    house: House, kernels: dict[str, str]
) -> None:
    with house.channels(
        "b", kernels["B"], subprotocols=["v1.kernel.websocket.jupyter.org"]
    ) as page:
        assert page.subprotocol == "v1.kernel.websocket.jupyter.org"
        page.send("text")
        assert page.recv(10) == "echo text"
        page.send(b"\x00bytes")
        assert page.recv(10) == b"echo \x00bytes"
    (reached,) = house.voila.reached
    assert reached.headers["x-front-secret"] == SECRET
    assert "cookie" not in reached.headers
    assert "origin" not in reached.headers


@pytest.mark.parametrize(
    ("who", "whose", "changes"),
    [
        pytest.param(None, "B", {}, id="no cookie"),
        pytest.param("a", "B", {}, id="kernel of another session"),
        pytest.param("b", "B", {"origin": "https://evil.example"}, id="foreign origin"),
        pytest.param("b", "B", {"origin": None}, id="no origin"),
        pytest.param("b", "B", {"path": "/voila/voila/query/{kernel}"}, id="query of Voila"),
        pytest.param("b", "B", {"path": "/voila/voila/execution/{kernel}"}, id="execution"),
        pytest.param(
            "b", "B", {"path": "/voila/x/..%2fapi/kernels/{kernel}/channels"}, id="encoded dots"
        ),
        pytest.param("b", "B", {"path": "/other/api/kernels/{kernel}/channels"}, id="elsewhere"),
    ],
)
def test_websockets_that_are_refused(
    house: House, kernels: dict[str, str], who: str | None, whose: str, changes: dict[str, str]
) -> None:
    given = {name: text and text.format(kernel=kernels[whose]) for name, text in changes.items()}
    with pytest.raises(InvalidStatus) as refused, house.channels(who, kernels[whose], **given):
        pass
    assert refused.value.response.status_code == 403
    assert house.voila.reached == []


@pytest.mark.parametrize(
    ("who", "method", "path", "headers", "status"),
    [
        pytest.param(None, "GET", "/portal/business", HTML, 303, id="page, nobody, a browser"),
        pytest.param(None, "GET", "/portal/business", {}, 401, id="page, nobody, a program"),
        pytest.param(None, "GET", ASSET, {}, 401, id="asset, nobody"),
        pytest.param(None, "POST", "/voila/api/kernels", {}, 401, id="new kernel, nobody"),
        pytest.param(None, "POST", "/voila/api/kernels", HTML, 401, id="a browser's form, nobody"),
        pytest.param(None, "GET", "/voila/voila/render/business.ipynb", HTML, 303, id="render"),
        pytest.param("a", "GET", "/voila/api/kernels/{B}", {}, 404, id="other's kernel"),
        pytest.param("a", "DELETE", "/voila/api/kernels/{B}", {}, 404, id="end other's kernel"),
        pytest.param("a", "DELETE", "/voila/api/kernels/{A}", {}, 404, id="end own by the API"),
        pytest.param("a", "POST", "/voila/api/kernels/{A}/restart", {}, 404, id="restart own"),
        pytest.param("a", "POST", "/voila/voila/api/shutdown/{B}", {}, 404, id="shut other's down"),
        pytest.param("a", "GET", "/voila/voila/api/shutdown/{A}", {}, 404, id="shutdown by a link"),
        pytest.param("a", "GET", "/voila/voila/tree", HTML, 404, id="tree"),
        pytest.param("a", "GET", "/voila/voila/files/business.ipynb", {}, 404, id="files"),
        pytest.param("a", "GET", "/voila/voila/api/contents", {}, 404, id="contents"),
        pytest.param("a", "GET", "/voila/api/kernels", {}, 404, id="list of kernels"),
        pytest.param("a", "POST", "/voila/api/kernels", {}, 404, id="new kernel"),
        pytest.param("a", "GET", "/voila/voila/render/x.ipynb", HTML, 404, id="unlisted notebook"),
        pytest.param("a", "GET", "/voila/voila/render/business.ipynb", HTML, 404, id="by its path"),
        pytest.param("a", "GET", "/voila/", HTML, 404, id="root of Voila"),
        pytest.param("a", "GET", "/voila/login", HTML, 404, id="login of Voila"),
        pytest.param(
            "a", "GET", "/voila/voila/static/..%2f..%2fapi/contents", {}, 404, id="encoded dots"
        ),
        pytest.param("a", "GET", "/voila/voila/static/../../api/kernels", {}, 404, id="dots"),
        pytest.param("a", "GET", "/voila/voila/static/..\\..\\api", {}, 404, id="backslash"),
        pytest.param("a", "GET", "/voila/voila/static/%2e%2e/api", {}, 404, id="encoded point"),
        pytest.param("a", "GET", "/voila/voila/static//etc", {}, 404, id="double slash"),
        pytest.param("a", "POST", ASSET, {}, 404, id="posting to an asset"),
        pytest.param(
            "a",
            "POST",
            "/voila/voila/api/shutdown/{A}",
            {"Origin": "https://evil.example"},
            403,
            id="own kernel, foreign origin",
        ),
        pytest.param("a", "GET", "/portal/supporter", HTML, 403, id="the other side's portal"),
        pytest.param("o", "GET", "/portal/business", HTML, 403, id="a role without portal"),
        pytest.param("a", "GET", "/portal/officer", HTML, 404, id="no such portal"),
        pytest.param("a", "POST", "/portal/business", {}, 405, id="posting to a portal"),
    ],
)
def test_requests_that_are_refused(
    house: House,
    kernels: dict[str, str],
    who: str | None,
    method: str,
    path: str,
    headers: dict[str, str],
    status: int,
) -> None:
    answer = house.knock(who, method, path.format(**kernels), headers)
    assert answer.status_code == status
    assert house.voila.reached == []
    if status not in (303, 405):
        for_a_person = headers == HTML
        kind = "text/html; charset=utf-8" if for_a_person else "application/problem+json"
        assert answer.headers["content-type"] == kind
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["x-content-type-options"] == "nosniff"
        if not for_a_person:
            assert answer.json()["status"] == status
            assert answer.json()["next_step"].endswith("。")


def test_nobody_is_led_to_sign_in_and_back(house: House) -> None:
    answer = house.knock(None, "GET", "/portal/supporter?next=https://evil.example", HTML)
    assert answer.headers["location"] == "/login?next=/portal/supporter"


# ── what passes ───────────────────────────────────────────────────────────────────────────────


def test_page_carries_the_ticket_of_its_own_visitor_whatever_the_browser_claims(
    house: House,
) -> None:
    forged = {
        **HTML,
        "X-Mirasapo-Ticket": "ticket-of-b",
        "X-Front-Secret": "guess",
        "X-Forwarded-For": "10.0.0.1",
    }
    house.open_page("b")  # Voila answers with a cookie, which must end there
    house.voila.reached.clear()
    house.knock("a", "GET", "/portal/business?template=lab&theme=dark&token=secret", forged)
    (reached,) = house.voila.reached
    assert reached.path == "/voila/voila/render/business.ipynb"
    assert reached.query == ""
    assert reached.headers["x-mirasapo-ticket"] == "ticket-of-a"
    assert reached.headers["x-front-secret"] == SECRET
    assert "cookie" not in reached.headers
    assert "x-forwarded-for" not in reached.headers


def test_page_answers_with_no_cookie_of_voila_and_a_policy_without_inline_scripts(
    house: House,
) -> None:
    page = house.knock("a", "GET", "/portal/business", HTML)
    assert "set-cookie" not in page.headers
    assert page.headers["cache-control"] == "no-store"
    policy = page.headers["content-security-policy"]
    scripts = next(part for part in policy.split("; ") if part.startswith("script-src"))
    assert "unsafe" not in scripts
    assert "http" not in policy  # no other host, for anything
    (nonce,) = re.findall(r"'nonce-([0-9a-f]+)'", scripts)
    assert nonce in house.knock("a", "GET", "/voila/nonce.js").text
    assert nonce not in house.knock("b", "GET", "/voila/nonce.js").text


def test_kernel_is_bound_although_its_id_came_in_two_pieces(house: House) -> None:
    kernel_id = house.open_page("a")
    assert house.door.kernels.of(b"a", kernel_id) is not None
    assert house.door.kernels.of(b"b", kernel_id) is None
    assert house.knock("a", "GET", f"/voila/api/kernels/{kernel_id}").json() == {"id": kernel_id}


def test_own_kernel_ends_when_the_page_says_goodbye(house: House) -> None:
    kernel_id = house.open_page("a")
    answer = house.knock("a", "POST", f"/voila/voila/api/shutdown/{kernel_id}")
    assert answer.status_code == 204
    assert house.voila.wait_ended(kernel_id)
    assert house.knock("a", "GET", f"/voila/api/kernels/{kernel_id}").status_code == 404


def test_assets_are_packed_and_asked_of_voila_once(house: House) -> None:
    packed = house.knock("a", "GET", ASSET, {"Accept-Encoding": "gzip"})
    assert packed.extensions["encoding"] == "gzip"
    plain = house.knock("b", "GET", f"{ASSET}?v=1", {"Accept-Encoding": "identity"})
    assert plain.extensions["encoding"] is None
    assert gzip.decompress(packed.content) == plain.content
    again = house.knock("a", "GET", ASSET, {"If-None-Match": packed.headers["etag"]})
    assert again.status_code == 304
    assert len(house.voila.reached) == 1
    assert house.voila.reached[0].query == ""


def test_only_names_that_change_with_their_content_are_kept_for_ever(house: House) -> None:
    assert "immutable" in house.knock("a", "GET", HASHED).headers["cache-control"]
    assert house.knock("a", "GET", ASSET).headers["cache-control"] == "private, no-cache"


def test_absent_asset_is_not_found_and_not_remembered(house: House) -> None:
    for _ in range(2):
        assert house.knock("a", "GET", "/voila/voila/static/absent.js").status_code == 404
    assert len(house.voila.reached) == 2


# ── the end of a session ──────────────────────────────────────────────────────────────────────


def test_sign_out_closes_the_page_and_ends_its_kernel(house: House) -> None:
    mine, other = house.open_page("a"), house.open_page("b")
    with house.channels("a", mine) as page, house.channels("b", other) as untouched:
        house.sessions.ended.add(b"a")
        house.door.session_ended(b"a")
        with pytest.raises(ConnectionClosed) as closed:
            page.recv(10)
        assert closed.value.rcvd is not None
        assert closed.value.rcvd.code == 4401
        assert house.voila.wait_ended(mine)
        untouched.send("still")
        assert untouched.recv(10) == "echo still"
    assert other not in house.voila.ended


def test_sweep_finds_a_session_that_expired(house: House) -> None:
    mine = house.open_page("a")
    with house.channels("a", mine) as page:
        house.sessions.ended.add(b"a")  # nobody tells the door: it looks
        with pytest.raises(ConnectionClosed):
            page.recv(10)
    assert house.voila.wait_ended(mine)


def test_page_that_nobody_is_connected_to_is_ended(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kernel_register, "ABANDONED_SECONDS", 0.0)
    kernel_id = house.open_page("a")
    assert house.voila.wait_ended(kernel_id)


def test_connected_page_is_not_abandoned() -> None:
    register = KernelRegister()
    register.bind("k", b"a", now=0.0)
    kernel = register.of(b"a", "k")
    assert kernel is not None
    kernel.sockets.add(object())  # type: ignore[arg-type]
    assert register.abandoned(now=10_000.0) == []
    kernel.sockets.clear()
    assert register.abandoned(now=10_000.0) == [kernel]


def test_one_session_cannot_hold_kernels_without_end() -> None:
    register = KernelRegister()
    for number in range(kernel_register.KERNELS_PER_SESSION):
        assert register.bind(f"k{number}", b"a", now=float(number)) == []
    (oldest,) = register.bind("one too many", b"a", now=99.0)
    assert oldest.kernel_id == "k0"


def test_kernel_keeps_its_first_owner() -> None:
    register = KernelRegister()
    register.bind("k", b"a", now=0.0)
    register.bind("k", b"b", now=1.0)
    assert register.of(b"b", "k") is None
    assert register.of(b"a", "k") is not None


# ── pages without Voila ───────────────────────────────────────────────────────────────────────


def test_front_page_leads_each_to_the_own_way_in(house: House) -> None:
    page = house.knock(None, "GET", "/", HTML)
    assert page.status_code == 200
    assert 'lang="ja"' in page.text
    assert "/auth/gbizid/start" in page.text
    assert 'href="/login"' in page.text  # for supporters, officers and analysts alike
    assert "script" not in page.headers["content-security-policy"]
    assert "<script" not in page.text
    assert "時間が切れました。" not in page.text
    assert "時間が切れました。" in house.knock(None, "GET", "/?ended", HTML).text


@pytest.mark.parametrize(("who", "to"), [("a", "/portal/business"), ("s", "/portal/supporter")])
def test_front_page_leads_the_signed_in_to_their_portal(house: House, who: str, to: str) -> None:
    assert house.knock(who, "GET", "/", HTML).headers["location"] == to


@pytest.mark.parametrize(
    ("who", "words"),
    [
        ("o", "行政の方ができること"),
        ("n", "mirasapo ebpm lab"),
        ("m", "mirasapo コマンド"),
    ],
)
def test_role_without_a_portal_is_told_what_there_is_for_it(
    house: House, who: str, words: str
) -> None:
    page = house.knock(who, "GET", "/", HTML)
    assert page.status_code == 200
    assert f"見本 {who}" in page.text
    assert words in page.text
    assert "/logout" in page.text


def test_stylesheet_is_for_everybody(house: House) -> None:
    answer = house.knock(None, "GET", "/assets/mirasapo.css")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/css")
    assert answer.headers["cache-control"] == "no-cache"


def test_voila_that_is_down_gives_a_page_not_a_traceback() -> None:
    app = FastAPI()
    address = VoilaAddress("http://127.0.0.1:1", SECRET)
    front_door.attach(app, FrontDoor(FakeSessions(), address))
    with served(app) as door:
        answer = httpx.get(
            f"{door}/portal/business", headers=HTML | {"Cookie": "__Host-sid=a"}, trust_env=False
        )
    assert answer.status_code == 503
    assert "もう一度開いてください。" in answer.text


def test_platform_without_voila_says_that_the_portals_do_not_run() -> None:
    app = FastAPI()
    front_door.attach(app, FrontDoor(FakeSessions(), None))
    with served(app) as door:
        answer = httpx.get(
            f"{door}/portal/business", headers=HTML | {"Cookie": "__Host-sid=a"}, trust_env=False
        )
    assert answer.status_code == 503
    assert "mirasapo up" in answer.text
