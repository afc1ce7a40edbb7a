"""試し送り: a filing is checked as if it came in earnest, and nothing of it is kept anywhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from mirasapo.business.document import read_document
from mirasapo.errors import Conflict, MirasapoError
from mirasapo.intake.discrepancy import Discrepancy, discrepancies
from mirasapo.intake.header import Header
from mirasapo.intake.payload import FilingReader
from mirasapo.intake.placing import Arrival, place_all
from mirasapo.intake.receive import JAPAN, faulty, listed_files, listed_readings
from mirasapo.intake.uploads import found_uploads

if TYPE_CHECKING:
    from datetime import date

    from mirasapo.catalog import Catalog
    from mirasapo.intake.payload import Filing
    from mirasapo.intake.receive import Delivery
    from mirasapo.store.databases import Databases


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """A filing that would be taken in; `repeated`: it has been already, with the same content."""

    filing: Filing
    repeated: bool
    warnings: tuple[Discrepancy, ...]

    def as_dict(self) -> dict[str, Any]:
        """The answer to the sender."""
        return {
            "dry_run": True,
            "what": "試し送りです。このまま送れば受け取られます。何も保存していません。",
            "version_no": self.filing.version,
            "payload_sha256": self.filing.payload_sha256,
            "accepted": listed_files(self.filing.files),
            "repeated": self.repeated,
            "warnings": [warning.as_dict() for warning in self.warnings],
            "readings": listed_readings(self.filing.content.readings),
        }


def rehearse(
    databases: Databases, catalog: Catalog, delivery: Delivery, moment: datetime | None = None
) -> Rehearsal:
    """What would become of this delivery. Writes nothing: no row, no object, no manifest.

    Raises what `receive` raises, each with the member `dry_run`, a faulty filing with its
    `warnings` too, as far as it can be read.
    """
    try:
        return _rehearse(databases, catalog, delivery, moment or datetime.now(UTC))
    except MirasapoError as refusal:
        refusal.members["dry_run"] = True
        raise


def _rehearse(
    databases: Databases, catalog: Catalog, delivery: Delivery, moment: datetime
) -> Rehearsal:
    reader = FilingReader(catalog)
    today = moment.astimezone(JAPAN).date()
    filing, faults = reader.read(
        delivery.body,
        delivery.attachments,
        programmes=delivery.programmes,
        today=today,
        find_uploads=lambda digests: found_uploads(databases, delivery.client_id, digests),
        scans=delivery.scans,
    )
    if filing is None:
        raise faulty(faults, warnings=_warnings_of_faulty(reader, delivery, today))
    with databases.intake.begin() as conn:
        place = place_all(conn, [Arrival(delivery.client_id, filing)])[0]
    if isinstance(place, Conflict):
        raise place
    warnings = discrepancies(catalog, filing.content.rows, filing.content.numbers)
    return Rehearsal(filing, place.repeated, tuple(warnings))


def _warnings_of_faulty(
    reader: FilingReader, delivery: Delivery, today: date
) -> list[dict[str, Any]]:
    document = read_document(delivery.body)
    header = Header(document, reader.catalog.programmes, today)
    content, _, _ = reader.examine(document, header, delivery.attachments)
    found = discrepancies(reader.catalog, content.rows, content.numbers)
    return [warning.as_dict() for warning in found]
