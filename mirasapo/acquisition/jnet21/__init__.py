"""J-Net21: its articles on support (CSV), and what its search lists (JSON)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from mirasapo.acquisition.programmes.regions import AREAS, EVERYWHERE, prefectures

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mirasapo.acquisition.programmes.record import Entry

SOURCE = "jnet21"
_ORGANISER_AND_REGION = re.compile(
    "【([^】]{1,80})】[\\s\u3000]*[(\uff08]([^)\uff09]{1,20})[)\uff09][\\s\u3000]*"
)
_KIND = re.compile("(?:【[^】]*】)?([^:\uff1a「]{2,20})[:\uff1a]\\s*「")
_KNOWN = {EVERYWHERE, *AREAS}


def complete(entry: Entry, raw: Mapping[str, Any]) -> Entry:
    """The entry with its address and, of the search's list, what stands before its summary.

    「【八頭町】(鳥取県)…」 names organiser and region, 「補助金・助成金:「…」」 the kind.
    """
    entry = replace(entry, url=entry.source_id)
    if "link" not in raw:
        return entry
    kind = _KIND.match(entry.title)
    if kind is not None:
        entry = replace(entry, kind=kind[1])
    found = _ORGANISER_AND_REGION.match(entry.summary or "")
    if found is None or found[2] not in prefectures() | _KNOWN:
        return entry
    return replace(
        entry,
        organisers=(found[1],),
        regions=(found[2],),
        summary=(entry.summary or "")[found.end() :] or None,
    )
