"""二次利用の同意: what the own business consented to, and taking it back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID  # noqa: TC003 - FastAPI reads the annotations

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response  # noqa: TC002 - same

from mirasapo.consent import consents
from mirasapo.disclosure.acting import act_as
from mirasapo.gate import history
from mirasapo.identity.permissions import Permission
from mirasapo_api import deps
from mirasapo_api.answers import answers, json_answer, listing
from mirasapo_api.shapes import Consent, Consents

if TYPE_CHECKING:
    from mirasapo.gate.history import FilingHead

router = APIRouter(prefix="/api/v1", tags=["同意"])

Reader = Annotated[deps.Caller, Depends(deps.require(Permission.BUSINESS_CONSENTS_READ))]
Withdrawer = Annotated[deps.Caller, Depends(deps.require(Permission.BUSINESS_CONSENTS_WITHDRAW))]


@router.get("/consents", summary="自社の同意の一覧", responses=answers(Consents, 403))
def list_consents(request: Request, caller: Reader) -> Response:
    """The newest consent of each filing of the own business."""
    platform = deps.platform_of(request)
    own = deps.own_business(caller)
    found = history.history(
        platform.databases,
        platform.policy,
        caller.actor,
        deps.USUAL_PURPOSE[caller.actor.recipient],
        own,
        through=caller.through(request),
    )
    heads = {head.filing_id: head for head in found.filings}
    with platform.databases.gateway.begin() as conn:
        act_as(conn, caller.actor)
        newest = consents.of_business(conn, own)
    results = [_shaped(each, heads.get(each.filing_id)) for each in newest]
    return listing(results, limit=len(results))


@router.post(
    "/consents/{filing_id}/withdraw",
    summary="同意を取り消す",
    description="取り消すと、次に切り出す分析用データから除かれます。",
    responses=answers(Consent, 403, 404, 409),
)
def withdraw_consent(request: Request, caller: Withdrawer, filing_id: UUID) -> Response:
    """Withdraw the consent to secondary use of one filing."""
    with deps.platform_of(request).databases.gateway.begin() as conn:
        act_as(conn, caller.actor)
        consents.withdraw(conn, filing_id, answered_by=caller.actor.account)
        newest = consents.of_business(conn, deps.own_business(caller))
    withdrawn = next(each for each in newest if each.filing_id == filing_id)
    return json_answer(_shaped(withdrawn, None))


def _shaped(consent: consents.Consent, head: FilingHead | None) -> dict[str, Any]:
    return {
        "filing_id": consent.filing_id,
        "programme": None if head is None else head.programme,
        "fiscal_year": None if head is None else head.fiscal_year,
        "answer": consent.answer,
        "basis": consent.basis,
        "terms_version": consent.terms_version,
        "answered_at": consent.answered_at,
    }
