"""Figures speak Japanese, hide what is too small and fetch nothing."""

from __future__ import annotations

import re

import pytest

from mirasapo.app.sample.world import make_world
from mirasapo.ebpm import event_study, event_study_figure, inline
from tests.panels import panel_of


@pytest.fixture(scope="module")
def study():
    return event_study(panel_of(make_world(400, 0)), "log_net_sales")


def test_the_figure_speaks_japanese_and_draws_every_large_enough_time(study):
    figure = event_study_figure(study, "売上高への効果", note="見本データ(架空)")
    band, estimates = figure.data
    assert list(estimates.x) == list(study.by_event_time.event_time)
    assert len(band.x) == 2 * len(estimates.x)
    assert figure.layout.title.text == "売上高への効果"
    assert figure.layout.title.subtitle.text == "見本データ(架空)"
    assert "採択からの年数" in figure.layout.xaxis.title.text
    assert "信頼区間" in estimates.name


def test_times_of_few_businesses_are_not_drawn(study):
    few = study.by_event_time.copy()
    few.loc[few.event_time == 3, "firms"] = 9
    figure = event_study_figure(type(study)(**{**fields(study), "by_event_time": few}), "図")
    assert 3 not in list(figure.data[1].x)
    assert 2 in list(figure.data[1].x)


def test_the_page_fetches_nothing(study):
    page = inline(event_study_figure(study, "図")).data
    assert re.search(r"<(?:script|link|img)[^>]+(?:src|href)=", page) is None
    assert "plotly.js v" in page


def fields(study):
    return {name: getattr(study, name) for name in study.__slots__}
