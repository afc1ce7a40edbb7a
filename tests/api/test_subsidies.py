"""The catalogue of support through the API: open to everybody, as documented."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from fastapi import FastAPI

from mirasapo.acquisition.jgrants import RECORDED
from mirasapo.acquisition.jgrants.client import JGrants
from mirasapo.acquisition.jgrants.load import load_jgrants
from mirasapo.acquisition.jgrants.replay import replaying
from mirasapo.app.root import Platform
from mirasapo_api.shapes import ListedSubsidy, Programmes, Subsidies, Subsidy
from tests.api.visitors import send


@pytest.fixture(scope="module", autouse=True)
def _loaded(platform: Platform) -> None:
    with replaying(RECORDED) as base_url, JGrants(base_url, rate=0) as client:
        parts = (platform.databases, platform.lake, platform.catalog)
        load_jgrants(*parts, client, ["架空"], fresh_for=timedelta())


def get(app: FastAPI, path: str) -> Any:
    return send(app, "GET", path)


def test_the_sixteen(app: FastAPI) -> None:
    found = Programmes.model_validate(get(app, "/api/v1/programmes").json())
    assert [each.code for each in found.results] == [f"{number:02}" for number in range(1, 17)]


def test_a_list_is_as_documented_and_pages(app: FastAPI) -> None:
    answer = get(app, "/api/v1/subsidies?limit=2&offset=2")
    found = Subsidies.model_validate(answer.json())
    assert (found.metadata.resultset.count, found.metadata.resultset.total) == (1, 3)
    assert set(answer.json()["results"][0]) == set(ListedSubsidy.model_fields)
    assert get(app, "/api/v1/subsidies?offset=9").json()["metadata"]["resultset"]["total"] == 3


def test_questions(app: FastAPI) -> None:
    path = "/api/v1/subsidies?q=ものづくり&region=鳥取県&open_on=2026-04-30"
    [found] = get(app, path).json()["results"]
    assert found["source_id"] == "a0W000000000001AAA"
    assert get(app, "/api/v1/subsidies?region=東京都&q=ものづくり").json()["results"] == []


def test_one_is_as_documented(app: FastAPI) -> None:
    [listed] = get(app, "/api/v1/subsidies?programme=04").json()["results"]
    answer = get(app, f"/api/v1/subsidies/{listed['subsidy_id']}")
    assert set(answer.json()) == set(Subsidy.model_fields)
    found = Subsidy.model_validate(answer.json())
    assert [each.version_no for each in found.versions] == [1]
    assert found.attribution == "Jグランツ(jGrants)からの出典"


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/00000000-0000-4000-8000-000000000000", 404),
        ("/nothing", 422),
        ("?region=鳥取", 422),
        ("?open_on=2026-13-01", 422),
        ("?programme=17", 422),
        ("?limit=101", 422),
        ("?q=", 422),
    ],
)
def test_refusals(app: FastAPI, path: str, status: int) -> None:
    answer = get(app, f"/api/v1/subsidies{path}")
    assert answer.status_code == status
    assert answer.json()["what"].endswith("。")
