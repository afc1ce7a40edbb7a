"""開示依頼: a supporter asks, the business answers, and may revoke.

What persons did is stored, the state is derived when read (`state`), also in lists. An approval is
a grant line with origin `request:<uuid>`; revoking ends the line at that moment, and since a line
is over at its `valid_until`, the next read is refused. Each function sets the transaction's actor.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal
from uuid import UUID

from sqlalchemy import Row, func, insert, select, text, update

from mirasapo.catalog.policy import class_bits
from mirasapo.disclosure.acting import act_as
from mirasapo.disclosure.rule import APPLICANT, GRANTEES, classes_of
from mirasapo.errors import BadInput, Conflict, NotAllowed, NotFound
from mirasapo.store.tables import disclosure_request, grant_line, narrowing, support_institution

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime

    from sqlalchemy import Connection, Select

    from mirasapo.catalog import Policy
    from mirasapo.disclosure.rule import Actor

State = Literal[
    "pending", "approved", "partly_approved", "refused", "withdrawn", "revoked", "expired"
]
STATES: Mapping[State, str] = {
    "pending": "回答待ち",
    "approved": "承認",
    "partly_approved": "一部承認",
    "refused": "拒否",
    "withdrawn": "取下げ",
    "revoked": "撤回",
    "expired": "期限切れ",
}
_KNOWS_BUSINESS = text("SELECT core.knows_business(:business)")


@dataclass(frozen=True, slots=True)
class Request:
    """A request as both sides read it at the moment `read_at`.

    `programmes` and `fiscal_years` None: all. `approved_classes` None: not answered yet; empty:
    refused. `granted_until`: when what was approved ends or ended.
    """

    request_id: UUID
    business_id: UUID
    institution_id: UUID
    institution_name: str
    requested_by: UUID
    purpose: int
    purpose_text: str
    data_classes: tuple[int, ...]
    programmes: tuple[str, ...] | None
    fiscal_years: tuple[int, ...] | None
    valid_until: datetime
    requested_at: datetime
    answered_at: datetime | None
    approved_classes: tuple[int, ...] | None
    granted_until: datetime | None
    withdrawn_at: datetime | None
    revoked_at: datetime | None
    message: str | None
    read_at: datetime

    @property
    def state(self) -> State:
        """The state at the moment of reading."""
        return state(self, self.read_at)


def state(request: Request, moment: datetime) -> State:
    """The state of a request at a moment, from what persons did and from the clock alone."""
    if request.withdrawn_at is not None:
        return "withdrawn"
    if request.approved_classes is None:
        return "pending" if moment < request.valid_until else "expired"
    if not request.approved_classes:
        return "refused"
    if request.revoked_at is not None:
        return "revoked"
    if request.granted_until is None or request.granted_until <= moment:
        return "expired"
    everything = request.approved_classes == request.data_classes
    return "approved" if everything else "partly_approved"


def request(
    conn: Connection,
    policy: Policy,
    actor: Actor,
    *,
    business_id: UUID,
    purpose: int,
    purpose_text: str,
    data_classes: Collection[int],
    valid_until: datetime,
    programmes: Collection[str] | None = None,
    fiscal_years: Collection[int] | None = None,
    message: str | None = None,
    moment: datetime | None = None,
) -> UUID:
    """Ask a business to open data classes for a purpose; return the request's id.

    Raises NotAllowed when the actor may not ask, or asks for more than the policy opens to it;
    BadInput for something missing or unknown; NotFound when there is no such business.
    """
    now = act_as(conn, actor, moment=moment)
    if actor.institution_id is None or actor.recipient not in GRANTEES:
        raise NotAllowed(
            "開示依頼を出せません。",
            actor.lapsed or "開示依頼を出せるのは、支援機関に所属する支援者だけです。",
            "支援機関の登録を、事務局に確かめてください。"
            if actor.lapsed
            else "支援機関のアカウントでサインインしてください。",
        )
    _check_question(policy, purpose, purpose_text, data_classes)
    _check_scope(programmes, fiscal_years)
    if valid_until <= now:
        raise _bad("有効期限がすでに過ぎています。", "これからの日時を指定してください。")
    check_ceiling(conn, policy, actor, purpose, class_bits(data_classes))
    if conn.scalars(_KNOWS_BUSINESS, {"business": business_id}).one() is None:
        raise NotFound(
            "事業者が見つかりません。",
            "この番号の事業者は登録されていません。",
            "事業者名で検索し直してください。",
        )
    row = {
        "business_id": business_id,
        "institution_id": actor.institution_id,
        "requested_by": UUID(actor.account),
        "purpose": purpose,
        "purpose_text": purpose_text.strip(),
        "class_bits": class_bits(data_classes),
        "programmes": None if programmes is None else sorted(set(programmes)),
        "fiscal_years": None if fiscal_years is None else sorted(set(fiscal_years)),
        "valid_until": valid_until,
        "requested_at": now,
        "message": message,
    }
    made = insert(disclosure_request).values(row).returning(disclosure_request.c.request_id)
    request_id: UUID = conn.scalars(made).one()
    return request_id


def answer(
    conn: Connection,
    actor: Actor,
    request_id: UUID,
    approved_classes: Collection[int],
    *,
    valid_until: datetime | None = None,
    moment: datetime | None = None,
) -> Request:
    """Approve some of the classes asked for, until what was asked for or sooner; none is a refusal.

    Raises NotAllowed when the actor is not the business, NotFound when it was not asked, Conflict
    when the request is no longer pending, BadInput for more than was asked.
    """
    now = act_as(conn, actor, moment=moment)
    asked = _locked(conn, actor, request_id, now)
    if asked.state != "pending":
        raise _conflict("この開示依頼には回答できません。", asked)
    beyond = sorted(set(approved_classes) - set(asked.data_classes))
    if beyond:
        raise _bad(
            f"依頼されていないデータ区分(番号 {_listed(beyond)})は承認できません。",
            "依頼されたデータ区分の中から選んでください。",
        )
    until = asked.valid_until if valid_until is None else valid_until
    if not now < until <= asked.valid_until:
        raise _bad(
            "有効期限は、現在より後で、依頼された期限までの間でなければなりません。",
            "有効期限を選び直してください。",
        )
    bits = class_bits(approved_classes)
    _store(conn, request_id, answered_at=now, answered_by=UUID(actor.account), approved_bits=bits)
    if bits:
        line = {
            "business_id": asked.business_id,
            "audience": f"institution:{asked.institution_id}",
            "level": 2,
            "effect": "allow",
            "purpose": asked.purpose,
            "class_bits": bits,
            "programmes": None if asked.programmes is None else list(asked.programmes),
            "fiscal_years": None if asked.fiscal_years is None else list(asked.fiscal_years),
            "valid_from": now,
            "valid_until": until,
            "origin": f"request:{request_id}",
        }
        conn.execute(insert(grant_line).values(line))
    return _one(conn, request_id, now)


def refuse(
    conn: Connection, actor: Actor, request_id: UUID, *, moment: datetime | None = None
) -> Request:
    """Approve nothing of what was asked. Raises as `answer`."""
    return answer(conn, actor, request_id, (), moment=moment)


def revoke(
    conn: Connection, actor: Actor, request_id: UUID, *, moment: datetime | None = None
) -> Request:
    """Take back what was approved, at once.

    Raises NotAllowed when the actor is not the business, NotFound when it was not asked, Conflict
    when nothing is approved (any more).
    """
    now = act_as(conn, actor, moment=moment)
    asked = _locked(conn, actor, request_id, now)
    if asked.state not in {"approved", "partly_approved"}:
        raise _conflict("この開示は撤回できません。", asked)
    _store(conn, request_id, revoked_at=now)
    conn.execute(
        update(grant_line)
        .where(grant_line.c.origin == f"request:{request_id}")
        .where(grant_line.c.business_id == asked.business_id)
        .values(valid_until=now)
    )
    return _one(conn, request_id, now)


def withdraw(
    conn: Connection, actor: Actor, request_id: UUID, *, moment: datetime | None = None
) -> Request:
    """Take back one's own institution's request before the answer.

    Raises NotFound when the institution did not ask it, Conflict when it is no longer pending.
    """
    now = act_as(conn, actor, moment=moment)
    asked = _one(conn, request_id, now, lock=True)
    if asked.institution_id != actor.institution_id:
        raise NotAllowed(
            "この開示依頼は取り下げられません。",
            "取り下げられるのは、依頼した支援機関だけです。",
            "開示したくないときは、拒否を選んでください。",
        )
    if asked.state != "pending":
        raise _conflict("この開示依頼は取り下げられません。", asked)
    _store(conn, request_id, withdrawn_at=now)
    return _one(conn, request_id, now)


def read(
    conn: Connection, actor: Actor, request_id: UUID, *, moment: datetime | None = None
) -> Request:
    """One request of the actor's business or institution. Raises NotFound for any other."""
    return _one(conn, request_id, act_as(conn, actor, moment=moment))


def listing(
    conn: Connection,
    actor: Actor,
    *,
    state: State | None = None,
    limit: int = 100,
    offset: int = 0,
    moment: datetime | None = None,
) -> list[Request]:
    """The requests to the actor's business or of its institution, newest first."""
    now = act_as(conn, actor, moment=moment)
    newest = disclosure_request.c.requested_at.desc()
    rows = conn.execute(_requests().order_by(newest, disclosure_request.c.request_id))
    found = [
        request
        for request in (_request(row, now) for row in rows)
        if state is None or request.state == state
    ]
    return found[offset : offset + limit]


# ── what the database holds ───────────────────────────────────────────────────────────────────


def _requests() -> Select[tuple[object, ...]]:
    origin = func.concat("request:", disclosure_request.c.request_id)
    granted_until = (
        select(func.max(grant_line.c.valid_until))
        .where(grant_line.c.origin == origin)
        .where(grant_line.c.business_id == disclosure_request.c.business_id)
        .scalar_subquery()
    )
    return select(
        disclosure_request,
        support_institution.c.name.label("institution_name"),
        granted_until.label("granted_until"),
    ).join(
        support_institution,
        support_institution.c.institution_id == disclosure_request.c.institution_id,
    )


def _one(conn: Connection, request_id: UUID, now: datetime, *, lock: bool = False) -> Request:
    query = _requests().where(disclosure_request.c.request_id == request_id)
    if lock:
        query = query.with_for_update(of=disclosure_request)
    row = conn.execute(query).one_or_none()
    if row is None:
        raise NotFound(
            "開示依頼が見つかりません。",
            "この番号の依頼がないか、あなたの依頼ではありません。",
            "開示依頼の一覧から選び直してください。",
        )
    return _request(row, now)


def _locked(conn: Connection, actor: Actor, request_id: UUID, now: datetime) -> Request:
    """The request for the business's own account, locked so that it is answered once."""
    if actor.recipient != APPLICANT:
        raise NotAllowed(
            "開示依頼に回答できません。",
            "回答と撤回ができるのは、依頼を受けた事業者本人だけです。",
            "事業者のアカウントでサインインしてください。",
        )
    return _one(conn, request_id, now, lock=True)


def _request(row: Row[tuple[object, ...]], now: datetime) -> Request:
    return Request(
        request_id=row.request_id,
        business_id=row.business_id,
        institution_id=row.institution_id,
        institution_name=row.institution_name,
        requested_by=row.requested_by,
        purpose=row.purpose,
        purpose_text=row.purpose_text,
        data_classes=classes_of(row.class_bits),
        programmes=None if row.programmes is None else tuple(row.programmes),
        fiscal_years=None if row.fiscal_years is None else tuple(row.fiscal_years),
        valid_until=row.valid_until,
        requested_at=row.requested_at,
        answered_at=row.answered_at,
        approved_classes=None if row.approved_bits is None else classes_of(row.approved_bits),
        granted_until=row.granted_until,
        withdrawn_at=row.withdrawn_at,
        revoked_at=row.revoked_at,
        message=row.message,
        read_at=now,
    )


def _store(conn: Connection, request_id: UUID, **values: object) -> None:
    conn.execute(
        update(disclosure_request)
        .where(disclosure_request.c.request_id == request_id)
        .values(**values)
    )


# ── what may be asked ─────────────────────────────────────────────────────────────────────────


def _check_question(
    policy: Policy, purpose: int, purpose_text: str, data_classes: Collection[int]
) -> None:
    if purpose not in policy.purposes:
        raise _bad("利用目的の番号が正しくありません。", "1から9の番号を指定してください。")
    if not purpose_text.strip():
        raise _bad("利用目的の説明がありません。", "何のために見たいのかを書いてください。")
    unknown = sorted(set(data_classes) - set(policy.data_classes))
    if unknown or not data_classes:
        raise _bad(
            "データ区分の番号が正しくありません。", "1から13の番号を一つ以上指定してください。"
        )


def _check_scope(programmes: Collection[str] | None, fiscal_years: Collection[int] | None) -> None:
    for name, scope in (("制度", programmes), ("年度", fiscal_years)):
        if scope is not None and not scope:
            raise _bad(f"対象の{name}が空です。", "限定しないときは指定を外してください。")


def check_ceiling(conn: Connection, policy: Policy, actor: Actor, purpose: int, bits: int) -> None:
    """Refuse data classes over the ceiling of the actor's recipient, naming them and the cap."""
    closed = select(narrowing.c.class_bits).where(
        narrowing.c.purpose == purpose, narrowing.c.recipient == actor.recipient
    )
    ceiling = policy.ceiling(purpose, actor.recipient) & ~(conn.scalar(closed) or 0)
    over = classes_of(bits & ~ceiling)
    if over:
        names = "、".join(f"「{policy.data_classes[number]}」" for number in over)
        cap = "、".join(policy.data_classes[number] for number in classes_of(ceiling)) or "なし"
        raise NotAllowed(
            f"データ区分{names}の開示は依頼できません。",
            f"利用目的「{policy.purposes[purpose]}」で「{policy.recipients[actor.recipient]}」に"
            f"開示できるデータ区分は、次のとおりです: {cap}。",
            "上限の中のデータ区分だけを選んで、依頼し直してください。",
            over=list(over),
            ceiling=list(classes_of(ceiling)),
        )


def _bad(what: str, next_step: str) -> BadInput:
    return BadInput(what, "", next_step)


def _conflict(what: str, asked: Request) -> Conflict:
    return Conflict(
        what,
        f"この依頼の状態は「{STATES[asked.state]}」です。",
        "開示依頼の一覧で現在の状態を確かめてください。",
        state=asked.state,
    )


def _listed(numbers: Collection[int]) -> str:
    return "、".join(str(number) for number in numbers)
