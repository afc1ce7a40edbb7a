"""The calls of the API: signing in, and one method per route."""

from __future__ import annotations

import json
import time
import zlib
from hashlib import file_digest
from typing import TYPE_CHECKING, Any, BinaryIO, Final, Self
from urllib.parse import parse_qsl, quote, urlsplit

import msgspec

from mirasapo.client.answers import (
    Batch,
    Consent,
    DisclosureRequest,
    FilingHead,
    Hit,
    LedgerEntry,
    Person,
    Receipt,
    RefusedLine,
    Rehearsal,
    Revealed,
    Succession,
    Upload,
    Vocabulary,
)
from mirasapo.client.wire import Wire, read
from mirasapo.errors import NotFound, NotReady, OffsetMismatch

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from datetime import date
    from pathlib import Path
    from uuid import UUID

_PART_BYTES: Final = 8 << 20
_PART_SECONDS: Final = 300.0  # with the last one the file is hashed, scanned and kept
_MOST_MISSES: Final = 3
_BATCHES: Final = "/api/v1/filings/batches"
_PAGE: Final = 100
_PACKED_AT_ONCE: Final = 1 << 20


class MirasapoClient(Wire):
    """Calls the API at `base_url`, as whoever `token` belongs to; `transport` is for tests.

    One instance is one person or system. Usable as a context manager, which closes it.
    """

    # ── signing in ────────────────────────────────────────────────────────────────────────────

    def sign_in_own(self, name: str, password: str) -> Self:
        """Sign in with ミラサポconnect ID. Raises NotSignedIn."""
        self._cookies.clear()
        self._step("POST", "/auth/own", data={"name": name, "password": password})
        return self._take_token()

    def sign_in_business(self, persona: str) -> Self:
        """Sign in as a persona of the stand-in for GビズID, by the steps of a browser.

        Raises NotAllowed for an account that is not プライム, NotSignedIn, or NotFound where the
        platform runs without the stand-in.
        """
        self._cookies.clear()
        asked = self._step("GET", "/auth/gbizid/start")
        address = asked.headers.get("location", "")
        if not urlsplit(address).path.startswith("/stand-in/"):
            raise NotFound(
                "GビズIDの代役が見つかりません。",
                "このサーバーは、代役なしで動いています。",
                "代役を使うときは、MIRASAPO_STAND_IN=1 で起動してください。",
            )
        chosen = {**dict(parse_qsl(urlsplit(address).query)), "persona": persona}
        answer = self._step("POST", address.partition("?")[0], data=chosen)
        self._step("GET", answer.headers.get("location", ""))
        return self._take_token()

    def sign_in_kernel(self, ticket: str) -> Self:
        """Exchange the one-time ticket of a portal page. Raises NotSignedIn."""
        answer = self._call("POST", "/api/v1/kernel_tokens", json={"ticket": ticket}, bearer=False)
        self.token = msgspec.json.decode(answer.content)["token"]
        return self

    def sign_in_client(self, client_id: str, client_secret: str, scope: str | None = None) -> Self:
        """Sign in as a system (OAuth 2.0 client credentials). Raises NotSignedIn."""
        form = {"grant_type": "client_credentials", **({"scope": scope} if scope else {})}
        answer = self._call(
            "POST", "/oauth/token", data=form, auth=(client_id, client_secret), bearer=False
        )
        self.token = msgspec.json.decode(answer.content)["access_token"]
        return self

    def sign_out(self) -> None:
        """End the session on the server."""
        self._call("DELETE", "/api/v1/sessions/current")
        self.token = None
        self._cookies.clear()

    # ── calls ─────────────────────────────────────────────────────────────────────────────────

    def me(self) -> Person:
        """Who is signed in."""
        return self._get("/api/v1/me", Person)

    def vocabulary(self) -> Vocabulary:
        """The words of the policy and the programmes."""
        return self._get("/api/v1/vocabulary", Vocabulary)

    def search(self, name: str, limit: int = 20) -> list[Hit]:
        """Businesses of the public register by name."""
        return self._list("/api/v1/businesses", Hit, name=name, limit=limit)

    def corporate_number(self, corporate_number: str) -> Succession:
        """The body that a corporate number leads to today. Raises NotFound, BadInput."""
        return self._get(f"/api/v1/corporate_numbers/{corporate_number}", Succession)

    def reveal(self, business_id: UUID | str, purpose: int | None = None) -> Revealed:
        """What is open of a business; `purpose` None is the usual one of the role.

        Raises NotAllowed, with the reason, when nothing is.
        """
        return self._get(f"/api/v1/businesses/{business_id}", Revealed, purpose=purpose)

    def public_facts(self, business_id: UUID | str) -> Revealed:
        """What public sources say of a business; it needs no grant and is not recorded."""
        return self._get(f"/api/v1/businesses/{business_id}/public_facts", Revealed)

    def filings(self, business_id: UUID | str, purpose: int | None = None) -> list[FilingHead]:
        """The headings of a business's filings."""
        path = f"/api/v1/businesses/{business_id}/filings"
        return self._list(path, FilingHead, purpose=purpose)

    def filing(self, filing_id: UUID | str, purpose: int | None = None) -> Revealed:
        """What is open of one filing."""
        return self._get(f"/api/v1/filings/{filing_id}", Revealed, purpose=purpose)

    def request_disclosure(
        self,
        business_id: UUID | str,
        purpose: int,
        purpose_text: str,
        data_classes: Collection[int],
        valid_until: date,
        *,
        programmes: Collection[str] | None = None,
        fiscal_years: Collection[int] | None = None,
        message: str | None = None,
    ) -> DisclosureRequest:
        """Ask a business to open data classes until a day (its end in Japan) or a moment."""
        question = {
            "business_id": str(business_id),
            "purpose": purpose,
            "purpose_text": purpose_text,
            "data_classes": list(data_classes),
            "valid_until": valid_until.isoformat(),
            "programmes": None if programmes is None else list(programmes),
            "fiscal_years": None if fiscal_years is None else list(fiscal_years),
            "message": message,
        }
        return self._post("/api/v1/disclosure_requests", DisclosureRequest, question)

    def disclosure_requests(self, state: str | None = None) -> list[DisclosureRequest]:
        """The requests of the own business or institution, newest first."""
        return self._list("/api/v1/disclosure_requests", DisclosureRequest, state=state)

    def disclosure_request(self, request_id: UUID | str) -> DisclosureRequest:
        """One request of the own business or institution."""
        return self._get(f"/api/v1/disclosure_requests/{request_id}", DisclosureRequest)

    def answer(
        self,
        request_id: UUID | str,
        approved_classes: Collection[int],
        valid_until: date | None = None,
    ) -> DisclosureRequest:
        """Approve these data classes of a request; none refuses it."""
        question = {
            "approved_classes": list(approved_classes),
            "valid_until": None if valid_until is None else valid_until.isoformat(),
        }
        path = f"/api/v1/disclosure_requests/{request_id}/answer"
        return self._post(path, DisclosureRequest, question)

    def revoke(self, request_id: UUID | str) -> DisclosureRequest:
        """Take back what was approved."""
        return self._post(f"/api/v1/disclosure_requests/{request_id}/revoke", DisclosureRequest)

    def withdraw(self, request_id: UUID | str) -> DisclosureRequest:
        """Withdraw a request that was not answered."""
        return self._post(f"/api/v1/disclosure_requests/{request_id}/withdraw", DisclosureRequest)

    def ledger(self, limit: int = 100, offset: int = 0) -> list[LedgerEntry]:
        """The access ledger of the own business, newest first."""
        return self._list("/api/v1/ledger_entries", LedgerEntry, limit=limit, offset=offset)

    def consents(self) -> list[Consent]:
        """The consents of the own business, the newest of each filing."""
        return self._list("/api/v1/consents", Consent)

    def withdraw_consent(self, filing_id: UUID | str) -> Consent:
        """Withdraw the consent to secondary use of one filing."""
        return self._post(f"/api/v1/consents/{filing_id}/withdraw", Consent)

    def push(
        self,
        filing: Mapping[str, Any] | bytes,
        attachments: Mapping[str, bytes] | None = None,
        *,
        key: str | None = None,
    ) -> Receipt:
        """Send a filing with its attachments by name. Raises FaultyFiling with every fault.

        The same `key` (Idempotency-Key) again gives the same receipt, and nothing is done twice.
        """
        given = {} if key is None else {"Idempotency-Key": key}
        parts = _parts(filing, attachments)
        return read(self._call("POST", "/api/v1/filings", files=parts, headers=given), Receipt)

    def rehearse(
        self, filing: Mapping[str, Any] | bytes, attachments: Mapping[str, bytes] | None = None
    ) -> Rehearsal:
        """Have a filing checked without sending it in earnest. Raises what `push` would raise."""
        parts = _parts(filing, attachments)
        asked = {"dry_run": "true"}
        return read(self._call("POST", "/api/v1/filings", files=parts, params=asked), Rehearsal)

    def upload(self, path: Path) -> Upload:
        """Send a file of up to 200 MB in parts; a filing then names it by the `sha256` returned.

        Where the connection is cut, it goes on from where the platform is. Raises BadInput for a
        file that may not be received, NotReady when the platform does not come back.
        """
        with path.open("rb") as stream:
            digest = file_digest(stream, "sha256").hexdigest()
            announced = {"name": path.name, "size_bytes": stream.tell(), "sha256": digest}
            begun = self._post("/api/v1/uploads", Upload, announced)
            address, misses = f"/api/v1/uploads/{begun.upload_id}", 0
            while begun.state != "completed":
                stream.seek(begun.offset)
                try:
                    begun = self._part(address, begun.offset, stream.read(_PART_BYTES))
                    misses = 0
                except (NotReady, OffsetMismatch):
                    misses += 1
                    if misses > _MOST_MISSES:
                        raise
                    begun = self._get(address, Upload)
        return begun

    def _part(self, address: str, offset: int, content: bytes) -> Upload:
        kind = {"Content-Type": "application/offset+octet-stream", "Upload-Offset": str(offset)}
        return read(
            self._call("PATCH", address, headers=kind, content=content, timeout=_PART_SECONDS),
            Upload,
        )

    def push_batch(self, path: Path, *, key: str | None = None) -> Batch:
        """Send an NDJSON of filings, one a line; they are taken in afterwards (`wait_for`).

        Their attachments are uploads, sent before. `key` as in `push`.
        """
        headers = {"Content-Type": "application/x-ndjson", "Content-Encoding": "gzip"}
        if key is not None:
            headers["Idempotency-Key"] = key
        with path.open("rb") as stream:
            sent = self._call(
                "POST",
                _BATCHES,
                headers=headers,
                content=_packed(stream),
                timeout=_PART_SECONDS,
            )
        return read(sent, Batch)

    def batch(self, batch_id: UUID | str) -> Batch:
        """How far a batch is that this system sent."""
        return self._get(f"{_BATCHES}/{batch_id}", Batch)

    def wait_for(self, batch: Batch, seconds: float = 600.0) -> Batch:
        """The batch when it is finished, or as it is when the time is over."""
        deadline, pause = time.monotonic() + seconds, 0.1
        while batch.finished_at is None and time.monotonic() < deadline:
            time.sleep(pause)
            pause = min(pause * 1.5, 2.0)
            batch = self.batch(batch.batch_id)
        return batch

    def refused_lines(self, batch_id: UUID | str) -> Iterator[RefusedLine]:
        """The lines of a batch that were not taken in, in their order."""
        address, seen = f"{_BATCHES}/{batch_id}/refused_lines", 0
        while some := self._list(address, RefusedLine, limit=_PAGE, offset=seen):
            yield from some
            seen += len(some)

    def withdraw_filing(
        self, programme: str, filing_number: str, version: int, withdrawn_on: date
    ) -> Receipt:
        """Withdraw a filing that this system sent: `version` is the one after its newest."""
        body = {
            "programme": programme,
            "filing_number": filing_number,
            "version": version,
            "withdrawn_on": withdrawn_on.isoformat(),
        }
        return self._post(
            f"/api/v1/filings/{quote(filing_number, safe='')}/withdrawal", Receipt, body
        )

    def page(self, path: str) -> int:
        """The status of a page, asked for as the browser of this person would; no redirect is followed."""
        headers = {"Accept": "text/html", **self._cookie_header()}
        return self._request("GET", path, headers=headers).status_code


def _packed(stream: BinaryIO) -> Iterator[bytes]:
    """The rest of a stream as gzip, in pieces."""
    packing = zlib.compressobj(1, wbits=31)
    while piece := stream.read(_PACKED_AT_ONCE):
        yield packing.compress(piece)
    yield packing.flush()


def _parts(
    filing: Mapping[str, Any] | bytes, attachments: Mapping[str, bytes] | None
) -> list[tuple[str, tuple[str, bytes, str]]]:
    """The parts of a push."""
    body = filing if isinstance(filing, bytes) else json.dumps(filing, ensure_ascii=False).encode()
    return [("filing", ("filing.json", body, "application/json"))] + [
        ("attachments", (name, content, "application/octet-stream"))
        for name, content in (attachments or {}).items()
    ]
