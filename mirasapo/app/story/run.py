"""Runs the steps one by one and tells what was expected and what was seen."""

from __future__ import annotations

import time
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from mirasapo.errors import MirasapoError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mirasapo.app.story.stage import Stage

    Step = Callable[[Stage], tuple[Any, Any]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One step: it holds when what was seen equals what was expected."""

    step: str
    expected: str
    seen: str
    holds: bool
    ms: int

    def line(self) -> str:
        """The step as one line for a person."""
        mark = "○" if self.holds else "×"
        return f"{mark} {self.step} | 期待: {self.expected} | 実際: {self.seen} | {self.ms} ms"

    def record(self) -> dict[str, Any]:
        """The step as `mirasapo story --json` gives it."""
        return asdict(self)


def run(stage: Stage, steps: Sequence[Step], tell: Callable[[Outcome], None]) -> list[Outcome]:
    """Play all steps; a step that cannot be played is one that does not hold, the rest goes on."""
    outcomes = []
    for step in steps:
        title = (step.__doc__ or step.__name__).strip().splitlines()[0]
        began = time.perf_counter()
        try:
            expected, seen = step(stage)
        except MirasapoError as refusal:
            expected, seen = "実行できる", refusal.sentence
        except Exception as fault:  # noqa: BLE001 - what builds on a failed step may find anything
            expected, seen = "実行できる", f"{type(fault).__name__}: {fault}"
        ms = round((time.perf_counter() - began) * 1000)
        outcome = Outcome(title, _text(expected), _text(seen), expected == seen, ms)
        tell(outcome)
        outcomes.append(outcome)
    return outcomes


def _text(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {_text(part)}" for name, part in value.items())
    if isinstance(value, list | tuple | set | frozenset):
        return "・".join(str(part) for part in value) or "なし"
    return str(value)
