"""The JSON that comes back from the API, as it is documented.

Answers are encoded straight from the services' own objects; a test holds them against these shapes.
"""

from __future__ import annotations

from mirasapo_api.shapes.base import Fault, Metadata, OAuthRefusal, Problem, ResultSet, Shape
from mirasapo_api.shapes.businesses import ClosedClass, Hit, Hits, Revealed, Succession, Value
from mirasapo_api.shapes.disclosure import (
    Consent,
    Consents,
    DisclosureRequest,
    DisclosureRequests,
    LedgerEntries,
    LedgerEntry,
)
from mirasapo_api.shapes.filings import (
    AcceptedFile,
    Correction,
    Discrepancy,
    FilingHead,
    Filings,
    Prefilled,
    PrefilledField,
    PrefilledValue,
    Receipt,
    Rehearsal,
    Upload,
)
from mirasapo_api.shapes.health import Health
from mirasapo_api.shapes.jobs import Job
from mirasapo_api.shapes.open_catalogue import (
    Call,
    Change,
    ListedSubsidy,
    Programme,
    Programmes,
    PublishedFile,
    Subsidies,
    Subsidy,
    SubsidyVersion,
    Total,
    TotalMetadata,
)
from mirasapo_api.shapes.signing_in import (
    AccessToken,
    KernelToken,
    Me,
    Named,
    NamedBusiness,
    NamedInstitution,
    NamedKind,
    NamedProgramme,
    NamedTable,
    SessionToken,
    Vocabulary,
)

__all__ = [
    "AcceptedFile",
    "AccessToken",
    "Call",
    "Change",
    "ClosedClass",
    "Consent",
    "Consents",
    "Correction",
    "DisclosureRequest",
    "DisclosureRequests",
    "Discrepancy",
    "Fault",
    "FilingHead",
    "Filings",
    "Health",
    "Hit",
    "Hits",
    "Job",
    "KernelToken",
    "LedgerEntries",
    "LedgerEntry",
    "ListedSubsidy",
    "Me",
    "Metadata",
    "Named",
    "NamedBusiness",
    "NamedInstitution",
    "NamedKind",
    "NamedProgramme",
    "NamedTable",
    "OAuthRefusal",
    "Prefilled",
    "PrefilledField",
    "PrefilledValue",
    "Problem",
    "Programme",
    "Programmes",
    "PublishedFile",
    "Receipt",
    "Rehearsal",
    "ResultSet",
    "Revealed",
    "SessionToken",
    "Shape",
    "Subsidies",
    "Subsidy",
    "SubsidyVersion",
    "Succession",
    "Total",
    "TotalMetadata",
    "Upload",
    "Value",
    "Vocabulary",
]
