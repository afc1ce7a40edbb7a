"""Attacks on disclosure below the API: as the gateway's own database login, and on the walls themselves.

A person never speaks SQL to this login; these tests show what stands if a part of the API failed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError

from mirasapo.disclosure import settings
from mirasapo.disclosure.acting import act_as
from mirasapo.disclosure.rule import Actor, Facts
from mirasapo.store.item_tables import item_tables
from mirasapo.store.row_security import policies
from tests.disclosure_town import Town, compare_rows, make_town

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Connection

    from mirasapo.app.root import Platform
    from mirasapo.catalog import Catalog

GUARDED_TRUST = ("disclosure_request", "grant_line", "consent", "ledger_entry")


@pytest.fixture(scope="module")
def town(platform: Platform) -> Town:
    """The town, with a line, a switch and an entry in `trust`."""
    made = make_town(platform)
    owner = Actor(str(uuid4()), 7, business_id=made.businesses[0])
    with platform.databases.gateway.begin() as conn:
        settings.set_line(
            conn,
            platform.policy,
            owner,
            audience="all",
            effect="allow",
            purpose=6,
            data_classes=[6],
        )
    return made


@pytest.fixture
def conn(town: Town) -> Iterator[Connection]:
    with town.databases.gateway.connect() as connection:
        yield connection
        connection.rollback()


def filled(town: Town) -> list[str]:
    """The tables of `core` with rows that no stranger may see."""
    rows = {each.row[0] for each in town.world.stored}
    return sorted(rows | {"filing", "attachment", "provenance", "business"})


def reads_nothing(conn: Connection, table: str) -> bool:
    """No row comes back: because none is visible, or because there is no actor to judge by."""
    try:
        with conn.begin_nested():
            return conn.execute(text(f"SELECT 1 FROM {table}")).first() is None  # noqa: S608
    except DBAPIError:
        return True


# ── without an actor ──────────────────────────────────────────────────────────────────────────


def test_without_an_actor_nothing_is_read(town: Town, conn: Connection) -> None:
    for table in filled(town):
        assert reads_nothing(conn, f"core.{table}"), table
    for table in GUARDED_TRUST:
        assert reads_nothing(conn, f"trust.{table}"), table


def test_the_actor_ends_with_the_transaction(town: Town) -> None:
    """A pooled connection does not carry the last person's rights to the next."""
    engine = town.databases.gateway
    with engine.connect() as conn:
        act_as(conn, Actor("officer", 2), 2)
        assert not reads_nothing(conn, "core.filing")
        conn.commit()
        for table in filled(town):
            assert reads_nothing(conn, f"core.{table}"), table
        for table in GUARDED_TRUST:
            assert reads_nothing(conn, f"trust.{table}"), table


@pytest.mark.parametrize(
    "missing",
    [
        "keys",
        "business",
        "recipient",
        "moment",
        "public_bits",
        "own_bits",
        "policy_bits",
        "line_bits",
    ],
)
def test_each_setting_is_needed(town: Town, conn: Connection, missing: str) -> None:
    """With one setting emptied, a supporter's read shows no more than before."""
    supporter = town.actors[0]
    act_as(conn, supporter, 6)
    table = f"core.{town.world.item(6, domain='generic').table}"
    before = conn.execute(text(f"SELECT * FROM {table}")).all()  # noqa: S608
    assert before
    conn.execute(text("SELECT set_config('mirasapo.' || :name, '', true)"), {"name": missing})
    try:
        after = conn.execute(text(f"SELECT * FROM {table}")).all()  # noqa: S608
    except DBAPIError:
        return
    assert set(map(tuple, after)) <= set(map(tuple, before))


# ── with an actor ─────────────────────────────────────────────────────────────────────────────


def test_a_stranger_reads_nothing_but_what_was_published(town: Town, conn: Connection) -> None:
    stranger = Actor("stranger", 5, institution_id=uuid4(), kind=None)
    act_as(conn, stranger, 2)
    bases = conn.scalars(text("SELECT DISTINCT basis FROM core.provenance")).all()
    assert bases == ["open"]
    assert reads_nothing(conn, "core.filing")


def test_trust_of_others_is_hidden(town: Town, conn: Connection) -> None:
    act_as(conn, Actor("x", 7, business_id=town.businesses[1]))
    for table in GUARDED_TRUST:
        assert reads_nothing(conn, f"trust.{table}"), table


@pytest.mark.parametrize(
    "statement",
    [
        (
            "INSERT INTO trust.grant_line (business_id, audience, level, effect, purpose, class_bits,"
            " valid_from, origin) VALUES (:business, 'all', 0, 'allow', 6, 8191, now(), 'setting:x')"
        ),
        (
            "INSERT INTO trust.suspension (business_id, valid_from, set_by)"
            " VALUES (:business, now(), :business)"
        ),
        (
            "INSERT INTO trust.consent (business_id, filing_id, answer, basis, terms_version,"
            " answered_by) VALUES (:business, :business, 'given', 'deemed', 'x', 'x')"
        ),
        "INSERT INTO trust.narrowing VALUES (6, 5, 0, 'x')",
        (
            "INSERT INTO trust.disclosure_request (business_id, institution_id, requested_by, purpose,"
            " purpose_text, class_bits, valid_until)"
            " VALUES (:business, :institution, :business, 6, 'x', 1, now())"
        ),
    ],
    ids=lambda statement: statement.split()[2],
)
def test_nobody_writes_for_another(town: Town, conn: Connection, statement: str) -> None:
    """A supporter grants itself nothing, switches nothing, and asks in no other's name."""
    other = {"business": town.businesses[0], "institution": town.institutions[1]}
    act_as(conn, town.actors[0], 6)
    with pytest.raises(DBAPIError, match="row-level security"):
        conn.execute(text(statement), other)


@pytest.mark.parametrize("table", ["grant_line", "suspension"])
def test_nobody_ends_for_another(town: Town, conn: Connection, table: str) -> None:
    act_as(conn, town.actors[0], 6)
    changed = conn.execute(text(f"UPDATE trust.{table} SET valid_until = now()"))  # noqa: S608
    assert changed.rowcount == 0


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE trust.ledger_entry SET allowed = true",
        "DELETE FROM trust.ledger_entry",
        "DELETE FROM trust.grant_line",
        "UPDATE trust.grant_line SET class_bits = 8191",
        "UPDATE trust.disclosure_request SET class_bits = 8191",
        "UPDATE trust.consent SET answer = 'given'",
        "DELETE FROM trust.narrowing",
        "UPDATE core.provenance SET basis = 'open'",
        "UPDATE open.ceiling SET class_bits = 8191",
        "SELECT 1 FROM core.payload",
    ],
)
def test_rights_that_the_gateway_has_not(town: Town, conn: Connection, statement: str) -> None:
    act_as(conn, Actor("officer", 2), 2)
    with pytest.raises(DBAPIError, match="permission denied"):
        conn.execute(text(statement))


def test_unique_keys_tell_nothing_of_hidden_rows(town: Town, conn: Connection) -> None:
    """The gateway may not insert where a duplicate would betray a row that it may not see."""
    act_as(conn, Actor("x", 7, business_id=uuid4()), 3)
    known, unknown = next(iter(town.world.filings)), uuid4()
    table = item_tables(town.world.catalog).filing[town.world.item(6).table].fullname
    for filing_id in (known, unknown):
        statements = (
            (
                f"INSERT INTO {table} (filing_id, version_no, business_id, programme,"  # noqa: S608
                " fiscal_year, basis, class_bits) VALUES (:id, 1, :id, '04', 2023, 'deemed', 0)"
            ),
            (
                "INSERT INTO core.business (business_id, corporate_number)"
                " VALUES (:id, '1000000000001')"
            ),
        )
        for statement in statements:
            with pytest.raises(DBAPIError) as refused, conn.begin_nested():
                conn.execute(text(statement), {"id": filing_id})
            assert not isinstance(refused.value, IntegrityError)


def test_functions_show_no_more_than_the_tables(town: Town, conn: Connection) -> None:
    """The reading functions run with the caller's rights, whatever columns are asked for."""
    act_as(conn, Actor("x", 5), 6)
    filing_id = next(iter(town.world.filings))
    for each in {stored.item.table for stored in town.world.stored}:
        rows = conn.execute(
            text("SELECT * FROM core.filing_rows(:stem, ARRAY[:id]::uuid[], ARRAY[1], '{}')"),
            {"stem": each, "id": filing_id},
        )
        assert rows.all() == []


@pytest.mark.parametrize("login", ["intake", "cut"])
def test_functions_that_look_behind_are_the_gateways(town: Town, login: str) -> None:
    with town.databases.engine(login).connect() as conn:
        for name in ("knows_business", "business_of_filing"):
            with pytest.raises(DBAPIError, match="permission denied"), conn.begin_nested():
                conn.execute(text(f"SELECT core.{name}(gen_random_uuid())"))


def test_functions_that_look_behind_give_an_id_and_nothing_else(
    town: Town, conn: Connection
) -> None:
    filing_id, (business_id, _) = next(iter(town.world.filings.items()))
    asked: dict[str, UUID] = {"filing": filing_id, "unknown": uuid4(), "business": business_id}
    row = conn.execute(
        text(
            "SELECT core.business_of_filing(:filing), core.business_of_filing(:unknown),"
            " core.knows_business(:business), core.knows_business(:unknown)"
        ),
        asked,
    ).one()
    assert tuple(row) == (business_id, None, business_id, None)


# ── the walls themselves ──────────────────────────────────────────────────────────────────────


def test_every_table_of_core_and_trust_is_guarded(conn: Connection) -> None:
    open_tables = conn.scalars(
        text(
            "SELECT c.oid::regclass::text FROM pg_class c"
            " JOIN pg_namespace n ON n.oid = c.relnamespace"
            " WHERE n.nspname IN ('core', 'trust') AND c.relkind IN ('r', 'p', 'v', 'm')"
            " AND NOT c.relrowsecurity"
        )
    ).all()
    assert [name for name in open_tables if name != "core.schema_version"] == []


def test_policies_of_the_database_are_those_of_the_program(
    catalog: Catalog, conn: Connection
) -> None:
    rows = conn.execute(
        text("SELECT schemaname || '.' || tablename, policyname, permissive FROM pg_policies")
    )
    assert {tuple(row) for row in rows} == {
        (policy.table, policy.name, "PERMISSIVE") for policy in policies(catalog)
    }


def walls_stand(town: Town) -> None:
    """What the property test asserts about row security, for readers with nothing and with all."""
    facts = Facts(town.policy)
    with town.databases.gateway.connect() as conn:
        for actor, purpose in ((town.actors[0], 5), (town.actors[4], 2), (town.actors[7], 3)):
            compare_rows(town, conn, actor, purpose, facts)
        conn.rollback()


@pytest.mark.parametrize(
    "damage", ["DROP POLICY {policy} ON {table}", "ALTER TABLE {table} DISABLE ROW LEVEL SECURITY"]
)
def test_a_missing_wall_is_found_out(
    fresh_platform: Platform, tamper: Callable[[Platform, str], None], damage: str
) -> None:
    """With its policy dropped or switched off, each table of `core` fails the comparison."""
    broken = make_town(fresh_platform)
    walls_stand(broken)
    wanted = {p.table: p for p in policies(fresh_platform.catalog) if p.login == "gateway"}
    for name in filled(broken):
        policy = wanted[f"core.{name}"]
        tamper(fresh_platform, damage.format(policy=policy.name, table=policy.table))
        with pytest.raises(AssertionError):
            walls_stand(broken)
        for statement in policy.statements(_gateway(fresh_platform)):
            tamper(fresh_platform, statement)
        tamper(fresh_platform, f"ALTER TABLE {policy.table} ENABLE ROW LEVEL SECURITY")
        walls_stand(broken)


def _gateway(platform: Platform) -> str:
    with platform.databases.gateway.connect() as conn:
        user: str = conn.execute(text("SELECT current_user")).scalar_one()
    return user
