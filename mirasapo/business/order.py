"""What decides between two contributions: a text that sorts, made of what the payload itself says.

Authority, as-of date, the sender's own version, rank of the source, content hash, source: nothing
of it is a property of arrival.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


class Authority(Enum):
    """Who speaks: (name, weight for items of the register, rank when everything else ties)."""

    NTA = ("nta", 9, 0)
    GBIZINFO = ("gbizinfo", 7, 1)
    FILING = ("filing", 5, 2)
    PORTAL = ("portal", 5, 3)
    SETTLEMENT = ("settlement", 7, 4)

    @property
    def registry_weight(self) -> int:
        """For items of the register: the register before gBizINFO (and what was settled) before filings."""
        return self.value[1]

    @property
    def source_rank(self) -> int:
        """Between equal dates and versions: the business's own entry, filing, gBizINFO."""
        return self.value[2]


def order_key(
    authority: Authority,
    *,
    registry: bool,
    as_of_on: date,
    version: int,
    payload_sha256: str,
    source: str,
) -> str:
    """The key of a contribution for one unit: greater wins, and no two differ only in arrival."""
    weight = authority.registry_weight if registry else 5
    return (
        f"{weight}|{as_of_on.isoformat()}|{version:010d}|{authority.source_rank}"
        f"|{payload_sha256}|{source}"
    )
