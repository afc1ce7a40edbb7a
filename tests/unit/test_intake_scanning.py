"""What clamd answers, and what nobody has looked at."""

from __future__ import annotations

import io
import shutil
import socket
import struct
import subprocess
import time
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from mirasapo.errors import BadInput
from mirasapo.intake import scanning
from mirasapo.intake.scanning import Scanner

if TYPE_CHECKING:
    from collections.abc import Iterator

SIGNATURES = Path(scanning.__file__).parent / "clamav"
_, _, EICAR_HEX = (SIGNATURES / "eicar.ndb").read_text().strip().rpartition(":")
EICAR = bytes.fromhex(EICAR_HEX)


@pytest.fixture(scope="module")
def clamd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real clamd that knows our signature file only."""
    program = shutil.which("clamd")
    if program is None:
        pytest.skip("clamd is not installed (Debian: clamav-daemon)")
    folder = tmp_path_factory.mktemp("clamd")
    shutil.copytree(SIGNATURES, folder / "signatures")
    own = folder / "clamd.sock"
    (folder / "clamd.conf").write_text(
        f"LocalSocket {own}\nDatabaseDirectory {folder / 'signatures'}\nForeground yes\n"
        f"StreamMaxLength 1M\nUser root\nTemporaryDirectory {folder}\n"
    )
    child = subprocess.Popen(
        [program, "--config-file", str(folder / "clamd.conf")],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(300):
            if own.exists() or child.poll() is not None:
                break
            time.sleep(0.1)
        assert child.poll() is None, "clamd did not start"
        yield f"unix:{own}"
    finally:
        child.terminate()
        child.wait(30)


def test_clamdは自前の署名で試験用ファイルを見つける(clamd: str) -> None:
    scanner = Scanner(clamd)
    assert len(EICAR) == 68
    assert scanner.scan(EICAR) == "infected"
    assert scanner.scan(b"%PDF-1.4\n" + EICAR) == "infected"
    assert scanner.scan(b"%PDF-1.4\nnothing") == "clean"
    assert scanner.scan(b"") == "clean"


def test_clamdの上限を超えるファイルは調べたことにならない(clamd: str) -> None:
    assert Scanner(clamd).scan(b"a" * 3_000_000) == "quarantined"


def test_検査がなければ隔離する(tmp_path: Path) -> None:
    assert Scanner().scan(EICAR) == "quarantined"
    assert Scanner(f"unix:{tmp_path}/nobody").scan(b"a") == "quarantined"
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    assert Scanner(f"tcp:127.0.0.1:{port}").scan(b"a") == "quarantined"


@pytest.mark.parametrize(
    ("answer", "scan"),
    [
        (b"stream: OK\0", "clean"),
        (b"stream: Win.Test FOUND\0", "infected"),
        (b"INSTREAM size limit exceeded. ERROR\0", "quarantined"),
        (b"stream: OK FOUND ERROR\0", "quarantined"),
        (b"", "quarantined"),
        (b"stream: O", "quarantined"),
    ],
)
def test_答えがOKのときだけ異常なしとする(answer: bytes, scan: str) -> None:
    seen = io.BytesIO()

    def serve(listening: socket.socket) -> None:
        connection, _ = listening.accept()
        with connection, connection.makefile("rb") as sent:
            assert sent.read(10) == b"zINSTREAM\0"
            while length := struct.unpack("!I", sent.read(4))[0]:
                seen.write(sent.read(length))
            connection.sendall(answer)

    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = Thread(target=serve, args=[listening])
        thread.start()
        content = bytes(range(256)) * 4000
        found = Scanner(f"tcp:127.0.0.1:{listening.getsockname()[1]}").scan(content)
        thread.join(30)
    assert found == scan
    assert seen.getvalue() == content


@pytest.mark.parametrize("address", ["clamd", "unix:relative", "tcp:host", "tcp:host:x", "tcp::1"])
def test_読めない宛先は断る(address: str) -> None:
    with pytest.raises(BadInput, match="MIRASAPO_CLAMD"):
        Scanner(address)
