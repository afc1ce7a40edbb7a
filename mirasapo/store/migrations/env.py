"""Run the migrations on the connection that `mirasapo.store.schema` hands over."""

from __future__ import annotations

from alembic import context
from sqlalchemy import text

from mirasapo.store.schema import OPTIONS
from mirasapo.store.tables import SCHEMAS

connection = context.config.attributes["connection"]
for schema in SCHEMAS:
    # before alembic looks for its version table, which lies in one of them
    if not connection.scalar(text("SELECT to_regnamespace(:name)"), {"name": schema}):
        connection.execute(text(f"CREATE SCHEMA {schema}"))
context.configure(
    connection=connection,
    target_metadata=context.config.attributes["metadata"],
    **OPTIONS,
)
with context.begin_transaction():
    context.run_migrations()
