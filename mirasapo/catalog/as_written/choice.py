"""Yes and no in their words and signs, and codes by their labels."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mirasapo.catalog.as_written.plain import Reading, Unclear, plain

if TYPE_CHECKING:
    from collections.abc import Mapping

_SAID: Final = {
    **dict.fromkeys(("はい", "yes", "true", "○", "〇", "◯", "✓", "✔", "☑"), True),
    **dict.fromkeys(("いいえ", "no", "false", "×", "✕", "✖", "✗"), False),
}
_STATED: Final = {
    **dict.fromkeys(("有", "有り", "あり", "該当", "該当する", "該当あり"), True),
    **dict.fromkeys(("無", "無し", "なし", "非該当", "該当しない", "該当なし"), False),
}
_BOTH = re.compile(r"有[・/]無|はい[・/]いいえ|有無|○[・/]×|該当[・/]非該当")
_NEGATED = re.compile(r"ない|なし|非|未(?!来)|不(?!動産)|無(?!料)")
_LEADING = re.compile(r"([0-9A-Za-z_-]+)[ ::.、.)]+(.+)")


def read_boolean(text: str, label: str) -> Reading | None:
    """Yes or no; None for what is neither.

    有 and 無 are taken only under a label that says what is there: under 「…のないこと」 they may mean
    either. Raises Unclear.
    """
    found = plain(text)
    written = found.value.lower()
    if _BOTH.fullmatch(written):
        raise Unclear("選択肢のどちらを選んだか分かりません。")
    if written in _SAID:
        return Reading(_SAID[written], (*found.rules, "word"))
    if written in _STATED:
        if _NEGATED.search(label.replace("有無", "")):
            raise Unclear("否定の項目なので、有無や該当のどちらを指すか分かりません。")
        return Reading(_STATED[written], (*found.rules, "word"))
    if written in {"1", "0", "2"}:
        raise Unclear("数の 1 や 0 が何を指すか決まっていません。はい か いいえ で書きます。")
    return None


def read_code(text: str, choices: Mapping[str, str]) -> Reading | None:
    """The code that a text is, or whose label it is; None for neither. Raises Unclear.

    A label counts when one code alone has it, in whatever width and with whatever blanks.
    """
    found = plain(text)
    written = found.value
    if text in choices:
        return Reading(text)
    if written in choices:
        return Reading(written, found.rules)
    parts = _LEADING.fullmatch(written)
    if (
        parts is not None
        and parts[1] in choices
        and _folded(choices[parts[1]]) == _folded(parts[2])
    ):
        return Reading(parts[1], (*found.rules, "label"))
    labelled = [code for code, label in choices.items() if _folded(label) == _folded(written)]
    if len(labelled) == 1:
        return Reading(labelled[0], (*found.rules, "label"))
    if labelled:
        raise Unclear("同じ名称のコードが二つ以上あります。コードで書きます。")
    if written.isdigit() and any(code.lstrip("0") == written for code in choices):
        raise Unclear("先頭の 0 が失われたおそれがあります。コードの桁をそろえて書きます。")
    return None


def _folded(label: str) -> str:
    return re.sub(r"[\s・,、]", "", plain(label).value).casefold()
