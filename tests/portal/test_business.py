"""The business's screens, walked through by their widgets."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import ipyvuetify as v
import msgspec
import pytest

from mirasapo.errors import Conflict, NotAllowed
from mirasapo.portal import business
from mirasapo.portal.business_flow import BusinessFlow
from mirasapo.portal.words import JAPAN
from tests.portal.fake_client import (
    BUSINESS,
    DAY,
    FILING,
    REQUEST,
    FakeClient,
    consent,
    pending,
    value,
)
from tests.portal.walk import Walk

MARCH = datetime(2027, 3, 31, 14, 59, 59, tzinfo=UTC)


@pytest.fixture
def api() -> FakeClient:
    api = FakeClient("business")
    api.current = pending(valid_until=MARCH)
    return api


@pytest.fixture
def walk(api: FakeClient):
    with Walk(business.portal(BusinessFlow.begin(api, DAY))) as walk:
        yield walk


def open_request(walk: Walk) -> None:
    walk.press("お願いに答える")
    walk.press("見本商工会議所のお願いを見る")


def test_start_shows_own_facts_and_what_waits(walk: Walk, api: FakeClient) -> None:
    assert walk.title == "見本食品株式会社の情報"
    assert ("reveal", BUSINESS, 3) in api.calls
    assert "開示のお願いが1件届いています。" in walk.text
    assert "開示のお願い(1件)" in walk.buttons
    assert "財務情報(4項目)" in walk.text
    assert "120,000,000円" in walk.text


def test_start_without_anything_held_still_shows_what_waits(api: FakeClient) -> None:
    plain = api.reveal

    def refusing(*given: object) -> object:
        if api.role == "business":
            raise NotAllowed("預かっている情報がありません。")
        return plain(*given)

    api.reveal = refusing  # type: ignore[method-assign]
    with Walk(business.portal(BusinessFlow.begin(api, DAY))) as walk:
        assert "預かっている情報がありません。" in walk.text
        assert "開示のお願いが1件届いています。" in walk.text


def test_request_previews_what_an_approval_would_open(walk: Walk) -> None:
    open_request(walk)
    assert walk.title == "見本商工会議所のお願い"
    assert "資金繰りの相談のため" in walk.text
    assert "商工会議所)" in walk.text  # the kind by its name
    assert walk.checkboxes == ["財務情報 を承認する", "事業計画 を承認する"]
    assert "承認すると見える情報(2項目)" in walk.text
    assert "売上高" in walk.text
    assert "顧問の氏名" not in walk.text  # of a third party: an approval does not open it
    assert "以前の売上高" not in walk.text  # filed under terms without secondary use: nor that


def test_preview_keeps_to_the_programmes_and_years_asked_for(api: FakeClient) -> None:
    api.current = pending(programmes=["05"], fiscal_years=[2023])
    flow = BusinessFlow.begin(api, DAY).open_request(REQUEST)
    assert [value.label_ja for value in flow.preview(7)] == ["計画の概要"]
    assert flow.preview(6) == []


def test_preview_tells_also_what_may_open_of_filings_that_are_not_named(api: FakeClient) -> None:
    api.current = pending(programmes=["05"], fiscal_years=[2023])
    unnamed = value(programme=None, fiscal_year=None, filing_id=None, version_no=None, basis=None)
    flow = BusinessFlow.begin(api, DAY).open_request(REQUEST)
    assert flow.own is not None
    own = msgspec.structs.replace(flow.own, values=[unnamed])
    assert replace(flow, own=own).preview(6) == [unnamed]


def test_answer_is_given_only_after_it_was_confirmed(walk: Walk, api: FakeClient) -> None:
    open_request(walk)
    walk.check("財務情報 を承認する")
    walk.pick("見せる期間", 1)
    walk.press("回答を確かめる")
    assert walk.title == "この内容で回答しますか"
    assert "2026年12月23日まで" in walk.text
    assert not [call for call in api.calls if call[0] == "answer"]
    walk.press("この内容で回答する")
    until = datetime(2026, 12, 23, 23, 59, 59, tzinfo=JAPAN)
    assert api.calls[-1] == ("answer", REQUEST, [6], until)
    assert walk.title == "回答しました"
    assert "承認した情報:財務情報" in walk.text


def test_periods_longer_than_asked_for_are_not_offered(api: FakeClient) -> None:
    flow = BusinessFlow.begin(api, DAY).open_request(REQUEST)
    assert flow.periods == {1: "1か月", 3: "3か月"}


def test_period_given_as_a_date_shows_that_date_everywhere(api: FakeClient) -> None:
    api.current = pending(valid_until=datetime(2027, 3, 31, 15, 0, tzinfo=UTC))
    with Walk(business.portal(BusinessFlow.begin(api, DAY))) as walk:
        open_request(walk)
        assert "2027年3月31日まで" in walk.text
        walk.check("財務情報 を承認する")
        walk.press("回答を確かめる")
        assert "2027年3月31日まで" in walk.text
        walk.press("この内容で回答する")
        walk.press("承認したものを見る")
        assert "2027年3月31日まで" in walk.text
        assert "4月1日" not in walk.text


def test_period_that_ends_on_the_day_asked_for_is_not_offered_as_shorter(api: FakeClient) -> None:
    api.current = pending(valid_until=datetime(2026, 12, 23, 15, 0, tzinfo=UTC))
    assert BusinessFlow.begin(api, DAY).open_request(REQUEST).periods == {}


def test_without_a_shorter_period_the_answer_leaves_it_as_asked(
    walk: Walk, api: FakeClient
) -> None:
    open_request(walk)
    walk.check("財務情報 を承認する")
    walk.press("回答を確かめる")
    assert "2027年3月31日まで" in walk.text
    walk.press("この内容で回答する")
    assert api.calls[-1] == ("answer", REQUEST, [6], None)


def test_choosing_nothing_refuses_and_says_so_first(walk: Walk, api: FakeClient) -> None:
    open_request(walk)
    walk.press("回答を確かめる")
    assert "なし(すべて断る)" in walk.text
    walk.press("この内容で回答する")
    assert api.calls[-1] == ("answer", REQUEST, [], None)
    assert "どの情報も開示されません。" in walk.text


def test_choice_survives_going_back(walk: Walk) -> None:
    open_request(walk)
    walk.check("事業計画 を承認する")
    walk.press("回答を確かめる")
    walk.press("選び直す")
    boxes = walk.rc.find(v.Checkbox).widgets
    assert [box.v_model for box in boxes] == [False, True]


def test_approval_is_revoked_after_a_second_question(walk: Walk, api: FakeClient) -> None:
    api.answer(REQUEST, [6])
    walk.press("承認したもの")
    assert "見本商工会議所" in walk.text
    assert "財務情報" in walk.text
    walk.press("見本商工会議所への承認を取り消す")
    assert walk.title == "承認を取り消しますか"
    assert ("revoke", REQUEST) not in api.calls
    walk.press("承認を取り消す")
    assert api.calls[-1] == ("revoke", REQUEST)
    assert walk.title == "承認を取り消しました"
    walk.press("承認したものへ戻る")
    assert "いま、情報を見せている相手はいません。" in walk.text


def test_answering_twice_shows_the_refusal_of_the_api(walk: Walk, api: FakeClient) -> None:
    open_request(walk)
    walk.press("回答を確かめる")
    api.refuse_with = Conflict("もう回答されています。", "別の画面で回答しました。")
    walk.press("この内容で回答する")
    assert walk.title == "この内容で回答しますか"
    assert "もう回答されています。" in walk.text


def test_records_show_who_looked_also_in_vain(walk: Walk) -> None:
    walk.press("閲覧の記録")
    assert walk.title == "閲覧の記録"
    assert "見本商工会議所 見本 担当" in walk.text
    assert "売上高、人件費" in walk.text
    assert "2026年11月23日 12時00分" in walk.text  # 03:00 UTC
    assert "見られませんでした" in walk.text
    assert "事業者が承認していません。" in walk.text


def test_own_views_are_recorded_as_ones_own(walk: Walk, api: FakeClient) -> None:
    (mine, *_) = api.ledger()
    own = msgspec.structs.replace(mine, basis="own")
    api.ledger = lambda **_: [own]  # type: ignore[method-assign]
    walk.press("閲覧の記録")
    assert "ご自身" in walk.text
    assert "見本商工会議所" not in walk.text


def test_an_erasure_is_told_as_one(walk: Walk, api: FakeClient) -> None:
    (mine, *_) = api.ledger()
    erased = msgspec.structs.replace(mine, basis="law:架空法第1条", purpose=0, allowed=True)
    api.ledger = lambda **_: [erased]  # type: ignore[method-assign]
    walk.press("閲覧の記録")
    assert "消去しました (架空法第1条)" in walk.text
    assert "売上高、人件費" in walk.text
    assert "見ました" not in walk.text


def test_past_requests_stand_below_the_waiting_ones(walk: Walk, api: FakeClient) -> None:
    api.moved(state="refused", approved_classes=[])
    walk.press("開示のお願い(1件)")
    assert "答えを待っているお願いは、ありません。" in walk.text
    assert "承認されませんでした" in walk.text


# ── consent to secondary use ──────────────────────────────────────────────────────────────────


def test_consents_say_what_was_consented_to_and_how(walk: Walk) -> None:
    walk.press("同意")
    assert walk.title == "同意"
    assert walk.unfolding == [("2022年度(1件中1件に同意)", True)]
    for words in (
        "事業再構築補助金",
        "同意しています",
        "みなし同意",
        "2026年11月23日",
        "policy-2025-02-14",
    ):
        assert words in walk.text


def test_consent_is_withdrawn_only_after_it_was_said_what_happens(
    walk: Walk, api: FakeClient
) -> None:
    walk.press("同意")
    walk.press("2022年度 事業再構築補助金の同意を撤回する")
    assert walk.title == "同意を撤回しますか"
    assert "2022年度 事業再構築補助金" in walk.text
    for words in ("次に作る分析用データから除かれます。", "影響しません。", "元に戻せません。"):
        assert words in walk.text
    assert ("withdraw_consent", FILING) not in api.calls
    walk.press("同意を撤回する")
    assert api.calls[-1] == ("withdraw_consent", FILING)
    assert walk.title == "同意を撤回しました"
    assert "2022年度 事業再構築補助金 は" in walk.text
    walk.press("同意の一覧へ戻る")
    assert "撤回しました" in walk.text
    assert not [label for label in walk.buttons if label == "撤回する"]


def test_consent_that_is_kept_stays(walk: Walk, api: FakeClient) -> None:
    walk.press("同意")
    walk.press("2022年度 事業再構築補助金の同意を撤回する")
    walk.press("撤回しない")
    assert walk.title == "同意"
    assert "同意しています" in walk.text
    assert not [call for call in api.calls if call[0] == "withdraw_consent"]


def test_consents_stand_by_year_and_only_the_newest_year_is_unfolded(api: FakeClient) -> None:
    api.given = [
        consent(filing_id=UUID(int=number), fiscal_year=2010 + number % 15, programme="04")
        for number in range(60)
    ]
    with Walk(business.portal(BusinessFlow.begin(api, DAY))) as walk:
        walk.press("同意")
        assert len(walk.unfolding) == 15
        assert walk.unfolding[:2] == [
            ("2024年度(4件中4件に同意)", True),
            ("2023年度(4件中4件に同意)", False),
        ]
        walk.press("2024年度 事業再構築補助金(2件目)の同意を撤回する")
        assert "2024年度 事業再構築補助金(2件目)" in walk.text


def test_refused_and_unnamed_consents_are_listed_without_a_button(api: FakeClient) -> None:
    api.given = [
        consent(answer="refused", basis="individual"),
        consent(filing_id=UUID(int=1), programme=None, fiscal_year=None, answer="withdrawn"),
    ]
    with Walk(business.portal(BusinessFlow.begin(api, DAY))) as walk:
        walk.press("同意")
        assert [summary for summary, _ in walk.unfolding] == [
            "2022年度(1件中0件に同意)",
            "年度が分からない申請(1件中0件に同意)",
        ]
        assert "個別同意" in walk.text
        assert "同意していません" in walk.text
        assert "撤回する" not in walk.buttons


def test_business_without_filings_is_told_that_there_is_no_consent(api: FakeClient) -> None:
    api.given = []
    with Walk(business.portal(BusinessFlow.begin(api, DAY))) as walk:
        walk.press("同意")
        assert "同意の記録がある申請は、まだありません。" in walk.text


def test_consent_withdrawn_elsewhere_shows_the_refusal_of_the_api(
    walk: Walk, api: FakeClient
) -> None:
    walk.press("同意")
    walk.press("2022年度 事業再構築補助金の同意を撤回する")
    api.refuse_with = Conflict("二次利用の同意を変更できません。")
    walk.press("同意を撤回する")
    assert walk.title == "同意を撤回しますか"
    assert "二次利用の同意を変更できません。" in walk.text
