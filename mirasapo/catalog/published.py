"""What is published of the data model: other systems rely on it, and filings are kept under it.

Each kind of thing has a file with a row for every one that was ever published. What the model says
is compared with that file cell by cell. A thing is never taken out again: an item that a form no
longer has gets a `valid_until`, a code list that is revised gets rows of its new revision beside
those of the old one. A new thing, and a cell that may be settled anew (a data class, a version of
a form), is written into the file by the same change: nothing is published by accident.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from mirasapo.catalog.source import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from mirasapo.catalog.source import Source

Name = tuple[str, ...]


class Thing(NamedTuple):
    """Where something stands, and its cells in the order of its kind."""

    file: str
    line: Place
    cells: tuple[str, ...]


class Group(NamedTuple):
    """Things that are told as one where all of them are new; where their heading stands."""

    file: str
    line: int
    things: dict[Name, Thing]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of thing, the file of those that are published, and what is kept of each.

    `names`: the columns that name a thing. `group_of`: what it belongs to; of groups with the same
    head only the last one is in the model. `cells`: further columns with their Japanese, `fixed`
    those of them that never change. `gone`: what to do about a thing that is gone.
    """

    file: str
    label_ja: str
    names: tuple[str, ...]
    group_of: Callable[[Name], Name]
    cells: Mapping[str, str]
    fixed: frozenset[str]
    gone: str

    def read(self, source: Source) -> dict[Name, Thing]:
        """The published things in the order of the file; one that stands twice is reported."""
        found: dict[Name, Thing] = {}
        for line, row in source.rows(self.file, (*self.names, *self.cells)):
            name = tuple(row[column] for column in self.names)
            thing = Thing(
                self.file, Place.at(line, {}), tuple(row[column] for column in self.cells)
            )
            if name in found:
                what = f"{' '.join(name)} は二度書かれています。"
                source.report(self.file, line, what, "片方の行を消します。")
            found.setdefault(name, thing)
        return found

    def check(
        self,
        source: Source,
        published: Mapping[Name, Thing],
        now: Mapping[Name, Group],
        refused: Collection[str],
    ) -> None:
        """Report what is gone, what is new and not in the file, and every cell that changed.

        A line of the model that has a problem already is told once: that it differs follows from it.
        A change is told at the line of the file and at that of the model: either may be the one that
        changed. What was `refused` (a thing, or the head of its group) has its own problem.
        """
        groups: dict[Name, dict[Name, Thing]] = {}
        for name, thing in published.items():
            groups.setdefault(self.group_of(name), {})[name] = thing
        heads = {group[0] for group in (*now, *(self.group_of((each,)) for each in refused))}
        for name, things in groups.items():
            if name[0] not in heads:
                first = next(iter(things.values()))
                what = f"公開した{self.label_ja} {name[0]}({len(things)} 件)がデータモデルにありません。"
                source.report(self.file, first.line, what, self.gone)
        for name, group in now.items():
            if name not in groups:
                what = f"{self.label_ja} {' '.join(name)} の行が {self.file} にありません。"
                cure = f"綴りを直します。公開するのなら、その {len(group.things)} 行を加えます。"
                source.report(group.file, group.line, what, cure)
            else:
                self._compare(source, groups[name], group.things, refused)

    def _compare(
        self,
        source: Source,
        was: Mapping[Name, Thing],
        now: Mapping[Name, Thing],
        refused: Collection[str],
    ) -> None:
        told = {(problem.file, problem.line) for problem in source.problems}
        gone = [name for name in was if name not in now and name[0] not in refused]
        new = [name for name in now if name not in was]
        for name in gone:
            what = f"公開した{self.label_ja} {' '.join(name)} がデータモデルにありません。"
            source.report(self.file, was[name].line, what, self.gone)
        for name in new:
            file, line, cells = now[name]
            if len(new) == len(gone) == 1:  # most likely the one that is gone
                what = f"{self.label_ja} {' '.join(name)} は、公開した {' '.join(gone[0])} と違います。"
                source.report(file, line, what, f"{gone[0][-1]} に戻します。")
            else:
                what = f"{self.label_ja} {' '.join(name)} の行が {self.file} にありません。"
                cure = f"公開するときに「{','.join((*name, *cells))}」の行を加えます。"
                source.report(file, line, what, cure)
        for name in was.keys() & now.keys():
            for column, what, cure in self._changes(name, was[name], now[name]):
                if (now[name].file, now[name].line.of(column)) in told:
                    continue
                source.report(self.file, was[name].line, what, cure)
                source.report(now[name].file, now[name].line.of(column), what, cure)

    def _changes(self, name: Name, was: Thing, now: Thing) -> Iterator[tuple[str, str, str]]:
        for (column, label), before, after in zip(
            self.cells.items(), was.cells, now.cells, strict=True
        ):
            if before != after:
                what = (
                    f"{' '.join(name)} の{label}「{after or 'なし'}」が、"
                    f"公開した「{before or 'なし'}」と違います。"
                )
                cure = f"元に戻します。改めると決めたのなら、{self.file} の行も同じ変更で直します。"
                if column in self.fixed:
                    cure = f"元に戻します。{label}は、公開したあと変わりません。"
                yield column, what, cure
