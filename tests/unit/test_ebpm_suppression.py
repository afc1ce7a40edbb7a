"""No printed row tells of fewer than ten businesses."""

from __future__ import annotations

import pandas as pd
import pytest

from mirasapo.ebpm import protect
from mirasapo.errors import BadInput


def table(**columns):
    return pd.DataFrame({"event_time": [0, 1, 2], "estimate": [0.1, 0.2, 0.3], **columns})


def test_rows_of_fewer_than_ten_businesses_show_nothing():
    shown = protect(table(firms=[9, 10, 123]), keep=["event_time"])
    assert shown.firms.tolist() == ["<10", "10", "125"]
    assert shown.estimate.tolist() == [None, 0.2, 0.3]
    assert shown.event_time.tolist() == [0, 1, 2]


def test_without_keep_nothing_of_a_small_row_remains():
    shown = protect(table(firms=[0, 30, 30]))
    assert shown.event_time.tolist() == [None, 1, 2]


def test_the_given_table_stays_as_it_is():
    given = table(firms=[1, 2, 3])
    protect(given)
    assert given.equals(table(firms=[1, 2, 3]))


def test_nulls_stay_nulls():
    shown = protect(table(se=[None, 0.5, float("nan")], firms=[20, 20, 20]))
    assert shown.se.tolist() == [None, 0.5, None]


@pytest.mark.parametrize("columns", [{}, {"firms": [1, None, 3]}], ids=["none", "unknown"])
def test_a_table_that_does_not_say_how_many_is_refused(columns):
    with pytest.raises(BadInput, match="事業者数"):
        protect(table(**columns))
