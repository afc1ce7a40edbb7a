"""What is read many at once is what each gives alone."""

from __future__ import annotations

import io

from hypothesis import given
from hypothesis import strategies as st

from mirasapo.acquisition.nta.format import Unreadable, beyond_shift_jis
from mirasapo.acquisition.nta.table import CsvTable
from mirasapo.business.search import index_terms, normalise
from mirasapo.business.search_many import index_terms_of, normalise_all
from tests.register_rows import row, written

_TEXT = st.text(
    st.one_of(
        st.sampled_from("株式会社(有)㈱髙﨑邉嶋゛ばはﾊﾞｶﾞ・　々ＡbＣ1𠮷社団法人NPO"),
        st.characters(exclude_characters="\0", exclude_categories=["Cs"]),
    ),
    max_size=12,
)
_LINE = st.text(st.sampled_from('a,"\r\t 株＿\u2028\x85\x0b'), max_size=12)


@given(st.lists(st.tuples(_TEXT, st.one_of(st.none(), _TEXT)), max_size=8))
def test_terms_of_many_names(pairs):
    names, others = [name for name, _ in pairs], [other for _, other in pairs]
    assert normalise_all(names) == [normalise(name) for name in names]
    assert [*index_terms_of(names, others)] == [index_terms(*pair) for pair in pairs]


@given(st.lists(_LINE, max_size=8), st.sampled_from(["utf-8", "cp932"]), st.booleans())
def test_lines_of_a_block(lines, encoding, complete):
    """A line gives the same fields, or the same fault, whatever lines stand around it."""
    first = written([row(1)]).encode(encoding)
    raws = [line.encode(encoding, "ignore") + b"\n" for line in lines]
    if raws and not complete:
        raws[-1] = raws[-1].removesuffix(b"\n")
    told = _told(first + b"".join(raws))[1:]
    alone = [_told(first + raw)[1:] for raw in raws]
    assert told == [each for one in alone for each in one]


def _told(content):
    lines = CsvTable.recognise(io.BytesIO(content)).rows()
    return [
        (str(line.fields) if isinstance(line.fields, Unreadable) else line.fields, line.complete)
        for line in lines
    ]


@given(st.text(max_size=20))
def test_characters_that_shift_jis_cannot_hold(text):
    """Against Python's codec, which takes seven signs of JIS X 0208 for other code points."""
    beyond = [
        char
        for char in text
        if char not in "－～∥￠￡￢―" and not char.encode("shift_jis", "ignore")
    ]
    assert beyond_shift_jis(text) == len(beyond)
