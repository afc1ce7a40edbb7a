"""The built wheel, installed outside the clone, carries its data and collides with nothing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    build = [
        *pip,
        "wheel",
        "--no-deps",
        "--no-build-isolation",
        "--wheel-dir",
        str(folder),
        str(ROOT),
    ]
    subprocess.run(build, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """A folder outside the clone with the wheel's content, first on the path."""
    site = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    return site


def _run(installed, *words):
    return subprocess.run(
        [sys.executable, *words],
        cwd=installed.parent,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_wheel_passes_model_check_outside_the_clone(installed):
    where = _run(installed, "-c", "import mirasapo; print(mirasapo.__file__)")
    assert where.stdout.startswith(str(installed))
    done = _run(installed, "-m", "mirasapo.cli", "model", "check", "--json")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert (found["generic"], found["specific"], found["programmes"]) == (443, 802, 16)
    assert found["errors"] == []


def test_only_our_own_names_are_on_the_top_level(wheel):
    with zipfile.ZipFile(wheel) as archive:
        top = {name.split("/")[0] for name in archive.namelist()}
    assert {name for name in top if not name.endswith(".dist-info")} == {"mirasapo", "mirasapo_api"}


def test_data_rulebook_dashboards_and_notebooks_travel_in_it(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    for inside in (
        "data_model/programmes.yaml",
        "rulebook/policy.yaml",
        "dashboards/business.ipynb",
        "notebooks/01_data_model.ipynb",
        "notebooks/03_event_study.ipynb",
    ):
        assert f"mirasapo/shipped/{inside}" in names


def test_the_api_ships_under_a_name_that_cannot_collide(installed):
    done = _run(installed, "-c", "import mirasapo_api.app; print(mirasapo_api.__file__)")
    assert done.stdout.startswith(str(installed)), done.stderr
