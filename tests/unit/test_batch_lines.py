"""Blanking lines of a batch: the same whatever pieces it comes in, and nothing beside them changes."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, BinaryIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirasapo.intake.batch_file import filings_in
from mirasapo.store.batch_lines import Place, blanked
from mirasapo.store.lake import CorruptObject

if TYPE_CHECKING:
    from collections.abc import Iterator


class Pieces:
    """A lake of one object, in pieces of a size of our own, that remembers what is put into it."""

    def __init__(self, content: bytes, size: int) -> None:
        self.content, self.size, self.put = content, size, b""

    def pieces(self, _digest: str) -> Iterator[bytes]:
        return (
            self.content[start : start + self.size]
            for start in range(0, len(self.content), self.size)
        )

    def put_stream(self, stream: BinaryIO) -> str:
        stream.seek(0)
        self.put = stream.read()
        return sha256(self.put).hexdigest()


@given(
    st.lists(st.binary(max_size=9).map(lambda text: text.replace(b"\n", b"")), max_size=9),
    st.integers(1, 12),
    st.data(),
)
def test_only_the_lines_that_are_named_are_blank(
    lines: list[bytes], size: int, data: st.DataObject
) -> None:
    content = b"".join(line + b"\n" for line in lines)
    found = list(filings_in([content]))
    going = [each for each in found if data.draw(st.booleans())]
    lake = Pieces(content, size)
    digest = blanked(
        lake,  # type: ignore[arg-type]
        sha256(content).hexdigest(),
        [Place(each.offset, each.size_bytes) for each in reversed(going)],
    )
    assert (len(lake.put), sha256(lake.put).hexdigest()) == (len(content), digest)
    assert list(filings_in([lake.put])) == [each for each in found if each not in going]


def test_an_object_that_is_not_what_it_was_is_not_written_anew() -> None:
    with pytest.raises(CorruptObject):
        blanked(Pieces(b"{}\n", 2), "0" * 64, [])  # type: ignore[arg-type]
