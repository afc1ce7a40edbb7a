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
    "entity_class": "business_identity.entity_class",
    "name": "business_identity.trade_name",
    "kana": "business_identity.trade_name_kana",
    "established_on": "business_identity.established_on",
    "founded_year": "business_identity.founding_year",
    "closing_month": "business_identity.fiscal_closing_month",
    "capital_yen": "business_identity.capital_yen",
    "employees_people": "business_identity.employee_count",
    "industry_major": "industry_business.main_industry_major",
    "industry_middle": "industry_business.main_industry_middle",
    "industry_name": "industry_business.main_industry_name",
    "prefecture": "registered_address.prefecture",
    "city": "registered_address.city",
    "registered_street": "registered_address.block_and_lot",
    "office_prefecture": "main_office_address.prefecture",
    "office_city": "main_office_address.city",
    "representative_family_name": "representative.family_name",
    "representative_given_name": "representative.given_name",
    "programme": "filing_header.programme_as_filed",
    "call_round": "filing_header.call_round",
    "result": "filing_header.result",
    "title": "filing_header.title",
    "place_number": "business_place.number",
    "place_name": "business_place.name",
    "place_prefecture": "business_place.prefecture",
    "institution_name": "support_institution.name",
    "period_class": "finance.period_class",
    "closed_on": "finance.fiscal_closed_on",
    "employees_at_end": "finance.closing_employee_count",
    "total_assets": "finance.total_assets_yen",
    "current_assets": "finance.current_assets_yen",
    "fixed_assets": "finance.fixed_assets_yen",
    "deferred_assets": "finance.deferred_assets_yen",
    "total_liabilities": "finance.total_liabilities_yen",
    "current_liabilities": "finance.current_liabilities_yen",
    "fixed_liabilities": "finance.fixed_liabilities_yen",
    "net_assets": "finance.net_assets_yen",
    "capital_at_end": "finance.closing_capital_stock_yen",
    "net_sales": "finance.net_sales_yen",
    "cost_of_sales": "finance.cost_of_sales_yen",
    "gross_profit": "finance.gross_profit_yen",
    "sga_expenses": "finance.selling_and_administrative_expenses_yen",
    "personnel_cost": "finance.personnel_cost_yen",
    "operating_income": "finance.operating_income_yen",
    "non_operating_income": "finance.non_operating_income_yen",
    "non_operating_expenses": "finance.non_operating_expenses_yen",
    "ordinary_income": "finance.ordinary_income_yen",
    "income_before_tax": "finance.income_before_tax_yen",
    "net_income": "finance.net_income_yen",
    "depreciation": "finance.depreciation_yen",
    "value_added": "finance.value_added_yen",
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
