"""What is said about a business outside a filing: a correction of its own, a settlement of a conflict.

A statement is one JSON document: it is kept in the lake like a filing and read back from there when
the master is rebuilt. All that decides is in the document, the moment and the terms included.

    correction   {kind, business, stated_at, stated_by, table, row, programme, fiscal_year, basis}
    settlement   {kind, business, stated_at, stated_by, why, table, row_key, unit, source, claim_hash}

`row` holds values by item key: all of a unit, as nothing of it is taken from elsewhere. Programme,
fiscal year and basis are those of the filing whose value is corrected: a correction stands under
the terms of what it corrects, and under none (`none`) where that was no filing.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import msgspec

from mirasapo.business.document import read_document
from mirasapo.business.fold import Contribution, Settlement
from mirasapo.business.identify import Identity
from mirasapo.business.order import Authority
from mirasapo.catalog import parse_value
from mirasapo.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mirasapo.catalog import Catalog

JAPAN = ZoneInfo("Asia/Tokyo")
PORTAL = "portal"
"""The source of a correction, as provenance names it."""
_ENCODER = msgspec.json.Encoder(decimal_format="number", order="sorted")

Statement = Contribution | Settlement


def correction(
    identity: Identity,
    *,
    stated_at: datetime,
    stated_by: str,
    table: str,
    row: Mapping[str, Any],
    programme: str | None,
    fiscal_year: int | None,
    basis: str,
) -> bytes:
    """The document of a correction; `row` holds JSON values by item key."""
    return _written(
        {
            **_head("correction", identity, stated_at, stated_by),
            "table": table,
            "row": dict(row),
            "programme": programme,
            "fiscal_year": fiscal_year,
            "basis": basis,
        }
    )


def settlement(
    identity: Identity,
    *,
    stated_at: datetime,
    stated_by: str,
    why: str,
    table: str,
    row_key: str,
    unit: str,
    source: str,
    claim_hash: str,
) -> bytes:
    """The document of a settlement."""
    return _written(
        {
            **_head("settlement", identity, stated_at, stated_by),
            "why": why,
            "table": table,
            "row_key": row_key,
            "unit": unit,
            "source": source,
            "claim_hash": claim_hash,
        }
    )


def identity_of(document: Mapping[str, Any]) -> Identity:
    """The business that a statement is about."""
    return Identity(**document["business"])


def read_statement(catalog: Catalog, body: bytes, payload_sha256: str) -> Statement:
    """What a statement contributes to the fold.

    Raises BadInput for a document that is none, or that the data model of today cannot read.
    """
    document = read_document(body)
    try:
        if document["kind"] == "settlement":
            return _settlement(document, payload_sha256)
        return _contribution(catalog, document, payload_sha256)
    except (KeyError, TypeError, ValueError) as fault:
        raise BadInput(
            "訂正または裁定の記録を読めません。",
            "必要な欄がないか、形が違います。",
            "mirasapo lake verify で保管庫を確かめてください。",
            payload_sha256=payload_sha256,
        ) from fault


def _contribution(catalog: Catalog, document: Mapping[str, Any], digest: str) -> Contribution:
    as_of_on, version = _moment(document)
    items = {item.key: item for item in catalog.table(document["table"]).items}
    row = {
        items[key].column: parse_value(items[key], value) for key, value in document["row"].items()
    }
    return Contribution(
        authority=Authority.PORTAL,
        source=PORTAL,
        reference=digest[:16],
        basis=document["basis"],
        as_of_on=as_of_on,
        version=version,
        payload_sha256=digest,
        rows={document["table"]: [row]},
        programme=document["programme"],
        fiscal_year=document["fiscal_year"],
    )


def _settlement(document: Mapping[str, Any], digest: str) -> Settlement:
    as_of_on, version = _moment(document)
    return Settlement(
        stem=document["table"],
        row_key=document["row_key"],
        unit=document["unit"],
        source=document["source"],
        claim_hash=document["claim_hash"],
        as_of_on=as_of_on,
        version=version,
        payload_sha256=digest,
    )


def _moment(document: Mapping[str, Any]) -> tuple[date, int]:
    """The day in Japan, and the milliseconds of that day: what is said later the same day wins."""
    stated_at = datetime.fromisoformat(document["stated_at"]).astimezone(JAPAN)
    since = timedelta(
        hours=stated_at.hour,
        minutes=stated_at.minute,
        seconds=stated_at.second,
        microseconds=stated_at.microsecond,
    )
    return stated_at.date(), since // timedelta(milliseconds=1)


def _head(kind: str, identity: Identity, stated_at: datetime, stated_by: str) -> dict[str, Any]:
    return {
        "kind": kind,
        "business": {
            "corporate_number": identity.corporate_number,
            "sole_proprietor_key": identity.sole_proprietor_key,
        },
        "stated_at": stated_at.astimezone(UTC).isoformat(timespec="milliseconds"),
        "stated_by": stated_by,
    }


def _written(document: Mapping[str, Any]) -> bytes:
    return _ENCODER.encode(document)
