"""Figures of what the forms share, drawn by plotly with Japanese labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

import plotly.graph_objects as go

from mirasapo.ebpm.figures import ACCENT, FONTS, INK

if TYPE_CHECKING:
    import pandas as pd

LIGHT, SPECIFIC = "#8db8e0", "#d9a441"
_DARK_FROM = 0.65  # a share from which the cell is dark and its figure white


def frequency_figure(table: pd.DataFrame) -> go.Figure:
    """How many items are asked for by how many programmes; `table` is `frequencies()`."""
    figure = go.Figure()
    for column, name, colour in (
        ("generic", "汎用", ACCENT),
        ("specific", "制度固有", SPECIFIC),
    ):
        figure.add_bar(
            x=table.programmes,
            y=table[column],
            name=name,
            marker={"color": colour},
            hovertemplate=f"%{{x}} 制度に現れる{name}: %{{y}} 項目<extra></extra>",
        )
    _dress(figure, "項目は、いくつの制度に現れるか", height=420)
    figure.update_layout(
        barmode="stack",
        xaxis={"title": "重複出現回数(その項目がある制度の数)", "dtick": 1},
        yaxis={"title": "項目の数"},
    )
    return figure


def share_figure(
    table: pd.DataFrame, title: str, *, note: str, rows: str, columns: str
) -> go.Figure:
    """A table of shares between programmes as a heat map, each cell with its percentage.

    `table` is `overlap()` or `filled_after()`; `rows` and `columns` name the axes.
    """
    percent = (100 * table).round()
    figure = go.Figure(
        go.Heatmap(
            z=percent,
            x=[*table.columns],
            y=[*table.index],
            zmin=0,
            zmax=100,
            colorscale=[[0, "#ffffff"], [1, ACCENT]],
            colorbar={"title": {"text": "%"}, "thickness": 14},
            xgap=1,
            ygap=1,
            hovertemplate="%{y} → %{x}: %{z:.0f} %<extra></extra>",
        )
    )
    for before, shares in table.iterrows():
        for form, share in shares.items():
            colour = "white" if share >= _DARK_FROM else INK
            text = f"{100 * share:.0f}"
            font = {"color": colour, "size": 11}
            figure.add_annotation(x=form, y=before, text=text, showarrow=False, font=font)
    _dress(figure, title, note=note, height=760)
    figure.update_layout(
        xaxis={"title": columns, "tickangle": 50},
        yaxis={"title": rows, "autorange": "reversed"},
    )
    return figure


def once_only_figure(table: pd.DataFrame) -> go.Figure:
    """What of each form can be filled from what is held; `table` is `once_only()`."""
    figure = go.Figure()
    for column, name, colour in (
        ("held", "すでにある情報で埋まる(汎用)", ACCENT),
        ("generic_anew", "申請のたびに書く(汎用)", LIGHT),
        ("specific", "その制度のために書く(制度固有)", SPECIFIC),
    ):
        share = 100 * table[column] / table["items"]
        figure.add_bar(
            x=share,
            y=table.programme,
            name=name,
            orientation="h",
            marker={"color": colour},
            text=[f"{one:.0f}" for one in share],
            textangle=0,
            textfont={"color": "white" if colour == ACCENT else INK},
            insidetextanchor="middle",
            customdata=table[column],
            hovertemplate=f"%{{y}}<br>{name}: %{{customdata}} 項目(%{{x:.0f}} %)<extra></extra>",
        )
    note = "前の申請などで、事業者の最新情報がすべてそろっているとき"
    _dress(figure, "一度出した情報で、様式の何割が埋まるか", note=note, height=620)
    figure.update_layout(
        barmode="stack",
        xaxis={"title": "様式の項目に占める割合(%)", "range": [0, 100]},
        yaxis={"title": "制度", "autorange": "reversed"},
    )
    return figure


def _dress(figure: go.Figure, title: str, *, height: int, note: str = "") -> None:
    figure.update_layout(
        title={"text": title, "subtitle": {"text": note}},
        font={"family": FONTS, "color": INK, "size": 13},
        template="plotly_white",
        legend={
            "orientation": "h",
            "traceorder": "normal",
            "x": 1,
            "xanchor": "right",
            "y": 1,
            "yanchor": "bottom",
        },
        margin={"t": 120, "r": 20, "b": 60},
        height=height,
    )
    figure.update_xaxes(automargin=True)
    figure.update_yaxes(automargin=True)
