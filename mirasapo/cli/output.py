"""What a command says: the answer on standard output, everything else on standard error."""

from __future__ import annotations

import json
import sys
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID

import typer

from mirasapo.errors import BadInput, Conflict

if TYPE_CHECKING:
    from collections.abc import Mapping

Json = Annotated[bool, typer.Option("--json", help="結果を一つの JSON で出力します。")]


def answer(data: Mapping[str, Any], as_json: bool, text: str) -> None:
    """Print the answer: one JSON document, or `text` for a person."""
    if as_json:
        sys.stdout.write(json.dumps(data, ensure_ascii=False, default=_plain) + "\n")
    else:
        sys.stdout.write(text.rstrip("\n") + "\n")
    sys.stdout.flush()


def note(text: str) -> None:
    """Tell the person at the terminal something that is not the answer."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def require_file(path: Path) -> None:
    """Raises BadInput unless there is a file to read."""
    if not path.is_file():
        raise _unreadable(path)


def read_file(path: Path) -> bytes:
    """The bytes of a file. Raises BadInput."""
    try:
        return path.read_bytes()
    except OSError:
        raise _unreadable(path) from None


def write_new(file: Path, content: bytes) -> None:
    """Write a file that is not there yet: somebody may have written in the one that is."""
    try:
        with file.open("xb") as target:
            target.write(content)
    except FileExistsError:
        raise Conflict(
            f"ファイル {file} がすでにあります。",
            "書き込んだものを失わないように、上書きしません。",
            "別の名前を --out で指定してください。",
        ) from None
    except OSError:
        raise BadInput(
            f"ファイル {file} を書けません。",
            "フォルダーがないか、書く権限がありません。",
            "場所を --out で指定してください。",
        ) from None


def _unreadable(path: Path) -> BadInput:
    return BadInput(
        f"ファイル {path} を読めません。",
        "ないか、フォルダーか、読む権限がありません。",
        "場所と名前を確かめてください。",
    )


def _plain(value: object) -> str:
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, UUID | Decimal | Path):
        return str(value)
    raise TypeError(type(value).__name__)
