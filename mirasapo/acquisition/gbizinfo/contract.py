"""The service's own contract, OpenAPI v1 and v2: the fields it answers with, the questions it takes."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from mirasapo.acquisition.gbizinfo.config import PARTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_FILES = {"v1": "openapi_v1.yaml", "v2": "openapi_v2.json"}
_RECORDS = {
    "v1": ("HojinInfo",),
    "v2": ("HojinInfoV2", "HojinInfoForChildV2", "HojinInfoSearchV2"),
}
_METADATA = "meta-data"
_ANYTHING = "StringMap"
_OURS = frozenset({"page", "limit", "metadata_flg", "X-hojinInfo-api-token"})
"""Parameters that the client sets by itself."""


def fields(version: str) -> dict[str, str]:
    """The fields of a record: path as in the mapping → the contract's own words for it."""
    schemas = _document(version)["components"]["schemas"]
    return {
        path: label for name in _RECORDS[version] for path, label in _leaves(schemas, name, "hojin")
    }


def envelope(version: str) -> frozenset[str]:
    """What stands around the records of an answer."""
    schemas = _document(version)["components"]["schemas"]
    return frozenset(
        field
        for name, schema in schemas.items()
        if "Response" in name and not name.startswith("ApiError")
        for field in schema["properties"]
    )


def search_parameters(version: str) -> dict[str, str]:
    """What a search may ask for, with the contract's explanation."""
    asked = _document(version)["paths"][f"/{version}/hojin"]["get"]["parameters"]
    return {each["name"]: each["description"] for each in asked if each["name"] not in _OURS}


def _leaves(schemas: Mapping[str, Any], name: str, path: str) -> Iterator[tuple[str, str]]:
    for field, kind in schemas[name]["properties"].items():
        below = kind.get("$ref") or kind.get("items", {}).get("$ref")
        inner = below and below.rsplit("/", 1)[1]
        if inner == _ANYTHING:
            inner = None
        many = "[]" if kind.get("type") == "array" and inner else ""
        here = f"{field}{many}" if field in PARTS.values() else f"{path}.{field}{many}"
        if inner is None or path.endswith(_METADATA):
            yield here, kind.get("description", "").strip()
        else:
            yield from _leaves(schemas, inner, here)


@cache
def _document(version: str) -> dict[str, Any]:
    text = (Path(__file__).parent / "contract" / _FILES[version]).read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text) if version == "v2" else yaml.safe_load(text)
    return found
