"""What the search stores of many bodies at once: as `search.index_terms` of each, at half its price."""

from __future__ import annotations

import unicodedata
from itertools import accumulate
from typing import TYPE_CHECKING

import numpy as np

from mirasapo.business.search import (
    BMP_END,
    CORPORATE_FORMS,
    PRIVATE_SIZE,
    PRIVATE_START,
    common_spelling,
    normalise,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NUL = "\0"  # no name holds one


def normalise_all(names: Sequence[str]) -> list[str]:
    """`normalise` of each name."""
    if not names:
        return []
    # One by one, as most are in this form already; a block is only when all of them are.
    text = common_spelling(_NUL.join([unicodedata.normalize("NFKC", name) for name in names]))
    while (shorter := CORPORATE_FORMS.sub("", text)) != text:
        text = shorter
    # What is nothing but a form keeps it, and how much of it only the name alone tells.
    return [found or normalise(name) for found, name in zip(text.split(_NUL), names, strict=True)]


def index_terms_of(
    names: Sequence[str], others: Sequence[str | None]
) -> Iterator[tuple[str, list[int]]]:
    """`index_terms` of each name with one other of it, such as its kana."""
    found = normalise_all(names)
    further = normalise_all([other or "" for other in others])
    for name, one, other in zip(found, _grams_of(found), _grams_of(further), strict=True):
        yield name, sorted({*one, *other})


def _grams_of(texts: Sequence[str]) -> Iterator[list[int]]:
    """The bigrams of each text as `search.grams` packs them, in their order and with repeats."""
    codes = np.frombuffer(_NUL.join(texts).encode("utf-32-le"), "<u4").astype(np.int64)
    codes = np.where(codes < BMP_END, codes, PRIVATE_START + codes % PRIVATE_SIZE)
    packed = ((codes[:-1] << 16 | codes[1:]) - 2**31).tolist()
    begins = accumulate(texts, lambda begin, text: begin + len(text) + 1, initial=0)
    for begin, text in zip(begins, texts, strict=False):
        yield packed[begin : begin + max(len(text) - 1, 0)]
