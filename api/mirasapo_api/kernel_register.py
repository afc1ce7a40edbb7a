"""Whose kernel is whose: what the front door remembers of the pages it let through.

A kernel is the state of one open portal page. It belongs to the browser session that asked for the
page; nobody else may reach it, and it ends with the session. The register lives in the memory of
one process: more than one front door would need it in the database.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.websockets import WebSocket

KERNELS_PER_SESSION = 8
ABANDONED_SECONDS = 120.0  # a page that was closed, or that never connected


@dataclass(slots=True, eq=False)
class Kernel:
    """One open page. `left_at` is the moment (loop time) since which no browser is connected."""

    kernel_id: str
    session_hash: bytes
    left_at: float
    sockets: set[WebSocket] = field(default_factory=set)


class KernelRegister:
    """All kernels that the front door has handed out and not yet ended."""

    def __init__(self) -> None:
        self._kernels: dict[str, Kernel] = {}

    def __len__(self) -> int:
        return len(self._kernels)

    def __iter__(self) -> Iterator[Kernel]:
        return iter(tuple(self._kernels.values()))

    def bind(self, kernel_id: str, session_hash: bytes, now: float) -> list[Kernel]:
        """Give a new kernel to a session; gives back the kernels that are too many for it.

        A kernel that is bound already keeps its owner: an id printed twice takes nothing over.
        """
        if kernel_id not in self._kernels:
            self._kernels[kernel_id] = Kernel(kernel_id, session_hash, now)
        own = [kernel for kernel in self if kernel.session_hash == session_hash]
        own.sort(key=lambda kernel: (bool(kernel.sockets), kernel.left_at))
        return own[: max(0, len(own) - KERNELS_PER_SESSION)]

    def of(self, session_hash: bytes, kernel_id: str) -> Kernel | None:
        """The kernel if it belongs to this session, else None."""
        kernel = self._kernels.get(kernel_id)
        return kernel if kernel is not None and kernel.session_hash == session_hash else None

    def of_session(self, session_hash: bytes) -> list[Kernel]:
        """All kernels of a session."""
        return [kernel for kernel in self if kernel.session_hash == session_hash]

    def abandoned(self, now: float) -> list[Kernel]:
        """Kernels that nobody has been connected to for `ABANDONED_SECONDS`."""
        return [
            kernel
            for kernel in self
            if not kernel.sockets and now - kernel.left_at > ABANDONED_SECONDS
        ]

    def forget(self, kernel: Kernel) -> None:
        """Take a kernel out of the register."""
        self._kernels.pop(kernel.kernel_id, None)
