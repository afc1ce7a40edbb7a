"""environment.yml, constraints.txt and pyproject.toml say the same."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]


def _project() -> dict:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def _requirements() -> list[str]:
    project = _project()
    return [*project["dependencies"], *project["optional-dependencies"]["dev"]]


def test_environment_yml_equals_pyproject():
    dependencies = yaml.safe_load((ROOT / "environment.yml").read_text("utf-8"))["dependencies"]
    (pip,) = [entry["pip"] for entry in dependencies if isinstance(entry, dict)]
    assert pip == _requirements()
    assert f"python {_project()['requires-python']}" in dependencies


def test_every_requirement_is_pinned_in_the_constraints():
    pinned = {
        line.split("==")[0].lower().replace("_", "-")
        for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines()
        if "==" in line
    }
    names = {re.split(r"[\[<>=!~ ]", line)[0].lower() for line in _requirements()}
    assert names <= pinned


def test_constraints_name_versions_only():
    for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines():
        assert re.fullmatch(r"[A-Za-z0-9_.-]+==[A-Za-z0-9_.+!-]+", line), line


def test_the_packages_of_the_design_card_are_dependencies():
    card = (
        "jupyterlab voila ipywidgets pandas sqlalchemy psycopg2-binary plotly fastapi pytest nbval"
    )
    names = {re.split(r"[\[<>=!~ ]", line)[0].lower() for line in _requirements()}
    assert set(card.split()) <= names
