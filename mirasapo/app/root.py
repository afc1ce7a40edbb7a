"""The composition root: the parts of the platform, built once from the settings."""

from __future__ import annotations

import gc
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mirasapo.catalog import load_catalog, load_policy
from mirasapo.settings import Settings
from mirasapo.store.databases import Databases
from mirasapo.store.lake import Lake

if TYPE_CHECKING:
    from mirasapo.catalog import Catalog, Policy


@dataclass(frozen=True, slots=True)
class Platform:
    """What every service is made of; tests build the same with other parts."""

    settings: Settings
    catalog: Catalog
    policy: Policy
    databases: Databases
    lake: Lake


def build(settings: Settings | None = None) -> Platform:
    """Build the platform; the database must have been made by `mirasapo db init`.

    Raises NotReady when the database or its secrets are not there.
    """
    settings = settings or Settings.from_environment()
    made = Platform(
        settings=settings,
        catalog=load_catalog(),
        policy=load_policy(),
        databases=Databases.from_settings(settings),
        lake=Lake(settings.lake_url),
    )
    # The catalogue is for good: looking through it for garbage again and again was a tenth of a batch.
    gc.freeze()
    return made
