"""The client of the register's Web-API, against answers of our own."""

from __future__ import annotations

from datetime import date
from itertools import count

import httpx
import pytest

from mirasapo.acquisition.nta.client import RegisterApi
from mirasapo.acquisition.nta.files import RegisterFile
from mirasapo.acquisition.nta.format import Codes
from mirasapo.errors import BadInput, Upstream
from tests.register_rows import number, row, written

DAY = "2021-07-15"


def answer(*rows, part=1, parts=1, total=None, encoding="utf-8"):
    """An answer of ours, as the service writes them."""
    head = f"{DAY},{len(rows) if total is None else total},{part},{parts}\r\n"
    return httpx.Response(200, content=(head + written(rows, "\r\n")).encode(encoding))


class Service:
    """Answers in turn, and remembers what it was asked."""

    def __init__(self, *answers, **options):
        self.asked: list[httpx.URL] = []
        self.slept: list[float] = []
        self._answers = iter(answers)
        self.client = RegisterApi(
            "https://register.invalid/",
            "id-1",
            rate=options.pop("rate", 0),
            transport=httpx.MockTransport(self._answer),
            sleep=self.slept.append,
            **options,
        )

    def _answer(self, request):
        self.asked.append(request.url)
        given = next(self._answers)
        if isinstance(given, Exception):
            raise given
        return given

    def questions(self):
        return [dict(url.params) for url in self.asked]


def names(catalog, files):
    codes = Codes.of(catalog)
    return [each.name for path in files for each in RegisterFile(path, "x", codes).rows()]


def test_number_is_asked_and_its_answer_is_a_file(catalog, tmp_path):
    service = Service(answer(row(1, name="株式会社甲")))
    files = service.client.numbers(tmp_path, [number(1)], history=True)
    assert names(catalog, files) == ["株式会社甲"]
    assert service.asked[0].path == "/4/num"
    assert service.questions() == [
        {"id": "id-1", "type": "02", "number": number(1), "history": "1"}
    ]


def test_numbers_are_asked_ten_at_a_time_each_once(tmp_path):
    service = Service(answer(), answer(), answer())
    asked = [number(each) for each in range(25)]
    assert len(service.client.numbers(tmp_path, [*asked, *asked])) == 3
    assert [len(each["number"].split(",")) for each in service.questions()] == [10, 10, 5]


def test_days_are_asked_fifty_at_a_time_without_a_gap(tmp_path):
    service = Service(answer(), answer(), answer())
    service.client.changes(tmp_path, date(2021, 1, 1), date(2021, 4, 11))
    assert [(each["from"], each["to"]) for each in service.questions()] == [
        ("2021-01-01", "2021-02-19"),
        ("2021-02-20", "2021-04-10"),
        ("2021-04-11", "2021-04-11"),
    ]


def test_divided_answer_is_fetched_whole(catalog, tmp_path):
    parts = [answer(row(each), part=each, parts=3, total=3) for each in (1, 2, 3)]
    service = Service(*parts)
    files = service.client.changes(tmp_path, date(2021, 7, 1), date(2021, 7, 1))
    assert len(names(catalog, files)) == 3
    assert [each.get("divide") for each in service.questions()] == [None, "2", "3"]
    assert files[0].name == "diff_20210701_20210701_1of3.csv"


@pytest.mark.parametrize(
    "second", [{"part": 3, "parts": 3}, {"part": 2, "parts": 4}, {"part": 1, "parts": 3}]
)
def test_parts_that_do_not_fit_are_refused(tmp_path, second):
    service = Service(answer(row(1), part=1, parts=3, total=3), answer(row(2), total=3, **second))
    with pytest.raises(Upstream, match="分割"):
        service.client.changes(tmp_path, date(2021, 7, 1), date(2021, 7, 1))


def test_name_is_asked(tmp_path):
    service = Service(answer())
    service.client.names(tmp_path, "見本", inside=True)
    assert service.questions()[0] | {"id": ""} == {
        "id": "",
        "type": "02",
        "name": "見本",
        "mode": "2",
        "target": "1",
    }


@pytest.mark.parametrize(("form", "encoding"), [("01", "cp932"), ("02", "utf-8")])
def test_csv_forms(catalog, tmp_path, form, encoding):
    service = Service(answer(row(1, name="株式会社乙"), encoding=encoding), form=form)
    assert names(catalog, service.client.numbers(tmp_path, [number(1)])) == ["株式会社乙"]
    assert service.questions()[0]["type"] == form


def test_xml_form(catalog, tmp_path):
    content = (
        "<?xml version='1.0' encoding='UTF-8'?><corporations><lastUpdateDate>2021-07-15"
        "</lastUpdateDate><count>0</count><divideNumber>1</divideNumber><divideSize>1</divideSize>"
        "</corporations>"
    )
    service = Service(httpx.Response(200, content=content.encode()), form="12")
    (path,) = service.client.numbers(tmp_path, [number(1)])
    assert path.suffix == ".xml"
    assert names(catalog, [path]) == []


def test_overload_is_waited_for_and_the_service_may_say_how_long(tmp_path):
    busy = httpx.Response(503, headers={"Retry-After": "7"})
    service = Service(busy, httpx.ConnectError("no"), answer())
    assert len(service.client.numbers(tmp_path, [number(1)])) == 1
    assert service.slept == [7.0, 4.0]


def test_service_that_never_answers(tmp_path):
    service = Service(*[httpx.Response(503) for _ in range(4)])
    with pytest.raises(Upstream, match="503"):
        service.client.numbers(tmp_path, [number(1)])
    service = Service(*[httpx.ConnectError("no") for _ in range(4)])
    with pytest.raises(Upstream, match="応答がありません"):
        service.client.numbers(tmp_path, [number(1)])


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (httpx.Response(400), "アプリケーション ID"),
        (httpx.Response(404), "アプリケーション ID"),
        (httpx.Response(302), "302"),
        (httpx.Response(200, content=b"<html></html>"), "決められた形"),
        (httpx.Response(200, content=b""), "決められた形"),
        (httpx.Response(200, content=b"2021-07-15,9,1,99999\n"), "分割"),
    ],
)
def test_what_is_no_answer_is_refused(tmp_path, given, why):
    with pytest.raises(Upstream, match=why):
        Service(given).client.numbers(tmp_path, [number(1)])
    assert list(tmp_path.iterdir()) == []


def test_rate_is_kept(tmp_path):
    ticks = count(0.0, 0.0)
    service = Service(answer(), answer(), rate=2.0, clock=lambda: next(ticks))
    service.client.numbers(tmp_path, [number(each) for each in range(11)])
    assert service.slept == [0.5]


def test_questions_that_are_none(tmp_path):
    service = Service()
    with pytest.raises(BadInput, match="検査用数字"):
        service.client.numbers(tmp_path, ["1234567890123"])
    with pytest.raises(BadInput, match="終わりの日"):
        service.client.changes(tmp_path, date(2021, 7, 2), date(2021, 7, 1))
    with pytest.raises(BadInput, match="形式"):
        Service(form="99")
    assert service.asked == []
