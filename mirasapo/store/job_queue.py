"""The queue of jobs in the database: procrastinate's tables, and the one way to put a job into it.

    jobs.defer(asked_task, asked_queue, ids, sender) → job_id

is a function of the owner: whoever may write filings may add a job in the same transaction, so that
the answer 202 and the job are one commit, and may do nothing else to the queue. A job that waits
already with the same ids is not added twice; two of them never run at the same time.
"""

from __future__ import annotations

import json
from importlib import resources
from typing import TYPE_CHECKING, Final

from sqlalchemy import text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

PROMPT: Final = "prompt"
"""The queue of jobs that somebody waits for."""
SLOW: Final = "slow"
"""The queue of jobs that take long, or that nobody waits for."""

QUEUE_TABLES: Final = (
    "procrastinate_events",
    "procrastinate_jobs",
    "procrastinate_periodic_defers",
    "procrastinate_workers",
)
SEARCH_PATH: Final = "jobs"
"""procrastinate's functions name their tables without a schema."""

_DEFER = text("SELECT jobs.defer(:task, :queue, CAST(:ids AS jsonb), :asked_by)")


def defer(
    conn: Connection,
    task: str,
    *,
    queue: str = PROMPT,
    asked_by: str | None = None,
    **ids: str,
) -> int:
    """Add a job in the caller's transaction (login intake or jobs); its number.

    `task` is a name of `mirasapo.jobs.tasks`, `ids` its arguments: ids, never values of items. The
    worker hears of it when the transaction is committed. `asked_by` may look at it in the API.
    """
    given = {"task": task, "queue": queue, "ids": json.dumps(ids), "asked_by": asked_by}
    return int(conn.execute(_DEFER, given).scalar_one())


def script() -> str:
    """The own SQL of procrastinate, made in our schema: a part of the baseline."""
    schema = resources.files("procrastinate.sql") / "schema.sql"
    return (
        f"SET LOCAL search_path = {SEARCH_PATH};\n\n"
        f"{schema.read_text('utf-8').strip()}\n\n"
        "SET LOCAL search_path = DEFAULT;"
    )


def guards(users: Mapping[str, str]) -> list[str]:
    """The function, and who may call what; run by the owner."""
    return [
        _FUNCTION,
        "REVOKE ALL ON ALL FUNCTIONS IN SCHEMA jobs FROM PUBLIC",
        f'GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA jobs TO "{users["jobs"]}"',
        f'GRANT USAGE ON ALL SEQUENCES IN SCHEMA jobs TO "{users["jobs"]}"',
        f'GRANT EXECUTE ON FUNCTION jobs.defer(text, text, jsonb, text) TO "{users["intake"]}"',
    ]


_FUNCTION = """
CREATE OR REPLACE FUNCTION jobs.defer(asked_task text, asked_queue text, ids jsonb, sender text)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = jobs, pg_temp AS $$
DECLARE
    same text := asked_task || ' ' || ids::text;
    found bigint;
BEGIN
    SELECT id INTO found FROM procrastinate_jobs
    WHERE lock = same AND status = 'todo' ORDER BY id LIMIT 1;
    IF found IS NULL THEN
        found := (procrastinate_defer_jobs_v1(ARRAY[ROW(
            asked_queue, asked_task, 0, same, NULL, ids, NULL
        )]::procrastinate_job_to_defer_v1[]))[1];
        INSERT INTO job_report (job_id, asked_by) VALUES (found, sender);
    END IF;
    RETURN found;
END $$"""
