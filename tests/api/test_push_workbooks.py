"""`mirasapo push` with Excel files, against the served API: receipts, marked copies, second tries."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from openpyxl import load_workbook
from sqlalchemy import func, select

from mirasapo.app.root import Platform
from mirasapo.catalog import Catalog
from mirasapo.catalog.example import minimal_filing
from mirasapo.catalog.workbook import template
from mirasapo.cli.main import run
from mirasapo.client import MirasapoClient
from mirasapo.errors import NotReady
from mirasapo.identity import clients
from mirasapo.store.tables import filing
from tests.factories import file_of, made_up_number
from tests.officer_cells import at
from tests.portal.serving import served

CLIENT = "excel-04"
CAPITAL = "business_identity.capital_yen"
Push = Callable[..., tuple[int, Any, str]]


@pytest.fixture(scope="module")
def secret(platform: Platform) -> str:
    with platform.databases.gateway.begin() as conn:
        return clients.register(
            conn,
            client_id=CLIENT,
            name="事業再構築補助金 担当課",
            kind="programme_system",
            programmes=["04"],
            scopes=["filings:write"],
        )


@pytest.fixture(scope="module")
def url(make_app: Callable[..., FastAPI]) -> Iterator[str]:
    with served(make_app()) as address:
        yield address


@pytest.fixture
def push(url: str, secret: str, capsys: pytest.CaptureFixture[str]) -> Push:
    def told(*words: object) -> tuple[int, Any, str]:
        who = ("--client-id", CLIENT, "--secret", secret, "--url", url)
        code = run(["push", *map(str, words), *who, "--json"])
        seen = capsys.readouterr()
        return code, json.loads(seen.out), seen.err

    return told


@pytest.fixture
def write(catalog: Catalog, tmp_path: Path) -> Callable[..., Path]:
    """Write a filled form, and its attachments beside it."""

    def written(name: str, number: str, seed: int, **items: Any) -> Path:
        payload = minimal_filing(catalog, "04")
        payload |= {
            "filing_number": number,
            "business": {"corporate_number": made_up_number(seed)},
        }
        payload["items"] = {**payload["items"], **items}
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(template(catalog, "04", payload))
        for each in payload["attachments"]:
            (path.parent / each["name"]).write_bytes(file_of(each["name"]))
        return path

    return written


def correct(path: Path, key: str, value: Any) -> None:
    """Somebody opens the copy, writes and saves it."""
    book = load_workbook(path)
    title, cell = at("04", key)
    book[title][cell].value = value
    book.save(path)


def count(platform: Platform, number: str) -> int:
    with platform.databases.intake.connect() as conn:
        asked = select(func.count()).where(filing.c.filing_number == number)
        return conn.scalars(asked).one()


def test_a_filing_in_excel_gets_its_receipt(
    push: Push, write: Callable[..., Path], platform: Platform
) -> None:
    path = write("one.xlsx", "excel-1", 1)
    code, told, _ = push(path, "--programme", "04")
    assert (code, told["accepted"], told["refused"]) == (0, 1, 0)
    [sent] = told["files"]
    assert sent["accepted"]
    assert sent["receipt"]["version_no"] == 1
    assert len(sent["receipt"]["accepted"]) == 2
    assert sent["copy"] is None
    assert count(platform, "excel-1") == 1
    again = push(path)[1]["files"][0]["receipt"]
    assert again["filing_id"] == sent["receipt"]["filing_id"]
    assert count(platform, "excel-1") == 1


def test_a_text_is_kept_as_written_and_its_reading_is_told(
    push: Push, write: Callable[..., Path]
) -> None:
    path = write("written.xlsx", "excel-written", 9)
    correct(path, CAPITAL, "1千万円")
    correct(path, "business_identity.established_on", "平成10年4月1日")
    told = push(path)[1]["files"][0]["receipt"]["readings"]
    assert {(each["item"], each["written"], each["read"]) for each in told} >= {
        (CAPITAL, "1千万円", 10_000_000),
        ("business_identity.established_on", "平成10年4月1日", "1998-04-01"),
    }


def test_faults_come_back_marked_and_the_corrected_copy_is_accepted(
    push: Push, write: Callable[..., Path], platform: Platform
) -> None:
    path = write("two.xlsx", "excel-2", 2)
    correct(path, CAPITAL, "千万円")
    correct(path, "@fiscal_year", 2019)
    code, told, _ = push(path)
    assert code == 2
    [sent] = told["files"]
    assert not sent["accepted"]
    assert sent["refusal"]["code"] == "faulty_filing"
    assert {each["item"] for each in sent["faults"]} >= {CAPITAL, "fiscal_year"}  # ours and theirs
    assert all(each["cell"] for each in sent["faults"])
    assert count(platform, "excel-2") == 0
    copy = Path(sent["copy"])
    assert copy.name == "two_確認.xlsx"
    title, cell = at("04", CAPITAL)
    assert "【確認】" in load_workbook(copy)[title][cell].comment.text

    correct(copy, CAPITAL, 10_000_000)
    code, told, _ = push(copy)
    assert code == 2
    [left] = told["files"]
    assert CAPITAL not in {each["item"] for each in left["faults"]}
    assert Path(left["copy"]).name == "two_確認2.xlsx"
    before = copy.read_bytes()
    year = minimal_year(path)
    correct(Path(left["copy"]), "@fiscal_year", year)
    code, told, _ = push(left["copy"])
    assert (code, told["accepted"]) == (0, 1)
    assert copy.read_bytes() == before  # an earlier copy is never written over
    assert count(platform, "excel-2") == 1


def minimal_year(path: Path) -> int:
    """The fiscal year of the day of filing on the form."""
    title, cell = at("04", "@filed_on")
    day = load_workbook(path)[title][cell].value
    year: int = day.year if day.month > 3 else day.year - 1
    return year


def test_a_version_that_does_not_follow_is_marked(push: Push, write: Callable[..., Path]) -> None:
    path = write("three.xlsx", "excel-3", 3)
    correct(path, "@version", 5)
    code, told, _ = push(path)
    assert code == 6
    [fault] = told["files"][0]["faults"]
    assert (fault["sheet"], fault["cell"]) == at("04", "@version")
    assert "次の版は 1" in fault["why"]


def test_a_folder_goes_in_one_by_one(
    push: Push, write: Callable[..., Path], platform: Platform, tmp_path: Path
) -> None:
    write("many/a.xlsx", "excel-a", 11)
    correct(write("many/b.xlsx", "excel-b", 12), CAPITAL, "千万円")
    write("many/c.xlsx", "excel-c", 13)
    folder = tmp_path / "many"
    (folder / "~$a.xlsx").write_bytes(b"Excel has it open")
    (folder / "d.xlsx").write_bytes(b"PK no workbook")
    out = tmp_path / "copies"
    code, told, _ = push(folder, "--out", out)
    assert (code, told["accepted"], told["refused"]) == (2, 2, 2)
    assert [Path(each["file"]).name for each in told["files"]] == [
        *("a.xlsx", "b.xlsx", "c.xlsx", "d.xlsx")
    ]
    assert told["files"][3]["refusal"]["what"] == "記入様式として読めません。"
    assert [each.name for each in out.iterdir()] == ["b_確認.xlsx"]
    assert [count(platform, f"excel-{each}") for each in "abc"] == [1, 0, 1]

    (folder / "d.xlsx").unlink()
    (folder / "b_確認.xlsx").write_bytes((out / "b_確認.xlsx").read_bytes())
    correct(folder / "b_確認.xlsx", CAPITAL, 10_000_000)
    code, told, _ = push(folder)
    assert (code, told["accepted"]) == (0, 3)
    assert Path(told["files"][1]["file"]).name == "b_確認.xlsx"  # in place of the original
    assert [count(platform, f"excel-{each}") for each in "abc"] == [1, 1, 1]


def test_a_dry_run_keeps_nothing(
    push: Push, write: Callable[..., Path], platform: Platform
) -> None:
    code, told, _ = push(write("dry.xlsx", "excel-dry", 21), "--dry-run")
    assert (code, told["files"][0]["receipt"]["dry_run"]) == (0, True)
    assert count(platform, "excel-dry") == 0


def test_another_programmes_form_is_refused(
    push: Push, write: Callable[..., Path], catalog: Catalog, tmp_path: Path
) -> None:
    code, told, _ = push(write("four.xlsx", "excel-4", 4), "--programme", "05")
    assert (code, told["files"][0]["refusal"]["what"]) == (
        2,
        "制度 05 の記入様式ではありません。",
    )
    other = tmp_path / "other.xlsx"
    other.write_bytes(template(catalog, "05", minimal_filing(catalog, "05")))
    code, told, _ = push(other)
    assert (code, told["files"][0]["refusal"]["code"]) == (4, "not_allowed")
    assert told["files"][0]["copy"] is None


def test_an_attachment_that_is_not_there_is_marked(
    push: Push, write: Callable[..., Path], tmp_path: Path
) -> None:
    path = write("five.xlsx", "excel-5", 5)
    for each in tmp_path.glob("*.pdf"):
        each.unlink()
    code, told, _ = push(path)
    assert code == 2
    assert {"送られていません。" in each["what"] for each in told["files"][0]["faults"]} == {True}
    assert all(each["cell"] for each in told["files"][0]["faults"])


def test_a_name_that_leads_out_of_the_folder_is_not_followed(
    push: Push, write: Callable[..., Path], tmp_path: Path
) -> None:
    (tmp_path / "secret.pdf").write_bytes(file_of("secret.pdf"))
    path = write("in/six.xlsx", "excel-6", 6)
    correct(path, "@name", "../secret.pdf")
    code, told, _ = push(path)
    assert code == 2
    assert told["files"][0]["copy"]


def test_what_a_person_reads(
    url: str, secret: str, write: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    good, bad = write("seven.xlsx", "excel-7", 7), write("eight.xlsx", "excel-8", 8)
    correct(bad, CAPITAL, "千万円")
    who = ("--client-id", CLIENT, "--secret", secret, "--url", url)
    assert run(["push", str(good), str(bad), *who]) == 2
    said = capsys.readouterr().out
    assert "受け取られました。" in said
    assert f"申請 {at('04', CAPITAL)[1]} 「" in said
    assert "印をつけた写し: " in said
    assert "2件のうち 1件が受け取られ、1件は断られました。" in said
    assert "千万円" not in said


def test_a_copy_never_takes_the_place_of_a_file(
    push: Push, write: Callable[..., Path], tmp_path: Path
) -> None:
    path = write("nine.xlsx", "excel-9", 9)
    correct(path, CAPITAL, "千万円")
    taken = tmp_path / "taken.xlsx"
    taken.write_bytes(b"mine")
    code, told, _ = push(path, "--out", taken)
    assert code == 6
    assert taken.read_bytes() == b"mine"
    assert told["what"].endswith("がすでにあります。")


def test_one_thing_for_many_is_refused(
    push: Push, write: Callable[..., Path], tmp_path: Path
) -> None:
    some = [write("x.xlsx", "excel-x", 31), write("y.xlsx", "excel-y", 32)]
    for extra in (("--out", tmp_path / "z.xlsx"), ("--key", "k"), ("--attach", some[0])):
        code, told, _ = push(*some, *extra)
        assert (code, told["what"]) == (2, "複数の Excel に、一つのものが指定されています。")
    (tmp_path / "none").mkdir()
    assert push(tmp_path / "none")[1]["what"].endswith("に Excel のブックがありません。")
    assert (
        push("a.json", "b.json")[1]["what"]
        == "JSON の申請と出力ファイルは、一度に一つだけ送れます。"
    )
    assert push("gone.xlsx")[1]["what"] == "ファイル gone.xlsx を読めません。"


def test_what_stops_the_run_is_told_with_what_went_in(
    push: Push, write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    some = [write(f"stop{n}.xlsx", f"excel-stop{n}", 40 + n) for n in range(3)]
    real, calls = MirasapoClient.push, []

    def once(self: MirasapoClient, *given: Any, **named: Any) -> Any:
        calls.append(1)
        if len(calls) > 1:
            raise NotReady("接続できません。", "応答がありません。", "確かめてください。")
        return real(self, *given, **named)

    monkeypatch.setattr(MirasapoClient, "push", once)
    code, told, _ = push(*some)
    assert (code, told["accepted"], told["refused"]) == (8, 1, 2)
    assert [(each["refusal"] or {}).get("what") for each in told["files"]] == [
        None,
        "接続できません。",
        "送っていません。",
    ]
