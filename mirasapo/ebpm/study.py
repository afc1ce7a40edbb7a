"""The study of a cut as one call: who is compared, on what, and the estimates as plain data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import ibis

from mirasapo.ebpm.estimators import event_study, levels_difference
from mirasapo.ebpm.suppression import MINIMUM_FIRMS

if TYPE_CHECKING:
    from mirasapo.ebpm.cut import Cut

OUTCOMES = {"log_net_sales": "net_sales_yen", "log_value_added": "value_added_yen"}
_FIGURES = ("estimate", "se", "low", "high")


def applicants(cut: Cut) -> ibis.Table:
    """The panel of the businesses that applied to the cut's programme, with logs of the outcomes.

    Adopted and rejected applicants are alike in wanting the programme; those who never applied are
    left out. An amount that is not positive has no log and becomes null.
    """
    panel = cut.panel.filter(cut.panel.first_filed_fiscal_year.notnull())
    return panel.mutate(
        **{
            name: ibis.ifelse(panel[amount] > 0, panel[amount].log(), None)
            for name, amount in OUTCOMES.items()
        }
    )


def estimate(cut: Cut, outcome: str = "log_net_sales") -> dict[str, Any]:
    """The effect of the adoption on `outcome`, by event time and overall, and the naive contrast.

    Event times seen on fewer than ten businesses have null estimates.
    """
    panel = applicants(cut).to_pandas()
    study = event_study(panel, outcome)
    last = int(panel.fiscal_year.max())
    naive = levels_difference(panel, outcome, last)
    events = [
        {
            "event_time": int(row["event_time"]),
            **{name: _shown(row[name], row["firms"]) for name in _FIGURES},
        }
        for row in study.by_event_time.to_dict("records")
    ]
    return {
        "outcome": outcome,
        "comparison": study.comparison,
        "overall": {name: getattr(study.overall, name) for name in _FIGURES},
        "event_time": events,
        "pre_trend_p": study.pre_trend_p,
        "naive": {"fiscal_year": last, "estimate": naive.estimate},
        "businesses": study.adopted_firms + study.comparison_firms,
        "snapshot_id": cut.snapshot_id,
        "made_up": cut.manifest["made_up"],
    }


def _shown(value: float, firms: int) -> float | None:
    known = firms >= MINIMUM_FIRMS and value == value  # noqa: PLR0124 - NaN is not itself
    return float(value) if known else None
