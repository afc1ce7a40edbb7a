"""Every command of the how-to pages is run as it stands, and answers as the page says."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from mirasapo.app.root import Platform
from mirasapo.app.sample import accounts
from mirasapo.catalog import Catalog
from mirasapo.catalog.example import minimal_filing
from mirasapo.catalog.workbook import template
from mirasapo.cli.main import run
from mirasapo.intake.receive import receive
from mirasapo_api.app import create_app
from tests import factories
from tests.officer_cells import at
from tests.portal.serving import served

ROOT = Path(__file__).parents[2]
HOW_TO = ROOT / "docs" / "how-to"
PAGE = HOW_TO / "connect_a_programme_system.md"
EXPORT_PAGE = HOW_TO / "file_an_export.md"
EXCEL_PAGE = HOW_TO / "write_a_filing_in_excel.md"
LAKE_PAGE = HOW_TO / "keep_the_lake.md"
BLOCK = re.compile(r"^```(sh|json)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
MARK = "=== end of block ==="


def blocks(page: Path = PAGE) -> list[tuple[str, str]]:
    """The page's blocks in order: (language, content)."""
    return BLOCK.findall(page.read_text("utf-8"))


def run_page(platform: Platform, page: Path) -> tuple[list[str], str]:
    """What each block of commands printed, run in order in one shell against a served platform."""
    if shutil.which("curl") is None:
        pytest.skip("the page needs curl")
    kept_in = platform.settings.home / accounts.FILE
    if not kept_in.exists():
        with platform.databases.gateway.begin() as conn:
            told = {"client": accounts._client(conn, {})}
        kept_in.write_text(json.dumps(told), "utf-8")
    with served(create_app(platform)) as url:
        return in_a_shell(page, MIRASAPO_HOME=str(platform.settings.home), MIRASAPO_BASE_URL=url)


def in_a_shell(page: Path, **environment: str) -> tuple[list[str], str]:
    """What each block of commands of a page printed, run in order in one shell; and the notes."""
    commands = [content for language, content in blocks(page) if language == "sh"]
    kept = {
        name: os.environ[name] for name in ("LANG", "TMPDIR", "PYTHONPATH") if name in os.environ
    }
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", f"\necho; echo '{MARK}'\n".join(commands)],
        cwd=ROOT,
        env={
            **kept,
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "PYTHONUTF8": "1",
            **environment,
        },
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [each.strip() for each in done.stdout.split(MARK)], done.stderr


@pytest.fixture(scope="module")
def said(platform: Platform) -> list[str]:
    """What the page for systems printed."""
    printed, complained = run_page(platform, PAGE)
    assert complained == ""
    return printed


@pytest.fixture(scope="module")
def exported(platform: Platform) -> tuple[list[str], str]:
    """What the page for exports printed, and what it complained of."""
    return run_page(platform, EXPORT_PAGE)


def test_the_export_is_filed_as_it_is_written(exported: tuple[list[str], str]) -> None:
    printed, _ = exported
    assert "11 列のうち 10 列に案があります。" in printed[1]
    rehearsal, sent = printed[3].splitlines()[0], printed[3].splitlines()[-1]
    assert rehearsal == "2 件のうち 2 件が受け取られます(試し送り)。"
    told = json.loads(sent)
    assert (told["accepted"], told["refused"], told["faults"]) == (2, 0, [])
    read = {(each["row"], each["column"]): each["read"] for each in told["sent"][0]["readings"]}
    assert read[4, "資本金（千円）"] == 10_000_000
    assert read[4, "設立年月日"] == "1991-04-01"
    by_intake = {each["item"]: each for each in told["sent"][0]["receipt"]["readings"]}
    assert by_intake["business_identity.trade_name"]["written"] == "㈱見本製作所"
    assert by_intake["business_identity.trade_name"]["read"] == "株式会社見本製作所"
    assert by_intake["business_identity.capital_yen"]["read"] == 10_000_000


def test_the_faults_of_the_export_have_their_cells(exported: tuple[list[str], str]) -> None:
    printed, complained = exported
    told = json.loads(printed[4])
    places = {(each["row"], each["column"]) for each in told["faults"]}
    assert places == {(5, "自己資金額"), (5, "設立年月日")}
    assert "5行目「自己資金額」: 値を確かに読み取れません。" in complained
    assert "約150" not in complained + printed[4]


def answer_of(said: list[str], start: str) -> tuple[Any, Any]:
    """What the block with this command printed, and the answer that the page shows below it."""
    found = blocks()
    index = next(i for i, (_, content) in enumerate(found) if f"\n{start}" in f"\n{content}")
    number = sum(language == "sh" for language, _ in found[:index])
    below = found[index + 1] if index + 1 < len(found) else ("", "")
    return json.loads(said[number]), json.loads(below[1]) if below[0] == "json" else None


def test_the_receipt_is_as_shown(said: list[str]) -> None:
    answered, shown = answer_of(said, "push docs/how-to/filing_04_minimal.json")
    own = {"filing_id", "business_id"}  # made anew each time
    assert answered.keys() == shown.keys()
    assert {name: answered[name] for name in answered.keys() - own} == {
        name: shown[name] for name in shown.keys() - own
    }


def test_the_warnings_are_as_shown(said: list[str]) -> None:
    answered, shown = answer_of(said, "sed -e 's/EXAMPLE-04-1/")
    assert answered == shown
    assert [each["rule"] for each in shown] == ["funding_total"]


def test_the_readings_are_as_shown(said: list[str]) -> None:
    answered, shown = answer_of(said, "sed -e 's/EXAMPLE-04-1/EXAMPLE-04-3/'")
    assert answered == shown
    assert [each["written"] for each in shown] == ["１，０００万円"]


def test_the_faults_are_as_shown(said: list[str]) -> None:
    answered, shown = answer_of(said, 'sed -e \'s/"filed"')
    assert answered == shown
    assert len(shown["faults"]) == 2


def test_the_correction_is_the_second_version(said: list[str]) -> None:
    first, _ = answer_of(said, "push docs/how-to/filing_04_minimal.json")
    second, _ = answer_of(said, 'sed -e \'s/"version"')
    assert (second["filing_id"], second["version_no"]) == (first["filing_id"], 2)


def test_the_command_gives_the_same_receipt(said: list[str]) -> None:
    first, _ = answer_of(said, "push docs/how-to/filing_04_minimal.json")
    by_command, _ = answer_of(said, "mirasapo push")
    same = {"filing_id", "version_no", "business_id", "accepted"}
    assert {name: by_command[name] for name in same} == {name: first[name] for name in same}


def test_the_filing_is_the_one_that_the_catalogue_makes(catalog: Catalog) -> None:
    made = json.dumps(minimal_filing(catalog, "04"), ensure_ascii=False, indent=1)
    assert (HOW_TO / "filing_04_minimal.json").read_text("utf-8") == f"{made}\n"


def test_the_form_in_excel_is_made_sent_marked_and_sent_again(
    platform: Platform, catalog: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page's commands, with somebody writing in the workbook between them."""
    monkeypatch.chdir(tmp_path)
    make, push, again = (
        content.strip().splitlines()[-1].split()[1:] for _, content in blocks(EXCEL_PAGE)
    )
    assert run(make) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["filing_04.xlsx"]
    assert "`filing_04.xlsx`" in EXCEL_PAGE.read_text("utf-8")

    payload = minimal_filing(catalog, "04")
    payload["filing_number"] = "EXCEL-HOWTO-1"
    (tmp_path / "filing_04.xlsx").write_bytes(template(catalog, "04", payload))
    for each in payload["attachments"]:
        (tmp_path / each["name"]).write_bytes(factories.file_of(each["name"]))
    title, cell = at("04", "business_identity.capital_yen")

    def write(name: str, value: object) -> None:
        book = load_workbook(tmp_path / name)
        book[title][cell].value = value
        book.save(tmp_path / name)

    write("filing_04.xlsx", "千万円")
    with platform.databases.gateway.begin() as conn:
        told = accounts._client(conn, {})
    monkeypatch.setenv("MIRASAPO_CLIENT_ID", told["client_id"])
    monkeypatch.setenv("MIRASAPO_CLIENT_SECRET", told["secret"])
    with served(create_app(platform)) as url:
        monkeypatch.setenv("MIRASAPO_BASE_URL", url)
        assert run(push) == 2
        assert (tmp_path / "filing_04_確認.xlsx").exists()
        write("filing_04_確認.xlsx", 10_000_000)
        assert run(again) == 0


def test_the_lake_is_kept(fresh_platform: Platform, catalog: Catalog) -> None:
    filing = minimal_filing(catalog, "04")
    receipt = receive(
        fresh_platform.databases,
        fresh_platform.lake,
        catalog,
        client_id="example",
        programmes=["04"],
        body=factories.body_of(filing),
        attachments=factories.filing_attachments(filing),
    )
    (checked, again, ended, tried, done, known), _ = in_a_shell(
        LAKE_PAGE,
        FILING_ID=str(receipt.filing_id),
        **fresh_platform.settings.environment(),
    )
    assert checked == again == "3 件を確かめました。すべて無事です。"
    assert ended.splitlines()[-1] == "消去しました: ありません。"
    assert tried.startswith("消去するもの(まだ消していません): 版 1")
    assert done.startswith("消去しました: 版 1、添付 2")
    assert "内容は作り直す前と同じです" in known
    assert "個人情報保護法第98条第1項" in known


def test_every_how_to_page_is_run_and_linked() -> None:
    pages = {PAGE, EXPORT_PAGE, EXCEL_PAGE, LAKE_PAGE}
    assert set(HOW_TO.glob("*.md")) == pages
    for name in ("README.md", "README.ja.md"):
        said = (ROOT / name).read_text("utf-8")
        for page in pages:
            assert f"docs/how-to/{page.name}" in said, (name, page.name)
