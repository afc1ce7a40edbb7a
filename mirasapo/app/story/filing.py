"""The filing that the story pushes: programme 04, items chosen by asking the catalogue, two files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mirasapo.catalog import Catalog, Item

PROGRAMME = "04"
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
FILED_ON = "2026-06-15"
FISCAL_YEAR = 2026


@dataclass(frozen=True, slots=True)
class StoryFiling:
    """A payload with its attachments, and the items that the steps ask for by name."""

    payload: dict[str, Any]
    attachments: dict[str, bytes]
    once_only: Item
    once_only_value: int


def filing(catalog: Catalog, corporate_number: str, filing_number: str) -> StoryFiling:
    """A valid filing of the business: one fact held once, a fiscal period, a plan, two files."""
    form = catalog.form(PROGRAMME)
    single = [item for item in form if item.repeat_group is None and not item.array]
    once_only = next(
        item
        for item in single
        if item.domain == "generic"
        and item.type == "integer"
        and (item.master_policy, item.master_unit) == ("latest", "item")
    )
    plan = next(item for item in single if item.domain == "specific" and item.type == "text")
    files = [item for item in single if item.type == "file"][:2]
    period = next(
        table
        for table in catalog.tables
        if table.items[0].master_policy == "period" and table.items[0] in form
    )
    row = {
        item.key: item.sample
        for item in period.items
        if item in form and item in period.row_key_items
    }
    row |= {item.key: 123_000_000 for item in period.items if item in form and item.type == "money"}
    names = {item.key: f"{number}.pdf" for number, item in enumerate(files, 1)}
    value = 37
    return StoryFiling(
        payload={
            "programme": PROGRAMME,
            "form_version": "2026-1",
            "filing_number": filing_number,
            "version": 1,
            "procedure": "new",
            "status": "filed",
            "fiscal_year": FISCAL_YEAR,
            "filed_on": FILED_ON,
            "business": {"corporate_number": corporate_number, "sole_proprietor_key": None},
            "consent": {"answer": None, "terms_version": "policy-2025-02-14"},
            "items": {once_only.key: value, plan.key: "物語のための架空の計画です。", **names},
            "groups": {period.name: [row]},
            "attachments": [
                {"name": name, "item": key, "sha256": None} for key, name in names.items()
            ],
        },
        attachments={name: PDF + f"% {name}\n".encode() for name in names.values()},
        once_only=once_only,
        once_only_value=value,
    )


def faulty(good: StoryFiling) -> tuple[dict[str, Any], list[str]]:
    """The same filing with three faults of three kinds, and the items they are on, sorted."""
    payload = {**good.payload, "filing_number": f"{good.payload['filing_number']}-faulty"}
    (stem, (row,)) = next(iter(good.payload["groups"].items()))
    money = next(key for key, value in row.items() if isinstance(value, int))
    payload["items"] = {**good.payload["items"], good.once_only.key: "三十七", "no_such.item": 1}
    payload["groups"] = {stem: [{**row, money: 0.5}]}
    return payload, sorted([good.once_only.key, "no_such.item", money])
