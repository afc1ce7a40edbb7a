"""ワンスオンリー: what a form can be filled in with, and the business's own corrections."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID  # noqa: TC003 - FastAPI reads the annotations

import msgspec
from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response  # noqa: TC002 - same

from mirasapo.business.stating import correct
from mirasapo.gate import prefill
from mirasapo.identity.permissions import Permission
from mirasapo_api import deps
from mirasapo_api.answers import answers, json_answer
from mirasapo_api.questions import CorrectionQuestion  # noqa: TC001 - same
from mirasapo_api.shapes import Correction, Prefilled
from mirasapo_api.wording import in_words

if TYPE_CHECKING:
    from mirasapo.catalog import Catalog

router = APIRouter(prefix="/api/v1", tags=["ワンスオンリー"])

Reader = Annotated[deps.Caller, Depends(deps.require(Permission.GATE_BUSINESSES_READ))]
Corrector = Annotated[deps.Caller, Depends(deps.require(Permission.BUSINESS_CORRECTIONS_CREATE))]
Programme = Annotated[
    str, Query(pattern="^(0[1-9]|1[0-6])$", description="制度番号", examples=["04"])
]


@router.get(
    "/businesses/{business_id}/prefill",
    summary="様式の項目を、すでに提出された情報で埋める",
    description=(
        "利用目的は「将来的な申請の円滑化」(4) です。値の出所となった申請の規約が決めるため、"
        "二次利用の根拠のない申請の値は出ません。読むたびに閲覧記録が残ります。"
    ),
    responses=answers(Prefilled, 403, 404),
)
def prefill_form(
    request: Request, caller: Reader, business_id: UUID, programme: Programme
) -> Response:
    """Each field of the programme's form with its newest value, or why there is none."""
    return json_answer(_prefilled(request, caller, business_id, programme, prefill.ONCE_ONLY))


@router.get(
    "/me/prefill",
    summary="自社の情報で様式を埋める",
    responses=answers(Prefilled, 403, 404),
)
def prefill_own_form(request: Request, caller: Reader, programme: Programme) -> Response:
    """The same for the own business, which sees all of its own values."""
    own = deps.own_business(caller)
    return json_answer(_prefilled(request, caller, own, programme, prefill.OWN_VIEW))


@router.post(
    "/me/corrections",
    status_code=201,
    summary="自社の最新情報を訂正する",
    description=(
        "受け取った訂正は、申請と同じように原本として残ります。登記の情報は、ここでは訂正できません。"
        "住所や代表者など一組の項目は、残りの項目を今のとおりと確かめたことになります。"
    ),
    responses=answers(Correction, 403, 404, 409, 503, success=201),
)
def correct_own(request: Request, caller: Corrector, body: CorrectionQuestion) -> Response:
    """Put one item of the own business right."""
    platform = deps.platform_of(request)
    corrected = correct(
        platform.databases,
        platform.lake,
        platform.catalog,
        business_id=deps.own_business(caller),
        item_key=body.item,
        value=body.value,
        stated_by=caller.actor.account,
    )
    return json_answer(corrected, 201)


def _prefilled(
    request: Request, caller: deps.Caller, business_id: UUID, programme: str, purpose: int
) -> dict[str, Any]:
    platform = deps.platform_of(request)
    found = prefill.prefill(
        platform.databases,
        platform.catalog,
        platform.policy,
        caller.actor,
        business_id,
        programme,
        purpose=purpose,
        through=caller.through(request),
    )
    fields = [_shaped(platform.catalog, field) for field in found.fields]
    return {**msgspec.structs.asdict(found), "fields": fields}


def _shaped(catalog: Catalog, field: prefill.PrefilledField) -> dict[str, Any]:
    values = [
        {
            **msgspec.structs.asdict(value),
            "value_ja": in_words(catalog, field.item_key, value.value),
        }
        for value in field.values
    ]
    return {**msgspec.structs.asdict(field), "values": values}
