"""Attachments lie inside an answer as base64: each is taken out of the file into the lake.

Neither the answer nor an attachment is ever held whole in memory.
"""

from __future__ import annotations

import mmap
import re
from binascii import Error, a2b_base64
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from mirasapo.store.lake import Lake

_BEGIN = re.compile(rb'"data"\s*:\s*"')
_ESCAPES = re.compile(rb"\\[/nrt]|[\r\n\t ]")
_CHUNK = 1 << 20
_MARK = "mirasapo:sha256:"
_GROUP = 4  # characters of base64 that stand for three bytes


@dataclass(frozen=True, slots=True)
class Taken:
    """The bytes of one attachment, now in the lake."""

    sha256: str
    size_bytes: int

    @property
    def mark(self) -> str:
        """What stands in the answer where the attachment was."""
        return f"{_MARK}{self.sha256}:{self.size_bytes}"


def taken_of(mark: object) -> Taken | None:
    """The attachment that was taken out, None where there is none or it could not be read."""
    if not isinstance(mark, str) or not mark.startswith(_MARK):
        return None
    sha256, size_bytes = mark.removeprefix(_MARK).split(":")
    return Taken(sha256, int(size_bytes))


def take_out(answer: Path, lake: Lake) -> bytes:
    """Put every attachment of an answer into the lake; the answer with marks in their places.

    What is not base64 gets an empty text in its place: the answer itself still has it.
    """
    if not answer.stat().st_size:
        return b""
    rest = []
    with answer.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as raw:
        place = 0
        while (begin := _BEGIN.search(raw, place)) is not None:
            end = raw.find(b'"', begin.end())
            if end < 0:  # cut off in the middle of an attachment
                rest.append(raw[place : begin.end()])
                return b"".join(rest)
            taken = _take(raw, begin.end(), end, lake)
            rest.append(raw[place : begin.end()])
            rest.append(taken.mark.encode() if taken else b"")
            place = end
        rest.append(raw[place:])
    return b"".join(rest)


def _take(raw: mmap.mmap, begin: int, end: int, lake: Lake) -> Taken | None:
    if begin == end:
        return None
    with NamedTemporaryFile() as decoded:
        try:
            _decode(raw, begin, end, decoded)
        except Error:
            return None
        decoded.flush()
        return Taken(lake.put_file(Path(decoded.name)), decoded.tell())


def _decode(raw: mmap.mmap, begin: int, end: int, into: IO[bytes]) -> None:
    """Decode base64 piece by piece. Raises binascii.Error for what is none."""
    left = b""
    for place in range(begin, end, _CHUNK):
        piece = left + raw[place : min(place + _CHUNK, end)]
        split = piece.endswith(b"\\") and place + _CHUNK < end  # in the middle of an escape
        tail, piece = (piece[-1:], piece[:-1]) if split else (b"", piece)
        piece = _ESCAPES.sub(lambda found: b"/" if found[0] == b"\\/" else b"", piece)
        last = place + _CHUNK >= end
        padded = piece.find(b"=")  # only line breaks may follow the padding: that waits for the end
        whole = (len(piece) if padded < 0 else padded) // _GROUP * _GROUP
        if padded >= 0 and len(piece) - whole > _GROUP:
            raise Error
        into.write(a2b_base64(piece if last else piece[:whole], strict_mode=True))
        left = b"" if last else piece[whole:] + tail
