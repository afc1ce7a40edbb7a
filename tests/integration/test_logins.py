"""What each database login cannot do (D7): every attempt is refused by PostgreSQL itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

import psycopg
import pytest
from psycopg import errors

from mirasapo.store.item_tables import item_tables
from mirasapo.store.secrets import read_secrets

if TYPE_CHECKING:
    from mirasapo.app.root import Platform
    from mirasapo.catalog import Catalog
    from mirasapo.store.databases import Databases

SERVING = ("gateway", "intake", "cut", "jobs")


# as much as anybody could claim to be: rights must not hang on these
CLAIMS = {
    "keys": "{all}",
    "business": "00000000-0000-0000-0000-000000000001",
    "account": "somebody",
    "recipient": "2",
    "purpose": "2",
    "moment": "2026-01-01T00:00:00Z",
    **dict.fromkeys(("public_bits", "own_bits", "policy_bits", "line_bits"), "67108863"),
}


def attempt(databases: Databases, login: str, statement: str) -> None:
    with databases.raw(login) as connection:
        for name, value in CLAIMS.items():
            connection.execute("SELECT set_config('mirasapo.' || %s, %s, true)", [name, value])
        connection.execute(statement.encode())


@pytest.mark.parametrize("login", SERVING)
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE trust.ledger_entry SET allowed = true",
        "DELETE FROM trust.ledger_entry",
        "TRUNCATE trust.ledger_entry",
        "UPDATE trust.consent SET answer = 'given'",
        "DELETE FROM trust.consent",
        "UPDATE core.filing SET basis = 'deemed'",
        "DELETE FROM core.filing",
        "DELETE FROM core.attachment",
        "TRUNCATE core.filing CASCADE",
        "UPDATE open.item SET data_class = 1",
        "UPDATE open.ceiling SET class_bits = 8191",
        "DELETE FROM trust.grant_line",
        "DELETE FROM trust.disclosure_request",
        "DELETE FROM identity.account",
        "ALTER TABLE core.filing DISABLE ROW LEVEL SECURITY",
        "ALTER TABLE core.filing OWNER TO CURRENT_USER",
        "CREATE POLICY mine ON core.filing USING (true)",
        "CREATE TABLE public.mine (number int)",
        "CREATE TABLE core.mine (number int)",
        "CREATE SCHEMA mine",
        "CREATE ROLE mine",
        "CREATE EXTENSION pg_trgm",
        "COPY open.item TO PROGRAM 'cat'",
        "COPY open.item FROM '/etc/passwd'",
        "SELECT pg_read_file('/etc/passwd')",
        "SELECT rolpassword FROM pg_authid",
        "SELECT * FROM core.schema_version",
        "SELECT pg_reload_conf()",
        "SET SESSION AUTHORIZATION postgres",
    ],
)
def test_no_login_that_serves_may(databases: Databases, login: str, statement: str) -> None:
    with pytest.raises(
        (errors.InsufficientPrivilege, errors.UndefinedObject, errors.InvalidParameterValue)
    ):
        attempt(databases, login, statement)


@pytest.mark.parametrize(
    ("login", "statement"),
    [
        ("gateway", "CREATE TEMP TABLE mine (number int)"),
        ("gateway", "CREATE FUNCTION pg_temp.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'"),
        ("cut", "CREATE TEMP TABLE mine (number int)"),
        ("cut", "CREATE FUNCTION pg_temp.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'"),
        ("gateway", "INSERT INTO core.business DEFAULT VALUES"),
        ("gateway", "UPDATE core.provenance SET basis = 'open'"),
        ("gateway", "DELETE FROM core.provenance"),
        ("gateway", "SELECT * FROM core.payload"),
        ("gateway", "SELECT * FROM core.statement"),
        ("gateway", "SELECT * FROM core.conflict"),
        ("gateway", "SELECT * FROM core.idempotent_answer"),
        ("gateway", "SELECT * FROM core.upload"),
        ("gateway", "SELECT * FROM core.acquisition"),
        ("gateway", "SELECT * FROM core.acquisition_step"),
        ("gateway", "DELETE FROM open.published_record"),
        ("gateway", "SELECT * FROM core.batch"),
        ("gateway", "SELECT * FROM core.batch_refusal"),
        ("gateway", "SELECT * FROM core.batch_line"),
        ("gateway", "UPDATE open.register_body SET name = ''"),
        ("gateway", "INSERT INTO open.register_spelling VALUES ('', '')"),
        ("gateway", "DELETE FROM open.register_spelling"),
        ("gateway", "INSERT INTO open.support_institution (name, kind) VALUES ('', '')"),
        ("gateway", "UPDATE open.support_institution SET kind = 'chamber'"),
        ("gateway", "INSERT INTO open.institution_list VALUES ('2026-04-01', 1, '')"),
        ("gateway", "DELETE FROM open.institution_version"),
        ("gateway", "UPDATE trust.grant_line SET class_bits = 8191"),
        ("gateway", "UPDATE trust.disclosure_request SET class_bits = 8191"),
        ("intake", "SELECT * FROM trust.ledger_entry"),
        ("intake", "SELECT * FROM trust.grant_line"),
        ("intake", "SELECT * FROM trust.disclosure_request"),
        ("intake", "INSERT INTO trust.narrowing VALUES (1, 1, 0, '')"),
        ("intake", "SELECT * FROM identity.account"),
        ("intake", "SELECT * FROM identity.session"),
        ("gateway", "SELECT * FROM jobs.job_report"),
        ("gateway", "SELECT jobs.defer('x', 'x', '{}', NULL)"),
        ("cut", "SELECT * FROM jobs.procrastinate_jobs"),
        ("cut", "SELECT jobs.defer('x', 'x', '{}', NULL)"),
        ("intake", "INSERT INTO jobs.procrastinate_jobs (queue_name, task_name) VALUES ('x', 'x')"),
        ("intake", "UPDATE jobs.procrastinate_jobs SET task_name = 'x'"),
        ("intake", "DELETE FROM jobs.procrastinate_jobs"),
        ("intake", "UPDATE jobs.job_report SET asked_by = 'x'"),
        ("intake", "SELECT jobs.procrastinate_cancel_job_v1(1, true, true)"),
        ("jobs", "SELECT * FROM core.payload"),
        ("jobs", "SELECT * FROM core.business"),
        ("jobs", "SELECT * FROM open.register_body"),
        ("jobs", "SELECT * FROM trust.ledger_entry"),
        ("jobs", "SELECT * FROM identity.account"),
        ("jobs", "TRUNCATE jobs.procrastinate_jobs CASCADE"),
        ("jobs", "CREATE TABLE jobs.mine (number int)"),
        ("intake", "UPDATE core.payload SET sha256 = ''"),
        ("intake", "DELETE FROM core.payload"),
        ("intake", "INSERT INTO core.erasure (kind, ordered_by, reason) VALUES ('term', '', '')"),
        ("intake", "UPDATE core.erasure SET reason = ''"),
        ("intake", "DELETE FROM core.erasure"),
        ("intake", "UPDATE core.erased_object SET sha256 = ''"),
        ("intake", "DELETE FROM core.erased_object"),
        ("gateway", "SELECT * FROM core.erasure"),
        ("gateway", "SELECT * FROM core.erased_object"),
        ("gateway", "SELECT * FROM core.expire_payloads('2020-01-01', '2020-01-01', 1)"),
        ("cut", "SELECT * FROM core.erasure"),
        ("cut", "SELECT * FROM core.erased_object"),
        ("cut", "SELECT * FROM core.expire_payloads('2020-01-01', '2020-01-01', 1)"),
        ("intake", "UPDATE core.payload SET offset_bytes = 0"),
        ("intake", "DELETE FROM core.batch"),
        ("intake", "UPDATE core.batch SET object_sha256 = ''"),
        ("intake", "UPDATE core.batch_line SET offset_bytes = 0"),
        ("intake", "DELETE FROM core.batch_line"),
        ("intake", "UPDATE core.payload SET within_sha256 = NULL"),
        ("intake", "SELECT core.blank_batch_lines(gen_random_uuid(), '', '', '{}')"),
        ("gateway", "SELECT core.expire_batch_lines('', '', '{}')"),
        ("cut", "SELECT core.expire_batch_lines('', '', '{}')"),
        ("intake", "UPDATE core.batch SET client_id = ''"),
        ("intake", "UPDATE core.batch_refusal SET what = ''"),
        ("intake", "DELETE FROM core.batch_refusal"),
        ("intake", "UPDATE core.statement SET document = '{}'"),
        ("intake", "DELETE FROM core.statement"),
        ("intake", "DELETE FROM open.support_institution"),
        ("intake", "UPDATE open.institution_list SET payload_sha256 = ''"),
        ("intake", "DELETE FROM open.institution_list"),
        ("intake", "UPDATE open.institution_version SET kind = 'chamber'"),
        ("intake", "DELETE FROM open.institution_version"),
        ("cut", "SELECT * FROM identity.account"),
        ("cut", "SELECT * FROM core.payload"),
        ("cut", "SELECT * FROM core.statement"),
        ("cut", "SELECT * FROM core.conflict"),
        ("cut", "SELECT * FROM core.idempotent_answer"),
        ("cut", "SELECT * FROM core.upload"),
        ("cut", "SELECT * FROM core.acquisition"),
        ("cut", "SELECT * FROM core.acquisition_step"),
        ("cut", "SELECT * FROM core.batch"),
        ("cut", "SELECT * FROM core.batch_refusal"),
        ("cut", "SELECT * FROM core.batch_line"),
        ("cut", "SELECT * FROM trust.grant_line"),
        ("cut", "SELECT * FROM trust.disclosure_request"),
        ("cut", "INSERT INTO core.business DEFAULT VALUES"),
        ("cut", "UPDATE open.register_body SET name = ''"),
        ("cut", "INSERT INTO open.register_spelling VALUES ('', '')"),
        ("cut", "UPDATE open.support_institution SET kind = 'chamber'"),
        ("cut", "INSERT INTO open.institution_list VALUES ('2026-04-01', 1, '')"),
        ("cut", "INSERT INTO trust.consent (answer) VALUES ('given')"),
    ],
)
def test_this_login_may_not(databases: Databases, login: str, statement: str) -> None:
    with pytest.raises(errors.InsufficientPrivilege):
        attempt(databases, login, statement)


# the login jobs may not even name a table of core
@pytest.mark.parametrize("login", [login for login in SERVING if login != "jobs"])
def test_nobody_changes_what_a_filing_said(
    databases: Databases, catalog: Catalog, login: str
) -> None:
    names = [table.fullname for table in item_tables(catalog).filing.values()]
    with databases.raw(login) as connection:
        changeable = connection.execute(
            "SELECT name FROM unnest(%s::text[]) name"
            " WHERE has_table_privilege(name, 'UPDATE, DELETE, TRUNCATE')"
            " OR has_any_column_privilege(name, 'UPDATE')",
            [names],
        ).fetchall()
    assert changeable == []
    with pytest.raises(errors.InsufficientPrivilege):
        attempt(databases, login, f"UPDATE {names[0]} SET class_bits = 0")  # noqa: S608


@pytest.mark.parametrize("login", SERVING)
def test_no_login_becomes_another(platform: Platform, login: str) -> None:
    users = read_secrets(platform.settings.home)["database"]["logins"]
    others = [secret["user"] for name, secret in users.items() if name != login]
    for other in (*others, "postgres", "pg_read_all_data"):
        with pytest.raises((errors.InsufficientPrivilege, errors.UndefinedObject)):
            attempt(platform.databases, login, f'SET ROLE "{other}"')


@pytest.mark.parametrize("login", [*SERVING, "owner"])
def test_no_login_has_a_right_over_others(platform: Platform, server: str, login: str) -> None:
    user = read_secrets(platform.settings.home)["database"]["logins"][login]["user"]
    with psycopg.connect(server) as connection:
        row = connection.execute(
            "SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication"
            " FROM pg_roles WHERE rolname = %s",
            [user],
        ).fetchone()
    assert row == (False,) * 5


def test_every_table_of_core_and_trust_is_under_row_security(
    platform: Platform, server: str
) -> None:
    assert platform.settings.database_url is not None
    with psycopg.connect(platform.settings.database_url) as connection:
        open_to_all = connection.execute(
            "SELECT oid::regclass::text FROM pg_class WHERE relkind = 'r' AND NOT relrowsecurity"
            " AND relnamespace::regnamespace::text IN ('core', 'trust')"
            " AND relname <> 'schema_version'"
        ).fetchall()
    assert open_to_all == []


# ── what only row security hides ──────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def business(databases: Databases) -> Any:
    """A business with one filing that nobody has consented to, written by intake."""
    filing_id = uuid4()
    with databases.raw("intake") as connection:
        row = connection.execute(
            "INSERT INTO core.business (made_up) VALUES (true) RETURNING business_id"
        ).fetchone()
        assert row is not None
        connection.execute(
            "INSERT INTO core.payload (sha256, size_bytes, media_type, kind, source)"
            " VALUES ('a', 1, 'application/json', 'filing', 'test')"
        )
        connection.execute(
            "INSERT INTO core.filing (filing_id, version_no, business_id, programme,"
            " filing_number, form_version, procedure, status, fiscal_year, filed_on, source,"
            " basis, terms_version, payload_sha256, tables, class_bits) VALUES (%s, 1, %s, '04',"
            " '1', '1', 'new', 'filed', 2022, '2022-05-07', 'test', 'deemed', 't', 'a', '{}', 1)",
            [filing_id, row[0]],
        )
    return row[0]


def test_without_an_actor_the_gateway_reads_nothing(databases: Databases, business: Any) -> None:
    with databases.raw("gateway") as connection, pytest.raises(errors.Error):
        assert connection.execute("SELECT * FROM core.filing").fetchall() == business


def test_row_security_cannot_be_switched_off(databases: Databases, business: Any) -> None:
    with databases.raw("gateway") as connection:
        connection.execute("SET row_security = off")
        with pytest.raises(errors.InsufficientPrivilege, match="row-level security"):
            connection.execute("SELECT * FROM core.filing")


def test_a_cut_does_not_see_a_filing_without_consent(databases: Databases, business: Any) -> None:
    with databases.raw("cut") as connection:
        assert connection.execute("SELECT * FROM core.filing").fetchall() == []
    with databases.raw("intake") as connection:
        connection.execute(
            "INSERT INTO trust.consent (business_id, filing_id, answer, basis, terms_version,"
            " answered_by) SELECT business_id, filing_id, 'given', 'deemed', 't', 'test'"
            " FROM core.filing"
        )
    with databases.raw("cut") as connection:
        assert connection.execute("SELECT business_id FROM core.filing").fetchall() == [(business,)]


# ── and what they can do ──────────────────────────────────────────────────────────────────────


def test_gateway_and_cut_add_ledger_entries(databases: Databases, business: Any) -> None:
    for login in ("gateway", "cut"):
        with databases.raw(login) as connection:
            connection.execute("SELECT set_config('mirasapo.account', 'somebody', true)")
            connection.execute(
                "INSERT INTO trust.ledger_entry (occurred_at, business_id, actor, purpose, items,"
                " basis, through, allowed, reason, canonical, salt) VALUES (now(), %s, 'somebody',"
                " 6, '{}', 'x', 'test', false, 'x', '', '')",
                [business],
            )


def test_a_question_of_the_gateway_ends_in_time(databases: Databases) -> None:
    with databases.raw("gateway") as connection:
        for name, value in {"statement_timeout": "30s", "lock_timeout": "10s"}.items():
            assert connection.execute(f"SHOW {name}".encode()).fetchone() == (value,)
