"""開示設定: lines that a business sets, its one switch, and the Agency's."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from sqlalchemy import text

from mirasapo.disclosure import requests, settings
from mirasapo.disclosure.acting import act_as, facts_about
from mirasapo.disclosure.rule import Actor, Subject, decide
from mirasapo.errors import BadInput, Conflict, NotAllowed, NotFound
from tests.disclosure_world import add_business, add_institution

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from mirasapo.app.root import Platform
    from mirasapo.catalog import Policy

NOW = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def owner(platform: Platform) -> Actor:
    with platform.databases.intake.begin() as conn:
        return Actor(str(uuid4()), 7, business_id=add_business(conn, "山田製作所"))


@pytest.fixture
def supporter(platform: Platform) -> Actor:
    with platform.databases.intake.begin() as conn:
        institution = add_institution(conn, f"機関 {uuid4()}", "chamber")
    return Actor(str(uuid4()), 5, institution_id=institution, kind="chamber")


@pytest.fixture
def conn(platform: Platform) -> Iterator[Connection]:
    with platform.databases.gateway.connect() as connection:
        yield connection
        connection.rollback()


def rule(
    conn: Connection, policy: Policy, actor: Actor, owner: Actor, moment: datetime = NOW
) -> str:
    """The rule that answers whether the actor may see finances in a consultation."""
    assert owner.business_id is not None
    act_as(conn, actor, 6, moment)
    facts = facts_about(conn, policy, actor, 6, owner.business_id)
    subject = Subject(owner.business_id, "filing", "04", 2023, "", "deemed")
    return decide(actor, 6, subject, 6, moment, facts).rule


def set_line(conn: Connection, policy: Policy, owner: Actor, **other: Any) -> int:
    usual: dict[str, Any] = {
        "audience": "all",
        "effect": "allow",
        "purpose": 6,
        "data_classes": [6],
        "moment": NOW,
    }
    return settings.set_line(conn, policy, owner, **(usual | other))


def test_opened_and_ended(conn: Connection, policy: Policy, owner: Actor, supporter: Actor) -> None:
    line_id = set_line(conn, policy, owner, programmes=["04"], fiscal_years=[2023])
    assert rule(conn, policy, supporter, owner) == "granted"
    settings.end_line(conn, owner, line_id, moment=NOW + DAY)
    assert rule(conn, policy, supporter, owner) == "granted"
    assert rule(conn, policy, supporter, owner, NOW + DAY) == "no_grant"
    with pytest.raises(NotFound):
        settings.end_line(conn, owner, line_id, moment=NOW + DAY)


def test_specific_beats_general(
    conn: Connection, policy: Policy, owner: Actor, supporter: Actor
) -> None:
    set_line(conn, policy, owner)
    set_line(conn, policy, owner, audience="kind:chamber", effect="deny")
    assert rule(conn, policy, supporter, owner) == "denied"
    audience = f"institution:{supporter.institution_id}"
    set_line(conn, policy, owner, audience=audience, valid_until=NOW + DAY)
    assert rule(conn, policy, supporter, owner) == "granted"
    assert rule(conn, policy, supporter, owner, NOW + DAY) == "denied"


def test_an_approval_is_not_ended_as_a_setting(
    conn: Connection, policy: Policy, owner: Actor, supporter: Actor
) -> None:
    request_id = requests.request(
        conn,
        policy,
        supporter,
        business_id=owner.business_id,  # type: ignore[arg-type]
        purpose=6,
        purpose_text="相談",
        data_classes=[6],
        valid_until=NOW + DAY,
        moment=NOW,
    )
    requests.answer(conn, owner, request_id, [6], moment=NOW)
    act_as(conn, owner, moment=NOW)
    line_id = conn.scalar(text("SELECT max(line_id) FROM trust.grant_line"))
    with pytest.raises(NotFound):
        settings.end_line(conn, owner, line_id, moment=NOW)


def test_over_the_ceiling(conn: Connection, policy: Policy, owner: Actor) -> None:
    with pytest.raises(NotAllowed) as refused:
        set_line(conn, policy, owner, data_classes=[6, 9])
    assert refused.value.members["over"] == [9]
    assert "審査情報" in refused.value.what
    # to close what is closed anyway is no harm
    assert set_line(conn, policy, owner, data_classes=[9], effect="deny")


@pytest.mark.parametrize(
    "wrong",
    [
        {"audience": "everybody"},
        {"audience": "kind:bank"},
        {"audience": "institution:1"},
        {"audience": "service:"},
        {"effect": "maybe"},
        {"purpose": 10},
        {"data_classes": []},
        {"data_classes": [14]},
        {"valid_until": NOW},
    ],
    ids=str,
)
def test_faulty_setting(
    conn: Connection, policy: Policy, owner: Actor, wrong: dict[str, Any]
) -> None:
    with pytest.raises(BadInput):
        set_line(conn, policy, owner, **wrong)


def test_service_as_audience(conn: Connection, policy: Policy, owner: Actor) -> None:
    assert set_line(conn, policy, owner, audience="service:ledger-app")


def test_only_the_business_sets(conn: Connection, policy: Policy, supporter: Actor) -> None:
    for actor in (supporter, Actor(str(uuid4()), 2), Actor(str(uuid4()), 7)):
        with pytest.raises(NotAllowed):
            set_line(conn, policy, actor)
        with pytest.raises(NotAllowed):
            settings.suspend(conn, actor, moment=NOW)


def test_suspended_and_lifted(
    conn: Connection, policy: Policy, owner: Actor, supporter: Actor
) -> None:
    set_line(conn, policy, owner)
    settings.suspend(conn, owner, moment=NOW)
    assert rule(conn, policy, supporter, owner) == "suspended"
    with pytest.raises(Conflict):
        settings.suspend(conn, owner, moment=NOW)
    settings.lift(conn, owner, moment=NOW + DAY)
    assert rule(conn, policy, supporter, owner) == "suspended"
    assert rule(conn, policy, supporter, owner, NOW + DAY) == "granted"
    with pytest.raises(Conflict):
        settings.lift(conn, owner, moment=NOW + DAY)


def test_agency_narrows(conn: Connection, policy: Policy, owner: Actor, supporter: Actor) -> None:
    set_line(conn, policy, owner)
    agency = Actor(str(uuid4()), 2)
    cell: dict[str, Any] = {"purpose": 6, "recipient": 5, "reason": "点検", "moment": NOW}
    settings.narrow(conn, policy, agency, data_classes=[6], **cell)
    assert rule(conn, policy, supporter, owner) == "ceiling"
    settings.narrow(conn, policy, agency, data_classes=[7], **cell)
    assert rule(conn, policy, supporter, owner) == "granted"


@pytest.mark.parametrize(
    "wrong",
    [{"purpose": 10}, {"recipient": 9}, {"data_classes": [14]}, {"reason": " "}],
    ids=str,
)
def test_faulty_narrowing(conn: Connection, policy: Policy, wrong: dict[str, Any]) -> None:
    cell: dict[str, Any] = {"purpose": 6, "recipient": 5, "data_classes": [6], "reason": "点検"}
    with pytest.raises(BadInput):
        settings.narrow(conn, policy, Actor("o", 2), **(cell | wrong), moment=NOW)


def test_only_the_agency_narrows(conn: Connection, policy: Policy, owner: Actor) -> None:
    for actor in (owner, Actor("m", 1)):
        with pytest.raises(NotAllowed):
            settings.narrow(
                conn, policy, actor, purpose=6, recipient=5, data_classes=[6], reason="点検"
            )
