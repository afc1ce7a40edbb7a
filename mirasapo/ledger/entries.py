"""Entries of the access ledger: one per request and business, append only, never a value.

An entry carries the canonical JSON of what it says (sorted keys, no blanks, UTF-8) and a salt: the
bytes are what a proof hashes, kept as they are because jsonb would render them anew.
"""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import Row, func, insert, select

from mirasapo.store.tables import ledger_entry, support_institution

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from sqlalchemy import Connection

SALT_BYTES = 16
_BATCH = 1000
_APPEND = insert(ledger_entry).returning(ledger_entry.c.entry_id)
_APPEND_ALL = insert(ledger_entry).returning(ledger_entry.c.entry_id, sort_by_parameter_order=True)


@dataclass(frozen=True, slots=True)
class Entry:
    """Who read (or was refused) which items of a business, when, for what and on which basis.

    `actor` is an account id or client_id, `basis` where the right comes from (`request:<uuid>`,
    `setting:<account>`, `own`, `policy`, `consent`, or the rule that refused), `through` the route
    or command.
    """

    business_id: UUID
    actor: str
    purpose: int
    items: tuple[str, ...]
    basis: str
    through: str
    allowed: bool
    reason: str
    occurred_at: datetime
    institution_id: UUID | None = None
    on_behalf_of: str | None = None

    @property
    def canonical(self) -> bytes:
        """The entry as the bytes that are hashed: the same for the same entry, always."""
        return json.dumps(
            {
                "actor": self.actor,
                "allowed": self.allowed,
                "basis": self.basis,
                "business_id": str(self.business_id),
                "institution_id": None if self.institution_id is None else str(self.institution_id),
                "items": sorted(self.items),
                "occurred_at": self.occurred_at.astimezone(UTC).isoformat(timespec="microseconds"),
                "on_behalf_of": self.on_behalf_of,
                "purpose": self.purpose,
                "reason": self.reason,
                "through": self.through,
            },
            ensure_ascii=False,
            separators=(",", ":"),
            sort_keys=True,
        ).encode()


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """An entry as it stands in the ledger, with its number and the institution's name, if any."""

    entry_id: int
    institution_name: str | None
    entry: Entry


@dataclass(frozen=True, slots=True)
class CheckReport:
    """How many entries were read, and the numbers of those whose bytes say something else."""

    entries: int
    mismatches: tuple[int, ...]


def record(conn: Connection, entry: Entry) -> int:
    """Append one entry in the caller's transaction; return its number."""
    entry_id: int = conn.execute(_APPEND, _columns(entry)).scalar_one()
    return entry_id


def record_all(conn: Connection, entries: Iterable[Entry]) -> list[int]:
    """Append entries in the caller's transaction; return their numbers in the same order."""
    rows = [_columns(entry) for entry in entries]
    return list(conn.scalars(_APPEND_ALL, rows)) if rows else []


def _columns(entry: Entry) -> dict[str, object]:
    return {
        "occurred_at": entry.occurred_at,
        "business_id": entry.business_id,
        "actor": entry.actor,
        "institution_id": entry.institution_id,
        "on_behalf_of": entry.on_behalf_of,
        "purpose": entry.purpose,
        "items": sorted(entry.items),
        "basis": entry.basis,
        "through": entry.through,
        "allowed": entry.allowed,
        "reason": entry.reason,
        "canonical": entry.canonical,
        "salt": secrets.token_bytes(SALT_BYTES),
    }


def read(
    conn: Connection, business_id: UUID, *, limit: int = 100, offset: int = 0
) -> list[LedgerRow]:
    """The entries about a business, newest first, as far as the actor may see them."""
    rows = conn.execute(
        select(ledger_entry, support_institution.c.name.label("institution_name"))
        .outerjoin(
            support_institution,
            support_institution.c.institution_id == ledger_entry.c.institution_id,
        )
        .where(ledger_entry.c.business_id == business_id)
        .order_by(ledger_entry.c.entry_id.desc())
        .limit(limit)
        .offset(offset)
    )
    return [LedgerRow(row.entry_id, row.institution_name, _entry(row)) for row in rows]


def count(conn: Connection, business_id: UUID) -> int:
    """The number of entries about a business that the transaction's actor may see."""
    return conn.scalars(select(func.count()).where(ledger_entry.c.business_id == business_id)).one()


def check(conn: Connection) -> CheckReport:
    """Compare every entry's kept bytes with its columns; as a login that reads the whole ledger."""
    read_rows = 0
    mismatches = []
    rows = conn.execution_options(yield_per=_BATCH).execute(
        select(ledger_entry).order_by(ledger_entry.c.entry_id)
    )
    for row in rows:
        read_rows += 1
        if _entry(row).canonical != bytes(row.canonical):
            mismatches.append(row.entry_id)
    return CheckReport(read_rows, tuple(mismatches))


def _entry(row: Row[tuple[object, ...]]) -> Entry:
    return Entry(
        business_id=row.business_id,
        actor=row.actor,
        purpose=row.purpose,
        items=tuple(row.items),
        basis=row.basis,
        through=row.through,
        allowed=row.allowed,
        reason=row.reason,
        occurred_at=row.occurred_at,
        institution_id=row.institution_id,
        on_behalf_of=row.on_behalf_of,
    )
