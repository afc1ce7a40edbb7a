"""The catalogue of support in the database: jGrants through the replay server, and lists as files."""

from __future__ import annotations

import base64
import json
import tracemalloc
from datetime import date, timedelta
from hashlib import sha256
from itertools import permutations
from pathlib import Path

import pytest
from psycopg import errors
from sqlalchemy import text

from mirasapo.acquisition import jnet21, mirasapo_navi
from mirasapo.acquisition.jgrants import RECORDED
from mirasapo.acquisition.jgrants.attachments import take_out, taken_of
from mirasapo.acquisition.jgrants.client import JGrants
from mirasapo.acquisition.jgrants.load import load_jgrants
from mirasapo.acquisition.jgrants.replay import replaying
from mirasapo.acquisition.programmes import catalogue
from mirasapo.acquisition.programmes.fields import fields_of
from mirasapo.acquisition.programmes.files import load_file
from mirasapo.errors import BadInput, Upstream

SHARED = Path(__file__).parents[2].parent / "shared" / "data" / "programmes"
FIRST, SECOND, THIRD = (f"a0W00000000000{number}AAA" for number in (1, 2, 3))


@pytest.fixture
def recorded(tmp_path):
    """A folder of recordings that a test may change."""
    folder = tmp_path / "recorded"
    folder.mkdir()
    for file in RECORDED.glob("*.json"):
        (folder / file.name).write_bytes(file.read_bytes())
    return folder


@pytest.fixture
def load(fresh_platform):
    def loading(folder=RECORDED, keywords=("架空",), **asked):
        parts = (fresh_platform.databases, fresh_platform.lake, fresh_platform.catalog)
        with replaying(folder) as base_url, JGrants(base_url, rate=0) as client:
            return load_jgrants(*parts, client, keywords, **{"fresh_for": timedelta(), **asked})

    return loading


@pytest.fixture
def query(fresh_platform):
    def asking(statement, **values):
        with fresh_platform.databases.intake.begin() as conn:
            return [tuple(each) for each in conn.execute(text(statement), values)]

    return asking


@pytest.fixture
def shown(fresh_platform):
    """What the gateway shows of one entry, by the source's id."""

    def reading(source_id):
        with fresh_platform.databases.gateway.connect() as conn:
            asked = {"source_id": source_id}
            found = conn.execute(
                text("SELECT subsidy_id FROM open.subsidy WHERE source_id = :source_id"), asked
            ).scalar_one()
            return catalogue.read(conn, found)

    return reading


@pytest.fixture
def find(fresh_platform):
    def finding(**asked):
        with fresh_platform.databases.gateway.connect() as conn:
            found, total = catalogue.find(conn, **asked)
        assert total == len(found)
        return {each["source_id"] for each in found}

    return finding


def change(folder, source_id, **fields):
    file = folder / f"{source_id}.json"
    answer = json.loads(file.read_bytes(), strict=False)
    answer["result"][0] |= fields
    file.write_text(json.dumps(answer, ensure_ascii=False), encoding="utf-8")


# ── jGrants ───────────────────────────────────────────────────────────────────────────────────


def test_a_recording_becomes_entries_with_calls_and_files(load, shown, query, fresh_platform):
    report = load()
    assert (report.found, report.new, report.attachments) == (3, 3, 3)
    assert (report.issues, report.incomplete, report.unknown, report.none) == ([], [], [], [])
    first = shown(FIRST)
    assert first["amount_cap_yen"] == 5_000_000
    assert first["regions"] == ["鳥取県", "島根県"]
    assert first["industries"] == ["製造業", "建設業"]
    assert first["attribution"] == "Jグランツ(jGrants)からの出典"
    one, two = first["calls"]
    assert (one["accepts_from"], one["accepts_until"]) == (date(2026, 4, 1), date(2026, 4, 30))
    # 15:00Z is the next day in Japan
    assert (two["accepts_from"], two["accepts_until"]) == (date(2026, 9, 1), date(2026, 10, 16))
    assert one["project_until"] == date(2027, 2, 27)
    assert [each["kind"] for each in first["attachments"]] == ["公募要領", "様式", "様式"]
    for each in first["attachments"]:
        content = fresh_platform.lake.get(each["sha256"])
        assert len(content) == each["size_bytes"]
    guide = first["attachments"][0]
    assert guide["name"] == "公募要領.pdf"
    assert fresh_platform.lake.get(guide["sha256"]).startswith("%PDF-1.7 架空".encode())
    assert query("SELECT count(*) FROM core.payload WHERE kind = 'published_file'") == [(3,)]


def test_the_sentinel_is_no_amount_and_control_characters_do_no_harm(load, shown):
    load()
    second = shown(SECOND)
    assert second["amount_cap_yen"] is None
    assert "改行が\n入った" in second["detail_html"]
    assert second["multiple_requests"] is True


def test_a_v1_answer_is_its_own_call_and_a_whole_name_is_a_link(load, shown):
    assert load().linked == 1
    third = shown(THIRD)
    assert (third["programme"], third["amount_cap_yen"]) == ("04", 60_000_000)
    assert [each["regions"] for each in third["calls"]] == [["中国地方"]]


def test_nothing_that_runs_is_in_the_html(load, shown):
    load()
    shown_html = shown(FIRST)["detail_html"]
    assert "<b>中小企業</b>" in shown_html
    assert 'href="https://example.com/guide"' in shown_html
    for bad in ("script", "onclick", "javascript", "alert"):
        assert bad not in shown_html


def test_the_same_again_is_no_version_and_a_change_is_seen(load, shown, recorded, query):
    load(recorded)
    again = load(recorded)
    assert (again.same, again.new, again.changed) == (3, 0, 0)
    change(recorded, FIRST, subsidy_max_limit=8_000_000, application_form=[])
    assert load(recorded).changed == 1
    newest, oldest = shown(FIRST)["versions"]
    assert (newest["version_no"], oldest["version_no"], oldest["changes"]) == (2, 1, [])
    assert [
        (each["label_ja"], each["before"], each["after"])
        for each in newest["changes"]
        if each["column"] == "amount_cap_yen"
    ] == [("上限額(円)", 5_000_000, 8_000_000)]
    assert {each["column"] for each in newest["changes"]} == {"amount_cap_yen", "attachments"}
    assert query("SELECT count(*) FROM open.subsidy_attachment") == [(1,)]


def test_a_stopped_load_goes_on_where_it_stopped(load, recorded):
    load(recorded, keywords=("事業",))
    report = load(recorded, keywords=("事業", "架空"), fresh_for=timedelta(hours=20))
    assert (report.found, report.recent, report.new) == (3, 3, 0)


def test_keywords_are_united_and_counted(load):
    report = load(keywords=("創業", "再構築", "架空"))
    assert report.by_keyword == [
        {"keyword": "創業", "found": 1, "fresh": 1},
        {"keyword": "再構築", "found": 1, "fresh": 1},
        {"keyword": "架空", "found": 3, "fresh": 1},
    ]


def test_an_area_is_asked_for_together_with_the_whole_country(load, find):
    assert load(area="鳥取県").found == 2
    assert find() == {FIRST, SECOND}


@pytest.mark.parametrize(
    "asked", [{"keywords": ("業",)}, {"keywords": ("あ" * 256,)}, {"area": "鳥取"}]
)
def test_what_cannot_be_asked_for_is_refused(load, asked, query):
    with pytest.raises(BadInput):
        load(**asked)
    assert query("SELECT count(*) FROM open.subsidy") == [(0,)]


def test_a_cut_answer_is_an_issue_and_changes_nothing(load, shown, recorded, query, fresh_platform):
    load(recorded)
    file = recorded / f"{FIRST}.json"
    file.write_bytes(file.read_bytes()[:-700])
    report = load(recorded, keywords=("壊れた", "架空"))
    assert report.same == 2
    [issue] = report.issues
    assert "途中で切れているか" in issue["why"]
    assert len(shown(FIRST)["versions"]) == 1
    [(digest, faults)] = query("SELECT sha256, faults FROM core.payload WHERE kind = 'answer'")
    assert fresh_platform.lake.get(digest) == file.read_bytes()
    assert faults == [issue]


def test_an_attachment_that_is_none_is_an_issue_and_the_rest_is_kept(load, shown, recorded):
    files = [{"name": "壊.pdf", "data": "%%%"}, {"name": "空.pdf", "data": None}]
    change(recorded, FIRST, application_guidelines=files)
    report = load(recorded)
    assert [each["label"] for each in report.issues] == ["公募要領", "公募要領"]
    assert len(shown(FIRST)["attachments"]) == 2


def test_fields_that_nobody_knows_are_told(load, recorded):
    change(recorded, FIRST, brand_new=1)
    assert load(recorded).unknown == ["brand_new"]


def test_another_subsidy_than_asked_for_is_refused(load, recorded):
    change(recorded, FIRST, id=SECOND)
    (recorded / f"{SECOND}.json").unlink()
    [issue] = load(recorded).issues
    assert issue["why"] == "頼んだ制度と違う制度が返りました。"


def test_a_big_attachment_is_never_whole_in_memory(tmp_path, fresh_platform):
    content = bytes(range(256)) * (24 << 12)  # 24 MB
    answer = tmp_path / "answer.json"
    with answer.open("wb") as file:
        file.write(b'{"result": [{"application_form": [{"name": "a.zip", "data": "')
        file.write(base64.b64encode(content).replace(b"/", rb"\/"))
        file.write(b'"}]}]}')
    tracemalloc.start()
    try:
        rest = take_out(answer, fresh_platform.lake)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 8 << 20
    taken = taken_of(json.loads(rest)["result"][0]["application_form"][0]["data"])
    assert (taken.sha256, taken.size_bytes) == (sha256(content).hexdigest(), len(content))


# ── finding ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"words": "ものづくり"}, {FIRST}),
        ({"words": "架空 事業"}, {SECOND, THIRD}),  # the half-width and kana forms are one
        ({"words": "モノヅクリ"}, {FIRST}),
        ({"region": "鳥取県"}, {FIRST, SECOND, THIRD}),
        ({"region": "広島県"}, {SECOND, THIRD}),
        ({"region": "東京都"}, {SECOND}),
        ({"open_on": date(2026, 4, 30)}, {FIRST}),
        ({"open_on": date(2026, 5, 1)}, set()),
        ({"open_on": date(2026, 10, 15)}, {FIRST}),
        ({"open_on": date(2026, 10, 16)}, set()),  # ends as that day begins
        ({"programme": "04"}, {THIRD}),
    ],
)
def test_finding(load, find, asked, found):
    load()
    assert find(**asked) == found


# ── lists as files ────────────────────────────────────────────────────────────────────────────


def navi(source_id, title, modified, **cells):
    row = {each.path: "" for each in fields_of("mirasapo_navi")}
    update = json.dumps({"last_modified_at": modified})
    return row | {"id": source_id, "title": title, "update_info": update} | cells


@pytest.fixture
def load_rows(fresh_platform, tmp_path):
    def loading(*rows, name="rows.csv"):
        import csv

        path = tmp_path / name
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, [each.path for each in fields_of("mirasapo_navi")])
            writer.writeheader()
            writer.writerows(rows)
        return load_path(fresh_platform, path, mirasapo_navi)

    return loading


def load_path(platform, path, source):
    parts = (platform.databases, platform.lake, platform.catalog)
    return load_file(*parts, path, source.SOURCE, source.complete)


STATES = """
    SELECT source_id, title, content_sha256, as_of_at,
           (SELECT array_agg(content_sha256 ORDER BY v.as_of_at, content_sha256)
            FROM open.subsidy_version v WHERE v.subsidy_id = s.subsidy_id)
    FROM open.subsidy s ORDER BY source_id
"""


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_order_of_the_files_does_not_matter(load_rows, query, order):
    rows = [
        navi("1", "はじめ", "2023-01-01T00:00:00Z"),
        navi("1", "つぎ", "2023-02-01T00:00:00Z"),
        navi("1", "はじめ", "2023-03-01T00:00:00Z"),
    ]
    for number in order:
        load_rows(rows[number], name=f"{number}.csv")
    [(_, title, digest, as_of_at, versions)] = query(STATES)
    assert (title, as_of_at.isoformat()) == ("はじめ", "2023-03-01T00:00:00+00:00")
    assert versions[0] == versions[2] == digest != versions[1]
    assert load_rows(rows[1], name="again.csv").same == 1


def test_a_spoilt_cell_is_an_issue_of_its_own(load_rows, shown):
    report = load_rows(
        navi("1", "よい", "2023-01-01T00:00:00Z", prefectures='[{"name": "鳥'),
        navi("2", "", "2023-01-01T00:00:00Z"),
    )
    assert (report.rows_read, report.new) == (2, 1)
    assert [(each["item"], each["label"]) for each in report.issues] == [
        ("prefectures", "都道府県"),
        ("title", "タイトル"),
    ]
    assert shown("1")["regions"] == []


def test_text_of_a_list_is_no_markup(load_rows, shown):
    load_rows(navi("1", "題", "2023-01-01T00:00:00Z", body="<script>x</script>\nつぎ"))
    assert shown("1")["detail_html"] == "&lt;script&gt;x&lt;/script&gt;<br>つぎ"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "一行もありません"),
        (b"url,title\n", "一行もありません"),
        (b"url,title\nx,y\n", "列(subtitle、"),
        ("url,title,subtitle,category,tags,date,body\n題\n".encode(), "2行目の列の数が 1"),
        ("url,title,subtitle,category,tags,date,body\n題,,,,,,\n".encode("utf-16"), "文字コード"),
        (
            "url,title,subtitle,category,tags,date,body\n題,,,,,,\n題,".encode() + b"\xff",
            "文字として読めない",
        ),
        (b"url,title\n" + b"x" * (64 << 20), "64 MB まで"),
        (b'url,title,subtitle,category,tags,date,body\n"x', "2行目を CSV として"),
        (b"url,title,subtitle,category,tags,date,body\n" + b"x" * 200_000, "2行目を CSV として"),
    ],
)
def test_a_file_that_is_none_is_refused_whole(fresh_platform, tmp_path, query, content, why):
    path = tmp_path / "rows.csv"
    path.write_bytes(content)
    with pytest.raises(BadInput) as refusal:
        load_path(fresh_platform, path, jnet21)
    assert why in refusal.value.sentence
    assert query("SELECT count(*) FROM core.payload") == [(0,)]


def test_a_list_in_shift_jis_says_the_same(fresh_platform, tmp_path, query):
    listed = "url,title,subtitle,category,tags,date,body\nhttps://a,髙い設備への補助,,,,,見本~\n"
    reports = []
    for encoding in ("cp932", "utf-8-sig"):
        path = tmp_path / f"{encoding}.csv"
        path.write_bytes(listed.encode(encoding))
        reports.append(load_path(fresh_platform, path, jnet21))
    assert [(each.new, each.same, each.issues) for each in reports] == [(1, 0, []), (0, 1, [])]
    assert query("SELECT title FROM open.subsidy") == [("髙い設備への補助",)]


@pytest.mark.parametrize("content", ["{", "[1]", '{"a": 1}', "[" * 100_000])
def test_json_that_is_no_list_is_refused(fresh_platform, tmp_path, content):
    path = tmp_path / "rows.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(BadInput):
        load_path(fresh_platform, path, jnet21)


def test_real_lists_are_one_catalogue(fresh_platform, query, find):
    if not SHARED.is_dir():
        pytest.skip("実在の一覧 (../shared/data/programmes) がここにありません")
    lists = [
        ("mirasapo-navi/supports.csv", mirasapo_navi),
        ("jnet21/j-net21_support-list.csv", jnet21),
        ("jnet21/jnet21.json", jnet21),
    ]
    reports = [load_path(fresh_platform, SHARED / name, source) for name, source in lists]
    assert [(each.rows_read, each.new, each.issues) for each in reports] == [
        (1112, 1112, []),
        (1083, 1083, []),
        (261, 261, []),
    ]
    assert [load_path(fresh_platform, SHARED / name, source).same for name, source in lists] == [
        1112,
        1083,
        261,
    ]
    assert query("SELECT source, count(*) FROM open.subsidy GROUP BY 1 ORDER BY 1") == [
        ("jnet21", 1344),
        ("mirasapo_navi", 1112),
    ]
    linked = query(
        "SELECT programme, count(*) FROM open.subsidy WHERE programme <> '' GROUP BY 1 ORDER BY 1"
    )
    assert linked == [("12", 1), ("13", 3), ("15", 1)]
    named = query(
        "SELECT count(*) FROM open.subsidy WHERE source_id LIKE '%snavi%' AND regions <> '{}'"
    )
    assert named[0][0] > 100
    assert query("SELECT count(*) FROM open.subsidy s WHERE to_jsonb(s)::text LIKE '%kpnet%'") == [
        (0,)
    ]


def test_the_keywords_find_the_real_grants():
    import csv

    from mirasapo.acquisition.jgrants.config import KEYWORDS

    if not SHARED.is_dir():
        pytest.skip("実在の一覧 (../shared/data/programmes) がここにありません")
    with (SHARED / "mirasapo-navi/supports.csv").open(encoding="utf-8-sig") as file:
        grants = [
            row["title"] + row["subtitle"] + row["summary"] + row["body"]
            for row in csv.DictReader(file)
            if "補助金" in row["service_categories"] or "給付" in row["service_categories"]
        ]
    missed = [each for each in grants if not any(word in each for word in KEYWORDS)]
    assert (len(grants), len(missed)) == (341, 13)  # allowances and homes for private persons


# ── who may ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("login", "statement"),
    [
        ("gateway", "UPDATE open.subsidy SET title = ''"),
        ("gateway", "INSERT INTO open.subsidy_call (subsidy_id, position) VALUES (NULL, 1)"),
        ("gateway", "DELETE FROM open.subsidy_attachment"),
        ("cut", "UPDATE open.subsidy SET title = ''"),
        ("intake", "UPDATE open.subsidy_version SET content = '{}'"),
        ("intake", "DELETE FROM open.subsidy_version"),
        ("intake", "TRUNCATE open.subsidy CASCADE"),
    ],
)
def test_this_login_may_not(fresh_platform, login, statement):
    with (
        fresh_platform.databases.raw(login) as connection,
        pytest.raises(errors.InsufficientPrivilege),
    ):
        connection.execute(statement.encode())


def test_a_service_that_is_not_there_is_said(fresh_platform):
    import httpx

    def silent(_: httpx.Request) -> httpx.Response:
        return httpx.Response(200, html="<html>")

    transport = httpx.MockTransport(silent)
    with (
        JGrants("https://x.example", rate=0, transport=transport) as client,
        pytest.raises(Upstream, match="ウェブページ"),
    ):
        client.find("補助")
