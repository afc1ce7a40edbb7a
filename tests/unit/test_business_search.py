"""The search form of a name, and its bigrams."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirasapo.business.search import grams, index_terms, normalise


@pytest.mark.parametrize(
    "name",
    [
        "株式会社ヤマダ製作所",
        "㈱やまだ製作所",
        "(株)ヤマダ・製作所",
        "（株）ヤマダ　製作所",
        "ﾔﾏﾀﾞ製作所 株式会社",
        "やまた゛製作所㍿",
    ],
)
def test_表記が違っても同じ形になる(name: str) -> None:
    assert normalise(name) == "ヤマダ製作所"


def test_英字は大文字の半角になる() -> None:
    assert normalise("ａbc工業㈲") == "ABC工業"


def test_法人格だけの名前は空にならない() -> None:
    assert normalise("株式会社") == "株式会社"


@given(st.text())
def test_二度掛けても変わらない(name: str) -> None:
    once = normalise(name)
    assert normalise(once) == once


@given(st.text())
def test_二文字組は符号付き32ビットに収まり並んでいる(name: str) -> None:
    packed = grams(name)
    assert packed == sorted(set(packed))
    assert all(-(2**31) <= gram < 2**31 for gram in packed)


@given(st.text(min_size=2), st.integers(min_value=0), st.integers(min_value=0))
def test_部分文字列の二文字組は全体に含まれる(name: str, start: int, length: int) -> None:
    start %= len(name)
    part = name[start : start + 2 + length % len(name)]
    assert set(grams(part)) <= set(grams(name))


def test_詰め方は決めたとおり() -> None:
    assert grams("山田") == [(ord("山") << 16 | ord("田")) - 2**31]
    assert grams("山") == []


def test_基本面の外の字も同じ字はいつも同じになる() -> None:
    assert grams("𠮷野") == grams("𠮷野")
    assert grams("𠮷野") != grams("吉野")


def test_登記の名前とカナを合わせて索引にする() -> None:
    search_name, packed = index_terms("株式会社山田製作所", "ヤマダセイサクショ")
    assert search_name == "山田製作所"
    assert set(grams("山田製作所")) | set(grams("ヤマダセイサクショ")) == set(packed)
