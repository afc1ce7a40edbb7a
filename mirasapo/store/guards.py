"""Grants and row security as one thing: set together, recognised, and put right when changed."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING

from sqlalchemy import text

from mirasapo.store import batch_lines, grants, job_queue, row_security, terms
from mirasapo.store.open_rows import held_without_basis, open_rows
from mirasapo.store.tables import SCHEMAS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

    from mirasapo.catalog import Catalog


def guard(conn: Connection, catalog: Catalog, users: Mapping[str, str]) -> bool:
    """Set grants and row security unless they stand exactly as this program sets them.

    The mark (a comment on the schema) names both the statements and what the database made of
    them: rights changed by hand, or a policy dropped, are put right by the next run.
    """
    if stands(conn, catalog, users):
        return False
    wanted = _guards(catalog, users)
    cursor = conn.connection.cursor()
    # what this program does not know would go on opening rows
    cursor.execute(";\n".join([*_drops_of_policies(conn), *_drops_of_grants(conn), wanted]))
    cursor.close()
    conn.execute(text(f"COMMENT ON SCHEMA core IS '{_mark_wanted(conn, wanted)}'"))
    return True


def stands(conn: Connection, catalog: Catalog, users: Mapping[str, str]) -> bool:
    """Whether grants and row security are exactly as this program sets them."""
    return _mark(conn) == _mark_wanted(conn, _guards(catalog, users))


def _drops_of_policies(conn: Connection) -> list[str]:
    rows = conn.execute(
        text(
            "SELECT format('DROP POLICY %I ON %I.%I', policyname, schemaname, tablename)"
            " FROM pg_policies WHERE schemaname = ANY (:schemas)"
        ),
        {"schemas": list(SCHEMAS)},
    )
    return list(rows.scalars())


def _drops_of_grants(conn: Connection) -> list[str]:
    rows = conn.execute(
        text(
            "SELECT DISTINCT format('REVOKE ALL ON ALL TABLES IN SCHEMA %I FROM %I',"
            "   n.nspname, pg_get_userbyid(a.grantee))"
            " FROM pg_namespace n JOIN pg_class c ON c.relnamespace = n.oid,"
            "   aclexplode(c.relacl) a"
            " WHERE n.nspname = ANY (:schemas)"
            "   AND a.grantee NOT IN (0, c.relowner)"
        ),
        {"schemas": list(SCHEMAS)},
    )
    return list(rows.scalars())


def _guards(catalog: Catalog, users: Mapping[str, str]) -> str:
    made = [*grants.statements(catalog, users), *row_security.statements(catalog, users)]
    made += [open_rows(), *held_without_basis(users["gateway"])]
    made += terms.statements(users["intake"])
    made += batch_lines.statements(users["intake"])
    made += job_queue.guards(users)
    return ";\n".join(made)


def _mark_wanted(conn: Connection, guards: str) -> str:
    return f"{sha256(guards.encode()).hexdigest()} {_guards_seen(conn)}"


def _mark(conn: Connection) -> str | None:
    found: str | None = conn.execute(
        text("SELECT obj_description(to_regnamespace('core'), 'pg_namespace')")
    ).scalar_one()
    return found


def _guards_seen(conn: Connection) -> str:
    """A hash of all rights, policies and row-security switches of the five schemas."""
    rows = conn.execute(
        text(
            "SELECT 'schema', nspname, nspacl::text, '', '' FROM pg_namespace"
            " WHERE nspname = ANY (:schemas)"
            " UNION ALL SELECT n.nspname, relname, relacl::text, relrowsecurity::text,"
            "   (SELECT string_agg(attname || attacl::text, ' ' ORDER BY attnum)"
            "    FROM pg_attribute WHERE attrelid = c.oid AND attacl IS NOT NULL)"
            " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
            " WHERE n.nspname = ANY (:schemas) AND relkind IN ('r', 'v', 'm', 'f', 'p')"
            " UNION ALL SELECT schemaname, tablename, policyname, permissive || roles::text || cmd,"
            "   concat(qual, ' / ', with_check)"
            " FROM pg_policies WHERE schemaname = ANY (:schemas)"
            " UNION ALL SELECT n.nspname, proname, proacl::text, prosrc, ''"
            " FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
            " WHERE n.nspname = ANY (:schemas)"
            " ORDER BY 1, 2, 3, 4, 5"
        ),
        {"schemas": list(SCHEMAS)},
    ).all()
    return sha256(json.dumps([list(row) for row in rows]).encode()).hexdigest()
