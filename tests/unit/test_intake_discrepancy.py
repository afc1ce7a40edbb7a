"""What does not add up in a filing is told with the amounts; what cannot be worked out is not."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from mirasapo.app.sample.filings import Filings
from mirasapo.app.sample.world import make_world
from mirasapo.intake.discrepancy import MAX_DISCREPANCIES, discrepancies
from mirasapo.intake.payload import FilingReader
from tests.factories import body_of, filing_payload

if TYPE_CHECKING:
    from mirasapo.catalog import Catalog, Policy

TODAY = date(2026, 11, 23)
SHEET: dict[str, Any] = {
    "fiscal_closed_on": date(2022, 3, 31),
    "total_assets_yen": 100_000,
    "current_assets_yen": 60_000,
    "fixed_assets_yen": 40_000,
    "total_liabilities_yen": 70_000,
    "net_assets_yen": 30_000,
}


def found(catalog: Catalog, **rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [each.as_dict() for each in discrepancies(catalog, rows)]


def rules(catalog: Catalog, **rows: list[dict[str, Any]]) -> list[str]:
    return [each["rule"] for each in found(catalog, **rows)]


def test_合う貸借対照表に警告はない(catalog: Catalog) -> None:
    assert found(catalog, financial_statement=[SHEET]) == []


def test_合わない貸借対照表は金額とともに警告になる(catalog: Catalog) -> None:
    broken = {**SHEET, "net_assets_yen": 20_000}
    (warning,) = found(catalog, financial_statement=[SHEET, broken])
    assert warning == {
        "rule": "total_assets_by_financing",
        "item": "finance.total_assets_yen",
        "label": "資産合計",
        "items": ["finance.total_liabilities_yen", "finance.net_assets_yen"],
        "row": 2,
        "filed": 100_000,
        "computed": 90_000,
        "difference": 10_000,
        "tolerance": 2000,
        "unit": "円",
        "what": "2行目: 「資産合計 = 負債合計 + 純資産合計」が合いません。"
        "申請 100,000円、計算 90,000円、差 10,000円。",
    }


@pytest.mark.parametrize(("off", "warned"), [(2000, False), (2001, True), (-2001, True)])
def test_許す差までは警告にならない(catalog: Catalog, off: int, warned: bool) -> None:
    sheet = {**SHEET, "net_assets_yen": 30_000 + off}
    assert bool(found(catalog, financial_statement=[sheet])) is warned


def test_要る項目がなければ計算しない(catalog: Catalog) -> None:
    for column in ("net_assets_yen", "total_assets_yen"):
        sheet = {**SHEET, "total_liabilities_yen": 1, column: None}
        assert "total_assets_by_financing" not in rules(catalog, financial_statement=[sheet])


def test_なくてもよい項目は0とみなすが_すべてなければ計算しない(catalog: Catalog) -> None:
    assert rules(catalog, funding=[{"subsidy_yen": 100}]) == []
    assert rules(catalog, funding=[{"subsidy_yen": 100, "bridge_own_yen": 40}]) == [
        "funding_bridge"
    ]


def test_明細の和は行を足し_欠けた行があれば計算しない(catalog: Catalog) -> None:
    lines = [{"line_number": 1, "eligible_yen": 30}, {"line_number": 2, "eligible_yen": 40}]
    total = [{"sum_eligible_yen": 71}]
    (warning,) = found(catalog, expense=total, expense_line=lines)
    assert (warning["computed"], warning["difference"], warning["row"]) == (70, 1, None)
    assert rules(catalog, expense=total, expense_line=[*lines, {"line_number": 3}]) == []
    assert rules(catalog, expense=total) == []


def test_行のない和は_なくてもよい項目でなければ計算しない(catalog: Catalog) -> None:
    funding = [{"own_yen": 1, "subsidy_yen": 2, "other_yen": 3, "total_yen": 9}]
    (formula,) = (each for each in catalog.formulas if each.name == "funding_total")
    assert rules(catalog, funding=funding) == ["funding_total"]
    loan = catalog.item("funding.loan_yen")
    strict = replace(catalog, formulas=(replace(formula, as_zero=formula.as_zero - {loan}),))
    assert rules(strict, funding=funding) == []


def test_ロカベンの指標は同じ決算日の財務から計算する(catalog: Catalog) -> None:
    sheets = [
        {"fiscal_closed_on": date(2021, 3, 31), "net_sales_yen": 200},
        {"fiscal_closed_on": date(2022, 3, 31), "net_sales_yen": 250, "operating_income_yen": 25},
    ]
    mark = {
        "base_closed_on": date(2022, 3, 31),
        "operating_margin_percent": Decimal("10.1"),
        "sales_growth_percent": Decimal("25.0"),
    }
    rows = {"financial_statement": sheets, "local_benchmark_financial": [mark]}
    assert found(catalog, **rows) == []
    mark |= {"operating_margin_percent": Decimal("10.2"), "sales_growth_percent": Decimal(20)}
    assert rules(catalog, **rows) == ["sales_growth_percent", "operating_margin_percent"]
    mark["base_closed_on"] = date(2020, 3, 31)
    assert found(catalog, **rows) == []


def test_前の年は12か月前に締めた期だけである(catalog: Catalog) -> None:
    last = {"fiscal_closed_on": date(2024, 2, 29), "net_sales_yen": 150}
    mark = {"base_closed_on": date(2024, 2, 29), "sales_growth_percent": Decimal(0)}
    for fiscal_closed_on, warned in ((date(2023, 2, 28), True), (date(2023, 9, 30), False)):
        older = {"fiscal_closed_on": date(2022, 2, 28), "net_sales_yen": 150}
        sheets = [older, {"fiscal_closed_on": fiscal_closed_on, "net_sales_yen": 100}, last]
        told = found(catalog, financial_statement=sheets, local_benchmark_financial=[mark])
        assert bool(told) is warned


def test_割る数が0以下なら計算しない(catalog: Catalog) -> None:
    sheet = {"fiscal_closed_on": date(2022, 3, 31), "net_sales_yen": 0, "operating_income_yen": 25}
    mark = {"base_closed_on": date(2022, 3, 31), "operating_margin_percent": Decimal(99)}
    assert found(catalog, financial_statement=[sheet], local_benchmark_financial=[mark]) == []


def test_伸び率は基準年度からはかる(catalog: Catalog) -> None:
    plan = [
        {"year_number": 0, "payroll_yen": 100},
        {"year_number": 1, "payroll_yen": 110},
        {"year_number": 2, "payroll_yen": 121, "payroll_growth_percent": Decimal("21.0")},
    ]
    assert found(catalog, profit_plan_year=plan) == []
    plan[2]["payroll_growth_percent"] = Decimal("10.0")
    assert rules(catalog, profit_plan_year=plan) == ["plan_payroll_growth_percent"]


def test_空の行があっても送られた行の番号を言う(catalog: Catalog) -> None:
    reader = FilingReader(catalog)
    payload = filing_payload(catalog, items={}, attachments=[])
    broken = {
        "finance.fiscal_closed_on": "2022-03-31",
        "finance.total_assets_yen": 100_000,
        "finance.total_liabilities_yen": 1,
        "finance.net_assets_yen": 1,
    }
    payload["groups"] = {"financial_statement": [{}, {}, broken]}
    filing, _ = reader.read(body_of(payload), {}, programmes=["04"], today=TODAY)
    assert filing is not None
    rows, numbers = filing.content.rows, filing.content.numbers
    (warning,) = discrepancies(catalog, rows, numbers)
    assert warning.as_dict()["what"].startswith("3行目: ")


def test_警告の数には限りがある(catalog: Catalog) -> None:
    broken = {**SHEET, "net_assets_yen": 20_000}
    sheets = [broken] * (MAX_DISCREPANCIES + 1)
    assert len(discrepancies(catalog, {"financial_statement": sheets})) == MAX_DISCREPANCIES


def test_見本の申請に食い違いはなく_資産を壊せば出る(catalog: Catalog, policy: Policy) -> None:
    reader = FilingReader(catalog)
    sheets: Counter[str] = Counter()
    for made in Filings(catalog, policy, make_world(20, 5)):
        filing, _ = reader.read(made.body, {}, programmes=[made.programme], today=TODAY)
        assert filing is not None
        rows = filing.content.rows
        assert discrepancies(catalog, rows) == []
        for sheet in rows.get("financial_statement", ()):
            if "total_assets_yen" in sheet:
                sheet["total_assets_yen"] += 5000
        sheets.update(each.formula.name for each in discrepancies(catalog, rows))
    assert sheets["total_assets_by_parts"] == sheets["total_assets_by_financing"] > 0
