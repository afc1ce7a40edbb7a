"""What is generated from the data model is committed as it comes out now."""

from __future__ import annotations

import csv
import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from mirasapo.app import generators
from mirasapo.app.generators import drift, generate_all, write_documents
from mirasapo.catalog import Catalog, Policy
from mirasapo.catalog.documents import documents
from mirasapo.errors import BadInput
from mirasapo.resources import resource
from mirasapo.store.schema import BASELINE, baseline_sql


def test_the_committed_documents_are_fresh(catalog: Catalog, policy: Policy) -> None:
    assert drift(resource("data_model"), catalog, policy) == []


def test_the_committed_sql_is_fresh(catalog: Catalog) -> None:
    assert BASELINE.read_text(encoding="utf-8") == baseline_sql(catalog)


@pytest.fixture
def written(tmp_path: Path, catalog: Catalog, policy: Policy) -> Path:
    root = tmp_path / "data_model"
    names, removed = write_documents(root, catalog, policy)
    assert len(names) == 32
    assert removed == []
    return root


def test_a_second_run_writes_nothing(written: Path, catalog: Catalog, policy: Policy) -> None:
    assert write_documents(written, catalog, policy) == ([], [])
    assert drift(written, catalog, policy) == []


def test_drift_names_the_file(written: Path, catalog: Catalog, policy: Policy) -> None:
    tables, extra = written / "generated" / "tables.md", written / "generated" / "old.md"
    tables.write_text("手で直した\n", encoding="utf-8")
    (written / "generated" / "attribute_list.csv").unlink()
    extra.write_text("", encoding="utf-8")
    assert {problem.file for problem in drift(written, catalog, policy)} == {
        "generated/tables.md",
        "generated/attribute_list.csv",
        "generated/old.md",
    }
    assert write_documents(written, catalog, policy) == (
        ["data_model/generated/attribute_list.csv", "data_model/generated/tables.md"],
        ["data_model/generated/old.md"],
    )


def test_the_attribute_list_has_a_row_an_item_and_a_column_a_programme(
    catalog: Catalog, policy: Policy
) -> None:
    text = documents(catalog, policy)["generated/attribute_list.csv"]
    rows = list(csv.DictReader(text.splitlines()))
    assert len(rows) == 1245
    sales = next(row for row in rows if row["項目キー"] == "finance.net_sales_yen")
    assert (sales["データ区分"], sales["データ区分の名称"]) == ("6", "財務情報")
    assert (sales["マスタの更新"], sales["更新の単位"]) == ("決算期ごとに最新", "行")
    assert sum(sales[name] == "●" for name in sales if name[:2].isdigit()) == int(
        sales["重複出現回数"]
    )
    assert any("本プロジェクトの判断" in name for name in rows[0])


def test_the_table_list_names_every_table_and_column(catalog: Catalog, policy: Policy) -> None:
    text = documents(catalog, policy)["generated/tables.md"]
    for table in catalog.tables:
        assert f"\n### {table.name}\n" in text
    assert all(f"| `{item.column}` | " in text for item in catalog.items)


def test_there_is_a_schema_for_every_programme(catalog: Catalog, policy: Policy) -> None:
    made = documents(catalog, policy)
    for code, programme in catalog.programmes.items():
        schema = json.loads(made[f"generated/schemas/filing_{code}.schema.json"])
        assert schema["properties"]["programme"]["const"] == code
        assert programme.short_ja in schema["title"]


def test_a_changed_item_changes_its_documents(
    tmp_path: Path, catalog: Catalog, policy: Policy
) -> None:
    from mirasapo.catalog.load import load_catalog
    from mirasapo.catalog.seal import seal

    model = tmp_path / "data_model"
    shutil.copytree(resource("data_model"), model)
    for name in ("specific/restructuring.csv", "published_keys.csv"):
        text = (model / name).read_text(encoding="utf-8")
        text = text.replace("再構築の必要性・緊急性", "再構築の必要性")
        (model / name).write_text(text, encoding="utf-8")
    seal(model, "data_model", "様式の見直し", date(2026, 11, 24))
    stale = {problem.file for problem in drift(model, load_catalog(model), policy)}
    assert stale == {
        "generated/attribute_list.csv",
        "generated/attribute_list.xlsx",
        "generated/dictionary.html",
        "generated/tables.md",
        "generated/schemas/filing_04.schema.json",
    }


def test_generate_writes_into_the_clone(
    tmp_path: Path, catalog: Catalog, policy: Policy, monkeypatch: pytest.MonkeyPatch
) -> None:
    clone = tmp_path / "clone"
    shutil.copytree(resource("data_model"), clone / "data_model")
    (clone / "pyproject.toml").touch()
    sql = clone / "baseline.sql"
    monkeypatch.setattr(generators, "resource", lambda name: clone / name)
    monkeypatch.setattr(generators, "BASELINE", sql)
    monkeypatch.setattr(
        generators, "write_baseline", lambda _catalog: not sql.exists() and not sql.touch()
    )
    assert generate_all(catalog, policy).written == ("baseline.sql",)
    assert generate_all(catalog, policy).written == ()


def test_an_installed_package_has_nothing_to_generate_for(
    tmp_path: Path, catalog: Catalog, policy: Policy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(generators, "resource", lambda name: tmp_path / name)
    with pytest.raises(BadInput, match="生成できません"):
        generate_all(catalog, policy)
