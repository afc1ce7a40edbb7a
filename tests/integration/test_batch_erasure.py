"""Filings of a batch are slices of one object: each goes for itself, and nothing else goes with it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import OperationalError

from mirasapo.business.rebuild import rebuild
from mirasapo.business.state import state
from mirasapo.errors import Erased, FaultyFiling, NotReady
from mirasapo.intake import batches, erasing
from mirasapo.intake.batch_work import run
from mirasapo.intake.erasing import Erasing, Order, erase_filing
from mirasapo.intake.expiry import expire
from mirasapo.intake.receive import receive
from mirasapo.jobs.worker import work
from mirasapo.store import batch_lines
from mirasapo.store.bootstrap import as_owner
from mirasapo.store.erasures import hold_off, list_erasures, remove_objects
from mirasapo.store.lake import Lake
from mirasapo.store.lake_check import verify_lake
from mirasapo.store.payloads import slices
from mirasapo.store.tables import filing
from tests import factories
from tests.integration.test_intake_batches import (
    CLIENT,
    counts,
    document_of,
    object_of,
    refused,
    send,
    send_documents,
    upload_all,
)

if TYPE_CHECKING:
    from mirasapo.app.root import Platform

ORDER = Order("個人情報保護窓口 架空 花子", "個人情報保護法第98条第1項", "利用停止の請求")
MARK = "消去すべき値"


def marked(platform: Platform, seed: int, **header: Any) -> dict[str, Any]:
    """A filing whose bytes can be found again wherever they are."""
    return document_of(platform, seed, filing_number=f"{MARK}-{seed}", **header)


def filing_of(platform: Platform, document: dict[str, Any]) -> UUID:
    columns = filing.c
    asked = select(columns.filing_id).where(columns.filing_number == document["filing_number"])
    with platform.databases.intake.begin() as conn:
        found: UUID = conn.scalars(asked.distinct()).one()
        return found


def erase(platform: Platform, filing_id: UUID, **how: Any) -> Erasing:
    with as_owner(platform.settings) as conn:
        return erase_filing(conn, platform.lake, platform.catalog, filing_id, ORDER, **how)


def removed(platform: Platform) -> int:
    return remove_objects(platform.databases.intake, platform.lake)


def holding(platform: Platform, words: str) -> list[str]:
    """The objects of the lake in which these words stand."""
    lake = platform.lake
    return [each for each in lake.list() if words.encode() in b"".join(lake.pieces(each))]


def assert_sound(platform: Platform, orphans: int = 0) -> None:
    report = verify_lake(platform.databases, platform.lake, platform.settings.home)
    assert (report.sound, len(report.orphans)) == (True, orphans), report


def content(platform: Platform) -> Any:
    with platform.databases.intake.begin() as conn:
        return state(conn, platform.catalog)


def age(platform: Platform, days: float) -> None:
    with as_owner(platform.settings) as conn, conn.begin():
        past = text("UPDATE core.payload SET received_at = received_at - make_interval(days => :d)")
        conn.execute(past, {"d": days})


# ── by order ──────────────────────────────────────────────────────────────────────────────────


def test_束の一件を消去するとその字面は保管庫のどこにもなくほかは残る(
    fresh_platform: Platform,
) -> None:
    platform = fresh_platform
    documents = [document_of(platform, seed) for seed in range(4)]
    run(platform, send_documents(platform, documents).batch_id)
    before = content(platform)
    gone = [marked(platform, 10), marked(platform, 10, version=2, status="filed")]
    lines = [*documents[:2], *gone, *documents[2:]]
    first = send_documents(platform, lines)
    run(platform, first.batch_id)
    # the same lines lie in another batch too, which names none of them
    second = send(platform, [factories.body_of(each) for each in reversed(lines)])
    run(platform, second.batch_id)
    alone = receive(  # and once more as an object of its own, which nothing names
        platform.databases,
        platform.lake,
        platform.catalog,
        client_id=CLIENT,
        programmes=["04"],
        body=factories.body_of(gone[1]),
        attachments={},
    )
    assert alone.repeated
    old = {object_of(platform, first), object_of(platform, second)}
    assert old <= set(holding(platform, MARK))
    found = erase(platform, filing_of(platform, gone[0]))
    assert found.versions == 2
    removed(platform)
    assert holding(platform, MARK) == []
    assert not old & set(platform.lake.list())
    assert content(platform) == before
    assert rebuild(platform.databases, platform.lake, platform.catalog).filings == 4
    assert content(platform) == before
    assert_sound(platform)
    with platform.databases.intake.begin() as conn:
        assert (
            len(slices(conn, [factories.sha256_of(factories.body_of(d)) for d in documents])) == 4
        )
        (entry,) = list_erasures(conn)
    assert entry.pending == 0
    # the receipt still says what was sent, and how far it is
    assert counts(platform, first) == (2, 4, 0)


def test_試すだけなら何も変わらない(fresh_platform: Platform) -> None:
    platform = fresh_platform
    gone = marked(platform, 1)
    run(platform, send_documents(platform, [gone, document_of(platform, 2)]).batch_id)
    before = set(platform.lake.list())
    erase(platform, filing_of(platform, gone), dry_run=True)
    assert set(platform.lake.list()) == before
    assert_sound(platform)


def test_断った行も消去と一緒に消える(fresh_platform: Platform) -> None:
    platform = fresh_platform
    good = marked(platform, 1)
    upload_all(platform, [good])
    bad = marked(platform, 1, version=7)
    batch = send(platform, [factories.body_of(bad), factories.body_of(good)])
    run(platform, batch.batch_id)
    assert counts(platform, batch) == (1, 0, 1)
    assert erase(platform, filing_of(platform, good)).refused == 1
    removed(platform)
    assert holding(platform, MARK) == []
    assert_sound(platform)


@pytest.mark.parametrize("lines_at_once", [1, 500])
def test_処理の途中の束からも消え残りは取り込まれる(
    fresh_platform: Platform, monkeypatch: pytest.MonkeyPatch, lines_at_once: int
) -> None:
    """The batch waits with two more lines of it, of which one is the erased filing's again."""
    platform = fresh_platform
    gone, before, after = marked(platform, 1), document_of(platform, 2), document_of(platform, 3)
    run(platform, send_documents(platform, [gone]).batch_id)
    batch = send_documents(platform, [before, gone, after])
    again = factories.body_of(gone)

    def erased_then(done: int, _of: int | None) -> None:
        if done == 1:
            erase(platform, filing_of(platform, gone))
            removed(platform)

    if lines_at_once == 1:  # one that works meanwhile: the object is exchanged under it
        run(platform, batch.batch_id, lines_at_once=1, progress=erased_then)
    else:
        erased_then(1, None)
        run(platform, batch.batch_id)
    assert counts(platform, batch) == (2, 0, 0)
    assert holding(platform, MARK) == []
    assert_sound(platform)
    # sent again within another batch: refused as a whole, with the line, and nothing is kept of it
    files = set(platform.lake.list())
    with pytest.raises(Erased) as told:
        send(platform, [factories.body_of(after), again])
    assert told.value.members["lines"] == [2]
    assert set(platform.lake.list()) == files
    # should one be in a batch all the same, it is that line which is refused
    monkeypatch.setattr("mirasapo.intake.batches.erased_by_order", lambda *_: set())
    late = send(platform, [again, factories.body_of(after)])
    run(platform, late.batch_id)
    assert counts(platform, late) == (0, 1, 1)
    assert [each["code"] for each in refused(platform, late)] == ["erased"]


def test_どこで止まっても消去はすべてか無である(
    fresh_platform: Platform, monkeypatch: pytest.MonkeyPatch
) -> None:
    platform = fresh_platform
    gone, other = marked(platform, 1), document_of(platform, 2)
    batch = send_documents(platform, [gone, other])
    run(platform, batch.batch_id)
    before, old = content(platform), object_of(platform, batch)

    def dying(*_: object) -> None:
        raise KeyboardInterrupt

    # the new object is in the lake, the transaction is not over
    for module, name in ((batch_lines, "_moved"), (erasing, "blank_lines")):
        kept = getattr(module, name)

        def once(*words: Any, kept: Any = kept) -> None:
            kept(*words)
            raise KeyboardInterrupt

        with monkeypatch.context() as patch:
            patch.setattr(module, name, once)
            with pytest.raises(KeyboardInterrupt):
                erase(platform, filing_of(platform, gone))
        assert content(platform) == before
        assert_sound(platform, orphans=1)
    # after it: the old object is still there, and listed as pending
    erase(platform, filing_of(platform, gone))
    with monkeypatch.context() as patch:
        patch.setattr(Lake, "remove", dying)
        with pytest.raises(KeyboardInterrupt):
            removed(platform)
    assert old in holding(platform, MARK)
    removed(platform)
    assert holding(platform, MARK) == []
    assert_sound(platform)


def test_束を受け取っている間は消去が待つ(
    fresh_platform: Platform, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the look for erased lines and the end of the batch's transaction none is erased."""
    platform = fresh_platform
    kept, met = batches.keep_payloads, []

    def meeting(*words: Any) -> None:
        with as_owner(platform.settings) as conn, conn.begin():
            conn.execute(text("SET LOCAL lock_timeout = '50ms'"))
            with pytest.raises(OperationalError, match="lock timeout"):
                hold_off(conn, erasing=True)
        with platform.databases.intake.begin() as conn:
            hold_off(conn)  # another batch
        met.append(True)
        kept(*words)

    with monkeypatch.context() as patch:
        patch.setattr(batches, "keep_payloads", meeting)
        send(platform, [b"{}"])
    assert met


# ── by term ───────────────────────────────────────────────────────────────────────────────────


def test_期限が過ぎると断った行と重ねて送った行だけが束から消える(
    fresh_platform: Platform,
) -> None:
    platform = fresh_platform
    good, other = document_of(platform, 1), document_of(platform, 2)
    upload_all(platform, [good, other])
    bad = marked(platform, 3)  # its files were not uploaded
    foreign = factories.filing_payload(platform.catalog, "15", seed=4, filing_number=f"{MARK}-4")
    long = f'"{MARK}'.encode() + b"x" * 5_000_001 + b'"'
    lines = [factories.body_of(each) for each in (good, bad, foreign, good, other)]
    batch = send(platform, [*lines, b"no json " + MARK.encode(), long])
    waiting = send(platform, [b"no json either " + MARK.encode()])
    run(platform, batch.batch_id)
    assert counts(platform, batch) == (2, 1, 4)
    before, moment = content(platform), datetime.now(UTC)
    parts = (platform.databases, platform.lake, platform.settings, moment)
    age(platform, days=80)
    assert expire(*parts).lines == 0
    age(platform, days=11)
    told = expire(*parts, dry_run=True)
    assert (told.kinds, told.lines) == ({"refused_filing": 2}, 5)
    assert len(holding(platform, MARK)) == 2
    found = expire(*parts)
    assert (found.kinds, found.lines, found.removed) == ({"refused_filing": 2}, 5, 1)
    assert holding(platform, MARK) == [object_of(platform, waiting)]  # in work: it stays
    assert (expire(*parts).kinds, expire(*parts).lines) == ({}, 0)
    assert content(platform) == before
    assert rebuild(platform.databases, platform.lake, platform.catalog).filings == 2
    assert content(platform) == before
    assert_sound(platform)
    # the same batch again is another object, and a batch like any other
    again = send(platform, [*lines[:1], *lines[3:]])
    run(platform, again.batch_id)
    assert counts(platform, again) == (0, 3, 0)


def test_片付けている最中に束で届いた同じものは束の中に残る(
    fresh_platform: Platform, monkeypatch: pytest.MonkeyPatch
) -> None:
    platform = fresh_platform
    document = marked(platform, 1)
    body = factories.body_of(document)
    with pytest.raises(FaultyFiling):  # its files were not uploaded
        receive(
            platform.databases,
            platform.lake,
            platform.catalog,
            client_id=CLIENT,
            programmes=["04"],
            body=body,
            attachments={},
        )
    age(platform, days=91)

    def dying(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Lake, "remove", dying)
        with pytest.raises(KeyboardInterrupt):
            expire(platform.databases, platform.lake, platform.settings, datetime.now(UTC))
    batch = send_documents(platform, [document])
    run(platform, batch.batch_id)
    assert counts(platform, batch) == (1, 0, 0)
    assert removed(platform) == 1
    assert holding(platform, MARK) == [object_of(platform, batch)]
    assert_sound(platform)


def test_今日の束からは何も消せない(fresh_platform: Platform) -> None:
    platform = fresh_platform
    batch = send(platform, [b"no json"])
    run(platform, batch.batch_id)
    old = object_of(platform, batch)
    with pytest.raises(Exception, match="of today"), platform.databases.intake.begin() as conn:
        batch_lines.expire_lines(conn, platform.lake, old, [batch_lines.Place(0, 7)])


# ── what else reads slices ────────────────────────────────────────────────────────────────────


def test_検証は束の中の一件ずつを読み直す(fresh_platform: Platform) -> None:
    platform = fresh_platform
    documents = [document_of(platform, seed) for seed in range(3)]
    batch = send_documents(platform, documents)
    run(platform, batch.batch_id)
    report = verify_lake(platform.databases, platform.lake, platform.settings.home)
    assert report.sound
    with platform.databases.intake.begin() as conn:
        assert report.checked == conn.scalar(text("SELECT count(*) FROM core.payload"))
    digest = factories.sha256_of(factories.body_of(documents[1]))
    with as_owner(platform.settings) as conn, conn.begin():
        moved = text("UPDATE core.payload SET offset_bytes = offset_bytes + 1 WHERE sha256 = :s")
        conn.execute(moved, {"s": digest})
    report = verify_lake(platform.databases, platform.lake, platform.settings.home)
    assert (report.sound, report.corrupt) == (False, [digest])
    old = object_of(platform, batch)
    path = platform.settings.home / "lake" / "sha256" / old[:2] / old[2:4] / old
    path.unlink()
    report = verify_lake(platform.databases, platform.lake, platform.settings.home)
    assert len(report.missing) == 4  # the object, and the three within


def test_束が一件でもその一件と束とは別のものである(fresh_platform: Platform) -> None:
    """Without the line's end the batch would be the very bytes of its filing."""
    platform = fresh_platform
    gone = marked(platform, 1)
    batch = send_documents(platform, [gone])
    assert batch.payload_sha256 == factories.sha256_of(factories.body_of(gone))
    assert object_of(platform, batch) != batch.payload_sha256
    run(platform, batch.batch_id)
    erase(platform, filing_of(platform, gone))
    removed(platform)
    assert holding(platform, MARK) == []
    assert_sound(platform)


def test_束はジョブとして取り込まれる(fresh_platform: Platform) -> None:
    from mirasapo.jobs import listing

    platform = fresh_platform
    batch = send_documents(platform, [document_of(platform, seed) for seed in range(3)])
    jobs = platform.databases.jobs
    assert listing.find(jobs, batch.job_id, asked_by=CLIENT).state == "waiting"
    work(platform.settings, until_empty=True)
    found = listing.find(jobs, batch.job_id)
    assert (found.state, found.done, found.total) == ("succeeded", 3, 3)
    assert found.outcome == {"received": 3, "accepted": 3, "repeated": 0, "refused": 0}


def test_読めない束は消去できず何も変わらない(fresh_platform: Platform) -> None:
    platform = fresh_platform
    gone = marked(platform, 1)
    batch = send_documents(platform, [gone, document_of(platform, 2)])
    run(platform, batch.batch_id)
    old, before = object_of(platform, batch), content(platform)
    path = platform.settings.home / "lake" / "sha256" / old[:2] / old[2:4] / old
    path.write_bytes(path.read_bytes().replace(b"{", b"[", 1))
    with pytest.raises(NotReady):
        erase(platform, filing_of(platform, gone))
    assert content(platform) == before
