"""One filing of about 60 items over HTTP, durable, beside the bare INSERT of its rows.

The bare side puts the very rows that a push has made into twins of their tables (keys, indexes and
checks, no foreign keys, no row security): one round trip, one transaction, synced like the other. It
reads, checks and projects nothing and keeps no payload. Both sides in turn, by one client and by eight.
"""

from __future__ import annotations

import statistics
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg.types.json import Jsonb

from benchmarks.figure import Figure, spread
from benchmarks.push import filings_for
from benchmarks.stage import platform, served
from mirasapo.app import sample
from mirasapo.client import MirasapoClient

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from mirasapo.intake.receive import Delivery

TIMES = 4.0
ROUNDS = 5
AT_A_TIME = 16
CROWD = 8


def figures() -> list[Figure]:
    """How many times the bare INSERT one push takes, at one client and at eight."""
    with platform() as (made, url), ExitStack() as stack:
        sample.load(made, businesses=3, seed=1)
        told = sample.demo_accounts(made, 1)["client"]
        deliveries = iter(filings_for(made, 2 * ROUNDS * AT_A_TIME))
        base_url = stack.enter_context(served(made, "mirasapo_api.asgi:create"))
        plain = url.replace("+psycopg2", "").replace("+psycopg", "")
        systems = [
            stack.enter_context(MirasapoClient(base_url)).sign_in_client(
                told["client_id"], told["secret"]
            )
            for _ in range(CROWD)
        ]
        bare = [stack.enter_context(_connected(plain)) for _ in range(CROWD)]
        owner = stack.enter_context(_connected(plain))
        twins = _Twins(owner)
        found = []
        for clients in (1, CROWD):
            pushes: list[float] = []
            inserts: list[float] = []
            for _ in range(ROUNDS):
                some = [next(deliveries) for _ in range(AT_A_TIME)]
                pushed = _by(clients, systems, some, _push)
                pushes += [took for took, _ in pushed]
                texts = [twins.inserts(business) for _, business in pushed]
                inserts += [took for took, _ in _by(clients, bare, texts, _insert)]
            name = f"push of one filing beside the bare INSERT, {clients} client(s)"
            beside = f"push ms: {spread(pushes)}; INSERT ms: {spread(inserts)}"
            ratio = statistics.median(pushes) / statistics.median(inserts)
            found.append(Figure(name, ratio, "×", TIMES, beside))
    return found


def _by(
    clients: int,
    hands: Sequence[Any],
    things: Sequence[Any],
    do: Callable[[Any, Any], tuple[float, Any]],
) -> list[tuple[float, Any]]:
    """Do each thing by one of so many hands at once; how long each took and what came of it."""

    def turn(hand: int) -> list[tuple[float, Any]]:
        return [do(hands[hand], thing) for thing in things[hand::clients]]

    with ThreadPoolExecutor(clients) as pool:
        return [each for done in pool.map(turn, range(clients)) for each in done]


def _push(system: MirasapoClient, delivery: Delivery) -> tuple[float, UUID]:
    began = time.perf_counter()
    receipt = system.push(delivery.body)
    return (time.perf_counter() - began) * 1000, receipt.business_id


def _insert(conn: psycopg.Connection[Any], statements: str) -> tuple[float, None]:
    began = time.perf_counter()
    conn.execute(statements.encode())
    return (time.perf_counter() - began) * 1000, None


def _connected(url: str) -> psycopg.Connection[Any]:
    return psycopg.connect(url, autocommit=True, cursor_factory=psycopg.ClientCursor)


class _Twins:
    """Twins of the tables that a filing writes, in a schema of their own."""

    def __init__(self, conn: psycopg.Connection[Any]) -> None:
        self._conn = conn
        of_business = conn.execute(
            "SELECT table_schema || '.' || table_name FROM information_schema.columns"
            " WHERE column_name = 'business_id' AND table_schema IN ('core', 'trust')"
        ).fetchall()
        self._where = {name: "business_id = %(business)s" for (name,) in of_business}
        self._where["core.payload"] = (
            "sha256 IN (SELECT payload_sha256 FROM core.filing WHERE business_id = %(business)s)"
        )
        conn.execute("CREATE SCHEMA bench")
        for name in self._where:
            twin = f"CREATE TABLE bench.{_twin(name)} (LIKE {name} INCLUDING ALL)"
            conn.execute(twin.encode())

    def inserts(self, business: UUID) -> str:
        """One text that inserts everything about a business into the twins, in one transaction."""
        texts = []
        with self._conn.cursor() as cursor:
            for name, where in self._where.items():
                asked = f"SELECT * FROM {name} WHERE {where}"  # noqa: S608 - own names
                cursor.execute(asked.encode(), {"business": business})
                rows = [_plain(row) for row in cursor.fetchall()]
                if not rows:
                    continue
                shape = f"({', '.join(['%s'] * len(rows[0]))})"
                values = ", ".join(cursor.mogrify(shape.encode(), row) for row in rows)
                texts.append(
                    f"INSERT INTO bench.{_twin(name)} OVERRIDING SYSTEM VALUE VALUES {values}"  # noqa: S608
                )
        return f"BEGIN; {'; '.join(texts)}; COMMIT"


def _twin(name: str) -> str:
    return name.replace(".", "_")


def _plain(row: tuple[Any, ...]) -> list[Any]:
    return [Jsonb(cell) if isinstance(cell, dict) else cell for cell in row]
