"""What `mirasapo map` proposes for headers as systems write them: often right, and never sure and wrong."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest

from mirasapo.catalog import Catalog, Item, sample_value
from mirasapo.intake.export.fields import Field, fields_of
from mirasapo.intake.export.grid import Grid, Line
from mirasapo.intake.export.labels import heading
from mirasapo.intake.export.proposal import LIKELY, SURE, Proposal, propose
from mirasapo.intake.export.table import Header, table_of
from tests.factories import made_up_number

ROWS = 8
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
# headings that are no item of any form, as every export has some
DISTRACTORS = [
    "備考",
    "ステータス更新者",
    "通し番号",
    "審査メモ",
    "更新日時",
    "担当課",
    "採点合計",
    "内部管理区分",
]

Style = Callable[[Field, int], str]


def plain_label(field: Field, _number: int) -> str:
    return field.label


def numbered(field: Field, number: int) -> str:
    sign = chr(0x2460 + number) if number < 20 else f"({number})"
    return f"{sign}{field.label}"


def sectioned(field: Field, _number: int) -> str:
    return f"{field.section}_{field.label}"


def bracketed(field: Field, _number: int) -> str:
    unit = f"（{field.item.unit}）" if field.item is not None and field.item.unit else ""
    return f"【{field.section}】{field.label}{unit}".translate(WIDE)


def dotted(field: Field, number: int) -> str:
    return f"{number + 1}. {field.section}/{field.label}(必須)"


STYLES: list[Style] = [plain_label, numbered, sectioned, bracketed, dotted]

# headings of a system like jGrants, written by hand with what each means; "": nothing of the form
BY_HAND: dict[str, dict[str, str]] = {
    "04": {
        "申請番号": "@filing_number",
        "GビズIDアカウント管理番号": "business_identity.gbizid_account_id",
        "申請者情報_法人番号": "@business.corporate_number",
        "事業者名": "business_identity.trade_name",
        "商号または名称（フリガナ）": "business_identity.trade_name_kana",
        "資本金（円）": "business_identity.capital_yen",
        "設立日": "business_identity.established_on",
        "ホームページURL": "business_identity.website_url",
        "①補助事業計画名": "subsidy_project.title",
        "自己資金額[千円]": "funding.own_yen",
        "担当者メモ": "",
        "承認日": "",
        "電話": "",
        "氏名": "",
    },
    "01": {
        "受付日": "",
        "法人番号": "@business.corporate_number",
        "屋号": "business_identity.shop_name",
        "会社名": "business_identity.trade_name",
        "資本金の額（円）": "business_identity.capital_yen",
        "HP": "business_identity.website_url",
        "備考欄": "",
        "住所": "",
    },
    "13": {
        "申請年月日": "@filed_on",
        "法人番号": "@business.corporate_number",
        "企業名": "business_identity.trade_name",
        "資本金": "business_identity.capital_yen",
        "更新者": "",
        "処理区分": "",
    },
    "15": {
        "申請日": "@filed_on",
        "【申請者】法人番号": "@business.corporate_number",
        "商号": "business_identity.trade_name",
        "メモ": "",
        "電話番号": "",
    },
}


def cell(item: Item | None, key: str, rng: random.Random, thousands: bool) -> str:
    """A value as an export writes it."""
    if key == "@business.corporate_number":
        return made_up_number(rng.randrange(10**9))
    if item is None:
        return {"@filed_on": "2022/05/07", "@version": "1", "@fiscal_year": "2022"}.get(
            key, f"A-{rng.randrange(99)}"
        )
    value = sample_value(item, rng)
    value = value[0] if isinstance(value, list) else value
    if isinstance(value, bool):
        return "はい" if value else "いいえ"
    if item.codes is not None:
        return item.codes.codes[value]
    if isinstance(value, int):
        return f"{value // 1000 if thousands else value:,}"
    return str(value).replace("-", "/") if item.type == "date" else str(value)


def proposed(
    catalog: Catalog, programme: str, heads: dict[str, str], seed: int
) -> dict[str, Proposal]:
    rng = random.Random(seed)
    fields = fields_of(catalog, programme)
    lines = [Line(1, tuple(heads))]
    for number in range(ROWS):
        cells = []
        for name, key in heads.items():
            field = fields.get(key)
            item = None if field is None else field.item
            cells.append(cell(item, key, rng, "千円" in name) if key else f"メモ{rng.randrange(9)}")
        lines.append(Line(number + 2, tuple(cells)))
    table = table_of(Grid(tuple(lines), encoding="utf-8", delimiter=","), Header(1))
    return {each.column: each for each in propose(catalog, programme, table)}


def synthetic(catalog: Catalog, programme: str, style: Style, seed: int) -> dict[str, str]:
    """Forty fields of the form under headings of one style, among headings that are none of it."""
    rng = random.Random(seed)
    usable = [
        each
        for each in fields_of(catalog, programme).values()
        if (each.item is not None and each.item.type not in {"file", "datetime"})
        or each.key in {"@filing_number", "@filed_on", "@business.corporate_number"}
    ]
    heads: dict[str, str] = {}
    for number, field in enumerate(rng.sample(usable, 40)):
        heads.setdefault(style(field, number), field.key)
    return heads | dict.fromkeys(rng.sample(DISTRACTORS, 4), "")


def counts(found: dict[str, Proposal], truth: dict[str, str]) -> tuple[int, int, int, list[Any]]:
    """Right ones, made ones, those to be found, and what was sure and wrong."""
    made = {name: each for name, each in found.items() if each.field is not None}
    right = sum(each.field.key == truth[name] for name, each in made.items())
    wrong = [
        (name, each.field.key, truth[name], each.confidence)
        for name, each in made.items()
        if each.confidence >= SURE and each.field.key != truth[name]
    ]
    return right, len(made), sum(map(bool, truth.values())), wrong


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.__name__)
def test_a_proposal_is_often_right_and_never_sure_and_wrong(catalog: Catalog, style: Style) -> None:
    right = made = wanted = 0
    for number, programme in enumerate(("01", "03", "04", "05", "08", "10", "13", "15")):
        truth = synthetic(catalog, programme, style, seed=number)
        found = proposed(catalog, programme, truth, seed=number)
        good, all_made, all_wanted, wrong = counts(found, truth)
        assert wrong == [], programme
        right, made, wanted = right + good, made + all_made, wanted + all_wanted
    precision, recall = right / made, right / wanted
    print(f"{style.__name__}: precision {precision:.3f}, recall {recall:.3f} of {wanted}")  # noqa: T201
    assert precision >= 0.95
    assert recall >= 0.8


@pytest.mark.parametrize("programme", BY_HAND)
def test_headings_written_by_hand(catalog: Catalog, programme: str) -> None:
    truth = BY_HAND[programme]
    right, made, wanted, wrong = counts(proposed(catalog, programme, truth, seed=1), truth)
    assert wrong == []
    assert right / made >= 0.85
    assert right / wanted >= 0.75


def test_two_columns_never_become_one_item(catalog: Catalog) -> None:
    heads = {
        "資本金": "business_identity.capital_yen",
        "資本金の額": "business_identity.capital_yen",
    }
    found = proposed(catalog, "04", heads, seed=1)
    assert [each.field for each in found.values()] == [None, None]
    assert all("business_identity.capital_yen" in each.others for each in found.values())


def test_values_that_contradict_a_label_leave_it_open(catalog: Catalog) -> None:
    lines = [Line(1, ("資本金", "申請日")), *(Line(n, ("なし", "未定")) for n in range(2, 9))]
    table = table_of(Grid(tuple(lines)), Header(1))
    assert [each.field for each in propose(catalog, "04", table)] == [None, None]


def test_without_values_nothing_is_sure(catalog: Catalog) -> None:
    lines = [Line(1, ("資本金または出資の額", "申請日")), Line(2, ("", ""))]
    found = propose(catalog, "04", table_of(Grid(tuple(lines)), Header(1)))
    assert all(LIKELY <= each.confidence < SURE for each in found) or not found


@pytest.mark.parametrize(
    ("text", "label", "sections", "unit", "row"),
    [
        ("①法人番号", "法人番号", (), None, None),
        ("【基本情報】資本金（千円）", "資本金", ("基本情報",), "千円", None),
        ("3-2. 申請者情報_電話番号(必須)", "電話番号", ("申請者情報",), None, None),
        ("役員①_役職", "役職", ("役員",), None, 1),
        ("株主２/氏名または名称", "氏名または名称", ("株主",), None, 2),
        ("商号または名称(カナ)", "商号または名称(カナ)", (), None, None),
        ("", "", (), None, None),
    ],
)
def test_a_heading_is_taken_apart(
    text: str, label: str, sections: tuple[str, ...], unit: str | None, row: int | None
) -> None:
    found = heading(text)
    assert (found.label, found.sections, found.unit, found.row) == (label, sections, unit, row)
