"""Every field of gBizINFO and of the register has an item, or a reason why not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mirasapo.acquisition.gbizinfo.values import CONVERSIONS as READ
from mirasapo.catalog import Catalog
from mirasapo.catalog.mapping import CONVERSIONS, JOINED, PARTS
from mirasapo.store.tables import register_body

OPENAPI = Path(__file__).parents[3] / "shared/data/gbizinfo/openapi/gbizinfo_v2_openapi.json"
# where a path of the mapping begins: the sub-resources stand for themselves
SUB_RESOURCES = {
    "certification",
    "commendation",
    "subsidy",
    "procurement",
    "patent",
    "corporation-info",
    "finance",
    "workplace_info",
}


def leaves(schemas: dict[str, Any], name: str, path: str) -> Iterator[str]:
    for field, kind in schemas[name]["properties"].items():
        inner = kind.get("$ref") or kind.get("items", {}).get("$ref")
        array = "[]" if kind.get("type") == "array" and inner else ""
        here = f"{field}{array}" if field in SUB_RESOURCES else f"{path}.{field}{array}"
        if inner and field != "meta-data":
            yield from leaves(schemas, inner.rsplit("/", 1)[1], here)
        else:
            yield here


def test_gBizINFOのv2の項目はすべて対応表にある(catalog: Catalog) -> None:
    if not OPENAPI.is_file():
        pytest.skip("gBizINFO の OpenAPI (../shared/data/gbizinfo/openapi) がここにありません")
    schemas = json.loads(OPENAPI.read_text(encoding="utf-8"))["components"]["schemas"]
    mapped = {field.path for field in catalog.mappings["gbizinfo"]}
    wanted = set(leaves(schemas, "HojinInfoV2", "hojin"))
    assert len(wanted) > 90
    missing = {
        path
        for path in wanted
        if path not in mapped
        and not any(other.startswith((f"{path}.", f"{path}[")) for other in mapped)
    }
    assert missing == set()


def test_読み方の語は_読む側が知る語と使われる語に等しい(catalog: Catalog) -> None:
    used = {field.convert for fields in catalog.mappings.values() for field in fields if field.item}
    assert used == CONVERSIONS.keys()
    assert {*READ, "closing_date", "government_code"} == CONVERSIONS.keys()
    assert CONVERSIONS.keys() >= PARTS | JOINED


def test_公表情報は汎用の項目にだけ入る(catalog: Catalog) -> None:
    for fields in catalog.mappings.values():
        assert {field.item.domain for field in fields if field.item} == {"generic"}


def test_登記の列は登記の表にある(catalog: Catalog) -> None:
    columns = {field.columns["register_column"] for field in catalog.mappings["nta"]} - {""}
    assert columns <= set(register_body.columns.keys())
    assert {"out_of_search", "correction", "updated_on"} <= columns
