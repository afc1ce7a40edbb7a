"""A client of the API without a server: the real answer shapes, and one request that moves."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

import msgspec

from mirasapo import client as shapes
from mirasapo.client import MirasapoClient
from mirasapo.errors import NotAllowed

if TYPE_CHECKING:
    from collections.abc import Collection

BUSINESS = UUID("00000000-0000-4000-8000-000000000001")
INSTITUTION = UUID("00000000-0000-4000-8000-000000000002")
REQUEST = UUID("00000000-0000-4000-8000-000000000003")
FILING = UUID("00000000-0000-4000-8000-000000000004")
DAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)

CLASSES = {1: "申請者の識別・属性情報", 3: "事業・営業情報", 6: "財務情報", 7: "事業計画"}
PURPOSES = {3: "申請者本人による一括保存・閲覧", 6: "経営相談に際する支援者による閲覧"}


def value(**given: Any) -> shapes.Value:
    usual = {
        "layer": "filing",
        "table": "finance",
        "row_key": None,
        "filing_no": 1,
        "row_no": None,
        "filing_id": FILING,
        "version_no": 1,
        "programme": "04",
        "fiscal_year": 2022,
        "item_key": "finance.sales",
        "label_ja": "売上高",
        "unit": "円",
        "value": 120_000_000,
        "value_ja": None,
        "source": "restructuring-system",
        "as_of_on": date(2022, 5, 7),
        "data_class": 6,
        "third_party": False,
        "basis": "deemed",
    }
    return shapes.Value(**(usual | given))


VALUES = [
    value(),
    value(item_key="finance.staff_costs", label_ja="人件費", value=30_000_000),
    value(item_key="finance.witness", label_ja="顧問の氏名", value="別の人", third_party=True),
    value(item_key="finance.old", label_ja="以前の売上高", fiscal_year=2020, basis="none"),
    value(
        layer="master",
        table="business_profile",
        item_key="business_profile.name",
        label_ja="商号",
        unit=None,
        value="見本食品株式会社",
        data_class=1,
    ),
    value(
        layer="open",
        table="published_subsidy",
        programme=None,
        fiscal_year=None,
        item_key="subsidy.title",
        label_ja="補助金名",
        unit=None,
        value="ものづくり補助金",
        source="gbizinfo",
        basis="open",
        data_class=3,
    ),
    value(
        layer="master",
        table="business_profile",
        item_key="business_profile.kana",
        label_ja="フリガナ",
        unit=None,
        value="ミホンショクヒン",
        programme=None,
        source="nta",
        basis="open",
        data_class=1,
    ),
    value(
        programme="05",
        fiscal_year=2023,
        item_key="plan.summary",
        label_ja="計画の概要",
        unit=None,
        value="<b>新しい</b>工場",
        data_class=7,
    ),
]


class FakeClient(MirasapoClient):
    """Both sides of one request; `calls` lists what was asked of the API."""

    def __init__(self, role: str) -> None:
        self.role = role
        self.calls: list[tuple[Any, ...]] = []
        self.refuse_with: Exception | None = None
        self.current: shapes.DisclosureRequest | None = None
        self.given: list[shapes.Consent] = [consent()]

    def ask(self, *call: Any) -> None:
        self.calls.append(call)
        if self.refuse_with is not None:
            refusal, self.refuse_with = self.refuse_with, None
            raise refusal

    def me(self) -> shapes.Person:
        business = shapes.NamedBusiness(BUSINESS, "見本食品株式会社", "8000020130001")
        institution = shapes.NamedInstitution(INSTITUTION, "見本商工会議所", "chamber")
        return shapes.Person(
            account_id=UUID(int=9),
            role=self.role,
            display_name="見本 担当",
            recipient=7 if self.role == "business" else 5,
            business=business if self.role == "business" else None,
            institution=institution if self.role == "supporter" else None,
            permissions=[],
            expires_at=NOW,
            csrf_token=None,
        )

    def vocabulary(self) -> shapes.Vocabulary:
        return shapes.Vocabulary(
            purposes=[shapes.Named(number, name) for number, name in PURPOSES.items()],
            data_classes=[shapes.Named(number, name) for number, name in CLASSES.items()],
            recipients=[],
            institution_kinds=[shapes.NamedKind("chamber", "商工会議所")],
            programmes=[
                shapes.NamedProgramme("04", "中小企業等事業再構築促進補助金", "事業再構築補助金"),
                shapes.NamedProgramme("05", "ものづくり補助金", "ものづくり補助金"),
            ],
            tables=[
                shapes.NamedTable("finance", "財務(決算期)", ["finance.fiscal_closed_on"]),
                shapes.NamedTable("business_profile", "事業者", []),
                shapes.NamedTable("published_subsidy", "補助金", []),
            ],
            ceiling={3: [1, 3, 6, 7]} if self.role == "business" else {6: [1, 3, 6, 7]},
        )

    def search(self, name: str, limit: int = 20) -> list[shapes.Hit]:  # noqa: ARG002
        self.ask("search", name)
        if "見本" not in name:
            return []
        approved = (self.current and self.current.approved_classes) or []
        return [
            shapes.Hit(
                business_id=BUSINESS,
                corporate_number="8000020130001",
                name="見本食品株式会社",
                kana="ミホンショクヒン",
                address="鳥取県鳥取市",
                status="active",
                closed_on=None,
                successor_number=None,
                succeeded_by=None,
                made_up=True,
                open_classes=list(approved),
            )
        ]

    def public_facts(self, business_id: UUID | str) -> shapes.Revealed:
        self.ask("public_facts", business_id)
        values = [each for each in VALUES if each.layer == "open"]
        return shapes.Revealed(BUSINESS, 0, values, [], [], None)

    def reveal(self, business_id: UUID | str, purpose: int | None = None) -> shapes.Revealed:
        self.ask("reveal", business_id, purpose)
        if self.role == "business":
            return shapes.Revealed(BUSINESS, 3, VALUES, [1, 3, 6, 7], [], 1)
        approved = (self.current and self.current.approved_classes) or []
        if not approved:
            raise NotAllowed(
                "情報を表示できません。", "承認されていません。", "開示をお願いしてください。"
            )
        values = [each for each in VALUES if open_to_supporter(each, approved)]
        return shapes.Revealed(BUSINESS, 6, values, list(approved), [], 2)

    def request_disclosure(
        self,
        business_id: UUID | str,
        purpose: int,
        purpose_text: str,
        data_classes: Any,
        valid_until: date,
        **_given: Any,
    ) -> shapes.DisclosureRequest:
        self.ask(
            "request_disclosure", business_id, purpose, purpose_text, data_classes, valid_until
        )
        self.current = pending(data_classes, valid_until, purpose_text)
        return self.current

    def disclosure_requests(self, state: str | None = None) -> list[shapes.DisclosureRequest]:  # noqa: ARG002
        self.ask("disclosure_requests")
        return [self.current] if self.current else []

    def disclosure_request(self, request_id: UUID | str) -> shapes.DisclosureRequest:
        self.ask("disclosure_request", request_id)
        assert self.current is not None
        return self.current

    def answer(
        self, request_id: UUID | str, approved_classes: Any, valid_until: date | None = None
    ) -> shapes.DisclosureRequest:
        self.ask("answer", request_id, approved_classes, valid_until)
        assert self.current is not None
        asked, given = set(self.current.data_classes), set(approved_classes)
        state = "refused" if not given else "approved" if asked == given else "partly_approved"
        return self.moved(approved_classes=list(approved_classes), state=state, answered_at=NOW)

    def revoke(self, request_id: UUID | str) -> shapes.DisclosureRequest:
        self.ask("revoke", request_id)
        return self.moved(state="revoked", approved_classes=None, revoked_at=NOW)

    def withdraw(self, request_id: UUID | str) -> shapes.DisclosureRequest:
        self.ask("withdraw", request_id)
        return self.moved(state="withdrawn", withdrawn_at=NOW)

    def consents(self) -> list[shapes.Consent]:
        self.ask("consents")
        return self.given

    def withdraw_consent(self, filing_id: UUID | str) -> shapes.Consent:
        self.ask("withdraw_consent", filing_id)
        self.given = [
            msgspec.structs.replace(each, answer="withdrawn")
            if each.filing_id == filing_id
            else each
            for each in self.given
        ]
        (withdrawn,) = [each for each in self.given if each.filing_id == filing_id]
        return msgspec.structs.replace(withdrawn, programme=None, fiscal_year=None)

    def ledger(self, limit: int = 100, offset: int = 0) -> list[shapes.LedgerEntry]:  # noqa: ARG002
        self.ask("ledger", limit)
        read = shapes.LedgerEntry(
            entry_id=2,
            occurred_at=NOW,
            who="見本 担当",
            institution_name="見本商工会議所",
            on_behalf_of=None,
            purpose=6,
            data_classes=[6],
            items=["売上高", "人件費"],
            allowed=True,
            basis=f"request:{REQUEST}",
            reason="",
            through="portal",
        )
        refused = msgspec.structs.replace(
            read, entry_id=1, items=[], allowed=False, reason="事業者が承認していません。"
        )
        return [read, refused]

    def moved(self, **changes: Any) -> shapes.DisclosureRequest:
        assert self.current is not None
        self.current = msgspec.structs.replace(self.current, **changes)
        return self.current


def open_to_supporter(value: shapes.Value, approved: Collection[int]) -> bool:
    granted = value.data_class in approved and value.basis == "deemed" and not value.third_party
    return granted or value.basis == "open"


def consent(**given: Any) -> shapes.Consent:
    usual = {
        "filing_id": FILING,
        "programme": "04",
        "fiscal_year": 2022,
        "answer": "given",
        "basis": "deemed",
        "terms_version": "policy-2025-02-14",
        "answered_at": NOW,
    }
    return shapes.Consent(**(usual | given))


def pending(
    data_classes: Any = (6, 7),
    valid_until: date = datetime(2027, 2, 23, 14, 59, 59, tzinfo=UTC),
    purpose_text: str = "資金繰りの相談のため",
    **given: Any,
) -> shapes.DisclosureRequest:
    usual = {
        "request_id": REQUEST,
        "state": "pending",
        "business": shapes.NamedBusiness(BUSINESS, "見本食品株式会社", "8000020130001"),
        "institution": shapes.NamedInstitution(INSTITUTION, "見本商工会議所", "chamber"),
        "requested_by_name": "見本 担当",
        "purpose": 6,
        "purpose_text": purpose_text,
        "data_classes": list(data_classes),
        "approved_classes": None,
        "programmes": None,
        "fiscal_years": None,
        "message": None,
        "requested_at": NOW,
        "valid_until": valid_until,
        "granted_until": None,
        "answered_at": None,
        "withdrawn_at": None,
        "revoked_at": None,
    }
    return shapes.DisclosureRequest(**(usual | given))
