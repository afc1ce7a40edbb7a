"""Lists of entries as files: the whole file in one transaction, the file itself in the lake."""

from __future__ import annotations

import csv
import json
from collections import Counter
from dataclasses import asdict, dataclass, field, fields
from datetime import UTC, datetime
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any

from mirasapo.acquisition.bulk import bulk_transaction
from mirasapo.acquisition.programmes.fields import Field, Issue, fields_of, read_fields
from mirasapo.acquisition.programmes.keep import keep, note_payload
from mirasapo.acquisition.programmes.links import Links
from mirasapo.acquisition.programmes.record import Call, Entry
from mirasapo.encoding import encoding_of
from mirasapo.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from mirasapo.catalog import Catalog
    from mirasapo.store.databases import Databases
    from mirasapo.store.lake import Lake

MOST_BYTES = 64 << 20
_LONGEST_LINE = 1 << 20
_READ_AS = {"utf-8": "utf-8-sig", "cp932": "cp932"}
_MOST_ISSUES = 1000
_CALL_COLUMNS = {each.name for each in fields(Call)}
_SHARED = {"regions"}  # of the entry where the source has no call of its own

Row = tuple[int, dict[str, Any]]
"""Where it stands (line of a CSV, place in a JSON list), and what the source says."""


@dataclass(slots=True)
class Report:
    """What one load did. `issues`: values and rows that could not be read for certain."""

    source: str
    rows_read: int = 0
    new: int = 0
    changed: int = 0
    same: int = 0
    older: int = 0
    linked: int = 0
    issues: list[dict[str, str]] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        """The report as one JSON object."""
        return asdict(self)


def load_file(
    databases: Databases,
    lake: Lake,
    catalog: Catalog,
    path: Path,
    source: str,
    complete: Callable[[Entry, Mapping[str, Any]], Entry],
) -> Report:
    """Take over a list of `source`; `complete` adds what the source says between its fields.

    A row without id or title is refused alone. Raises BadInput for a file that is none of the
    source's; nothing of it is kept then.
    """
    links, report = Links(catalog), Report(source)
    issues: list[Issue] = []
    seen_at = datetime.now(UTC)
    entries = []
    for line, raw in rows_of(path, source):
        report.rows_read += 1
        entry = _entry(source, line, raw, issues)
        if entry is not None:
            entries.append(complete(entry, raw))
    sha256 = lake.put_file(path)
    outcomes = Counter[str]()
    with bulk_transaction(databases) as conn:
        note_payload(
            conn,
            source,
            sha256,
            path.stat().st_size,
            media_type="application/json" if _is_json(path) else "text/csv",
            issues=issues[:_MOST_ISSUES],
        )
        for entry in sorted(entries, key=lambda each: each.source_id):  # locks in one order
            outcomes[keep(conn, links, entry, sha256, seen_at)] += 1
            report.linked += links.programme_of(entry.title) is not None
    for name, count in outcomes.items():
        setattr(report, name, count)
    report.issues = [issue.as_fault() for issue in issues]
    return report


def rows_of(path: Path, source: str) -> Iterator[Row]:
    """The rows of a CSV (UTF-8, with or without BOM, or Shift_JIS) or of a JSON list.

    Raises BadInput when the file cannot be read as one, or lacks the fields of the source.
    """
    if not path.is_file():
        raise _refused(path, "ファイルがないか、開けません。")
    if path.stat().st_size > MOST_BYTES:
        raise _refused(path, f"一覧は {MOST_BYTES >> 20} MB までです。")
    rows = _json_rows(path) if _is_json(path) else _csv_rows(path)
    found = islice(rows, 1)
    version = "json" if _is_json(path) else "csv"
    wanted = [each for each in fields_of(source) if version in each.versions.split()]
    if not wanted:
        raise _refused(path, "この出所の一覧は、この形式では配られていません。")
    for first in found:
        missing = [each.path for each in wanted if each.column and each.path not in first[1]]
        if missing:
            raise _refused(
                path, f"{len(missing)}個の列({'、'.join(missing[:5])} など)がありません。"
            )
        yield first
        yield from rows
        return
    raise _refused(path, "一行もありません。")


def _is_json(path: Path) -> bool:
    return path.suffix.lower() == ".json"


def _csv_rows(path: Path) -> Iterator[Row]:
    with path.open("rb") as raw:
        encoding = encoding_of(iter(partial(raw.readline, _LONGEST_LINE), b""))
    if encoding is None:
        raise _refused(path, "文字コードが UTF-8 でも Shift_JIS でもありません。")
    try:
        with path.open(encoding=_READ_AS[encoding], newline="") as file:
            rows = csv.reader(file, strict=True)
            head = next(rows, [])
            for cells in rows:
                if len(cells) != len(head):
                    raise _refused(
                        path,
                        f"{rows.line_num}行目の列の数が {len(cells)} で、見出しの {len(head)} と違います。",
                    )
                yield rows.line_num, dict(zip(head, cells, strict=True))
    except UnicodeDecodeError:
        raise _refused(
            path, f"{rows.line_num}行目のあとに、文字として読めないバイトがあります。"
        ) from None
    except csv.Error:
        raise _refused(
            path,
            f"{rows.line_num}行目を CSV として読めません(引用符が閉じていないか、長すぎます)。",
        ) from None


def _json_rows(path: Path) -> Iterator[Row]:
    try:
        content = json.loads(path.read_bytes())
    except (ValueError, RecursionError):
        raise _refused(path, "JSON として読めません。") from None
    if not isinstance(content, list) or not all(isinstance(each, dict) for each in content):
        raise _refused(path, "オブジェクトの一覧ではありません。")
    yield from enumerate(content, start=1)


def _entry(source: str, line: int, raw: Mapping[str, Any], issues: list[Issue]) -> Entry | None:
    """The entry of a row, None where it has no id or no title."""
    reading = read_fields(fields_of(source), raw)
    values = reading.values
    source_id = values.get("source_id")
    issues += [
        Issue(source_id or f"{line}行目", each.path, each.label_ja, why)
        for each, why in reading.unclear
    ]
    for needed in ("source_id", "title"):
        if not values.get(needed):
            lacking = _field(source, needed)
            issues.append(
                Issue(
                    source_id or f"{line}行目",
                    lacking.path,
                    lacking.label_ja,
                    "これがないと、どの制度か分かりません。",
                )
            )
            return None
    call = {key: values.pop(key) for key in [*values] if key in _CALL_COLUMNS - _SHARED}
    said = any(value for value in call.values())
    regions = values.get("regions", ())
    return Entry(source, **values, calls=(Call(regions=regions, **call),) if said else ())


def _field(source: str, column: str) -> Field:
    return next(each for each in fields_of(source) if each.column == column)


def _refused(path: Path, why: str) -> BadInput:
    return BadInput(
        f"{path.name} を取り込めません。",
        f"{why}このファイルからは何も取り込んでいません。",
        "配布されたままのファイルと --source を確かめてください。",
    )
