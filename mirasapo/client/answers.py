"""What the API answers, as typed values. A field that this version does not know is left out."""

from __future__ import annotations

from datetime import date, datetime  # noqa: TC003 - msgspec reads the types of a struct
from typing import Any
from uuid import UUID  # noqa: TC003 - same

import msgspec


class Answer(msgspec.Struct, frozen=True):
    """Something that the API answered; names that this version does not know are left out."""


class NamedBusiness(Answer, frozen=True):
    """A business; `name` and `corporate_number` are None where the public register has none."""

    business_id: UUID
    name: str | None
    corporate_number: str | None


class NamedInstitution(Answer, frozen=True):
    """A support institution."""

    institution_id: UUID
    name: str
    kind: str


class Person(Answer, frozen=True):
    """Who is signed in; `recipient` 1–8 of the policy, 0 for none."""

    account_id: UUID
    role: str
    display_name: str
    recipient: int
    business: NamedBusiness | None
    institution: NamedInstitution | None
    permissions: list[str]
    expires_at: datetime
    csrf_token: str | None


class Named(Answer, frozen=True):
    """A number of the policy and its name."""

    number: int
    name_ja: str


class NamedKind(Answer, frozen=True):
    """A kind of support institution."""

    kind: str
    name_ja: str


class NamedProgramme(Answer, frozen=True):
    """A programme (制度)."""

    code: str
    name_ja: str
    short_ja: str


class NamedTable(Answer, frozen=True):
    """A table of the data model; `row_key` are the items that tell one row from another."""

    table: str
    label_ja: str
    row_key: list[str]


class Vocabulary(Answer, frozen=True):
    """The words of the policy; `ceiling` is what a purpose may open to the own recipient at most."""

    purposes: list[Named]
    data_classes: list[Named]
    recipients: list[Named]
    institution_kinds: list[NamedKind]
    programmes: list[NamedProgramme]
    tables: list[NamedTable]
    ceiling: dict[int, list[int]]


class Hit(Answer, frozen=True):
    """A business found by name; `status` is active or closed, `made_up` a sample.

    `successor_number` is the next body, `succeeded_by` the living one at the end of the chain.
    """

    business_id: UUID
    corporate_number: str
    name: str
    kana: str | None
    address: str | None
    status: str
    closed_on: date | None
    successor_number: str | None
    succeeded_by: str | None
    made_up: bool
    open_classes: list[int]


class Succession(Answer, frozen=True):
    """What became of a corporate number: the chain from it on, and what stands at its end."""

    numbers: list[str]
    end: str
    business_id: UUID | None
    name: str | None
    succeeded_by: str | None


class Value(Answer, frozen=True):
    """One value that was revealed; `value_ja` is what its code is called, None if it is no code.

    `filing_no` tells the filings of one answer apart. Which they are (id, version, programme, year,
    basis, day) is None where data class 10 is closed.
    """

    layer: str
    table: str
    row_key: str | None
    row_no: int | None
    filing_no: int | None
    filing_id: UUID | None
    version_no: int | None
    programme: str | None
    fiscal_year: int | None
    item_key: str
    label_ja: str
    unit: str | None
    value: Any
    value_ja: str | None
    source: str
    basis: str | None
    as_of_on: date | None
    data_class: int
    third_party: bool


class ClosedClass(Answer, frozen=True):
    """A data class that is not open, and why."""

    data_class: int
    reason: str


class Revealed(Answer, frozen=True):
    """What was open of a business; `ledger_entry` is the number under which the read is recorded."""

    business_id: UUID
    purpose: int
    values: list[Value]
    open_classes: list[int]
    closed_classes: list[ClosedClass]
    ledger_entry: int | None


class FilingHead(Answer, frozen=True):
    """The heading of a filing."""

    filing_id: UUID
    version_no: int
    programme: str
    fiscal_year: int
    filed_on: date
    status: str
    procedure: str
    basis: str


class AcceptedFile(Answer, frozen=True):
    """A file that was taken in, by its hash; `scan`: clean, or quarantined until it was looked at."""

    name: str
    sha256: str
    size_bytes: int
    media_type: str
    scan: str = "quarantined"


class Discrepancy(Answer, frozen=True):
    """What does not add up in a filing: `filed` and what comes out of `items`, in `unit`.

    `row` counts the rows of a repeat group from 1, None for an item that occurs once.
    """

    rule: str
    item: str
    label: str
    items: list[str]
    row: int | None
    filed: int | float
    computed: int | float
    difference: int | float
    tolerance: int | float
    unit: str | None
    what: str


class Reading(Answer, frozen=True):
    """A text of the filing and what it was read as; `what` says by which rules."""

    item: str
    label: str
    row: int | None
    written: str
    read: Any
    rules: list[str]
    what: str


class Receipt(Answer, frozen=True):
    """A filing that was taken in; `projected` values of it reached the master.

    `warnings` do not hold it up; to put them right, send the next version.
    """

    filing_id: UUID
    version_no: int
    business_id: UUID
    payload_sha256: str
    accepted: list[AcceptedFile]
    projected: int
    warnings: list[Discrepancy] = []
    readings: list[Reading] = []


class Upload(Answer, frozen=True):
    """A file that is sent in parts; `state`: receiving, completed."""

    upload_id: UUID
    state: str
    name: str
    size_bytes: int
    sha256: str
    offset: int
    media_type: str | None
    scan: str | None
    expires_at: datetime


class Batch(Answer, frozen=True):
    """Many filings sent at once, and how far they are; `state`: waiting, processing, finished."""

    batch_id: UUID
    job_id: int
    state: str
    payload_sha256: str
    size_bytes: int
    received: int
    accepted: int
    repeated: int
    refused: int
    received_at: datetime
    finished_at: datetime | None


class RefusedLine(Answer, frozen=True):
    """A line of a batch, from 1, that was not taken in; `faults` as in a refused filing."""

    line_no: int
    code: str
    what: str
    why: str
    next_step: str
    faults: list[dict[str, Any]]


class Rehearsal(Answer, frozen=True):
    """A filing that was checked, not kept: sent in earnest it would be taken in."""

    dry_run: bool
    what: str
    version_no: int
    payload_sha256: str
    accepted: list[AcceptedFile]
    repeated: bool
    warnings: list[Discrepancy] = []
    readings: list[Reading] = []


class DisclosureRequest(Answer, frozen=True):
    """A request as both sides read it.

    `approved_classes` is None before the answer, empty when refused; `programmes` and
    `fiscal_years` None mean all. `state`: pending, approved, partly_approved, refused, withdrawn,
    revoked, expired.
    """

    request_id: UUID
    state: str
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


class LedgerEntry(Answer, frozen=True):
    """Who read, or was refused, what of the own business; `items` are Japanese labels."""

    entry_id: int
    occurred_at: datetime
    who: str
    institution_name: str | None
    on_behalf_of: str | None
    purpose: int
    data_classes: list[int]
    items: list[str]
    allowed: bool
    basis: str
    reason: str
    through: str


class Consent(Answer, frozen=True):
    """The consent to secondary use of one filing; programme and year may not be known."""

    filing_id: UUID
    programme: str | None
    fiscal_year: int | None
    answer: str
    basis: str
    terms_version: str
    answered_at: datetime
