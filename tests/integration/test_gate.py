"""The gate on real rows: what each reader gets, what is refused, and the entry that each read leaves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import insert, text

from mirasapo.disclosure import requests
from mirasapo.disclosure.acting import act_as
from mirasapo.disclosure.rule import Actor
from mirasapo.errors import BadInput, NotAllowed, NotFound
from mirasapo.gate.history import history
from mirasapo.gate.reveal import Revealed, reveal
from mirasapo.ledger import entries
from mirasapo.store.item_tables import item_tables
from tests.disclosure_world import (
    PAYLOAD,
    Context,
    World,
    add_business,
    add_filing,
    add_institution,
    add_master,
    add_payload,
)

if TYPE_CHECKING:
    from mirasapo.app.root import Platform
    from mirasapo.catalog import Item

TERM = timedelta(days=365)
NEW, OLD = Context("04", 2023, "deemed"), Context("04", 2020, "none")


@dataclass
class Scene:
    """A business with a filing of each kind of terms, its own account, a supporter, an officer."""

    platform: Platform
    world: World
    business_id: UUID
    new: UUID
    old: UUID
    finance: Item
    plan: Item
    heading: Item
    owner: Actor
    supporter: Actor
    officer: Actor

    def read(self, actor: Actor, purpose: int, **asked: Any) -> Revealed:
        platform = self.platform
        asked = {"business_id": self.business_id, "through": "test"} | asked
        return reveal(
            platform.databases, platform.catalog, platform.policy, actor, purpose, **asked
        )

    def approve(self, *data_classes: int, **scope: Any) -> UUID:
        """A request for these classes, approved as it was asked."""
        with self.platform.databases.gateway.begin() as conn:
            request_id = requests.request(
                conn,
                self.platform.policy,
                self.supporter,
                business_id=self.business_id,
                purpose=6,
                purpose_text="経営相談のため",
                data_classes=data_classes,
                valid_until=datetime.now(UTC) + TERM,
                **scope,
            )
            requests.answer(conn, self.owner, request_id, data_classes)
        return request_id

    def entry(self, entry_id: int | None) -> entries.Entry:
        with self.platform.databases.cut.connect() as conn:
            rows = entries.read(conn, self.business_id)
        return next(row.entry for row in rows if row.entry_id == entry_id)


@pytest.fixture
def scene(platform: Platform) -> Scene:
    """Everybody anew for each test, in the module's database."""
    world = World(platform.catalog)
    finance, plan, heading = world.item(6, domain="generic"), world.item(7), world.item(10)
    with platform.databases.intake.begin() as conn:
        add_payload(conn)
        business_id = add_business(conn, "株式会社山田製作所", number())
        institution = add_institution(conn, f"商工会議所 {uuid4()}", "chamber")
        new = add_filing(conn, world, business_id, NEW, [[heading], [finance], [plan]])
        old = add_filing(conn, world, business_id, OLD, [[heading], [finance]])
        add_master(conn, world, business_id, "", {finance: NEW})
    return Scene(
        platform,
        world,
        business_id,
        new,
        old,
        finance,
        plan,
        heading,
        owner=Actor(str(uuid4()), 7, business_id=business_id),
        supporter=Actor(str(uuid4()), 5, institution_id=institution, kind="chamber"),
        officer=Actor(str(uuid4()), 2),
    )


def number() -> str:
    """A number that no other business of the module has."""
    return str(uuid4().int)[:13]


def test_business_reads_its_own(scene: Scene) -> None:
    revealed = scene.read(scene.owner, 3)
    stored = {(s.layer, s.item.key, s.value) for s in scene.world.of(scene.business_id)}
    assert {(v.layer, v.item_key, v.value) for v in revealed.values if v.layer != "open"} == stored
    assert 6 in revealed.open_classes
    assert set(revealed.closed_classes) == {9}
    entry = scene.entry(revealed.entry_id)
    assert (entry.actor, entry.purpose, entry.allowed) == (scene.owner.account, 3, True)
    assert (entry.basis, entry.through) == ("own", "test")
    assert set(entry.items) == {scene.finance.key, scene.plan.key, scene.heading.key}


def test_value_says_where_it_comes_from(scene: Scene) -> None:
    revealed = scene.read(scene.owner, 3)
    value = next(v for v in revealed.values if v.filing_id == scene.new and v.data_class == 6)
    assert (value.layer, value.table, value.version_no) == ("filing", scene.finance.table, 1)
    assert (value.programme, value.fiscal_year, value.basis) == ("04", 2023, "deemed")
    assert (value.source, value.as_of_on) == ("jgrants-04", date(2023, 5, 1))
    assert (value.label_ja, value.unit) == (scene.finance.label_ja, scene.finance.unit)
    assert (value.third_party, value.row_key) == (False, "")


def test_supporter_reads_exactly_what_was_approved(scene: Scene) -> None:
    request_id = scene.approve(6)
    revealed = scene.read(scene.supporter, 6)
    assert revealed.open_classes == (6,)
    # of the new filing and the master; the old terms carry no secondary use
    assert sorted(
        (v.layer, v.item_key, v.filing_no) for v in revealed.values if v.layer != "open"
    ) == [("filing", scene.finance.key, 1), ("master", scene.finance.key, None)]
    assert "提供できません" in revealed.closed_classes[4]
    assert "承認していません" in revealed.closed_classes[7]
    entry = scene.entry(revealed.entry_id)
    assert (entry.items, entry.basis) == ((scene.finance.key,), f"request:{request_id}")
    assert entry.institution_id == scene.supporter.institution_id


def test_which_filing_a_value_is_from_is_told_with_the_use_of_programmes_only(scene: Scene) -> None:
    scene.approve(6)
    unnamed = [v for v in scene.read(scene.supporter, 6).values if v.basis != "open"]
    told = {
        (v.source, v.filing_id, v.version_no, v.programme, v.fiscal_year, v.basis, v.as_of_on)
        for v in unnamed
    }
    assert told == {("filing", None, None, None, None, None, None)}
    assert not any(str(scene.new) in v.row_key for v in unnamed)
    scene.approve(10)
    named = [v for v in scene.read(scene.supporter, 6).values if v.basis != "open"]
    assert {v.filing_id for v in named if v.layer == "filing"} == {scene.new}
    assert {(v.programme, v.fiscal_year) for v in named} == {("04", 2023)}
    assert all(v.as_of_on and v.basis == "deemed" for v in named)


def test_refused_read_leaves_its_entry(scene: Scene) -> None:
    with pytest.raises(NotAllowed) as refused:
        scene.read(scene.supporter, 6)
    assert refused.value.members["rule"] == "no_grant"
    assert "開示依頼" in refused.value.next_step
    entry = scene.entry(refused.value.members["ledger_entry"])
    assert (entry.allowed, entry.items, entry.basis) == (False, (), "no_grant")


def test_revoked_is_refused_at_the_next_read(scene: Scene) -> None:
    request_id = scene.approve(6)
    scene.read(scene.supporter, 6)
    with scene.platform.databases.gateway.begin() as conn:
        requests.revoke(conn, scene.owner, request_id)
    with pytest.raises(NotAllowed) as refused:
        scene.read(scene.supporter, 6)
    assert refused.value.members["rule"] == "no_grant"


def test_approval_limited_to_a_programme_opens_no_other(scene: Scene) -> None:
    scene.approve(6, programmes=["13"])
    with pytest.raises(NotAllowed):
        scene.read(scene.supporter, 6)
    scene.approve(6, programmes=["04"], fiscal_years=[2023])
    revealed = scene.read(scene.supporter, 6)
    assert revealed.open_classes == (6,)
    assert scene.entry(revealed.entry_id).basis.count("request:") == 2


def test_purpose_without_any_class(scene: Scene) -> None:
    with pytest.raises(NotAllowed) as refused:
        scene.read(scene.supporter, 2)
    assert refused.value.members["rule"] == "ceiling"
    assert "提供できる情報がありません" in refused.value.why
    assert "利用目的" in refused.value.next_step


def test_unknown_purpose(scene: Scene) -> None:
    with pytest.raises(NotAllowed) as refused:
        scene.read(scene.supporter, 10)
    assert scene.entry(refused.value.members["ledger_entry"]).basis == "no_purpose"


def test_officer_reads_without_a_grant(scene: Scene) -> None:
    revealed = scene.read(scene.officer, 2)
    assert {v.filing_id for v in revealed.values if v.layer == "filing"} == {scene.new}
    assert scene.entry(revealed.entry_id).basis == "policy"


@pytest.mark.parametrize("layer", ["filing", "master"])
def test_one_layer(scene: Scene, layer: str) -> None:
    revealed = scene.read(scene.owner, 3, layer=layer)
    assert {v.layer for v in revealed.values} == {layer}


def test_layer_that_does_not_exist(scene: Scene) -> None:
    with pytest.raises(BadInput):
        scene.read(scene.owner, 3, layer="everything")


def test_public_facts_need_no_grant_and_leave_no_entry(scene: Scene) -> None:
    catalog = scene.platform.catalog
    shape = catalog.published_tables[0]
    item = next(i for i in shape.items if i.type == "string" and not i.array)
    published = {
        "business_id": scene.business_id,
        "source": "gbizinfo",
        "row_no": 1,
        "as_of_on": date(2024, 1, 1),
        "payload_sha256": PAYLOAD,
        item.column: "公表された値",
    }
    with scene.platform.databases.intake.begin() as conn:
        conn.execute(insert(item_tables(catalog).published[shape.name]).values(published))
    revealed = scene.read(scene.supporter, 6, layer="open")
    assert revealed.entry_id is None
    assert not revealed.closed_classes
    facts = {(v.source, v.item_key): v for v in revealed.values}
    assert facts["gbizinfo", item.key].value == "公表された値"
    assert facts["nta", "business_identity.trade_name"].value == "株式会社山田製作所"
    assert facts["nta", "business_identity.corporate_number"].value.isdecimal()
    assert {v.layer for v in revealed.values} == {"open"}
    assert {v.data_class for v in revealed.values} == set(revealed.open_classes)
    with scene.platform.databases.cut.connect() as conn:
        assert entries.count(conn, scene.business_id) == 0


def test_unknown_business(scene: Scene) -> None:
    for actor, purpose in ((scene.supporter, 6), (scene.officer, 2)):
        with pytest.raises(NotFound):
            scene.read(actor, purpose, business_id=uuid4())
        with pytest.raises(NotFound):
            history(
                scene.platform.databases,
                scene.platform.policy,
                actor,
                purpose,
                uuid4(),
                through="test",
            )


def test_one_filing(scene: Scene) -> None:
    revealed = scene.read(scene.owner, 3, business_id=None, filing_id=scene.old)
    assert revealed.business_id == scene.business_id
    assert {v.filing_id for v in revealed.values} == {scene.old}


def test_filing_that_shows_nothing(scene: Scene) -> None:
    scene.approve(6)
    with pytest.raises(NotAllowed) as refused:
        scene.read(scene.supporter, 6, business_id=None, filing_id=scene.old)
    entry = scene.entry(refused.value.members["ledger_entry"])
    assert (entry.allowed, entry.reason) == (False, refused.value.why)


def test_filing_without_any_grant(scene: Scene) -> None:
    with pytest.raises(NotAllowed) as refused:
        scene.read(scene.supporter, 6, business_id=None, filing_id=scene.new)
    assert not scene.entry(refused.value.members["ledger_entry"]).allowed


@pytest.mark.parametrize("business_id", [None, uuid4()])
def test_unknown_filing(scene: Scene, business_id: UUID | None) -> None:
    with pytest.raises(NotFound):
        scene.read(scene.owner, 3, business_id=business_id, filing_id=uuid4())


def test_filing_of_another_business(scene: Scene) -> None:
    with pytest.raises(NotFound):
        scene.read(scene.officer, 2, business_id=uuid4(), filing_id=scene.new)


def test_history(scene: Scene) -> None:
    def listed(actor: Actor, purpose: int) -> list[UUID]:
        found = history(
            scene.platform.databases,
            scene.platform.policy,
            actor,
            purpose,
            scene.business_id,
            through="test",
        )
        assert scene.entry(found.entry_id).allowed
        return [head.filing_id for head in found.filings]

    assert set(listed(scene.owner, 3)) == {scene.new, scene.old}
    assert listed(scene.officer, 2) == [scene.new]
    scene.approve(6)
    with pytest.raises(NotAllowed) as refused:
        listed(scene.supporter, 6)
    assert not scene.entry(refused.value.members["ledger_entry"]).allowed
    scene.approve(10)
    assert listed(scene.supporter, 6) == [scene.new]


def test_delegate_is_entered_with_the_principal(scene: Scene) -> None:
    delegate = Actor("delegate", 7, business_id=scene.business_id, on_behalf_of="山田製作所")
    assert scene.entry(scene.read(delegate, 3).entry_id).on_behalf_of == "山田製作所"


def test_entry_is_there_before_the_answer(scene: Scene) -> None:
    """Another connection sees the entry as soon as the values are in hand."""
    revealed = scene.read(scene.owner, 3)
    with scene.platform.databases.gateway.begin() as conn:
        act_as(conn, scene.owner)
        newest = conn.scalar(text("SELECT max(entry_id) FROM trust.ledger_entry"))
    assert newest == revealed.entry_id


def test_no_values_without_an_entry(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_args: object) -> int:
        raise RuntimeError

    monkeypatch.setattr(entries, "record", broken)
    with pytest.raises(RuntimeError):
        scene.read(scene.owner, 3)
