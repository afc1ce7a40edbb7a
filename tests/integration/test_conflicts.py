"""Conflicts between sources, their settlement, and corrections by the business itself."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import text

from mirasapo.business.conflicts import ConflictRow, list_conflicts
from mirasapo.business.identify import ensure
from mirasapo.business.projection import project
from mirasapo.business.rebuild import rebuild
from mirasapo.business.register import item_of
from mirasapo.business.search import index_terms
from mirasapo.business.state import state
from mirasapo.business.stating import correct, settle
from mirasapo.errors import BadInput, Conflict, NotFound
from mirasapo.intake.receive import receive
from mirasapo.store.item_tables import item_tables
from mirasapo.store.lake import Lake
from mirasapo.store.tables import payload, register_body
from tests import factories

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from mirasapo.app.root import Platform
    from mirasapo.catalog import Item

NOON = datetime(2022, 7, 1, 3, tzinfo=UTC)
_seeds = iter(range(900, 10_000))


@pytest.fixture
def number() -> str:
    return factories.made_up_number(next(_seeds))


@pytest.fixture(scope="module")
def employees(platform: Platform) -> Item:
    return platform.catalog.item("business_identity.employee_count")


@pytest.fixture(autouse=True)
def _rebuilt_is_the_same(platform: Platform) -> Iterator[None]:
    """After every test the master comes out of the lake as it stands."""
    yield
    with platform.databases.intake.connect() as conn:
        before = state(conn, platform.catalog)["state_hash"]
    assert rebuild(platform.databases, platform.lake, platform.catalog).state_hash == before


def push(platform: Platform, number: str, name: str, source: str = "jgrants-04", **kw: Any) -> UUID:
    document = factories.filing_payload(
        platform.catalog, "04", number, filing_number=f"{number}-{name}", groups={}, **kw
    )
    document["attachments"] = []
    receipt = receive(
        platform.databases,
        platform.lake,
        platform.catalog,
        client_id=source,
        programmes=["04"],
        body=factories.body_of(document),
        attachments={},
    )
    return receipt.business_id


def register(platform: Platform, number: str, name: str, on: str = "2015-10-05") -> None:
    search_name, packed = index_terms(name)
    with platform.databases.intake.begin() as conn:
        business_id = ensure(conn, corporate_number=number)
        row = {
            "business_id": business_id,
            "corporate_number": number,
            "sequence_number": 1,
            "process": "01",
            "correction": "0",
            "updated_on": date.fromisoformat(on),
            "name": name,
            "search_name": search_name,
            "grams": packed,
            "payload_sha256": "0" * 64,
        }
        conn.execute(register_body.insert(), row)
        project(conn, platform.catalog, [business_id])


def publish(platform: Platform, number: str, item: Item, value: object, on: str) -> UUID:
    table = item_tables(platform.catalog).published[item.table]
    with platform.databases.intake.begin() as conn:
        business_id = ensure(conn, corporate_number=number)
        row = {"business_id": business_id, "source": "gbizinfo", "row_no": 1, item.column: value}
        conn.execute(table.delete().where(table.c.business_id == business_id))
        row |= {"as_of_on": date.fromisoformat(on), "payload_sha256": "b" * 64}
        conn.execute(table.insert(), row)
        project(conn, platform.catalog, [business_id])
    return business_id


def conflicts(platform: Platform, number: str, *states: str) -> list[ConflictRow]:
    with platform.databases.intake.connect() as conn:
        return list_conflicts(conn, named=number, states=states or ("open",))


def value(platform: Platform, number: str, item: Item) -> Any:
    table = item_tables(platform.catalog).master[item.table]
    with platform.databases.intake.connect() as conn:
        business_id = ensure(conn, corporate_number=number)
        row = conn.execute(table.select().where(table.c.business_id == business_id))
        found = row.mappings().one_or_none()
    return None if found is None else found[item.column]


def take(platform: Platform, found: ConflictRow, source: str, **kw: Any) -> ConflictRow:
    kw = {"moment": NOON} | kw
    return settle(
        platform.databases,
        platform.lake,
        platform.catalog,
        found.conflict_id,
        take=source,
        settled_by="officer",
        **kw,
    )


def put_right(platform: Platform, business_id: UUID, item: Item, value: object, **kw: Any) -> Any:
    kw = {"moment": NOON} | kw
    return correct(
        platform.databases,
        platform.lake,
        platform.catalog,
        business_id=business_id,
        item_key=item.key,
        value=value,
        stated_by="owner",
        **kw,
    )


# ── what is a conflict ────────────────────────────────────────────────────────────────────────


def test_登記と違う申請の名前は相違として残る(platform: Platform, number: str) -> None:
    name = item_of(platform.catalog, "name")
    register(platform, number, "株式会社登記")
    push(platform, number, "a", items={name.key: "株式会社申請"})
    (found,) = conflicts(platform, number)
    assert (found.kind, found.item_keys) == ("mismatch", [name.key])
    assert found.sources == ["nta", "jgrants-04"]
    assert value(platform, number, name) == "株式会社登記"


@pytest.mark.parametrize(
    "spelling", ["㈱登記", "(株)登記", "株式会社 登記", "株式会社登記"], ids="-".join
)
def test_書き方の違いは相違でない(platform: Platform, number: str, spelling: str) -> None:
    name = item_of(platform.catalog, "name")
    register(platform, number, "株式会社登記")
    push(platform, number, "a", items={name.key: spelling})
    assert conflicts(platform, number, "open", "outdated") == []


def test_法人の種類の違いは相違である(platform: Platform, number: str) -> None:
    name = item_of(platform.catalog, "name")
    register(platform, number, "株式会社登記")
    push(platform, number, "a", items={name.key: "合同会社登記"})
    assert len(conflicts(platform, number)) == 1


def test_登記より古い申請の名前は一覧の外に残る(platform: Platform, number: str) -> None:
    name = item_of(platform.catalog, "name")
    register(platform, number, "株式会社改名", "2023-01-05")
    push(platform, number, "a", items={name.key: "株式会社旧名"})
    assert conflicts(platform, number) == []
    assert [each.state for each in conflicts(platform, number, "outdated")] == ["outdated"]


@pytest.mark.parametrize(("on", "differ"), [("2022-05-20", 1), ("2019-05-20", 0)])
def test_同じころの二つの出所が違えば食い違い(
    platform: Platform, number: str, employees: Item, on: str, differ: int
) -> None:
    push(platform, number, "a", items={employees.key: 10})
    publish(platform, number, employees, 12, on)
    found = conflicts(platform, number)
    assert len(found) == differ
    assert all((each.kind, each.item_keys) == ("disagree", [employees.key]) for each in found)


def test_同じ出所の新しい申請は食い違いでない(
    platform: Platform, number: str, employees: Item
) -> None:
    push(platform, number, "a", items={employees.key: 10})
    push(platform, number, "b", filed_on="2022-05-20", items={employees.key: 11})
    assert conflicts(platform, number) == []
    push(platform, number, "c", "jgrants-05", filed_on="2022-05-21", items={employees.key: 12})
    (found,) = conflicts(platform, number)
    assert found.sources == ["jgrants-05", "jgrants-04"]


def test_食い違いに値は入らない(platform: Platform, number: str) -> None:
    name = item_of(platform.catalog, "name")
    register(platform, number, "株式会社登記")
    push(platform, number, "a", items={name.key: "株式会社申請"})
    (found,) = conflicts(platform, number)
    assert "登記" not in str(found.as_dict())
    assert "申請" not in str(found.as_dict())


def test_申請が取り下げられると食い違いも消える(
    platform: Platform, number: str, employees: Item
) -> None:
    push(platform, number, "a", items={employees.key: 10})
    publish(platform, number, employees, 12, "2022-05-20")
    push(platform, number, "a", version=2, status="withdrawn", items={})
    assert conflicts(platform, number, "open", "settled", "outdated") == []
    assert value(platform, number, employees) == 12


# ── settling ──────────────────────────────────────────────────────────────────────────────────


def test_裁定で選んだ出所の値になり新しい事実がまた勝つ(
    platform: Platform, number: str, employees: Item
) -> None:
    push(platform, number, "a", items={employees.key: 10})
    publish(platform, number, employees, 12, "2022-05-20")
    (found,) = conflicts(platform, number)
    settled = take(platform, found, "jgrants-04", why="電話で確かめた")
    assert (settled.state, settled.conflict_id) == ("settled", found.conflict_id)
    assert value(platform, number, employees) == 10
    assert conflicts(platform, number) == []
    publish(platform, number, employees, 15, "2022-07-20")
    assert value(platform, number, employees) == 15
    (again,) = conflicts(platform, number)
    assert (again.state, again.sources) == ("open", ["gbizinfo", "jgrants-04"])


def test_裁定の値の根拠と出所は選んだ申請のまま(
    platform: Platform, number: str, employees: Item
) -> None:
    business_id = push(platform, number, "a", filed_on="2021-03-07", items={employees.key: 10})
    publish(platform, number, employees, 12, "2021-03-20")
    (found,) = conflicts(platform, number)
    take(platform, found, "jgrants-04")
    with platform.databases.intake.connect() as conn:
        origin = conn.execute(
            text(
                "SELECT source, basis, fiscal_year, as_of_on FROM core.provenance"
                " WHERE business_id = :id AND item_key = :key"
            ),
            {"id": business_id, "key": employees.key},
        ).one()
    assert tuple(origin) == ("jgrants-04", "none", 2020, date(2021, 3, 7))


def test_選んだ申請が取り下げられると裁定は効かない(
    platform: Platform, number: str, employees: Item
) -> None:
    push(platform, number, "a", items={employees.key: 10})
    publish(platform, number, employees, 12, "2022-05-20")
    take(platform, conflicts(platform, number)[0], "jgrants-04")
    push(platform, number, "a", version=2, status="withdrawn", items={})
    assert value(platform, number, employees) == 12


def test_後の裁定が前の裁定に代わる(platform: Platform, number: str, employees: Item) -> None:
    push(platform, number, "a", items={employees.key: 10})
    publish(platform, number, employees, 12, "2022-05-20")
    (found,) = conflicts(platform, number)
    take(platform, found, "jgrants-04")
    take(platform, found, "gbizinfo", moment=NOON + timedelta(seconds=1))
    assert value(platform, number, employees) == 12
    assert [each.state for each in conflicts(platform, number, "settled")] == ["settled"]


def test_登記は裁定でも覆らないが登記が正しいとは言える(platform: Platform, number: str) -> None:
    name = item_of(platform.catalog, "name")
    register(platform, number, "株式会社登記")
    push(platform, number, "a", items={name.key: "株式会社申請"})
    (found,) = conflicts(platform, number)
    with pytest.raises(Conflict):
        take(platform, found, "jgrants-04")
    assert take(platform, found, "nta").state == "settled"
    assert value(platform, number, name) == "株式会社登記"
    push(platform, number, "b", filed_on="2022-08-01", items={name.key: "株式会社新名"})
    assert [each.state for each in conflicts(platform, number)] == ["open"]


def test_ない食い違いとない出所は断る(platform: Platform, number: str, employees: Item) -> None:
    push(platform, number, "a", items={employees.key: 10})
    publish(platform, number, employees, 12, "2022-05-20")
    (found,) = conflicts(platform, number)
    with pytest.raises(BadInput) as refusal:
        take(platform, found, "nobody")
    assert "jgrants-04" in refusal.value.next_step
    with pytest.raises(NotFound), platform.databases.intake.connect() as conn:
        list_conflicts(conn, named="0000000000000")
    with pytest.raises(NotFound):
        settle(
            platform.databases,
            platform.lake,
            platform.catalog,
            "x" * 20,
            take="nta",
            settled_by="officer",
        )


# ── corrections ───────────────────────────────────────────────────────────────────────────────


def test_事業者の訂正は申請と公表情報に勝ち新しい申請に負ける(
    platform: Platform, number: str, employees: Item
) -> None:
    business_id = push(platform, number, "a", items={employees.key: 10})
    publish(platform, number, employees, 12, "2022-05-20")
    corrected = put_right(platform, business_id, employees, 11)
    assert corrected.applied
    assert value(platform, number, employees) == 11
    assert conflicts(platform, number) == []
    kept = platform.lake.get(corrected.payload_sha256)
    assert b'"kind":"correction"' in kept
    push(platform, number, "b", filed_on="2023-05-07", items={employees.key: 20})
    assert value(platform, number, employees) == 20


def test_同じ日の訂正は申請に勝ち後の訂正が前の訂正に勝つ(
    platform: Platform, number: str, employees: Item
) -> None:
    business_id = push(platform, number, "a", filed_on="2022-07-01", items={employees.key: 10})
    put_right(platform, business_id, employees, 12, moment=NOON + timedelta(seconds=1))
    late = put_right(platform, business_id, employees, 11)
    assert not late.applied
    assert value(platform, number, employees) == 12


def test_訂正は訂正した申請の規約に従う(platform: Platform, number: str, employees: Item) -> None:
    officers = platform.catalog.item("business_identity.officer_count")
    business_id = push(platform, number, "a", filed_on="2021-03-07", items={employees.key: 10})
    put_right(platform, business_id, employees, 11)
    put_right(platform, business_id, officers, 2)
    with platform.databases.intake.connect() as conn:
        rows = conn.execute(
            text(
                "SELECT item_key, source, programme, fiscal_year, basis FROM core.provenance"
                " WHERE business_id = :id AND item_key = ANY (:keys)"
            ),
            {"id": business_id, "keys": [employees.key, officers.key]},
        )
        origins = {row.item_key: tuple(row)[1:] for row in rows}
    assert origins[employees.key] == ("portal", "04", 2020, "none")
    assert origins[officers.key] == ("portal", None, None, "none")


def test_一組の項目は残りを確かめたことになる(platform: Platform, number: str) -> None:
    email = next(
        item
        for item in platform.catalog.form("04")
        if (item.table, item.type) == ("contact_point", "email")
    )
    other = next(
        item
        for item in platform.catalog.form("04")
        if (item.table, item.type) == ("contact_point", "phone") and not item.array
    )
    items = {email.key: "old@example.jp", other.key: "03-1234-5678"}
    business_id = push(platform, number, "a", items=items)
    before = value(platform, number, other)
    put_right(platform, business_id, email, "new@example.jp")
    assert value(platform, number, email) == "new@example.jp"
    assert value(platform, number, other) == before


def test_訂正できない項目と値は断る(platform: Platform, number: str, employees: Item) -> None:
    catalog = platform.catalog
    name = item_of(catalog, "name")
    register(platform, number, "株式会社登記")
    business_id = push(platform, number, "a", items={employees.key: 10})
    specific = next(item for item in catalog.items if item.domain == "specific")
    listed = next(item for item in catalog.items if item.master_policy == "snapshot")
    for item, wrong in [
        (specific, "x"),
        (listed, "x"),
        (item_of(catalog, "corporate_number"), factories.made_up_number(1)),
        (employees, "many"),
        (employees, None),
    ]:
        with pytest.raises(BadInput):
            put_right(platform, business_id, item, wrong)
    with pytest.raises(Conflict):
        put_right(platform, business_id, name, "株式会社自称")
    assert value(platform, number, name) == "株式会社登記"


def test_保管庫に置けなければ何も変わらない(
    platform: Platform, number: str, employees: Item, monkeypatch: pytest.MonkeyPatch
) -> None:
    business_id = push(platform, number, "a", items={employees.key: 10})

    def full(_lake: Lake, _content: bytes) -> str:
        raise OSError

    monkeypatch.setattr(Lake, "put", full)
    with pytest.raises(OSError):  # noqa: PT011 - the fault itself
        put_right(platform, business_id, employees, 11)
    monkeypatch.undo()
    assert value(platform, number, employees) == 10
    with platform.databases.intake.connect() as conn:
        kinds = conn.scalars(payload.select().with_only_columns(payload.c.kind).distinct())
        assert set(kinds) <= {"filing", "correction", "settlement"}


def test_訂正できる項目はすべて本人に見える(platform: Platform) -> None:
    cells = platform.policy.cells
    for shape in platform.catalog.tables:
        if shape.domain == "generic" and shape.in_master and not shape.repeated:
            assert all((3, item.data_class, 7) in cells for item in shape.items)
