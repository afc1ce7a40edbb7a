"""Which entry is one of the 16 programmes: by its title, where that leaves no doubt.

Most of the 16 are of one budget (「令和2年度第3次補正」), which a title without it does not tell.
So a link needs the whole name, or a title listed in `data_model/mappings/subsidy_titles.csv`.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from typing import TYPE_CHECKING

from mirasapo.resources import resource

if TYPE_CHECKING:
    from mirasapo.catalog import Catalog

_SIGNS = re.compile(r"[\s【】\[\]「」『』]+")


class Links:
    """The programme of a title."""

    def __init__(self, catalog: Catalog) -> None:
        self._by_title = {_plain(each.name_ja): each.code for each in catalog.programmes.values()}
        file = resource("data_model") / "mappings" / "subsidy_titles.csv"
        with file.open(encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows):
                self._by_title[_plain(row["title"])] = row["programme"]

    def programme_of(self, title: str) -> str | None:
        """The programme's code, None where the title could be another's."""
        return self._by_title.get(_plain(title))


def _plain(title: str) -> str:
    return _SIGNS.sub("", unicodedata.normalize("NFKC", title))
