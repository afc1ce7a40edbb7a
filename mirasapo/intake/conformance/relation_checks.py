"""Rules that compare items of one filing with each other; which items stands in relations.yaml."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mirasapo.catalog.comparison import comparisons
from mirasapo.intake.conformance.finding import Finding, Seen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mirasapo.catalog.formula import Formula
    from mirasapo.intake.conformance.subject import Subject

_JOINT = "joint"


def date_orders(subject: Subject) -> Iterator[Seen]:
    """R-10-17: beginnings before ends."""
    for first, then in subject.relations.date_orders:
        for place, (early, late) in subject.rows_with(first, then):
            if early <= late:
                yield None
            else:
                names = [subject.catalog.item(key).label_ja for key in (first, then)]
                how = f"「{names[0]}」を「{names[1]}」より後にしません。"
                where = f"{place} {first}・{then}"
                yield Finding("R-10-17", where, "日付の順が逆です。", how)


def addresses(subject: Subject) -> Iterator[Seen]:
    """R-10-21: one of the 47 names, and the code of the same prefecture."""
    names = {label: code for code, label in subject.catalog.code_lists["prefecture"].codes.items()}
    for name_key, code_key in subject.relations.addresses:
        for place, (name,) in subject.rows_with(name_key):
            if name in names:
                yield None
            else:
                how = "「東京都」のように、47都道府県の正式な名称で書きます。"
                where = f"{place} {name_key}"
                yield Finding("R-10-21", where, "都道府県の名称ではありません。", how)
        for place, (name, code) in subject.rows_with(name_key, code_key):
            if names.get(name, code[:2]) != code[:2]:
                how = "同じ住所の都道府県と全国地方公共団体コードを書きます。"
                where = f"{place} {name_key}・{code_key}"
                yield Finding("R-10-21", where, "都道府県とコードの上2桁が合いません。", how)


def industries(subject: Subject) -> Iterator[Seen]:
    """R-10-22: the narrow class lies in the broad one."""
    lists = subject.catalog.code_lists
    parents = {
        code: parent
        for name, found in lists.items()
        if name.startswith("jsic_")
        for code, parent in found.parents.items()
    }
    for value in subject.values:
        if value.item.codes is not None and value.item.codes.name.startswith("jsic_"):
            yield None
    for broad, narrow in subject.relations.industries:
        for place, (above, code) in subject.rows_with(broad, narrow):
            while code in parents and code != above:
                code = parents[code]  # noqa: PLW2901 — upwards until the top
            if code != above:
                how = "大・中・小・細分類を、同じ系統のコードにします。"
                where = f"{place} {broad}・{narrow}"
                yield Finding("R-10-22", where, "産業分類の系統が違います。", how)


def finance_sums(subject: Subject) -> Iterator[Seen]:
    """R-10-23: the statements of a period agree with themselves."""
    yield from _sums(subject, "R-10-23", subject.relations.finance_formulas)


def expense_sums(subject: Subject) -> Iterator[Seen]:
    """R-10-24: totals of expenses and funds, and the amount asked for under its limits."""
    yield from _sums(subject, "R-10-24", subject.relations.expense_formulas)
    for lower, upper in subject.relations.caps:
        for place, (amount, limit) in subject.rows_with(lower, upper):
            if amount <= limit:
                yield None
            else:
                names = [subject.catalog.item(key).label_ja for key in (lower, upper)]
                how = f"「{names[0]}」を「{names[1]}」より大きくしません。"
                yield Finding("R-10-24", f"{place} {lower}", "上限の額を超えています。", how)


def _sums(subject: Subject, rule: str, names: Iterable[str]) -> Iterator[Seen]:
    known = {formula.name: formula for formula in subject.catalog.formulas}
    for formula in (known[name] for name in names):
        places = [place for place, _ in subject.rows(formula.of.table)]
        for found in comparisons(subject.catalog, formula, subject.content.rows):
            if found.agrees:
                yield None
            else:
                how = f"{formula.label_ja} となるように書きます{_give(formula)}。"
                where = f"{places[found.row - 1]} {formula.of.key}"
                yield Finding(rule, where, "内訳の計算と合いません。", how)


def _give(formula: Formula) -> str:
    """How much the two sides may differ, where they may."""
    unit = formula.of.unit or ""
    return f"(差は {float(formula.tolerance):,g}{unit} まで)" if formula.tolerance else ""


def joint_filing(subject: Subject) -> Iterator[Seen]:
    """R-10-27: who files together says so, and names the others."""
    relations = subject.relations
    tables = [
        stem
        for stem in relations.member_tables
        if any(subject.on_form(item.key) for item in subject.catalog.table(stem).items)
    ]
    members = [stem for stem in tables if any(subject.rows(stem))]
    stated: dict[str, Any] = {key: subject.one(key) for key in relations.joint_items}
    header_key = relations.joint_items[0]
    if members and stated[header_key] != _JOINT:
        how = "joint と書きます。単独の申請なら参加者の行を書きません。"
        what = "参加者の行があるのに、共同の申請となっていません。"
        yield Finding("R-10-27", f"items {header_key}", what, how)
    elif _JOINT in stated.values() and tables and not members:
        how = f"groups の {'・'.join(tables)} に、ほかの参加者を書きます。"
        yield Finding("R-10-27", "groups", "共同の申請なのに、参加者の行がありません。", how)
    elif members or _JOINT in stated.values():
        yield None
