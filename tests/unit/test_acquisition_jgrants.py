"""jGrants' answers, also broken ones, the sources' ways of writing, and the polite client."""

from __future__ import annotations

import base64
import json
from datetime import date

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirasapo.acquisition.http import BACK_OFF_SECONDS, PoliteClient
from mirasapo.acquisition.jgrants.answer import Unreadable, read_answer
from mirasapo.acquisition.jgrants.attachments import take_out, taken_of
from mirasapo.acquisition.jgrants.client import JGrants
from mirasapo.acquisition.programmes import values
from mirasapo.acquisition.programmes.links import Links
from mirasapo.acquisition.programmes.regions import AREAS, prefectures, words_for
from mirasapo.acquisition.programmes.values import CONVERSIONS, Unclear
from mirasapo.errors import BadInput, Upstream
from mirasapo.store.lake import Lake

ROWS = [{"id": f"a{number}", "title": f"題\n{number}", "x": {"y": [1]}} for number in range(5)]
WHOLE = json.dumps({"metadata": {"resultset": {"count": 5}}, "result": ROWS}, ensure_ascii=False)

FIRST_ENDS = WHOLE.index(json.dumps(ROWS[0], ensure_ascii=False)[-9:]) + 9


@given(st.integers(0, len(WHOLE)))
def test_of_a_cut_answer_only_whole_objects_are_read_and_it_is_said(length):
    try:
        answer = read_answer(WHOLE[:length].encode())
    except Unreadable:
        assert length < FIRST_ENDS
        return
    assert list(answer.rows) == ROWS[: len(answer.rows)]
    assert (answer.why is None) == (length == len(WHOLE))


@pytest.mark.parametrize(
    "content",
    [
        b"<html>",
        b"",
        b"[]",
        b'{"result": 1}',
        b'{"result": [1]}',
        "{}".encode("utf-16"),
        b'{"result": [{"amount": NaN}]}',
        b'{"result": [{"id": "a", "id": "b"}]}',
        b'{"result": ' + b"[" * 10_000,
    ],
)
def test_what_is_no_answer_is_said(content):
    with pytest.raises(Unreadable):
        read_answer(content)


def test_a_list_that_lacks_rows_is_said():
    answer = read_answer(b'{"metadata": {"resultset": {"count": 3}}, "result": [{"id": "a"}]}')
    assert (len(answer.rows), answer.why) == (1, "件数が合いません。1件しか入っていません。")


@given(st.binary(max_size=300), st.booleans(), st.integers(1, 40))
def test_an_attachment_comes_out_as_it_went_in(tmp_path_factory, content, escaped, chunk):
    folder = tmp_path_factory.mktemp("lake")
    lake = Lake((folder / "lake").as_uri())
    data = base64.encodebytes(content).decode() if escaped else base64.b64encode(content).decode()
    written = json.dumps({"name": "a", "data": data})
    answer = folder / "answer.json"
    answer.write_text(written.replace("/", r"\/") if escaped else written, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("mirasapo.acquisition.jgrants.attachments._CHUNK", chunk)
        taken = taken_of(json.loads(take_out(answer, lake))["data"])
    if content:
        assert lake.get(taken.sha256) == content
        assert taken.size_bytes == len(content)
    else:
        assert taken is None


# ── values ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("convert", "raw", "read"),
    [
        ("amount", 999_999_999_999_999, None),
        ("amount", "5000000", 5_000_000),
        ("amount", 0, 0),
        ("day", "2026-04-30T15:00:00Z", date(2026, 5, 1)),
        ("day", "2026-04-30T14:59:59.999Z", date(2026, 4, 30)),
        ("day", "2026-04-30", date(2026, 4, 30)),
        ("list", "製造業 / 建設業 / 製造業", ("製造業", "建設業")),
        ("list", "A/B", ("A/B",)),
        ("list", "", ()),
        ("boolean", "true", True),
        ("text", "a\x0b\x00b", "ab"),
        ("text", " 全角　空白 ", "全角　空白"),
        ("html", "<b>a</b><script>b</script>", "<b>a</b>"),
        ("html", '<a href="javascript:x">a</a>', '<a rel="noopener noreferrer nofollow">a</a>'),
        ("names", '[{"name": "鳥取県"}]', ("鳥取県",)),
        ("names", "[]", ()),
        ("people", "300", "300名以下"),
        ("words", '["a", "b"]', ("a", "b")),
        ("words", "a,b", ("a", "b")),
        ("excerpt", "あ" * 300, "あ" * 200 + "…"),
        ("url", "https://example.com/", "https://example.com/"),
    ],
)
def test_ways_of_writing(convert, raw, read):
    assert CONVERSIONS[convert](raw) == read


@pytest.mark.parametrize(
    ("convert", "raw"),
    [
        ("amount", -1),
        ("amount", "約10万円"),
        ("amount", True),
        ("amount", 10**30),
        ("boolean", "有"),
        ("day", "2026-04-30T15:00:00"),
        ("day", "令和8年4月30日"),
        ("names", '[{"nam'),
        ("names", '{"name": "x"}'),
        ("url", "javascript:alert(1)"),
        ("url", "http://[bad"),
        ("text", {"a": 1}),
    ],
)
def test_unclear_is_said_and_not_guessed(convert, raw):
    with pytest.raises(Unclear) as unclear:
        CONVERSIONS[convert](raw)
    assert str(unclear.value).endswith("。")
    assert str(raw) not in str(unclear.value)


@given(st.text())
def test_no_html_runs(written):
    cleaned = values.safe_html(f"<p>{written}</p><img src=x onerror={written}>") or ""
    assert "<script" not in cleaned.lower()
    assert "<img" not in cleaned.lower()


def test_areas_are_the_47_prefectures(catalog):
    assert prefectures() == set(catalog.code_lists["prefecture"].codes.values()) - {"外国"}
    assert words_for("福井県") == ["福井県", "東海・北陸地方", "近畿地方", "全国"]
    assert all(words_for(name) for name in prefectures())
    with pytest.raises(BadInput):
        words_for(next(iter(AREAS)))


def test_a_title_that_could_be_of_another_budget_is_no_link(catalog):
    links = Links(catalog)
    assert links.programme_of("【令和２年度第３次補正】　事業再構築補助金") == "04"
    assert links.programme_of("事業再構築補助金") is None
    assert links.programme_of("事業承継・引継ぎ補助金") is None
    assert links.programme_of("中小企業等経営強化法(経営力向上計画)") == "13"


# ── the polite client ─────────────────────────────────────────────────────────────────────────


def _polite(answers, slept, **asked):
    waiting = iter(answers)

    def service(_: httpx.Request) -> httpx.Response:
        answer = next(waiting)
        if isinstance(answer, Exception):
            raise answer
        return answer

    transport = httpx.MockTransport(service)
    return PoliteClient("見本", **{"rate": 0, **asked}, transport=transport, sleep=slept.append)


def test_overload_and_silence_are_waited_for(tmp_path):
    slept: list[float] = []
    answers = [httpx.Response(503), httpx.ReadError("cut"), httpx.Response(200, content=b"ab")]
    with _polite(answers, slept) as client:
        client.download("http://x", tmp_path / "a", params={}, most_bytes=2)
    assert slept == list(BACK_OFF_SECONDS[:2])
    assert (tmp_path / "a").read_bytes() == b"ab"


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        ([httpx.Response(500)] * 4, "状態 500"),
        ([httpx.ConnectError("no")] * 4, "応答がありません"),
        ([httpx.Response(200, content=b"abc")], "大きすぎます"),
    ],
)
def test_what_does_not_come_is_said(tmp_path, answers, why):
    with _polite(answers, []) as client, pytest.raises(Upstream, match=why):
        client.download("http://x", tmp_path / "a", params={}, most_bytes=2)


class _Cut(httpx.SyncByteStream):
    """A body that breaks off."""

    def __iter__(self):
        yield b"abc"
        raise httpx.ReadError("cut")


def test_an_answer_that_breaks_off_is_asked_for_again_from_its_start(tmp_path):
    answers = [
        answer
        for _ in range(2)
        for answer in (httpx.Response(200, stream=_Cut()), httpx.Response(200, content=b"d"))
    ]
    with _polite(answers, []) as client:
        assert client.get("http://x", most_bytes=4).content == b"d"
        client.download("http://x", tmp_path / "a", most_bytes=4)
    assert (tmp_path / "a").read_bytes() == b"d"


def test_a_small_answer_has_its_body_and_a_limit():
    answers = [httpx.Response(404, text="none"), httpx.Response(200, content=b"abc")]
    with _polite(answers, []) as client:
        answer = client.get("http://x", params={"a": "b"}, most_bytes=4)
        assert (answer.status, answer.content) == (404, b"none")
        assert answer.media_type == "text/plain"
        with pytest.raises(Upstream, match="大きすぎます"):
            client.get("http://x", most_bytes=2)


def test_rate_is_kept(tmp_path):
    slept: list[float] = []
    answers = [httpx.Response(200) for _ in range(3)]
    with _polite(answers, slept, rate=2.0, clock=lambda: 100.0) as client:
        for _ in range(3):
            client.download("http://x", tmp_path / "a", params={}, most_bytes=2)
    assert slept == [0.5, 1.0]


@pytest.mark.parametrize(
    "answer", [httpx.Response(404, html="<h1>"), httpx.Response(302), httpx.Response(400)]
)
def test_another_server_is_not_no_hit(tmp_path, answer):
    transport = httpx.MockTransport(lambda _: answer)
    with (
        JGrants("http://x", rate=0, transport=transport) as client,
        pytest.raises(Upstream, match="状態"),
    ):
        client.fetch_detail("a0", tmp_path / "a")
