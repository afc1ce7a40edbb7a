"""開示依頼: asked, answered, revoked, withdrawn – who may, when, and what stands afterwards."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text

from mirasapo.disclosure import requests, settings
from mirasapo.disclosure.rule import Actor
from mirasapo.errors import BadInput, Conflict, NotAllowed, NotFound
from tests.disclosure_world import add_business, add_institution

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from mirasapo.app.root import Platform
    from mirasapo.catalog import Policy

NOW = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)


@dataclass
class Desk:
    """One business, its account, a supporter and one of another institution, on one connection."""

    conn: Connection
    policy: Policy
    business_id: UUID
    owner: Actor
    supporter: Actor
    stranger: Actor

    def ask(self, **other: Any) -> UUID:
        asked: dict[str, Any] = {
            "business_id": self.business_id,
            "purpose": 6,
            "purpose_text": "資金繰りの相談",
            "data_classes": [6, 7],
            "valid_until": NOW + 30 * DAY,
            "moment": NOW,
        }
        actor = other.pop("actor", self.supporter)
        return requests.request(self.conn, self.policy, actor, **(asked | other))

    def lines(self) -> list[tuple[Any, ...]]:
        query = text(
            "SELECT audience, level, effect, purpose, class_bits, valid_from, valid_until, origin"
            " FROM trust.grant_line WHERE business_id = :business ORDER BY line_id"
        )
        requests.act_as(self.conn, self.owner, moment=NOW)
        return [tuple(row) for row in self.conn.execute(query, {"business": self.business_id})]


@pytest.fixture
def desk(platform: Platform) -> Iterator[Desk]:
    with platform.databases.intake.begin() as conn:
        business_id = add_business(conn, "山田製作所")
        institutions = [add_institution(conn, f"機関 {uuid4()}", "chamber") for _ in range(2)]
    supporter, stranger = (
        Actor(str(uuid4()), 5, institution_id=each, kind="chamber") for each in institutions
    )
    owner = Actor(str(uuid4()), 7, business_id=business_id)
    with platform.databases.gateway.connect() as conn:
        yield Desk(conn, platform.policy, business_id, owner, supporter, stranger)
        conn.rollback()


def test_asked_and_pending(desk: Desk) -> None:
    request_id = desk.ask(programmes=["13", "04"], fiscal_years=[2023], message="お願いします")
    asked = requests.read(desk.conn, desk.supporter, request_id, moment=NOW)
    assert asked.state == "pending"
    assert asked.data_classes == (6, 7)
    assert (asked.programmes, asked.fiscal_years) == (("04", "13"), (2023,))
    assert (asked.requested_at, asked.valid_until) == (NOW, NOW + 30 * DAY)
    assert (asked.purpose_text, asked.message) == ("資金繰りの相談", "お願いします")
    assert asked.institution_name.startswith("機関")
    assert str(asked.requested_by) == desk.supporter.account
    assert requests.read(desk.conn, desk.owner, request_id, moment=NOW) == asked
    assert desk.lines() == []


def test_partly_approved(desk: Desk) -> None:
    request_id = desk.ask(programmes=["04"], fiscal_years=[2023])
    moment = NOW + DAY
    answered = requests.answer(desk.conn, desk.owner, request_id, [6], moment=moment)
    assert answered.state == "partly_approved"
    assert (answered.approved_classes, answered.answered_at) == ((6,), moment)
    audience = f"institution:{desk.supporter.institution_id}"
    until, origin = NOW + 30 * DAY, f"request:{request_id}"
    assert desk.lines() == [(audience, 2, "allow", 6, 1 << 5, moment, until, origin)]
    assert answered.granted_until == until


def test_approved_for_shorter(desk: Desk) -> None:
    request_id = desk.ask()
    until = NOW + 2 * DAY
    answered = requests.answer(
        desk.conn, desk.owner, request_id, [6, 7], valid_until=until, moment=NOW
    )
    assert (answered.state, answered.granted_until) == ("approved", until)
    assert requests.state(answered, until - timedelta(microseconds=1)) == "approved"
    assert requests.state(answered, until) == "expired"


def test_refused(desk: Desk) -> None:
    request_id = desk.ask()
    assert requests.refuse(desk.conn, desk.owner, request_id, moment=NOW).state == "refused"
    assert desk.lines() == []


def test_revoked_at_that_moment(desk: Desk) -> None:
    request_id = desk.ask()
    requests.answer(desk.conn, desk.owner, request_id, [6, 7], moment=NOW)
    revoked = requests.revoke(desk.conn, desk.owner, request_id, moment=NOW + DAY)
    assert (revoked.state, revoked.revoked_at) == ("revoked", NOW + DAY)
    assert [line[6] for line in desk.lines()] == [NOW + DAY]


def test_withdrawn(desk: Desk) -> None:
    request_id = desk.ask()
    withdrawn = requests.withdraw(desk.conn, desk.supporter, request_id, moment=NOW)
    assert (withdrawn.state, withdrawn.withdrawn_at) == ("withdrawn", NOW)
    with pytest.raises(Conflict) as refused:
        requests.answer(desk.conn, desk.owner, request_id, [6], moment=NOW)
    assert refused.value.members["state"] == "withdrawn"
    assert "取下げ" in refused.value.why


def test_expires_unanswered(desk: Desk) -> None:
    request_id = desk.ask(valid_until=NOW + DAY)
    assert requests.read(desk.conn, desk.owner, request_id, moment=NOW + DAY).state == "expired"
    with pytest.raises(Conflict):
        requests.answer(desk.conn, desk.owner, request_id, [6], moment=NOW + DAY)


def test_the_database_knows_the_time(desk: Desk) -> None:
    request_id = desk.ask(valid_until=datetime.now(UTC) + DAY, moment=None)
    answered = requests.answer(desk.conn, desk.owner, request_id, [6])
    asked_for = timedelta(minutes=5)
    assert answered.answered_at is not None
    assert abs(answered.answered_at - datetime.now(UTC)) < asked_for


def test_what_is_over_stays_over(desk: Desk) -> None:
    request_id = desk.ask()
    requests.refuse(desk.conn, desk.owner, request_id, moment=NOW)
    with pytest.raises(Conflict):
        requests.answer(desk.conn, desk.owner, request_id, [6], moment=NOW)
    with pytest.raises(Conflict):
        requests.revoke(desk.conn, desk.owner, request_id, moment=NOW)
    with pytest.raises(Conflict):
        requests.withdraw(desk.conn, desk.supporter, request_id, moment=NOW)


def test_only_the_business_answers(desk: Desk) -> None:
    request_id = desk.ask()
    for actor in (desk.supporter, Actor(str(uuid4()), 2)):
        for step in (requests.refuse, requests.revoke):
            with pytest.raises(NotAllowed):
                step(desk.conn, actor, request_id, moment=NOW)
    other_business = Actor(str(uuid4()), 7, business_id=uuid4())
    with pytest.raises(NotFound):
        requests.refuse(desk.conn, other_business, request_id, moment=NOW)


def test_only_the_asking_institution_withdraws(desk: Desk) -> None:
    request_id = desk.ask()
    with pytest.raises(NotAllowed):
        requests.withdraw(desk.conn, desk.owner, request_id, moment=NOW)
    with pytest.raises(NotFound):
        requests.withdraw(desk.conn, desk.stranger, request_id, moment=NOW)


def test_nobody_else_sees_it(desk: Desk) -> None:
    request_id = desk.ask()
    for actor in (desk.stranger, Actor(str(uuid4()), 2), Actor(str(uuid4()), 7, uuid4())):
        with pytest.raises(NotFound):
            requests.read(desk.conn, actor, request_id, moment=NOW)
        assert requests.listing(desk.conn, actor, moment=NOW) == []


def test_listing(desk: Desk) -> None:
    first = desk.ask()
    second = desk.ask(moment=NOW + DAY)
    requests.refuse(desk.conn, desk.owner, first, moment=NOW + DAY)
    for actor in (desk.owner, desk.supporter):

        def listed(actor: Actor = actor, **asked: Any) -> list[UUID]:
            found = requests.listing(desk.conn, actor, moment=NOW + DAY, **asked)
            return [each.request_id for each in found]

        assert listed() == [second, first]
        assert listed(state="pending") == [second]
        assert listed(state="refused") == [first]
        assert listed(state="approved") == []
        assert listed(limit=1) == [second]
        assert listed(limit=1, offset=1) == [first]


def test_over_the_ceiling_names_class_and_cap(desk: Desk) -> None:
    with pytest.raises(NotAllowed) as refused:
        desk.ask(data_classes=[6, 9, 13])
    assert "「審査情報」、「支援情報」" in refused.value.what
    assert "財務情報" in refused.value.why
    assert refused.value.members["over"] == [9, 13]
    assert refused.value.members["ceiling"] == [1, 2, 3, 6, 7, 8, 10, 11, 12]


def test_purpose_that_opens_nothing(desk: Desk) -> None:
    with pytest.raises(NotAllowed) as refused:
        desk.ask(purpose=2)
    assert refused.value.why.endswith("なし。")


def test_narrowed_by_the_agency(desk: Desk) -> None:
    agency = Actor(str(uuid4()), 2)
    narrowed: dict[str, Any] = {"purpose": 6, "recipient": 5, "reason": "点検のため"}
    settings.narrow(desk.conn, desk.policy, agency, data_classes=[6], **narrowed, moment=NOW)
    with pytest.raises(NotAllowed) as refused:
        desk.ask()
    assert refused.value.members["over"] == [6]
    settings.narrow(desk.conn, desk.policy, agency, data_classes=[], **narrowed, moment=NOW)
    assert desk.ask()


@pytest.mark.parametrize(
    "wrong",
    [
        {"purpose": 0},
        {"purpose": 10},
        {"purpose_text": " \n"},
        {"data_classes": []},
        {"data_classes": [0]},
        {"data_classes": [14]},
        {"programmes": []},
        {"fiscal_years": []},
        {"valid_until": NOW},
    ],
    ids=str,
)
def test_faulty_request(desk: Desk, wrong: dict[str, Any]) -> None:
    with pytest.raises(BadInput) as refused:
        desk.ask(**wrong)
    assert refused.value.next_step


def test_who_may_not_ask(desk: Desk) -> None:
    without = replace(desk.supporter, institution_id=None)
    researcher = replace(desk.supporter, recipient=4)
    for actor in (desk.owner, without, researcher, Actor(str(uuid4()), 2)):
        with pytest.raises(NotAllowed):
            desk.ask(actor=actor)


def test_unknown_business(desk: Desk) -> None:
    with pytest.raises(NotFound):
        desk.ask(business_id=uuid4())


@pytest.mark.parametrize("until", [NOW, NOW + 31 * DAY])
def test_answer_cannot_last_longer_than_asked(desk: Desk, until: datetime) -> None:
    request_id = desk.ask()
    with pytest.raises(BadInput):
        requests.answer(desk.conn, desk.owner, request_id, [6], valid_until=until, moment=NOW)


def test_answer_cannot_open_more_than_asked(desk: Desk) -> None:
    request_id = desk.ask()
    with pytest.raises(BadInput) as refused:
        requests.answer(desk.conn, desk.owner, request_id, [6, 10], moment=NOW)
    assert "10" in refused.value.what


def test_answered_twice_at_once(platform: Platform, desk: Desk) -> None:
    """Two answers at the same time: the second waits for the first, and is refused."""
    with platform.databases.gateway.begin() as conn:
        request_id = replace(desk, conn=conn).ask(valid_until=datetime.now(UTC) + DAY, moment=None)
    with platform.databases.gateway.connect() as one, platform.databases.gateway.connect() as two:
        requests.answer(one, desk.owner, request_id, [6])
        two.execute(text("SET LOCAL lock_timeout = '50ms'"))
        with pytest.raises(Exception, match="lock timeout"):
            requests.answer(two, desk.owner, request_id, [7])
        two.rollback()
        one.commit()
        with pytest.raises(Conflict):
            requests.answer(two, desk.owner, request_id, [7])
