"""The files of the data model and the rulebook, read with the line that each entry stands on."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING, Any, NamedTuple, Self

import yaml

from mirasapo.catalog.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

LINE = "__line__"
# marks without a width, marks of direction, blanks that look like the plain one
_UNSEEN = re.compile(
    r"[\u00a0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\u3000\ufeff]"
)
_UNREADABLE = object()
_MAPPING = "「名前: 値」の形で書きます。"


class Place(int):
    """The line on which a mapping of a YAML file starts; it knows the lines of its values too."""

    values: Mapping[str, int]

    @classmethod
    def at(cls, line: int, values: Mapping[str, int]) -> Self:
        """The place of a mapping that starts on this line; `values` are the lines by name."""
        place = cls(line)
        place.values = values
        return place

    def of(self, name: object) -> int:
        """The line of the value with this name; that of the mapping where it has none."""
        return self.values.get(str(name), int(self))


class Entry(NamedTuple):
    """A named mapping inside a YAML file, with its line."""

    name: str
    line: Place
    cells: dict[str, Any]


class _Twice(yaml.constructor.ConstructorError):
    """A name that stands twice in one mapping."""


class _LinedLoader(yaml.CSafeLoader):
    """Gives every mapping the line that it starts on, under `LINE`; refuses a name used twice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        lines: dict[str, int] = {}
        for name, _ in node.value:
            if str(name.value) in lines:
                problem = f"見出し {name.value} が二度書かれています。"
                raise _Twice(None, None, problem, name.start_mark)
            lines[str(name.value)] = name.start_mark.line + 1
        mapping = super().construct_mapping(node, deep=deep)
        mapping[LINE] = Place.at(node.start_mark.line + 1, lines)
        return mapping


class Source:
    """A folder that is read file by file; what cannot be read becomes a problem, not a crash.

    `unreadable` are the problems of whole files: what else is found then may only follow from them.
    `misshapen` are the rows, by file, that have another width than their header.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []
        self.unreadable: list[Problem] = []
        self.misshapen: dict[str, list[list[str]]] = {}

    def report(self, file: str, line: int, what: str, cure: str) -> None:
        """Note a problem and go on."""
        self.problems.append(Problem(file, int(line), what, cure))

    def give_up(self, file: str, line: int, what: str, cure: str) -> None:
        """Note that nothing of a file can be read."""
        self.report(file, line, what, cure)
        self.unreadable.append(self.problems[-1])

    def names(self, folder: str, ending: str) -> list[str]:
        """The files of one folder with this ending, by name, relative to the root."""
        found = (self.root / folder).glob(f"*{ending}")
        return sorted(f"{folder}/{path.name}" for path in found)

    def rows(self, file: str, columns: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
        """The rows of a CSV file with their line; a row of another width is a problem."""
        text = self._text(file)
        if text is None:
            return
        read = self._records(file, text)
        _, header = next(read, (1, []))
        missing = [column for column in columns if column not in header]
        if missing:
            cure = "1行目の列の名前を直します。"
            self.give_up(file, 1, f"列 {', '.join(missing)} がありません。", cure)
            return
        for line, values in read:
            if len(values) != len(header):
                what = f"列の数が {len(values)} です({len(header)} 必要)。"
                cure = "カンマの数を1行目に合わせます(文中のカンマは引用符で囲みます)。"
                self.report(file, line, what, cure)
                self.misshapen.setdefault(file, []).append(values)
                continue
            yield line, dict(zip(header, values, strict=True))

    def _records(self, file: str, text: str) -> Iterator[tuple[int, list[str]]]:
        """One record a line, so that an open quote ends with its line and is told there."""
        for number, line in enumerate(text.removesuffix("\n").split("\n"), 1):
            try:
                yield from ((number, values) for values in csv.reader([line], strict=True))
            except csv.Error:
                cure = "引用符は二つ一組で書きます(文中の引用符は二つ重ねます)。"
                self.give_up(file, number, "引用符が閉じていないか、余っています。", cure)
                return

    def lines(self, file: str) -> Iterator[tuple[int, str]]:
        """The lines of a text file, counted from 1."""
        return enumerate((self._text(file) or "").splitlines(), 1)

    def line_of_heading(self, file: str, name: str) -> int:
        """The line of a YAML file on which a heading of the top stands; 1 where it is not found."""
        found = re.compile(rf"[\"']?{re.escape(str(name))}[\"']?\s*:")
        return next((line for line, text in self.lines(file) if found.match(text)), 1)

    def mapping(self, file: str) -> dict[str, Any]:
        """A YAML file whose top is a mapping, every mapping with its line; {} after a problem."""
        loaded = self._yaml(file)
        if isinstance(loaded, dict):
            del loaded[LINE]
            return loaded
        if loaded is not _UNREADABLE:
            self.give_up(file, 1, "見出しと値の組になっていません。", _MAPPING)
        return {}

    def listed(self, file: str) -> Iterator[Entry]:
        """A YAML file whose top is a list of mappings with a `name`, each with its line."""
        loaded = self._yaml(file)
        if not isinstance(loaded, list) or not all(isinstance(each, dict) for each in loaded):
            if loaded is not _UNREADABLE:
                cure = "「- name: 名前」で始まる並びにします。"
                self.give_up(file, 1, "見出しと値の組の並びになっていません。", cure)
            return
        for each in loaded:
            line = each.pop(LINE)
            yield Entry(str(each.get("name", "")), line, each)

    def entries(self, file: str, mapping: Any) -> Iterator[Entry]:
        """The named mappings inside a mapping; what has another shape is a problem."""
        if not isinstance(mapping, dict):
            self.report(file, 1, "見出しと値の組になっていません。", _MAPPING)
            return
        for name, entry in mapping.items():
            if name == LINE:
                continue
            if not isinstance(entry, dict):
                line = (
                    mapping[LINE].of(name) if LINE in mapping else self.line_of_heading(file, name)
                )
                self.report(file, line, f"{name} の中身が読めません。", _MAPPING)
                continue
            cells = {str(key): value for key, value in entry.items() if key != LINE}
            yield Entry(str(name), entry[LINE], cells)

    def _yaml(self, file: str) -> Any:
        text = self._text(file)
        if text is None:
            return _UNREADABLE
        try:
            return yaml.load(text, Loader=_LinedLoader)  # noqa: S506 — it is a safe loader
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            line = mark.line + 1 if mark else 1
            if isinstance(error, _Twice):
                self.give_up(file, line, str(error.problem), "片方を消すか、名前を変えます。")
            else:
                cure = "この行の前後の字下げ(タブは使えません)、コロン、引用符を確かめます。"
                self.give_up(file, line, "YAML として読めません。", cure)
            return _UNREADABLE

    def _text(self, file: str) -> str | None:
        try:
            text = (self.root / file).read_bytes().decode()
            if text.startswith("\ufeff"):
                cure = "「UTF-8(BOM なし)」で保存し直します。"
                self.give_up(file, 1, "ファイルの先頭に BOM があります。", cure)
            elif "\r" in text:
                line = text.count("\n", 0, text.index("\r")) + 1
                self.give_up(
                    file, line, "改行が CR か CRLF です。", "改行を LF にして保存し直します。"
                )
            elif unseen := _UNSEEN.search(text):
                line = text.count("\n", 0, unseen.start()) + 1
                what = f"見えない文字か全角の空白(U+{ord(unseen[0]):04X})があります。"
                self.give_up(file, line, what, "その文字を除きます。空白は半角で書きます。")
            else:
                return text
        except FileNotFoundError:
            self.give_up(file, 1, "ファイルがありません。", "この名前のファイルを置きます。")
        except UnicodeDecodeError:
            self.give_up(file, 1, "UTF-8 として読めません。", "UTF-8 で保存し直します。")
        return None
