"""The filing that the story pushes: programme 04, items chosen by asking the catalogue, two files."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mirasapo.catalog import load_policy, sample_value, value_faults
from mirasapo.catalog.fiscal_year import fiscal_year_of

if TYPE_CHECKING:
    from datetime import date

    from mirasapo.catalog import Catalog, Item

PROGRAMME = "04"
PDF = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj
trailer<</Root 1 0 R>>
%%EOF
"""
FINANCE = 6  # the data class of the policy that the business will approve
MONEY_YEN = 123_456_789
PEOPLE = 37


@dataclass(frozen=True, slots=True)
class StoryFiling:
    """A payload with its attachments, and the items that the steps ask for by name."""

    payload: dict[str, Any]
    attachments: dict[str, bytes]
    once_only: Item
    once_only_value: int


def filing(
    catalog: Catalog, corporate_number: str, filing_number: str, filed_on: date
) -> StoryFiling:
    """A valid filing of the business: one fact held once, a fiscal period, a plan, two files."""
    form = catalog.form(PROGRAMME)
    year = fiscal_year_of(filed_on)
    single = [item for item in form if item.repeat_group is None and not item.array]
    once_only = next(
        item
        for item in single
        if item.domain == "generic"
        and item.type == "integer"
        and not value_faults(item, PEOPLE)
        and (item.master_policy, item.master_unit) == ("latest", "item")
    )
    # two data classes in one row: what is approved must come without its neighbour
    amount, plan = next(
        (one, other)
        for one in single
        for other in single
        if (one.type, other.type, one.table) == ("money", "text", other.table)
        and one.data_class == FINANCE != other.data_class
    )
    files = [item for item in single if item.type == "file"][:2]
    period = next(
        table
        for table in catalog.tables
        if table.items[0].master_policy == "period" and table.items[0] in form
    )
    drawn = random.Random(1)  # noqa: S311 - a made-up value, not a secret
    row = {
        item.key: MONEY_YEN if item.type == "money" else sample_value(item, drawn)
        for item in period.items
        if item in form and (item.type == "money" or item.row_key)
    }
    names = {item.key: f"{number}.pdf" for number, item in enumerate(files, 1)}
    return StoryFiling(
        payload={
            "programme": PROGRAMME,
            "form_version": catalog.programmes[PROGRAMME].form_versions[-1],
            "filing_number": filing_number,
            "version": 1,
            "procedure": "new",
            "status": "filed",
            "fiscal_year": year,
            "filed_on": filed_on.isoformat(),
            "business": {"corporate_number": corporate_number, "sole_proprietor_key": None},
            "consent": {"answer": None, "terms_version": load_policy().terms_of(year).version},
            "items": {
                once_only.key: PEOPLE,
                amount.key: MONEY_YEN,
                plan.key: "物語のための架空の計画です。",
                **names,
            },
            "groups": {period.name: [row]},
            "attachments": [
                {"name": name, "item": key, "sha256": None} for key, name in names.items()
            ],
        },
        attachments={name: PDF + f"% {name}\n".encode() for name in names.values()},
        once_only=once_only,
        once_only_value=PEOPLE,
    )


def faulty(good: StoryFiling) -> tuple[dict[str, Any], list[str]]:
    """The same filing with three faults of three kinds, and the items they are on, sorted."""
    payload = {**good.payload, "filing_number": f"{good.payload['filing_number']}-faulty"}
    (stem, (row,)) = next(iter(good.payload["groups"].items()))
    money = next(key for key, value in row.items() if isinstance(value, int))
    payload["items"] = {**good.payload["items"], good.once_only.key: "三十七", "no_such.item": 1}
    payload["groups"] = {stem: [{**row, money: 0.5}]}
    return payload, sorted([good.once_only.key, "no_such.item", money])
