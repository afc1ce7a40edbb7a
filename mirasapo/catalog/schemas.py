"""JSON Schema 2020-12 of the filings that programme systems push, one per programme."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mirasapo.catalog.policy import load_policy
from mirasapo.catalog.value import MAX_ELEMENTS, how_to_write
from mirasapo.catalog.value_type import VALUE_TYPES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mirasapo.catalog.model import Catalog, Item

PROCEDURES = {"new": "新規", "change": "変更", "discontinue": "中止", "report": "報告"}
STATUSES = {
    "filed": "申請済",
    "adopted": "採択",
    "not_adopted": "不採択",
    "withdrawn": "取下げ",
}
ANSWERS = {"given": "同意する", "refused": "同意しない"}
FIRST_YEAR, LAST_YEAR = 2015, 2100
MAX_ROWS = 2000
MAX_FILES = 100
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_FILED_ON = "^(2015-(0[4-9]|1[0-2])|(201[6-9]|20[2-9][0-9]|2100)-)"
_NUMBER = {"type": "string", "pattern": "^[1-9][0-9]{12}$"}
# One line with something to read in it: no blanks but spaces, no controls, marks or private use.
_UNSEEN = r"\x00-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ue000-\uf8ff\ufeff"
_PRINTABLE = rf"^ *[^\s{_UNSEEN}]( *[^\s{_UNSEEN}])* *$"
_FILE_NAME = rf"^ *[^\s/\\{_UNSEEN}]( *[^\s/\\{_UNSEEN}])* *$"


def form_schema(catalog: Catalog, programme: str) -> dict[str, Any]:
    """The schema of a filing's payload for one programme.

    What JSON Schema cannot say is refused by the intake all the same: check digits, days that are
    not there, still to come or of another fiscal year, decimal places, whole numbers written
    1.0, one row key once, files that do not belong to what names them.
    Raises BadInput for an unknown programme.
    """
    form = catalog.programme(programme)
    singles = [item for item in form.items if item.repeat_group is None]
    groups: dict[str, list[Item]] = {}
    for item in form.items:
        if item.repeat_group is not None:
            groups.setdefault(item.table, []).append(item)
    return {
        "$schema": _DIALECT,
        "title": f"{form.short_ja}の申請",
        "description": f"制度 {form.code} {form.name_ja}: ミラサポconnect API に送る申請の形",
        **_closed(
            {
                "programme": {"title": "制度番号", "const": form.code},
                "form_version": {"title": "様式の版", "enum": list(form.form_versions)},
                "filing_number": _line("申請番号", 100),
                "version": _whole("申請の版", 1, 9999),
                "procedure": _choice("手続の種別", PROCEDURES),
                "status": _choice("申請状態", STATUSES),
                "fiscal_year": _whole("年度", FIRST_YEAR, LAST_YEAR),
                "filed_on": {
                    "title": "申請日",
                    "type": "string",
                    "format": "date",
                    "pattern": _FILED_ON,
                },
                "business": _business(),
                "consent": _consent(),
                "items": {"title": "項目", **_closed(_properties(singles), required=())},
                "groups": {
                    "title": "繰り返す項目",
                    **_closed(
                        {
                            stem: _rows(catalog.table(stem).label_ja, items)
                            for stem, items in groups.items()
                        },
                        required=(),
                    ),
                },
                "attachments": _attachments(form.items),
            },
            optional=("groups", "attachments"),
        ),
        "allOf": list(_wording_by_year()),
        "$defs": {
            name: {"title": found.label_ja, "description": found.revision, "enum": [*found.codes]}
            for name, found in catalog.code_lists.items()
            if any(item.code_list == name for item in form.items)
        },
    }


def item_schema(item: Item) -> dict[str, Any]:
    """The schema of one item's value; null means not answered."""
    value = _value(item)
    if item.array:
        value = {"type": "array", "maxItems": MAX_ELEMENTS, "items": value}
    return {
        "title": item.label_ja,
        "description": how_to_write(item) + (f"単位: {item.unit}。" if item.unit else ""),
        "anyOf": [value, {"type": "null"}],
    }


def _value(item: Item) -> dict[str, Any]:
    parts: list[dict[str, Any]] = [dict(VALUE_TYPES[item.type].schema)]
    parts += [dict(limit.schema) for limit in item.limit.constraints if limit.schema]
    if item.code_list is not None:
        parts.append({"$ref": f"#/$defs/{item.code_list}"})
    return parts[0] if len(parts) == 1 else {"allOf": parts}


def _properties(items: Iterable[Item]) -> dict[str, Any]:
    return {item.key: item_schema(item) for item in items}


def _closed(
    properties: dict[str, Any],
    *,
    required: Iterable[str] | None = None,
    optional: Iterable[str] = (),
) -> dict[str, Any]:
    """An object of these properties and no others; all are required but `optional`."""
    needed = [name for name in properties if name not in optional] if required is None else required
    return {
        "type": "object",
        "properties": properties,
        "required": list(needed),
        "additionalProperties": False,
    }


def _rows(label: str, items: Iterable[Item]) -> dict[str, Any]:
    return {
        "title": label,
        "type": "array",
        "maxItems": MAX_ROWS,
        "items": _closed(_properties(items), required=()),
    }


def _business() -> dict[str, Any]:
    key = {"title": "個人事業主整理番号", "type": "string", "pattern": "^[0-9]{13}$"}
    none = {"type": "null"}
    return {
        "title": "事業者",
        "description": "法人番号か個人事業主整理番号の、どちらか一方",
        **_closed(
            {
                "corporate_number": {"title": "法人番号", "anyOf": [_NUMBER, none]},
                "sole_proprietor_key": {"anyOf": [key, none]},
            },
            required=(),
        ),
        "oneOf": [
            _with("corporate_number", without="sole_proprietor_key"),
            _with("sole_proprietor_key", without="corporate_number"),
        ],
    }


def _with(name: str, *, without: str) -> dict[str, Any]:
    return {
        "required": [name],
        "properties": {name: {"type": "string"}, without: {"type": "null"}},
    }


def _consent() -> dict[str, Any]:
    answer = {"title": "回答", "enum": [*ANSWERS, None], "description": _listed(ANSWERS)}
    return {
        "title": "二次利用の同意",
        **_closed({"answer": answer, "terms_version": _terms_version()}, optional=("answer",)),
    }


def consent_wordings() -> dict[str, str]:
    """The wordings that were published, each with the fiscal years of the filings made under it."""
    since, years = "", {}
    for terms in load_policy().terms:
        until = terms.until_fiscal_year
        years[terms.version] = f"{since}{'' if until is None else f'{until}年度まで'}の申請"
        since = "" if until is None else f"{until + 1}年度から"
    return years


def _terms_version() -> dict[str, Any]:
    years = consent_wordings()
    return {"title": "規約文言の版", "enum": [*years], "description": _listed(years)}


def _wording_by_year() -> Iterator[dict[str, Any]]:
    """The wording of a fiscal year is the one that filings of that year were made under."""
    since = FIRST_YEAR
    for terms in load_policy().terms:
        until = LAST_YEAR if terms.until_fiscal_year is None else terms.until_fiscal_year
        year = {"type": "integer", "minimum": since, "maximum": until}
        version = {"const": terms.version}
        yield {
            "if": {"required": ["fiscal_year"], "properties": {"fiscal_year": year}},
            "then": {"properties": {"consent": {"properties": {"terms_version": version}}}},
        }
        since = until + 1


def _attachments(items: Iterable[Item]) -> dict[str, Any]:
    none = {"type": "null"}
    sha = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
    keys = [item.key for item in items if item.type == "file"]
    file = _closed(
        {
            "name": {
                **_line("ファイル名", 255),
                "pattern": _FILE_NAME,
                "not": {"enum": [".", ".."]},
            },
            "item": {
                "title": "項目キー",
                "enum": [*keys, None],
                "description": "このファイルを値とする添付書類の項目。どの項目の答えでもなければ null",
            },
            "sha256": {"title": "ハッシュ値(SHA-256)", "anyOf": [sha, none]},
        },
        optional=("item", "sha256"),
    )
    return {"title": "添付ファイル", "type": "array", "maxItems": MAX_FILES, "items": file}


def _line(title: str, longest: int) -> dict[str, Any]:
    text = {"type": "string", "minLength": 1, "maxLength": longest, "pattern": _PRINTABLE}
    return {"title": title, **text}


def _whole(title: str, low: int, high: int) -> dict[str, Any]:
    return {"title": title, "type": "integer", "minimum": low, "maximum": high}


def _choice(title: str, choices: dict[str, str]) -> dict[str, Any]:
    return {"title": title, "enum": [*choices], "description": _listed(choices)}


def _listed(choices: dict[str, str]) -> str:
    return "、".join(f"{code}: {label}" for code, label in choices.items())
