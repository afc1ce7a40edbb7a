"""What the notebooks call: one page, from the visitor's ticket to the first screen.

Importing this module does everything that is the same for every visitor, so that Voila can have a
kernel ready before anybody asks.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from mirasapo.errors import MirasapoError
from mirasapo.portal import business, parts, supporter
from mirasapo.portal.business_flow import BusinessFlow
from mirasapo.portal.flow import unexpected
from mirasapo.portal.supporter_flow import SupporterFlow
from mirasapo.portal.whoami import sign_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from mirasapo.portal.parts import Element

log = logging.getLogger(__name__)

parts.paint()


def business_page() -> Element:
    """The business portal of the visitor who takes this kernel."""
    return _page(lambda: business.portal(BusinessFlow.begin(sign_in())))


def supporter_page() -> Element:
    """The supporter portal of the visitor who takes this kernel."""
    return _page(lambda: supporter.portal(SupporterFlow.begin(sign_in())))


def _page(begin: Callable[[], Element]) -> Element:
    """The page, or the reason why there is none: a visitor never sees a traceback."""
    try:
        return begin()
    except MirasapoError as refusal:
        return parts.stopped(refusal)
    except Exception:
        log.exception("a portal page did not begin")
        return parts.stopped(unexpected())
