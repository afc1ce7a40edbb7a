"""What a check finds in a filing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mirasapo.intake.conformance.subject import Subject


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that breaks a rule: where, what it is, how to put it right. Never the value itself."""

    rule: str
    place: str
    what: str
    how: str


Seen = Finding | None
"""Something that a rule is about: None where it keeps to the rule."""

Check = Callable[["Subject"], Iterator[Seen]]
"""Yields one for each thing it looks at: a rule with nothing to look at does not apply."""
