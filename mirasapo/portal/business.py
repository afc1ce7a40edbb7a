"""The business's screens: views of a `BusinessFlow`, one function each."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

import reacton
import reacton.ipyvuetify as v

from mirasapo.portal import business_consents, parts
from mirasapo.portal.parts import act
from mirasapo.portal.words import (
    STATES,
    blocks_by_class,
    day_ja,
    moment_ja,
    until_ja,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from mirasapo.client import DisclosureRequest, LedgerEntry
    from mirasapo.portal.business_flow import BusinessFlow
    from mirasapo.portal.parts import Element
    from mirasapo.portal.words import Block

    Go = Callable[[BusinessFlow], None]

STEPS = ("選ぶ", "確かめる", "回答した")
AS_ASKED = 0  # the radio button for 'as long as asked'
BY_LAW = "law:"  # how the basis of an erasure begins
OWN = "own"  # the basis of a record of one's own view
SHOWN_ITEMS = 8  # of a record, before the rest is only counted


@reacton.component
def portal(begin: BusinessFlow) -> Element:
    """One business's page, from `begin` on."""
    flow, go = reacton.use_state(begin)
    shown = SCREENS[flow.screen](flow, go)
    return parts.page([_menu(flow, go), parts.refused(flow.refusal), shown], flow.screen)


def _menu(flow: BusinessFlow, go: Go) -> Element:
    at = flow.screen
    waiting = f"({len(flow.waiting)}件)" if flow.waiting else ""
    return v.Html(
        tag="nav",
        class_="menu",
        attributes={"aria-label": "事業者のメニュー"},
        children=[
            act("自分の情報", lambda: go(flow.open_own()), "text", current=at == "own"),
            act(
                f"開示のお願い{waiting}",
                lambda: go(flow.open_requests()),
                "text",
                current=at in ("requests", "request", "confirm", "answered"),
            ),
            act(
                "承認したもの",
                lambda: go(flow.open_approvals()),
                "text",
                current=at in ("approvals", "revoke", "revoked"),
            ),
            act(
                "同意",
                lambda: go(flow.open_consents()),
                "text",
                current=at in ("consents", "withdraw", "withdrawn"),
            ),
            act("閲覧の記録", lambda: go(flow.open_records()), "text", current=at == "records"),
        ],
    )


def _own(flow: BusinessFlow, go: Go) -> Element:
    business = flow.me.business
    name = flow.names.business(business) if business else flow.me.display_name
    children = [parts.title(f"{name}の情報", "own")]
    if flow.waiting:
        children += [
            parts.notice(
                "warning",
                f"開示のお願いが{len(flow.waiting)}件届いています。",
                "答えるまで、情報は開示されません。",
            ),
            act("お願いに答える", lambda: go(flow.open_requests())),
        ]
    children += [
        parts.heading("預かっている情報"),
        parts.paragraph("申請のときに書いた情報です。あなたが承認した相手だけが見られます。"),
    ]
    blocks = blocks_by_class(flow.own.values, flow.names) if flow.own else {}
    children += [
        parts.prose(
            parts.folded(
                f"{flow.names.data_classes[number]}({_count(found)}項目)",
                parts.block_html(found),
            )
        )
        for number, found in blocks.items()
    ]
    if not blocks:
        children.append(parts.paragraph("預かっている情報は、まだありません。"))
    return parts.box(children)


def _count(blocks: list[Block]) -> int:
    return sum(block.count for block in blocks)


def _requests(flow: BusinessFlow, go: Go) -> Element:
    children = [parts.title("開示のお願い", "requests")]
    if flow.waiting:
        rows = [_request_row(flow, request, go) for request in flow.waiting]
        children += [
            parts.paragraph("支援者が、あなたの情報を見せてほしいとお願いしています。"),
            parts.box(rows, "rows", "ul"),
        ]
    else:
        children.append(parts.paragraph("答えを待っているお願いは、ありません。"))
    if flow.past:
        past = "".join(
            f'<li><div><p class="row-title">{escape(request.institution.name)}</p>'
            f"<p>{parts.tag(*STATES[request.state])}</p>"
            f'<p class="quiet">{day_ja(request.requested_at)}のお願い</p></div></li>'
            for request in flow.past
        )
        children += [parts.heading("終わったお願い"), parts.prose(f'<ul class="rows">{past}</ul>')]
    return parts.box(children)


def _request_row(flow: BusinessFlow, request: DisclosureRequest, go: Go) -> Element:
    asked = "、".join(flow.names.classes(request.data_classes))
    text = (
        f'<p class="row-title">{escape(request.institution.name)}</p>'
        f"<p>{escape(asked)}</p>"
        f'<p class="quiet">{day_ja(request.requested_at)}に届きました</p>'
    )
    label = f"{request.institution.name}のお願いを見る"
    return parts.box(
        [
            parts.prose(text),
            act(label, lambda: go(flow.open_request(request.request_id))),
        ],
        tag="li",
    )


def _who_and_why(flow: BusinessFlow, request: DisclosureRequest) -> list[tuple[str, str]]:
    kind = request.institution.kind
    person = f"{request.institution.name} {request.requested_by_name}さん"
    return [
        ("お願いした人", f"{person}({flow.names.kinds.get(kind, kind)})"),
        ("利用の目的", flow.names.purposes[request.purpose]),
        ("何のために必要か", request.purpose_text),
        ("希望する期間", until_ja(request.valid_until)),
    ]


@reacton.component
def _answering(flow: BusinessFlow, go: Go) -> Element:
    """Choose which of the classes asked for to approve, each with what it would open."""
    answer, set_answer = reacton.use_state(flow.answer)
    request = flow.request
    if request is None:
        return _requests(flow, go)

    def choose(number: int, chosen: bool) -> None:
        classes = answer.data_classes | {number} if chosen else answer.data_classes - {number}
        set_answer(replace(answer, data_classes=classes))

    def choice(number: int) -> Element:
        blocks = blocks_by_class(flow.preview(number), flow.names).get(number, [])
        found = f"承認すると見える情報({_count(blocks)}項目)"
        empty = "<p>いま預かっている情報は、ありません。あとで預かると見えるようになります。</p>"
        return parts.box(
            [
                parts.check(
                    f"{flow.names.data_classes[number]} を承認する",
                    number in answer.data_classes,
                    lambda chosen: choose(number, chosen),
                ),
                parts.prose(parts.folded(found, parts.block_html(blocks) or empty)),
            ]
        )

    periods = {AS_ASKED: f"お願いどおり({until_ja(request.valid_until)})"} | {
        months: f"{name}だけ" for months, name in flow.periods.items()
    }
    return parts.box(
        [
            parts.title(f"{request.institution.name}のお願い", f"request {request.request_id}"),
            parts.steps(STEPS, 0),
            parts.prose(parts.facts(_who_and_why(flow, request))),
            parts.group(
                "承認する情報を選んでください",
                "選ばなかった情報は、開示されません。あとから取り消すこともできます。",
                [choice(number) for number in sorted(request.data_classes)],
            ),
            parts.group(
                "見せる期間",
                "",
                [
                    parts.pick(
                        periods,
                        answer.months or AS_ASKED,
                        lambda months: set_answer(replace(answer, months=months or None)),
                        "見せる期間",
                    )
                ],
            ),
            parts.actions(
                act("回答を確かめる", lambda: go(flow.confirm(answer))),
                act("お願いの一覧へ戻る", lambda: go(flow.open_requests()), "text"),
            ),
        ]
    )


def _confirm(flow: BusinessFlow, go: Go) -> Element:
    request = flow.request
    if request is None:
        return _requests(flow, go)
    chosen = flow.answer.data_classes
    left = set(request.data_classes) - chosen
    until = flow.until()
    rows = [
        ("回答する相手", request.institution.name),
        ("承認する情報", "、".join(flow.names.classes(chosen)) or "なし(すべて断る)"),
        ("承認しない情報", "、".join(flow.names.classes(left)) or "なし"),
    ]
    if chosen:
        rows.append(("見せる期間", until_ja(until or request.valid_until)))
    return parts.box(
        [
            parts.title("この内容で回答しますか", "confirm"),
            parts.steps(STEPS, 1),
            parts.prose(parts.facts(rows)),
            parts.paragraph("承認は、あとからいつでも取り消せます。断った回答は変えられません。"),
            parts.actions(
                act("この内容で回答する", lambda: go(flow.give_answer())),
                act("選び直す", lambda: go(flow.back_to_request()), "outline"),
            ),
        ]
    )


def _answered(flow: BusinessFlow, go: Go) -> Element:
    request = flow.request
    approved = request.approved_classes if request else None
    told = (
        f"承認した情報:{'、'.join(flow.names.classes(approved))}"
        if approved
        else "どの情報も開示されません。"
    )
    return parts.box(
        [
            parts.title("回答しました", "answered"),
            parts.steps(STEPS, 2),
            parts.notice(
                "success",
                "支援者に回答を届けました。",
                told,
                "だれがいつ見たかは、「閲覧の記録」で確かめられます。",
            ),
            parts.actions(
                act("承認したものを見る", lambda: go(flow.open_approvals())),
                act("開示のお願いへ戻る", lambda: go(flow.open_requests()), "outline"),
            ),
        ]
    )


def _approvals(flow: BusinessFlow, go: Go) -> Element:
    children = [parts.title("承認したもの", "approvals")]
    if flow.approvals:
        rows = [_approval_row(flow, request, go) for request in flow.approvals]
        children += [
            parts.paragraph("次の相手に、情報を見せています。いつでも取り消せます。"),
            parts.box(rows, "rows", "ul"),
        ]
    else:
        children.append(parts.paragraph("いま、情報を見せている相手はいません。"))
    return parts.box(children)


def _approval_row(flow: BusinessFlow, request: DisclosureRequest, go: Go) -> Element:
    shown = "、".join(flow.names.classes(request.approved_classes or ()))
    text = (
        f'<p class="row-title">{escape(request.institution.name)}</p>'
        f"<p>{escape(shown)}</p>"
        f'<p class="quiet">{until_ja(request.granted_until or request.valid_until)}</p>'
    )
    label = f"{request.institution.name}への承認を取り消す"
    return parts.box(
        [
            parts.prose(text),
            act(label, lambda: go(flow.ask_revoke(request.request_id)), "outline"),
        ],
        tag="li",
    )


def _revoke(flow: BusinessFlow, go: Go) -> Element:
    request = flow.request
    if request is None:
        return _approvals(flow, go)
    rows = [
        ("相手", request.institution.name),
        ("いま見せている情報", "、".join(flow.names.classes(request.approved_classes or ()))),
    ]
    return parts.box(
        [
            parts.title("承認を取り消しますか", "revoke"),
            parts.prose(parts.facts(rows)),
            parts.paragraph("取り消すと、その時から相手は見られなくなります。"),
            parts.paragraph("もう一度見せるには、相手からの新しいお願いが必要です。"),
            parts.actions(
                act("承認を取り消す", lambda: go(flow.revoke()), "danger"),
                act("取り消さない", lambda: go(flow.open_approvals()), "outline"),
            ),
        ]
    )


def _revoked(flow: BusinessFlow, go: Go) -> Element:
    name = flow.request.institution.name if flow.request else ""
    return parts.box(
        [
            parts.title("承認を取り消しました", "revoked"),
            parts.notice("success", f"{name} は、もう見られません。"),
            parts.actions(
                act("承認したものへ戻る", lambda: go(flow.open_approvals())),
                act("閲覧の記録を見る", lambda: go(flow.open_records()), "outline"),
            ),
        ]
    )


def _records(flow: BusinessFlow, go: Go) -> Element:  # noqa: ARG001 - every screen has one shape
    children = [
        parts.title("閲覧の記録", "records"),
        parts.paragraph(
            "だれが、いつ、何を見たかの記録です。消すことも書きかえることもできません。"
        ),
    ]
    if flow.records:
        rows = "".join(_record_row(flow, record) for record in flow.records)
        children.append(parts.prose(f'<ul class="rows">{rows}</ul>'))
    else:
        children.append(parts.paragraph("まだ、だれも見ていません。"))
    return parts.box(children)


def _record_row(flow: BusinessFlow, record: LedgerEntry) -> str:
    state = ("見ました", "open") if record.allowed else ("見られませんでした", "closed")
    items = "、".join(record.items[:SHOWN_ITEMS])
    if len(record.items) > SHOWN_ITEMS:
        items += f" ほか{len(record.items) - SHOWN_ITEMS}項目"
    who = f"{record.institution_name or ''} {record.who}".strip()
    if record.basis == OWN:
        who = "ご自身"
    if record.basis.startswith(BY_LAW):
        state = (f"消去しました ({record.basis.removeprefix(BY_LAW)})", "closed")
    purpose = flow.names.purposes.get(record.purpose, "")
    return (
        f'<li><div><p class="row-title">{escape(who)} {parts.tag(*state)}</p>'
        f"<p>{escape(items or record.reason)}</p>"
        f'<p class="quiet">{moment_ja(record.occurred_at)} {escape(purpose)}</p></div></li>'
    )


def _ended(_flow: BusinessFlow, _go: Go) -> Element:
    return parts.ended()


SCREENS: dict[str, Callable[[BusinessFlow, Go], Element]] = {
    "own": _own,
    "requests": _requests,
    "request": _answering,
    "confirm": _confirm,
    "answered": _answered,
    "approvals": _approvals,
    "revoke": _revoke,
    "revoked": _revoked,
    "consents": business_consents.consents,
    "withdraw": business_consents.withdraw,
    "withdrawn": business_consents.withdrawn,
    "records": _records,
    "ended": _ended,
}
