"""Who acts in a transaction, and the facts that the rule reads about one business."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import Uuid, bindparam, text

from mirasapo.disclosure.rule import APPLICANT, Facts, GrantLine, Narrowing, Suspension
from mirasapo.store.row_security import set_actor

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from mirasapo.catalog import Policy
    from mirasapo.disclosure.rule import Actor

_FACTS = text(
    "SELECT * FROM trust.facts_about(:business, :purpose, CAST(:keys AS text[]))"
).bindparams(bindparam("business", type_=Uuid))


def act_as(
    conn: Connection, actor: Actor, purpose: int = 0, moment: datetime | None = None
) -> datetime:
    """Let the transaction act as `actor` for `purpose`; return the moment that its reads compare.

    Purpose 0 opens no item, only the actor's own requests, settings and records. `moment` None is
    the database's clock.
    """
    return set_actor(
        conn,
        keys=actor.keys,
        business_id=actor.business_id if actor.recipient == APPLICANT else None,
        account=actor.account,
        recipient=actor.recipient,
        purpose=purpose,
        moment=moment,
    )


def facts_about(
    conn: Connection, policy: Policy, actor: Actor, purpose: int, business_id: UUID
) -> Facts:
    """What `decide` needs for this actor, purpose and business; after `act_as`."""
    asked = {"business": business_id, "purpose": purpose, "keys": list(actor.keys)}
    row = conn.execute(_FACTS, asked).one()
    return Facts(
        policy=policy,
        lines=[_line(line) for line in row.lines or ()],
        suspensions=[
            Suspension(business_id, *_validity(suspension)) for suspension in row.suspensions or ()
        ],
        narrowings=[
            Narrowing(n["purpose"], n["recipient"], n["class_bits"]) for n in row.narrowings or ()
        ],
    )


def _line(line: dict[str, Any]) -> GrantLine:
    valid_from, valid_until = _validity(line)
    return GrantLine(
        business_id=UUID(line["business_id"]),
        audience=line["audience"],
        level=line["level"],
        effect=line["effect"],
        purpose=line["purpose"],
        class_bits=line["class_bits"],
        programmes=line["programmes"],
        fiscal_years=line["fiscal_years"],
        valid_from=valid_from,
        valid_until=valid_until,
        origin=line["origin"],
    )


def _validity(row: dict[str, Any]) -> tuple[datetime, datetime | None]:
    until = row["valid_until"]
    return (
        datetime.fromisoformat(row["valid_from"]),
        None if until is None else datetime.fromisoformat(until),
    )
