"""The made-up economy behind the sample: who applies, who is adopted, and what it does to them.

One hidden quality drives size, application and score, so that adopted businesses differ from the
others from the start; the years move all alike. The effect is ours, so it is known:

    log net sales (i, t) = level(i) + year(t) + industry year(t) + noise(i, t) + effect(i, t)
    effect(i, t)         = industry factor(i) × path(t − year of adoption)

Every business draws from its own stream, so a larger sample begins with the smaller one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

PERIODS = tuple(range(2019, 2026))  # fiscal years whose accounts exist
CALLS = (2021, 2022, 2023, 2024)  # fiscal years with a call of programme 04
STUDIED = (2022, 2023, 2024)  # of these, the filings have a basis for secondary use

# The business that the demonstration signs in for: a corporation that applied in fiscal year 2022
# and has an older report, whatever the seed.
PERSONA = 1

SOLE_PROPRIETORS = 0.08  # shares of all businesses
PLAN_FILERS = 0.1
EARLIER_REPORTERS = 0.15
WITHDRAWERS = 0.03

Part = Literal["applicant", "reporter", "planner"]
ConsentAnswer = Literal["given", "refused"]


@dataclass(frozen=True, slots=True)
class Industry:
    """A middle group of the industry classification (JSIC revision 13) in the sample."""

    major: str
    middle: str
    name: str
    share: float
    level: float  # of log net sales, against the mean
    effect_factor: float
    value_added_ratio: float


INDUSTRIES = (
    Industry("E", "09", "食料品製造業", 0.18, 0.2, 1.0, 0.34),
    Industry("E", "24", "金属製品製造業", 0.17, 0.3, 1.4, 0.42),
    Industry("D", "06", "総合工事業", 0.16, 0.3, 0.8, 0.32),
    Industry("I", "58", "飲食料品小売業", 0.16, 0.0, 0.7, 0.25),
    Industry("M", "76", "飲食店", 0.18, -0.6, 0.9, 0.45),
    Industry("G", "39", "情報サービス業", 0.15, -0.1, 1.2, 0.55),
)


@dataclass(frozen=True, slots=True)
class Parameters:
    """What the sample is made with; tests also run with other values.

    `effect_path` is the effect on log net sales 0, 1, 2 … fiscal years after the adoption; it
    stays level after its last value. `divergence` bends the trend of better businesses upwards,
    per year and unit of quality: 0 keeps trends parallel.
    """

    effect_path: tuple[float, ...] = (0.04, 0.08, 0.11, 0.12)
    value_added_factor: float = 1.25
    divergence: float = 0.0
    noise: float = 0.06
    persistence: float = 0.4
    cutoffs: dict[int, float] = field(
        default_factory=lambda: {2021: 60.0, 2022: 60.0, 2023: 61.0, 2024: 60.0}
    )


@dataclass(frozen=True, slots=True)
class Application:
    """An application under programme 04: its fiscal year, its score and whether it was adopted."""

    fiscal_year: int
    score: float
    adopted: bool


@dataclass(frozen=True, slots=True)
class Accounts:
    """The accounts of one fiscal year.

    Value added = operating income + personnel cost + depreciation.
    """

    fiscal_year: int
    net_sales_yen: int
    value_added_yen: int
    depreciation_yen: int
    employees_people: int


@dataclass(frozen=True, slots=True)
class Business:
    """One made-up business with everything it will file."""

    index: int
    part: Part
    sole_proprietor: bool
    industry: Industry
    place: int
    founded_year: int
    capital_yen: int
    business_places: int
    applications: tuple[Application, ...]
    plan_year: int | None
    plan_consent: ConsentAnswer | None
    reported_before: bool  # a report of fiscal year 2021, filed under terms without secondary use
    withdraws: bool
    effects: tuple[float, ...]  # on log net sales, per fiscal year of PERIODS
    accounts: tuple[Accounts, ...]

    @property
    def adopted_in(self) -> int | None:
        """The fiscal year of its adoption, None if it never was."""
        return next((one.fiscal_year for one in self.applications if one.adopted), None)

    @property
    def studied(self) -> bool:
        """Whether its adoption can be seen by a study: filed with a basis that still stands."""
        return self.adopted_in in STUDIED and not self.withdraws


@dataclass(frozen=True, slots=True)
class World:
    """A sample: the same seed and parameters make the same world."""

    seed: int
    parameters: Parameters
    businesses: tuple[Business, ...]


def make_world(businesses: int, seed: int, parameters: Parameters | None = None) -> World:
    """Draw `businesses` made-up businesses from `seed`."""
    parameters = parameters or Parameters()
    shocks = _shocks(seed)
    return World(
        seed,
        parameters,
        tuple(_business(index, seed, parameters, shocks) for index in range(1, businesses + 1)),
    )


def _shocks(seed: int) -> np.ndarray:
    """Log shocks, industry × fiscal year, that hit adopted and other businesses alike."""
    rng = np.random.default_rng([seed, 0])
    common = np.array([0.0, -0.12, -0.05, 0.0, 0.03, 0.05, 0.07])
    return common + rng.normal(0.0, 0.03, (len(INDUSTRIES), len(PERIODS)))


def _business(index: int, seed: int, parameters: Parameters, shocks: np.ndarray) -> Business:
    rng = np.random.default_rng([seed, index])
    quality = float(rng.normal())
    kind = int(rng.choice(len(INDUSTRIES), p=[one.share for one in INDUSTRIES]))
    industry = INDUSTRIES[kind]
    persona = index == PERSONA
    part: Part = ("applicant", "reporter", "planner")[int(rng.choice(3, p=[0.8, 0.1, 0.1]))]
    if persona:
        part = "applicant"
    applications: tuple[Application, ...] = ()
    if part == "applicant":
        chances = {2021: 0.0, 2022: 1.0} if persona else {}
        applications = _applications(rng, quality, parameters, chances)
    adopted_in = next((one.fiscal_year for one in applications if one.adopted), None)
    effects = tuple(_effect(parameters, industry, adopted_in, year) for year in PERIODS)
    files_plan = part == "planner" or rng.random() < PLAN_FILERS
    answers: tuple[ConsentAnswer | None, ...] = ("given", "refused", None)
    return Business(
        index=index,
        part=part,
        sole_proprietor=bool(rng.random() < SOLE_PROPRIETORS) and not persona,
        industry=industry,
        place=int(rng.integers(0, 1 << 30)),
        founded_year=int(rng.integers(1955, 2016)),
        capital_yen=int(rng.choice([3, 5, 10, 20, 30])) * 1_000_000,
        business_places=1 + int(rng.poisson(0.6)),
        applications=applications,
        plan_year=int(rng.integers(2022, 2025)) if files_plan else None,
        plan_consent=answers[int(rng.choice(3, p=[0.5, 0.35, 0.15]))] if files_plan else None,
        reported_before=bool(rng.random() < EARLIER_REPORTERS) or persona,
        withdraws=bool(rng.random() < WITHDRAWERS) and not persona,
        effects=effects,
        accounts=_accounts(
            rng, parameters, industry, quality=quality, shocks=shocks[kind], effects=effects
        ),
    )


def _applications(
    rng: np.random.Generator,
    quality: float,
    parameters: Parameters,
    chances: Mapping[int, float],
) -> tuple[Application, ...]:
    """What one business applies for; `chances` by fiscal year, where they are set from outside.

    Better ones apply more often and score higher; after an adoption nobody applies again.
    """
    made: list[Application] = []
    for year in CALLS:
        wish, score = float(rng.random()), 60.0 + 8.0 * quality + 6.0 * float(rng.normal())
        usual = 1.0 / (1.0 + np.exp(0.6 - 0.4 * quality)) if year in STUDIED else 0.12
        if wish < chances.get(year, usual) and not (made and made[-1].adopted):
            made.append(Application(year, round(score, 1), score >= parameters.cutoffs[year]))
    return tuple(made)


def _effect(parameters: Parameters, industry: Industry, adopted_in: int | None, year: int) -> float:
    if adopted_in is None or year < adopted_in:
        return 0.0
    path = parameters.effect_path
    return industry.effect_factor * path[min(year - adopted_in, len(path) - 1)]


def _accounts(
    rng: np.random.Generator,
    parameters: Parameters,
    industry: Industry,
    *,
    quality: float,
    shocks: np.ndarray,
    effects: tuple[float, ...],
) -> tuple[Accounts, ...]:
    level = 17.8 + industry.level + 0.7 * quality + float(rng.normal(0.0, 0.25))
    staff = np.exp(2.0 + 0.5 * quality + float(rng.normal(0.0, 0.3)))
    sales_noise = _persistent(rng, parameters)
    ratio_noise = _persistent(rng, parameters)
    made = []
    for place, year in enumerate(PERIODS):
        trend = parameters.divergence * quality * (year - PERIODS[0])
        log_sales = level + shocks[place] + trend + sales_noise[place] + effects[place]
        extra = (parameters.value_added_factor - 1.0) * effects[place]
        log_added = log_sales + np.log(industry.value_added_ratio) + ratio_noise[place] / 2 + extra
        sales = _thousands(np.exp(log_sales))
        made.append(
            Accounts(
                fiscal_year=year,
                net_sales_yen=sales,
                value_added_yen=_thousands(np.exp(log_added)),
                depreciation_yen=_thousands(0.04 * sales),
                employees_people=max(1, round(float(staff * np.exp(effects[place] / 2)))),
            )
        )
    return tuple(made)


def _persistent(rng: np.random.Generator, parameters: Parameters) -> np.ndarray:
    """Noise of one business over the years, with memory, of the same spread in every year."""
    fresh = rng.normal(0.0, parameters.noise, len(PERIODS))
    keep = parameters.persistence
    noise = np.empty(len(PERIODS))
    noise[0] = fresh[0]
    for place in range(1, len(PERIODS)):
        noise[place] = keep * noise[place - 1] + np.sqrt(1.0 - keep**2) * fresh[place]
    return noise


def _thousands(yen: float) -> int:
    """Yen as businesses file them: rounded to thousands."""
    return max(1, round(yen / 1_000)) * 1_000
