"""ワンスオンリー: what is already known of a business, for each field of a programme's form.

For an institution under purpose 4 (将来的な申請の円滑化), for the business itself under purpose 3. The
values come out of `reveal`, with its decision and its entry in the ledger; the terms of the filing
that a value comes from decide, so one of FY2019–21 gives none.

A field is `locked` where the register or gBizINFO answers for it. It is `stale` when it is older
than its kind lasts (`LASTS`); the register is kept up to date and never is. A field without a value
says why:

    filing_only  the item is written anew in every filing
    no_basis     it is held, but under terms without secondary use
    closed       its data class, or what is about third parties, is not open to the reader
    not_held     nobody has said it yet, or nothing that is open to the reader
"""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Literal
from uuid import UUID  # noqa: TC003 - msgspec reads the types of a struct
from zoneinfo import ZoneInfo

import msgspec
from sqlalchemy import Uuid as UuidType
from sqlalchemy import bindparam, text

from mirasapo.disclosure.acting import act_as
from mirasapo.disclosure.rule import APPLICANT
from mirasapo.gate.reveal import reveal

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from mirasapo.catalog import Catalog, Item, Policy
    from mirasapo.disclosure.rule import Actor
    from mirasapo.gate.reveal import Revealed, RevealedValue
    from mirasapo.store.databases import Databases

ONCE_ONLY, OWN_VIEW = 4, 3  # purposes of the policy
LASTS: Mapping[str, timedelta | None] = {
    "latest": timedelta(days=365),
    "derived": timedelta(days=365),
    "snapshot": timedelta(days=365),
    "period": timedelta(days=730),  # two closings on, it is not the newest period any more
    "registry": timedelta(days=365),  # as filed; what the register itself says does not age
    "merge": None,  # a right, a certificate, a grant: it was, and stays so
    "append": None,
}
"""How long a value counts as fresh, by the way of its item into the master; None: for ever."""
_JAPAN = ZoneInfo("Asia/Tokyo")
_PERIOD = re.compile(r"=([0-9]{4}-[0-9]{2}-[0-9]{2})$")

WhyNot = Literal["filing_only", "no_basis", "closed", "not_held"]
_REASONS: Mapping[str, str] = {
    "filing_only": "申請のたびに書く項目です。",
    "no_basis": "申請したときの規約に、二次利用の根拠がありません。",
    "not_held": "まだ提出されていないか、開示されている値がありません。",
}
_HELD_WITHOUT_BASIS = text("SELECT item_key FROM core.held_without_basis(:business)").bindparams(
    bindparam("business", type_=UuidType)
)


class PrefilledValue(msgspec.Struct, frozen=True):
    """The newest value of a field; `row_key` tells the rows of a list apart.

    `source`, `as_of_on`, `programme` and `fiscal_year` as in `reveal.RevealedValue`: where the use
    of programmes is closed they say no more than that it was a filing, and `stale` is None.
    """

    row_key: str
    value: Any
    source: str
    as_of_on: date | None
    programme: str | None
    fiscal_year: int | None
    locked: bool
    stale: bool | None


class PrefilledField(msgspec.Struct, frozen=True):
    """A field of the form with what is known, or why there is nothing: exactly one of the two.

    `values` has one entry, or one per row of a repeat group. `reason` is `why_not` in Japanese.
    """

    item_key: str
    label_ja: str
    table: str
    unit: str | None
    data_class: int
    values: tuple[PrefilledValue, ...]
    why_not: WhyNot | None
    reason: str | None


class Prefilled(msgspec.Struct, frozen=True):
    """The fields of the form in its order, how many have a value, and the ledger entry's number."""

    business_id: UUID
    programme: str
    purpose: int
    moment: datetime
    fields: tuple[PrefilledField, ...]
    filled: int
    ledger_entry: int | None


def prefill(
    databases: Databases,
    catalog: Catalog,
    policy: Policy,
    actor: Actor,
    business_id: UUID,
    programme: str,
    *,
    purpose: int = ONCE_ONLY,
    moment: datetime | None = None,
    through: str,
) -> Prefilled:
    """What of the form of `programme` is known of the business and open to the actor.

    Raises NotFound for an unknown programme or business, NotAllowed where nothing is open to the
    actor for this purpose; the entry in the ledger is committed in either case.
    """
    form = catalog.form(programme)
    asked = (databases, catalog, policy, actor, purpose, business_id)
    only = frozenset(item.key for item in form)
    found = reveal(*asked, layer="master", only=only, moment=moment, through=through)
    given = found.values or reveal(*asked, layer="open", only=only, through=through).values
    with databases.gateway.begin() as conn:
        act_as(conn, actor, purpose, found.moment)
        without_basis = set(conn.scalars(_HELD_WITHOUT_BASIS, {"business": business_id}))
    values: dict[str, list[RevealedValue]] = defaultdict(list)
    for value in given:
        values[value.item_key].append(value)
    today = found.moment.astimezone(_JAPAN).date()
    fields = []
    for item in form:
        held = tuple(_value(item, value, today) for value in values[item.key])
        why_not, reason = (None, None) if held else _why_not(item, actor, found, without_basis)
        fields.append(
            PrefilledField(
                item.key,
                item.label_ja,
                item.table,
                item.unit,
                item.data_class,
                held,
                why_not,
                reason,
            )
        )
    return Prefilled(
        business_id,
        programme,
        purpose,
        found.moment,
        tuple(fields),
        sum(bool(field.values) for field in fields),
        found.entry_id,
    )


def _value(item: Item, value: RevealedValue, today: date) -> PrefilledValue:
    official = item.master_policy == "registry" and value.basis == "open"
    return PrefilledValue(
        value.row_key or ("" if value.row_no is None else str(value.row_no)),
        value.value,
        value.source,
        value.as_of_on,
        value.programme,
        value.fiscal_year,
        locked=official,
        stale=False if official else _stale(item, value, today),
    )


def _stale(item: Item, value: RevealedValue, today: date) -> bool | None:
    """Older than its kind lasts; of a fiscal period, from its end. None where no day is told."""
    lasts = LASTS[item.master_policy]
    if lasts is None:
        return False
    since = value.as_of_on
    if item.master_policy == "period" and (period := _PERIOD.match(value.row_key)):
        since = date.fromisoformat(period.group(1))
    return None if since is None else today - since > lasts


def _why_not(
    item: Item, actor: Actor, found: Revealed, without_basis: Collection[str]
) -> tuple[WhyNot, str]:
    if item.domain != "generic" or item.master_policy == "never":
        return "filing_only", _REASONS["filing_only"]
    if item.data_class in found.closed_classes:
        return "closed", found.closed_classes[item.data_class]
    if item.third_party and actor.recipient != APPLICANT:
        return "closed", "事業者以外の方についての情報です。"
    why: WhyNot = "no_basis" if item.key in without_basis else "not_held"
    return why, _REASONS[why]
