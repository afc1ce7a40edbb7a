"""The baseline: every table of the catalogue and those written by hand, as generated SQL.

`0001_baseline.sql` is written by `make generate` (`mirasapo.store.schema.write_baseline`).
"""

from __future__ import annotations

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    script = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
    # the driver's own cursor, without parameters: labels hold % and :
    cursor = op.get_bind().connection.cursor()
    cursor.execute(script)
    cursor.close()
