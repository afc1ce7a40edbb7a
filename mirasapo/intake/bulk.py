"""Many filings at once: the same reading and the same rows as one, streamed by COPY."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING, Any

from mirasapo.business.rows import streaming
from mirasapo.errors import BadInput, Conflict, Erased, MirasapoError, NotAllowed, NotReady
from mirasapo.intake.payload import Filing, FilingReader
from mirasapo.intake.placing import Arrival
from mirasapo.intake.receive import (
    LAKE_WRITERS,
    Delivery,
    examine,
    keep,
    keep_refused,
    version_fault,
)
from mirasapo.intake.scanning import Scanner
from mirasapo.intake.writing import Writing
from mirasapo.store.erasures import refuse_erased

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

    from mirasapo.catalog import Catalog
    from mirasapo.store.databases import Databases
    from mirasapo.store.lake import Lake


@dataclass(slots=True)
class Received:
    """How many filings went in, were there already, and which were refused and why.

    `refused`: position in the order given, the refusal as a sentence, and the faults.
    """

    accepted: int = 0
    repeated: int = 0
    refused: list[dict[str, Any]] = field(default_factory=list)


def receive_many(
    databases: Databases,
    lake: Lake,
    catalog: Catalog,
    deliveries: Iterable[Delivery],
    *,
    batch: int = 500,
    made_up: bool = False,
    moment: datetime | None = None,
    scanner: Scanner | None = None,
) -> Received:
    """Take in filings in the order given, one transaction for each `batch` of them.

    One that is refused is kept with its faults and listed; it does not stop the others. An
    unexpected fault undoes its batch and is raised; earlier batches stay. `made_up` marks
    businesses that are new and not in the register. Without a `scanner` attachments are quarantined.
    """
    bulk = _Bulk(databases, lake, catalog, moment or datetime.now(UTC), scanner or Scanner())
    numbered = enumerate(deliveries)
    with streaming(databases) as conn, ThreadPoolExecutor(LAKE_WRITERS) as writers:
        while some := list(islice(numbered, batch)):
            bulk.receive(conn, writers, some, made_up=made_up)
    return bulk.received


@dataclass(frozen=True, slots=True)
class _Valid:
    """A delivery that can be read: its place in the order, and what it says."""

    position: int
    delivery: Delivery
    filing: Filing


class _Bulk:
    """One call of `receive_many`: what is prepared once, and the count so far."""

    def __init__(
        self,
        databases: Databases,
        lake: Lake,
        catalog: Catalog,
        moment: datetime,
        scanner: Scanner,
    ) -> None:
        self._databases = databases
        self._lake = lake
        self._moment = moment
        self._scanner = scanner
        self._reader = FilingReader(catalog)
        self._writing = Writing(catalog)
        self.received = Received()

    def receive(
        self,
        conn: Connection,
        writers: ThreadPoolExecutor,
        deliveries: Iterable[tuple[int, Delivery]],
        *,
        made_up: bool,
    ) -> None:
        """Take in one batch in one transaction."""
        admitted = self._admitted(list(deliveries))
        valid = [found for each in admitted if (found := self._examine(*each)) is not None]
        puts = [
            put for each in valid for put in keep(writers, self._lake, each.delivery, each.filing)
        ]
        arrivals = [Arrival(each.delivery.client_id, each.filing) for each in valid]
        with conn.begin():
            outcomes = self._writing.write(conn, arrivals, moment=self._moment, made_up=made_up)
            for put in puts:
                put.result()  # no row without its payload
        for each, outcome in zip(valid, outcomes, strict=True):
            if isinstance(outcome, Conflict):
                fault = version_fault(outcome)
                keep_refused(self._databases, self._lake, each.delivery, [fault])
                self._refuse(each.position, outcome)
            else:
                self.received.repeated += outcome.repeated
                self.received.accepted += not outcome.repeated

    def _admitted(self, deliveries: list[tuple[int, Delivery]]) -> list[tuple[int, Delivery]]:
        """Those of which nothing was erased; asked at once, and one by one only where one was."""
        try:
            self._refuse_erased(deliveries)
        except (Erased, NotReady):
            pass
        else:
            return deliveries
        admitted = []
        for position, delivery in deliveries:
            try:
                self._refuse_erased([(position, delivery)])
            except (Erased, NotReady) as refusal:
                self._refuse(position, refusal)
            else:
                admitted.append((position, delivery))
        return admitted

    def _refuse_erased(self, deliveries: list[tuple[int, Delivery]]) -> None:
        with self._databases.intake.begin() as conn:
            refuse_erased(conn, {digest for _, each in deliveries for digest in each.digests})

    def _examine(self, position: int, delivery: Delivery) -> _Valid | None:
        delivery = delivery.scanned(self._scanner)
        try:
            filing = examine(self._databases, self._lake, self._reader, delivery, self._moment)
        except (BadInput, NotAllowed) as refusal:
            self._refuse(position, refusal)
            return None
        return _Valid(position, delivery, filing)

    def _refuse(self, position: int, refusal: MirasapoError) -> None:
        self.received.refused.append(
            {
                "position": position,
                "what": refusal.sentence,
                "faults": refusal.members.get("faults", []),
            }
        )
