"""Secrets of a home: one file, its owner's alone, never half-written."""

from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from mirasapo.errors import NotReady
from mirasapo.store.secrets import read_secrets, write_secret

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_written_is_read(tmp_path: Path) -> None:
    home = tmp_path / "home"
    write_secret(home, "one", {"password": "a"})
    write_secret(home, "two", "b")
    assert read_secrets(home) == {"one": {"password": "a"}, "two": "b"}
    assert stat.S_IMODE((home / "secrets.json").stat().st_mode) == 0o600


def test_the_same_again_writes_nothing(tmp_path: Path) -> None:
    write_secret(tmp_path, "one", "a")
    before = (tmp_path / "secrets.json").stat()
    write_secret(tmp_path, "one", "a")
    assert (tmp_path / "secrets.json").stat().st_ino == before.st_ino


def test_many_writers_lose_nothing(tmp_path: Path) -> None:
    names = [f"secret_{number}" for number in range(40)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda name: write_secret(tmp_path, name, name), names))
    assert read_secrets(tmp_path) == {name: name for name in names}
    assert {path.name for path in tmp_path.iterdir()} == {"secrets.json", "secrets.lock"}


def test_no_file_is_no_secret(tmp_path: Path) -> None:
    assert read_secrets(tmp_path) == {}


@pytest.mark.parametrize("content", ["", "{", "\x00"])
def test_a_broken_file_is_refused_plainly(tmp_path: Path, content: str) -> None:
    (tmp_path / "secrets.json").write_text(content)
    with pytest.raises(NotReady, match="を読めません。"):
        read_secrets(tmp_path)
