"""Any order of rows, files and commands leaves the same register."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from mirasapo.acquisition.nta import arrival
from mirasapo.acquisition.nta.format import Codes, fidelity_of, read_row
from mirasapo.acquisition.nta.load import load_nta
from tests.register_rows import deleted, number, row, written

if TYPE_CHECKING:
    from pathlib import Path

_BODIES = 3
_worlds = count(1)  # every example has bodies of its own: nothing needs to be cleaned up

_row = st.fixed_dictionaries(
    {
        "body": st.integers(0, _BODIES - 1),
        "layout": st.sampled_from([23, 28, 30]),
        "updated": st.sampled_from(["2021-07-14", "2021-07-15", "2021-07-16"]),
        "sequence": st.sampled_from(["1", "2", "10"]),
        "name": st.sampled_from(
            [
                "株式会社飛驒",
                "株式会社飛騨",
                "株式会社永＿",
                "株式会社永鑫",
                "株式会社永焱",
                "合同会社甲",
            ]
        ),
        "hihyoji": st.sampled_from(["0", "1"]),
        "deleted": st.integers(0, 9).map(lambda drawn: drawn == 0),
    }
)


@st.composite
def _arrivals(draw):
    """The same rows twice, each time in an order, in files and in commands of its own."""
    rows = draw(st.lists(_row, min_size=1, max_size=12))
    return rows, [draw(_arrangement(len(rows))) for _ in range(2)]


@st.composite
def _arrangement(draw, size):
    order = draw(st.permutations(range(size)))
    return (
        order,
        [draw(st.integers(0, 2)) for _ in order],
        [draw(st.integers(0, 1)) for _ in range(3)],
    )


def _fields(drawn, first_body):
    index = first_body + drawn["body"]
    if drawn["deleted"]:
        return deleted(index, updated=drawn["updated"], sequence=drawn["sequence"])
    names = ("layout", "updated", "sequence", "name", "hihyoji")
    return row(index, **{name: drawn[name] for name in names})


class _World:
    """The register after one arrangement of the rows, told without the numbers."""

    def __init__(self, platform, folder: Path) -> None:
        self.platform, self.folder = platform, folder

    def after(self, rows, arrangement):
        order, files, commands = arrangement
        first_body = next(_worlds) * _BODIES
        for command in range(2):
            paths = []
            for file in range(3):
                chosen = [
                    _fields(rows[at], first_body)
                    for at, place in zip(order, files, strict=True)
                    if (place, commands[place]) == (file, command)
                ]
                for layout in {len(fields) for fields in chosen}:
                    path = self.folder / f"{first_body}_{file}_{layout}.csv"
                    path.write_text(
                        written(each for each in chosen if len(each) == layout), encoding="utf-8"
                    )
                    paths.append(path)
            if paths:
                load_nta(self.platform.databases, self.platform.lake, self.platform.catalog, paths)
        return [self._told(number(first_body + each)) for each in range(_BODIES)], first_body

    def _told(self, corporate_number):
        with self.platform.databases.intake.begin() as conn:
            found = conn.execute(
                text("SELECT * FROM open.register_body WHERE corporate_number = :n"),
                {"n": corporate_number},
            ).mappings()
            kept = found.one_or_none()
        hidden = {"corporate_number", "business_id", "payload_sha256"}
        return kept and {name: value for name, value in kept.items() if name not in hidden}


@pytest.fixture(scope="module", params=[(500, 40), (2, 1)], ids=["one_batch", "tiny_batches"])
def world(request, platform, tmp_path_factory):
    """Rows of a body that meet in one batch, and that come in batches of two."""
    with pytest.MonkeyPatch.context() as patch:
        block, blocks = request.param
        patch.setattr(arrival, "_BLOCK", block)
        patch.setattr(arrival, "_BLOCKS", blocks)
        yield _World(platform, tmp_path_factory.mktemp("register"))


@settings(max_examples=25, deadline=None)
@given(_arrivals())
def test_arrival_decides_nothing(world, arrivals):
    rows, (one, other) = arrivals
    told, _ = world.after(rows, one)
    assert told == world.after(rows, other)[0]


@settings(max_examples=25, deadline=None)
@given(_arrivals())
def test_newest_row_stays(world, arrivals):
    """Against a plain maximum in Python: date, serial number, what the row preserves."""
    rows, (one, _) = arrivals
    told, first_body = world.after(rows, one)
    codes = Codes.of(world.platform.catalog)
    for body, kept in enumerate(told):
        own = [_fields(each, first_body) for each in rows if each["body"] == body]
        read = [read_row(fields, len(fields), codes) for fields in own]
        if not read:
            assert kept is None
            continue
        best = max((each.updated_on, each.sequence_number, fidelity_of(each)) for each in read)
        names = {
            each.name
            for each in read
            if (each.updated_on, each.sequence_number, fidelity_of(each)) == best
        }
        assert (str(kept["updated_on"]), kept["sequence_number"]) == best[:2]
        assert (kept["written_name"] or kept["name"]) in names
        spellings = {each.name for each in read if each.name.endswith(("鑫", "焱"))}
        if names == {"株式会社永＿"} and len(spellings) == 1:
            assert {kept["name"]} == spellings
        else:
            assert kept["name"] in names
