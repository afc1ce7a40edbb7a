"""How high a row has to be for its texts.

Said in the file, since not every program measures wrapped texts when it opens one. The estimate is
for a font whose Japanese characters are square; it is rather a little too high than too low.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_UNIT = 5.25  # points of a column's width 1: a digit of the usual font
_LEADING = 1.6  # of a line, in sizes of its font
_SPACE = 4.0
HIGHEST = 409.0  # that a row can be


def height(texts: Iterable[tuple[str, float, float]]) -> float:
    """The height in points for the highest of some texts, each with its column's width and size."""
    needed = (_lines(text, width, size) * size * _LEADING for text, width, size in texts)
    return min(HIGHEST, round(max(needed) + _SPACE))


def _lines(text: str, width: float, size: float) -> int:
    room = width * _UNIT / (size / 2)  # in narrow characters
    return sum(1 + int(max(0, _narrow(line) - 1) // room) for line in text.split("\n"))


def _narrow(text: str) -> int:
    """The length in narrow characters; a wide one counts two."""
    return sum(1 + (unicodedata.east_asian_width(character) in "WFA") for character in text)
