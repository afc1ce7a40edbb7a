"""Idempotency-Key: a request that is repeated gets the answer it got, and nothing is done twice.

The answer is written in the transaction of what it answers. A refusal changes nothing, so none is
kept: the request may be put right and sent again under the same key.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert

from mirasapo.errors import BadInput, KeyInFlight, KeyReused
from mirasapo.store.tables import idempotent_answer

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Connection

    from mirasapo.store.databases import Databases

MAX_KEY = 255
_COLUMNS = idempotent_answer.c


@dataclass(frozen=True, slots=True)
class Once:
    """A request of `client_id` under its own `key`, told from others by the hash of what it asks.

    Its answer is kept for `lifetime`.
    """

    client_id: str
    key: str
    request_sha256: str
    lifetime: timedelta

    def __post_init__(self) -> None:
        """Raises BadInput for a key that is no text of 1–255 visible ASCII characters."""
        if not (0 < len(self.key) <= MAX_KEY and self.key.isascii() and self.key.isprintable()):
            raise BadInput(
                "Idempotency-Key を読めません。",
                f"半角の文字で1文字から{MAX_KEY}文字までです。",
                "送信ごとに新しい UUID を作り、送り直すときは同じものを付けてください。",
            )

    def earlier(self, databases: Databases) -> dict[str, Any] | None:
        """The answer to the same request before; None when there is none, or no longer.

        Raises KeyReused when another request was answered under the key.
        """
        with databases.intake.begin() as conn:
            return self._earlier(conn)

    def claim(self, conn: Connection) -> None:
        """Keep others from using the key until the transaction ends.

        Raises KeyInFlight when somebody else has it, or has just been answered under it.
        """
        name = func.hashtextextended(f"idempotency\n{self.client_id}\n{self.key}", 0)
        free = conn.scalars(select(func.pg_try_advisory_xact_lock(name))).one()
        if not free or self._earlier(conn) is not None:
            raise KeyInFlight(
                "同じ Idempotency-Key の送信を処理しています。",
                "前の送信の結果がまだ決まっていません。",
                "少し待ってから、同じ内容をもう一度送ってください。",
            )

    def remember(self, conn: Connection, answer: Mapping[str, Any]) -> None:
        """Keep the answer, in the transaction of what it answers."""
        moment = datetime.now(UTC)
        row = {
            "client_id": self.client_id,
            "idempotency_key": self.key,
            "request_sha256": self.request_sha256,
            "answer": json.dumps(answer, ensure_ascii=False),
            "answered_at": moment,
            "expires_at": moment + self.lifetime,
        }
        kept = insert(idempotent_answer).values(row)
        conn.execute(  # one that is still there is past its term: `claim` has looked
            kept.on_conflict_do_update(
                index_elements=idempotent_answer.primary_key.columns,
                set_={name: kept.excluded[name] for name in list(row)[2:]},
            )
        )

    def _earlier(self, conn: Connection) -> dict[str, Any] | None:
        found = conn.execute(
            select(_COLUMNS.request_sha256, _COLUMNS.answer).where(
                _COLUMNS.client_id == self.client_id,
                _COLUMNS.idempotency_key == self.key,
                _COLUMNS.expires_at > datetime.now(UTC),
            )
        ).one_or_none()
        if found is None:
            return None
        if found.request_sha256 != self.request_sha256:
            raise KeyReused(
                "この Idempotency-Key は、別の内容の送信に使われています。",
                "同じ鍵で送り直せるのは、本文も添付も一字一句同じときだけです。",
                "内容を変えて送るときは、新しい Idempotency-Key を付けてください。",
            )
        answer: dict[str, Any] = json.loads(found.answer)
        return answer


def request_hash(operation: str, body: bytes, files: Mapping[str, bytes] | None = None) -> str:
    """What tells one request from another: what is asked for, the body, the files and their names."""
    parts: Iterable[str] = (
        f"{name}\n{sha256(content).hexdigest()}" for name, content in sorted((files or {}).items())
    )
    return sha256("\n".join([operation, sha256(body).hexdigest(), *parts]).encode()).hexdigest()


def forget_expired(conn: Connection, moment: datetime) -> int:
    """Delete the answers whose term is over; how many they were."""
    gone = idempotent_answer.delete().where(_COLUMNS.expires_at <= moment)
    return conn.execute(gone).rowcount
