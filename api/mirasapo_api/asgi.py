"""What uvicorn starts: `uvicorn mirasapo_api.asgi:create --factory`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from mirasapo.app.root import build
from mirasapo.app.voila_server import VoilaAddress
from mirasapo_api.app import create_app

if TYPE_CHECKING:
    from fastapi import FastAPI


def create() -> FastAPI:
    """The application from the environment; `MIRASAPO_VOILA_*` are set by the supervisor."""
    url = os.environ.get("MIRASAPO_VOILA_URL")
    voila = VoilaAddress(url, os.environ["MIRASAPO_VOILA_SECRET"]) if url else None
    return create_app(build(), voila=voila)
