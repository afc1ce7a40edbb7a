"""Register files in the database: the newest row of each body, whatever arrives first."""

from __future__ import annotations

import csv
import json
import os
import random
import subprocess
import sys
import zipfile
from collections import Counter
from contextlib import closing
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path
from threading import Thread

import pytest
from sqlalchemy import text

from mirasapo.acquisition.nta import RECORDED_CUT, arrival
from mirasapo.acquisition.nta.files import RegisterFile, register_files
from mirasapo.acquisition.nta.load import load_nta
from mirasapo.acquisition.nta.spelling import spelled
from mirasapo.business.identify import ensure
from mirasapo.business.projection import project
from mirasapo.business.search import normalise
from mirasapo.business.state import state
from mirasapo.disclosure.rule import Actor
from mirasapo.errors import BadInput, Conflict
from mirasapo.gate.search import search
from tests.register_rows import deleted, number, row, written

SHARED = Path(__file__).parents[2].parent / "shared" / "data"


@pytest.fixture
def shared_data():
    if not SHARED.is_dir():
        pytest.skip("実データ(../shared/data)がこの環境にありません")
    return SHARED


@pytest.fixture
def load(platform, tmp_path):
    """Load files given as paths, as rows, or as bytes."""

    def loading(*contents):
        paths = []
        for index, content in enumerate(contents):
            if isinstance(content, Path):
                paths.append(content)
                continue
            path = tmp_path / f"file_{index}.csv"
            path.write_bytes(content if isinstance(content, bytes) else written(content).encode())
            paths.append(path)
        return load_nta(platform.databases, platform.lake, platform.catalog, paths)

    return loading


@pytest.fixture
def body(platform):
    def reading(corporate_number):
        with platform.databases.intake.begin() as conn:
            found = conn.execute(
                text("SELECT * FROM open.register_body WHERE corporate_number = :n"),
                {"n": corporate_number},
            )
            return found.mappings().one_or_none()

    return reading


def _bodies(platform):
    with platform.databases.intake.begin() as conn:
        return conn.execute(text("SELECT count(*) FROM open.register_body")).scalar_one()


def test_recorded_cut(fresh_platform):
    first = load_nta(
        fresh_platform.databases, fresh_platform.lake, fresh_platform.catalog, [RECORDED_CUT]
    )
    again = load_nta(
        fresh_platform.databases, fresh_platform.lake, fresh_platform.catalog, [RECORDED_CUT]
    )
    assert (first.files, first.rows_read, first.rows_applied, first.refused) == (1, 200, 124, ())
    assert (first.businesses, again.businesses, again.rows_applied) == (124, 124, 0)
    with fresh_platform.databases.intake.begin() as conn:
        successor, detail = conn.execute(
            text(
                "SELECT successor_number, change_detail FROM open.register_body "
                "WHERE corporate_number = '3040001070234'"
            )
        ).one()
        kept = conn.execute(text("SELECT sha256, kind, source, media_type FROM core.payload")).all()
    assert successor == "9370001008880"
    assert "合併し解散" in detail
    assert [tuple(each)[1:] for each in kept] == [("register", "nta", "text/csv")]
    assert fresh_platform.lake.get(kept[0].sha256) == RECORDED_CUT.read_bytes()


def test_newest_row_wins_in_any_order_of_files(load, body):
    old = [row(100, name="株式会社旧名", updated="2021-07-14", sequence="9")]
    new = [
        row(100, name="株式会社途中", updated="2021-07-15", sequence="1", latest="0"),
        row(100, name="株式会社新名", updated="2021-07-15", sequence="2"),
    ]
    assert load(new).rows_applied == 1
    assert load(old).rows_applied == 0
    stored = body(number(100))
    assert (stored["name"], stored["sequence_number"]) == ("株式会社新名", 2)
    assert stored["search_name"] == normalise("株式会社新名")
    assert load(old, new).rows_applied == 0


def test_rows_of_a_body_in_several_batches_count_once(load, body, monkeypatch):
    """The first is written at once, the others are compared with it; the file of the newest has it."""
    monkeypatch.setattr(arrival, "_BLOCK", 1)
    monkeypatch.setattr(arrival, "_BLOCKS", 1)
    days = ("2021-07-15", "2021-07-14", "2021-07-17", "2021-07-17")
    files = [[row(105, name=f"株式会社{day}", updated=day)] for day in days]
    report = load(*files)
    assert (report.rows_read, report.rows_applied) == (4, 1)
    assert [each.rows_applied for each in report.per_file] == [0, 0, 1, 0]
    assert body(number(105))["name"] == "株式会社2021-07-17"


def test_repeated_row_of_a_later_batch_counts_for_its_file(load, monkeypatch):
    """Its serial number is greater: it carries the body, and no body is counted for the first."""
    monkeypatch.setattr(arrival, "_BLOCK", 1)
    monkeypatch.setattr(arrival, "_BLOCKS", 1)
    report = load([row(107, sequence="1")], [row(107, sequence="2")])
    assert [each.rows_applied for each in report.per_file] == [0, 1]


def test_file_that_is_given_twice_counts_once(load, tmp_path):
    path = tmp_path / "twice.csv"
    path.write_text(written([row(108), row(109)]), encoding="utf-8")
    report = load(path, path)
    assert [each.rows_applied for each in report.per_file] == [2, 0]
    assert (report.rows_read, report.rows_applied) == (4, 2)


def test_file_that_changes_while_it_is_read_is_refused(load, body, monkeypatch):
    monkeypatch.setattr(RegisterFile, "sha256", "0" * 64)
    with pytest.raises(BadInput, match="書き換えられました"):
        load([row(106)])
    assert body(number(106)) is None


def test_businesses_keep_their_id(load, body):
    load([row(110, name="株式会社甲")])
    before = body(number(110))["business_id"]
    load([row(110, name="株式会社乙", updated="2021-08-01")])
    after = body(number(110))
    assert (after["business_id"], after["name"]) == (before, "株式会社乙")


def test_body_that_filed_before_the_register_knew_it(platform, load, body):
    with platform.databases.intake.begin() as conn:
        business_id = ensure(conn, corporate_number=number(120))
    load([row(120)])
    assert body(number(120))["business_id"] == business_id
    with platform.databases.intake.begin() as conn:
        value = conn.execute(
            text("SELECT trade_name FROM core.business_profile WHERE business_id = :id"),
            {"id": business_id},
        ).scalar_one()
    assert value == "株式会社架空見本"


def test_change_reaches_the_master_at_once(platform, load):
    load([row(130, name="株式会社旧名")])
    with platform.databases.intake.begin() as conn:
        business_id = ensure(conn, corporate_number=number(130))
        project(conn, platform.catalog, [business_id])
    load([row(130, name="株式会社新名", updated="2021-09-01")])
    with platform.databases.intake.begin() as conn:
        value = conn.execute(
            text("SELECT trade_name FROM core.business_profile WHERE business_id = :id"),
            {"id": business_id},
        ).scalar_one()
    assert value == "株式会社新名"


def test_same_row_in_another_layout_and_encoding_is_no_change(load, body):
    utf8 = written([row(140, name="株式会社飛驒見本")]).encode()
    sjis = written([row(140, name="株式会社飛騨見本")]).encode("cp932")
    short = written([row(140, 23, name="株式会社飛驒見本")]).encode()
    load(utf8)
    assert load(sjis).rows_applied == 0
    assert load(short).rows_applied == 0
    assert body(number(140))["name"] == "株式会社飛驒見本"


def test_original_spelling_and_fuller_row_win_when_they_come_later(load, body):
    load(written([row(150, 23, name="株式会社飛騨見本")]).encode("cp932"))
    assert load(written([row(150, name="株式会社飛騨見本")]).encode("cp932")).rows_applied == 1
    assert load(written([row(150, name="株式会社飛驒見本")]).encode()).rows_applied == 1
    stored = body(number(150))
    assert (stored["name"], stored["kana"]) == ("株式会社飛驒見本", "カクウミホン")


@pytest.mark.parametrize("first", ["utf8", "sjis"])
def test_character_that_shift_jis_cannot_hold_is_kept_over_its_stand_in(
    platform, load, body, first
):
    """One body, one name, found under either, whichever file comes first."""
    index = {"utf8": 155, "sjis": 156}[first]
    old = written([row(index, name="株式会社永鑫見本")]).encode()
    new = row(index, name="株式会社永＿見本", updated="2021-11-01", street="西町１番")
    files = [old, written([new]).encode("cp932")]
    for content in files if first == "utf8" else reversed(files):
        load(content)
    stored = body(number(index))
    assert (stored["name"], stored["written_name"]) == ("株式会社永鑫見本", "株式会社永＿見本")
    assert (stored["search_name"], stored["street"]) == ("永鑫見本", "西町１番")
    supporter = Actor("s", 5, kind="chamber")
    for asked in ("永鑫見本", "永＿見本", "永鑫"):
        hits = search(platform.databases, supporter, asked)
        assert number(index) in {hit.corporate_number for hit in hits}
    assert load(files[1]).rows_applied == 0
    assert load(files[0]).rows_applied == 0
    assert body(number(index))["name"] == "株式会社永鑫見本"


def test_stand_in_that_two_spellings_fit_is_not_guessed(load, body):
    load([row(157, name="永鑫見本", updated="2021-07-01")])
    load([row(157, name="永＿見本", updated="2021-11-01")])
    assert body(number(157))["name"] == "永鑫見本"
    load([row(157, name="永焱見本", updated="2021-07-02")])
    stored = body(number(157))
    assert (stored["name"], stored["written_name"]) == ("永＿見本", None)


def test_master_follows_the_spelling(platform, load):
    load([row(158, name="永＿見本", updated="2021-11-01")])
    with platform.databases.intake.begin() as conn:
        business_id = ensure(conn, corporate_number=number(158))
        project(conn, platform.catalog, [business_id])
    load([row(158, name="永鑫見本")])
    with platform.databases.intake.begin() as conn:
        value = conn.execute(
            text("SELECT trade_name FROM core.business_profile WHERE business_id = :id"),
            {"id": business_id},
        ).scalar_one()
    assert value == "永鑫見本"


def test_real_pairs_of_stand_in_and_character(shared_data):
    """The vectors whose body kept its name: ＿ in the Shift_JIS file stands for the UTF-8 one's."""
    with (shared_data / "vectors" / "gaiji" / "utf8_vs_sjis.csv").open(encoding="utf-8") as stream:
        pairs = [
            (pair["name_in_utf8_file"], pair["name_in_later_sjis_file"])
            for pair in csv.DictReader(stream)
        ]
    kept = [(utf8, sjis) for utf8, sjis in pairs if "＿" in sjis and len(utf8) == len(sjis)]
    assert len(kept) == 6
    assert [pair for pair in kept if spelled(pair[1], [pair[0]]) != pair[0]] == []


def test_repeated_facts_move_the_serial_number_and_are_not_counted(load, body):
    load([row(160, sequence="5")])
    report = load([row(160, sequence="8")])
    assert (report.rows_applied, body(number(160))["sequence_number"]) == (0, 8)
    load([row(160, sequence="6")])
    assert body(number(160))["sequence_number"] == 8


def test_file_of_a_repeated_row_does_not_depend_on_arrival(load, body):
    first = written([row(170), row(171)]).encode()
    second = written([row(170), row(172)]).encode()
    load(first)
    load(second)
    one_way = body(number(170))["payload_sha256"]
    load(written([row(170, updated="2021-07-15")]).encode())
    other = [
        content.replace(number(170).encode(), number(173).encode()) for content in (first, second)
    ]
    load(other[1])
    load(other[0])
    assert one_way == min(sha256(content).hexdigest() for content in (first, second))
    assert body(number(173))["payload_sha256"] == min(sha256(each).hexdigest() for each in other)


def test_deleted_body_leaves_the_search(load, body):
    load([row(180, name="株式会社消滅見本")])
    report = load([deleted(180, updated="2021-07-20")])
    stored = body(number(180))
    assert report.rows_applied == 1
    assert (stored["process"], stored["name"], stored["out_of_search"]) == ("99", "", True)
    assert (stored["search_name"], stored["grams"]) == ("", [])


def test_body_outside_the_search_cannot_be_found(load, body):
    load([row(190, name="株式会社非表示見本", hihyoji="1")])
    stored = body(number(190))
    assert (stored["out_of_search"], stored["search_name"], stored["grams"]) == (True, "", [])
    load([row(190, name="株式会社非表示見本", updated="2021-07-21")])
    assert body(number(190))["search_name"] == normalise("株式会社非表示見本")


def test_bad_rows_are_refused_and_the_rest_is_taken(load, body):
    report = load([row(200), row(201, kind="x"), row(202)])
    assert (report.rows_read, report.rows_applied) == (3, 2)
    assert [(each.line, each.why) for each in report.refused] == [
        (2, "法人種別が公表されているコードにありません。")
    ]
    assert body(number(201)) is None


def test_wrong_file_leaves_nothing_of_the_whole_call(platform, load, body):
    bodies, objects = _bodies(platform), set(platform.lake.list())
    with pytest.raises(BadInput, match="どれも取り込んでいません") as refusal:
        load([row(210)], b"a,b\n1,2\n", [row(211)])
    assert body(number(210)) is None
    assert (_bodies(platform), set(platform.lake.list())) == (bodies, objects)
    report = refusal.value.members
    assert (report["files"], report["rows_applied"], report["businesses"]) == (3, 0, bodies)
    assert [each["line"] for each in report["refused"]] == [None]


def test_bad_input_says_which_file_and_why_and_leaves_nothing(platform, load, tmp_path):
    whole = tmp_path / "whole.zip"
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr("all.csv", written([row(215)]))
    truncated = tmp_path / "truncated.zip"
    truncated.write_bytes(whole.read_bytes()[:-30])
    huge = tmp_path / "huge.csv"
    huge.write_text(written([row(216)]))
    os.truncate(huge, 3 << 30)
    columns = tmp_path / "columns.csv"
    columns.write_text(written([row(217, 29)]))
    encoded = tmp_path / "euc.csv"
    encoded.write_bytes(written([row(218)]).encode("euc-jp"))
    bodies, objects = _bodies(platform), set(platform.lake.list())
    with pytest.raises(BadInput, match="どれも取り込んでいません") as refusal:
        load([row(219)], truncated, huge, columns, encoded)
    told = {Path(each["file"]).name: each["why"] for each in refusal.value.members["refused"]}
    assert "壊れています" in told["truncated.zip"]
    assert "2行目" in told["huge.csv"]
    assert "29列" in told["columns.csv"]
    assert "文字コード" in told["euc.csv"]
    assert len(told) == 4
    assert (_bodies(platform), set(platform.lake.list())) == (bodies, objects)


def test_no_file_is_refused(load):
    with pytest.raises(BadInput, match="指定されていません"):
        load()


def test_second_load_at_the_same_time_is_refused(platform, load):
    with platform.databases.intake.begin() as conn:
        conn.execute(text("SELECT pg_advisory_xact_lock(hashtext('open.register_body'))"))
        with pytest.raises(Conflict, match="進行中"):
            load([row(220)])


def _command(platform, *words, **settings):
    environment = {
        **os.environ,
        "MIRASAPO_HOME": str(platform.settings.home),
        "MIRASAPO_DATABASE_URL": platform.settings.database_url,
        **settings,
    }
    return subprocess.run(
        [sys.executable, "-m", "mirasapo.cli", "load", "nta", *words],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_command_prints_one_json_document(platform, tmp_path):
    path = tmp_path / "rows.csv"
    path.write_text(written([row(230), row(231, kind="x")]), encoding="cp932")
    done = _command(platform, str(path), "--json")
    report = json.loads(done.stdout)
    assert done.returncode == 0
    assert list(report) == [
        *("files", "rows_read", "rows_applied", "businesses", "per_file", "absorbed", "refused")
    ]
    assert report["per_file"] == [
        {
            "file": str(path),
            "rows_read": 2,
            "rows_applied": 1,
            "rows_refused": 1,
            "days": {"2021-07-14": 1},
        }
    ]
    assert (report["files"], report["rows_read"], report["rows_applied"]) == (1, 2, 1)
    assert report["refused"] == [
        {"file": str(path), "line": 2, "why": "法人種別が公表されているコードにありません。"}
    ]
    assert "2行目" in done.stderr


@pytest.mark.parametrize("content", [b"", b"a,b\n1,2\n", b"PK\x03\x04broken", b"\xff\xfe\x00"])
def test_command_refuses_a_wrong_file_in_one_sentence(platform, tmp_path, content):
    path = tmp_path / "wrong.csv"
    path.write_bytes(content)
    done = _command(platform, str(path), "--json")
    assert done.returncode == 2
    assert json.loads(done.stdout)["refused"][0]["line"] is None
    assert done.stderr.startswith(f"{path} を取り込めません。")
    assert "Traceback" not in done.stderr


def test_real_full_file_and_daily_differences(fresh_platform, shared_data):
    full = shared_data / "nta" / "bulk" / "31_tottori_all_20160229.zip"
    days = sorted((shared_data / "nta" / "diff").glob("*.csv"))

    def load(*files):
        return load_nta(
            fresh_platform.databases, fresh_platform.lake, fresh_platform.catalog, files
        )

    first = load(full)
    assert (first.rows_read, first.rows_applied, first.businesses) == (16_593, 16_593, 16_593)
    assert first.refused == ()
    later = load(*reversed(days))
    assert (len(days), later.rows_read, later.refused) == (24, 65_467, ())
    assert (later.rows_applied, later.businesses) == (55_739, 72_231)
    assert load(full, *days[:4], days[-1]).rows_applied == 0


def test_real_answers_of_the_web_api(fresh_platform, shared_data):
    answers = sorted((shared_data / "nta" / "web_api").rglob("*.csv"))
    report = load_nta(
        fresh_platform.databases, fresh_platform.lake, fresh_platform.catalog, answers
    )
    assert (report.rows_read, report.refused) == (2_005, ())


def test_zip_and_plain_file_say_the_same(load, body, tmp_path):
    plain = written([row(240)]).encode()
    load(plain)
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("all.csv.asc", "signature")
        archive.writestr("all.csv", b"\xef\xbb\xbf" + plain)
    assert load(tmp_path / "all.zip").rows_applied == 0


def test_a_file_name_that_is_not_utf8_is_kept_readable(platform, tmp_path):
    path = tmp_path / os.fsdecode(b"\xff.csv")
    path.write_bytes(written([row(250), row(251, kind="x")]).encode())
    done = _command(platform, str(path), "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["refused"][0]["file"] == str(path)


def test_folder_is_every_register_file_in_and_below_it(load, tmp_path):
    folder = tmp_path / "register"
    (folder / "below").mkdir(parents=True)
    (folder / "a.csv").write_text(written([row(260)]))
    (folder / "below" / "b.CSV").write_text(written([row(261, updated="2021-07-15"), row(262)]))
    (folder / "notes.md").write_text("no register")
    report = load(folder)
    assert [(each.file, each.days) for each in report.per_file] == [
        (str(folder / "a.csv"), {"2021-07-14": 1}),
        (str(folder / "below" / "b.CSV"), {"2021-07-14": 1, "2021-07-15": 1}),
    ]
    assert report.days == {"2021-07-14": 2, "2021-07-15": 1}
    assert [each.rows_applied for each in report.per_file] == [1, 2]


def test_folder_without_a_register_file_is_refused(load, tmp_path):
    folder = tmp_path / "empty"
    folder.mkdir()
    with pytest.raises(BadInput, match="入っていないフォルダー"):
        load(folder)


_SEEN: dict[str, tuple[str, int]] = {}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_all_real_files_in_any_order_give_one_state(fresh_platform, shared_data, seed):
    """Every file of the shared data, shuffled, in as many commands as chance makes of them."""
    draw = random.Random(seed)
    files = register_files([shared_data / "nta"])
    draw.shuffle(files)
    commands = sorted(draw.sample(range(1, len(files)), 2))
    days: Counter[str] = Counter()
    for begin, end in pairwise([0, *commands, len(files)]):
        report = load_nta(
            fresh_platform.databases, fresh_platform.lake, fresh_platform.catalog, files[begin:end]
        )
        assert report.refused == ()
        days.update(report.days)
    with fresh_platform.databases.intake.begin() as conn:
        found = state(conn, fresh_platform.catalog)
    told = {day: count for day, count in sorted(days.items()) if day.startswith("2021-0")}
    table = "".join(f"{day}\t{count:,}\n" for day, count in told.items())
    sys.stdout.write(
        f"{table}order {seed}: {found['businesses']:,} bodies, state {found['state_hash']}\n"
    )
    assert (len(told), sum(days.values())) == (24, 84_065)
    assert _SEEN.setdefault("state", (found["state_hash"], found["businesses"])) == (
        found["state_hash"],
        found["businesses"],
    )


def _served(tmp_path, content):
    """The Web-API on a port of this machine, with one answer of our own."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self):
            self.server.asked.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    server.asked = []
    return server


def test_command_fetches_numbers_and_days_and_keeps_the_answers(platform, body, tmp_path):
    rows = [row(270, name="株式会社取得見本")]
    content = (f"2021-07-15,{len(rows)},1,1\r\n" + written(rows, "\r\n")).encode()
    server = _served(tmp_path, content)
    with closing(server.socket):
        Thread(target=server.serve_forever, daemon=True).start()
        settings = {
            "MIRASAPO_NTA_URL": f"http://127.0.0.1:{server.server_address[1]}",
            "MIRASAPO_NTA_ID": "id-1",
            "MIRASAPO_NTA_RATE": "100",
        }
        done = _command(
            platform,
            *("--number", number(270), "--from", "2021-07-01", "--to", "2021-07-31", "--json"),
            **settings,
        )
        server.shutdown()
    report = json.loads(done.stdout)
    assert done.returncode == 0, done.stderr
    assert [path.split("?")[0] for path in server.asked] == ["/4/num", "/4/diff"]
    assert (report["files"], report["rows_read"], report["rows_applied"]) == (2, 2, 1)
    assert body(number(270))["name"] == "株式会社取得見本"
    assert body(number(270))["payload_sha256"] == sha256(content).hexdigest()
    assert platform.lake.get(sha256(content).hexdigest()) == content


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["--number", "1234567890123"], "アプリケーション ID"),
        (["--from", "07/01"], "の形の日付"),
        (["--to", "2021-07-01"], "の形の日付"),
        ([], "指定されていません"),
    ],
)
def test_command_refuses_questions_it_cannot_ask(platform, words, why):
    done = _command(platform, *words, "--json")
    assert done.returncode == 2
    assert why in done.stderr
