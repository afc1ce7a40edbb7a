"""Where in a workbook a fault of its payload was written.

The intake tells a fault by item, and in words which row or element it is. The reading knows at which
cell each of them stands.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from mirasapo.catalog.workbook.layout import ATTACHMENTS
from mirasapo.catalog.workbook.read import CellFault

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mirasapo.catalog import Fault
    from mirasapo.catalog.workbook.read import Reading

_COUNTED = re.compile(r"([0-9]+)(行目: |番目の)")
_OTHER = re.compile(r"([0-9]+)行目と同じ")
_FILE = re.compile(r"ファイル「(.*?)」: ")
# what of the head a fault of a part is about: the first that was written
_HEAD = {
    "business": ("business.corporate_number", "business.sole_proprietor_key"),
    "consent": ("consent.terms_version", "consent.answer"),
}


def place(reading: Reading, faults: Iterable[Fault]) -> tuple[CellFault, ...]:
    """The faults at their cells, those of the reading first; one without a cell has none.

    What the payload lacks because its cell is at fault is not told twice.
    """
    known = {fault.item for fault in reading.faults}
    told = {part.partition(".")[0] for part in known}
    rest = (
        fault
        for fault in faults
        if fault.item not in known and not (fault.item in told and fault.item in _HEAD)
    )
    return (*reading.faults, *(_placed(reading, fault) for fault in rest))


def _placed(reading: Reading, fault: Fault) -> CellFault:
    sheet, cell = next(_cells(reading, fault), ("", ""))
    counted = _COUNTED.match(fault.what)
    what = fault.what[counted.end() :] if counted and cell else fault.what
    why = fault.why
    if (other := _OTHER.search(why)) and cell:
        there = next(_cells(reading, replace(fault, what=f"{other[1]}行目: ")), ("", ""))[1]
        why = why.replace(other[0], f"セル {there} と同じ") if there else why
    return CellFault(sheet, cell, fault.item, fault.label, what, why)


def _cells(reading: Reading, fault: Fault) -> Iterator[tuple[str, str]]:
    counted = _COUNTED.match(fault.what)
    number = int(counted[1]) if counted else None
    keys = [fault.item, *(f"@{part}" for part in _HEAD.get(fault.item, (fault.item,)))]
    if (named := _FILE.match(fault.what)) and fault.item == ATTACHMENTS.removeprefix("@"):
        names = [file["name"] for file in reading.payload["attachments"]]
        keys, number = ["@name"], names.index(named[1]) + 1 if named[1] in names else None
    written = reading.payload.get("business", {})
    if fault.item == "business" and "corporate_number" not in written:
        keys.reverse()
    for key in keys:
        for row in dict.fromkeys((number, None, 1)):
            if (key, row) in reading.places:
                yield reading.places[key, row]
