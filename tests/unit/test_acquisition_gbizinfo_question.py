"""What is asked of gBizINFO for numbers, how a search is divided, and numbers out of files."""

from __future__ import annotations

from datetime import date

import pytest

from mirasapo.acquisition.gbizinfo.contract import search_parameters
from mirasapo.acquisition.gbizinfo.numbers import read_numbers
from mirasapo.acquisition.gbizinfo.question import (
    Question,
    divided,
    search_question,
    update_questions,
)
from mirasapo.errors import BadInput
from tests.register_rows import number


def _asked(**asked):
    return Question(tuple(sorted(asked.items())))


def test_a_question_is_found_again_by_its_name():
    for question in (_asked(name="架空"), *update_questions(date(2024, 1, 1), date(2024, 1, 2))):
        assert Question.named(question.name) == question
        assert Question.named(question.next_page.name).page == 2


@pytest.mark.parametrize("version", ["v1", "v2"])
def test_every_parameter_of_the_contract_may_be_asked(version):
    values = {"prefecture": "13", "city": "101", "exist_flg": "true"}
    for name in search_parameters(version):
        words = {name: values.get(name, "1")} | ({"prefecture": "13"} if name == "city" else {})
        question, chosen = search_question([f"{each}={value}" for each, value in words.items()])
        assert dict(question.asked) == words
        assert name in search_parameters(chosen)


def test_the_version_is_the_one_that_knows_all_names():
    assert search_question(["name=架空"])[1] == "v2"
    assert search_question(["name=架空", "sales_area=D1"])[1] == "v1"


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["name"], "名前=値"),
        (["name="], "名前=値"),
        (["name=a", "name=b"], "二度"),
        (["page=2"], "にない名前"),
        (["sales_area=D1", "patent=x"], "v1 だけにある sales_area"),
        (["capital_stock_from=-1"], "0以上"),
        (["capital_stock_to=1億"], "0以上"),
        (["prefecture=48"], "都道府県コード"),
        (["city=101"], "市区町村コード"),
        (["prefecture=13", "city=999"], "市区町村コード"),
    ],
)
def test_a_search_that_is_none(words, why):
    with pytest.raises(BadInput, match=why):
        search_question(words)


def test_what_changed_is_asked_of_the_record_and_of_every_part():
    questions = update_questions(date(2024, 1, 1), date(2024, 1, 31))
    assert [each.part for each in questions][:2] == ["", "certification"]
    assert len(questions) == 9
    assert dict(questions[0].asked) == {"from": "20240101", "to": "20240131"}
    assert len(update_questions(date(2024, 1, 1), date(2024, 1, 1), "v1")) == 8
    with pytest.raises(BadInput, match="終わりの日"):
        update_questions(date(2024, 1, 2), date(2024, 1, 1))


def test_a_search_is_divided_until_it_cannot_be():
    question, names, said = _asked(name="架空"), [], []
    while (division := divided(question, 2024)).questions:
        names += [*(dict(division.questions[0].asked).keys() - dict(question.asked).keys())]
        said.append(bool(division.missed))
        assert len({each.name for each in division.questions}) == len(division.questions)
        assert all(each.page == 1 for each in division.questions)
        question = division.questions[-1]
    assert names == ["prefecture", "city", "corporate_type", "exist_flg", "founded_year"]
    assert said == [True, True, False, False, True]  # who has no such place or year is not found
    assert len(divided(_asked(name="架空")).questions) == 47
    assert len(divided(_asked(prefecture="13")).questions) == 62


def test_listed_values_are_asked_one_by_one_first():
    division = divided(_asked(corporate_type="301,302", prefecture="13"))
    assert [dict(each.asked)["corporate_type"] for each in division.questions] == ["301", "302"]
    assert division.missed == ""


# ── numbers out of files ──────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
def test_numbers_of_a_file(tmp_path, encoding):
    path = tmp_path / "numbers.csv"
    wide = number(2).translate({ord("0") + each: ord("\uff10") + each for each in range(10)})
    text = f"法人番号,名称\r\n{number(1)},株式会社甲\r\n\r\n{wide}\r\n{number(1)}\r\n"
    path.write_bytes(text.encode(encoding))
    assert read_numbers(path) == [number(1), number(2)]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "一つもありません"),
        (b"1234567890123\n", "1行目"),
        (f"{number(1)}\n5.01E+12\n".encode(), "2行目"),
        (b"a\x81\n", "文字コード"),
    ],
)
def test_a_file_that_has_no_numbers(tmp_path, content, why):
    path = tmp_path / "numbers.csv"
    path.write_bytes(content)
    with pytest.raises(BadInput, match=why):
        read_numbers(path)
    with pytest.raises(BadInput, match="ファイルがない"):
        read_numbers(tmp_path / "nothing.csv")
