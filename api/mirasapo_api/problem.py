"""Refusals as answers: problem+json (RFC 9457) for programs, a plain page for browsers."""

from __future__ import annotations

import logging
import traceback
from typing import TYPE_CHECKING, Any, Final, cast

import msgspec
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import DataError
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response

from mirasapo.catalog.value_type import LAST_DAY
from mirasapo.errors import BadInput, MirasapoError, NotFound
from mirasapo.portal.plain_page import PLAIN_CSP, refusal_page

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from fastapi import FastAPI
    from starlette.requests import Request

log = logging.getLogger(__name__)

MEDIA_TYPE: Final = "application/problem+json"

# What is wrong with a value, by the kind of fault that pydantic reports. Its own message may
# repeat the value, so it is not used.
_FAULTS: Final = {
    "missing": "必須です。",
    "extra_forbidden": "この名前の項目はありません。",
    "json_invalid": "JSON が読めません。",
    "model_attributes_type": "オブジェクト ({ … }) で書いてください。",
    "uuid_parsing": "ID の形が正しくありません。",
    "uuid_type": "ID の形が正しくありません。",
    "int_parsing": "整数で指定してください。",
    "int_type": "整数で指定してください。",
    "string_type": "文字列で指定してください。",
    "string_too_short": "短すぎます。",
    "string_too_long": "長すぎます。",
    "string_pattern_mismatch": "決まった形で指定してください。",
    "literal_error": "決まった値のどれかで指定してください。",
    "list_type": "一覧 (配列) で指定してください。",
    "too_short": "一つ以上必要です。",
    "too_long": "数が多すぎます。",
    "doubled": "同じものが二度あります。一度ずつ書いてください。",
    "until": "日付 (YYYY-MM-DD) か、時差付きの日時 (YYYY-MM-DDThh:mm:ss+09:00) で指定してください。",
    "until_too_late": f"{LAST_DAY} までの日時で指定してください。",
    "greater_than_equal": "小さすぎます。",
    "less_than_equal": "大きすぎます。",
}
_OTHER_FAULT: Final = "値の形が正しくありません。"
_MOST_SHOWN: Final = 100  # characters of a name that somebody else made up


def body(error: MirasapoError, status: int | None = None, /, **members: Any) -> dict[str, Any]:
    """The problem+json document of a refusal."""
    return {
        "type": error.urn(),
        "title": error.what,
        "status": status or error.status,
        "detail": error.sentence,
        **error.document,
        **members,
    }


def answer(
    error: MirasapoError,
    /,
    *,
    status: int | None = None,
    headers: Mapping[str, str] | None = None,
    media_type: str = MEDIA_TYPE,
    **members: Any,
) -> Response:
    """A refusal as problem+json; `members` go beside its own."""
    given = dict(headers or {})
    status = status or error.status
    if status == 401:  # noqa: PLR2004 - RFC 9110 asks for this header with exactly this status
        given.setdefault("WWW-Authenticate", "Bearer")
    document = msgspec.json.encode(body(error, status, **members))
    return Response(document, status, {**given, "Cache-Control": "no-store"}, media_type)


def page(error: MirasapoError, *, signed_in: str | None = None) -> Response:
    """A refusal as a page for a person."""
    headers = {"Content-Security-Policy": PLAIN_CSP, "Cache-Control": "no-store"}
    return HTMLResponse(refusal_page(error, signed_in=signed_in), error.status, headers)


def wants_page(request: Request) -> bool:
    """Whether a person's browser is asking, not a program."""
    if request.url.path.startswith(("/api/", "/oauth/")):
        return False
    return "text/html" in request.headers.get("accept", "")


def unexpected() -> MirasapoError:
    """The refusal when something broke that nobody foresaw."""
    return MirasapoError(
        "処理を終えられませんでした。",
        "システムの中で問題が起きました。",
        "しばらく待ってからもう一度お試しください。続くときは、問い合わせ番号を添えてお知らせください。",
    )


def note_unexpected(fault: BaseException, request_id: str) -> None:
    """Log where something broke: the frames, not the message, which may hold values."""
    frames = "".join(traceback.format_tb(fault.__traceback__))
    log.error("unexpected %s in request %s\n%s", type(fault).__name__, request_id, frames)


def install(app: FastAPI) -> None:
    """Answer every refusal, and every question that cannot be read, in one way."""
    app.add_exception_handler(MirasapoError, _refusal)
    app.add_exception_handler(RequestValidationError, _unreadable)
    app.add_exception_handler(HTTPException, _by_framework)
    for fault in (DataError, OverflowError, ValueError):
        app.add_exception_handler(fault, _not_storable)


def faults_of(errors: Sequence[Mapping[str, Any]]) -> list[dict[str, str]]:
    """What is wrong with a question, as [{where, what}], without its values."""
    return [
        {
            "where": _place(each["type"], each["loc"]),
            "what": _FAULTS.get(each["type"], _OTHER_FAULT),
        }
        for each in errors
    ]


def shown(name: str) -> str:
    """A name that was sent, as it may be told to a person: printable, and not endless."""
    printable = (char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in name)
    return "".join(printable)[:_MOST_SHOWN]


def _place(kind: str, loc: Sequence[str | int]) -> str:
    """Where a fault is, for a person: pydantic's ("body", "data_classes", 0) in Japanese."""
    if kind == "json_invalid":  # the place is the number of characters before the fault
        return f"本文の {int(loc[-1]) + 1} 文字目付近"
    source, *steps = loc
    if source != "body":
        return f"パラメーター {shown(str(steps[0]))}"
    place = "本文"
    for step in steps:
        place += f"の{step + 1}番目" if isinstance(step, int) else f"の {shown(step)} "
    return place.rstrip()


async def _refusal(request: Request, fault: Exception) -> Response:
    error = cast("MirasapoError", fault)
    return page(error) if wants_page(request) else answer(error)


async def _unreadable(request: Request, fault: Exception) -> Response:
    faults = faults_of(cast("RequestValidationError", fault).errors())
    error = BadInput(
        "依頼を読めませんでした。",
        f"次の値が正しくありません: {'、'.join(each['where'] for each in faults)}。",
        "値を直して、もう一度送ってください。",
        faults=faults,
    )
    return page(error) if wants_page(request) else answer(error)


async def _not_storable(request: Request, fault: Exception) -> Response:
    """A value that no database can hold: a NUL character, a number or a date beyond its range."""
    if isinstance(fault, ValueError) and "NUL" not in str(fault):  # psycopg2's way to refuse one
        raise fault
    error = BadInput(
        "依頼を読めませんでした。",
        "使えない文字(NUL)か、範囲を超えた数や日付が含まれています。",
        "値を直して、もう一度送ってください。",
    )
    return page(error) if wants_page(request) else answer(error)


async def _by_framework(request: Request, fault: Exception) -> Response:
    """An unknown path, a method that a path does not have, a form that cannot be read."""
    refusal = cast("HTTPException", fault)
    if refusal.status_code == 400:  # noqa: PLR2004 - same, for a body only
        return answer(
            BadInput(
                "本文を読めませんでした。",
                "文字コードが UTF-8 ではないか、区切りなどの形式が壊れています。",
                "本文を作り直して、もう一度送ってください。",
            ),
            status=400,
        )
    if refusal.status_code == 404:  # noqa: PLR2004 - the framework's own status
        error: MirasapoError = NotFound(
            "お探しのページや窓口は見つかりませんでした。",
            "アドレスが違うか、なくなっています。",
            "アドレスを確かめてください。",
        )
        return page(error) if wants_page(request) else answer(error)
    error = BadInput(
        "この依頼は受け付けられません。",
        "方法か形式が、この窓口のものと違います。",
        "API の定義 (/api/docs) を確かめてください。",
    )
    return answer(error, status=refusal.status_code, headers=refusal.headers)
