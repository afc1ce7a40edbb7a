"""開示設定: what a business opens or closes by itself, its one switch, and the Agency's switch.

Every function sets the transaction's actor itself; row security lets a business write its own rows
only, and the Agency alone narrow the ceiling.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal
from uuid import UUID

from sqlalchemy import and_, insert, or_, select, update
from sqlalchemy.dialects.postgresql import insert as upsert

from mirasapo.catalog.policy import class_bits
from mirasapo.disclosure.acting import act_as
from mirasapo.disclosure.rule import AGENCY, APPLICANT, GRANTEES, classes_of
from mirasapo.errors import BadInput, Conflict, NotAllowed, NotFound
from mirasapo.store.tables import grant_line, narrowing, suspension

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from sqlalchemy import ColumnElement, Connection

    from mirasapo.catalog import Policy
    from mirasapo.disclosure.rule import Actor

_INSTITUTION = re.compile(r"institution:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_SERVICE = re.compile(r"service:\S+")


def set_line(
    conn: Connection,
    policy: Policy,
    actor: Actor,
    *,
    audience: str,
    effect: Literal["allow", "deny"],
    purpose: int,
    data_classes: Collection[int],
    programmes: Collection[str] | None = None,
    fiscal_years: Collection[int] | None = None,
    valid_until: datetime | None = None,
    moment: datetime | None = None,
) -> int:
    """Open or close data classes for an audience from now on; return the line's number.

    `audience`: `all`, `kind:<kind>`, `institution:<uuid>` or `service:<client_id>`. Raises
    NotAllowed when the actor is no business or opens more than the policy does, BadInput for an
    audience, purpose or data class that does not exist.
    """
    now = act_as(conn, actor, moment=moment)
    business_id = _own_business(actor)
    level = _level(policy, audience)
    if purpose not in policy.purposes or not data_classes or effect not in {"allow", "deny"}:
        raise _unreadable("利用目的、データ区分、許可・拒否のどれかが正しくありません。")
    if not set(data_classes) <= set(policy.data_classes):
        raise _unreadable("データ区分の番号が正しくありません。")
    if valid_until is not None and valid_until <= now:
        raise _unreadable("有効期限がすでに過ぎています。")
    ceiling = 0
    for recipient in GRANTEES:
        ceiling |= policy.ceiling(purpose, recipient)
    over = classes_of(class_bits(data_classes) & ~ceiling)
    if effect == "allow" and over:
        names = "、".join(f"「{policy.data_classes[number]}」" for number in over)
        raise NotAllowed(
            f"データ区分{names}は開示できません。",
            f"利用目的「{policy.purposes[purpose]}」では、データ利活用ポリシーの上限を超えます。",
            "上限の中のデータ区分だけを選んでください。",
            over=list(over),
            ceiling=list(classes_of(ceiling)),
        )
    row = {
        "business_id": business_id,
        "audience": audience,
        "level": level,
        "effect": effect,
        "purpose": purpose,
        "class_bits": class_bits(data_classes),
        "programmes": None if programmes is None else sorted(set(programmes)),
        "fiscal_years": None if fiscal_years is None else sorted(set(fiscal_years)),
        "valid_from": now,
        "valid_until": valid_until,
        "origin": f"setting:{actor.account}",
    }
    made = insert(grant_line).values(row).returning(grant_line.c.line_id)
    line_id: int = conn.scalars(made).one()
    return line_id


def end_line(
    conn: Connection, actor: Actor, line_id: int, *, moment: datetime | None = None
) -> None:
    """End a line that was set here, at once.

    Raises NotFound when there is none of that number in force; an approval is revoked instead.
    """
    now = act_as(conn, actor, moment=moment)
    ended = conn.execute(
        update(grant_line)
        .where(grant_line.c.line_id == line_id)
        .where(grant_line.c.business_id == _own_business(actor))
        .where(grant_line.c.origin.like("setting:%"))
        .where(or_(grant_line.c.valid_until.is_(None), grant_line.c.valid_until > now))
        .values(valid_until=now)
    )
    if ended.rowcount == 0:
        raise NotFound(
            "開示設定が見つかりません。",
            "この番号の有効な設定がないか、自社の設定ではありません。",
            "開示設定の一覧から選び直してください。",
        )


def suspend(conn: Connection, actor: Actor, *, moment: datetime | None = None) -> int:
    """Close everything for everybody else until it is lifted; Conflict when it is closed."""
    now = act_as(conn, actor, moment=moment)
    business_id = _own_business(actor)
    if conn.execute(select(suspension.c.suspension_id).where(_standing(business_id, now))).first():
        raise Conflict(
            "開示を停止できません。",
            "すでに停止しています。",
            "再開するときは、停止の解除を選んでください。",
        )
    row = {"business_id": business_id, "valid_from": now, "set_by": UUID(actor.account)}
    made = insert(suspension).values(row).returning(suspension.c.suspension_id)
    suspension_id: int = conn.scalars(made).one()
    return suspension_id


def lift(conn: Connection, actor: Actor, *, moment: datetime | None = None) -> None:
    """Open again what grants open. Raises Conflict when nothing is suspended."""
    now = act_as(conn, actor, moment=moment)
    standing = _standing(_own_business(actor), now)
    if conn.execute(update(suspension).where(standing).values(valid_until=now)).rowcount == 0:
        raise Conflict(
            "停止を解除できません。",
            "開示は停止されていません。",
            "開示設定で現在の状態を確かめてください。",
        )


def narrow(
    conn: Connection,
    policy: Policy,
    actor: Actor,
    *,
    purpose: int,
    recipient: int,
    data_classes: Collection[int],
    reason: str,
    moment: datetime | None = None,
) -> None:
    """Close data classes of the ceiling for a purpose and recipient, in place of what was closed.

    No class opens the ceiling again. Raises NotAllowed when the actor is not the Agency, BadInput
    for a cell that the policy does not have or a missing reason.
    """
    act_as(conn, actor, moment=moment)
    if actor.recipient != AGENCY:
        raise NotAllowed(
            "開示の上限を変更できません。",
            "変更できるのは中小企業庁の担当者だけです。",
            "担当者のアカウントでサインインしてください。",
        )
    if (
        purpose not in policy.purposes
        or recipient not in policy.recipients
        or not set(data_classes) <= set(policy.data_classes)
    ):
        raise _unreadable("利用目的、提供先、データ区分のどれかが正しくありません。")
    if not reason.strip():
        raise _unreadable("理由がありません。")
    closed = {"class_bits": class_bits(data_classes), "reason": reason.strip()}
    cell = {"purpose": purpose, "recipient": recipient}
    conn.execute(
        upsert(narrowing)
        .values(**cell, **closed)
        .on_conflict_do_update(index_elements=["purpose", "recipient"], set_=closed)
    )


def _own_business(actor: Actor) -> UUID:
    if actor.recipient != APPLICANT or actor.business_id is None:
        raise NotAllowed(
            "開示設定を変更できません。",
            "変更できるのは事業者本人だけです。",
            "事業者のアカウントでサインインしてください。",
        )
    return actor.business_id


def _level(policy: Policy, audience: str) -> int:
    """How specific an audience is. Raises BadInput for one that does not exist."""
    if audience == "all":
        return 0
    if audience.startswith("kind:") and audience.removeprefix("kind:") in policy.institution_kinds:
        return 1
    if _INSTITUTION.fullmatch(audience) or _SERVICE.fullmatch(audience):
        return 2
    raise _unreadable("開示する相手が正しくありません。")


def _standing(business_id: UUID, now: datetime) -> ColumnElement[bool]:
    return and_(
        suspension.c.business_id == business_id,
        or_(suspension.c.valid_until.is_(None), suspension.c.valid_until > now),
    )


def _unreadable(what: str) -> BadInput:
    return BadInput(what, "", "指定を確かめて、やり直してください。")
