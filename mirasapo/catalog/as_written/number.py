"""Numbers: separators, signs, units and their multiples; whatever may mean two numbers is unclear."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from mirasapo.catalog.as_written.plain import Reading, Unclear, plain

MULTIPLES: Final = {
    "千": 10**3,
    "万": 10**4,
    "十万": 10**5,
    "百万": 10**6,
    "千万": 10**7,
    "億": 10**8,
    "十億": 10**9,
    "百億": 10**10,
    "千億": 10**11,
    "兆": 10**12,
}
_SAME_UNIT: Final = {
    "人": ("人", "名"),
    "者": ("者", "社", "名"),
    "店": ("店", "店舗"),
    "か月": ("か月", "ヶ月", "ケ月", "カ月", "ヵ月", "箇月"),
    "円": ("円", "円也"),
    "歳": ("歳", "才"),
}
_PLAIN = r"(?:[0-9]{1,3}(?:, ?[0-9]{3})+|[0-9]+)"
_ONE = rf"{_PLAIN}(?:\.[0-9]+)?"
_MULTIPLE = "|".join(sorted(MULTIPLES, key=len, reverse=True))
_NUMBER = re.compile(
    rf"(?P<sign>[-+△▲]?) ?(?P<yen>[¥\\]?) ?(?P<inner>-?)"
    rf"(?P<body>{_ONE}(?: ?(?:{_MULTIPLE})(?: ?{_PLAIN} ?(?:{_MULTIPLE}))*(?: ?{_PLAIN})?)?)"
    r" ?(?P<unit>[^0-9,.]*)"
)
_PART = re.compile(rf"({_ONE}) ?({_MULTIPLE})?")
_IN_BRACKETS = re.compile(r"\((?P<inside>[^()]*)\)(?P<unit>[^0-9()]*)")
_ROUGHLY = re.compile(r"約|およそ|おおよそ|程度|ほど|前後|以上|以下|未満|超|強$|弱$|余|程$")
_RANGE = re.compile(r"[~〜]|から|[0-9%円人] ?- ?[0-9]")
_TWO = re.compile(r"[0-9円%人)] ?(?:[/、・;]|\n|または|及び|と) ?[0-9¥△▲(-]|[0-9] [0-9]")
_EXPONENT = re.compile(r"[0-9](\.[0-9]+)?[eE][+-]?[0-9]+")
_LOOKS_GROUPED = re.compile(r"[0-9]{1,3}\.0{3}")
_WORDS = re.compile(r"なし|無し|無|不明|未定|該当なし|-|―|ゼロ")


def read_number(
    text: str, *, whole: bool, unit: str | None, column_unit: str | None = None
) -> Reading | None:
    """The number in the item's `unit`; int where it is whole, else Decimal. None: no number at all.

    `column_unit` is what the column's heading says (千円): a number without a unit is in it. Raises
    Unclear.
    """
    found = plain(text)
    written = found.value
    bracketed = _IN_BRACKETS.fullmatch(written)
    if bracketed is not None:
        written = bracketed["inside"].strip() + bracketed["unit"]
    parts = _NUMBER.fullmatch(written.removeprefix("金"))
    if parts is None:
        _refuse(text, found.value)
        return None
    if bracketed and not (unit or "").startswith("円"):
        raise Unclear("かっこの付いた数が、負の数かどうか分かりません。")
    signs = sum(map(bool, (bracketed, parts["sign"], parts["inner"])))
    if signs > 1:
        raise Unclear("正負の記号が二つあります。")
    said = parts["unit"].strip()
    if _ROUGHLY.search(said):
        _refuse(text, found.value)
    amount, rules = _amount(parts["body"], open_end=not said)
    times, made = _unit(said, unit, column_unit, multiplied="unit" in rules, yen=bool(parts["yen"]))
    amount *= times
    negative = bool(bracketed or parts["inner"] or parts["sign"] in {"-", "△", "▲"})
    if bracketed or parts["sign"] in {"△", "▲"}:
        rules = (*rules, "negative")
    value = -amount if negative else amount
    if whole and (value != value.to_integral_value() or _LOOKS_GROUPED.fullmatch(parts["body"])):
        raise Unclear("整数になりません。小数点か桁区切りかを確かめます。")
    rules = (*found.rules, *rules, *made)
    plain_value: int | Decimal = int(value) if value == value.to_integral_value() else value
    return Reading(plain_value, tuple(dict.fromkeys((*rules, "digits"))))


def _amount(body: str, *, open_end: bool) -> tuple[Decimal, tuple[str, ...]]:
    """The number without its unit: 1億2,000万 is 120000000."""
    pairs = _PART.findall(body)
    rules = ["separator"] if "," in body else []
    if not pairs[0][1]:
        return _decimal(pairs[0][0]), tuple(rules)
    total, before = Decimal(0), None
    for number, word in pairs:
        times = MULTIPLES[word] if word else 1
        part = _decimal(number) * times
        if before is not None and ("." in number or part >= before):
            raise Unclear("数の単位の並びが読めません。")
        if (len(pairs) > 1 and "." in number) or (open_end and not word):
            raise Unclear("数の単位の並びが読めません。")
        total, before = total + part, times
    return total, (*rules, "unit")


def _decimal(written: str) -> Decimal:
    return Decimal(written.replace(",", "").replace(" ", ""))


def _unit(
    said: str, unit: str | None, column_unit: str | None, *, multiplied: bool, yen: bool
) -> tuple[int, tuple[str, ...]]:
    """How many of the item's unit the number counts."""
    own = unit or ""
    times, base = _split(column_unit) if column_unit else (1, own)
    if column_unit and base != own:
        raise Unclear(f"欄の単位 {column_unit} は、この項目の単位 {own} では数えられません。")
    named = yen or multiplied or bool(said)
    if (yen and own != "円") or (said and said not in _SAME_UNIT.get(own, (own,))):
        raise Unclear(f"単位がこの項目の単位({own or 'なし'})と違います。")
    if not named:
        return times, ("column_unit",) if times != 1 else ()
    if times != 1 and not multiplied:
        raise Unclear(f"欄の単位({column_unit})と値の単位が違います。")
    if multiplied and not said and own != "円":
        raise Unclear("単位が書かれていません。")
    if multiplied and not said and times != 1:
        raise Unclear(f"欄の単位({column_unit})と値の単位のどちらで数えるか分かりません。")
    return 1, ("percent",) if said == "%" else ("unit",)


def _split(unit: str) -> tuple[int, str]:
    """千円 is a thousand of 円."""
    for word in sorted(MULTIPLES, key=len, reverse=True):
        if unit.startswith(word) and unit != word:
            return MULTIPLES[word], unit.removeprefix(word)
    return 1, unit


def _refuse(text: str, written: str) -> None:
    """Say why a text that has to do with a number is none. Raises Unclear, or returns."""
    if _WORDS.fullmatch(written):
        raise Unclear("0 なのか、答えがないのか分かりません。0 と書くか、空けます。")
    if not re.search("[0-9]", written):
        return
    if _EXPONENT.fullmatch(written):
        raise Unclear("表計算ソフトの指数の表示で、下の桁が失われているおそれがあります。")
    if _ROUGHLY.search(written):
        raise Unclear("およその値か範囲で、正確な値が分かりません。")
    if _RANGE.search(written):
        raise Unclear("範囲か、二つの値が書かれています。")
    if "\n" in text or _TWO.search(written):
        raise Unclear("一つの欄に二つの値があるようです。")
    if re.search("[0-9],[0-9]", written):
        raise Unclear("桁区切りの位置が3桁ごとでなく、小数点との区別もつきません。")
    raise Unclear("数として読めません。")
