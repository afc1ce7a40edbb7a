"""The key of an item uses the words of the house, not those that the glossary refuses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mirasapo.catalog.lint.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mirasapo.catalog.model import Catalog, Item

# A refused word that means something else in a category, with what it means there.
HOMONYMS: Mapping[tuple[str, str], str] = {
    ("restructuring", "decline"): "売上が減ること。断ることではない",
    ("sustaining_low_risk", "decline"): "収入が減ること。断ることではない",
}
_ENGLISH = re.compile(r"[a-z_]+")


def findings(catalog: Catalog) -> Iterator[Finding]:
    """Keys with a word that another word of the house replaces."""
    for item in catalog.items:
        for word, identifier in refused_words(catalog, item):
            if (item.category, word) not in HOMONYMS:
                what = f"項目キー {item.key} の {word} は、glossary.yaml で退けた語です。"
                cure = f"{identifier} を使います(別の意味なら HOMONYMS に理由を書きます)。"
                yield Finding(item.key, what, cure, about=word)


def refused_words(catalog: Catalog, item: Item) -> Iterator[tuple[str, str]]:
    """The words of the key that the glossary refuses, singular or plural, and what replaces them."""
    for term in catalog.glossary:
        for word in term.refused:
            if is_in(word, f"{item.category}_{item.column}"):
                yield word, term.identifier


def is_in(word: str, name: str) -> bool:
    """Whether a name has the word, singular or plural; a word that is not English is in none."""
    found = _ENGLISH.fullmatch(word) and re.search(rf"_{word}(s|es)?_", f"_{name}_")
    return found is not None
