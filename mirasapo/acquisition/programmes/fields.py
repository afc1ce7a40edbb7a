"""A source's fields → columns of the catalogue, after `data_model/mappings/<source>.csv`.

A field without a column is not taken, and its note says why.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from mirasapo.acquisition.programmes.values import CONVERSIONS, Unclear
from mirasapo.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ATTACHMENT = "attachment"  # the one word of `convert` that needs more than the field


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a source; `column` is '' where it is not taken."""

    path: str
    versions: str
    label_ja: str
    column: str
    convert: str
    note: str


@dataclass(frozen=True, slots=True)
class Issue:
    """A value that was not taken over: of which entry, where it stands, and why. No value."""

    source_id: str
    path: str
    label: str
    why: str

    def as_fault(self) -> dict[str, str]:
        """In the form of `core.payload.faults`."""
        return {
            "item": self.path,
            "label": self.label,
            "what": f"{self.source_id} の {self.label}",
            "why": self.why,
        }


@dataclass(slots=True)
class Reading:
    """What the fields of one object say: values by column, and what was not clear."""

    values: dict[str, Any] = field(default_factory=dict)
    unclear: list[tuple[Field, str]] = field(default_factory=list)


@cache
def fields_of(source: str) -> tuple[Field, ...]:
    """The mapping of a source, in the order of its file."""
    file = resource("data_model") / "mappings" / f"{source}.csv"
    with file.open(encoding="utf-8", newline="") as rows:
        return tuple(Field(**row) for row in csv.DictReader(rows))


def read_fields(fields: Iterable[Field], raw: Mapping[str, Any], below: str = "") -> Reading:
    """Read an object's fields; `below` is the path of the object within the record.

    Of two fields of one column the first that says something wins; lists are put together.
    """
    reading = Reading()
    for each in fields:
        if not each.column or each.convert == ATTACHMENT or not each.path.startswith(below):
            continue
        name = each.path.removeprefix(below)
        if name not in raw:
            continue
        column = each.column.rpartition(".")[2]
        try:
            value = CONVERSIONS[each.convert](raw[name])
        except Unclear as why:
            reading.unclear.append((each, str(why)))
            continue
        known = reading.values.get(column)
        if isinstance(value, tuple):
            reading.values[column] = tuple(dict.fromkeys((*(known or ()), *value)))
        elif known is None:
            reading.values[column] = value
    return reading


def coverage_page(source: str, title: str, head: str) -> str:
    """A page: every field of the source, where it goes, or why it is not taken."""
    fields = fields_of(source)
    taken = [each for each in fields if each.column]
    left = [each for each in fields if not each.column]
    lines = [f"# {title}", "", head, ""]
    lines += [f"{len(fields)}項目のうち、取り込む{len(taken)}、取り込まない{len(left)}。", ""]
    lines += ["## 取り込む項目", "", "| 項目 | 版 | 名称 | カタログの列 | 読み方 | 注 |"]
    lines += ["|---|---|---|---|---|---|"]
    lines += [
        f"| `{each.path}` | {each.versions} | {each.label_ja} | `{each.column}` | {each.convert} |"
        f" {each.note} |"
        for each in taken
    ]
    lines += ["", "## 取り込まない項目", "", "| 項目 | 版 | 名称 | 理由 |", "|---|---|---|---|"]
    lines += [
        f"| `{each.path}` | {each.versions} | {each.label_ja} | {each.note} |" for each in left
    ]
    return "\n".join(lines) + "\n"
