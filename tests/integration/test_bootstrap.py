"""`mirasapo db init`: complete after one run, unchanged by a second, put right after tampering."""

from __future__ import annotations

import secrets
import stat
from dataclasses import replace
from typing import TYPE_CHECKING

import psycopg
import pytest
from sqlalchemy import text

from mirasapo.app.root import build
from mirasapo.errors import BadInput, Conflict, NotReady
from mirasapo.store import bootstrap, schema
from mirasapo.store.databases import LOGINS, Databases, login_url, read_url
from mirasapo.store.item_tables import item_tables
from mirasapo.store.secrets import read_secrets

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from mirasapo.app.root import Platform
    from mirasapo.catalog import Catalog, Policy

    Tamper = Callable[[Platform, str], None]

DROP_ALL_POLICIES = """
    DO $$ DECLARE p record; BEGIN
        FOR p IN SELECT * FROM pg_policies LOOP
            EXECUTE format('DROP POLICY %I ON %I.%I', p.policyname, p.schemaname, p.tablename);
        END LOOP;
    END $$
"""


def rows(url: str | None, question: str) -> list[tuple[object, ...]]:
    assert url is not None
    with psycopg.connect(url, autocommit=True) as connection:
        return connection.execute(question.encode()).fetchall()


def test_a_second_init_changes_nothing(platform: Platform) -> None:
    again = bootstrap.init(platform.settings, platform.catalog, platform.policy)
    assert again.changes == ()
    assert bootstrap.check(platform.settings, platform.catalog, platform.policy) == ()


def test_every_item_is_a_column_with_its_japanese_label(platform: Platform) -> None:
    found = rows(
        platform.settings.database_url,
        "SELECT i.item_key, i.label_ja = col_description(a.attrelid, a.attnum)"
        " FROM open.item i JOIN pg_attribute a ON a.attname = i.column_name"
        " AND a.attrelid = ('core.filing_' || i.table_name)::regclass",
    )
    assert len(found) == len(platform.catalog.items)
    assert all(labelled for _, labelled in found)


def test_the_database_is_what_catalogue_and_tables_say(platform: Platform) -> None:
    status = bootstrap.status(platform.settings)
    assert status.schema_version == status.newest_version
    assert bootstrap.check(platform.settings, platform.catalog, platform.policy) == ()


def test_the_committed_baseline_is_the_generated_one(catalog: Catalog) -> None:
    assert schema.BASELINE.read_text(encoding="utf-8") == schema.baseline_sql(catalog), (
        "run make generate"
    )


def test_a_column_too_many_a_lost_comment_and_a_right_too_many_are_found(
    fresh_platform: Platform, tamper: Tamper
) -> None:
    table = next(iter(item_tables(fresh_platform.catalog).filing.values())).fullname
    tamper(fresh_platform, f"ALTER TABLE {table} ADD COLUMN made_by_hand text")
    tamper(fresh_platform, "COMMENT ON COLUMN core.filing.basis IS NULL")
    tamper(fresh_platform, "GRANT UPDATE ON trust.ledger_entry TO PUBLIC")
    settings = fresh_platform.settings
    faults = bootstrap.check(settings, fresh_platform.catalog, fresh_platform.policy)
    assert any("made_by_hand" in fault for fault in faults)
    assert any("'basis'" in fault for fault in faults)
    assert "権限か行の制限が定めと違います。mirasapo db init で直せます。" in faults


@pytest.mark.parametrize(
    "damage",
    [
        "GRANT UPDATE ON trust.ledger_entry TO PUBLIC",
        "ALTER TABLE core.filing DISABLE ROW LEVEL SECURITY",
        "CREATE POLICY anybody ON core.filing USING (true)",
        "REVOKE SELECT ON open.register_body FROM {gateway}",
        "GRANT UPDATE (salt) ON trust.ledger_entry TO {gateway}",
        "GRANT SELECT ON trust.ledger_entry TO pg_monitor",
        DROP_ALL_POLICIES,
    ],
)
def test_rights_changed_by_hand_are_put_right(
    platform: Platform, tamper: Tamper, damage: str
) -> None:
    users = read_secrets(platform.settings.home)["database"]["logins"]
    before = _guards(platform)
    tamper(platform, damage.replace("{gateway}", f'"{users["gateway"]["user"]}"'))
    assert _guards(platform) != before
    again = bootstrap.init(platform.settings, platform.catalog, platform.policy)
    assert again.changes == ("権限と行の制限を定めました。",)
    assert _guards(platform) == before


def _guards(platform: Platform) -> list[tuple[object, ...]]:
    return rows(
        platform.settings.database_url,
        """
        SELECT oid::regclass::text, relrowsecurity::text, '',
               (SELECT string_agg(x::text, ' ' ORDER BY x::text) FROM unnest(relacl) x)
        FROM pg_class WHERE relkind = 'r'
            AND relnamespace::regnamespace::text IN ('open', 'core', 'trust', 'identity')
        UNION ALL SELECT attrelid::regclass::text, attname, '', attacl::text
        FROM pg_attribute WHERE attacl IS NOT NULL AND attrelid::regclass::text LIKE 'trust.%'
        UNION ALL SELECT schemaname || tablename, policyname, cmd, concat(roles, qual, with_check)
        FROM pg_policies ORDER BY 1, 2, 3, 4
        """,
    )


def test_reference_tables_follow_the_policy(
    fresh_platform: Platform, tamper: Tamper, catalog: Catalog, policy: Policy
) -> None:
    url = fresh_platform.settings.database_url
    right = rows(url, "SELECT * FROM open.ceiling ORDER BY 1, 2")
    assert (6, 5, policy.ceiling(6, 5)) in right
    tamper(fresh_platform, "UPDATE open.ceiling SET class_bits = class_bits + 1 WHERE purpose = 6")
    tamper(fresh_platform, "DELETE FROM open.item WHERE data_class = 1")
    bootstrap.init(fresh_platform.settings, catalog, policy)
    assert rows(url, "SELECT * FROM open.ceiling ORDER BY 1, 2") == right
    assert rows(url, "SELECT count(*) FROM open.item") == [(len(catalog.items),)]


def test_a_lost_password_is_set_anew(
    server: str,
    catalog: Catalog,
    policy: Policy,
    template: tuple[bootstrap.Initialised, object],
    platform: Platform,
) -> None:
    made, _ = template
    user = made.logins["cut"]
    kept = read_secrets(platform.settings.home)["database"]["logins"]["cut"]["password"]
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"ALTER ROLE \"{user}\" PASSWORD 'other'".encode())
    again = bootstrap.init(platform.settings, catalog, policy)
    assert again.changes == (f"利用者 {user} のパスワードを設定しました。",)
    with Databases.from_settings(platform.settings).raw("cut") as connection:
        assert connection.execute("SELECT current_user").fetchone() == (user,)
    assert read_secrets(platform.settings.home)["database"]["logins"]["cut"]["password"] == kept


def test_secrets_are_the_owners_alone(platform: Platform) -> None:
    path = platform.settings.home / "secrets.json"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_passwords_are_kept_as_scram(server: str, platform: Platform) -> None:
    with psycopg.connect(server) as connection:
        found = connection.execute(
            "SELECT rolpassword FROM pg_authid WHERE rolname LIKE 'mirasapo_test_%'"
        ).fetchall()
    assert len(found) >= 4
    assert all(password.startswith("SCRAM-SHA-256$") for (password,) in found)


@pytest.mark.parametrize(
    ("right", "back"),
    [
        ('GRANT "{owner}" TO "{intake}"', 'REVOKE "{owner}" FROM "{intake}"'),
        ('ALTER ROLE "{intake}" BYPASSRLS', 'ALTER ROLE "{intake}" NOBYPASSRLS'),
        ('ALTER ROLE "{intake}" SUPERUSER', 'ALTER ROLE "{intake}" NOSUPERUSER'),
        ('ALTER ROLE "{intake}" CREATEROLE', 'ALTER ROLE "{intake}" NOCREATEROLE'),
    ],
)
def test_a_login_that_may_go_past_row_security_is_refused(
    server: str,
    platform: Platform,
    template: tuple[bootstrap.Initialised, object],
    right: str,
    back: str,
) -> None:
    made, _ = template
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(right.format(**made.logins).encode())
        try:
            with pytest.raises(Conflict, match="権限を持っています"):
                bootstrap.init(platform.settings, platform.catalog, platform.policy)
        finally:
            connection.execute(back.format(**made.logins).encode())


@pytest.fixture
def spare(server: str) -> Iterator[str]:
    """A name for a database and its logins that are dropped after the test."""
    name = f"mirasapo_test_{secrets.token_hex(4)}"
    yield name
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'.encode())
        for login in (*LOGINS, "keeper"):
            connection.execute(f'DROP ROLE IF EXISTS "{name}_{login}"'.encode())


def test_a_database_without_a_japanese_locale_is_refused(
    server: str, spare: str, platform: Platform, tmp_path: Path
) -> None:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(
            f"CREATE DATABASE {spare} TEMPLATE template0 LOCALE_PROVIDER libc LOCALE 'C'".encode()
        )
    url = read_url(server).set(database=spare).render_as_string(hide_password=False)
    settings = replace(platform.settings, home=tmp_path, database_url=url)
    with pytest.raises(NotReady, match="日本語を正しく扱えません"):
        bootstrap.init(settings, platform.catalog, platform.policy)


def test_the_right_to_make_databases_and_logins_is_enough(
    server: str, spare: str, platform: Platform, tmp_path: Path
) -> None:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(
            f"CREATE ROLE {spare}_keeper LOGIN CREATEDB CREATEROLE PASSWORD 'kept'".encode()
        )
    settings = replace(
        platform.settings,
        home=tmp_path,
        database_url=login_url(server, f"{spare}_keeper", "kept", spare),
    )
    parts = (settings, platform.catalog, platform.policy)
    try:
        assert bootstrap.init(*parts).database == spare
        assert bootstrap.init(*parts).changes == ()
    finally:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE IF EXISTS {spare} WITH (FORCE)".encode())
            for login in LOGINS:
                connection.execute(f"DROP ROLE IF EXISTS {spare}_{login}".encode())


def test_a_home_without_init_is_refused_plainly(platform: Platform, tmp_path: Path) -> None:
    settings = replace(platform.settings, home=tmp_path)
    with pytest.raises(NotReady, match="mirasapo db init"):
        build(settings)
    with pytest.raises(NotReady, match="mirasapo db init"):
        bootstrap.check(settings, platform.catalog, platform.policy)


def test_a_server_that_does_not_answer_is_refused_plainly(
    platform: Platform, tmp_path: Path
) -> None:
    url = f"postgresql://nobody:nothing@/postgres?host={tmp_path}"
    settings = replace(platform.settings, database_url=url)
    with pytest.raises(NotReady, match="接続できません"):
        bootstrap.init(settings, platform.catalog, platform.policy)
    databases = Databases.from_settings(settings)
    with pytest.raises(NotReady, match="接続できません"), databases.gateway.connect():
        pass
    with pytest.raises(NotReady, match="接続できません"):
        databases.raw("intake")


def test_given_urls_of_logins_are_used_as_they_are(platform: Platform, tmp_path: Path) -> None:
    known = read_secrets(platform.settings.home)["database"]
    base = platform.settings.database_url or ""
    urls = {
        login: login_url(base, secret["user"], secret["password"], known["name"])
        for login, secret in known["logins"].items()
    }
    settings = replace(
        platform.settings,
        home=tmp_path,
        database_url=None,
        gateway_url=urls["gateway"],
        intake_url=urls["intake"],
        cut_url=urls["cut"],
        jobs_url=urls["jobs"],
    )
    databases = Databases.from_settings(settings)
    for login in ("gateway", "intake", "cut", "jobs"):
        with databases.engine(login).connect() as connection:
            assert (
                connection.execute(text("SELECT current_user")).scalar_one()
                == (known["logins"][login]["user"])
            )
    databases.dispose()
    with pytest.raises(NotReady, match="owner"):
        _ = databases.owner
    for asked in (settings, platform.settings):  # from given URLs, and from the home's secrets
        few = Databases.from_settings(asked, ("intake", "jobs"))
        assert few.url("jobs")
        for login in ("gateway", "cut"):
            with pytest.raises(NotReady, match=login):
                few.engine(login)
        few.dispose()


def test_a_url_of_another_kind_is_refused(platform: Platform) -> None:
    settings = replace(platform.settings, database_url="mysql://root@localhost/x")
    with pytest.raises(BadInput, match="データベースのURLを読めません"):
        bootstrap.init(settings, platform.catalog, platform.policy)


def test_tables_of_an_older_data_model_are_refused_plainly(
    fresh_platform: Platform, tamper: Tamper
) -> None:
    tamper(fresh_platform, "COMMENT ON TABLE core.schema_version IS 'made from another baseline'")
    with pytest.raises(Conflict, match="データモデルが変わる前"):
        bootstrap.init(fresh_platform.settings, fresh_platform.catalog, fresh_platform.policy)
