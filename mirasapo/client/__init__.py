"""The API as typed calls: portals, notebooks, scripts and tests all use it.

It imports httpx and msgspec only: no database, no framework, so a portal kernel stays small.
"""

from mirasapo.client.answers import (
    AcceptedFile,
    Batch,
    ClosedClass,
    Consent,
    DisclosureRequest,
    FilingHead,
    Hit,
    LedgerEntry,
    Named,
    NamedBusiness,
    NamedInstitution,
    NamedKind,
    NamedProgramme,
    NamedTable,
    Person,
    Receipt,
    RefusedLine,
    Rehearsal,
    Revealed,
    Succession,
    Upload,
    Value,
    Vocabulary,
)
from mirasapo.client.connection import MirasapoClient

__all__ = [
    "AcceptedFile",
    "Batch",
    "ClosedClass",
    "Consent",
    "DisclosureRequest",
    "FilingHead",
    "Hit",
    "LedgerEntry",
    "MirasapoClient",
    "Named",
    "NamedBusiness",
    "NamedInstitution",
    "NamedKind",
    "NamedProgramme",
    "NamedTable",
    "Person",
    "Receipt",
    "RefusedLine",
    "Rehearsal",
    "Revealed",
    "Succession",
    "Upload",
    "Value",
    "Vocabulary",
]
