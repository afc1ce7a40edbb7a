"""Changes to a copy of data_model/, one line at a time."""

from __future__ import annotations

import csv
import io
import shutil
from typing import TYPE_CHECKING

from mirasapo.resources import resource

if TYPE_CHECKING:
    from pathlib import Path


def model_copy(folder: Path) -> Path:
    """The files of the data model without what is generated from them."""
    copy = folder / "data_model"
    shutil.copytree(resource("data_model"), copy, ignore=shutil.ignore_patterns("generated"))
    return copy


def line_of(path: Path, start: str) -> int:
    """The number of the first line that begins so."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if line.startswith(start))


def edit(path: Path, start: str, old: str, new: str) -> int:
    """Replace in the line that begins with `start`; the line's number."""
    number = line_of(path, start)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert old in lines[number - 1], lines[number - 1]
    lines[number - 1] = lines[number - 1].replace(old, new, 1)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return number


def set_cell(path: Path, start: str, column: str, value: str) -> int:
    """Write one cell of the CSV row that begins with `start`; the line's number."""
    number = line_of(path, start)
    lines = path.read_text(encoding="utf-8").splitlines()
    (header,) = csv.reader(lines[:1])
    (row,) = csv.reader([lines[number - 1]])
    assert row[header.index(column)] != value
    row[header.index(column)] = value
    written = io.StringIO()
    csv.writer(written, lineterminator="").writerow(row)
    lines[number - 1] = written.getvalue()
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return number
