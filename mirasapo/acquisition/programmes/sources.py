"""The sources of the catalogue, and what each asks to be named with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Source:
    """Where entries come from; `licence` is the line that stands beside what is shown of it."""

    name_ja: str
    attribution: str
    licence: str


SOURCES: Mapping[str, Source] = {
    "jgrants": Source(
        "jGrants",
        "Jグランツ(jGrants)からの出典",
        "jGrants 公開API の利用条件による(出典の記載)",
    ),
    "mirasapo_navi": Source(
        "ミラサポplus 制度ナビ",
        "出典: ミラサポplus 制度ナビ(中小企業庁)",
        "ミラサポplus の利用規約による(出典の記載)",
    ),
    "jnet21": Source(
        "J-Net21",
        "出典: J-Net21(独立行政法人中小企業基盤整備機構)",
        "記事は著作物。題名・アドレスと、はじめの200字だけを引用する",
    ),
}
