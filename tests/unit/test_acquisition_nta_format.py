"""One register row: what is taken over, and each reason to refuse it."""

from __future__ import annotations

import pytest

from mirasapo.acquisition.nta.format import LAYOUTS, Codes, Unreadable, fidelity_of, read_row
from tests.register_rows import deleted, number, row


@pytest.fixture(scope="module")
def codes(catalog):
    return Codes.of(catalog)


def test_row_in_our_columns(codes):
    fields = row(
        7,
        name_en="Kaku Mihon Inc.",
        city_en="2-1, Higashimachi, Tottori shi",
        prefecture_en="Tottori",
    )
    read = read_row(fields, 30, codes)
    assert read.corporate_number == number(7)
    assert read.sequence_number == 1
    assert read.local_government_code == "312011"
    assert read.address_en == "2-1, Higashimachi, Tottori shi, Tottori"
    assert read.kana == "カクウミホン"
    assert (read.closed_on, read.successor_number, read.address_outside) == (None, None, None)
    assert read.out_of_search is False


@pytest.mark.parametrize("layout", LAYOUTS)
def test_shorter_layout_says_less_and_the_same(codes, layout):
    full, short = read_row(row(1), 30, codes), read_row(row(1, layout), layout, codes)
    assert short.name == full.name
    assert short.kana == (full.kana if layout == 30 else None)
    assert short.out_of_search is False


def test_body_abroad_has_no_area(codes):
    fields = row(1, prefecture="", city="", street="", prefecture_code="", city_code="")
    assert read_row(fields, 30, codes).local_government_code is None


def test_deleted_body_keeps_number_and_dates_only(codes):
    read = read_row(deleted(3), 30, codes)
    assert (read.corporate_number, read.process, read.updated_on) == (number(3), "99", "2021-07-14")
    assert read.name == ""
    assert read.out_of_search is True
    assert (read.kind, read.street, read.kana) == (None, None, None)


def test_search_mark(codes):
    assert read_row(row(1, hihyoji="1"), 30, codes).out_of_search is True


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"number": "1000000000000"}, "検査用数字"),
        ({"number": "910000000001"}, "13桁"),
        ({"number": "１２３４５６７８９０１２３"}, "13桁"),
        ({"sequence": "x"}, "一連番号"),
        ({"sequence": "9" * 30}, "一連番号"),
        ({"process": "02"}, "処理区分"),
        ({"correct": ""}, "訂正区分"),
        ({"updated": "2021-02-30"}, "更新年月日"),
        ({"updated": "20210714"}, "更新年月日"),
        ({"changed": "2021/07/01"}, "変更年月日"),
        ({"name": ""}, "商号又は名称"),
        ({"name": "見本\x00"}, "制御文字"),
        ({"kind": "300"}, "法人種別"),
        ({"prefecture": "鳥取"}, "都道府県名"),
        ({"prefecture_code": "32"}, "都道府県名"),
        ({"city_code": "2O1"}, "市区町村コード"),
        ({"postal_code": "680-0011"}, "郵便番号"),
        ({"closed": "2021-13-01"}, "閉鎖等年月日"),
        ({"close_cause": "99"}, "閉鎖等の事由"),
        ({"successor": "1000000000000"}, "承継先法人番号"),
        ({"assigned": ""}, "法人番号指定年月日"),
        ({"latest": "2"}, "最新履歴"),
        ({"hihyoji": ""}, "検索対象除外"),
    ],
)
def test_refused_with_the_reason(codes, changed, why):
    with pytest.raises(Unreadable, match=why):
        read_row(row(1, **changed), 30, codes)


def test_missing_column_is_refused(codes):
    with pytest.raises(Unreadable, match="列数が29"):
        read_row(row(1)[:-1], 30, codes)


def test_refusal_repeats_no_value(codes):
    with pytest.raises(Unreadable) as refusal:
        read_row(row(1, name="秘密の名前", kind="300"), 30, codes)
    assert "秘密" not in str(refusal.value)


def test_fuller_row_has_more_fidelity(codes):
    full, short = read_row(row(1), 30, codes), read_row(row(1, 23), 23, codes)
    assert fidelity_of(full) > fidelity_of(short)


@pytest.mark.parametrize(
    ("original", "substitute"),
    [
        ("飛驒", "飛騨"),
        ("永鑫", "永＿"),
        ("島﨑", "島崎"),
        ("Ｋ鉃", "Ｋ＿"),
        ("𠀋", "＿"),
        ("峠", "＿"),
    ],
)
def test_original_spelling_has_more_fidelity_than_its_substitute(codes, original, substitute):
    first, second = (
        read_row(row(1, name=f"株式会社{name}"), 30, codes) for name in (original, substitute)
    )
    assert fidelity_of(first) > fidelity_of(second)


@pytest.mark.parametrize("sign", list("－～∥￠￡￢―"))
def test_signs_that_both_encodings_have_do_not_count(codes, sign):
    with_sign, without = (
        read_row(row(1, street=f"東町{char}１"), 30, codes) for char in (sign, "ー")
    )
    assert fidelity_of(with_sign) == fidelity_of(without)


def test_reader_and_mapping_agree_on_every_column(codes, catalog):
    fields = row(
        1,
        closed="2021-07-10",
        close_cause="11",
        successor=number(2),
        change_detail="架空の合併",
        outside="架空国",
        name_en="Kaku",
    )
    read = read_row(fields, 30, codes)
    compared = 0
    for field in catalog.mappings["nta"]:
        column = field.columns["register_column"]
        if field.convert in {"code", "text", "day"}:
            assert getattr(read, column) == (fields[int(field.columns["position"]) - 1] or None)
            compared += 1
    assert compared > 10
