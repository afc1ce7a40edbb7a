"""What can be asked of gBizINFO for numbers: a page of a search, a page of what changed.

A search that has more hits than the service gives out is divided into narrower ones.
"""

from __future__ import annotations

import csv
import json
import re
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from mirasapo.acquisition.gbizinfo.config import ONLY_V2, PARTS, VERSIONS
from mirasapo.acquisition.gbizinfo.contract import search_parameters
from mirasapo.acquisition.gbizinfo.values import JAPAN
from mirasapo.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

_KINDS = ("101", "201", "301", "302", "303", "304", "305", "399", "401", "499")
_FIRST_YEAR = 1868
_NUMERIC = re.compile(r".*_(?:from|to)")
_LISTS = ("corporate_type", "founded_year", "ministry", "source")


@dataclass(frozen=True, slots=True)
class Question:
    """One page of a search (`part` None), or of what changed: `part` as in GbizInfo.updated."""

    asked: tuple[tuple[str, str], ...]
    part: str | None = None
    page: int = 1

    @property
    def name(self) -> str:
        """As JSON; equal questions have equal names."""
        return json.dumps(
            {"part": self.part, "asked": dict(self.asked), "page": self.page},
            ensure_ascii=False,
            sort_keys=True,
        )

    @classmethod
    def named(cls, name: str) -> Question:
        """The question of this name."""
        found = json.loads(name)
        return cls(tuple(sorted(found["asked"].items())), found["part"], found["page"])

    @property
    def next_page(self) -> Question:
        """The page after this."""
        return replace(self, page=self.page + 1)


@dataclass(frozen=True, slots=True)
class Division:
    """Narrower questions in the place of one, and what none of them may find; '' for nothing."""

    questions: tuple[Question, ...]
    missed: str = ""


def search_question(written: Sequence[str]) -> tuple[Question, str]:
    """The search of NAME=VALUE words, and the version of the API that knows all the names.

    Raises BadInput for a name or value that the service does not take.
    """
    asked: dict[str, str] = {}
    for word in written:
        name, sign, value = word.partition("=")
        if not sign or not value.strip() or name in asked:
            raise _refused(f"「{word}」は「名前=値」の形でないか、同じ名前が二度あります。")
        asked[name] = value.strip()
    version = next(
        (each for each in VERSIONS if asked.keys() <= search_parameters(each).keys()), None
    )
    if version is None:
        raise _refused(_unknown(asked))
    for name, value in asked.items():
        if _NUMERIC.fullmatch(name) and not re.fullmatch("[0-9]+", value):
            raise _refused(f"{name} は0以上の整数です。")
    places = _cities()
    if "prefecture" in asked and asked["prefecture"] not in places:
        raise _refused("prefecture は都道府県コード2桁(01〜47)です。")
    if "city" in asked and asked["city"] not in places.get(asked.get("prefecture", ""), ()):
        raise _refused("city は、prefecture とともに指定する市区町村コード3桁です。")
    return Question(tuple(sorted(asked.items()))), version


def update_questions(first: date, last: date, version: str = VERSIONS[0]) -> list[Question]:
    """What changed from `first` to `last`, both included, in the records and in each part of them.

    Raises BadInput for days in the wrong order.
    """
    if last < first:
        raise BadInput(
            "取得する期間が正しくありません。",
            "終わりの日が始まりの日より前です。",
            "--updated-from と --updated-to を確かめてください。",
        )
    asked = (("from", f"{first:%Y%m%d}"), ("to", f"{last:%Y%m%d}"))
    parts = [part for part in PARTS if version == VERSIONS[0] or part not in ONLY_V2]
    return [Question(asked, part) for part in ("", *parts)]


def divided(question: Question, this_year: int | None = None) -> Division:
    """A search as narrower ones, none where it cannot be divided any more."""
    asked = dict(question.asked)
    for name in _LISTS:
        if "," in asked.get(name, ""):
            return _by(asked, name, filter(None, asked[name].split(",")))
    for name, values, missed in (
        (
            "prefecture",
            _cities(),
            "国内に所在地のない法人は、都道府県に分けた検索では見つかりません。",
        ),
        (
            "city",
            _cities().get(asked.get("prefecture", ""), ()),
            "今はない市区町村の所在地のままの法人は、市区町村に分けた検索では見つかりません。",
        ),
        ("corporate_type", _KINDS, ""),
        ("exist_flg", ("true", "false"), ""),
        (
            "founded_year",
            [str(year) for year in range(_FIRST_YEAR, (this_year or _this_year()) + 1)],
            "創業年・設立年のない法人は、年に分けた検索では見つかりません。",
        ),
    ):
        if name not in asked:
            return _by(asked, name, values, missed)
    return Division(())


def _this_year() -> int:
    return datetime.now(JAPAN).year


def _by(asked: Mapping[str, str], name: str, values: Iterable[str], missed: str = "") -> Division:
    return Division(
        tuple(Question(tuple(sorted({**asked, name: value}.items()))) for value in values), missed
    )


@cache
def _cities() -> dict[str, tuple[str, ...]]:
    """The cities, wards, towns and villages of each prefecture: codes of three digits."""
    file = Path(__file__).parent / "municipalities.csv"
    with file.open(encoding="utf-8", newline="") as rows:
        return {row["prefecture"]: tuple(row["cities"].split()) for row in csv.DictReader(rows)}


def _unknown(asked: Mapping[str, str]) -> str:
    known = {version: search_parameters(version).keys() for version in VERSIONS}
    strange = [name for name in asked if not any(name in each for each in known.values())]
    if strange:
        return f"gBizINFO の検索にない名前です: {'、'.join(strange)}。"
    newer, older = (
        [name for name in asked if name not in known[other]] for other in reversed(VERSIONS)
    )
    return f"v2 だけにある {'、'.join(newer)} と、v1 だけにある {'、'.join(older)} は一緒に使えません。"


def _refused(why: str) -> BadInput:
    names = "、".join(search_parameters(VERSIONS[0]))
    return BadInput("gBizINFO を検索できません。", why, f"--search に使える名前(v2): {names}")
