"""The JSON Schema of a filing says the same as the check of its values."""

from __future__ import annotations

import json
import random
from datetime import UTC, date
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirasapo.catalog import (
    Catalog,
    Fault,
    Item,
    load_catalog,
    load_policy,
    sample_value,
    value_faults,
)
from mirasapo.catalog.example import minimal_filing
from mirasapo.catalog.fiscal_year import fiscal_year_of
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
TERMS = [terms.version for terms in load_policy().terms]


def received(filing: dict[str, Any]) -> list[Fault]:
    """What is wrong with a filing for a reader that takes what the data model says, and no more.

    What the intake takes beyond that, it takes as a text that it has read, and says so.
    """
    body, told = json.dumps(filing).encode(), {"programmes": frozenset(CODES), "today": TODAY}
    read, faults = FilingReader(CATALOG, strict=True).read(body, {}, **told)
    assert (read is None) == bool(faults)
    taken, refused = FilingReader(CATALOG).read(body, {}, **told)
    assert (taken is None) == bool(refused)
    assert taken is None or read is not None or taken.content.readings
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
        "business": {"sole_proprietor_key": "0000000000001"},
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


@pytest.mark.parametrize("programme", CODES)
def test_いちばん小さい申請はスキーマに合い受付も通る(programme: str) -> None:
    filing = minimal_filing(CATALOG, programme)
    VALIDATORS[programme].validate(filing)
    files = {entry["name"]: b"%PDF-1.4" for entry in filing["attachments"]}
    body = json.dumps(filing).encode()
    _, faults = FilingReader(CATALOG).read(body, files, programmes=CODES, today=date(2025, 5, 7))
    assert faults == []


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
        {"consent": {"answer": [], "terms_version": "policy-2025-02-14"}},
        {"consent": {"answer": "given", "terms_version": "policy-2099-01-01"}},
        {"consent": {"answer": "given"}},
        {"consent": None},
        {"filing_number": " "},
        {"filing_number": "\u3000"},
        {"filing_number": "a\u200bb"},
        {"filing_number": "a\nb"},
        {"filed_on": "2014-12-31"},
        {"business": {"sole_proprietor_key": "\u3000"}},
        {"items": {"business_identity.trade_name": " "}},
        {"items": {"business_identity.trade_name": "a\tb"}},
        {"items": {"business_identity.description": "\n"}},
        {"items": {"business_identity.established_on": "1867-12-31"}},
        {"items": {"business_identity.established_on": "2101-01-01"}},
        {"attachments": [{"name": "folder/a.pdf"}]},
        {"attachments": [{"name": ".."}]},
        {"attachments": [{"name": " "}]},
        {"attachments": [{"name": "a.pdf", "item": "finance.net_sales_yen"}]},
        {"items": {"nobody.knows": 1}},
        {"items": {"japan_brand.brand_name": "制度02の項目"}},
        {"items": {"finance.net_sales_yen": 1}},
        {"groups": {"financial_statement": [{"finance.net_sales_yen": "1"}]}},
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


ODD = " \u3000\u00a0\t\n\r\x00\x1f\x7f\u200b\\aあ0-:./T@"
DATES = st.dates().map(str)
MOMENTS = st.datetimes(timezones=st.just(UTC)).map(lambda each: each.isoformat())
TEXTS = st.one_of(st.text(ODD, max_size=14), DATES, MOMENTS)


def beyond_schema(item: Item) -> bool:
    """Whether a schema cannot say all: check digits, days of a month, decimal places."""
    limit = item.limit
    return limit.check is not None or limit.format == "month_day" or item.type == "decimal"


@given(st.sampled_from(CATALOG.items), st.integers(0, 2**32))
def test_通る値はスキーマにも通る(item: Item, seed: int) -> None:
    raw = sample_value(item, random.Random(seed))
    assert jsonschema_rs.is_valid(with_definitions(item), raw)
    assert jsonschema_rs.is_valid(with_definitions(item), None)


# every kind of item is drawn as often as another, however few of it there are
KINDS = st.sampled_from(sorted({(item.type, item.limit.format or "") for item in CATALOG.items}))


@given(KINDS, st.randoms(use_true_random=False), st.one_of(st.booleans(), st.integers(), TEXTS))
def test_スキーマと受付は同じ値を断る(kind: tuple[str, str], rng: random.Random, raw: Any) -> None:
    item = rng.choice([i for i in CATALOG.items if (i.type, i.limit.format or "") == kind])
    value = [raw] if item.array else raw
    if not jsonschema_rs.is_valid(with_definitions(item), value, validate_formats=True):
        assert value_faults(item, value)
    elif not beyond_schema(item):
        assert value_faults(item, value) == []


@given(
    st.sampled_from(
        ["filing_number", "sole_proprietor_key", "terms_version", "filed_on", "form_version"]
    ),
    st.one_of(
        TEXTS,
        st.text(max_size=101),
        st.sampled_from(TERMS),
        st.dates(date(2014, 12, 1), date(2101, 6, 1)).map(str),
        st.integers(),
        st.none(),
    ),
)
def test_スキーマに合う見出しは受付も通る(name: str, raw: Any) -> None:
    filing = sample_filing("04", 4) | {"items": {}, "groups": {}}
    place = {"sole_proprietor_key": "business", "terms_version": "consent"}.get(name)
    if place is None:
        filing[name] = raw
    else:
        filing[place] = {name: raw}
    if VALIDATORS["04"].is_valid(filing):
        still_to_come = name == "filed_on" and raw > str(TODAY)
        other_year = name == "filed_on" and fiscal_year_of(date.fromisoformat(raw)) != 2022
        unseen = isinstance(raw, str) and not raw.isprintable()  # not all of Unicode's
        assert (received(filing) == []) != (still_to_come or other_year or unseen)
    elif not (name == "sole_proprietor_key" and raw is None):
        assert received(filing)


def test_スキーマは公表された規約文言をすべて挙げる(catalog: Catalog) -> None:
    schema = form_schema(catalog, "04")["properties"]["consent"]["properties"]["terms_version"]
    assert schema["enum"] == TERMS
    assert schema["description"].endswith("policy-2025-02-14: 2022年度からの申請")
    for year, day in ((2021, "2022-03-31"), (2022, "2022-04-01")):
        fitting = [version for version in TERMS if version == load_policy().terms_of(year).version]
        for version in TERMS:
            filing = sample_filing("04", 5) | {"fiscal_year": year, "filed_on": day}
            filing["consent"] = {"terms_version": version}
            assert VALIDATORS["04"].is_valid(filing) == (version in fitting)
            assert (received(filing) == []) == (version in fitting)


@pytest.mark.parametrize("programme", CODES)
def test_スキーマが挙げる添付書類の項目は様式のもの(programme: str) -> None:
    file = form_schema(CATALOG, programme)["properties"]["attachments"]["items"]["properties"]
    *keys, nothing = file["item"]["enum"]
    assert nothing is None
    assert {CATALOG.item(key).type for key in keys} <= {"file"}
    assert all(programme in CATALOG.item(key).programmes for key in keys)


def test_項目には名称と書き方と単位がある(catalog: Catalog) -> None:
    schema = item_schema(catalog.item("business_identity.capital_yen"))
    assert schema["title"] == "資本金または出資の額"
    assert schema["description"].endswith("単位: 円。")


def test_ない制度のスキーマは断られる(catalog: Catalog) -> None:
    with pytest.raises(NotFound, match="制度が見つかりません"):
        form_schema(catalog, "99")
