"""1,000 filings pushed: over HTTP one by one, in bulk, as a batch, and the limits of the machine.

Raw COPY writes the same rows into twins of their tables, with keys, indexes and checks but without
foreign keys, row security, validation and projection. It writes no payload: the 3,000 files of the
filings, written and synced by as many threads as the lake has, are a limit of their own, and neither
limit can be passed by doing both at once.
"""

from __future__ import annotations

import io
import json
import os
import statistics
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from typing import TYPE_CHECKING

import psycopg

from benchmarks.figure import Figure, spread
from benchmarks.stage import platform, served
from mirasapo.app import sample
from mirasapo.app.sample.numbers import corporate_number
from mirasapo.app.story.filing import PROGRAMME, filing
from mirasapo.client import MirasapoClient
from mirasapo.intake.batch_work import run
from mirasapo.intake.batches import BatchDesk
from mirasapo.intake.bulk import receive_many
from mirasapo.intake.receive import LAKE_WRITERS, Delivery

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from mirasapo.app.root import Platform

FILINGS = 1_000
CLIENT = "bench-04"
SHARE_OF_COPY = 0.5
FIRST_DAY = date(2022, 4, 1)


def figures() -> list[Figure]:
    """Filings a second over HTTP and in bulk, and the share of raw COPY that bulk reaches."""
    with platform() as (made, url):
        deliveries = _deliveries(made)
        lake = _lake_seconds(made, deliveries)
        files = _file_seconds(made.settings.home / "plain", deliveries)
        began = time.perf_counter()
        received = receive_many(made.databases, made.lake, made.catalog, deliveries)
        bulk = time.perf_counter() - began
        if received.accepted != FILINGS:
            raise RuntimeError(f"{received.accepted} of {FILINGS} accepted")
        raw, rows = _raw_copy(url)
    with platform() as (made, url):
        batch, _ = _batch_seconds(made)
        raw_batch, rows_batch = _raw_copy(url)
    times = _over_http()
    each = statistics.median(times)
    limit = (
        f"raw COPY of the same {rows} rows: {raw:.2f} s; plain synced files: {files:.2f} s;"
        f" lake writes one by one: {lake:.2f} s"
    )
    return [
        Figure("push in bulk", FILINGS / bulk, "filings/s", None, limit),
        Figure("share of raw COPY", raw / bulk, "×", SHARE_OF_COPY, limit, at_most=False),
        Figure(
            "share of the slower limit", max(raw, files) / bulk, "×", None, limit, at_most=False
        ),
        Figure(
            "batch, share of raw COPY",
            raw_batch / batch,
            "×",
            SHARE_OF_COPY,
            f"{FILINGS / batch:.0f} filings/s; raw COPY of the same {rows_batch} rows: {raw_batch:.2f} s",
            at_most=False,
        ),
        Figure("push over HTTP, two attachments", 1000 / each, "filings/s", None, spread(times)),
    ]


def _deliveries(made: Platform) -> list[Delivery]:
    found = []
    for number in range(FILINGS):
        sent = filing(
            made.catalog, corporate_number(1, number), f"B-{number}", FIRST_DAY + timedelta(number)
        )
        body = json.dumps(sent.payload, ensure_ascii=False).encode()
        found.append(Delivery(CLIENT, {PROGRAMME}, body, _own(sent.attachments, number)))
    return found


def filings_for(made: Platform, number: int) -> list[Delivery]:
    """So many filings of different businesses, without files."""
    found = []
    for each in range(number):
        day = FIRST_DAY + timedelta(each)
        sent = filing(made.catalog, corporate_number(2, each), f"S-{each}", day).payload
        files = {entry["item"] for entry in sent["attachments"]}
        items = {key: value for key, value in sent["items"].items() if key not in files}
        body = json.dumps({**sent, "items": items, "attachments": []}, ensure_ascii=False)
        found.append(Delivery(CLIENT, {PROGRAMME}, body.encode()))
    return found


def _batch_seconds(made: Platform) -> tuple[float, int]:
    """Seconds to take in a batch of so many filings without files; how many there were."""
    deliveries = filings_for(made, FILINGS)
    desk = BatchDesk.of(made.databases, made.lake, made.settings)
    with desk.receiving() as (pouring, path):
        pouring.write(b"\n".join(each.body for each in deliveries))
        pouring.close()
        taken = desk.take(CLIENT, [PROGRAMME], path, pouring)
    began = time.perf_counter()
    run(made, taken.batch_id)
    seconds = time.perf_counter() - began
    done = desk.find(CLIENT, taken.batch_id)
    if done.accepted != FILINGS:
        raise RuntimeError(f"{done.accepted} of {FILINGS} accepted")
    return seconds, done.accepted


def _own(attachments: Mapping[str, bytes], number: int) -> dict[str, bytes]:
    """Files that differ from filing to filing: the lake keeps the same bytes once only."""
    return {name: content + f"% {number}\n".encode() for name, content in attachments.items()}


def _file_seconds(folder: Path, deliveries: list[Delivery]) -> float:
    """Seconds to write and sync what the lake will keep as plain files, in one folder."""
    folder.mkdir()
    contents = [each for d in deliveries for each in (d.body, *d.attachments.values())]

    def write(number: int) -> None:
        with (folder / str(number)).open("wb") as file:
            file.write(contents[number])
            file.flush()
            os.fsync(file.fileno())

    began = time.perf_counter()
    with ThreadPoolExecutor(LAKE_WRITERS) as writers:
        list(writers.map(write, range(len(contents))))
    return time.perf_counter() - began


def _lake_seconds(made: Platform, deliveries: list[Delivery]) -> float:
    began = time.perf_counter()
    for number, delivery in enumerate(deliveries):
        for content in (delivery.body, *delivery.attachments.values()):
            made.lake.put(b"alone %d " % number + content)
    return time.perf_counter() - began


def _raw_copy(url: str) -> tuple[float, int]:
    """Seconds to COPY every row that the filings became into twins of their tables; the rows."""
    with psycopg.connect(url.replace("+psycopg2", "").replace("+psycopg", "")) as conn:
        names = [
            name
            for (name,) in conn.execute(
                "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables"
                " WHERE schemaname = 'core' OR (schemaname, tablename) = ('trust', 'consent')"
            ).fetchall()
            if "schema_version" not in name
        ]
        conn.execute("CREATE SCHEMA bench")
        texts = {}
        for name in names:
            with conn.cursor().copy(f"COPY {name} TO STDOUT") as out:
                content = b"".join(bytes(part) for part in out)
            if content:
                conn.execute(f"CREATE TABLE bench.{name.split('.')[1]} (LIKE {name} INCLUDING ALL)")
                texts[name.split(".")[1]] = content
        conn.commit()
        began = time.perf_counter()
        for name, content in texts.items():
            with conn.cursor().copy(f"COPY bench.{name} FROM STDIN") as into:
                into.write(io.BytesIO(content).read())
        conn.commit()
        seconds = time.perf_counter() - began
    return seconds, sum(content.count(b"\n") for content in texts.values())


def _over_http() -> list[float]:
    with platform() as (made, _):
        sample.load(made, businesses=3, seed=1)
        client = sample.demo_accounts(made, 1)["client"]
        times = []
        with (
            served(made, "mirasapo_api.asgi:create") as base_url,
            MirasapoClient(base_url).sign_in_client(
                client["client_id"], client["secret"]
            ) as system,
        ):
            for delivery in _deliveries(made):
                began = time.perf_counter()
                system.push(delivery.body, delivery.attachments)
                times.append((time.perf_counter() - began) * 1000)
    return times
