"""Files in parts over real HTTP: a cut connection, a resumption, a filing that names the file."""

from __future__ import annotations

import dataclasses
import json
import os
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest
import uvicorn

from mirasapo.app.root import Platform
from mirasapo.client import MirasapoClient
from mirasapo.client import connection as connection_module
from mirasapo.errors import BadInput, NotFound, OffsetMismatch
from mirasapo.identity import clients
from mirasapo_api.app import create_app
from tests import factories

UPLOADS = "/api/v1/uploads"


@pytest.fixture(scope="module")
def url(platform: Platform) -> Iterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        settings = dataclasses.replace(platform.settings, base_url=url)
        app = create_app(dataclasses.replace(platform, settings=settings))
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", ws="none"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            yield url
        finally:
            server.should_exit = True
            thread.join()


@pytest.fixture(scope="module")
def system(platform: Platform, url: str) -> Iterator[MirasapoClient]:
    with platform.databases.gateway.begin() as conn:
        secret = clients.register(
            conn,
            client_id="uploads-04",
            name="事業再構築補助金 申請システム",
            kind="programme_system",
            programmes=["04"],
            scopes=["filings:write"],
        )
    with MirasapoClient(url) as client:
        yield client.sign_in_client("uploads-04", secret)


def pdf(length: int = 3_000_000) -> bytes:
    return b"%PDF-1.4\n" + os.urandom(length)


def ask(system: MirasapoClient, method: str, path: str, **question: Any) -> httpx.Response:
    headers = {"Authorization": f"Bearer {system.token}", **question.pop("headers", {})}
    with httpx.Client(base_url=system.base_url) as client:
        return client.request(method, path, headers=headers, **question)


def announced(system: MirasapoClient, content: bytes) -> httpx.Response:
    asked = {
        "name": "図面.pdf",
        "size_bytes": len(content),
        "sha256": factories.sha256_of(content),
    }
    return ask(system, "POST", UPLOADS, json=asked)


def test_a_connection_that_is_cut_in_the_middle_is_resumed(system: MirasapoClient) -> None:
    content = pdf()
    begun = announced(system, content)
    assert begun.status_code == 201
    address = begun.headers["location"]
    assert begun.headers["upload-offset"] == "0"
    host, port = system.base_url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port))) as line:
        line.sendall(
            f"PATCH {address} HTTP/1.1\r\nHost: {host}:{port}\r\n"
            f"Authorization: Bearer {system.token}\r\nUpload-Offset: 0\r\n"
            f"Content-Length: {len(content)}\r\n\r\n".encode()
            + content[:2_000_000]
        )
    for _ in range(200):  # the server notices on its own thread
        seen = ask(system, "HEAD", address)
        offset = int(seen.headers["upload-offset"])
        if offset == 2_000_000:
            break
    assert offset == 2_000_000
    assert seen.content == b""
    rest = ask(
        system,
        "PATCH",
        address,
        headers={"Upload-Offset": str(offset)},
        content=content[offset:],
    )
    assert (rest.status_code, rest.json()["state"]) == (200, "completed")
    assert rest.json()["scan"] == "quarantined"  # there is no scanner


def test_a_part_elsewhere_is_told_where_to_go_on(system: MirasapoClient) -> None:
    address = announced(system, pdf(10)).headers["location"]
    refused = ask(system, "PATCH", address, headers={"Upload-Offset": "5"}, content=b"a")
    assert refused.status_code == 409
    assert (refused.json()["code"], refused.json()["offset"]) == ("offset_mismatch", 0)


@pytest.mark.parametrize(
    "changed", [{"size_bytes": 200_000_001}, {"size_bytes": "1"}, {"sha256": "x"}, {"more": 1}]
)
def test_an_announcement_that_cannot_be_read_is_refused(
    system: MirasapoClient, changed: dict[str, Any]
) -> None:
    asked = {"name": "a.pdf", "size_bytes": 1, "sha256": "0" * 64} | changed
    refused = ask(system, "POST", UPLOADS, json=asked)
    assert (refused.status_code, refused.json()["code"]) == (422, "bad_input")


def test_the_client_uploads_and_goes_on_after_a_miss(
    platform: Platform, system: MirasapoClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = pdf()
    path = tmp_path / "図面.pdf"
    path.write_bytes(content)
    monkeypatch.setattr(connection_module, "_PART_BYTES", 1_000_000)
    part, missed = MirasapoClient._part, []

    def missing(self: MirasapoClient, address: str, offset: int, piece: bytes) -> Any:
        done = part(self, address, offset, piece)
        if offset == 1_000_000 and not missed:
            missed.append(offset)
            raise OffsetMismatch("", "", "")  # as if the answer had been lost
        return done

    monkeypatch.setattr(MirasapoClient, "_part", missing)
    done = system.upload(path)
    assert (done.state, done.sha256) == ("completed", factories.sha256_of(content))
    assert missed == [1_000_000]
    document = factories.filing_payload(platform.catalog, "04", seed=1)
    files = factories.filing_attachments(document)
    document["attachments"].append({"name": "図面.pdf", "sha256": done.sha256})
    receipt = system.push(json.dumps(document).encode(), files)
    assert done.sha256 in {each.sha256 for each in receipt.accepted}
    assert platform.lake.get(done.sha256) == content


def test_a_file_of_another_kind_is_refused_with_the_last_part(
    system: MirasapoClient, tmp_path: Path
) -> None:
    path = tmp_path / "program.pdf"
    path.write_bytes(b"MZ" + os.urandom(100))
    with pytest.raises(BadInput, match="形式"):
        system.upload(path)


def test_an_upload_of_nobody(system: MirasapoClient) -> None:
    for method in ("GET", "PATCH"):
        headers = {"Upload-Offset": "0"}
        refused = ask(system, method, f"{UPLOADS}/{uuid4()}", headers=headers, content=b"")
        assert (refused.status_code, refused.json()["code"]) == (404, NotFound.code)
