"""Erasures: what was erased, the objects still to be taken out of the lake, and what may not come back.

Rows go and the entry comes in one transaction; the objects leave the lake after it. Whoever takes
bytes in asks twice: before they are put into the lake, and in the transaction after the manifest
was written, where the answer cannot change any more. So no row is left without its object:

    the removal is still to come    its line is locked by the asker; the bytes are refused for now
    it was a moment ago             the asker may have found the object that is gone; the same
    it was by order                 refused for good: the same bytes are not taken in again
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import ARRAY, Text, bindparam, func, select, text, update

from mirasapo.errors import Erased, NotReady
from mirasapo.store.tables import erased_object, erasure, payload

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from datetime import datetime
    from uuid import UUID

    from sqlalchemy import Connection, Engine

    from mirasapo.store.lake import Lake

_AT_ONCE = 100
_ASK = text(
    """
    SELECT o.sha256, e.kind = 'order' AS by_order
      FROM core.erased_object o JOIN core.erasure e USING (erasure_id)
     WHERE o.sha256 = ANY (:digests)
       AND (e.kind = 'order' OR o.removed_at IS NULL
            OR o.removed_at > clock_timestamp() - interval '10 minutes')
     ORDER BY o.sha256, o.erasure_id
       FOR SHARE OF o
    """
).bindparams(bindparam("digests", type_=ARRAY(Text)))


@dataclass(frozen=True, slots=True)
class ErasureRow:
    """An erasure as its entry tells it: `objects` erased, `pending` those still in the lake."""

    erasure_id: UUID
    kind: str
    erased_at: datetime
    ordered_by: str
    law: str | None
    reason: str
    business_id: UUID | None
    filing_id: UUID | None
    source: str | None
    filing_number: str | None
    objects: int
    pending: int

    def as_dict(self) -> dict[str, Any]:
        """The erasure as `mirasapo erasures list --json` prints it."""
        return asdict(self)


def hold_off(conn: Connection, *, erasing: bool = False) -> None:
    """Let no order erase anything until this transaction ends; or, `erasing`, wait for those.

    Who takes in a batch does it while he looks for erased lines in it, and so an order finds every
    batch that he did not.
    """
    conn.execute(_ORDER if erasing else _BATCH)


_LOCK = "SELECT pg_advisory_xact_lock{}(hashtextextended('core.erasure', 0))"
_ORDER, _BATCH = text(_LOCK.format("")), text(_LOCK.format("_shared"))


def erased_by_order(conn: Connection, digests: Collection[str]) -> set[str]:
    """Those of the hashes that may not come back."""
    found = conn.execute(_ASK, {"digests": sorted(digests)}).all() if digests else []
    return {row.sha256 for row in found if row.by_order}


def refuse_erased(conn: Connection, digests: Collection[str]) -> None:
    """Let nothing come back that was erased by order, nor what is just being removed.

    Called before bytes are put into the lake, and again after their lines in the manifest were
    written, in that transaction. Raises Erased, and NotReady for what is only in the way for now.
    """
    found = conn.execute(_ASK, {"digests": sorted(digests)}).all() if digests else []
    by_order = sorted({row.sha256 for row in found if row.by_order})
    if by_order:
        raise Erased(
            "このデータは受け取れません。",
            "法令に基づいて消去したデータと、一字一句同じです。",
            "消去した部分を除いて作り直し、送ってください。消去の理由は事務局が答えます。",
            sha256=by_order,
        )
    if found:
        raise NotReady(
            "いまは、このデータを受け取れません。",
            "同じ内容の古いデータを、保存期間が過ぎたため片付けているところです。",
            "10分ほど待ってから、同じものをもう一度送ってください。",
        )


def remove_objects(
    engine: Engine,
    lake: Lake,
    *,
    progress: Callable[[int, int | None], object] | None = None,
) -> int:
    """Take out of the lake what was erased and is still there; how many objects were.

    Also what an earlier run left that was stopped. An object that is held again by now stays.
    Raises NotReady when the lake does not answer: what is left stays pending.
    """
    tell = progress or (lambda _done, _total: None)
    columns, removed, done = erased_object.c, 0, 0
    pending = columns.removed_at.is_(None)
    with engine.begin() as conn:
        total = conn.scalars(select(func.count()).where(pending)).one()
    while True:
        with engine.begin() as conn:
            some = conn.scalars(
                select(columns.sha256)
                .where(pending)
                .order_by(columns.sha256)
                .limit(_AT_ONCE)
                .with_for_update(skip_locked=True)
            ).all()
            again = payload.c.sha256.in_(some) & payload.c.within_sha256.is_(None)
            held = set(conn.scalars(select(payload.c.sha256).where(again)))
            for digest in {*some} - held:
                removed += lake.remove(digest)
            gone = update(erased_object).where(pending, columns.sha256.in_(some))
            conn.execute(gone.values(removed_at=func.clock_timestamp()))
        if not some:
            return removed
        done += len(some)
        tell(done, total)


def list_erasures(conn: Connection, *, limit: int = 100) -> list[ErasureRow]:
    """The newest erasures first, as intake or owner."""
    objects = func.count(erased_object.c.sha256)
    pending = objects.filter(erased_object.c.removed_at.is_(None))
    asked = (
        select(erasure, objects.label("objects"), pending.label("pending"))
        .outerjoin(erased_object, erased_object.c.erasure_id == erasure.c.erasure_id)
        .group_by(erasure.c.erasure_id)
        .order_by(erasure.c.erased_at.desc(), erasure.c.erasure_id)
        .limit(limit)
    )
    return [ErasureRow(**row) for row in conn.execute(asked).mappings()]
