"""Corporate numbers that are valid in form and belong to nobody.

A corporate number is one check digit and a body of 12 digits. The first four digits of a body name
the registry office that numbered it (0000 and 7001: numbers that the National Tax Agency gives out
itself). No office has a code from 9000 on, so no number with such a body is ever issued: what the
sample makes up can meet no real corporation, today or later.
"""

from __future__ import annotations

from mirasapo.catalog.check_digit import corporate_check_digit
from mirasapo.errors import BadInput

SEEDS = range(100_000)
BUSINESSES = range(1, 1_000_000)


def corporate_number(seed: int, index: int) -> str:
    """The made-up number of business `index` of the sample `seed`: different for every pair."""
    body = f"9{seed:05d}{index:06d}"
    return f"{corporate_check_digit(body)}{body}"


def require(businesses: int, seed: int) -> None:
    """Refuse a sample that the range of made-up numbers has no room for."""
    if seed not in SEEDS:
        raise BadInput(
            "種(seed)が使えません。",
            "見本の法人番号に種を埋め込むため、0 から 99999 までの整数に限られます。",
            "--seed をその範囲で指定してください。",
        )
    if businesses not in BUSINESSES:
        raise BadInput(
            "事業者数が使えません。",
            "1 から 999999 までの整数に限られます。",
            "--businesses をその範囲で指定してください。",
        )
