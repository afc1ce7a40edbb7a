"""A gathering from gBizINFO: it goes on where it stopped, and says what it could not have whole."""

from __future__ import annotations

import json
from copy import deepcopy
from datetime import date

import pytest
from sqlalchemy import text

from mirasapo.acquisition.gbizinfo import RECORDED, run
from mirasapo.acquisition.gbizinfo.client import GbizInfo, UnreadableAnswer
from mirasapo.acquisition.gbizinfo.config import MOST_ON_A_PAGE, MOST_PAGES
from mirasapo.acquisition.gbizinfo.question import search_question, update_questions
from mirasapo.acquisition.gbizinfo.replay import replaying
from mirasapo.errors import Conflict, NotFound, Upstream
from tests.register_rows import number

NUMBERS = [number(each) for each in range(1, 7)]


def _record(corporate_number):
    whole = json.loads(RECORDED.read_bytes())["hojin-infos"][0]
    return deepcopy(whole) | {"corporate_number": corporate_number, "subsidy": []}


class Service:
    """A client that answers out of its head, notes what it was asked, and can be killed."""

    version = "v2"

    def __init__(self, numbers=NUMBERS, killed_at=None):
        self.numbers, self.killed_at, self.asked = list(numbers), killed_at, []

    def _ask(self, *what):
        if self.killed_at is not None and len(self.asked) == self.killed_at:
            raise KeyboardInterrupt
        self.asked.append(what)

    def record(self, corporate_number):
        self._ask("record", corporate_number)
        return _record(corporate_number)

    def search(self, asked, page):
        self._ask("search", *asked.items(), page)
        return self.numbers

    def updated(self, first, last, page, part=""):
        self._ask("updated", first, last, part, page)
        half = self.numbers[3 * (page - 1) : 3 * page]
        return half, 2


@pytest.fixture
def carry_on(fresh_platform):
    def carrying(client, asked, **more):
        parts = (fresh_platform.databases, fresh_platform.lake, fresh_platform.catalog)
        return run.carry_on(*parts, client, asked, **more)

    return carrying


@pytest.fixture
def start(fresh_platform):
    def starting(*words, numbers=()):
        questions = [search_question(words)[0]] if words else []
        databases = fresh_platform.databases
        return run.start(databases, "v2", questions=questions, numbers=numbers)

    return starting


@pytest.fixture
def query(fresh_platform):
    def asking(statement):
        with fresh_platform.databases.intake.begin() as conn:
            return [tuple(each) for each in conn.execute(text(statement))]

    return asking


def test_a_search_becomes_records_with_progress(start, carry_on, query):
    told = []
    report = carry_on(Service(), start("name=架空"), progress=lambda *done: told.append(done))
    assert (report.questions, report.numbers, report.outcomes) == (1, 6, {"applied": 6})
    assert (report.incomplete, report.refused) == ([], [])
    assert told == [(1, None), *((done, 6) for done in range(1, 7))]
    assert query("SELECT count(*) FROM core.business") == [(6,)]
    assert carry_on(Service(), start("name=架空")).outcomes == {"same": 6}


@pytest.mark.parametrize("killed_at", [0, 1, 3, 5, 6, 8, 11])
def test_a_killed_run_goes_on_and_asks_nothing_twice(fresh_platform, carry_on, query, killed_at):
    questions = update_questions(date(2024, 1, 1), date(2024, 1, 31))[:3]
    asked = run.start(fresh_platform.databases, "v2", questions=questions)
    first, second = Service(killed_at=killed_at), Service()
    with pytest.raises(KeyboardInterrupt):
        carry_on(first, asked)
    assert run.unfinished(fresh_platform.databases) == (asked, "v2")
    report = carry_on(second, asked)
    everything = first.asked + second.asked
    assert len(everything) == len(set(everything)) == 3 * 2 + 6
    assert (report.questions, report.outcomes) == (6, {"applied": 6})
    assert query("SELECT count(DISTINCT business_id) FROM open.published_record") == [(6,)]
    with pytest.raises(NotFound):
        run.unfinished(fresh_platform.databases)


def test_a_search_with_too_many_hits_is_divided_and_what_cannot_be_is_said(start, carry_on):
    class Crowded(Service):
        """Tottori city and the year 1900 fill all pages, however narrow the search."""

        def search(self, asked, page):
            self._ask("search", *asked.items(), page)
            many = asked.get("city", "201") == "201" and asked.get("founded_year", "1900") == "1900"
            return self.numbers * (MOST_ON_A_PAGE if many else 1)

    service = Crowded(NUMBERS[:1])
    words = ("prefecture=31", "corporate_type=301", "exist_flg=true")
    report = carry_on(service, start(*words))
    assert report.outcomes == {"applied": 1}
    pages = [each for each in service.asked if each[0] == "search"]
    assert len(pages) == len(set(pages)) == report.questions
    assert max(each[-1] for each in pages) == MOST_PAGES
    assert [each["why"][:6] for each in report.incomplete] == [
        "50,000",
        "創業年・設立",
        "今はない市区",
    ]


def test_a_part_that_the_service_cannot_tell_is_said_and_asked_again(fresh_platform, carry_on):
    class Broken(Service):
        def updated(self, first, last, page, part=""):
            if part:
                raise Upstream("x", "状態 500 が返りました。", "y")
            return super().updated(first, last, page, part)

    questions = update_questions(date(2024, 1, 1), date(2024, 1, 31))[:2]
    asked = run.start(fresh_platform.databases, "v2", questions=questions)
    report = carry_on(Broken(), asked)
    assert report.numbers == 6
    assert [each["why"] for each in report.incomplete] == ["状態 500 が返りました。"]
    assert carry_on(Service(), asked).incomplete == []


def test_a_number_that_fails_blocks_no_other(start, carry_on):
    class Faulty(Service):
        def record(self, corporate_number):
            if corporate_number == min(NUMBERS):
                raise Upstream("x", "y", "z")
            return super().record(corporate_number)

    asked = start(numbers=NUMBERS)
    service = Faulty()
    for _ in range(2):
        with pytest.raises(Upstream):
            carry_on(service, asked)
    assert len(service.asked) == 5
    assert carry_on(Service(), asked).outcomes == {"applied": 6}


def test_a_record_that_cannot_be_taken_is_listed(start, carry_on):
    class Faulty(Service):
        def record(self, corporate_number):
            if corporate_number == NUMBERS[0]:
                raise UnreadableAnswer("x", "JSON として読めません。", "z")
            found = super().record(corporate_number)
            if corporate_number == NUMBERS[1]:
                del found["update_date"]
            return None if corporate_number == NUMBERS[2] else found

    report = carry_on(Faulty(), start(numbers=NUMBERS))
    assert report.outcomes == {"refused": 2, "none": 1, "applied": 3}
    assert sorted(each["number"] for each in report.refused) == sorted(NUMBERS[:2])


def test_a_run_is_of_one_version(start, carry_on):
    service = Service()
    service.version = "v1"
    with pytest.raises(Conflict, match="v2"):
        carry_on(service, start("name=架空"))


def test_the_real_client_against_the_replay_server(start, carry_on, fresh_platform):
    with (
        replaying(RECORDED) as replay,
        GbizInfo(replay.base_url, replay.token, rate=0, version=replay.version) as client,
    ):
        assert carry_on(client, start("name=架空見本")).outcomes == {"applied": 1}
        assert carry_on(client, start("name=どこにもない")).numbers == 0
        questions = update_questions(date(2022, 6, 30), date(2022, 6, 30))
        asked = run.start(fresh_platform.databases, "v2", questions=questions)
        assert carry_on(client, asked).outcomes == {"same": 1}
