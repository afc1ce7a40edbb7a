"""The secrets of one MIRASAPO_HOME: `secrets.json`, readable by its owner only."""

from __future__ import annotations

import fcntl
import json
import os
import tempfile
from pathlib import Path
from typing import Any

from mirasapo.errors import NotReady
from mirasapo.store.home import make_home


def read_secrets(home: Path) -> dict[str, Any]:
    """All secrets by name; empty before the first `mirasapo db init`.

    Raises NotReady when the file cannot be read.
    """
    path = home / "secrets.json"
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as fault:
        raise NotReady(
            f"{path} を読めません。",
            "壊れているか、読む権限がありません。",
            "ファイルを退避してから mirasapo db init を実行してください。",
        ) from fault
    return dict(found)


def write_secret(home: Path, name: str, value: Any) -> None:
    """Set one secret; the others stay, also when another process writes at the same moment."""
    make_home(home)
    lock = os.open(home / "secrets.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        known = read_secrets(home)
        if known.get(name) == value:
            return
        # mkstemp makes it 0600; the rename is what readers see
        handle, scratch = tempfile.mkstemp(dir=home, prefix="secrets.")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump({**known, name: value}, file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        Path(scratch).replace(home / "secrets.json")
    finally:
        os.close(lock)
