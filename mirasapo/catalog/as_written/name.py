"""Names: the short forms of what kind of body it is, and half-width kana."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

LEGAL_FORMS: Final[Mapping[str, str]] = {
    "(株)": "株式会社",
    "(有)": "有限会社",
    "(同)": "合同会社",
    "(名)": "合名会社",
    "(資)": "合資会社",
    "(一社)": "一般社団法人",
    "(一財)": "一般財団法人",
}
"""After NFKC ㈱ is (株); ㍿ is 株式会社 at once."""

_NARROW: Final = {"㈱": "(株)", "㈲": "(有)", "㈴": "(名)", "㈾": "(資)", "㍿": "株式会社"}
_SIGNS = re.compile("|".join(map(re.escape, _NARROW)))
_SHORT = "|".join(rf"[(\uff08]{short[1:-1]}[)\uff09]" for short in LEGAL_FORMS)
_AT_AN_END = re.compile(rf"^(?:{_SHORT})\s*|\s*(?:{_SHORT})(?=\s|$)")
_HALF_KANA = re.compile("[\uff66-\uff9f]+")


def full_name(name: str) -> str:
    """The name with its legal form written out; the rest stays letter by letter.

    ㈱ means 株式会社 wherever it stands; (株) does at the beginning, at the end and before a blank.
    """
    signs = _SIGNS.sub(lambda found: LEGAL_FORMS.get(_NARROW[found.group()], "株式会社"), name)
    return _AT_AN_END.sub(_written_out, signs)


def wide_kana(text: str) -> str:
    """Half-width kana as full-width kana, with their sound marks; the rest stays."""
    return _HALF_KANA.sub(lambda found: unicodedata.normalize("NFKC", found.group()), text)


def _written_out(found: re.Match[str]) -> str:
    return LEGAL_FORMS[unicodedata.normalize("NFKC", found.group()).strip()]
