"""The business's screens about consent to secondary use: the list, and the withdrawal of one."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from mirasapo.portal import parts
from mirasapo.portal.parts import act
from mirasapo.portal.words import (
    ANSWERS,
    CONSENT_BASES,
    day_ja,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from mirasapo.client import Consent
    from mirasapo.portal.business_flow import BusinessFlow
    from mirasapo.portal.parts import Element

    Go = Callable[[BusinessFlow], None]


def consents(flow: BusinessFlow, go: Go) -> Element:
    """The consents by fiscal year, the newest year open."""
    children = [
        parts.title("同意", "consents"),
        parts.paragraph(
            "申請の情報を、政策の効果を調べる分析に使うことへの同意です。"
            "支援者に見せるかどうかは、これとは別に「開示のお願い」で決めます。"
        ),
    ]
    for place, (year, given_for) in enumerate(flow.consents_by_year().items()):
        given = sum(consent.answer == "given" for consent in given_for.values())
        rows = [_consent_row(flow, name, consent, go) for name, consent in given_for.items()]
        called = f"{year}年度" if year else "年度が分からない申請"
        children.append(
            parts.unfolding(
                f"{called}({len(given_for)}件中{given}件に同意)",
                [parts.box(rows, "rows", "ul")],
                is_open=place == 0,
            )
        )
    if not flow.consents:
        children.append(parts.paragraph("同意の記録がある申請は、まだありません。"))
    return parts.box(children)


def _consent_row(flow: BusinessFlow, name: str, consent: Consent, go: Go) -> Element:
    text = (
        f'<p class="row-title">{escape(name)}</p>'
        f"<p>{parts.tag(*ANSWERS[consent.answer])} {CONSENT_BASES[consent.basis]}</p>"
        f'<p class="quiet">{day_ja(consent.answered_at)} '
        f"規約の版 {escape(consent.terms_version)}</p>"
    )
    year = f"{consent.fiscal_year}年度 " if consent.fiscal_year else ""
    button = act(
        "撤回する",
        lambda: go(flow.ask_withdraw(consent.filing_id)),
        "outline",
        name=f"{year}{name}の同意を撤回する",
    )
    standing = [button] if consent.answer == "given" else []
    return parts.box([parts.prose(text), *standing], tag="li")


def withdraw(flow: BusinessFlow, go: Go) -> Element:
    """What a withdrawal means, before it is made."""
    consent = flow.consent
    if consent is None:
        return consents(flow, go)
    rows = [
        ("申請", flow.consent_name(consent)),
        ("同意の種類", CONSENT_BASES[consent.basis]),
        ("同意した日", day_ja(consent.answered_at)),
        ("規約の版", consent.terms_version),
    ]
    return parts.box(
        [
            parts.title("同意を撤回しますか", "withdraw"),
            parts.prose(parts.facts(rows)),
            parts.paragraph("撤回すると、この申請は、次に作る分析用データから除かれます。"),
            parts.paragraph("すでに公表された集計の結果は変わりません。"),
            parts.paragraph("申請そのものにも、支援者への開示にも、影響しません。"),
            parts.paragraph("撤回は、元に戻せません。"),
            parts.actions(
                act("同意を撤回する", lambda: go(flow.withdraw()), "danger"),
                act("撤回しない", lambda: go(flow.open_consents()), "outline"),
            ),
        ]
    )


def withdrawn(flow: BusinessFlow, go: Go) -> Element:
    """That it is done."""
    name = flow.consent_name(flow.consent) if flow.consent else ""
    return parts.box(
        [
            parts.title("同意を撤回しました", "withdrawn"),
            parts.notice("success", f"{name} は、次に作る分析用データから除かれます。"),
            parts.actions(act("同意の一覧へ戻る", lambda: go(flow.open_consents()))),
        ]
    )
