"""What the register (国税庁法人番号) says of a business, in the terms of the catalogue.

`data_model/mappings/nta.csv` says which column of `open.register_body` is which item.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirasapo.business.fold import Contribution, Row
from mirasapo.business.order import Authority

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import RowMapping

    from mirasapo.catalog import Catalog, Item


def register_items(catalog: Catalog) -> dict[str, Item]:
    """The item of each column of `open.register_body` that has one."""
    return {
        field.columns["register_column"]: field.item
        for field in catalog.mappings["nta"]
        if field.item is not None and field.columns["register_column"]
    }


def item_of(catalog: Catalog, column: str) -> Item:
    """The item that a column of the register holds."""
    return register_items(catalog)[column]


def register_contribution(columns: Mapping[str, Item], body: RowMapping) -> Contribution:
    """The contribution of one row of `open.register_body`; `columns` are `register_items`."""
    rows: dict[str, Row] = {}
    for column, item in columns.items():
        if (value := body[column]) is not None:
            rows.setdefault(item.table, {})[item.column] = value
    return Contribution(
        authority=Authority.NTA,
        source="nta",
        reference="",
        basis="open",
        as_of_on=body["updated_on"],
        version=body["sequence_number"],
        payload_sha256=body["payload_sha256"],
        rows={stem: [row] for stem, row in rows.items()},
    )
