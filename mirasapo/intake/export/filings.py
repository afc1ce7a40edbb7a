"""The rows of an export as filings, each part with the cell that it is from.

A cell goes into the payload as it is written, so that the lake keeps it; the intake reads it again by
the same rules (`catalog.as_written`).
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from mirasapo.catalog import load_policy
from mirasapo.catalog.as_written import Unclear, sentence
from mirasapo.catalog.fiscal_year import fiscal_year_of
from mirasapo.catalog.relations import load_relations
from mirasapo.errors import BadInput
from mirasapo.intake.export.fields import NUMBER, Field, place
from mirasapo.intake.export.grid import Line, is_formula, read_grid
from mirasapo.intake.export.table import Table, table_of
from mirasapo.intake.header import Header
from mirasapo.intake.payload import FilingReader
from mirasapo.intake.receive import JAPAN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mirasapo.catalog.model import Catalog
    from mirasapo.intake.export.mapping import Column, ExportMapping

_UNREAD = "値を確かに読み取れません。"


@dataclass(frozen=True, slots=True)
class CellFault:
    """What is wrong, in which line of the file and under which column; never the value.

    `column` is empty for a line as a whole.
    """

    row: int
    column: str
    item: str
    label: str
    what: str
    why: str

    def as_dict(self) -> dict[str, Any]:
        """The fault as a person or a program gets it."""
        return asdict(self)


@dataclass(slots=True)
class ExportedFiling:
    """One filing: the document that is sent, the lines that it is from, what is wrong with it.

    `readings`: row, column and the reading of every cell that was not written as the data model says.
    """

    rows: list[int]
    document: dict[str, Any]
    faults: list[CellFault] = field(default_factory=list)
    readings: list[dict[str, Any]] = field(default_factory=list)
    files: set[str] = field(default_factory=set)

    @property
    def body(self) -> bytes:
        """The bytes that are sent: the same for the same cells."""
        return json.dumps(self.document, ensure_ascii=False).encode()


@dataclass(frozen=True, slots=True)
class Export:
    """All filings of a file, and the faults of lines that are no rows of the table."""

    filings: tuple[ExportedFiling, ...]
    faults: tuple[CellFault, ...]

    @property
    def all_faults(self) -> list[CellFault]:
        """Every fault, in the order of the lines."""
        found = [*self.faults, *(fault for each in self.filings for fault in each.faults)]
        return sorted(found, key=lambda fault: fault.row)


def read_export(
    catalog: Catalog,
    mapping: ExportMapping,
    content: bytes,
    attachments: Mapping[str, bytes] | None = None,
    today: date | None = None,
) -> Export:
    """The filings that an export says, every one checked as the intake will check it.

    Raises BadInput for a file that cannot be read at all or is not the one that was mapped.
    """
    grid = read_grid(
        content, encoding=mapping.encoding, delimiter=mapping.delimiter, sheet=mapping.sheet
    )
    table = table_of(grid, mapping.header)
    _same_columns(table, mapping)
    reader = _Rows(catalog, mapping, table, attachments or {}, today or datetime.now(JAPAN).date())
    filings = tuple(reader.filing(lines) for lines in reader.grouped())
    if not filings and not table.faults:
        raise BadInput(
            "申請がありません。", "見出しの下に行がありません。", "出力し直してください。"
        )
    bad = tuple(CellFault(each.row, "", "", "", each.what, each.why) for each in table.faults)
    return Export(filings, (*bad, *reader.keyless))


def _same_columns(table: Table, mapping: ExportMapping) -> None:
    mapped = [each.name for each in mapping.columns]
    missing = [name for name in mapped if name not in table.names]
    filled = {name for name in table.names if name.startswith("(") and not any(table.column(name))}
    added = [name for name in table.names if name not in mapped and name not in filled]
    if not missing and not added:
        return
    why = "".join(
        (
            f"ファイルにない列: {'、'.join(missing)}。" if missing else "",
            f"対応表にない列: {'、'.join(added)}。" if added else "",
        )
    )
    raise BadInput(
        "ファイルの列が対応表と違います。",
        why,
        '対応表を直すか(取らない列は item: "")、mirasapo map で作り直してください。',
        missing=missing,
        added=added,
    )


class _Rows:
    """The lines of one table on their way into filings."""

    def __init__(
        self,
        catalog: Catalog,
        mapping: ExportMapping,
        table: Table,
        attachments: Mapping[str, bytes],
        today: date,
    ) -> None:
        self.keyless: list[CellFault] = []
        self._catalog = catalog
        self._mapping = mapping
        self._table = table
        self._attachments = attachments
        self._today = today
        self._reader = FilingReader(catalog)
        self._places = {name: number for number, name in enumerate(table.names)}
        self._taken = [each for each in mapping.columns if each.field is not None]
        self._header_items = load_relations().header_items

    def grouped(self) -> Iterable[list[Line]]:
        """The lines of each filing, in the order of the file."""
        if self._mapping.key is None:
            return [[line] for line in self._table.lines]
        at = self._places[self._mapping.key]
        groups: dict[str, list[Line]] = {}
        for line in self._table.lines:
            key = line.cells[at].strip()
            if key:
                groups.setdefault(key, []).append(line)
                continue
            why = "どの申請の行か分かりません。"
            fault = CellFault(line.number, self._mapping.key, "", "", "値がありません。", why)
            self.keyless.append(fault)
        return groups.values()

    def filing(self, lines: list[Line]) -> ExportedFiling:
        """The filing that these lines say."""
        document: dict[str, Any] = {"programme": self._mapping.programme, "items": {}, "groups": {}}
        found = ExportedFiling([line.number for line in lines], document)
        for key, value in self._mapping.fixed.items():
            _put(found, key, value)
        seen: dict[str, tuple[str, int]] = {}
        for line in lines:
            rows: dict[tuple[str, int], dict[str, Any]] = {}
            for column in self._taken:
                self._take(found, column, line, seen, rows)
            for (table, _), row in sorted(rows.items()):
                document["groups"].setdefault(table, []).append(row)
        self._complete(found)
        if not found.faults:
            self._check(found)
        return found

    def _take(
        self,
        found: ExportedFiling,
        column: Column,
        line: Line,
        seen: dict[str, tuple[str, int]],
        rows: dict[tuple[str, int], dict[str, Any]],
    ) -> None:
        target = column.field
        cell = line.cells[self._places[column.name]]
        if target is None or not cell.strip():
            return
        once = target.item is None or target.item.repeat_group is None
        if once and target.key in seen:
            before, number = seen[target.key]
            if cell != before:
                why = f"{number}行目と同じ値のはずです。一つの申請の行で値をそろえます。"
                self._fault(found, line, column, "行によって値が違います。", why)
            return
        if once:
            seen[target.key] = (cell, line.number)
        try:
            value, readings = _read(column, target, cell)
        except Unclear as unclear:
            self._fault(found, line, column, _UNREAD, str(unclear))
            return
        for written, read, rules in readings:
            found.readings.append(
                {
                    "row": line.number,
                    "column": column.name,
                    "item": target.key,
                    "label": target.label,
                    "written": written,
                    "read": read,
                    "rules": list(rules),
                    "what": sentence(rules),
                }
            )
        if once:
            _put(found, target.key, value)
        else:
            row = rows.setdefault((target.said.table, column.row or 1), {})
            row[target.key] = value
        if target.item is not None and target.item.type == "file":
            found.files.update(value if isinstance(value, list) else [value])

    def _complete(self, found: ExportedFiling) -> None:
        """What follows from the rest: fiscal year and terms from the day, items that repeat the head."""
        document = found.document
        try:
            day = date.fromisoformat(document.get("filed_on") or "")
        except ValueError:
            day = None
        if day is not None:
            year = document.setdefault("fiscal_year", fiscal_year_of(day))
            consent = document.setdefault("consent", {})
            consent.setdefault("terms_version", load_policy().terms_of(year).version)
        document.get("consent", {}).setdefault("answer", None)
        number = self._header_items[NUMBER.rpartition(".")[2]]
        said = document.get("business", {}).get("corporate_number")
        if said is not None and number in {
            item.key for item in self._catalog.form(document["programme"])
        }:
            document["items"][number] = said
        document["attachments"] = [
            {"name": name, "item": key}
            for key, value in document["items"].items()
            if self._catalog.items_by_key[key].type == "file"
            for name in (value if isinstance(value, list) else [value])
        ]
        if not document["groups"]:
            del document["groups"]

    def _check(self, found: ExportedFiling) -> None:
        """The filing as a whole, as the intake checks it."""
        header = Header(found.document, self._catalog.programmes, self._today)
        sent = {name: self._attachments[name] for name in found.files & self._attachments.keys()}
        _, _, faults = self._reader.examine(found.document, header, sent)
        for fault in faults:
            column = next(
                (
                    each.name
                    for each in self._taken
                    if each.field and _meant(each.field, fault.item)
                ),
                "",
            )
            found.faults.append(
                CellFault(found.rows[0], column, fault.item, fault.label, fault.what, fault.why)
            )

    def _fault(
        self, found: ExportedFiling, line: Line, column: Column, what: str, why: str
    ) -> None:
        key = "" if column.field is None else column.field.key
        label = "" if column.field is None else column.field.label
        found.faults.append(CellFault(line.number, column.name, key, label, what, why))


def _put(found: ExportedFiling, key: str, value: Any) -> None:
    """Put a value that occurs once where it belongs."""
    if key.startswith("@"):
        place(found.document, key, value)
    else:
        found.document["items"][key] = value


def _meant(target: Field, name: str) -> bool:
    """Whether a fault of this name is about this field; the head's come by the name of the member."""
    return target.key == name or target.key.removeprefix("@").partition(".")[0] == name


_Readings = list[tuple[str, Any, tuple[str, ...]]]


def _read(column: Column, target: Field, cell: str) -> tuple[Any, _Readings]:
    """What goes into the payload and what was read; a cell of an item goes in as it is written.

    Raises Unclear.
    """
    if is_formula(cell):
        raise Unclear("数式が書かれています。値だけを書き出します。")
    parts = cell.split(column.separator) if column.separator else [cell]
    values: list[Any] = []
    readings: _Readings = []
    for part in parts:
        meant = part
        rules: tuple[str, ...] = ()
        if column.values is not None and part.strip() in column.values:
            meant, rules = column.values[part.strip()], ("values",)
        reading = target.read(meant, column.unit) + rules
        if reading.value is None and target.item is not None:
            continue
        if reading.rules:
            readings.append((part, reading.value, (*rules, *reading.rules)))
        sent: Any = meant
        if target.item is None:
            sent = reading.value
        elif "column_unit" in reading.rules:
            sent = f"{meant.strip()}{column.unit}"
        values.append(sent)
    array = target.item is not None and target.item.array
    return (values if array else values[0] if values else None), readings
