"""A cut is opened only as it was written."""

from __future__ import annotations

import hashlib
import json

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from mirasapo.ebpm import find_cut, open_cut
from mirasapo.errors import BadInput, NotFound


@pytest.fixture
def folder(tmp_path):
    files = {}
    for table, year in (("panel", 2021), ("panel", 2022), ("filings", 2022)):
        name = f"{table}/fiscal_year={year}/part-0.parquet"
        path = tmp_path / "cut" / name
        path.parent.mkdir(parents=True)
        pq.write_table(pa.table({"pseudonym": ["a", "b"], "net_sales_yen": [1, year]}), path)
        files[name] = {"sha256": hashlib.sha256(path.read_bytes()).hexdigest()}
    manifest = {"format": "mirasapo-cut/1", "snapshot_id": "0123", "files": files}
    (tmp_path / "cut" / "manifest.json").write_text(json.dumps(manifest))
    return tmp_path / "cut"


def test_the_tables_of_a_cut_are_ibis_expressions(folder):
    cut = open_cut(folder)
    panel = cut.panel.order_by(["fiscal_year", "pseudonym"]).to_pandas()
    assert panel.fiscal_year.tolist() == [2021, 2021, 2022, 2022]
    assert panel.net_sales_yen.tolist() == [1, 2021, 1, 2022]
    assert cut.filings.count().execute() == 2
    assert cut.snapshot_id == "0123"


@pytest.mark.parametrize("damage", ["changed", "missing", "added", "manifest", "other format"])
def test_a_changed_cut_is_refused(folder, damage):
    part = folder / "panel" / "fiscal_year=2021" / "part-0.parquet"
    manifest = folder / "manifest.json"
    if damage == "changed":
        part.write_bytes(part.read_bytes()[:-1] + b"\x00")
    elif damage == "missing":
        part.unlink()
    elif damage == "added":
        (part.parent / "part-1.parquet").write_bytes(part.read_bytes())
    elif damage == "manifest":
        manifest.write_text("{")
    else:
        manifest.write_text(json.dumps({"format": "mirasapo-cut/0", "files": {}}))
    with pytest.raises(BadInput, match="壊れています"):
        open_cut(folder)


def test_a_folder_without_manifest_is_no_cut(tmp_path):
    with pytest.raises(NotFound, match="manifest"):
        open_cut(tmp_path)


def test_where_a_cut_is_looked_for(tmp_path, monkeypatch):
    for name in ("MIRASAPO_CUT", "MIRASAPO_HOME"):
        monkeypatch.delenv(name, raising=False)
    deep = tmp_path / "project" / "notebooks"
    deep.mkdir(parents=True)
    monkeypatch.chdir(deep)
    with pytest.raises(NotFound, match="mirasapo ebpm cut"):
        find_cut()
    for home in (tmp_path / "project" / ".mirasapo", tmp_path / "other"):
        (home / "cuts" / "latest").mkdir(parents=True)
        (home / "cuts" / "latest" / "manifest.json").write_text("{}")
    assert find_cut() == tmp_path / "project" / ".mirasapo" / "cuts" / "latest"
    monkeypatch.setenv("MIRASAPO_HOME", str(tmp_path / "other"))
    assert find_cut() == tmp_path / "other" / "cuts" / "latest"
    monkeypatch.setenv("MIRASAPO_CUT", str(tmp_path / "named"))
    assert find_cut() == tmp_path / "named"
