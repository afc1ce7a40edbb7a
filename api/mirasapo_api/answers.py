"""How an answer becomes JSON, and what the routes share in documenting theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import msgspec
from starlette.responses import Response

from mirasapo_api.problem import MEDIA_TYPE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mirasapo_api import shapes


def json_answer(
    data: object, status: int = 200, headers: Mapping[str, str] | None = None
) -> Response:
    """`data` (objects of the services, dates, ids, decimals) as JSON."""
    return Response(msgspec.json.encode(data), status, headers, "application/json")


def listing(
    results: Sequence[object], *, limit: int, offset: int = 0, **members: object
) -> Response:
    """A list as DS-464-2 shapes it: results beside metadata.resultset."""
    resultset = {"count": len(results), "offset": offset, "limit": limit}
    return json_answer({"results": results, "metadata": {"resultset": resultset}, **members})


_WHY: Final = {
    400: "依頼の形が違う",
    401: "サインインしていない、または期限切れ",
    403: "許されていない",
    404: "見つからない",
    409: "いまの状態ではできない",
    422: "値が正しくない",
    503: "準備ができていない",
}

Documented = dict[int | str, dict[str, Any]]


def refusals(*statuses: int) -> Documented:
    """The refusals of a route, for its documentation."""
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {
        status: {"description": _WHY[status], "content": content, "model": None}
        for status in statuses
    }


def answers(model: type[shapes.Shape], *statuses: int, success: int = 200) -> Documented:
    """What a signed-in route answers: its shape, and its refusals; any question can be unreadable."""
    return {success: {"model": model, "description": "成功"}, **refusals(401, *statuses, 422)}


def public_answers(model: type[shapes.Shape], *statuses: int) -> Documented:
    """What a route answers that everybody may ask."""
    return {200: {"model": model, "description": "成功"}, **refusals(*statuses, 422)}
