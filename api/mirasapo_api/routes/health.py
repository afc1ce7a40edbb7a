"""Whether it runs: for supervisors and monitoring. Nothing here tells of anybody."""

from __future__ import annotations

from fastapi import APIRouter, Request
from sqlalchemy import text
from starlette.responses import PlainTextResponse, Response

from mirasapo_api import deps
from mirasapo_api.answers import json_answer, refusals
from mirasapo_api.metrics import MEDIA_TYPE
from mirasapo_api.metrics_readers import require_operator
from mirasapo_api.shapes import Health

router = APIRouter(tags=["運用"])


@router.get("/healthz", summary="プロセスが動いているか", responses={200: {"model": Health}})
def healthz() -> Response:
    """The process answers."""
    return json_answer({"status": "ok"})


@router.get(
    "/readyz",
    summary="データベースに届くか",
    responses={200: {"model": Health}, **refusals(503)},
)
def readyz(request: Request) -> Response:
    """The database answers, too; else 503."""
    with deps.platform_of(request).databases.gateway.connect() as conn:
        conn.execute(text("SELECT 1"))
    return json_answer({"status": "ok"})


@router.get(
    "/metrics",
    response_class=PlainTextResponse,
    summary="件数と時間 (Prometheus 形式)",
    description=(
        "この機械の中から直接つなぐか、運用者のトークンを Authorization: Bearer に付けて読みます。"
    ),
    responses={
        200: {"content": {"text/plain": {"schema": {"type": "string"}}}},
        **refusals(401, 403),
    },
)
def metrics(request: Request) -> Response:
    """Requests by route and status, and their times; for the operator of the machine."""
    require_operator(request, deps.platform_of(request).settings)
    return Response(request.app.state.metrics.text(), media_type=MEDIA_TYPE)
