"""ミラサポconnect ID on a real PostgreSQL: one answer for every refusal, and a growing delay."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, update

from mirasapo.app.root import Platform
from mirasapo.errors import BadInput, Conflict, MirasapoError, NotReady, NotSignedIn
from mirasapo.identity import own_id, secrets_at_rest
from mirasapo.store.tables import account

NOON = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
PASSWORD = "correct horse battery"


@pytest.fixture
def name(platform: Platform) -> str:
    made = f"person-{uuid4()}"
    with platform.databases.gateway.begin() as conn:
        own_id.create_account(
            conn, role="officer", name=made, password=PASSWORD, display_name="担当官"
        )
    return made


@pytest.fixture
def sign_in(platform: Platform) -> Callable[[str, str, datetime], UUID]:
    return lambda name, password, moment: own_id.sign_in(
        platform.databases.gateway, name, password, moment
    )


def refusal(call: Callable[[], object]) -> MirasapoError:
    with pytest.raises(MirasapoError) as caught:
        call()
    return caught.value


def test_the_right_password_signs_in(platform: Platform, sign_in, name: str) -> None:
    account_id = sign_in(name, PASSWORD, NOON)
    with platform.databases.gateway.connect() as conn:
        row = conn.execute(select(account).where(account.c.account_id == account_id)).one()
    assert (row.issuer, row.sub, row.role) == ("own", name, "officer")
    assert row.password_hash.startswith("$argon2id$")
    assert PASSWORD not in row.password_hash


def test_unknown_wrong_closed_and_delayed_get_the_same_answer(
    platform: Platform, sign_in, name: str
) -> None:
    answers = [
        refusal(lambda: sign_in("nobody-at-all", PASSWORD, NOON)),
        refusal(lambda: sign_in(name, "wrong", NOON)),
        refusal(lambda: sign_in(name, "", NOON)),
    ]
    for _ in range(own_id.FREE_FAILURES):
        refusal(lambda: sign_in(name, "wrong", NOON))
    answers.append(refusal(lambda: sign_in(name, PASSWORD, NOON)))
    with platform.databases.gateway.begin() as conn:
        conn.execute(update(account).where(account.c.sub == name).values(closed_at=NOON))
    answers.append(refusal(lambda: sign_in(name, PASSWORD, NOON + timedelta(days=1))))
    assert {type(each) for each in answers} == {NotSignedIn}
    assert len({each.sentence for each in answers}) == 1


def test_nobody_costs_a_hash_as_well(monkeypatch: pytest.MonkeyPatch, sign_in) -> None:
    checked: list[str] = []
    real = secrets_at_rest._HASHER.verify
    monkeypatch.setattr(
        type(secrets_at_rest._HASHER),
        "verify",
        lambda _self, password, kept: checked.append(kept) or real(password, kept),
    )
    refusal(lambda: sign_in("nobody-at-all", PASSWORD, NOON))
    assert len(checked) == 1
    assert checked[0].startswith("$argon2id$v=19$m=19456,t=2,p=1$")


def test_the_delay_grows_with_each_failure_and_ends(sign_in, name: str) -> None:
    for _ in range(own_id.FREE_FAILURES):
        refusal(lambda: sign_in(name, "wrong", NOON))
    moment, waits = NOON, []
    for seconds in (1, 2, 4, 8):
        # right, but too early: refused, and not counted
        refusal(lambda at=moment, wait=seconds: sign_in(name, PASSWORD, at + (wait - 0.5) * SECOND))
        moment += seconds * SECOND
        waits.append(seconds)
        refusal(lambda at=moment: sign_in(name, "wrong", at))
    assert sign_in(name, PASSWORD, moment + 16 * SECOND)
    # signed in: the count begins anew
    refusal(lambda: sign_in(name, "wrong", moment + 17 * SECOND))
    assert sign_in(name, PASSWORD, moment + 17 * SECOND)


def test_the_delay_never_becomes_a_lock(platform: Platform, sign_in, name: str) -> None:
    with platform.databases.gateway.begin() as conn:
        conn.execute(
            update(account).where(account.c.sub == name).values(failures=10_000, failed_at=NOON)
        )
    refusal(lambda: sign_in(name, PASSWORD, NOON + own_id.LONGEST_DELAY - SECOND))
    assert sign_in(name, PASSWORD, NOON + own_id.LONGEST_DELAY)


def test_parallel_guesses_are_all_counted(platform: Platform, sign_in, name: str) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: refusal(lambda: sign_in(name, "wrong", NOON)), range(8)))
    with platform.databases.gateway.connect() as conn:
        failures = conn.scalar(select(account.c.failures).where(account.c.sub == name))
    # each of the free ones was counted; the others came within the delay
    assert failures == own_id.FREE_FAILURES


def test_too_many_at_once_are_told_to_wait(
    monkeypatch: pytest.MonkeyPatch, sign_in, name: str
) -> None:
    monkeypatch.setattr(secrets_at_rest, "_WAIT_SECONDS", 0.0)
    held = secrets_at_rest._AT_ONCE
    assert held.acquire(blocking=False)
    assert held.acquire(blocking=False)
    try:
        assert isinstance(refusal(lambda: sign_in(name, PASSWORD, NOON)), NotReady)
    finally:
        held.release()
        held.release()
    assert sign_in(name, PASSWORD, NOON)


@pytest.mark.parametrize(
    ("changed", "kind"),
    [
        ({"password": "short"}, BadInput),
        ({"password": "x" * 257}, BadInput),
        ({"name": ""}, BadInput),
        ({"name": " padded"}, BadInput),
        ({"role": "business"}, BadInput),
        ({"role": "owner"}, BadInput),
        ({"institution_id": uuid4()}, BadInput),
    ],
)
def test_what_cannot_become_an_account(platform: Platform, changed, kind) -> None:
    given = {"role": "officer", "name": "new", "password": PASSWORD, "display_name": "担当官"}
    with platform.databases.gateway.begin() as conn:
        assert isinstance(refusal(lambda: own_id.create_account(conn, **(given | changed))), kind)


def test_a_name_is_given_once(platform: Platform, name: str) -> None:
    with platform.databases.gateway.begin() as conn:
        taken = refusal(
            lambda: own_id.create_account(
                conn, role="analyst", name=name, password=PASSWORD, display_name="分析者"
            )
        )
        assert isinstance(taken, Conflict)
        # the transaction of the caller is still usable
        assert conn.scalar(select(account.c.role).where(account.c.sub == name)) == "officer"
