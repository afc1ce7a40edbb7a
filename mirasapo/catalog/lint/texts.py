"""What people read about an item: labels, a definition that adds to the label, reasons."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mirasapo.catalog.label import label_faults
from mirasapo.catalog.lint.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirasapo.catalog.model import Catalog, Item

LENGTH = range(20, 111)
MIN_REASON = 8
_BY_CATEGORY = "カテゴリ"  # a class and a policy are given item by item
MIN_SAID = 3
"""A reason has at least so many different characters that carry meaning."""
MIN_NEW = 6
"""A definition brings in at least so many characters that carry meaning and are not the label's."""
# kanji, katakana, letters and digits carry the meaning; hiragana and marks join them
_MEANING = re.compile(r"[一-龯々ァ-ヶーA-Za-z0-9]")
_TWICE = re.compile(r"([一-龯々ァ-ヶーA-Za-z]{2,})\1")
_HIRAGANA = re.compile(r"[ぁ-ん]")
_EMPTY_WORDS = re.compile(
    "記入|記載|入力|項目|名称|内容|金額|数値|情報|該当|有無|申請者|事業者|欄|値|額|書"
)


def findings(catalog: Catalog) -> Iterator[Finding]:
    """Texts that are missing, of the wrong length, or say nothing."""
    for item in catalog.items:
        for what, cure in (*_labels(catalog, item), *_definition(item), *_reasons(item)):
            yield Finding(item.key, what, cure)


def _labels(catalog: Catalog, item: Item) -> Iterator[tuple[str, str]]:
    yield from label_faults(item.label_ja)
    if "_" in item.label_ja:
        yield f"名称「{item.label_ja}」に _ があります。", "様式にあるとおりの言葉で書きます。"
    if not item.label_en.isascii() or item.label_en != item.label_en.strip():
        yield f"英語の名称「{item.label_en}」に英語でない字があります。", "英語で書きます。"
    if twice := _TWICE.search(item.label_ja):
        what = f"名称「{item.label_ja}」に「{twice[1]}」が二度続いています。"
        yield what, "様式にあるとおり、一度だけ書きます。"
    for name in sorted(_own_names(catalog, item)):
        if item.label_ja.startswith(name):
            what = f"名称「{item.label_ja}」が制度の名「{name}」で始まっています。"
            yield what, "カテゴリが制度を示すので、制度の名を除きます。"


def _own_names(catalog: Catalog, item: Item) -> set[str]:
    """What the programmes of a specific item are called; a generic item may name a programme."""
    if item.domain != "specific":
        return set()
    forms = (catalog.programmes[code] for code in item.programmes & catalog.programmes.keys())
    called = {name for form in forms for name in (form.short_ja, form.short_ja.partition("(")[0])}
    return {*called, *(name.removesuffix("補助金") for name in called)} - {""}


def _definition(item: Item) -> Iterator[tuple[str, str]]:
    text = item.definition
    if not text.endswith("。") or text.count("。") != 1 or not _HIRAGANA.search(text):
        yield "定義が日本語の一文ではありません。", "「。」で終わる一文で書きます。"
    if len(text) not in LENGTH:
        what = f"定義が {len(text)} 文字です。"
        yield what, f"{LENGTH[0]}文字から{LENGTH[-1]}文字で書きます。"
    if len(_new(item)) < MIN_NEW:
        what = "定義が名称の言い換えにとどまっています。"
        yield what, "何を、いつの、どこまで含めるのか、似た項目と何が違うのかを書きます。"


def _new(item: Item) -> set[str]:
    said = _EMPTY_WORDS.sub("", item.definition)
    return {*_MEANING.findall(said)} - {*item.label_ja}


def _reasons(item: Item) -> Iterator[tuple[str, str]]:
    for name, reason in (
        ("class_reason", item.class_reason),
        ("master_reason", item.master_reason),
    ):
        said = {*_MEANING.findall(reason)}
        if (
            len(reason) < MIN_REASON
            or len(said) < MIN_SAID
            or reason in (item.label_ja, item.definition)
            or _BY_CATEGORY in reason
        ):
            what = f"{name}「{reason}」が理由になっていません。"
            yield what, f"この項目だからこうする、という理由を{MIN_REASON}文字以上で書きます。"
