"""One row of the register as it comes: its three layouts, and what makes a row readable.

The layouts nest: 23 columns (2015), 28 (with English names), 30 (with reading and search mark);
the first 23 never moved. A row is taken whole or refused with the reason; nothing is mended.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, Self

from mirasapo.catalog.check_digit import government_check_digit, is_corporate_number

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mirasapo.catalog import Catalog

LAYOUTS = (23, 28, 30)
COLUMNS = (
    *("sequenceNumber", "corporateNumber", "process", "correct", "updateDate", "changeDate"),
    *("name", "nameImageId", "kind", "prefectureName", "cityName", "streetNumber"),
    *("addressImageId", "prefectureCode", "cityCode", "postCode", "addressOutside"),
    *("addressOutsideImageId", "closeDate", "closeCause", "successorCorporateNumber"),
    *("changeCause", "assignmentDate", "latest", "enName", "enPrefectureName", "enCityName"),
    *("enAddressOutside", "furigana", "hihyoji"),
)
"""The service's names of the columns, in the order of its files; XML has them as elements."""

DELETED = "99"
"""処理区分 of a number that was taken back: everything but number and dates is blank."""

_FLAGS = frozenset({"0", "1"})
_CONTROL_CHARACTER = re.compile(r"[\x00-\x1f\x7f]")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SEQUENCE_DIGITS, _NUMBER_DIGITS, _POSTAL_DIGITS, _CITY_DIGITS = 18, 13, 7, 3


def _shift_jis() -> str:
    """Every character that a Shift_JIS file of the register can hold."""
    rows = (*range(0x81, 0xA0), *range(0xE0, 0xF0))
    pairs = [bytes((row, cell)) for row in rows for cell in range(0x40, 0xFD)]
    single = [bytes((byte,)) for byte in (*range(0x80), *range(0xA1, 0xE0))]
    # JIS X 0208 has the last, but Python's shift_jis maps them to other code points than Windows.
    known = "".join(code.decode("shift_jis", "ignore") for code in (*single, *pairs))
    return known + "¥‾" + "－～∥￠￡￢―"


_BEYOND_SHIFT_JIS = re.compile(f"[^{re.escape(_shift_jis())}]")


@dataclass(frozen=True, slots=True)
class Codes:
    """The closed code lists that a row keeps to."""

    prefectures: Mapping[str, str]  # code → name
    kinds: frozenset[str]
    processes: frozenset[str]
    close_causes: frozenset[str]

    @classmethod
    def of(cls, catalog: Catalog) -> Self:
        """The lists as the data model holds them."""
        lists = catalog.code_lists
        return cls(
            prefectures=lists["prefecture"].codes,
            kinds=frozenset(lists["organization_type"].codes),
            processes=frozenset(lists["registry_process"].codes),
            close_causes=frozenset(lists["registry_close_cause"].codes),
        )


class RegisterRow(NamedTuple):
    """A readable row, in the columns of `open.register_body`; a blank field is None."""

    corporate_number: str
    sequence_number: int
    process: str
    correction: str
    updated_on: str
    changed_on: str | None
    name: str
    kind: str | None
    prefecture: str | None
    city: str | None
    street: str | None
    local_government_code: str | None
    postal_code: str | None
    address_outside: str | None
    closed_on: str | None
    close_cause: str | None
    successor_number: str | None
    change_detail: str | None
    assigned_on: str | None
    name_en: str | None
    address_en: str | None
    kana: str | None
    out_of_search: bool


FACTS = tuple(name for name in RegisterRow._fields if name != "sequence_number")
"""What a row says of its body; the serial number only orders the rows."""


class Unreadable(ValueError):
    """Why one row cannot be taken, as a Japanese sentence; never a value but numbers and codes."""


@lru_cache(maxsize=4096)
def local_government_code(prefecture_code: str, city_code: str) -> str:
    """The 6-digit 団体コード: the register's two columns and the check digit it leaves out."""
    code = prefecture_code + city_code
    return f"{code}{government_check_digit(code)}"


def fidelity_of(row: RegisterRow) -> int:
    """How much of the body a row preserves; decides between rows of one date and serial number.

    The same row is published in several layouts and encodings. More filled columns come first;
    then the original spelling: characters that Shift_JIS cannot hold count up, its stand-in ＿
    counts down.
    """
    filled = len(row) - row.count(None) - row.count("")
    # Codes, numbers and dates are plain ASCII; so is the None of an empty field.
    text = (
        f"{row.name}{row.prefecture}{row.city}{row.street}{row.address_outside}"
        f"{row.change_detail}{row.name_en}{row.address_en}{row.kana}"
    )
    return filled * 10_000 + beyond_shift_jis(text) - text.count("＿")


def read_row(fields: Sequence[str], layout: int, codes: Codes) -> RegisterRow:
    """The row in our columns.

    Raises Unreadable, with the first reason found.
    """
    if len(fields) != layout:
        raise Unreadable(
            f"列数が{len(fields)}です。このファイルの他の行は{layout}列なので、行が欠けているか壊れています。"
        )
    text = "".join(fields)
    if not text.isprintable() and _CONTROL_CHARACTER.search(text):  # the first is quick, yet strict
        raise Unreadable("使えない制御文字が含まれています。")
    _require_identity(fields, codes)
    if fields[2] == DELETED:
        return _deleted(fields)
    _require_codes(fields, layout, codes)
    name_en, address_en = _english(fields) if layout > LAYOUTS[0] else (None, None)
    kana, out_of_search = (fields[28] or None, fields[29]) if layout == LAYOUTS[2] else (None, "0")
    return RegisterRow(
        fields[1],
        int(fields[0]),
        fields[2],
        fields[3],
        _day(fields[4], "更新年月日"),
        _day(fields[5], "変更年月日"),
        fields[6],
        fields[8],
        fields[9] or None,
        fields[10] or None,
        fields[11] or None,
        _area(codes, fields[9], fields[13], fields[14]),
        fields[15] or None,
        fields[16] or None,
        _day(fields[18], "登記記録の閉鎖等年月日") if fields[18] else None,
        fields[19] or None,
        _successor(fields[20]) if fields[20] else None,
        fields[21] or None,
        _day(fields[22], "法人番号指定年月日"),
        name_en,
        address_en,
        kana,
        out_of_search == "1",
    )


def _require_identity(fields: Sequence[str], codes: Codes) -> None:
    sequence, number, process = fields[0], fields[1], fields[2]
    if not (_is_digits(sequence) and len(sequence) <= _SEQUENCE_DIGITS):
        raise Unreadable("一連番号が数字ではありません。")
    if not is_corporate_number(number):
        raise Unreadable(
            "法人番号の検査用数字(先頭の1桁)が合いません。"
            if len(number) == _NUMBER_DIGITS and _is_digits(number)
            else "法人番号が13桁の数字ではありません。表計算ソフトで保存すると桁が落ちることがあります。"
        )
    if process not in codes.processes:
        raise Unreadable("処理区分が公表されているコードにありません。")
    _day(fields[4], "更新年月日")


def _require_codes(fields: Sequence[str], layout: int, codes: Codes) -> None:
    if fields[3] not in _FLAGS:
        raise Unreadable("訂正区分が 0 でも 1 でもありません。")
    if not fields[6]:
        raise Unreadable("商号又は名称が空です。")
    if fields[8] not in codes.kinds:
        raise Unreadable("法人種別が公表されているコードにありません。")
    if fields[15] and not (len(fields[15]) == _POSTAL_DIGITS and _is_digits(fields[15])):
        raise Unreadable("郵便番号が7桁の数字ではありません。")
    if fields[19] and fields[19] not in codes.close_causes:
        raise Unreadable("登記記録の閉鎖等の事由が公表されているコードにありません。")
    if layout > LAYOUTS[0] and fields[23] not in _FLAGS:
        raise Unreadable("最新履歴が 0 でも 1 でもありません。")
    if layout == LAYOUTS[2] and fields[29] not in _FLAGS:
        raise Unreadable("検索対象除外が 0 でも 1 でもありません。")


def _deleted(fields: Sequence[str]) -> RegisterRow:
    """A deleted body: the number, the dates it still carries, and nothing to find it by."""
    return RegisterRow(
        corporate_number=fields[1],
        sequence_number=int(fields[0]),
        process=DELETED,
        correction=fields[3],
        updated_on=fields[4],
        changed_on=_day(fields[5], "変更年月日") if fields[5] else None,
        name="",
        kind=None,
        prefecture=None,
        city=None,
        street=None,
        local_government_code=None,
        postal_code=None,
        address_outside=None,
        closed_on=None,
        close_cause=None,
        successor_number=None,
        change_detail=None,
        assigned_on=None,
        name_en=None,
        address_en=None,
        kana=None,
        out_of_search=True,
    )


def _area(codes: Codes, prefecture: str, prefecture_code: str, city_code: str) -> str | None:
    """団体コード, None for a body abroad; garbled text is found by name and code that disagree."""
    if not (prefecture or prefecture_code or city_code):
        return None
    if codes.prefectures.get(prefecture_code) != prefecture:
        raise Unreadable(
            "都道府県名と都道府県コードが合いません。文字コードが違うか、列がずれています。"
        )
    if len(city_code) != _CITY_DIGITS or not _is_digits(city_code):
        raise Unreadable("市区町村コードが3桁の数字ではありません。")
    return local_government_code(prefecture_code, city_code)


def _successor(number: str) -> str:
    if not is_corporate_number(number):
        raise Unreadable("承継先法人番号が正しい法人番号ではありません。")
    return number


def _english(fields: Sequence[str]) -> tuple[str | None, str | None]:
    """Name and address in English; the address in the English order, prefecture last."""
    name, prefecture, city, outside = fields[24:28]
    inland = f"{city}, {prefecture}" if city and prefecture else city or prefecture
    return name or None, inland or outside or None


def _is_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _day(text: str, label: str) -> str:
    if not _is_day(text):
        raise Unreadable(f"{label}が「2021-07-14」の形の日付ではありません。")
    return text


@lru_cache(maxsize=65_536)
def _is_day(text: str) -> bool:
    if not _DAY.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def beyond_shift_jis(text: str) -> int:
    """Characters outside JIS X 0208, as the register's Shift_JIS files have no others."""
    return 0 if text.isascii() else len(_BEYOND_SHIFT_JIS.findall(text))
