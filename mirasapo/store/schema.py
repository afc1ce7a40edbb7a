"""The database's schema: the generated baseline, the migrations, and whether both agree."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable, SetColumnComment, SetTableComment

from mirasapo.errors import Conflict
from mirasapo.store import job_queue
from mirasapo.store.item_tables import item_tables
from mirasapo.store.tables import SCHEMAS
from mirasapo.store.tables import metadata as hand_written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Table
    from sqlalchemy.schema import DDLElement

    from mirasapo.catalog import Catalog

FOLDER = Path(__file__).parent / "migrations"
BASELINE = FOLDER / "versions" / "0001_baseline.sql"


def _ours(name: str | None, kind: str, _parents: object) -> bool:
    if kind == "schema":
        return name in SCHEMAS
    return kind != "table" or name not in job_queue.QUEUE_TABLES


OPTIONS: dict[str, Any] = {
    "include_schemas": True,
    "include_name": _ours,
    "version_table": "schema_version",
    "version_table_schema": "core",
    "compare_type": True,
    "compare_server_default": True,
}


def upgrade(connection: Connection, catalog: Catalog) -> None:
    """Run the missing migrations on the owner's connection, in its transaction.

    Raises Conflict when the database was made from another baseline: until the first
    release the baseline is written anew, and no migration leads from one to the next.
    """
    made_from = sha256(BASELINE.read_bytes()).hexdigest()
    if version(connection) is None:
        command.upgrade(_config(connection, catalog), "head")
        connection.execute(text(f"COMMENT ON TABLE core.schema_version IS '{made_from}'"))
        return
    mark = connection.execute(text("SELECT obj_description('core.schema_version'::regclass)"))
    if mark.scalar_one() != made_from:
        raise Conflict(
            "データベースの表が、このプログラムの版と違います。",
            "データモデルが変わる前に作られたデータベースです。",
            "別のMIRASAPO_HOMEかデータベース名で mirasapo db init を実行してください。",
        )
    command.upgrade(_config(connection, catalog), "head")


def version(connection: Connection) -> str | None:
    """The migration that the database is at; None when it has no tables yet."""
    context = MigrationContext.configure(connection, opts=dict(OPTIONS))
    return context.get_current_revision()


def newest_version() -> str:
    """The newest migration that this program brings."""
    return ScriptDirectory(str(FOLDER)).get_current_head() or ""


def differences(connection: Connection, catalog: Catalog) -> list[str]:
    """What the database has otherwise than the catalogue and `tables.py` say; empty when alike."""
    context = MigrationContext.configure(connection, opts=dict(OPTIONS))
    found = compare_metadata(context, item_tables(catalog).metadata)
    return [str(difference) for difference in found]


def baseline_sql(catalog: Catalog) -> str:
    """The SQL that makes every table, index and comment, in an order that runs."""
    # named parameters: with the driver's own style every % of a label would be doubled
    dialect = postgresql.dialect(paramstyle="named")  # type: ignore[no-untyped-call]
    lines = ["-- Generated from data_model/ and store/tables.py by `make generate`; do not edit."]
    for table in item_tables(catalog).metadata.sorted_tables:
        # a copied table has its constraints in an order that changes from run to run
        original = hand_written.tables.get(table.key, table)
        lines.extend(
            f"{str(statement.compile(dialect=dialect)).strip()};"
            for statement in _made_of(original)
        )
    lines.append(job_queue.script())
    return "\n".join(line.rstrip() for line in "\n\n".join(lines).splitlines()) + "\n"


def write_baseline(catalog: Catalog, path: Path = BASELINE) -> bool:
    """Write the baseline's SQL; whether the file changed."""
    sql = baseline_sql(catalog)
    if path.exists() and path.read_text(encoding="utf-8") == sql:
        return False
    path.write_text(sql, encoding="utf-8")
    return True


def _made_of(table: Table) -> Iterator[DDLElement]:
    yield CreateTable(table)
    for index in sorted(table.indexes, key=lambda each: str(each.name)):
        yield CreateIndex(index)
    yield SetTableComment(table)
    for column in table.columns:
        if column.comment:
            yield SetColumnComment(column)


def _config(connection: Connection, catalog: Catalog) -> Config:
    config = Config()
    # configparser reads % as its own: a path may hold one
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    config.attributes["metadata"] = item_tables(catalog).metadata
    return config
