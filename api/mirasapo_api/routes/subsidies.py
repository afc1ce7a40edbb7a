"""The catalogue of support: jGrants, ミラサポplus 制度ナビ and J-Net21, open to everybody."""

from __future__ import annotations

from datetime import date  # noqa: TC003 - FastAPI reads the annotations
from typing import Annotated
from uuid import UUID  # noqa: TC003 - same

from fastapi import APIRouter, Query, Request
from starlette.responses import Response  # noqa: TC002 - same

from mirasapo.acquisition.programmes import catalogue
from mirasapo_api import deps
from mirasapo_api.answers import json_answer, public_answers
from mirasapo_api.shapes import Subsidies, Subsidy

router = APIRouter(prefix="/api/v1", tags=["制度"])


@router.get(
    "/subsidies",
    summary="補助金などの支援制度を探す",
    description=(
        "サインインせずに読めます。表示するときは attribution を添えてください。"
        "地域の記載のない制度は、どの region でも返ります。"
        "open_on は、募集の初日と最終日がともに分かる公募だけを調べます。"
    ),
    responses=public_answers(Subsidies),
)
def find_subsidies(
    request: Request,
    q: Annotated[
        str | None,
        Query(min_length=1, max_length=150, description="言葉。空白で区切ると、すべてを含むもの"),
    ] = None,
    region: Annotated[
        str | None, Query(max_length=10, description="都道府県名。全国が対象の制度も返る")
    ] = None,
    open_on: Annotated[date | None, Query(description="この日に募集している制度")] = None,
    programme: Annotated[
        str | None, Query(pattern="^(0[1-9]|1[0-6])$", description="制度番号 01–16")
    ] = None,
    limit: Annotated[int, Query(ge=1, le=catalogue.MOST)] = 20,
    offset: Annotated[int, Query(ge=0, le=1_000_000)] = 0,
) -> Response:
    """Entries of the catalogue."""
    with deps.platform_of(request).databases.gateway.connect() as conn:
        found, total = catalogue.find(
            conn,
            words=q,
            region=region,
            open_on=open_on,
            programme=programme,
            limit=limit,
            offset=offset,
        )
    resultset = {"count": len(found), "offset": offset, "limit": limit, "total": total}
    return json_answer({"results": found, "metadata": {"resultset": resultset}})


@router.get(
    "/subsidies/{subsidy_id}",
    summary="一つの支援制度と、その版を読む",
    description="サインインせずに読めます。版ごとに、前の版から変わった項目が分かります。",
    responses=public_answers(Subsidy, 404),
)
def read_subsidy(request: Request, subsidy_id: UUID) -> Response:
    """An entry with its calls, files and versions."""
    with deps.platform_of(request).databases.gateway.connect() as conn:
        return json_answer(catalogue.read(conn, subsidy_id))
