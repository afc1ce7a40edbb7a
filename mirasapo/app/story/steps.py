"""The steps, in the order of the story. Each gives what is expected and what was seen.

A step asks what only its own layer can answer: when one layer is broken, its step turns red and the
others stay as they are (tests/integration/test_story_mutants.py breaks them one at a time).
"""

from __future__ import annotations

import hashlib
import json
import time
import uuid
from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from mirasapo import ebpm
from mirasapo.app.story.filing import FINANCE, MONEY_YEN, faulty, filing
from mirasapo.errors import FaultyFiling, MirasapoError, NotAllowed, NotSignedIn

if TYPE_CHECKING:
    from mirasapo.app.story.stage import Stage
    from mirasapo.client import Value

CONSULTATION, OWN_VIEW = 6, 3  # purposes of the policy
IDENTITY = 1  # a data class of the policy

Seen = tuple[Any, Any]


def register(stage: Stage) -> Seen:
    """法人番号の登記データを取り込む。二度目は何も変わらない"""
    files = ["load", "nta", str(stage.inputs.register)]
    first, second = stage.invoke(files), stage.invoke(files)
    known = first["businesses"] >= stage.inputs.register_bodies
    return (
        {"行数": stage.inputs.register_rows, "拒否": 0, "法人がそろう": True, "二度目の変更": 0},
        {
            "行数": first["rows_read"],
            "拒否": len(first["refused"]),
            "法人がそろう": known,
            "二度目の変更": second["rows_applied"],
        },
    )


def sample(stage: Stage) -> Seen:
    """架空の事業者と申請を見本として作る。同じ種からは同じ見本ができる"""
    words = ["sample", "--businesses", str(stage.businesses), "--seed", str(stage.seed)]
    first = stage.invoke(words)
    before = stage.invoke(["master", "state"])
    stage.invoke(words)
    after = stage.invoke(["master", "state"])
    return (
        {"事業者": stage.businesses, "状態": before["state_hash"][:12]},
        {"事業者": first["businesses"], "状態": after["state_hash"][:12]},
    )


def published_facts(stage: Stage) -> Seen:
    """公表情報(gBizINFO)の回答を取り込む。公表済みの名称が誰にでも見える"""
    recording = json.loads(stage.inputs.gbizinfo.read_text("utf-8"))
    record = recording.get("hojin-infos", [recording])[0]
    number = record["corporate_number"]
    report = stage.invoke(["load", "gbizinfo", number, "--recording", str(stage.inputs.gbizinfo)])
    with stage.supporter() as supporter:
        facts = supporter.public_facts(report["businesses"][number])
    return (
        {"法人": 1, "名称": record["name"]},
        {"法人": report["found"], "名称": _value(facts.values, record["name"])},
    )


def push(stage: Stage) -> Seen:
    """制度のシステムが申請と添付二件を送る。受領したものがハッシュで返る"""
    wanted = stage.people["business"]
    with stage.business() as business:
        newest = max(f.filed_on for f in business.filings(wanted["business_id"], OWN_VIEW))
    number, the_day_after = wanted["corporate_number"], newest + timedelta(days=1)
    sent = filing(stage.catalog, number, f"story-{uuid.uuid4()}", the_day_after)
    body = json.dumps(sent.payload, ensure_ascii=False).encode()
    with stage.programme_system() as system:
        receipt = system.push(body, sent.attachments)
    stage.seen |= {"filing": sent, "receipt": receipt}
    return (
        {"申請": _sha256(body), **{n: _sha256(c) for n, c in sorted(sent.attachments.items())}},
        {
            "申請": receipt.payload_sha256[:12],
            **{
                file.name: file.sha256[:12]
                for file in sorted(receipt.accepted, key=lambda f: f.name)
            },
        },
    )


def push_refused(stage: Stage) -> Seen:
    """誤りのある申請は、すべての誤りを挙げて断る。届いたものは失われない"""
    payload, items = faulty(stage.seen["filing"])
    before = stage.invoke(["lake", "verify"])["refused_filings"]
    with stage.programme_system() as system:
        try:
            system.push(json.dumps(payload).encode(), stage.seen["filing"].attachments)
            found = ["断られなかった"]
        except FaultyFiling as refusal:
            found = sorted(fault["item"] for fault in refusal.members["faults"])
    kept = stage.invoke(["lake", "verify"])["refused_filings"] - before
    return {"誤り": items, "保管": 1}, {"誤り": found, "保管": kept}


def lake(stage: Stage) -> Seen:
    """保管庫のすべてを読み直す。欠けも変質もない"""
    report = stage.invoke(["lake", "verify"])
    return {"変質": 0, "欠け": 0}, {"変質": len(report["corrupt"]), "欠け": len(report["missing"])}


def sign_in(stage: Stage) -> Seen:
    """事業者がGビズIDでサインインする。プライム以外は理由を添えて断られる"""
    with stage.business() as business:
        me = business.me()
    refused = {}
    for persona in ("entry", "member"):
        with stage.visitor() as visitor:
            try:
                visitor.sign_in_business(persona)
                refused[persona] = "入れた"
            except NotAllowed:
                refused[persona] = "断られた"
    return (
        {"役割": "business", "事業者": stage.people["business"]["business_id"]}
        | dict.fromkeys(("entry", "member"), "断られた"),
        {"役割": me.role, "事業者": str(me.business and me.business.business_id)} | refused,
    )


def held_once(stage: Stage) -> Seen:
    """送られた値が、事業者の最新情報として出所つきで一度だけ持たれている"""
    sent = stage.seen["filing"]
    with stage.business() as business:
        values = business.reveal(stage.people["business"]["business_id"], OWN_VIEW).values
    held = [v for v in values if v.layer == "master" and v.item_key == sent.once_only.key]
    return (
        {"値": [sent.once_only_value], "出所": [stage.seen["receipt"].filing_id]},
        {"値": [v.value for v in held], "出所": [v.filing_id for v in held]},
    )


def search(stage: Stage) -> Seen:
    """支援者が名称の一部で事業者を探す"""
    wanted = stage.people["business"]
    middle = wanted["name"][1:12]
    with stage.supporter() as supporter:
        hits = supporter.search(middle)
    numbers = [hit.corporate_number for hit in hits]
    return {wanted["corporate_number"]: 1}, {
        wanted["corporate_number"]: numbers.count(wanted["corporate_number"])
    }


def closed_by_default(stage: Stage) -> Seen:
    """承認がないうちは、支援者には何も見えない。理由が示される"""
    with stage.supporter() as supporter:
        return "no_grant", _refusal(stage, supporter)


def approve_part(stage: Stage) -> Seen:
    """支援者が二つのデータ区分をお願いし、事業者は一つだけ承認する"""
    with stage.supporter() as supporter:
        asked = supporter.request_disclosure(
            stage.people["business"]["business_id"],
            CONSULTATION,
            "資金繰りのご相談に先立ち、決算の内容を確認するため",
            [IDENTITY, FINANCE],
            datetime.now(UTC) + timedelta(days=30),
        )
    with stage.business() as business:
        answered = business.answer(asked.request_id, [FINANCE])
    stage.seen |= {"request": asked.request_id, "approved": answered.approved_classes or []}
    return (
        {"お願い": [IDENTITY, FINANCE], "承認": [FINANCE], "状態": "partly_approved"},
        {
            "お願い": sorted(asked.data_classes),
            "承認": sorted(answered.approved_classes or []),
            "状態": answered.state,
        },
    )


def exactly_that(stage: Stage) -> Seen:
    """支援者に見えるのは、承認された区分の値だけ。過不足がない"""
    wanted = stage.people["business"]["business_id"]
    with stage.business() as business:
        own = business.reveal(wanted, OWN_VIEW).values
    with stage.supporter() as supporter:
        seen = supporter.reveal(wanted, CONSULTATION).values
    stage.reads.append("許可")
    open_to_it = Counter(
        _mark(v)
        for v in own
        if v.data_class in stage.seen["approved"]
        and v.basis in ("deemed", "individual")
        and not v.third_party
    )
    filed = [v for v in seen if v.basis != "open"]  # what is public stays so
    got = Counter(map(_mark, filed))
    return (
        {"件数": open_to_it.total(), "不足": 0, "余分": 0, "空でない": True, "申請が分かる値": 0},
        {
            "件数": got.total(),
            "不足": (open_to_it - got).total(),
            "余分": (got - open_to_it).total(),
            "空でない": bool(got),
            # which filing it was is 制度活用情報, which was not approved
            "申請が分かる値": sum(
                v.filing_id is not None or v.programme is not None for v in filed
            ),
        },
    )


def revoke(stage: Stage) -> Seen:
    """事業者が取り消すと、その次の閲覧から断られる(1 秒以内)"""
    with stage.business() as business, stage.supporter() as supporter:
        business.revoke(stage.seen["request"])
        began = time.monotonic()
        rule = _refusal(stage, supporter)
        same_second = time.monotonic() - began < 1.0
    return {"理由": "no_grant", "1 秒以内": True}, {"理由": rule, "1 秒以内": same_second}


def ledger(stage: Stage) -> Seen:
    """事業者は、誰がいつ何を見たか・断られたかを、すべて見られる"""
    with stage.business() as business:
        entries = business.ledger()
    of_supporter = [entry for entry in reversed(entries) if entry.purpose == CONSULTATION]
    written = ["許可" if entry.allowed else "断り" for entry in of_supporter]
    return stage.reads, written[-len(stage.reads) :]


def ledger_holds_no_values(stage: Stage) -> Seen:
    """閲覧記録は値を持たず、書き換えられていない"""
    report = stage.invoke(["ledger", "check"])
    with stage.business() as business:
        text = repr(business.ledger())
    return (
        {"不一致": 0, "値": False},
        {"不一致": len(report["mismatches"]), "値": str(MONEY_YEN) in text},
    )


def second_wall(stage: Stage) -> Seen:
    """データベース自身の行の守りが、すべての表で働いている"""
    return {"定めと違う点": []}, {"定めと違う点": stage.invoke(["db", "check"])["faults"]}


def portals(stage: Stage) -> Seen:
    """二つのポータルが開き、サインインしていない人は入口へ案内される"""
    with (
        stage.business() as business,
        stage.supporter() as supporter,
        stage.visitor() as visitor,
    ):
        seen = {
            "事業者": business.page("/portal/business"),
            "支援者": supporter.page("/portal/supporter"),
            "他人の画面": supporter.page("/portal/business"),
            "未サインイン": visitor.page("/portal/business"),
        }
    return {"事業者": 200, "支援者": 200, "他人の画面": 403, "未サインイン": 303}, seen


def rebuild(stage: Stage) -> Seen:
    """保管庫から最新情報を作り直しても、同じものになる"""
    before = stage.invoke(["master", "state"])["state_hash"]
    after = stage.invoke(["master", "rebuild"])["state_hash"]
    return before[:12], after[:12]


def consent(stage: Stage) -> Seen:
    """同意した申請だけが分析用データに入り、撤回した事業者は次から消える"""
    first = stage.invoke(["ebpm", "cut", "--out", str(stage.home / "cuts" / "before")])
    with stage.business() as business:
        for given in business.consents():
            if given.answer == "given":
                business.withdraw_consent(given.filing_id)
    second = stage.invoke(["ebpm", "cut"])
    return (
        {"事業者": first["businesses"] - 1, "FY2021 以前の申請": 0},
        {"事業者": second["businesses"], "FY2021 以前の申請": second["basis"].get("none", 0)},
    )


def pseudonyms(stage: Stage) -> Seen:
    """分析用データに、事業者を特定できるものがない"""
    text = ebpm.open_cut(stage.home / "cuts" / "before").panel.to_pandas().to_csv()
    people = stage.people["business"]
    found = [word for word in ("corporate_number", "name", "business_id") if people[word] in text]
    return {"特定できる語": []}, {"特定できる語": found}


def effect(stage: Stage) -> Seen:
    """分析用データから推定した効果が、見本に仕込んだ真の効果を区間に含む"""
    found = stage.invoke(["ebpm", "estimate"])["overall"]
    truth = json.loads((stage.home / "sample" / "truth.json").read_text("utf-8"))["overall"]
    return {"区間に真値": True, "区間に零": False}, {
        "区間に真値": found["low"] <= truth <= found["high"],
        "区間に零": found["low"] <= 0 <= found["high"],
    }


def signed_out(stage: Stage) -> Seen:
    """サインアウトすると、その場で何も読めなくなる"""
    with stage.supporter() as supporter:
        token = supporter.token
        supporter.sign_out()
        supporter.token = token
        try:
            supporter.me()
        except NotSignedIn:
            return "断られた", "断られた"
    return "断られた", "読めた"


STEPS = (
    register,
    sample,
    published_facts,
    push,
    push_refused,
    lake,
    sign_in,
    held_once,
    search,
    closed_by_default,
    approve_part,
    exactly_that,
    revoke,
    ledger,
    ledger_holds_no_values,
    second_wall,
    portals,
    rebuild,
    consent,
    pseudonyms,
    effect,
    signed_out,
)


def _refusal(stage: Stage, supporter: Any) -> str:
    """The rule that refuses the supporter, or what it could read."""
    try:
        revealed = supporter.reveal(stage.people["business"]["business_id"], CONSULTATION)
    except MirasapoError as refusal:
        stage.reads.append("断り")
        return str(refusal.members.get("rule", refusal.code))
    stage.reads.append("許可")
    return f"{len(revealed.values)} 件が見えた"


def _mark(value: Value) -> tuple[Any, ...]:
    keyed = value.row_key if (value.row_key or "").startswith("=") else None
    place = (value.layer, value.table, value.row_no, keyed, value.item_key)
    return (*place, json.dumps(value.value, ensure_ascii=False))


def _value(values: list[Value], wanted: Any) -> Any:
    return next((v.value for v in values if v.value == wanted), None)


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:12]
