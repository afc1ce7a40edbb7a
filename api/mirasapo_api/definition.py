"""The definition of the API (OpenAPI 3.1), out of the routes, with what they cannot say themselves.

Names in Japanese (`names`), an example of every parameter and body (`examples`), the codes of
refusals, the number that every answer carries.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from fastapi import FastAPI
from pydantic.json_schema import models_json_schema

from mirasapo.errors import refusals
from mirasapo_api.examples import bodies
from mirasapo_api.examples import parameter as example_of
from mirasapo_api.names import NAMES
from mirasapo_api.shapes import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirasapo.catalog import Catalog

PATH: Final = "/api/openapi.json"
TAGS: Final = {
    "サインイン": "人のセッションと、画面やスクリプトのトークン",
    "システムの接続": "制度のシステムのトークン (OAuth 2.0 Client Credentials)",
    "申請の送信": "制度のシステムが、申請と添付ファイルを送り、取り下げる",
    "事業者": "事業者を探し、開示された情報を読む",
    "開示のお願い": "支援者がお願いし、事業者が答え、取り消す",
    "同意": "事業者が、申請ごとの二次利用の同意を確かめ、取りやめる",
    "閲覧記録": "だれが、いつ、何を見たか",
    "ワンスオンリー": "一度出した情報で様式を埋め、誤りを訂正する",
    "制度": "データモデルの16制度と、補助金などの支援制度のカタログ",
    "ジョブ": "時間のかかる処理が、どこまで進んだか",
    "運用": "動いているかを確かめる",
}
_METHODS: Final = ("get", "put", "post", "patch", "delete")
_REQUEST_ID: Final = {
    "X-Request-ID": {
        "description": "応答の番号。問い合わせのときに添えてください。",
        "schema": {"type": "string", "title": "応答の番号"},
    }
}


def define(app: FastAPI, catalog: Catalog, address: str) -> dict[str, Any]:
    """The whole document; `address` is where people reach the API."""
    document = FastAPI.openapi(app)
    _, shared = models_json_schema(
        [(Problem, "serialization")], ref_template="#/components/schemas/{model}"
    )
    schemas = document["components"]["schemas"]
    schemas.update(shared["$defs"])
    schemas["Problem"]["properties"]["code"]["enum"] = sorted({each.code for each in refusals()})
    document["servers"] = [{"url": address}]
    used = {operation["tags"][0] for _, _, operation in operations(document)}
    names = [*(name for name in TAGS if name in used), *sorted(used - TAGS.keys())]
    document["tags"] = [{"name": name, "description": TAGS.get(name, "")} for name in names]
    examples = bodies(catalog)
    for method, path, operation in operations(document):
        for parameter in operation.get("parameters", ()):
            _name(parameter, example_of(parameter["name"], method, path))
        if (body := examples.get((method, path))) is not None:
            for kind in operation["requestBody"]["content"].values():
                kind["example"] = body
        for response in operation["responses"].values():
            response["headers"] = {**response.get("headers", {}), **_REQUEST_ID}
    _name_properties(document)
    return document


def operations(document: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Method, path and operation, in the order of the document."""
    for path, methods in document["paths"].items():
        for method in _METHODS:
            if method in methods:
                yield method, path, methods[method]


def _name(parameter: dict[str, Any], example: Any) -> None:
    name, schema = parameter["name"], parameter["schema"]
    schema.pop("title", None)
    if name in NAMES:
        schema["title"] = NAMES[name]
        parameter.setdefault("description", NAMES[name])
    if example is not None:
        schema.pop("examples", None)
        parameter["example"] = example


def _name_properties(node: Any) -> None:
    """Give every property its Japanese name; what pydantic made of the English one goes."""
    if isinstance(node, list):
        for each in node:
            _name_properties(each)
    if not isinstance(node, dict):
        return
    properties = node.get("properties")
    if isinstance(properties, dict) and node.get("type") == "object":
        for name, schema in properties.items():
            schema.pop("title", None)
            if name in NAMES:
                schema["title"] = NAMES[name]
    for each in node.values():
        _name_properties(each)
