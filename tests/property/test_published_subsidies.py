"""Subsidies that gBizINFO published keep their identity on the way to the master, to the yen."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from mirasapo.acquisition.gbizinfo.mapping import GbizInfoMapping
from mirasapo.business.fold import Contribution, Folding
from mirasapo.business.order import Authority
from mirasapo.catalog import load_catalog

CATALOG = load_catalog()
MAPPING, FOLDING = GbizInfoMapping(CATALOG), Folding(CATALOG)
STEM = "grant_history_received_subsidy"
SUBSIDY = (
    st.fixed_dictionaries(  # few values: repeated (number, date, title) are what is interesting
        {
            "title": st.sampled_from(["架空の補助金", "架空の交付金"]),
            "amount": st.one_of(st.integers(-(10**12), 10**12), st.just(0)).map(str),
            "date_of_approval": st.sampled_from(["2021-04-01", "20220401", None]),
        },
        optional={
            "meta-data": st.fixed_dictionaries(
                {"last_update_date": st.sampled_from(["2021-04-01", "2022-04-01"])}
            )
        },
    )
)


@given(st.lists(SUBSIDY, max_size=8))
def test_as_many_rows_out_as_in_with_the_same_amounts(subsidies: list[dict[str, Any]]) -> None:
    record = {"corporate_number": "1", "update_date": "20240901", "subsidy": subsidies}
    parts: dict[date, list[dict[str, Any]]] = {}
    for row in MAPPING.read(record).dated.get(STEM, ()):
        parts.setdefault(row.as_of_on or date(2024, 9, 1), []).append(row.values)
    said = [
        Contribution(
            authority=Authority.GBIZINFO,
            source="gbizinfo",
            reference=day.isoformat(),
            basis="open",
            as_of_on=day,
            version=0,
            payload_sha256="0" * 64,
            rows={STEM: rows},
        )
        for day, rows in parts.items()
    ]
    master = FOLDING.fold(said).get(STEM, {})
    amounts = Counter(row.values["received_subsidy_yen"] for row in master.values())
    assert amounts == Counter(int(each["amount"]) for each in subsidies)
