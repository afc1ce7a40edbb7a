"""Kanji that are written in several ways and mean one: 髙 is 高, 﨑 is 崎, 邉 and 邊 are 辺.

The maps are those of the register itself (国税庁 JIS縮退マップ) and of 文字情報基盤 (MJ縮退マップ), out of
`jntajis`. Taken as they are they join what nobody confuses (書 with 昼, 師 with 帥, 玉 with 王: old
notices on family registers). So only a rare character leads to a common one: from outside JIS X 0208
to its levels 2 and 1, from level 2 to level 1; level 1 stays, but for the few of `_COMMON`.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from jntajis import MJShrinkSchemeCombo, jnta_shrink_translit, mj_shrink_candidates

if TYPE_CHECKING:
    from collections.abc import Iterator

_COMMON = dict(zip("嶋龍冨舘瀧峯埜穐桝曾涌桧", "島竜富館滝峰野秋枡曽湧檜", strict=True))
"""Variants within level 1 that names really exchange; no target is a variant itself."""

_ALL_SCHEMES = (
    MJShrinkSchemeCombo.JIS_INCORPORATION_UCS_UNIFICATION_RULE
    | MJShrinkSchemeCombo.INFERENCE_BY_READING_AND_GLYPH
    | MJShrinkSchemeCombo.MOJ_NOTICE_582
    | MJShrinkSchemeCombo.MOJ_FAMILY_REGISTER_ACT_RELATED_NOTICE
)
_HAN = range(0x3400, 0x40000)
_NO_STAND_IN = "＿"  # what the register writes for a character that it cannot replace
_LAST_ROW_OF_LEVEL_1 = 0xA0 + 47
_BYTES = 2


class _Folding(dict[int, str]):
    """Character → its common form, worked out at the first meeting; for `str.translate`."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        found = _common_form(char) if code in _HAN else char
        self[code] = found
        return found


_FOLDING = _Folding()
_LEVEL_1 = "".join(
    bytes((row, cell)).decode("euc_jp", "ignore")
    for row in range(0xB0, _LAST_ROW_OF_LEVEL_1 + 1)
    for cell in range(0xA1, 0xFF)
)
_MAYBE_RARE = re.compile(f"[^\0-\u33ff{''.join({*_LEVEL_1} - {*_COMMON})}]+")


def fold_variants(text: str) -> str:
    """The text with each kanji in its common form; of the same length, and stable when repeated."""
    return _MAYBE_RARE.sub(lambda run: run[0].translate(_FOLDING), text)


def _common_form(char: str) -> str:
    rank = _rarity(char)
    if rank == 1:
        return _COMMON.get(char, char)
    known = [(_rarity(each), at, each) for at, each in enumerate(_candidates(char))]
    rarity, _, nearest = min(known, default=(rank, 0, char))
    return _common_form(nearest) if rarity < rank else char


def _candidates(char: str) -> Iterator[str]:
    """The forms that the two maps name for a character, one character each."""
    for each in (
        *mj_shrink_candidates(char, _ALL_SCHEMES),
        jnta_shrink_translit(char, _NO_STAND_IN),
    ):
        plain = unicodedata.normalize("NFKC", each)
        if len(plain) == 1 and plain != _NO_STAND_IN and ord(plain) in _HAN:
            yield plain


def _rarity(char: str) -> int:
    """1 or 2: the level of JIS X 0208; 3: outside it."""
    code = char.encode("euc_jp", "ignore")
    if len(code) != _BYTES:
        return 3
    return 1 if code[0] <= _LAST_ROW_OF_LEVEL_1 else 2
