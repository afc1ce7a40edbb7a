"""Where sources contradict each other: derived by the fold, so a rebuild finds the same conflicts.

    mismatch   an item of the register of which a filing or gBizINFO says something else; the
               register wins all the same
    disagree   another item on which two sources of about the same age disagree; the newer one wins
               until a person settles it

A source is heard by the newest it says. What one source said at two times is no conflict. Of a
fiscal period or a right all claims are of the same age: it is the same period. Lists are replaced as
a whole and appended rows stand beside each other: neither can contradict. What the business itself has
corrected contradicts nothing that was said before.

    open       for a person to settle
    settled    somebody has, and nothing newer has been said since
    outdated   every other claim is older than what the register says
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Literal

from mirasapo.business.order import Authority
from mirasapo.business.spelling import claim_hash, differing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from mirasapo.business.fold import Origin, Row, Settlement
    from mirasapo.business.plan import Plan, Unit

ABOUT_THE_SAME_AGE = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Claim:
    """What one source says: when, in which of its documents, and the hash of it – no value.

    `payload_sha256` is None for the register, whose row may have come in any of several files.
    """

    source: str
    reference: str
    as_of_on: date
    payload_sha256: str | None
    claim_hash: str

    @property
    def source_and_hash(self) -> tuple[str, str]:
        """What a settlement names when it takes this claim."""
        return self.source, self.claim_hash

    def as_dict(self) -> dict[str, Any]:
        """The claim as `core.conflict` holds it."""
        return {
            "source": self.source,
            "reference": self.reference,
            "as_of_on": self.as_of_on.isoformat(),
            "payload_sha256": self.payload_sha256,
            "claim_hash": self.claim_hash,
        }


@dataclass(frozen=True, slots=True)
class Conflict:
    """One unit of the master on which sources differ; the first claim is the one that wins.

    `columns` are those that differ, `unit` names the unit (its first column). `settled_by` is the
    hash of the settlement's payload where `state` is settled.
    """

    stem: str
    row_key: str
    unit: str
    columns: tuple[str, ...]
    kind: Literal["mismatch", "disagree"]
    state: Literal["open", "settled", "outdated"]
    claims: tuple[Claim, ...]
    settled_by: str | None


def conflict_of(
    plan: Plan,
    row_key: str,
    unit: Unit,
    ranked: Sequence[tuple[Row, Origin]],
    settlements: Iterable[Settlement],
) -> Conflict | None:
    """The conflict among the claims of one unit, best first; None where they agree."""
    newest: dict[str, tuple[Row, Origin]] = {}
    for row, origin in ranked:
        newest.setdefault(origin.contribution.source, (row, origin))
    (best, won), *others = newest.values()
    official = unit.registry and any(
        origin.contribution.authority in _OFFICIAL for _, origin in newest.values()
    )
    if won.contribution.authority is Authority.PORTAL and not official:
        return None  # the business itself has put it right
    ageless = official or plan.how == "keyed"
    against = [
        (row, origin, said)
        for row, origin in others
        if (ageless or abs(origin.as_of_on - won.as_of_on) <= ABOUT_THE_SAME_AGE)
        and (said := differing(best, row, unit.columns))
    ]
    if not against:
        return None
    claims = tuple(
        _claim(row, origin, unit) for row, origin in [(best, won), *(pair[:2] for pair in against)]
    )
    settled_by = _settled_by(claims, settlements)
    outdated = official and all(origin.as_of_on < won.as_of_on for _, origin, _ in against)
    return Conflict(
        stem=plan.stem,
        row_key=row_key,
        unit=unit.name,
        columns=tuple(sorted(set().union(*(said for _, _, said in against)))),
        kind="mismatch" if official else "disagree",
        state="settled" if settled_by else "outdated" if outdated else "open",
        claims=claims,
        settled_by=settled_by,
    )


_OFFICIAL = frozenset({Authority.NTA, Authority.GBIZINFO})


def _claim(row: Row, origin: Origin, unit: Unit) -> Claim:
    said = origin.contribution
    register = said.authority is Authority.NTA
    return Claim(
        source=said.source,
        reference=said.reference,
        as_of_on=origin.as_of_on,
        payload_sha256=None if register else said.payload_sha256,
        claim_hash=claim_hash(row, unit.columns),
    )


def _settled_by(claims: Sequence[Claim], settlements: Iterable[Settlement]) -> str | None:
    """The newest settlement, if it took the claim that wins and has heard all the others."""
    newest = max(settlements, key=lambda each: each.moment, default=None)
    if newest is None or (newest.source, newest.claim_hash) != claims[0].source_and_hash:
        return None
    heard = all(claim.as_of_on <= newest.as_of_on for claim in claims)
    return newest.payload_sha256 if heard else None
