"""Accounts: a person is (issuer, sub); never a corporate number, never a mail address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import and_, or_
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import IntegrityError

from mirasapo.errors import BadInput, Conflict, NotAllowed
from mirasapo.identity.permissions import OWN_ID_ROLES
from mirasapo.store.tables import account, support_institution

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection
    from sqlalchemy.sql import FromClause

JST: Final = timezone(timedelta(hours=9), "JST")
FOREIGN_KEY_VIOLATION: Final = "23503"
OWN: Final = "own"  # the issuer of ミラサポconnect ID


@dataclass(frozen=True, slots=True)
class Account:
    """A person who may sign in.

    `institution_*` are None for a business, and for a supporter whose institution's time is over or
    has not begun; `lapsed` then says so in a sentence, and is None for anybody else.
    """

    account_id: UUID
    role: str
    display_name: str
    business_id: UUID | None
    institution_id: UUID | None
    institution_name: str | None
    institution_kind: str | None
    lapsed: str | None = None


_employer = support_institution.alias("employer")  # valid or not


def joined(moment: datetime) -> FromClause:
    """Accounts with the support institution that is valid at `moment`: what `from_row` reads."""
    today = moment.astimezone(JST).date()
    starts, ends = support_institution.c.valid_from, support_institution.c.valid_until
    return account.outerjoin(
        _employer, account.c.institution_id == _employer.c.institution_id
    ).outerjoin(
        support_institution,
        and_(
            account.c.institution_id == support_institution.c.institution_id,
            or_(starts.is_(None), starts <= today),
            or_(ends.is_(None), ends >= today),
        ),
    )


COLUMNS: Final = (
    account.c.account_id,
    account.c.role,
    account.c.display_name,
    account.c.business_id,
    support_institution.c.institution_id,
    support_institution.c.name.label("institution_name"),
    support_institution.c.kind.label("institution_kind"),
    _employer.c.name.label("employer"),
    _employer.c.valid_from.label("employer_from"),
    _employer.c.valid_until.label("employer_until"),
)


def from_row(row: Any) -> Account:
    """The account in a row that holds COLUMNS."""
    return Account(
        row.account_id,
        row.role,
        row.display_name,
        row.business_id,
        row.institution_id,
        row.institution_name,
        row.institution_kind,
        _lapsed(row),
    )


def _lapsed(row: Any) -> str | None:
    if row.employer is None or row.institution_id is not None:
        return None
    named = f"所属する支援機関「{row.employer}」の"
    if row.employer_from is not None and (
        row.employer_until is None or row.employer_from <= row.employer_until
    ):
        begins = f"登録が有効なのは {row.employer_from} から"
        ends = "" if row.employer_until is None else f" {row.employer_until} まで"
        return f"{named}{begins}{ends}です。"
    return f"{named}登録は {row.employer_until} で終わりました。"


def create_own(
    conn: Connection,
    *,
    role: str,
    name: str,
    password_hash: str,
    display_name: str,
    institution_id: UUID | None,
) -> UUID:
    """Write an account of ミラサポconnect ID.

    Raises BadInput for a role that does not sign in this way or an institution that is not known,
    Conflict when the name is taken.
    """
    if role not in OWN_ID_ROLES:
        raise BadInput(
            "この役割のアカウントは作れません。",
            f"ミラサポconnect ID を使う役割は {'、'.join(OWN_ID_ROLES)} だけです。",
            "役割を確かめてください。",
        )
    row = insert(account).values(
        role=role,
        issuer=OWN,
        sub=name,
        display_name=display_name,
        password_hash=password_hash,
        institution_id=institution_id,
    )
    try:
        with conn.begin_nested():
            made: UUID = conn.scalars(row.returning(account.c.account_id)).one()
    except IntegrityError as error:
        if getattr(error.orig, "pgcode", None) == FOREIGN_KEY_VIOLATION:
            raise BadInput(
                "アカウントを作れませんでした。",
                "この支援機関は登録されていません。",
                "支援機関の番号を確かめてください。",
            ) from None
        raise Conflict(
            "アカウントを作れませんでした。",
            "同じサインイン名がすでに使われています。",
            "別のサインイン名にしてください。",
        ) from None
    return made


def sign_in_openid(
    conn: Connection, *, issuer: str, sub: str, display_name: str, business_id: UUID
) -> UUID:
    """The account of (issuer, sub), made at the first sign-in and brought up to date at each one.

    The provider is the authority on which business somebody acts for: when its number changes, the
    account follows. Raises NotAllowed for a closed account; the caller then rolls back.
    """
    facts = {"display_name": display_name, "business_id": business_id}
    row = insert(account).values(role="business", issuer=issuer, sub=sub, **facts)
    # One statement: a person may sign in for the first time in two tabs at once.
    found = conn.execute(
        row.on_conflict_do_update(constraint="uq_account_issuer_sub", set_=facts).returning(
            account.c.account_id, account.c.closed_at
        )
    ).one()
    if found.closed_at is not None:
        raise NotAllowed(
            "このアカウントは使えません。",
            "利用が終了しています。",
            "心当たりがない場合は、事務局に連絡してください。",
        )
    account_id: UUID = found.account_id
    return account_id
