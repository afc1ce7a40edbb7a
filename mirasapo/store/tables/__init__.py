"""The tables that are written by hand, a module a schema; the typed item tables come from the catalogue.

    open      public by source, no row security: what search reads
    core      filings and the master, under row security (typed item tables: `item_tables`)
    trust     grant lines, requests, consents, ledger
    identity  accounts, sessions, clients

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
    attachment,
    batch,
    batch_refusal,
    business,
    conflict,
    filing,
    idempotent_answer,
    payload,
    provenance,
    statement,
    upload,
)
from mirasapo.store.tables.identity import account, client, session, sign_in
from mirasapo.store.tables.open_catalogue import (
    subsidy,
    subsidy_attachment,
    subsidy_call,
    subsidy_version,
)
from mirasapo.store.tables.open_data import (
    ceiling,
    item,
    register_body,
    register_spelling,
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
    "attachment",
    "batch",
    "batch_refusal",
    "business",
    "ceiling",
    "client",
    "conflict",
    "consent",
    "context_columns",
    "disclosure_request",
    "filed_basis",
    "filing",
    "grant_line",
    "idempotent_answer",
    "item",
    "ledger_entry",
    "metadata",
    "narrowing",
    "payload",
    "provenance",
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
