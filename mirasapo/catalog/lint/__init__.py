"""Rules on the data model as a whole, beyond that every reference resolves: a module per noun.

Each module has `findings(catalog)`; what it says holds for the committed data model without exception.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirasapo.catalog.lint import (
    codes,
    meanings,
    names,
    references,
    tables,
    texts,
    validity,
    values,
    words,
)
from mirasapo.catalog.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from mirasapo.catalog.model import Catalog

_NOUNS = (references, names, texts, values, codes, tables, meanings, words, validity)


def lint(
    catalog: Catalog, places: Mapping[str, tuple[str, int]], unsound: Collection[str]
) -> list[Problem]:
    """Everything that a single line cannot know; `places` gives file and line of each item key.

    `unsound` names what was refused when it was read: that it is missing is not told again.
    """
    found = (finding for noun in _NOUNS for finding in noun.findings(catalog))
    return [
        Problem(file, line, what, cure)
        for where, what, cure, about in found
        if about not in unsound
        for file, line in [places.get(where, (where, 1))]
    ]
