"""The key of an item says what kind of value it is, in English, without saying its category again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mirasapo.catalog.lint.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mirasapo.catalog.model import Catalog, Item

RESERVED_COLUMNS = frozenset(
    {
        "as_of_on",
        "basis",
        "business_id",
        "class_bits",
        "filing_id",
        "fiscal_year",
        "origins",
        "payload_sha256",
        "programme",
        "row_key",
        "row_no",
        "source",
        "version_no",
    }
)
_IDENTIFIER = re.compile(r"[a-z][a-z0-9_]{0,59}")
# the last word of a key, by type and by unit; None: any word will do
_BY_TYPE: Mapping[str, str] = {"date": "on", "datetime": "at", "year_month": "month"}
UNITS: Mapping[str, tuple[str, ...]] = {
    "円": ("yen",),
    "円/人": ("yen_per_person",),
    "円/時": ("yen_per_hour",),
    "円/日": ("yen_per_day",),
    "円/年": ("yen_per_year",),
    "%": ("percent",),
    "人": ("count",),
    "者": ("count",),
    "件": ("count",),
    "株": ("count",),
    "店": ("count",),
    "回": ("count", "number"),
    "倍": ("ratio",),
    "点": ("score",),
    "歳": ("age",),
    "年": ("years", "years_male", "years_female", "year"),
    "年度": ("year",),
    "か月": ("months",),
    "月": ("month",),
    "時間": ("hours",),
    "分": ("minutes",),
    "度": ("latitude", "longitude"),
    "byte": ("bytes",),
}
_OF_ONE_KIND = {*_BY_TYPE.values(), *(UNITS["円"]), *(UNITS["%"])}
# the verbs with which a boolean reads as a statement
_VERBS = {
    "agrees", "applies", "closes", "collaborates", "consents", "exports", "has", "introduces", "is",
    "offers", "pledges", "serves", "uses", "wants", "was",
}  # fmt: skip
# Names of programmes and terms in romaji that the draft had; yorozu, sapoin, monozukuri and mirasapo
# are proper names and stay, kana is the English term.
_ROMAJI = re.compile(
    "daihyo|gensucc|gyoshu|hattatsu|hojin|hojo|houjin|jigyo|jizoku|kaihatsu|keiei|keikaku|keizoku"
    "|kigyo|kodo|kojo|kyodo|monodukuri|nendo|renkei|saiko|saikou|sangyo|sedai|seido|setsubi|shien"
    "|shinsei|shisan|shoki|shokei|shoukei|tsunagi|uriage|yago|yosan|zeimu"
)
# A word that key and category share, with the reason why the key is not clear without it.
STUTTER: Mapping[tuple[str, str], str] = {
    ("attachment", "attachment"): "添付の番号。id だけでは申請の番号と紛れる",
    ("bank", "bank"): "メインバンクで一語",
    ("business_continuity", "business"): "事業継続の上での役割。計画の中の役割と分ける",
    ("certification", "certification"): "表彰や許認可の期限と分ける",
    ("consent_provenance", "consent"): "同意と来歴を一つのカテゴリに持つので、同意の方を示す",
    ("development_support", "support"): "支援機関がする支援のことで、カテゴリの支援計画ではない",
    ("expert_dispatch", "expert"): "派遣の記録の中で、専門家その人のこと",
    ("filing_header", "filing"): "提出元が付けた申請番号で、このシステムの番号と分ける",
    ("grant_procurement", "procurement"): "補助金と調達を一つのカテゴリに持つので、調達の方を示す",
    ("industry_business", "business"): "営業品目の定訳",
    ("industry_business", "industry"): "業種。事業の内容と分ける",
    ("japan_brand", "brand"): "制度の名のブランドでなく、申請者が作るブランド",
    ("local_benchmark_financial", "benchmark"): "業種の基準値。自社の値と分ける",
    ("main_office_address", "address"): "住所を分けずに一つで書いたもの",
    ("registered_address", "address"): "住所を分けずに一つで書いたもの",
    ("service_competitiveness", "competitiveness"): "競争力そのものを述べる欄",
    ("service_competitiveness", "service"): "事業のうち、開発する役務のこと",
    ("succession_plan", "plan"): "特例承継計画。この計画とは別の書類",
    ("support_institution", "institution"): "機関の番号。id だけでは申請の番号と紛れる",
    ("support_institution", "support"): "機関がした支援の中身",
    ("wage_raise", "raise"): "引き上げる額。賃金そのものの額と分ける",
    ("wage_raise", "wage"): "最低賃金で一語",
}


def findings(catalog: Catalog) -> Iterator[Finding]:
    """Keys that no column can have, that do not fit type and unit, that stutter, or are romaji."""
    for item in catalog.items:
        for what, cure in _of(item):
            yield Finding(item.key, what, cure)


def _of(item: Item) -> Iterator[tuple[str, str]]:
    column = item.column
    if _IDENTIFIER.fullmatch(column) is None or column in RESERVED_COLUMNS:
        what = f"項目名 {column} は列の名前に使えません。"
        yield what, "英小文字・数字・_ で60字までの、予約されていない名前にします。"
    if item.type == "boolean":
        words = column.split("_")
        if words[0] not in _VERBS and "is" not in words:
            what = f"真偽の項目名 {column} が文になっていません。"
            yield what, "is_・has_・uses_ などの動詞で始めます(_flag は付けません)。"
    elif column.split("_")[0] in ("is", "has", "was"):
        yield f"項目名 {column} は真偽の名前です。", "型を boolean にするか、名前を変えます。"
    else:
        yield from _endings(item)
    for word in sorted(shared_words(item)):
        if (item.category, word) not in STUTTER:
            what = f"項目名 {column} の {word} はカテゴリの名を繰り返しています。"
            yield what, "その語を除きます(要る理由があれば STUTTER に書きます)。"
    if found := _ROMAJI.search(f"{item.category}_{column}"):
        what = f"項目キー {item.key} の {found.group()} はローマ字です。"
        yield what, "英語にします(固有名の yorozu・sapoin・monozukuri は使えます)。"


def _endings(item: Item) -> Iterator[tuple[str, str]]:
    due = (_BY_TYPE[item.type],) if item.type in _BY_TYPE else UNITS.get(item.unit or "")
    if due is not None and not _ends(item.column, due):
        kind = f"型 {item.type}" if item.type in _BY_TYPE else f"単位 {item.unit}"
        what = f"項目名 {item.column} の終わりが{kind}に合いません。"
        yield (
            what,
            f"{'・'.join(f'_{each}' for each in due)} で終わる名前にするか、{kind[:2]}を直します。",
        )
    if due is None and _ends(item.column, _OF_ONE_KIND):
        what = f"項目名 {item.column} の終わりは、型 {item.type} のものではありません。"
        yield what, "型と単位を名前に合わせるか、名前を変えます。"


def _ends(column: str, endings: tuple[str, ...] | set[str]) -> bool:
    return any(column == each or column.endswith(f"_{each}") for each in endings)


def shared_words(item: Item) -> set[str]:
    """The words of the key that its category has too."""
    return {*item.column.split("_")} & {*item.category.split("_")}
