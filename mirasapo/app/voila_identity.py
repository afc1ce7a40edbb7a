"""The second barrier: Voila answers only who knows the secret of the front door.

Voila imports this class by name (`--Voila.identity_provider_class`). Importing takes the secret
out of the process environment, because every kernel starts with a copy of that environment.
"""

from __future__ import annotations

import hmac
import os
from typing import TYPE_CHECKING

from jupyter_server.auth.identity import PasswordIdentityProvider, User

from mirasapo.app.voila_server import FRONT_DOOR_HEADER

if TYPE_CHECKING:
    from tornado.web import RequestHandler

_SECRET = os.environ.pop("MIRASAPO_FRONT_SECRET", "")


class FrontDoorOnly(PasswordIdentityProvider):
    """Knows one user, the front door, by its secret; everybody else is nobody."""

    @property
    def auth_enabled(self) -> bool:
        """Voila would let everybody in as an anonymous user if this were False."""
        return True

    def get_user(self, handler: RequestHandler) -> User | None:
        """The front door if the request carries its secret, else None."""
        offered = handler.request.headers.get(FRONT_DOOR_HEADER, "")
        if _SECRET and hmac.compare_digest(offered.encode(), _SECRET.encode()):
            return User("front-door")
        return None

    def is_token_authenticated(self, handler: RequestHandler) -> bool:
        """Whether a header, not a cookie, authenticates: then no other site can have forged it.

        Voila asks for no XSRF token in that case.
        """
        return self.get_user(handler) is not None
