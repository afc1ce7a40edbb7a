"""MIRASAPO_HOME: the one folder of everything that is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirasapo.errors import NotReady

if TYPE_CHECKING:
    from pathlib import Path


def make_home(home: Path) -> None:
    """Make the folder if it is not there. Raises NotReady where that cannot be done."""
    try:
        home.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise NotReady(
            f"{home} に保存場所を作れません。",
            "場所がないか、書き込む権限がないか、同じ名前のファイルがあります。",
            "MIRASAPO_HOMEに、書き込めて空きのある場所を指定してください。",
        ) from fault
