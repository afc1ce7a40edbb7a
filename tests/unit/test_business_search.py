"""The search form of a name, and its bigrams."""

from __future__ import annotations

import csv
import io
import sys
import zipfile
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirasapo.business.search import grams, index_terms, longest_kanji, normalise
from mirasapo.business.variants import fold_variants

SHARED = Path(__file__).parents[2].parent / "shared" / "data"


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


@pytest.mark.parametrize(
    ("written", "common"),
    [
        ("髙橋", "高橋"),
        ("山﨑", "山崎"),
        ("渡邉", "渡辺"),
        ("渡邊", "渡辺"),
        ("飛驒", "飛騨"),
        ("大橋生麵", "大橋生麺"),
        ("福德設備", "福徳設備"),
        ("鳳萊", "鳳莱"),
        ("𠮷野", "吉野"),
        ("濵田", "浜田"),
        ("嶋崎", "島崎"),
        ("丸㐂", "丸喜"),
        ("株式會社國分", "国分"),
    ],
)
def test_異体字は同じ形になる(written: str, common: str) -> None:
    assert normalise(written) == normalise(common) == common


@pytest.mark.parametrize("char", "書師玉歯真寿功禅麦着斎斉宍昼帥王")
def test_ふつうの字はほかの字にならない(char: str) -> None:
    assert fold_variants(char) == char


@given(st.text())
def test_異体字の畳み込みは長さを変えず_二度掛けても変わらない(text: str) -> None:
    once = fold_variants(text)
    assert len(once) == len(text)
    assert fold_variants(once) == once


def test_問い合わせの漢字は打ったとおりに覚える() -> None:
    assert longest_kanji("㈱山﨑工務店 ﾔﾏ") == "山﨑工務店"
    assert longest_kanji("ヤマザキ") == ""


@pytest.fixture
def real_names() -> Callable[[str], list[str]]:
    def reading(path: str) -> list[str]:
        source = SHARED / path
        if not source.exists():
            pytest.skip("実データ(../shared/data)がこの環境にありません")
        if source.suffix == ".zip":
            with zipfile.ZipFile(source) as archive:
                (member,) = (each for each in archive.namelist() if each.endswith(".csv"))
                return [
                    row[6] for row in csv.reader(io.TextIOWrapper(archive.open(member), "utf-8"))
                ]
        with source.open(encoding="utf-8", newline="") as stream:
            return [
                pair
                for row in csv.DictReader(stream)
                for pair in (row["name_in_utf8_file"], row["name_in_later_sjis_file"])
            ]

    return reading


def test_ShiftJISの置き換えとUTF8の綴りは同じ形になる(
    real_names: Callable[[str], list[str]],
) -> None:
    """Of the vectors those whose name was not changed, and whose character has a stand-in."""
    names = real_names("vectors/gaiji/utf8_vs_sjis.csv")
    pairs = list(zip(names[::2], names[1::2], strict=True))
    same = [
        (utf8, sjis)
        for utf8, sjis in pairs
        if "＿" not in sjis and sum(a != b for a, b in zip(utf8, sjis, strict=False)) < 3
    ]
    assert len(same) == 15
    assert [(a, b) for a, b in same if normalise(a) != normalise(b)] == []


def test_鳥取県の登記で_精度を落とさずに当たりが増える(
    real_names: Callable[[str], list[str]],
) -> None:
    """What folding joins in 16,211 names is 12 pairs, each the same but for variants."""
    names = sorted(set(real_names("nta/bulk/31_tottori_all_20160229.zip")))
    assert len(names) > 16_000
    common: dict[str, set[str]] = defaultdict(set)
    for name in names:
        common[fold_variants(name)].add(name)
    joined = [each for each in common.values() if len(each) > 1]
    found = {
        query: (
            sum(query in name for name in names),
            sum(fold_variants(query) in fold_variants(name) for name in names),
        )
        for query in ("高橋", "髙橋", "山崎", "山﨑", "渡辺", "渡邉", "浜田", "沢田", "中島", "国")
    }
    sys.stdout.write(f"joined {len(joined)} of {len(names)}: {found}\n")
    assert len(joined) == 12
    assert all(before <= after for before, after in found.values())
    assert found["山崎"][1] == found["山﨑"][1] > found["山崎"][0]


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
