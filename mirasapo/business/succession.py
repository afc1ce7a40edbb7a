"""Where a corporate number that ended leads to: the chain of successors, told to its end.

A body is merged into another, that one into a third; only the last is alive. The register names
the successor in the row of the absorbed body (process 21, cause 11) and nowhere else: the survivor's
row (71) has none. A closure that was undone (22, after a merger was annulled by 72) blanks the
successor, and the number lives again.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import ARRAY, Text, bindparam, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from uuid import UUID

    from sqlalchemy import Connection


class ChainEnd(StrEnum):
    """What stands at the end of a chain."""

    LIVING = "living"
    CLOSED = "closed"  # closed, and no successor named
    DELETED = "deleted"  # the number was taken back (process 99)
    UNKNOWN = "unknown"  # a number that the register given to us does not hold
    CYCLE = "cycle"  # the rows name each other in a ring: no end


@dataclass(frozen=True, slots=True)
class Succession:
    """The chain of one corporate number: `numbers` begins with it and ends with the last one known.

    `business_id` and `name` are those of the last body; None where the end is UNKNOWN or CYCLE, and
    the name of a body that is out of search too.
    In a CYCLE the numbers are those of the ring's way, each once.
    """

    numbers: tuple[str, ...]
    end: ChainEnd
    business_id: UUID | None
    name: str | None

    @property
    def succeeded_by(self) -> str | None:
        """The living body that the number leads to; None when it lives itself or leads to none."""
        moved = len(self.numbers) > 1 and self.end is ChainEnd.LIVING
        return self.numbers[-1] if moved else None


_CHAINS = text(
    """
    WITH RECURSIVE chain AS (
        SELECT asked.number AS number, ARRAY[asked.number] AS numbers
          FROM unnest(:numbers) AS asked(number)
        UNION ALL
        SELECT b.successor_number, c.numbers || b.successor_number
          FROM chain c JOIN open.register_body b ON b.corporate_number = c.number
         WHERE b.closed_on IS NOT NULL AND b.successor_number <> ALL (c.numbers)
    )
    SELECT DISTINCT ON (c.numbers[1]) c.numbers[1] AS asked, c.numbers, b.business_id,
           CASE WHEN NOT b.out_of_search THEN b.name END AS name,
           b.corporate_number IS NOT NULL AS known, b.process = '99' AS deleted,
           b.closed_on IS NOT NULL AS closed,
           b.closed_on IS NOT NULL AND b.successor_number = ANY (c.numbers) AS ring
      FROM chain c LEFT JOIN open.register_body b ON b.corporate_number = c.number
     ORDER BY c.numbers[1], cardinality(c.numbers) DESC
    """
).bindparams(bindparam("numbers", type_=ARRAY(Text)))


def successions(conn: Connection, numbers: Iterable[str]) -> Mapping[str, Succession]:
    """The chain of each number, the unknown ones included; one query for all of them.

    Any login that may read `open`.
    """
    asked = sorted(set(numbers))
    if not asked:
        return {}
    found = {}
    for row in conn.execute(_CHAINS, {"numbers": asked}):
        end = _end(known=row.known, deleted=row.deleted, closed=row.closed, ring=row.ring)
        told = end not in (ChainEnd.UNKNOWN, ChainEnd.CYCLE)
        found[row.asked] = Succession(
            numbers=tuple(row.numbers),
            end=end,
            business_id=row.business_id if told else None,
            name=row.name if told else None,
        )
    return found


def _end(*, known: bool, deleted: bool, closed: bool, ring: bool) -> ChainEnd:
    if not known:
        return ChainEnd.UNKNOWN
    if ring:
        return ChainEnd.CYCLE
    if deleted:
        return ChainEnd.DELETED
    return ChainEnd.CLOSED if closed else ChainEnd.LIVING
