"""One entry of the catalogue as a source says it, and its canonical form."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import date, datetime, timedelta, timezone
from hashlib import sha256
from typing import Any

import msgspec

JAPAN = timezone(timedelta(hours=9), "JST")


@dataclass(frozen=True, slots=True)
class Call:
    """公募: one round; days are Japan's, None where the source does not say."""

    call_id: str | None = None
    round: str | None = None
    regions: tuple[str, ...] = ()
    region_detail: str | None = None
    accepts_from: date | None = None
    accepts_until: date | None = None
    accepts_until_at: datetime | None = None
    project_until: date | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A published file; its bytes lie in the lake under `sha256`."""

    kind: str
    name: str
    sha256: str
    size_bytes: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A subsidy or other support, as one source says it.

    `as_of_at` is the source's own date of the entry, None where it has none; no part of the content.
    """

    source: str
    source_id: str
    title: str
    as_of_at: datetime | None = None
    number: str | None = None
    catch_phrase: str | None = None
    summary: str | None = None
    detail_html: str | None = None
    kind: str | None = None
    organisers: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    purposes: tuple[str, ...] = ()
    industries: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    employees: str | None = None
    eligible: str | None = None
    usage: str | None = None
    rate: str | None = None
    amount_cap_yen: int | None = None
    reception: str | None = None
    multiple_requests: bool | None = None
    governing_law: str | None = None
    url: str | None = None
    application_url: str | None = None
    published_on: date | None = None
    unpublished_on: date | None = None
    calls: tuple[Call, ...] = field(default=())
    attachments: tuple[Attachment, ...] = field(default=())

    @property
    def content(self) -> dict[str, Any]:
        """What a version keeps: everything but whose entry it is and its date, as JSON values."""
        plain: dict[str, Any] = msgspec.to_builtins(asdict(self))
        return {key: plain[key] for key in plain.keys() - {"source", "source_id", "as_of_at"}}


def content_hash(content: dict[str, Any]) -> str:
    """The hash that says whether two versions are the same."""
    return sha256(msgspec.json.encode(content, order="deterministic")).hexdigest()
