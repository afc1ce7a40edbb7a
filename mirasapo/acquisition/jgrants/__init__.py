"""jGrants' public API: the catalogue of subsidies and their calls; never anybody's filing."""

from __future__ import annotations

from pathlib import Path

SOURCE = "jgrants"
RECORDED = Path(__file__).parent / "recorded"
"""Our own recordings of made-up subsidies, written after the service's specification."""
