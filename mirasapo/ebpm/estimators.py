"""The effect of an adoption by fiscal years since it: Callaway and Sant'Anna (2021).

Estimand: the mean effect on the adopted, ATT(g, t), of every cohort g and year t, against
businesses that applied too but are not (yet) adopted, from the last year before the adoption on;
averaged by event time t − g and over all years from the adoption on. It rests on parallel trends:
without the adoption the adopted would have moved like the others. The estimator is diff-diff's.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
import pandas as pd
from diff_diff import CallawaySantAnna
from scipy.stats import chi2, norm  # type: ignore[import-untyped]

from mirasapo.errors import BadInput

if TYPE_CHECKING:
    from numpy.typing import NDArray

BAND_DRAWS = 20_000


@dataclass(frozen=True, slots=True)
class Estimate:
    """A point estimate with its standard error and confidence interval."""

    estimate: float
    se: float
    low: float
    high: float

    def covers(self, value: float) -> bool:
        """Whether `value` lies in the confidence interval."""
        return self.low <= value <= self.high


@dataclass(frozen=True, slots=True)
class EventStudy:
    """What an event study found.

    `by_event_time`: event_time, estimate, se, low, high (each time for itself), band_low,
    band_high (all times together), firms (adopted businesses seen at that time). The event time
    −1 is the reference: estimate 0, no error. `pre_trend_p` is the joint test that all estimates
    before the reference are zero; None with fewer than two years before an adoption.
    """

    outcome: str
    comparison: str
    by_event_time: pd.DataFrame
    overall: Estimate
    pre_trend_p: float | None
    adopted_firms: int
    comparison_firms: int
    confidence: float


def event_study(
    panel: pd.DataFrame,
    outcome: str,
    *,
    unit: str = "pseudonym",
    time: str = "fiscal_year",
    adopted: str = "first_adopted_fiscal_year",
    comparison: Literal["not_yet", "never"] = "not_yet",
    confidence: float = 0.95,
) -> EventStudy:
    """Estimate the effect of the adoption on `outcome` (take logs before, if they are wanted).

    `panel` has one row per `unit` and `time`; `adopted` is the year of the adoption, null if
    there was none. Rows without an outcome are left out; a business counts in the years that it
    has. Businesses adopted in the first year of the panel or before it tell nothing and are left
    out.

    Raises BadInput when a column is missing, a unit has two rows in a year, or either group is
    empty.
    """
    sample = _sample(panel, outcome, unit, time, adopted)
    results = _fit(sample, outcome, comparison, confidence)
    events = results.aggregate("event_study")
    times = [int(event) for event in events.vcov_index]
    covariance = np.asarray(events.vcov, dtype=float)
    low, high = results.overall_conf_int
    return EventStudy(
        outcome=outcome,
        comparison=comparison,
        by_event_time=_by_event_time(events, times, covariance, confidence, sample),
        overall=Estimate(
            float(results.overall_att), float(results.overall_se), float(low), float(high)
        ),
        pre_trend_p=_pre_trend_p(events, times, covariance),
        adopted_firms=int(sample.loc[sample.cohort > 0, "unit"].nunique()),
        comparison_firms=int(sample.loc[sample.cohort == 0, "unit"].nunique()),
        confidence=confidence,
    )


def levels_difference(
    panel: pd.DataFrame,
    outcome: str,
    year: int,
    *,
    time: str = "fiscal_year",
    adopted: str = "first_adopted_fiscal_year",
    confidence: float = 0.95,
) -> Estimate:
    """The naive comparison: adopted against the rest in one year, in levels.

    Shown for contrast only: it credits the programme with whatever made the adopted better from
    the start.

    Raises BadInput when either group has fewer than two businesses in that year.
    """
    rows = panel.loc[(panel[time] == year) & panel[outcome].notna()]
    groups = [rows.loc[rows[adopted].notna(), outcome], rows.loc[rows[adopted].isna(), outcome]]
    if min(len(group) for group in groups) < 2:  # noqa: PLR2004 - a variance needs two
        raise BadInput(
            "比べることができません。",
            "その年度には、採択された事業者か、されなかった事業者のデータが足りません。",
            "別の年度を指定してください。",
        )
    difference = float(groups[0].mean() - groups[1].mean())
    se = float(np.sqrt(sum(group.var(ddof=1) / len(group) for group in groups)))
    reach = float(norm.ppf(0.5 + confidence / 2)) * se
    return Estimate(difference, se, difference - reach, difference + reach)


def _sample(panel: pd.DataFrame, outcome: str, unit: str, time: str, adopted: str) -> pd.DataFrame:
    """The rows that count, as unit, time, cohort (0: never adopted) and the outcome."""
    missing = {outcome, unit, time, adopted} - set(panel.columns)
    if missing:
        raise BadInput(
            "推定できません。",
            f"パネルに列がありません: {'、'.join(sorted(missing))}。",
            "列名を確認してください。",
        )
    sample = pd.DataFrame(
        {
            "unit": pd.factorize(panel[unit], sort=True)[0],
            "time": panel[time].to_numpy(dtype=int),
            "cohort": panel[adopted].fillna(0).to_numpy(dtype=int),
            outcome: panel[outcome].to_numpy(dtype=float, na_value=np.nan),
        }
    )
    sample = sample.loc[np.isfinite(sample[outcome])]
    sample = sample.loc[(sample.cohort == 0) | (sample.cohort > sample.time.min())]
    if sample.duplicated(["unit", "time"]).any():
        raise BadInput(
            "推定できません。",
            "同じ事業者の同じ年度の行が複数あります。",
            "一事業者・一年度につき一行にしてください。",
        )
    if not (sample.cohort > 0).any() or not (sample.cohort == 0).any():
        raise BadInput(
            "推定できません。",
            "採択された事業者か、比較する事業者がいません。",
            "対象の絞り込みを確認してください。",
        )
    ordered: pd.DataFrame = sample.sort_values(["unit", "time"], ignore_index=True)
    return ordered


def _fit(sample: pd.DataFrame, outcome: str, comparison: str, confidence: float) -> Any:
    estimator = CallawaySantAnna(
        control_group="not_yet_treated" if comparison == "not_yet" else "never_treated",
        base_period="universal",
        alpha=1 - confidence,
    )
    with warnings.catch_warnings():
        # A business may lack a year (a withdrawn filing): each cell then compares those that have
        # both of its years, as the docstring says. A cohort without a usable cell is left out.
        warnings.filterwarnings("ignore", message="Unbalanced panel detected")
        warnings.filterwarnings("ignore", message=r"\d+ \(group, time\) cell\(s\) could not be")
        return estimator.fit(sample, outcome, "unit", "time", "cohort")


def _by_event_time(
    events: Any,
    times: list[int],
    covariance: NDArray[np.float64],
    confidence: float,
    sample: pd.DataFrame,
) -> pd.DataFrame:
    found = events.to_dataframe()
    seen = sample.loc[sample.cohort > 0]
    firms = (seen.time - seen.cohort).value_counts()
    errors = np.sqrt(np.diag(covariance))
    reach = dict(zip(times, _band_factor(covariance, confidence) * errors, strict=True))
    event_time = found.event_time.astype(int)
    half_band = event_time.map(reach)
    return pd.DataFrame(
        {
            "event_time": event_time,
            "estimate": found.att,
            "se": found.se,
            "low": found.conf_int_lower,
            "high": found.conf_int_upper,
            "band_low": found.att - half_band,
            "band_high": found.att + half_band,
            "firms": event_time.map(firms).fillna(0).astype(int),
        }
    )


def _band_factor(covariance: NDArray[np.float64], confidence: float) -> float:
    """How many standard errors cover all estimates at once.

    The quantile of the largest |z| of normal draws with this covariance.
    """
    errors = np.sqrt(np.diag(covariance))
    correlation = covariance / np.outer(errors, errors)
    # A Cholesky root, not eigenvectors: those may turn over at the last digit of the input.
    root = np.linalg.cholesky(correlation + 1e-9 * np.eye(len(errors)))
    draws = np.random.default_rng(0).standard_normal((BAND_DRAWS, len(errors))) @ root.T
    return float(np.quantile(np.abs(draws).max(axis=1), confidence))


def _pre_trend_p(events: Any, times: list[int], covariance: NDArray[np.float64]) -> float | None:
    """Wald test that every estimate before the reference year is zero."""
    before = [place for place, event in enumerate(times) if event < -1]
    if not before:
        return None
    estimates = dict(zip(map(int, events.event_time), events.att, strict=True))
    found = np.array([estimates[times[place]] for place in before])
    block = covariance[np.ix_(before, before)]
    return float(chi2.sf(found @ np.linalg.solve(block, found), len(before)))
