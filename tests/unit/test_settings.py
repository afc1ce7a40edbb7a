"""Settings come from the environment, and a child process gets the very same."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import pytest

from mirasapo.errors import BadInput
from mirasapo.settings import Settings


def test_defaults_work_on_one_machine(monkeypatch):
    for field in ("HOME", "PORT", "BASE_URL", "LAKE_URL", "STAND_IN", "OIDC_ISSUER"):
        monkeypatch.delenv(f"MIRASAPO_{field}", raising=False)
    settings = Settings.from_environment()
    assert settings.home == Path(".mirasapo").absolute()
    assert settings.base_url == "http://localhost:8000"
    assert settings.lake_url == (settings.home / "lake").as_uri()
    assert settings.oidc_issuer == "http://localhost:8000/stand-in/gbizid/"
    assert settings.stand_in is False


def test_a_child_reads_what_its_parent_had(monkeypatch, tmp_path):
    mine = replace(
        Settings.from_environment(),
        home=tmp_path,
        port=8123,
        base_url="http://localhost:8123",
        stand_in=True,
        gateway_url="postgresql://gateway@db/mirasapo",
        oidc_client_secret="s",
        metrics_token="t",
        refused_days=7.0,
        draft_days=3.0,
    )
    for name, value in mine.environment().items():
        monkeypatch.setenv(name, value)
    assert Settings.from_environment() == mine
    assert len(fields(Settings)) == 32


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("MIRASAPO_PORT", "abc"),
        ("MIRASAPO_PORT", "99999"),
        ("MIRASAPO_GBIZINFO_RATE", "-1"),
        ("MIRASAPO_GBIZINFO_RATE", "nan"),
    ],
)
def test_a_wrong_number_is_refused_with_its_name(monkeypatch, name, text):
    monkeypatch.setenv(name, text)
    with pytest.raises(BadInput, match=name):
        Settings.from_environment()
