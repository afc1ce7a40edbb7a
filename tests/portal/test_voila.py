"""The real Voila as the platform starts it: the second barrier, and what its kernels may not hold."""

from __future__ import annotations

import json
import os
import re
import socket
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import httpx
import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from mirasapo.app import voila_server
from mirasapo.app.processes import Child, free_port
from mirasapo.app.voila_server import FRONT_DOOR_HEADER, TICKET_HEADER
from mirasapo.settings import Settings
from mirasapo_api.voila_proxy import KERNEL_IN_PAGE

if TYPE_CHECKING:
    from collections.abc import Iterator

SECRET = "only the front door knows"
PROC = Path("/proc/self/environ")
TICKET = "ticket-of-the-first-visitor"
OUTSIDE = {"MIRASAPO_DATABASE_URL": "postgresql://…", "PGPASSWORD": "…"}  # of whoever starts it
KERNEL_FILE = re.compile(rb"kernel-([0-9a-f-]{36})\.json")
PAGE = "/voila/voila/render/business.ipynb"


@dataclass(frozen=True)
class Voila:
    """A running Voila; no API answers behind it."""

    url: str
    child: Child
    home: Path

    def get(self, path: str, **headers: str) -> httpx.Response:
        return httpx.get(self.url + path, headers=headers, timeout=60, trust_env=False)

    def page(self, ticket: str = TICKET, query: str = "") -> httpx.Response:
        headers = {FRONT_DOOR_HEADER: SECRET, TICKET_HEADER: ticket}
        return self.get(PAGE + query, **headers)

    def kernels(self) -> dict[str, dict[str, str]]:
        """The environments of its kernels by their ids, as the system shows them."""
        found = {}
        for folder in Path("/proc").iterdir():
            try:
                named = KERNEL_FILE.search((folder / "cmdline").read_bytes())
                raw = (folder / "environ").read_bytes().decode() if named else ""
            except OSError:  # not a process, or ended while we looked
                continue
            environment = dict(line.split("=", 1) for line in raw.split("\0") if "=" in line)
            # Other tests may run a Voila at the same time: ours has a home of its own.
            if named and environment["JUPYTER_DATA_DIR"].startswith(str(self.home)):
                found[named[1].decode()] = environment
        return found


@pytest.fixture(scope="module")
def voila(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Voila]:
    home = tmp_path_factory.mktemp("home")
    port = free_port()
    # Bound, but nothing listens: kernels are refused at once, and no other test's server, which
    # might let them wait for an answer, can get this port.
    nobody = socket.socket()
    nobody.bind(("127.0.0.1", 0))
    settings = replace(Settings.from_environment(), home=home, port=nobody.getsockname()[1])
    with pytest.MonkeyPatch.context() as patched:
        for name, value in OUTSIDE.items():
            patched.setenv(name, value)
        child = Child(
            name="Voila",
            command=voila_server.command(settings, port, SECRET),
            log=home / "voila.log",
            ready_url=voila_server.url(port),
            environment=voila_server.environment(settings, port, SECRET),
        )
    child.start()
    try:
        child.wait_ready()
        yield Voila(voila_server.url(port), child, home)
    finally:
        child.stop()
        nobody.close()


def test_command_line_holds_no_secret(voila: Voila) -> None:
    assert SECRET not in " ".join(voila.child.command)


@pytest.mark.parametrize("offered", [{}, {FRONT_DOOR_HEADER: ""}, {FRONT_DOOR_HEADER: "guess"}])
def test_without_the_secret_voila_renders_nothing(voila: Voila, offered: dict[str, str]) -> None:
    for path in (PAGE, "/voila/voila/tree", "/voila/"):
        assert voila.get(path, **offered).status_code == 302
    assert voila.get(f"/voila/api/kernels/{uuid4()}", **offered).status_code == 403
    with pytest.raises(InvalidStatus) as refused:
        connect(
            f"{voila.url.replace('http', 'ws')}/voila/api/kernels/{uuid4()}/channels",
            additional_headers=offered,
            proxy=None,
        )
    assert refused.value.response.status_code == 403


def test_page_names_no_other_host_and_holds_no_inline_script(voila: Voila) -> None:
    page = voila.page().text
    assert 'lang="ja"' in page
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', page)
    scripts = re.findall(r"<script([^>]*)>(.*?)</script>", page, re.DOTALL)
    assert [body for attributes, body in scripts if "src=" in attributes and body.strip()] == []
    kinds = [attributes for attributes, _ in scripts if "src=" not in attributes]
    assert kinds
    assert all("json" in attributes for attributes in kinds)  # data, which no browser runs


def test_only_the_four_extensions_are_loaded(voila: Voila) -> None:
    config = re.search(r'id="jupyter-config-data"[^>]*>(.*?)</script>', voila.page().text)
    assert config is not None
    loaded = {extension["name"] for extension in json.loads(config[1])["federated_extensions"]}
    assert loaded == set(voila_server.EXTENSIONS)


def test_visitor_cannot_choose_a_template(voila: Voila) -> None:
    assert "site-header" in voila.page(query="?template=lab&theme=dark").text


def test_page_without_an_api_says_so_in_words(voila: Voila) -> None:
    page = voila.page()
    assert page.status_code == 200
    assert "Traceback" not in page.text


@pytest.mark.skipif(not PROC.exists(), reason="needs /proc")
def test_kernels_hold_neither_secrets_nor_another_visitors_ticket(voila: Voila) -> None:
    voila.page("ticket-one", "?token=in-the-url")
    voila.page("ticket-two")
    environments = voila.kernels()
    assert environments
    for environment in environments.values():
        told = json.dumps(environment)
        assert SECRET not in told
        assert environment.keys().isdisjoint({*OUTSIDE, "MIRASAPO_FRONT_SECRET"})
        tickets = {ticket for ticket in ("ticket-one", "ticket-two") if ticket in told}
        assert len(tickets) < 2
        assert environment["MIRASAPO_API_URL"].startswith("http://127.0.0.1:")


@pytest.mark.skipif(not PROC.exists(), reason="needs /proc")
def test_front_door_can_end_a_kernel_and_nobody_else(voila: Voila) -> None:
    found = KERNEL_IN_PAGE.search(voila.page().content)
    assert found is not None
    kernel = f"{voila.url}/voila/api/kernels/{found[1].decode()}"
    assert found[1].decode() in voila.kernels()
    assert httpx.delete(kernel, trust_env=False).status_code == 403
    ended = httpx.delete(kernel, headers={FRONT_DOOR_HEADER: SECRET}, timeout=30, trust_env=False)
    assert ended.status_code == 204
    assert found[1].decode() not in voila.kernels()
    assert httpx.get(kernel, headers={FRONT_DOOR_HEADER: SECRET}, trust_env=False).is_error


def message(kind: str, content: dict[str, Any]) -> str:
    header = {
        "msg_id": uuid4().hex,
        "username": "",
        "session": uuid4().hex,
        "msg_type": kind,
        "version": "5.3",
    }
    return json.dumps(
        {
            "channel": "shell",
            "header": header,
            "parent_header": {},
            "metadata": {},
            "content": content,
        }
    )


def test_page_cannot_run_code_in_its_kernel(voila: Voila, tmp_path: Path) -> None:
    found = KERNEL_IN_PAGE.search(voila.page().content)
    assert found is not None
    written = tmp_path / "written"
    address = f"{voila.url.replace('http', 'ws')}/voila/api/kernels/{found[1].decode()}/channels"
    headers = {FRONT_DOOR_HEADER: SECRET}
    with connect(address, additional_headers=headers, proxy=None, max_size=None) as page:
        code = f"open({os.fspath(written)!r}, 'w').close()"
        page.send(message("execute_request", {"code": code, "silent": False}))
        page.send(message("kernel_info_request", {}))
        # Answered in order: with the second answered, the first is done, or was never passed on.
        while json.loads(page.recv(60))["header"]["msg_type"] != "kernel_info_reply":
            pass
    assert not written.exists()
