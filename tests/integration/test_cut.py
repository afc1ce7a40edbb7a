"""A cut holds exactly what may be studied: against the world that the sample was made from."""

from __future__ import annotations

import json
import shutil
import stat
from uuid import uuid4

import pyarrow.parquet as pq
import pytest
from sqlalchemy import text

from mirasapo.app.sample import load
from mirasapo.app.sample.bodies import body_of
from mirasapo.app.sample.filings import Filings
from mirasapo.app.sample.world import make_world
from mirasapo.consent import consents
from mirasapo.cuts import cut, writing
from mirasapo.cuts.pseudonyms import pseudonyms
from mirasapo.disclosure import settings as disclosure_settings
from mirasapo.disclosure.acting import act_as
from mirasapo.disclosure.rule import Actor
from mirasapo.errors import BadInput, NotAllowed, NotFound, NotReady
from mirasapo.intake.bulk import receive_many
from mirasapo.intake.receive import Delivery

SIZE, SEED = 45, 14
TWICE = 7  # of this seed the first business applied twice, in 2022 and 2023, and was rejected


@pytest.fixture(scope="module")
def world():
    return make_world(SIZE, SEED)


@pytest.fixture(scope="module")
def loaded(platform, world):
    load(platform, SIZE, SEED)
    return platform


@pytest.fixture(scope="module")
def ids(loaded, world):
    """business_id by index, looked up with the numbers that only the secure side knows."""
    bodies = {one.index: body_of(loaded.catalog, SEED, one) for one in world.businesses}
    with loaded.databases.intake.begin() as conn:
        rows = conn.execute(text("SELECT * FROM core.business")).all()
    found = {row.corporate_number or row.sole_proprietor_key: row.business_id for row in rows}
    return {
        index: found[body.corporate_number or body.sole_proprietor_key]
        for index, body in bodies.items()
    }


@pytest.fixture
def make(loaded, tmp_path):
    """Make a cut in a folder of the test's own; read it back."""

    def run(name="cut", **options):
        out = tmp_path / name
        made = make_cut(loaded, out, **options)
        return made, Read(out)

    return run


def make_cut(platform, out, **options):
    return cut(
        platform.databases,
        platform.catalog,
        platform.policy,
        platform.settings.home,
        out,
        **options,
    )


class Read:
    """A cut read back as plain rows."""

    def __init__(self, folder):
        self.manifest = json.loads((folder / "manifest.json").read_text())
        self.panel = self._rows(folder, "panel")
        self.filings = self._rows(folder, "filings")

    @staticmethod
    def _rows(folder, table):
        return [
            {**row, "fiscal_year": int(part.parent.name.removeprefix("fiscal_year="))}
            for part in sorted((folder / table).glob("*/*.parquet"))
            for row in pq.ParquetFile(part).read().to_pylist()
        ]

    @property
    def businesses(self):
        return {row["pseudonym"] for row in (*self.panel, *self.filings)}


def admitted(platform, world):
    """The filings that may be studied, by the rules of the policy: (index, programme, year, basis)."""
    made = []
    for business in world.businesses:
        for filing in Filings(platform.catalog, platform.policy, world).of(business):
            document = json.loads(filing.body)
            individual = filing.programme == "13"
            given = document["consent"]["answer"] == "given"
            year = document["fiscal_year"]
            if not business.withdraws and (given if individual else year >= 2022):
                basis = "individual" if individual else "deemed"
                made.append((business.index, filing.programme, year, basis))
    return made


def test_the_sample_has_every_kind_of_case(loaded, world):
    assert any(one.withdraws for one in world.businesses)
    assert any(one.part == "planner" and one.plan_consent == "refused" for one in world.businesses)
    assert any(one.part == "planner" and one.plan_consent is None for one in world.businesses)
    assert any(one.reported_before for one in world.businesses)
    assert any(one.sole_proprietor for one in world.businesses)


def test_a_cut_holds_exactly_the_filings_that_may_be_studied(make, loaded, world, ids):
    made, read = make()
    names = pseudonyms(loaded.settings.home, "default")
    expected = sorted(
        (names.of(ids[index]), programme, year, basis)
        for index, programme, year, basis in admitted(loaded, world)
    )
    found = sorted(
        (row["pseudonym"], row["programme"], row["fiscal_year"], row["basis"])
        for row in read.filings
    )
    assert found == expected
    assert made["filings"] == len(expected)
    assert made["businesses"] == len({row[0] for row in expected}) < SIZE
    assert made["basis"] == {
        kind: sum(row[3] == kind for row in expected) for kind in ("deemed", "individual")
    }


def test_who_may_not_be_studied_is_absent(make, loaded, world, ids):
    _, read = make()
    names = pseudonyms(loaded.settings.home, "default")
    for business in world.businesses:
        silent = business.part == "planner" and business.plan_consent != "given"
        if silent or business.withdraws:
            assert names.of(ids[business.index]) not in read.businesses
    assert min(row["fiscal_year"] for row in read.filings) == 2022


def test_the_panel_says_what_the_filings_said(make, loaded, world, ids):
    _, read = make()
    names = pseudonyms(loaded.settings.home, "default")
    rows = {(row["pseudonym"], row["fiscal_year"]): row for row in read.panel}
    assert len(rows) == len(read.panel)
    seen = 0
    for business in world.businesses:
        studied = [one for one in business.applications if one.fiscal_year >= 2022]
        adopted = [one.fiscal_year for one in studied if one.adopted]
        for accounts in business.accounts:
            row = rows.get((names.of(ids[business.index]), accounts.fiscal_year))
            if row is None:
                continue
            seen += 1
            assert row["net_sales_yen"] == accounts.net_sales_yen
            assert row["value_added_yen"] == accounts.value_added_yen
            assert row["depreciation_yen"] == accounts.depreciation_yen
            assert row["industry_business_main_industry_middle"] == business.industry.middle
            assert row["business_place_count"] == business.business_places
            assert row["business_identity_founding_year"] == business.founded_year
            years = [one.fiscal_year for one in studied]
            assert row["first_filed_fiscal_year"] == (min(years) if years else None)
            assert row["first_adopted_fiscal_year"] == (min(adopted) if adopted else None)
    assert seen == len(rows)
    with_reports = [one for one in world.businesses if one.part != "planner" and not one.withdraws]
    assert seen >= 7 * len(with_reports)


def test_nothing_in_a_cut_names_a_business(make, loaded, world, ids, tmp_path):
    _, read = make()
    columns = {*read.panel[0], *read.filings[0]}
    closed = {
        item.column
        for fields in ("corporation", "sole_proprietor")
        for field in loaded.policy.researcher_fields[fields]
        for item in map(loaded.catalog.item, field.items)
    }
    assert columns.isdisjoint(closed | {"business_id", "filing_id", "filing_number"})
    content = json.dumps([read.panel, read.filings, read.manifest], ensure_ascii=False)
    for business in world.businesses:
        body = body_of(loaded.catalog, SEED, business)
        for name in (body.corporate_number, body.sole_proprietor_key, body.name, body.street):
            assert name is None or name not in content
        assert str(ids[business.index]) not in content
        assert ids[business.index].hex not in content
    assert "架空" not in content
    assert "SAMPLE-" not in content


def test_a_cut_does_not_hold_the_truth(make, tmp_path):
    make()
    files = [path.name for path in (tmp_path / "cut").rglob("*") if path.is_file()]
    assert set(files) == {"manifest.json", "part-0.parquet"}
    assert "event_time" not in (tmp_path / "cut" / "manifest.json").read_text()


def test_only_the_closed_list_of_fields_is_carried(make, loaded):
    _, read = make()
    allowed = {key for field in loaded.policy.researcher_fields["common"] for key in field.items}
    described = [*read.manifest["columns"]["panel"], *read.manifest["columns"]["filings"]]
    assert {column["item"] for column in described if "item" in column} == allowed
    assert {column["name"] for column in read.manifest["columns"]["panel"]} == set(read.panel[0])
    assert {column["name"] for column in read.manifest["columns"]["filings"]} == set(
        read.filings[0]
    )


def test_the_manifest_says_what_it_is_and_hides_small_totals(make, loaded, world):
    made, read = make()
    manifest = read.manifest
    assert manifest["made_up"] is True
    assert manifest["purpose"]["number"] == 1
    assert manifest["recipient"]["number"] == 4
    assert manifest["programme"] == {"code": "04", "name": loaded.catalog.programme("04").name_ja}
    assert manifest["counts"]["rows"] == len(read.panel) == made["rows"]
    refused = sum(one.plan_consent == "refused" for one in world.businesses if one.plan_year)
    totals = manifest["consents_of_all_filings"]
    assert totals["refused"] == (refused if refused >= 10 else None)
    assert totals["given"] > 100


def test_pseudonyms_are_of_one_project(make, loaded):
    _, first = make("first")
    _, again = make("again")
    _, other = make("other", project="another-study")
    assert first.businesses == again.businesses
    assert first.businesses.isdisjoint(other.businesses)
    keys = sorted((loaded.settings.home / "cut_keys").glob("*.key"))
    assert [key.stem for key in keys] == ["another-study", "default"]
    assert all(stat.S_IMODE(key.stat().st_mode) == 0o600 for key in keys)
    assert stat.S_IMODE(keys[0].parent.stat().st_mode) == 0o700


def test_equal_content_is_an_equal_snapshot(make):
    one, first = make("first")
    two, second = make("second")
    assert one["snapshot_id"] == two["snapshot_id"]
    assert first.manifest["files"] == second.manifest["files"]
    for year in {row["fiscal_year"] for row in first.panel}:
        rows = [row["pseudonym"] for row in first.panel if row["fiscal_year"] == year]
        assert rows == sorted(rows)  # no order of filing or of ids is to be read from a file


def entries_of(platform, above=0):
    with platform.databases.cut.begin() as conn:
        return conn.execute(
            text("SELECT * FROM trust.ledger_entry WHERE entry_id > :above ORDER BY entry_id"),
            {"above": above},
        ).all()


def last_entry(platform):
    return max((row.entry_id for row in entries_of(platform)), default=0)


def test_every_business_of_a_cut_has_one_entry(make, loaded, world, ids):
    before = last_entry(loaded)
    made, _ = make(project="ledger-study")
    rows = entries_of(loaded, before)
    assert len(rows) == made["businesses"]
    assert {row.business_id for row in rows} == {
        ids[index] for index, *_ in admitted(loaded, world)
    }
    allowed = {key for field in loaded.policy.researcher_fields["common"] for key in field.items}
    for row in rows:
        assert (row.actor, row.purpose, row.allowed) == ("ebpm:ledger-study", 1, True)
        assert row.through == "mirasapo ebpm cut"
        assert set(row.items) <= allowed
        assert "finance.net_sales_yen" in row.items
    sole = next(one for one in world.businesses if one.sole_proprietor and not one.withdraws)
    own = [row for row in rows if row.business_id == ids[sole.index]]
    assert own
    assert all("business_identity.capital_yen" not in row.items for row in own)


def test_without_entries_there_is_no_cut(make, loaded, tmp_path, monkeypatch):
    def fails(*_):
        raise RuntimeError("the ledger is away")

    before = last_entry(loaded)
    monkeypatch.setattr(writing.entries, "record_all", fails)
    with pytest.raises(RuntimeError, match="ledger"):
        make()
    assert list(tmp_path.iterdir()) == []
    assert last_entry(loaded) == before


def test_entries_are_committed_before_a_cut_appears(make, loaded, tmp_path, monkeypatch):
    seen = []

    def appears(_folder, _out):
        seen.append(len(entries_of(loaded, before)))

    before = last_entry(loaded)
    monkeypatch.setattr(writing, "_appear", appears)
    with pytest.raises(FileNotFoundError):  # the test reads what never appeared
        make()
    assert seen[0] > 0
    assert list(tmp_path.iterdir()) == []


def test_a_withdrawn_consent_is_absent_from_the_next_cut(loaded, world, ids, tmp_path):
    names = pseudonyms(loaded.settings.home, "default")
    business = next(one for one in world.businesses if one.adopted_in == 2022 and not one.withdraws)
    business_id = ids[business.index]
    make_cut(loaded, tmp_path / "before")
    account = str(uuid4())
    with loaded.databases.gateway.begin() as conn:
        act_as(conn, Actor(account, 7, business_id=business_id))
        given = [one for one in consents.of_business(conn, business_id) if one.answer == "given"]
        for one in given:
            consents.withdraw(conn, one.filing_id, answered_by=account)
    make_cut(loaded, tmp_path / "after")
    with loaded.databases.gateway.begin() as conn:
        act_as(conn, Actor(account, 7, business_id=business_id))
        for one in given:
            consents.give(conn, one.filing_id, answered_by=account)
    make_cut(loaded, tmp_path / "again")
    before, after, again = (Read(tmp_path / name) for name in ("before", "after", "again"))
    assert names.of(business_id) in before.businesses
    assert after.businesses == before.businesses - {names.of(business_id)}
    assert again.manifest["snapshot_id"] == before.manifest["snapshot_id"]


def test_a_suspended_business_is_absent(loaded, world, ids, make):
    names = pseudonyms(loaded.settings.home, "default")
    business = next(one for one in world.businesses if one.part == "reporter" and not one.withdraws)
    actor = Actor(str(uuid4()), 7, business_id=ids[business.index])
    with loaded.databases.gateway.begin() as conn:
        disclosure_settings.suspend(conn, actor)
    _, suspended = make("suspended")
    with loaded.databases.gateway.begin() as conn:
        disclosure_settings.lift(conn, actor)
    _, lifted = make("lifted")
    assert names.of(ids[business.index]) not in suspended.businesses
    assert names.of(ids[business.index]) in lifted.businesses


def test_what_the_agency_has_closed_is_not_carried(loaded, make):
    agency = Actor(str(uuid4()), 2)

    def narrow(data_classes):
        with loaded.databases.gateway.begin() as conn:
            disclosure_settings.narrow(
                conn,
                loaded.policy,
                agency,
                purpose=1,
                recipient=4,
                data_classes=data_classes,
                reason="点検",
            )

    try:
        narrow([1])
        _, read = make()
        assert set(read.panel[0]) == {
            "pseudonym",
            "fiscal_year",
            "net_sales_yen",
            "ordinary_income_yen",
            "value_added_yen",
            "gross_profit_yen",
            "depreciation_yen",
            "first_filed_fiscal_year",
            "first_adopted_fiscal_year",
        }
        for data_class in (6, 10):
            narrow([data_class])
            with pytest.raises(NotAllowed, match="止められています"):
                make("closed")
    finally:
        narrow([])


def test_an_earlier_cut_is_replaced_and_nothing_else(make, tmp_path):
    make()
    make()
    assert [path.name for path in tmp_path.iterdir()] == ["cut"]
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "plan.txt").write_text("mine")
    with pytest.raises(BadInput, match="分析用データではないもの"):
        make("papers")
    assert (tmp_path / "papers" / "plan.txt").read_text() == "mine"
    (tmp_path / "file").write_text("mine")
    with pytest.raises(BadInput, match="分析用データではないもの"):
        make("file")
    (tmp_path / "empty").mkdir()
    make("empty")


def test_a_manifest_of_something_else_is_not_replaced(make, tmp_path):
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "manifest.json").write_text('{"format": "something"}')
    with pytest.raises(BadInput, match="分析用データではないもの"):
        make("other")


def test_an_earlier_cut_returns_when_the_new_one_cannot_take_its_place(make, tmp_path):
    make()
    with pytest.raises(FileNotFoundError):
        writing._appear(tmp_path / "not there", tmp_path / "cut")
    assert Read(tmp_path / "cut").panel
    with pytest.raises(FileNotFoundError):
        writing._appear(tmp_path / "not there", tmp_path / "new")
    assert [path.name for path in tmp_path.iterdir()] == ["cut"]


def test_a_place_that_cannot_be_written_is_refused(make, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(NotReady, match="書き込めません"):
        make("file/cut")


def test_a_key_that_cannot_be_kept_or_is_damaged_is_refused(tmp_path):
    kept = pseudonyms(tmp_path, "study")
    business_id = uuid4()
    assert pseudonyms(tmp_path, "study").of(business_id) == kept.of(business_id)
    (tmp_path / "cut_keys" / "study.key").write_bytes(b"short")
    with pytest.raises(NotReady, match="壊れています"):
        pseudonyms(tmp_path, "study")
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "cut_keys").write_text("a file")
    with pytest.raises(NotReady, match="鍵を用意できません"):
        pseudonyms(tmp_path / "home", "study")


@pytest.mark.parametrize("project", ["", "../home", "Name", "a b", "-a", "a" * 41])
def test_a_project_needs_a_plain_name(make, project):
    with pytest.raises(BadInput, match="プロジェクト名"):
        make(project=project)


def test_an_unknown_programme_is_refused(make):
    with pytest.raises(NotFound, match="制度"):
        make(programme="99")


def test_nothing_to_study_is_no_cut(fresh_platform, tmp_path):
    with pytest.raises(NotFound, match="切り出せるデータ"):
        make_cut(fresh_platform, tmp_path / "cut")
    assert list(tmp_path.iterdir()) == []


class TestVersions:
    """Of a filing the newest version counts, of a fiscal year the newest accounts."""

    @pytest.fixture
    def study(self, fresh_platform, tmp_path):
        """One business: send changed copies of its filings, then cut."""
        load(fresh_platform, 1, TWICE)
        world = make_world(1, TWICE)
        made = list(Filings(fresh_platform.catalog, fresh_platform.policy, world))
        filings = {(one.programme, json.loads(one.body)["fiscal_year"]): one for one in made}

        def run(*changes):
            deliveries = []
            for key, change in changes:
                document = json.loads(filings[key].body)
                change(document)
                body = json.dumps(document, ensure_ascii=False).encode()
                deliveries.append(Delivery(filings[key].client_id, [key[0]], body))
            received = receive_many(
                fresh_platform.databases, fresh_platform.lake, fresh_platform.catalog, deliveries
            )
            assert received.refused == []
            make_cut(fresh_platform, tmp_path / "cut")
            read = Read(tmp_path / "cut")
            return {row["fiscal_year"]: row for row in read.panel}, read.filings

        return run

    @staticmethod
    def sales(yen, **header):
        def change(document):
            document.update(header)
            for row in document["groups"]["financial_statement"]:
                row["finance.net_sales_yen"] = yen

        return change

    def test_a_new_version_replaces_the_accounts(self, study):
        panel, filings = study((("06", 2025), self.sales(777, version=2)))
        assert panel[2024]["net_sales_yen"] == 777
        assert panel[2023]["net_sales_yen"] > 777
        assert sum(row["programme"] == "06" and row["fiscal_year"] == 2025 for row in filings) == 1

    def test_newer_filings_win_a_fiscal_year(self, study):
        # FY2022 stands in the report of June 2023 and in the application of July 2023
        panel, _ = study((("04", 2023), self.sales(888, version=2)))
        assert panel[2022]["net_sales_yen"] == 888
        panel, _ = study((("06", 2023), self.sales(999, version=2)))
        assert panel[2022]["net_sales_yen"] == 888

    def test_the_last_closing_of_a_fiscal_year_wins(self, study):
        def closes_earlier(document):
            document["version"] = 2
            (row,) = document["groups"]["financial_statement"]
            earlier = {**row, "finance.fiscal_closed_on": "2024-09-30", "finance.net_sales_yen": 5}
            document["groups"]["financial_statement"].append(earlier)

        panel, _ = study((("06", 2025), closes_earlier))
        assert panel[2024]["net_sales_yen"] > 5

    def test_a_closing_in_march_and_one_in_april_are_two_years(self, study):
        def closes_in_april(document):
            document["version"] = 2
            (row,) = document["groups"]["financial_statement"]
            row["finance.fiscal_closed_on"] = "2024-04-01"
            row["finance.net_sales_yen"] = 6

        panel, _ = study((("06", 2026), closes_in_april))
        assert panel[2024]["net_sales_yen"] > 6
        assert 2025 not in panel

    def test_a_withdrawn_filing_does_not_count(self, study):
        panel, _ = study((("04", 2022), lambda document: document.update(version=2)))
        assert panel[2021]["first_filed_fiscal_year"] == 2022
        withdrawn = {"version": 3, "status": "withdrawn"}
        panel, _ = study((("04", 2022), lambda document: document.update(withdrawn)))
        assert panel[2021]["first_filed_fiscal_year"] == 2023
        withdrawn["version"] = 2
        panel, filings = study((("04", 2023), lambda document: document.update(withdrawn)))
        assert panel[2021]["first_filed_fiscal_year"] is None
        assert "04" not in {row["programme"] for row in filings}

    def test_an_adoption_counts_from_its_own_year(self, study):
        adopted = {"version": 2, "status": "adopted"}
        panel, _ = study((("04", 2023), lambda document: document.update(adopted)))
        assert {row["first_adopted_fiscal_year"] for row in panel.values()} == {2023}
        assert {row["first_filed_fiscal_year"] for row in panel.values()} == {2022}


class TestTheLoginCut:
    """What the login of cuts cannot do, whatever it sends."""

    def test_it_sees_no_filing_without_a_standing_consent(self, loaded, world):
        with loaded.databases.cut.begin() as conn:
            assert conn.execute(text("SELECT count(*) FROM core.filing")).scalar() == len(
                admitted(loaded, world)
            )
            assert not conn.execute(text("SELECT 1 FROM core.filing WHERE basis = 'none'")).all()

    @pytest.mark.parametrize(
        "settings",
        [
            {
                "mirasapo.recipient": "2",
                "mirasapo.purpose": "2",
                "mirasapo.policy_bits": "67108863",
            },
            {"mirasapo.keys": "{all}", "mirasapo.line_bits": "8191", "mirasapo.public_bits": "-1"},
        ],
    )
    def test_no_setting_of_the_session_opens_more(self, loaded, world, ids, settings):
        hidden = next(one for one in world.businesses if one.withdraws)
        with loaded.databases.cut.begin() as conn:
            for name, value in {**settings, "mirasapo.business": str(ids[hidden.index])}.items():
                conn.execute(text("SELECT set_config(:n, :v, true)"), {"n": name, "v": value})
            for table in ("filing", "filing_financial_statement", "filing_business_profile"):
                rows = conn.execute(
                    text(f"SELECT 1 FROM core.{table} WHERE business_id = :id"),  # noqa: S608
                    {"id": ids[hidden.index]},
                )
                assert not rows.all()

    @pytest.mark.parametrize(
        "statement",
        [
            "UPDATE trust.ledger_entry SET reason = ''",
            "DELETE FROM trust.ledger_entry",
            "INSERT INTO trust.consent (answer) VALUES ('given')",
            "UPDATE trust.consent SET answer = 'given'",
            "UPDATE core.filing SET basis = 'deemed'",
            "SELECT * FROM core.payload",
            "SELECT * FROM identity.account",
            "SELECT * FROM trust.grant_line",
        ],
    )
    def test_it_may_not(self, loaded, statement):
        with (
            pytest.raises(Exception, match="permission denied"),
            loaded.databases.cut.begin() as conn,
        ):
            conn.execute(text(statement))

    def test_it_sees_no_master(self, loaded):
        with loaded.databases.cut.begin() as conn:
            for table in ("business_profile", "financial_statement", "provenance"):
                assert not conn.execute(text(f"SELECT 1 FROM core.{table}")).all()  # noqa: S608


def test_dropping_the_policy_of_filings_would_be_noticed(fresh_platform, tamper, tmp_path):
    """The tests above stand on row security: without it a cut would hold everybody."""
    load(fresh_platform, 30, SEED)
    made = make_cut(fresh_platform, tmp_path / "with")
    tamper(fresh_platform, "ALTER TABLE core.filing DISABLE ROW LEVEL SECURITY")
    shutil.rmtree(tmp_path / "with")
    open_wide = make_cut(fresh_platform, tmp_path / "without")
    assert open_wide["filings"] > made["filings"]
