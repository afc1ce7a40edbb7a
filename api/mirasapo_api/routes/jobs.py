"""Jobs: how far something is that was answered with 202, for who asked for it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response  # noqa: TC002 - FastAPI reads the annotations

from mirasapo.jobs import listing
from mirasapo_api import deps, shapes
from mirasapo_api.answers import answers, json_answer

router = APIRouter(prefix="/api/v1/jobs", tags=["ジョブ"])

Asking = Annotated[deps.Caller, Depends(deps.signed_in)]
_TOLD = tuple(shapes.Job.model_fields)


@router.get(
    "/{job_id}",
    summary="ジョブの状態",
    description="時間のかかる処理がどこまで進んだか。依頼した本人だけが見られます。",
    responses=answers(shapes.Job, 404, 503),
)
def state(request: Request, caller: Asking, job_id: int) -> Response:
    """A job of the caller's own."""
    engine = deps.platform_of(request).databases.intake
    found = listing.find(engine, job_id, asked_by=caller.actor.account)
    return json_answer({name: getattr(found, name) for name in _TOLD})
