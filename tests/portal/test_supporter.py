"""The supporter's screens, walked through by their widgets."""

from __future__ import annotations

from datetime import UTC, datetime

import ipyvuetify as v
import pytest

from mirasapo.errors import BadInput, NotSignedIn
from mirasapo.portal import supporter
from mirasapo.portal.supporter_flow import SupporterFlow
from mirasapo.portal.words import JAPAN
from tests.portal.fake_client import BUSINESS, CLASSES, DAY, REQUEST, FakeClient, pending
from tests.portal.walk import Walk


@pytest.fixture
def api() -> FakeClient:
    return FakeClient("supporter")


@pytest.fixture
def walk(api: FakeClient):
    with Walk(supporter.portal(SupporterFlow.begin(api, DAY))) as walk:
        yield walk


def find_business(walk: Walk) -> None:
    walk.write("事業者の名前", "見本食品")
    walk.press("この名前で探す")
    walk.press("見本食品株式会社を見る")


def test_search_shows_public_facts_of_each_hit(walk: Walk, api: FakeClient) -> None:
    assert walk.title == "事業者を探す"
    walk.write("事業者の名前", " 見本食品 ")
    walk.press("この名前で探す")
    assert ("search", "見本食品") in api.calls
    assert "1件見つかりました。" in walk.text
    assert "鳥取県鳥取市" in walk.text
    assert "8000020130001" in walk.text


def test_search_without_a_name_asks_nothing_of_the_api(walk: Walk, api: FakeClient) -> None:
    walk.press("この名前で探す")
    assert api.calls == []
    assert walk.field("事業者の名前").error_messages == ["事業者の名前を入れてください。"]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("見" * 300, "名前は150文字までで入れてください。いまは300文字あります。"),
        ("見本\0商店", "名前に、使えない文字が入っています。消して入れ直してください。"),
        (" ", "事業者の名前を入れてください。"),
    ],
)
def test_name_that_cannot_be_looked_for_is_told_in_plain_words_and_clears_the_former_result(
    walk: Walk, api: FakeClient, name: str, told: str
) -> None:
    walk.write("事業者の名前", "どこにもない")
    walk.press("この名前で探す")
    assert "見つかりませんでした。" in walk.text
    walk.write("事業者の名前", name)
    walk.press("この名前で探す")
    assert walk.field("事業者の名前").error_messages == [told]
    assert "見つかりませんでした。" not in walk.text
    assert [call for call in api.calls if call[0] == "search"] == [("search", "どこにもない")]


def test_longest_name_is_looked_for(walk: Walk, api: FakeClient) -> None:
    walk.write("事業者の名前", "見" * 150)
    walk.press("この名前で探す")
    assert ("search", "見" * 150) in api.calls


def test_search_that_the_api_refuses_leaves_no_former_result(walk: Walk, api: FakeClient) -> None:
    walk.write("事業者の名前", "見本")
    walk.press("この名前で探す")
    assert "1件見つかりました。" in walk.text
    api.refuse_with = BadInput("検索する名前がありません。")
    walk.write("事業者の名前", "・")
    walk.press("この名前で探す")
    assert "検索する名前がありません。" in walk.text
    assert "1件見つかりました。" not in walk.text
    assert walk.field("事業者の名前").v_model == "・"


def test_hint_says_what_one_character_does(walk: Walk, api: FakeClient) -> None:
    assert "1文字だけのときは、その文字で始まる名前を探します。" in walk.text
    walk.write("事業者の名前", "見")
    walk.press("この名前で探す")
    assert ("search", "見") in api.calls


def test_period_of_a_request_ends_with_its_last_day(api: FakeClient) -> None:
    api.current = pending(valid_until=datetime(2027, 3, 31, 15, 0, tzinfo=UTC))
    with Walk(supporter.portal(SupporterFlow.begin(api, DAY))) as walk:
        walk.press("お願いの状況")
        walk.press("見本食品株式会社へのお願いを見る")
        assert "2027年3月31日まで" in walk.text
        assert "4月1日" not in walk.text


def test_search_that_finds_nothing_says_so(walk: Walk) -> None:
    walk.write("事業者の名前", "どこにもない")
    walk.press("この名前で探す")
    assert "見つかりませんでした。" in walk.text
    assert not [label for label in walk.buttons if label.endswith("を見る")]


def test_search_that_finds_more_than_fits_says_how_to_narrow_it(
    walk: Walk, api: FakeClient
) -> None:
    api.search = lambda name, limit: FakeClient.search(api, name) * limit  # type: ignore[method-assign]
    walk.write("事業者の名前", "見本")
    walk.press("この名前で探す")
    assert "はじめの20件です。名前を長くすると、しぼれます。" in walk.text


def test_business_page_shows_what_is_open_and_offers_no_reading_while_nothing_is(
    walk: Walk, api: FakeClient
) -> None:
    find_business(walk)
    assert walk.title == "見本食品株式会社"
    assert ("public_facts", BUSINESS) in api.calls
    assert "ものづくり補助金" in walk.text  # public
    assert "まだ、開示されている情報はありません。" in walk.text
    assert "開示された情報を読む" not in walk.buttons


def test_request_goes_out_only_after_it_was_confirmed(walk: Walk, api: FakeClient) -> None:
    find_business(walk)
    walk.press("開示をお願いする")
    assert walk.title == "開示をお願いする"
    assert walk.checkboxes == list(CLASSES.values())
    walk.check("財務情報")
    walk.check("事業計画")
    walk.check("事業計画", checked=False)
    walk.check("事業計画")
    walk.write("何のために必要か", " 資金繰りの相談のため ")
    walk.pick("見られる期間", 1)
    walk.press("内容を確かめる")
    assert walk.title == "この内容でお願いしますか"
    assert "財務情報、事業計画" in walk.text
    assert "2026年12月23日まで" in walk.text
    assert not [call for call in api.calls if call[0] == "request_disclosure"]
    walk.press("この内容でお願いする")
    assert walk.title == "開示をお願いしました"
    assert api.calls[-1] == (
        "request_disclosure",
        BUSINESS,
        6,
        "資金繰りの相談のため",
        [6, 7],
        datetime(2026, 12, 23, 23, 59, 59, tzinfo=JAPAN),
    )


def test_request_lacking_something_is_not_confirmed(walk: Walk, api: FakeClient) -> None:
    find_business(walk)
    walk.press("開示をお願いする")
    walk.write("何のために必要か", "相談")
    walk.press("内容を確かめる")
    assert walk.title == "開示をお願いする"
    assert "お願いする情報を、1つ以上選んでください。" in walk.text
    assert not [call for call in api.calls if call[0] == "request_disclosure"]


def test_words_with_characters_that_cannot_be_sent_are_not_confirmed(walk: Walk) -> None:
    find_business(walk)
    walk.press("開示をお願いする")
    walk.check("財務情報")
    walk.write("何のために必要か", "相談\0")
    walk.press("内容を確かめる")
    assert walk.title == "開示をお願いする"
    assert "使えない文字が入っています。" in walk.text


def test_draft_survives_going_back_from_the_confirmation(walk: Walk) -> None:
    find_business(walk)
    walk.press("開示をお願いする")
    walk.check("財務情報")
    walk.write("何のために必要か", "相談")
    walk.press("内容を確かめる")
    walk.press("書き直す")
    box = walk.rc.find(v.Checkbox, label="財務情報").widget
    assert box.v_model is True
    assert walk.field("何のために必要か").v_model == "相談"


def test_refusal_of_the_api_is_shown_on_the_screen_where_it_happened(
    walk: Walk, api: FakeClient
) -> None:
    find_business(walk)
    walk.press("開示をお願いする")
    walk.check("財務情報")
    walk.write("何のために必要か", "相談")
    walk.press("内容を確かめる")
    api.refuse_with = BadInput("お願いできません。", "ポリシーの外です。", "選び直してください。")
    walk.press("この内容でお願いする")
    assert walk.title == "この内容でお願いしますか"
    for words in ("お願いできません。", "ポリシーの外です。", "選び直してください。"):
        assert words in walk.text
    walk.press("書き直す")
    assert "お願いできません。" not in walk.text


def test_reading_shows_exactly_what_was_approved(api: FakeClient) -> None:
    api.current = pending(state="partly_approved", approved_classes=[6])
    with Walk(supporter.portal(SupporterFlow.begin(api, DAY))) as walk:
        find_business(walk)
        assert "財務情報" in walk.text
        walk.press("開示された情報を読む")
        assert api.calls[-1] == ("reveal", BUSINESS, 6)
        assert walk.title == "開示された情報"
        assert "120,000,000円" in walk.text
        assert "2022年度 事業再構築補助金の申請" in walk.text
        assert "計画の概要" not in walk.text
        assert "ミホンショクヒン" not in walk.text  # public anyway: not what was approved


def test_after_a_revocation_the_next_reading_is_refused(api: FakeClient) -> None:
    api.current = pending(state="approved", approved_classes=[6, 7])
    with Walk(supporter.portal(SupporterFlow.begin(api, DAY))) as walk:
        walk.press("お願いの状況")
        walk.press("見本食品株式会社へのお願いを見る")
        walk.press("承認された情報を読む")
        assert "&lt;b&gt;新しい&lt;/b&gt;工場" in walk.text  # a value is text, never markup
        walk.press("お願いの状況へ")
        walk.press("見本食品株式会社へのお願いを見る")
        api.revoke(REQUEST)
        walk.press("承認された情報を読む")
        assert walk.title == "見本食品株式会社へのお願い"
        assert "情報を表示できません。" in walk.text
        assert "120,000,000円" not in walk.text


def test_pending_request_can_be_withdrawn_and_then_no_more(api: FakeClient) -> None:
    api.current = pending()
    with Walk(supporter.portal(SupporterFlow.begin(api, DAY))) as walk:
        walk.press("お願いの状況")
        walk.press("見本食品株式会社へのお願いを見る")
        assert "承認された情報を読む" not in walk.buttons
        walk.press("お願いを取り下げる")
        assert ("withdraw", REQUEST) in api.calls
        assert "取り下げました" in walk.text
        assert "お願いを取り下げる" not in walk.buttons


def test_session_that_ended_leads_back_to_the_start(walk: Walk, api: FakeClient) -> None:
    api.refuse_with = NotSignedIn("サインインが終わりました。")
    walk.press("お願いの状況")
    assert walk.title == "サインインの時間が終わりました"
    assert 'href="/"' in walk.text


def test_classes_outside_the_ceiling_of_the_purpose_are_dropped_before_sending(
    api: FakeClient,
) -> None:
    from dataclasses import replace

    flow = SupporterFlow.begin(api, DAY)
    draft = replace(flow.draft, data_classes=frozenset({6, 9}), words="相談")
    assert flow.confirm(draft).draft.data_classes == {6}


def test_fault_of_our_own_is_told_and_not_thrown(walk: Walk, api: FakeClient) -> None:
    api.refuse_with = RuntimeError("a fault")
    walk.press("お願いの状況")
    assert "こちら側の不具合です。" in walk.text
    assert "a fault" not in walk.text
