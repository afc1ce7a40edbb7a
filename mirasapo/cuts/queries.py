"""The two queries of a cut. They see what row security lets the login `cut` see, and no more.

Of a filing the newest version counts; withdrawn filings (取下げ) do not. Accounts of a fiscal year
come from the newest filing that has them; profile columns say what that same filing said. A fiscal
year runs from April to March; the accounts belong to the one in which they were closed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Date, Integer, and_, cast, extract, func, literal_column, select
from sqlalchemy.dialects.postgresql import distinct_on

from mirasapo.store.item_tables import item_tables
from mirasapo.store.tables import consent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import CTE, ColumnElement, FromClause, Select, Table

    from mirasapo.catalog import Catalog, TableShape
    from mirasapo.cuts.columns import CutColumn

FILING_COLUMNS = ("programme", "fiscal_year", "status", "basis")
ADOPTION_COLUMNS = ("first_filed_fiscal_year", "first_adopted_fiscal_year")
_APRIL: ColumnElement[Any] = literal_column("interval '3 months'")


def filings_query(catalog: Catalog, columns: Sequence[CutColumn]) -> Select[Any]:
    """One row per filing: business_id, made_up, FILING_COLUMNS, the columns of kind `header`."""
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
    facts = [filings.c[name] for name in FILING_COLUMNS]
    return (
        select(filings.c.business_id, business.c.made_up, *facts, *chosen)
        .select_from(source)
        .order_by(filings.c.business_id, filings.c.filed_on, filings.c.payload_sha256)
    )


def panel_query(catalog: Catalog, columns: Sequence[CutColumn], programme: str) -> Select[Any]:
    """One row per business and fiscal year: both, the columns, ADOPTION_COLUMNS.

    At least one column is of kind `period`.
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
    first = _first_filings(filings, programme)
    source = source.outerjoin(first, first.c.business_id == accounts.c.business_id)
    chosen += [first.c[name] for name in ADOPTION_COLUMNS]
    return select(accounts.c.business_id, accounts.c.fiscal_year, *chosen).select_from(source)


def consent_totals_query() -> Select[Any]:
    """How many filings each answer stands for, whether they may be studied or not: totals only."""
    newest = (
        select(consent.c.answer)
        .ext(distinct_on(consent.c.filing_id))
        .order_by(consent.c.filing_id, consent.c.consent_id.desc())
        .subquery()
    )
    return select(newest.c.answer, func.count().label("filings")).group_by(newest.c.answer)


def _newest(catalog: Catalog) -> CTE:
    filing = _table(catalog, "core.filing")
    versions = (
        select(filing)
        .ext(distinct_on(filing.c.filing_id))
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
        .ext(distinct_on(filings.c.business_id, fiscal_year))
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
            func.min(year).label(ADOPTION_COLUMNS[0]),
            func.min(year).filter(filings.c.status == "adopted").label(ADOPTION_COLUMNS[1]),
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
