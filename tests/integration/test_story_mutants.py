"""The story notices what breaks: one layer is broken at a time, and exactly its step turns red.

The platform runs in this process behind a real server, its commands are called in this process, so
that a broken layer is broken for both. Without Voila (its step is a browser test's) and, but for the
mutant that concerns it, without the estimate (it needs the large sample).
"""

from __future__ import annotations

import json
import threading
from dataclasses import replace
from hashlib import sha256

import pytest
import uvicorn
from sqlalchemy import Uuid, bindparam, text
from typer.testing import CliRunner

from mirasapo.acquisition.gbizinfo.mapping import GbizInfoMapping
from mirasapo.acquisition.nta.files import RegisterFile
from mirasapo.app.processes import free_port
from mirasapo.app.story import Inputs, Stage, run, steps
from mirasapo.business import rebuild
from mirasapo.business.projection import Projection
from mirasapo.cli.main import GROUPS, app, attach
from mirasapo.consent import consents
from mirasapo.cuts.pseudonyms import Pseudonyms
from mirasapo.disclosure import requests
from mirasapo.ebpm import study
from mirasapo.errors import NotReady
from mirasapo.gate import reveal, search
from mirasapo.identity import gbizid, sessions
from mirasapo.intake import receive
from mirasapo.intake.payload import FilingReader
from mirasapo.ledger import entries
from mirasapo.store.lake import Lake
from mirasapo.store.open_rows import open_rows_query
from mirasapo_api.app import create_app

PLAYED = [step for step in steps.STEPS if step not in (steps.portals, steps.effect)]
# comparing the whole database with the data model takes longer than all other steps together, and
# what is broken in Python cannot touch it
CODE = [step for step in PLAYED if step is not steps.second_wall]


@pytest.fixture
def stage(fresh_platform, monkeypatch):
    """A served platform on an empty database, with the story's commands called in this process."""
    port = free_port()
    settings = replace(
        fresh_platform.settings,
        port=port,
        base_url=f"http://localhost:{port}",
        oidc_issuer=f"http://localhost:{port}/stand-in/gbizid/",
        stand_in=True,
    )
    for name, value in settings.environment().items():
        monkeypatch.setenv(name, value)
    server = uvicorn.Server(
        uvicorn.Config(
            create_app(replace(fresh_platform, settings=settings)), port=port, log_level="error"
        )
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    runner = CliRunner()
    attach(sorted(GROUPS))

    def invoke(words):
        done = runner.invoke(app, [*words, "--json"])
        if not done.stdout:
            raise NotReady(f"{words}: {done.exception}")
        return json.loads(done.stdout)

    yield Stage(
        base_url=settings.base_url,
        home=settings.home,
        catalog=fresh_platform.catalog,
        invoke=invoke,
        inputs=Inputs.recorded(),
        businesses=30,
        seed=7,
    )
    server.should_exit = True
    thread.join()


def red(stage, played):
    outcomes = run(stage, played, lambda outcome: print(outcome.line()))  # noqa: T201 - on failure
    return [
        step.__name__ for step, outcome in zip(played, outcomes, strict=True) if not outcome.holds
    ]


def test_nothing_is_red_when_nothing_is_broken(stage):
    assert red(stage, PLAYED) == []


def wrong_rows_query(_query):
    """The gate's statement with the closed columns left in."""
    sound = open_rows_query(":")
    broken = sound.replace("(i.bit & a.open_bits) = 0", "false")
    assert broken != sound
    names = (f"asked_{what}" for what in ("business", "filing"))
    return text(broken).bindparams(*(bindparam(name, type_=Uuid) for name in names))


def without_pdfs(put):
    def wrong(self, content):
        return sha256(content).hexdigest() if content.startswith(b"%PDF") else put(self, content)

    return wrong


def only_first_fault(read):
    def wrong(self, *args, **kwargs):
        filing, faults = read(self, *args, **kwargs)
        return filing, faults[:1]

    return wrong


def without_the_last(rows):
    def wrong(self):
        *most, _last = rows(self)
        return iter(most)

    return wrong


def all_asked(answer):
    def wrong(conn, actor, request_id, approved_classes, **how):
        asked = requests.read(conn, actor, request_id).data_classes
        return answer(conn, actor, request_id, asked, **how)

    return wrong


def nothing_ends(_revoke):
    return lambda conn, actor, request_id, **_: requests.read(conn, actor, request_id)


def without_names(read):
    def wrong(self, record):
        return read(self, {**record, "name": None})

    return wrong


def none_accepted(receipt):
    return lambda *args: replace(receipt(*args), accepted=())


# what is broken: (owner, attribute, how to break it) → the step that must turn red
MUTANTS = {
    "a row of the register is lost": (RegisterFile, "rows", without_the_last, "register"),
    "a published name is not mapped": (GbizInfoMapping, "read", without_names, "published_facts"),
    "the answer names no file": (receive, "_receipt", none_accepted, "push"),
    "only the first fault is told": (FilingReader, "read", only_first_fault, "push_refused"),
    "a refused filing is thrown away": (
        receive,
        "keep_refused",
        lambda _: lambda *_args: None,
        "push_refused",
    ),
    "attachments do not reach the lake": (Lake, "put", without_pdfs, "lake"),
    "every GビズID account is let in": (
        gbizid,
        "_require_prime",
        lambda _: lambda _kind: None,
        "sign_in",
    ),
    "nothing is projected": (
        Projection,
        "project",
        lambda _: lambda *_args: 0,
        "held_once",
    ),
    "names are searched by other bigrams": (search, "grams", lambda _: lambda _name: [1], "search"),
    "a part is approved as the whole": (requests, "answer", all_asked, "approve_part"),
    "closed columns stay in the row": (reveal, "_OPEN_ROWS", wrong_rows_query, "exactly_that"),
    "revoking ends nothing": (requests, "revoke", nothing_ends, "revoke"),
    "the ledger is skipped": (entries, "record", lambda _: lambda *_args: 0, "ledger"),
    "a withdrawn consent is ignored": (
        consents,
        "withdraw",
        lambda _: lambda *_args, **_how: 0,
        "consent",
    ),
    "the pseudonym is the business's own id": (
        Pseudonyms,
        "of",
        lambda _: lambda _self, business_id: str(business_id),
        "pseudonyms",
    ),
    "a rebuild reads no filing": (
        rebuild._Reading,
        "contributions",
        lambda _: lambda _self, _conn, businesses: {each: [] for each in businesses},
        "rebuild",
    ),
    "signing out ends nothing": (sessions, "end", lambda _: lambda *_args: None, "signed_out"),
}

# Who is let in, what is shown to whom, that nothing filed is lost: at every run, the rest when deep.
AT_EVERY_RUN = {
    "a refused filing is thrown away",
    "every GビズID account is let in",
    "a part is approved as the whole",
    "closed columns stay in the row",
    "the ledger is skipped",
    "a withdrawn consent is ignored",
}


@pytest.mark.parametrize(
    "mutant",
    [
        pytest.param(name, marks=() if name in AT_EVERY_RUN else pytest.mark.deep)
        for name in MUTANTS
    ],
)
def test_exactly_its_step_turns_red(stage, monkeypatch, mutant):
    owner, name, wrong, step = MUTANTS[mutant]
    monkeypatch.setattr(owner, name, wrong(getattr(owner, name)))
    assert red(stage, CODE) == [step]


def test_a_dropped_wall_turns_the_second_wall_red(stage, fresh_platform, tamper):
    tamper(fresh_platform, "ALTER TABLE core.filing_business_profile DISABLE ROW LEVEL SECURITY")
    assert red(stage, PLAYED) == ["second_wall"]


@pytest.mark.deep
@pytest.mark.parametrize("broken", [False, True], ids=["sound", "naive"])
def test_a_naive_estimate_turns_the_effect_red(stage, monkeypatch, broken):
    """Adopted against not adopted in levels is several times too large; needs the large sample."""
    stage.businesses = 400
    if broken:
        estimate = study.estimate

        def wrong(cut, *args):
            found = estimate(cut, *args)
            return {**found, "overall": found["naive"]}

        monkeypatch.setattr("mirasapo.ebpm.estimate", wrong)
    played = [steps.sample, steps.consent, steps.effect]
    assert red(stage, played) == (["effect"] if broken else [])
