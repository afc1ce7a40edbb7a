"""Attachments in parts: nothing is sent twice, nothing is taken in that was not announced."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from sqlalchemy import select, update

from mirasapo.errors import BadInput, Conflict, FaultyFiling, NotFound, OffsetMismatch
from mirasapo.intake import uploads
from mirasapo.intake.attachments import MAX_BYTES
from mirasapo.intake.receive import Receipt, receive
from mirasapo.intake.scanning import Scanner, scan_again
from mirasapo.intake.uploads import UploadDesk
from mirasapo.store.tables import attachment, payload, upload
from tests import factories

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mirasapo.app.root import Platform
    from mirasapo.intake.uploads import Upload

CLIENT = "jgrants-04"
SEEDS: Iterator[int] = iter(range(1_000_000))


class Saying(Scanner):
    """A scanner that says the same of everything."""

    def __init__(self, verdict: str) -> None:
        super().__init__()
        object.__setattr__(self, "verdict", verdict)

    def scan(self, _content: bytes) -> Any:
        return self.verdict  # type: ignore[attr-defined]

    def scan_stream(self, _stream: Any) -> Any:
        return self.verdict  # type: ignore[attr-defined]


def desk_of(platform: Platform, verdict: str = "clean", hours: float = 1) -> UploadDesk:
    folder = platform.settings.home / "uploads"
    lifetime = timedelta(hours=hours)
    return UploadDesk(platform.databases, platform.lake, folder, Saying(verdict), lifetime)


def pdf() -> bytes:
    """A file that nobody else sends."""
    return b"%PDF-1.4\n" + uuid4().bytes * 100


def announced(desk: UploadDesk, content: bytes, name: str = "図面.pdf") -> Upload:
    return desk.announce(CLIENT, name, len(content), factories.sha256_of(content))


def sent(desk: UploadDesk, begun: Upload, content: bytes, offset: int = 0) -> Upload:
    part = desk.part(CLIENT, begun.upload_id, offset)
    part.write(content)
    return desk.close(CLIENT, begun.upload_id, part)


def uploaded(desk: UploadDesk, content: bytes, name: str = "図面.pdf") -> Upload:
    return sent(desk, announced(desk, content, name), content)


def push(platform: Platform, document: dict[str, Any], files: dict[str, bytes]) -> Receipt:
    return receive(
        platform.databases,
        platform.lake,
        platform.catalog,
        client_id=CLIENT,
        programmes=["04"],
        body=factories.body_of(document),
        attachments=files,
        scanner=Saying("clean"),
    )


def filing_with(platform: Platform, extra: dict[str, Any]) -> tuple[dict[str, Any], Any]:
    document = factories.filing_payload(platform.catalog, "04", seed=next(SEEDS))
    files = factories.filing_attachments(document)
    document["attachments"].append({"item": None, **extra})
    return document, files


def kept(platform: Platform, digest: str) -> Any:
    with platform.databases.intake.connect() as conn:
        found = conn.execute(select(payload).where(payload.c.sha256 == digest)).mappings()
        return found.one_or_none()


def test_分けて送ったファイルは一つになり保管庫が持つ(platform: Platform) -> None:
    desk, content = desk_of(platform), pdf()
    begun = announced(desk, content)
    assert (begun.offset, begun.completed) == (0, False)
    half = sent(desk, begun, content[:100])
    assert (half.offset, half.completed) == (100, False)
    assert kept(platform, begun.sha256) is None
    whole = sent(desk, begun, content[100:], 100)
    assert (whole.completed, whole.scan, whole.media_type) == (True, "clean", "application/pdf")
    assert platform.lake.get(whole.sha256) == content
    row = kept(platform, whole.sha256)
    assert (row["kind"], row["scan"], row["size_bytes"]) == ("upload", "clean", len(content))
    assert not list((platform.settings.home / "uploads").glob(f"{begun.upload_id}*"))
    # the last part again, whose answer got lost
    assert sent(desk, begun, b"", len(content)).completed


def test_続きは受け取ったところからだけ送れる(platform: Platform) -> None:
    desk, content = desk_of(platform), pdf()
    begun = announced(desk, content)
    sent(desk, begun, content[:50])
    for offset in (0, 49, 51):
        with pytest.raises(OffsetMismatch) as refused:
            desk.part(CLIENT, begun.upload_id, offset)
        assert refused.value.members["offset"] == 50
    assert sent(desk, begun, content[50:], 50).completed


def test_接続が切れても届いたところまでは残る(platform: Platform) -> None:
    desk, content = desk_of(platform), pdf()
    begun = announced(desk, content)
    part = desk.part(CLIENT, begun.upload_id, 0)
    part.write(content[:70])
    with pytest.raises(Conflict):  # nobody else meanwhile
        desk.part(CLIENT, begun.upload_id, 0)
    part.leave()
    assert desk.find(CLIENT, begun.upload_id).offset == 70
    assert sent(desk, begun, content[70:], 70).completed


def test_終わりで止まったアップロードは空の部分で終えられる(
    platform: Platform, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, content = desk_of(platform), pdf()
    begun = announced(desk, content)
    with monkeypatch.context() as patched:
        patched.setattr(uploads, "keep_payloads", None)
        with pytest.raises(TypeError):
            sent(desk, begun, content)
    stopped = desk.find(CLIENT, begun.upload_id)
    assert (stopped.offset, stopped.completed) == (len(content), False)
    assert sent(desk, begun, b"", len(content)).completed


def test_知らせた長さを超える分は受け取らない(platform: Platform) -> None:
    desk, content = desk_of(platform), pdf()
    begun = announced(desk, content)
    part = desk.part(CLIENT, begun.upload_id, 0)
    with pytest.raises(BadInput):
        part.write(content + b" ")
    part.leave()
    assert desk.find(CLIENT, begun.upload_id).offset == 0


def macros() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in ("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin"):
            archive.writestr(name, uuid4().bytes)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "verdict", "why"),
    [
        (b"MZ\x90\x00" + b"a" * 99, "clean", "形式"),
        (macros(), "clean", "マクロ"),
        (pdf(), "infected", "ウイルス"),
    ],
    ids=["a program", "macros", "a virus"],
)
def test_受け取れないファイルは跡を残さない(
    platform: Platform, content: bytes, verdict: str, why: str
) -> None:
    desk = desk_of(platform, verdict)
    begun = announced(desk, content)
    with pytest.raises(BadInput, match=why):
        sent(desk, begun, content)
    with pytest.raises(NotFound):
        desk.find(CLIENT, begun.upload_id)
    assert kept(platform, begun.sha256) is None
    assert not platform.lake.exists(begun.sha256)
    assert not list((platform.settings.home / "uploads").glob(f"{begun.upload_id}*"))


def test_知らせと違う中身は受け取らない(platform: Platform) -> None:
    desk, content = desk_of(platform), pdf()
    begun = announced(desk, content)
    with pytest.raises(BadInput, match="sha256"):
        sent(desk, begun, content[:-1] + bytes([content[-1] ^ 1]))
    assert not platform.lake.exists(begun.sha256)


def test_ほかの接続のアップロードはない(platform: Platform) -> None:
    begun = uploaded(desk_of(platform), pdf())
    with pytest.raises(NotFound):
        desk_of(platform).find("somebody-else", begun.upload_id)
    found = uploads.found_uploads(platform.databases, "somebody-else", [begun.sha256])
    assert found == {}


@pytest.mark.parametrize(
    ("name", "size", "digest"),
    [
        ("a/b.pdf", 1, "0" * 64),
        ("a.pdf", 0, "0" * 64),
        ("a.pdf", 200_000_001, "0" * 64),
        ("a.pdf", 1, "G" * 64),
    ],
)
def test_読めない知らせは断る(platform: Platform, name: str, size: int, digest: str) -> None:
    with pytest.raises(BadInput):
        desk_of(platform).announce(CLIENT, name, size, digest)


def test_終わらないものは百件まで(platform: Platform, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "MAX_OPEN", 1)
    desk = desk_of(platform)
    desk.announce("busy", "a.pdf", 1, "0" * 64)
    with pytest.raises(Conflict):
        desk.announce("busy", "b.pdf", 1, "0" * 64)


# ── in a filing ───────────────────────────────────────────────────────────────────────────────


def test_申請は先に送ったファイルをsha256で挙げる(platform: Platform) -> None:
    content = b"%PDF-1.4\n" + uuid4().bytes + bytes(MAX_BYTES)  # more than fits beside a filing
    done = uploaded(desk_of(platform, "quarantined"), content, "動画.pdf")
    document, files = filing_with(platform, {"name": "動画.pdf", "sha256": done.sha256})
    receipt = push(platform, document, files)
    named = {file.name: file for file in receipt.accepted}
    assert named["動画.pdf"].sha256 == done.sha256
    assert named["動画.pdf"].scan == "quarantined"
    assert {file.scan for name, file in named.items() if name != "動画.pdf"} == {"clean"}
    row = kept(platform, done.sha256)
    assert (row["kind"], row["scan"]) == ("attachment", "quarantined")
    with platform.databases.intake.connect() as conn:
        asked = select(attachment.c.size_bytes).where(
            attachment.c.filing_id == receipt.filing_id, attachment.c.name == "動画.pdf"
        )
        assert conn.scalars(asked).one() == len(content)
    # another upload of the same file does not take it from the filing, but tells that it is clean
    uploaded(desk_of(platform), content)
    row = kept(platform, done.sha256)
    assert (row["kind"], row["scan"]) == ("attachment", "clean")


@pytest.mark.parametrize("case", ["unknown", "unfinished", "somebody else's", "expired"])
def test_使えないアップロードを挙げた申請は断る(platform: Platform, case: str) -> None:
    desk, content = desk_of(platform), pdf()
    if case == "unfinished":
        # that somebody else has sent the same file is none of this sender's business
        theirs = desk.announce("other", "a.pdf", len(content), factories.sha256_of(content))
        part = desk.part("other", theirs.upload_id, 0)
        part.write(content)
        assert desk.close("other", theirs.upload_id, part).completed
        digest = sent(desk, announced(desk, content), content[:9]).sha256
    elif case == "unknown":
        digest = factories.sha256_of(content)
    else:
        digest = uploaded(desk, content).sha256
        changed = {"expired": {"expires_at": datetime.now(UTC)}}.get(case, {"client_id": "other"})
        with platform.databases.intake.begin() as conn:
            conn.execute(update(upload).where(upload.c.sha256 == digest).values(changed))
    document, files = filing_with(platform, {"name": "図面.pdf", "sha256": digest})
    with pytest.raises(FaultyFiling) as refused:
        push(platform, document, files)
    (fault,) = refused.value.members["faults"]
    assert "送られていません" in fault["what"]


def test_ウイルスのある添付の申請は名前を挙げて断り添付は残さない(platform: Platform) -> None:
    document = factories.filing_payload(platform.catalog, "04", seed=next(SEEDS))
    files = {each: pdf() for each in factories.filing_attachments(document)}
    with pytest.raises(FaultyFiling) as refused:
        receive(
            platform.databases,
            platform.lake,
            platform.catalog,
            client_id=CLIENT,
            programmes=["04"],
            body=factories.body_of(document),
            attachments=files,
            scanner=Saying("infected"),
        )
    told = json.dumps(refused.value.members["faults"], ensure_ascii=False)
    assert all(f"「{name}」: ウイルスが見つかりました" in told for name in files)
    assert platform.lake.exists(factories.sha256_of(factories.body_of(document)))
    for content in files.values():
        assert not platform.lake.exists(factories.sha256_of(content))
        assert kept(platform, factories.sha256_of(content)) is None


# ── terms ─────────────────────────────────────────────────────────────────────────────────────


def test_期限が過ぎたアップロードは片付けられる(fresh_platform: Platform) -> None:
    desk, content = desk_of(fresh_platform), pdf()
    ended, going = announced(desk, content), announced(desk, content)
    sent(desk, ended, content[:9])
    sent(desk, going, content[:9])
    folder = fresh_platform.settings.home / "uploads"
    (folder / f"{uuid4()}.part").write_bytes(b"of nobody")
    with fresh_platform.databases.intake.begin() as conn:
        over = update(upload).where(upload.c.upload_id == ended.upload_id)
        conn.execute(over.values(expires_at=datetime.now(UTC)))
    with pytest.raises(NotFound):
        desk.find(CLIENT, ended.upload_id)
    assert desk.remove_expired(datetime.now(UTC)) == 1
    assert [path.name for path in folder.iterdir()] == [f"{going.upload_id}.part"]
    assert sent(desk, going, content[9:], 9).completed


def test_隔離したファイルは検査が来たら調べ直す(fresh_platform: Platform) -> None:
    class Reading(Scanner):
        """Finds a virus in every file that says so."""

        def scan_pieces(self, pieces: Iterable[bytes]) -> Any:
            return "infected" if b"virus" in b"".join(pieces) else "clean"

    desk = desk_of(fresh_platform, "quarantined")
    good, bad = uploaded(desk, pdf()), uploaded(desk, pdf() + b"virus")
    seen = uploaded(desk_of(fresh_platform), pdf() + b"virus")  # taken as clean: not asked again
    found = scan_again(fresh_platform.databases, fresh_platform.lake, Reading())
    assert found == {"clean": 1, "infected": 1}
    scans = [kept(fresh_platform, each.sha256)["scan"] for each in (good, bad, seen)]
    assert scans == ["clean", "infected", "clean"]
    document, files = filing_with(fresh_platform, {"name": "図面.pdf", "sha256": bad.sha256})
    with pytest.raises(FaultyFiling) as refused:
        push(fresh_platform, document, files)
    (fault,) = refused.value.members["faults"]
    assert "ウイルス" in fault["what"]
    assert not scan_again(fresh_platform.databases, fresh_platform.lake, Reading())
