"""一括送信のファイル: NDJSON as it comes in and as it is read again, one filing a line.

It is poured into a scratch file within bounds, unpacked where it came as gzip, and read back from any
byte on; no more than a piece and a line of it is in memory.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, BinaryIO

from mirasapo.business.document import MAX_BYTES
from mirasapo.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_UNPACKED_AT_ONCE = 1 << 20
_GZIP = 31  # zlib's word for: a gzip header, the largest window


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a batch may be: bytes after unpacking, and filings."""

    size_bytes: int
    filings: int


class Pouring:
    """A batch on its way into `stream`; `filings` and `size_bytes` count what has come.

    `sha256` is of what has come as well. In the stream the last line ends like the others: so the
    object of a batch of one filing is not that filing's bytes.
    """

    def __init__(self, stream: BinaryIO, limits: Limits, *, gzip: bool = False) -> None:
        self._stream = stream
        self._limits = limits
        self._unpacking = zlib.decompressobj(_GZIP) if gzip else None
        self._in_filing = False
        self._hash = sha256()
        self._ended = False
        self.size_bytes = 0
        self.filings = 0

    @property
    def sha256(self) -> str:
        """The hash of what has come."""
        return self._hash.hexdigest()

    def write(self, piece: bytes) -> None:
        """Take in what came. Raises BadInput beyond the limits, or where it is not gzip."""
        if self._unpacking is None:
            self._keep(piece)
            return
        while piece:
            if self._unpacking.eof:
                raise _unreadable("gzip の終わりのあとに続きがあります。")
            try:
                self._keep(self._unpacking.decompress(piece, _UNPACKED_AT_ONCE))
            except zlib.error:
                raise _unreadable("gzip として読めません。") from None
            piece = self._unpacking.unconsumed_tail or self._unpacking.unused_data

    def close(self) -> None:
        """All has come. Raises BadInput when nothing has, or not the whole of the gzip."""
        if self._unpacking is not None and not self._unpacking.eof:
            raise _unreadable("gzip が途中で切れています。")
        self._end_line()
        if self.filings == 0:
            raise _unreadable("申請が一件もありません。")
        if not self._ended:
            self._stream.write(b"\n")
        self._stream.flush()

    def _keep(self, content: bytes) -> None:
        self.size_bytes += len(content)
        if self.size_bytes > self._limits.size_bytes:
            raise _unreadable(f"{self._limits.size_bytes // 1_000_000}MB を超えています。")
        first, *others = content.split(b"\n")
        self._in_filing |= bool(first.strip())
        for line in others:
            self._end_line()
            self._in_filing = bool(line.strip())
        self._stream.write(content)
        self._hash.update(content)
        self._ended = content.endswith(b"\n") if content else self._ended

    def _end_line(self) -> None:
        self.filings += self._in_filing
        self._in_filing = False
        if self.filings > self._limits.filings:
            raise _unreadable(f"申請が {self._limits.filings:,} 件を超えています。")


@dataclass(frozen=True, slots=True)
class Line:
    """One filing of a batch: its line from 1, where it begins, its length, where the next line does.

    `body` is None where it is longer than a filing may be.
    """

    number: int
    offset: int
    size_bytes: int
    end: int
    body: bytes | None


def filings_in(pieces: Iterable[bytes], offset: int = 0, number: int = 0) -> Iterator[Line]:
    """The lines of a batch that are not blank; `pieces` begin at byte `offset`, after line `number`."""
    held, length, begins = bytearray(), 0, offset
    for piece in pieces:
        start = 0
        while (end := piece.find(b"\n", start)) >= 0:
            length += end - start
            _hold(held, piece[start:end])
            number += 1
            if length:
                yield from _line(number, begins, begins + length + 1, held, length)
            begins += length + 1
            held, length, start = bytearray(), 0, end + 1
        length += len(piece) - start
        _hold(held, piece[start:])
    if length:
        yield from _line(number + 1, begins, begins + length, held, length)


def _hold(held: bytearray, content: bytes) -> None:
    room = MAX_BYTES + 1 - len(held)
    held += content[: max(room, 0)]


def _line(number: int, begins: int, end: int, held: bytearray, length: int) -> Iterator[Line]:
    """The line, without the spaces around the filing: they are not part of it."""
    body = bytes(held).strip()
    if len(held) < length or len(body) > MAX_BYTES:
        yield Line(number, begins, length, end, None)
    elif body:
        lead = len(held) - len(held.lstrip())
        yield Line(number, begins + lead, len(body), end, body)


def _unreadable(why: str) -> BadInput:
    return BadInput(
        "一括送信を受け取れませんでした。",
        why,
        "一行に一件の申請を JSON で書いた NDJSON にして、もう一度送ってください。",
    )
