"""`mirasapo up` as a person runs it: it serves, survives kill -9 of any part, and leaves nothing behind."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

import httpx
import pytest

from mirasapo.app.processes import free_port
from mirasapo.store.server import EmbeddedServer
from tests.conftest import short_folder

SECONDS = 90


@pytest.fixture
def home():
    with short_folder() as folder:
        yield folder
        EmbeddedServer(folder).remove()


@contextmanager
def up(home, port, *words, until="起動しました"):
    process = subprocess.Popen(
        [sys.executable, "-m", "mirasapo.cli", "up", *words],
        env={**os.environ, "MIRASAPO_HOME": str(home), "MIRASAPO_PORT": str(port)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    try:
        for line in process.stdout:  # ends when the process does
            if until in line:
                break
        yield process
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
        process.communicate(timeout=SECONDS)


def await_(condition):
    deadline = time.monotonic() + SECONDS
    while not condition():
        assert time.monotonic() < deadline, "it did not come about in time"
        time.sleep(0.1)


def serves(port):
    try:
        return httpx.get(f"http://127.0.0.1:{port}/readyz", timeout=5).is_success
    except httpx.TransportError:
        return False


def processes_of(home):
    """Process ids that carry this home in their environment or command line, by what they run."""
    found = {}
    for path in Path("/proc").glob("[0-9]*"):
        try:
            said = (path / "environ").read_bytes() + (path / "cmdline").read_bytes()
            line = (path / "cmdline").read_bytes().decode().replace("\0", " ")
        except (OSError, UnicodeDecodeError):
            continue
        if str(home).encode() in said and int(path.name) != os.getpid():
            found[int(path.name)] = line
    return found


def one(home, part):
    return next(pid for pid, line in processes_of(home).items() if part in line)


def test_ctrl_c_leaves_no_process(home):
    port = free_port()
    with up(home, port) as process:
        assert any("voila" in line for line in processes_of(home).values())
        await_(lambda: any("jobs worker" in line for line in processes_of(home).values()))
        assert EmbeddedServer(home).alive
        process.send_signal(signal.SIGINT)
        assert process.wait(SECONDS) == 0
    await_(lambda: not processes_of(home))
    assert not EmbeddedServer(home).alive
    assert not serves(port)


def test_a_second_up_on_the_same_home_is_refused_in_one_sentence(home):
    with up(home, free_port()):
        environment = {**os.environ, "MIRASAPO_HOME": str(home), "MIRASAPO_PORT": str(free_port())}
        second = subprocess.run(
            [sys.executable, "-m", "mirasapo.cli", "up"],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=SECONDS,
        )
    assert second.returncode == 6
    assert "すでに一式が動いています" in second.stderr
    assert "Traceback" not in second.stderr


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGHUP], ids=["ended", "terminal closed"])
def test_whatever_stops_it_leaves_nothing(home, sign):
    with up(home, free_port()) as process:
        os.killpg(process.pid, sign)
        said, _ = process.communicate(timeout=SECONDS)
    assert (process.returncode, "止めました" in said) == (0, True)
    assert processes_of(home) == {}
    assert not EmbeddedServer(home).alive


def test_ctrl_c_during_the_first_story_stops_at_once(home):
    """As in a terminal, where the command of the running step is interrupted, too."""
    with up(home, free_port(), "--demo", until="○") as process:
        os.killpg(process.pid, signal.SIGINT)
        said, _ = process.communicate(timeout=SECONDS)
    assert process.returncode == 130
    assert "×" not in said
    assert "story:" not in said
    assert "誤り" not in said
    assert processes_of(home) == {}
    assert not EmbeddedServer(home).alive


@pytest.mark.deep
@pytest.mark.parametrize("part", ["uvicorn", "-m voila", "postgres", "jobs worker"])
def test_a_killed_part_is_started_again(home, part):
    port = free_port()
    with up(home, port) as process:
        victim = EmbeddedServer(home).process_id if part == "postgres" else one(home, part)
        os.kill(victim, signal.SIGKILL)
        await_(lambda: not Path(f"/proc/{victim}").exists() or zombie(victim))
        await_(lambda: serves(port) and EmbeddedServer(home).alive and running(home, part, victim))
        assert process.poll() is None


@pytest.mark.deep
def test_a_killed_supervisor_is_followed_by_a_start_that_recovers(home):
    port = free_port()
    with up(home, port) as process:
        os.kill(process.pid, signal.SIGKILL)
        process.wait(SECONDS)
    await_(lambda: not serves(port))
    with up(home, port):
        assert serves(port)


@contextmanager
def first_question_unanswered():
    """A gBizINFO that leaves its first question without an answer and then knows of nobody."""
    asked, release = Event(), Event()

    class Service(BaseHTTPRequestHandler):
        def do_GET(self):
            if not asked.is_set():
                asked.set()
                release.wait(SECONDS)
                return
            self.send_response(404)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_):
            """Says nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Service) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}", asked
        finally:
            release.set()
            server.shutdown()


def mirasapo(home, *words):
    done = subprocess.run(
        [sys.executable, "-m", "mirasapo.cli", *words, "--json"],
        env={**os.environ, "MIRASAPO_HOME": str(home)},
        capture_output=True,
        check=True,
        timeout=SECONDS,
    )
    return json.loads(done.stdout)


@pytest.mark.deep
def test_the_job_of_a_killed_worker_is_taken_up_again(home, monkeypatch):
    monkeypatch.setenv("MIRASAPO_GBIZINFO_TOKEN", "x")
    with first_question_unanswered() as (url, asked):
        monkeypatch.setenv("MIRASAPO_GBIZINFO_URL", url)
        with up(home, free_port()):
            job = mirasapo(home, "jobs", "run", "load_gbizinfo", "numbers=7000012050002")
            assert asked.wait(SECONDS)
            os.kill(one(home, "jobs worker"), signal.SIGKILL)
            found = mirasapo(home, "jobs", "show", str(job["job_id"]), "--wait")
    assert (found["state"], found["attempts"]) == ("succeeded", 2)
    assert (found["outcome"]["numbers"], found["outcome"]["none"]) == (1, 1)


def running(home, part, victim):
    if part == "postgres":
        return EmbeddedServer(home).process_id not in (None, victim)
    return any(part in line and pid != victim for pid, line in processes_of(home).items())


def zombie(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] == "Z"
    except OSError:
        return True
