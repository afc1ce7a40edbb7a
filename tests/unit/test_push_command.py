"""`mirasapo push` shows a person what does not add up in what was taken in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Self
from uuid import UUID

import msgspec
import typer
from typer.testing import CliRunner

from mirasapo import client
from mirasapo.cli import push
from mirasapo.client.answers import Receipt

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

WARNING = {
    "rule": "funding_total",
    "item": "funding.total_yen",
    "label": "合計額",
    "items": ["funding.own_yen"],
    "row": None,
    "filed": 10,
    "computed": 9,
    "difference": 1,
    "tolerance": 0,
    "unit": "円",
    "what": "資金調達の合計額が合いません。",
}


class Answering:
    """A client to whom the API answers with one warning."""

    def __init__(self, _address: str) -> None:
        pass

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def sign_in_client(self, *_: str) -> Answering:
        return self

    def push(self, *_: Any, **_named: Any) -> Receipt:
        answer = {
            "filing_id": str(UUID(int=1)),
            "version_no": 1,
            "business_id": str(UUID(int=2)),
            "payload_sha256": "0" * 64,
            "accepted": [],
            "projected": 0,
            "warnings": [WARNING],
        }
        return msgspec.convert(answer, Receipt)


def test_a_warning_is_shown_and_the_filing_is_accepted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "MirasapoClient", Answering)
    app = typer.Typer()
    app.command()(push.push)
    body = tmp_path / "filing.json"
    body.write_text("{}", encoding="utf-8")
    words = [str(body), "--client-id", "a", "--secret", "b"]
    said = CliRunner().invoke(app, words, catch_exceptions=False)
    assert said.exit_code == 0, said.output
    assert "確かめてください: 資金調達の合計額が合いません。" in said.stdout
    told = CliRunner().invoke(app, [*words, "--json"], catch_exceptions=False)
    assert json.loads(told.stdout)["warnings"] == [WARNING]
    assert "10.0" not in told.stdout
