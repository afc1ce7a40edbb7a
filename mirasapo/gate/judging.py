"""What the rule says about a whole read: which classes are open, why the others are not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mirasapo.catalog.model import DATA_CLASSES
from mirasapo.disclosure.rule import GRANTEES, Decision, Subject, decide, reaches
from mirasapo.errors import NotAllowed
from mirasapo.ledger.entries import Entry

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from datetime import datetime
    from uuid import UUID

    from mirasapo.disclosure.rule import Actor, Facts

USE_OF_PROGRAMMES = 10  # 制度活用情報: with which programme something was filed, and when
FILING = "filing"  # what is told of the source of a value where that is closed


@dataclass(frozen=True, slots=True)
class Verdict:
    """The rule's answer about a read of one business.

    `decision` is the one that a person is told: of an open class if there is one, else the refusal
    that says most. `basis` names where the right comes from, for the ledger.
    """

    decision: Decision
    basis: str
    open_classes: tuple[int, ...]
    closed_classes: Mapping[int, str]


def judge(
    actor: Actor,
    purpose: int,
    business_id: UUID,
    contexts: Collection[Subject],
    moment: datetime,
    facts: Facts,
    *,
    classes: Collection[int] = DATA_CLASSES,
) -> Verdict:
    """Ask the rule about each data class, in general and in the contexts that were read."""
    subjects = (Subject(business_id, "filing", None, None, "", "deemed"), *contexts)
    told = {
        data_class: _first_allowed(
            decide(actor, purpose, subject, data_class, moment, facts) for subject in subjects
        )
        for data_class in classes
    }
    open_classes = tuple(c for c, decision in told.items() if decision.allowed)
    closed_classes = {c: decision.reason for c, decision in told.items() if not decision.allowed}
    asked = list(told.values())
    decision = told[open_classes[0]] if open_classes else _most_telling(asked, facts, purpose)
    return Verdict(
        decision, _basis(decision, actor, purpose, moment, facts), open_classes, closed_classes
    )


def entry(
    actor: Actor,
    purpose: int,
    business_id: UUID,
    verdict: Verdict,
    moment: datetime,
    *,
    items: Collection[str],
    through: str,
) -> Entry:
    """The ledger's entry of a read, allowed or refused."""
    return Entry(
        business_id=business_id,
        actor=actor.account,
        purpose=purpose,
        items=tuple(sorted(items)),
        basis=verdict.basis,
        through=through,
        allowed=verdict.decision.allowed,
        reason=verdict.decision.reason,
        occurred_at=moment,
        institution_id=actor.institution_id,
        on_behalf_of=actor.on_behalf_of,
    )


def refusal(actor: Actor, verdict: Verdict, entry_id: int) -> NotAllowed:
    """The refusal that the person reads, with the number of its ledger entry."""
    may_ask = actor.recipient in GRANTEES and verdict.decision.rule == "no_grant"
    return NotAllowed(
        "この事業者の情報は見られません。",
        verdict.decision.reason,
        "必要なときは、事業者に開示依頼を出してください。"
        if may_ask
        else "利用目的とサインインしているアカウントを確かめてください。",
        rule=verdict.decision.rule,
        ledger_entry=entry_id,
    )


def _first_allowed(decisions: Iterator[Decision]) -> Decision:
    """The first that allows, asking no further; the first of all where none does."""
    first = next(decisions)
    if first.allowed:
        return first
    return next((decision for decision in decisions if decision.allowed), first)


def _most_telling(refusals: list[Decision], facts: Facts, purpose: int) -> Decision:
    """Not the ceiling of one class if another was closed for a reason of the business."""
    beneath = [decision for decision in refusals if decision.rule != "ceiling"]
    if beneath:
        return beneath[0]
    name = facts.policy.purposes[purpose]
    return Decision(
        allowed=False,
        reason=f"利用目的「{name}」で提供できる情報がありません。",
        rule="ceiling",
    )


def _basis(decision: Decision, actor: Actor, purpose: int, moment: datetime, facts: Facts) -> str:
    """`own`, `policy`, the refusing rule, or the origins of the lines that allow."""
    if decision.rule != "granted":
        return decision.rule
    lines = [line for line in facts.lines if line.effect == "allow"]
    return ", ".join(
        sorted({line.origin for line in lines if reaches(line, actor, purpose, moment)})
    )
