"""What an estimate has to find: the effect that the sample was made with.

Means over the businesses whose adoption a study can see (`Business.studied`), in logs, by fiscal
years since the adoption and over all their years from the adoption on.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from mirasapo.app.sample.world import PERIODS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mirasapo.app.sample.world import World


def truth(worlds: Sequence[World]) -> dict[str, Any]:
    """The true effects over all `worlds`, and how they were made; plain data for a JSON file.

    `overall` and `event_time` are those of log net sales; `outcomes` has every outcome.
    """
    outcomes = {
        "log_net_sales": _means(_effects(worlds, value_added=False)),
        "log_value_added": _means(_effects(worlds, value_added=True)),
    }
    return {
        "made_up": True,
        "programme": "04",
        "samples": [{"seed": one.seed, "businesses": len(one.businesses)} for one in worlds],
        "adopted_businesses": sum(one.studied for world in worlds for one in world.businesses),
        "outcome": "log_net_sales",
        **outcomes["log_net_sales"],
        "outcomes": outcomes,
    }


def _effects(worlds: Iterable[World], *, value_added: bool) -> dict[int, list[float]]:
    by_event_time: dict[int, list[float]] = defaultdict(list)
    for world in worlds:
        factor = world.parameters.value_added_factor if value_added else 1.0
        for business in world.businesses:
            adopted_in = business.adopted_in
            if adopted_in is None or not business.studied:
                continue
            for year, effect in zip(PERIODS, business.effects, strict=True):
                if year >= adopted_in:
                    by_event_time[year - adopted_in].append(factor * effect)
    return by_event_time


def _means(by_event_time: dict[int, list[float]]) -> dict[str, Any]:
    every = [effect for effects in by_event_time.values() for effect in effects]
    return {
        "overall": sum(every) / len(every) if every else None,
        "event_time": {
            str(event): sum(effects) / len(effects)
            for event, effects in sorted(by_event_time.items())
        },
    }
