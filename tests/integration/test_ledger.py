"""The access ledger and consents: append only, each as the login that it belongs to."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text
from typer.testing import CliRunner

from mirasapo.cli import ledger as command
from mirasapo.consent import consents
from mirasapo.disclosure import settings
from mirasapo.disclosure.acting import act_as
from mirasapo.disclosure.rule import Actor
from mirasapo.errors import Conflict, NotFound
from mirasapo.ledger import entries
from mirasapo.ledger.entries import Entry
from tests.disclosure_world import (
    Context,
    World,
    add_business,
    add_filing,
    add_institution,
    add_payload,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

    from mirasapo.app.root import Platform
    from mirasapo.store.databases import Databases

NOW = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)
ENTRY = Entry(
    business_id=UUID(int=1),
    actor="supporter",
    purpose=6,
    items=("b.two", "a.one"),
    basis="request:1",
    through="GET /api/v1/businesses/{id}",
    allowed=True,
    reason="事業者が承認しています。",
    occurred_at=NOW,
)


def test_canonical_bytes() -> None:
    assert json.loads(ENTRY.canonical)["items"] == ["a.one", "b.two"]
    assert ENTRY.canonical.decode() == (
        '{"actor":"supporter","allowed":true,"basis":"request:1",'
        '"business_id":"00000000-0000-0000-0000-000000000001","institution_id":null,'
        '"items":["a.one","b.two"],"occurred_at":"2026-11-01T09:00:00.000000+00:00",'
        '"on_behalf_of":null,"purpose":6,"reason":"事業者が承認しています。",'
        '"through":"GET /api/v1/businesses/{id}"}'
    )
    japan = NOW.astimezone(timezone(timedelta(hours=9)))
    assert replace(ENTRY, occurred_at=japan).canonical == ENTRY.canonical


@pytest.mark.parametrize(
    "other",
    [
        {"actor": "x"},
        {"allowed": False},
        {"basis": "own"},
        {"business_id": UUID(int=2)},
        {"institution_id": UUID(int=3)},
        {"items": ("a.one",)},
        {"on_behalf_of": "x"},
        {"occurred_at": NOW + timedelta(microseconds=1)},
        {"purpose": 5},
        {"reason": "x"},
        {"through": "x"},
    ],
    ids=str,
)
def test_every_word_counts(other: dict[str, Any]) -> None:
    assert replace(ENTRY, **other).canonical != ENTRY.canonical


def as_actor(conn: Connection, actor: Actor) -> Connection:
    act_as(conn, actor, moment=NOW)
    return conn


def test_recorded_and_read(databases: Databases) -> None:
    with databases.intake.begin() as conn:
        institution = add_institution(conn, "商工会議所", "chamber")
    business_id = uuid4()
    supporter = Actor("supporter", 5, institution_id=institution, kind="chamber")
    owner = Actor("owner", 7, business_id=business_id)
    first = replace(ENTRY, business_id=business_id, institution_id=institution, on_behalf_of="甲")
    own = replace(ENTRY, business_id=business_id, actor="owner", basis="own", items=())
    with databases.gateway.begin() as conn:
        number = entries.record(as_actor(conn, supporter), first)
        second = entries.record(as_actor(conn, owner), own)
    with databases.gateway.begin() as conn:
        rows = entries.read(as_actor(conn, owner), business_id)
        assert [row.entry_id for row in rows] == [second, number]
        assert rows[0].entry == own
        assert rows[1].entry == replace(first, items=("a.one", "b.two"))
        assert [row.institution_name for row in rows] == [None, "商工会議所"]
        assert [row.entry_id for row in entries.read(conn, business_id, limit=1, offset=1)] == [
            number
        ]
        assert entries.count(conn, business_id) == 2
    with databases.gateway.begin() as conn:
        # an institution sees what its own people read, and no other's
        rows = entries.read(as_actor(conn, supporter), business_id)
        assert [row.entry_id for row in rows] == [number]
    with databases.gateway.begin() as conn:
        assert entries.count(as_actor(conn, Actor("x", 7, business_id=uuid4())), business_id) == 0


def test_many_at_once(databases: Databases) -> None:
    many = [replace(ENTRY, business_id=uuid4(), actor="cut") for _ in range(50)]
    with databases.cut.begin() as conn:
        numbers = entries.record_all(conn, many)
        assert entries.record_all(conn, []) == []
    with databases.cut.connect() as conn:
        by_number = dict(
            conn.execute(
                text("SELECT entry_id, business_id FROM trust.ledger_entry WHERE actor = 'cut'")
            ).all()
        )
        salts = conn.scalar(
            text("SELECT count(DISTINCT salt) FROM trust.ledger_entry WHERE actor = 'cut'")
        )
    assert [by_number[number] for number in numbers] == [entry.business_id for entry in many]
    assert salts == 50


def test_nobody_enters_under_another_name(databases: Databases) -> None:
    with (
        pytest.raises(Exception, match="row-level security"),
        databases.gateway.begin() as conn,
    ):
        entries.record(as_actor(conn, Actor("somebody", 2)), ENTRY)


def test_check(
    fresh_platform: Platform,
    tamper: Callable[[Platform, str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The command finds the entry that an administrator has rewritten."""
    monkeypatch.setattr(command, "build", lambda: fresh_platform)
    with fresh_platform.databases.cut.begin() as conn:
        numbers = entries.record_all(conn, [ENTRY, replace(ENTRY, allowed=False)])
    sound = CliRunner().invoke(command.app, ["check"])
    assert sound.exit_code == 0
    assert "2 件" in sound.stdout
    rewritten = f"UPDATE trust.ledger_entry SET allowed = true WHERE entry_id = {numbers[1]}"  # noqa: S608
    tamper(fresh_platform, rewritten)
    found = CliRunner().invoke(command.app, ["check", "--json"])
    assert found.exit_code == 1
    assert json.loads(found.stdout) == {"entries": 2, "mismatches": [numbers[1]]}
    assert str(numbers[1]) in CliRunner().invoke(command.app, ["check"]).stdout


# ── consent ───────────────────────────────────────────────────────────────────────────────────


def test_consent_is_withdrawn_and_given_again(platform: Platform) -> None:
    world = World(platform.catalog)
    databases = platform.databases
    with databases.intake.begin() as conn:
        add_payload(conn)
        business_id = add_business(conn, "山田製作所")
        context = Context("04", 2023, "deemed")
        filing_id = add_filing(conn, world, business_id, context, [[world.item(6)]])
        other = add_filing(conn, world, business_id, context, [[world.item(10)]])
        for each, answer in ((filing_id, "given"), (other, "refused")):
            taken = consents.take(
                conn,
                business_id=business_id,
                filing_id=each,
                answer=answer,
                basis="deemed",
                terms_version="policy-2025-02-14",
                answered_by="jgrants-04",
                answered_at=NOW,
            )
        assert consents.state(conn, uuid4()) is None

    def in_cut() -> list[UUID]:
        with databases.cut.connect() as conn:
            return list(conn.scalars(text("SELECT filing_id FROM core.filing")))

    def rows_in_cut() -> int:
        table = f"core.filing_{world.item(6).table}"
        with databases.cut.connect() as conn:
            found: int = conn.execute(text(f"SELECT count(*) FROM {table}")).scalar_one()  # noqa: S608
            return found

    owner = Actor(str(uuid4()), 7, business_id=business_id)
    assert (in_cut(), rows_in_cut()) == ([filing_id], 1)
    with databases.gateway.begin() as conn:
        as_actor(conn, owner)
        listed = consents.of_business(conn, business_id)
        assert [(c.filing_id, c.answer) for c in listed] == [
            (other, "refused"),
            (filing_id, "given"),
        ]
        assert listed[0].consent_id == taken
        assert (listed[1].answered_at, listed[1].answered_by) == (NOW, "jgrants-04")
        consents.withdraw(conn, filing_id, answered_by=owner.account, moment=NOW)
    assert (in_cut(), rows_in_cut()) == ([], 0)
    with databases.gateway.begin() as conn:
        as_actor(conn, owner)
        standing = consents.state(conn, filing_id)
        assert standing is not None
        assert (standing.answer, standing.basis) == ("withdrawn", "deemed")
        assert standing.terms_version == "policy-2025-02-14"
        assert len(consents.of_business(conn, business_id)) == 2
        with pytest.raises(Conflict):
            consents.withdraw(conn, filing_id, answered_by=owner.account)
        consents.give(conn, filing_id, answered_by=owner.account)
        with pytest.raises(Conflict):
            consents.give(conn, filing_id, answered_by=owner.account)
        consents.give(conn, other, answered_by=owner.account)
    assert set(in_cut()) == {filing_id, other}

    stranger = Actor(str(uuid4()), 7, business_id=uuid4())
    with databases.gateway.begin() as conn:
        as_actor(conn, stranger)
        assert consents.of_business(conn, business_id) == []
        with pytest.raises(NotFound):
            consents.withdraw(conn, filing_id, answered_by=stranger.account)


def test_what_a_cut_does_not_see(fresh_platform: Platform) -> None:
    """No basis, no answer, nothing for EBPM in it, or the business has closed everything."""
    world = World(fresh_platform.catalog)
    databases = fresh_platform.databases
    deemed, none = Context("04", 2023, "deemed"), Context("04", 2020, "none")
    finance, plan = world.item(6), world.item(4)
    about_other = world.item(2, third_party=True)
    with databases.intake.begin() as conn:
        add_payload(conn)
        business_id = add_business(conn, "山田製作所")
        seen = add_filing(conn, world, business_id, deemed, [[finance]], answer="given")
        add_filing(conn, world, business_id, none, [[finance]], answer="given")
        add_filing(conn, world, business_id, deemed, [[finance]])
        add_filing(conn, world, business_id, deemed, [[finance]], answer="refused")
        add_filing(conn, world, business_id, deemed, [[plan]], answer="given")
        add_filing(conn, world, business_id, deemed, [[about_other]], answer="given")
    with databases.cut.connect() as conn:
        assert list(conn.scalars(text("SELECT filing_id FROM core.filing"))) == [seen]
        assert list(conn.scalars(text("SELECT business_id FROM core.business"))) == [business_id]
        for table in ("attachment", "provenance", world.item(1, domain="generic").table):
            assert not list(conn.execute(text(f"SELECT 1 FROM core.{table}")))  # noqa: S608
    with databases.gateway.begin() as conn:
        settings.suspend(conn, Actor(str(uuid4()), 7, business_id=business_id))
    with databases.cut.connect() as conn:
        assert list(conn.scalars(text("SELECT filing_id FROM core.filing"))) == []
        assert list(conn.scalars(text("SELECT business_id FROM core.business"))) == []
