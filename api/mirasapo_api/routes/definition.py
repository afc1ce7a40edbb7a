"""The definition of the API as a page to read; the document itself is `/api/openapi.json`."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, Response

from mirasapo.portal.plain_page import PLAIN_CSP, plain_page
from mirasapo_api.definition_page import definition_body

router = APIRouter()


@router.get("/api/docs", include_in_schema=False)
def read_definition(request: Request) -> Response:
    """The page, without a script and from nowhere but here."""
    document = request.app.openapi()
    page = plain_page(document["info"]["title"], definition_body(document))
    return HTMLResponse(page, headers={"Content-Security-Policy": PLAIN_CSP})
