"""Register rows written by hand: valid ones, to be changed field by field."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from mirasapo.catalog.check_digit import corporate_check_digit

FIELDS = [
    "sequence",
    "number",
    "process",
    "correct",
    "updated",
    "changed",
    "name",
    "name_image",
    "kind",
    "prefecture",
    "city",
    "street",
    "address_image",
    "prefecture_code",
    "city_code",
    "postal_code",
    "outside",
    "outside_image",
    "closed",
    "close_cause",
    "successor",
    "change_detail",
    "assigned",
    "latest",
    "name_en",
    "prefecture_en",
    "city_en",
    "outside_en",
    "kana",
    "hihyoji",
]
LAYOUT = 30

_VALID = {
    "sequence": "1",
    "process": "01",
    "correct": "0",
    "updated": "2021-07-14",
    "changed": "2021-07-01",
    "name": "株式会社架空見本",
    "kind": "301",
    "prefecture": "鳥取県",
    "city": "鳥取市",
    "street": "東町２丁目１番",
    "prefecture_code": "31",
    "city_code": "201",
    "postal_code": "6800011",
    "assigned": "2015-10-05",
    "latest": "1",
    "kana": "カクウミホン",
    "hihyoji": "0",
}


def number(index: int) -> str:
    """A number with a valid check digit that belongs to no body."""
    body = f"91{index:010d}"
    return f"{corporate_check_digit(body)}{body}"


def row(index: int = 1, layout: int = LAYOUT, **changed: str) -> list[str]:
    """A valid row of body `index`, with some fields changed."""
    values = {"number": number(index), **_VALID, **changed}
    return [values.get(field, "") for field in FIELDS][:layout]


def deleted(index: int = 1, **changed: str) -> list[str]:
    """A row of process 99: all but number and dates blank."""
    kept = {"sequence": "1", "process": "99", "updated": "2021-07-14", **changed}
    return [{"number": number(index), **kept}.get(field, "") for field in FIELDS]


def written(rows: Iterable[Sequence[str]], end: str = "\n") -> str:
    """The rows as the register writes them: names quoted, the rest not."""
    text = io.StringIO()
    csv.writer(text, lineterminator=end, quoting=csv.QUOTE_MINIMAL).writerows(rows)
    return text.getvalue()
