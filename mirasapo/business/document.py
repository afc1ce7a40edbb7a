"""A payload of JSON, read strictly: what two readers could understand differently is refused."""

from __future__ import annotations

import json
from codecs import BOM_UTF8
from decimal import Decimal
from typing import Any

from mirasapo.errors import BadInput

MAX_BYTES = 5_000_000


def read_document(body: bytes) -> dict[str, Any]:
    """The JSON object of a payload; decimals stay exact.

    Raises BadInput when it is too big, not UTF-8 without a mark, not JSON, or names something twice.
    """
    if len(body) > MAX_BYTES:
        raise too_big()
    if body.startswith(BOM_UTF8):
        cure = "BOM のない UTF-8 で保存し直してください。"
        raise _unreadable("先頭に BOM(UTF-8 の印)があります。", cure)
    try:
        document = json.loads(
            body.decode("utf-8"),
            parse_float=Decimal,
            parse_constant=_no_number,
            object_pairs_hook=_once_each,
        )
    except UnicodeDecodeError:
        raise _unreadable("文字コードが UTF-8 ではありません。") from None
    except _NamedTwice:
        raise _unreadable("同じ名前が二度書かれています。") from None
    except json.JSONDecodeError as fault:
        raise _unreadable(f"{fault.pos + 1}文字目付近が JSON として正しくありません。") from None
    except (ValueError, RecursionError):
        raise _unreadable("JSON として正しくありません。") from None
    if not isinstance(document, dict):
        raise _unreadable("オブジェクト({ … })ではありません。")
    return document


def too_big() -> BadInput:
    """The refusal of a payload of more than MAX_BYTES."""
    return _unreadable(f"{MAX_BYTES // 1_000_000}MBを超えています。")


class _NamedTwice(ValueError):
    pass


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise _NamedTwice
    return made


def _no_number(_name: str) -> None:
    raise ValueError


def _unreadable(why: str, cure: str = "JSON(UTF-8)で作り直して送ってください。") -> BadInput:
    return BadInput("申請のデータを読めません。", why, cure)
