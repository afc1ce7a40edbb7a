"""A batch: each of its filings once, the bad lines told, whatever ends the work in between."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from sqlalchemy import select, text

from mirasapo.business.rebuild import rebuild
from mirasapo.business.state import state
from mirasapo.errors import KeyInFlight, NotFound
from mirasapo.intake import batches
from mirasapo.intake.batch_file import Limits
from mirasapo.intake.batch_work import run
from mirasapo.intake.batches import BatchDesk, remove_left, unfinished
from mirasapo.intake.idempotency import Once
from mirasapo.intake.receive import receive
from mirasapo.intake.scanning import Scanner
from mirasapo.intake.uploads import UploadDesk
from mirasapo.intake.writing import Writing
from mirasapo.store.payloads import read_payload, slices
from mirasapo.store.tables import attachment, filing, payload
from mirasapo.store.tables import batch as batch_table
from tests import factories

if TYPE_CHECKING:
    from pathlib import Path

    from mirasapo.app.root import Platform
    from mirasapo.intake.batches import Batch

CLIENT = "jgrants-04"
LIMITS = Limits(100_000_000, 10_000)


def document_of(platform: Platform, seed: int, **header: Any) -> dict[str, Any]:
    """A filing whose files are named by their hashes, as uploads are."""
    document = factories.filing_payload(platform.catalog, "04", seed=seed, **header)
    for entry in document["attachments"]:
        entry["sha256"] = factories.sha256_of(factories.file_of(entry["name"]))
    return document


def upload_all(platform: Platform, documents: list[dict[str, Any]]) -> None:
    folder = platform.settings.home / "uploads"
    desk = UploadDesk(platform.databases, platform.lake, folder, Scanner(), timedelta(days=1))
    for document in documents:
        for name, content in factories.filing_attachments(document).items():
            begun = desk.announce(CLIENT, name, len(content), sha256(content).hexdigest())
            part = desk.part(CLIENT, begun.upload_id, 0)
            part.write(content)
            desk.close(CLIENT, begun.upload_id, part)


def desk_of(platform: Platform) -> BatchDesk:
    return BatchDesk.of(platform.databases, platform.lake, platform.settings)


def send(platform: Platform, lines: list[bytes], once: Once | None = None) -> Batch:
    desk = desk_of(platform)
    with desk.receiving() as (pouring, path):
        pouring.write(b"\n".join(lines))
        pouring.close()
        return desk.take(CLIENT, ["04", "13"], path, pouring, once)


def send_documents(platform: Platform, documents: list[dict[str, Any]]) -> Batch:
    upload_all(platform, documents)
    return send(platform, [factories.body_of(each) for each in documents])


def object_of(platform: Platform, batch: Batch) -> str:
    """The hash of the object of the lake in which a batch lies."""
    columns = batch_table.c
    with platform.databases.intake.begin() as conn:
        asked = select(columns.object_sha256).where(columns.batch_id == batch.batch_id)
        return str(conn.scalars(asked).one())


def counts(platform: Platform, batch: Batch) -> tuple[int, int, int]:
    found = desk_of(platform).find(CLIENT, batch.batch_id)
    return found.accepted, found.repeated, found.refused


def refused(platform: Platform, batch: Batch) -> list[dict[str, Any]]:
    return desk_of(platform).refused_lines(CLIENT, batch.batch_id, limit=100, offset=0)


def assert_each_once(platform: Platform, documents: list[dict[str, Any]]) -> None:
    """Every filing and every file is there once, and every byte of them is what was sent."""
    bodies = {factories.sha256_of(factories.body_of(each)) for each in documents}
    named = {entry["sha256"] for each in documents for entry in each["attachments"]}
    with platform.databases.intake.begin() as conn:
        filings = conn.execute(select(filing.c.payload_sha256, filing.c.version_no)).all()
        files = conn.execute(select(attachment.c.sha256, attachment.c.name)).all()
        places = slices(conn, bodies)
        kept = set(conn.scalars(select(payload.c.sha256)))
    assert sorted(row.payload_sha256 for row in filings) == sorted(bodies)
    assert {row.version_no for row in filings} == {1}
    assert len(files) == sum(len(each["attachments"]) for each in documents)
    assert {row.sha256 for row in files} == named
    assert bodies | named <= kept
    for digest in bodies | named:
        content = read_payload(platform.lake, digest, places.get(digest))
        assert factories.sha256_of(content) == digest


# ── what becomes of the lines ─────────────────────────────────────────────────────────────────


def test_束にしても一件ずつ送っても同じになる(platform: Platform, fresh_platform: Platform) -> None:
    documents = [document_of(platform, seed) for seed in range(12)]
    documents += [document_of(platform, 1, version=2), document_of(platform, 3, version=2)]
    batch = send_documents(platform, documents)
    assert unfinished(platform.databases) == [batch.batch_id]
    seen: list[tuple[int, int | None]] = []
    run(platform, batch.batch_id, lines_at_once=5, progress=lambda *told: seen.append(told))
    assert counts(platform, batch) == (14, 0, 0)
    assert seen == [(5, 14), (10, 14), (14, 14)]
    assert unfinished(platform.databases) == []
    for document in documents:
        receive(
            fresh_platform.databases,
            fresh_platform.lake,
            fresh_platform.catalog,
            client_id=CLIENT,
            programmes=["04"],
            body=factories.body_of(document),
            attachments=factories.filing_attachments(document),
        )
    with platform.databases.intake.begin() as a, fresh_platform.databases.intake.begin() as b:
        assert state(a, platform.catalog) == state(b, platform.catalog)
    before = rebuild(fresh_platform.databases, fresh_platform.lake, platform.catalog)
    rebuilt = rebuild(platform.databases, platform.lake, platform.catalog)  # out of the slices
    assert (rebuilt.filings, rebuilt.state_hash) == (12, before.state_hash)


def test_申請の本文は束の中に一度だけ置かれる(fresh_platform: Platform) -> None:
    documents = [document_of(fresh_platform, seed) for seed in range(3)]
    batch = send_documents(fresh_platform, documents)
    before = set(fresh_platform.lake.list())
    run(fresh_platform, batch.batch_id)
    assert set(fresh_platform.lake.list()) == before
    assert_each_once(fresh_platform, documents)


def test_誤りのある行だけが番号と理由つきで断られる(fresh_platform: Platform) -> None:
    documents = [document_of(fresh_platform, seed) for seed in range(3)]
    upload_all(fresh_platform, documents)
    good = [factories.body_of(each) for each in documents]
    faulty = factories.body_of(document_of(fresh_platform, 10, items={"nobody.knows": 1}))
    unfit = factories.body_of(document_of(fresh_platform, 0, version=3))
    foreign = factories.filing_payload(fresh_platform.catalog, "15", seed=1)
    unsent = factories.body_of(document_of(fresh_platform, 11))
    deep = b'{"items":' + b"[" * 10_000 + b"]" * 10_000 + b"}"
    long = b'"' + b"x" * 5_000_001 + b'"'
    lines = [good[0], b"", faulty, b"no json", unfit, factories.body_of(foreign)]
    lines += [good[1], unsent, deep, long, good[1], b"  ", good[2]]
    batch = send(fresh_platform, lines)
    assert batch.received == 11
    run(fresh_platform, batch.batch_id, lines_at_once=4)
    assert counts(fresh_platform, batch) == (3, 1, 7)
    told = {each["line_no"]: each for each in refused(fresh_platform, batch)}
    assert {number: each["code"] for number, each in told.items()} == {
        3: "faulty_filing",
        4: "bad_input",
        5: "conflict",
        6: "not_allowed",
        8: "faulty_filing",
        9: "bad_input",
        10: "bad_input",
    }
    assert "nobody.knows" in {fault["item"] for fault in told[3]["faults"]}
    kept = [faulty, b"no json", unfit, unsent, deep]
    digests = [factories.sha256_of(each) for each in kept]
    with fresh_platform.databases.intake.begin() as conn:
        asked = select(payload.c.sha256).where(
            payload.c.kind == "refused_filing", payload.c.faults.is_not(None)
        )
        assert sorted(conn.scalars(asked)) == sorted(digests)
        places = slices(conn, digests)
    for digest, body in zip(digests, kept, strict=True):
        assert read_payload(fresh_platform.lake, digest, places[digest]) == body


def test_同じ束をもう一度送るとすべて受け取り済みになる(fresh_platform: Platform) -> None:
    documents = [document_of(fresh_platform, seed) for seed in range(4)]
    for expected in [(4, 0, 0), (0, 4, 0)]:
        batch = send_documents(fresh_platform, documents)
        run(fresh_platform, batch.batch_id)
        assert counts(fresh_platform, batch) == expected
    assert_each_once(fresh_platform, documents)


def test_断られた行は後で一件だけ送れる(fresh_platform: Platform) -> None:
    """A refused line that is sent alone later is accepted, and its bytes stay where they were."""
    document = document_of(fresh_platform, 1)
    body = factories.body_of(document)
    batch = send(fresh_platform, [body])  # the files were not uploaded
    run(fresh_platform, batch.batch_id)
    assert counts(fresh_platform, batch) == (0, 0, 1)
    upload_all(fresh_platform, [document])
    receive(
        fresh_platform.databases,
        fresh_platform.lake,
        fresh_platform.catalog,
        client_id=CLIENT,
        programmes=["04"],
        body=body,
        attachments={},
    )
    assert_each_once(fresh_platform, [document])


def test_ほかの送り手には見えない(platform: Platform) -> None:
    batch = send(platform, [b"{}"])
    with pytest.raises(NotFound):
        desk_of(platform).find("somebody-else", batch.batch_id)
    with pytest.raises(NotFound):
        desk_of(platform).refused_lines("somebody-else", batch.batch_id, limit=1, offset=0)


def test_鍵は束の行と同じ取引で残る(platform: Platform) -> None:
    once = Once(CLIENT, "batch-1", "0" * 64, timedelta(days=1))
    batch = send(platform, [b"{}"], once)
    assert once.earlier(platform.databases) == batch.as_dict()
    waiting = unfinished(platform.databases)
    with pytest.raises(KeyInFlight):
        send(platform, [b"{}"], once)
    assert unfinished(platform.databases) == waiting


def test_仕事を頼めなければ束も残らない(
    platform: Platform, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting = unfinished(platform.databases)

    def broken(*_: object, **__: object) -> int:
        raise RuntimeError

    monkeypatch.setattr(batches, "defer", broken)
    with pytest.raises(RuntimeError):
        send(platform, [b"{}"])
    assert unfinished(platform.databases) == waiting
    assert list((platform.settings.home / "batches").iterdir()) == []


def test_置き去りの受信の途中だけが片付けられる(platform: Platform) -> None:
    with desk_of(platform).receiving() as (_, path):
        old = path.with_name("old.part")
        old.touch()
        os.utime(old, (0, 0))
        moment = desk_of(platform).find(CLIENT, send(platform, [b"{}"]).batch_id).received_at
        assert remove_left(platform.settings.home, moment) == 1
        assert path.exists()


# ── what ends the work in between ─────────────────────────────────────────────────────────────


def test_二人が同時に働いても一度ずつになる(fresh_platform: Platform) -> None:
    """Somebody who finds the batch in work leaves it; one who comes in between goes on behind it."""
    documents = [document_of(fresh_platform, seed) for seed in range(9)]
    batch = send_documents(fresh_platform, documents)
    calls: list[tuple[int, int | None]] = []

    def in_between(done: int, of: int | None) -> None:
        calls.append((done, of))
        if done == 2:
            run(fresh_platform, batch.batch_id, lines_at_once=3, progress=lambda *_: stop())

    def stop() -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        run(fresh_platform, batch.batch_id, lines_at_once=2, progress=in_between)
    run(fresh_platform, batch.batch_id, lines_at_once=2)
    assert counts(fresh_platform, batch) == (9, 0, 0)
    assert_each_once(fresh_platform, documents)


def test_書けない申請は一件だけ断られる(
    fresh_platform: Platform, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents = [document_of(fresh_platform, seed) for seed in range(7)]
    batch = send_documents(fresh_platform, documents)
    poison = {documents[number]["filing_number"] for number in (2, 3)}
    write = Writing.write

    def failing(self: Writing, conn: Any, arrivals: Any, **named: Any) -> Any:
        outcomes = write(self, conn, arrivals, **named)
        if poison & {each.filing.filing_number for each in arrivals}:
            raise psycopg.errors.NumericValueOutOfRange
        return outcomes

    monkeypatch.setattr(Writing, "write", failing)
    run(fresh_platform, batch.batch_id, lines_at_once=4)
    assert counts(fresh_platform, batch) == (5, 0, 2)
    told = refused(fresh_platform, batch)
    assert [(each["line_no"], each["code"]) for each in told] == [(3, "internal"), (4, "internal")]
    assert_each_once(fresh_platform, [documents[number] for number in (0, 1, 4, 5, 6)])


def test_原本が読めない間は束が待つ(fresh_platform: Platform) -> None:
    documents = [document_of(fresh_platform, 1)]
    batch = send_documents(fresh_platform, documents)
    digest = object_of(fresh_platform, batch)
    path = fresh_platform.settings.home / "lake" / "sha256" / digest[:2] / digest[2:4] / digest
    path.rename(path.with_suffix(".away"))
    with pytest.raises(NotFound):
        run(fresh_platform, batch.batch_id)
    path.with_suffix(".away").rename(path)
    run(fresh_platform, batch.batch_id)
    assert_each_once(fresh_platform, documents)


@dataclass
class _Victim:
    """A process that works on a batch and is killed at the n-th thing that it does to its rows.

    `where`: anywhere, or only before and after commits.
    """

    platform: Platform

    PROGRAM = """
import os, signal, sys
from uuid import UUID
from psycopg import Connection, Cursor
from mirasapo.app.root import build
from mirasapo.intake.batch_work import run

left = int(sys.argv[2])

def counted(call):
    def counting(*words, **named):
        global left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return call(*words, **named)
    return counting

if sys.argv[4] == "anywhere":
    Cursor.execute = counted(Cursor.execute)
    Cursor.copy = counted(Cursor.copy)
Connection.commit = counted(Connection.commit)
commit = Connection.commit
def and_after(self):
    global left
    commit(self)
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
Connection.commit = and_after
run(build(), UUID(sys.argv[1]), lines_at_once=int(sys.argv[3]))
print("steps", -left)
"""

    def work(
        self, batch: Batch, steps: int, lines_at_once: int, where: str
    ) -> subprocess.CompletedProcess:
        kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
        return subprocess.run(
            [
                *(sys.executable, "-c", self.PROGRAM),
                *(str(batch.batch_id), str(steps), str(lines_at_once), where),
            ],
            env={**kept, **self.platform.settings.environment()},
            capture_output=True,
            text=True,
            check=False,
            timeout=600,
        )


def killed_rounds(platform: Platform, filings: int, kills: int, lines_at_once: int) -> None:
    """Kill the work at `kills` random steps, send the batch again, and count."""
    documents = [document_of(platform, seed) for seed in range(filings)]
    batch = send_documents(platform, documents)
    victim, rng = _Victim(platform), random.Random(filings)
    killed = 0
    while killed < kills:
        # every other one just before or after a commit, where the rows and the position could part
        where, most = ("anywhere", 600) if killed % 2 else ("commits", 4)
        ended = victim.work(batch, rng.randint(1, most), lines_at_once, where)
        if ended.returncode == 0:  # through: the rest of the kills meet the repetition
            batch = send(platform, [factories.body_of(each) for each in documents])
            continue
        assert ended.returncode == -signal.SIGKILL, ended.stderr
        killed += 1
    run(platform, batch.batch_id)
    again = send(platform, [factories.body_of(each) for each in documents])
    run(platform, again.batch_id)
    assert counts(platform, again) == (0, filings, 0)
    assert_each_once(platform, documents)
    with platform.databases.intake.begin() as conn:
        told = conn.execute(text("SELECT sum(accepted), sum(refused) FROM core.batch")).one()
        assert tuple(told) == (filings, 0)  # what is counted is what is in
        before = state(conn, platform.catalog)
    rebuilt = rebuild(platform.databases, platform.lake, platform.catalog)
    assert (rebuilt.filings, rebuilt.state_hash) == (filings, before["state_hash"])


def test_五度殺されても一件ずつになる(fresh_platform: Platform, tmp_path: Path) -> None:
    killed_rounds(fresh_platform, filings=40, kills=5, lines_at_once=7)


@pytest.mark.deep
def test_二千件の束が五十度殺されても一件ずつになる(fresh_platform: Platform) -> None:
    killed_rounds(fresh_platform, filings=2000, kills=50, lines_at_once=50)
