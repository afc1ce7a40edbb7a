"""How a Japanese text file is written, told from its bytes alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

ENCODINGS = ("utf-8", "cp932")
BOM = b"\xef\xbb\xbf"
UTF16_BOMS = (b"\xff\xfe", b"\xfe\xff")


def encoding_of_file(content: bytes) -> str | None:
    """The encoding by the mark at its head (`utf-8-sig`, `utf-16`), else that of its lines."""
    if content.startswith(BOM):
        return "utf-8-sig"
    return "utf-16" if content.startswith(UTF16_BOMS) else encoding_of(content.splitlines())


def encoding_of(lines: Iterable[bytes]) -> str | None:
    """The encoding in which more of the lines are text; one damaged byte does not decide.

    UTF-8 where both fit alike, None where neither fits any line, or a BOM of UTF-16 comes first.
    """
    counts = dict.fromkeys(ENCODINGS, 0)
    begun = False
    for line in lines:
        if not begun and line.startswith(UTF16_BOMS):
            return None
        begun = True
        for encoding in ENCODINGS:
            counts[encoding] += _is_text(line, encoding)
    if begun and not any(counts.values()):
        return None
    return max(ENCODINGS, key=lambda encoding: counts[encoding])


def _is_text(line: bytes, encoding: str) -> bool:
    try:
        line.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
