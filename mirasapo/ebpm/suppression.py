"""What a printed table may show: no cell of fewer than ten businesses, counts rounded to five.

This is the least a table needs before anybody outside sees it; dominance, differencing and the
review by two persons belong to the output release.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirasapo.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Collection

    import pandas as pd

MINIMUM_FIRMS = 10
ROUNDED_TO = 5
HIDDEN = f"<{MINIMUM_FIRMS}"


def protect(table: pd.DataFrame, firms: str = "firms", keep: Collection[str] = ()) -> pd.DataFrame:
    """A copy of `table` that may be printed.

    `firms` is the column that counts the businesses behind a row. A row of fewer than
    `MINIMUM_FIRMS` keeps only the columns in `keep` (what names the row); everything else in it
    becomes null and its count 「<10」. The other counts are rounded to the nearest five.

    Raises BadInput when the table does not say how many businesses a row stands for.
    """
    if firms not in table.columns or table[firms].isna().any():
        raise BadInput(
            "表を出力できません。",
            "各行が何事業者から成るかを示す列がありません。",
            "事業者数の列を付けてください。",
        )
    small = table[firms] < MINIMUM_FIRMS
    shown = table.astype(object)
    hidden_columns = [name for name in table.columns if name not in {*keep, firms}]
    shown.loc[small, hidden_columns] = None
    rounded = (table[firms] / ROUNDED_TO).round().astype(int) * ROUNDED_TO
    shown[firms] = rounded.astype(str).where(~small, HIDDEN)
    return shown.where(shown.notna(), None)
