"""The operating-system account that PostgreSQL runs under when we are root (it refuses root)."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mirasapo.errors import NotReady

if TYPE_CHECKING:
    from pathlib import Path

ACCOUNT = "mirasapo"


@dataclass(frozen=True, slots=True)
class OsAccount:
    """An account by number; `run` starts a program as this account."""

    uid: int
    gid: int
    dropped: bool

    def run(self, *command: str | Path) -> subprocess.CompletedProcess[str]:
        """Run a program to its end, in `/`, with files of its own closed to others."""
        become: dict[str, Any] = (
            {"user": self.uid, "group": self.gid, "extra_groups": []} if self.dropped else {}
        )
        # LC_ALL=C: messages in English, so that the log reads the same everywhere
        return subprocess.run(
            [str(part) for part in command],
            cwd="/",
            env={"LC_ALL": "C", "PATH": os.defpath},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            umask=0o077,
            check=False,
            **become,
        )

    def can_enter(self, folder: Path) -> bool:
        """Whether this account can pass through `folder` and every folder above it."""
        return not self.dropped or self.run("test", "-x", folder).returncode == 0

    def make_folder(self, folder: Path) -> None:
        """Make `folder` this account's own, closed to others; those above stay as they are."""
        folder.mkdir(mode=0o700, exist_ok=True)
        if folder.is_symlink() or folder.stat().st_uid not in (os.geteuid(), self.uid):
            raise NotReady(
                f"フォルダー {folder} を使えません。",
                "ほかの利用者のものか、別の場所へのリンクです。",
                "そのフォルダーを確かめて、取り除いてください。",
            )
        if self.dropped:
            os.chown(folder, self.uid, self.gid)
        folder.chmod(0o700)


def server_account() -> OsAccount:
    """The account for the server: our own, or `mirasapo` (made if missing) when we are root."""
    if os.geteuid() != 0:
        return OsAccount(os.geteuid(), os.getegid(), dropped=False)
    entry = _find() or _make()
    return OsAccount(entry.pw_uid, entry.pw_gid, dropped=True)


def _find() -> pwd.struct_passwd | None:
    try:
        return pwd.getpwnam(ACCOUNT)
    except KeyError:
        return None


def _make() -> pwd.struct_passwd:
    program = shutil.which("useradd", path=f"{os.defpath}:/usr/sbin:/sbin")
    if program:
        subprocess.run(
            [program, "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", ACCOUNT],
            capture_output=True,
            check=False,  # another process may have made it in between
        )
    entry = _find()
    if entry is None:
        raise NotReady(
            f"データベース用のOSユーザー {ACCOUNT} を作れませんでした。",
            "PostgreSQLはrootでは動きません。",
            "root以外の利用者で実行するか、MIRASAPO_DATABASE_URLを指定してください。",
        )
    return entry
