"""The visitors of the portals: whose live browser session a request brings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol

from mirasapo.identity import kernel_tickets, sessions

if TYPE_CHECKING:
    from collections.abc import Collection

    from starlette.requests import HTTPConnection

    from mirasapo.app.root import Platform


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who holds the browser session of a request."""

    session_hash: bytes
    role: str
    display_name: str


class Sessions(Protocol):
    """What the front door asks of the sessions; every call may wait for the database."""

    def visitor(self, connection: HTTPConnection) -> Visitor | None:
        """Whose live browser session the cookie names."""

    def ticket(self, visitor: Visitor) -> str:
        """A one-time ticket with which one kernel speaks for this session."""

    def alive(self, hashes: Collection[bytes]) -> set[bytes]:
        """Which of these sessions have not ended; asking does not prolong them."""


class PlatformSessions:
    """The sessions in the platform's database."""

    def __init__(self, platform: Platform) -> None:
        self._databases = platform.databases

    def visitor(self, connection: HTTPConnection) -> Visitor | None:
        """Whose live browser session the cookie names."""
        cookie = connection.cookies.get(sessions.COOKIE)
        if not cookie:
            return None
        with self._databases.gateway.begin() as conn:
            session = sessions.find(conn, cookie, datetime.now(UTC))
        if session is None:
            return None
        return Visitor(session.session_hash, session.role, session.display_name)

    def ticket(self, visitor: Visitor) -> str:
        """A one-time ticket with which one kernel speaks for this session."""
        with self._databases.gateway.begin() as conn:
            return kernel_tickets.issue(conn, visitor.session_hash, datetime.now(UTC))

    def alive(self, hashes: Collection[bytes]) -> set[bytes]:
        """Which of these sessions have not ended; asking does not prolong them."""
        with self._databases.gateway.begin() as conn:
            return sessions.alive(conn, hashes, datetime.now(UTC))
