"""The conflicts that a person lists and settles, as the projection left them in `core.conflict`."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Text, cast, or_, select

from mirasapo.errors import NotFound
from mirasapo.store.tables import business, conflict

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """A conflict with the business that it is about; `claims` as `conflict.Claim.as_dict`.

    The claim that wins is the first. There is no value in it: who settles one looks at the sources.
    """

    conflict_id: str
    business_id: UUID
    corporate_number: str | None
    table_name: str
    row_key: str
    unit: str
    item_keys: Sequence[str]
    kind: str
    state: str
    claims: Sequence[dict[str, Any]]
    settled_by: str | None

    @property
    def sources(self) -> list[str]:
        """Who claims something, the winner first."""
        return [claim["source"] for claim in self.claims]

    def as_dict(self) -> dict[str, Any]:
        """The conflict as `mirasapo master conflicts --json` prints it."""
        return asdict(self)


_COLUMNS = (
    *(conflict.c[name] for name in ("conflict_id", "business_id")),
    business.c.corporate_number,
    *(
        conflict.c[name]
        for name in ("table_name", "row_key", "unit", "item_keys", "kind", "state", "claims")
    ),
    conflict.c.settled_by,
)
_KNOWN = select(*_COLUMNS).join(business, business.c.business_id == conflict.c.business_id)


def list_conflicts(
    conn: Connection,
    *,
    named: str | None = None,
    states: Sequence[str] = ("open",),
    limit: int = 1000,
) -> list[ConflictRow]:
    """Conflicts in these states, as intake; at most `limit`, by business and table.

    `named` is the corporate number, the sole proprietor's key or the id of one business. Raises
    NotFound where there is no such business.
    """
    asked = _KNOWN.where(conflict.c.state.in_(states))
    if named is not None:
        asked = asked.where(conflict.c.business_id == _business(conn, named))
    order = (business.c.corporate_number, *(conflict.c[n] for n in ("business_id", "table_name")))
    found = conn.execute(asked.order_by(*order, conflict.c.conflict_id).limit(limit))
    return [ConflictRow(*row) for row in found]


def read_conflict(conn: Connection, conflict_id: str) -> ConflictRow:
    """One conflict. Raises NotFound for an id that there is not, or not any more."""
    row = conn.execute(_KNOWN.where(conflict.c.conflict_id == conflict_id)).one_or_none()
    if row is None:
        raise NotFound(
            "食い違いが見つかりません。",
            "この識別子の食い違いは、ないか、すでになくなっています。",
            "mirasapo master conflicts で一覧を確かめてください。",
        )
    return ConflictRow(*row)


def _business(conn: Connection, named: str) -> UUID:
    columns = business.c
    names = (columns.corporate_number, columns.sole_proprietor_key, cast(columns.business_id, Text))
    known = select(columns.business_id).where(or_(*(name == named for name in names)))
    found: UUID | None = conn.scalars(known).first()
    if found is None:
        raise NotFound(
            "事業者が見つかりません。",
            "この番号の事業者は登録されていません。",
            "法人番号か個人事業主整理番号を確かめてください。",
        )
    return found
