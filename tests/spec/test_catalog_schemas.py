"""The JSON Schema of a filing says the same as the check of its values."""

from __future__ import annotations

import json
import random
from datetime import date
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirasapo.catalog import Catalog, Fault, Item, load_catalog, sample_value, value_faults
from mirasapo.catalog.schemas import (
    form_schema,
    item_schema,
)
from mirasapo.errors import NotFound
from mirasapo.intake.payload import FilingReader

CATALOG = load_catalog()
CODES = sorted(CATALOG.programmes)
VALIDATORS = {
    code: jsonschema_rs.Draft202012Validator(form_schema(CATALOG, code), validate_formats=True)
    for code in CODES
}
TODAY = date(2022, 6, 1)


def received(filing: dict[str, Any]) -> list[Fault]:
    """What the intake says is wrong with a filing."""
    reader = FilingReader(CATALOG)
    body = json.dumps(filing).encode()
    read, faults = reader.read(body, {}, programmes=frozenset(CODES), today=TODAY)
    assert (read is None) == bool(faults)
    return faults


def sample_filing(programme: str, seed: int) -> dict[str, Any]:
    """A made-up filing with a value for every item of the form but the attachments."""
    rng = random.Random(seed)
    form = CATALOG.programme(programme)
    filing: dict[str, Any] = {
        "programme": programme,
        "form_version": form.form_versions[0],
        "filing_number": f"R4-{seed}",
        "version": 1,
        "procedure": "new",
        "status": "filed",
        "fiscal_year": 2022,
        "filed_on": "2022-05-07",
        "business": {"sole_proprietor_key": "mihon-1"},
        "consent": {"answer": "given", "terms_version": "policy-2025-02-14"},
        "items": {},
        "groups": {},
    }
    for item in form.items:
        if item.type == "file" or item.key == "business_identity.corporate_number":
            continue
        value = sample_value(item, rng)
        if item.repeat_group is None:
            filing["items"][item.key] = value
        else:
            filing["groups"].setdefault(item.table, [{}])[0][item.key] = value
    return filing


@pytest.mark.parametrize("programme", CODES)
def test_スキーマは正しいJSON_Schemaである(programme: str) -> None:
    assert jsonschema_rs.meta.is_valid(form_schema(CATALOG, programme))


@pytest.mark.parametrize("programme", CODES)
def test_見本の申請はスキーマに合い受付も通る(programme: str) -> None:
    filing = sample_filing(programme, 1)
    VALIDATORS[programme].validate(filing)
    assert received(filing) == []


@pytest.mark.parametrize(
    "change",
    [
        {"programme": "05"},
        {"form_version": "1999-1"},
        {"version": 0},
        {"procedure": "newest"},
        {"status": "draft"},
        {"fiscal_year": "2022"},
        {"filed_on": "2022-02-30"},
        {"filing_number": ""},
        {"business": {}},
        {"business": {"corporate_number": "7000012050002", "sole_proprietor_key": "a"}},
        {"business": {"corporate_number": None, "sole_proprietor_key": None}},
        {"consent": {"answer": "maybe", "terms_version": "v"}},
        {"consent": None},
        {"items": {"nobody.knows": 1}},
        {"items": {"japan_brand.jb_brand_name": "制度02の項目"}},
        {"items": {"finance.fin_net_sales": 1}},
        {"groups": {"financial_statement": [{"finance.fin_net_sales": "1"}]}},
        {"groups": {"officer": [{}]}},
        {"attachments": [{"name": "a.pdf", "sha256": "abc"}]},
        {"extra": 1},
    ],
    ids=str,
)
def test_形の違う申請はスキーマにも受付にも断られる(change: dict[str, Any]) -> None:
    filing = sample_filing("04", 2) | change
    assert not VALIDATORS["04"].is_valid(filing)
    assert received(filing)


@pytest.mark.parametrize("missing", ["programme", "filed_on", "business", "consent", "items"])
def test_必要な見出しがなければ断られる(missing: str) -> None:
    filing = sample_filing("04", 3)
    del filing[missing]
    assert not VALIDATORS["04"].is_valid(filing)


def with_definitions(item: Item) -> dict[str, Any]:
    codes = {} if item.codes is None else {item.code_list: {"enum": [*item.codes.codes]}}
    return {**item_schema(item), "$defs": codes}


# What a schema cannot say: check digits, days that a month does not have, decimal places,
# control characters and blanks.
BEYOND_SCHEMA = {"date", "datetime", "decimal"}


@given(st.sampled_from(CATALOG.items), st.integers(0, 2**32))
def test_通る値はスキーマにも通る(item: Item, seed: int) -> None:
    raw = sample_value(item, random.Random(seed))
    assert jsonschema_rs.is_valid(with_definitions(item), raw)
    assert jsonschema_rs.is_valid(with_definitions(item), None)


@given(
    st.sampled_from([item for item in CATALOG.items if item.limit.check is None]),
    st.one_of(st.booleans(), st.integers(), st.text("aあ0-:./T@", max_size=14)),
)
def test_スキーマが断る値は受付も断る(item: Item, raw: Any) -> None:
    value = [raw] if item.array else raw
    if not jsonschema_rs.is_valid(with_definitions(item), value):
        assert value_faults(item, value)
    elif item.type not in BEYOND_SCHEMA and item.limit.format is None and str(raw).strip():
        assert value_faults(item, value) == []


def test_項目には名称と書き方と単位がある(catalog: Catalog) -> None:
    schema = item_schema(catalog.item("business_identity.capital_amount"))
    assert schema["title"] == "資本金または出資の額"
    assert schema["description"].endswith("単位: 円。")


def test_ない制度のスキーマは断られる(catalog: Catalog) -> None:
    with pytest.raises(NotFound, match="制度が見つかりません"):
        form_schema(catalog, "99")
