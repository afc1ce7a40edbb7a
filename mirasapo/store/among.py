"""`column IN (…)` for many values, as one array: a parameter each takes longer to send than to look up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import ARRAY, any_, bindparam

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import ColumnElement


def among(column: ColumnElement[Any], values: Iterable[Any]) -> ColumnElement[bool]:
    """Whether the column is one of the values; none of them: never."""
    return column == any_(bindparam(None, list(values), type_=ARRAY(column.type), unique=True))
