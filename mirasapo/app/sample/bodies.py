"""The made-up businesses as the public register would show them: names, addresses, numbers.

Every name says that it is made up, every address names a town that does not exist.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mirasapo.app.sample.numbers import corporate_number

if TYPE_CHECKING:
    from mirasapo.app.sample.world import Business
    from mirasapo.catalog import Catalog

CITY, STREET = "架空市", "見本町1丁目"
FAMILY_NAME = "見本"
GIVEN_NAMES = ("一郎", "二葉", "三郎", "四季", "五月", "六花")
STOCK_COMPANY = "301"
_WORDS = {
    "09": ("食品", "ショクヒン"),
    "24": ("金属製作所", "キンゾクセイサクショ"),
    "06": ("工務店", "コウムテン"),
    "58": ("商店", "ショウテン"),
    "76": ("食堂", "ショクドウ"),
    "39": ("情報システム", "ジョウホウシステム"),
}


@dataclass(frozen=True, slots=True)
class Body:
    """Who a made-up business is; exactly one of number and key is set."""

    corporate_number: str | None
    sole_proprietor_key: str | None
    name: str
    kana: str
    prefecture: str
    street: str
    family_name: str
    given_name: str


def _proprietor_key(seed: int, index: int) -> str:
    """Thirteen digits that begin with a 0, as no 法人番号 does."""
    return f"0{seed % 100_000:05d}{index:07d}"


def body_of(catalog: Catalog, seed: int, business: Business) -> Body:
    """The made-up person in law behind `business`; the same for the same seed and index."""
    word, kana = _WORDS[business.industry.middle]
    index = business.index
    name = f"見本{word}第{index:04d}号(架空)"
    prefectures = tuple(catalog.code_lists["prefecture"].codes.values())
    return Body(
        corporate_number=None if business.sole_proprietor else corporate_number(seed, index),
        sole_proprietor_key=_proprietor_key(seed, index) if business.sole_proprietor else None,
        name=name if business.sole_proprietor else f"{name}株式会社",
        kana=f"ミホン{kana}",
        prefecture=prefectures[business.place % len(prefectures)],
        street=f"{STREET}{index}番地",
        family_name=FAMILY_NAME,
        given_name=GIVEN_NAMES[business.place % len(GIVEN_NAMES)],
    )


def register_row(body: Body, business: Business) -> dict[str, Any]:
    """The row of the register of a corporation; JSON values, dates as text."""
    return {
        "corporate_number": body.corporate_number,
        "sequence_number": business.index,
        "process": "01",
        "correction": "0",
        "updated_on": "2021-04-01",
        "changed_on": "2021-04-01",
        "name": body.name,
        "kind": STOCK_COMPANY,
        "prefecture": body.prefecture,
        "city": CITY,
        "street": body.street,
        "assigned_on": "2015-10-05",
        "kana": body.kana,
    }
