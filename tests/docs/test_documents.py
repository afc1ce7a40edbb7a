"""What the documents say is there: commands, settings, pages, links; generated pages are fresh."""

from __future__ import annotations

import importlib.util
import re
import subprocess
from functools import cache
from pathlib import Path

import pytest
from typer.testing import CliRunner

from mirasapo.cli.main import GROUPS, app, attach

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    path.relative_to(ROOT)
    for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("rulebook/*.md")]
)


def _reference():
    spec = importlib.util.spec_from_file_location("reference", ROOT / "scripts" / "reference.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    "name",
    [
        "cli.md",
        "gbizinfo_fields.md",
        "jgrants_fields.md",
        "problems.md",
        "programmes.md",
        "settings.md",
    ],
)
def test_generated_reference_is_fresh(name):
    written = (ROOT / "docs" / "reference" / name).read_text("utf-8")
    assert written == re.sub(r"[ \t]+$", "", _reference().PAGES[name](), flags=re.MULTILINE)


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_relative_links_lead_somewhere(page):
    text = (ROOT / page).read_text("utf-8")
    targets = re.findall(r"\]\((?!https?://|#)([^)#]+)", text)
    missing = [target for target in targets if not (ROOT / page).parent.joinpath(target).exists()]
    assert missing == []


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_every_make_command_in_a_page_exists(page):
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = set(
        re.findall(r"(?:`|^)make ([a-z-]+)", (ROOT / page).read_text("utf-8"), re.MULTILINE)
    )
    assert named <= targets


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_every_mirasapo_command_in_a_page_exists(page):
    attach(sorted(GROUPS))
    named = re.findall(r"`mirasapo ([a-z]+)(?: ([a-z]+))?", (ROOT / page).read_text("utf-8"))
    missing = {words for words in set(named) if not (_helps(*words) or _helps(words[0]))}
    assert missing == set()


@cache
def _helps(*words):
    return CliRunner().invoke(app, [*filter(None, words), "--help"]).exit_code == 0


def test_make_lists_itself():
    said = subprocess.run(
        ["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    for target in [
        "demo",
        "story",
        "test",
        "deep",
        "check",
        "fix",
        "bench",
        "lab",
        "docs",
        "generate",
    ]:
        assert re.search(rf"^{target}\b", said, re.MULTILINE), target


def test_ci_calls_the_readme_test_command():
    assert "make test" in (ROOT / ".ci" / "run").read_text("utf-8")
    assert "\nmake test\n" in (ROOT / "README.md").read_text("utf-8")


def test_no_path_of_a_machine_is_in_the_project():
    tracked = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.split("\0")
    found = [
        name
        for name in tracked
        if name.endswith((".py", ".md", ".toml", ".yml", ".yaml", ".sh", ".ipynb", ".cfg", ".json"))
        and (ROOT / name).exists()
        and re.search(
            r"(?<![\w.])/(work|root|home)/\w", (ROOT / name).read_text("utf-8", errors="replace")
        )
    ]
    assert found == []


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_every_test_that_a_page_names_exists(page):
    named = re.findall(r"`(tests/[\w/.]+)`", (ROOT / page).read_text("utf-8"))
    assert [path for path in named if not (ROOT / path).exists()] == []
