"""`mirasapo sample` and `mirasapo ebpm …`: one JSON document, nothing else on standard output."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time

import httpx
import pytest
from typer.testing import CliRunner

from mirasapo.app.processes import free_port
from mirasapo.cli import ebpm as ebpm_commands
from mirasapo.cli.main import GROUPS, app, attach
from mirasapo.errors import BadInput, NotFound

SIZE, SEED = 120, 3


@pytest.fixture
def environment(platform, monkeypatch):
    for name, value in platform.settings.environment().items():
        monkeypatch.setenv(name, value)
    return platform.settings


def run(*words):
    attach(sorted(GROUPS))
    done = CliRunner().invoke(app, list(words), catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done


def answered(*words):
    return json.loads(run(*words, "--json").stdout)


@pytest.fixture(scope="module")
def cut_folder(platform, tmp_path_factory):
    """A sample of this module's database and a cut of it, made by the commands."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        for name, value in platform.settings.environment().items():
            monkeypatch.setenv(name, value)
        size = ("--businesses", str(SIZE), "--seed", str(SEED))
        loaded = answered("sample", *size)
        assert (loaded["businesses"], loaded["seed"]) == (SIZE, SEED)
        out = tmp_path_factory.mktemp("cuts") / "cut"
        made = answered("ebpm", "cut", "--out", str(out))
        assert made["out"] == str(out)
        assert made["rows"] > made["businesses"] > 0
        assert set(made["basis"]) == {"deemed", "individual"}
        assert json.loads((out / "manifest.json").read_text())["counts"]["rows"] == made["rows"]
    return out


@pytest.mark.usefixtures("cut_folder")
def test_the_sample_says_where_it_left_what(environment):
    done = run("sample", "--businesses", str(SIZE), "--seed", str(SEED))
    assert "架空" in done.stderr
    assert "新しい申請 0" in done.stdout
    assert (environment.home / "demo_accounts.json").is_file()
    assert (environment.home / "sample" / "truth.json").is_file()


def test_the_estimate_of_a_cut(environment, cut_folder):
    found = answered("ebpm", "estimate", "--cut", str(cut_folder))
    overall = found["overall"]
    assert overall["low"] < overall["estimate"] < overall["high"]
    assert found["made_up"] is True
    assert found["naive"]["estimate"] > 3 * overall["estimate"]
    reference = next(row for row in found["event_time"] if row["event_time"] == -1)
    assert (reference["estimate"], reference["se"]) == (0.0, None)
    done = run("ebpm", "estimate", "--cut", str(cut_folder))
    assert f"{overall['estimate']:.3f}" in done.stdout


def test_a_cut_without_a_place_goes_to_the_home(environment, cut_folder):
    made = answered("ebpm", "cut")
    assert made["out"] == str(environment.home / "cuts" / "latest")
    text = run("ebpm", "cut").stdout
    assert made["snapshot_id"] in text
    assert cut_folder.is_dir()


@pytest.mark.parametrize(
    ("words", "refusal"),
    [
        (["cut", "--project", "../up"], BadInput),
        (["cut", "--programme", "99"], NotFound),
        (["estimate", "--cut", "nowhere"], NotFound),
        (["lab", "--cut", "nowhere"], NotFound),
    ],
)
def test_what_cannot_be_done_is_refused_in_words(environment, words, refusal):
    with pytest.raises(refusal) as said:
        run("ebpm", *words)
    assert said.value.sentence.endswith("。")


def test_the_lab_serves_the_notebooks(environment, cut_folder, tmp_path):
    port = free_port()
    command = [sys.executable, "-m", "mirasapo.cli", "ebpm", "lab", "--no-browser"]
    command += ["--cut", str(cut_folder), "--port", str(port)]
    with (tmp_path / "log").open("wb") as log:
        lab = subprocess.Popen(
            command,
            env={**os.environ, **environment.environment(), "JUPYTER_TOKEN": "known-here"},
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    try:
        names = _served(lab, f"http://localhost:{port}/api/contents?token=known-here")
    finally:
        os.killpg(lab.pid, signal.SIGTERM)
        lab.wait(30)
    assert names == ["01_data_model.ipynb", "03_event_study.ipynb"], (tmp_path / "log").read_text()


def _served(lab, url):
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and lab.poll() is None:
        try:
            answer = httpx.get(url)
        except httpx.TransportError:
            time.sleep(0.1)  # nothing to await: another process opens the port when it can
            continue
        return sorted(one["name"] for one in answer.raise_for_status().json()["content"])
    return None


def test_an_analysts_changes_are_kept(tmp_path):
    work = ebpm_commands._notebooks(tmp_path / "work")
    (work / "03_event_study.ipynb").write_text("mine")
    assert ebpm_commands._notebooks(work) == work
    assert (work / "03_event_study.ipynb").read_text() == "mine"
