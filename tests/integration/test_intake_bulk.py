"""Many filings at once: the same result as one by one, and one bad one stops nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import text

from mirasapo.business.projection import Projection
from mirasapo.business.state import state
from mirasapo.intake.bulk import receive_many
from mirasapo.intake.receive import Delivery, receive
from tests import factories

if TYPE_CHECKING:
    from mirasapo.app.root import Platform

CLIENT = "jgrants-04"


def delivery(platform: Platform, seed: int, programme: str = "04", **header: Any) -> Delivery:
    document = factories.filing_payload(platform.catalog, programme, seed=seed, **header)
    return Delivery(
        CLIENT,
        ("04", "13"),
        factories.body_of(document),
        factories.filing_attachments(document),
    )


def content(platform: Platform) -> dict[str, Any]:
    with platform.databases.intake.begin() as conn:
        return dict(state(conn, platform.catalog))


def one_by_one(platform: Platform, deliveries: list[Delivery]) -> None:
    for each in deliveries:
        receive(
            platform.databases,
            platform.lake,
            platform.catalog,
            client_id=each.client_id,
            programmes=each.programmes,
            body=each.body,
            attachments=each.attachments,
        )


def all_at_once(platform: Platform, deliveries: list[Delivery], batch: int = 500) -> Any:
    return receive_many(
        platform.databases, platform.lake, platform.catalog, deliveries, batch=batch
    )


def test_まとめて受けても一件ずつ受けても同じになる(
    platform: Platform, fresh_platform: Platform
) -> None:
    """Businesses with one filing, with several, in one batch and across batches, with versions."""
    number = factories.made_up_number(1)
    deliveries = [delivery(platform, seed) for seed in range(20)]
    deliveries += [
        delivery(platform, 1, "13", corporate_number=number),
        delivery(platform, 1, corporate_number=number, version=2, filed_on="2023-01-01"),
        delivery(platform, 2, version=2, status="withdrawn"),
        delivery(platform, 30, corporate_number=factories.made_up_number(30)),
        delivery(platform, 31, "13", corporate_number=factories.made_up_number(30)),
    ]
    received = all_at_once(platform, deliveries, batch=15)
    assert (received.accepted, received.repeated, received.refused) == (25, 0, [])
    one_by_one(fresh_platform, deliveries)
    assert content(platform) == content(fresh_platform)
    assert content(platform)["filings"] == 23
    again = all_at_once(platform, deliveries[:10])
    assert (again.accepted, again.repeated) == (0, 10)


def test_誤りのある申請だけが断られて残る(fresh_platform: Platform) -> None:
    good = [delivery(fresh_platform, seed) for seed in range(3)]
    faulty = delivery(fresh_platform, 10, items={"nobody.knows": 1})
    unreadable = Delivery(CLIENT, ("04",), b"no json")
    unfit = delivery(fresh_platform, 0, version=3)
    foreign = delivery(fresh_platform, 11, "15")
    given = [good[0], faulty, good[1], unreadable, unfit, foreign, good[2]]
    received = all_at_once(fresh_platform, given)
    assert received.accepted == 3
    assert sorted(refusal["position"] for refusal in received.refused) == [1, 3, 4, 5]
    (listed,) = (each["faults"] for each in received.refused if each["position"] == 1)
    assert "nobody.knows" in {fault["item"] for fault in listed}
    with fresh_platform.databases.intake.connect() as conn:
        kept = conn.scalars(
            text("SELECT sha256 FROM core.payload WHERE kind = 'refused_filing' AND faults <> '[]'")
        ).all()
    expected = [factories.sha256_of(each.body) for each in (faulty, unreadable, unfit)]
    assert sorted(kept) == sorted(expected)
    assert all(fresh_platform.lake.exists(digest) for digest in kept)


def test_同じ申請が一つの束に二度あってもよい(fresh_platform: Platform) -> None:
    once = delivery(fresh_platform, 1)
    received = all_at_once(fresh_platform, [once, once, once])
    assert (received.accepted, received.repeated, received.refused) == (1, 2, [])


def test_壊れた束だけが戻され前の束は残る(
    fresh_platform: Platform, monkeypatch: pytest.MonkeyPatch
) -> None:
    deliveries = [delivery(fresh_platform, seed) for seed in range(4)]
    whole = Projection._write
    calls: list[int] = []

    def fail_later(*args: Any) -> int:
        calls.append(1)
        values = whole(*args)
        if len(calls) > 1:
            raise RuntimeError
        return values

    monkeypatch.setattr(Projection, "_write", fail_later)
    with pytest.raises(RuntimeError):
        all_at_once(fresh_platform, deliveries, batch=2)
    assert content(fresh_platform)["filings"] == 2


def test_架空の事業者には印が付く(fresh_platform: Platform) -> None:
    receive_many(
        fresh_platform.databases,
        fresh_platform.lake,
        fresh_platform.catalog,
        [delivery(fresh_platform, 1)],
        made_up=True,
    )
    with fresh_platform.databases.intake.connect() as conn:
        assert conn.scalars(text("SELECT made_up FROM core.business")).all() == [True]
