"""Loading the sample through the real intake: complete, repeatable, and marked as made up."""

from __future__ import annotations

import csv
import json
import stat
import zipfile
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import text

from mirasapo.app.sample import demo_accounts, load
from mirasapo.app.sample.filings import CLIENTS, Filings
from mirasapo.app.sample.numbers import corporate_number
from mirasapo.app.sample.truth import truth
from mirasapo.app.sample.world import make_world
from mirasapo.business.state import state
from mirasapo.errors import BadInput, NotReady
from mirasapo.identity import clients, own_id
from mirasapo.identity.stand_in import load_personas

SIZE, SEED = 40, 7
REGISTER = Path(__file__).parents[2].parent / "shared" / "data" / "nta"


@pytest.fixture(scope="module")
def loaded(platform):
    return load(platform, SIZE, SEED)


def state_of(platform):
    with platform.databases.intake.begin() as conn:
        return state(conn, platform.catalog)


def count(platform, what):
    with platform.databases.intake.begin() as conn:
        return conn.execute(text(f"SELECT count(*) FROM {what}")).scalar()  # noqa: S608


def test_everything_arrives(platform, loaded):
    world = make_world(SIZE, SEED)
    made = list(Filings(platform.catalog, platform.policy, world))
    assert loaded["filings"] == len(made) == count(platform, "core.filing")
    assert loaded["repeated"] == 0
    corporations = sum(not one.sole_proprietor for one in world.businesses)
    assert loaded["register_rows"] == corporations == count(platform, "open.register_body")
    assert loaded["institutions"] == 3 == count(platform, "open.support_institution")
    assert count(platform, "core.business") == SIZE


def test_everything_says_that_it_is_made_up(platform, loaded):
    for table in ("core.business", "open.register_body", "open.support_institution"):
        assert count(platform, f"{table} WHERE NOT made_up") == 0
    assert count(platform, "open.register_body WHERE name NOT LIKE '見本%(架空)株式会社'") == 0


def test_consents_are_of_every_kind(platform, loaded):
    world = make_world(SIZE, SEED)
    expected = {"given": 0, "refused": 0, "withdrawn": 0}
    for business in world.businesses:
        for filing in Filings(platform.catalog, platform.policy, world).of(business):
            document = json.loads(filing.body)
            answer = document["consent"]["answer"]
            if filing.programme != "13":
                answer = "given" if document["fiscal_year"] >= 2022 else None
            if answer == "given" and business.withdraws:
                answer = "withdrawn"
            if answer is not None:
                expected[answer] += 1
    assert min(expected.values()) > 0
    assert loaded["consents"] == expected


def test_filings_up_to_2021_have_no_basis(platform, loaded):
    assert count(platform, "core.filing WHERE fiscal_year < 2022") > 0
    assert count(platform, "core.filing WHERE fiscal_year < 2022 AND basis <> 'none'") == 0
    assert (
        count(
            platform,
            "core.filing WHERE programme <> '13' AND fiscal_year >= 2022 AND basis <> 'deemed'",
        )
        == 0
    )


def test_loading_again_changes_nothing(platform, loaded):
    before = state_of(platform), count(platform, "trust.consent"), count(platform, "core.payload")
    again = load(platform, SIZE, SEED)
    after = state_of(platform), count(platform, "trust.consent"), count(platform, "core.payload")
    assert after == before
    assert (again["filings"], again["register_rows"]) == (0, 0)
    assert again["repeated"] == loaded["filings"]
    assert again["consents"] == loaded["consents"]


def test_a_consent_given_again_stays_when_the_sample_is_loaded_again(fresh_platform):
    from mirasapo.consent import consents
    from mirasapo.disclosure.acting import act_as
    from mirasapo.disclosure.rule import Actor

    load(fresh_platform, SIZE, SEED)
    with fresh_platform.databases.intake.begin() as conn:
        row = conn.execute(
            text("SELECT business_id, filing_id FROM trust.consent WHERE answer = 'withdrawn'")
        ).first()
    actor = Actor(str(uuid4()), 7, business_id=row.business_id)
    with fresh_platform.databases.gateway.begin() as conn:
        act_as(conn, actor)
        consents.give(conn, row.filing_id, answered_by=actor.account)
    load(fresh_platform, SIZE, SEED)
    with fresh_platform.databases.gateway.begin() as conn:
        act_as(conn, actor)
        assert consents.state(conn, row.filing_id).answer == "given"


def test_two_homes_hold_the_same(platform, loaded, fresh_platform):
    load(fresh_platform, SIZE, SEED)
    assert state_of(fresh_platform) == state_of(platform)


def test_the_truth_covers_every_sample_of_the_home(fresh_platform):
    path = fresh_platform.settings.home / "sample" / "truth.json"
    load(fresh_platform, 30, 1)
    assert json.loads(path.read_text()) == json.loads(json.dumps(truth([make_world(30, 1)])))
    load(fresh_platform, 10, 2)
    load(fresh_platform, 20, 1)  # smaller than before: nothing is taken away
    assert json.loads(path.read_text())["samples"] == [
        {"seed": 1, "businesses": 30},
        {"seed": 2, "businesses": 10},
    ]
    both = truth([make_world(30, 1), make_world(10, 2)])
    assert json.loads(path.read_text())["overall"] == both["overall"]


def test_an_impossible_size_is_refused(platform):
    with pytest.raises(BadInput, match="事業者数"):
        load(platform, 0, SEED)


@pytest.fixture(scope="module")
def told(platform, loaded):
    return demo_accounts(platform, SEED)


class TestDemoAccounts:
    def test_they_can_sign_in(self, platform, told):
        with platform.databases.gateway.begin() as conn:
            now = conn.execute(text("SELECT now()")).scalar()
        for person in (*told["supporters"], told["officer"], told["analyst"]):
            own_id.sign_in(platform.databases.gateway, person["name"], person["password"], now)
        institutions = {person["institution_id"] for person in told["supporters"]}
        assert len(institutions) == len(told["supporters"]) >= 2
        assert {one["kind"] for one in told["supporters"]} <= set(platform.policy.institution_kinds)

    def test_the_programme_system_may_file_its_programme(self, platform, told):
        with platform.databases.gateway.begin() as conn:
            client, _ = clients.find(conn, told["client"]["client_id"])
        assert told["client"]["client_id"] == CLIENTS["04"]
        assert client.may_write("04")
        assert not client.may_write("06")

    def test_the_persona_signs_in_for_a_business_of_the_sample(self, platform, told):
        persona = load_personas(platform.settings.home)[told["business"]["persona"]]
        assert persona.account_type == "2"
        assert persona.corporate_number == corporate_number(SEED, 1)
        assert persona.name == told["business"]["name"]
        own = f"business_id = '{told['business']['business_id']}'"
        assert count(platform, f"core.filing WHERE {own} AND programme = '04' AND basis = 'deemed'")
        assert count(platform, f"core.filing WHERE {own} AND fiscal_year = 2021 AND basis = 'none'")

    def test_telling_them_again_tells_the_same(self, platform, told):
        assert demo_accounts(platform, SEED) == told

    def test_the_file_is_readable_by_its_owner_only(self, platform, told):
        path = platform.settings.home / "demo_accounts.json"
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert json.loads(path.read_text()) == told

    def test_a_lost_file_gets_new_passwords_that_work(self, platform, told):
        path = platform.settings.home / "demo_accounts.json"
        path.unlink()
        anew = demo_accounts(platform, SEED)
        assert anew["officer"]["password"] != told["officer"]["password"]
        assert anew["client"]["secret"] != told["client"]["secret"]
        with platform.databases.gateway.begin() as conn:
            now = conn.execute(text("SELECT now()")).scalar()
        own_id.sign_in(platform.databases.gateway, "officer", anew["officer"]["password"], now)

    @pytest.mark.usefixtures("told")
    def test_a_damaged_file_is_refused(self, platform):
        path = platform.settings.home / "demo_accounts.json"
        kept = path.read_text()
        path.write_text("{")
        with pytest.raises(NotReady, match="demo_accounts"):
            demo_accounts(platform, SEED)
        path.write_text(kept)

    @pytest.mark.usefixtures("told")
    def test_other_personas_stay(self, platform):
        path = platform.settings.home / "stand_in_personas.json"
        personas = json.loads(path.read_text())
        path.write_text(json.dumps({**personas, "member": {"name": "別の見本"}}))
        demo_accounts(platform, SEED)
        assert load_personas(platform.settings.home)["member"].name == "別の見本"

    def test_without_the_sample_there_is_no_persona(self, fresh_platform):
        with pytest.raises(NotReady, match="見本の事業者"):
            demo_accounts(fresh_platform, SEED)


@pytest.mark.skipif(not REGISTER.is_dir(), reason="the register's files are not beside the clone")
def test_no_number_of_the_sample_is_in_the_register():
    real = set()
    for path in REGISTER.glob("diff/*.csv"):
        with path.open(encoding="utf-8", newline="") as lines:
            real |= {row[1] for row in csv.reader(lines)}
    for path in REGISTER.glob("bulk/*.zip"):
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                if name.endswith(".csv"):
                    lines = archive.read(name).decode("utf-8-sig").splitlines()
                    real |= {row[1] for row in csv.reader(lines)}
    assert len(real) > 50_000
    assert not [number for number in real if number[1:2] == "9"]
    assert real.isdisjoint(corporate_number(SEED, index) for index in range(1, 1000))
