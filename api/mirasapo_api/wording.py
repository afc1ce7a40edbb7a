"""What a code is called, beside the code itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mirasapo.catalog import Catalog


def in_words(catalog: Catalog, item_key: str, value: Any) -> str | None:
    """What a code, or a list of codes, is called; None for a value that is no code."""
    codes = catalog.item(item_key).codes
    if codes is None:
        return None
    given = value if isinstance(value, list) else [value]
    return "、".join(codes.codes.get(code, str(code)) for code in given)
