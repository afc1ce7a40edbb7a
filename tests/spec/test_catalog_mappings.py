"""Every field of gBizINFO and of the register has an item, or a reason why not."""

from __future__ import annotations

from pathlib import Path

import pytest

from mirasapo.acquisition.gbizinfo import contract
from mirasapo.acquisition.gbizinfo.config import VERSIONS
from mirasapo.acquisition.gbizinfo.values import CONVERSIONS as READ
from mirasapo.catalog import Catalog
from mirasapo.catalog.mapping import CONVERSIONS, JOINED, PARTS
from mirasapo.store.tables import register_body

OPENAPI = Path(__file__).parents[3] / "shared/data/gbizinfo/openapi"
OPEN_MAP = "patent[].classifications"  # the contract names no field of it


@pytest.mark.parametrize("version", VERSIONS)
def test_gBizINFOの契約の項目はすべて対応表にあり_対応表の項目はすべて契約にある(
    catalog: Catalog, version: str
) -> None:
    mapped = {
        OPEN_MAP if field.path.startswith(OPEN_MAP) else field.path
        for field in catalog.mappings["gbizinfo"]
        if version in field.columns["versions"].split()
    }
    said = contract.fields(version)
    assert len(said) > 90
    assert mapped == said.keys()


@pytest.mark.parametrize("version", VERSIONS)
def test_gBizINFOの契約のどの表も読まれている(version: str) -> None:
    """Nothing of the contract lies outside of the fields, the envelope and the errors."""
    schemas = contract._document(version)["components"]["schemas"]
    outside = {"ApiError", "ApiErrorResponse", "StringMap"}
    read = {path.rpartition(".")[2].removesuffix("[]") for path in contract.fields(version)}
    read |= {
        part for path in contract.fields(version) for part in path.replace("[]", "").split(".")
    }
    for name, schema in schemas.items():
        if name in outside or name.startswith("Metadata"):
            continue
        assert schema["properties"].keys() <= read | contract.envelope(version), name


@pytest.mark.parametrize("version", VERSIONS)
def test_契約は外にある原本と同じ(version: str) -> None:
    original = next(OPENAPI.glob(f"gbizinfo_{version}_openapi.*"), None)
    if original is None:
        pytest.skip("gBizINFO の OpenAPI (../shared/data/gbizinfo/openapi) がここにありません")
    ours = Path(contract.__file__).parent / "contract" / contract._FILES[version]
    assert ours.read_bytes() == original.read_bytes()


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
