"""One part of an upload: the bytes of a request, added to a scratch file as they come."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from mirasapo.errors import BadInput, OffsetMismatch

if TYPE_CHECKING:
    from typing import BinaryIO


class Part:
    """The bytes of one request, added to the scratch file as they come."""

    def __init__(self, stream: BinaryIO | None, length: int, size_bytes: int) -> None:
        self._stream = stream
        self._length = length
        self._size_bytes = size_bytes

    def write(self, piece: bytes) -> None:
        """Add the next bytes. Raises BadInput for more than was announced; they are not kept."""
        if self._length + len(piece) > self._size_bytes:
            raise not_received(
                "知らされた大きさより長いです。", "size_bytes までを送ってください。"
            )
        if self._stream is not None:
            self._stream.write(piece)
            self._length += len(piece)

    def settle(self) -> None:
        """Have what came survive a power cut."""
        if self._stream is not None:
            self._stream.flush()
            os.fsync(self._stream.fileno())

    def leave(self) -> None:
        """Keep what came, where the rest does not come."""
        try:
            self.settle()
        finally:
            self.release()

    def release(self) -> None:
        """Let others add parts."""
        if self._stream is not None:
            self._stream.close()


def elsewhere(offset: int) -> OffsetMismatch:
    """The refusal of a part that does not begin at `offset`, where the upload ends."""
    return OffsetMismatch(
        "この部分は受け取れません。",
        f"受け取っているのは {offset} バイトまでです。",
        "その位置から続きを送ってください。",
        offset=offset,
    )


def not_received(what: str, why: str) -> BadInput:
    """The refusal of a file, and why it may not be received."""
    return BadInput(f"ファイルを受け取れません。{what}", why, "直して、もう一度送ってください。")
