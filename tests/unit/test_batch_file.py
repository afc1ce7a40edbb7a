"""NDJSON as it comes and as it is read: every line at its place, whatever the pieces."""

from __future__ import annotations

import gzip
import io
import itertools
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirasapo.business.document import MAX_BYTES
from mirasapo.errors import BadInput
from mirasapo.intake.batch_file import Limits, Pouring, filings_in

MUCH = Limits(1_000_000, 1000)
LINES = st.lists(st.sampled_from([b"", b" ", b"{}", b' {"a": 1}\r', "{申請}".encode(), b"\t\r"]))


def pieces_of(content: bytes, cuts: list[int]) -> list[bytes]:
    places = [0, *sorted(cut % (len(content) + 1) for cut in cuts), len(content)]
    return [content[a:b] for a, b in itertools.pairwise(places)]


@given(LINES, st.booleans(), st.lists(st.integers(0, 1000)))
def test_every_line_is_found_where_it_is(lines: list[bytes], ended: bool, cuts: list[int]) -> None:
    content = b"\n".join(lines) + (b"\n" if ended else b"")
    found = list(filings_in(pieces_of(content, cuts)))
    numbered = [(number, line.strip()) for number, line in enumerate(lines, 1) if line.strip()]
    assert [(each.number, each.body) for each in found] == numbered
    for each in found:
        assert each.body is not None
        assert content[each.offset : each.offset + len(each.body)] == each.body
        rest = list(filings_in([content[each.end :]], each.end, each.number))
        assert rest == [other for other in found if other.number > each.number]


@given(LINES, st.lists(st.integers(0, 1000)), st.booleans())
def test_as_many_filings_are_counted_as_are_read(
    lines: list[bytes], cuts: list[int], packed: bool
) -> None:
    content = b"\n".join(lines)
    sent = gzip.compress(content) if packed else content
    stream = io.BytesIO()
    pouring = Pouring(stream, MUCH, gzip=packed)
    for piece in pieces_of(sent, cuts):
        pouring.write(piece)
    expected = list(filings_in([content]))
    if expected:
        pouring.close()
    else:
        with pytest.raises(BadInput):
            pouring.close()
    assert (pouring.filings, pouring.size_bytes) == (len(expected), len(content))
    assert pouring.sha256 == sha256(content).hexdigest()
    if expected:  # the last line ends like the others: a batch is never its own filing's bytes
        assert stream.getvalue() == content + b"\n" * (not content.endswith(b"\n"))
        assert list(filings_in([stream.getvalue()]))[-1].size_bytes == expected[-1].size_bytes


def test_a_line_that_is_too_long_is_passed_over() -> None:
    long = b"x" * (MAX_BYTES + 1)
    parts = pieces_of(b"{}\n" + long + b"\n{}", [1_000_000, 3_000_000, 5_000_000])
    first, second, third = filings_in(parts)
    assert (first.body, second.body, third.body) == (b"{}", None, b"{}")
    assert (second.number, third.number, third.offset) == (2, 3, len(long) + 4)
    (exact,) = filings_in([b"x" * MAX_BYTES])
    assert exact.body is not None


@pytest.mark.parametrize(
    ("sent", "packed"),
    [
        (b"{}\n" * 11, False),
        (b"{" + b" " * 2000 + b"}", False),
        (gzip.compress(b" " * 10_000_000), True),  # a bomb ends where the limit is
        (gzip.compress(b"{}")[:-4], True),
        (gzip.compress(b"{}") + b"more", True),
        (b"no gzip", True),
        (b"", True),
        (b"", False),
    ],
    ids=["filings", "bytes", "bomb", "cut", "more", "no gzip", "no bytes", "empty"],
)
def test_what_is_beyond_the_limits_or_no_gzip_is_refused(sent: bytes, packed: bool) -> None:
    stream = io.BytesIO()
    pouring = Pouring(stream, Limits(1000, 10), gzip=packed)

    def pour() -> None:
        pouring.write(sent)
        pouring.close()

    with pytest.raises(BadInput):
        pour()
    assert len(stream.getvalue()) <= 1000
