"""Attachments sent in parts, before the filing that names them: what was received is never sent twice.

An upload is announced with name, size and SHA-256, then its bytes come in order, in as many requests
as it takes. They lie in a scratch file of the home, whose length is how far the upload is; after a
cut connection, or a kill -9, the sender asks for it and goes on from there. With the last byte the
file is hashed, recognised, scanned and put into the lake: from then on a filing may name it.
"""

from __future__ import annotations

import fcntl
import os
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import file_digest
from typing import TYPE_CHECKING, Any, Self
from uuid import uuid4

from sqlalchemy import func, insert, select, update

from mirasapo.errors import BadInput, Conflict, NotFound, OffsetMismatch
from mirasapo.intake.attachments import Sent, is_file_name
from mirasapo.intake.kinds import KINDS, Kind, recognise
from mirasapo.intake.scanning import Scanner
from mirasapo.intake.upload_part import Part, elsewhere, not_received
from mirasapo.intake.writing import PayloadRow, keep_payloads
from mirasapo.store.among import among
from mirasapo.store.erasures import refuse_erased
from mirasapo.store.tables import payload, upload

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path
    from uuid import UUID

    from sqlalchemy import Connection, RowMapping

    from mirasapo.intake.attachments import Uploads
    from mirasapo.intake.scanning import Scan
    from mirasapo.settings import Settings
    from mirasapo.store.databases import Databases
    from mirasapo.store.lake import Lake

MAX_UPLOAD = 200_000_000
MAX_OPEN = 100
KIND = "upload"
"""The kind of a payload that no filing has named yet."""
_HEX = set("0123456789abcdef")
_HASH_LENGTH = 64
_KINDS = {media_type: kind for kind, media_type in KINDS.items()}


@dataclass(frozen=True, slots=True)
class Upload:
    """How far an upload is; `scan` and `media_type` are None until it is complete."""

    upload_id: UUID
    name: str
    size_bytes: int
    sha256: str
    offset: int
    expires_at: datetime
    completed: bool
    media_type: str | None
    scan: str | None

    def as_dict(self) -> dict[str, Any]:
        """The answer to the sender."""
        return {
            "upload_id": str(self.upload_id),
            "state": "completed" if self.completed else "receiving",
            "name": self.name,
            "size_bytes": self.size_bytes,
            "sha256": self.sha256,
            "offset": self.offset,
            "media_type": self.media_type,
            "scan": self.scan,
            "expires_at": self.expires_at.isoformat(),
        }


class UploadDesk:
    """Takes in the uploads of all senders: rows in `core.upload`, bytes in scratch files of `folder`.

    All processes that take in parts must see the same folder. An upload ends `lifetime` after it
    was announced, whether it is complete or not.
    """

    def __init__(
        self,
        databases: Databases,
        lake: Lake,
        folder: Path,
        scanner: Scanner,
        lifetime: timedelta,
    ) -> None:
        self._databases = databases
        self._lake = lake
        self._folder = folder
        self._scanner = scanner
        self._lifetime = lifetime

    @classmethod
    def of(cls, databases: Databases, lake: Lake, settings: Settings) -> Self:
        """The desk that the settings describe."""
        return cls(
            databases,
            lake,
            settings.home / "uploads",
            Scanner(settings.clamd),
            timedelta(hours=settings.upload_hours),
        )

    def announce(self, client_id: str, name: str, size_bytes: int, sha256: str) -> Upload:
        """Begin an upload. Raises BadInput, Conflict when the sender has too many unfinished, Erased."""
        _require_readable(name, size_bytes, sha256)
        self._folder.mkdir(parents=True, exist_ok=True)
        moment, upload_id = datetime.now(UTC), uuid4()
        row = {
            "upload_id": upload_id,
            "client_id": client_id,
            "name": name,
            "size_bytes": size_bytes,
            "sha256": sha256,
            "started_at": moment,
            "expires_at": moment + self._lifetime,
        }
        with self._databases.intake.begin() as conn:
            refuse_erased(conn, [sha256])
            unfinished = select(func.count()).where(
                upload.c.client_id == client_id,
                upload.c.completed_at.is_(None),
                upload.c.expires_at > moment,
            )
            if conn.scalars(unfinished).one() >= MAX_OPEN:
                raise Conflict(
                    "アップロードを始められません。",
                    f"終わっていないものが {MAX_OPEN} 件あります。",
                    "終わっていないものを最後まで送るか、期限が過ぎるのを待ってください。",
                )
            conn.execute(insert(upload).values(row))
        self._scratch(upload_id).touch()
        return self.find(client_id, upload_id)

    def find(self, client_id: str, upload_id: UUID) -> Upload:
        """How far an upload of this sender is. Raises NotFound, also when its term is over."""
        with self._databases.intake.begin() as conn:
            row = _row(conn, client_id, upload_id)
        completed = row["completed_at"] is not None
        return Upload(
            upload_id=upload_id,
            name=row["name"],
            size_bytes=row["size_bytes"],
            sha256=row["sha256"],
            offset=row["size_bytes"] if completed else self._length(upload_id),
            expires_at=row["expires_at"],
            completed=completed,
            media_type=row["media_type"],
            scan=row["scan"] if completed else None,  # others may have sent the same file
        )

    def part(self, client_id: str, upload_id: UUID, offset: int) -> Part:
        """A part that begins at `offset`; nobody else can add one until it is closed.

        Raises NotFound, OffsetMismatch, or Conflict when another part is just coming in.
        """
        known = self.find(client_id, upload_id)
        if known.completed:
            if offset != known.size_bytes:
                raise elsewhere(known.size_bytes)
            return Part(None, known.size_bytes, known.size_bytes)
        stream = self._scratch(upload_id).open("ab")
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
            length = stream.seek(0, os.SEEK_END)
            if length != offset:
                raise elsewhere(length)
        except BlockingIOError:
            stream.close()
            raise Conflict(
                "この部分は受け取れません。",
                "同じアップロードの別の部分を受け取っています。",
                "その送信が終わってから、続きの位置を確かめて送ってください。",
            ) from None
        except OffsetMismatch:
            stream.close()
            raise
        return Part(stream, length, known.size_bytes)

    def close(self, client_id: str, upload_id: UUID, part: Part) -> Upload:
        """Keep what came of a part and, if it was the last, take the file in.

        Raises BadInput when the file is not what was announced or may not be received: the upload
        is gone then. A part whose connection was cut is left (`Part.leave`) instead.
        """
        try:
            part.settle()
            known = self.find(client_id, upload_id)
            if known.completed or known.offset < known.size_bytes:
                return known
            self._complete(client_id, known)
            return self.find(client_id, upload_id)
        finally:
            part.release()

    def _complete(self, client_id: str, known: Upload) -> None:
        path = self._scratch(known.upload_id)
        try:
            kind, scan = self._examined(path, known)
        except BadInput:
            self.discard(client_id, known.upload_id)
            raise
        digest = self._lake.put_file(path)
        media_type = KINDS[kind]
        done = (
            update(upload)
            .where(upload.c.upload_id == known.upload_id)
            .values(completed_at=datetime.now(UTC), media_type=media_type)
        )
        with self._databases.intake.begin() as conn:
            keep_payloads(
                conn, [PayloadRow(digest, known.size_bytes, media_type, KIND, client_id, scan)]
            )
            conn.execute(done)
        path.unlink(missing_ok=True)

    def _examined(self, path: Path, known: Upload) -> tuple[str, Scan]:
        """The kind of a file and what the scanner says. Raises BadInput for one not to be received."""
        with path.open("rb") as stream:
            if file_digest(stream, "sha256").hexdigest() != known.sha256:
                why = "途中で変わったか、別のファイルです。初めから送り直してください。"
                raise not_received("内容が sha256 と一致しません。", why)
            kind = recognise(stream)
            if kind.macros:
                why = "マクロを含まない形式で保存し直してください。"
                raise not_received("マクロを含むファイルは受け取れません。", why)
            if kind.name is None:
                raise not_received(
                    "受け取れない形式です。", f"{'・'.join(KINDS)} のどれかの形式で送ってください。"
                )
            stream.seek(0)
            scan = self._scanner.scan_stream(stream)
        if scan == "infected":
            why = "送る前に、ウイルス対策ソフトで確かめてください。"
            raise not_received("ウイルスが見つかりました。", why)
        return kind.name, scan

    def discard(self, client_id: str, upload_id: UUID) -> None:
        """End an upload; a complete file that no filing has named stays in the lake as `upload`."""
        gone = upload.delete().where(
            upload.c.client_id == client_id, upload.c.upload_id == upload_id
        )
        with self._databases.intake.begin() as conn:
            conn.execute(gone)
        self._scratch(upload_id).unlink(missing_ok=True)

    def remove_expired(self, moment: datetime) -> int:
        """Delete the uploads whose term is over, and scratch files that no row knows; how many."""
        if not self._folder.is_dir():
            return 0
        files = list(self._folder.glob("*.part"))  # before the rows: a new one has its row first
        with self._databases.intake.begin() as conn:
            ended = conn.execute(upload.delete().where(upload.c.expires_at <= moment)).rowcount
            known = {self._scratch(each) for each in conn.scalars(select(upload.c.upload_id))}
        for path in set(files) - known:
            path.unlink(missing_ok=True)
        return ended

    def _scratch(self, upload_id: UUID) -> Path:
        return self._folder / f"{upload_id}.part"

    def _length(self, upload_id: UUID) -> int:
        try:
            return self._scratch(upload_id).stat().st_size
        except FileNotFoundError:
            return 0


def found_uploads(databases: Databases, client_id: str, digests: Collection[str]) -> Uploads:
    """Those of the hashes that this sender has uploaded and whose term is not over."""
    if not digests:
        return {}
    with databases.intake.begin() as conn:
        return uploads_of(conn, client_id, digests)


def uploads_of(conn: Connection, client_id: str, digests: Collection[str]) -> Uploads:
    """The same over a connection that is there."""
    asked = (
        select(payload.c.sha256, payload.c.size_bytes, payload.c.media_type, payload.c.scan)
        .join(upload, upload.c.sha256 == payload.c.sha256)
        .where(
            upload.c.client_id == client_id,
            among(upload.c.sha256, digests),
            upload.c.completed_at.is_not(None),
            upload.c.expires_at > datetime.now(UTC),
        )
    )
    return {
        row.sha256: Sent(
            row.sha256, row.size_bytes, Kind(_KINDS[row.media_type]), row.scan, MAX_UPLOAD
        )
        for row in conn.execute(asked)
    }


def _row(conn: Connection, client_id: str, upload_id: UUID) -> RowMapping:
    asked = (
        select(upload, payload.c.scan)
        .outerjoin(payload, payload.c.sha256 == upload.c.sha256)
        .where(
            upload.c.client_id == client_id,
            upload.c.upload_id == upload_id,
            upload.c.expires_at > datetime.now(UTC),
        )
    )
    found = conn.execute(asked).mappings().one_or_none()
    if found is None:
        raise NotFound(
            "アップロードが見つかりません。",
            "この接続のものではないか、期限が過ぎたか、断られています。",
            "初めから送り直してください。",
        )
    return found


def _require_readable(name: str, size_bytes: int, sha256: str) -> None:
    if not is_file_name(name):
        raise not_received("name を読めません。", "フォルダーを含まないファイル名を書きます。")
    if not 0 < size_bytes <= MAX_UPLOAD:
        why = f"1 バイトから {MAX_UPLOAD // 1_000_000}MB までです。"
        raise not_received("大きさが受け取れる範囲にありません。", why)
    if len(sha256) != _HASH_LENGTH or not set(sha256) <= _HEX:
        raise not_received("sha256 を読めません。", "16進数(小文字)64桁で書きます。")
