"""The lake: the same bytes once, nothing half-written, and whatever went bad is found."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from mirasapo.cli import lake as lake_command
from mirasapo.errors import BadInput, NotFound, NotReady
from mirasapo.store.lake import CorruptObject, Lake

if TYPE_CHECKING:
    from pathlib import Path

    from mirasapo.app.root import Platform

PAYLOAD = '申請 {"items": {}}'.encode()


@pytest.fixture
def own(tmp_path: Path) -> Lake:
    return Lake((tmp_path / "湖 %").as_uri())


def file_of(tmp_path: Path, digest: str) -> Path:
    return tmp_path / "湖 %" / "sha256" / digest[:2] / digest[2:4] / digest


def test_bytes_come_back_under_their_hash(own: Lake, tmp_path: Path) -> None:
    digest = own.put(PAYLOAD)
    assert digest == sha256(PAYLOAD).hexdigest()
    assert own.get(digest) == PAYLOAD
    assert file_of(tmp_path, digest).read_bytes() == PAYLOAD
    assert own.exists(digest)


@pytest.mark.parametrize("content", [b"", b"\x00", b"x" * 10_000_000])
def test_any_bytes_are_kept(own: Lake, content: bytes) -> None:
    assert own.get(own.put(content)) == content


def test_the_same_bytes_again_change_nothing(own: Lake, tmp_path: Path) -> None:
    digest = own.put(PAYLOAD)
    before = file_of(tmp_path, digest).stat()
    assert own.put(PAYLOAD) == digest
    after = file_of(tmp_path, digest).stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)
    assert list(own.list()) == [digest]


def test_a_file_is_kept_as_its_bytes_are(own: Lake, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(PAYLOAD)
    assert own.put_file(path) == own.put(PAYLOAD)
    assert own.get(sha256(PAYLOAD).hexdigest()) == PAYLOAD


def test_a_cut_object_is_written_anew(own: Lake, tmp_path: Path) -> None:
    digest = own.put(PAYLOAD)
    file_of(tmp_path, digest).write_bytes(PAYLOAD[:3])
    assert own.put(PAYLOAD) == digest
    assert own.get(digest) == PAYLOAD


def test_a_corrupt_object_is_never_handed_out(own: Lake, tmp_path: Path) -> None:
    digest = own.put(PAYLOAD)
    file_of(tmp_path, digest).write_bytes(PAYLOAD[:-1] + b"!")
    with pytest.raises(CorruptObject, match="受信データが壊れています。") as refusal:
        own.get(digest)
    assert refusal.value.members == {"sha256": digest}


def test_a_missing_object_is_refused_plainly(own: Lake) -> None:
    with pytest.raises(NotFound, match="保管庫にありません"):
        own.get("0" * 64)
    assert not own.exists("0" * 64)


@pytest.mark.parametrize("digest", ["", "../../etc/passwd", "A" * 64, "0" * 63, "0" * 65])
def test_what_is_no_hash_is_refused(own: Lake, digest: str) -> None:
    with pytest.raises(BadInput):
        own.get(digest)
    with pytest.raises(BadInput):
        own.exists(digest)


def test_verify_finds_corrupt_missing_orphans_and_strangers(own: Lake, tmp_path: Path) -> None:
    good, bad, orphan = (own.put(content) for content in (b"good", b"bad", b"orphan"))
    file_of(tmp_path, bad).write_bytes(b"BAD")
    stranger = tmp_path / "湖 %" / "sha256" / "note.txt"
    stranger.write_text("not a payload")
    misplaced = tmp_path / "湖 %" / "sha256" / "00" / "00" / good
    misplaced.parent.mkdir(parents=True)
    misplaced.write_bytes(b"good")
    report = own.verify([good, bad, "0" * 64])
    assert report.checked == 3
    assert report.corrupt == (bad,)
    assert report.missing == ("0" * 64,)
    assert report.orphans == (orphan,)
    assert report.strange == (f"sha256/00/00/{good}", "sha256/note.txt")
    assert not report.sound


def test_an_orphan_alone_is_no_fault(own: Lake) -> None:
    own.put(b"of a transaction that was refused")
    assert own.verify([]).sound


def test_without_a_manifest_only_bytes_are_checked(own: Lake) -> None:
    own.put(b"one")
    report = own.verify()
    assert report.sound
    assert (report.checked, report.missing, report.orphans) == (1, (), ())


@pytest.mark.parametrize("url", ["", "/srv/lake", "http://host/lake", "s3://", "file:"])
def test_a_url_of_another_kind_is_refused(url: str) -> None:
    with pytest.raises(BadInput, match="保管庫のURLを読めません"):
        Lake(url)


def test_a_folder_that_cannot_be_made_is_refused_plainly(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(NotReady, match="保管庫を開けません"):
        Lake((tmp_path / "file" / "lake").as_uri())


def test_a_lake_that_went_away_is_refused_plainly(own: Lake, tmp_path: Path) -> None:
    (tmp_path / "湖 %").rmdir()
    (tmp_path / "湖 %").write_text("in the way")
    with pytest.raises(NotReady, match=r"保管できません|読めません"):
        own.put(PAYLOAD)
    with pytest.raises(NotReady, match="保管できません"):
        own.probe()


def test_a_probe_leaves_nothing(own: Lake, tmp_path: Path) -> None:
    own.probe()
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    assert own.verify([]).sound


def test_the_command_says_what_it_found(
    platform: Platform, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in platform.settings.environment().items():
        monkeypatch.setenv(name, value)
    digest = platform.lake.put(b"known")
    with platform.databases.raw("intake") as connection:
        connection.execute(
            "INSERT INTO core.payload (sha256, size_bytes, media_type, kind, source)"
            " VALUES (%s, 5, 'text/plain', 'filing', 'test')",
            [digest],
        )
    sound = CliRunner().invoke(lake_command.app, ["verify", "--json"])
    assert sound.exit_code == 0
    assert json.loads(sound.stdout) == {
        "checked": 1,
        "refused_filings": 0,
        "corrupt": [],
        "missing": [],
        "orphans": [],
        "strange": [],
        "sound": True,
    }
    folder = platform.settings.home / "lake"
    next(path for path in folder.rglob("*") if path.is_file()).write_bytes(b"other")
    corrupt = CliRunner().invoke(lake_command.app, ["verify"])
    assert corrupt.exit_code == 1
    assert "壊れている: 1 件" in corrupt.stdout
    assert digest in corrupt.stdout
