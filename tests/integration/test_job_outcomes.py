"""Every task that there is, run once by the real worker: what it is called with works, and comes out."""

from __future__ import annotations

import struct
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import date
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from pathlib import Path
from socketserver import StreamRequestHandler, ThreadingTCPServer
from threading import Thread
from uuid import uuid4

import pytest
from sqlalchemy import text

from mirasapo.acquisition import gbizinfo, jgrants
from mirasapo.acquisition.gbizinfo import replay as gbizinfo_replay
from mirasapo.acquisition.jgrants import replay as jgrants_replay
from mirasapo.errors import FaultyFiling
from mirasapo.intake.batches import BatchDesk
from mirasapo.intake.receive import receive
from mirasapo.intake.uploads import UploadDesk
from mirasapo.jobs import listing, worker
from mirasapo.jobs.tasks import TASKS
from mirasapo.store.bootstrap import as_owner
from tests import factories
from tests.register_rows import number, row, written

DIFFERENCE = Path(__file__).parents[2].parent / "shared/data/nta/diff/diff_20210721.csv"
CLIENT = "jgrants-04"
SEEDS = count(1)


class RegisterAnswer(BaseHTTPRequestHandler):
    """The register's Web-API, with one changed body."""

    def do_GET(self):
        content = "2021-07-15,1,1,1\r\n" + written([row(270, name="株式会社変更見本")], "\r\n")
        self.send_response(200)
        self.end_headers()
        self.wfile.write(content.encode())

    def log_message(self, *_):
        pass


class Clamd(StreamRequestHandler):
    """A scanner that finds a virus in what says so."""

    def handle(self):
        assert self.rfile.read(10) == b"zINSTREAM\0"
        content = b""
        while length := struct.unpack("!I", self.rfile.read(4))[0]:
            content += self.rfile.read(length)
        self.wfile.write(b"stream: X FOUND\0" if b"virus" in content else b"stream: OK\0")


@contextmanager
def serving(server):
    with server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@pytest.fixture(scope="module")
def settings(platform):
    """Settings of a worker whose services all are stand-ins on this machine."""
    with ExitStack() as stack:
        register = ThreadingHTTPServer(("127.0.0.1", 0), RegisterAnswer)
        scanner = ThreadingTCPServer(("127.0.0.1", 0), Clamd)
        published = stack.enter_context(gbizinfo_replay.replaying(gbizinfo.RECORDED))
        subsidies = stack.enter_context(jgrants_replay.replaying(jgrants.RECORDED))
        yield replace(
            platform.settings,
            nta_url=f"http://{stack.enter_context(serving(register))}",
            nta_id="id-1",
            nta_rate=0,
            gbizinfo_url=published.base_url,
            gbizinfo_token=published.token,
            gbizinfo_rate=0,
            jgrants_url=subsidies,
            jgrants_rate=0,
            clamd=f"tcp:{stack.enter_context(serving(scanner))}",
        )


@pytest.fixture
def run(platform, settings):
    """Run one task through the queue, and give the counts of its outcome."""
    return partial(running, platform, settings)


def running(platform, settings, name, **ids):
    job_id = listing.add(platform.databases.jobs, name, ids)
    worker.work(settings, until_empty=True)
    found = listing.find(platform.databases.jobs, job_id)
    assert (found.state, found.refusal) == ("succeeded", None)
    return found.outcome


def filed(platform, **header):
    document = factories.filing_payload(platform.catalog, seed=next(SEEDS), **header)
    receive(
        platform.databases,
        platform.lake,
        platform.catalog,
        client_id=CLIENT,
        programmes=["04"],
        body=factories.body_of(document),
        attachments=factories.filing_attachments(document),
    )


def uploaded(platform, content):
    desk = UploadDesk.of(platform.databases, platform.lake, platform.settings)
    made = desk.announce(CLIENT, "x.pdf", len(content), factories.sha256_of(content))
    part = desk.part(CLIENT, made.upload_id, 0)
    part.write(content)
    return desk.close(CLIENT, made.upload_id, part)


def test_load_nta_files(platform, run):
    """A real difference file, out of the lake."""
    if not DIFFERENCE.is_file():
        pytest.skip("実データ(../shared/data)がこの環境にありません")
    outcome = run("load_nta_files", payloads=platform.lake.put_file(DIFFERENCE))
    assert outcome["files"] == 1
    assert outcome["rows_read"] > outcome["rows_applied"] > 1000


def test_load_nta_changes(run):
    asked = {"from_day": date(2021, 7, 1), "to_day": date(2021, 7, 31)}
    outcome = run("load_nta_changes", **{name: day.isoformat() for name, day in asked.items()})
    assert (outcome["rows_read"], outcome["rows_applied"]) == (1, 1)


def test_load_gbizinfo(run):
    outcome = run("load_gbizinfo", numbers=f"{gbizinfo.RECORDED.stem},{number(999)}")
    assert (outcome["numbers"], outcome["applied"], outcome["none"]) == (2, 1, 1)


def test_load_gbizinfo_goes_on_where_a_killed_worker_was(platform, settings, monkeypatch, run):
    """The number that was fetched is not asked for again."""
    from mirasapo.acquisition.gbizinfo.client import GbizInfo

    numbers = [number(each) for each in range(800, 804)]
    asked, real = [], GbizInfo.record

    def record(self, corporate_number):
        asked.append(corporate_number)
        if len(asked) == 3:
            raise KeyError  # as if the worker had died: nobody foresaw it
        return real(self, corporate_number)

    monkeypatch.setattr(GbizInfo, "record", record)
    jobs = platform.databases.jobs
    job_id = listing.add(jobs, "load_gbizinfo", {"numbers": ",".join(numbers)})
    for _ in range(2):
        worker.work(settings, until_empty=True)
        with jobs.begin() as conn:
            conn.execute(text("SET LOCAL search_path = jobs"))
            conn.execute(text("UPDATE procrastinate_jobs SET scheduled_at = NULL"))
    assert listing.find(jobs, job_id).outcome["none"] == 4
    assert sorted(asked) == sorted([*numbers, asked[2]])


def test_load_jgrants(run):
    outcome = run("load_jgrants")
    assert outcome["new"] > 0
    assert run("load_jgrants")["recent"] == outcome["new"]


def test_filing_batch(platform, run):
    desk = BatchDesk.of(platform.databases, platform.lake, platform.settings)
    with desk.receiving() as (pouring, path):
        pouring.write(b"no json")
        pouring.close()
        batch = desk.take(CLIENT, ["04"], path, pouring)
    # queued already, in the transaction of the batch: the same job
    assert run("filing_batch", batch_id=str(batch.batch_id))["refused"] == 1
    assert desk.find(CLIENT, batch.batch_id).finished_at is not None


def test_scan_quarantined(platform, run):
    good, bad = (uploaded(platform, b"%PDF-1.4\n" + each) for each in (b"good", b"virus"))
    assert {good.scan, bad.scan} == {"quarantined"}
    outcome = run("scan_quarantined")
    assert (outcome["clean"], outcome["infected"], outcome["quarantined"]) == (1, 1, 0)


def test_expire_payloads(platform, run):
    with pytest.raises(FaultyFiling):
        filed(platform, status="nobody knows")
    with as_owner(platform.settings) as conn, conn.begin():
        conn.execute(text("UPDATE core.payload SET received_at = received_at - interval '1 year'"))
    outcome = run("expire_payloads")
    assert (outcome["refused_filing"], outcome["refused_attachment"]) == (2, 2)
    assert outcome["lines"] == 1  # of the batch above
    assert outcome["removed"] >= 3


def test_tidy_uploads(platform, run):
    uploaded(platform, b"%PDF-1.4\n" + uuid4().bytes)
    with platform.databases.intake.begin() as conn:
        conn.execute(text("UPDATE core.upload SET expires_at = now() - interval '1 hour'"))
    assert run("tidy_uploads")["uploads"] > 0


def test_rebuild_master(platform, run):
    filed(platform)
    outcome = run("rebuild_master")
    assert outcome["businesses"] >= outcome["filings"] == 1
    assert outcome["values"] > 0


def test_verify_lake(fresh_platform):
    platform = fresh_platform  # other modules leave the shared lake unsound on purpose
    filed(platform)
    outcome = running(platform, platform.settings, "verify_lake")
    assert outcome["checked"] > 0
    assert outcome["corrupt"] == outcome["missing"] == 0
    assert not (platform.settings.home / "lake_verify.json").exists()


def test_forget_jobs(platform, run):
    with platform.databases.jobs.begin() as conn:
        conn.execute(text("SET LOCAL search_path = jobs"))
        conn.execute(text("UPDATE procrastinate_events SET at = at - interval '40 days'"))
    assert run("forget_jobs")["jobs"] > 0


def test_no_task_is_left_out():
    assert {f"test_{name}" for name in TASKS} <= globals().keys()
