"""A measured figure: its name, value, target, whether the target holds, and what it stands beside."""

from __future__ import annotations

import statistics
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure; `target` is None where nothing was promised, `at_most` tells its side."""

    figure: str
    value: float
    unit: str
    target: float | None
    beside: str
    at_most: bool = True

    @property
    def holds(self) -> bool | None:
        """Whether the target is met; None without a target."""
        if self.target is None:
            return None
        return self.value <= self.target if self.at_most else self.value >= self.target

    def record(self) -> dict[str, Any]:
        """The figure as benchmarks/results/<name>.json keeps it."""
        row = asdict(self)
        del row["at_most"]
        return {**row, "value": round(self.value, 4), "holds": self.holds}

    def line(self) -> str:
        """The figure as a line: `figure = value, target, holds`."""
        sign = "<=" if self.at_most else ">="
        target = (
            "no target" if self.target is None else f"target {sign} {self.target:g} {self.unit}"
        )
        holds = {None: "–", True: "holds", False: "MISSED"}[self.holds]
        return f"{self.figure} = {self.value:.3f} {self.unit}, {target}, {holds}  ({self.beside})"


def spread(values: Sequence[float]) -> str:
    """Median with the middle half, in the unit of the values."""
    low, _, high = statistics.quantiles(values, n=4)
    return (
        f"median {statistics.median(values):.2f}, middle half {low:.2f}–{high:.2f}, n={len(values)}"
    )


def interleaved(
    sides: dict[str, Callable[[], float]], rounds: int, warm_up: int = 5
) -> dict[str, list[float]]:
    """Run the sides in turn, so that noise of the machine meets all of them alike.

    Each side gives its own duration in milliseconds; the first `warm_up` rounds are thrown away.
    """
    seen: dict[str, list[float]] = {name: [] for name in sides}
    names = list(sides)
    for number in range(rounds + warm_up):
        for name in names[number % len(names) :] + names[: number % len(names)]:
            duration = sides[name]()
            if number >= warm_up:
                seen[name].append(duration)
    return seen
