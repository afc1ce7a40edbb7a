"""申請履歴: which filings a business has made, as far as the use of programmes is open.

A line of the history (programme, year, date, status) is 制度活用情報, data class 10: it is shown
where that class is open to the actor, whatever other items of the filing are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Uuid as UuidType
from sqlalchemy import bindparam, text

from mirasapo.disclosure.acting import act_as, facts_about
from mirasapo.disclosure.rule import Basis, Subject
from mirasapo.errors import NotFound
from mirasapo.gate.judging import USE_OF_PROGRAMMES, entry, judge, refusal
from mirasapo.ledger import entries
from mirasapo.store.row_security import open_bits_of

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from mirasapo.catalog import Policy
    from mirasapo.disclosure.rule import Actor
    from mirasapo.store.databases import Databases


_FILINGS = text(f"""
    SELECT f.filing_id, f.version_no, f.programme, f.fiscal_year, f.filed_on, f.procedure,
           f.status, f.basis
    FROM core.filing f
    WHERE f.business_id = :business AND ({open_bits_of("f")} & {1 << (USE_OF_PROGRAMMES - 1)}) <> 0
    ORDER BY f.filed_on DESC, f.filing_id, f.version_no DESC
""").bindparams(bindparam("business", type_=UuidType))  # noqa: S608 - the project's own expression


@dataclass(frozen=True, slots=True)
class FilingHead:
    """One version of a filing, without its items."""

    filing_id: UUID
    version_no: int
    programme: str
    fiscal_year: int
    filed_on: date
    procedure: str
    status: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class History:
    """The filings that are open to the actor, newest first, and the number of the ledger entry."""

    filings: tuple[FilingHead, ...]
    entry_id: int


def history(
    databases: Databases,
    policy: Policy,
    actor: Actor,
    purpose: int,
    business_id: UUID,
    *,
    moment: datetime | None = None,
    through: str,
) -> History:
    """The filings of a business as far as they are open; the entry is committed on return.

    Raises NotAllowed when the use of programmes is closed, NotFound for an unknown business.
    """
    gateway = databases.gateway.execution_options(isolation_level="REPEATABLE READ")
    with gateway.begin() as conn:
        now = act_as(conn, actor, purpose, moment)
        known = conn.execute(text("SELECT core.knows_business(:id)"), {"id": business_id})
        if known.scalar_one() is None:
            raise NotFound(
                "事業者が見つかりません。",
                "この番号の事業者は登録されていません。",
                "検索や一覧から選び直してください。",
            )
        rows = conn.execute(_FILINGS, {"business": business_id})
        filings = tuple(FilingHead(*row) for row in rows)
        contexts = {
            Subject(business_id, "filing", head.programme, head.fiscal_year, "", head.basis)
            for head in filings
        }
        facts = facts_about(conn, policy, actor, purpose, business_id)
        classes = (USE_OF_PROGRAMMES,)
        verdict = judge(actor, purpose, business_id, contexts, now, facts, classes=classes)
        entry_id = entries.record(
            conn, entry(actor, purpose, business_id, verdict, now, items=(), through=through)
        )
    if not verdict.decision.allowed:
        raise refusal(actor, verdict, entry_id)
    return History(filings, entry_id)
