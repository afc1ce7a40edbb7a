"""A test of the test: each rule, broken on purpose, must be found out by the property.

Eight are those of any disclosure rule (deny, revocation, purpose, class, membership, off by one,
validity, default allow); the others are this policy's. The SQL is broken in the same way.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from mirasapo.disclosure import rule
from tests.disclosure_town import (
    EXPRESSION,
    WORLDS,
    Drawn,
    Town,
    compare_everywhere,
    facts_of,
    make_town,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from mirasapo.app.root import Platform
    from mirasapo.disclosure.rule import Decision, GrantLine, Question

fits, reaches, valid = rule._fits, rule.reaches, rule._valid
FITS: dict[str, Callable[[GrantLine, Question], bool]] = {
    "deny ignored": lambda line, q: fits(line, q) and line.effect == "allow",
    "data class ignored": lambda line, q: fits(replace(line, class_bits=8191), q),
    "programme ignored": lambda line, q: fits(replace(line, programmes=None), q),
    "fiscal year ignored": lambda line, q: fits(replace(line, fiscal_years=None), q),
    "other business": lambda line, q: fits(replace(line, business_id=q.subject.business_id), q),
}
REACHES: dict[str, Callable[..., bool]] = {
    "purpose ignored": lambda line, actor, _purpose, moment: reaches(
        line, actor, line.purpose, moment
    ),
    "membership ignored": lambda line, actor, purpose, moment: (
        bool(actor.keys) and line.purpose == purpose and valid(line, moment)
    ),
}
VALID: dict[str, Callable[..., bool]] = {
    "revocation ignored": lambda what, moment: what.valid_from <= moment,
    "validity ignored": lambda what, moment: what.valid_until is None or moment < what.valid_until,
    "off by one": lambda what, moment: (
        what.valid_from <= moment and (what.valid_until is None or moment <= what.valid_until)
    ),
}


def _cells() -> frozenset[tuple[int, int, int]]:
    return frozenset(product(range(1, 10), range(1, 14), range(1, 9)))


QUESTION: dict[str, Callable[[Question], Question]] = {
    "suspension ignored": lambda q: replace(q, facts=replace(q.facts, suspensions=())),
    "narrowing ignored": lambda q: replace(q, facts=replace(q.facts, narrowings=())),
    "ceiling ignored": lambda q: replace(
        q, facts=replace(q.facts, policy=replace(q.facts.policy, cells=_cells()))
    ),
    "basis ignored": lambda q: replace(q, subject=replace(q.subject, basis="deemed")),
    "third party ignored": lambda q: replace(q, third_party=False),
    "any business is one's own": lambda q: replace(
        q, actor=replace(q.actor, business_id=q.subject.business_id)
    ),
    "general beats specific": lambda q: replace(
        q,
        facts=replace(
            q.facts, lines=[replace(line, level=2 - line.level) for line in q.facts.lines]
        ),
    ),
}


def default_allow(question: Question) -> Decision:
    decision = rule.granted(question)
    return replace(decision, allowed=True) if decision.rule == "no_grant" else decision


@pytest.fixture(scope="module")
def town(platform: Platform) -> Town:
    return make_town(platform)


def found_out(town: Town, expression: str = EXPRESSION) -> None:
    supporter, neighbour, *_ = town.actors
    roles = {actor.recipient: actor for actor in town.actors}
    asked = [(supporter, 6), (neighbour, 6), (supporter, 1), (roles[1], 1), (roles[2], 2)]
    asked += [(roles[7], 3), (roles[0], 6)]

    @settings(
        max_examples=60,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(drawn=WORLDS)
    def property_holds(drawn: Drawn) -> None:
        compare_everywhere(town, facts_of(town, drawn), asked, expression)

    with pytest.raises(AssertionError):
        property_holds()


@pytest.mark.parametrize("mutant", FITS)
def test_broken_fitting(town: Town, monkeypatch: pytest.MonkeyPatch, mutant: str) -> None:
    monkeypatch.setattr(rule, "_fits", FITS[mutant])
    found_out(town)


@pytest.mark.parametrize("mutant", REACHES)
def test_broken_reach(town: Town, monkeypatch: pytest.MonkeyPatch, mutant: str) -> None:
    monkeypatch.setattr(rule, "reaches", REACHES[mutant])
    found_out(town)


@pytest.mark.parametrize("mutant", VALID)
def test_broken_validity(town: Town, monkeypatch: pytest.MonkeyPatch, mutant: str) -> None:
    monkeypatch.setattr(rule, "_valid", VALID[mutant])
    found_out(town)


@pytest.mark.parametrize("mutant", QUESTION)
def test_broken_rule(town: Town, monkeypatch: pytest.MonkeyPatch, mutant: str) -> None:
    change, rules = QUESTION[mutant], rule.RULES
    broken = tuple(lambda question, one=one: one(change(question)) for one in rules)
    monkeypatch.setattr(rule, "RULES", broken)
    found_out(town)


def test_default_allow(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rule, "RULES", (*rule.RULES[:-1], default_allow))
    found_out(town)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("(a2 & ~d2)", "a2"),
        ("(a0 & ~d0)", "a0"),
        ("~(a2 | d2) &", "~0 &"),
        ("~(a1 | d1) &", "~0 &"),
        ("< l.valid_until", "<= l.valid_until"),
        ("l.valid_from <=", "l.valid_from <"),
        ("< s.valid_until", "<= s.valid_until"),
        ("l.programmes IS NULL OR", "true OR"),
        ("l.fiscal_years IS NULL OR", "true OR"),
        ("l.business_id = c.business_id", "true"),
        ("s.business_id = c.business_id", "true"),
        ("= 'none'", "= 'never'"),
        ("= 'open'", "= 'never'"),
    ],
)
def test_broken_sql(town: Town, right: str, wrong: str) -> None:
    assert right in EXPRESSION
    found_out(town, EXPRESSION.replace(right, wrong))
