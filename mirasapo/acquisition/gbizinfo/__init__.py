"""gBizINFO: what the state has published about a corporation, fetched number by number."""

from __future__ import annotations

from pathlib import Path

RECORDED = Path(__file__).parent / "recorded" / "9999999000000.json"
"""Our own recording of a made-up corporation, written after the service's OpenAPI."""
