"""The 16 programmes of the data model: open to everybody."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response  # noqa: TC002 - FastAPI reads the annotations

from mirasapo_api import deps
from mirasapo_api.answers import listing, public_answers
from mirasapo_api.shapes import Programme, Programmes

router = APIRouter(prefix="/api/v1", tags=["制度"])


@router.get(
    "/programmes",
    summary="データモデルの対象の16制度を読む",
    description="サインインせずに読めます。",
    responses=public_answers(Programmes),
)
def read_programmes(request: Request) -> Response:
    """The programmes with their forms and the basis of secondary use."""
    programmes = deps.platform_of(request).catalog.programmes
    found = [
        {name: getattr(each, name) for name in Programme.model_fields}
        for each in programmes.values()
    ]
    return listing(found, limit=len(found))
