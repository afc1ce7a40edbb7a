"""閲覧記録: who saw, or was refused, what of the own business."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response  # noqa: TC002 - FastAPI reads the annotations

from mirasapo.disclosure.acting import act_as
from mirasapo.identity import directory
from mirasapo.identity.permissions import Permission
from mirasapo.ledger import entries
from mirasapo_api import deps
from mirasapo_api.answers import answers, listing
from mirasapo_api.shapes import LedgerEntries

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mirasapo.catalog import Catalog
    from mirasapo.ledger.entries import LedgerRow

router = APIRouter(prefix="/api/v1", tags=["閲覧記録"])

Reader = Annotated[deps.Caller, Depends(deps.require(Permission.BUSINESS_LEDGER_ENTRIES_READ))]


@router.get(
    "/ledger_entries", summary="自社の閲覧記録を読む", responses=answers(LedgerEntries, 403)
)
def list_entries(
    request: Request,
    caller: Reader,
    limit: Annotated[int, Query(ge=1, le=100)] = 100,
    offset: Annotated[int, Query(ge=0, le=10_000_000)] = 0,
) -> Response:
    """The entries about the own business, newest first."""
    platform = deps.platform_of(request)
    with platform.databases.gateway.begin() as conn:
        act_as(conn, caller.actor)
        rows = entries.read(conn, deps.own_business(caller), limit=limit, offset=offset)
        names = directory.actors(conn, {row.entry.actor for row in rows})
    results = [_shaped(platform.catalog, names, row) for row in rows]
    return listing(results, limit=limit, offset=offset)


def _shaped(catalog: Catalog, names: Mapping[str, str], row: LedgerRow) -> dict[str, Any]:
    entry = row.entry
    items = [catalog.item(key) for key in entry.items]
    return {
        "entry_id": row.entry_id,
        "occurred_at": entry.occurred_at,
        "who": names.get(entry.actor, entry.actor),
        "institution_name": row.institution_name,
        "on_behalf_of": entry.on_behalf_of,
        "purpose": entry.purpose,
        "data_classes": sorted({item.data_class for item in items}),
        "items": [item.label_ja for item in items],
        "allowed": entry.allowed,
        "basis": entry.basis,
        "reason": entry.reason,
        "through": entry.through,
    }
