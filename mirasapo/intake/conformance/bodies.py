"""One payload, a JSON list of payloads, or a payload on every line: the bytes of each."""

from __future__ import annotations

import msgspec

_RAW = msgspec.json.Decoder(msgspec.Raw)
_LIST = msgspec.json.Decoder(list[msgspec.Raw])


def bodies_of(content: bytes) -> list[bytes]:
    """The payloads in the order given; what is none of the three is one (unreadable) payload.

    Nothing, or an empty list, holds none. The bytes are kept as they were written: a name that is
    written twice is still there twice.
    """
    content = content.strip()
    if not content:
        return []
    if content.startswith(b"["):
        try:
            return [bytes(each) for each in _LIST.decode(content)]
        except (msgspec.DecodeError, RecursionError):
            return [content]
    lines = [line for line in content.splitlines() if line.strip()]
    if len(lines) > 1 and not _is_whole(content) and (_is_whole(lines[0]) or _is_whole(lines[-1])):
        return lines
    return [content]


def _is_whole(content: bytes) -> bool:
    try:
        _RAW.decode(content)
    except (msgspec.DecodeError, RecursionError):
        return False
    return True
