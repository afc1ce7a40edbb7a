"""消去: by order and by term; what goes, what stays, what may not come back."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, text, update
from typer.testing import CliRunner

from mirasapo.app.root import Platform
from mirasapo.business.rebuild import rebuild
from mirasapo.business.state import state
from mirasapo.business.stating import correct
from mirasapo.cli import erasures as erasures_command
from mirasapo.cli import lake as lake_command
from mirasapo.errors import BadInput, Erased, FaultyFiling, NotFound, NotReady
from mirasapo.intake.bulk import receive_many
from mirasapo.intake.erasing import Erasing, Order, erase_filing
from mirasapo.intake.expiry import Expired, expire
from mirasapo.intake.idempotency import Once
from mirasapo.intake.receive import Delivery, Receipt, receive
from mirasapo.intake.uploads import UploadDesk
from mirasapo.intake.withdrawal import withdraw
from mirasapo.store.bootstrap import as_owner
from mirasapo.store.erasures import list_erasures, remove_objects
from mirasapo.store.item_tables import item_tables
from mirasapo.store.lake import Lake
from mirasapo.store.lake_check import verify_lake
from mirasapo.store.tables import erased_object, payload, upload
from tests import factories

CLIENT = "jgrants-04"
ORDER = Order("個人情報保護窓口 架空 花子", "個人情報保護法第98条第1項", "利用停止の請求")
SEEDS = count(1)
COUNT = "SELECT count(*) FROM {}"


def push(
    platform: Platform, document: dict[str, Any], client: str = CLIENT, **more: Any
) -> Receipt:
    return receive(
        platform.databases,
        platform.lake,
        platform.catalog,
        client_id=client,
        programmes=["04"],
        body=factories.body_of(document),
        attachments=factories.filing_attachments(document),
        **more,
    )


def filed(platform: Platform, seed: int | None = None, **header: Any) -> dict[str, Any]:
    chosen = next(SEEDS) if seed is None else seed
    return factories.filing_payload(platform.catalog, "04", seed=chosen, **header)


def erase(platform: Platform, filing_id: UUID, **how: Any) -> Erasing:
    with as_owner(platform.settings) as conn:
        return erase_filing(conn, platform.lake, platform.catalog, filing_id, ORDER, **how)


def erased(platform: Platform, filing_id: UUID) -> Erasing:
    found = erase(platform, filing_id)
    remove_objects(platform.databases.intake, platform.lake)
    return found


def content(platform: Platform) -> Any:
    with platform.databases.intake.begin() as conn:
        return state(conn, platform.catalog)


def one(platform: Platform, question: str, **asked: Any) -> Any:
    with as_owner(platform.settings) as conn:
        return conn.execute(text(question), asked).scalar_one()


def everything(platform: Platform) -> str:
    """All rows of all tables as text: where a value could be."""
    with as_owner(platform.settings) as conn:
        names = conn.scalars(
            text(
                "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables"
                " WHERE schemaname IN ('open', 'core', 'trust', 'identity')"
            )
        ).all()
        whole = "SELECT t::text FROM {} t"
        rows = [conn.scalars(text(whole.format(name))).all() for name in names]
    return "\n".join(each for found in rows for each in found)


# ── by order ──────────────────────────────────────────────────────────────────────────────────


def test_消去すると初めからなかったのと同じ内容になり作り直しても同じ(
    fresh_platform: Platform, platform: Platform
) -> None:
    """Beside a database in which the filing never was; the business has another filing."""
    number = factories.made_up_number(7)
    stays = filed(platform, 901, corporate_number=number, filed_on="2021-05-07")
    goes = filed(platform, 902, corporate_number=number, filed_on="2022-05-07")
    push(platform, stays)
    push(fresh_platform, stays)
    receipt = push(fresh_platform, goes)
    push(fresh_platform, {**goes, "version": 2, "filed_on": "2022-06-07"})
    assert content(fresh_platform) != content(platform)
    told = erased(fresh_platform, receipt.filing_id)
    assert (told.versions, told.business_forgotten) == (2, False)
    assert content(fresh_platform) == content(platform)
    parts = (fresh_platform.databases, fresh_platform.lake, fresh_platform.catalog)
    assert rebuild(*parts).state_hash == content(platform)["state_hash"]
    report = verify_lake(*parts[:2], fresh_platform.settings.home)
    assert (report.sound, report.orphans) == (True, [])


def test_ほかに何も持たない事業者は事業者ごと消える(fresh_platform: Platform) -> None:
    before = content(fresh_platform)
    key = factories.made_up_key(77)
    receipt = push(fresh_platform, filed(fresh_platform, sole_proprietor_key=key))
    assert erased(fresh_platform, receipt.filing_id).business_forgotten
    assert content(fresh_platform) == before
    assert key not in everything(fresh_platform)
    assert list(fresh_platform.lake.list()) == []


def test_値はどの表にも保管庫にも残らず番号と根拠だけが残る(fresh_platform: Platform) -> None:
    platform, secret = fresh_platform, "架空の秘密の事業概要XYZZY"
    document = filed(platform)
    item = next(
        each
        for each in platform.catalog.form("04")
        if each.type in ("text", "string")
        and each.repeat_group is None
        and not each.limit.pattern
        and (each.limit.max_length or 100) >= 20
        and each.domain == "specific"
    )
    document["items"][item.key] = secret
    name = f"{secret}.pdf"
    document["attachments"].append({"name": name, "item": None, "sha256": None})
    wrong = {**document, "status": "nobody knows"}
    with pytest.raises(FaultyFiling):
        push(platform, wrong)
    once = Once(CLIENT, "key", "0" * 64, timedelta(hours=1))
    receipt = push(platform, document, once=once)
    assert secret in everything(platform)
    told = erased(platform, receipt.filing_id)
    assert secret not in everything(platform)
    assert told.refused == 1
    for digest in platform.lake.list():  # refused attachments: they go with their term
        assert secret.encode() not in platform.lake.get(digest) or digest in refused_files(platform)
    with platform.databases.intake.connect() as conn:
        [entry] = list_erasures(conn)
    assert (entry.ordered_by, entry.law, entry.reason) == dataclasses.astuple(ORDER)
    assert (entry.filing_id, entry.filing_number) == (receipt.filing_id, document["filing_number"])
    assert (entry.objects, entry.pending) == (len(told.objects), 0)
    assert receipt.payload_sha256 in told.objects
    ledger = one(platform, "SELECT row_to_json(e) FROM trust.ledger_entry e")
    assert (ledger["purpose"], ledger["basis"]) == (0, f"law:{ORDER.law}")
    assert item.key in ledger["items"]
    assert ledger["business_id"] == str(receipt.business_id)


def refused_files(platform: Platform) -> set[str]:
    with platform.databases.intake.connect() as conn:
        kind = payload.c.kind == "refused_attachment"
        return set(conn.scalars(select(payload.c.sha256).where(kind)))


def test_どの記載の表にも行が残らない(fresh_platform: Platform, catalog: Any) -> None:
    receipt = push(fresh_platform, filed(fresh_platform))
    erased(fresh_platform, receipt.filing_id)
    for table in item_tables(catalog).filing.values():
        assert one(fresh_platform, COUNT.format(table.fullname)) == 0


def test_ほかの申請も使うファイルは残りその申請はそのまま(fresh_platform: Platform) -> None:
    platform = fresh_platform
    first, second = filed(platform), filed(platform)
    files = factories.filing_attachments(second)
    shared = [factories.sha256_of(content) for content in files.values()]
    first["attachments"] += [{**each, "item": None} for each in second["attachments"]]
    gone, kept = push(platform, first), push(platform, second)
    told = erased(platform, gone.filing_id)
    assert set(shared) == set(told.kept)
    assert all(platform.lake.exists(digest) for digest in shared)
    assert push(platform, second).repeated
    assert one(platform, "SELECT count(*) FROM core.filing") == 1
    report = verify_lake(platform.databases, platform.lake, platform.settings.home)
    assert (report.sound, report.orphans) == (True, [])
    assert kept.filing_id != gone.filing_id


def test_消去する申請の値への訂正も消える(fresh_platform: Platform) -> None:
    platform = fresh_platform
    receipt = push(platform, filed(platform))
    key = "business_identity.employee_count"
    corrected = correct(
        platform.databases,
        platform.lake,
        platform.catalog,
        business_id=receipt.business_id,
        item_key=key,
        value=123456,
        stated_by="somebody",
    )
    told = erased(platform, receipt.filing_id)
    assert told.statements == 1
    assert not platform.lake.exists(corrected.payload_sha256)
    assert "123456" not in everything(platform)


def test_試すだけなら何も変わらない(fresh_platform: Platform) -> None:
    receipt = push(fresh_platform, filed(fresh_platform))
    before = (everything(fresh_platform), set(fresh_platform.lake.list()))
    told = erase(fresh_platform, receipt.filing_id, dry_run=True)
    assert (told.erasure_id, told.versions, len(told.objects)) == (None, 1, 3)
    remove_objects(fresh_platform.databases.intake, fresh_platform.lake)
    assert (everything(fresh_platform), set(fresh_platform.lake.list())) == before


def test_ない申請と根拠のない命令は断る(platform: Platform) -> None:
    with pytest.raises(NotFound, match="消去する申請が見つかりません"):
        erase(platform, uuid4())
    for missing in (("", "x", "x"), ("x", " ", "x"), ("x", "x", "")):
        with pytest.raises(BadInput, match="消去できません"):
            Order(*missing)


def test_保管庫が止まっていても行は消え次に片付く(
    fresh_platform: Platform, monkeypatch: pytest.MonkeyPatch
) -> None:
    platform = fresh_platform
    receipt = push(platform, filed(platform))
    told = erase(platform, receipt.filing_id)
    remove, taken = Lake.remove, iter([True])

    def failing(lake: Lake, digest: str) -> bool:
        if next(taken, None) is None:
            raise NotReady("x")
        return remove(lake, digest)

    monkeypatch.setattr(Lake, "remove", failing)
    with pytest.raises(NotReady):
        remove_objects(platform.databases.intake, platform.lake)
    monkeypatch.undo()
    with platform.databases.intake.connect() as conn:
        assert list_erasures(conn)[0].pending == len(told.objects)
    assert remove_objects(platform.databases.intake, platform.lake) == len(told.objects) - 1
    assert list(platform.lake.list()) == []


# ── what may not come back ────────────────────────────────────────────────────────────────────


def test_消去した申請は同じものでは受け取らず直せば受け取る(fresh_platform: Platform) -> None:
    platform = fresh_platform
    document = filed(platform)
    receipt = push(platform, document)
    told = erased(platform, receipt.filing_id)
    held = set(platform.lake.list())
    with pytest.raises(Erased, match="法令に基づいて消去した") as refused:
        push(platform, document)
    assert set(refused.value.members["sha256"]) == set(told.objects)
    assert set(platform.lake.list()) == held == set()  # nothing of it is kept, as refused neither
    assert one(platform, "SELECT count(*) FROM core.payload") == 0
    body = factories.body_of(document)
    good = Delivery(CLIENT, ["04"], factories.body_of(other := filed(platform)), files_of(other))
    bulk = receive_many(
        platform.databases,
        platform.lake,
        platform.catalog,
        [Delivery(CLIENT, ["04"], body, files_of(document)), good],
    )
    assert (bulk.accepted, [each["position"] for each in bulk.refused]) == (1, [0])
    put_right = {**document, "items": {}, "groups": {}, "attachments": []}
    again = push(platform, put_right)
    assert (again.version_no, again.filing_id == receipt.filing_id) == (1, False)


def files_of(document: dict[str, Any]) -> dict[str, bytes]:
    return factories.filing_attachments(document)


def test_消去したファイルのアップロードは始まらない(fresh_platform: Platform) -> None:
    platform = fresh_platform
    document = filed(platform)
    erased(platform, push(platform, document).filing_id)
    [name, *_], [file, *_] = zip(*files_of(document).items(), strict=True)
    desk = UploadDesk.of(platform.databases, platform.lake, platform.settings)
    with pytest.raises(Erased):
        desk.announce(CLIENT, name, len(file), factories.sha256_of(file))


def test_消去した取下げは受け取らない(fresh_platform: Platform) -> None:
    platform = fresh_platform
    document = filed(platform)
    receipt = push(platform, document)
    asked = {
        "programme": "04",
        "filing_number": document["filing_number"],
        "version": 2,
        "withdrawn_on": "2022-06-01",
    }

    def taken_back() -> Receipt:
        return withdraw(
            platform.databases,
            platform.lake,
            platform.catalog,
            client_id=CLIENT,
            programmes=["04"],
            filing_number=document["filing_number"],
            body=factories.body_of(asked),
        )

    taken_back()
    assert erased(platform, receipt.filing_id).versions == 2
    with pytest.raises(Erased):
        taken_back()
    assert list(platform.lake.list()) == []


def test_片付けている最中に届いた同じものは原本なしの行を残さない(
    fresh_platform: Platform, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sender finds the object in the lake and puts nothing; the removal takes it away meanwhile."""
    platform = fresh_platform
    document = filed(platform, status="nobody knows")
    with pytest.raises(FaultyFiling):
        push(platform, document)
    age(platform, days=100)
    keep = Lake._keep

    def late(lake: Lake, digest: str, sent: bytes | Path, size: int) -> None:
        keep(lake, digest, sent, size)
        if digest == factories.sha256_of(factories.body_of(document)):
            monkeypatch.undo()
            expire(platform.databases, platform.lake, platform.settings, datetime.now(UTC))

    monkeypatch.setattr(Lake, "_keep", late)
    with pytest.raises(NotReady, match="片付けている"):
        push(platform, document)
    report = verify_lake(platform.databases, platform.lake, platform.settings.home)
    assert report.missing == []
    # a little later it is taken (and refused) like any other
    with as_owner(platform.settings) as conn, conn.begin():
        conn.execute(
            update(erased_object).values(removed_at=datetime.now(UTC) - timedelta(hours=1))
        )
    with pytest.raises(FaultyFiling):
        push(platform, document)
    report = verify_lake(platform.databases, platform.lake, platform.settings.home)
    assert (report.missing, report.orphans) == ([], [])


# ── by term ───────────────────────────────────────────────────────────────────────────────────


def age(platform: Platform, days: float) -> None:
    """Let everything have been received so many days earlier."""
    with as_owner(platform.settings) as conn, conn.begin():
        past = text("UPDATE core.payload SET received_at = received_at - make_interval(days => :d)")
        conn.execute(past, {"d": days})


def end_terms(platform: Platform, **how: Any) -> Expired:
    parts = (platform.databases, platform.lake, platform.settings)
    return expire(*parts, datetime.now(UTC), **how)


def uploaded(platform: Platform) -> str:
    file = b"%PDF-1.4\n" + uuid4().bytes
    desk = UploadDesk.of(platform.databases, platform.lake, platform.settings)
    made = desk.announce(CLIENT, "x.pdf", len(file), factories.sha256_of(file))
    part = desk.part(CLIENT, made.upload_id, 0)
    part.write(file)
    return desk.close(CLIENT, made.upload_id, part).sha256


def test_保存期間が過ぎた断った申請と使われないファイルだけが消える(
    fresh_platform: Platform,
) -> None:
    platform = fresh_platform
    good, bad = filed(platform), filed(platform, status="nobody knows")
    push(platform, good)
    with pytest.raises(FaultyFiling):
        push(platform, bad)
    unnamed, waiting = uploaded(platform), uploaded(platform)
    with platform.databases.intake.begin() as conn:
        conn.execute(upload.delete().where(upload.c.sha256 == unnamed))
        conn.execute(update(upload).values(expires_at=datetime.now(UTC) + timedelta(days=999)))
    before = content(platform)
    age(platform, days=31)
    assert end_terms(platform, dry_run=True).kinds == {"upload": 1}
    assert platform.lake.exists(unnamed)
    assert end_terms(platform).kinds == {"upload": 1}
    assert not platform.lake.exists(unnamed)
    assert platform.lake.exists(waiting)  # its term as an upload is not over
    age(platform, days=60)
    told: list[tuple[int, int | None]] = []
    found = end_terms(platform, progress=lambda *each: told.append(each))
    assert found.kinds == {"refused_attachment": 2, "refused_filing": 1}
    assert (found.removed, told[-1]) == (3, (3, 3))
    assert end_terms(platform) == Expired({}, 0, 0, 0, dry_run=False)
    assert content(platform) == before
    report = verify_lake(platform.databases, platform.lake, platform.settings.home)
    assert (report.sound, report.orphans) == (True, [])
    with platform.databases.intake.connect() as conn:
        entries = list_erasures(conn)
    assert [(each.kind, each.objects, each.pending) for each in entries] == [
        ("term", 3, 0),
        ("term", 1, 0),
    ]
    assert all(each.filing_id is None for each in entries)


def test_断った申請が直らずに出し直されても受け取った申請の原本は消えない(
    fresh_platform: Platform,
) -> None:
    """Files that were refused first and then came with a good filing belong to that."""
    platform = fresh_platform
    document = filed(platform)
    with pytest.raises(FaultyFiling):
        push(platform, {**document, "status": "nobody knows"})
    push(platform, document)
    age(platform, days=1000)
    assert end_terms(platform).kinds == {"refused_filing": 1}
    assert push(platform, document).repeated
    report = verify_lake(platform.databases, platform.lake, platform.settings.home)
    assert report.missing == []


def test_期間は設定で変わり一日より短くはできない(fresh_platform: Platform) -> None:
    platform = fresh_platform
    with pytest.raises(FaultyFiling):
        push(platform, filed(platform, status="nobody knows"))
    age(platform, days=3)
    assert end_terms(platform).kinds == {}
    sooner = dataclasses.replace(platform.settings, refused_days=2.0)
    assert end_terms(dataclasses.replace(platform, settings=sooner)).kinds == {
        "refused_attachment": 2,
        "refused_filing": 1,
    }
    with platform.databases.raw("intake") as connection, pytest.raises(Exception, match="a day"):
        connection.execute("SELECT * FROM core.expire_payloads(now(), now(), 1)")


# ── the commands ──────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def ask(fresh_platform: Platform, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    for name, value in fresh_platform.settings.environment().items():
        monkeypatch.setenv(name, value)

    def told(app: Any, *words: str) -> Any:
        done = CliRunner().invoke(app, [*words, "--json"], catch_exceptions=False)
        assert done.exit_code == 0, done.output
        return json.loads(done.stdout)

    return told


def test_命令は消去して記録を示す(fresh_platform: Platform, ask: Callable[..., Any]) -> None:
    receipt = push(fresh_platform, filed(fresh_platform))
    words = (
        "order",
        str(receipt.filing_id),
        "--by",
        "窓口",
        "--law",
        "架空法第1条",
        "--why",
        "請求",
    )
    tried = ask(erasures_command.app, *words, "--dry-run")
    assert (tried["dry_run"], tried["removed"], len(tried["objects"])) == (True, 0, 3)
    done = ask(erasures_command.app, *words)
    assert (done["removed"], done["versions"]) == (3, 1)
    [entry] = ask(erasures_command.app, "list")["erasures"]
    assert (entry["law"], entry["pending"]) == ("架空法第1条", 0)
    assert ask(lake_command.app, "expire", "--dry-run")["kinds"] == {}
    shown = CliRunner().invoke(erasures_command.app, ["list"])
    assert "法令による消去" in shown.stdout
