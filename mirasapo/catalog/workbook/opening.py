"""Whether a file may be opened as a workbook: told from its bytes, before anything of it is parsed."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_MB = 1024 * 1024
_MAX_PART = 2 * _MB  # of one that is neither a sheet nor the texts
_MAX_SHEETS = 200
_ENCRYPTED = 0x1  # flag of an entry of an archive
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_BIG_PARTS = re.compile(r"xl/(worksheets/[^/]+|sharedStrings)\.xml")
_MACROS = re.compile(r"xl/(vbaProject\.bin|macrosheets/.*|dialogsheets/.*)", re.IGNORECASE)
_SAVE_AS = "表計算ソフトで「Excel ブック(.xlsx)」として保存し直してください。"
TOO_LARGE: Final = (
    "広げると大きすぎるファイルです。",
    "新しい様式に、値だけを書き写してください。",
)
_DTD = (b"<!DOCTYPE", b"<!ENTITY")
_BROKEN = (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, ValueError)
BROKEN: Final = "Excel のブック(.xlsx)でないか、途中で切れているか、壊れています。"


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a workbook may be, in bytes, and how many elements (`tags`) it may have.

    `xml` is of all parts that are parsed: a parsed one takes many times its size.
    """

    file: int
    unpacked: int
    xml: int
    tags: int


MAX_BYTES: Final = 20 * _MB
FORM: Final = Limits(MAX_BYTES, 100 * _MB, 32 * _MB, 1_500_000)
"""Of a form or a list: some 370,000 cells, and 1 GB of memory at the worst."""


class Unreadable(Exception):
    """Why a file is no workbook that is read, and what to do about it; its reader says for what."""

    def __init__(self, why: str, next_step: str = _SAVE_AS) -> None:
        self.why = why
        self.next_step = next_step
        super().__init__(why)


def check(content: bytes, limits: Limits = FORM) -> None:
    """Raises Unreadable for what is no .xlsx, has macros or a password, or unpacks too large."""
    if len(content) > limits.file:
        raise Unreadable(
            f"{len(content) // _MB:,}MBのファイルです。読むのは{limits.file // _MB}MBまでです。",
            "画像などを除いて小さくするか、ブックを分けてください。",
        )
    if content.startswith(_OLE):
        raise _ole(content)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for why, next_step in _faults(archive.infolist(), limits):
                raise Unreadable(why, next_step)
            _look_through(archive, limits)
    except _BROKEN as fault:
        raise Unreadable(BROKEN) from fault


def _ole(content: bytes) -> Unreadable:
    """What the container of old Office files holds: a locked workbook, or an old one."""
    if _LOCKED_PACKAGE in content:
        return Unreadable(
            "パスワードで保護されたブックです。中を読めません。",
            "パスワードを外して保存し直してください。パスワードは送らないでください。",
        )
    return Unreadable("古い形式(.xls)のファイルです。名前が .xlsx でも読みません。")


def _faults(entries: list[zipfile.ZipInfo], limits: Limits) -> Iterator[tuple[str, str]]:
    names = [entry.filename for entry in entries]
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        yield "パスワードで保護された書庫です。", "パスワードを外して保存し直してください。"
    if any(map(_MACROS.fullmatch, names)):
        yield (
            "マクロを含むブックです。マクロは実行せず、ブックも読みません。",
            "「Excel ブック(.xlsx)」として保存し直し、マクロを除いてください。",
        )
    if "mimetype" in names:
        yield "OpenDocument(.ods)のファイルです。名前が .xlsx でも読みません。", _SAVE_AS
    if "xl/workbook.bin" in names:
        yield "バイナリ形式(.xlsb)のブックです。", _SAVE_AS
    if len(set(names)) < len(names):
        yield "同じ名前の部分が二つあるファイルです。", _SAVE_AS
    parsed = [each for each in entries if _is_parsed(each)]
    if (
        sum(each.file_size for each in entries) > limits.unpacked
        or sum(each.file_size for each in parsed) > limits.xml
        or any(
            each.file_size > _MAX_PART and not _BIG_PARTS.fullmatch(each.filename)
            for each in parsed
        )
    ):
        yield TOO_LARGE
    if sum(name.startswith("xl/worksheets/sheet") for name in names) > _MAX_SHEETS:
        yield f"シートが {_MAX_SHEETS} 枚を超えています。", "使わないシートを消してください。"


def _is_parsed(entry: zipfile.ZipInfo) -> bool:
    return entry.filename.endswith((".xml", ".rels", ".vml"))


def _look_through(archive: zipfile.ZipFile, limits: Limits) -> None:
    """Unpack once what will be parsed, a little at a time. Raises Unreadable, or for torn parts."""
    tags = 0
    for entry in filter(_is_parsed, archive.infolist()):
        with archive.open(entry) as part:
            before = b""
            while chunk := part.read(_MB):
                tags += chunk.count(b"<")
                if tags > limits.tags:
                    raise Unreadable(*TOO_LARGE)
                if any(word in before + chunk for word in _DTD):
                    raise Unreadable(BROKEN)  # no program writes one, and it can be made to grow
                before = chunk[-len(_DTD[0]) :]
