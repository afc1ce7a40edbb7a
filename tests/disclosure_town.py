"""A small town to ask the disclosure rule about, and the comparisons of its three forms.

Small domains on purpose: two institutions, two kinds, two businesses, three data classes, two
programmes, two fiscal years, and moments around now, so that every rule meets every other.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import product
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from hypothesis import strategies as st
from sqlalchemy import insert, text

from mirasapo.disclosure.acting import act_as
from mirasapo.disclosure.rule import (
    Actor,
    Basis,
    Facts,
    GrantLine,
    Narrowing,
    Subject,
    Suspension,
    decide,
)
from mirasapo.errors import NotAllowed
from mirasapo.gate.history import history
from mirasapo.gate.reveal import reveal
from mirasapo.gate.search import search
from mirasapo.store import row_security
from mirasapo.store.tables import grant_line, narrowing, suspension
from tests.disclosure_world import (
    Context,
    Stored,
    World,
    add_business,
    add_filing,
    add_institution,
    add_master,
    add_payload,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hypothesis.strategies import SearchStrategy
    from sqlalchemy import Connection

    from mirasapo.app.root import Platform
    from mirasapo.catalog import Catalog, Item, Policy
    from mirasapo.store.databases import Databases

NOW = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)
TICK = timedelta(microseconds=1)
CLASSES = (6, 9, 12)
PURPOSES = (1, 2, 3, 6, 10)
PROGRAMMES = ("04", "13")
YEARS = (2021, 2023)
BASES: tuple[Basis, ...] = ("deemed", "individual", "none")
KINDS = ("chamber", "certified_supporter")
HOUSES = 12
TELLING = (
    Context("04", 2021, "deemed"),
    Context("04", 2023, "individual"),
    Context("13", 2023, "deemed"),
    Context("13", 2021, "none"),
    Context(None, None, "deemed"),
    Context(None, None, "open"),
)
CONTEXTS = [
    Context(programme, year, basis)
    for programme, year, basis in product((*PROGRAMMES, None), (*YEARS, None), (*BASES, "open"))
]


@dataclass(frozen=True)
class Town:
    """What stays the same in every example: businesses, institutions, what was filed."""

    world: World
    businesses: tuple[UUID, ...]  # HOUSES of them; the first two have filings
    institutions: tuple[UUID, ...]
    actors: tuple[Actor, ...]
    databases: Databases
    policy: Policy

    @property
    def everybody(self) -> list[tuple[Actor, int]]:
        """Every actor with every purpose."""
        return list(product(self.actors, PURPOSES))


def make_town(platform: Platform) -> Town:
    """Write what stays the same in every example; the database must be empty."""
    world = World(platform.catalog)
    plain = {number: world.item(number) for number in CLASSES}
    generic = world.item(6, domain="generic")
    about_other = world.item(12, third_party=True, domain="generic")
    beside = next(
        i
        for i in world.catalog.table(about_other.table).items
        if i.data_class == 12 and not i.third_party and i.type == "string"
    )
    served = platform.databases.intake
    with served.begin() as conn:
        add_payload(conn)
        names = ("山田製作所", "鈴木製作所")
        known = [add_business(conn, name, f"100000000000{i}") for i, name in enumerate(names)]
        add_business(conn, "まだ何も申請していない製作所")
        institutions = [add_institution(conn, f"機関{kind}", kind) for kind in KINDS]
        for business_id in known:
            for number, (programme, year, basis) in enumerate(product(PROGRAMMES, YEARS, BASES)):
                rows: list[list[Item]] = [
                    [[plain[6]], [about_other]],
                    [[plain[9]], [about_other, beside]],
                    [[plain[12]], [beside], [about_other]],
                    [[plain[9]]],
                ][number % 4]
                context = Context(programme, year, basis)
                attached = plain[6] if number % 2 else None
                add_filing(conn, world, business_id, context, rows, attached=attached)
            for number, context in enumerate(CONTEXTS):
                other = CONTEXTS[(number * 7 + 5) % len(CONTEXTS)]
                mixed = {about_other: context, beside: other}
                add_master(conn, world, business_id, f"r{number}", mixed)
                add_master(conn, world, business_id, f"s{number}", {generic: context})
    houses = (*known, *(uuid4() for _ in range(HOUSES - len(known))))
    actors = _actors(known, institutions)
    return Town(world, houses, tuple(institutions), actors, platform.databases, platform.policy)


def _actors(businesses: Sequence[UUID], institutions: Sequence[UUID]) -> tuple[Actor, ...]:
    def account() -> str:
        return str(uuid4())

    supporters = [
        Actor(account(), 5, institution_id=institution, kind=kind)
        for institution, kind in zip(institutions, KINDS, strict=True)
    ]
    return (
        *supporters,
        Actor(account(), 3, institution_id=institutions[0], kind=None),
        Actor(account(), 1),
        Actor(account(), 2),
        Actor(account(), 4, institution_id=institutions[0], kind=KINDS[0]),
        Actor(account(), 6, business_id=businesses[0]),
        Actor(account(), 7, business_id=businesses[0]),
        Actor(account(), 7, business_id=businesses[1]),
        Actor("private", 0, service="private"),
        Actor(account(), 11, institution_id=institutions[0], kind=KINDS[0]),
    )


# ── what is drawn ─────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Drawn:
    """Trust as it stands in one example: each business's lines and its switch, the Agency's."""

    scenarios: tuple[tuple[list[dict[str, Any]], tuple[datetime, datetime | None] | None], ...]
    narrowed: dict[tuple[int, int], int]


def _bits(classes: Sequence[int]) -> int:
    return sum(1 << (number - 1) for number in set(classes))


MOMENTS_FROM = st.sampled_from((NOW - TICK, NOW, NOW + TICK))
MOMENTS_UNTIL = st.sampled_from((None, NOW - TICK, NOW, NOW + TICK))
LINES: SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        "audience": st.sampled_from(("all", "kind:0", "kind:1", "institution:0", "institution:1")),
        "effect": st.sampled_from(("allow", "allow", "deny")),
        "purpose": st.sampled_from((6, 6, 6, 1, 2, 3)),
        "classes": st.lists(st.sampled_from(CLASSES), min_size=1, max_size=3),
        "programmes": st.sampled_from((None, None, ("04",), ("13",))),
        "fiscal_years": st.sampled_from((None, None, (2021,), (2023,))),
        "valid_from": MOMENTS_FROM,
        "valid_until": MOMENTS_UNTIL,
    }
)
# Lines that nearly always fit the first supporter's consultation, so that they clash.
CLASHES: SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        "audience": st.sampled_from(("all", "kind:0", "institution:0")),
        "effect": st.sampled_from(("allow", "deny")),
        "purpose": st.just(6),
        "classes": st.sampled_from(((6,), (6, 12))),
        "programmes": st.sampled_from((None, None, None, ("04",))),
        "fiscal_years": st.sampled_from((None, None, None, (2023,))),
        "valid_from": st.sampled_from((NOW - TICK, NOW)),
        "valid_until": st.sampled_from((None, None, NOW, NOW + TICK)),
    }
)
SCENARIOS = st.tuples(
    st.tuples(st.lists(CLASHES, max_size=3), st.lists(LINES, max_size=3)).map(
        lambda lines: lines[0] + lines[1]
    ),
    st.one_of(st.none(), st.none(), st.none(), st.tuples(MOMENTS_FROM, MOMENTS_UNTIL)),
)
WORLDS = st.builds(
    Drawn,
    scenarios=st.lists(SCENARIOS, min_size=HOUSES, max_size=HOUSES).map(tuple),
    narrowed=st.dictionaries(
        st.tuples(st.sampled_from((1, 2, 3, 6)), st.sampled_from((2, 5, 7))),
        st.sampled_from(CLASSES).map(lambda number: 1 << (number - 1)),
        max_size=1,
    ),
)


def facts_of(town: Town, drawn: Drawn) -> Facts:
    houses = list(zip(town.businesses, drawn.scenarios, strict=True))
    return Facts(
        policy=town.policy,
        lines=[_line(town, house, line) for house, (lines, _) in houses for line in lines],
        suspensions=[Suspension(house, *closed) for house, (_, closed) in houses if closed],
        narrowings=[Narrowing(*cell, bits) for cell, bits in drawn.narrowed.items()],
    )


def _line(town: Town, business_id: UUID, line: dict[str, Any]) -> GrantLine:
    word, _, index = line["audience"].partition(":")
    named = {
        "all": ("all", 0),
        "kind": (f"kind:{KINDS[int(index or 0)]}", 1),
        "institution": (f"institution:{town.institutions[int(index or 0)]}", 2),
    }
    audience, level = named[word]
    return GrantLine(
        business_id=business_id,
        audience=audience,
        level=level,
        effect=line["effect"],
        purpose=line["purpose"],
        class_bits=_bits(line["classes"]),
        programmes=line["programmes"],
        fiscal_years=line["fiscal_years"],
        valid_from=line["valid_from"],
        valid_until=line["valid_until"],
        origin="setting:test",
    )


def write(conn: Connection, town: Town, facts: Facts) -> None:
    """Put the facts into `trust` as those who may: the businesses and the Agency."""
    for business_id in town.businesses:
        lines = [_columns(line) for line in facts.lines if line.business_id == business_id]
        closed = [
            {
                "business_id": business_id,
                "valid_from": each.valid_from,
                "valid_until": each.valid_until,
                "set_by": uuid4(),
            }
            for each in facts.suspensions
            if each.business_id == business_id
        ]
        for table, rows in ((grant_line, lines), (suspension, closed)):
            if rows:
                act_as(conn, Actor("owner", 7, business_id=business_id), moment=NOW)
                conn.execute(insert(table), rows)
    act_as(conn, Actor("agency", 2), moment=NOW)
    for each in facts.narrowings:
        conn.execute(
            insert(narrowing).values(
                purpose=each.purpose,
                recipient=each.recipient,
                class_bits=each.class_bits,
                reason="試験",
            )
        )


def _columns(line: GrantLine) -> dict[str, Any]:
    columns = {name: getattr(line, name) for name in GrantLine.__slots__}
    scopes = {name: columns[name] for name in ("programmes", "fiscal_years")}
    return columns | {name: scope and list(scope) for name, scope in scopes.items()}


@contextmanager
def written(town: Town, facts: Facts) -> Iterator[Connection]:
    """A transaction of the gateway in which the facts stand, rolled back at the end."""
    with town.databases.gateway.connect() as conn:
        try:
            write(conn, town, facts)
            yield conn
        finally:
            conn.rollback()


# ── what is compared ──────────────────────────────────────────────────────────────────────────


def subject_of(stored: Stored) -> Subject:
    context = stored.context
    return Subject(
        stored.business_id, "filing", context.programme, context.fiscal_year, "", context.basis
    )


def open_to(town: Town, actor: Actor, purpose: int, facts: Facts) -> list[Stored]:
    """What the rule, as it is written in Python, opens to the actor."""
    return [
        each
        for each in town.world.stored
        if decide(actor, purpose, subject_of(each), each.item, NOW, facts).allowed
    ]


def compare_expression(
    town: Town, conn: Connection, actor: Actor, purpose: int, facts: Facts, expression: str
) -> None:
    """The SQL expression gives each class in each context the answer of the rule."""
    act_as(conn, actor, purpose, NOW)
    asked = list(product(town.businesses, TELLING))
    values = ", ".join(
        f"('{business_id}'::uuid, {_sql(c.programme)}::text, {_sql(c.fiscal_year)}::int,"
        f" '{c.basis}')"
        for business_id, c in asked
    )
    rows = conn.execute(
        text(
            f"SELECT {expression} FROM (VALUES {values}) c (business_id, programme,"  # noqa: S608 - names of this test
            " fiscal_year, basis)"
        )
    ).scalars()
    for (business_id, context), bits in zip(asked, rows, strict=True):
        for data_class, third_party in product(CLASSES, (False, True)):
            subject = Subject(
                business_id,
                "filing",
                context.programme,
                context.fiscal_year,
                "",
                context.basis,
                third_party,
            )
            decision = decide(actor, purpose, subject, data_class, NOW, facts)
            bit = 1 << (data_class - 1 + 13 * third_party)
            assert bool(bits & bit) == decision.allowed, (actor, purpose, subject, data_class)


def _sql(value: object) -> str:
    return "NULL" if value is None else f"'{value}'"


EXPRESSION = row_security.open_bits_sql(
    business="c.business_id", programme="c.programme", fiscal_year="c.fiscal_year", basis="c.basis"
)


def compare_everywhere(
    town: Town,
    facts: Facts,
    asked: Sequence[tuple[Actor, int]],
    expression: str = EXPRESSION,
) -> None:
    with written(town, facts) as conn:
        for actor, purpose in asked:
            compare_expression(town, conn, actor, purpose, facts, expression)


def compare_rows(town: Town, conn: Connection, actor: Actor, purpose: int, facts: Facts) -> None:
    """Row security shows exactly the rows of which an item is open."""
    act_as(conn, actor, purpose, NOW)
    allowed = open_to(town, actor, purpose, facts)
    expected = {each.row for each in allowed}
    seen = set()
    for table in sorted({each.row[0] for each in town.world.stored}):
        keys = _primary_key(town.world.catalog, table)
        rows = conn.execute(text(f"SELECT {', '.join(keys)} FROM core.{table}"))  # noqa: S608 - same
        seen |= {(table, tuple(row)) for row in rows}
    assert seen == expected

    assert set(
        conn.execute(text("SELECT business_id, item_key, row_key FROM core.provenance"))
    ) == {
        (each.business_id, each.item.key, each.row[1][1])
        for each in allowed
        if each.layer == "master"
    }
    attached = {
        filing_id
        for filing_id, item in town.world.attachments.items()
        if decide(actor, purpose, _of_filing(town, filing_id), item, NOW, facts).allowed
    }
    assert set(conn.scalars(text("SELECT filing_id FROM core.attachment"))) == attached
    filings = {each.filing_id for each in allowed if each.filing_id} | attached
    assert set(conn.scalars(text("SELECT filing_id FROM core.filing"))) == filings
    own = {actor.business_id} if actor.recipient == 7 else set()
    assert set(conn.scalars(text("SELECT business_id FROM core.business"))) == own | {
        each.business_id for each in allowed
    } | {town.world.filings[filing_id][0] for filing_id in attached}


def _of_filing(town: Town, filing_id: UUID) -> Subject:
    business_id, context = town.world.filings[filing_id]
    return Subject(business_id, "filing", context.programme, context.fiscal_year, "", context.basis)


def _primary_key(catalog: Catalog, table: str) -> list[str]:
    tables = row_security.item_tables(catalog)
    found = {t.name: t for t in (*tables.filing.values(), *tables.master.values())}
    return [column.name for column in found[table].primary_key]


class InOneTransaction:
    """Stands for the databases: the gate's transactions become savepoints of the test's."""

    def __init__(self, conn: Connection) -> None:
        self.conn = conn

    @property
    def gateway(self) -> InOneTransaction:
        return self

    def execution_options(self, **_options: object) -> InOneTransaction:
        return self

    @contextmanager
    def begin(self) -> Iterator[Connection]:
        with self.conn.begin_nested():
            yield self.conn


def compare_gate(
    town: Town, conn: Connection, actor: Actor, purpose: int, business_id: UUID, facts: Facts
) -> None:
    """The gate answers with exactly the open values, and enters exactly these."""
    catalog, databases = town.world.catalog, InOneTransaction(conn)
    open_here = [e for e in open_to(town, actor, purpose, facts) if e.business_id == business_id]
    try:
        revealed = reveal(
            databases,
            catalog,
            town.policy,
            actor,
            purpose,
            business_id,  # type: ignore[arg-type]
            moment=NOW,
            through="test",
        )
    except NotAllowed as refused:
        # what its source published stays readable without a grant, in the layer `open`
        assert all(each.context.basis == "open" for each in open_here)
        entered = _entry(conn, actor, refused.members["ledger_entry"])
        assert (entered.allowed, list(entered.items)) == (False, [])
    else:
        values = [v for v in revealed.values if v.layer != "open"]
        assert sorted((v.layer, v.item_key, v.value) for v in values) == sorted(
            (each.layer, each.item.key, each.value) for each in open_here
        )
        assert revealed.entry_id is not None
        entered = _entry(conn, actor, revealed.entry_id)
        assert entered.allowed
        assert set(entered.items) == {
            each.item.key for each in open_here if each.context.basis != "open"
        }


def compare_filings(town: Town, conn: Connection, actor: Actor, purpose: int, facts: Facts) -> None:
    """History, the reading of one filing and the classes of a hit agree with the rule."""
    databases: Any = InOneTransaction(conn)
    allowed = open_to(town, actor, purpose, facts)
    for hit in search(databases, actor, "製作所", purpose=purpose, moment=NOW):
        attached = [
            (filing_id, item)
            for filing_id, item in town.world.attachments.items()
            if town.world.filings[filing_id][0] == hit.business_id
        ]
        assert set(hit.open_classes) == {
            e.item.data_class for e in allowed if e.business_id == hit.business_id and e.filing_id
        } | {
            item.data_class
            for filing_id, item in attached
            if decide(actor, purpose, _of_filing(town, filing_id), item, NOW, facts).allowed
        }
    business_id = town.businesses[0]
    expected = {
        filing_id
        for filing_id, (owner, _) in town.world.filings.items()
        if owner == business_id
        and decide(actor, purpose, _of_filing(town, filing_id), 10, NOW, facts).allowed
    }
    # a filing row is visible if one of its items is open, its heading if class 10 is
    visible = {e.filing_id for e in allowed} | {
        f
        for f, item in town.world.attachments.items()
        if decide(actor, purpose, _of_filing(town, f), item, NOW, facts).allowed
    }
    try:
        listed = history(
            databases, town.policy, actor, purpose, business_id, moment=NOW, through="test"
        )
    except NotAllowed:
        assert not expected & visible
    else:
        assert {head.filing_id for head in listed.filings} == expected & visible
    filing_id = next(iter(town.world.filings))
    readable = {e.value for e in allowed if e.filing_id == filing_id}
    try:
        one = reveal(
            databases,
            town.world.catalog,
            town.policy,
            actor,
            purpose,
            None,
            filing_id=filing_id,
            moment=NOW,
            through="test",
        )
    except NotAllowed:
        assert not readable
    else:
        assert {v.value for v in one.values} == readable


def _entry(conn: Connection, actor: Actor, entry_id: int) -> Any:
    act_as(conn, actor, moment=NOW)
    return conn.execute(
        text("SELECT * FROM trust.ledger_entry WHERE entry_id = :id"), {"id": entry_id}
    ).one()
