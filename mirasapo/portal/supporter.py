"""The supporter's screens: views of a `SupporterFlow`, one function each."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

import reacton
import reacton.ipyvuetify as v
from reacton.ipyvue import use_event

from mirasapo.portal import parts
from mirasapo.portal.flow import PERIODS
from mirasapo.portal.parts import act
from mirasapo.portal.supporter_flow import HITS
from mirasapo.portal.words import (
    OPEN_STATES,
    STATES,
    blocks_by_class,
    day_ja,
    is_public,
    until_ja,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from mirasapo.client import DisclosureRequest, Hit
    from mirasapo.portal.parts import Element
    from mirasapo.portal.supporter_flow import Draft, SupporterFlow

    Go = Callable[[SupporterFlow], None]

MADE_UP = "見本のデータです。実在しません"
STEPS = ("内容を選ぶ", "確かめる", "お願いした")


@reacton.component
def portal(begin: SupporterFlow) -> Element:
    """One supporter's page, from `begin` on."""
    flow, go = reacton.use_state(begin)
    shown = SCREENS[flow.screen](flow, go)
    return parts.page([_menu(flow, go), parts.refused(flow.refusal), shown], flow.screen)


def _menu(flow: SupporterFlow, go: Go) -> Element:
    searching = flow.screen in ("search", "business", "draft", "confirm", "requested")
    return v.Html(
        tag="nav",
        class_="menu",
        attributes={"aria-label": "支援者のメニュー"},
        children=[
            act("事業者を探す", lambda: go(flow.go("search")), "text", current=searching),
            act("お願いの状況", lambda: go(flow.open_requests()), "text", current=not searching),
        ],
    )


@reacton.component
def _search(flow: SupporterFlow, go: Go) -> Element:
    """Search by name."""
    query, set_query = reacton.use_state(flow.query)
    text = v.TextField(
        v_model=query,
        on_v_model=set_query,
        id="name",
        variant="outlined",
        error_messages=list(flow.faults.values()),
        attributes={"autocomplete": "off"},
    )
    use_event(text, "keydown.enter", lambda *_: go(flow.search(query)))
    institution = f"{flow.me.institution.name} " if flow.me.institution else ""
    children = [
        parts.title("事業者を探す", "search"),
        parts.paragraph(f"{institution}{flow.me.display_name} さん、こんにちは。", "quiet"),
        parts.field(
            "事業者の名前",
            "名前の一部でかまいません。1文字だけのときは、その文字で始まる名前を探します。"
            "会社の種類(株式会社など)は省けます。",
            text,
            "name",
        ),
        act("この名前で探す", lambda: go(flow.search(query))),
    ]
    if flow.hits is not None:
        count = f"{len(flow.hits)}件見つかりました。" if flow.hits else "見つかりませんでした。"
        if len(flow.hits) == HITS:
            count = f"はじめの{HITS}件です。名前を長くすると、しぼれます。"
        children.append(parts.box([parts.heading(count)], attributes={"role": "status"}))
        children.append(parts.box([_hit(flow, hit, go) for hit in flow.hits], "rows", "ul"))
        if not flow.hits:
            children.append(parts.paragraph("名前の一部だけにするか、カナで探してください。"))
    return parts.box(children)


def _hit(flow: SupporterFlow, hit: Hit, go: Go) -> Element:
    lines = [
        f'<p class="row-title">{escape(hit.name)}</p>',
        f"<p>{escape(hit.address or '')}</p>",
        f'<p class="quiet">法人番号 {escape(hit.corporate_number or "なし")}</p>',
    ]
    if hit.made_up:
        lines.append(f"<p>{parts.tag(MADE_UP, 'waiting')}</p>")
    if hit.status == "closed":
        lines.append(f"<p>{parts.tag('閉鎖した法人です', 'closed')}</p>")
    return parts.box(
        [
            parts.prose("".join(lines)),
            act(f"{hit.name}を見る", lambda: go(flow.open_business(hit)), "outline"),
        ],
        tag="li",
    )


def _business(flow: SupporterFlow, go: Go) -> Element:
    hit = flow.hit
    if hit is None:
        return _search(flow, go)
    names = flow.names.classes(hit.open_classes)
    rows = [
        ("法人番号", hit.corporate_number or "なし"),
        ("フリガナ", hit.kana or ""),
        ("所在地", hit.address or ""),
    ]
    children = [
        parts.title(hit.name, f"business {hit.business_id}"),
        *([parts.prose(f"<p>{parts.tag(MADE_UP, 'waiting')}</p>")] if hit.made_up else []),
        parts.heading("だれでも見られる情報"),
        parts.prose(parts.facts([row for row in rows if row[1]])),
        *_public(flow),
        parts.heading("あなたの機関に開示されている情報"),
    ]
    if names:
        children += [
            parts.prose(parts.tags(names, "open")),
            parts.paragraph("読むと、だれがいつ何を見たかが事業者に伝わります。", "quiet"),
        ]
    else:
        children.append(parts.paragraph("まだ、開示されている情報はありません。"))
    ask = act("開示をお願いする", lambda: go(flow.begin_request()), "outline" if names else "fill")
    read = act("開示された情報を読む", lambda: go(flow.read()))
    back = act("検索の結果へ戻る", lambda: go(flow.go("search")), "text")
    children.append(parts.actions(*([read, ask] if names else [ask]), back))
    return parts.box(children)


def _public(flow: SupporterFlow) -> list[Element]:
    if flow.public is None:
        return []
    blocks = blocks_by_class(flow.public.values, flow.names)
    return [
        parts.prose(parts.folded(flow.names.data_classes[number], parts.block_html(found)))
        for number, found in blocks.items()
    ]


@reacton.component
def _asking(flow: SupporterFlow, go: Go) -> Element:
    """Choose what to ask for, for what, and for how long."""
    draft, set_draft = reacton.use_state(flow.draft)

    def choose(number: int, chosen: bool) -> None:
        classes = draft.data_classes | {number} if chosen else draft.data_classes - {number}
        set_draft(replace(draft, data_classes=classes))

    def checkbox(number: int) -> Element:
        return parts.check(
            flow.names.data_classes[number],
            number in draft.data_classes,
            lambda chosen: choose(number, chosen),
        )

    words = v.Textarea(
        v_model=draft.words,
        on_v_model=lambda text: set_draft(replace(draft, words=text or "")),
        id="words",
        variant="outlined",
        rows=4,
        error_messages=[flow.faults["words"]] if "words" in flow.faults else [],
    )
    name = flow.hit.name if flow.hit else ""
    return parts.box(
        [
            parts.title("開示をお願いする", "draft"),
            parts.steps(STEPS, 0),
            parts.paragraph(f"{name}に、情報の開示をお願いします。決めるのは事業者です。"),
            parts.faults_notice(flow.faults),
            parts.group(
                "利用の目的",
                "目的によって、お願いできる情報が変わります。",
                [
                    parts.pick(
                        flow.purposes,
                        draft.purpose,
                        lambda purpose: set_draft(replace(draft, purpose=purpose)),
                        "利用の目的",
                    )
                ],
            ),
            parts.group(
                "お願いする情報",
                "支援に必要なものだけを選んでください。",
                [checkbox(number) for number in flow.askable(draft.purpose)],
                needed=True,
            ),
            parts.field(
                "何のために必要か",
                "事業者がそのまま読みます。ふだんの言葉で。",
                words,
                "words",
                needed=True,
            ),
            parts.group(
                "見られる期間",
                "事業者は、これより短くできます。",
                [
                    parts.pick(
                        PERIODS,
                        draft.months,
                        lambda months: set_draft(replace(draft, months=months)),
                        "見られる期間",
                    )
                ],
            ),
            parts.actions(
                act("内容を確かめる", lambda: go(flow.confirm(draft))),
                act("やめる", lambda: go(flow.go("business")), "text"),
            ),
        ]
    )


def _draft_rows(flow: SupporterFlow, draft: Draft) -> list[tuple[str, str]]:
    return [
        ("お願いする相手", flow.hit.name if flow.hit else ""),
        ("利用の目的", flow.names.purposes[draft.purpose]),
        ("お願いする情報", "、".join(flow.names.classes(draft.data_classes))),
        ("何のために必要か", draft.words.strip()),
        ("見られる期間", f"{PERIODS[draft.months]}({until_ja(draft.until(flow.day))})"),
    ]


def _confirm(flow: SupporterFlow, go: Go) -> Element:
    return parts.box(
        [
            parts.title("この内容でお願いしますか", "confirm"),
            parts.steps(STEPS, 1),
            parts.prose(parts.facts(_draft_rows(flow, flow.draft))),
            parts.paragraph("送ったあとも、事業者が答えるまでは取り下げられます。"),
            parts.actions(
                act("この内容でお願いする", lambda: go(flow.send())),
                act("書き直す", lambda: go(flow.go("draft")), "outline"),
            ),
        ]
    )


def _requested(flow: SupporterFlow, go: Go) -> Element:
    return parts.box(
        [
            parts.title("開示をお願いしました", "requested"),
            parts.steps(STEPS, 2),
            parts.notice(
                "success",
                "事業者にお願いを届けました。",
                "事業者が答えると、「お願いの状況」に結果が出ます。",
                "承認されなかった情報は、表示されません。",
            ),
            parts.prose(parts.facts(_draft_rows(flow, flow.draft))),
            parts.actions(
                act("お願いの状況を見る", lambda: go(flow.open_requests())),
                act("別の事業者を探す", lambda: go(flow.go("search")), "outline"),
            ),
        ]
    )


def _requests(flow: SupporterFlow, go: Go) -> Element:
    children = [parts.title("お願いの状況", "requests")]
    if flow.requests:
        rows = [_request_row(flow, request, go) for request in flow.requests]
        children.append(parts.box(rows, "rows", "ul"))
    else:
        children.append(parts.paragraph("まだ、開示のお願いはありません。"))
    return parts.box(children)


def _request_row(flow: SupporterFlow, request: DisclosureRequest, go: Go) -> Element:
    asked = "、".join(flow.names.classes(request.data_classes))
    text = (
        f'<p class="row-title">{escape(flow.names.business(request.business))}</p>'
        f"<p>{parts.tag(*STATES[request.state])} {escape(asked)}</p>"
        f'<p class="quiet">{day_ja(request.requested_at)}にお願い</p>'
    )
    label = f"{flow.names.business(request.business)}へのお願いを見る"
    return parts.box(
        [
            parts.prose(text),
            act(label, lambda: go(flow.open_request(request.request_id)), "outline"),
        ],
        tag="li",
    )


def _request(flow: SupporterFlow, go: Go) -> Element:
    request = flow.request
    if request is None:
        return _requests(flow, go)
    rows = [
        ("お願いした相手", flow.names.business(request.business)),
        ("利用の目的", flow.names.purposes[request.purpose]),
        ("お願いした情報", "、".join(flow.names.classes(request.data_classes))),
        ("何のために必要か", request.purpose_text),
        ("期間", until_ja(request.granted_until or request.valid_until)),
    ]
    if request.approved_classes:
        rows.append(("承認された情報", "、".join(flow.names.classes(request.approved_classes))))
    back = act("お願いの状況へ戻る", lambda: go(flow.open_requests()), "text")
    buttons = [back]
    if request.state in OPEN_STATES:
        buttons.insert(0, act("承認された情報を読む", lambda: go(flow.read_approved())))
    if request.state == "pending":
        buttons.insert(0, act("お願いを取り下げる", lambda: go(flow.withdraw()), "outline"))
    return parts.box(
        [
            parts.title(
                f"{flow.names.business(request.business)}へのお願い", f"request {request.state}"
            ),
            parts.prose(f"<p>{parts.tag(*STATES[request.state])}</p>"),
            parts.prose(parts.facts(rows)),
            parts.actions(*buttons),
        ]
    )


def _reading(flow: SupporterFlow, go: Go) -> Element:
    values = flow.reading.values if flow.reading else ()
    held = [value for value in values if not is_public(value)]
    children = [
        parts.title("開示された情報", "reading"),
        parts.paragraph("見たことは、事業者の「閲覧の記録」に残りました。", "quiet"),
    ]
    for number, blocks in blocks_by_class(held, flow.names).items():
        children.append(parts.heading(flow.names.data_classes[number]))
        children.append(parts.prose(parts.block_html(blocks)))
    if not held:
        children.append(parts.paragraph("承認された区分に、まだ情報がありません。"))
    children.append(
        parts.actions(
            act("お願いの状況へ", lambda: go(flow.open_requests()), "outline"),
            act("事業者を探す", lambda: go(flow.go("search")), "text"),
        )
    )
    return parts.box(children)


def _ended(_flow: SupporterFlow, _go: Go) -> Element:
    return parts.ended()


SCREENS: dict[str, Callable[[SupporterFlow, Go], Element]] = {
    "search": _search,
    "business": _business,
    "draft": _asking,
    "confirm": _confirm,
    "requested": _requested,
    "requests": _requests,
    "request": _request,
    "reading": _reading,
    "ended": _ended,
}
