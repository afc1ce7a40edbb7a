"""Who is signed in, and the words that the screens need."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response  # noqa: TC002 - FastAPI reads the annotations

from mirasapo.identity import directory
from mirasapo_api import deps
from mirasapo_api.answers import answers, json_answer
from mirasapo_api.shapes import Me, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mirasapo.catalog import Policy
    from mirasapo.identity.accounts import Account

router = APIRouter(prefix="/api/v1", tags=["サインイン"])

SignedIn = Annotated[deps.Caller, Depends(deps.signed_in)]


@router.get("/me", summary="サインインしている人", responses=answers(Me, 403))
def me(request: Request, caller: SignedIn) -> Response:
    """The person, for which business or institution, and what the role may do."""
    session = caller.require_session()
    account = session.account
    return json_answer(
        {
            "account_id": account.account_id,
            "role": account.role,
            "display_name": account.display_name,
            "recipient": caller.actor.recipient,
            "business": _business(request, account),
            "institution": _institution(account),
            "permissions": sorted(caller.permissions),
            "expires_at": session.expires_at,
            "csrf_token": session.csrf if session.kind == "browser" else None,
        }
    )


@router.get(
    "/vocabulary",
    summary="利用目的・データ区分・提供先・制度・表の名称と、自分の上限",
    responses=answers(Vocabulary),
)
def vocabulary(request: Request, caller: SignedIn) -> Response:
    """The words of the policy and the catalogue: portal kernels hold neither."""
    platform = deps.platform_of(request)
    policy = platform.policy
    kinds = policy.institution_kinds.items()
    return json_answer(
        {
            "purposes": _named(policy.purposes),
            "data_classes": _named(policy.data_classes),
            "recipients": _named(policy.recipients),
            "institution_kinds": [{"kind": kind, "name_ja": name} for kind, name in kinds],
            "programmes": [
                {"code": each.code, "name_ja": each.name_ja, "short_ja": each.short_ja}
                for each in platform.catalog.programmes.values()
            ],
            "tables": [
                {
                    "table": each.name,
                    "label_ja": each.label_ja,
                    "row_key": [item.key for item in each.row_key_items],
                }
                for each in platform.catalog.tables
            ],
            "ceiling": _ceiling(policy, caller.actor.recipient),
        }
    )


def _named(names: Mapping[int, str]) -> list[dict[str, object]]:
    return [{"number": number, "name_ja": name} for number, name in names.items()]


def _ceiling(policy: Policy, recipient: int) -> dict[str, list[int]]:
    return {
        str(purpose): sorted(
            data_class
            for data_class in policy.data_classes
            if (purpose, data_class, recipient) in policy.cells
        )
        for purpose in policy.purposes
    }


def _business(request: Request, account: Account) -> dict[str, object] | None:
    if account.business_id is None:
        return None
    with deps.platform_of(request).databases.gateway.connect() as conn:
        body = directory.bodies(conn, [account.business_id]).get(account.business_id)
    return {
        "business_id": account.business_id,
        "name": account.display_name if body is None else body.name,
        "corporate_number": None if body is None else body.corporate_number,
    }


def _institution(account: Account) -> dict[str, object] | None:
    if account.institution_id is None:
        return None
    return {
        "institution_id": account.institution_id,
        "name": account.institution_name,
        "kind": account.institution_kind,
    }
