"""Sessions on a real PostgreSQL: what is live, what ends, and what ends with it."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Connection, func, select, update

from mirasapo.app.root import Platform
from mirasapo.business import identify
from mirasapo.errors import NotSignedIn
from mirasapo.identity import accounts, kernel_tickets, own_id, sessions
from mirasapo.identity.secrets_at_rest import digest
from mirasapo.store.tables import account, session, support_institution

NOON = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@pytest.fixture
def conn(platform: Platform) -> Iterator[Connection]:
    """As the login of the services, rolled back afterwards."""
    with platform.databases.gateway.connect() as connection:
        yield connection
        connection.rollback()


@pytest.fixture
def person(conn: Connection) -> UUID:
    return own_id.create_account(
        conn,
        role="supporter",
        name=f"p-{uuid4()}",
        password="a long password",
        display_name="支援者",
    )


def test_only_the_hash_of_a_session_is_kept(conn: Connection, person: UUID) -> None:
    secret = sessions.open_session(conn, person, "browser", NOON)
    row = conn.execute(select(session).where(session.c.account_id == person)).one()
    assert row.session_hash == digest(secret)
    kept = "".join(str(value) for value in row)
    assert secret not in kept
    assert len(secret) >= 43  # 256 bits in base64


def test_a_session_is_found_by_its_secret_only(conn: Connection, person: UUID) -> None:
    secret = sessions.open_session(conn, person, "browser", NOON)
    found = sessions.find(conn, secret, NOON)
    assert found is not None
    assert (found.account_id, found.role, found.display_name) == (person, "supporter", "支援者")
    assert sessions.find(conn, secret[:-1], NOON) is None
    assert sessions.find(conn, digest(secret).hex(), NOON) is None


def test_a_session_ends_when_it_is_not_used(conn: Connection, person: UUID) -> None:
    secret = sessions.open_session(conn, person, "browser", NOON)
    assert sessions.find(conn, secret, NOON + 29 * MINUTE) is not None
    # that use counts: another 29 minutes later it is still live
    assert sessions.find(conn, secret, NOON + 58 * MINUTE) is not None
    assert sessions.find(conn, secret, NOON + 88 * MINUTE) is None


def test_a_session_ends_after_twelve_hours_of_use(conn: Connection, person: UUID) -> None:
    secret = sessions.open_session(conn, person, "browser", NOON)
    steps = 12 * 3 - 1
    for step in range(1, steps + 1):
        assert sessions.find(conn, secret, NOON + step * 20 * MINUTE) is not None
    assert sessions.find(conn, secret, NOON + 12 * 60 * MINUTE) is None


def test_looking_does_not_count_as_using(conn: Connection, person: UUID) -> None:
    secret = sessions.open_session(conn, person, "browser", NOON)
    hashes = [digest(secret), digest("another")]
    assert sessions.alive(conn, hashes, NOON + 29 * MINUTE) == {digest(secret)}
    assert sessions.alive(conn, hashes, NOON + 31 * MINUTE) == set()


def test_a_deleted_row_ends_the_session_at_once(conn: Connection, person: UUID) -> None:
    secret = sessions.open_session(conn, person, "browser", NOON)
    sessions.end(conn, digest(secret))
    assert sessions.find(conn, secret, NOON) is None


def test_signing_in_ends_what_the_cookie_held_before(conn: Connection, person: UUID) -> None:
    old = sessions.rotate(conn, None, person, NOON)
    new = sessions.rotate(conn, old, person, NOON)
    assert old != new
    assert sessions.find(conn, old, NOON) is None
    assert sessions.find(conn, new, NOON) is not None


def test_a_closed_account_has_no_sessions(conn: Connection, person: UUID) -> None:
    secret = sessions.open_session(conn, person, "browser", NOON)
    conn.execute(update(account).where(account.c.account_id == person).values(closed_at=NOON))
    assert sessions.find(conn, secret, NOON) is None


def test_expired_rows_are_cleared_away_at_the_next_sign_in(conn: Connection, person: UUID) -> None:
    sessions.open_session(conn, person, "browser", NOON - 13 * 60 * MINUTE)
    sessions.open_session(conn, person, "browser", NOON)
    rows = select(func.count()).where(session.c.account_id == person)
    assert conn.scalar(rows) == 1


def test_csrf_tokens_are_of_one_session(conn: Connection, person: UUID) -> None:
    one = sessions.find(conn, sessions.open_session(conn, person, "browser", NOON), NOON)
    two = sessions.find(conn, sessions.open_session(conn, person, "browser", NOON), NOON)
    assert one is not None
    assert two is not None
    assert one.csrf_matches(one.csrf)
    assert not one.csrf_matches(two.csrf)
    assert not one.csrf_matches("")


# ── kernels ───────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def browser(conn: Connection, person: UUID) -> str:
    return sessions.open_session(conn, person, "browser", NOON)


def kernel(conn: Connection, browser: str, moment: datetime) -> str:
    return kernel_tickets.exchange(
        conn, kernel_tickets.issue(conn, digest(browser), moment), moment
    )


def find_kernel(conn: Connection, token: str, moment: datetime) -> sessions.Session | None:
    return sessions.find_of_kind(conn, token, moment, ("kernel",))


def test_a_ticket_works_once(conn: Connection, browser: str) -> None:
    ticket = kernel_tickets.issue(conn, digest(browser), NOON)
    token = kernel_tickets.exchange(conn, ticket, NOON)
    assert find_kernel(conn, token, NOON) is not None
    with pytest.raises(NotSignedIn):
        kernel_tickets.exchange(conn, ticket, NOON)


def test_a_ticket_is_good_for_minutes(conn: Connection, browser: str) -> None:
    ticket = kernel_tickets.issue(conn, digest(browser), NOON)
    with pytest.raises(NotSignedIn):
        kernel_tickets.exchange(conn, ticket, NOON + 5 * MINUTE)


def test_there_is_no_ticket_for_a_session_that_has_ended(conn: Connection, browser: str) -> None:
    with pytest.raises(NotSignedIn):
        kernel_tickets.issue(conn, digest("nobody"), NOON)
    with pytest.raises(NotSignedIn):
        kernel_tickets.issue(conn, digest(browser), NOON + 13 * 60 * MINUTE)


def test_a_kernel_token_is_no_cookie_and_a_cookie_no_token(conn: Connection, browser: str) -> None:
    token = kernel(conn, browser, NOON)
    assert sessions.find(conn, token, NOON) is None
    assert find_kernel(conn, browser, NOON) is None


def test_a_kernel_token_lasts_fifteen_minutes_after_each_use(
    conn: Connection, browser: str
) -> None:
    used = kernel(conn, browser, NOON)
    idle = kernel(conn, browser, NOON)
    for minutes in (14, 28, 42):
        assert find_kernel(conn, used, NOON + minutes * MINUTE) is not None
    assert find_kernel(conn, idle, NOON + 15 * MINUTE) is None
    # using the portal is using the session: its 30 idle minutes began at minute 42
    assert sessions.find(conn, browser, NOON + 60 * MINUTE) is not None


def test_a_kernel_token_ends_with_its_browser_session(conn: Connection, browser: str) -> None:
    token = kernel(conn, browser, NOON)
    sessions.end(conn, digest(browser))
    assert find_kernel(conn, token, NOON) is None
    assert conn.scalar(select(func.count()).where(session.c.session_hash == digest(token))) == 0


def test_a_kernel_token_does_not_outlive_an_idle_session(conn: Connection, browser: str) -> None:
    token = kernel(conn, browser, NOON + 20 * MINUTE)
    # nothing used the session since noon but the making of the ticket
    conn.execute(
        update(session).where(session.c.session_hash == digest(browser)).values(seen_at=NOON)
    )
    assert find_kernel(conn, token, NOON + 31 * MINUTE) is None


def test_an_institution_counts_while_it_is_valid(conn: Connection, platform: Platform) -> None:
    with platform.databases.intake.begin() as intake:
        institution_id = intake.scalars(
            support_institution.insert()
            .values(
                name=f"よろず支援拠点 {uuid4()}",
                kind="yorozu",
                valid_until=NOON.date(),
                made_up=True,
            )
            .returning(support_institution.c.institution_id)
        ).one()
    person = own_id.create_account(
        conn,
        role="supporter",
        name=f"p-{uuid4()}",
        password="a long password",
        display_name="支援者",
        institution_id=institution_id,
    )
    secret = sessions.open_session(conn, person, "browser", NOON)
    found = sessions.find(conn, secret, NOON)
    assert found is not None
    assert found.account.institution_id == institution_id
    assert found.account.institution_kind == "yorozu"
    later = NOON + timedelta(days=1)
    secret = sessions.open_session(conn, person, "browser", later)
    found = sessions.find(conn, secret, later)
    assert found is not None
    assert found.account.institution_id is None
    assert found.account.institution_kind is None


def test_two_first_sign_ins_at_once_are_one_account(platform: Platform) -> None:
    """Two tabs come back from the provider in the same moment."""
    with platform.databases.intake.begin() as intake:
        business_id = identify.ensure(intake, sole_proprietor_key=f"0{uuid4().int % 10**12:012}")
    who = {"issuer": "https://op.example/", "sub": f"s-{uuid4()}", "business_id": business_id}

    def sign_in(name: str) -> UUID:
        with platform.databases.gateway.begin() as conn:
            return accounts.sign_in_openid(conn, display_name=name, **who)

    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(sign_in, ("a", "b", "c", "d")))) == 1
