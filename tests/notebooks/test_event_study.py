"""The event-study notebook runs on a real cut and says what it said before."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from mirasapo.app.sample import load
from mirasapo.cuts import cut

ROOT = Path(__file__).parents[2]
NOTEBOOK = ROOT / "notebooks" / "03_event_study.ipynb"
# the size and seed of `mirasapo sample`: the outputs kept in the notebook are of this sample
SIZE, SEED = 400, 2022


@pytest.fixture(scope="module")
def home(platform):
    """A home with the sample loaded and a cut made."""
    load(platform, SIZE, SEED)
    cut(
        platform.databases,
        platform.catalog,
        platform.policy,
        platform.settings.home,
        platform.settings.home / "cuts" / "latest",
    )
    return platform.settings.home


def nbval(home, notebook, scratch):
    configuration = scratch / "pytest.ini"
    configuration.write_text("[pytest]\n")
    command = [sys.executable, "-m", "pytest", "-q", "-c", str(configuration)]
    command += ["--rootdir", str(scratch), "-p", "no:cacheprovider", "--nbval-lax", str(notebook)]
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("MIRASAPO_")
    }
    return subprocess.run(
        command,
        env={**environment, "MIRASAPO_HOME": str(home)},
        cwd=scratch,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def cells(kind="code"):
    notebook = json.loads(NOTEBOOK.read_text(encoding="utf-8"))
    return [one for one in notebook["cells"] if one["cell_type"] == kind]


def test_it_runs_and_its_checked_outputs_are_those_it_keeps(home, tmp_path):
    run = nbval(home, NOTEBOOK, tmp_path)
    assert run.returncode == 0, run.stdout + run.stderr
    assert f"{len(cells())} passed" in run.stdout


def test_a_changed_output_is_noticed(home, tmp_path):
    changed = NOTEBOOK.read_text(encoding="utf-8").replace("真の値 0.0", "真の値 0.1")
    (tmp_path / "changed.ipynb").write_text(changed, encoding="utf-8")
    run = nbval(home, tmp_path / "changed.ipynb", tmp_path)
    assert run.returncode == 1, run.stdout + run.stderr
    assert "1 failed" in run.stdout


def test_only_the_last_cell_knows_the_truth():
    *before, last = ("".join(one["source"]) for one in cells())
    assert "truth.json" in last
    assert not [source for source in before if "truth" in source]


def test_only_chosen_outputs_are_kept_and_these_are_checked():
    for one in cells():
        checked = one["source"][0].startswith("# NBVAL_CHECK_OUTPUT")
        assert bool(one["outputs"]) == checked
        assert ("keep_output" in one["metadata"].get("tags", [])) == checked
    assert sum(bool(one["outputs"]) for one in cells()) >= 5


def test_what_is_kept_shows_no_group_of_fewer_than_ten():
    kept = "".join("".join(output["text"]) for one in cells() for output in one["outputs"])
    counted = [
        line.split()[-1] for line in kept.splitlines() if line.strip() and "採択" in line.split()[0]
    ]
    assert "見本データ(架空)" in kept
    assert all(int(number) >= 10 for number in counted if number.isdigit())
