"""開示のお願い: asked by a supporter, answered and revoked by the business."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal
from uuid import UUID  # noqa: TC003 - FastAPI reads the annotations

from fastapi import APIRouter, Depends, Query
from fastapi import Request as HttpRequest
from starlette.responses import Response  # noqa: TC002 - same

from mirasapo.disclosure import requests
from mirasapo.identity import directory
from mirasapo.identity.permissions import Permission
from mirasapo_api import deps
from mirasapo_api.answers import answers, json_answer, listing
from mirasapo_api.questions import (  # noqa: TC001 - FastAPI reads the annotations
    AnswerQuestion,
    RequestQuestion,
)
from mirasapo_api.shapes import DisclosureRequest, DisclosureRequests

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

router = APIRouter(prefix="/api/v1/disclosure_requests", tags=["開示のお願い"])

Reader = Annotated[deps.Caller, Depends(deps.require(Permission.OWN_DISCLOSURE_REQUESTS_READ))]
Asker = Annotated[
    deps.Caller, Depends(deps.require(Permission.INSTITUTION_DISCLOSURE_REQUESTS_CREATE))
]
Withdrawer = Annotated[
    deps.Caller, Depends(deps.require(Permission.INSTITUTION_DISCLOSURE_REQUESTS_WITHDRAW))
]
Answerer = Annotated[
    deps.Caller, Depends(deps.require(Permission.BUSINESS_DISCLOSURE_REQUESTS_ANSWER))
]
Revoker = Annotated[
    deps.Caller, Depends(deps.require(Permission.BUSINESS_DISCLOSURE_REQUESTS_REVOKE))
]
State = Literal[
    "pending", "approved", "partly_approved", "refused", "withdrawn", "revoked", "expired"
]


@router.post(
    "",
    status_code=201,
    summary="開示をお願いする",
    responses=answers(DisclosureRequest, 403, 404, 409, success=201),
)
def create(request: HttpRequest, caller: Asker, body: RequestQuestion) -> Response:
    """Ask a business to open data classes for a purpose."""
    platform = deps.platform_of(request)
    with platform.databases.gateway.begin() as conn:
        request_id = requests.request(
            conn,
            platform.policy,
            caller.actor,
            business_id=body.business_id,
            purpose=body.purpose,
            purpose_text=body.purpose_text,
            data_classes=body.data_classes,
            valid_until=body.valid_until,
            programmes=body.programmes,
            fiscal_years=body.fiscal_years,
            message=body.message,
        )
        made = requests.read(conn, caller.actor, request_id)
        return json_answer(_shaped(conn, [made])[0], 201)


@router.get("", summary="開示のお願いの一覧", responses=answers(DisclosureRequests, 403))
def list_requests(
    request: HttpRequest,
    caller: Reader,
    state: Annotated[State | None, Query(description="この状態のものだけ")] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 100,
    offset: Annotated[int, Query(ge=0, le=1_000_000)] = 0,
) -> Response:
    """The requests of the own business or institution, newest first."""
    with deps.platform_of(request).databases.gateway.begin() as conn:
        found = requests.listing(conn, caller.actor, state=state, limit=limit, offset=offset)
        return listing(_shaped(conn, found), limit=limit, offset=offset)


@router.get(
    "/{request_id}",
    summary="開示のお願いを読む",
    responses=answers(DisclosureRequest, 403, 404),
)
def read(request: HttpRequest, caller: Reader, request_id: UUID) -> Response:
    """One request of the own business or institution."""
    with deps.platform_of(request).databases.gateway.begin() as conn:
        return json_answer(_shaped(conn, [requests.read(conn, caller.actor, request_id)])[0])


@router.post(
    "/{request_id}/answer",
    summary="開示のお願いに答える",
    responses=answers(DisclosureRequest, 403, 404, 409),
)
def answer(
    request: HttpRequest, caller: Answerer, request_id: UUID, body: AnswerQuestion
) -> Response:
    """Approve all, some or none of the data classes."""
    with deps.platform_of(request).databases.gateway.begin() as conn:
        answered = requests.answer(
            conn, caller.actor, request_id, body.approved_classes, valid_until=body.valid_until
        )
        return json_answer(_shaped(conn, [answered])[0])


@router.post(
    "/{request_id}/revoke",
    summary="承認を取り消す",
    responses=answers(DisclosureRequest, 403, 404, 409),
)
def revoke(request: HttpRequest, caller: Revoker, request_id: UUID) -> Response:
    """Take back what was approved; the next read is refused."""
    with deps.platform_of(request).databases.gateway.begin() as conn:
        return json_answer(_shaped(conn, [requests.revoke(conn, caller.actor, request_id)])[0])


@router.post(
    "/{request_id}/withdraw",
    summary="開示のお願いを取り下げる",
    responses=answers(DisclosureRequest, 403, 404, 409),
)
def withdraw(request: HttpRequest, caller: Withdrawer, request_id: UUID) -> Response:
    """Withdraw a request that was not answered yet."""
    with deps.platform_of(request).databases.gateway.begin() as conn:
        return json_answer(_shaped(conn, [requests.withdraw(conn, caller.actor, request_id)])[0])


def _shaped(conn: Connection, found: Sequence[requests.Request]) -> list[dict[str, Any]]:
    """Requests with the names of those concerned."""
    bodies = directory.bodies(conn, [each.business_id for each in found])
    kinds = directory.institutions(conn, [each.institution_id for each in found])
    people = directory.actors(conn, [str(each.requested_by) for each in found])
    return [
        {
            "request_id": each.request_id,
            "state": each.state,
            "business": bodies.get(each.business_id)
            or {"business_id": each.business_id, "name": None, "corporate_number": None},
            "institution": kinds[each.institution_id],
            "requested_by_name": people[str(each.requested_by)],
            "purpose": each.purpose,
            "purpose_text": each.purpose_text,
            "data_classes": each.data_classes,
            "approved_classes": each.approved_classes,
            "programmes": each.programmes,
            "fiscal_years": each.fiscal_years,
            "message": each.message,
            "requested_at": each.requested_at,
            "valid_until": each.valid_until,
            "granted_until": each.granted_until,
            "answered_at": each.answered_at,
            "withdrawn_at": each.withdrawn_at,
            "revoked_at": each.revoked_at,
        }
        for each in found
    ]
