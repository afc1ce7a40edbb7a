"""gBizINFO records in the database, fetched by the real client from the replay server."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from collections import defaultdict
from copy import deepcopy
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import text

from mirasapo.acquisition.gbizinfo import RECORDED
from mirasapo.acquisition.gbizinfo.client import GbizInfo
from mirasapo.acquisition.gbizinfo.load import canonical, load_gbizinfo
from mirasapo.acquisition.gbizinfo.replay import replaying
from mirasapo.acquisition.nta.load import load_nta
from mirasapo.errors import BadInput
from tests.register_rows import number, row, written

SHARED = Path(__file__).parents[2].parent / "shared" / "data"
NUMBER = RECORDED.stem
ROWS = 20


@pytest.fixture
def record():
    return json.loads(RECORDED.read_bytes())["hojin-infos"][0]


def _load(platform, recording, numbers=None):
    with (
        replaying(recording) as replay,
        GbizInfo(replay.base_url, replay.token, rate=0, version=replay.version) as client,
    ):
        return load_gbizinfo(
            platform.databases, platform.lake, platform.catalog, client, numbers or replay.numbers
        )


@pytest.fixture
def load(fresh_platform, tmp_path):
    """Load a recording: a path, or a record."""

    def loading(content):
        if not isinstance(content, Path):
            path = tmp_path / "recording.json"
            path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
            content = path
        return _load(fresh_platform, content)

    return loading


@pytest.fixture
def query(fresh_platform):
    def asking(statement, **values):
        with fresh_platform.databases.intake.begin() as conn:
            return [tuple(each) for each in conn.execute(text(statement), values)]

    return asking


def test_recording_becomes_published_rows_and_master(fresh_platform, load, query, record):
    report = load(RECORDED)
    assert (report.asked, report.found, report.none, report.unknown) == (1, 1, [], [])
    assert (report.rows_read, report.rows_applied, report.issues) == (ROWS, ROWS, 3)
    assert query("SELECT corporate_number, made_up FROM core.business") == [(NUMBER, True)]
    amounts = query(
        "SELECT received_subsidy_yen, as_of_on::text FROM open.published_grant_history_received_subsidy "
        "ORDER BY row_no"
    )
    assert amounts == [
        (5_000_000, "2022-06-30"),
        (1_250_000, "2022-06-30"),
        (-300_000, "2022-06-30"),
        (None, "2022-06-30"),
    ]
    assert query("SELECT capital_yen FROM core.business_profile") == [(10_000_000,)]
    assert query("SELECT DISTINCT source, basis FROM core.provenance") == [("gbizinfo", "open")]
    assert report.values == query("SELECT count(*) FROM core.provenance")[0][0]
    [(sha256, kind, faults)] = query("SELECT sha256, kind, faults FROM core.payload")
    assert kind == "gbizinfo"
    assert fresh_platform.lake.get(sha256) == canonical(record)
    assert {fault["item"] for fault in faults} == {
        "finance.total_assets_yen",
        "grant_procurement.received_subsidy_yen",
        "grant_procurement.received_subsidy_approved_on",
    }
    assert "約10万円" not in json.dumps(faults, ensure_ascii=False)


def test_second_load_changes_nothing(load, query):
    load(RECORDED)
    tables = ("core.provenance", "open.published_business_profile", "core.payload", "core.business")
    before = [query(f"SELECT xmin, * FROM {table} ORDER BY 2, 3, 4") for table in tables]  # noqa: S608
    again = load(RECORDED)
    assert (again.rows_read, again.rows_applied, again.values) == (ROWS, 0, 0)
    after = [query(f"SELECT xmin, * FROM {table} ORDER BY 2, 3, 4") for table in tables]  # noqa: S608
    assert after == before


def test_newer_record_replaces_and_older_changes_nothing(load, query, record):
    newer = deepcopy(record) | {
        "update_date": "20230401",
        "capital_stock": 20_000_000,
        "subsidy": [],
    }
    older = deepcopy(record) | {"update_date": "2021-01-01", "capital_stock": 1}
    load(record)
    assert load(newer).rows_applied == ROWS - 4 + 1  # the name has an older date of its own
    assert load(older).rows_applied == 0
    assert load(record).rows_applied == 0
    assert query("SELECT capital_yen FROM core.business_profile") == [(20_000_000,)]
    assert query("SELECT count(*) FROM open.published_grant_history_received_subsidy") == [(0,)]
    assert query(
        "SELECT as_of_on::text, trade_name IS NULL FROM open.published_business_profile ORDER BY 1"
    ) == [("2022-06-30", False), ("2023-04-01", True)]


def test_the_service_s_own_date_and_source_of_a_field_are_kept(load, query, record):
    record["meta-data"] = {
        "source": {"name": "国税庁(架空)", "capital_stock": "官報(架空)"},
        "last_update_date": {"capital_stock": "2019-05-01", "location": "2020-01-01"},
    }
    record["subsidy"][0]["meta-data"] = {"last_update_date": "20210401", "source": "経産省(架空)"}
    record["workplace_info"]["meta-data"] = {"last_update_date": "9999-12-31"}
    report = load(record)
    assert report.rows_applied == ROWS + 1  # capital_yen in a row of its own date
    dates = query(
        "SELECT item_key, as_of_on::text FROM core.provenance "
        "WHERE table_name IN ('business_profile', 'registered_address') AND item_key IN "
        "('business_identity.capital_yen', 'business_identity.trade_name',"
        " 'registered_address.full_address', 'registered_address.postal_code') ORDER BY 1"
    )
    assert dates == [
        ("business_identity.capital_yen", "2019-05-01"),
        ("business_identity.trade_name", "2022-06-30"),
        ("registered_address.full_address", "2020-01-01"),
        ("registered_address.postal_code", "2020-01-01"),
    ]
    assert query(
        "SELECT row_no, as_of_on::text, origins FROM open.published_business_profile ORDER BY 1"
    ) == [
        (1, "2022-06-30", {"trade_name": "国税庁(架空)"}),
        (2, "2019-05-01", {"capital_yen": "官報(架空)"}),
    ]
    [(as_of_on, origins)] = query(
        "SELECT as_of_on::text, origins FROM open.published_grant_history_received_subsidy "
        "WHERE row_no = 1"
    )
    assert as_of_on == "2021-04-01"
    assert origins["received_subsidy_yen"] == "経産省(架空)"
    faults = query("SELECT faults FROM core.payload")[0][0]
    assert any("未来の日付" in fault["why"] for fault in faults)
    assert query("SELECT DISTINCT as_of_on::text FROM open.published_workplace") == [
        ("2022-06-30",)
    ]
    assert load(record).rows_applied == 0


def test_two_records_of_one_day_do_not_depend_on_arrival(load, query, record):
    records = [deepcopy(record) | {"capital_stock": amount} for amount in (1, 2, 3)]
    expected = max(records, key=canonical_hash)["capital_stock"]
    for each in (*records, *reversed(records)):
        load(each)
    assert query("SELECT capital_yen FROM core.business_profile") == [(expected,)]


def canonical_hash(record):
    return sha256(canonical(record)).hexdigest()


def test_the_register_wins_for_the_name(fresh_platform, load, query, record, tmp_path):
    known = number(1)
    register = tmp_path / "register.csv"
    register.write_text(written([row(1, name="株式会社登記名")]), encoding="utf-8")
    load_nta(fresh_platform.databases, fresh_platform.lake, fresh_platform.catalog, [register])
    load(
        record | {"corporate_number": known, "name": "公表名株式会社", "update_date": "2030-01-01"}
    )
    [(business_id,)] = query(
        "SELECT business_id FROM open.register_body WHERE corporate_number = :n", n=known
    )
    assert query("SELECT business_id, trade_name FROM core.business_profile") == [
        (business_id, "株式会社登記名")
    ]
    assert query(
        "SELECT trade_name FROM open.published_business_profile WHERE trade_name IS NOT NULL"
    ) == [("公表名株式会社",)]


def test_record_without_a_date_is_refused_and_kept(fresh_platform, load, query, record):
    del record["update_date"]
    with pytest.raises(BadInput, match="更新年月日"):
        load(record)
    assert query("SELECT count(*) FROM core.business") == [(0,)]
    [(digest, fault)] = query("SELECT sha256, faults -> 0 ->> 'item' FROM core.payload")
    assert fault == "update_date"
    assert fresh_platform.lake.get(digest) == canonical(record)


def test_number_without_a_record_is_named(fresh_platform):
    report = _load(fresh_platform, RECORDED, [number(9), NUMBER, NUMBER])
    assert (report.asked, report.found, report.none) == (2, 1, [number(9)])


def _command(platform, *words):
    environment = {
        **os.environ,
        "MIRASAPO_HOME": str(platform.settings.home),
        "MIRASAPO_DATABASE_URL": platform.settings.database_url,
    }
    return subprocess.run(
        [sys.executable, "-m", "mirasapo.cli", "load", "gbizinfo", *words],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_command(fresh_platform):
    done = _command(fresh_platform, "--recording", str(RECORDED), "--json")
    report = json.loads(done.stdout)
    assert done.returncode == 0
    assert (report["found"], report["rows_applied"], report["issues"]) == (1, ROWS, 3)
    assert "取り込まなかった値が3" in done.stderr


def test_command_gathers_what_a_search_finds(fresh_platform, tmp_path):
    searched = ["--search", "name=架空", "--recording", str(RECORDED), "--json"]
    report = json.loads(_command(fresh_platform, *searched).stdout)
    assert (report["outcomes"], report["rows_applied"]) == ({"applied": 1}, ROWS)
    numbers = tmp_path / "numbers.txt"
    numbers.write_text(f"{NUMBER}\n", encoding="utf-8")
    listed = ["--numbers-file", str(numbers), "--recording", str(RECORDED), "--json"]
    assert json.loads(_command(fresh_platform, *listed).stdout)["outcomes"] == {"same": 1}
    resumed = _command(fresh_platform, "--resume", "--recording", str(RECORDED))
    assert "続きのある取得がありません" in resumed.stderr


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["--search", "nothing=1"], "検索にない名前"),
        (["--updated-from", "昨日"], "--updated-from と --updated-to は"),
        (["--search", "name=x", "--resume"], "一緒に使えません"),
        (["--numbers-file", "/nothing.csv"], "法人番号を読めません"),
        ([], "法人番号がありません"),
        ([NUMBER], "API トークンがありません"),
        (["123", "--recording", str(RECORDED)], "が正しくありません"),
        (["--recording", "/nothing.json"], "記録を読めません"),
    ],
)
def test_command_refuses_in_one_sentence(platform, words, why):
    done = _command(platform, *words)
    assert done.returncode == 2
    assert why in done.stderr
    assert "Traceback" not in done.stderr


def test_real_record(fresh_platform, query):
    recording = SHARED / "gbizinfo" / "rest-v1-real" / "1130001011420.json"
    if not recording.is_file():
        pytest.skip("実データ(../shared/data)がこの環境にありません")
    report = _load(fresh_platform, recording)
    assert (report.found, report.unknown) == (1, [])
    assert report.tables["intellectual_property"] == 6_353
    assert report.rows_applied == report.rows_read == 6_378
    assert query("SELECT count(*) FROM open.published_intellectual_property") == [(6_353,)]
    assert query(
        "SELECT fiscal_closed_on::text, net_sales_yen FROM open.published_financial_statement "
        "ORDER BY fiscal_closed_on DESC LIMIT 1"
    ) == [("2021-03-31", 1_468_563_000_000)]
    assert query("SELECT capital_yen, employee_count FROM core.business_profile") == [
        (10_065_000_000, 2_648)
    ]
    assert _load(fresh_platform, recording).rows_applied == 0


def test_subsidies_keep_their_identity(fresh_platform, query):
    """As many rows out as in, to the yen: repayments, and rows that share number, date and title."""
    file = SHARED / "gbizinfo" / "miyagi_subsidies_2000.csv"
    if not file.is_file():
        pytest.skip("実データ(../shared/data)がこの環境にありません")
    with file.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    by_number = defaultdict(list)
    for each in rows:
        by_number[each["corporate_number"]].append(each)
    records = {}
    for known, paid in by_number.items():
        subsidies = [
            {
                "title": each["subsidy_title"],
                "amount": each["amount"],
                "date_of_approval": each["date_of_approval"] or None,
            }
            for each in paid
        ]
        records[known] = {
            "corporate_number": known,
            "update_date": "20240901",
            "subsidy": subsidies,
        }
    report = load_gbizinfo(
        fresh_platform.databases,
        fresh_platform.lake,
        fresh_platform.catalog,
        _Recorded(records),
        by_number,
    )
    stem = "grant_history_received_subsidy"
    assert report.issues == 0
    assert len(rows) == 2000
    total = sum(int(each["amount"]) for each in rows)
    for table in (f"open.published_{stem}", f"core.{stem}"):
        found = query(f"SELECT count(*), sum(received_subsidy_yen) FROM {table}")  # noqa: S608
        assert found == [(2000, total)]


class _Recorded:
    """A client over records in memory."""

    def __init__(self, records):
        self.records = records

    def record(self, corporate_number):
        return self.records[corporate_number]
