"""What ids are called: people, systems, institutions, and businesses of the public register."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import select

from mirasapo.store.tables import account, client, register_body, support_institution

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class Institution:
    """A support institution by name and kind."""

    institution_id: UUID
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Body:
    """A business as the public register has it."""

    business_id: UUID
    name: str
    corporate_number: str


def actors(conn: Connection, ids: Collection[str]) -> dict[str, str]:
    """What the actors of ledger entries are called, by account id or client_id."""
    people = conn.execute(
        select(account.c.account_id, account.c.display_name).where(
            account.c.account_id.in_([each for each in map(_uuid, ids) if each is not None])
        )
    )
    systems = conn.execute(
        select(client.c.client_id, client.c.name).where(client.c.client_id.in_(ids))
    )
    return {str(row[0]): row[1] for rows in (people, systems) for row in rows}


def institutions(conn: Connection, ids: Collection[UUID]) -> dict[UUID, Institution]:
    """Support institutions by id."""
    table = support_institution.c
    rows = conn.execute(
        select(table.institution_id, table.name, table.kind).where(table.institution_id.in_(ids))
    )
    return {row.institution_id: Institution(*row) for row in rows}


def bodies(conn: Connection, ids: Collection[UUID]) -> dict[UUID, Body]:
    """Businesses by id; those that the register does not have are left out."""
    table = register_body.c
    rows = conn.execute(
        select(table.business_id, table.name, table.corporate_number).where(
            table.business_id.in_(ids)
        )
    )
    return {row.business_id: Body(*row) for row in rows}


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
