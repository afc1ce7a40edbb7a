"""The tables that are written by hand, a module a schema; the typed item tables come from the catalogue.

    open      public by source, no row security: what search reads
    core      filings and the master, under row security (typed item tables: `item_tables`)
    trust     grant lines, requests, consents, ledger
    identity  accounts, sessions, clients
    jobs      what jobs report; the queue itself is procrastinate's (`job_queue`)

`business_id` (UUID) is the key of everything; the corporate number is unique and may be absent.
"""

from mirasapo.store.tables.base import (
    CONTEXT,
    NOW,
    SCHEMAS,
    context_columns,
    filed_basis,
    metadata,
)
from mirasapo.store.tables.core import (
    OF_INTAKE,
    acquisition,
    acquisition_step,
    attachment,
    batch,
    batch_line,
    batch_refusal,
    business,
    conflict,
    erased_object,
    erasure,
    filing,
    idempotent_answer,
    payload,
    provenance,
    statement,
    upload,
)
from mirasapo.store.tables.identity import account, client, session, sign_in
from mirasapo.store.tables.jobs import job_report
from mirasapo.store.tables.open_catalogue import (
    subsidy,
    subsidy_attachment,
    subsidy_call,
    subsidy_version,
)
from mirasapo.store.tables.open_data import (
    ceiling,
    item,
    published_record,
    register_body,
    register_spelling,
)
from mirasapo.store.tables.open_institutions import (
    institution_list,
    institution_version,
    support_institution,
)
from mirasapo.store.tables.trust import (
    consent,
    disclosure_request,
    grant_line,
    ledger_entry,
    narrowing,
    suspension,
)

__all__ = [
    "CONTEXT",
    "NOW",
    "OF_INTAKE",
    "SCHEMAS",
    "account",
    "acquisition",
    "acquisition_step",
    "attachment",
    "batch",
    "batch_line",
    "batch_refusal",
    "business",
    "ceiling",
    "client",
    "conflict",
    "consent",
    "context_columns",
    "disclosure_request",
    "erased_object",
    "erasure",
    "filed_basis",
    "filing",
    "grant_line",
    "idempotent_answer",
    "institution_list",
    "institution_version",
    "item",
    "job_report",
    "ledger_entry",
    "metadata",
    "narrowing",
    "payload",
    "provenance",
    "published_record",
    "register_body",
    "register_spelling",
    "session",
    "sign_in",
    "statement",
    "subsidy",
    "subsidy_attachment",
    "subsidy_call",
    "subsidy_version",
    "support_institution",
    "suspension",
    "upload",
]
