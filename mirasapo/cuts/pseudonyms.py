"""Pseudonyms of businesses: different in every project, and no way back without the key.

The key of a project stays on the secure side (`MIRASAPO_HOME/cut_keys`, readable by the platform's
own account only). The same project keeps its pseudonyms from cut to cut; two projects cannot join
their cuts.
"""

from __future__ import annotations

import hmac
import os
import re
import secrets
from contextlib import suppress
from typing import TYPE_CHECKING

from mirasapo.errors import BadInput, NotReady

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

KEY_BYTES = 32
_PROJECT = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?")
_SHOWN = 32  # hexadecimal digits: 128 bits, so that no two businesses meet


class Pseudonyms:
    """The pseudonyms of one project."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def of(self, business_id: UUID) -> str:
        """The pseudonym of a business: 32 hexadecimal digits."""
        return hmac.digest(self._key, business_id.bytes, "sha256").hex()[:_SHOWN]


def pseudonyms(home: Path, project: str) -> Pseudonyms:
    """The pseudonyms of `project`; its key is made at the first call.

    Raises BadInput for a name that cannot be a file name, NotReady when the key cannot be kept.
    """
    if _PROJECT.fullmatch(project) is None:
        raise BadInput(
            "プロジェクト名が使えません。",
            "半角の英小文字・数字・ハイフンで 40 文字までです。",
            "--project を直してください。",
        )
    path = home / "cut_keys" / f"{project}.key"
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        key = _kept(path)
    except OSError as fault:
        raise NotReady(
            "仮名化の鍵を用意できません。",
            "鍵の保管場所に読み書きできません。",
            "MIRASAPO_HOME の権限を確認してください。",
        ) from fault
    if len(key) != KEY_BYTES:
        raise NotReady(
            "仮名化の鍵が壊れています。",
            "長さが合いません。",
            "バックアップから戻すか、別のプロジェクト名を使ってください。",
        )
    return Pseudonyms(key)


def _kept(path: Path) -> bytes:
    """The key at `path`, made once: two commands at the same moment end with the same one."""
    if not path.exists():
        scratch = path.with_suffix(f".{secrets.token_hex(8)}")
        handle = os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(handle, "wb") as target:
                target.write(secrets.token_bytes(KEY_BYTES))
                target.flush()
                os.fsync(target.fileno())
            with suppress(FileExistsError):  # another command was first
                os.link(scratch, path)
        finally:
            scratch.unlink()
    return path.read_bytes()
