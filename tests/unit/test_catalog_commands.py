"""`mirasapo model` and `mirasapo rulebook` as a person or a program calls them."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from mirasapo.app import generators
from mirasapo.catalog import Catalog
from mirasapo.cli import model, rulebook
from mirasapo.errors import BadInput, Conflict, NotFound
from mirasapo.resources import resource

runner = CliRunner()


def ask(app: Any, *words: str, exit_code: int = 0) -> str:
    result = runner.invoke(app, list(words), catch_exceptions=False)
    assert result.exit_code == exit_code, result.output
    return result.stdout


def test_check_counts_and_finds_nothing() -> None:
    assert json.loads(ask(model.app, "check", "--json")) == {
        "generic": 443,
        "specific": 802,
        "programmes": 16,
        "formulas": 29,
        "errors": [],
    }
    assert "誤り 0 件" in ask(model.app, "check")


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("data_model", "rulebook"):
        shutil.copytree(resource(name), tmp_path / name)
    monkeypatch.setattr(model, "resource", lambda name: tmp_path / name)
    return tmp_path


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_check_lists_every_error_with_file_and_line_and_ends_with_2(folders: Path) -> None:
    change(folders / "data_model/categories.csv", "generic,bank,", "generic,banks,")
    change(folders / "rulebook/rules.yaml", "level: must", "level: may")
    change(folders / "rulebook/policy.yaml", "finance.net_sales_yen", "finance.sales")
    said = json.loads(ask(model.app, "check", "--json", exit_code=2))
    assert said["generic"] == 443
    assert {error["file"] for error in said["errors"]} == {
        "data_model/categories.csv",
        "rulebook/rules.yaml",
        "rulebook/policy.yaml",
    }
    assert all(set(error) == {"file", "line", "what", "cure"} for error in said["errors"])
    assert all(e["cure"] for e in said["errors"] if e["file"].startswith("data_model"))
    assert "data_model/categories.csv:23: " in ask(model.app, "check", exit_code=2)


def test_check_finds_a_stale_generated_file(folders: Path) -> None:
    (folders / "data_model/generated/tables.md").unlink()
    [error] = json.loads(ask(model.app, "check", "--json", exit_code=2))["errors"]
    assert error["file"] == "data_model/generated/tables.md"


def test_check_tells_an_unreadable_file_alone(folders: Path) -> None:
    change(folders / "data_model/programmes.yaml", "    short_ja", "   short_ja")
    [error] = json.loads(ask(model.app, "check", "--json", exit_code=2))["errors"]
    assert error["file"] == "data_model/programmes.yaml"
    assert error["what"] == "YAML として読めません。"


def test_a_change_that_was_decided_is_sealed_with_its_reason(folders: Path) -> None:
    change(folders / "data_model/formulas.yaml", " + ", " - ")
    [error] = json.loads(ask(model.app, "check", "--json", exit_code=2))["errors"]
    assert (error["file"], "mirasapo model seal" in error["cure"]) == (
        "data_model/formulas.yaml",
        True,
    )
    with pytest.raises(BadInput, match="わけ"):
        ask(model.app, "seal", "--why", " ")
    assert json.loads(ask(model.app, "seal", "--why", "式の見直し", "--json")) == {
        "sealed": ["data_model/formulas.yaml"]
    }
    assert (folders / "data_model/seals.csv").read_text("utf-8").endswith(",式の見直し\n")
    assert "変わっていません" in ask(model.app, "seal", "--why", "もう一度")
    assert json.loads(ask(model.app, "check", "--json"))["errors"] == []


def test_check_goes_on_when_the_policy_cannot_be_read(folders: Path) -> None:
    (folders / "rulebook/policy.yaml").write_text("[", encoding="utf-8")
    [error] = json.loads(ask(model.app, "check", "--json", exit_code=2))["errors"]
    assert (error["file"], error["line"]) == ("rulebook/policy.yaml", 2)


def test_show_tells_all_about_one_item(catalog: Catalog) -> None:
    said = json.loads(ask(model.app, "show", "business_identity.organization_type", "--json"))
    assert said["label_ja"] == "組織種別"
    assert said["data_class_ja"] == "申請者の識別・属性情報"
    assert said["codes"]["301"] == "株式会社"
    assert said["code_list_revision"] == "GIF 438-1 (2022-03)"
    assert "国税庁" in said["code_list_source"]
    assert said["programmes"] == sorted(catalog.programmes)
    text = ask(model.app, "show", "business_identity.organization_type")
    assert "301 株式会社" in text
    assert "いいえ" in text
    assert "GIF 438-1 (2022-03)" in text


@pytest.mark.parametrize("level", ["major", "middle", "minor", "detail"])
def test_a_code_of_the_industry_classification_leads_to_its_revision(level: str) -> None:
    said = json.loads(ask(model.app, "show", f"industry_business.main_industry_{level}", "--json"))
    assert said["code_list"] == f"jsic_{level}"
    assert said["code_list_revision"] == "第13回改定 (2013-10)"
    assert said["code_list_source"].startswith("総務省 日本標準産業分類")


def test_show_says_what_the_dictionary_says(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, since = "representative.family_name", date(2024, 6, 1)
    item = dataclasses.replace(catalog.item(key), valid_from=since)
    changed = dataclasses.replace(catalog, items_by_key={**catalog.items_by_key, key: item})
    monkeypatch.setattr(model, "load_catalog", lambda: changed)
    said = json.loads(ask(model.app, "show", key, "--json"))
    assert {each.name for each in dataclasses.fields(item)} - {"column"} <= said.keys()
    assert (said["valid_from"], said["valid_until"]) == ("2024-06-01", None)
    assert said["limit"] == {"max_length": item.limit.max_length}
    for name in ("entity", "third_party", "sensitivity", "master_unit", "domain"):
        assert said[name] == getattr(item, name)
    text = ask(model.app, "show", key)
    for shown in ("2024-06-01", said["sensitivity_ja"], said["entity"], "max_length"):
        assert shown in text


def test_show_says_why_a_code_has_no_list() -> None:
    said = json.loads(ask(model.app, "show", "expense.class", "--json"))
    assert (said["codes"], said["code_list_revision"]) == (None, None)
    assert "公募要領" in said["open_point"]


def test_show_refuses_an_unknown_item() -> None:
    with pytest.raises(NotFound, match="データ項目が見つかりません"):
        ask(model.app, "show", "nobody.knows")


def test_schema_prints_one_json_document() -> None:
    for words in (["schema", "04"], ["schema", "04", "--json"]):
        assert json.loads(ask(model.app, *words))["properties"]["programme"]["const"] == "04"


def test_generate_says_what_it_wrote(monkeypatch: pytest.MonkeyPatch) -> None:
    made = generators.Generated(("data_model/generated/tables.md",), ("data_model/generated/a.md",))
    monkeypatch.setattr(generators, "generate_all", lambda _catalog, _policy: made)
    assert ask(model.app, "generate") == (
        "書きました: data_model/generated/tables.md\n消しました: data_model/generated/a.md\n"
    )
    assert json.loads(ask(model.app, "generate", "--json"))["removed"] == [
        "data_model/generated/a.md"
    ]
    monkeypatch.setattr(
        generators, "generate_all", lambda _catalog, _policy: generators.Generated((), ())
    )
    assert ask(model.app, "generate") == "すべて最新です。\n"


def test_the_rules_are_listed_in_order() -> None:
    rules = json.loads(ask(rulebook.app, "list", "--json"))["rules"]
    assert len(rules) >= 12
    assert [rule["id"] for rule in rules] == sorted(rule["id"] for rule in rules)
    assert "R-10-03  [必須] 法人番号は" in ask(rulebook.app, "list")


def test_one_rule_is_shown_with_its_check() -> None:
    said = json.loads(ask(rulebook.app, "show", "R-10-03", "--json"))
    assert said["who"] == "制度のシステム"
    text = ask(rulebook.app, "show", "R-10-03")
    assert "確かめ方: 送る内容\n" in text
    assert f"基盤の側の検査: {said['check']}" in text
    with pytest.raises(NotFound):
        ask(rulebook.app, "show", "R-99-99")


def test_a_rule_without_a_check_says_why_and_what_is_missing() -> None:
    said = json.loads(ask(rulebook.app, "show", "R-01-01", "--json"))
    assert (said["program"], said["check"]) == ("none", "")
    text = ask(rulebook.app, "show", "R-01-01")
    assert f"確かめ方: 人({said['why_not']})" in text
    assert f"基盤の側の検査: なし({said['open']})" in text


def test_a_template_is_written_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    said = json.loads(ask(model.app, "template", "14", "--xlsx", "--json"))
    content = (tmp_path / "filing_14.xlsx").read_bytes()
    assert said["sha256"] == hashlib.sha256(content).hexdigest()
    assert (said["file"], said["programme"], said["items"]) == ("filing_14.xlsx", "14", 140)
    with pytest.raises(Conflict, match="すでにあります"):
        ask(model.app, "template", "14")
    assert (tmp_path / "filing_14.xlsx").read_bytes() == content
    assert ask(model.app, "template", "14", "--out", "b.xlsx").startswith("b.xlsx\n専門家派遣: ")
    with pytest.raises(BadInput, match="書けません"):
        ask(model.app, "template", "14", "--out", "nowhere/c.xlsx")
    with pytest.raises(NotFound):
        ask(model.app, "template", "17")
