"""The data model holds what the report counts, and every item has its place."""

from __future__ import annotations

from collections import Counter

import pytest

from mirasapo.catalog import Catalog, Policy
from mirasapo.catalog.load import load_catalog
from mirasapo.catalog.model import MASTER_POLICIES, MASTER_UNITS
from mirasapo.catalog.survey import PROVISIONS, SYSTEMS
from mirasapo.errors import NotFound


def test_汎用443項目と制度固有802項目で1245項目である(catalog: Catalog) -> None:
    domains = Counter(item.domain for item in catalog.items)
    assert domains == {"generic": 443, "specific": 802}
    assert len(catalog.items) == 1245


def test_調査は103制度から24制度_優先度別に16と3と5に絞られた(catalog: Catalog) -> None:
    survey = catalog.survey
    assert (survey.surveyed, survey.digitised, survey.useful) == (103, 53, 24)
    assert survey.set_aside == 29
    assert {each.label_ja: len(each.programmes) for each in survey.priorities} == {
        "高": 16,
        "中": 3,
        "低": 5,
    }
    named = [name for each in survey.priorities for name in each.programmes]
    assert len(set(named)) == 24
    assert survey.priorities[0].programmes == tuple(
        form.name_ja for form in catalog.programmes.values()
    )
    assert "中小企業診断士システム" in survey.priorities[1].programmes
    assert not any("継承" in name for name in named)


# The report's table: 利用システム, 統合状況, 二次利用の可否, API 提供状況, how many API取得情報.
SURVEYED = """
01 jGrants                   ○ × ×※ 0
02 jGrants                   ○ × ×※ 0
03 個別システム              ○ × ×  0
04 jGrants(一部_個別システム) ○ × ×※ 0
05 jGrants(一部_個別システム) ○ × ×※ 0
06 個別システム              ○ ○ △  5
07 jGrants                   ○ × ×※ 0
08 jGrants                   ○ × ×※ 0
09 jGrants                   ○ × ×※ 0
10 jGrants                   ○ × ×※ 0
11 jGrants                   ○ × ×※ 0
12 個別システム              ○ × ×  0
13 個別システム              ○ × △  9
14 個別システム              ○ × ×  0
15 個別システム              ○ × ×  0
16 個別システム(予定)        ○ × ×  0
"""


def test_16制度の調査結果は報告書の表のとおりである(catalog: Catalog) -> None:
    marks = {True: "○", False: "×"}
    assert [
        [
            form.code,
            SYSTEMS[form.system].replace(" ", "_"),
            marks[form.in_data_model],
            marks[form.secondary_use_2021],
            PROVISIONS[form.provides_api],
            str(len(form.api_information)),
        ]
        for form in catalog.programmes.values()
    ] == [line.split() for line in SURVEYED.strip().splitlines()]


@pytest.mark.parametrize("field", ["key", "number", "definition"])
def test_項目の鍵と番号と定義は一つずつである(catalog: Catalog, field: str) -> None:
    assert len({getattr(item, field) for item in catalog.items}) == 1245


@pytest.mark.parametrize("field", ["label_ja", "label_en"])
def test_項目の名称はカテゴリの中で一つずつである(catalog: Catalog, field: str) -> None:
    assert len({(item.category, getattr(item, field)) for item in catalog.items}) == 1245


def test_項目は番号順に並ぶ(catalog: Catalog) -> None:
    assert [item.number for item in catalog.items] == [
        *(f"G{n:04}" for n in range(1, 444)),
        *(f"S{n:04}" for n in range(1, 803)),
    ]


def test_データ区分は13区分のすべてに項目がある(catalog: Catalog, policy: Policy) -> None:
    assert {item.data_class for item in catalog.items} == set(policy.data_classes)


@pytest.mark.parametrize(
    ("key", "data_class"),
    [
        ("business_identity.trade_name", 1),
        ("business_identity.employee_count", 1),
        ("industry_business.main_industry_middle", 1),
        ("registered_address.prefecture", 1),
        ("representative.family_name", 1),
        ("advanced_collaboration.member_name", 2),
        ("shareholder.name", 3),
        ("intellectual_property.title", 3),
        ("local_benchmark_nonfinancial.supplier_name", 3),
        ("succession_plan.intention", 4),
        ("contact_person.email", 5),
        ("finance.net_sales_yen", 6),
        ("local_benchmark_financial.total_score", 6),
        ("management_improvement.market", 7),
        ("subsidy_project.title", 8),
        ("grant_lifecycle.decision_yen", 8),
        ("sapoin.interim_evaluation", 9),
        ("grant_procurement.received_subsidy_title", 10),
        ("filing_header.call_round", 10),
        ("yorozu.true_issue", 11),
        ("support_institution.name", 12),
        ("support_institution.support_content", 13),
    ],
)
def test_データ区分は項目の意味で決まる(catalog: Catalog, key: str, data_class: int) -> None:
    assert catalog.item(key).data_class == data_class


@pytest.mark.parametrize(
    "key",
    [
        "succession_plan.successor_name",
        "sapoin.researcher_name",
        "succession_subsidy.predecessor_sales_yen",
        "yorozu.coordinator_name",
        "expert_dispatch.expert_name",
    ],
)
def test_第三者の情報は別の位のビットを持つ(catalog: Catalog, key: str) -> None:
    item = catalog.item(key)
    assert item.third_party
    assert item.bit == 1 << (item.data_class - 1) << 13


def test_事業者自身の項目のビットはデータ区分の位にある(catalog: Catalog) -> None:
    assert catalog.item("business_identity.trade_name").bit == 0b1
    assert catalog.item("finance.net_sales_yen").bit == 0b100000


def test_登記の項目は登記が優先する(catalog: Catalog) -> None:
    registry = {item.column for item in catalog.items if item.master_policy == "registry"}
    assert {"corporate_number", "trade_name", "full_address"} <= registry
    assert "website_url" not in registry


def test_制度固有の項目はマスタを更新しない(catalog: Catalog) -> None:
    specific = {item.master_policy for item in catalog.items if item.domain == "specific"}
    assert specific == {"never"}
    assert {item.master_policy for item in catalog.items} == set(MASTER_POLICIES)
    assert {item.master_unit for item in catalog.items} == set(MASTER_UNITS)


def test_財務は決算年月日が行の鍵である(catalog: Catalog) -> None:
    table = catalog.table("financial_statement")
    assert [item.column for item in table.row_key_items] == ["fiscal_closed_on"]
    kept = {item.column for item in table.items if item.master_policy == "never"}
    assert kept == {"period_class"}  # counted from the day of the filing
    assert {item.master_policy for item in table.items if item.column not in kept} == {"period"}
    assert table.repeated
    assert table.in_master


def test_一回だけの項目と繰り返す項目は別の表になる(catalog: Catalog) -> None:
    single, rows = catalog.table("officer"), catalog.table("officer_row")
    assert (single.repeated, rows.repeated) == (False, True)
    assert not single.row_key_items
    assert {item.entity for item in (*single.items, *rows.items)} == {"officer"}


def test_登記の住所と主たる事業所の住所は別の表である(catalog: Catalog) -> None:
    assert len(catalog.table("registered_address").items) == 12
    assert len(catalog.table("main_office_address").items) == 7


def test_申請の見出しと添付はマスタに入らない(catalog: Catalog) -> None:
    assert not catalog.table("header").in_master
    assert not catalog.table("attachment_row").in_master
    assert catalog.item("filing_header.filed_on").table == "header"


def test_すべての項目がちょうど一つの表にある(catalog: Catalog) -> None:
    placed = [item.key for table in catalog.tables for item in table.items]
    assert sorted(placed) == sorted(item.key for item in catalog.items)
    assert all(catalog.table(item.table).domain == item.domain for item in catalog.items)
    assert max(len(table.name) for table in catalog.tables) <= 50


# 汎用と制度固有の項目数
FORMS = """
01 181 127
02 147 134
03 226 155
04 324 184
05 293 173
06 404  24
07 272 176
08 272 158
09 169 130
10 243 154
11 196 150
12 192  40
13 302  51
14 106  34
15 153  44
16 109  41
"""


@pytest.mark.parametrize("line", FORMS.strip().splitlines())
def test_制度の様式はその制度の項目からなる(catalog: Catalog, line: str) -> None:
    programme, generic, specific = line.split()
    form = catalog.form(programme)
    domains = Counter(item.domain for item in form)
    assert (domains["generic"], domains["specific"]) == (int(generic), int(specific))
    assert all(programme in item.programmes for item in form)


def test_同意の根拠は補助金と相談がみなし_行政手続が個別である(catalog: Catalog) -> None:
    individual = {p.code for p in catalog.programmes.values() if p.basis == "individual"}
    assert individual == {"13", "15", "16"}


def test_支援機関が事業者について出す制度がある(catalog: Catalog) -> None:
    by_institution = {p.code for p in catalog.programmes.values() if p.filed_by == "institution"}
    assert by_institution == {"12", "14"}


def test_コード表には版と出典がある(catalog: Catalog) -> None:
    for found in catalog.code_lists.values():
        assert found.revision
        assert found.source
        assert all(found.codes), found.name
        assert all(found.codes.values()), found.name
    assert len(catalog.code_lists["prefecture"].codes) == 47
    assert len(catalog.code_lists["jsic_major"].codes) == 20
    assert len(catalog.code_lists["jsic_middle"].codes) == 99
    assert len(catalog.code_lists["jsic_minor"].codes) == 530
    assert len(catalog.code_lists["jsic_detail"].codes) == 1460
    assert list(catalog.code_lists["programme"].codes) == list(catalog.programmes)


def test_ポリシーの番号のコード表はポリシーと同じである(catalog: Catalog, policy: Policy) -> None:
    for name, numbered in (
        ("policy_purpose", policy.purposes),
        ("policy_recipient", policy.recipients),
    ):
        assert catalog.code_lists[name].codes == {str(n): ja for n, ja in numbered.items()}


def test_コードは値でも名称でも見つかる(catalog: Catalog) -> None:
    kinds = catalog.code_lists["intellectual_property_type"]
    assert kinds.find("patent") == "patent"
    assert kinds.find("特許") == "patent"
    assert kinds.find("著作権") is None


def test_公表情報の表はgBizINFOの対応から決まる(catalog: Catalog) -> None:
    stems = [table.name for table in catalog.published_tables]
    assert {"business_profile", "financial_statement", "grant_history_received_subsidy"} <= set(
        stems
    )
    assert "officer" not in stems


def test_取り込まない項目には理由がある(catalog: Catalog) -> None:
    for fields in catalog.mappings.values():
        assert all(field.item is not None or field.note for field in fields)
    nta = catalog.mappings["nta"]
    assert [int(field.columns["position"]) for field in nta] == list(range(1, 31))
    assert Counter(field.columns["since_columns"] for field in nta) == {"23": 23, "28": 5, "30": 2}


@pytest.mark.parametrize(
    ("ask", "what"),
    [
        (lambda catalog: catalog.item("nobody.knows"), "データ項目"),
        (lambda catalog: catalog.table("nothing"), "表"),
        (lambda catalog: catalog.form("17"), "制度"),
    ],
)
def test_ないものを尋ねると文で断られる(catalog: Catalog, ask, what: str) -> None:
    with pytest.raises(NotFound) as refused:
        ask(catalog)
    assert refused.value.what == f"{what}が見つかりません。"
    assert refused.value.next_step


def test_一度読んだデータモデルは使い回される() -> None:
    assert load_catalog() is load_catalog()
