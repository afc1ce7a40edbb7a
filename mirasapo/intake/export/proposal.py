"""Which column may be which item: by labels and values, with a confidence, for a person to confirm.

From `SURE` on a proposal rests on a label that means one thing on this form and on values that fit
it. What is only similar stays below; what may be two things is left open. Never two columns for one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz, process

from mirasapo.catalog.as_written import Unclear
from mirasapo.catalog.check_digit import is_corporate_number
from mirasapo.intake.export.fields import NUMBER, fields_of
from mirasapo.intake.export.grid import is_formula
from mirasapo.intake.export.labels import (
    Heading,
    folded,
    heading,
    is_synonym,
    multiple_of_yen,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mirasapo.catalog.model import Catalog
    from mirasapo.intake.export.fields import Field
    from mirasapo.intake.export.table import Table

SURE: Final = 0.9
LIKELY: Final = 0.7  # below it a column is left open
_SAMPLE: Final = 200
_FITS, _CONTRADICTS = 0.9, 0.5
_NEAR: Final = 0.05
_SIMILAR: Final = 78  # of rapidfuzz's 100
_SAME_SECTION: Final = 70
_SHORT: Final = 2  # letters of a label that says little without its section
_SHOWN: Final = 3
_TELLING: Final = frozenset(
    {"money", "integer", "decimal", "date", "year_month", "boolean", "email", "url"}
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What one column may be; `field` None: left open, `others` may be meant. `why` is for a person.

    `confidence` from 0 to 1. `unit`: of its numbers where the heading names a multiple; `row` of the
    repeat group.
    """

    column: str
    letter: str
    field: Field | None
    confidence: float
    why: str
    unit: str | None = None
    row: int | None = None
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Match:
    """One way to read one column."""

    place: int
    field: Field
    row: int | None
    score: float
    why: str


def propose(catalog: Catalog, programme: str, table: Table) -> tuple[Proposal, ...]:
    """A proposal for every column, in their order. Raises NotFound for an unknown programme."""
    fields = fields_of(catalog, programme)
    matching = _Matching(fields.values())
    headings = [heading(name) for name in table.names]
    found = [
        matching.matches(place, head, _cells(table, place), doubled=_doubled(table, name))
        for place, (name, head) in enumerate(zip(table.names, headings, strict=True))
    ]
    taken = _assign(found)
    return tuple(
        _proposal(table, place, headings[place], found[place], taken.get(place))
        for place in range(len(table.names))
    )


def known_labels(catalog: Catalog, programme: str) -> frozenset[str]:
    """The labels of a form, folded: what a header is found by."""
    return frozenset(folded(each.label) for each in fields_of(catalog, programme).values())


def _doubled(table: Table, name: str) -> bool:
    return name.rpartition(" [")[0] in table.doubled


def _cells(table: Table, place: int) -> list[str]:
    cells = (line.cells[place] for line in table.lines)
    return [cell for cell in cells if cell.strip() and not is_formula(cell)][:_SAMPLE]


class _Matching:
    """The fields of a form by their folded labels."""

    def __init__(self, fields: Iterable[Field]) -> None:
        self._by_label: dict[str, list[Field]] = {}
        for field in fields:
            self._by_label.setdefault(folded(field.label), []).append(field)
        self._labels = list(self._by_label)

    def matches(
        self, place: int, head: Heading, cells: Sequence[str], *, doubled: bool
    ) -> list[_Match]:
        """The ways to read a column, the best first; none where nothing is near."""
        if not head.label:
            return []
        made = [*self._exact(place, head), *self._similar(place, head)]
        judged = [each for match in made if (each := _judged(match, head, cells)) is not None]
        if doubled:  # the same heading twice: which is which, only a person knows
            judged = [replace(each, score=min(each.score, LIKELY - 0.01)) for each in judged]
        best: dict[str, _Match] = {}
        for each in sorted(judged, key=lambda match: -match.score):
            best.setdefault(each.field.key, each)
        return sorted(best.values(), key=lambda match: -match.score)

    def _exact(self, place: int, head: Heading) -> Iterable[_Match]:
        """Fields of this very label: one is sure, several are told apart by the section."""
        label = folded(head.label)
        same = self._by_label.get(label, [])
        if not same and head.sections:  # 「代表者/氏名」 may be one label, 代表者氏名
            label = folded(head.sections[-1] + head.label)
            same = self._by_label.get(label, [])
            head = replace(head, sections=head.sections[:-1])
        near = {field.key: _nearness(head.sections, field.section) for field in same}
        word = "別の言い方が" if is_synonym(head.label) else "名称が"
        for field in same:
            rivals = [near[other.key] for other in same if other is not field]
            if not rivals:
                score, why = 0.97, f"{word}同じです。"
                if head.sections and near[field.key] < _SAME_SECTION:
                    score, why = 0.8, f"{word}同じですが、見出しの区分が違います。"
                elif len(label) <= _SHORT and not head.sections:
                    score, why = 0.75, "名称が短く、区分がありません。"
            elif near[field.key] >= _SAME_SECTION and near[field.key] > max(rivals) + 15:
                score, why = 0.94, "名称と区分が同じです。"
            elif not head.sections and head.row is None and _is_plain(field, same):
                score, why = (0.85 if field.item is None else 0.8), "繰り返さない項目の名称です。"
            else:
                score, why = 0.5, "同じ名称の項目がほかにもあります。"
            yield _Match(place, field, head.row, score, why)

    def _similar(self, place: int, head: Heading) -> Iterable[_Match]:
        """Fields of a similar label: never sure."""
        label = folded(head.label)
        full = folded("".join((*head.sections, head.label)))
        for said in dict.fromkeys((label, full)):
            near = process.extract(
                said, self._labels, scorer=fuzz.ratio, limit=_SHOWN, score_cutoff=_SIMILAR
            )
            for known, score, _ in near:
                if known == label:
                    continue
                shared = self._by_label[known]
                share = score / 100 * (0.85 if len(shared) == 1 else 0.6)
                for field in shared:
                    yield _Match(
                        place, field, head.row, min(share, SURE - 0.05), "名称が似ています。"
                    )


def _is_plain(field: Field, same: Sequence[Field]) -> bool:
    """The only one of these that occurs once: a heading without a section is about the filer."""
    once = [each for each in same if each.item is None or each.item.repeat_group is None]
    return once == [field]


def _nearness(sections: Sequence[str], section: str) -> float:
    """How much the sections of a heading are those of an item, of 100."""
    if not sections:
        return 0.0
    said = folded(section)
    near = (
        fuzz.partial_ratio(each, said) + fuzz.ratio(each, said) for each in map(folded, sections)
    )
    return max(near) / 2


def _judged(match: _Match, head: Heading, cells: Sequence[str]) -> _Match | None:
    """The match by its values too; None where they contradict it."""
    field = match.field
    repeated = field.item is not None and field.item.repeat_group is not None
    if match.row is not None and not repeated:
        match = replace(match, row=None, score=min(match.score, 0.6))
    unit = _unit(head, field)
    if head.unit is not None and unit is None and not _same_unit(head.unit, field):
        return None
    if field.key == NUMBER and cells and not any(map(is_corporate_number, cells)):
        match = replace(match, score=min(match.score, 0.8))
    if not cells:
        return replace(match, score=min(match.score, 0.85), why=f"{match.why}値がありません。")
    fits = sum(_reads(field, cell, unit) for cell in cells) / len(cells)
    if fits < _CONTRADICTS:
        return None
    if fits < _FITS:
        return replace(match, score=match.score * fits, why=f"{match.why}合わない値があります。")
    telling = field.item is not None and (
        field.item.type in _TELLING or field.item.codes is not None or field.item.limit.pattern
    )
    if telling and LIKELY <= match.score < SURE - 0.05:
        return replace(match, score=match.score + 0.05, why=f"{match.why}値の形も合います。")
    return match


def _unit(head: Heading, field: Field) -> str | None:
    """千円 of the heading, where the item counts 円."""
    own = None if field.item is None else field.item.unit
    return head.unit if multiple_of_yen(head.unit) and own == "円" else None


def _same_unit(unit: str, field: Field) -> bool:
    own = None if field.item is None else field.item.unit
    return own is None or unit == own or {unit, own} <= {"人", "名", "者", "社"}


def _reads(field: Field, cell: str, unit: str | None) -> bool:
    try:
        parts = cell.split("、") if field.item is not None and field.item.array else [cell]
        for part in parts:
            field.read(part, unit)
    except Unclear:
        return False
    return True


def _assign(found: Sequence[Sequence[_Match]]) -> Mapping[int, _Match]:
    """One column for a field and a row; where two are as good, neither."""
    taken: dict[int, _Match] = {}
    wanted: dict[tuple[str, int | None], list[_Match]] = {}
    for matches in found:
        if matches and not _is_torn(matches) and matches[0].score >= LIKELY:
            best = matches[0]
            wanted.setdefault((best.field.key, best.row or 1), []).append(best)
    for rivals in wanted.values():
        rivals.sort(key=lambda match: -match.score)
        if len(rivals) == 1 or rivals[0].score - rivals[1].score > _NEAR:
            taken[rivals[0].place] = rivals[0]
    return taken


def _is_torn(matches: Sequence[_Match]) -> bool:
    """Whether the next best reading is as good."""
    return len(matches) > 1 and matches[0].score - matches[1].score < _NEAR


def _proposal(
    table: Table, place: int, head: Heading, matches: Sequence[_Match], taken: _Match | None
) -> Proposal:
    name, letter = table.names[place], table.letters[place]
    others = tuple(
        each.field.key for each in matches[:_SHOWN] if taken is None or each is not taken
    )
    if taken is None:
        why = "どれとも決められません。" if matches else "似た項目がありません。"
        best = min(matches[0].score, LIKELY - 0.01) if matches else 0.0
        return Proposal(name, letter, None, round(best, 2), why, others=others)
    unit = _unit(head, taken.field)
    return Proposal(
        name, letter, taken.field, round(taken.score, 2), taken.why, unit, taken.row, others
    )
