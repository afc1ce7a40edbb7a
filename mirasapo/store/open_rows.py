"""The gate's read as a function in the database: what is open of a business, or of one filing.

    core.open_rows(asked_business, asked_filing, filing_layer, master_layer, open_layer)
        → layer, stem, row_key, row_no, filing_id, version_no, programme, fiscal_year, source,
          basis, as_of_on, column_name, row_values

Of each filing version and of each master value it takes the open bits of its context, of each row
the columns whose bit is open. `row_values` is an object of values by column, or one value where
`column_name` is set. It runs with the rights of who calls it, under row security: as a function it
is planned once a connection and not at every read (a quarter of the time of the read).

    core.held_without_basis(business) → item_key

looks behind row security, for the reason that a reader is told: the items of the master that would
be open to the transaction's actor if the filing had been made under terms with secondary use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirasapo.store.item_rows import function
from mirasapo.store.row_security import open_bits_of, open_bits_sql

if TYPE_CHECKING:
    from collections.abc import Callable


def open_rows(name: str = "core.open_rows", open_bits: Callable[[str], str] = open_bits_of) -> str:
    """The function, run by the owner; `open_bits` is the guard, as SQL of a row's name."""
    return function(
        f"{name}(asked_business uuid, asked_filing uuid,"
        " filing_layer boolean, master_layer boolean, open_layer boolean)",
        "layer text, stem text, row_key text, row_no int, filing_id uuid, version_no int,"
        " programme text, fiscal_year int, source text, basis text, as_of_on date,"
        " column_name text, row_values jsonb",
        f"RETURN QUERY {open_rows_query(open_bits=open_bits)};",
    )


def held_without_basis(gateway: str) -> list[str]:
    """The function of the owner, which only `gateway` may call: never a value, never what is closed."""
    would_be_open = open_bits_sql(
        business="p.business_id",
        programme="p.programme",
        fiscal_year="p.fiscal_year",
        basis="'deemed'",
    )
    name = "core.held_without_basis(asked_business uuid)"
    return [
        f"""CREATE OR REPLACE FUNCTION {name} RETURNS TABLE (item_key text) LANGUAGE plpgsql STABLE
        SECURITY DEFINER SET search_path = '' AS $$
        BEGIN
        RETURN QUERY SELECT DISTINCT p.item_key FROM core.provenance p
        WHERE p.business_id = asked_business AND p.basis = 'none'
          AND (p.bit & {would_be_open}) <> 0;
        END $$""",  # noqa: S608 - the project's own expression
        "REVOKE ALL ON FUNCTION core.held_without_basis(uuid) FROM PUBLIC",
        f'GRANT EXECUTE ON FUNCTION core.held_without_basis(uuid) TO "{gateway}"',
    ]


def open_rows_query(mark: str = "", open_bits: Callable[[str], str] = open_bits_of) -> str:
    """The statement; `mark` is what stands before the name of a parameter."""
    return f"""
    WITH context AS MATERIALIZED (
        SELECT f.*, {open_bits("f")} AS open_bits
        FROM core.filing f
        WHERE {mark}filing_layer AND f.business_id = {mark}asked_business
          AND (f.filing_id = {mark}asked_filing OR {mark}asked_filing IS NULL)
    ), asked AS (
        SELECT stem, c.open_bits, array_agg(c.filing_id) AS filing_ids,
               array_agg(c.version_no) AS version_nos
        FROM context c CROSS JOIN unnest(c.tables) stem
        GROUP BY stem, c.open_bits
    ), known AS MATERIALIZED (
        SELECT * FROM core.provenance p
        WHERE {mark}master_layer AND p.business_id = {mark}asked_business
    ), place AS MATERIALIZED (
        SELECT p.*, {open_bits("p")} AS open_bits
        FROM (SELECT DISTINCT business_id, programme, fiscal_year, basis FROM known) p
    ), origin AS MATERIALIZED (
        SELECT k.*, i.column_name
        FROM known k
        JOIN place p ON (p.programme, p.fiscal_year, p.basis)
            IS NOT DISTINCT FROM (k.programme, k.fiscal_year, k.basis)
        JOIN open.item i USING (item_key)
        WHERE (k.bit & p.open_bits) <> 0
    )
    SELECT 'filing' AS layer, a.stem, '' AS row_key, r.row_no, c.filing_id, c.version_no,
           c.programme, c.fiscal_year, c.source, c.basis, c.filed_on AS as_of_on,
           NULL AS column_name, r.row_values
    FROM asked a
    CROSS JOIN LATERAL core.filing_rows(
        a.stem, a.filing_ids, a.version_nos,
        ARRAY (SELECT i.column_name FROM open.item i
               WHERE i.table_name = a.stem AND (i.bit & a.open_bits) = 0)) r
    JOIN context c ON c.filing_id = r.filing_id AND c.version_no = r.version_no
    UNION ALL
    SELECT 'master', o.table_name, o.row_key, NULL, o.filing_id, o.version_no,
           o.programme, o.fiscal_year, o.source, o.basis, o.as_of_on,
           o.column_name, r.row_values -> o.column_name
    FROM (SELECT DISTINCT table_name FROM origin) t
    CROSS JOIN LATERAL core.master_rows(t.table_name, {mark}asked_business) r
    JOIN origin o ON o.table_name = t.table_name AND o.row_key = r.row_key
    WHERE r.row_values ? o.column_name
    UNION ALL
    SELECT 'open', p.stem, '', p.row_no, NULL, NULL,
           NULL, NULL, p.source, 'open', p.as_of_on,
           NULL, p.row_values
    FROM open.published_rows({mark}asked_business) p WHERE {mark}open_layer
    UNION ALL
    SELECT 'open', '', '', NULL, NULL, NULL,
           NULL, NULL, 'nta', 'open', b.updated_on,
           NULL, jsonb_strip_nulls(to_jsonb(b) - 'grams')
    FROM open.register_body b
    WHERE {mark}open_layer AND b.business_id = {mark}asked_business
    ORDER BY layer, stem, fiscal_year, as_of_on, filing_id, version_no, row_key, row_no
    """  # noqa: S608 - the expressions are the project's own
