"""A command that is refused: one sentence, its exit code, and with --json one document."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from typer.main import get_command

from mirasapo.cli.main import GROUPS, app, attach, run
from mirasapo.cli.refusals import refusal_of

Told = tuple[int, Any, str]


@pytest.fixture
def ask(tmp_path, monkeypatch, capsys):
    """Run a command with --json on an empty home: exit code, the document, what a person reads."""
    for name in [name for name in os.environ if name.startswith("MIRASAPO_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("MIRASAPO_HOME", str(tmp_path / "home"))

    def told(*words: str) -> Told:
        code = run([*words, "--json"])
        seen = capsys.readouterr()
        return code, json.loads(seen.out), seen.err

    return told


def leaves(command: Any, words: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    children = getattr(command, "commands", None)
    if not children:
        yield words, command
    for name, child in (children or {}).items():
        yield from leaves(child, (*words, name))


attach(sorted(GROUPS))
WITH_JSON = [
    words
    for words, command in leaves(get_command(app))
    if any("--json" in parameter.opts for parameter in command.params)
]
ARGUMENTS = {
    ("jobs", "run"): ("tidy",),
    ("jobs", "show"): ("1",),
    ("jobs", "retry"): ("1",),
    ("jobs", "cancel"): ("1",),
    ("load", "nta"): ("rows.csv",),
    ("load", "gbizinfo"): ("1234567890123",),
    ("load", "institutions"): ("list.csv",),
    ("load", "programmes"): ("rows.csv", "--source", "jnet21"),
    ("model", "show"): ("nobody.knows",),
    ("model", "schema"): ("99",),
    ("model", "example"): ("99",),
    ("model", "template"): ("99",),
    ("model", "seal"): ("--why", " "),
    ("model", "export"): ("--out", __file__),  # a file is no folder
    ("rulebook", "show"): ("R-99-99",),
    ("rulebook", "check"): ("filing.json", "--programme", "04"),
    ("erasures", "order"): (
        "00000000-0000-4000-8000-000000000000",
        *("--by", "x", "--law", "x", "--why", "x"),
    ),
    ("master", "settle"): ("0123456789", "--take", "nta"),
    ("map",): ("rows.csv", "--programme", "04"),
    ("push",): ("filing.json", "--client-id", "x", "--secret", "y"),
}
WITHOUT_REFUSAL = {
    *(("model", "check"), ("model", "generate"), ("rulebook", "list"), ("doctor",)),
    ("jobs", "tasks"),
    *(("db", "init"), ("db", "status")),  # they make what is missing
}


@pytest.mark.parametrize("words", sorted(set(WITH_JSON) - WITHOUT_REFUSAL), ids=" ".join)
def test_a_refused_command_prints_one_document(ask, words):
    code, document, said = ask(*words, *ARGUMENTS.get(words, ()))
    assert code in (2, 5, 8)
    assert list(document)[:4] == ["code", "what", "why", "next_step"]
    assert all(document[part] for part in ("what", "why", "next_step"))
    assert said.strip().endswith(document["what"] + document["why"] + document["next_step"])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["lode"], "命令 lode はありません。"),
        (["load", "lode"], "命令 lode はありません。"),
        (["push"], "FILE… が指定されていません。"),
        (["sample", "--number", "3"], "オプション --number はありません。"),
        (["sample", "--businesses", "many"], "--businesses の値が使えません。"),
        (["model", "check", "all"], "all は余分です。"),
        (["up"], "オプション --json はありません。"),
    ],
    ids=" ".join,
)
def test_a_command_called_wrongly_says_how_in_japanese(ask, words, said):
    code, document, _ = ask(*words)
    assert (code, document["code"], document["what"]) == (2, "bad_input", said)
    assert document["next_step"].startswith("書き方は mirasapo")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["sample", "--seed", "many"], "整数で指定します。"),
        (["sample", "--businesses", "0"], "1 以上で指定します。"),
        (["ebpm", "lab", "--port", "99999"], "65535 以下で指定します。"),
    ],
    ids=" ".join,
)
def test_a_value_out_of_range_says_what_is_wanted(capsys, words, why):
    assert run(words) == 2
    assert why in capsys.readouterr().err


def test_a_home_that_cannot_be_made_is_said(ask, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("MIRASAPO_HOME", str(tmp_path / "file" / "home"))
    assert ask("db", "status")[1]["what"] == f"{tmp_path}/file/home に保存場所を作れません。"
    code, document, _ = ask("doctor")
    assert code == 1
    assert {check["name"] for check in document["checks"] if not check["holds"]} >= {"保存場所"}


@pytest.mark.parametrize("address", ["garbage", "ftp://example.jp", "http://", "http://a b"])
def test_an_address_that_is_none_is_refused_at_once(ask, tmp_path, monkeypatch, address):
    (tmp_path / "filing.json").write_text("{}")
    filing = (str(tmp_path / "filing.json"), "--client-id", "x", "--secret", "y")
    assert ask("push", *filing, "--url", address)[:1] == (2,)
    monkeypatch.setenv("MIRASAPO_GBIZINFO_URL", address)
    code, document, _ = ask("load", "gbizinfo", "1234567890123")
    assert (code, document["what"]) == (2, "MIRASAPO_GBIZINFO_URL のアドレスが使えません。")


def test_similar_keys_are_offered_for_an_unknown_item(ask):
    code, document, _ = ask("model", "show", "capital_yen")
    assert code == 5
    assert document["next_step"] == "似た項目キー: business_identity.capital_yen。"


def test_a_full_disk_is_no_fault_of_ours():
    refusal = refusal_of(OSError(28, "No space left on device", "somewhere"))
    assert (refusal.exit_code, refusal.why) == (8, "空き容量がありません。")


def test_an_unexpected_fault_shows_no_traceback(ask, monkeypatch):
    monkeypatch.setattr("mirasapo.cli.rulebook.load_rules", lambda: 1 // 0)
    code, document, said = ask("rulebook", "list")
    assert (code, document["code"]) == (1, "internal")
    assert "Traceback" not in said


def test_a_file_name_that_is_not_utf8_is_told(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "mirasapo.cli", "push", b"\xff.json", "--json"],
        env={**os.environ, "MIRASAPO_CLIENT_ID": "x", "MIRASAPO_CLIENT_SECRET": "y"},
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert json.loads(done.stdout)["what"] == "ファイル \udcff.json を読めません。"


def test_ctrl_c_while_starting_shows_no_traceback():
    """Interrupted at its first import, as Ctrl-C in the first second would."""
    code = (
        "import os, signal, sys, importlib.abc\n"
        "class Interrupt(importlib.abc.MetaPathFinder):\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'typer': os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Interrupt())\n"
        "from mirasapo.cli.__main__ import main\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (128 + signal.SIGINT, b"")
