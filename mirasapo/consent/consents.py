"""Consent to secondary use, by filing: append only, the newest row of a filing counts.

Given (or deemed given) with the filing, withdrawn and given again by the business. It decides what
enters a cut; what a supporter may read is the business's approval, not this.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Row, func, insert, select, text

from mirasapo.errors import Conflict, NotFound
from mirasapo.store.tables import NOW, consent

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from uuid import UUID

    from sqlalchemy import Connection

GIVEN, REFUSED, WITHDRAWN = "given", "refused", "withdrawn"


@dataclass(frozen=True, slots=True)
class Consent:
    """One answer: for which filing, on which basis, under which terms, when and by whom."""

    consent_id: int
    business_id: UUID
    filing_id: UUID
    answer: str
    basis: str
    terms_version: str
    language: str
    answered_at: datetime
    answered_by: str


def take(
    conn: Connection,
    *,
    business_id: UUID,
    filing_id: UUID,
    answer: str,
    basis: str,
    terms_version: str,
    answered_by: str,
    language: str = "ja",
    answered_at: datetime | None = None,
) -> int:
    """Append an answer as it came with a filing; `answered_at` None is now. Returns its number."""
    row = {
        "business_id": business_id,
        "filing_id": filing_id,
        "answer": answer,
        "basis": basis,
        "terms_version": terms_version,
        "language": language,
        "answered_by": answered_by,
        "answered_at": NOW if answered_at is None else answered_at,
    }
    made = insert(consent).values(row).returning(consent.c.consent_id)
    consent_id: int = conn.scalars(made).one()
    return consent_id


def take_all(conn: Connection, answers: Sequence[Mapping[str, object]]) -> None:
    """Append the answers of many filings in this order; the keys are the columns of `consent`."""
    if answers:
        conn.execute(insert(consent), answers)


def withdraw(
    conn: Connection, filing_id: UUID, *, answered_by: str, moment: datetime | None = None
) -> int:
    """Withdraw the consent that stands; the next cut has nothing of this filing.

    Raises NotFound when the actor's business has no answer for it, Conflict when none is given.
    """
    return _change(conn, filing_id, {GIVEN}, WITHDRAWN, answered_by, moment)


def give(
    conn: Connection, filing_id: UUID, *, answered_by: str, moment: datetime | None = None
) -> int:
    """Give a consent that was refused or withdrawn. Raises NotFound, or Conflict when it stands."""
    return _change(conn, filing_id, {REFUSED, WITHDRAWN}, GIVEN, answered_by, moment)


def state(conn: Connection, filing_id: UUID) -> Consent | None:
    """The answer that counts for a filing; None when there never was one."""
    newest = select(consent).where(consent.c.filing_id == filing_id)
    row = conn.execute(newest.order_by(consent.c.consent_id.desc()).limit(1)).one_or_none()
    return None if row is None else _consent(row)


def of_business(conn: Connection, business_id: UUID) -> list[Consent]:
    """The answers that count for the filings of a business, the newest answer first."""
    newest = (
        select(func.max(consent.c.consent_id))
        .where(consent.c.business_id == business_id)
        .group_by(consent.c.filing_id)
    )
    rows = conn.execute(
        select(consent)
        .where(consent.c.consent_id.in_(newest))
        .order_by(consent.c.consent_id.desc())
    )
    return [_consent(row) for row in rows]


# The answers are only added to, so there is no row to lock: two at once would both be written.
_ONE_AT_A_TIME = text(
    "SELECT pg_advisory_xact_lock(hashtextextended('trust.consent/' || CAST(:filing AS text), 0))"
)


def _change(
    conn: Connection,
    filing_id: UUID,
    from_answers: set[str],
    to_answer: str,
    answered_by: str,
    moment: datetime | None,
) -> int:
    conn.execute(_ONE_AT_A_TIME, {"filing": filing_id})
    standing = state(conn, filing_id)
    if standing is None:
        raise NotFound(
            "二次利用の同意が見つかりません。",
            "この申請についての同意の記録がないか、自社の申請ではありません。",
            "同意の一覧から選び直してください。",
        )
    if standing.answer not in from_answers:
        raise Conflict(
            "二次利用の同意を変更できません。",
            "すでにその状態になっています。",
            "同意の一覧で現在の状態を確かめてください。",
        )
    return take(
        conn,
        business_id=standing.business_id,
        filing_id=filing_id,
        answer=to_answer,
        basis=standing.basis,
        terms_version=standing.terms_version,
        answered_by=answered_by,
        language=standing.language,
        answered_at=moment,
    )


def _consent(row: Row[tuple[object, ...]]) -> Consent:
    return Consent(**row._mapping)  # noqa: SLF001 - the documented name of a row as a mapping
