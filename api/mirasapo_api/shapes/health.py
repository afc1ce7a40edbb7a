"""Whether the service is alive and ready."""

from __future__ import annotations

from typing import Literal

from mirasapo_api.shapes.base import Shape


class Health(Shape):
    """動いているか"""

    status: Literal["ok"]
