"""Figures of the estimates, drawn by plotly and shown without a network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go

from mirasapo.ebpm.suppression import MINIMUM_FIRMS

if TYPE_CHECKING:
    from mirasapo.ebpm.estimators import EventStudy

INK, ACCENT, PALE = "#1b2733", "#0b5cad", "rgba(11, 92, 173, 0.15)"
FONTS = "Noto Sans CJK JP, Noto Sans JP, Hiragino Sans, Yu Gothic, Meiryo, sans-serif"


def event_study_figure(study: EventStudy, title: str, *, note: str = "") -> go.Figure:
    """The estimates by fiscal years since the adoption, with interval and simultaneous band.

    Times seen on fewer than ten businesses are not drawn. `note` stands below the title: say
    there what the data are.
    """
    rows = study.by_event_time
    rows = rows.loc[rows.firms >= MINIMUM_FIRMS]
    banded = rows.fillna({"band_low": 0.0, "band_high": 0.0})  # the reference year has no error
    percent = f"{study.confidence:.0%}"
    figure = go.Figure()
    figure.add_scatter(
        x=[*banded.event_time, *banded.event_time[::-1]],
        y=[*banded.band_high, *banded.band_low[::-1]],
        mode="lines",
        fill="toself",
        fillcolor=PALE,
        line={"width": 0},
        hoverinfo="skip",
        name=f"同時信頼帯({percent})",
    )
    figure.add_scatter(
        x=rows.event_time,
        y=rows.estimate,
        error_y={
            "type": "data",
            "symmetric": False,
            "array": (rows.high - rows.estimate).fillna(0.0),
            "arrayminus": (rows.estimate - rows.low).fillna(0.0),
        },
        mode="lines+markers",
        line={"color": ACCENT},
        marker={"size": 9},
        hovertemplate="%{x} 年目: %{y:.3f}<extra></extra>",
        name=f"推定値と信頼区間({percent})",
    )
    figure.add_hline(y=0, line={"color": INK, "width": 1})
    figure.add_vline(x=-0.5, line={"color": INK, "width": 1, "dash": "dot"})
    figure.update_layout(
        title={"text": title, "subtitle": {"text": note}},
        xaxis={"title": "採択からの年数(0 = 採択された年度)", "dtick": 1},
        yaxis={"title": "効果(対数差。0.10 は約 10 % 増)", "tickformat": ".2f"},
        legend={"orientation": "h", "y": -0.22},
        font={"family": FONTS, "color": INK, "size": 14},
        template="plotly_white",
        margin={"t": 90, "r": 20},
        height=480,
    )
    return figure


def inline(figure: go.Figure) -> Any:
    """The figure as HTML that carries plotly.js itself: nothing is fetched to show it."""
    from IPython.display import HTML

    page = figure.to_html(full_html=False, include_plotlyjs=True, config={"displaylogo": False})
    return HTML(page)  # type: ignore[no-untyped-call]
