"""gBizINFO's values, its mapping to items, its client and the server in front of recordings."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import httpx
import pytest

from mirasapo.acquisition.gbizinfo import RECORDED, values
from mirasapo.acquisition.gbizinfo.client import GbizInfo
from mirasapo.acquisition.gbizinfo.config import PARTS, TOKEN_HEADER
from mirasapo.acquisition.gbizinfo.mapping import GbizInfoMapping
from mirasapo.acquisition.gbizinfo.replay import read_recording, replaying
from mirasapo.acquisition.gbizinfo.values import CONVERSIONS, Unclear
from mirasapo.acquisition.http import BACK_OFF_SECONDS, Rest
from mirasapo.catalog.check_digit import is_corporate_number
from mirasapo.errors import BadInput, Upstream
from tests.register_rows import number

NUMBER = RECORDED.stem


@pytest.fixture(scope="module")
def mapping(catalog):
    return GbizInfoMapping(catalog)


@pytest.fixture
def record():
    return json.loads(RECORDED.read_bytes())["hojin-infos"][0]


# ── values ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("nothing", [None, "", "  ", "Null", "null", "-", []])
@pytest.mark.parametrize("convert", sorted(CONVERSIONS))
def test_nothing_is_nothing(convert, nothing):
    assert CONVERSIONS[convert](nothing) is None


@pytest.mark.parametrize(
    ("convert", "raw", "read"),
    [
        ("day", "1937-08-28", "1937-08-28"),
        ("day", "20240101", "2024-01-01"),
        ("day", "2018-07-18T00:00:00+09:00", "2018-07-18"),
        ("day", "2018-07-17T15:00:00Z", "2018-07-18"),
        ("amount", "5000000", 5_000_000),
        ("amount", "1,250,000", 1_250_000),
        ("amount", "-300000", -300_000),
        ("amount", "２８０，０００", 280_000),
        ("amount", 864000, 864_000),
        ("whole", 12.0, 12),
        ("decimal", 0.0135, Decimal("0.0135")),
        ("decimal", "9.25", Decimal("9.25")),
        ("postal_code", "680-0011", "6800011"),
        ("postal_code", "６８００011", "6800011"),
        ("list", ["207", "210"], ["207", "210"]),
        ("list", "C,C,D,Null", ["C", "C", "D"]),
        ("first", ["製造業", "卸売業"], "製造業"),
        ("family_name", "代表取締役社長\xa0\xa0 見本\xa0 太郎", "見本"),
        ("given_name", "見本　太郎", "太郎"),
        ("period_start", "第81期(自\xa0 2020年4月1日\xa0 至\xa0 2021年3月31日)", "2020-04-01"),
        ("period_end", "第12期（自　令和元年５月１日　至　令和2年4月30日）", "2020-04-30"),
    ],
)
def test_ways_of_writing(convert, raw, read):
    assert CONVERSIONS[convert](raw) == read


@pytest.mark.parametrize(
    ("convert", "raw"),
    [
        ("day", "2019-13-01"),
        ("day", "令和元年5月1日"),
        ("day", "2018-07-18T00:00:00"),
        ("day", 20240101.5),
        ("amount", "約10万円"),
        ("amount", "1,25,000"),
        ("amount", True),
        ("amount", 1.5),
        ("decimal", "NaN"),
        ("decimal", "三割"),
        ("postal_code", "123456"),
        ("list", "A,Null,C"),
        ("list", {"a": 1}),
        ("text", {"a": 1}),
        ("family_name", "代表取締役　見本太郎"),
        ("family_name", "見本太郎"),
        ("given_name", "ジョン　スミス"),
        ("given_name", "取締役　見本　太郎　次郎"),
        ("period_end", "第12期"),
        ("period_end", "(自 2021年4月1日 至 2020年3月31日)"),
        ("period_start", "(自 2021年2月30日 至 2022年3月31日)"),
        ("period_start", "(自 元年4月1日 至 2年3月31日)"),
    ],
)
def test_unclear_is_said_and_not_guessed(convert, raw):
    with pytest.raises(Unclear) as unclear:
        CONVERSIONS[convert](raw)
    assert str(unclear.value).endswith("。")
    assert str(raw) not in str(unclear.value)


@pytest.mark.parametrize(
    ("ends_on", "years", "before"),
    [
        (date(2021, 3, 31), 4, date(2017, 3, 31)),
        (date(2021, 2, 28), 1, date(2020, 2, 29)),
        (date(2020, 2, 29), 1, date(2019, 2, 28)),
        (date(2021, 5, 20), 1, date(2020, 5, 20)),
    ],
)
def test_closing_days_of_earlier_years(ends_on, years, before):
    assert values.years_before(ends_on, years) == before


# ── mapping ───────────────────────────────────────────────────────────────────────────────────


def test_recording_is_made_up_and_valid():
    assert is_corporate_number(NUMBER)
    assert NUMBER[1] == "9"
    assert "架空" in RECORDED.read_text(encoding="utf-8")


def test_recording_in_typed_rows(mapping, record):
    read = mapping.read(record)
    assert {stem: len(rows) for stem, rows in read.rows.items()} == {
        "business_profile": 1,
        "business_industry": 1,
        "registered_address": 1,
        "representative": 1,
        "shareholder_securities_report": 2,
        "business_place_row": 1,
        "financial_statement": 2,
        "intellectual_property": 3,
        "certification_row": 1,
        "certification_commendation": 1,
        "grant_history_received_subsidy": 4,
        "grant_history_procurement": 1,
        "workplace": 1,
    }
    profile = read.rows["business_profile"][0]
    assert profile["established_on"] == date(2010, 4, 1)
    assert profile["employee_count"] == 25
    assert "activity_status" not in profile
    amounts = [
        row.get("received_subsidy_yen") for row in read.rows["grant_history_received_subsidy"]
    ]
    assert amounts == [5_000_000, 1_250_000, -300_000, None]
    assert read.unknown == []


def test_label_of_a_closed_list_becomes_its_code(mapping, record):
    read = mapping.read(record).rows["intellectual_property"]
    assert [(row["type"], row["classification_type"]) for row in read] == [
        ("patent", "fi"),
        ("trademark", "class"),
        ("trademark", "class"),
    ]


def test_periods_are_counted_from_the_cover_page(mapping, record):
    earlier, newest = mapping.read(record).rows["financial_statement"]
    assert earlier["fiscal_closed_on"] == date(2021, 3, 31)
    assert newest["fiscal_closed_on"] == newest["period_ends_on"] == date(2022, 3, 31)
    assert "accounting_standard" not in earlier


def test_issues_name_path_and_item_and_no_value(mapping, record):
    issues = mapping.read(record).issues
    assert sorted((issue.path, issue.item) for issue in issues) == [
        (
            "finance.management_index[].total_assets_summary_of_business_results",
            "finance.total_assets_yen",
        ),
        ("subsidy[].amount", "grant_procurement.received_subsidy_yen"),
        ("subsidy[].date_of_approval", "grant_procurement.received_subsidy_approved_on"),
    ]
    assert "約10万円" not in str(issues)
    assert "JPY" in issues[0].why


def test_irregular_fiscal_year_dates_only_the_newest_period(mapping, record):
    record["finance"]["fiscal_year_cover_page"] = "第12期(自 2021年7月1日 至 2022年3月31日)"
    read = mapping.read(record)
    assert [row.get("fiscal_closed_on") for row in read.rows["financial_statement"]] == [
        None,
        date(2022, 3, 31),
    ]
    assert any("12か月" in issue.why for issue in read.issues)


def test_value_beyond_its_limit_is_an_issue(mapping, record):
    record["name"] = "株" * 151
    read = mapping.read(record)
    assert "trade_name" not in read.rows["business_profile"][0]
    assert any(issue.item == "business_identity.trade_name" for issue in read.issues)


def test_other_shapes_than_lists_of_rows_are_issues(mapping, record):
    record["subsidy"] = {"title": "見本"}
    record["patent"] = ["見本"]
    read = mapping.read(record)
    assert "grant_history_received_subsidy" not in read.rows
    assert {"subsidy", "patent[0]"} <= {issue.path for issue in read.issues}


def test_fields_that_the_mapping_does_not_know_are_named(mapping, record):
    record["subsidy"][0]["new_field"] = "x"
    record["brand_new"] = 1
    assert mapping.read(record).unknown == ["brand_new", "subsidy[].new_field"]


# ── client ────────────────────────────────────────────────────────────────────────────────────


class _Service:
    """A service that answers as told, and remembers what it was asked."""

    def __init__(self, *answers):
        self.answers = list(answers)
        self.asked: list[httpx.Request] = []

    def __call__(self, request):
        self.asked.append(request)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Exception):
            raise answer
        return answer


def _client(service, **changed):
    slept = changed.pop("slept", [])
    return GbizInfo(
        "https://service.example.jp/hojin/",
        "secret-token",
        transport=httpx.MockTransport(service),
        **{"rate": 0, "sleep": slept.append, **changed},
    )


def _found(**fields):
    record = {"corporate_number": NUMBER, "name": "架空見本株式会社", **fields}
    return httpx.Response(200, json={"id": "1", "errors": None, "hojin-infos": [record]})


NONE = httpx.Response(404, json={"message": "404 - Not Found."})


@pytest.mark.parametrize(("version", "parts"), [("v2", len(PARTS)), ("v1", len(PARTS) - 1)])
def test_record_is_put_together_from_its_parts(version, parts):
    service = _Service(_found(), _found(certification=[{"title": "見本"}]), NONE)
    record = _client(service, version=version).record(NUMBER)
    assert record["certification"] == [{"title": "見本"}]
    assert len(service.asked) == 1 + parts
    paths = [request.url.path for request in service.asked]
    assert paths[0] == f"/hojin/{version}/hojin/{NUMBER}"
    assert not any(path.endswith("/") for path in paths)
    assert all(request.headers[TOKEN_HEADER] == "secret-token" for request in service.asked)


@pytest.mark.parametrize(
    "elsewhere",
    [
        httpx.Response(404, html="<h1>Not Found</h1>"),
        httpx.Response(404, text="Not Found"),
        httpx.Response(
            404, content=b'{"title": "x"}', headers={"Content-Type": "application/problem+json"}
        ),
    ],
    ids=["page", "text", "problem"],
)
def test_404_of_another_server_is_not_no_hit(elsewhere):
    with pytest.raises(Upstream, match="gBizINFO ではない"):
        _client(_Service(elsewhere)).record(NUMBER)


def test_no_hit_is_none():
    assert _client(_Service(httpx.Response(404))).record(NUMBER) is None
    assert _client(_Service(NONE)).record(NUMBER) is None
    assert _client(_Service(httpx.Response(200, json={"hojin-infos": []}))).record(NUMBER) is None


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (httpx.Response(200, html="<html>login</html>"), "ウェブページ"),
        (httpx.Response(200, text="not json"), "JSON として"),
        (httpx.Response(200, content=b'{"hojin-infos": ' + b"[" * 10_000), "JSON として"),
        (httpx.Response(200, json=[1]), "決められた形"),
        (httpx.Response(200, json={"hojin-infos": "x"}), "一覧の形"),
        (
            httpx.Response(
                200, json={"errors": [{"item": "x", "message": "y"}], "hojin-infos": []}
            ),
            "エラーが示されて",
        ),
        (httpx.Response(200, json={"hojin-infos": [{"corporate_number": "1"}]}), "違う法人"),
        (httpx.Response(401, json={"message": "Unauthorized"}), "トークンが正しくありません"),
        (httpx.Response(302, headers={"Location": "/login"}), "状態 302"),
        (httpx.Response(400, json={"message": "Bad Request"}), "状態 400"),
        (httpx.Response(500), "状態 500"),
        (httpx.ConnectError("refused"), "接続できません"),
    ],
)
def test_answers_that_are_none_are_refused_in_a_sentence(answer, why):
    with pytest.raises(Upstream, match=why) as refusal:
        _client(_Service(answer)).record(NUMBER)
    assert "secret-token" not in refusal.value.sentence


def test_overload_is_waited_for_with_growing_pauses():
    slept: list[float] = []
    service = _Service(
        httpx.Response(503), httpx.ReadTimeout("slow"), httpx.Response(429), _found(), NONE
    )
    assert _client(service, slept=slept).record(NUMBER) is not None
    assert slept == list(BACK_OFF_SECONDS)


@pytest.mark.parametrize(
    ("asked", "waited"), [("30", 30.0), ("0", 1.0), ("9999", 60.0), ("x", 1.0)]
)
def test_the_service_may_ask_for_a_longer_pause(asked, waited):
    slept: list[float] = []
    service = _Service(httpx.Response(429, headers={"Retry-After": asked}), _found(), NONE)
    _client(service, slept=slept).record(NUMBER)
    assert slept == [waited]


def test_rate_is_kept():
    slept: list[float] = []
    with _client(_Service(_found(), NONE), rate=2.0, slept=slept, clock=lambda: 100.0) as client:
        client.record(NUMBER)
    assert slept == [0.5 * turn for turn in range(1, 1 + len(PARTS))]


def test_a_rest_is_taken_after_so_many_requests():
    slept: list[float] = []
    rest = Rest(4, 600.0)
    with _client(_Service(_found(), NONE), rest=rest, slept=slept) as client:
        client.record(NUMBER)  # nine requests
    assert slept == [600.0, 600.0]


def _page(*numbers, **around):
    rows = [{"corporate_number": each} for each in numbers]
    return httpx.Response(200, json={"errors": None, "hojin-infos": rows, **around})


def test_a_search_asks_for_full_pages_and_v2_gives_provenance():
    service = _Service(_page(number(1), number(2)), NONE, _found(), NONE)
    client = _client(service)
    assert client.search({"name": "架空"}, 2) == [number(1), number(2)]
    assert client.search({"name": "架空"}, 3) == []
    assert dict(service.asked[0].url.params) == {"name": "架空", "page": "2", "limit": "5000"}
    assert service.asked[0].url.path == "/hojin/v2/hojin"
    client.record(NUMBER)
    assert service.asked[2].url.params["metadata_flg"] == "true"


def test_what_changed_is_paged_by_texts():
    pages = {"totalCount": "3", "totalPage": "2", "pageNumber": "1"}
    service = _Service(_page(number(1), number(2), **pages), NONE)
    client = _client(service)
    assert client.updated("20240101", "20240131", 1, "subsidy") == ([number(1), number(2)], 2)
    assert service.asked[0].url.path == "/hojin/v2/hojin/updateInfo/subsidy"
    assert client.updated("20240101", "20240131", 1) == ([], 0)
    assert service.asked[1].url.path == "/hojin/v2/hojin/updateInfo"


@pytest.mark.parametrize(
    ("around", "why"),
    [
        ({"totalPage": "2", "pageNumber": "2"}, "ページの番号"),
        ({"totalPage": "0", "pageNumber": "1"}, "ページの番号"),
        ({"totalPage": "many", "pageNumber": "1"}, "ページの数"),
        ({}, "ページの数"),
    ],
)
def test_pages_that_do_not_fit_are_refused(around, why):
    with pytest.raises(Upstream, match=why):
        _client(_Service(_page(number(1), **around))).updated("20240101", "20240131", 1)


def test_a_list_without_numbers_is_refused():
    with pytest.raises(Upstream, match="法人番号のないもの"):
        _client(_Service(_page("1"))).search({}, 1)


def test_wrong_number_is_not_asked_for():
    service = _Service(NONE)
    with pytest.raises(BadInput, match="検査用数字"):
        _client(service).record("1234567890123")
    assert service.asked == []


def test_unknown_version_is_refused():
    with pytest.raises(BadInput, match="版"):
        _client(_Service(NONE), version="v3")


# ── replay ────────────────────────────────────────────────────────────────────────────────────


def test_client_against_the_replay_server(record):
    with replaying(RECORDED) as replay:
        assert (replay.numbers, replay.version) == ((NUMBER,), "v2")
        with GbizInfo(replay.base_url, replay.token, rate=0, version=replay.version) as client:
            assert client.record(NUMBER) == record
            assert client.record(number(1)) is None


def test_replay_answers_as_the_service_does():
    with replaying(RECORDED) as replay:
        headers = {TOKEN_HEADER: replay.token}
        base = f"{replay.base_url}/v2/hojin/{NUMBER}"
        assert httpx.get(base).status_code == 401
        assert httpx.get(f"{base}/", headers=headers).status_code == 500
        assert httpx.get(f"{base}/nothing", headers=headers).status_code == 404
        assert httpx.get(f"{base}/subsidy/more", headers=headers).status_code == 404
        assert httpx.get(f"{replay.base_url}/v9/hojin/{NUMBER}", headers=headers).status_code == 404
        part = httpx.get(f"{base}/subsidy", headers=headers).json()
        assert list(part["hojin-infos"][0]) == ["corporate_number", "name", "subsidy"]
        body = httpx.get(base, headers=headers).json()
        assert not set(PARTS.values()) & set(body["hojin-infos"][0])


def test_bare_v1_record_and_folder(tmp_path):
    bare = {"corporate_number": NUMBER, "name": "架空", "representative_position": "代表"}
    (tmp_path / "bare.json").write_text(json.dumps(bare), encoding="utf-8")
    with replaying(tmp_path) as replay:
        assert (replay.version, replay.numbers) == ("v1", (NUMBER,))


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("{", "JSON"),
        ("[]", "法人番号"),
        ('{"name": "x"}', "法人番号"),
        ('{"hojin-infos": []}', "1件も"),
        ('{"hojin-infos": null}', "1件も"),
        ('{"hojin-infos": [1]}', "法人番号"),
    ],
)
def test_wrong_recording_is_refused(tmp_path, content, why):
    path = tmp_path / "wrong.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(BadInput, match=why):
        read_recording(path)
    with pytest.raises(BadInput, match="ファイルがない"):
        read_recording(tmp_path / "nothing.json")
