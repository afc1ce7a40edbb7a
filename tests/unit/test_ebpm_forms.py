"""What the sixteen forms share, counted again by hand, and the figures of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mirasapo import ebpm
from mirasapo.ebpm.forms import is_held

if TYPE_CHECKING:
    from mirasapo.catalog import Catalog

FIRST, PLUS = "01 持続化補助金(一般型)", "06 ミラサポplus"


def test_each_item_is_counted_in_the_programmes_that_ask_for_it(catalog: Catalog) -> None:
    table = ebpm.frequent_items(catalog).set_index("item")
    assert len(table) == 1245
    assert table.programmes.is_monotonic_decreasing
    for item in catalog.items:
        forms = [each for each in catalog.programmes.values() if item in each.items]
        assert table.programmes[item.key] == len(forms)
    assert set(ebpm.frequent_items(catalog, least=16).programmes) == {16}


def test_the_frequencies_are_those_of_the_report(catalog: Catalog) -> None:
    table = ebpm.frequencies(catalog)
    assert [*table.programmes] == [*range(1, 17)]
    assert (table.generic.sum(), table.specific.sum()) == (443, 802)


def test_held_is_generic_and_taken_into_the_master(catalog: Catalog) -> None:
    assert is_held(catalog.item("business_identity.capital_yen"))
    assert not is_held(catalog.item("filing_header.title"))  # of this filing only
    for item in catalog.items:
        if item.domain == "specific" or item.master_policy == "never":
            assert not is_held(item)


def test_every_item_of_a_form_is_held_or_written(catalog: Catalog) -> None:
    table = ebpm.once_only(catalog)
    assert (table.held + table.generic_anew + table.specific == table["items"]).all()
    assert table.share.between(0.3, 0.95).all()
    row = table.set_index("programme").loc[FIRST]
    form = catalog.form("01")
    assert row["items"] == len(form)
    held = [item for item in form if item.domain == "generic" and item.master_policy != "never"]
    assert row.held == len(held)


def test_overlap_is_the_share_of_the_column(catalog: Catalog) -> None:
    table = ebpm.overlap(catalog)
    first, plus = set(catalog.form("01")), set(catalog.form("06"))
    assert table.loc[PLUS, FIRST] == len(first & plus) / len(first)
    assert table.loc[FIRST, PLUS] == len(first & plus) / len(plus)
    assert all(table.loc[name, name] == 1 for name in table)


def test_one_filing_before_brings_no_more_than_all(catalog: Catalog) -> None:
    table, saved = ebpm.filled_after(catalog), ebpm.once_only(catalog).set_index("programme").share
    assert (table <= ebpm.overlap(catalog)).to_numpy().all()
    for name in table:
        assert table.loc[name, name] == saved[name]
        assert table[name].max() == saved[name]


@pytest.mark.parametrize("name", ["overlap", "filled_after"])
def test_the_heat_map_says_every_share(catalog: Catalog, name: str) -> None:
    table = getattr(ebpm, name)(catalog)
    figure = ebpm.share_figure(table, "題", note="注", rows="行", columns="列")
    assert len(figure.layout.annotations) == 16 * 16
    assert (figure.layout.xaxis.title.text, figure.layout.yaxis.title.text) == ("列", "行")
    said = {(one.y, one.x): one.text for one in figure.layout.annotations}
    assert said[PLUS, FIRST] == f"{100 * table.loc[PLUS, FIRST]:.0f}"
    assert figure.layout.title.subtitle.text == "注"


def test_bars_are_stacked_in_japanese(catalog: Catalog) -> None:
    saved = ebpm.once_only_figure(ebpm.once_only(catalog))
    assert [sum(shares) for shares in zip(*(bar.x for bar in saved.data), strict=True)] == (
        pytest.approx([100] * 16)
    )
    counted = ebpm.frequency_figure(ebpm.frequencies(catalog))
    assert [bar.name for bar in counted.data] == ["汎用", "制度固有"]
    for figure in (saved, counted):
        assert figure.layout.barmode == "stack"
        assert "Noto Sans CJK JP" in figure.layout.font.family
        assert figure.layout.xaxis.title.text
