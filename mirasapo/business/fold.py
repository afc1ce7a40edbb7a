"""The master of one business as a pure function of all that was said about it.

contribution: what one payload says about the business – rows of typed values, and who says it when
fold: contributions → rows of the master, and for each value the contribution that it is from

Per unit the contribution with the greatest order key is taken, so the order of arrival cannot
matter. A unit is one item, one row (an address, a person: never a mixture of two) or one list. An
item that is empty in a newer filing was not asked or not answered: it deletes nothing. Derived
items keep the value that was declared; computing them is not done here. A settlement of a conflict lifts
the claim that was taken to the day of settling: above what was said before, below what is said later,
and never above the register.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mirasapo.business.conflict import Conflict, conflict_of
from mirasapo.business.order import Authority, order_key
from mirasapo.business.plan import plans_of, row_key
from mirasapo.business.spelling import claim_hash

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from mirasapo.business.plan import Plan, Unit
    from mirasapo.catalog import Catalog

Row = dict[str, Any]
"""Values by column; an empty item has no entry."""


@dataclass(frozen=True, slots=True, eq=False)
class Contribution:
    """What one payload says about one business.

    `reference` names it without a generated id (filing number, '' for registers); appended rows
    are keyed by it. `version` is the sender's own. `rows` holds no empty row.
    """

    authority: Authority
    source: str
    reference: str
    basis: str
    as_of_on: date
    version: int
    payload_sha256: str
    rows: Mapping[str, Sequence[Row]]
    filing_id: UUID | None = None
    version_no: int | None = None
    programme: str | None = None
    fiscal_year: int | None = None


@dataclass(frozen=True, slots=True)
class Settlement:
    """Which claim a person took in a conflict: it counts as said anew on the day of settling.

    `unit` is the unit's name, `version` the time of day in milliseconds. It says no value itself:
    when what it took is withdrawn or says something else, it moves nothing any more.
    """

    stem: str
    row_key: str
    unit: str
    source: str
    claim_hash: str
    as_of_on: date
    version: int
    payload_sha256: str

    @property
    def moment(self) -> tuple[date, int, str]:
        """What tells the newest settlement of a unit."""
        return self.as_of_on, self.version, self.payload_sha256


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the values of a unit come from, and what decided it."""

    contribution: Contribution
    as_of_on: date
    order_key: str


@dataclass(frozen=True, slots=True)
class MasterRow:
    """One row of the master: its values and the origin of each."""

    values: Row
    origins: dict[str, Origin]


Ranked = list[tuple[Row, Origin]]
"""The rows that speak of one unit and their origins, best first."""

Master = dict[str, dict[str, MasterRow]]
"""Rows by stem of the table and row key ('' where a business has one row)."""


class Folding:
    """The catalogue's rules for the master, prepared once."""

    def __init__(self, catalog: Catalog) -> None:
        self.plans = plans_of(catalog)

    def fold(
        self, contributions: Iterable[Contribution], settlements: Iterable[Settlement] = ()
    ) -> Master:
        """The master of one business; empty when nobody says anything.

        The result depends on the order of neither contributions nor settlements.
        """
        return self.judge(contributions, settlements)[0]

    def judge(
        self, contributions: Iterable[Contribution], settlements: Iterable[Settlement] = ()
    ) -> tuple[Master, list[Conflict]]:
        """The master, and where the contributions contradict each other."""
        said = list(contributions)
        settled: dict[tuple[str, str, str], list[Settlement]] = defaultdict(list)
        for settlement in settlements:
            settled[settlement.stem, settlement.row_key, settlement.unit].append(settlement)
        master: Master = {}
        conflicts: list[Conflict] = []
        for plan in self.plans:
            speakers = [each for each in said if plan.stem in each.rows]
            if not speakers:
                continue
            if plan.how in _WHOLE:
                rows = _WHOLE[plan.how](plan, speakers)
            else:
                rows, found = _fold_units(plan, speakers, settled)
                conflicts += found
            if rows:
                master[plan.stem] = rows
        return master, conflicts


def _ordered(
    plan: Plan, speakers: Sequence[Contribution], registry: bool
) -> list[tuple[Contribution, Origin]]:
    """The speakers by ascending order key: the last one wins."""
    origins = []
    for each in speakers:
        as_of_on = _as_of(plan, each)
        key = order_key(
            each.authority,
            registry=registry,
            as_of_on=as_of_on,
            version=each.version,
            payload_sha256=each.payload_sha256,
            source=each.source,
        )
        origins.append((each, Origin(each, as_of_on, key)))
    origins.sort(key=lambda pair: pair[1].order_key)
    return origins


def _as_of(plan: Plan, each: Contribution) -> date:
    """The entry date of the entity where the form has one, else the date of the filing.

    An entry date after the filing is a slip of the pen; it would win for years.
    """
    if plan.entry_date is not None:
        stem, column = plan.entry_date
        for row in each.rows.get(stem, ()):
            entered_on: date | None = row.get(column)
            if entered_on is not None:
                return min(entered_on, each.as_of_on)
    return each.as_of_on


def _fold_units(
    plan: Plan,
    speakers: Sequence[Contribution],
    settled: Mapping[tuple[str, str, str], Sequence[Settlement]],
) -> tuple[dict[str, MasterRow], list[Conflict]]:
    """The rows of a table that is decided unit by unit, and the conflicts in them."""
    rows: dict[str, MasterRow] = {}
    conflicts: list[Conflict] = []
    claims = _claims_of_rows if plan.how == "keyed" else _claims_of_units
    for key, unit, ranked in claims(plan, speakers):
        taken = settled.get((plan.stem, key, unit.name), ())
        if taken:
            ranked = _promoted(unit, ranked, taken)  # noqa: PLW2901 - the same claims in another order
        row, origin = ranked[0]
        into = rows.setdefault(key, MasterRow({}, {}))
        for column in unit.columns & row.keys():
            into.values[column] = row[column]
            into.origins[column] = origin
        if len(ranked) > 1 and (found := conflict_of(plan, key, unit, ranked, taken)):
            conflicts.append(found)
    return rows, conflicts


def _claims_of_units(
    plan: Plan, speakers: Sequence[Contribution]
) -> Iterator[tuple[str, Unit, Ranked]]:
    by_registry = dict.fromkeys({unit.registry for unit in plan.units})
    ordered = {flag: _ordered(plan, speakers, flag)[::-1] for flag in by_registry}
    for unit in plan.units:
        ranked = [
            (each.rows[plan.stem][0], origin)
            for each, origin in ordered[unit.registry]
            if not unit.columns.isdisjoint(each.rows[plan.stem][0])
        ]
        if ranked:
            yield "", unit, ranked


def _claims_of_rows(
    plan: Plan, speakers: Sequence[Contribution]
) -> Iterator[tuple[str, Unit, Ranked]]:
    claims: dict[str, Ranked] = defaultdict(list)
    for each, origin in reversed(_ordered(plan, speakers, plan.registry)):
        for number, row in enumerate(each.rows[plan.stem], 1):
            key = row_key(plan.keys, row) or _own_key(each, number)
            claims[key].append((_row(plan, row, origin).values, origin))
    for key, ranked in claims.items():
        yield key, plan.units[0], ranked


def _promoted(unit: Unit, ranked: Ranked, taken: Sequence[Settlement]) -> Ranked:
    """The claims in the order that settlements give them: each counts from when it was taken."""
    promoted = []
    for row, origin in ranked:
        said = claim_hash(row, unit.columns)
        keys = [
            order_key(
                Authority.SETTLEMENT,
                registry=unit.registry,
                as_of_on=each.as_of_on,
                version=each.version,
                payload_sha256=each.payload_sha256,
                source=origin.order_key,
            )
            for each in taken
            if (each.source, each.claim_hash) == (origin.contribution.source, said)
        ]
        key = max([origin.order_key, *keys])
        promoted.append((row, Origin(origin.contribution, origin.as_of_on, key)))
    promoted.sort(key=lambda pair: pair[1].order_key, reverse=True)
    return promoted


def _fold_list(plan: Plan, speakers: Sequence[Contribution]) -> dict[str, MasterRow]:
    each, origin = _ordered(plan, speakers, plan.registry)[-1]
    return {
        f"{number:04d}": _row(plan, row, origin)
        for number, row in enumerate(each.rows[plan.stem], 1)
    }


def _fold_appended(plan: Plan, speakers: Sequence[Contribution]) -> dict[str, MasterRow]:
    return {
        _own_key(each, number): _row(plan, row, origin)
        for each, origin in _ordered(plan, speakers, plan.registry)
        for number, row in enumerate(each.rows[plan.stem], 1)
    }


def _own_key(each: Contribution, number: int) -> str:
    return f"{each.source}/{each.reference}/{number:04d}"


def _row(plan: Plan, row: Row, origin: Origin) -> MasterRow:
    if not plan.whole:
        row = {column: value for column, value in row.items() if column in plan.columns}
    return MasterRow(row, dict.fromkeys(row, origin))


_WHOLE = {"list": _fold_list, "appended": _fold_appended}
