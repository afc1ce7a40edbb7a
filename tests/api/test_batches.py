"""Batches over real HTTP: 202 with Location, a state that ends, refused lines in pages."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest

from mirasapo.app.root import Platform
from mirasapo.client import MirasapoClient
from mirasapo.errors import BadInput, NotFound
from mirasapo.identity import clients
from tests import factories
from tests.api.test_uploads import ask, url  # noqa: F401 - the served application is a fixture

BATCHES = "/api/v1/filings/batches"
NDJSON = {"Content-Type": "application/x-ndjson"}
SEEDS = count()


def registered(platform: Platform, address: str, name: str) -> tuple[MirasapoClient, str]:
    with platform.databases.gateway.begin() as conn:
        secret = clients.register(
            conn,
            client_id=name,
            name="事業再構築補助金 申請システム",
            kind="programme_system",
            programmes=["04"],
            scopes=["filings:write"],
        )
    return MirasapoClient(address).sign_in_client(name, secret), secret


@pytest.fixture(scope="module")
def secret_of(platform: Platform, url: str) -> Iterator[tuple[MirasapoClient, str]]:  # noqa: F811
    client, secret = registered(platform, url, "batches-04")
    with client:
        yield client, secret


@pytest.fixture(scope="module", autouse=True)
def worker(platform: Platform) -> Iterator[None]:
    """A worker in a process of its own, as `mirasapo up` has one."""
    process = subprocess.Popen(
        [sys.executable, "-m", "mirasapo.cli", "jobs", "worker"],
        env={**os.environ, **platform.settings.environment()},
        stdout=subprocess.DEVNULL,
    )
    yield
    process.terminate()
    assert process.wait(20) == 0


@pytest.fixture
def system(secret_of: tuple[MirasapoClient, str]) -> MirasapoClient:
    return secret_of[0]


def document_of(platform: Platform, **header: Any) -> dict[str, Any]:
    seed = next(SEEDS)
    document = factories.filing_payload(platform.catalog, "04", seed=seed, **header)
    document["filing_number"] = f"BATCH-{seed}"
    for entry in document["attachments"]:
        entry["sha256"] = factories.sha256_of(factories.file_of(entry["name"]))
    return document


def written(folder: Path, documents: list[dict[str, Any]]) -> tuple[Path, list[Path]]:
    """A batch as a file, and the files that its filings name."""
    path = folder / "batch.ndjson"
    path.write_bytes(b"".join(factories.body_of(each) + b"\n" for each in documents))
    files = []
    for each in documents:
        for name, content in factories.filing_attachments(each).items():
            (folder / name).write_bytes(content)
            files.append(folder / name)
    return path, files


def test_a_batch_is_taken_in_and_its_bad_lines_are_told(
    platform: Platform, system: MirasapoClient, tmp_path: Path
) -> None:
    documents = [document_of(platform) for _ in range(4)]
    documents[2]["status"] = "nobody knows"
    path, files = written(tmp_path, documents)
    for file in files:
        system.upload(file)
    sent = system.push_batch(path, key="batch")
    assert (sent.received, sent.payload_sha256) == (4, factories.sha256_of(path.read_bytes()))
    found = system.wait_for(sent, 60)
    assert (found.state, found.accepted, found.repeated, found.refused) == ("finished", 3, 0, 1)
    assert found.finished_at is not None
    (line,) = system.refused_lines(found.batch_id)
    assert (line.line_no, line.code) == (3, "faulty_filing")
    assert [fault["item"] for fault in line.faults] == ["status"]
    # the same key: the same answer; another: the same filings, none of them twice
    assert system.push_batch(path, key="batch") == sent
    again = system.wait_for(system.push_batch(path), 60)
    assert (again.accepted, again.repeated, again.refused) == (0, 3, 1)
    with pytest.raises(NotFound):
        system.batch(uuid4())


def test_it_is_answered_at_once_with_its_location(system: MirasapoClient) -> None:
    for body, coding in ((b"{}\n", {}), (gzip.compress(b"{}\n"), {"Content-Encoding": "gzip"})):
        sent = ask(system, "POST", BATCHES, content=body, headers={**NDJSON, **coding})
        assert sent.status_code == 202, sent.text
        told = sent.json()
        assert (told["state"], told["received"], told["size_bytes"]) == ("waiting", 1, 3)
        job = ask(system, "GET", f"/api/v1/jobs/{told['job_id']}").json()
        assert job["task"] == "filing_batch"
        assert sent.headers["location"] == f"{BATCHES}/{told['batch_id']}"
        assert ask(system, "GET", sent.headers["location"]).status_code == 200


def test_refused_lines_come_in_pages(system: MirasapoClient, tmp_path: Path) -> None:
    path = tmp_path / "batch.ndjson"
    path.write_bytes(b"\n".join([b"{}"] * 205))
    found = system.wait_for(system.push_batch(path), 60)
    assert found.refused == 205
    lines = list(system.refused_lines(found.batch_id))
    assert [line.line_no for line in lines] == list(range(1, 206))
    address = f"{BATCHES}/{found.batch_id}/refused_lines?limit=10&offset=200"
    page = ask(system, "GET", address).json()
    assert page["metadata"]["resultset"] == {"count": 5, "offset": 200, "limit": 10}


def test_only_who_sent_it_may_ask(
    platform: Platform,
    system: MirasapoClient,
    url: str,  # noqa: F811
    tmp_path: Path,
) -> None:
    path = tmp_path / "batch.ndjson"
    path.write_bytes(b"{}")
    sent = system.push_batch(path)
    other, _ = registered(platform, url, "other-04")
    with other:
        for asked in (f"{BATCHES}/{sent.batch_id}", f"{BATCHES}/{sent.batch_id}/refused_lines"):
            assert ask(other, "GET", asked).json()["code"] == "not_found"
    assert httpx.get(f"{url}{BATCHES}/{sent.batch_id}").status_code == 401


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (b"", NDJSON),
        (b"\n\n", NDJSON),
        (b"{}", {"Content-Type": "application/json"}),
        (b"{}", {**NDJSON, "Content-Encoding": "br"}),
        (b"{}", {**NDJSON, "Content-Encoding": "gzip"}),
        (b"{}\n" * 10_001, NDJSON),
        (gzip.compress(b" " * 200_000_001), {**NDJSON, "Content-Encoding": "gzip"}),
    ],
    ids=["nothing", "blank", "json", "br", "no gzip", "too many", "bomb"],
)
def test_what_is_no_batch_is_refused(
    platform: Platform, system: MirasapoClient, body: bytes, headers: dict[str, str]
) -> None:
    refused = ask(system, "POST", BATCHES, content=body, headers=headers)
    assert (refused.status_code, refused.json()["code"]) == (422, "bad_input")
    left = platform.settings.home / "batches"
    assert not left.exists() or list(left.iterdir()) == []


def test_the_command_sends_files_and_batch_and_waits(
    platform: Platform, secret_of: tuple[MirasapoClient, str], tmp_path: Path
) -> None:
    system, secret = secret_of
    documents = [document_of(platform) for _ in range(2)]
    path, files = written(tmp_path, documents)

    def push(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [
                *(sys.executable, "-m", "mirasapo.cli", "push", "--batch", str(path)),
                *("--url", system.base_url, "--client-id", "batches-04", "--secret", secret),
                *words,
            ],
            env={name: os.environ[name] for name in os.environ if "MIRASAPO" not in name},
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    attached = [word for file in files for word in ("--attach", str(file))]
    done = push("--json", *attached)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert (told["state"], told["accepted"], told["refused_lines"]) == ("finished", 2, [])
    path.write_bytes(b"no json\n" + path.read_bytes())
    refused = push()
    assert refused.returncode == BadInput.exit_code
    assert "受け取り 0 件、受け取り済み 2 件、断り 1 件" in refused.stdout
    assert "1行目" in refused.stderr
    assert "まとめて" in push("--dry-run").stderr
