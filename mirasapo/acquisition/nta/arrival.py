"""Readable rows on their way into the database: read here while the server takes in those before.

Everything that one row alone decides is worked out here, once and in passing: what the search
compares, how much of the body the row preserves.
"""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from typing import TYPE_CHECKING

from mirasapo.acquisition.bulk import copy_text
from mirasapo.acquisition.nta import merge
from mirasapo.acquisition.nta.files import Refused, RegisterFile
from mirasapo.acquisition.nta.format import RegisterRow, beyond_shift_jis, fidelity_of
from mirasapo.acquisition.nta.table import WrongFile
from mirasapo.business.search_many import index_terms_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection

_BLOCK = 500  # rows made ready at once
_BLOCKS = 40  # taken in at once: two such batches are in memory


def take_in(conn: Connection, files: Sequence[RegisterFile]) -> list[Refused]:
    """Hand every readable row to `merge`, batch by batch; the files that are none of the register.

    Nothing else may use `conn` meanwhile. Where a file is refused, what was taken in is good for
    nothing: roll it back.
    """
    wrong: list[Refused] = []
    texts = _texts(files, wrong)
    taken: Future[None] | None = None
    with ThreadPoolExecutor(max_workers=1) as server:
        while batch := list(islice(texts, _BLOCKS)):
            if taken is not None:
                taken.result()
            taken = server.submit(merge.take_in, conn, batch)
        if taken is not None:
            taken.result()
    return wrong


def _texts(files: Sequence[RegisterFile], wrong: list[Refused]) -> Iterator[str]:
    """The rows in COPY's text format, some hundred at a time."""
    for file in files:
        try:
            rows = file.rows()
            while block := list(islice(rows, _BLOCK)):
                yield copy_text(_arriving(block, file.sha256))
        except WrongFile as why:
            wrong.append(Refused(file.label, None, str(why)))


def _arriving(rows: Sequence[RegisterRow], sha256: str) -> Iterator[Sequence[object]]:
    terms = index_terms_of([row.name for row in rows], [row.kana for row in rows])
    for row, found in zip(rows, terms, strict=True):
        # A body outside the search has nothing to be found by, whoever forgets the flag.
        search_name, grams = ("", []) if row.out_of_search else found
        spelling = beyond_shift_jis(row.name) > 0
        yield (*row, search_name, grams, fidelity_of(row), spelling, sha256)
