"""A batch of filings as a job: it is queued in the transaction that answers 202."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirasapo.intake import batch_work, batches

if TYPE_CHECKING:
    from uuid import UUID

    from mirasapo.app.root import Platform
    from mirasapo.jobs.task import Progress


def filing_batch(platform: Platform, progress: Progress, batch_id: UUID) -> dict[str, int]:
    """Take in what is left of a batch; what became of its filings."""
    batch_work.run(platform, batch_id, progress=progress)
    return batches.counts(platform.databases, batch_id)
