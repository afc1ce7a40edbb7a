"""What the definition of the API shows as examples; a test sends every one of them to the API.

They tell of one made-up company and fit each other: the filing that is pushed is the one that is read,
asked for and withdrawn. An id of an example is nobody's; who tries one puts the id in from the
answer before.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final
from uuid import NAMESPACE_URL, uuid5

from mirasapo.catalog.example import minimal_filing

if TYPE_CHECKING:
    from mirasapo.catalog import Catalog

PROGRAMME: Final = "04"
CORPORATE_NUMBER: Final = "7999901000001"
FILING_NUMBER: Final = f"EXAMPLE-{PROGRAMME}-1"
BUSINESS_ID: Final = "3f0c0d52-6e52-4c5f-9a53-0f8f6f1c7a10"
FILING_ID: Final = "0b7c3a5e-2f0d-4a57-8f0b-5d1f7c9e2a31"
REQUEST_ID: Final = "c2a9b1f4-7d3e-4e0a-b6c5-91d20f8a4e77"
SUBSIDY_ID: Final = "5e8d7c6b-1a2f-4b3c-9d4e-8f7a6b5c4d32"
UPLOAD_ID: Final = "a1d4e7f0-3b6c-4d9e-8f12-6c5b4a392817"
BATCH_ID: Final = "d4c7e1a0-5b8f-4e2d-9a36-7f1e0c5b2d48"
JOB_ID: Final = 9471101
TICKET: Final = "example-ticket-of-a-portal-kernel"
FILE: Final = b"%PDF-1.4\n% an example of an attachment\n"

PARAMETERS: Final[dict[str, Any]] = {
    "Upload-Offset": 0,
    "batch_id": BATCH_ID,
    "business_id": BUSINESS_ID,
    "corporate_number": CORPORATE_NUMBER,
    "dry_run": False,
    "filing_id": FILING_ID,
    "filing_number": FILING_NUMBER,
    "job_id": JOB_ID,
    "limit": 20,
    "name": "架空製作所",
    "offset": 0,
    "open_on": "2021-04-30",
    "programme": PROGRAMME,
    "purpose": 6,
    "q": "再構築 補助金",
    "region": "鳥取県",
    "request_id": REQUEST_ID,
    "state": "pending",
    "subsidy_id": SUBSIDY_ID,
    "upload_id": UPLOAD_ID,
}

_BODIES: Final[dict[tuple[str, str], Any]] = {
    ("post", "/api/v1/sessions"): {"name": "yorozu-tottori", "password": "correct horse battery"},
    ("post", "/api/v1/kernel_tokens"): {"ticket": TICKET},
    ("post", "/api/v1/uploads"): {
        "name": "図面.pdf",
        "size_bytes": len(FILE),
        "sha256": sha256(FILE).hexdigest(),
    },
    ("patch", "/api/v1/uploads/{upload_id}"): FILE.decode(),
    ("post", "/api/v1/disclosure_requests"): {
        "business_id": BUSINESS_ID,
        "purpose": 6,
        "purpose_text": "補助金の活用についてのご相談に使います。",
        "data_classes": [1, 6, 8, 10],
        "valid_until": "2099-03-31",
    },
    ("post", "/api/v1/disclosure_requests/{request_id}/answer"): {
        "approved_classes": [1, 6, 8, 10]
    },
    ("post", "/api/v1/me/corrections"): {"item": "business_identity.employee_count", "value": 12},
    ("post", "/api/v1/filings/{filing_number}/withdrawal"): {
        "programme": PROGRAMME,
        "filing_number": FILING_NUMBER,
        "version": 2,
        "withdrawn_on": "2026-04-01",
    },
    ("post", "/oauth/token"): {
        "grant_type": "client_credentials",
        "scope": f"filings:write:{PROGRAMME}",
    },
}


def parameter(name: str, method: str, path: str) -> Any:
    """The example of a parameter; None without one. A key is of one kind of request only."""
    if name == "Idempotency-Key":
        return str(uuid5(NAMESPACE_URL, f"{method} {path}"))
    return PARAMETERS.get(name)


def bodies(catalog: Catalog) -> dict[tuple[str, str], Any]:
    """The example of each body, by method and path; the filing is made from the catalogue."""
    filing = minimal_filing(catalog, PROGRAMME)
    filing |= {
        "filing_number": FILING_NUMBER,
        "business": {"corporate_number": CORPORATE_NUMBER},
    }
    push = {
        "filing": json.dumps(filing, ensure_ascii=False),
        "attachments": [f"{each['name']} の中身" for each in filing["attachments"]],
    }
    uploaded = [{**each, "sha256": sha256(FILE).hexdigest()} for each in filing["attachments"]]
    line = filing | {"filing_number": f"{FILING_NUMBER}-BATCH", "attachments": uploaded}
    return {
        **_BODIES,
        ("post", "/api/v1/filings"): push,
        ("post", "/api/v1/filings/batches"): json.dumps(line, ensure_ascii=False),
    }
