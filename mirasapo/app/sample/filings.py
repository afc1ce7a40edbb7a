"""What every made-up business files, as the programme systems would send it.

    04  one filing per application, with up to three years of accounts
    06  a yearly report (ミラサポplus) with the accounts of the year before
    13  a plan with a check sheet of consent: given, refused or not answered

Filings of the fiscal years to 2021 were made under terms without secondary use.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mirasapo.app.sample.bodies import CITY, Body, body_of
from mirasapo.app.sample.items import Form
from mirasapo.app.sample.world import PERIODS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mirasapo.app.sample.world import Accounts, Business, World
    from mirasapo.catalog import Catalog, Policy

CLIENTS = {"04": "jgrants-04", "06": "mirasapo-plus-06", "13": "keiei-kojo-13"}
FIRST_REPORT, LAST_REPORT = 2022, PERIODS[-1] + 1
INSTITUTION_NAMES = ("見本よろず支援拠点(架空)", "見本商工会議所(架空)", "見本会計事務所(架空)")
_PERIOD_CLASSES = ("直近", "前期", "前々期")


@dataclass(frozen=True, slots=True)
class MadeFiling:
    """A filing ready to be received: its sender, its number and its body as bytes."""

    client_id: str
    programme: str
    filing_number: str
    body: bytes


def number_prefix(seed: int) -> str:
    """How the filing numbers of a sample begin."""
    return f"SAMPLE-{seed:05d}-"


class Filings:
    """Builds the filings of a world from the catalogue's forms."""

    def __init__(self, catalog: Catalog, policy: Policy, world: World) -> None:
        self._catalog = catalog
        self._policy = policy
        self._world = world
        self._forms = {programme: Form(catalog, programme) for programme in CLIENTS}

    def __iter__(self) -> Iterator[MadeFiling]:
        for business in self._world.businesses:
            yield from self.of(business)

    def of(self, business: Business) -> Iterator[MadeFiling]:
        """The filings of one business in the order of their dates within a programme."""
        for application in business.applications:
            yield self._filing(
                business,
                "04",
                application.fiscal_year,
                {
                    "procedure": "new",
                    "status": "adopted" if application.adopted else "not_adopted",
                    "filed_on": f"{application.fiscal_year}-07-15",
                },
                {"result": "採択" if application.adopted else "不採択"},
                periods=3,
            )
        if business.part != "planner":
            first = FIRST_REPORT - 1 if business.reported_before else FIRST_REPORT
            for year in range(first, LAST_REPORT + 1):
                header = {"procedure": "report", "status": "filed", "filed_on": f"{year}-06-20"}
                periods = 3 if year <= FIRST_REPORT else 1
                yield self._filing(business, "06", year, header, {}, periods=periods)
        if business.plan_year is not None:
            header = {
                "procedure": "new",
                "status": "adopted",
                "filed_on": f"{business.plan_year}-10-03",
            }
            answer = business.plan_consent
            yield self._filing(
                business, "13", business.plan_year, header, {"result": "認定"}, answer=answer
            )

    def _filing(
        self,
        business: Business,
        programme: str,
        year: int,
        header: Mapping[str, Any],
        facts: Mapping[str, Any],
        *,
        periods: int = 1,
        answer: str | None = None,
    ) -> MadeFiling:
        form = self._forms[programme]
        body = body_of(self._catalog, self._world.seed, business)
        accounts = [one for one in business.accounts if year - periods <= one.fiscal_year < year]
        number = f"{number_prefix(self._world.seed)}{business.index:06d}-{programme}-{year}"
        items = {
            **_profile(body, business, accounts[-1]),
            "programme": programme,
            "call_round": f"{year}年度第1回",
            "title": f"見本(架空)の{form.programme.short_ja}の申請",
            **facts,
        }
        document = {
            "programme": programme,
            "form_version": form.version,
            "filing_number": number,
            "version": 1,
            "fiscal_year": year,
            **header,
            "business": {
                "corporate_number": body.corporate_number,
                "sole_proprietor_key": body.sole_proprietor_key,
            },
            "consent": {"answer": answer, "terms_version": self._policy.terms_of(year).version},
            "items": form.items(items),
            "groups": form.groups(
                (_accounts(one, business, back) for back, one in enumerate(reversed(accounts))),
                _places(body, business),
                [{"institution_name": INSTITUTION_NAMES[business.index % len(INSTITUTION_NAMES)]}],
            ),
        }
        text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
        return MadeFiling(CLIENTS[programme], programme, number, text.encode())


def _profile(body: Body, business: Business, accounts: Accounts) -> dict[str, Any]:
    sole = business.sole_proprietor
    return {
        "corporate_number": body.corporate_number,
        "sole_proprietor_key": body.sole_proprietor_key,
        "entity_class": "個人事業主" if sole else "法人",
        "name": body.name,
        "kana": body.kana,
        "established_on": None if sole else f"{business.founded_year}-04-01",
        "founded_year": business.founded_year,
        "closing_month": 3,
        "capital_yen": None if sole else business.capital_yen,
        "employees_people": accounts.employees_people,
        "industry_major": business.industry.major,
        "industry_middle": business.industry.middle,
        "industry_name": business.industry.name,
        "prefecture": None if sole else body.prefecture,
        "city": None if sole else CITY,
        "registered_street": None if sole else body.street,
        "office_prefecture": body.prefecture,
        "office_city": CITY,
        "representative_family_name": body.family_name,
        "representative_given_name": body.given_name,
    }


def _places(body: Body, business: Business) -> list[dict[str, Any]]:
    return [
        {
            "place_number": str(number),
            "place_name": f"見本第{number}事業所(架空)",
            "place_prefecture": body.prefecture,
        }
        for number in range(1, business.business_places + 1)
    ]


def _accounts(accounts: Accounts, business: Business, back: int) -> dict[str, Any]:
    """A fiscal period whose sums agree: income statement, balance sheet, value added."""
    sales, added = accounts.net_sales_yen, accounts.value_added_yen
    depreciation = accounts.depreciation_yen
    cost = _share(sales - added, 80)
    personnel = _share(added, 70)
    operating = added - personnel - depreciation
    income, expenses = _share(sales, 1), _share(sales, 2)
    ordinary = operating + income - expenses
    assets, current_assets = _share(sales, 80), _share(sales, 50)
    liabilities, current_liabilities = _share(sales, 55), _share(sales, 25)
    return {
        "period_class": _PERIOD_CLASSES[back],
        "closed_on": f"{accounts.fiscal_year + 1}-03-31",
        "employees_at_end": accounts.employees_people,
        "total_assets": assets,
        "current_assets": current_assets,
        "fixed_assets": assets - current_assets,
        "deferred_assets": 0,
        "total_liabilities": liabilities,
        "current_liabilities": current_liabilities,
        "fixed_liabilities": liabilities - current_liabilities,
        "net_assets": assets - liabilities,
        "capital_at_end": None if business.sole_proprietor else business.capital_yen,
        "net_sales": sales,
        "cost_of_sales": cost,
        "gross_profit": sales - cost,
        "sga_expenses": sales - cost - operating,
        "personnel_cost": personnel,
        "operating_income": operating,
        "non_operating_income": income,
        "non_operating_expenses": expenses,
        "ordinary_income": ordinary,
        "income_before_tax": ordinary,
        "net_income": _share(ordinary, 70) if ordinary > 0 else ordinary,
        "depreciation": depreciation,
        "value_added": added,
    }


def _share(yen: int, percent: int) -> int:
    return yen * percent // 100
