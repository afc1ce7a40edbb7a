"""How gBizINFO is asked: the parts of a record, and limits; address and token are settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

TOKEN_HEADER = "X-hojinInfo-api-token"  # noqa: S105 - the name of a header
VERSIONS = ("v2", "v1")
ENVELOPE = "hojin-infos"  # with a hyphen

PARTS: Mapping[str, str] = {
    "certification": "certification",
    "commendation": "commendation",
    "corporation": "corporation-info",
    "finance": "finance",
    "patent": "patent",
    "procurement": "procurement",
    "subsidy": "subsidy",
    "workplace": "workplace_info",
}
"""The service answers a record in parts: sub-resource → its field in the record."""

ONLY_V2 = frozenset({"corporation"})

MOST_BYTES = 256 << 20
"""Of one answer."""
MOST_ON_A_PAGE = 5000
MOST_PAGES = 10
"""Of a search: more than 50,000 hits can only be had by asking for less at a time."""
