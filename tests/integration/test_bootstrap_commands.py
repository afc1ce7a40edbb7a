"""`mirasapo db …` and `mirasapo doctor` on the embedded server, as a person runs them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from mirasapo.store.server import EmbeddedServer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Command = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("home")
    yield folder
    EmbeddedServer(folder).remove()


@pytest.fixture(scope="module")
def run(home: Path) -> Command:
    def command(*words: str, **settings: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "MIRASAPO_HOME": str(home), "MIRASAPO_PORT": "1", **settings}
        return subprocess.run(
            [sys.executable, "-m", "mirasapo.cli", *words],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )

    return command


def answer_of(done: subprocess.CompletedProcess[str]) -> Any:
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_before_init_every_command_says_what_to_do(run: Command) -> None:
    for words in (("db", "check"), ("db", "upgrade"), ("lake", "verify")):
        done = run(*words)
        assert done.returncode == 8
        assert "mirasapo db init を実行してください。" in done.stderr
        assert done.stdout == ""
        assert "Traceback" not in done.stderr
    seen = answer_of(run("db", "status", "--json"))
    assert (seen["exists"], seen["schema_version"]) == (False, None)


def test_init_then_nothing_is_left_to_do(run: Command, home: Path) -> None:
    first = answer_of(run("db", "init", "--json"))
    assert first["database"] == "mirasapo"
    assert first["changes"]
    for command in ("init", "upgrade"):
        assert answer_of(run("db", command, "--json"))["changes"] == []
    assert answer_of(run("db", "check", "--json")) == {"faults": [], "holds": True}
    seen = answer_of(run("db", "status", "--json"))
    assert seen["schema_version"] == seen["newest_version"]
    assert seen["embedded"]
    # each command took the server with it when it ended
    assert not EmbeddedServer(home).alive


def test_commands_run_one_after_another_on_the_same_data(run: Command) -> None:
    assert answer_of(run("lake", "verify", "--json"))["checked"] == 0
    assert "すべて無事です。" in run("lake", "verify").stdout


def test_doctor_finds_everything_that_serving_needs(run: Command) -> None:
    seen = answer_of(run("doctor", "--json"))
    assert seen["holds"]
    needed = {check["name"]: check["holds"] for check in seen["checks"] if check["needed"]}
    assert needed == dict.fromkeys(
        ("Python", "保存場所", "PostgreSQL", "データベース", "受信データの保管庫"), True
    )


def test_doctor_names_what_is_missing_and_what_to_do(run: Command, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    done = run(
        "doctor",
        MIRASAPO_DATABASE_URL=f"postgresql://nobody@/x?host={tmp_path}",
        MIRASAPO_LAKE_URL=(tmp_path / "file" / "lake").as_uri(),
    )
    assert done.returncode == 1
    assert "× データベース: データベースに接続できません。" in done.stdout
    assert "× 受信データの保管庫: 受信データの保管庫を開けません。" in done.stdout
    assert "Traceback" not in done.stderr
