"""ミラサポplus 制度ナビ: its list of support as CSV, 44 columns with JSON inside the cells."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mirasapo.acquisition.programmes.record import Entry

SOURCE = "mirasapo_navi"
_PAGE = "https://seido-navi.mirasapo-plus.go.jp/supports/"


def complete(entry: Entry, _raw: Mapping[str, Any]) -> Entry:
    """The entry with the address of its page, which the list leaves out."""
    return replace(entry, url=f"{_PAGE}{entry.source_id}") if entry.source_id.isdecimal() else entry
