"""What both flows share: an action that the API refuses leaves the screen and shows the refusal.

A flow is a frozen value: what one page shows. Every action gives a new one; nothing of a widget is
in it, so that a flow can be walked through in a test without a browser.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, Protocol, TypeVar

from mirasapo.errors import MirasapoError, NotReady, NotSignedIn

if TYPE_CHECKING:
    from collections.abc import Callable

log = logging.getLogger(__name__)

PERIODS = {1: "1か月", 3: "3か月", 6: "6か月", 12: "1年"}  # months


class Flow(Protocol):
    """One page: which screen it shows and what was refused last."""

    @property
    def screen(self) -> str:
        """The name of the screen that is shown."""

    @property
    def refusal(self) -> MirasapoError | None:
        """What the API refused to the last action, if it did."""


P = ParamSpec("P")
F = TypeVar("F", bound=Flow)


def action(method: Callable[Concatenate[F, P], F]) -> Callable[Concatenate[F, P], F]:
    """An act of the person: a refusal of the API becomes part of what is shown.

    When the session has ended, the screen 'ended' says so.
    """

    @wraps(method)
    def acted(self: F, /, *args: P.args, **given: P.kwargs) -> F:
        clean = replace(self, refusal=None)  # type: ignore[type-var]
        try:
            return method(clean, *args, **given)
        except NotSignedIn as refusal:
            return replace(clean, screen="ended", refusal=refusal)  # type: ignore[type-var]
        except MirasapoError as refusal:
            return replace(clean, refusal=refusal)  # type: ignore[type-var]
        except Exception:
            # The edge of the portal: what is raised beyond it ends in a log that nobody shows.
            log.exception("an action of a portal failed: %s", method.__name__)
            return replace(clean, refusal=unexpected())  # type: ignore[type-var]

    return acted


def unexpected() -> NotReady:
    """For a fault of our own, which the person can do nothing about."""
    return NotReady(
        "うまくいきませんでした。",
        "こちら側の不具合です。",
        "少し待ってから、もう一度お試しください。",
    )
