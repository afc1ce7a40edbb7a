"""What each role may do: `<scope>:<resource>:<action>`, in alphabetical order.

A permission lets somebody *ask*; whether an item of a business opens is decided by the gate alone.
So every signed-in person and client may ask to read: a refusal then has its ledger entry.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Permission(StrEnum):
    """One thing that a signed-in person or client may do."""

    BUSINESS_CONSENTS_READ = "business:consents:read"
    BUSINESS_CONSENTS_WITHDRAW = "business:consents:withdraw"
    BUSINESS_CORRECTIONS_CREATE = "business:corrections:create"
    BUSINESS_DISCLOSURE_REQUESTS_ANSWER = "business:disclosure_requests:answer"
    BUSINESS_DISCLOSURE_REQUESTS_REVOKE = "business:disclosure_requests:revoke"
    BUSINESS_LEDGER_ENTRIES_READ = "business:ledger_entries:read"
    GATE_BUSINESSES_READ = "gate:businesses:read"
    GATE_FILINGS_READ = "gate:filings:read"
    INSTITUTION_DISCLOSURE_REQUESTS_CREATE = "institution:disclosure_requests:create"
    INSTITUTION_DISCLOSURE_REQUESTS_WITHDRAW = "institution:disclosure_requests:withdraw"
    OPEN_BUSINESSES_SEARCH = "open:businesses:search"
    OWN_DISCLOSURE_REQUESTS_READ = "own:disclosure_requests:read"
    PROGRAMME_FILINGS_WRITE = "programme:filings:write"


_ASK = frozenset(
    {
        Permission.GATE_BUSINESSES_READ,
        Permission.GATE_FILINGS_READ,
        Permission.OPEN_BUSINESSES_SEARCH,
    }
)

ROLES: Final[dict[str, frozenset[Permission]]] = {
    "administrator": _ASK,
    "analyst": _ASK,
    "business": _ASK
    | {
        Permission.BUSINESS_CONSENTS_READ,
        Permission.BUSINESS_CONSENTS_WITHDRAW,
        Permission.BUSINESS_CORRECTIONS_CREATE,
        Permission.BUSINESS_DISCLOSURE_REQUESTS_ANSWER,
        Permission.BUSINESS_DISCLOSURE_REQUESTS_REVOKE,
        Permission.BUSINESS_LEDGER_ENTRIES_READ,
        Permission.OWN_DISCLOSURE_REQUESTS_READ,
    },
    "officer": _ASK,
    "supporter": _ASK
    | {
        Permission.INSTITUTION_DISCLOSURE_REQUESTS_CREATE,
        Permission.INSTITUTION_DISCLOSURE_REQUESTS_WITHDRAW,
        Permission.OWN_DISCLOSURE_REQUESTS_READ,
    },
}

OWN_ID_ROLES: Final = ("administrator", "analyst", "officer", "supporter")

# Of OAuth clients, by scope: the part of the scope before the programme.
SCOPES: Final[dict[str, frozenset[Permission]]] = {
    "businesses:read": _ASK,
    "filings:write": frozenset({Permission.PROGRAMME_FILINGS_WRITE}),
}
