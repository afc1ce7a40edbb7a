"""What the story plays on: a served platform, its command line, its input files, its people."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from mirasapo.acquisition.gbizinfo import RECORDED
from mirasapo.acquisition.nta import RECORDED_CUT
from mirasapo.app.sample.accounts import FILE
from mirasapo.client import MirasapoClient
from mirasapo.errors import NotReady
from mirasapo.resources import real_data

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from mirasapo.catalog import Catalog

REAL_REGISTER = "nta/bulk/31_tottori_all_20160229.zip"
REAL_GBIZINFO = "gbizinfo/rest-v1-real/1130001011420.json"


@dataclass(frozen=True, slots=True)
class Inputs:
    """The real input of one run: what is loaded, and what it must be found to hold."""

    register: Path
    register_rows: int
    register_bodies: int
    gbizinfo: Path
    real: bool

    @classmethod
    def at_hand(cls) -> Inputs:
        """The full register of Tottori and a real gBizINFO answer, or what the package carries.

        The real data are used where they lie beside the clone.
        """
        folder = real_data()
        if folder is None:
            return cls.recorded()
        return cls(folder / REAL_REGISTER, 16_593, 16_593, folder / REAL_GBIZINFO, real=True)

    @classmethod
    def recorded(cls) -> Inputs:
        """What the package carries: small, for tests and for machines without the real data."""
        return cls(RECORDED_CUT, 200, 124, RECORDED, real=False)

    @property
    def said(self) -> str:
        """Which input it is, for the person who watches."""
        if self.real:
            return (
                "登記データ: 鳥取県の全件(国税庁法人番号公表サイト)。gBizINFO: 実際の回答の記録。"
            )
        return (
            "実データのフォルダー(../shared/data)がないため、同梱の登記データ 200 行"
            "(国税庁法人番号公表サイト)と、架空の gBizINFO の記録を使います。"
        )


def command(home: Path) -> Callable[[Sequence[str]], dict[str, Any]]:
    """The command line as a person runs it: a process of its own, its answer read as JSON.

    The function it gives raises NotReady with the command's own sentence when it was refused.
    """

    def invoke(words: Sequence[str]) -> dict[str, Any]:
        done = subprocess.run(
            [sys.executable, "-m", "mirasapo.cli", *words, "--json"],
            env={**os.environ, "MIRASAPO_HOME": str(home)},
            capture_output=True,
            text=True,
            check=False,
        )
        answer: dict[str, Any] = json.loads(done.stdout or "{}")
        if not answer or "next_step" in answer:
            raise NotReady(f"mirasapo {' '.join(words[:2])}: ", done.stderr.strip()[-400:])
        return answer

    return invoke


def people(home: Path) -> dict[str, Any]:
    """The demo's accounts, as `mirasapo sample` has written them to the home."""
    accounts: dict[str, Any] = json.loads((home / FILE).read_text("utf-8"))
    return accounts


@dataclass(slots=True)
class Stage:
    """One run of the story.

    `seen` carries ids from a step to those that build on it, `reads` what became of each read that
    the supporter has tried: the ledger must tell the same.
    """

    base_url: str
    home: Path
    catalog: Catalog
    invoke: Callable[[Sequence[str]], dict[str, Any]]
    inputs: Inputs
    businesses: int = 400
    seed: int = 2022
    seen: dict[str, Any] = field(default_factory=dict)
    reads: list[str] = field(default_factory=list)

    @property
    def people(self) -> dict[str, Any]:
        """The demo's accounts."""
        return people(self.home)

    def visitor(self) -> MirasapoClient:
        """Somebody who has not signed in."""
        return MirasapoClient(self.base_url)

    def business(self) -> MirasapoClient:
        """The business, signed in through OpenID Connect."""
        return self.visitor().sign_in_business(self.people["business"]["persona"])

    def supporter(self) -> MirasapoClient:
        """The first supporter, signed in with the own ID."""
        first = self.people["supporters"][0]
        return self.visitor().sign_in_own(first["name"], first["password"])

    def programme_system(self) -> MirasapoClient:
        """The system of programme 04, signed in with client credentials."""
        client = self.people["client"]
        return self.visitor().sign_in_client(client["client_id"], client["secret"])
