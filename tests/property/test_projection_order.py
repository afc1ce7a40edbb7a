"""The master does not depend on the order in which anything arrived."""

from __future__ import annotations

from datetime import UTC, date, datetime
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mirasapo.business.conflicts import list_conflicts
from mirasapo.business.fold import Contribution, Folding, Settlement
from mirasapo.business.identify import Identity, ensure
from mirasapo.business.order import Authority
from mirasapo.business.plan import is_master
from mirasapo.business.projection import project
from mirasapo.business.rebuild import rebuild
from mirasapo.business.search import index_terms
from mirasapo.business.spelling import claim_hash
from mirasapo.business.state import state
from mirasapo.business.statement import correction, settlement
from mirasapo.business.stating import take_in
from mirasapo.catalog import load_catalog, parse_value, sample_value
from mirasapo.intake.receive import receive
from mirasapo.store.item_tables import item_tables
from mirasapo.store.tables import register_body
from tests import factories

if TYPE_CHECKING:
    from mirasapo.app.root import Platform

CATALOG = load_catalog()
FOLDING = Folding(CATALOG)
SHAPES = [shape for shape in CATALOG.tables if is_master(shape)]
DAYS = st.dates(date(2020, 1, 1), date(2020, 1, 3))  # few days: ties are what is interesting
SPEAKERS = [
    (Authority.NTA, "nta"),
    (Authority.GBIZINFO, "gbizinfo"),
    (Authority.FILING, "jgrants-04"),
    (Authority.FILING, "kojo-13"),
    (Authority.PORTAL, "portal"),
]


@st.composite
def contributions(draw: st.DrawFn) -> list[Contribution]:
    """What several payloads say about one business, with ties in date and version."""
    shapes = draw(st.lists(st.sampled_from(SHAPES), min_size=1, max_size=4, unique_by=id))
    said = []
    for number in range(draw(st.integers(min_value=2, max_value=5))):
        authority, source = draw(st.sampled_from(SPEAKERS))
        rng = Random(draw(st.integers(min_value=0, max_value=5)))
        rows = {}
        for shape in shapes:
            made = [
                {
                    item.column: parse_value(item, sample_value(item, rng))
                    for item in shape.items
                    if rng.random() < 0.5
                }
                for _ in range(rng.randint(1, 3) if shape.repeated else 1)
            ]
            if kept := [row for row in made if row]:
                rows[shape.name] = kept
        said.append(
            Contribution(
                authority=authority,
                source=source,
                reference=f"filing {number}",
                basis="deemed",
                as_of_on=draw(DAYS),
                version=draw(st.integers(min_value=1, max_value=2)),
                payload_sha256=f"{number:064}",
                rows=rows,
            )
        )
    return said


@st.composite
def settlements(draw: st.DrawFn, said: list[Contribution]) -> list[Settlement]:
    """Settlements of conflicts among these contributions, and of conflicts that are no more."""
    found = FOLDING.judge(said)[1]
    made = []
    for number in range(draw(st.integers(min_value=0, max_value=3)) if found else 0):
        conflict = draw(st.sampled_from(found))
        claim = draw(st.sampled_from(conflict.claims))
        made.append(
            Settlement(
                stem=conflict.stem,
                row_key=conflict.row_key,
                unit=conflict.unit,
                source=claim.source,
                claim_hash=draw(st.sampled_from([claim.claim_hash, "gone"])),
                as_of_on=draw(DAYS),
                version=draw(st.integers(min_value=1, max_value=2)),
                payload_sha256=f"settlement {number}",
            )
        )
    return made


def meaning(said: list[Contribution], settled: list[Settlement] | None = None) -> Any:
    """The master with, for each value, the payload it is from; and the conflicts."""
    master, conflicts = FOLDING.judge(said, settled or ())
    values = {
        stem: {
            key: {
                column: (str(row.values[column]), origin.contribution.reference)
                for column, origin in row.origins.items()
            }
            for key, row in rows.items()
        }
        for stem, rows in master.items()
    }
    return values, {(each.stem, each.row_key, each.unit): each for each in conflicts}


@settings(max_examples=300, deadline=None)
@given(st.data(), contributions(), st.randoms(use_true_random=False))
def test_どの順で聞いてもマスタと食い違いは同じ(
    data: st.DataObject, said: list[Contribution], rng: Random
) -> None:
    settled = data.draw(settlements(said))
    expected = meaning(said, settled)
    for _ in range(4):
        rng.shuffle(said)
        rng.shuffle(settled)
        assert meaning(said, settled) == expected


@settings(max_examples=200, deadline=None)
@given(contributions())
def test_すべての値は誰かが言った値であり言われた項目は消えない(
    said: list[Contribution],
) -> None:
    master, _ = meaning(said)
    by_reference = {each.reference: each for each in said}
    for stem, rows in master.items():
        for row in rows.values():
            for column, (value, reference) in row.items():
                spoken = by_reference[reference].rows[stem]
                assert value in {str(each[column]) for each in spoken if column in each}
    for each in said:
        assert each.rows.keys() <= master.keys()


@settings(max_examples=200, deadline=None)
@given(st.data(), contributions())
def test_裁定しても登記の値は変わらない(data: st.DataObject, said: list[Contribution]) -> None:
    def official(settled: list[Settlement]) -> dict[Any, Any]:
        master = FOLDING.fold(said, settled)
        return {
            (plan.stem, column): str(row.values[column])
            for plan in FOLDING.plans
            for row in master.get(plan.stem, {}).values()
            for column, origin in row.origins.items()
            if plan.how == "units"
            and origin.contribution.authority is Authority.NTA
            and any(column in unit.columns and unit.registry for unit in plan.units)
        }

    assert official(data.draw(settlements(said))) == official([])


# ── through the database ──────────────────────────────────────────────────────────────────────

NUMBER = factories.made_up_number(1)
EVENTS = ("old", "new", "tie", "withdrawn", "register", "fact", "correction", "settlement")


def filing(seed: int, filed_on: str, **header: Any) -> dict[str, Any]:
    return factories.filing_payload(
        CATALOG, "04", corporate_number=NUMBER, seed=seed, filed_on=filed_on, **header
    )


def saying(seed: int, filed_on: str, **header: Any) -> dict[str, Any]:
    """The same with a number of employees that names the filing: of seeds 2 and 3 alike."""
    document = filing(seed, filed_on, **header)
    document["items"][EMPLOYEES.key] = min(seed, 2)
    return document


def push(platform: Platform, document: dict[str, Any]) -> None:
    receive(
        platform.databases,
        platform.lake,
        platform.catalog,
        client_id="jgrants-04",
        programmes=["04"],
        body=factories.body_of(document),
        attachments=factories.filing_attachments(document),
    )


def register(platform: Platform) -> None:
    search_name, packed = index_terms("株式会社登記")
    with platform.databases.intake.begin() as conn:
        row = {
            "corporate_number": NUMBER,
            "sequence_number": 1,
            "process": "01",
            "correction": "0",
            "updated_on": date(2015, 10, 5),
            "name": "株式会社登記",
            "city": "鳥取市",
            "search_name": search_name,
            "grams": packed,
            "payload_sha256": "0" * 64,
        }
        known = conn.exec_driver_sql(
            "SELECT business_id FROM core.business WHERE corporate_number = %s", (NUMBER,)
        ).scalar_one_or_none()
        row |= {} if known is None else {"business_id": known}
        made = conn.execute(register_body.insert().returning(register_body.c.business_id), row)
        project(conn, platform.catalog, made.scalars().all())


def published(platform: Platform) -> None:
    """GBizINFO on the number of employees, a few days after the newest filing."""
    table = item_tables(platform.catalog).published[EMPLOYEES.table]
    with platform.databases.intake.begin() as conn:
        business_id = ensure(conn, corporate_number=NUMBER)
        row = {"business_id": business_id, "source": "gbizinfo", "row_no": 1}
        row |= {"as_of_on": date(2022, 5, 20), "payload_sha256": "b" * 64}
        conn.execute(table.insert(), row | {EMPLOYEES.column: 77})
        project(conn, platform.catalog, [business_id])


def state_that(platform: Platform, body: bytes) -> None:
    with platform.databases.intake.begin() as conn:
        take_in(conn, platform.lake, platform.catalog, body, source="somebody")


IDENTITY = Identity(NUMBER, None)
EMPLOYEES = CATALOG.item("business_identity.employee_count")
CORRECTED = CATALOG.item("business_identity.officer_count")
NOON = datetime(2022, 6, 1, 3, tzinfo=UTC)
CORRECTION = correction(
    IDENTITY,
    stated_at=NOON,
    stated_by="owner",
    table=CORRECTED.table,
    row={CORRECTED.key: 12},
    programme="04",
    fiscal_year=2022,
    basis="deemed",
)
SETTLEMENT = settlement(
    IDENTITY,
    stated_at=NOON,
    stated_by="officer",
    why="電話で確かめた",
    table=EMPLOYEES.table,
    row_key="",
    unit=EMPLOYEES.column,
    source="jgrants-04",
    claim_hash=claim_hash({EMPLOYEES.column: 2}, [EMPLOYEES.column]),
)


def happen(platform: Platform, event: str) -> None:
    if event == "register":
        register(platform)
        return
    if event == "fact":
        published(platform)
        return
    if event in {"correction", "settlement"}:
        state_that(platform, {"correction": CORRECTION, "settlement": SETTLEMENT}[event])
        return
    seed, filed_on = {
        "old": (1, "2021-05-07"),
        "new": (2, "2022-05-07"),
        "tie": (3, "2022-05-07"),
        "withdrawn": (4, "2023-05-07"),
    }[event]
    push(platform, saying(seed, filed_on))
    if event == "withdrawn":
        push(platform, saying(seed, filed_on, version=2, status="withdrawn"))


def content(platform: Platform) -> Any:
    with platform.databases.intake.begin() as conn:
        return state(conn, platform.catalog)


@pytest.fixture(scope="module")
def expected(platform: Platform) -> Any:
    for event in EVENTS:
        happen(platform, event)
    return content(platform)


def test_裁定と訂正が効いている(platform: Platform, expected: Any) -> None:
    assert expected["filings"] == 4
    with platform.databases.intake.connect() as conn:
        found = list_conflicts(conn, named=NUMBER, states=("open", "settled"))
        master = item_tables(platform.catalog).master[EMPLOYEES.table]
        row = conn.execute(master.select()).mappings().one()
    (settled,) = [each for each in found if each.item_keys == [EMPLOYEES.key]]
    assert (settled.state, settled.sources) == ("settled", ["jgrants-04", "gbizinfo"])
    assert (row[EMPLOYEES.column], row[CORRECTED.column]) == (2, 12)
    assert {each.kind for each in found} == {"disagree", "mismatch"}


SOME = Random(4)
FEW = [tuple(SOME.sample(EVENTS, len(EVENTS))) for _ in range(5)]
MORE = [tuple(SOME.sample(EVENTS, len(EVENTS))) for _ in range(100)]


@pytest.mark.parametrize("order", FEW, ids="-".join)
def test_どの順で届いても状態は同じ(
    fresh_platform: Platform, expected: Any, order: tuple[str, ...]
) -> None:
    for event in order:
        happen(fresh_platform, event)
    assert content(fresh_platform) == expected
    rebuilt = rebuild(fresh_platform.databases, fresh_platform.lake, fresh_platform.catalog)
    assert rebuilt.state_hash == expected["state_hash"]


@pytest.mark.deep
@pytest.mark.parametrize("order", MORE, ids="-".join)
def test_ほかのどの順で届いても状態は同じ(
    fresh_platform: Platform, expected: Any, order: tuple[str, ...]
) -> None:
    for event in order:
        happen(fresh_platform, event)
    assert content(fresh_platform) == expected
