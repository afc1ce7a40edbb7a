"""The event-study notebook runs on a real cut and says what it said before."""

from __future__ import annotations

from pathlib import Path

import pytest

from mirasapo.app.sample import load
from mirasapo.cuts import cut
from tests.notebooks.running import code_cells, is_checked, nbval

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


def test_it_runs_and_its_checked_outputs_are_those_it_keeps(home, tmp_path):
    run = nbval(NOTEBOOK, tmp_path, MIRASAPO_HOME=str(home))
    assert run.returncode == 0, run.stdout + run.stderr
    assert f"{len(code_cells(NOTEBOOK))} passed" in run.stdout


def test_a_changed_output_is_noticed(home, tmp_path):
    changed = NOTEBOOK.read_text(encoding="utf-8").replace("真の値 0.0", "真の値 0.1")
    (tmp_path / "changed.ipynb").write_text(changed, encoding="utf-8")
    run = nbval(tmp_path / "changed.ipynb", tmp_path, MIRASAPO_HOME=str(home))
    assert run.returncode == 1, run.stdout + run.stderr
    assert "1 failed" in run.stdout


def test_only_the_last_cell_knows_the_truth():
    *before, last = ("".join(one["source"]) for one in code_cells(NOTEBOOK))
    assert "truth.json" in last
    assert not [source for source in before if "truth" in source]


def test_only_chosen_outputs_are_kept_and_these_are_checked():
    assert sum(map(is_checked, code_cells(NOTEBOOK))) >= 5


def test_what_is_kept_shows_no_group_of_fewer_than_ten():
    kept = "".join(
        "".join(output["text"]) for one in code_cells(NOTEBOOK) for output in one["outputs"]
    )
    counted = [
        line.split()[-1] for line in kept.splitlines() if line.strip() and "採択" in line.split()[0]
    ]
    assert "見本データ(架空)" in kept
    assert all(int(number) >= 10 for number in counted if number.isdigit())
