"""A filing arrives at the database and the lake: all of it, or nothing, and nothing is lost."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Barrier
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select, text

from mirasapo.business.projection import Projection
from mirasapo.consent import consents
from mirasapo.errors import BadInput, Conflict, FaultyFiling, NotAllowed
from mirasapo.intake.receive import Receipt, receive
from mirasapo.store.item_tables import item_tables
from mirasapo.store.tables import attachment, filing, payload, provenance
from tests import factories

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Table

    from mirasapo.app.root import Platform

CLIENT = "jgrants-04"
SEEDS: Iterator[int] = iter(range(1_000_000))


def push(
    platform: Platform,
    document: dict[str, Any],
    *,
    client: str = CLIENT,
    files: dict[str, bytes] | None = None,
    body: bytes | None = None,
) -> Receipt:
    return receive(
        platform.databases,
        platform.lake,
        platform.catalog,
        client_id=client,
        programmes=list(platform.catalog.programmes),
        body=factories.body_of(document) if body is None else body,
        attachments=factories.filing_attachments(document) if files is None else files,
    )


def new_filing(platform: Platform, programme: str = "04", **header: Any) -> dict[str, Any]:
    return factories.filing_payload(platform.catalog, programme, seed=next(SEEDS), **header)


def rows(platform: Platform, table: Table, **where: Any) -> list[Any]:
    query = select(table).where(*(table.c[name] == value for name, value in where.items()))
    with platform.databases.intake.connect() as conn:
        return list(conn.execute(query).mappings())


def counts(platform: Platform) -> dict[str, int]:
    """Rows of every table that intake writes."""
    tables = item_tables(platform.catalog).metadata.sorted_tables
    with platform.databases.intake.connect() as conn:
        return {
            table.fullname: conn.scalar(text(f"SELECT count(*) FROM {table.fullname}"))  # noqa: S608
            for table in tables
            if table.schema == "core" or table.name == "consent"
        }


def test_受領証は本文と添付の識別値を返し保管庫が持つ(platform: Platform) -> None:
    document = new_filing(platform)
    body, files = factories.body_of(document), factories.filing_attachments(document)
    receipt = push(platform, document)
    assert receipt.payload_sha256 == factories.sha256_of(body)
    assert platform.lake.get(receipt.payload_sha256) == body
    answer = receipt.as_dict()
    assert {(each["name"], each["sha256"], each["size_bytes"]) for each in answer["accepted"]} == {
        (name, factories.sha256_of(content), len(content)) for name, content in files.items()
    }
    assert all(platform.lake.get(each["sha256"]) for each in answer["accepted"])
    assert json.loads(json.dumps(answer)) == answer
    kinds = {
        row["sha256"]: row["kind"]
        for row in rows(platform, payload)
        if row["sha256"] in {receipt.payload_sha256, *map(factories.sha256_of, files.values())}
    }
    assert sorted(kinds.values()) == ["attachment", "attachment", "filing"]


def test_合わない貸借対照表は受け取られ_警告は受領証だけにある(platform: Platform) -> None:
    document = new_filing(platform)
    sheet = {
        "finance.fiscal_closed_on": "2022-03-31",
        "finance.total_assets_yen": 100_000,
        "finance.total_liabilities_yen": 70_000,
        "finance.net_assets_yen": 20_000,
    }
    document |= {"items": {}, "groups": {"financial_statement": [sheet]}, "attachments": []}
    receipt = push(platform, document)
    (warning,) = receipt.as_dict()["warnings"]
    assert (warning["rule"], warning["difference"]) == ("total_assets_by_financing", 10_000)
    (kept,) = rows(platform, payload, sha256=receipt.payload_sha256)
    assert (kept["kind"], kept["faults"]) == ("filing", None)
    again = push(platform, document)
    assert again.repeated
    assert again.as_dict() == receipt.as_dict()


def test_すべての項目が型のある行になる(platform: Platform) -> None:
    document = new_filing(platform)
    receipt = push(platform, document)
    (header,) = rows(platform, filing, filing_id=receipt.filing_id)
    stored: dict[tuple[str, int], Any] = {}
    bits = 0
    for stem in header["tables"]:
        shape = platform.catalog.table(stem)
        table = item_tables(platform.catalog).filing[stem]
        for row in rows(platform, table, filing_id=receipt.filing_id):
            own = 0
            for item in shape.items:
                if row[item.column] is not None:
                    stored[item.key, row.get("row_no", 0)] = row[item.column]
                    own |= item.bit
            assert row["class_bits"] == own
            assert row["business_id"] == receipt.business_id
            bits |= own
    sent = {(key, 0) for key in document["items"]} | {
        (key, number)
        for group in document["groups"].values()
        for number, row in enumerate(group, 1)
        for key in row
    }
    assert stored.keys() == sent
    assert header["class_bits"] == bits
    assert document["groups"].keys() <= set(header["tables"])
    dates = [key for key, _ in sent if platform.catalog.item(key).type == "date"]
    assert {type(value).__name__ for (key, _), value in stored.items() if key in dates} == {"date"}


def test_汎用の項目は来歴つきでマスタに入り固有の項目は入らない(platform: Platform) -> None:
    document = new_filing(platform)
    receipt = push(platform, document)
    origins = rows(platform, provenance, business_id=receipt.business_id)
    assert len(origins) == receipt.projected
    sent = set(document["items"]) | {
        key for group in document["groups"].values() for row in group for key in row
    }
    expected = {key for key in sent if platform.catalog.item(key).master_policy != "never"}
    assert {origin["item_key"] for origin in origins} == expected
    for origin in origins:
        assert (origin["filing_id"], origin["version_no"]) == (receipt.filing_id, 1)
        assert origin["basis"] == "deemed"
        # lists may carry an entry date of their own, before the filing
        assert origin["as_of_on"].isoformat() <= document["filed_on"]
        assert origin["bit"] == platform.catalog.item(origin["item_key"]).bit
    single = next(key for key in document["items"] if key in expected)
    item = platform.catalog.item(single)
    (row,) = rows(
        platform, item_tables(platform.catalog).master[item.table], business_id=receipt.business_id
    )
    assert row[item.column] is not None
    assert row["class_bits"] & item.bit


def test_同じ申請をもう一度送ると同じ受領証になる(platform: Platform) -> None:
    document = new_filing(platform)
    first = push(platform, document)
    before = counts(platform)
    second = push(platform, document)
    assert second.as_dict() == first.as_dict()
    assert (first.repeated, second.repeated) == (False, True)
    assert counts(platform) == before


def test_次の版は同じ申請になる(platform: Platform) -> None:
    document = new_filing(platform)
    first = push(platform, document)
    second = push(platform, document | {"version": 2, "procedure": "change"})
    assert (second.filing_id, second.version_no) == (first.filing_id, 2)
    assert second.business_id == first.business_id
    assert len(rows(platform, filing, filing_id=first.filing_id)) == 2
    assert len(rows(platform, attachment, filing_id=first.filing_id)) == 4


def test_訂正の版は初めの年度の規約文言のままである(platform: Platform) -> None:
    """A filing keeps the terms it was made under; a change of the plan is a filing of its own day."""
    document = new_filing(platform, filed_on="2022-03-31")
    push(platform, document)
    later = {"filed_on": "2022-04-01", "fiscal_year": 2022}
    later["consent"] = new_filing(platform, filed_on="2022-04-01")["consent"]
    with pytest.raises(Conflict) as refusal:
        push(platform, document | later | {"version": 2})
    assert "根拠" in refusal.value.why
    changed = push(platform, document | later | {"version": 2, "procedure": "change"})
    (first, second) = rows(platform, filing, filing_id=changed.filing_id)
    assert {first["basis"], second["basis"]} == {"none", "deemed"}
    with pytest.raises(Conflict):
        push(platform, document | later | {"version": 3})
    push(platform, document | {"version": 3})
    push(platform, document | later | {"version": 4, "status": "withdrawn"})


@pytest.mark.parametrize(
    "change",
    [
        {"status": "not_adopted"},
        {"version": 3},
        {"version": 2, "business": {"sole_proprietor_key": factories.made_up_key(1)}},
    ],
    ids=["other content", "gap", "other business"],
)
def test_続かない版は断り何も書かない(platform: Platform, change: dict[str, Any]) -> None:
    document = new_filing(platform, items={}, groups={}, attachments=[])
    push(platform, document)
    before = counts(platform)
    changed = document | change
    with pytest.raises(Conflict):
        push(platform, changed)
    after = counts(platform)
    assert after.pop("core.payload") == before.pop("core.payload") + 1
    assert after == before
    (kept,) = rows(platform, payload, sha256=factories.sha256_of(factories.body_of(changed)))
    assert kept["kind"] == "refused_filing"
    assert [fault["item"] for fault in kept["faults"]] == ["version"]


def test_同じ本文でも添付の中身が違えば別の内容である(platform: Platform) -> None:
    document = new_filing(platform)
    push(platform, document)
    files = {
        name: content + b" " for name, content in factories.filing_attachments(document).items()
    }
    with pytest.raises(Conflict):
        push(platform, document, files=files)


def test_送り手が違えば同じ番号でも別の申請である(platform: Platform) -> None:
    document = new_filing(platform)
    one, two = push(platform, document), push(platform, document, client="another-system")
    assert one.filing_id != two.filing_id
    assert one.business_id == two.business_id


def test_断った申請は誤りとともに保管庫に残る(platform: Platform) -> None:
    document = new_filing(platform)
    key = next(iter(document["items"]))
    item = next(i for i in platform.catalog.form("04") if i.type == "money" and not i.repeat_group)
    document["items"] |= {item.key: "百万円", "nobody.knows": 1}
    body = factories.body_of(document)
    before = counts(platform)
    with pytest.raises(FaultyFiling) as refusal:
        push(platform, document)
    faults = refusal.value.members["faults"]
    assert {fault["item"] for fault in faults} == {item.key, "nobody.knows"}
    assert all(fault.keys() == {"item", "label", "what", "why"} for fault in faults)
    assert platform.lake.get(factories.sha256_of(body)) == body
    (kept,) = rows(platform, payload, sha256=factories.sha256_of(body))
    assert (kept["kind"], kept["source"], kept["faults"]) == ("refused_filing", CLIENT, faults)
    after = counts(platform)
    assert {name for name in after if after[name] != before[name]} == {"core.payload"}
    for content in factories.filing_attachments(document).values():
        assert platform.lake.exists(factories.sha256_of(content))
    assert key in document["items"]


def test_断られた申請を直さず添付だけ直せば受け取られる(platform: Platform) -> None:
    document = new_filing(platform)
    with pytest.raises(FaultyFiling):
        push(platform, document, files={})
    receipt = push(platform, document)
    (kept,) = rows(platform, payload, sha256=receipt.payload_sha256)
    assert kept["kind"] == "filing"
    assert kept["faults"]
    with pytest.raises(FaultyFiling):
        push(platform, document, files={})
    (kept,) = rows(platform, payload, sha256=receipt.payload_sha256)
    assert kept["kind"] == "filing"


def test_すでにある内容の素性は変わらない(platform: Platform) -> None:
    """The same bytes may have come from another source before."""
    document = new_filing(platform)
    name, content = next(iter(factories.filing_attachments(document).items()))
    digest = factories.sha256_of(content)
    known = {"sha256": digest, "size_bytes": len(content), "media_type": "application/pdf"}
    with platform.databases.intake.begin() as conn:
        conn.execute(payload.insert(), known | {"kind": "gbizinfo", "source": "gbizinfo"})
    push(platform, document)
    (kept,) = rows(platform, payload, sha256=digest)
    assert (kept["kind"], kept["source"]) == ("gbizinfo", "gbizinfo")
    assert rows(platform, attachment, sha256=digest)[0]["name"] == name


@pytest.mark.parametrize("body", [b"\xff\xfe", b'{"a": "\\u0000", "\\ud800": 1}', b"[1]"])
def test_読めない申請も残る(platform: Platform, body: bytes) -> None:
    with pytest.raises(BadInput):
        push(platform, {"attachments": []}, body=body)
    (kept,) = rows(platform, payload, sha256=factories.sha256_of(body))
    assert kept["kind"] == "refused_filing"
    assert kept["faults"]


def test_権限のない制度の申請は残さず断る(platform: Platform) -> None:
    document = new_filing(platform, "13")
    before = counts(platform)
    with pytest.raises(NotAllowed):
        receive(
            platform.databases,
            platform.lake,
            platform.catalog,
            client_id=CLIENT,
            programmes=["04"],
            body=factories.body_of(document),
            attachments=factories.filing_attachments(document),
        )
    assert counts(platform) == before


@pytest.mark.parametrize("broken", ["_write", "_forget", "lock"])
def test_途中で壊れたら何も書かれず受信データは残る(
    platform: Platform, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    document = new_filing(platform)
    before = counts(platform)

    def fail(*_args: object) -> None:
        raise RuntimeError(broken)

    monkeypatch.setattr(Projection, broken, fail)
    with pytest.raises(RuntimeError):
        push(platform, document)
    monkeypatch.undo()
    assert counts(platform) == before
    body = factories.body_of(document)
    assert platform.lake.get(factories.sha256_of(body)) == body
    assert push(platform, document).repeated is False


def test_最後の値を書くところで壊れても何も書かれない(platform: Platform, tamper: Any) -> None:
    document = new_filing(platform)
    before = counts(platform)
    tamper(platform, "ALTER TABLE core.provenance ADD CONSTRAINT stop CHECK (false) NOT VALID")
    with pytest.raises(Exception, match="stop"):
        push(platform, document)
    tamper(platform, "ALTER TABLE core.provenance DROP CONSTRAINT stop")
    assert counts(platform) == before


def test_同時に届いた同じ申請は一つになる(platform: Platform) -> None:
    document = new_filing(platform)
    start = Barrier(4)

    def send() -> Receipt:
        start.wait()
        return push(platform, document)

    with ThreadPoolExecutor(4) as senders:
        receipts = [each.result() for each in [senders.submit(send) for _ in range(4)]]
    assert len({receipt.filing_id for receipt in receipts}) == 1
    assert sorted(receipt.repeated for receipt in receipts) == [False, True, True, True]
    assert len(rows(platform, filing, filing_id=receipts[0].filing_id)) == 1


def test_同時に届いた同じ事業者の申請はどれもマスタに入る(platform: Platform) -> None:
    number = factories.made_up_number(next(SEEDS))
    documents = [new_filing(platform, business={"corporate_number": number}) for _ in range(4)]
    for document in documents:
        document["items"] = {}
    start = Barrier(4)

    def send(document: dict[str, Any]) -> Receipt:
        start.wait()
        return push(platform, document | {"attachments": []})

    with ThreadPoolExecutor(4) as senders:
        receipts = [each.result() for each in [senders.submit(send, d) for d in documents]]
    (business_id,) = {receipt.business_id for receipt in receipts}
    origins = rows(platform, provenance, business_id=business_id)
    appended = [each for each in origins if each["table_name"] in appended_stems(platform)]
    assert {each["filing_id"] for each in appended} == {each.filing_id for each in receipts}


def appended_stems(platform: Platform) -> set[str]:
    return {
        shape.name for shape in platform.catalog.tables if shape.items[0].master_policy == "append"
    }


@pytest.mark.parametrize(
    ("programme", "change", "expected"),
    [
        ("04", {}, ("given", "deemed")),
        (
            "04",
            {"consent": {"answer": None, "terms_version": "policy-2025-02-14"}},
            ("given", "deemed"),
        ),
        (
            "04",
            {"consent": {"answer": "refused", "terms_version": "policy-2025-02-14"}},
            ("refused", "deemed"),
        ),
        ("04", {"filed_on": "2022-03-31"}, None),
        (
            "13",
            {
                "filed_on": "2022-03-31",
                "consent": {"answer": "given", "terms_version": "none-fy2019-2021"},
            },
            None,
        ),
        ("13", {}, ("given", "individual")),
        (
            "13",
            {"consent": {"answer": "refused", "terms_version": "policy-2025-02-14"}},
            ("refused", "individual"),
        ),
        ("13", {"consent": {"answer": None, "terms_version": "policy-2025-02-14"}}, None),
    ],
    ids=str,
)
def test_二次利用の同意は申請とともに記録される(
    platform: Platform, programme: str, change: dict[str, Any], expected: tuple[str, str] | None
) -> None:
    receipt = push(platform, new_filing(platform, programme, **change))
    with platform.databases.intake.connect() as conn:
        standing = consents.state(conn, receipt.filing_id)
    assert (standing and (standing.answer, standing.basis)) == expected


def test_撤回した同意は次の版で戻らない(platform: Platform) -> None:
    document = new_filing(platform)
    receipt = push(platform, document)
    with platform.databases.intake.begin() as conn:
        consents.withdraw(conn, receipt.filing_id, answered_by="business")
    push(platform, document | {"version": 2})
    with platform.databases.intake.connect() as conn:
        standing = consents.state(conn, receipt.filing_id)
    assert standing is not None
    assert standing.answer == "withdrawn"


def test_次の版で同意しないとされたら従う(platform: Platform) -> None:
    document = new_filing(platform)
    receipt = push(platform, document)
    changed = {"version": 2, "consent": {"answer": "refused", "terms_version": "policy-2025-02-14"}}
    push(platform, document | changed)
    with platform.databases.intake.connect() as conn:
        standing = consents.state(conn, receipt.filing_id)
    assert standing is not None
    assert standing.answer == "refused"


def test_個人事業主の申請も受け取る(platform: Platform) -> None:
    document = new_filing(platform, sole_proprietor_key=factories.made_up_key(2))
    first = push(platform, document)
    again = document | {"filing_number": "second", "filed_on": "2022-06-01"}
    assert push(platform, again).business_id == first.business_id


def test_日本の日付で先の申請日は断る(platform: Platform) -> None:
    document = new_filing(platform, filed_on="2024-04-01")
    late_evening = datetime(2024, 3, 31, 15, 30, tzinfo=UTC)  # 0:30 on the first of April in Japan
    common = {
        "client_id": CLIENT,
        "programmes": ["04"],
        "body": factories.body_of(document),
        "attachments": factories.filing_attachments(document),
    }
    parts = (platform.databases, platform.lake, platform.catalog)
    with pytest.raises(FaultyFiling):
        receive(*parts, **common, moment=late_evening.replace(hour=14))
    assert receive(*parts, **common, moment=late_evening).version_no == 1
