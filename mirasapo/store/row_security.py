"""Row security, the actor of a transaction, and the disclosure rule as one SQL expression.

`set_actor` writes who asks into settings that end with the transaction, and beside them the four
masks that the policy alone decides, so that no row has to look at the policy again:

    mirasapo.keys         text[]       audiences of grant lines that mean the actor
    mirasapo.business     uuid or ''   the applicant's own business
    mirasapo.account      text         account id or client_id
    mirasapo.recipient    0–8          mirasapo.purpose  1–9          mirasapo.moment  timestamptz
    mirasapo.public_bits  bits of what its source published
    mirasapo.own_bits     … of the applicant's own values
    mirasapo.policy_bits  … that need no grant (recipients 1, 2)
    mirasapo.line_bits    … that grant lines may open

An item's bit is `1 << (data_class - 1)`, 13 places further up if it is about a third party. A
setting that is not set makes its cast fail: without an actor nothing is read.

A row of `core` is visible to the gateway if one of the items it holds is open; which columns are
open is the gate's projection. `intake` sees all, `cut` the filings with a basis and a standing
consent.

Why the shape is as it is: a function that is called with the row's columns costs a plan per row, a
correlated subquery over an indexed table a probe, a setting nothing; so each row carries its
context itself (`store.tables.context_columns`). Two traps: `&`, `|` and `<<`
have one precedence in PostgreSQL, so brackets; and inside a subquery a bare `business_id` would be
the inner table's, so columns come qualified. The same rule, to be read: `mirasapo.disclosure.rule`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import text

from mirasapo.store import item_rows
from mirasapo.store.item_tables import item_tables
from mirasapo.store.tables import OF_INTAKE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime
    from uuid import UUID

    from sqlalchemy import Connection

    from mirasapo.catalog import Catalog

CLASSES = 13
ALL_BITS = (1 << 2 * CLASSES) - 1
OWN_BUSINESS = "CAST(nullif(current_setting('mirasapo.business'), '') AS uuid)"
KEYS = "CAST(current_setting('mirasapo.keys') AS text[])"
_MINISTRY_AND_AGENCY = "(1, 2)"

# A function, because every read of a person begins with it: a connection plans it once.
_SET_ACTOR_FUNCTION = f"""
    CREATE OR REPLACE FUNCTION trust.set_actor(
        keys text[], business text, account text, asked_recipient int, asked_purpose int,
        asked_moment timestamptz
    ) RETURNS timestamptz LANGUAGE plpgsql AS $$
    DECLARE set_at timestamptz;
    BEGIN
    WITH asked AS (
        SELECT asked_purpose AS purpose, asked_recipient AS recipient,
               coalesce(asked_moment, clock_timestamp()) AS moment
    ), policy AS (
        SELECT asked.*,
               EXISTS (SELECT FROM open.ceiling c WHERE c.purpose = asked.purpose)
                   AND asked.recipient BETWEEN 0 AND 8 AS known,
               coalesce(c.class_bits, 0) & ~coalesce(n.class_bits, 0) AS opened
        FROM asked
        LEFT JOIN open.ceiling c USING (purpose, recipient)
        LEFT JOIN trust.narrowing n USING (purpose, recipient)
    ), masks AS (
        SELECT moment,
               CASE WHEN known THEN {ALL_BITS} ELSE 0 END AS public_bits,
               CASE WHEN recipient = 7 THEN opened | (opened << {CLASSES}) ELSE 0 END AS own_bits,
               CASE WHEN recipient NOT IN {_MINISTRY_AND_AGENCY} THEN 0
                    WHEN purpose = 2 THEN opened | (opened << {CLASSES})
                    ELSE opened END AS policy_bits,
               CASE WHEN recipient IN {_MINISTRY_AND_AGENCY} OR recipient = 7 THEN 0
                    ELSE opened END AS line_bits
        FROM policy
    )
    SELECT moment,
           set_config('mirasapo.keys', CAST(keys AS text), true),
           set_config('mirasapo.business', business, true),
           set_config('mirasapo.account', account, true),
           set_config('mirasapo.recipient', CAST(asked_recipient AS text), true),
           set_config('mirasapo.purpose', CAST(asked_purpose AS text), true),
           set_config('mirasapo.moment', CAST(moment AS text), true),
           set_config('mirasapo.public_bits', CAST(public_bits AS text), true),
           set_config('mirasapo.own_bits', CAST(own_bits AS text), true),
           set_config('mirasapo.policy_bits', CAST(policy_bits AS text), true),
           set_config('mirasapo.line_bits', CAST(line_bits AS text), true)
    INTO set_at
    FROM masks;
    RETURN set_at;
    END $$"""  # noqa: S608 - constants of this module only

# Lines of other audiences are not the actor's to see; an applicant is judged without lines.
_FACTS_FUNCTION = """
    CREATE OR REPLACE FUNCTION trust.facts_about(business uuid, asked_purpose int, keys text[])
    RETURNS TABLE (lines jsonb, suspensions jsonb, narrowings jsonb) LANGUAGE plpgsql STABLE
    AS $$
    BEGIN
    RETURN QUERY
    SELECT (SELECT jsonb_agg(to_jsonb(l)) FROM trust.grant_line l
            WHERE l.business_id = business AND l.purpose = asked_purpose
              AND l.audience = ANY (keys)),
           (SELECT jsonb_agg(to_jsonb(s)) FROM trust.suspension s
            WHERE s.business_id = business),
           (SELECT jsonb_agg(to_jsonb(n)) FROM trust.narrowing n
            WHERE n.purpose = asked_purpose);
    END $$"""

_SET_ACTOR = text("""
    SELECT trust.set_actor(
        CAST(:keys AS text[]), :business, :account, :recipient, :purpose,
        CAST(:moment AS timestamptz))
""")


def set_actor(
    conn: Connection,
    *,
    keys: Sequence[str],
    business_id: UUID | None,
    account: str,
    recipient: int,
    purpose: int,
    moment: datetime | None = None,
) -> datetime:
    """Write who asks, for what and when into the transaction; return the moment.

    `purpose` 0 reads no item, only the actor's own requests and records. `moment` None takes the
    database's clock, so that processes with different clocks agree on what is revoked.
    """
    asked = {
        "keys": list(keys),
        "business": "" if business_id is None else str(business_id),
        "account": account,
        "recipient": recipient,
        "purpose": purpose,
        "moment": moment,
    }
    set_at: datetime = conn.execute(_SET_ACTOR, asked).scalar_one()
    return set_at


def open_bits_sql(*, business: str, programme: str, fiscal_year: str, basis: str) -> str:
    """The bits that are open to the transaction's actor in a context, as SQL (bigint).

    The arguments are SQL expressions: columns of the row, or constants.
    """
    return f"""
        CASE
            WHEN {basis} = 'open' THEN {setting("public_bits", "bigint")}
            WHEN {business} = {OWN_BUSINESS} AND {setting("own_bits", "bigint")} <> 0
                THEN {setting("own_bits", "bigint")}
            WHEN {basis} = 'none'
                OR {setting("policy_bits", "bigint")} | {setting("line_bits", "bigint")} = 0
                OR EXISTS (SELECT FROM trust.suspension s
                           WHERE s.business_id = {business} AND {_valid("s")})
                THEN 0
            WHEN {setting("line_bits", "bigint")} = 0 THEN {setting("policy_bits", "bigint")}
            ELSE {setting("line_bits", "bigint")} & coalesce((
                SELECT (a2 & ~d2) | (~(a2 | d2) & (
                       (a1 & ~d1) | (~(a1 | d1) & (
                       (a0 & ~d0)))))
                FROM (SELECT {_bits_of_levels("l")}
                      FROM trust.grant_line l
                      WHERE l.business_id = {business}
                        AND {line_fits("l")}
                        AND (l.programmes IS NULL OR {programme} = ANY (l.programmes))
                        AND (l.fiscal_years IS NULL OR {fiscal_year} = ANY (l.fiscal_years))
                     ) levels), 0)
        END"""  # noqa: S608 - SQL of this project only


def open_bits_of(row: str) -> str:
    """The same for the context that the row of a query or table carries; `row` is its name."""
    return open_bits_sql(
        business=f"{row}.business_id",
        programme=f"{row}.programme",
        fiscal_year=f"{row}.fiscal_year",
        basis=f"{row}.basis",
    )


def line_fits(line: str) -> str:
    """Whether a grant line means the transaction's actor and purpose, and is valid, as SQL."""
    return (
        f"{line}.audience = ANY ({setting('keys', 'text[]')})"
        f" AND {line}.purpose = {setting('purpose', 'int')} AND {_valid(line)}"
    )


def setting(name: str, sql_type: str) -> str:
    """A setting of the transaction as an SQL expression; it fails where no actor is set."""
    return f"CAST(current_setting('mirasapo.{name}') AS {sql_type})"


def _valid(what: str) -> str:
    moment = setting("moment", "timestamptz")
    return (
        f"{what}.valid_from <= {moment}"
        f" AND ({what}.valid_until IS NULL OR {moment} < {what}.valid_until)"
    )


def _bits_of_levels(line: str) -> str:
    """`a2, d2, … a0, d0`: the classes that lines of each level allow and deny."""
    return ", ".join(
        f"coalesce(bit_or({line}.class_bits)"
        f" FILTER (WHERE {line}.level = {level} AND {line}.effect = '{effect}'), 0)"
        f" AS {effect[0]}{level}"
        for level in (2, 1, 0)
        for effect in ("allow", "deny")
    )


# ── policies ──────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class RowPolicy:
    """One policy: the rows of `table` that a login may read (`using`) and write (`check`)."""

    table: str
    login: str
    command: str
    using: str | None = None
    check: str | None = None

    @property
    def name(self) -> str:
        """Unique on its table."""
        return f"{self.login}_{self.command.lower()}"

    def statements(self, user: str) -> Iterator[str]:
        """Drop it if it is there, and make it anew."""
        using = "" if self.using is None else f" USING ({self.using})"
        check = "" if self.check is None else f" WITH CHECK ({self.check})"
        yield f"DROP POLICY IF EXISTS {self.name} ON {self.table}"
        made = f'CREATE POLICY {self.name} ON {self.table} FOR {self.command} TO "{user}"'
        yield f"{made}{using}{check}"


def statements(catalog: Catalog, logins: Mapping[str, str]) -> list[str]:
    """Row security and the functions that read under it, run by the owner; safe to run again.

    `logins` maps gateway, intake and cut to the database's user names.
    """
    wanted = policies(catalog)
    made = [
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY"
        for table in dict.fromkeys(policy.table for policy in wanted)
    ]
    for policy in wanted:
        made += policy.statements(logins[policy.login])
    return [
        *made,
        _SET_ACTOR_FUNCTION,
        _FACTS_FUNCTION,
        *item_rows.statements(catalog, logins["gateway"]),
    ]


def policies(catalog: Catalog) -> list[RowPolicy]:
    """Every policy of `core` and `trust`. A table and login that none names stays closed."""
    return [*_filings(catalog), *_master(catalog), *_trust()]


def _filings(catalog: Catalog) -> Iterator[RowPolicy]:
    yield from _read("core.filing", f"(filing.class_bits & {open_bits_of('filing')}) <> 0")
    yield RowPolicy("core.filing", "cut", "SELECT", _CONSENTED)
    of_filing = [f"filing_{stem}" for stem in item_tables(catalog).filing]
    for table in (*of_filing, "attachment"):
        # of the row's own copy of the context: looking the filing up cost more than the rest
        yield from _read(f"core.{table}", f"({table}.class_bits & {open_bits_of(table)}) <> 0")
        if table != "attachment":
            # the filing's own policy has looked at consent and suspension
            some_item_cut = f"({table}.class_bits & {_CUT_BITS}) <> 0"
            filing = (
                f"SELECT FROM core.filing f WHERE f.filing_id = {table}.filing_id"
                f" AND f.version_no = {table}.version_no"
            )
            yield RowPolicy(
                f"core.{table}", "cut", "SELECT", f"{some_item_cut} AND EXISTS ({filing})"
            )


def _master(catalog: Catalog) -> Iterator[RowPolicy]:
    yield from _read("core.provenance", f"(provenance.bit & {open_bits_of('provenance')}) <> 0")
    for stem in item_tables(catalog).master:
        # provenance is read under its own policy: what is found there is open
        yield from _read(
            f"core.{stem}",
            f"EXISTS (SELECT FROM core.provenance p WHERE p.business_id = {stem}.business_id"
            f" AND p.table_name = '{stem}' AND p.row_key = {stem}.row_key)",
        )
    has_filing = "EXISTS (SELECT FROM core.filing f WHERE f.business_id = business.business_id)"
    has_value = "EXISTS (SELECT FROM core.provenance p WHERE p.business_id = business.business_id)"
    yield from _read(
        "core.business", f"business.business_id = {OWN_BUSINESS} OR {has_filing} OR {has_value}"
    )
    yield RowPolicy("core.business", "cut", "SELECT", has_filing)
    for table in OF_INTAKE:
        yield RowPolicy(f"core.{table}", "intake", "ALL", "true", "true")


def _read(table: str, visible: str) -> Iterator[RowPolicy]:
    yield RowPolicy(table, "gateway", "SELECT", visible)
    yield RowPolicy(table, "intake", "ALL", "true", "true")


def _trust() -> Iterator[RowPolicy]:
    own = f"business_id = {OWN_BUSINESS}"
    own_institution = f"'institution:' || institution_id = ANY ({KEYS})"
    account = "current_setting('mirasapo.account')"
    agency = f"{setting('recipient', 'int')} = 2"

    def gateway(table: str, read: str, add: str, change: str | None = None) -> Iterator[RowPolicy]:
        yield RowPolicy(f"trust.{table}", "gateway", "SELECT", read)
        yield RowPolicy(f"trust.{table}", "gateway", "INSERT", check=add)
        if change is not None:
            yield RowPolicy(f"trust.{table}", "gateway", "UPDATE", change, change)

    either = f"{own} OR {own_institution}"
    asked_by_oneself = f"{own_institution} AND CAST(requested_by AS text) = {account}"
    yield from gateway("disclosure_request", either, asked_by_oneself, either)
    yield from gateway("grant_line", f"{own} OR audience = ANY ({KEYS})", own, own)
    yield from gateway("suspension", "true", own, own)
    yield from gateway("narrowing", "true", agency, agency)
    yield from gateway("consent", own, own)
    yield from gateway("ledger_entry", f"{either} OR actor = {account}", f"actor = {account}")
    yield RowPolicy("trust.consent", "intake", "ALL", "true", "true")
    for table in ("consent", "suspension", "narrowing", "ledger_entry"):
        yield RowPolicy(f"trust.{table}", "cut", "SELECT", "true")
    yield RowPolicy("trust.ledger_entry", "cut", "INSERT", check="true")


# What the policy opens to anybody for EBPM, less what the Agency has closed.
_CUT_BITS = """(
    SELECT bit_or(c.class_bits & ~coalesce(n.class_bits, 0))
    FROM open.ceiling c LEFT JOIN trust.narrowing n USING (purpose, recipient)
    WHERE c.purpose = 1)"""

_CONSENTED = f"""
    filing.basis IN ('deemed', 'individual')
    AND (filing.class_bits & {_CUT_BITS}) <> 0
    AND (SELECT c.answer FROM trust.consent c WHERE c.filing_id = filing.filing_id
         ORDER BY c.consent_id DESC LIMIT 1) = 'given'
    AND NOT EXISTS (SELECT FROM trust.suspension s
                    WHERE s.business_id = filing.business_id AND s.valid_from <= now()
                      AND (s.valid_until IS NULL OR now() < s.valid_until))"""  # noqa: S608 - as above
