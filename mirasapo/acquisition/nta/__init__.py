"""The register of corporations (国税庁法人番号公表サイト), read from its files."""

from __future__ import annotations

from pathlib import Path

RECORDED_CUT = Path(__file__).parent / "recorded" / "register_cut_200.csv"
"""200 real rows of the daily differences of July and August 2021; see recorded/README.md."""
