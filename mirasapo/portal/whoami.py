"""For whom this kernel runs: the one-time ticket that the front door put into the page's request.

A kernel that Voila started for the request finds it in its environment. One that was started
beforehand waits at Voila until a visitor takes it. Nothing of voila itself is imported: that costs
five seconds of processor time in every kernel.
"""

from __future__ import annotations

import json
import os

from websockets.sync.client import connect

from mirasapo.client import MirasapoClient

TICKET = "HTTP_X_MIRASAPO_TICKET"


def ticket() -> str:
    """Wait for the visitor of this kernel; give the ticket and take it out of the environment."""
    if os.environ.get("VOILA_PREHEAT") == "True":
        port, base = os.environ["VOILA_APP_PORT"], os.environ["VOILA_SERVER_URL"]
        address = f"ws://127.0.0.1:{port}{base}voila/query/{os.environ['VOILA_KERNEL_ID']}"
        with connect(address, proxy=None, ping_interval=None) as voila:
            return str(json.loads(voila.recv()).get(TICKET, ""))
    return os.environ.pop(TICKET, "")


def sign_in() -> MirasapoClient:
    """The API as the visitor of this kernel may use it.

    Raises NotSignedIn when the session has ended since the page was asked for.
    """
    return MirasapoClient(os.environ["MIRASAPO_API_URL"]).sign_in_kernel(ticket())
