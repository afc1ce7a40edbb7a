"""The master again, from nothing: filings, corrections and settlements of the lake, public sources.

It must come out as it was. If it does not, either a projection was missed or the lake and the rows
that were made of it differ.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from mirasapo.business.content import Form
from mirasapo.business.document import read_document
from mirasapo.business.projection import Projection, filing_contribution, standing_filings
from mirasapo.business.rows import streaming
from mirasapo.business.state import state
from mirasapo.business.statement import read_statement
from mirasapo.errors import Conflict
from mirasapo.store.among import among
from mirasapo.store.payloads import read_payload, slices
from mirasapo.store.tables import business, statement

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from uuid import UUID

    from sqlalchemy import Connection

    from mirasapo.business.fold import Contribution
    from mirasapo.business.statement import Statement
    from mirasapo.catalog import Catalog
    from mirasapo.store.databases import Databases
    from mirasapo.store.lake import Lake

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What was folded anew, and the hash of the content afterwards."""

    businesses: int
    filings: int
    values: int
    state_hash: str


def rebuild(
    databases: Databases,
    lake: Lake,
    catalog: Catalog,
    progress: Callable[[int, int | None], None] | None = None,
) -> Rebuilt:
    """Wipe the master with its provenance and fold everything again, in one transaction.

    `progress` is told how many businesses are done of how many.

    Filings, corrections and settlements are read from their payloads in the lake, not from the
    rows made of them. Raises NotFound or CorruptObject for a payload that the lake does not hold as
    it was, Conflict for one that the data model of today cannot read; the master then stays as it
    was.
    """
    projection, reading = Projection(catalog), _Reading(lake, catalog)
    with streaming(databases) as conn, conn.begin():
        everybody = sorted(conn.scalars(select(business.c.business_id)))
        values = 0
        for number, some in enumerate(_batches(everybody)):
            if progress is not None:
                progress(number * _AT_ONCE, len(everybody))
            # not the whole tables: a business that is new since then has its master already
            projection.lock(conn, some)
            projection.wipe(conn, some)
            told, stated = reading.contributions(conn, some), reading.statements(conn, some)
            values += projection.project(conn, some, told, stated)
        return Rebuilt(len(everybody), reading.filings, values, state(conn, catalog)["state_hash"])


class _Reading:
    """Reads the payloads of filings back out of the lake."""

    def __init__(self, lake: Lake, catalog: Catalog) -> None:
        self._lake = lake
        self._catalog = catalog
        self._forms: dict[str, Form] = {}
        self.filings = 0

    def contributions(
        self, conn: Connection, businesses: Sequence[UUID]
    ) -> dict[UUID, list[Contribution]]:
        """What the standing filings of these businesses say."""
        said: dict[UUID, list[Contribution]] = {each: [] for each in businesses}
        standing = standing_filings(conn, businesses)
        places = slices(conn, {header["payload_sha256"] for header in standing})
        for header in standing:
            digest = header["payload_sha256"]
            body = read_payload(self._lake, digest, places.get(digest))
            document = read_document(body)
            form = self._form(header["programme"])
            content = form.read(document.get("items"), document.get("groups"))
            if content.faults:
                raise Conflict(
                    "マスタを作り直せません。",
                    f"受け取った申請のうち、今のデータモデルでは読めない項目が"
                    f" {len(content.faults)} 件あるものがあります。",
                    "mirasapo model check で、データモデルの変更を確かめてください。",
                    payload_sha256=digest,
                    items=sorted({fault.item for fault in content.faults}),
                )
            said[header["business_id"]].append(filing_contribution(header, content.rows))
            self.filings += 1
        return said

    def statements(
        self, conn: Connection, businesses: Sequence[UUID]
    ) -> dict[UUID, list[Statement]]:
        """What these businesses have corrected, and what has been settled about them."""
        stated: dict[UUID, list[Statement]] = {each: [] for each in businesses}
        columns = statement.c
        known = select(columns.business_id, columns.payload_sha256)
        for row in conn.execute(known.where(among(columns.business_id, businesses))):
            body = self._lake.get(row.payload_sha256)
            read = read_statement(self._catalog, body, row.payload_sha256)
            stated[row.business_id].append(read)
        return stated

    def _form(self, programme: str) -> Form:
        if programme not in self._forms:
            self._forms[programme] = Form(self._catalog, programme)
        return self._forms[programme]


def _batches(everybody: Sequence[UUID]) -> Iterator[Sequence[UUID]]:
    for start in range(0, len(everybody), _AT_ONCE):
        yield everybody[start : start + _AT_ONCE]
