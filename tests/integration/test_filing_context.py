"""Each row of a filing repeats its context: as `core.filing` has it, whatever way it came in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import ColumnElement, and_, func, insert, select, text
from sqlalchemy.exc import DBAPIError

from mirasapo.disclosure.acting import act_as
from mirasapo.disclosure.rule import Actor
from mirasapo.intake.bulk import receive_many
from mirasapo.intake.receive import Delivery, receive
from mirasapo.store.item_tables import item_tables
from mirasapo.store.tables import CONTEXT, attachment, filing
from tests import factories
from tests.disclosure_world import Context, World, add_business, add_filing, add_payload

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Connection, Table

    from mirasapo.app.root import Platform
    from mirasapo.catalog import Catalog

CLIENT = "jgrants-04"
PROGRAMMES = ("04", "13", "14")


def deliveries(catalog: Catalog) -> Iterator[Delivery]:
    """Every basis, several programmes and years, and a version that corrects its year."""
    refused = {"answer": "refused", "terms_version": "policy-2025-02-14"}
    for programme, seed, header in (
        ("04", 1, {"filed_on": "2023-06-01"}),
        ("04", 2, {"filed_on": "2020-06-01"}),
        ("13", 3, {"filed_on": "2024-06-01"}),
        ("13", 4, {"filed_on": "2024-06-01", "consent": refused}),
        ("14", 5, {}),
        ("04", 1, {"filed_on": "2022-03-31", "version": 2}),
    ):
        document = factories.filing_payload(catalog, programme, seed=seed, **header)
        files = factories.filing_attachments(document)
        yield Delivery(CLIENT, PROGRAMMES, factories.body_of(document), files)


def pushed(platform: Platform) -> None:
    for each in deliveries(platform.catalog):
        receive(
            platform.databases,
            platform.lake,
            platform.catalog,
            client_id=each.client_id,
            programmes=each.programmes,
            body=each.body,
            attachments=each.attachments,
        )


def streamed(platform: Platform) -> None:
    given = deliveries(platform.catalog)
    received = receive_many(platform.databases, platform.lake, platform.catalog, given)
    assert received.refused == []


def of_filings(catalog: Catalog) -> list[Table]:
    return [*item_tables(catalog).filing.values(), attachment]


def strays(conn: Connection, table: Table) -> int:
    """How many rows have another context, or another business, than their filing."""
    same: ColumnElement[bool] = and_(
        *(table.c[name] == filing.c[name] for name in ("business_id", *CONTEXT))
    )
    joined = table.join(
        filing,
        (filing.c.filing_id == table.c.filing_id) & (filing.c.version_no == table.c.version_no),
    )
    counted = select(func.count()).select_from(joined).where(same.is_not(True))
    return conn.scalars(counted).one()


@pytest.mark.parametrize("way_in", [pushed, streamed])
def test_rows_repeat_the_context_of_their_filing(
    fresh_platform: Platform, way_in: Callable[[Platform], None]
) -> None:
    """No foreign key holds the copies to the original (see `store.tables.context_columns`)."""
    way_in(fresh_platform)
    catalog = fresh_platform.catalog
    with fresh_platform.databases.intake.connect() as conn:
        contexts = select(*(filing.c[name] for name in CONTEXT))
        held = {tuple(row) for row in conn.execute(contexts)}
        named = set(conn.scalars(select(func.unnest(filing.c.tables))))
        filled = {
            table.name
            for table in of_filings(catalog)
            if conn.scalars(select(func.count()).select_from(table)).one()
        }
        astray = {table.name: strays(conn, table) for table in of_filings(catalog)}
    assert {basis for _, _, basis in held} == {"deemed", "individual", "none"}
    assert len(held) == 6
    assert filled == {f"filing_{stem}" for stem in named} | {"attachment"}
    assert set(astray.values()) == {0}


def test_a_stray_row_is_found(
    fresh_platform: Platform, tamper: Callable[[Platform, str], None]
) -> None:
    pushed(fresh_platform)
    tamper(fresh_platform, "UPDATE core.attachment SET fiscal_year = fiscal_year + 1")
    with fresh_platform.databases.intake.connect() as conn:
        assert strays(conn, attachment) > 0


def test_row_security_judges_a_row_by_its_own_context(
    fresh_platform: Platform, tamper: Callable[[Platform, str], None]
) -> None:
    """What a row itself says decides, so the copies must be right; and the officer shows it."""
    world = World(fresh_platform.catalog)
    item = world.item(6)
    table = item_tables(fresh_platform.catalog).filing[item.table]
    with fresh_platform.databases.intake.begin() as conn:
        add_payload(conn)
        business_id = add_business(conn, "株式会社山田製作所")
        add_filing(conn, world, business_id, Context("04", 2023, "deemed"), [[item]])

    def seen() -> int:
        with fresh_platform.databases.gateway.connect() as conn:
            act_as(conn, Actor("officer", 2), 2)
            return conn.scalars(select(func.count()).select_from(table)).one()

    assert seen() == 1
    tamper(fresh_platform, f"UPDATE {table.fullname} SET basis = 'none'")  # noqa: S608 - own names
    assert seen() == 0


def test_no_row_of_a_filing_can_be_open_data(platform: Platform) -> None:
    """`open` as its basis would open it to everybody."""
    world = World(platform.catalog)
    item = world.item(6)
    with platform.databases.intake.connect() as conn:
        add_payload(conn)
        business_id = add_business(conn, "株式会社山田製作所")
        context = Context("04", 2023, "deemed")
        filing_id = add_filing(conn, world, business_id, context, [[world.item(10)]])
        assert world.item(10).table != item.table
        row: dict[str, Any] = {
            "filing_id": filing_id,
            "version_no": 1,
            "business_id": business_id,
            "programme": "04",
            "fiscal_year": 2023,
            "basis": "open",
            "class_bits": item.bit,
        }
        table = item_tables(platform.catalog).filing[item.table]
        if "row_no" in table.c:
            row["row_no"] = 1
        with pytest.raises(DBAPIError, match="violates check constraint"):
            conn.execute(insert(table).values(row))


def test_the_context_is_not_among_the_values(fresh_platform: Platform) -> None:
    """What is read of a row are its items, never the columns that are about it."""
    pushed(fresh_platform)
    catalog = fresh_platform.catalog
    rows = text("SELECT row_values FROM core.filing_rows(:stem, :filings, :versions, '{}')")
    with fresh_platform.databases.intake.connect() as conn:
        versions = conn.execute(select(filing.c.filing_id, filing.c.version_no)).all()
        asked = {
            "filings": [filing_id for filing_id, _ in versions],
            "versions": [version for _, version in versions],
        }
        read = 0
        for shape in catalog.tables:
            items = {item.column for item in shape.items}
            for values in conn.scalars(rows, {"stem": shape.name, **asked}):
                assert values.keys() <= items
                read += 1
    assert read
