"""What each login may do (D7): everything is refused that is not granted here.

    gateway  reads open and core (under row security), writes trust and identity
    intake   writes core and open, adds consents; filings are added, never changed
    cut      reads by basis of consent, adds ledger entries
    jobs     works the queue of jobs; it sees nothing else

Nobody but owner changes or deletes a ledger entry, a consent or what a filing said; intake has
payloads removed whose term is over by `store.terms` alone, which leaves an entry.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirasapo.store.item_tables import item_tables
from mirasapo.store.job_queue import QUEUE_TABLES
from mirasapo.store.tables import OF_INTAKE, SCHEMAS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mirasapo.catalog import Catalog

SESSION_SETTINGS: Mapping[str, Mapping[str, str]] = {
    "owner": {},
    "gateway": {
        "statement_timeout": "30s",
        "lock_timeout": "10s",
        "idle_in_transaction_session_timeout": "60s",
    },
    "intake": {"lock_timeout": "60s"},
    "cut": {"lock_timeout": "60s"},
    "jobs": {"lock_timeout": "60s", "statement_timeout": "60s"},
}

_REFERENCE = ("item", "ceiling")  # written by `mirasapo db init` only
_PASSING = ("session", "sign_in")  # rows that end by being deleted
_OF_OWNER = ("erasure", "erased_object")  # written by an order, or by `core.expire_payloads`
_KEPT = ("institution_list", "institution_version", "subsidy_version")  # added, never changed
_ENDING = ("support_institution",)  # rows that end, and are never deleted
_PARTLY = {  # of these, these columns change
    "payload": "kind, source, faults, scan",  # sent again and accepted now
    "batch": "accepted, repeated, refused, line_no, offset_bytes, finished_at",
}
_ALL = "SELECT, INSERT, UPDATE, DELETE"
_ADD = "SELECT, INSERT"


def on_database(database: str, logins: Mapping[str, str]) -> list[str]:
    """Who may connect: run by the maintenance login, for every copy of a database again."""
    everybody = ", ".join(["PUBLIC", *(f'"{user}"' for user in logins.values())])
    made = [f'REVOKE ALL ON DATABASE "{database}" FROM {everybody}']
    made += [f'GRANT CONNECT ON DATABASE "{database}" TO "{user}"' for user in logins.values()]
    if "owner" in logins:
        made.append(f'GRANT CREATE ON DATABASE "{database}" TO "{logins["owner"]}"')
    if "intake" in logins:
        # bulk: COPY goes into a temporary table, as it is refused into one under row security
        made.append(f'GRANT TEMPORARY ON DATABASE "{database}" TO "{logins["intake"]}"')
    return made


def statements(catalog: Catalog, logins: Mapping[str, str]) -> list[str]:
    """All grants on schemas and tables, run by the owner; everything is taken back first."""
    users = {login: f'"{user}"' for login, user in logins.items() if login != "owner"}
    everybody = ", ".join(["PUBLIC", *users.values()])
    made = []
    for schema in SCHEMAS:
        made += [
            f"REVOKE ALL ON ALL TABLES IN SCHEMA {schema} FROM {everybody}",
            f"REVOKE ALL ON SCHEMA {schema} FROM {everybody}",
        ]
    for login, grants in _grants(catalog).items():
        used = sorted({table.split(".")[0] for _, table in grants})
        made += [f"GRANT USAGE ON SCHEMA {schema} TO {users[login]}" for schema in used]
        made += [f"GRANT {rights} ON {table} TO {users[login]}" for rights, table in grants]
    return made


def _grants(catalog: Catalog) -> dict[str, list[tuple[str, str]]]:
    return {
        "gateway": list(_gateway(catalog)),
        "intake": list(_intake(catalog)),
        "cut": list(_cut(catalog)),
        "jobs": [(_ALL, f"jobs.{name}") for name in (*_names(catalog, "jobs"), *QUEUE_TABLES)],
    }


def _names(catalog: Catalog, schema: str) -> list[str]:
    tables = item_tables(catalog).metadata.sorted_tables
    return sorted(table.name for table in tables if table.schema == schema)


def _gateway(catalog: Catalog) -> Iterator[tuple[str, str]]:
    for name in _names(catalog, "open"):
        yield "SELECT", f"open.{name}"
    for name in _names(catalog, "core"):
        if name not in OF_INTAKE:
            yield "SELECT", f"core.{name}"
    changeable = {
        "disclosure_request": "answered_at, answered_by, approved_bits, withdrawn_at, revoked_at",
        "grant_line": "valid_until",
        "suspension": "valid_until",
        "narrowing": "class_bits, reason",
    }
    for name in _names(catalog, "trust"):
        yield _ADD, f"trust.{name}"
        if name in changeable:
            yield f"UPDATE ({changeable[name]})", f"trust.{name}"
    for name in _names(catalog, "identity"):
        yield _ALL if name in _PASSING else "SELECT, INSERT, UPDATE", f"identity.{name}"


def _intake(catalog: Catalog) -> Iterator[tuple[str, str]]:
    for name in _names(catalog, "open"):
        yield _open_rights(name), f"open.{name}"
    tables = item_tables(catalog)
    as_filed = {table.name for table in tables.filing.values()}
    as_filed |= {"filing", "attachment", "statement", "batch_line", "batch_refusal"}
    for name in _names(catalog, "core"):
        if name in _OF_OWNER:
            yield "SELECT", f"core.{name}"
        elif name in as_filed or name in _PARTLY:
            yield _ADD, f"core.{name}"
        else:
            yield _ALL, f"core.{name}"
    for name, columns in _PARTLY.items():
        yield f"UPDATE ({columns})", f"core.{name}"
    yield "UPDATE (removed_at)", "core.erased_object"  # the lake has it no more
    yield _ADD, "trust.consent"
    # how far a job is that a system waits for; to defer one there is a function (`job_queue`)
    for name in ("job_report", "procrastinate_jobs", "procrastinate_events"):
        yield "SELECT", f"jobs.{name}"


def _open_rights(name: str) -> str:
    if name in _REFERENCE:
        return "SELECT"
    if name in _ENDING:
        return f"{_ADD}, UPDATE"
    return _ADD if name in _KEPT else _ALL


def _cut(catalog: Catalog) -> Iterator[tuple[str, str]]:
    for name in _names(catalog, "open"):
        yield "SELECT", f"open.{name}"
    for name in _names(catalog, "core"):
        if name not in OF_INTAKE:
            yield "SELECT", f"core.{name}"
    for name in ("consent", "narrowing", "suspension"):
        yield "SELECT", f"trust.{name}"
    yield _ADD, "trust.ledger_entry"
