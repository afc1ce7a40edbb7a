"""The lake: every payload as received, named by the SHA-256 of its bytes, never changed.

A folder by default (`file://…`), an S3 bucket by URL (`s3://bucket/prefix`, options from `AWS_*`).
Nothing is read but in pieces: an object takes its own size in memory where somebody asks for all of
its bytes, and a piece where they are hashed or handed on. Checking it whole: `mirasapo.store.lake_check`.
"""

from __future__ import annotations

import io
import os
from datetime import timedelta
from hashlib import file_digest, sha256
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import urlsplit
from urllib.request import url2pathname

from obstore.exceptions import BaseError
from obstore.store import LocalStore, from_url

from mirasapo.errors import BadInput, NotFound, NotReady

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from obstore import GetOptions
    from obstore.store import ObjectStore, RetryConfig

_HASH_LENGTH = 64
_PREFIX = "sha256"
_PARTS_AT_ONCE = 4
_PIECE = 1 << 20
SHARDS = tuple(f"{number:02x}" for number in range(256))
"""The first two digits of hashes: the lake is listed by them, so that a list stays short."""
_RETRY: RetryConfig = {"max_retries": 4, "retry_timeout": timedelta(seconds=30)}


class CorruptObject(NotReady):
    """An object of the lake whose bytes are not those that its name says."""

    code = "corrupt_object"
    meaning_ja = "保管庫の原本が、受け取ったときの内容と一致しない"


class Lake:
    """Objects by content hash, in a folder or a bucket."""

    def __init__(self, url: str) -> None:
        self._folder = _folder_of(url)
        try:
            self._store: ObjectStore = (
                LocalStore(self._folder, mkdir=True)
                if self._folder
                else from_url(url, retry_config=_RETRY)  # client options would hide those of AWS_*
            )
        except (BaseError, OSError, ValueError, TypeError) as fault:
            raise NotReady(
                "受信データの保管庫を開けません。",
                "保管庫のURLが正しくないか、書き込む権限がありません。",
                "MIRASAPO_LAKE_URLを確かめてください(file:///フォルダー または s3://バケット)。",
            ) from fault

    def put(self, content: bytes) -> str:
        """Keep the bytes and return their hash; the same bytes again change nothing.

        Durable when it returns: a folder is synced, a bucket has answered. Raises NotReady.
        """
        digest = sha256(content).hexdigest()
        self._keep(digest, content, len(content))
        return digest

    def put_file(self, path: Path) -> str:
        """Keep a file of any size without holding it in memory, and return its hash; as `put`."""
        with path.open("rb") as stream:
            digest = file_digest(stream, "sha256").hexdigest()
        self._keep(digest, path, path.stat().st_size)
        return digest

    def put_stream(self, stream: BinaryIO) -> str:
        """The same of a scratch file that has no name."""
        stream.seek(0)
        found = sha256()
        while piece := stream.read(_PIECE):
            found.update(piece)
        size = stream.tell()
        stream.seek(0)
        self._keep(found.hexdigest(), stream, size)
        return found.hexdigest()

    def _keep(self, digest: str, content: bytes | Path | BinaryIO, size: int) -> None:
        if self._size(digest) == size:
            return
        try:
            # a scratch file and a rename; of a large one so many parts at once are in memory
            self._store.put(_path(digest), content, max_concurrency=_PARTS_AT_ONCE)
            if self._folder is not None:
                _sync(self._folder / _path(digest), self._folder)
        except (BaseError, OSError) as fault:
            raise _cannot_write() from fault

    def get(self, digest: str) -> bytes:
        """The bytes with this hash, verified.

        Raises NotFound when they are not there, CorruptObject when they are others, NotReady when
        the lake does not answer.
        """
        kept, found = io.BytesIO(), sha256()  # its buffer is handed out as it is, not copied
        for piece in self.pieces(digest):
            found.update(piece)
            kept.write(piece)
        if found.hexdigest() != digest:
            raise corrupt(digest)
        return kept.getvalue()

    def part(self, digest: str, start: int, length: int) -> bytes:
        """So many bytes of an object from `start`, not verified; fewer where it ends. As `get`."""
        try:
            return bytes(self._store.get_range(_path(_checked(digest)), start=start, length=length))
        except FileNotFoundError:
            raise _not_there(digest) from None
        except (BaseError, OSError) as fault:
            raise _no_answer() from fault

    def pieces(self, digest: str, start: int = 0) -> Iterator[bytes]:
        """The bytes of an object from `start`, in pieces, not verified: for any size; as `get`."""
        options: GetOptions = {"range": {"offset": start}} if start else {}
        try:
            found = self._store.get(_path(_checked(digest)), options=options)
            for piece in found.stream(min_chunk_size=_PIECE):
                yield bytes(piece)
        except FileNotFoundError:
            raise _not_there(digest) from None
        except (BaseError, OSError) as fault:
            raise _no_answer() from fault

    def intact(self, digest: str) -> bool:
        """Whether the bytes are those that the name says. Raises NotFound, NotReady."""
        found = sha256()
        for piece in self.pieces(digest):
            found.update(piece)
        return found.hexdigest() == digest

    def exists(self, digest: str) -> bool:
        """Whether an object of this name is there; its bytes are not read."""
        return self._size(_checked(digest)) is not None

    def list(self) -> Iterator[str]:
        """The hashes of all objects, in no order; names that are no hash are left out."""
        return (digest for shard in SHARDS for digest in self.shard(shard)[0])

    def shard(self, shard: str) -> tuple[Sequence[str], Sequence[str]]:
        """The hashes that begin with two of the `SHARDS`' digits, and the names that are no hash."""
        hashes, strange = [], []
        for path in self._paths(f"{_PREFIX}/{shard}"):
            digest = path.rsplit("/", 1)[-1]
            if _is_hash(digest) and path == _path(digest):
                hashes.append(digest)
            else:
                strange.append(path)
        return hashes, strange

    def strangers(self) -> Sequence[str]:
        """The names that lie in no shard at all."""
        try:
            top = self._store.list_with_delimiter(_PREFIX)
        except (BaseError, OSError) as fault:
            raise _no_answer() from fault
        folders = {path.rstrip("/") for path in top["common_prefixes"]}
        foreign = folders - {f"{_PREFIX}/{shard}" for shard in SHARDS}
        named = [entry["path"] for entry in top["objects"]]
        return sorted([*named, *(path for folder in foreign for path in self._paths(folder))])

    def remove(self, digest: str) -> bool:
        """Delete an object; whether it was there. Only for what no row of the manifest names.

        Durable when it returns, as `put`. Raises NotReady.
        """
        path = _path(_checked(digest))
        if self._size(digest) is None:
            return False
        try:
            self._store.delete(path)
            if self._folder is not None:
                _sync((self._folder / path).parent, self._folder)
        except FileNotFoundError:
            return False
        except (BaseError, OSError) as fault:
            raise _cannot_write() from fault
        return True

    def probe(self) -> None:
        """Write an object beside the payloads, read it and delete it. Raises NotReady."""
        path = f"probe/{token_hex(8)}"
        try:
            self._store.put(path, path.encode())
            found = bytes(self._store.get(path).bytes())
            self._store.delete(path)
        except (BaseError, OSError) as fault:
            raise _cannot_write() from fault
        if found != path.encode():
            raise _no_answer()

    def _size(self, digest: str) -> int | None:
        try:
            return int(self._store.head(_path(digest))["size"])
        except FileNotFoundError:
            return None
        except (BaseError, OSError) as fault:
            raise _no_answer() from fault

    def _paths(self, prefix: str) -> Iterator[str]:
        try:
            for batch in self._store.list(prefix):
                yield from (entry["path"] for entry in batch)
        except (BaseError, OSError) as fault:
            raise _no_answer() from fault


def _folder_of(url: str) -> Path | None:
    """The folder of a file URL, None for a bucket. Raises BadInput for another kind of URL."""
    parts = urlsplit(url)
    if parts.scheme == "file" and parts.path:
        return Path(url2pathname(parts.path))
    if parts.scheme == "s3" and parts.netloc:
        return None
    raise BadInput(
        "受信データの保管庫のURLを読めません。",
        "file:// でも s3:// でもありません。",
        "MIRASAPO_LAKE_URLを file:///フォルダー または s3://バケット の形で指定してください。",
    )


def _path(digest: str) -> str:
    return f"{_PREFIX}/{digest[:2]}/{digest[2:4]}/{digest}"


def _is_hash(text: str) -> bool:
    return len(text) == _HASH_LENGTH and set(text) <= set("0123456789abcdef")


def _checked(digest: str) -> str:
    if not _is_hash(digest):
        raise BadInput(
            "内容識別子を読めません。",
            "SHA-256の16進数64桁ではありません。",
            "受領時に返された値をそのまま指定してください。",
        )
    return digest


def _sync(path: Path, top: Path) -> None:
    """Make a new file and the folders that name it survive a power cut."""
    while True:
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
        if path == top:
            return
        path = path.parent


def corrupt(digest: str) -> CorruptObject:
    """The refusal of a payload whose bytes are others than those that were received."""
    return CorruptObject(
        "受信データが壊れています。",
        "保管庫の原本が、受け取ったときの内容と一致しません。",
        "mirasapo lake verify で範囲を確かめ、バックアップから戻してください。",
        sha256=digest,
    )


def _not_there(digest: str) -> NotFound:
    return NotFound(
        "受信データが保管庫にありません。",
        "この内容識別子の原本が見つかりません。",
        "mirasapo lake verify で保管庫を確かめてください。",
        sha256=digest,
    )


def _no_answer() -> NotReady:
    return NotReady(
        "受信データの保管庫を読めません。",
        "保管庫が応答しないか、読む権限がありません。",
        "MIRASAPO_LAKE_URLと接続を確かめてください。",
    )


def _cannot_write() -> NotReady:
    return NotReady(
        "受信データを保管できません。",
        "保管庫に空きがないか、書き込む権限がありません。",
        "MIRASAPO_LAKE_URLと空き容量を確かめてから、もう一度送ってください。",
    )
