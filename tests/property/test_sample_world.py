"""The made-up world: the same for the same seed, valid for every form, and nobody's."""

from __future__ import annotations

import json
import re
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mirasapo.app.sample import numbers
from mirasapo.app.sample.bodies import body_of
from mirasapo.app.sample.filings import Filings
from mirasapo.app.sample.truth import truth
from mirasapo.app.sample.world import PERSONA, Parameters, make_world
from mirasapo.catalog.check_digit import is_corporate_number
from mirasapo.errors import BadInput
from mirasapo.intake.payload import FilingReader

SEEDS = st.integers(0, 99_999)
INDEXES = st.integers(1, 999_999)
TODAY = date(2026, 11, 23)


@given(SEEDS, INDEXES)
def test_numbers_are_valid_and_of_no_registry_office(seed, index):
    number = numbers.corporate_number(seed, index)
    assert is_corporate_number(number)
    assert number[1] == "9"  # office codes end at 5xxx; the agency's own are 0000 and 7001


@given(st.sets(st.tuples(SEEDS, INDEXES), min_size=2))
def test_no_two_businesses_share_a_number(pairs):
    assert len({numbers.corporate_number(*pair) for pair in pairs}) == len(pairs)


@pytest.mark.parametrize(("businesses", "seed"), [(0, 1), (1_000_000, 1), (1, -1), (1, 100_000)])
def test_what_the_range_of_numbers_cannot_hold_is_refused(businesses, seed):
    with pytest.raises(BadInput):
        numbers.require(businesses, seed)


@settings(max_examples=20, deadline=None)
@given(SEEDS, st.integers(1, 20), st.integers(1, 20))
def test_a_larger_world_begins_with_the_smaller_one(seed, some, more):
    assert make_world(some + more, seed).businesses[:some] == make_world(some, seed).businesses


@settings(max_examples=20, deadline=None)
@given(SEEDS)
def test_every_filing_fits_its_form_and_says_that_it_is_made_up(catalog, policy, seed):
    world = make_world(6, seed)
    reader = FilingReader(catalog)
    seen = set()
    for filing in Filings(catalog, policy, world):
        read, faults = reader.read(filing.body, {}, programmes=[filing.programme], today=TODAY)
        assert faults == []
        assert read is not None
        assert filing.filing_number not in seen
        seen.add(filing.filing_number)
        assert "架空" in json.loads(filing.body)["items"]["business_identity.trade_name"]


@settings(max_examples=20, deadline=None)
@given(SEEDS)
def test_the_sums_of_the_accounts_agree(catalog, policy, seed):
    for filing in Filings(catalog, policy, make_world(4, seed)):
        for row in json.loads(filing.body)["groups"]["financial_statement"]:
            one = {
                key.removeprefix("finance.").removesuffix("_yen"): value
                for key, value in row.items()
            }
            assert one["total_assets"] == one["current_assets"] + one["fixed_assets"] + one.get(
                "deferred_assets", 0
            )
            assert one["total_assets"] == one["total_liabilities"] + one["net_assets"]
            assert one["gross_profit"] == one["net_sales"] - one["cost_of_sales"]
            assert (
                one["operating_income"]
                == one["gross_profit"] - one["selling_and_administrative_expenses"]
            )
            assert one["ordinary_income"] == (
                one["operating_income"]
                + one["non_operating_income"]
                - one["non_operating_expenses"]
            )
            assert one["value_added"] == (
                one["operating_income"] + one["personnel_cost"] + one["depreciation"]
            )


@settings(max_examples=50, deadline=None)
@given(SEEDS)
def test_the_persona_has_filings_to_show(seed):
    business = make_world(PERSONA, seed).businesses[PERSONA - 1]
    assert not business.sole_proprietor
    assert not business.withdraws
    assert business.reported_before
    assert 2022 in [one.fiscal_year for one in business.applications]
    assert 2021 not in [one.fiscal_year for one in business.applications]


@settings(max_examples=20, deadline=None)
@given(SEEDS)
def test_nobody_applies_after_an_adoption_and_effects_begin_with_it(seed):
    for business in make_world(30, seed).businesses:
        assert not any(one.adopted for one, _ in pairwise(business.applications))
        for accounts, effect in zip(business.accounts, business.effects, strict=True):
            begun = business.adopted_in is not None and accounts.fiscal_year >= business.adopted_in
            assert (effect > 0) == begun


def test_the_truth_is_a_mean_over_the_adopted():
    flat = Parameters(effect_path=(0.1,), value_added_factor=2.0)
    found = truth([make_world(200, 1, flat), make_world(100, 2, flat)])
    factors = [
        one.industry.effect_factor
        for world in (make_world(200, 1), make_world(100, 2))
        for one in world.businesses
        if one.studied
    ]
    assert found["adopted_businesses"] == len(factors)
    assert found["event_time"]["0"] == pytest.approx(0.1 * sum(factors) / len(factors))
    assert found["outcomes"]["log_value_added"]["overall"] == pytest.approx(2 * found["overall"])
    assert found["made_up"] is True


def test_nothing_adopted_has_no_truth():
    nobody = Parameters(cutoffs=dict.fromkeys((2021, 2022, 2023, 2024), 1_000.0))
    found = truth([make_world(20, 1, nobody)])
    assert found["overall"] is None
    assert found["event_time"] == {}


def test_names_and_addresses_do_not_exist(catalog):
    for business in make_world(50, 3).businesses:
        body = body_of(catalog, 3, business)
        assert body.name.startswith("見本")
        assert "架空" in body.name
        assert (body.corporate_number is None) == business.sole_proprietor
        assert (body.sole_proprietor_key is None) != business.sole_proprietor
        assert re.fullmatch("0[0-9]{12}", body.sole_proprietor_key or "0" * 13)
