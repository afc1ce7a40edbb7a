"""Which words of the sources mean that a support is there for a prefecture."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from mirasapo.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Mapping

EVERYWHERE = "全国"

AREAS: Mapping[str, str] = {
    "北海道地方": "北海道",
    "東北地方": "青森県 岩手県 宮城県 秋田県 山形県 福島県",
    "関東・甲信越地方": "茨城県 栃木県 群馬県 埼玉県 千葉県 東京都 神奈川県 新潟県 山梨県 長野県",
    "東海・北陸地方": "富山県 石川県 福井県 岐阜県 静岡県 愛知県 三重県",
    "近畿地方": "福井県 三重県 滋賀県 京都府 大阪府 兵庫県 奈良県 和歌山県",
    "中国地方": "鳥取県 島根県 岡山県 広島県 山口県",
    "四国地方": "徳島県 香川県 愛媛県 高知県",
    "九州・沖縄地方": "福岡県 佐賀県 長崎県 熊本県 大分県 宮崎県 鹿児島県 沖縄県",
}
"""The areas of jGrants and 制度ナビ. 福井県 and 三重県 are in two: sources differ, and a support
that is shown in vain does less harm than one that is missed."""


@cache
def prefectures() -> frozenset[str]:
    """The 47 names."""
    return frozenset(name for names in AREAS.values() for name in names.split())


def words_for(prefecture: str) -> list[str]:
    """The words of the sources that include a prefecture: itself, its area, 全国.

    Raises BadInput for a name that is no prefecture.
    """
    if prefecture == EVERYWHERE:
        return [EVERYWHERE]
    if prefecture not in prefectures():
        raise BadInput(
            "地域を読めません。",
            "都道府県の名前か「全国」ではありません。",
            "「鳥取県」のように都道府県名で指定してください。",
        )
    areas = [area for area, names in AREAS.items() if prefecture in names.split()]
    return [prefecture, *areas, EVERYWHERE]
