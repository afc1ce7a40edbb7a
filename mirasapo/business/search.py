"""Names as the search compares them: one normal form, and its bigrams packed into int4.

The same two functions make what is stored (`open.register_body.search_name`, `grams`) and what is
asked, so half-width, full-width, kana, kanji and corporate-form variants are the same query.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from mirasapo.business.variants import fold_variants

# After NFKC: ㈱ is (株), ㍿ is 株式会社, a full-width bracket is a plain one.
# Every choice begins with a letter of its own: the search then skips what cannot begin a form.
CORPORATE_FORMS = re.compile(
    "株式会社|有限会社|合同会社|合名会社|合資会社|相互会社|特例有限会社"
    "|一般社団法人|一般財団法人|公益社団法人|公益財団法人|特例社団法人|特例財団法人|社団法人|財団法人"
    "|特定非営利活動法人|NPO法人|医療法人|社会福祉法人"
    "|学校法人|宗教法人|独立行政法人|国立大学法人|農事組合法人|監査法人|税理士法人|弁護士法人"
    r"|\((?:株|有|同|名|資|相|一社|一財|公社|公財|社|財|特非|医|福|学|宗|独|大|農)\)"
)
_DROPPED = re.compile(r"[\s・·･]+")
_KANJI = re.compile("[々\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_HIRAGANA = re.compile("[ぁ-ゖゝゞ]+")
# Hiragana lie 0x60 below their katakana.
_KATAKANA = {code: code + 0x60 for code in (*range(0x3041, 0x3097), 0x309D, 0x309E)}
BMP_END = 0x10000
PRIVATE_START, PRIVATE_SIZE = 0xE000, 6400


def normalise(name: str) -> str:
    """The form of a name that search compares.

    NFKC, upper case, hiragana as katakana, variant kanji in their common form (髙 as 高), without
    blanks, ・ and corporate forms. A name that is nothing but a corporate form keeps it. Applying it
    twice changes nothing.
    """
    text = common_spelling(name)
    while (shorter := CORPORATE_FORMS.sub("", text)) and shorter != text:
        text = shorter
    return text


def common_spelling(text: str) -> str:
    """A name, or several with a NUL between them, as `normalise` has it before the forms go."""
    text = _DROPPED.sub("", unicodedata.normalize("NFKC", text)).upper()
    text = _HIRAGANA.sub(lambda run: run[0].translate(_KATAKANA), text)
    # Dropping a blank or changing kana can bring a letter and its voicing mark together.
    return fold_variants(_DROPPED.sub("", unicodedata.normalize("NFKC", text)))


def longest_kanji(name: str) -> str:
    """The longest run of kanji in a query as it was typed, corporate forms aside; '' without one."""
    runs = _KANJI.findall(CORPORATE_FORMS.sub(" ", unicodedata.normalize("NFKC", name)))
    return max(runs, key=len, default="")


def grams(text: str) -> list[int]:
    """The distinct bigrams of a normalised text as int4, ascending; [] below two characters.

    `(ord(a) << 16 | ord(b)) - 2**31` is exact for the basic plane. A character beyond it is folded
    into the private-use area, always the same one: a query with such a character finds every true
    hit and must be rechecked with LIKE.
    """
    return sorted(_packed(text))


def index_terms(name: str, *others: str | None) -> tuple[str, list[int]]:
    """What the search stores of a body: `search_name`, and the bigrams of all its names.

    `others`: its kana, the name as a Shift_JIS file writes it; None where there is none.
    """
    search_name = normalise(name)
    return search_name, sorted(
        _packed(search_name).union(*(_packed(normalise(other)) for other in others if other))
    )


def _packed(text: str) -> set[int]:
    codes = [*map(ord, text)]
    if codes and max(codes) >= BMP_END:
        codes = [code if code < BMP_END else PRIVATE_START + code % PRIVATE_SIZE for code in codes]
    return {(a << 16 | b) - 2**31 for a, b in pairwise(codes)}
