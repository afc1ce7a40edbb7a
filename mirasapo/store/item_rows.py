"""Functions in the database that read the rows of any item table under the caller's row security.

    core.filing_rows(stem, filing_ids, version_nos, closed)
        → filing_id, version_no, row_no, row_values
    core.master_rows(stem, business_id)   → row_key, row_values
    open.published_rows(business_id)      → stem, source, row_no, as_of_on, row_values

`row_values` is a JSON object of the non-null items by column. Which tables a business has rows in
is known only when it is read; with these a read is one statement whatever the tables, and a
connection plans each table once and not at every read (planning took three times the reading).

Two more answer one question about a row that the gateway may not see, for the entry of a refused
read and for a request: `core.business_of_filing(filing_id)`, `core.knows_business(business_id)`.
"""

# ruff: noqa: S608 - every name in these statements comes from the catalogue

from __future__ import annotations

from typing import TYPE_CHECKING

from mirasapo.store.item_tables import item_tables
from mirasapo.store.tables import CONTEXT

if TYPE_CHECKING:
    from sqlalchemy import Table

    from mirasapo.catalog import Catalog


def statements(catalog: Catalog, gateway: str) -> list[str]:
    """The functions, run by the owner; `gateway` is who may call the two that look behind."""
    tables = item_tables(catalog)
    filing = "".join(_when(stem, _filing(table)) for stem, table in tables.filing.items())
    master = "".join(_when(stem, _master(table)) for stem, table in tables.master.items())
    published = "".join(
        f"RETURN QUERY {_published(stem, table)};\n" for stem, table in tables.published.items()
    )
    return [
        function(
            "core.filing_rows(stem text, filing_ids uuid[], version_nos int[], closed text[])",
            "filing_id uuid, version_no int, row_no int, row_values jsonb",
            f"CASE stem {filing} END CASE;",
        ),
        function(
            "core.master_rows(stem text, business uuid)",
            "row_key text, row_values jsonb",
            f"CASE stem {master} END CASE;",
        ),
        function(
            "open.published_rows(business uuid)",
            "stem text, source text, row_no int, as_of_on date, row_values jsonb",
            published,
        ),
        *_behind("core.business_of_filing", "core.filing WHERE filing_id = $1 LIMIT 1", gateway),
        *_behind(
            "core.knows_business",
            "(SELECT business_id FROM core.business UNION ALL SELECT business_id"
            " FROM open.register_body) known WHERE business_id = $1 LIMIT 1",
            gateway,
        ),
    ]


def _when(stem: str, query: str) -> str:
    return f"WHEN '{stem}' THEN RETURN QUERY {query};\n"


def _filing(table: Table) -> str:
    keys = [column.name for column in table.primary_key]
    keys += ["business_id", *CONTEXT, "class_bits"]
    row_no = "t.row_no" if "row_no" in table.c else "CAST(NULL AS int)"
    return (
        f"SELECT t.filing_id, t.version_no, {row_no}, {_values(keys, 'closed')}"
        " FROM unnest(filing_ids, version_nos) asked(filing_id, version_no)"
        f" JOIN {table.fullname} t USING (filing_id, version_no)"
    )


def _master(table: Table) -> str:
    return (
        f"SELECT t.row_key, {_values(['business_id', 'row_key', 'class_bits'])}"
        f" FROM {table.fullname} t WHERE t.business_id = business"
    )


def _published(stem: str, table: Table) -> str:
    keys = ["business_id", "source", "row_no", "as_of_on", "payload_sha256", "origins"]
    return (
        f"SELECT '{stem}', t.source, t.row_no, t.as_of_on, {_values(keys)}"
        f" FROM {table.fullname} t WHERE t.business_id = business"
    )


def _values(keys: list[str], closed: str = "'{}'") -> str:
    unwanted = f"CAST('{{{','.join(keys)}}}' AS text[]) || CAST({closed} AS text[])"
    return f"jsonb_strip_nulls(to_jsonb(t) - ({unwanted}))"


def function(signature: str, returns: str, body: str) -> str:
    """A function that reads: its plan is made once a connection, with the rights of the caller."""
    # A generic plan is the point of the function. Made while a table was still empty it would read
    # the whole table for ever: so never without the index.
    return f"""
        CREATE OR REPLACE FUNCTION {signature} RETURNS TABLE ({returns})
        LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan SET enable_seqscan = off
        AS $$
        #variable_conflict use_column
        BEGIN
        {body}
        END $$"""


def _behind(name: str, source: str, gateway: str) -> list[str]:
    """A function of the owner, who sees past row security: one id in, a business_id or NULL out."""
    return [
        f"""CREATE OR REPLACE FUNCTION {name}(uuid) RETURNS uuid LANGUAGE sql STABLE
            SECURITY DEFINER SET search_path = '' AS 'SELECT business_id FROM {source}'""",
        f"REVOKE ALL ON FUNCTION {name}(uuid) FROM PUBLIC",
        f'GRANT EXECUTE ON FUNCTION {name}(uuid) TO "{gateway}"',
    ]
