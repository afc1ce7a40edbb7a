"""The line of those who sign in with a password: they wait for each other, nobody else for them.

Every route that asks the database runs in one of forty threads that all visitors share. A hash costs
tens of milliseconds of a processor, so that a few hundred passwords sent at once, by anybody, would
hold all threads and keep everybody else waiting: portal pages, their kernels, systems.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, ParamSpec, TypeVar

import anyio
from starlette.concurrency import run_in_threadpool

from mirasapo.identity.secrets_at_rest import too_many

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")
T = TypeVar("T")

AT_ONCE: Final = 4  # threads: two that hash, two that ask the database meanwhile
WAIT_SECONDS: Final = 5.0


class PasswordLine:
    """Lets few checks run at a time; who waits holds no thread."""

    def __init__(self) -> None:
        self._places = anyio.Semaphore(AT_ONCE)

    async def run(self, check: Callable[P, T], *given: P.args, **named: P.kwargs) -> T:
        """The answer of `check`, in a thread, when it is its turn.

        Raises NotReady when that takes too long.
        """
        try:
            with anyio.fail_after(WAIT_SECONDS):
                await self._places.acquire()
        except TimeoutError:
            raise too_many() from None
        try:
            return await run_in_threadpool(check, *given, **named)
        finally:
            self._places.release()
