"""The master rebuilt from the lake is the master as it grew; the state hash tells them apart."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import text

from mirasapo.business.identify import ensure
from mirasapo.business.projection import Projection, project
from mirasapo.business.rebuild import rebuild
from mirasapo.business.search import index_terms
from mirasapo.business.state import state
from mirasapo.errors import Conflict, NotFound
from mirasapo.intake.receive import receive
from mirasapo.store.item_tables import item_tables
from mirasapo.store.lake import CorruptObject
from mirasapo.store.tables import register_body
from tests import factories

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from uuid import UUID

    from sqlalchemy import Connection

    from mirasapo.app.root import Platform


def push(platform: Platform, seed: int, programme: str = "04", **header: Any) -> str:
    document = factories.filing_payload(platform.catalog, programme, seed=seed, **header)
    receipt = receive(
        platform.databases,
        platform.lake,
        platform.catalog,
        client_id="jgrants-04",
        programmes=list(platform.catalog.programmes),
        body=factories.body_of(document),
        attachments=factories.filing_attachments(document),
    )
    return receipt.payload_sha256


def settle(platform: Platform) -> None:
    """Filings of several programmes and versions, a withdrawal, the register, a published fact."""
    number = factories.made_up_number(1)
    push(platform, 1)
    push(platform, 1, "13", corporate_number=number, filed_on="2021-05-07")
    push(platform, 1, version=2, filed_on="2022-06-07")
    push(platform, 2)
    push(platform, 2, version=2, status="withdrawn")
    push(platform, 3, "06", sole_proprietor_key=factories.made_up_key(3))
    search_name, packed = index_terms("株式会社登記")
    body = {
        "corporate_number": number,
        "sequence_number": 7,
        "process": "01",
        "correction": "0",
        "updated_on": date(2016, 1, 1),
        "name": "株式会社登記",
        "search_name": search_name,
        "grams": packed,
        "payload_sha256": "0" * 64,
    }
    item = next(
        each
        for stem in item_tables(platform.catalog).published
        for each in platform.catalog.table(stem).items
        if (each.master_policy, each.type, each.array) == ("latest", "integer", False)
    )
    fact = {"source": "gbizinfo", "row_no": 1, "as_of_on": date(2020, 1, 1)}
    with platform.databases.intake.begin() as conn:
        business_id = ensure(conn, corporate_number=number)
        conn.execute(register_body.insert(), body | {"business_id": business_id})
        published = item_tables(platform.catalog).published[item.table]
        keys = {"business_id": business_id, "payload_sha256": "b" * 64}
        conn.execute(published.insert(), fact | keys | {item.column: 1950})
        project(conn, platform.catalog, [business_id])


def content(platform: Platform) -> Any:
    with platform.databases.intake.begin() as conn:
        return state(conn, platform.catalog)


@pytest.fixture(scope="module")
def settled(platform: Platform) -> Platform:
    settle(platform)
    return platform


def test_作り直しても同じになる(settled: Platform) -> None:
    before = content(settled)
    rebuilt = rebuild(settled.databases, settled.lake, settled.catalog)
    assert content(settled) == before
    assert rebuilt.state_hash == before["state_hash"]
    assert (rebuilt.businesses, rebuilt.filings) == (3, 3)
    assert (before["businesses"], before["filings"]) == (3, 4)
    with settled.databases.intake.connect() as conn:
        held = conn.scalar(text("SELECT count(*) FROM core.provenance"))
    assert rebuilt.values == held


def test_別のデータベースでも内容が同じなら同じ識別値になる(
    settled: Platform, fresh_platform: Platform
) -> None:
    settle(fresh_platform)
    assert content(fresh_platform) == content(settled)


WRECKS = [
    "UPDATE core.business_profile SET class_bits = class_bits + 1",
    "UPDATE core.provenance SET source = 'somebody' WHERE source <> 'nta'",
    "UPDATE core.provenance SET as_of_on = as_of_on + 1",
    "UPDATE core.provenance SET filing_id = NULL, version_no = NULL",
    "DELETE FROM core.business_industry",
]


@pytest.mark.parametrize(
    "statement",
    [
        *WRECKS,
        "UPDATE open.register_body SET name = name || ' '",
        "UPDATE open.register_body SET made_up = true",
        "UPDATE core.business SET sole_proprietor_key = '0000000000009' WHERE corporate_number IS NULL",
    ],
)
def test_内容が違えば識別値も違う(settled: Platform, statement: str) -> None:
    before = content(settled)
    with settled.databases.intake.connect() as conn:
        assert conn.execute(text(statement)).rowcount > 0
        assert state(conn, settled.catalog) != before
        conn.rollback()
    assert content(settled) == before


def test_壊れたマスタは作り直すと元に戻る(settled: Platform) -> None:
    before = content(settled)
    with settled.databases.intake.begin() as conn:
        for statement in WRECKS:
            conn.execute(text(statement))
    assert content(settled) != before
    rebuild(settled.databases, settled.lake, settled.catalog)
    assert content(settled) == before


def test_作り直す間に届いた申請は失われない(
    fresh_platform: Platform, monkeypatch: pytest.MonkeyPatch
) -> None:
    push(fresh_platform, 1)
    wipe = Projection.wipe

    def wipe_late(projection: Projection, conn: Connection, businesses: Sequence[UUID]) -> None:
        push(fresh_platform, 2)
        wipe(projection, conn, businesses)

    monkeypatch.setattr(Projection, "wipe", wipe_late)
    rebuilt = rebuild(fresh_platform.databases, fresh_platform.lake, fresh_platform.catalog)
    monkeypatch.undo()
    after = content(fresh_platform)
    assert after["state_hash"] == rebuilt.state_hash
    again = rebuild(fresh_platform.databases, fresh_platform.lake, fresh_platform.catalog)
    assert (again.businesses, again.state_hash) == (2, rebuilt.state_hash)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE open.register_body SET payload_sha256 = repeat('1', 64)",
        "UPDATE open.register_body SET grams = '{}', search_name = ''",
        "UPDATE core.provenance SET order_key = 'x'",
        "UPDATE core.payload SET faults = '[]'",
    ],
)
def test_届き方や索引は識別値に入らない(settled: Platform, statement: str) -> None:
    before = content(settled)
    with settled.databases.intake.connect() as conn:
        conn.execute(text(statement))
        assert state(conn, settled.catalog) == before
        conn.rollback()


def object_of(platform: Platform, digest: str) -> Path:
    return platform.settings.home / "lake" / "sha256" / digest[:2] / digest[2:4] / digest


@pytest.mark.parametrize(
    ("damage", "refusal"),
    [(lambda path: path.unlink(), NotFound), (lambda path: path.write_bytes(b"{}"), CorruptObject)],
    ids=["missing", "corrupt"],
)
def test_保管庫が壊れていればマスタはそのままで断る(
    fresh_platform: Platform, damage: Callable[[Path], object], refusal: type[Exception]
) -> None:
    digest = push(fresh_platform, 1)
    before = content(fresh_platform)
    damage(object_of(fresh_platform, digest))
    with pytest.raises(refusal):
        rebuild(fresh_platform.databases, fresh_platform.lake, fresh_platform.catalog)
    assert content(fresh_platform) == before


def test_今のデータモデルで読めない申請があれば断る(
    fresh_platform: Platform, monkeypatch: pytest.MonkeyPatch
) -> None:
    push(fresh_platform, 1)
    before = content(fresh_platform)
    programme = fresh_platform.catalog.programme("04")
    fewer = fresh_platform.catalog.form("04")[:300]
    monkeypatch.setattr(type(programme), "items", fewer, raising=False)
    with pytest.raises(Conflict) as refusal:
        rebuild(fresh_platform.databases, fresh_platform.lake, fresh_platform.catalog)
    monkeypatch.undo()
    assert refusal.value.members["items"]
    assert content(fresh_platform) == before


def command(platform: Platform, *words: str) -> subprocess.CompletedProcess[str]:
    settings = platform.settings
    environment = {
        **os.environ,
        "MIRASAPO_HOME": str(settings.home),
        "MIRASAPO_DATABASE_URL": str(settings.database_url),
        "MIRASAPO_LAKE_URL": settings.lake_url,
    }
    return subprocess.run(
        [sys.executable, "-m", "mirasapo.cli", *words],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_コマンドは一つのJSONを出す(settled: Platform) -> None:
    shown = command(settled, "master", "state", "--json")
    assert shown.returncode == 0, shown.stderr
    assert json.loads(shown.stdout) == content(settled)
    rebuilt = command(settled, "master", "rebuild", "--json")
    assert rebuilt.returncode == 0, rebuilt.stderr
    answer = json.loads(rebuilt.stdout)
    assert answer["same"] is True
    assert answer["state_hash"] == answer["state_hash_before"] == content(settled)["state_hash"]


def test_用意のない場所ではコマンドは一文で断る(tmp_path: Path) -> None:
    environment = {key: each for key, each in os.environ.items() if "MIRASAPO" not in key}
    refused = subprocess.run(
        [sys.executable, "-m", "mirasapo.cli", "master", "state", "--json"],
        env={**environment, "MIRASAPO_HOME": str(tmp_path / "none")},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert refused.returncode == 8
    assert json.loads(refused.stdout)["code"] == "not_ready"
    assert "Traceback" not in refused.stderr
    assert refused.stderr.strip().endswith("。")
