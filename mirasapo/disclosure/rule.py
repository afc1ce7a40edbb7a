"""The one rule: may this actor, for this purpose, see this item of this subject at this moment?

The first line that fits decides (`Decision.rule`):

    rule         answer  when
    no_purpose   no      the policy knows no such purpose or recipient
    open_source  yes     the value was published by its source (basis `open`)
    no_recipient no      the actor is no recipient of the policy (recipient 0: a private service)
    not_own      no      the actor is an applicant (recipient 7) and the subject another business
    own, ceiling y / n   the actor is the applicant: what the policy shows to applicants
    suspended    no      the business has closed everything for everybody else
    ceiling      no      the policy, less what the Agency has narrowed, does not open the data class
    no_basis     no      the filing was made under terms without secondary use (basis `none`)
    third_party  no      it is about somebody else; inside the administration (purpose 2) it passes
    policy       yes     the ministry and the Agency (recipients 1, 2) need no further grant
    denied       no      of the grant lines that fit, the most specific level has a deny
    granted      yes     … has an allow and no deny
    no_grant     no      no line fits

A line fits if its business, purpose and data class are those asked for, its audience is one of the
actor's keys, its programmes and fiscal years are open-ended or name those of the subject, and
`valid_from <= moment < valid_until`. Levels: 2 an institution or service, 1 a kind, 0 all.
Lines reach recipients 3 and 5 only: researchers (4) read cuts, other businesses (6) and the public
(8) what is published; the policy's closed field lists for them are applied there.

This is the oracle, written to be read. `mirasapo.store.row_security` says the same in SQL.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from mirasapo.catalog.model import DATA_CLASSES, THIRD_PARTY_SHIFT

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from datetime import datetime
    from uuid import UUID

    from mirasapo.catalog import Item, Policy

MINISTRY, AGENCY, APPLICANT = 1, 2, 7
GRANTEES = (3, 5)  # 独立行政法人 and 支援機関: whom grant lines reach
NO_RECIPIENT = 0
INSIDE_ADMINISTRATION = 2  # the purpose
Layer = Literal["filing", "master", "open"]
Basis = Literal["open", "deemed", "individual", "none"]


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks: an account or client, as which recipient (提供先 1–8) of the policy, for whom.

    `recipient` 0 is somebody the policy does not name. `institution_id` and `kind` are those of the
    support institution, `service` the client_id of a private service, `on_behalf_of` the principal
    of a delegate; each None where it does not apply. `lapsed` is a sentence that says why somebody
    is no recipient any more.
    """

    account: str
    recipient: int
    business_id: UUID | None = None
    institution_id: UUID | None = None
    kind: str | None = None
    service: str | None = None
    on_behalf_of: str | None = None
    lapsed: str | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        """The audiences of grant lines that mean this actor, most general first."""
        if self.service is not None:
            return (f"service:{self.service}",)
        if self.institution_id is None or self.recipient not in GRANTEES:
            return ()
        kind = () if self.kind is None else (f"kind:{self.kind}",)
        return ("all", *kind, f"institution:{self.institution_id}")


@dataclass(frozen=True, slots=True)
class Subject:
    """What is asked about: a business, or values of it that share programme, year and basis.

    `programme` and `fiscal_year` are those of the filing that a value comes from, None if it comes
    from none. `third_party`: about a person or body other than the business.
    """

    business_id: UUID
    layer: Layer
    programme: str | None
    fiscal_year: int | None
    source: str
    basis: Basis
    third_party: bool = False


@dataclass(frozen=True, slots=True)
class GrantLine:
    """A line of `trust.grant_line`: the business allows or denies an audience some data classes."""

    business_id: UUID
    audience: str
    level: int
    effect: Literal["allow", "deny"]
    purpose: int
    class_bits: int
    programmes: Collection[str] | None
    fiscal_years: Collection[int] | None
    valid_from: datetime
    valid_until: datetime | None
    origin: str


@dataclass(frozen=True, slots=True)
class Suspension:
    """The business has closed everything for everybody else, from and until a moment."""

    business_id: UUID
    valid_from: datetime
    valid_until: datetime | None


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Data classes that the Agency has closed for a purpose and a recipient."""

    purpose: int
    recipient: int
    class_bits: int


@dataclass(frozen=True, slots=True)
class Facts:
    """All that the rule reads besides the question."""

    policy: Policy
    lines: Sequence[GrantLine] = ()
    suspensions: Sequence[Suspension] = ()
    narrowings: Sequence[Narrowing] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """The answer, the rule that gave it, and the reason as a person reads it."""

    allowed: bool
    reason: str
    rule: str


def decide(
    actor: Actor,
    purpose: int,
    subject: Subject,
    target: Item | int,
    moment: datetime,
    facts: Facts,
) -> Decision:
    """Whether `actor` may see `target` (an item, or a data class) of `subject` for `purpose`."""
    if isinstance(target, int):
        data_class, third_party = target, subject.third_party
    else:
        data_class, third_party = target.data_class, target.third_party or subject.third_party
    question = Question(actor, purpose, subject, data_class, third_party, moment, facts)
    answers = (rule(question) for rule in RULES)
    return next(decision for decision in answers if decision is not None)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, as every rule reads it."""

    actor: Actor
    purpose: int
    subject: Subject
    data_class: int
    third_party: bool
    moment: datetime
    facts: Facts

    @property
    def bit(self) -> int:
        """The data class as a bit."""
        return 1 << (self.data_class - 1)

    @property
    def administration(self) -> bool:
        """The ministry or the Agency asks."""
        return self.actor.recipient in (MINISTRY, AGENCY)

    @property
    def under_ceiling(self) -> bool:
        """The policy opens the data class, and the Agency has not closed it."""
        purpose, recipient = self.purpose, self.actor.recipient
        narrowed = any(
            (n.purpose, n.recipient) == (purpose, recipient) and n.class_bits & self.bit
            for n in self.facts.narrowings
        )
        return (purpose, self.data_class, recipient) in self.facts.policy.cells and not narrowed


def known(question: Question) -> Decision | None:
    """A purpose or recipient that the policy does not know opens nothing."""
    policy, recipient = question.facts.policy, question.actor.recipient
    if question.purpose in policy.purposes and recipient in (NO_RECIPIENT, *policy.recipients):
        return None
    return _no("no_purpose", "この利用目的または提供先は、データ利活用ポリシーに定めがありません。")


def published(question: Question) -> Decision | None:
    """What its source has published stays open, whatever is filed later."""
    if question.subject.basis == "open":
        return _yes("open_source", "出所がすでに公表している情報です。")
    if question.actor.recipient == NO_RECIPIENT:
        none = "データ利活用ポリシーが定める提供先ではありません。"
        return _no("no_recipient", question.actor.lapsed or none)
    return None


def own(question: Question) -> Decision | None:
    """An applicant sees its own business, and no other."""
    actor = question.actor
    if actor.recipient != APPLICANT:
        return None
    if actor.business_id != question.subject.business_id:
        return _no("not_own", "申請者本人として見られるのは、自らの情報だけです。")
    if not question.under_ceiling:
        return _over(question)
    return _yes("own", "事業者本人の情報です。")


def closed(question: Question) -> Decision | None:
    """What closes a value for everybody but the applicant."""
    subject = question.subject
    if any(
        s.business_id == subject.business_id and _valid(s, question.moment)
        for s in question.facts.suspensions
    ):
        return _no("suspended", "事業者が、すべての開示を停止しています。")
    if not question.under_ceiling:
        return _over(question)
    if subject.basis == "none":
        return _no("no_basis", "申請したときの規約に、二次利用の根拠がありません。")
    shared = question.administration and question.purpose == INSIDE_ADMINISTRATION
    if question.third_party and not shared:
        return _no("third_party", "事業者以外の方についての情報です。")
    return None


def administration(question: Question) -> Decision | None:
    """The ministry and the Agency need no further grant."""
    if not question.administration:
        return None
    return _yes("policy", "データ利活用ポリシーが、行政機関での利用を認めています。")


def granted(question: Question) -> Decision:
    """Specific beats general, deny beats allow, nothing means deny."""
    fitting = [line for line in question.facts.lines if _fits(line, question)]
    if not fitting:
        return _no("no_grant", "この利用目的での開示を、事業者が承認していません。")
    level = max(line.level for line in fitting)
    if any(line.effect == "deny" for line in fitting if line.level == level):
        return _no("denied", "事業者が、開示しない設定にしています。")
    return _yes("granted", "事業者が、この利用目的での開示を承認しています。")


def classes_of(bits: int) -> tuple[int, ...]:
    """The data classes 1–13 of a mask, ascending; a third party's counts as its class."""
    merged = bits | bits >> THIRD_PARTY_SHIFT
    return tuple(number for number in DATA_CLASSES if merged >> (number - 1) & 1)


RULES: tuple[Callable[[Question], Decision | None], ...] = (
    known,
    published,
    own,
    closed,
    administration,
    granted,
)


def _fits(line: GrantLine, question: Question) -> bool:
    subject = question.subject
    return (
        line.business_id == subject.business_id
        and reaches(line, question.actor, question.purpose, question.moment)
        and bool(line.class_bits & question.bit)
        and (line.programmes is None or subject.programme in line.programmes)
        and (line.fiscal_years is None or subject.fiscal_year in line.fiscal_years)
    )


def reaches(line: GrantLine, actor: Actor, purpose: int, moment: datetime) -> bool:
    """The line means this actor and purpose, and is valid at the moment."""
    return line.audience in actor.keys and line.purpose == purpose and _valid(line, moment)


def _valid(what: GrantLine | Suspension, moment: datetime) -> bool:
    """At `valid_until` it is over: what is revoked at a moment is closed in that moment."""
    return what.valid_from <= moment and (what.valid_until is None or moment < what.valid_until)


def _over(question: Question) -> Decision:
    policy = question.facts.policy
    return _no(
        "ceiling",
        f"データ区分「{policy.data_classes[question.data_class]}」は、"
        f"利用目的「{policy.purposes[question.purpose]}」では"
        f"「{policy.recipients[question.actor.recipient]}」に提供できません。",
    )


def _yes(rule: str, reason: str) -> Decision:
    return Decision(allowed=True, reason=reason, rule=rule)


def _no(rule: str, reason: str) -> Decision:
    return Decision(allowed=False, reason=reason, rule=rule)
