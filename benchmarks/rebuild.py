"""The master rebuilt from the lake beside the first load of the same filings, in one run.

The first load is a batch of ready-made filings: payloads into the lake, checks, rows, consents and
the master. The rebuild reads every payload back, checks it, folds it again and hashes the state. It
has more to do than the load had: some values have been corrected since.
"""

from __future__ import annotations

import statistics
import time
from typing import TYPE_CHECKING

from benchmarks.figure import Figure, spread
from benchmarks.stage import platform
from mirasapo.app.sample.filings import Filings
from mirasapo.app.sample.world import make_world
from mirasapo.business.rebuild import rebuild
from mirasapo.business.stating import correct
from mirasapo.intake.bulk import receive_many
from mirasapo.intake.receive import Delivery
from mirasapo.store.tables import business

if TYPE_CHECKING:
    from mirasapo.app.root import Platform

BUSINESSES = 600
CORRECTIONS = 30
ROUNDS = 3
TARGET = 1.0


def figures() -> list[Figure]:
    """The time of a rebuild as a share of the time of the first load."""
    with platform() as (made, _):
        world = make_world(BUSINESSES, seed=1)
        deliveries = [
            Delivery(one.client_id, [one.programme], one.body)
            for one in Filings(made.catalog, made.policy, world)
        ]
        began = time.perf_counter()
        received = receive_many(made.databases, made.lake, made.catalog, deliveries)
        load = time.perf_counter() - began
        if received.accepted != len(deliveries):
            raise RuntimeError(f"{received.accepted} of {len(deliveries)} accepted")
        _correct(made)
        times, hashes = [], set()
        for _ in range(ROUNDS):
            began = time.perf_counter()
            hashes.add(rebuild(made.databases, made.lake, made.catalog).state_hash)
            times.append(time.perf_counter() - began)
    if len(hashes) > 1:
        raise RuntimeError("a rebuild changed the master")
    beside = (
        f"first load of {len(deliveries)} filings: {load:.2f} s; rebuild: {spread(times)} s;"
        f" {CORRECTIONS} corrections"
    )
    return [Figure("rebuild / first load", statistics.median(times) / load, "×", TARGET, beside)]


def _correct(made: Platform) -> None:
    with made.databases.intake.connect() as conn:
        ids = conn.scalars(business.select().with_only_columns(business.c.business_id)).all()
    for business_id in ids[:CORRECTIONS]:
        correct(
            made.databases,
            made.lake,
            made.catalog,
            business_id=business_id,
            item_key="business_identity.officer_count",
            value=3,
            stated_by="bench",
        )
