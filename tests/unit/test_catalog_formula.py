"""A formula is arithmetic over items and nothing else, and its units are worked out."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirasapo.catalog import load_catalog
from mirasapo.catalog.dimension import dimension, of_unit, written
from mirasapo.catalog.expression import Number, Operation, operands, parse_expression

if TYPE_CHECKING:
    from mirasapo.catalog import Catalog

SALES, PEOPLE = "finance.net_sales_yen", "finance.closing_employee_count"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1 +",
        "(" * 300 + "1" + ")" * 150,
        "-" * 499 + "1",
        "1+" * 600 + "1",
        "1\x00",
        "9 ** 9 ** 9",
        "1e999",
        "True",
        "'円'",
        "-1",
        "__import__('os').getcwd()",
        "().__class__",
        "finance.__class__",
        ".".join("a" * 240),
        f"{SALES}.real",
        f"{SALES} if 1 else 2",
        f"[{SALES} for x in y]",
        "(x := 1)",
        "lambda: 1",
        f"sum({SALES}, 1)",
        f"sum({SALES}, start=1)",
        "sum(*finance)",
        f"max({SALES})",
        f"sum(previous({SALES}))",
        "finance",
        "nobody.knows",
    ],
)
def test_what_is_no_arithmetic_over_items_is_refused(catalog: Catalog, text: str) -> None:
    with pytest.raises(ValueError, match=r"。$"):
        parse_expression(text, catalog.items_by_key)


@given(st.text(max_size=80) | st.text("()+-*/.,[]{}:='_ 0129finance", max_size=200))
def test_any_text_is_read_or_refused_with_a_sentence(text: str) -> None:
    said = "。"
    try:
        parse_expression(text, load_catalog().items_by_key)
    except ValueError as refused:
        said = str(refused)
    assert said.endswith("。")


def test_an_expression_becomes_a_tree(catalog: Catalog) -> None:
    tree = parse_expression(f"({SALES} / previous({SALES}) - 1) * 0.5", catalog.items_by_key)
    assert isinstance(tree, Operation)
    assert tree.right == Number(Fraction(1, 2))
    assert [each.reach for each in operands(tree)] == ["", "previous"]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        (SALES, "円"),
        (f"{SALES} / {PEOPLE}", "円/人"),
        (f"{SALES} / {SALES}", "単位なし"),
        (f"({SALES} / {SALES} - 1) * 100", "%"),
        (f"{SALES} / ({SALES} / 12)", "か月"),
        (f"{SALES} * {SALES} / {SALES}", "円"),
        (f"1 / {PEOPLE}", "1/人"),
        ("local_benchmark_financial.ebitda_debt_ratio", "単位なし"),
    ],
)
def test_the_unit_of_an_expression_is_worked_out(catalog: Catalog, text: str, unit: str) -> None:
    assert written(dimension(parse_expression(text, catalog.items_by_key))) == unit


@pytest.mark.parametrize(
    "text", [f"{SALES} + {PEOPLE}", f"{SALES} - 1", f"{SALES} / {SALES} - 100"]
)
def test_unlike_units_are_not_added(catalog: Catalog, text: str) -> None:
    with pytest.raises(ValueError, match="足し引きできません"):
        dimension(parse_expression(text, catalog.items_by_key))


def test_units_are_read_as_powers() -> None:
    assert of_unit("円/人") == {("円", 1), ("人", -1)}
    assert of_unit("倍") == of_unit(None) == frozenset()
