"""Each rule that a payload can show: a payload that breaks it is caught under exactly that rule."""

from __future__ import annotations

import ast
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mirasapo.business import content
from mirasapo.catalog import Catalog, load_catalog, value
from mirasapo.catalog.check_digit import individual_check_digit
from mirasapo.catalog.example import minimal_filing
from mirasapo.catalog.rulebook import load_rules
from mirasapo.intake import attachments, header, payload
from mirasapo.intake.conformance import blame
from mirasapo.intake.conformance.bodies import bodies_of
from mirasapo.intake.conformance.checks import CHECKS
from mirasapo.intake.conformance.report import Report, examine
from tests.factories import body_of, made_up_number

RULES = load_rules()
PAYLOAD_RULES = [rule.id for rule in RULES if rule.program == "payload"]
MOMENT = datetime(2026, 4, 1, tzinfo=UTC)
MY_NUMBER = f"12345678901{individual_check_digit('12345678901')}"
PERIOD = {
    "finance.fiscal_closed_on": "2025-03-31",
    "finance.period_starts_on": "2024-04-01",
    "finance.period_ends_on": "2025-03-31",
    "finance.net_sales_yen": 52_000_000,
    "finance.cost_of_sales_yen": 30_000_000,
    "finance.gross_profit_yen": 22_000_000,
}
LINE = {"expense.line_number": 1, "expense.total_with_tax_yen": 1_100_000}
ITEMS = {
    "business_identity.trade_name": "株式会社見本",
    "business_identity.trade_name_kana": "ミホン",
    "business_identity.organization_type": "301",
    "main_office_address.prefecture": "東京都",
    "main_office_address.local_government_code": "131016",
    "main_office_address.postal_code": "1000001",
    "industry_business.main_industry_major": "A",
    "industry_business.main_industry_middle": "01",
    "industry_business.main_industry_minor": "011",
    "filing_header.is_filed_by_proxy": False,
    "filing_header.filed_on": "2025-05-07",
    "filing_header.title": "見本の計画",
    "filing_header.summary": "一行目\n二行目",
    "consent_provenance.consents_to_secondary_use": True,
    "consent_provenance.consent_class": "deemed",
    "expense.sum_total_yen": 1_100_000,
    "support_institution.certified_institution_number": MY_NUMBER,
}
SHA = "0" * 64
Document = dict[str, Any]
Break = Callable[[Document], Any]


def base(catalog: Catalog, programme: str) -> Document:
    """A filing that keeps to every rule, with much in it that rules are about."""
    made = minimal_filing(catalog, programme)
    form = {item.key: item for item in catalog.form(programme)}
    made["items"] |= {
        key: said for key, said in ITEMS.items() if key in form and form[key].repeat_group is None
    }
    if catalog.programme(programme).basis == "individual":
        made["items"]["consent_provenance.consent_class"] = "individual"
    made["groups"] = {
        stem: [dict(row)]
        for stem, row in {"financial_statement": PERIOD, "expense_line": LINE}.items()
        if set(row) <= form.keys()
    }
    for entry in made["attachments"]:
        entry["sha256"] = SHA
    return made


def put(**members: Any) -> Break:
    """Header members replaced."""
    return lambda made: made.update(members)


def say(**said: Any) -> Break:
    """Items replaced; `__` stands for the point of the key."""
    return lambda made: made["items"].update(
        {key.replace("__", ".", 1): value for key, value in said.items()}
    )


def group(stem: str, *rows: Document) -> Break:
    """The rows of one table replaced."""
    return lambda made: made["groups"].update({stem: list(rows)})


def file(**members: Any) -> Break:
    """Members of the first attachment replaced."""
    return lambda made: made["attachments"][0].update(members)


def without(name: str) -> Break:
    """A header member taken away."""
    return lambda made: made.pop(name)


def consent(**members: Any) -> Break:
    """Members of the consent replaced."""
    return lambda made: made["consent"].update(members)


def several(*breaks: Break) -> Break:
    """One after the other."""

    def apply(made: Document) -> None:
        for each in breaks:
            each(made)

    return apply


def only_files(made: Document) -> None:
    named = {entry["item"] for entry in made["attachments"]}
    made["items"] = {key: said for key, said in made["items"].items() if key in named}
    made["groups"] = {}


def old(made: Document) -> None:
    """A filing of 令和3年度, as it should be."""
    made.update(fiscal_year=2021, filed_on="2021-06-01")
    made["consent"] = {"answer": None, "terms_version": "none-fy2019-2021"}
    for key in ("consent_provenance.consents_to_secondary_use", "filing_header.filed_on"):
        made["items"].pop(key, None)
    made["items"].pop("consent_provenance.consent_class", None)


# TAB, NUL, C0 and C1, other line ends, marks of direction, the byte order mark
CONTROLS = (
    "\t\x00\x0b\x0c\x1b\x1f\x7f\x80\x85\x9f"
    "\u2028\u2029\u061c\u200e\u200f\u202a\u202e\u2066\u2069\ufeff"
)
WRONG_RESULTS = [
    ("adopted", "not_adopted"),
    ("not_adopted", "certified"),
    ("filed", "adopted"),
    ("filed", "not_adopted"),
    ("withdrawn", "adopted"),
    ("withdrawn", "not_certified"),
]
NO_KEYS = ["別人", "1" * 12, "1" * 14, "１" * 13, "012345678901x"]
MEMBER = {"sustaining_general.joint_member_name": "株式会社参加"}
TWICE = b'{"programme": "04", "programme": "04"}'

# rule → programme and ways to break it
BROKEN: dict[str, list[tuple[str, Break | bytes]]] = {
    "R-03-01": [("04", only_files)],
    "R-06-02": [
        (
            "04",
            put(business={"corporate_number": made_up_number(1), "sole_proprietor_key": "1" * 13}),
        ),
        ("04", put(business={})),
        ("04", put(business=[])),
    ],
    "R-06-03": [
        ("04", put(business={"sole_proprietor_key": "A-1"})),
        *(("04", put(business={"sole_proprietor_key": each})) for each in NO_KEYS),
        (
            "04",
            several(
                put(business={"sole_proprietor_key": made_up_number(3)}),
                say(business_identity__organization_type=None),
                say(business_identity__entity_class="corporation"),
            ),
        ),
        ("04", put(business={"sole_proprietor_key": made_up_number(3)})),
    ],
    "R-07-03": [("04", put(status="draft")), ("04", put(status="returned"))],
    "R-08-01": [
        ("04", put(programme="05")),
        ("04", put(programme="17")),
        ("04", put(consent="given")),
        ("04", group("financial_statement", "行")),  # type: ignore[arg-type]
    ],
    "R-08-02": [("04", say(management_improvement__agrees_to_data_use=True))],
    "R-08-04": [("04", b"{"), ("04", b"\xff"), ("04", TWICE), ("04", b'"text"')],
    "R-08-05": [("04", without("procedure")), ("04", put(extra=1)), ("04", without("items"))],
    "R-08-06": [("04", put(form_version="1999-1")), ("04", put(form_version=1))],
    "R-08-07": [
        ("04", put(filing_number="x" * 101)),
        ("04", put(filing_number="taro@example.jp")),
        ("04", put(filing_number="A-03-1234-5678")),
    ],
    "R-08-09": [("04", put(procedure="rewrite")), ("04", put(status="lost"))],
    "R-08-10": [("04", put(procedure="change"))],
    "R-08-11": [
        ("04", say(filing_header__filed_on="2025-05-08")),
        ("04", say(filing_header__status="adopted")),
        ("04", say(filing_header__programme_as_filed="05")),
        ("04", say(business_identity__corporate_number=made_up_number(2))),
        ("04", say(business_identity__sole_proprietor_key="1" * 13)),
        *(
            ("04", several(put(status=status), say(filing_header__result=result)))
            for status, result in WRONG_RESULTS
        ),
    ],
    "R-08-17": [
        ("04", lambda made: made["attachments"].append({"name": "C:\\plan.pdf", "sha256": SHA})),
        ("04", lambda made: made["attachments"].append(made["attachments"][0])),
    ],
    "R-08-18": [("04", file(sha256=None)), ("04", file(sha256="F" * 64))],
    "R-08-19": [
        (
            "04",
            lambda made: made["attachments"].extend(
                {"name": f"{number}.pdf", "item": None, "sha256": SHA} for number in range(100)
            ),
        ),
        ("04", lambda made: made["attachments"].append({"name": "a.exe", "sha256": SHA})),
    ],
    "R-08-20": [("04", lambda made: made["attachments"].pop())],
    "R-10-01": [("04", say(shihonkin__yen=1))],
    "R-10-02": [
        ("04", say(business_identity__organization_type="999")),
        ("04", say(business_identity__established_on="2022-02-30")),
        ("04", say(business_identity__capital_yen=10.5)),
        ("04", say(business_identity__trade_name="長" * 1000)),
        ("04", put(filed_on="2025-02-30")),
    ],
    "R-10-03": [
        ("04", put(business={"corporate_number": "2180001015846"})),
        ("11", say(service_competitiveness__core_company_corporate_number="2180001015846")),
    ],
    "R-10-07": [
        ("04", say(finance__net_sales_yen=1)),
        ("04", group("financial_statement", PERIOD | {"business_identity.capital_yen": 1})),
    ],
    "R-10-08": [("04", group("expense_line", {"expense.total_with_tax_yen": 1_100_000}))],
    "R-10-09": [
        ("04", group("financial_statement", PERIOD, PERIOD)),
        ("04", group("expense_line", LINE, {"expense.line_number": 1, "expense.quantity": 1})),
    ],
    "R-10-10": [
        ("04", say(business_identity__trade_name="")),
        ("04", say(business_identity__capital_yen="")),
        ("04", say(main_office_address__postal_code=" ")),
    ],
    "R-10-11": [
        ("04", say(filing_header__title="特になし")),
        ("04", say(business_identity__established_on="1900-01-01")),
    ],
    "R-10-12": [
        ("04", say(main_office_address__postal_code="601-8116")),
        ("04", say(main_office_address__postal_code=6018116)),
        ("04", say(business_identity__organization_type=301)),
        ("04", say(contact_point__phone="03(0000)0000")),
    ],
    "R-10-13": [
        ("04", say(business_identity__capital_yen="1000万円")),
        ("04", say(filing_header__is_filed_by_proxy="はい")),
        ("04", say(filing_header__is_filed_by_proxy=1)),
    ],
    "R-10-14": [
        (
            "13",
            group(
                "management_improvement_equipment",
                {"management_improvement.equipment_yen": 1_234},
            ),
        )
    ],
    "R-10-15": [
        ("04", say(business_identity__established_on="令和4年5月7日")),
        ("04", put(filed_on="20250507")),
    ],
    "R-10-16": [
        (
            "04",
            several(
                put(filed_on="2027-05-07", fiscal_year=2027), say(filing_header__filed_on=None)
            ),
        )
    ],
    "R-10-17": [
        ("04", group("financial_statement", PERIOD | {"finance.period_starts_on": "2025-04-01"})),
        ("04", say(filing_header__result_notified_on="2025-05-06")),
    ],
    "R-10-18": [
        ("04", say(business_identity__trade_name_kana="ﾐﾎﾝ")),
        ("04", say(business_identity__trade_name_kana="みほん")),
        ("04", say(business_identity__trade_name="ﾐﾎﾝ株式会社")),
    ],
    "R-10-19": [
        ("04", say(filing_header__summary="一行目\r\n二行目")),
        *(("04", say(filing_header__summary=f"一行目{each}二行目")) for each in CONTROLS),
        *(("04", say(filing_header__title=f"見本{each}計画")) for each in CONTROLS),
        ("04", say(business_identity__trade_name="株式会社\ue000")),
    ],
    "R-10-20": [("04", say(main_office_address__local_government_code="131017"))],
    "R-10-21": [
        ("04", say(main_office_address__prefecture="東京")),
        ("04", say(main_office_address__prefecture="大阪府")),
    ],
    "R-10-22": [
        ("04", say(industry_business__main_industry_minor="999")),
        ("04", say(industry_business__main_industry_major="B")),
        ("04", say(industry_business__main_industry_minor="021")),
    ],
    "R-10-23": [("04", group("financial_statement", PERIOD | {"finance.gross_profit_yen": 1}))],
    "R-10-24": [
        ("04", say(expense__sum_total_yen=1)),
        ("04", say(expense__sum_requested_yen=2, expense__cap_yen=1)),
    ],
    "R-10-25": [
        ("04", say(filing_header__title=f"番号 {MY_NUMBER}")),
        ("04", put(filing_number=MY_NUMBER)),
        ("04", say(filing_header__title="個人番号 1234 5678 9018")),
        ("04", say(filing_header__title="個人番号 1234\u30005678\u30009018")),
        ("04", say(filing_header__title="個人番号 1234-5678-9018")),
        ("04", say(filing_header__summary="個人番号\n１２３４－５６７８－９０１８")),
        ("04", say(filing_header__title="個人番号 1234.5678.9018")),
        ("04", put(filing_number="1234-5678-9018")),
    ],
    "R-10-27": [
        ("01", several(say(filing_header__joint_type="joint"))),
        ("01", group("sustaining_general_joint_member", MEMBER)),
        ("15", say(business_continuity__plan_type="joint")),
    ],
    "R-11-06": [("04", put(fiscal_year=2024)), ("04", put(fiscal_year="令和7年度"))],
    "R-11-07": [
        ("04", consent(terms_version="none-fy2019-2021")),
        ("04", consent(terms_version="draft")),
    ],
    "R-11-08": [("13", consent(answer="yes"))],
    "R-11-09": [("04", several(old, consent(answer="given")))],
    "R-11-10": [
        ("04", say(consent_provenance__consents_to_secondary_use=False)),
        ("04", say(consent_provenance__consent_class="individual")),
        ("13", say(management_improvement__agrees_to_data_use=False)),
    ],
}


def check(catalog: Catalog, programme: str, body: bytes) -> Report:
    return examine(catalog, programme, bodies_of(body), moment=MOMENT)


@pytest.mark.parametrize("programme", [f"{number:02}" for number in range(1, 17)])
def test_規則どおりの申請には何も言わない(catalog: Catalog, programme: str) -> None:
    report = check(catalog, programme, body_of(base(catalog, programme)))
    assert report.breaches == []
    assert report.holds


def test_規則どおりの申請で当たる規則はすべて守られていると言う(catalog: Catalog) -> None:
    report = check(catalog, "04", body_of(base(catalog, "04")))
    left = set(PAYLOAD_RULES) - set(report.held)
    assert left == {"R-06-03", "R-08-10", "R-10-14", "R-10-27", "R-11-08", "R-11-09"}
    assert left <= report.not_applicable.keys()


@pytest.mark.parametrize("rule", PAYLOAD_RULES)
def test_規則に反する申請はその規則の番号で見つかる(catalog: Catalog, rule: str) -> None:
    assert rule in CHECKS
    for number, (programme, broken) in enumerate(BROKEN[rule]):
        body = broken
        if not isinstance(broken, bytes):
            made = base(catalog, programme)
            broken(made)
            body = body_of(made)
        report = check(catalog, programme, body)
        assert report.broken == [rule], (number, report.breaches)
        found = next(each for each in RULES if each.id == rule)
        for breach in report.breaches:
            assert breach.why == found.sentence
            assert breach.what.endswith("。")
            assert breach.how.endswith("。")
            assert breach.place
        assert report.holds == (found.level == "should")


def test_個人事業主の番号は法人番号と同じ検査数字でもよい(catalog: Catalog) -> None:
    made = base(catalog, "04") | {"business": {"sole_proprietor_key": made_up_number(3)}}
    made["items"]["business_identity.organization_type"] = None
    for entity_class in (None, "sole_proprietor"):
        made["items"]["business_identity.entity_class"] = entity_class
        assert "R-06-03" in check(catalog, "04", body_of(made)).held


def test_審査の結果は申請状態と組になる(catalog: Catalog) -> None:
    for status, result in (("adopted", "certified"), ("not_adopted", "not_adopted")):
        made = base(catalog, "04") | {"status": status}
        made["items"]["filing_header.result"] = result
        assert "R-08-11" in check(catalog, "04", body_of(made)).held
    for status in ("filed", "withdrawn"):
        bare = minimal_filing(catalog, "04") | {"status": status}
        bare["items"] = {"filing_header.result": "adopted"}
        assert "R-08-11" in check(catalog, "04", body_of(bare)).broken


def test_すべての規則が四つの組のどれか一つに入る(catalog: Catalog) -> None:
    for body in (body_of(base(catalog, "04")), b"{", b"[]"):
        report = check(catalog, "04", body)
        groups = [report.broken, report.held, report.not_applicable, report.no_program]
        assert sorted(rule for each in groups for rule in each) == [rule.id for rule in RULES]
        assert list(report.no_program) == [rule.id for rule in RULES if rule.program == "none"]


def _said(module: Any) -> set[str]:
    """Whatever a module says in a fault: the argument before the last."""
    tree = ast.parse(Path(module.__file__).read_text("utf-8"))
    found = set()
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or len(node.args) < 2:
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        if name == "Fault" or name.endswith("_fault"):
            what = node.args[-2]
            if isinstance(what, ast.JoinedStr):
                what = what.values[-1]
            if isinstance(what, ast.Constant):
                found.add(what.value)
    return found


def test_受付の誤りの文はすべて規則に結び付いている() -> None:
    said = set().union(*map(_said, (content, header, payload, attachments, value)))
    said = {each for each in said if each.endswith("。")} - {" を読めません。"}
    assert len(said) > 25
    assert said <= blame.RULES.keys()
    ids = {rule.id for rule in RULES}
    assert {rule for rule in blame.RULES.values() if rule} <= ids


def test_多くの申請では何件目かを言い_版の並びも見る(catalog: Catalog) -> None:
    first, second, third = (base(catalog, "04") for _ in range(3))
    second["version"], third["version"] = 2, 4
    third["items"]["business_identity.capital_yen"] = "たくさん"
    lines = b"\n".join(map(body_of, (first, second, third))) + b"\n"
    as_list = b"[" + b",".join(map(body_of, (first, second, third))) + b"]"
    for body in (lines, as_list):
        report = check(catalog, "04", body)
        assert report.filings == 3
        assert {(each.rule, each.filing) for each in report.breaches} == {
            ("R-08-08", 3),
            ("R-10-13", 3),
        }
    held = check(catalog, "04", b"\n".join(map(body_of, (first, second))))
    assert "R-08-08" in held.held
    other = base(catalog, "04") | {
        "business": {"corporate_number": made_up_number(5)},
        "version": 2,
    }
    mixed = check(catalog, "04", b"\n".join(map(body_of, (first, other))))
    assert mixed.broken == ["R-08-08"]


def test_読めない行があっても最後まで調べる(catalog: Catalog) -> None:
    good = body_of(base(catalog, "04"))
    report = check(catalog, "04", b"\n".join([good, b"{", good]))
    assert [(each.rule, each.filing) for each in report.breaches] == [("R-08-04", 2)]


def test_値のある項目の割合を汎用と制度固有に分けて言う(catalog: Catalog) -> None:
    report = check(catalog, "04", body_of(base(catalog, "04")))
    form = catalog.form("04")
    for domain, share in report.coverage.items():
        assert share.of == sum(item.domain == domain for item in form)
        assert 0 < share.covered < share.of
    assert len(report.missing) == len(form) - sum(s.covered for s in report.coverage.values())


def test_何行目かは空の行があっても合う(catalog: Catalog) -> None:
    made = base(catalog, "04")
    late = PERIOD | {"finance.period_starts_on": "2025-04-01"}
    made["groups"]["financial_statement"] = [{}, late]
    [breach] = check(catalog, "04", body_of(made)).breaches
    assert breach.place.startswith("groups.financial_statement の2行目")


def test_合計は受領証の警告と同じ計算で調べる(catalog: Catalog) -> None:
    made = base(catalog, "04")
    without_amount = {"expense.line_number": 2, "expense.quantity": 1}
    made["items"]["expense.sum_total_yen"] = 1
    made["groups"]["expense_line"] = [LINE, without_amount]
    assert "R-10-24" in check(catalog, "04", body_of(made)).not_applicable
    made["groups"] = {
        "financial_statement": [{}, PERIOD | {"finance.gross_profit_yen": 21_997_999}]
    }
    [breach] = check(catalog, "04", body_of(made)).breaches
    assert breach.place == "groups.financial_statement の2行目 finance.gross_profit_yen"
    assert breach.how.endswith("となるように書きます(差は 2,000円 まで)。")
    made["groups"]["financial_statement"][1]["finance.gross_profit_yen"] += 1
    assert check(catalog, "04", body_of(made)).breaches == []


def test_誤りの文に値と人を示す番号は出ない(catalog: Catalog) -> None:
    made = base(catalog, "04") | {"filing_number": "taro@example.jp"}
    made["items"]["business_identity.capital_yen"] = "ひみつの値"
    said = json.dumps(
        [
            [each.place, each.what, each.how, each.filing_number]
            for each in check(catalog, "04", body_of(made)).breaches
        ],
        ensure_ascii=False,
    )
    assert "taro" not in said
    assert "ひみつ" not in said


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(data=st.data())
@settings(max_examples=150, deadline=None)
def test_どんな値でも最後まで調べる(data: st.DataObject) -> None:
    catalog = load_catalog()
    made = base(catalog, "04")
    places = [
        made,
        made["items"],
        made["consent"],
        made["groups"],
        made["groups"]["expense_line"][0],
    ]
    for place in [*places, *made["attachments"]]:
        key = data.draw(st.sampled_from([*place, "unknown"]))
        place[key] = data.draw(JSON_VALUES)
    report = examine(catalog, "04", [body_of(made)], {"file_1.pdf": b"%PDF-1"}, moment=MOMENT)
    assert report.breaches
