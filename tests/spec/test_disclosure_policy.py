"""開示のきまり: who sees what, said as the policy says it.

Each test is one sentence of the データ利活用ポリシー (2025-02-14) or of the design built on it. The rule is
asked in Python here; tests/property shows that the database answers the same.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise, product
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from mirasapo.disclosure.rule import (
    Actor,
    Facts,
    GrantLine,
    Narrowing,
    Subject,
    Suspension,
    classes_of,
    decide,
)

if TYPE_CHECKING:
    from mirasapo.catalog import Catalog, Policy

NOW = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
ALL = (1 << 13) - 1
BUSINESS, INSTITUTION = uuid4(), uuid4()
APPLICANT = Actor("a", 7, business_id=BUSINESS)
SUPPORTER = Actor("s", 5, institution_id=INSTITUTION, kind="chamber")
APPROVED_BODY = Actor("d", 3, institution_id=INSTITUTION)
MINISTRY, AGENCY = Actor("m", 1), Actor("c", 2)
FILED = Subject(BUSINESS, "filing", "04", 2023, "jgrants-04", "deemed")

申請者の閲覧, 行政内の共有, 経営相談, 効果検証 = 3, 2, 6, 1
識別, 承継, 担当者, 財務, 審査, 制度活用, 支援機関, 支援 = 1, 4, 5, 6, 9, 10, 12, 13


@pytest.fixture(scope="module")
def policy_only(policy: Policy) -> Facts:
    return Facts(policy)


def line(
    audience: str = "all", level: int = 0, effect: str = "allow", **other: object
) -> GrantLine:
    usual = GrantLine(
        BUSINESS, audience, level, "allow", 経営相談, ALL, None, None, NOW - HOUR, None, "setting:a"
    )
    return replace(usual, effect=effect, **other)  # type: ignore[arg-type]


def opened(facts: Facts, *lines: GrantLine) -> Facts:
    return replace(facts, lines=lines)


def seen(actor: Actor, purpose: int, facts: Facts, subject: Subject = FILED) -> set[int]:
    """The data classes that are open."""
    return {c for c in range(1, 14) if decide(actor, purpose, subject, c, NOW, facts).allowed}


def rule_of(
    actor: Actor,
    purpose: int,
    data_class: int,
    facts: Facts,
    subject: Subject = FILED,
    moment: datetime = NOW,
) -> str:
    return decide(actor, purpose, subject, data_class, moment, facts).rule


class Test上限:
    """ポリシーの表に印のある升だけが開く."""

    def test_175_of_936_cells(self, policy: Policy) -> None:
        """936 の升のうち 175 だけが開いている."""
        cells = product(range(1, 10), range(1, 14), range(1, 9))
        assert sum(cell in policy.cells for cell in cells) == 175

    def test_every_cell(self, policy: Policy, policy_only: Facts) -> None:
        """表のとおり: 1・2・7 は表だけで、3・5 は事業者の承認も要り、4・6・8 には渡らない."""
        for purpose, data_class, recipient in product(range(1, 10), range(1, 14), range(1, 9)):
            actor = Actor("x", recipient, BUSINESS, INSTITUTION, "chamber")
            ticked = (purpose, data_class, recipient) in policy.cells
            granted = opened(policy_only, line(purpose=purpose))
            alone = decide(actor, purpose, FILED, data_class, NOW, policy_only).allowed
            with_line = decide(actor, purpose, FILED, data_class, NOW, granted).allowed
            assert alone == (ticked and recipient in {1, 2, 7})
            assert with_line == (ticked and recipient in {1, 2, 3, 5, 7})

    def test_own_view_has_no_review(self, policy_only: Facts) -> None:
        """申請者本人の閲覧に、審査情報は含まれない."""
        assert seen(APPLICANT, 申請者の閲覧, policy_only) == set(range(1, 14)) - {審査}
        assert rule_of(APPLICANT, 申請者の閲覧, 審査, policy_only) == "ceiling"

    def test_consultation(self, policy_only: Facts) -> None:
        """経営相談の支援者は、すべて承認されても、承継・担当者・審査・支援の情報を見られない."""
        facts = opened(policy_only, line())
        assert seen(SUPPORTER, 経営相談, facts) == {1, 2, 3, 6, 7, 8, 10, 11, 12}
        assert not seen(SUPPORTER, 経営相談, facts) & {承継, 担当者, 審査, 支援}

    def test_ebpm(self, policy_only: Facts) -> None:
        """効果検証に使えるのは、識別・財務・審査・制度活用の四つだけ."""
        assert seen(AGENCY, 効果検証, policy_only) == {識別, 財務, 審査, 制度活用}

    def test_purpose_of_another_recipient(self, policy_only: Facts) -> None:
        """行政内の共有という目的では、支援者は何も見られない."""
        facts = opened(policy_only, line(purpose=行政内の共有))
        assert seen(SUPPORTER, 行政内の共有, facts) == set()

    def test_agency_narrows(self, policy_only: Facts) -> None:
        """中小企業庁は上限を狭められる。広げることはできない."""
        closed = Narrowing(経営相談, 5, 1 << (財務 - 1))
        facts = replace(opened(policy_only, line()), narrowings=[closed])
        assert seen(SUPPORTER, 経営相談, facts) == {1, 2, 3, 7, 8, 10, 11, 12}
        assert 財務 in seen(APPROVED_BODY, 経営相談, facts)

    @pytest.mark.parametrize(("recipient", "purpose"), [(5, 0), (5, 10), (9, 6), (-1, 6)])
    def test_unknown(self, policy_only: Facts, recipient: int, purpose: int) -> None:
        """ポリシーにない目的や提供先には、公表済みの情報も含めて答えない."""
        actor = replace(SUPPORTER, recipient=recipient)
        published = replace(FILED, basis="open")
        for subject in (FILED, published):
            assert rule_of(actor, purpose, 識別, policy_only, subject) == "no_purpose"


class Test申請者本人:
    """事業者は、自らの情報を、いつでも見られる."""

    def test_own(self, policy_only: Facts) -> None:
        """自らの情報は、承認も根拠も要らず、停止していても見られる."""
        closed = Suspension(BUSINESS, NOW - HOUR, None)
        facts = replace(policy_only, suspensions=[closed])
        for basis in ("deemed", "individual", "none"):
            subject = replace(FILED, basis=basis, third_party=True)
            assert rule_of(APPLICANT, 申請者の閲覧, 財務, facts, subject) == "own"

    def test_another_business(self, policy_only: Facts) -> None:
        """ほかの事業者の情報は、承認があっても見られない."""
        other = replace(FILED, business_id=uuid4())
        facts = opened(policy_only, line(purpose=申請者の閲覧, business_id=other.business_id))
        assert rule_of(APPLICANT, 申請者の閲覧, 財務, facts, other) == "not_own"
        assert rule_of(Actor("b", 7), 申請者の閲覧, 財務, facts, other) == "not_own"

    def test_other_purpose(self, policy_only: Facts) -> None:
        """申請者本人としての目的は、一括保存・閲覧だけ."""
        assert seen(APPLICANT, 経営相談, policy_only) == set()


class Test行政:
    """経済産業省と中小企業庁は、ポリシーの範囲で、承認なしに使う."""

    @pytest.mark.parametrize("actor", [MINISTRY, AGENCY])
    def test_policy(self, policy_only: Facts, actor: Actor) -> None:
        """行政内の共有では、十三の区分すべてを見る."""
        assert seen(actor, 行政内の共有, policy_only) == set(range(1, 14))
        assert rule_of(actor, 行政内の共有, 財務, policy_only) == "policy"

    def test_third_party(self, policy_only: Facts) -> None:
        """事業者以外の人の情報は、行政内の共有に限って見る."""
        about_other = replace(FILED, third_party=True)
        assert rule_of(AGENCY, 行政内の共有, 支援機関, policy_only, about_other) == "policy"
        assert rule_of(AGENCY, 効果検証, 識別, policy_only, about_other) == "third_party"

    def test_no_basis(self, policy_only: Facts) -> None:
        """根拠のない申請は、行政にも開かない."""
        without = replace(FILED, basis="none")
        assert rule_of(AGENCY, 行政内の共有, 財務, policy_only, without) == "no_basis"


class Test承認:
    """事業者が開いたものだけが、開いた相手に、開いた目的で見える."""

    def test_nothing_means_no(self, policy_only: Facts) -> None:
        """承認がなければ、見えない."""
        assert rule_of(SUPPORTER, 経営相談, 財務, policy_only) == "no_grant"

    def test_exactly(self, policy_only: Facts) -> None:
        """承認した区分だけが見える."""
        facts = opened(policy_only, line(class_bits=1 << (財務 - 1)))
        assert seen(SUPPORTER, 経営相談, facts) == {財務}
        assert rule_of(SUPPORTER, 経営相談, 財務, facts) == "granted"

    def test_old_terms(self, policy_only: Facts) -> None:
        """2019–21 年度の申請(二次利用の根拠なし)は、承認しても支援者に見えない."""
        old = replace(FILED, fiscal_year=2020, basis="none")
        assert rule_of(SUPPORTER, 経営相談, 財務, opened(policy_only, line()), old) == "no_basis"

    def test_deny_beats_allow(self, policy_only: Facts) -> None:
        """同じ細かさでは、拒否が許可に勝つ."""
        facts = opened(policy_only, line(), line(effect="deny"))
        assert rule_of(SUPPORTER, 経営相談, 財務, facts) == "denied"

    @pytest.mark.parametrize(
        ("general", "specific", "expected"),
        [("deny", "allow", "granted"), ("allow", "deny", "denied")],
    )
    def test_specific_beats_general(
        self, policy_only: Facts, general: str, specific: str, expected: str
    ) -> None:
        """機関への設定は種別への設定に、種別への設定は全体への設定に勝つ."""
        ladder = [("all", 0), ("kind:chamber", 1), (f"institution:{INSTITUTION}", 2)]
        for (below, low), (above, high) in pairwise(ladder):
            facts = opened(policy_only, line(below, low, general), line(above, high, specific))
            assert rule_of(SUPPORTER, 経営相談, 財務, facts) == expected

    def test_audience(self, policy_only: Facts) -> None:
        """ほかの機関、ほかの種別への承認では見えない."""
        for audience, level in (("kind:consultation_desk", 1), (f"institution:{uuid4()}", 2)):
            facts = opened(policy_only, line(audience, level))
            assert rule_of(SUPPORTER, 経営相談, 財務, facts) == "no_grant"

    def test_no_institution(self, policy_only: Facts) -> None:
        """支援機関に属さない人には、全体への承認も届かない."""
        nobody = Actor("n", 5)
        assert rule_of(nobody, 経営相談, 財務, opened(policy_only, line())) == "no_grant"

    def test_scope(self, policy_only: Facts) -> None:
        """制度や年度を限った承認は、その申請だけに効く."""
        facts = opened(policy_only, line(programmes=("04",), fiscal_years=(2023,)))
        assert rule_of(SUPPORTER, 経営相談, 財務, facts) == "granted"
        for other in (
            replace(FILED, programme="05"),
            replace(FILED, fiscal_year=2022),
            replace(FILED, programme=None, fiscal_year=None),
        ):
            assert rule_of(SUPPORTER, 経営相談, 財務, facts, other) == "no_grant"

    def test_validity(self, policy_only: Facts) -> None:
        """始まりの時刻から見え、終わりの時刻にはもう見えない."""
        facts = opened(policy_only, line(valid_from=NOW, valid_until=NOW + HOUR))
        instant = timedelta(microseconds=1)
        moments = {
            NOW - instant: "no_grant",
            NOW: "granted",
            NOW + HOUR - instant: "granted",
            NOW + HOUR: "no_grant",
        }
        for moment, expected in moments.items():
            assert rule_of(SUPPORTER, 経営相談, 財務, facts, moment=moment) == expected

    def test_suspension(self, policy_only: Facts) -> None:
        """停止している間は、本人のほか誰にも見えない."""
        closed = Suspension(BUSINESS, NOW, NOW + HOUR)
        facts = replace(opened(policy_only, line()), suspensions=[closed])
        for actor, purpose in ((SUPPORTER, 経営相談), (AGENCY, 行政内の共有)):
            assert rule_of(actor, purpose, 財務, facts) == "suspended"
            assert decide(actor, purpose, FILED, 財務, NOW + HOUR, facts).allowed

    def test_third_party(self, catalog: Catalog, policy_only: Facts) -> None:
        """申請の中の第三者の情報は、事業者の承認では開かない."""
        about_other = next(i for i in catalog.items if i.third_party and i.data_class == 12)
        plain = next(i for i in catalog.items if not i.third_party and i.data_class == 12)
        facts = opened(policy_only, line())
        assert decide(SUPPORTER, 経営相談, FILED, about_other, NOW, facts).rule == "third_party"
        assert decide(SUPPORTER, 経営相談, FILED, plain, NOW, facts).rule == "granted"


class Test公表:
    """出所が公表した情報は、後から何が申請されても開いたまま."""

    def test_open_source(self, policy_only: Facts) -> None:
        """公表済みの値は、誰にでも、停止していても見える."""
        facts = replace(policy_only, suspensions=[Suspension(BUSINESS, NOW, None)])
        published = replace(FILED, layer="open", source="nta", basis="open")
        service = Actor("service", 0, service="service")
        for actor in (SUPPORTER, AGENCY, APPLICANT, service, Actor("x", 8)):
            assert rule_of(actor, 経営相談, 識別, facts, published) == "open_source"

    def test_private_service(self, policy_only: Facts) -> None:
        """民間サービスはポリシーの提供先ではないので、設定があっても開かない."""
        service = Actor("service", 0, service="service")
        facts = opened(policy_only, line("service:service", 2), line())
        assert service.keys == ("service:service",)
        assert rule_of(service, 経営相談, 財務, facts) == "no_recipient"


def test_every_decision_says_why(policy_only: Facts) -> None:
    """どの判断にも、平易な一文の理由がある."""
    actors = [Actor("x", r, BUSINESS, INSTITUTION, "chamber") for r in range(10)]
    for actor, purpose, data_class in product(actors, range(11), range(1, 14)):
        decision = decide(actor, purpose, FILED, data_class, NOW, policy_only)
        assert decision.reason.endswith("。")
        assert decision.rule


def test_keys_of_an_actor() -> None:
    """支援者は三つの鍵を、行政と事業者は鍵を持たない."""
    assert SUPPORTER.keys == ("all", "kind:chamber", f"institution:{INSTITUTION}")
    assert APPROVED_BODY.keys == ("all", f"institution:{INSTITUTION}")
    assert APPLICANT.keys == AGENCY.keys == Actor("r", 4, institution_id=INSTITUTION).keys == ()


def test_classes_of_bits() -> None:
    """第三者の区分も、同じ番号の区分として数える."""
    assert classes_of(0) == ()
    assert classes_of(0b1000_0010_0000) == (6, 12)
    assert classes_of(1 << 13 | 1 << 25) == (1, 13)
