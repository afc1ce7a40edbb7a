"""The files of the data model and the rulebook, read with the line that each entry stands on."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from mirasapo.catalog.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

LINE = "__line__"


class Entry(NamedTuple):
    """A named mapping inside a YAML file, with its line."""

    name: str
    line: int
    cells: dict[str, Any]


class _LinedLoader(yaml.CSafeLoader):
    """Gives every mapping the line that it starts on, under `LINE`."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        mapping = super().construct_mapping(node, deep=deep)
        mapping[LINE] = node.start_mark.line + 1
        return mapping


class Source:
    """A folder that is read file by file; what cannot be read becomes a problem, not a crash."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []

    def report(self, file: str, line: int, what: str) -> None:
        """Note a problem and go on."""
        self.problems.append(Problem(file, line, what))

    def names(self, folder: str, ending: str) -> list[str]:
        """The files of one folder with this ending, by name, relative to the root."""
        found = (self.root / folder).glob(f"*{ending}")
        return sorted(f"{folder}/{path.name}" for path in found)

    def rows(self, file: str, columns: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
        """The rows of a CSV file with their line; a row of another width is a problem."""
        text = self._text(file)
        if text is None:
            return
        reader = csv.reader(io.StringIO(text, newline=""))
        header = next(reader, [])
        missing = [column for column in columns if column not in header]
        if missing:
            self.report(file, 1, f"列 {', '.join(missing)} がありません。")
            return
        for values in reader:
            if len(values) != len(header):
                self.report(
                    file, reader.line_num, f"列の数が {len(values)} です({len(header)} 必要)。"
                )
                continue
            yield reader.line_num, dict(zip(header, values, strict=True))

    def lines(self, file: str) -> list[str]:
        """The lines of a text file; none after a problem."""
        return (self._text(file) or "").splitlines()

    def mapping(self, file: str) -> dict[str, Any]:
        """A YAML file whose top is a mapping, every mapping with its line; {} after a problem."""
        text = self._text(file)
        if text is None:
            return {}
        try:
            loaded = yaml.load(text, Loader=_LinedLoader)  # noqa: S506 — it is a safe loader
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            self.report(file, mark.line + 1 if mark else 1, "YAML として読めません。")
            return {}
        if not isinstance(loaded, dict):
            self.report(file, 1, "見出しと値の組になっていません。")
            return {}
        del loaded[LINE]
        return loaded

    def entries(self, file: str, mapping: Any) -> Iterator[Entry]:
        """The named mappings inside a mapping; what has another shape is a problem."""
        if not isinstance(mapping, dict):
            self.report(file, 1, "見出しと値の組になっていません。")
            return
        for name, entry in mapping.items():
            if name == LINE:
                continue
            if not isinstance(entry, dict):
                self.report(file, mapping.get(LINE, 1), f"{name} の中身が読めません。")
                continue
            cells = {str(key): value for key, value in entry.items() if key != LINE}
            yield Entry(str(name), entry[LINE], cells)

    def _text(self, file: str) -> str | None:
        try:
            return (self.root / file).read_text(encoding="utf-8")
        except FileNotFoundError:
            self.report(file, 1, "ファイルがありません。")
        except UnicodeDecodeError:
            self.report(file, 1, "UTF-8 として読めません。")
        return None
