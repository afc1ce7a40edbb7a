"""What a rule of the lint says."""

from __future__ import annotations

from typing import NamedTuple


class Finding(NamedTuple):
    """Where (an item's key or a file), what is wrong, and how to put it right.

    `about` names what is missing, so that it is not told where that has a problem of its own.
    """

    where: str
    what: str
    cure: str
    about: str = ""
