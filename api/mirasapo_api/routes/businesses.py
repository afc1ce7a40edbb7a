"""Finding a business and reading what is open of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID  # noqa: TC003 - FastAPI reads the annotations

import msgspec
from fastapi import APIRouter, Depends, Path, Query, Request
from starlette.responses import Response  # noqa: TC002 - same

from mirasapo.gate import history, reveal, search
from mirasapo.identity.permissions import Permission
from mirasapo_api import deps
from mirasapo_api.answers import answers, json_answer, listing
from mirasapo_api.shapes import Filings, Hits, Revealed, Succession
from mirasapo_api.wording import in_words

if TYPE_CHECKING:
    from mirasapo.catalog import Catalog

router = APIRouter(prefix="/api/v1", tags=["事業者"])

Searcher = Annotated[deps.Caller, Depends(deps.require(Permission.OPEN_BUSINESSES_SEARCH))]
Reader = Annotated[deps.Caller, Depends(deps.require(Permission.GATE_BUSINESSES_READ))]
FilingReader = Annotated[deps.Caller, Depends(deps.require(Permission.GATE_FILINGS_READ))]


@router.get(
    "/businesses",
    summary="事業者を名前で探す",
    description="法人番号公表サイトの公表情報から探します。",
    responses=answers(Hits, 403),
)
def find_businesses(
    request: Request,
    caller: Searcher,
    name: Annotated[str, Query(min_length=1, max_length=150, examples=["鳥取"])],
    purpose: deps.AskedPurpose,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> Response:
    """Businesses of the register by name, each with the data classes open to the caller."""
    databases = deps.platform_of(request).databases
    wanted = purpose or deps.USUAL_PURPOSE.get(caller.actor.recipient, 0)
    hits = search.search(databases, caller.actor, name, purpose=wanted, limit=limit)
    return listing(hits, limit=limit)


@router.get(
    "/corporate_numbers/{corporate_number}",
    summary="法人番号から、いまの法人をたどる",
    description="合併で消えた番号は、承継先をたどって存続する法人につなぎます。閲覧記録は残りません。",
    responses=answers(Succession, 403, 404),
)
def read_corporate_number(
    request: Request,
    caller: Searcher,  # noqa: ARG001 - signed in and allowed to search, no more is asked
    corporate_number: Annotated[
        str, Path(min_length=13, max_length=13, examples=["1130001011420"])
    ],
) -> Response:
    """The body that a corporate number leads to today."""
    found = search.find_number(deps.platform_of(request).databases, corporate_number)
    return json_answer(
        {
            "numbers": found.numbers,
            "end": found.end,
            "business_id": found.business_id,
            "name": found.name,
            "succeeded_by": found.succeeded_by,
        }
    )


@router.get(
    "/businesses/{business_id}",
    summary="事業者の開示された情報を読む",
    description="読むたびに、事業者が確かめられる閲覧記録が残ります。断られたときも残ります。",
    responses=answers(Revealed, 403, 404),
)
def read_business(
    request: Request, caller: Reader, business_id: UUID, purpose: deps.AskedPurpose
) -> Response:
    """Everything of the business that is open to the caller for this purpose."""
    return json_answer(_read(request, caller, purpose, business_id=business_id))


@router.get(
    "/businesses/{business_id}/public_facts",
    summary="事業者の公表情報を読む",
    description="法人番号公表サイトと gBizINFO の情報です。閲覧記録は残りません。",
    responses=answers(Revealed, 404),
)
def read_public_facts(request: Request, caller: Searcher, business_id: UUID) -> Response:
    """What public sources say of the business: open to everybody who is signed in."""
    platform = deps.platform_of(request)
    found = reveal.reveal(
        platform.databases,
        platform.catalog,
        platform.policy,
        caller.actor,
        deps.USUAL_PURPOSE.get(caller.actor.recipient, 0),
        business_id,
        layer="open",
        through=caller.through(request),
    )
    return json_answer(_shaped(platform.catalog, found))


@router.get(
    "/businesses/{business_id}/filings",
    summary="事業者の申請の一覧を読む",
    responses=answers(Filings, 403, 404),
)
def read_filings(
    request: Request, caller: FilingReader, business_id: UUID, purpose: deps.AskedPurpose
) -> Response:
    """The headings of the filings whose history is open to the caller."""
    platform = deps.platform_of(request)
    found = history.history(
        platform.databases,
        platform.policy,
        caller.actor,
        caller.usual_purpose(purpose),
        business_id,
        through=caller.through(request),
    )
    heads = found.filings
    return listing(heads, limit=len(heads), ledger_entry=found.entry_id)


@router.get(
    "/filings/{filing_id}",
    summary="一つの申請の開示された情報を読む",
    responses=answers(Revealed, 403, 404),
)
def read_filing(
    request: Request, caller: FilingReader, filing_id: UUID, purpose: deps.AskedPurpose
) -> Response:
    """Everything of the filing that is open to the caller for this purpose."""
    return json_answer(_read(request, caller, purpose, filing_id=filing_id))


def _read(
    request: Request,
    caller: deps.Caller,
    purpose: int | None,
    *,
    business_id: UUID | None = None,
    filing_id: UUID | None = None,
) -> dict[str, Any]:
    platform = deps.platform_of(request)
    found = reveal.reveal(
        platform.databases,
        platform.catalog,
        platform.policy,
        caller.actor,
        caller.usual_purpose(purpose),
        business_id,
        layer="all" if filing_id is None else "filing",
        filing_id=filing_id,
        through=caller.through(request),
    )
    return _shaped(platform.catalog, found)


def _shaped(catalog: Catalog, found: reveal.Revealed) -> dict[str, Any]:
    return {
        "business_id": found.business_id,
        "purpose": found.purpose,
        "values": [
            {
                **msgspec.structs.asdict(value),
                "value_ja": in_words(catalog, value.item_key, value.value),
            }
            for value in found.values
        ],
        "open_classes": found.open_classes,
        "closed_classes": [
            {"data_class": data_class, "reason": reason}
            for data_class, reason in found.closed_classes.items()
        ],
        "ledger_entry": found.entry_id,
    }
