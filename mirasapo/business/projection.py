"""The master in the database: what was said about a business is read, folded and written.

The master of a business is always folded as a whole, from the register, from what gBizINFO
published, from the newest version of each filing that is not withdrawn, from what the business has
corrected and what a person has settled. So a correction or a withdrawal is nothing special, and a
second run changes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    ARRAY,
    Integer,
    Uuid,
    any_,
    bindparam,
    exists,
    literal,
    select,
    text,
    union_all,
)
from sqlalchemy.dialects.postgresql import distinct_on

from mirasapo.business.fold import Contribution, Folding, Master, Origin, Row, Settlement
from mirasapo.business.order import Authority
from mirasapo.business.register import register_contribution, register_items
from mirasapo.business.rows import add_all
from mirasapo.business.statement import Statement, read_statement
from mirasapo.store.among import among
from mirasapo.store.item_tables import item_tables
from mirasapo.store.tables import business, filing, provenance, register_body, statement
from mirasapo.store.tables import conflict as conflict_table

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from sqlalchemy import Connection, RowMapping, Table

    from mirasapo.business.conflict import Conflict
    from mirasapo.catalog import Catalog, Item

Said = dict["UUID", list[Contribution]]
"""Contributions by business."""
Stated = Mapping["UUID", Sequence[Statement]]
"""Corrections and settlements by business."""

_STATEMENTS = ""  # no stem of a table

_BUSINESSES = bindparam("businesses", type_=ARRAY(Uuid))
_LOCK = text(
    """
    SELECT business_id FROM core.business WHERE business_id = ANY (:businesses)
     ORDER BY business_id FOR UPDATE
    """
).bindparams(_BUSINESSES)
_BODIES = select(
    business.c.business_id.label("known_id"),
    *(column for column in register_body.c if column.name not in {"business_id", "grams"}),
).join(register_body, register_body.c.corporate_number == business.c.corporate_number)
_NEWEST = (
    select(filing)
    .ext(distinct_on(filing.c.filing_id))
    .order_by(filing.c.filing_id, filing.c.version_no.desc())
)
_MASTER_OF = text(
    "SELECT DISTINCT table_name FROM core.provenance WHERE business_id = ANY (:businesses)"
).bindparams(_BUSINESSES)


class Projection:
    """Projects businesses by one catalogue; prepared once, used for many calls."""

    def __init__(self, catalog: Catalog) -> None:
        self._folding = Folding(catalog)
        self._tables = item_tables(catalog)
        self._register = register_items(catalog)
        self._catalog = catalog
        self._published = _with_rows(
            {
                stem: table
                for stem, table in self._tables.published.items()
                if catalog.table(stem).in_master
            }
        )
        self._items = {
            plan.stem: {
                item.column: (item.key, item.bit) for item in catalog.table(plan.stem).items
            }
            for plan in self._folding.plans
        }

    def project(
        self,
        conn: Connection,
        businesses: Iterable[UUID],
        told: Mapping[UUID, Sequence[Contribution]] | None = None,
        stated: Stated | None = None,
    ) -> int:
        """Fold the master of these businesses anew; the number of values that it now holds.

        `told` spares reading back: what the filings of a business say, all of them; so does
        `stated` for the corrections and settlements of all these businesses. Ids without a row in
        `core.business` are left alone. Locks the businesses until the transaction ends.
        """
        told = told or {}
        known = self.lock(conn, businesses)
        said: Said = {each: [] for each in known}
        self._hear_register(conn, said)
        with_statements = self._hear_published(conn, said)
        if stated is None:
            stated = self._statements(conn, known) if with_statements else {}
        self._hear_filings(conn, {each: said[each] for each in known if each not in told})
        for each in known:
            said[each] += told.get(each, ())
        self._forget(conn, known)
        return self._write(conn, said, stated)

    def unit_of(self, item: Item) -> list[Item]:
        """The items that are decided together with `item`, of a table of one row per business."""
        plan = next(plan for plan in self._folding.plans if plan.stem == item.table)
        unit = next(unit for unit in plan.units if item.column in unit.columns)
        return [
            each for each in self._catalog.table(item.table).items if each.column in unit.columns
        ]

    def lock(self, conn: Connection, businesses: Iterable[UUID]) -> list[UUID]:
        """Keep others from projecting these businesses; those of them that there are."""
        asked = {"businesses": sorted(set(businesses))}
        return list(conn.execute(_LOCK, asked).scalars())

    def _write(self, conn: Connection, said: Said, stated: Stated) -> int:
        """Fold and insert; there must be no master of these businesses yet."""
        rows: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
        origins: list[tuple[Any, ...]] = []
        conflicts: list[dict[str, Any]] = []
        for each, contributions in said.items():
            corrections, settlements = _by_kind(stated.get(each, ()))
            master, found = self._folding.judge([*contributions, *corrections], settlements)
            self._unfold(each, master, rows, origins)
            conflicts += [self._conflict_row(each, conflict) for conflict in found]
        masters = [(self._tables.master[stem], made) for stem, made in rows.items()]
        add_all(conn, [*masters, (provenance, origins)])
        if conflicts:
            conn.execute(conflict_table.insert(), conflicts)
        return len(origins)

    def _conflict_row(self, business_id: UUID, found: Conflict) -> dict[str, Any]:
        keys = {column: key for column, (key, _) in self._items[found.stem].items()}
        return {
            "conflict_id": conflict_id(business_id, found),
            "business_id": business_id,
            "table_name": found.stem,
            "row_key": found.row_key,
            "unit": found.unit,
            "item_keys": [keys[column] for column in keys if column in found.columns],
            "kind": found.kind,
            "state": found.state,
            "claims": [claim.as_dict() for claim in found.claims],
            "settled_by": found.settled_by,
        }

    def _unfold(
        self,
        business_id: UUID,
        master: Master,
        rows: dict[str, list[tuple[Any, ...]]],
        origins: list[tuple[Any, ...]],
    ) -> None:
        for stem, found in master.items():
            items = self._items[stem]
            for key, row in found.items():
                bits = 0
                tails: dict[int, tuple[Any, ...]] = {}
                for column, origin in row.origins.items():
                    item_key, bit = items[column]
                    bits |= bit
                    tail = tails.get(id(origin))
                    if tail is None:
                        tail = tails[id(origin)] = _tail(origin)
                    origins.append((business_id, stem, key, item_key, bit, *tail))
                rows[stem].append((business_id, key, bits, *map(row.values.get, items)))

    def wipe(self, conn: Connection, businesses: Sequence[UUID]) -> None:
        """Delete the master of these businesses, also rows that have no provenance."""
        for table in [*self._tables.master.values(), provenance, conflict_table]:
            conn.execute(table.delete().where(among(table.c.business_id, businesses)))

    def _forget(self, conn: Connection, businesses: Sequence[UUID]) -> None:
        stems = conn.execute(_MASTER_OF, {"businesses": businesses}).scalars().all()
        tables = [self._tables.master[stem] for stem in stems]
        for table in [*tables, provenance, conflict_table] if tables else []:
            conn.execute(table.delete().where(among(table.c.business_id, businesses)))

    def _hear_register(self, conn: Connection, said: Said) -> None:
        known = _BODIES.where(among(business.c.business_id, said))
        for body in conn.execute(known).mappings():
            said[body["known_id"]].append(register_contribution(self._register, body))

    def _hear_published(self, conn: Connection, said: Said) -> bool:
        """What a source published, by payload and date: each row keeps its own origin.

        Whether there are statements as well: both are rare and asked for at once.
        """
        heard: dict[tuple[Any, ...], dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
        asked = {"businesses": list(said)}
        filled = set(conn.scalars(self._published, asked).all())
        for stem in sorted(filled - {_STATEMENTS}):
            table = self._tables.published[stem]
            found = conn.execute(
                table.select()
                .where(among(table.c.business_id, said))
                .order_by(table.c.business_id, table.c.source, table.c.row_no)
            )
            for row in found.mappings():
                place = tuple(
                    row[name] for name in ("business_id", "source", "as_of_on", "payload_sha256")
                )
                if values := self._values(stem, row):
                    heard[place][stem].append(values)
        for (business_id, source, as_of_on, digest), rows in heard.items():
            said[business_id].append(
                Contribution(
                    authority=Authority.GBIZINFO,
                    source=source,
                    reference=f"{as_of_on.isoformat()}-{digest[:16]}",
                    basis="open",
                    as_of_on=as_of_on,
                    version=0,
                    payload_sha256=digest,
                    rows=rows,
                )
            )
        return _STATEMENTS in filled

    def _statements(self, conn: Connection, businesses: Sequence[UUID]) -> Stated:
        columns = statement.c
        stated: dict[UUID, list[Statement]] = defaultdict(list)
        for row in conn.execute(statement.select().where(among(columns.business_id, businesses))):
            read = read_statement(self._catalog, row.document.encode(), row.payload_sha256)
            stated[row.business_id].append(read)
        return stated

    def _hear_filings(self, conn: Connection, said: Said) -> None:
        standing = standing_filings(conn, said)
        rows = self._rows_of(conn, standing)
        for each in standing:
            said[each["business_id"]].append(filing_contribution(each, rows[each["filing_id"]]))

    def _rows_of(
        self, conn: Connection, filings: Sequence[RowMapping]
    ) -> dict[UUID, dict[str, list[Row]]]:
        """The rows of filings in the tables that the master knows, by filing and stem."""
        rows: dict[UUID, dict[str, list[Row]]] = defaultdict(dict)
        wanted: dict[str, list[RowMapping]] = defaultdict(list)
        for each in filings:
            for stem in each["tables"]:
                if stem in self._items:
                    wanted[stem].append(each)
        for stem, holders in wanted.items():
            table = self._tables.filing[stem]
            asked = {
                "filings": [each["filing_id"] for each in holders],
                "versions": [each["version_no"] for each in holders],
            }
            for row in conn.execute(_versions(table), asked).mappings():
                rows[row["filing_id"]].setdefault(stem, []).append(self._values(stem, row))
        return rows

    def _values(self, stem: str, row: RowMapping) -> Row:
        return {column: value for column in self._items[stem] if (value := row[column]) is not None}


def _with_rows(published: Mapping[str, Table]) -> Any:
    """Asks once in which of the tables there is something about `businesses`."""
    return union_all(
        *(
            select(literal(stem)).where(exists().where(table.c.business_id == any_(_BUSINESSES)))
            for stem, table in [*published.items(), (_STATEMENTS, statement)]
        )
    )


def _by_kind(stated: Sequence[Statement]) -> tuple[list[Contribution], list[Settlement]]:
    corrections = [each for each in stated if isinstance(each, Contribution)]
    return corrections, [each for each in stated if isinstance(each, Settlement)]


def conflict_id(business_id: UUID, found: Conflict) -> str:
    """The name of a conflict: the same as long as business and unit are the same."""
    named = "\n".join([str(business_id), found.stem, found.row_key, found.unit])
    return sha256(named.encode()).hexdigest()[:20]


def _tail(origin: Origin) -> tuple[Any, ...]:
    """The columns of provenance from `source` on."""
    said = origin.contribution
    return (
        said.source,
        said.filing_id,
        said.version_no,
        said.programme,
        said.fiscal_year,
        said.basis,
        origin.as_of_on,
        origin.order_key,
        said.payload_sha256,
    )


def standing_filings(conn: Connection, businesses: Iterable[UUID]) -> list[RowMapping]:
    """The newest version of each filing of these businesses, without those withdrawn."""
    newest = conn.execute(_NEWEST.where(among(filing.c.business_id, businesses))).mappings()
    return [each for each in newest if each["status"] != "withdrawn"]


def _versions(table: Table) -> Any:
    """The rows of given versions of filings, in the order they were filed."""
    asked = text(
        "SELECT * FROM unnest(:filings, :versions) AS asked(filing_id, version_no)"
    ).bindparams(
        bindparam("filings", type_=ARRAY(Uuid)), bindparam("versions", type_=ARRAY(Integer))
    )
    wanted = asked.columns(filing_id=Uuid, version_no=Integer).subquery("wanted")
    chosen = table.select().join(
        wanted,
        (table.c.filing_id == wanted.c.filing_id) & (table.c.version_no == wanted.c.version_no),
    )
    return chosen.order_by(table.c.row_no) if "row_no" in table.c else chosen


def filing_contribution(
    header: Mapping[str, Any] | RowMapping, rows: Mapping[str, Sequence[Row]]
) -> Contribution:
    """What a filing says; `header` holds the columns of its row in `core.filing`."""
    return Contribution(
        authority=Authority.FILING,
        source=header["source"],
        reference=header["filing_number"],
        basis=header["basis"],
        as_of_on=header["filed_on"],
        version=header["version_no"],
        payload_sha256=header["payload_sha256"],
        rows=rows,
        filing_id=header["filing_id"],
        version_no=header["version_no"],
        programme=header["programme"],
        fiscal_year=header["fiscal_year"],
    )


def project(conn: Connection, catalog: Catalog, businesses: Iterable[UUID]) -> int:
    """Fold the master of these businesses anew, as intake; the number of values it now holds."""
    return Projection(catalog).project(conn, businesses)
