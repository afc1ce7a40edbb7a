"""The estimator finds the effect that the data were made with; what should fail, fails."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import binom

from mirasapo.app.sample.truth import truth
from mirasapo.app.sample.world import Parameters, make_world
from mirasapo.ebpm import event_study, levels_difference
from mirasapo.errors import BadInput
from tests.panels import panel_of

FEW, MANY = range(5), range(1000, 1200)
SIZE = 400
OUTCOMES = ("log_net_sales", "log_value_added")
LARGER = Parameters(effect_path=(0.10, 0.05, 0.20, 0.20, 0.20), noise=0.12, persistence=0.7)
NOTHING = Parameters(effect_path=(0.0,))


def least_coverage(rounds: int) -> int:
    """How often a 95 % interval covers at least, but for a chance of 1 %."""
    return int(binom.ppf(0.01, rounds, 0.95))


def run(seed, parameters=None):
    world = make_world(SIZE, seed, parameters)
    return truth([world])["outcomes"], panel_of(world)


def assert_recovers(seeds, parameters, outcome):
    """The figure: how often the 95 % interval covered the true effect, and the mean miss."""
    misses = []
    overall = later = 0
    for seed in seeds:
        expected, panel = run(seed, parameters)
        study = event_study(panel, outcome)
        overall += study.overall.covers(expected[outcome]["overall"])
        row = study.by_event_time.set_index("event_time").loc[2]
        later += row.low <= expected[outcome]["event_time"]["2"] <= row.high
        misses.append(study.overall.estimate - expected[outcome]["overall"])
    assert overall >= least_coverage(len(seeds))
    assert later >= least_coverage(len(seeds))
    assert abs(np.mean(misses)) < 3 * np.std(misses, ddof=1) / np.sqrt(len(misses))
    return f"{overall} of {len(seeds)} seeds covered, mean miss {np.mean(misses):+.5f}"


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_the_known_effect_is_found(outcome):
    assert_recovers(FEW, None, outcome)


@pytest.mark.deep
@pytest.mark.parametrize("outcome", OUTCOMES)
@pytest.mark.parametrize(
    "parameters", [None, LARGER, NOTHING], ids=["default", "larger", "nothing"]
)
def test_the_known_effect_is_found_over_many_seeds(outcome, parameters, record_property):
    record_property("figure", assert_recovers(MANY, parameters, outcome))


def test_no_effect_is_found_where_there_is_none():
    assert_recovers(FEW, NOTHING, "log_net_sales")


def test_the_naive_comparison_fails():
    for seed in FEW:
        expected, panel = run(seed)
        naive = levels_difference(panel, "log_net_sales", 2025)
        assert not naive.covers(expected["log_net_sales"]["overall"])
        assert naive.estimate > 3 * expected["log_net_sales"]["overall"]


def test_trends_that_are_not_parallel_are_flagged_and_bias_the_estimate():
    flagged = covered = 0
    for seed in FEW:
        expected, panel = run(seed, Parameters(divergence=0.015))
        study = event_study(panel, "log_net_sales")
        flagged += study.pre_trend_p < 0.05
        covered += study.overall.covers(expected["log_net_sales"]["overall"])
    assert flagged >= 3
    assert covered < least_coverage(len(FEW))


def test_both_comparison_groups_find_it():
    expected, panel = run(0)
    for comparison in ("not_yet", "never"):
        study = event_study(panel, "log_net_sales", comparison=comparison)
        assert study.comparison == comparison
        assert study.overall.covers(expected["log_net_sales"]["overall"])


def test_a_business_counts_in_the_years_it_has():
    expected, panel = run(0)
    gaps = panel.sample(frac=0.9, random_state=0)
    study = event_study(gaps, "log_net_sales")
    assert study.adopted_firms == event_study(panel, "log_net_sales").adopted_firms
    assert study.overall.covers(expected["log_net_sales"]["overall"])


def test_rows_without_an_outcome_are_left_out():
    _, panel = run(0)
    emptied = panel.copy()
    lost = emptied.index % 11 == 0
    emptied.loc[lost, "log_net_sales"] = np.nan
    study = event_study(emptied, "log_net_sales")
    assert study.overall == event_study(panel.loc[~lost], "log_net_sales").overall


def test_the_order_of_rows_does_not_matter():
    _, panel = run(0)
    mixed = panel.sample(frac=1.0, random_state=3)
    assert (
        event_study(mixed, "log_net_sales").overall == event_study(panel, "log_net_sales").overall
    )


def test_what_the_table_by_event_time_says():
    _, panel = run(0)
    study = event_study(panel, "log_net_sales")
    rows = study.by_event_time.set_index("event_time")
    assert list(rows.index) == [-5, -4, -3, -2, -1, 0, 1, 2, 3]
    assert rows.estimate[-1] == 0
    assert np.isnan(rows.se[-1])
    others = rows.drop(index=-1)
    assert (others.band_low < others.low).all()
    assert (others.band_high > others.high).all()
    adopted = panel.dropna(subset="first_adopted_fiscal_year")
    assert rows.firms[0] == adopted.pseudonym.nunique() == study.adopted_firms
    earliest = adopted.loc[adopted.first_adopted_fiscal_year == 2022]
    assert rows.firms[3] == earliest.pseudonym.nunique()


def test_a_wider_confidence_is_a_wider_interval():
    _, panel = run(0)
    usual, wide = (event_study(panel, "log_net_sales", confidence=c).overall for c in (0.95, 0.99))
    assert wide.low < usual.low < usual.high < wide.high


def test_adopted_from_the_first_year_on_tells_nothing():
    _, panel = run(0)
    always = panel.assign(first_adopted_fiscal_year=2019, pseudonym="x" + panel.pseudonym)
    both = type(panel)({name: [*panel[name], *always[name]] for name in panel.columns}).astype(
        {"first_adopted_fiscal_year": "Int64"}
    )
    assert event_study(both, "log_net_sales").overall == event_study(panel, "log_net_sales").overall


def test_one_year_before_the_adoption_has_no_pre_trend():
    _, panel = run(0)
    short = panel.loc[
        (panel.fiscal_year >= 2021) & (panel.first_adopted_fiscal_year.fillna(2022) == 2022)
    ]
    assert event_study(short, "log_net_sales").pre_trend_p is None


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (lambda panel: panel.drop(columns="fiscal_year"), "fiscal_year"),
        (lambda panel: panel.loc[panel.first_adopted_fiscal_year.notna()], "比較する事業者"),
        (lambda panel: panel.loc[panel.first_adopted_fiscal_year.isna()], "採択された事業者"),
        (lambda panel: panel.assign(fiscal_year=2022), "複数"),
        (lambda panel: panel.assign(log_net_sales=np.nan), "いません"),
    ],
    ids=["column", "no comparison", "no adopted", "twice", "no outcome"],
)
def test_what_cannot_be_estimated_is_refused(spoil, why):
    _, panel = run(0)
    with pytest.raises(BadInput, match=why):
        event_study(spoil(panel), "log_net_sales")


def test_a_year_without_both_groups_cannot_be_compared():
    _, panel = run(0)
    with pytest.raises(BadInput, match="比べることができません"):
        levels_difference(panel, "log_net_sales", 1999)
