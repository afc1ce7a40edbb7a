"""A thread of this process that works on batches, until they are jobs of the platform's own queue."""

from __future__ import annotations

import logging
from threading import Event, Thread
from typing import TYPE_CHECKING

from mirasapo.intake.batches import run, unfinished

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection

    from mirasapo.intake.batches import Parts

log = logging.getLogger(__name__)
_AGAIN_SECONDS = 30.0


class _Ending(Exception):
    pass


class BatchThread:
    """Works on every batch that is not finished: when it starts, when it is woken, and now and then.

    Several processes may have one: a batch is worked on by one at a time. It may be killed anywhere.
    """

    def __init__(self, platform: Parts) -> None:
        self._platform = platform
        self._woken = Event()
        self._ending = False
        self._thread = Thread(target=self._work, name="batches", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def defer(self, _conn: Connection, batch_id: UUID) -> None:
        """Order the work on a batch: its row is the order, so there is nothing more to write."""
        log.info("batch %s was received", batch_id)

    def wake(self) -> None:
        """There is a batch to work on."""
        self._woken.set()

    def stop(self) -> None:
        """End after the lines at hand, and wait for that."""
        self._ending = True
        self._woken.set()
        if self._thread.is_alive():
            self._thread.join()

    def _work(self) -> None:
        while not self._ending:
            self._woken.clear()
            try:
                waiting = unfinished(self._platform.databases)
            except Exception as fault:  # noqa: BLE001 - the database may be away: look again later
                log.warning("batches cannot be worked on: %s", type(fault).__name__)
                waiting = []
            for batch_id in waiting:
                self._run(batch_id)
            self._woken.wait(_AGAIN_SECONDS)

    def _run(self, batch_id: UUID) -> None:
        try:
            run(self._platform, batch_id, progress=self._go_on)
        except _Ending:
            log.info("batch %s waits for the next start", batch_id)
        except Exception as fault:  # noqa: BLE001 - it must not keep the next batch waiting
            log.warning("batch %s stopped: %s", batch_id, type(fault).__name__)

    def _go_on(self, _done: int, _of: int | None) -> None:
        if self._ending:
            raise _Ending
