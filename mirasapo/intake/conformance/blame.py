"""From a fault of the intake to the rule that it breaks: the only place that knows both."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from mirasapo.catalog.value import value_faults
from mirasapo.catalog.value_type import VALUE_TYPES, control_hint
from mirasapo.intake.conformance.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirasapo.catalog import Fault, Item
    from mirasapo.intake.conformance.subject import Subject

# "3行目: 2番目の値の形が違います。" → row 3, element 2, "値の形が違います。"
_PARTS = re.compile(r"(?:(?P<row>\d+)行目: )?(?:(?P<nth>\d+)番目の)?(?P<what>.*)", re.DOTALL)
_FILE = re.compile(r"(?P<file>ファイル「.*」: )(?P<what>[^「」]+)", re.DOTALL)
_NOT_SENT = "送られていません。"

# What the intake says, and the rule that it is about. "" has to be decided by the value.
RULES = {
    # the header
    "知らない見出しです。": "R-08-05",
    "書かれていません。": "R-08-05",
    "知らない制度です。": "R-08-01",
    "知らない版です。": "R-08-06",
    "form_version を読めません。": "R-08-06",
    "filing_number を読めません。": "R-08-07",
    "個人事業主整理番号が正しくありません。": "R-06-03",
    "terms_version を読めません。": "R-11-07",
    "terms_version が知らない版です。": "R-11-07",
    "terms_version が申請の年度の版ではありません。": "R-11-07",
    "申請日の年度と違います。": "R-11-06",
    "answer が知らない値です。": "",
    "知らない値です。": "",
    "日付ではありません。": "",
    "まだ来ていない日付です。": "R-10-16",
    "事業者を特定できません。": "R-06-02",
    "法人番号が正しくありません。": "R-10-03",
    "形が違います。": "",
    # the items
    "知らない項目です。": "R-10-01",
    "この制度の項目ではありません。": "R-08-02",
    "書く場所が違います。": "R-10-07",
    "知らない表です。": "R-10-07",
    "この制度の表ではありません。": "R-08-02",
    "行の並びとして読めません。": "R-08-01",
    "行として読めません。": "R-08-01",
    "同じ行が二つ以上あります。": "R-10-09",
    "申請者の法人番号と違います。": "R-08-11",
    "値が配列ではありません。": "R-10-02",
    "値の形が違います。": "",
    "値が決まりに合いません。": "",
    # the files
    "添付ファイルの記載を読めません。": "R-08-17",
    "添付ファイルの一覧にない名前です。": "R-08-20",
    "二度挙げられています。": "R-08-17",
    _NOT_SENT: "R-08-17",
    "申請に挙げられていません。": "R-08-17",
    "内容が sha256 と一致しません。": "R-08-17",
    "大きすぎます。": "R-08-19",
    "受け取れない形式です。": "R-08-19",
    "マクロを含むファイルは受け取れません。": "R-08-19",
    "ウイルスが見つかりました。": "R-08-19",
    "名前と中身の形式が違います。": "R-08-19",
    "ファイルの項目ではありません。": "R-08-20",
    "項目の値と添付ファイルが合いません。": "R-08-20",
}
_SHAPES = {"business": "R-06-02", "attachments": "R-08-17"}
_WHOLE = {"version": "R-08-08", "fiscal_year": "R-11-06"}
_EARLY = {"draft", "returned"}
_CHECKS = {"corporate_number": "R-10-03", "local_government_code": "R-10-20"}
_NUMBERS = {"money", "integer", "decimal", "boolean"}
_DATES = {
    "date": r"[0-9]{4}-[0-9]{2}-[0-9]{2}",
    "year_month": r"[0-9]{4}-[0-9]{2}",
    "datetime": r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})",
}


def findings(subject: Subject) -> Iterator[Finding]:
    """What the intake finds wrong with a filing, under the rules that say so."""
    missing = {fault.item for fault in subject.faults if fault.what == "書かれていません。"}
    for fault in subject.faults:
        parts = _PARTS.fullmatch(fault.what)
        row, nth = (parts["row"], parts["nth"]) if parts else (None, None)
        what = parts["what"] if parts else fault.what
        of_file = _FILE.fullmatch(what)
        said = of_file["what"] if of_file else what
        if said == _NOT_SENT and subject.sent is None:
            continue  # nobody gave the files: nothing can be said about them
        if said == "形が違います。" and fault.item in missing:
            continue  # said once is enough
        raw = _raw(subject, fault.item, row, nth)
        rule = RULES.get(said, "R-08-01") or _decided(subject, fault, said, raw)
        label = f"「{fault.label}」" if fault.label else ""
        yield Finding(rule, _place(subject, fault.item, row, nth), f"{label}{what}", fault.why)


def _decided(subject: Subject, fault: Fault, said: str, raw: Any) -> str:
    if said == "形が違います。":
        return _SHAPES.get(fault.item, "R-08-01")
    if said == "answer が知らない値です。":
        return "R-11-08" if subject.programme.basis == "individual" else "R-08-01"
    if said == "知らない値です。":
        return "R-07-03" if isinstance(raw, str) and raw in _EARLY else "R-08-09"
    if said == "日付ではありません。":
        return _date_rule("date", raw)
    item = subject.catalog.items_by_key.get(fault.item)
    return _WHOLE.get(fault.item, "R-08-01") if item is None else _value_rule(item, raw)


def _value_rule(item: Item, raw: Any) -> str:
    """The rule that a value breaks; the narrowest that says something about it."""
    if isinstance(raw, str) and not raw.strip():
        return "R-10-10"
    if item.type in _NUMBERS:
        return "R-10-02" if _is_number(raw) and item.type != "boolean" else "R-10-13"
    if item.type in _DATES:
        return _date_rule(item.type, raw)
    if control_hint(item.type, raw):
        return "R-10-19"
    return _CHECKS.get(item.limit.check or "") or _text_rule(item, raw)


def _text_rule(item: Item, raw: Any) -> str:
    if item.type == "file":
        return "R-08-19" if _shaped(item, raw) else "R-08-17"
    if item.codes is not None and isinstance(raw, str):
        return "R-10-22" if item.codes.name.startswith("jsic_") else "R-10-02"
    number = item.type in {"code", "phone"} or item.limit.digits is not None
    return "R-10-12" if number else "R-10-02"


def _date_rule(kind: str, raw: Any) -> str:
    """A day that the calendar does not have is one rule, another way to write it is another."""
    written = isinstance(raw, str) and re.fullmatch(_DATES[kind], raw) is not None
    return "R-10-02" if written else "R-10-15"


def _is_number(raw: Any) -> bool:
    return not isinstance(raw, bool | str | list | dict)


def _shaped(item: Item, raw: Any) -> bool:
    sentence = VALUE_TYPES[item.type].sentence
    return not any(fault.why.startswith(sentence) for fault in value_faults(item, raw))


def _raw(subject: Subject, key: str, row: str | None, nth: str | None) -> Any:
    """The JSON value that a fault is about; None where it is about no single one."""
    document = subject.document
    holder: Any = document if key in document else document.get("items")
    item = subject.catalog.items_by_key.get(key)
    if row is not None and item is not None:
        holder = next(
            (
                rows[int(row) - 1]
                for rows in document["groups"].values()
                if isinstance(rows, list) and len(rows) >= int(row)
                if isinstance(rows[int(row) - 1], dict) and key in rows[int(row) - 1]
            ),
            None,
        )
    raw = holder.get(key) if isinstance(holder, dict) else None
    return raw[int(nth) - 1] if nth is not None and isinstance(raw, list) else raw


def _place(subject: Subject, key: str, row: str | None, nth: str | None) -> str:
    item = subject.catalog.items_by_key.get(key)
    if row is not None:
        stem = item.table if item is not None else key
        where = f"groups.{stem} の{row}行目 {key if item is not None else ''}".rstrip()
    elif item is not None and item.repeat_group is None:
        where = f"items {key}"
    elif item is not None:
        where = f"groups.{item.table} {key}"
    else:
        where = key
    return f"{where} の{nth}番目" if nth else where
