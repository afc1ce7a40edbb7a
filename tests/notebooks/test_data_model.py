"""The notebook on the data model runs without any data and says what it said before."""

from __future__ import annotations

from pathlib import Path

from tests.notebooks.running import code_cells, is_checked, nbval

NOTEBOOK = Path(__file__).parents[2] / "notebooks" / "01_data_model.ipynb"


def test_it_runs_and_its_checked_outputs_are_those_it_keeps(tmp_path):
    run = nbval(NOTEBOOK, tmp_path)
    assert run.returncode == 0, run.stdout + run.stderr
    assert f"{len(code_cells(NOTEBOOK))} passed" in run.stdout


def test_a_changed_output_is_noticed(tmp_path):
    text = NOTEBOOK.read_text(encoding="utf-8")
    changed = text.replace("が埋まります。\\n", "は埋まりません。\\n")
    assert changed != text
    (tmp_path / "changed.ipynb").write_text(changed, encoding="utf-8")
    run = nbval(tmp_path / "changed.ipynb", tmp_path)
    assert run.returncode == 1, run.stdout + run.stderr
    assert "1 failed" in run.stdout


def test_only_chosen_outputs_are_kept_and_these_are_checked():
    assert sum(map(is_checked, code_cells(NOTEBOOK))) == 3
