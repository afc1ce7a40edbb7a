"""取下げ: the next version of a filing, without items; the master goes back to what it was."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select

from mirasapo.business.rebuild import rebuild
from mirasapo.business.state import state
from mirasapo.errors import BadInput, Conflict, FaultyFiling, MirasapoError, NotAllowed, NotFound
from mirasapo.intake.receive import Receipt, receive
from mirasapo.intake.withdrawal import withdraw
from mirasapo.store.tables import attachment, filing, payload, provenance
from tests import factories

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Table

    from mirasapo.app.root import Platform

CLIENT = "jgrants-04"
SEEDS: Iterator[int] = iter(range(1_000_000))


def pushed(platform: Platform, number: str, **header: Any) -> tuple[dict[str, Any], Receipt]:
    document = factories.filing_payload(
        platform.catalog, "04", number, seed=next(SEEDS), **{"version": 1, **header}
    )
    receipt = receive(
        platform.databases,
        platform.lake,
        platform.catalog,
        client_id=CLIENT,
        programmes=["04"],
        body=factories.body_of(document),
        attachments=factories.filing_attachments(document),
    )
    return document, receipt


def withdrawal_of(document: dict[str, Any], **changed: Any) -> dict[str, Any]:
    return {
        "programme": document["programme"],
        "filing_number": document["filing_number"],
        "version": document["version"] + 1,
        "withdrawn_on": "2022-06-01",
    } | changed


def take(platform: Platform, asked: dict[str, Any], **named: Any) -> Receipt:
    given = {"client_id": CLIENT, "programmes": ["04"], "filing_number": asked["filing_number"]}
    return withdraw(
        platform.databases,
        platform.lake,
        platform.catalog,
        body=json.dumps(asked).encode(),
        **(given | named),
    )


def rows(platform: Platform, table: Table, **where: Any) -> list[Any]:
    query = select(table).where(*(table.c[name] == value for name, value in where.items()))
    with platform.databases.intake.connect() as conn:
        return list(conn.execute(query).mappings())


def master(platform: Platform, receipt: Receipt) -> set[tuple[Any, ...]]:
    """Every value of the business's master, with where it comes from."""
    found = rows(platform, provenance, business_id=receipt.business_id)
    return {(row["table_name"], row["row_key"], row["item_key"], row["filing_id"]) for row in found}


def test_取下げは値のない次の版になりマスタは元へ戻る(platform: Platform) -> None:
    number = factories.made_up_number(1)
    _, first = pushed(platform, number, filed_on="2022-04-01")
    before = master(platform, first)
    document, second = pushed(platform, number)
    assert master(platform, first) != before
    receipt = take(platform, withdrawal_of(document))
    assert master(platform, first) == before
    assert (receipt.filing_id, receipt.version_no) == (second.filing_id, 2)
    one, two = sorted(
        rows(platform, filing, filing_id=second.filing_id), key=lambda row: row["version_no"]
    )
    assert (one["status"], two["status"], two["tables"]) == ("adopted", "withdrawn", [])
    same = one.keys() - {"version_no", "status", "received_at", "payload_sha256", "tables"}
    assert {name: one[name] for name in same} == {name: two[name] for name in same}
    assert rows(platform, attachment, filing_id=second.filing_id, version_no=1)
    assert not rows(platform, attachment, filing_id=second.filing_id, version_no=2)


def test_取下げの原本は保管庫にあり同じ取下げは同じ受領を返す(platform: Platform) -> None:
    document, _ = pushed(platform, factories.made_up_number(2))
    asked = withdrawal_of(document)
    receipt = take(platform, asked)
    (kept,) = rows(platform, payload, sha256=receipt.payload_sha256)
    assert (kept["kind"], kept["source"], kept["faults"]) == ("withdrawal", CLIENT, None)
    assert json.loads(platform.lake.get(receipt.payload_sha256)) == asked
    again = take(platform, asked)
    assert again.repeated
    assert again.as_dict() == receipt.as_dict()
    assert len(rows(platform, filing, filing_id=receipt.filing_id)) == 2


def test_取下げのあとの作り直しでもマスタは同じ(fresh_platform: Platform) -> None:
    number = factories.made_up_number(3)
    pushed(fresh_platform, number, filed_on="2022-04-01")
    document, _ = pushed(fresh_platform, number)
    take(fresh_platform, withdrawal_of(document))
    with fresh_platform.databases.intake.connect() as conn:
        hashed = state(conn, fresh_platform.catalog)["state_hash"]
    rebuilt = rebuild(fresh_platform.databases, fresh_platform.lake, fresh_platform.catalog)
    assert rebuilt.state_hash == hashed


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"version": 3}, Conflict),
        ({"withdrawn_on": "2022-05-06"}, Conflict),  # before the day of filing
        (
            {"withdrawn_on": (datetime.now(UTC) + timedelta(days=2)).date().isoformat()},
            FaultyFiling,
        ),
        ({"withdrawn_on": "2022-6-1"}, FaultyFiling),
        ({"version": 1}, FaultyFiling),
        ({"version": True}, FaultyFiling),
        ({"programme": 4}, FaultyFiling),
        ({"items": {}}, FaultyFiling),
    ],
    ids=str,
)
def test_受け取れない取下げは誤りとともに残る(
    platform: Platform, changed: dict[str, Any], refusal: type[MirasapoError]
) -> None:
    document, receipt = pushed(platform, factories.made_up_number(4))
    asked = withdrawal_of(document, **changed)
    with pytest.raises(refusal) as refused:
        take(platform, asked)
    assert refused.type is refusal
    assert len(rows(platform, filing, filing_id=receipt.filing_id)) == 1
    digest = factories.sha256_of(json.dumps(asked).encode())
    (kept,) = rows(platform, payload, sha256=digest)
    assert kept["kind"] == "refused_filing"
    assert kept["faults"]
    assert platform.lake.exists(digest)


def test_二度は取り下げられない(platform: Platform) -> None:
    document, _ = pushed(platform, factories.made_up_number(5))
    take(platform, withdrawal_of(document))
    with pytest.raises(Conflict, match="すでに"):
        take(platform, withdrawal_of(document, version=3))


def test_自分が送った自分の制度の申請だけを取り下げられる(platform: Platform) -> None:
    document, _ = pushed(platform, factories.made_up_number(6))
    asked = withdrawal_of(document)
    with pytest.raises(NotFound):
        take(platform, asked, client_id="somebody-else")
    with pytest.raises(NotFound):
        take(platform, withdrawal_of(document, programme="05"), programmes=["04", "05"])
    with pytest.raises(NotAllowed):
        take(platform, asked, programmes=["05"])
    with pytest.raises(FaultyFiling):
        take(platform, asked, filing_number="another")


@pytest.mark.parametrize("body", [b"", b"[]", b"[" * 10_000, b'{"version": 1, "version": 2}'])
def test_JSONでない取下げは断る(platform: Platform, body: bytes) -> None:
    with pytest.raises(BadInput):
        withdraw(
            platform.databases,
            platform.lake,
            platform.catalog,
            client_id=CLIENT,
            programmes=["04"],
            filing_number="x",
            body=body,
        )
