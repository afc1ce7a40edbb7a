"""Virus scanning by ClamAV's clamd: what it has not looked at is quarantined, never taken as clean.

clean        clamd looked at it and found nothing
quarantined  nobody looked: there is no scanner, or it did not answer; it is kept and never given out
infected     clamd found something: the file is refused and not kept

`clamav/eicar.ndb` beside this module is a signature file with the EICAR test file only: with it a
clamd that has no signatures yet (Debian's) can be tried.
"""

from __future__ import annotations

import io
import logging
import socket
import struct
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Literal
from urllib.parse import urlsplit

from sqlalchemy import select, update

from mirasapo.errors import BadInput
from mirasapo.store.tables import payload

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mirasapo.store.databases import Databases
    from mirasapo.store.lake import Lake

log = logging.getLogger(__name__)

Scan = Literal["clean", "infected", "quarantined"]
_CHUNK = 1 << 18
_SECONDS = 60.0
_MOST_ANSWERED = 4096


@dataclass(frozen=True, slots=True)
class Scanner:
    """clamd at `address` (`unix:/path` or `tcp:host:port`); an empty one is no scanner.

    Raises BadInput for another address.
    """

    address: str = ""

    def __post_init__(self) -> None:
        """See above."""
        if self.address:
            _parts(self.address)

    def scan(self, content: bytes) -> Scan:
        """What clamd says of the bytes."""
        return self.scan_stream(io.BytesIO(content)) if self.address else "quarantined"

    def scan_stream(self, stream: BinaryIO) -> Scan:
        """What clamd says of the rest of a stream, which is read in pieces."""
        return self.scan_pieces(iter(lambda: stream.read(_CHUNK), b""))

    def scan_pieces(self, pieces: Iterable[bytes]) -> Scan:
        """What clamd says of a file that comes in pieces."""
        if not self.address:
            return "quarantined"
        try:
            with self._connected() as connection:
                answer = _instream(connection, pieces)
        except OSError as fault:
            log.warning("clamd did not answer: %s", type(fault).__name__)
            return "quarantined"
        if answer == b"stream: OK":
            return "clean"
        if answer.startswith(b"stream: ") and answer.endswith(b" FOUND"):
            return "infected"
        log.warning("clamd could not scan a file")  # beyond its limits, or a fault of its own
        return "quarantined"

    @contextmanager
    def _connected(self) -> Iterator[socket.socket]:
        kind, host, port = _parts(self.address)
        if kind == "unix":
            with socket.socket(socket.AF_UNIX) as connection:
                connection.settimeout(_SECONDS)
                connection.connect(host)
                yield connection
        else:
            with socket.create_connection((host, port), _SECONDS) as connection:
                yield connection


def _instream(connection: socket.socket, pieces: Iterable[bytes]) -> bytes:
    """INSTREAM of clamd: pieces with their length before each, an empty one at the end."""
    connection.sendall(b"zINSTREAM\0")
    try:
        for piece in pieces:
            connection.sendall(struct.pack("!I", len(piece)) + piece)
        connection.sendall(struct.pack("!I", 0))
    except (BrokenPipeError, ConnectionResetError):
        pass  # beyond clamd's StreamMaxLength it answers and hangs up
    answer = b""
    while not answer.endswith(b"\0") and len(answer) < _MOST_ANSWERED:
        piece = connection.recv(_MOST_ANSWERED)
        if not piece:
            break
        answer += piece
    return answer.rstrip(b"\0\n")


def _parts(address: str) -> tuple[str, str, int]:
    """The parts of an address: unix and a path, or tcp, a host and a port."""
    kind, _, rest = address.partition(":")
    if kind == "unix" and rest.startswith("/"):
        return kind, rest, 0
    try:
        parts = urlsplit(f"//{rest}")
        if kind == "tcp" and parts.hostname and parts.port and not parts.path:
            return kind, parts.hostname, parts.port
    except ValueError:
        pass
    raise BadInput(
        "MIRASAPO_CLAMD の値が使えません。",
        "unix:/ソケットのパス か tcp:ホスト:ポート で指定します。",
        "clamd.conf の LocalSocket か TCPSocket を確かめてください。",
    )


def scan_again(databases: Databases, lake: Lake, scanner: Scanner) -> Counter[Scan]:
    """Look at every quarantined file of the lake; how many are what now.

    One that turns out infected stays where it is, as evidence, and is never given out either.
    """
    columns = payload.c
    with databases.intake.begin() as conn:
        waiting = list(conn.scalars(select(columns.sha256).where(columns.scan == "quarantined")))
    found: Counter[Scan] = Counter()
    for digest in waiting:
        scan = scanner.scan_pieces(lake.pieces(digest))
        found[scan] += 1
        if scan != "quarantined":
            told = update(payload).where(columns.sha256 == digest, columns.scan == "quarantined")
            with databases.intake.begin() as conn:
                conn.execute(told.values(scan=scan))
    return found
