"""The same request twice is one filing and one answer; a rehearsal leaves nothing behind."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select, text

from mirasapo.errors import BadInput, Conflict, FaultyFiling, KeyInFlight, KeyReused
from mirasapo.intake.idempotency import Once, forget_expired, request_hash
from mirasapo.intake.receive import Delivery, Receipt, receive
from mirasapo.intake.rehearsal import rehearse
from mirasapo.intake.writing import Writing
from mirasapo.store.item_tables import item_tables
from mirasapo.store.tables import filing
from tests import factories

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirasapo.app.root import Platform

CLIENT = "jgrants-04"
SEEDS: Iterator[int] = iter(range(1_000_000))
DAY = timedelta(days=1)


def delivery_of(platform: Platform, **header: Any) -> Delivery:
    document = factories.filing_payload(platform.catalog, "04", seed=next(SEEDS), **header)
    files = factories.filing_attachments(document)
    return Delivery(CLIENT, {"04"}, factories.body_of(document), files)


def once_of(delivery: Delivery, key: str, lifetime: timedelta = DAY) -> Once:
    asked = request_hash("push", delivery.body, delivery.attachments)
    return Once(delivery.client_id, key, asked, lifetime)


def push(platform: Platform, delivery: Delivery, once: Once | None = None) -> Receipt:
    return receive(
        platform.databases,
        platform.lake,
        platform.catalog,
        client_id=delivery.client_id,
        programmes=delivery.programmes,
        body=delivery.body,
        attachments=delivery.attachments,
        once=once,
    )


def counts(platform: Platform) -> dict[str, int]:
    """Rows of every table of `core`, and the objects of the lake."""
    tables = item_tables(platform.catalog).metadata.sorted_tables
    with platform.databases.intake.connect() as conn:
        found = {
            table.fullname: conn.scalar(text(f"SELECT count(*) FROM {table.fullname}"))  # noqa: S608
            for table in tables
            if table.schema == "core" or table.name == "consent"
        }
    return {**found, "lake": len(list(platform.lake.list()))}


def versions(platform: Platform, receipt: Receipt) -> int:
    with platform.databases.intake.connect() as conn:
        found = select(filing.c.version_no).where(filing.c.filing_id == receipt.filing_id)
        return len(conn.execute(found).all())


# ── Idempotency-Key ───────────────────────────────────────────────────────────────────────────


def test_同じ鍵で同じ内容なら同じ応答を返す(platform: Platform) -> None:
    sent = delivery_of(platform)
    once = once_of(sent, "key-1")
    assert once.earlier(platform.databases) is None
    receipt = push(platform, sent, once)
    assert once.earlier(platform.databases) == receipt.as_dict()
    before = counts(platform)
    with pytest.raises(KeyInFlight):  # it was asked for before another answered
        push(platform, sent, once)
    assert counts(platform) == before


@pytest.mark.parametrize("changed", ["body", "file", "name"])
def test_同じ鍵で違う内容は断る(platform: Platform, changed: str) -> None:
    sent, other = delivery_of(platform), delivery_of(platform)
    push(platform, sent, once_of(sent, f"changed-{changed}"))
    name, content = next(iter(sent.attachments.items()))
    asked = {
        "body": Delivery(CLIENT, {"04"}, other.body, sent.attachments),
        "file": Delivery(CLIENT, {"04"}, sent.body, {**sent.attachments, name: content + b" "}),
        "name": Delivery(CLIENT, {"04"}, sent.body, {f"{name}.pdf": content}),
    }[changed]
    with pytest.raises(KeyReused):
        once_of(asked, f"changed-{changed}").earlier(platform.databases)


def test_鍵は送り手ごとのもの(platform: Platform) -> None:
    sent = delivery_of(platform)
    push(platform, sent, once_of(sent, "mine"))
    others = Once("somebody-else", "mine", "0" * 64, DAY)
    assert others.earlier(platform.databases) is None


def test_断られた送信の鍵は直した内容で使える(platform: Platform) -> None:
    faulty = delivery_of(platform, status="nobody knows")
    with pytest.raises(FaultyFiling):
        push(platform, faulty, once_of(faulty, "refused"))
    mended = delivery_of(platform)
    once = once_of(mended, "refused")
    assert once.earlier(platform.databases) is None
    assert push(platform, mended, once).version_no == 1


def test_期限が過ぎた応答は返さず片付けられる(platform: Platform) -> None:
    sent = delivery_of(platform)
    ended = once_of(sent, "ended", -DAY)
    receipt = push(platform, sent, ended)
    assert ended.earlier(platform.databases) is None
    again = push(platform, sent, once_of(sent, "ended"))
    assert (again.filing_id, again.repeated) == (receipt.filing_id, True)
    assert versions(platform, receipt) == 1
    with platform.databases.intake.begin() as conn:
        assert forget_expired(conn, datetime.now(UTC)) == 0  # taken over by the repetition
        assert forget_expired(conn, datetime.now(UTC) + 2 * DAY) >= 1
    assert once_of(sent, "ended").earlier(platform.databases) is None


def test_行を書けなければ応答も残らない(
    platform: Platform, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = delivery_of(platform)
    before = counts(platform)

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as patched:
        patched.setattr(Once, "remember", broken)
        with pytest.raises(RuntimeError):
            push(platform, sent, once_of(sent, "broken"))
    after = counts(platform)
    assert {name for name in before if before[name] != after[name]} <= {"lake"}


def test_処理している間の同じ鍵は断る(platform: Platform, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second comes while the first holds the key; the first is answered all the same."""
    first, second = delivery_of(platform), delivery_of(platform)
    inside, told = Barrier(2), Barrier(2)
    write = Writing.write

    def waiting(self: Writing, *words: Any, **named: Any) -> Any:
        inside.wait(30)
        told.wait(30)
        return write(self, *words, **named)

    monkeypatch.setattr(Writing, "write", waiting)
    with ThreadPoolExecutor(1) as pool:
        going = pool.submit(push, platform, first, once_of(first, "busy"))
        inside.wait(30)
        before = counts(platform)
        with pytest.raises(KeyInFlight):
            push(platform, second, once_of(second, "busy"))
        assert counts(platform) == before
        told.wait(30)
        assert going.result(30).version_no == 1


@pytest.mark.parametrize("key", ["", "あ", "a" * 256, "a\nb"])
def test_鍵として読めないものは断る(key: str) -> None:
    with pytest.raises(BadInput):
        Once(CLIENT, key, "0" * 64, DAY)


# ── rehearsal ─────────────────────────────────────────────────────────────────────────────────


def test_試し送りは何も残さない(platform: Platform) -> None:
    sent = delivery_of(platform)
    before = counts(platform)
    found = rehearse(platform.databases, platform.catalog, sent)
    assert counts(platform) == before
    receipt = push(platform, sent)
    told, answer = found.as_dict(), receipt.as_dict()
    assert told["dry_run"] is True
    shared = told.keys() & answer.keys()
    assert shared >= {"version_no", "payload_sha256", "accepted", "warnings"}
    assert {name: told[name] for name in shared} == {name: answer[name] for name in shared}
    assert told["warnings"]  # the amounts are drawn by lot: they do not add up
    assert rehearse(platform.databases, platform.catalog, sent).repeated


def test_試し送りは誤りと食い違いをすべて挙げ何も残さない(platform: Platform) -> None:
    sent = delivery_of(platform)
    expected = rehearse(platform.databases, platform.catalog, sent).as_dict()["warnings"]
    faulty = Delivery(CLIENT, {"04"}, sent.body.replace(b'"adopted"', b'"nobody knows"'), {})
    before = counts(platform)
    with pytest.raises(FaultyFiling) as refused:
        rehearse(platform.databases, platform.catalog, faulty)
    assert counts(platform) == before
    members = refused.value.members
    assert members["dry_run"] is True
    assert members["warnings"] == expected
    assert {fault["item"] for fault in members["faults"]} >= {"status"}
    with pytest.raises(FaultyFiling) as in_earnest:
        push(platform, faulty)
    assert in_earnest.value.members["faults"] == members["faults"]


def test_試し送りも版の順を見る(platform: Platform) -> None:
    with pytest.raises(Conflict) as refused:
        rehearse(platform.databases, platform.catalog, delivery_of(platform, version=2))
    assert refused.value.members["dry_run"] is True
