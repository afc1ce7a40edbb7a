"""Where the header of a grid is, and the table below it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from openpyxl.utils import get_column_letter

from mirasapo.intake.export.grid import Grid, Line, unreadable
from mirasapo.intake.export.labels import folded, heading

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_SEARCHED: Final = 20
_GROUPS: Final = 2  # a single cell above is a title
_A_VALUE = re.compile(r"[-△▲¥]?[0-9][0-9,./:年月日 -]*[円%人]?|.*@.*\..*")


@dataclass(frozen=True, slots=True)
class Header:
    """Its first line, from 1 as in the file, and how many lines it has (1 or 2)."""

    row: int
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one line of the file: its number and what."""

    row: int
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Table:
    """The columns by name, each once, and the lines below; `faults` are lines of another width.

    `letters`: the column as a spreadsheet names it. `doubled`: names that stand twice in the header
    and got a number.
    """

    header: Header
    names: tuple[str, ...]
    letters: tuple[str, ...]
    lines: tuple[Line, ...]
    doubled: frozenset[str]
    faults: tuple[Fault, ...]

    def column(self, name: str) -> list[str]:
        """All cells of one column."""
        place = self.names.index(name)
        return [line.cells[place] for line in self.lines]


def find_header(grid: Grid, known: Collection[str]) -> Header:
    """The line or two of the first few whose cells are most like labels that are `known`.

    `known` are folded labels. Raises BadInput where no line looks like a header.
    """
    named = frozenset(known)
    lines = [line for line in grid.lines if not line.is_blank][:_SEARCHED]
    heads = [[line] for line in lines]
    heads += [[one, two] for one, two in pairwise(lines) if _spans(one, two)]

    def labelled(head: list[Line]) -> int:
        return sum(folded(heading(label).label) in named for label in _labels_of(head))

    best = max(heads, key=labelled, default=[])  # the first of the best: one line before two
    if best and labelled(best):
        return Header(best[0].number, len(best))
    likely = (line for line in lines if _looks_like_labels(line, lines))
    first = next(likely, None)
    if first is None:
        raise unreadable("見出しの行が見つかりません。1行に1件、最初に列の名前のある表にします。")
    return Header(first.number)


def table_of(grid: Grid, header: Header) -> Table:
    """The table below the header. Raises BadInput for a header that is not there or has nothing."""
    rows = range(header.row, header.row + header.lines)
    heads = [line for line in grid.lines if line.number in rows]
    if not heads or all(line.is_blank for line in heads):
        raise unreadable(f"{header.row}行目に見出しがありません。")
    labels = _labels_of(heads)
    below = [line for line in grid.lines if line.number >= rows.stop and not line.is_blank]
    width = len(labels)
    faults, kept = [], []
    for line in below:
        cells = line.cells
        if grid.sheet is not None or not any(cell.strip() for cell in cells[width:]):
            cells = cells[:width] if not any(cell.strip() for cell in cells[width:]) else cells
        if grid.sheet is not None:
            cells = cells + ("",) * (width - len(cells))  # a sheet ends where nothing is written
        if len(cells) == width:
            kept.append(Line(line.number, cells))
            continue
        why = "見出しと同じ数の列にします(文中の区切りの文字は引用符で囲みます)。"
        what = f"列の数が {len(cells)} です({width} 必要)。"
        faults.append(Fault(line.number, what, why))
    names, doubled = _unique(labels)
    letters = tuple(get_column_letter(number) for number in range(1, width + 1))
    return Table(header, names, letters, tuple(kept), doubled, tuple(faults))


def _labels_of(lines: list[Line]) -> list[str]:
    """The labels of a header: of two lines, the upper one goes on to the right until the next."""
    if len(lines) == 1:
        labels = [_one_line(cell) for cell in lines[0].cells]
    else:
        upper, lower = (list(line.cells) for line in lines)
        width = max(len(upper), len(lower))
        upper += [""] * (width - len(upper))
        lower += [""] * (width - len(lower))
        labels, group = [], ""
        for above, below in zip(map(_one_line, upper), map(_one_line, lower), strict=True):
            group = above or (group if below else "")
            labels.append(f"{group}/{below}" if group and below else group or below)
    while labels and not labels[-1]:
        labels.pop()
    return labels


def _one_line(cell: str) -> str:
    return " ".join(cell.split())


def _spans(upper: Line, lower: Line) -> bool:
    """Whether the upper line names groups of the lower: gaps above that are filled below."""
    named = sum(bool(cell.strip()) for cell in upper.cells)
    if lower.number != upper.number + 1 or named < _GROUPS:
        return False
    pairs = list(zip(upper.cells, lower.cells, strict=False))
    gaps = sum(not above.strip() and bool(below.strip()) for above, below in pairs)
    gaps += sum(bool(cell.strip()) for cell in lower.cells[len(upper.cells) :])
    values = sum(_A_VALUE.fullmatch(cell.strip()) is not None for cell in lower.cells)
    return gaps > 0 and values == 0


def _looks_like_labels(line: Line, lines: list[Line]) -> bool:
    width = max(len(each.cells) for each in lines)
    cells = [cell.strip() for cell in line.cells if cell.strip()]
    values = sum(_A_VALUE.fullmatch(cell) is not None for cell in cells)
    return len(cells) * 2 > width and values == 0 and len(set(cells)) == len(cells)


def _unique(labels: list[str]) -> tuple[tuple[str, ...], frozenset[str]]:
    """Each name once: a name that stands twice gets a number, a column without one its letter."""
    counted = Counter(label for label in labels if label)
    doubled = frozenset(label for label, times in counted.items() if times > 1)

    def named() -> Iterator[str]:
        seen: Counter[str] = Counter()
        for number, label in enumerate(labels, 1):
            if not label:
                yield f"({get_column_letter(number)}列)"
            elif label in doubled:
                seen[label] += 1
                yield f"{label} [{seen[label]}]"
            else:
                yield label

    return tuple(named()), doubled
