"""The plain words say what the numbers say, and no more."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mirasapo.app.sample.world import make_world
from mirasapo.ebpm import Estimate, event_study, in_plain_words
from tests.panels import panel_of

NAIVE = Estimate(1.0, 0.1, 0.8, 1.2)


@pytest.fixture(scope="module")
def study():
    found = event_study(panel_of(make_world(400, 2022)), "log_net_sales")
    return replace(found, overall=Estimate(0.07, 0.01, 0.05, 0.09), pre_trend_p=0.7)


def words(study):
    return in_plain_words(study, NAIVE, "売上高", "見本データ(架空)")


def test_a_sure_effect(study):
    said = words(study)
    assert "**見本データ(架空)**" in said
    assert "**約 +7 %**" in said
    assert "+5 % から +9 %" in said
    assert "効果があったと言えます" in said
    assert "そのまま比べた差は +172 %" in said
    assert "読まないでください" not in said
    assert all(line.startswith(">") for line in said.splitlines())


@pytest.mark.parametrize(
    ("overall", "verdict"),
    [
        (Estimate(0.01, 0.01, -0.01, 0.03), "言い切れません"),
        (Estimate(-0.05, 0.01, -0.07, -0.03), "下がったと言えます"),
    ],
)
def test_an_unsure_or_negative_effect(study, overall, verdict):
    said = words(replace(study, overall=overall))
    assert verdict in said
    assert "効果があったと言えます" not in said


@pytest.mark.parametrize(
    ("p", "warning"), [(0.01, "効果と読まないでください"), (None, "前提を確かめられません")]
)
def test_a_doubtful_premise_is_said(study, p, warning):
    assert warning in words(replace(study, pre_trend_p=p))


def test_years_of_few_businesses_are_not_told(study):
    few = study.by_event_time.copy()
    few.loc[few.event_time == 3, "firms"] = 9
    assert "3 年後" in words(study)
    assert "3 年後" not in words(replace(study, by_event_time=few))
