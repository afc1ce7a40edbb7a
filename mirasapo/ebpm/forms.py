"""The forms of the sixteen programmes beside one another: what they share, what is asked anew.

Everything is counted on the data model; no filing is read. An item counts once, whatever its
length and however many rows of it a business writes.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pandas as pd

from mirasapo.catalog import load_catalog

if TYPE_CHECKING:
    from mirasapo.catalog import Catalog, Item, Programme

GENERIC = "generic"


def programme_label(programme: Programme) -> str:
    """Number and short name, as the axes of the figures say it."""
    return f"{programme.code} {programme.short_ja}"


def is_held(item: Item) -> bool:
    """Once filed it need not be asked again: a generic item that some rule takes into the master."""
    return item.domain == GENERIC and item.master_policy != "never"


def frequent_items(catalog: Catalog | None = None, *, least: int = 1) -> pd.DataFrame:
    """頻出データ項目: a row an item on at least `least` forms, the most frequent first.

    Columns: item, label, category, domain, programmes (重複出現回数: how many forms ask for it).
    """
    catalog = catalog or load_catalog()
    rows = [
        (item.key, item.label_ja, catalog.categories[item.category], item.domain, count)
        for item in catalog.items
        if (count := len(item.programmes)) >= least
    ]
    table = pd.DataFrame(rows, columns=["item", "label", "category", "domain", "programmes"])
    return table.sort_values("programmes", ascending=False, kind="stable", ignore_index=True)


def frequencies(catalog: Catalog | None = None) -> pd.DataFrame:
    """How many items are on exactly 1, 2 … 16 forms. Columns: programmes, generic, specific."""
    catalog = catalog or load_catalog()
    counted = Counter((item.domain, len(item.programmes)) for item in catalog.items)
    numbers = range(1, len(catalog.programmes) + 1)
    return pd.DataFrame(
        [(n, counted["generic", n], counted["specific", n]) for n in numbers],
        columns=["programmes", "generic", "specific"],
    )


def once_only(catalog: Catalog | None = None) -> pd.DataFrame:
    """What each form asks for, and what of it can be filled from what is held.

    A row a programme: items = held + generic_anew + specific, share = held / items. This is the most
    that can be: it takes for granted that the business's master is complete.
    """
    catalog = catalog or load_catalog()
    rows = []
    for programme in catalog.programmes.values():
        generic = sum(item.domain == GENERIC for item in programme.items)
        held = sum(map(is_held, programme.items))
        every = len(programme.items)
        name = programme_label(programme)
        rows.append((name, every, held, generic - held, every - generic, held / every))
    columns = ["programme", "items", "held", "generic_anew", "specific", "share"]
    return pd.DataFrame(rows, columns=columns)


def overlap(catalog: Catalog | None = None) -> pd.DataFrame:
    """The share of the column's form that the row's form asks for as well (汎用と制度固有).

    Rows and columns are programmes; the diagonal is 1. Not symmetric: a short form may lie wholly
    inside a long one.
    """
    return _shares(catalog or load_catalog(), held_only=False)


def filled_after(catalog: Catalog | None = None) -> pd.DataFrame:
    """The share of the column's form that is filled when only the row's form was filed before."""
    return _shares(catalog or load_catalog(), held_only=True)


def _shares(catalog: Catalog, *, held_only: bool) -> pd.DataFrame:
    forms = {programme_label(each): frozenset(each.items) for each in catalog.programmes.values()}
    brought = {
        name: frozenset(filter(is_held, items)) if held_only else items
        for name, items in forms.items()
    }
    return pd.DataFrame(
        {
            name: [len(before & items) / len(items) for before in brought.values()]
            for name, items in forms.items()
        },
        index=pd.Index(brought, name="programme"),
    )
