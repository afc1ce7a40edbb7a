"""Who may read the counters: whoever is on the machine itself, or holds the operator's token."""

from __future__ import annotations

import hmac
from ipaddress import ip_address
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from mirasapo.errors import MirasapoError, NotAllowed, NotSignedIn

if TYPE_CHECKING:
    from starlette.requests import Request

    from mirasapo.settings import Settings

# What a proxy adds: behind one, everybody seems to come from the machine itself.
FORWARDING: Final = (
    "forwarded",
    "via",
    "x-forwarded-for",
    "x-forwarded-host",
    "x-forwarded-proto",
    "x-real-ip",
)


def require_operator(request: Request, settings: Settings) -> None:
    """Raises NotSignedIn for a wrong or missing token, NotAllowed where no token is set.

    Without a token the reader must be on this machine, come straight, and the platform must be
    served to this machine only: a proxy need not say that it is one.
    """
    scheme, _, given = request.headers.get("Authorization", "").partition(" ")
    token = settings.metrics_token
    if token and scheme.lower() == "bearer" and hmac.compare_digest(given.encode(), token.encode()):
        return
    if not (_is_here(request) and _is_loopback(urlsplit(settings.base_url).hostname)):
        raise _refusal(known=bool(token))


def _is_here(request: Request) -> bool:
    straight = not any(name in request.headers for name in FORWARDING)
    return straight and request.client is not None and _is_loopback(request.client.host)


def _is_loopback(host: str | None) -> bool:
    try:
        address = ip_address(host or "")
    except ValueError:
        return host == "localhost"
    return (getattr(address, "ipv4_mapped", None) or address).is_loopback


def _refusal(*, known: bool) -> MirasapoError:
    what = "稼働の数値は読めません。"
    if known:
        return NotSignedIn(
            what,
            "運用者のトークンがないか、違っています。",
            "MIRASAPO_METRICS_TOKEN に設定した値を Authorization: Bearer に付けてください。",
        )
    return NotAllowed(
        what,
        "読めるのは、この機械の中から直接つないだ運用者だけです。",
        "ほかから読むときは、MIRASAPO_METRICS_TOKEN を設定してください。",
    )
