"""A guarded and ledgered read over HTTP beside the same read without guard and ledger.

Both are routes of one process with the same sign-in and the same shape of the answer; the unguarded
one runs the gate's function with every open-bits expression replaced by "all", as a login that row
security does not bind.
"""

from __future__ import annotations

import os
import statistics
import time
from datetime import UTC, datetime, timedelta
from types import FunctionType
from typing import TYPE_CHECKING
from uuid import UUID  # noqa: TC003 - FastAPI reads the annotations of a route

from fastapi import Request  # noqa: TC002 - FastAPI reads the annotations of a route
from sqlalchemy import Uuid, bindparam, text
from starlette.responses import Response  # noqa: TC002 - same

from benchmarks.figure import Figure, interleaved, spread
from benchmarks.stage import platform, served
from mirasapo.app import sample
from mirasapo.client import MirasapoClient
from mirasapo.gate import reveal
from mirasapo.store.databases import engine_of
from mirasapo.store.open_rows import open_rows
from mirasapo_api import asgi
from mirasapo_api.answers import json_answer
from mirasapo_api.routes import businesses
from mirasapo_api.routes.businesses import Reader  # noqa: TC001 - same

if TYPE_CHECKING:
    from collections.abc import Callable

    from fastapi import FastAPI

ROUNDS = 300
TARGET = 1.5
PURPOSE = 6


def create() -> FastAPI:
    """The application with the unguarded twin of the read beside it."""
    app = asgi.create()
    made = app.state.platform
    unbound = engine_of(os.environ["BENCH_DATABASE_URL"])
    with unbound.begin() as conn:  # the same function, less the guard
        conn.execute(text("CREATE SCHEMA bench"))
        conn.exec_driver_sql(
            open_rows("bench.open_rows", lambda _: "(-1)::bigint"),
            execution_options={"no_parameters": True},
        )
    plain = str(reveal._OPEN_ROWS.text).replace("core.", "bench.")  # noqa: SLF001 - the same read
    names = [bindparam(name, type_=Uuid) for name in ("asked_business", "asked_filing")]
    changed = {"_OPEN_ROWS": text(plain).bindparams(*names)}
    read = FunctionType(reveal._read.__code__, {**vars(reveal), **changed})  # noqa: SLF001

    @app.get("/bench/unguarded/{business_id}")
    def unguarded(request: Request, caller: Reader, business_id: UUID) -> Response:
        del request, caller
        with unbound.begin() as conn:
            rows = read(conn, business_id, None, set(reveal.LAYERS))
            values = tuple(reveal._values(made.catalog, rows, ()))  # noqa: SLF001
            now = datetime.now(UTC)
        found = reveal.Revealed(business_id, PURPOSE, now, values, (), {}, None)
        return json_answer(businesses._shaped(made.catalog, found))  # noqa: SLF001

    return app


def figures() -> list[Figure]:
    """The ratio of medians, reads alternating, one client on one connection."""
    with platform() as (made, url):
        sample.load(made, businesses=100, seed=1)
        people = sample.demo_accounts(made, 1)
        with served(made, "benchmarks.reveal:create", BENCH_DATABASE_URL=url) as base_url:
            first = people["supporters"][0]
            business_id = people["business"]["business_id"]
            with (
                MirasapoClient(base_url).sign_in_own(first["name"], first["password"]) as supporter,
                MirasapoClient(base_url).sign_in_business("prime") as business,
            ):
                everything = supporter.vocabulary().ceiling[PURPOSE]
                asked = supporter.request_disclosure(
                    business_id,
                    PURPOSE,
                    "計測のため",
                    everything,
                    datetime.now(UTC) + timedelta(days=1),
                )
                business.answer(asked.request_id, everything)
                path = f"/api/v1/businesses/{business_id}?purpose={PURPOSE}"
                sides = {
                    "guarded": _timed(supporter, path),
                    "unguarded": _timed(supporter, f"/bench/unguarded/{business_id}"),
                    "sign-in alone": _timed(supporter, "/api/v1/me"),
                }
                seen = interleaved(sides, ROUNDS)
    guarded, plain = (statistics.median(seen[side]) for side in ("guarded", "unguarded"))
    beside = "; ".join(f"{side}: {spread(times)} ms" for side, times in seen.items())
    return [Figure("guarded and ledgered / unguarded read", guarded / plain, "×", TARGET, beside)]


def _timed(client: MirasapoClient, path: str) -> Callable[[], float]:
    def once() -> float:
        began = time.perf_counter()
        client._call("GET", path)  # noqa: SLF001 - the whole answer, not yet read into objects
        return (time.perf_counter() - began) * 1000

    return once
