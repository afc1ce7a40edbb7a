"""The two flows as their people walk them, at a desk (1280 px) and on a phone (390 px)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.conftest import Town
    from tests.browser.visit import Visit

    Window = Callable[[int], Visit]

pytestmark = pytest.mark.browser

WORDS = "資金繰りの相談にのるため、売上と費用を確かめたいです。"


def find_business(supporter: Visit, town: Town) -> None:
    supporter.write("事業者の名前", town.business)
    supporter.page.keyboard.press("Enter")
    supporter.press(f"{town.business}を見る")
    supporter.screen(town.business)


def ask(supporter: Visit, town: Town) -> None:
    find_business(supporter, town)
    supporter.press("開示をお願いする")
    supporter.screen("開示をお願いする")
    supporter.check("財務情報")
    supporter.check("事業計画")
    supporter.write("何のために必要か", WORDS)
    supporter.press("内容を確かめる")
    supporter.screen("この内容でお願いしますか")
    supporter.press("この内容でお願いする")
    supporter.screen("開示をお願いしました")


def approve_one_class(business: Visit, institution: str) -> None:
    business.press("お願いに答える")
    business.screen("開示のお願い")
    business.press(f"{institution}のお願いを見る")
    business.screen(f"{institution}のお願い")
    assert WORDS in business.text
    business.check("財務情報 を承認する")
    business.press("回答を確かめる")
    business.screen("この内容で回答しますか")
    business.press("この内容で回答する")
    business.screen("回答しました")


def read_approved(supporter: Visit, town: Town) -> None:
    supporter.press("お願いの状況を見る")
    supporter.screen("お願いの状況")
    supporter.press(f"{town.business}へのお願いを見る")
    supporter.screen(f"{town.business}へのお願い")
    assert "一部が承認されています" in supporter.text
    supporter.press("承認された情報を読む")
    supporter.screen("開示された情報")


def revoke(business: Visit, institution: str) -> None:
    business.press("承認したもの")
    business.screen("承認したもの")
    business.press(f"{institution}への承認を取り消す")
    business.screen("承認を取り消しますか")
    business.press("承認を取り消す")
    business.screen("承認を取り消しました")


@pytest.mark.parametrize("width", [1280, 390])
def test_ask_answer_read_revoke(visit: Window, town: Town, width: int) -> None:
    account = town.accounts["supporters"][0 if width == 1280 else 1]
    institution = account["institution"]
    supporter: Visit = visit(width)
    supporter.sign_in_own(account["name"], account["password"])
    supporter.screen("事業者を探す", first=True)
    ask(supporter, town)

    business: Visit = visit(width)
    business.sign_in_business(town.business)
    business.screen(f"{town.business}の情報", first=True)
    assert "開示のお願いが1件届いています。" in business.text
    assert "corporation" not in business.text  # codes are told in words
    approve_one_class(business, institution)

    read_approved(supporter, town)
    shown = supporter.page.get_by_role("heading", level=2).all_inner_texts()
    assert shown == ["財務情報"]
    (newest,) = supporter.page.locator("h5:visible").all_inner_texts()
    assert newest.startswith("決算年月日 ")
    older = supporter.page.locator("summary", has_text="決算年月日").all_text_contents()
    assert all(each < newest for each in older)  # years of four digits
    assert supporter.page.locator("details[open]").count() == 0
    assert "円" in supporter.text

    revoke(business, institution)
    supporter.press("お願いの状況へ")
    supporter.screen("お願いの状況")
    assert "承認が取り消されました" in supporter.text
    supporter.press("事業者を探す")
    supporter.screen("事業者を探す")
    find_business(supporter, town)
    assert "まだ、開示されている情報はありません。" in supporter.text

    business.press("閲覧の記録を見る")
    business.screen("閲覧の記録")
    assert institution in business.text
    assert "見ました" in business.text


@pytest.mark.parametrize("width", [1280, 390])
def test_consent_is_withdrawn(visit: Window, town: Town, width: int) -> None:
    business: Visit = visit(width)
    business.sign_in_business(town.business)
    business.screen(f"{town.business}の情報", first=True)
    business.press("同意")
    business.screen("同意")
    while (folded := business.page.locator("details:not([open]) > summary")).count():
        folded.first.click()
    business.fits()
    button = business.page.get_by_role("button", name="の同意を撤回する").first
    name = (button.get_attribute("aria-label") or "").removesuffix("の同意を撤回する")
    button.click()
    business.screen("同意を撤回しますか")
    assert name in business.text
    business.press("同意を撤回する")
    business.screen("同意を撤回しました")
    business.press("同意の一覧へ戻る")
    business.screen("同意")
    assert business.page.get_by_role("button", name=f"{name}の同意を撤回する").count() == 0


def test_officer_comes_from_the_front_page_to_what_there_is_for_officers(
    visit: Window, town: Town
) -> None:
    officer: Visit = visit(390)
    account = town.accounts["officer"]
    officer.sign_in_own(account["name"], account["password"])
    officer.screen("サインインしました", first=True)
    assert "行政の方ができること" in officer.text


def test_name_that_is_too_long_is_told_beside_the_field(visit: Window, town: Town) -> None:
    account = town.accounts["supporters"][0]
    supporter: Visit = visit(390)
    supporter.sign_in_own(account["name"], account["password"])
    supporter.screen("事業者を探す", first=True)
    supporter.write("事業者の名前", "どこにもない")
    supporter.press("この名前で探す")
    none = supporter.page.get_by_role("heading", name="見つかりませんでした。")
    none.wait_for()
    supporter.write("事業者の名前", "見" * 300)
    supporter.press("この名前で探す")
    supporter.page.get_by_text("名前は150文字までで入れてください。").wait_for()
    none.wait_for(state="detached")
    supporter.fits()


def test_missing_input_takes_the_focus_and_is_told(visit: Window, town: Town) -> None:
    account = town.accounts["supporters"][0]
    supporter: Visit = visit(390)
    supporter.sign_in_own(account["name"], account["password"])
    supporter.screen("事業者を探す", first=True)
    find_business(supporter, town)
    supporter.press("開示をお願いする")
    supporter.screen("開示をお願いする")
    supporter.press("内容を確かめる")
    told = supporter.page.get_by_role("alert").filter(has_text="入力を確かめてください。")
    told.wait_for()
    supporter.page.wait_for_function(
        "document.activeElement.textContent.includes('入力を確かめてください')"
    )
    supporter.fits()


def test_keyboard_alone_reaches_a_checkbox_and_shows_where_it_is(visit: Window, town: Town) -> None:
    account = town.accounts["supporters"][0]
    supporter: Visit = visit(1280)
    supporter.sign_in_own(account["name"], account["password"])
    supporter.screen("事業者を探す", first=True)
    find_business(supporter, town)
    supporter.press("開示をお願いする")
    supporter.screen("開示をお願いする")
    box = supporter.page.get_by_role("checkbox", name="財務情報", exact=True)
    for _ in range(40):
        supporter.page.keyboard.press("Tab")
        if box.evaluate("box => box === document.activeElement"):
            break
    ring = box.evaluate(
        "box => getComputedStyle(box.closest('.v-selection-control__wrapper')).outline"
    )
    assert "solid 4px" in ring
    supporter.page.keyboard.press("Space")
    assert box.is_checked()


def test_signing_out_elsewhere_ends_the_open_page(visit: Window, town: Town) -> None:
    account = town.accounts["supporters"][0]
    supporter: Visit = visit(1280)
    supporter.sign_in_own(account["name"], account["password"])
    supporter.screen("事業者を探す", first=True)
    other = supporter.context.new_page()
    other.goto(f"{town.base_url}/logout")
    before = len(supporter.asked)
    other.get_by_role("button", name="サインアウトする").click()
    other.get_by_role("heading", level=1, name="サインアウトしました").wait_for()
    told = supporter.page.get_by_role("status").filter(has_text="時間が切れました。")
    told.wait_for()  # and what was on the screen is gone with the page
    supporter.screen("申請の情報を、支援に活かす", first=True)
    # its kernel is gone: neither JupyterLab nor Voila may have gone on asking for it
    assert [url for url in supporter.asked[before:] if "/voila/" in url and "/api/" in url] == []


@pytest.mark.parametrize("width", [1280, 390])
def test_pages_without_script_fit_and_ask_nobody_else(
    visit: Window, town: Town, width: int
) -> None:
    nobody: Visit = visit(width)
    for path, title in (("/", "申請の情報を、支援に活かす"), ("/login", "サインイン")):
        nobody.page.goto(town.base_url + path)
        nobody.screen(title, first=True)


def test_other_side_is_closed_to_a_supporter(visit: Window, town: Town) -> None:
    account = town.accounts["supporters"][0]
    supporter: Visit = visit(1280)
    supporter.sign_in_own(account["name"], account["password"])
    supporter.screen("事業者を探す", first=True)
    answer = supporter.page.goto(f"{town.base_url}/portal/business")
    assert answer is not None
    assert answer.status == 403
    supporter.screen("この画面は、事業者の方だけが開けます", first=True)
    supporter.errors.clear()  # Chromium writes every 403 to the console
