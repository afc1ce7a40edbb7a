"""The closed field lists of the policy (※4, ※5, ※6), field by field, and the notes ※1 to ※3."""

from __future__ import annotations

import json
import re

import pytest
import yaml

from mirasapo.catalog import Catalog, Policy, load_policy
from mirasapo.catalog.policy import PolicyField
from mirasapo.resources import real_data, resource

# 一覧 | 番号 | ポリシーの言葉 | 項目 (なければ、申請そのものが持つか、持っていない)
FIELDS = """
researcher/corporation | 1 | 法人番号 | business_identity.corporate_number
researcher/sole_proprietor | 1 | 企業名 | business_identity.trade_name business_identity.shop_name
researcher/sole_proprietor | 2 | 住所 | main_office_address.full_address
researcher/sole_proprietor | 3 | 代表者名 | representative.family_name representative.given_name
researcher/sole_proprietor | 4 | 電話番号 | contact_point.phone
researcher/common | 1 | 従業員数 | business_identity.employee_count
researcher/common | 2 | 資本金 | business_identity.capital_yen
researcher/common | 3 | 事業所数 | business_place.number
researcher/common | 4 | 設立年（個人事業主は創業年） | business_identity.established_on \
business_identity.founding_year
researcher/common | 5 | 都道府県 | registered_address.prefecture main_office_address.prefecture
researcher/common | 6 | 業種（主な業種、JSIC中分類） | industry_business.main_industry_major \
industry_business.main_industry_middle
researcher/common | 7 | 売上高 | finance.net_sales_yen
researcher/common | 8 | 経常利益 | finance.ordinary_income_yen
researcher/common | 9 | 付加価値額（粗利、減価償却費） | finance.value_added_yen finance.gross_profit_yen \
finance.depreciation_yen
researcher/common | 10 | 審査結果（採択/不採択） | filing_header.result
researcher/common | 11 | 審査点 |
researcher/common | 12 | 補助金名 | filing_header.programme_as_filed
researcher/common | 13 | 申請年度 |
researcher/common | 14 | 事業実施年度 |
researcher/common | 15 | 応募回 | filing_header.call_round
other_business | 1 | 法人名 | business_identity.trade_name
other_business | 2 | 都道府県 | registered_address.prefecture main_office_address.prefecture
other_business | 3 | 市区町村 | registered_address.city main_office_address.city
other_business | 4 | 事業計画名 | subsidy_project.title
other_business | 5 | 補助金名 | filing_header.programme_as_filed
other_business | 6 | 申請年度 |
other_business | 7 | 申請応募回 | filing_header.call_round
other_business | 8 | 採択 | filing_header.result
other_business | 9 | 支援機関名 | support_institution.name
open_data/subsidy | 1 | 法人番号 | business_identity.corporate_number
open_data/subsidy | 2 | 法人名 | business_identity.trade_name
open_data/subsidy | 3 | 都道府県 | registered_address.prefecture main_office_address.prefecture
open_data/subsidy | 4 | 市区町村 | registered_address.city main_office_address.city
open_data/subsidy | 5 | 事業計画名 | subsidy_project.title
open_data/subsidy | 6 | 補助金名 | filing_header.programme_as_filed
open_data/subsidy | 7 | 申請年度 |
open_data/subsidy | 8 | 申請応募回 | filing_header.call_round
open_data/subsidy | 9 | 採択 | filing_header.result
open_data/subsidy | 10 | 支援機関名 | support_institution.name
open_data/procedure | 1 | 認定等の事実 | certification.certification_title
open_data/procedure | 2 | 認定日 | certification.certified_on
"""
ROWS = [[part.strip() for part in line.split("|")] for line in FIELDS.strip().splitlines()]
COUNTS = {
    "researcher/corporation": 1,
    "researcher/sole_proprietor": 4,
    "researcher/common": 15,
    "other_business": 9,
    "open_data/subsidy": 10,
    "open_data/procedure": 2,
}
# 一覧 → (利用目的, 提供先)のます: 目的はどれか一つで足りる
CELLS = {"researcher": [(1, 4)], "other_business": [(7, 6), (8, 6)], "open_data": [(9, 8)]}
# ※4 は「採択発表時の公表情報」であり、次の項目の区分は表の提供先6に印がない。表の(9, 8)で公表されたものが渡る
OPEN_BY_PUBLICATION = {
    "subsidy_project.title": 8,
    "filing_header.programme_as_filed": 10,
    "filing_header.call_round": 10,
    "filing_header.result": 10,
}
ORIGINAL = {  # the names of the transcription of the original
    "researcher/corporation": ("researcher_fields", "法人"),
    "researcher/sole_proprietor": ("researcher_fields", "個人事業主"),
    "researcher/common": ("researcher_fields", "common"),
    "other_business": ("sme_recipient_fields",),
    "open_data/subsidy": ("open_data_fields_subsidy",),
    "open_data/procedure": ("open_data_fields_certification",),
}


def lists(policy: Policy) -> dict[str, tuple[PolicyField, ...]]:
    """All lists of the policy by the names above, whatever groups there are."""
    return {
        **{f"researcher/{group}": fields for group, fields in policy.researcher_fields.items()},
        "other_business": policy.other_business_fields,
        **{f"open_data/{group}": fields for group, fields in policy.open_data_fields.items()},
    }


ITEMS = [(row[0], key) for row in ROWS for key in row[3].split()]


@pytest.mark.parametrize("row", ROWS, ids=[f"{row[0]}-{row[1]}" for row in ROWS])
def test_項目はポリシーの言葉と順番のとおりである(row: list[str]) -> None:
    name, number, word, items = row
    field = lists(load_policy())[name][int(number) - 1]
    assert (field.name_ja, field.items) == (word, tuple(items.split()))


def test_一覧は閉じていて何も足されていない(policy: Policy) -> None:
    assert {name: len(fields) for name, fields in lists(policy).items()} == COUNTS
    assert len(ROWS) == sum(COUNTS.values())


@pytest.mark.parametrize(("name", "key"), ITEMS, ids=[f"{name}-{key}" for name, key in ITEMS])
def test_項目は表で開いたますにある(catalog: Catalog, policy: Policy, name: str, key: str) -> None:
    item = catalog.item(key)
    cells = CELLS[name.partition("/")[0]]
    opened = any((p, item.data_class, r) in policy.cells for p, r in cells)
    if name == "other_business" and key in OPEN_BY_PUBLICATION:
        assert not opened  # else it is no longer an exception
        assert item.data_class == OPEN_BY_PUBLICATION[key]
        assert (9, item.data_class, 8) in policy.cells
    else:
        assert opened
    assert not item.third_party


def test_他の事業者に渡る項目はすべて公表される項目である(policy: Policy) -> None:
    published = dict.fromkeys(policy.open_data_fields["subsidy"])
    assert [field for field in published if field in policy.other_business_fields] == list(
        policy.other_business_fields
    )


def test_書き写した一覧は原本と同じである() -> None:
    folder = real_data()
    if folder is None:
        pytest.skip("ポリシーの表の原本 (../shared/data/policy) がここにありません")
    original = json.loads((folder / "policy" / "data_policy_matrix.json").read_text("utf-8"))
    for name, path in ORIGINAL.items():
        listed = original
        for part in path:
            listed = listed[part]
        words = [row[2] for row in ROWS if row[0] == name]
        assert list(map(_plain, listed)) == list(map(_plain, words))


def _plain(word: str) -> str:
    """The transcription writes brackets and commas in half width."""
    return word.translate(str.maketrans("（）、", "(),"))


def test_注のある提供先だけが狭められている() -> None:
    """※1 and ※2 are the Agency's own decisions, ※3 the institution kinds, ※4 to ※6 the lists here."""
    text = (resource("rulebook") / "policy.yaml").read_text("utf-8")
    recipients = yaml.safe_load(text)["recipients"]
    notes = {
        number: re.findall("※[1-6]", row.get("narrowed_by", ""))
        for number, row in recipients.items()
    }
    assert notes == {
        1: [],
        2: [],
        3: ["※1"],
        4: ["※2", "※5"],
        5: ["※3"],
        6: ["※4"],
        7: [],
        8: ["※6"],
    }
