"""`mirasapo push` against the served API: the command as a programme's system runs it."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest
import uvicorn

from mirasapo.identity import clients
from mirasapo_api.app import create_app
from tests import factories

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from mirasapo.app.root import Platform

    Run = Callable[..., subprocess.CompletedProcess[str]]

CLIENT = "restructuring"


@pytest.fixture(scope="module")
def url(platform: Platform) -> Iterator[str]:
    """The address of a server of this platform."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        config = uvicorn.Config(create_app(platform), log_level="warning", ws="none")
        server = uvicorn.Server(config)
        thread = Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join()


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
def run(url: str, secret: str) -> Run:
    def push(*words: str, secret: str = secret) -> subprocess.CompletedProcess[str]:
        environment = {key: value for key, value in os.environ.items() if "MIRASAPO" not in key}
        return subprocess.run(
            [sys.executable, "-m", "mirasapo.cli", "push", *words, "--url", url],
            env={
                **environment,
                "MIRASAPO_CLIENT_ID": CLIENT,
                "MIRASAPO_CLIENT_SECRET": secret,
            },
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    return push


def written(folder: Path, document: dict[str, Any]) -> list[str]:
    """The words of the command for a filing that lies in files."""
    filing = folder / "filing.json"
    filing.write_bytes(factories.body_of(document))
    words = [str(filing)]
    for name, content in factories.filing_attachments(document).items():
        (folder / name).write_bytes(content)
        words += ["--attach", str(folder / name)]
    return words


def test_受け取られたファイルとその識別値を出す(
    platform: Platform, run: Run, tmp_path: Path
) -> None:
    document = factories.filing_payload(platform.catalog, "04", seed=1)
    words = written(tmp_path, document)
    sent = run(*words, "--json")
    assert sent.returncode == 0, sent.stderr
    receipt = json.loads(sent.stdout)
    assert {(each["name"], each["sha256"]) for each in receipt["accepted"]} == {
        (name, factories.sha256_of(content))
        for name, content in factories.filing_attachments(document).items()
    }
    again = run(*words)
    assert again.returncode == 0
    assert receipt["filing_id"] in again.stdout
    assert all(each["sha256"] in again.stdout for each in receipt["accepted"])


def test_誤りはすべて挙がり終了コードは2(platform: Platform, run: Run, tmp_path: Path) -> None:
    document = factories.filing_payload(platform.catalog, "04", seed=2)
    document["items"] |= {"nobody.knows": 1, "nobody.knows_either": 1}
    words = written(tmp_path, document)
    refused = run(*words, "--json")
    assert refused.returncode == 2
    listed = json.loads(refused.stdout)["faults"]
    assert [fault["item"] for fault in listed] == ["nobody.knows", "nobody.knows_either"]
    read = run(*words)
    assert read.stdout == ""
    assert "nobody.knows_either" in read.stderr


@pytest.mark.parametrize(
    ("words", "code"),
    [(["none.json"], 2), (["."], 2)],
    ids=["no file", "a folder"],
)
def test_読めないファイルは一文で断る(
    run: Run, tmp_path: Path, words: list[str], code: int
) -> None:
    refused = run(str(tmp_path / words[0]))
    assert refused.returncode == code
    assert refused.stdout == ""
    assert refused.stderr.count("\n") == 1


def test_同じ名前の添付は二つ送れない(run: Run, tmp_path: Path) -> None:
    filing = tmp_path / "filing.json"
    filing.write_text("{}")
    (tmp_path / "other").mkdir()
    for folder in (tmp_path, tmp_path / "other"):
        (folder / "a.pdf").write_bytes(factories.file_of("a.pdf"))
    refused = run(
        str(filing),
        *("--attach", str(tmp_path / "a.pdf")),
        *("--attach", str(tmp_path / "other" / "a.pdf")),
    )
    assert refused.returncode == 2
    assert "a.pdf" in refused.stderr


def test_秘密が違えば受け取られない(platform: Platform, run: Run, tmp_path: Path) -> None:
    document = factories.filing_payload(platform.catalog, "04", seed=3)
    refused = run(*written(tmp_path, document), secret="wrong")
    assert refused.returncode == 3
    assert "Traceback" not in refused.stderr
