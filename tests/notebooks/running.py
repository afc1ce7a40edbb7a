"""Runs a notebook as nbval does: every cell, and the outputs it keeps compared with the new ones."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path


def nbval(notebook: Path, scratch: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """The finished run in the folder `scratch`; `settings` are set, others of MIRASAPO_ are not."""
    configuration = scratch / "pytest.ini"
    configuration.write_text("[pytest]\n")
    command = [sys.executable, "-m", "pytest", "-q", "-c", str(configuration)]
    command += ["--rootdir", str(scratch), "-p", "no:cacheprovider", "--nbval-lax", str(notebook)]
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("MIRASAPO_")
    }
    return subprocess.run(
        command,
        env=environment | settings,
        cwd=scratch,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def code_cells(notebook: Path) -> list[dict[str, Any]]:
    """The cells that run."""
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    return [one for one in cells if one["cell_type"] == "code"]


def is_checked(cell: dict[str, Any]) -> bool:
    """Its output is compared; such a cell keeps it, and no other does."""
    checked = cell["source"][0].startswith("# NBVAL_CHECK_OUTPUT")
    assert bool(cell["outputs"]) == checked
    assert ("keep_output" in cell["metadata"].get("tags", [])) == checked
    return checked
