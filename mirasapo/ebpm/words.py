"""An estimate in plain Japanese, for those who decide; as careful as the numbers are."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from mirasapo.ebpm.suppression import MINIMUM_FIRMS

if TYPE_CHECKING:
    from mirasapo.ebpm.estimators import Estimate, EventStudy

SIGNIFICANCE = 0.05


def in_plain_words(study: EventStudy, naive: Estimate, outcome_ja: str, note: str) -> str:
    """The findings of a study on logs as Markdown; `note` says what the data are."""
    overall, rows = study.overall, study.by_event_time
    if overall.low > 0:
        verdict = "この幅から見て、効果があったと言えます"
    elif overall.high < 0:
        verdict = "この幅から見て、下がったと言えます"
    else:
        verdict = "この幅から見て、効果があったとは言い切れません"
    told = rows.loc[(rows.event_time >= 0) & (rows.firms >= MINIMUM_FIRMS)].to_dict("records")
    years = "、".join(f"{row['event_time']} 年後 {_percent(row['estimate'])}" for row in told)
    mean, low, high = (_percent(one) for one in (overall.estimate, overall.low, overall.high))
    compared = f"採択された事業者の{outcome_ja}は、採択されなかった場合に比べて"
    mixed = "これには、採択前からあった違いが混ざっています"
    lines = [
        f"**{note}**",
        "",
        f"{compared}、採択後の平均で **約 {mean}** の差と推定されます。",
        f"統計上の幅は {low} から {high} です。{verdict}。",
        "",
        f"- 採択の年度から数えて:{years}。",
        f"- 採択・不採択をそのまま比べた差は {_percent(naive.estimate)} です。{mixed}。",
        "- 同意のある申請者についての結果です。申請しなかった事業者に同じ効果があるとは言えません。",
        "- 採択がなければ両者は同じように動いた、という前提に立っています。",
    ]
    if study.pre_trend_p is None:
        lines.append("- **採択前の年度が足りず、この前提を確かめられません。**")
    elif study.pre_trend_p < SIGNIFICANCE:
        lines.append("- **採択前から動きに違いが見えます。この数字を効果と読まないでください。**")
    return "\n".join(f"> {line}".rstrip() for line in lines)


def _percent(log_difference: float) -> str:
    return f"{100 * math.expm1(log_difference):+.0f} %"
