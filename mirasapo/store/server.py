"""The PostgreSQL server of one MIRASAPO_HOME: made, started, recovered and stopped.

    <place>/data       the database cluster          <place>/password   of its superuser, 0600
    <place>/run        the unix socket               <place>/log        of the server

`<place>` is `MIRASAPO_HOME/postgres`. As root the server runs under an account of its own; where
that account cannot reach the home (a 700 folder above it), the place is `/var/lib/mirasapo/<id>`
and `MIRASAPO_HOME/postgres.location` points to it. No mode of a folder above is ever changed.
"""

from __future__ import annotations

import fcntl
import os
import secrets
import shlex
import shutil
import time
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import psycopg

from mirasapo.errors import NotReady
from mirasapo.store.binaries import copy_for, find_binaries
from mirasapo.store.home import make_home
from mirasapo.store.os_account import server_account

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mirasapo.store.binaries import Binaries
    from mirasapo.store.os_account import OsAccount

SUPERUSER = "postgres"
FAR = Path("/var/lib/mirasapo")
_SOCKET_PATH_LIMIT = 107 - len("/.s.PGSQL.5432.lock")
_PATIENCE_SECONDS = 60
_OPTIONS = {
    "listen_addresses": "",
    "max_connections": "100",
    "shared_buffers": "128MB",
    "jit": "off",  # plans of a point read take longer to compile than to run
    "timezone": "UTC",
    "log_checkpoints": "off",
    "password_encryption": "scram-sha-256",
}

# The locale's self-test, as one SQL question: Japanese letters are letters. With LC_CTYPE=C they
# are not, lower() misses them and a trigram index of Japanese text is empty without an error.
READS_JAPANESE = (
    "SELECT current_setting('server_encoding') = 'UTF8'"
    " AND '株式会社' ~ '^[[:alpha:]]+$' AND lower('ＡＢＣ') = 'ａｂｃ'"
)


class EmbeddedServer:
    """One server per home; several processes may start, use and release it at once."""

    def __init__(
        self,
        home: Path,
        *,
        binaries: Binaries | None = None,
        options: Mapping[str, str] | None = None,
    ) -> None:
        self.home = home.absolute()
        self._wanted = binaries
        self._options = {**_OPTIONS, **(options or {})}
        self._in_use: int | None = None

    def start(self) -> str:
        """Start the server unless it runs, wait until it answers, and return its URL.

        Makes the cluster at the first start. Recovers after kill -9 of the server or of whoever
        started it. Raises NotReady with the last lines of the log when it does not come up.
        """
        make_home(self.home)
        with self._alone():
            account = server_account()
            place = self._place(account)
            data = place / "data"
            binaries = self._binaries(account, data)
            if not data.exists():
                self._make_cluster(account, binaries, place)
            if _postmaster(data) is None:
                self._launch(account, binaries, place)
            url = self._url(place)
            _await_answer(url, place)
            if self._in_use is None:
                self._in_use = os.open(self.home / "postgres.users", os.O_RDWR | os.O_CREAT, 0o600)
                fcntl.flock(self._in_use, fcntl.LOCK_SH)
        return url

    def release(self) -> None:
        """Say that this process needs the server no more; the last one to say so stops it."""
        if self._in_use is None:
            return
        with self._alone():
            os.close(self._in_use)
            self._in_use = None
            users = os.open(self.home / "postgres.users", os.O_RDWR | os.O_CREAT, 0o600)
            try:
                fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
                self._stop()
            except BlockingIOError:
                pass  # another process still uses it
            finally:
                os.close(users)

    def stop(self) -> None:
        """Stop the server whoever uses it, and wait until it is gone."""
        if not self.home.exists():
            return
        with self._alone():
            if self._in_use is not None:
                os.close(self._in_use)
                self._in_use = None
            self._stop()

    def remove(self) -> None:
        """Stop the server and delete its data, wherever they are."""
        self.stop()
        place = self._known_place()
        if place is not None:
            shutil.rmtree(place, ignore_errors=True)
            shutil.rmtree(_short_socket_folder(place), ignore_errors=True)
        (self.home / "postgres.location").unlink(missing_ok=True)

    @property
    def alive(self) -> bool:
        """Whether the server process of this home is there."""
        place = self._known_place()
        return place is not None and _postmaster(place / "data") is not None

    @property
    def url(self) -> str:
        """The superuser's URL. Raises NotReady before the first start."""
        place = self._known_place()
        if place is None or not (place / "password").exists():
            raise NotReady(
                "データベースがまだありません。",
                "このMIRASAPO_HOMEでは一度も起動されていません。",
                "mirasapo db init を実行してください。",
            )
        return self._url(place)

    @property
    def process_id(self) -> int | None:
        """The server's process number, None when it does not run."""
        place = self._known_place()
        return None if place is None else _postmaster(place / "data")

    # ── places ───────────────────────────────────────────────────────────────────────────────

    def _known_place(self) -> Path | None:
        pointer = self.home / "postgres.location"
        if pointer.exists():
            return Path(pointer.read_text(encoding="utf-8").strip())
        near = self.home / "postgres"
        return near if near.exists() else None

    def _place(self, account: OsAccount) -> Path:
        place = self._known_place()
        pointer = self.home / "postgres.location"
        if place is None and account.can_enter(self.home):
            place = self.home / "postgres"
        if place is None:
            FAR.mkdir(mode=0o755, exist_ok=True)
            place = FAR / secrets.token_hex(6)
            pointer.write_text(f"{place}\n", encoding="utf-8")
        elif pointer.exists() and place.parent.exists() and not place.exists():
            raise NotReady(
                "データベースの保存場所がなくなっています。",
                f"{pointer} が示すフォルダー {place} がありません。",
                "バックアップから戻すか、作り直すなら postgres.location を削除してください。",
            )
        account.make_folder(place)
        return place

    def _binaries(self, account: OsAccount, data: Path) -> Binaries:
        version = data / "PG_VERSION"
        major = int(version.read_text(encoding="ascii")) if version.exists() else None
        binaries = self._wanted or find_binaries(major)
        if account.dropped:
            FAR.mkdir(mode=0o755, exist_ok=True)
            binaries = copy_for(account, binaries, FAR)
        return binaries

    def _url(self, place: Path) -> str:
        password = (place / "password").read_text(encoding="ascii").strip()
        folder = quote(str(_socket_folder(place)), safe="")
        return f"postgresql://{SUPERUSER}:{password}@/postgres?host={folder}"

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Nobody else starts or stops this home's server meanwhile; ends with the process."""
        lock = os.open(self.home / "postgres.lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
        finally:
            os.close(lock)

    # ── the server ───────────────────────────────────────────────────────────────────────────

    def _make_cluster(self, account: OsAccount, binaries: Binaries, place: Path) -> None:
        """Make it beside, then rename: a crash in between leaves nothing that looks finished."""
        password = place / "password"
        password.touch(mode=0o600)
        if account.dropped:
            os.chown(password, account.uid, account.gid)
        password.write_text(secrets.token_urlsafe(24) + "\n", encoding="ascii")
        new = place / "data.new"
        shutil.rmtree(new, ignore_errors=True)
        made = account.run(
            binaries.program("initdb"),
            *("--pgdata", new, "--username", SUPERUSER, "--pwfile", password),
            # LC_CTYPE=C would leave every Japanese letter unknown to LIKE, lower() and trigrams
            *("--locale=C.utf8", "--encoding=UTF8", "--auth=scram-sha-256"),
            *(["--no-sync"] if self._options.get("fsync") == "off" else []),
        )
        if made.returncode != 0:
            raise _did_not_work("データベースを作れませんでした。", made.stderr or made.stdout)
        new.rename(place / "data")

    def _launch(self, account: OsAccount, binaries: Binaries, place: Path) -> None:
        data = place / "data"
        folder = _socket_folder(place)
        if folder.parent == FAR:
            FAR.mkdir(mode=0o755, exist_ok=True)
        account.make_folder(folder)
        self._clear_remains(data, folder)
        # as a list of names PostgreSQL wants a path in its own double quotes
        options = {**self._options, "unix_socket_directories": f'"{folder}"'}
        text = " ".join(f"-c {name}={shlex.quote(value)}" for name, value in options.items())
        started = account.run(
            binaries.program("pg_ctl"),
            *("start", "--wait", "--silent", f"--timeout={_PATIENCE_SECONDS}"),
            *("--pgdata", data, "--log", place / "log", "--options", text),
        )
        if started.returncode != 0:
            raise _did_not_work("データベースを起動できませんでした。", _tail(place / "log"))

    @staticmethod
    def _clear_remains(data: Path, folder: Path) -> None:
        """Take away what a killed server left, once none of its processes is alive.

        PostgreSQL itself refuses to start when the old process number is in use by any program;
        its sessions may outlive it for a moment, and two servers on one cluster would ruin it.
        """
        if not (data / "postmaster.pid").exists():
            return
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while _processes(data):
            if time.monotonic() > deadline:
                raise _did_not_work("前のデータベースの処理が終わりません。", "")
            time.sleep(0.05)
        (data / "postmaster.pid").unlink(missing_ok=True)
        for remains in folder.glob(".s.PGSQL.*"):
            remains.unlink(missing_ok=True)

    def _stop(self) -> None:
        place = self._known_place()
        if place is None or _postmaster(place / "data") is None:
            return
        account = server_account()
        binaries = self._binaries(account, place / "data")
        for mode in ("fast", "immediate"):
            stopped = account.run(
                binaries.program("pg_ctl"),
                *("stop", "--wait", "--silent", f"--mode={mode}"),
                *(f"--timeout={_PATIENCE_SECONDS}", "--pgdata", place / "data"),
            )
            if stopped.returncode == 0 or _postmaster(place / "data") is None:
                return
        raise _did_not_work("データベースを停止できませんでした。", _tail(place / "log"))


def _socket_folder(place: Path) -> Path:
    """A folder whose socket path fits the system's 107 bytes."""
    near = place / "run"
    return near if len(os.fsencode(near)) <= _SOCKET_PATH_LIMIT else _short_socket_folder(place)


def _short_socket_folder(place: Path) -> Path:
    name = f"mirasapo-{os.geteuid()}-{sha256(os.fsencode(place)).hexdigest()[:10]}"
    if os.geteuid() == 0:
        return FAR / name
    return Path("/tmp") / name  # noqa: S108  (0700 and its owner checked by make_folder)


def _processes(data: Path) -> set[int]:
    """Living processes whose working folder is the cluster: all of PostgreSQL's are there."""
    found = set()
    place = str(data.resolve())
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                if str((entry / "cwd").readlink()) == place:
                    found.add(int(entry.name))
            except OSError:  # gone, a zombie, or somebody else's
                continue
    return found


def _postmaster(data: Path) -> int | None:
    try:
        number = int((data / "postmaster.pid").read_text(encoding="utf-8").split("\n", 1)[0])
        place = str(Path(f"/proc/{number}/cwd").readlink())
    except (OSError, ValueError):
        return None
    return number if place == str(data.resolve()) else None


def _await_answer(url: str, place: Path) -> None:
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while True:
        try:
            with psycopg.connect(url, connect_timeout=5, autocommit=True) as connection:
                row = connection.execute(READS_JAPANESE).fetchone()
        except psycopg.OperationalError as fault:
            if time.monotonic() > deadline or "password" in str(fault):
                raise _did_not_work(
                    "データベースに接続できません。", _tail(place / "log")
                ) from fault
            time.sleep(0.05)
        else:
            if row is None or not row[0]:
                raise _did_not_work("データベースのロケールが日本語を扱えません。", "")
            return


def _tail(log: Path) -> str:
    try:
        return log.read_text(encoding="utf-8", errors="replace")[-600:]
    except OSError:
        return ""


def _did_not_work(what: str, log: str) -> NotReady:
    why = f"PostgreSQLの記録: {' / '.join(log.split(chr(10))).strip(' /')}。" if log.strip() else ""
    return NotReady(what, why, "mirasapo doctor で確かめてください。")
