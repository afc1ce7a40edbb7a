"""The directory of support institutions: lists read whole or not at all, and what they open."""

from __future__ import annotations

import io
import json
import random
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from openpyxl import Workbook, load_workbook
from sqlalchemy import select, text

from mirasapo.acquisition.institutions.columns import CERTIFIED, columns
from mirasapo.acquisition.institutions.load import load_institutions, rebuild_institutions
from mirasapo.acquisition.institutions.reading import read_list
from mirasapo.acquisition.institutions.template import template
from mirasapo.app.root import Platform
from mirasapo.cli.main import run
from mirasapo.disclosure import requests, settings
from mirasapo.disclosure.acting import act_as, facts_about
from mirasapo.disclosure.rule import Actor, Subject, decide
from mirasapo.errors import BadInput, Conflict, NotAllowed, NotReady
from mirasapo.gate.reveal import reveal
from mirasapo.identity import own_id, sessions
from mirasapo.store.tables import institution_version, payload, support_institution
from mirasapo_api.deps import Caller, actor_of
from tests.disclosure_world import (
    Context,
    World,
    add_business,
    add_filing,
    add_payload,
)

HEAD = "機関番号,名称,種別,地域,認定番号,認定日,認定期限"
CHAMBER = "001,鳥取商工会議所,chamber,鳥取県,,,"
DESK = "002,よろず支援拠点,中小企業庁の相談窓口,全国,,,"
BANK = (
    "003,砂丘銀行,certified_supporter 法律に基づく支援者,鳥取県,012345678901,2024-04-01,2029/3/31"
)
TODAY = date(2026, 11, 2)
FIRST, SECOND, THIRD = date(2026, 4, 1), date(2026, 7, 1), date(2026, 10, 1)


def a_list(*rows: str, encoding: str = "utf-8") -> bytes:
    return "\r\n".join([HEAD, *rows, ""]).encode(encoding)


@pytest.fixture
def load(fresh_platform: Platform) -> Callable[..., Any]:
    def loaded(content: bytes, as_of: date = FIRST, **more: Any) -> Any:
        parts = (fresh_platform.databases, fresh_platform.lake, fresh_platform.policy)
        return load_institutions(*parts, content, as_of_on=as_of, **{"today": TODAY, **more})

    return loaded


def held(platform: Platform) -> dict[str, Any]:
    with platform.databases.intake.connect() as conn:
        rows = conn.execute(
            select(support_institution).where(support_institution.c.number.is_not(None))
        )
        return {row.number: row for row in rows}


def faults_of(load: Callable[..., Any], content: bytes) -> list[tuple[int | None, str, str]]:
    with pytest.raises(BadInput) as caught:
        load(content)
    faults = caught.value.members["faults"]
    assert all(fault["what"].endswith("。") and fault["why"].endswith("。") for fault in faults)
    return [(fault["line"], fault["column"], fault["what"]) for fault in faults]


# ── reading ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16"])
def test_a_list_in_any_usual_encoding(
    load: Callable[..., Any], fresh_platform: Platform, encoding: str
) -> None:
    report = load(a_list(CHAMBER, DESK, BANK, encoding=encoding))
    assert (report.read, report.new, report.valid, report.changed, report.ended) == (3, 3, 3, 0, 0)
    rows = held(fresh_platform)
    assert (rows["001"].kind, rows["002"].kind, rows["003"].kind) == (
        "chamber",
        "consultation_desk",
        CERTIFIED,
    )
    assert (
        rows["003"].certified_institution_number,
        rows["003"].valid_from,
        rows["003"].valid_until,
    ) == (
        "012345678901",
        date(2024, 4, 1),
        date(2029, 3, 31),
    )
    assert (rows["001"].region, rows["001"].valid_from, rows["001"].valid_until) == (
        "鳥取県",
        None,
        None,
    )


def test_the_form_in_excel_is_filled_and_read(
    load: Callable[..., Any], fresh_platform: Platform
) -> None:
    book = load_workbook(io.BytesIO(template(fresh_platform.policy)))
    page = book.worksheets[0]
    assert [cell.value for cell in page[1]] == HEAD.split(",")
    page.append(["003", "砂丘銀行", f"{CERTIFIED} 法律に基づく支援者", "鳥取県", "012345678901"])
    page["F2"].value, page["G2"].value = datetime(2024, 4, 1), datetime(2029, 3, 31)  # noqa: DTZ001
    out = io.BytesIO()
    book.save(out)
    assert load(out.getvalue()).read == 1
    assert held(fresh_platform)["003"].valid_until == date(2029, 3, 31)
    lists = {each.formula1 for each in page.data_validations.dataValidation}
    assert len(lists) == 2
    assert template(fresh_platform.policy) == template(fresh_platform.policy)


def test_columns_go_by_their_headers(load: Callable[..., Any]) -> None:
    moved = "備考,種別,機関番号,名称,認定番号,認定日,認定期限,地域\nメモ,chamber,9,商工会,,,,\n"
    report = load(moved.encode())
    assert (report.read, report.ignored) == (1, ["備考"])


def test_every_fault_is_told_with_its_line_and_nothing_goes_in(
    load: Callable[..., Any], fresh_platform: Platform
) -> None:
    content = a_list(
        CHAMBER,
        ",名なし,chamber,,,,",
        "010,,chamber,,,,",
        "011,銀行,銀行,,,,",
        "012,商工会,chamber,山陰,,,",
        "013,税理士,certified_supporter,,,,",
        "014,税理士,certified_supporter,,12345,2024-04-01,2029-03-31",
        "015,税理士,certified_supporter,,012345678901,2024-02-30,2029-03-31",
        "016,税理士,certified_supporter,,012345678901,2029-04-01,2024-03-31",
        "017,商工会,chamber,,012345678901,,",
        "001,二度目,chamber,,,,",
        "018,多い,chamber,,,,,余り",
        '"019","改行\n名",chamber,,,,',
    )
    assert faults_of(load, content) == [
        (3, "機関番号", "書かれていません。"),
        (4, "名称", "書かれていません。"),
        (5, "種別", "ポリシーの種別にありません。"),
        (6, "地域", "地域を読めません。"),
        (7, "認定番号", "認定が書かれていません。"),
        (8, "認定番号", "認定番号ではありません。"),
        (9, "認定日", "日付ではありません。"),
        (10, "認定期限", "認定日より前です。"),
        (11, "認定番号", "認定の一部だけが書かれています。"),
        (12, "機関番号", "同じ番号が二度あります。"),
        (13, "", "見出しより多くの欄があります。"),
        (14, "名称", "長すぎるか、改行などがあります。"),
    ]
    assert held(fresh_platform) == {}
    with fresh_platform.databases.intake.connect() as conn:
        kept = conn.execute(select(payload).where(payload.c.kind == "refused_institutions")).one()
    assert fresh_platform.lake.get(kept.sha256) == content
    assert len(kept.faults) == 12


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "列がありません。"),
        (a_list(), "一行もありません。"),
        ("機関番号,名称\n1,あ\n".encode(), "列がありません。"),
        ((HEAD + ",名称\n1,あ,chamber,,,,,い\n").encode(), "見出しが二つあります。"),
    ],
    ids=["empty", "no rows", "few columns", "a header twice"],
)
def test_a_list_that_is_none_is_refused(
    load: Callable[..., Any], content: bytes, said: str
) -> None:
    assert said in {what for _, _, what in faults_of(load, content)}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (a_list('001,"開いたまま,chamber,,,,'), "引用符"),
        (b"\xff\xff\x81 no text", "文字コード"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", ".xls"),
        (b"PK\x03\x04 torn", "壊れて"),
        (b"a\0b", "文字コード"),
        (a_list("001," + "あ" * 20_000 + ",chamber,,,,"), "長すぎる"),
    ],
    ids=["open quote", "no text", "xls", "torn", "NUL", "a huge cell"],
)
def test_what_cannot_be_read_says_why(load: Callable[..., Any], content: bytes, said: str) -> None:
    with pytest.raises(BadInput, match="支援機関の一覧として読めません") as caught:
        load(content)
    assert said in caught.value.why
    assert caught.value.next_step


def test_a_number_that_excel_made_of_a_text_is_told(load: Callable[..., Any]) -> None:
    book = Workbook()
    book.active.append(HEAD.split(","))
    book.active.append([1, "商工会", "chamber"])
    book.active.append(["=1+1", "商工会", "chamber"])
    out = io.BytesIO()
    book.save(out)
    assert faults_of(load, out.getvalue()) == [
        (2, "機関番号", "文字として書かれていません。"),
        (3, "機関番号", "数式かエラーがあります。"),
    ]


def test_the_kinds_are_those_of_the_policy(fresh_platform: Platform) -> None:
    kinds = fresh_platform.policy.institution_kinds
    assert CERTIFIED in kinds
    by_header = {column.header: column for column in columns(fresh_platform.policy)}
    assert {by_header["種別"].read(label) for label in kinds.values()} == set(kinds)


# ── versions ──────────────────────────────────────────────────────────────────────────────────


def test_the_same_list_again_changes_nothing(
    load: Callable[..., Any], fresh_platform: Platform
) -> None:
    load(a_list(CHAMBER))
    before = held(fresh_platform)
    report = load(a_list(CHAMBER))
    assert (report.repeated, report.new, report.changed) == (True, 0, 0)
    assert held(fresh_platform) == before


def test_another_list_of_the_same_day_needs_a_revision(
    load: Callable[..., Any], fresh_platform: Platform
) -> None:
    load(a_list(CHAMBER))
    with pytest.raises(Conflict, match="別の内容"):
        load(a_list(DESK))
    assert set(held(fresh_platform)) == {"001"}
    report = load(a_list(DESK), revision=2)
    assert (report.new, report.ended) == (1, 1)
    load(a_list(DESK.replace("中小企業庁の相談窓口", "chamber")), revision=3)
    assert held(fresh_platform)["002"].kind == "chamber"  # the highest of a day counts


def test_what_a_list_no_longer_names_has_ended_and_stays(
    load: Callable[..., Any], fresh_platform: Platform
) -> None:
    load(a_list(CHAMBER, DESK, BANK))
    ids = {number: row.institution_id for number, row in held(fresh_platform).items()}
    report = load(a_list(CHAMBER), as_of=SECOND)
    assert (report.ended, report.changed, report.valid) == (2, 2, 1)
    rows = held(fresh_platform)
    assert rows["002"].valid_until == rows["003"].valid_until == SECOND - timedelta(days=1)
    assert rows["001"].valid_until is None
    back = load(a_list(CHAMBER, DESK), as_of=THIRD)
    assert (back.changed, back.valid) == (1, 2)
    rows = held(fresh_platform)
    assert rows["002"].valid_until is None
    assert {number: row.institution_id for number, row in rows.items()} == ids
    with fresh_platform.databases.intake.connect() as conn:
        versions = conn.execute(
            select(institution_version.c.as_of_on, institution_version.c.number)
        ).all()
    assert len(versions) == 6


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_arrival_does_not_matter_and_a_rebuild_is_the_same(
    load: Callable[..., Any], fresh_platform: Platform, seed: int
) -> None:
    renamed = CHAMBER.replace("鳥取商工会議所", "因幡商工会議所")
    lists = [
        (a_list(CHAMBER, DESK, BANK), FIRST, 1),
        (a_list(CHAMBER, BANK), FIRST, 2),
        (a_list(renamed, DESK), SECOND, 1),
        (a_list(renamed.replace("chamber", "special_corporation"), BANK), THIRD, 1),
    ]
    random.Random(seed).shuffle(lists)
    for content, as_of, revision in lists:
        load(content, as_of=as_of, revision=revision)
    before = held(fresh_platform)
    assert {
        number: (row.name, row.kind, row.valid_until, row.as_of_on)
        for number, row in before.items()
    } == {
        "001": ("因幡商工会議所", "special_corporation", None, THIRD),
        "002": ("よろず支援拠点", "consultation_desk", THIRD - timedelta(days=1), SECOND),
        "003": ("砂丘銀行", CERTIFIED, date(2029, 3, 31), THIRD),
    }
    parts = (fresh_platform.databases, fresh_platform.lake, fresh_platform.policy)
    rebuilt = rebuild_institutions(*parts)
    assert (rebuilt.lists, rebuilt.institutions, rebuilt.same) == (4, 3, True)
    with fresh_platform.databases.intake.begin() as conn:
        spoil = "UPDATE open.support_institution SET kind = 'chamber', valid_until = NULL"
        conn.execute(text(spoil))
    assert rebuild_institutions(*parts).same is False
    assert held(fresh_platform) == before


def test_the_same_numbers_have_the_same_ids_everywhere(
    load: Callable[..., Any], fresh_platform: Platform
) -> None:
    load(a_list(CHAMBER))
    known = UUID("6602296a-8bae-5e66-81a9-86923ce00717")
    assert held(fresh_platform)["001"].institution_id == known


def test_a_list_that_can_no_longer_be_read_is_told(
    load: Callable[..., Any], fresh_platform: Platform
) -> None:
    load(a_list(CHAMBER))
    kinds = {"special_corporation": "特殊法人"}
    later = replace(fresh_platform.policy, institution_kinds=kinds)
    with pytest.raises(NotReady, match="同じに読めません"):
        rebuild_institutions(fresh_platform.databases, fresh_platform.lake, later)


def test_a_day_to_come_is_refused(load: Callable[..., Any], fresh_platform: Platform) -> None:
    with pytest.raises(BadInput, match="まだ来ていません"):
        load(a_list(CHAMBER), as_of=TODAY + timedelta(days=1))
    assert held(fresh_platform) == {}


def test_two_with_one_name_and_kind_are_two(
    load: Callable[..., Any], fresh_platform: Platform
) -> None:
    load(a_list(CHAMBER, CHAMBER.replace("001", "101")))
    assert len({row.institution_id for row in held(fresh_platform).values()}) == 2


# ── disclosure ────────────────────────────────────────────────────────────────────────────────

NEW = Context("04", 2023, "deemed")
FINANCE = 6


class Scene:
    """A business that lets all chambers see its finance, and a supporter of one of them."""

    def __init__(self, platform: Platform) -> None:
        self.platform = platform
        self.world = World(platform.catalog)
        self.item = self.world.item(FINANCE, domain="generic")
        with platform.databases.intake.begin() as conn:
            add_payload(conn)
            self.business_id = add_business(conn, "株式会社山田製作所", str(uuid4().int)[:13])
            add_filing(conn, self.world, self.business_id, NEW, [[self.item]])
        owner = Actor(str(uuid4()), 7, business_id=self.business_id)
        institution = held(platform)["001"].institution_id
        with platform.databases.gateway.begin() as conn:
            settings.set_line(
                conn,
                platform.policy,
                owner,
                audience="kind:chamber",
                effect="allow",
                purpose=6,
                data_classes=[FINANCE],
            )
            self.person = own_id.create_account(
                conn,
                role="supporter",
                name=f"p-{uuid4()}",
                password="a long password",
                display_name="支援者",
                institution_id=institution,
            )
            self.secret = sessions.open_session(conn, self.person, "browser", datetime.now(UTC))

    def actor(self) -> Actor:
        """As whom the open session speaks now."""
        with self.platform.databases.gateway.begin() as conn:
            found = sessions.find(conn, self.secret, datetime.now(UTC))
        assert found is not None
        return actor_of(found.account)

    def rows(self) -> int:
        """How many rows of the item's table row security shows."""
        table = next(each.row[0] for each in self.world.of(self.business_id))
        with self.platform.databases.gateway.begin() as conn:
            act_as(conn, self.actor(), 6)
            counted = text(f"SELECT count(*) FROM core.{table} WHERE business_id = :id")  # noqa: S608
            return conn.scalar(counted, {"id": self.business_id})

    def decided(self) -> tuple[bool, str]:
        subject = Subject(self.business_id, "filing", "04", 2023, "s", "deemed")
        actor = self.actor()
        with self.platform.databases.gateway.begin() as conn:
            moment = act_as(conn, actor, 6)
            facts = facts_about(conn, self.platform.policy, actor, 6, self.business_id)
        decision = decide(actor, 6, subject, FINANCE, moment, facts)
        return decision.allowed, decision.rule

    def read(self) -> set[str]:
        """The values that the gate reveals. Raises NotAllowed."""
        platform, asked = self.platform, {"business_id": self.business_id, "through": "test"}
        parts = (platform.databases, platform.catalog, platform.policy)
        found = reveal(*parts, self.actor(), 6, **asked)
        return {value.item_key for value in found.values}


@pytest.fixture
def scene(load: Callable[..., Any], fresh_platform: Platform) -> Scene:
    load(a_list(CHAMBER, DESK), today=date.today())  # noqa: DTZ011
    return Scene(fresh_platform)


def open_(scene: Scene) -> tuple[bool, int, bool]:
    try:
        read = scene.item.key in scene.read()
    except NotAllowed:
        read = False
    return scene.decided()[0], scene.rows(), read


def test_a_changed_kind_binds_at_once(load: Callable[..., Any], scene: Scene) -> None:
    assert open_(scene) == (True, 1, True)
    load(a_list(CHAMBER.replace("chamber", "special_corporation"), DESK), as_of=SECOND)
    assert open_(scene) == (False, 0, False)
    assert scene.decided()[1] == "no_grant"
    load(a_list(CHAMBER, DESK), as_of=THIRD)
    assert open_(scene) == (True, 1, True)


def test_an_institution_that_ended_sees_nothing_and_is_told_why(
    load: Callable[..., Any], scene: Scene
) -> None:
    assert open_(scene) == (True, 1, True)
    load(a_list(DESK), as_of=SECOND)
    assert open_(scene) == (False, 0, False)
    assert scene.decided() == (False, "no_recipient")
    with pytest.raises(NotAllowed) as caught:
        scene.read()
    assert caught.value.why == (
        "所属する支援機関「鳥取商工会議所」の登録は 2026-06-30 で終わりました。"
    )
    assert caught.value.members["ledger_entry"]
    actor = scene.actor()
    assert Caller(actor, frozenset(), None, None).usual_purpose(None) == 6  # as before it ended
    with (
        scene.platform.databases.gateway.begin() as conn,
        pytest.raises(NotAllowed, match="2026-06-30 で終わりました"),
    ):
        requests.request(
            conn,
            scene.platform.policy,
            actor,
            business_id=scene.business_id,
            purpose=6,
            purpose_text="経営相談のため",
            data_classes=[FINANCE],
            valid_until=datetime.now(UTC) + timedelta(days=1),
        )


def test_a_certification_that_ran_out_or_has_not_begun_counts_for_nothing(
    load: Callable[..., Any], scene: Scene
) -> None:
    today = datetime.now(UTC).date()
    term = "001,鳥取商工会議所,certified_supporter,鳥取県,012345678901,{},{}"
    past, soon = today - timedelta(days=9), today + timedelta(days=9)
    for day, (first, last), valid in (
        (SECOND, (past - timedelta(days=99), soon), True),
        (THIRD, (past - timedelta(days=99), past), False),
        (THIRD + timedelta(days=1), (soon, soon + timedelta(days=99)), False),
    ):
        load(a_list(term.format(first, last), DESK), as_of=day)
        actor = scene.actor()
        assert (actor.recipient, actor.kind) == ((5, CERTIFIED) if valid else (0, None))
        assert actor.lapsed is None if valid else f"{first} から {last} まで" in str(actor.lapsed)


def test_who_never_had_an_institution_has_not_lapsed(fresh_platform: Platform) -> None:
    with fresh_platform.databases.gateway.begin() as conn:
        person = own_id.create_account(
            conn,
            role="supporter",
            name=f"p-{uuid4()}",
            password="a long password",
            display_name="支援者",
        )
        secret = sessions.open_session(conn, person, "browser", datetime.now(UTC))
        found = sessions.find(conn, secret, datetime.now(UTC))
    assert found is not None
    assert found.account.lapsed is None
    assert isinstance(person, UUID)


def test_a_large_list_goes_in(load: Callable[..., Any]) -> None:
    """As many as there are certified supporters in the country, in seconds."""
    rows = [
        f"{n:06},支援機関{n},certified_supporter,東京都,{n:012},2024-04-01,2029-03-31"
        for n in range(40_000)
    ]
    assert load(a_list(*rows)).new == 40_000
    report = load(a_list(*rows[:-1]), as_of=SECOND)
    assert (report.changed, report.ended, report.valid) == (1, 1, 39_999)


# ── the command ───────────────────────────────────────────────────────────────────────────────


def test_the_command(
    fresh_platform: Platform,
    tmp_path: Any,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name, value in fresh_platform.settings.environment().items():
        monkeypatch.setenv(name, value)

    def told(*words: object) -> tuple[int, Any, str]:
        code = run(["load", "institutions", *map(str, words), "--json"])
        seen = capsys.readouterr()
        return code, json.loads(seen.out), seen.err

    form = tmp_path / "list.xlsx"
    assert told("--template", "--out", form)[0] == 0
    assert (
        read_list(fresh_platform.policy, form.read_bytes()).faults[0].what == "一行もありません。"
    )
    assert told("--template", "--out", form)[0] == 6
    good, bad = tmp_path / "good.csv", tmp_path / "bad.csv"
    good.write_bytes(a_list(CHAMBER, BANK, encoding="cp932"))
    bad.write_bytes(a_list("1,商工会,銀行,,,,"))
    code, report, _ = told(good, "--as-of", "2026-04-01")
    assert (code, report["read"], report["new"], report["as_of_on"]) == (0, 2, 2, "2026-04-01")
    code, refusal, said = told(bad)
    assert (code, refusal["faults"][0]["line"]) == (2, 2)
    assert "bad.csv 2行目 種別: ポリシーの種別にありません。" in said
    assert told("--rebuild")[1] == {"lists": 1, "institutions": 2, "same": True}
    assert told(good, "--as-of", "きょう")[1]["what"] == "基準日を読めません。"
    assert (
        told()[1]["what"]
        == told(good, "--rebuild")[1]["what"]
        == "することを一つに決められません。"
    )
