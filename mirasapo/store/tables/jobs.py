"""Schema `jobs`: what a job reports of itself, beside procrastinate's own tables of the queue."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Table, Text
from sqlalchemy.dialects.postgresql import JSONB

from mirasapo.store.tables.base import NOW, metadata, moment

job_report = Table(
    "job_report",
    metadata,
    Column(
        "job_id", BigInteger, primary_key=True, autoincrement=False, comment="procrastinate_jobs.id"
    ),
    Column("asked_by", Text, comment="client or account that may see it; none: an operator's"),
    Column("done", BigInteger, comment="how far it is, in units of its own"),
    Column("total", BigInteger, comment="of how many; none: not known"),
    Column("outcome", JSONB(none_as_null=True), comment="counts at its end; never values"),
    Column("refusal", JSONB(none_as_null=True), comment="code, what, why, next_step"),
    Column("told_at", moment, nullable=False, server_default=NOW),
    schema="jobs",
    comment="what a job reports of itself; its state and its times are in the queue's tables",
)
