"""What a file is by its bytes alone, read where it lies: a file of any size takes no memory."""

from __future__ import annotations

import io
import struct
import zipfile
from dataclasses import dataclass
from typing import BinaryIO

KINDS = {
    "pdf": "application/pdf",
    "png": "image/png",
    "jpg": "image/jpeg",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
_STARTS = {b"%PDF-": "pdf", b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpg"}
_PARTS = {"xl/workbook.xml": "xlsx", "word/document.xml": "docx"}
_MACROS = "vbaproject.bin"
_LONGEST_START = 8
# A zip names its parts at the end; one with millions of names would fill the memory.
_END = b"PK\x05\x06"
_END_LENGTH = 22
_LONGEST_COMMENT = 65_535
_MOST_PARTS = 10_000
_MOST_NAMES_BYTES = 4_000_000


@dataclass(frozen=True, slots=True)
class Kind:
    """pdf, png, jpg, xlsx or docx, None for anything else; whether an Office file holds macros."""

    name: str | None
    macros: bool = False


def kind_of(content: bytes) -> str | None:
    """The kind of file that may be received; None for any other, also for one with macros."""
    found = recognise(io.BytesIO(content))
    return None if found.macros else found.name


def recognise(stream: BinaryIO) -> Kind:
    """What the file is; the stream is left somewhere in it."""
    stream.seek(0)
    start = stream.read(_LONGEST_START)
    for begins, name in _STARTS.items():
        if start.startswith(begins):
            return Kind(name)
    return _office(stream) if start.startswith(b"PK\x03\x04") else Kind(None)


def _office(stream: BinaryIO) -> Kind:
    if not _names_are_few(stream):
        return Kind(None)
    try:
        with zipfile.ZipFile(stream) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return Kind(None)
    if "[Content_Types].xml" not in names:
        return Kind(None)
    kind = next((kind for part, kind in _PARTS.items() if part in names), None)
    return Kind(kind, any(name.lower().endswith(_MACROS) for name in names))


def _names_are_few(stream: BinaryIO) -> bool:
    size = stream.seek(0, io.SEEK_END)
    stream.seek(max(0, size - _END_LENGTH - _LONGEST_COMMENT))
    tail = stream.read()
    place = tail.rfind(_END)
    if place < 0 or len(tail) < place + _END_LENGTH:
        return False
    parts, names_bytes = struct.unpack_from("<HI", tail, place + 10)
    return bool(parts <= _MOST_PARTS and names_bytes <= _MOST_NAMES_BYTES)
