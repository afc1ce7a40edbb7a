"""How a text file is written, told from its bytes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirasapo.encoding import encoding_of

JAPANESE = st.text("亜髙株式会社ーアンいろは漢字\u3000", min_size=4)


@pytest.mark.parametrize(
    ("lines", "encoding"),
    [
        ([], "utf-8"),
        ([b"plain"], "utf-8"),
        (["髙".encode("cp932"), b"plain"], "cp932"),
        (["会社".encode() + b".", "会".encode() + b".", b"\x8d\x82"], "utf-8"),
        ([b"\xff\xfea\x00", b"plain"], None),
        ([b"a\x81"], None),
    ],
)
def test_more_lines_decide(lines, encoding):
    assert encoding_of(lines) == encoding


@given(JAPANESE, st.sampled_from(["utf-8", "cp932"]))
def test_what_was_written_is_read_again(written, encoding):
    lines = [written.encode(encoding)] * 3
    found = encoding_of(lines)
    assert found is not None
    assert found == "utf-8" or encoding == "cp932"
    if encoding == "utf-8":
        assert lines[0].decode(found) == written
