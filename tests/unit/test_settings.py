"""Settings come from the environment, and a child process gets the very same."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

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
    )
    for name, value in mine.environment().items():
        monkeypatch.setenv(name, value)
    assert Settings.from_environment() == mine
    assert len(fields(Settings)) == 15
