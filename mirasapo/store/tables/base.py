"""What all tables share: the schemas, the naming of keys, columns that repeat."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    DateTime,
    Integer,
    MetaData,
    Text,
    text,
)

SCHEMAS = ("open", "core", "trust", "identity", "jobs")

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

NEW_ID = text("gen_random_uuid()")
NOW = text("clock_timestamp()")
moment = DateTime(timezone=True)

CONTEXT = ("programme", "fiscal_year", "basis")
"""What the disclosure rule asks of the filing that a row is from."""


def context_columns() -> list[Column[Any]]:
    """`CONTEXT` of `core.filing`, repeated in each row of a filing.

    Row security judges each row by its own columns. No foreign key holds the copies to the
    original: it would need a second unique index of five columns on `core.filing`, and as wide a
    probe for every row of every table. Intake writes both from one filing, nobody may change
    either, and a test compares them after every way in.
    """
    return [
        Column("programme", Text, nullable=False, comment="制度番号"),
        Column("fiscal_year", Integer, nullable=False, comment="年度"),
        Column("basis", Text, nullable=False, comment="二次利用の根拠"),
    ]


def filed_basis() -> CheckConstraint:
    """What a filing says is never `open`: that would open it to everybody."""
    return CheckConstraint("basis IN ('deemed', 'individual', 'none')", name="basis")
