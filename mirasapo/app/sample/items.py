"""Which items of the catalogue the sample fills: the one place that names them.

`Form` asks the catalogue what a programme's form has, where a value goes and how a code is
written; an item that the form does not have is left out.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mirasapo.catalog import Catalog, Item

ITEMS = {
    "corporate_number": "business_identity.corporate_number",
    "sole_proprietor_key": "business_identity.sole_proprietor_key",
    "entity_class": "business_identity.business_entity_class",
    "name": "business_identity.trade_name",
    "kana": "business_identity.trade_name_kana",
    "established_on": "business_identity.establishment_date",
    "founded_year": "business_identity.founding_year",
    "closing_month": "business_identity.fiscal_closing_month",
    "capital_yen": "business_identity.capital_amount",
    "employees_people": "business_identity.employee_count",
    "industry_major": "industry_business.main_industry_major",
    "industry_middle": "industry_business.main_industry_middle",
    "industry_name": "industry_business.main_industry_name",
    "registered_prefecture": "registered_address.registered_prefecture",
    "registered_city": "registered_address.registered_city",
    "registered_street": "registered_address.registered_block_and_lot",
    "office_prefecture": "main_office_address.main_office_prefecture",
    "office_city": "main_office_address.main_office_city",
    "representative_family_name": "representative.representative_family_name",
    "representative_given_name": "representative.representative_given_name",
    "programme": "filing_header.application_programme_code",
    "call_round": "filing_header.application_call_round",
    "result": "filing_header.application_result",
    "title": "filing_header.application_title",
    "place_number": "business_place.business_place_number",
    "place_name": "business_place.business_place_name",
    "place_prefecture": "business_place.business_place_prefecture",
    "institution_name": "support_org.support_org_name",
    "period_class": "finance.fin_period_class",
    "closed_on": "finance.fin_closing_date",
    "employees_at_end": "finance.fin_employees_at_end",
    "total_assets": "finance.fin_total_assets",
    "current_assets": "finance.fin_current_assets",
    "fixed_assets": "finance.fin_fixed_assets",
    "deferred_assets": "finance.fin_deferred_assets",
    "total_liabilities": "finance.fin_total_liabilities",
    "current_liabilities": "finance.fin_current_liabilities",
    "fixed_liabilities": "finance.fin_fixed_liabilities",
    "net_assets": "finance.fin_net_assets",
    "capital_at_end": "finance.fin_capital_stock_at_end",
    "net_sales": "finance.fin_net_sales",
    "cost_of_sales": "finance.fin_cost_of_sales",
    "gross_profit": "finance.fin_gross_profit",
    "sga_expenses": "finance.fin_sga_expenses",
    "personnel_cost": "finance.fin_personnel_cost",
    "operating_income": "finance.fin_operating_income",
    "non_operating_income": "finance.fin_non_operating_income",
    "non_operating_expenses": "finance.fin_non_operating_expenses",
    "ordinary_income": "finance.fin_ordinary_income",
    "income_before_tax": "finance.fin_income_before_tax",
    "net_income": "finance.fin_net_income",
    "depreciation": "finance.fin_depreciation_total",
    "value_added": "finance.fin_value_added",
}
# Free text of these data classes says of itself that it is made up: business, persons in charge,
# plans, projects, problems.
TEXT_CLASSES = frozenset({3, 5, 7, 8, 11})
_HEADER = ITEMS["title"].split(".")[0]


class Form:
    """The form of one programme, as the catalogue has it."""

    def __init__(self, catalog: Catalog, programme: str) -> None:
        self.programme = catalog.programme(programme)
        self._catalog = catalog
        self._items = {item.key: item for item in catalog.form(programme)}
        self._texts = {
            item.key: _made_up_text(item) for item in self._items.values() if _is_free_text(item)
        }

    @property
    def version(self) -> str:
        """The newest version of the form."""
        return self.programme.form_versions[-1]

    def items(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Item keys and values of what occurs once, by the names of ITEMS; and the free text."""
        return {**self._texts, **self._row(values)}

    def groups(self, *rows: Iterable[Mapping[str, Any]]) -> dict[str, list[dict[str, Any]]]:
        """The rows of repeat groups by table, each row by the names of ITEMS."""
        groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for row in (row for listed in rows for row in listed):
            keyed = self._row(row)
            if keyed:
                groups[self._items[next(iter(keyed))].table].append(keyed)
        return dict(groups)

    def _row(self, values: Mapping[str, Any]) -> dict[str, Any]:
        found = ((ITEMS[name], value) for name, value in values.items() if value is not None)
        return {
            key: _written(self._items[key], value) for key, value in found if key in self._items
        }


def _is_free_text(item: Item) -> bool:
    return (
        item.type in {"string", "text"}
        and item.data_class in TEXT_CLASSES
        and item.repeat_group is None
        and not item.array
        and not item.limit.format
        and not item.third_party
        and item.category != _HEADER
        and item.key not in ITEMS.values()
    )


def _made_up_text(item: Item) -> str:
    text = f"見本(架空):{item.label_ja}"
    return text[: item.limit.max_length] if item.limit.max_length else text


def _written(item: Item, value: Any) -> Any:
    """A value as JSON; a code is given by its Japanese label or as the code itself."""
    if item.codes is None or value in item.codes.codes:
        return value
    return next(code for code, label in item.codes.codes.items() if label == value)
