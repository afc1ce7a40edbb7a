"""What a cut carries: the researchers' closed field list (※5) of the policy, item by item.

The list names fields, the catalogue knows what each item is, and this module says what becomes of
it: an amount of a fiscal period stays, a date becomes its year, a list becomes its length. What
names a business (`corporation`, `sole_proprietor` in the list) becomes the pseudonym.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from mirasapo.catalog.policy import class_bits
from mirasapo.errors import NotAllowed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mirasapo.catalog import Catalog, Item, Policy

PURPOSE = 1  # 政策の効果検証(EBPM)
RECIPIENT = 4  # researchers

Kind = Literal["period", "profile", "count", "header"]


@dataclass(frozen=True, slots=True)
class CutColumn:
    """One column of a cut: the item behind it and what becomes of the item.

    `period` amounts of a fiscal period, `profile` what the filing said of the business, `count`
    the number of rows in a list, `header` what the filing says of itself.
    """

    name: str
    item: Item
    field_ja: str
    kind: Kind

    @property
    def year_only(self) -> bool:
        """A date of which only the year is given."""
        return self.item.type == "date"

    @property
    def integer(self) -> bool:
        """Whether the column holds whole numbers; text otherwise."""
        whole = self.item.type in {"money", "integer"}
        return whole or self.kind == "count" or self.year_only


def cut_columns(catalog: Catalog, policy: Policy, narrowed_bits: int = 0) -> tuple[CutColumn, ...]:
    """The columns that researchers may get, in the order of the policy's list.

    Left out: data classes that the policy closes for purpose 1 and recipient 4, or that the Agency
    has closed (`narrowed_bits`), and items about third parties.
    """
    open_bits = policy.ceiling(PURPOSE, RECIPIENT) & ~narrowed_bits
    return tuple(
        _column(catalog.item(key), field.name_ja)
        for field in policy.researcher_fields["common"]
        for key in field.items
        if class_bits([catalog.item(key).data_class]) & open_bits
        and not catalog.item(key).third_party
    )


def require_study(columns: Sequence[CutColumn]) -> None:
    """Refuse a cut without accounts or without the facts of filings: nothing could be studied.

    Raises NotAllowed: the Agency has closed the data class that they belong to.
    """
    if {"period", "header"} <= {column.kind for column in columns}:
        return
    raise NotAllowed(
        "分析用データを切り出せません。",
        "効果検証に必要なデータ区分(財務情報・制度活用情報)の提供が止められています。",
        "中小企業庁の担当者に提供範囲を確認してください。",
    )


def _column(item: Item, field_ja: str) -> CutColumn:
    """A fact of the business carries its category, as several addresses have a prefecture."""
    if item.master_policy == "never":
        return CutColumn(item.column, item, field_ja, "header")
    if item.master_policy == "period":
        return CutColumn(item.column, item, field_ja, "period")
    if item.repeat_group is not None:
        return CutColumn(f"{item.category}_count", item, field_ja, "count")
    name = f"{item.category}_{item.column}"
    if item.type == "date":
        name = f"{name.removesuffix('_on')}_year"
    return CutColumn(name, item, field_ja, "profile")
