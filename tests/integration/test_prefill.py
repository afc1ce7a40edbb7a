"""Once-only: what a form is filled in with, for whom, and what must not come out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import insert, text

from mirasapo.business.projection import project
from mirasapo.business.register import item_of
from mirasapo.business.search import index_terms
from mirasapo.business.stating import correct
from mirasapo.disclosure.acting import act_as
from mirasapo.disclosure.rule import Actor
from mirasapo.errors import NotAllowed, NotFound
from mirasapo.gate.prefill import Prefilled, PrefilledField, prefill
from mirasapo.intake.receive import receive
from mirasapo.ledger import entries
from mirasapo.store.tables import grant_line, narrowing, register_body, suspension
from tests import factories

if TYPE_CHECKING:
    from mirasapo.app.root import Platform

TODAY = datetime(2023, 2, 1, 3, tzinfo=UTC)
_seeds = iter(range(500, 10_000))


@dataclass
class Place:
    """A business in the register, with filings of FY2022 and FY2020 of different items."""

    platform: Platform
    business_id: UUID
    officer: Actor
    agency: Actor
    owner: Actor

    def fill(self, actor: Actor, programme: str = "04", **asked: Any) -> Prefilled:
        platform = self.platform
        asked = {"moment": TODAY, "through": "test"} | asked
        return prefill(
            platform.databases,
            platform.catalog,
            platform.policy,
            actor,
            self.business_id,
            programme,
            **asked,
        )

    def field(self, filled: Prefilled, key: str) -> PrefilledField:
        return next(field for field in filled.fields if field.item_key == key)

    def newest_entry(self) -> entries.Entry:
        with self.platform.databases.cut.connect() as conn:
            return entries.read(conn, self.business_id, limit=1)[0].entry

    def count(self) -> int:
        with self.platform.databases.cut.connect() as conn:
            return entries.count(conn, self.business_id)

    def write(self, statement: str, **values: Any) -> None:
        """As the owner of the business, through the gateway's own login."""
        with self.platform.databases.gateway.begin() as conn:
            for name, said in {
                "keys": "{}",
                "business": str(self.business_id),
                "account": self.owner.account,
                "recipient": "2",
                "purpose": "0",
                "moment": str(TODAY),
            }.items():
                conn.execute(
                    text("SELECT set_config(:name, :value, true)"),
                    {"name": f"mirasapo.{name}", "value": said},
                )
            table = {"grant": grant_line, "suspend": suspension, "narrow": narrowing}[statement]
            conn.execute(insert(table).values(**values))


EMPLOYEES = "business_identity.employee_count"  # filed in FY2022
OFFICERS = "business_identity.officer_count"  # filed in FY2020 only
NEVER = "business_identity.fulltime_employee_count"
MANAGERS = "workplace.manager_count"  # not on the form of 13
SUCCESSOR = "succession_plan.successor_name"  # about somebody else


@pytest.fixture
def place(platform: Platform) -> Place:
    number = factories.made_up_number(next(_seeds))
    name = item_of(platform.catalog, "name").key

    def push(filing: str, filed_on: str, items: dict[str, Any], programme: str = "04") -> UUID:
        document = factories.filing_payload(
            platform.catalog,
            programme,
            number,
            filing_number=f"{number}-{filing}",
            filed_on=filed_on,
            items=items,
            groups={},
            attachments=[],
        )
        return receive(
            platform.databases,
            platform.lake,
            platform.catalog,
            client_id="jgrants-04",
            programmes=[programme],
            body=factories.body_of(document),
            attachments={},
        ).business_id

    push("old", "2021-03-01", {OFFICERS: 3, EMPLOYEES: 9})
    business_id = push("new", "2022-05-07", {EMPLOYEES: 10, MANAGERS: 2, name: "株式会社自称"})
    push("other", "2022-05-06", {SUCCESSOR: "第三者"}, "07")
    search_name, packed = index_terms("株式会社登記")
    with platform.databases.intake.begin() as conn:
        conn.execute(
            register_body.insert(),
            {
                "business_id": business_id,
                "corporate_number": number,
                "sequence_number": 1,
                "process": "01",
                "correction": "0",
                "updated_on": date(2015, 10, 5),
                "name": "株式会社登記",
                "search_name": search_name,
                "grams": packed,
                "payload_sha256": "0" * 64,
            },
        )
        project(conn, platform.catalog, [business_id])
    return Place(
        platform,
        business_id,
        officer=Actor(str(uuid4()), 2),
        agency=Actor(str(uuid4()), 3, institution_id=uuid4(), kind="agency"),
        owner=Actor(str(uuid4()), 7, business_id=business_id),
    )


def test_担当課は項目ごとに値か値のない理由を得る(place: Place) -> None:
    name = item_of(place.platform.catalog, "name").key
    filled = place.fill(place.officer)
    assert [field.item_key for field in filled.fields] == [
        item.key for item in place.platform.catalog.form("04")
    ]
    assert all(bool(field.values) == (field.why_not is None) for field in filled.fields)
    (employees,) = place.field(filled, EMPLOYEES).values
    assert (employees.value, employees.source, employees.as_of_on) == (
        10,
        "jgrants-04",
        date(2022, 5, 7),
    )
    assert (employees.locked, employees.stale) == (False, False)
    (registered,) = place.field(filled, name).values
    assert (registered.value, registered.source) == ("株式会社登記", "nta")
    assert (registered.locked, registered.stale) == (True, False)
    assert place.field(filled, NEVER).why_not == "not_held"
    specific = [item for item in place.platform.catalog.form("04") if item.domain == "specific"]
    assert specific
    assert {place.field(filled, item.key).why_not for item in specific} == {"filing_only"}
    assert filled.filled == sum(bool(field.values) for field in filled.fields)


def test_古い規約の申請の値は出ず理由が分かる(place: Place) -> None:
    officers = place.field(place.fill(place.officer), OFFICERS)
    assert (officers.values, officers.why_not) == ((), "no_basis")
    (own,) = place.field(place.fill(place.owner, purpose=3), OFFICERS).values
    assert (own.value, own.fiscal_year) == (3, 2020)


def test_期限より古い値は古いと分かる(place: Place) -> None:
    late = datetime(2023, 5, 8, 3, tzinfo=UTC)
    (employees,) = place.field(place.fill(place.officer, moment=late), EMPLOYEES).values
    assert employees.stale is True


def test_ほかの制度の様式にも同じ値が入る(place: Place) -> None:
    (employees,) = place.field(place.fill(place.officer, "13"), EMPLOYEES).values
    assert (employees.value, employees.programme) == (10, "04")


def test_閲覧記録には様式に出た項目だけが載る(place: Place) -> None:
    before = place.count()
    filled = place.fill(place.officer, "13")
    assert place.count() == before + 1
    entry = place.newest_entry()
    shown = {
        field.item_key for field in filled.fields for value in field.values if value.source != "nta"
    }
    assert (entry.purpose, entry.allowed, set(entry.items)) == (4, True, shown)
    assert MANAGERS not in shown
    assert place.field(place.fill(place.officer), MANAGERS).values


def test_自社の様式は本人の目的で読む(place: Place) -> None:
    filled = place.fill(place.owner, purpose=3)
    assert filled.filled > 0
    assert (place.newest_entry().purpose, place.newest_entry().basis) == (3, "own")


# ── attacks ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("recipient", [0, 4, 5, 6, 7, 8])
def test_利用目的4の提供先でない者には出ない(place: Place, recipient: int) -> None:
    actor = Actor(
        str(uuid4()),
        recipient,
        business_id=uuid4() if recipient == 7 else None,
        institution_id=uuid4() if recipient == 5 else None,
        kind="chamber" if recipient == 5 else None,
    )
    before = place.count()
    with pytest.raises(NotAllowed):
        place.fill(actor)
    assert place.count() == before + 1
    assert not place.newest_entry().allowed


def test_本人も次の申請の目的では読めずよその事業者は自社として読めない(place: Place) -> None:
    with pytest.raises(NotAllowed):
        place.fill(place.owner)
    with pytest.raises(NotAllowed):
        place.fill(Actor(str(uuid4()), 7, business_id=uuid4()), purpose=3)


def test_承認のない独立行政法人には出ず承認した区分だけが出る(place: Place) -> None:
    with pytest.raises(NotAllowed) as refusal:
        place.fill(place.agency)
    assert refusal.value.members["rule"] == "no_grant"
    place.write(
        "grant",
        business_id=place.business_id,
        audience=f"institution:{place.agency.institution_id}",
        level=2,
        effect="allow",
        purpose=4,
        class_bits=1,
        valid_from=datetime(2022, 1, 1, tzinfo=UTC),
        valid_until=None,
        origin="setting:owner",
    )
    filled = place.fill(place.agency)
    assert {field.data_class for field in filled.fields if field.values} == {1}
    assert place.field(filled, OFFICERS).why_not == "no_basis"
    other = Actor(str(uuid4()), 3, institution_id=uuid4(), kind="agency")
    with pytest.raises(NotAllowed):
        place.fill(other)


def test_閉じた区分は担当課にも出ない(place: Place) -> None:
    place.write("narrow", purpose=4, recipient=2, class_bits=1, reason="検証のため")
    try:
        filled = place.fill(place.officer)
        first = [field for field in filled.fields if field.data_class == 1]
        filed = [value for field in first for value in field.values if not value.locked]
        assert filed == []
        assert place.field(filled, EMPLOYEES).why_not == "closed"
        assert place.field(filled, OFFICERS).why_not == "closed"  # and not that it is held
    finally:
        with place.platform.databases.gateway.begin() as conn:
            conn.execute(text("SELECT set_config('mirasapo.recipient', '2', true)"))
            conn.execute(text("UPDATE trust.narrowing SET class_bits = 0"))


def test_停止している事業者の値も持っていることも出ない(place: Place) -> None:
    place.write(
        "suspend",
        business_id=place.business_id,
        valid_from=datetime(2022, 1, 1, tzinfo=UTC),
        valid_until=None,
        set_by=place.owner.account,
    )
    with pytest.raises(NotAllowed) as refusal:
        place.fill(place.officer)
    assert refusal.value.members["rule"] == "suspended"
    assert place.fill(place.owner, purpose=3).filled > 0


def test_第三者の情報は出ない(place: Place) -> None:
    assert place.platform.catalog.item(SUCCESSOR).third_party
    (own,) = place.field(place.fill(place.owner, "07", purpose=3), SUCCESSOR).values
    assert own.value == "第三者"
    officer = place.fill(place.officer, "07")
    assert place.field(officer, SUCCESSOR).why_not == "closed"
    assert "第三者" not in str([field.values for field in officer.fields])
    assert SUCCESSOR not in place.newest_entry().items


def test_訂正した値は訂正した申請の規約のままに出る(place: Place) -> None:
    for key in (EMPLOYEES, OFFICERS):
        correct(
            place.platform.databases,
            place.platform.lake,
            place.platform.catalog,
            business_id=place.business_id,
            item_key=key,
            value=7,
            stated_by="owner",
            moment=TODAY,
        )
    filled = place.fill(place.officer)
    (employees,) = place.field(filled, EMPLOYEES).values
    assert (employees.value, employees.source) == (7, "portal")
    assert place.field(filled, OFFICERS).why_not == "no_basis"


def test_知らない事業者と制度は見つからない(place: Place) -> None:
    with pytest.raises(NotFound):
        place.fill(place.officer, "99")
    place.business_id = uuid4()
    with pytest.raises(NotFound):
        place.fill(place.officer)


@pytest.mark.parametrize(
    ("recipient", "told"), [(2, {OFFICERS}), (3, set()), (0, set()), (5, set())]
)
def test_根拠のない値があることは根拠があれば見える者にだけ分かる(
    place: Place, recipient: int, told: set[str]
) -> None:
    actor = Actor(str(uuid4()), recipient, institution_id=uuid4(), kind="chamber")

    def known() -> set[str]:
        with place.platform.databases.gateway.begin() as conn:
            act_as(conn, actor, 4)
            asked = text("SELECT item_key FROM core.held_without_basis(:business)")
            return set(conn.scalars(asked, {"business": place.business_id}))

    assert known() == told
    place.write(
        "suspend",
        business_id=place.business_id,
        valid_from=datetime(2022, 1, 1, tzinfo=UTC),
        valid_until=None,
        set_by=place.owner.account,
    )
    assert known() == set()


@pytest.mark.parametrize("login", ["intake", "cut"])
def test_背後を見る関数は窓口だけのもの(platform: Platform, login: str) -> None:
    with (
        platform.databases.raw(login) as connection,
        pytest.raises(Exception, match="permission denied"),
    ):
        connection.execute("SELECT * FROM core.held_without_basis(gen_random_uuid())")
