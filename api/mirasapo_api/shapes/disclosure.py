"""Disclosure requests, the access ledger and consents."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from pydantic import Field

from mirasapo_api.shapes.base import Metadata, Shape
from mirasapo_api.shapes.signing_in import NamedBusiness, NamedInstitution


class DisclosureRequest(Shape):
    """開示のお願い"""

    request_id: UUID
    state: str = Field(
        description="pending, approved, partly_approved, refused, withdrawn, revoked, expired"
    )
    business: NamedBusiness
    institution: NamedInstitution
    requested_by_name: str
    purpose: int
    purpose_text: str
    data_classes: list[int]
    approved_classes: list[int] | None
    programmes: list[str] | None
    fiscal_years: list[int] | None
    message: str | None
    requested_at: datetime
    valid_until: datetime
    granted_until: datetime | None
    answered_at: datetime | None
    withdrawn_at: datetime | None
    revoked_at: datetime | None


class DisclosureRequests(Shape):
    """開示のお願いの一覧"""

    results: list[DisclosureRequest]
    metadata: Metadata


class LedgerEntry(Shape):
    """閲覧記録"""

    entry_id: int
    occurred_at: datetime
    who: str
    institution_name: str | None
    on_behalf_of: str | None
    purpose: int = Field(description="利用目的 1–9。法令に基づく消去では 0")
    data_classes: list[int]
    items: list[str] = Field(description="データ項目の名称")
    allowed: bool
    basis: str
    reason: str
    through: str


class LedgerEntries(Shape):
    """閲覧記録の一覧"""

    results: list[LedgerEntry]
    metadata: Metadata


class Consent(Shape):
    """二次利用の同意"""

    filing_id: UUID
    programme: str | None
    fiscal_year: int | None
    answer: str = Field(description="given, refused, withdrawn")
    basis: str = Field(description="deemed (みなし同意), individual (個別の同意)")
    terms_version: str
    answered_at: datetime


class Consents(Shape):
    """同意の一覧"""

    results: list[Consent]
    metadata: Metadata
