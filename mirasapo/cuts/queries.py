"""The two queries of a cut. They see what row security lets the login `cut` see, and no more.

Of a filing the newest version counts; withdrawn filings (取下げ) do not. Accounts of a fiscal year
come from the newest filing that has them; profile columns say what that same filing said. A fiscal
year runs from April to March; the accounts belong to the one in which they were closed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Date, Integer, and_, cast, extract, func, literal_column, select

from mirasapo.store.item_tables import item_tables

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import CTE, ColumnElement, FromClause, Select, Table

    from mirasapo.catalog import Catalog, TableShape
    from mirasapo.cuts.columns import CutColumn

_APRIL = literal_column("interval '3 months'")


def filings_query(
    catalog: Catalog, columns: Sequence[CutColumn], *, adoption: bool
) -> Select[Any]:
    """One row per filing: business_id, made_up, basis, programme, fiscal_year, status, `header` columns.

    Without `adoption` the facts of class 10 are null.
    """
    filings = _newest(catalog)
    business = _table(catalog, "core.business")
    source: FromClause = filings.join(business, business.c.business_id == filings.c.business_id)
    chosen: list[ColumnElement[Any]] = []
    tables: dict[str, Table] = {}
    for column in columns:
        if column.kind == "header":
            table = tables.setdefault(column.item.table, _filing_table(catalog, column))
            chosen.append(table.c[column.item.column].label(column.name))
    for table in tables.values():
        source = source.outerjoin(table, _same_filing(filings, table))
    facts = [filings.c.programme, filings.c.fiscal_year, filings.c.status] if adoption else []
    return (
        select(filings.c.business_id, business.c.made_up, filings.c.basis, *facts, *chosen)
        .select_from(source)
        .order_by(filings.c.business_id, filings.c.filed_on, filings.c.payload_sha256)
    )


def panel_query(
    catalog: Catalog, columns: Sequence[CutColumn], programme: str, *, adoption: bool
) -> Select[Any]:
    """One row per business and fiscal year: business_id, fiscal_year, columns, first filing and adoption.

    Raises LookupError when no column is left that belongs to a fiscal period.
    """
    filings = _newest(catalog)
    shape = catalog.table(next(one.item.table for one in columns if one.kind == "period"))
    accounts = _accounts(catalog, filings, shape, columns)
    source: FromClause = accounts
    chosen: list[ColumnElement[Any]] = []
    tables: dict[str, Table] = {}
    for column in columns:
        if column.kind == "period":
            chosen.append(accounts.c[column.item.column].label(column.name))
        elif column.kind == "profile":
            table = tables.setdefault(column.item.table, _filing_table(catalog, column))
            value = table.c[column.item.column]
            chosen.append((_year(value) if column.year_only else value).label(column.name))
        elif column.kind == "count":
            chosen.append(_rows_of(catalog, column, accounts).label(column.name))
    for table in tables.values():
        source = source.outerjoin(table, _same_filing(accounts, table))
    if adoption:
        first = _first_filings(filings, programme)
        source = source.outerjoin(first, first.c.business_id == accounts.c.business_id)
        chosen += [first.c.first_filed_fiscal_year, first.c.first_adopted_fiscal_year]
    return select(accounts.c.business_id, accounts.c.fiscal_year, *chosen).select_from(source)


def _newest(catalog: Catalog) -> CTE:
    filing = _table(catalog, "core.filing")
    versions = (
        select(filing)
        .distinct(filing.c.filing_id)
        .order_by(filing.c.filing_id, filing.c.version_no.desc())
        .subquery()
    )
    return select(versions).where(versions.c.status != "withdrawn").cte("newest")


def _accounts(
    catalog: Catalog, filings: CTE, shape: TableShape, columns: Sequence[CutColumn]
) -> CTE:
    table = item_tables(catalog).filing[shape.name]
    closing = table.c[next(item for item in shape.row_key_items if item.type == "date").column]
    fiscal_year = _year(cast(closing - _APRIL, Date))
    amounts = [table.c[one.item.column] for one in columns if one.kind == "period"]
    return (
        select(
            filings.c.business_id,
            filings.c.filing_id,
            filings.c.version_no,
            fiscal_year.label("fiscal_year"),
            *amounts,
        )
        .join(table, _same_filing(filings, table))
        .where(closing.is_not(None))
        .distinct(filings.c.business_id, fiscal_year)
        .order_by(
            filings.c.business_id,
            fiscal_year,
            closing.desc(),
            filings.c.filed_on.desc(),
            filings.c.payload_sha256.desc(),
        )
        .cte("accounts")
    )


def _first_filings(filings: CTE, programme: str) -> CTE:
    year = filings.c.fiscal_year
    return (
        select(
            filings.c.business_id,
            func.min(year).label("first_filed_fiscal_year"),
            func.min(year)
            .filter(filings.c.status == "adopted")
            .label("first_adopted_fiscal_year"),
        )
        .where(filings.c.programme == programme)
        .group_by(filings.c.business_id)
        .cte("first")
    )


def _rows_of(catalog: Catalog, column: CutColumn, accounts: CTE) -> ColumnElement[Any]:
    """How many rows the filing's list has; null when it carries no list."""
    table = _filing_table(catalog, column)
    rows = select(func.count()).select_from(table).where(_same_filing(accounts, table))
    return func.nullif(rows.correlate(accounts).scalar_subquery(), 0)


def _same_filing(filings: FromClause, table: Table) -> ColumnElement[bool]:
    return and_(
        table.c.filing_id == filings.c.filing_id, table.c.version_no == filings.c.version_no
    )


def _year(value: ColumnElement[Any]) -> ColumnElement[Any]:
    return cast(extract("year", value), Integer)


def _filing_table(catalog: Catalog, column: CutColumn) -> Table:
    return item_tables(catalog).filing[column.item.table]


def _table(catalog: Catalog, name: str) -> Table:
    return item_tables(catalog).metadata.tables[name]
