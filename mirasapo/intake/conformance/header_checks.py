"""Rules about the header, its numbers, its files and its consent, beyond what the intake refuses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from mirasapo.catalog.check_digit import is_corporate_number
from mirasapo.catalog.schemas import MAX_FILES
from mirasapo.intake.conformance.finding import Finding, Seen
from mirasapo.intake.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirasapo.intake.conformance.subject import Subject

_PERSONAL = re.compile(r"\S+@\S+\.\S+|(?<![0-9])0[0-9]{1,4}-[0-9]{1,4}-[0-9]{3,4}(?![0-9])")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_ENDINGS = {*KINDS, "jpeg"}
_LATER = {"change", "discontinue"}
_AGREES = {"given": True, "refused": False, None: None}


def programme(subject: Subject) -> Iterator[Seen]:
    """R-08-01: the filing is of the programme that is being checked."""
    if subject.document.get("programme", subject.programme.code) != subject.programme.code:
        how = f"この検査の制度番号 {subject.programme.code} を書くか、--programme を改めます。"
        yield Finding("R-08-01", "programme", "調べる制度の申請ではありません。", how)
    yield None


def answered(subject: Subject) -> Iterator[Seen]:
    """R-03-01: something is answered by a value and not only by a file."""
    tried = {value.item.key for value in subject.values} | {fault.item for fault in subject.faults}
    items = [subject.catalog.items_by_key.get(key) for key in tried]
    if any(item is not None and item.type != "file" for item in items):
        yield None
    else:
        how = "様式にある項目の値を items と groups に書きます。"
        yield Finding("R-03-01", "items", "項目の値が一つもありません。", how)


def proprietor_key(subject: Subject) -> Iterator[Seen]:
    """R-06-03: not the 法人番号 of a corporation; the intake itself sees that there are 13 digits.

    They may look like a 法人番号: what they are is said by the kind of filer, not by the digits.
    """
    key = subject.identity_of["sole_proprietor_key"]
    if key is None:
        return
    if is_corporate_number(key) and _is_incorporated(subject):
        how = "法人なら corporate_number に書きます。個人事業主なら、法人とする項目を改めます。"
        place = "business sole_proprietor_key"
        yield Finding("R-06-03", place, "法人の申請に、法人番号が書かれています。", how)
    else:
        yield None


def _is_incorporated(subject: Subject) -> bool:
    """Whether an item says that the filer is no sole proprietor."""
    said = ((subject.one(key), codes) for key, codes in subject.relations.incorporated.items())
    return any(value is not None and (not codes or value in codes) for value, codes in said)


def filing_number(subject: Subject) -> Iterator[Seen]:
    """R-08-07: no telephone number and no mail address; a name cannot be told by a program."""
    number = subject.header("filing_number")
    if number and _PERSONAL.search(number):
        how = "制度の側で付けた、人を示さない番号を書きます。"
        what = "電話番号かメールアドレスのような文字があります。"
        yield Finding("R-08-07", "filing_number", what, how)
    yield None


def later_version(subject: Subject) -> Iterator[Seen]:
    """R-08-10: a change is a further version of the filing it changes."""
    if subject.header("procedure") not in _LATER or subject.header("version") is None:
        return
    if subject.header("version") > 1:
        yield None
    else:
        how = "元の申請の申請番号で、版を2以上にして送ります。"
        yield Finding("R-08-10", "version", "変更または中止の申請なのに、版が1です。", how)


def same_as_header(subject: Subject) -> Iterator[Seen]:
    """R-08-11: what the header says is not said differently by an item."""
    stated = subject.stated
    for name, key in subject.relations.header_items.items():
        value = subject.one(key)
        if value is None or name not in stated:
            continue
        if value == stated[name]:
            yield None
        elif name != "corporate_number":  # that one the intake finds itself
            how = f"見出しの {name} と同じ値を書くか、項目を省きます。"
            yield Finding("R-08-11", f"items {key}", "見出しと値が違います。", how)
    yield from _result(subject)


def _result(subject: Subject) -> Iterator[Seen]:
    key = subject.relations.result_item
    value, allowed = subject.one(key), subject.relations.results.get(subject.header("status") or "")
    if value is None or allowed is None:
        return
    if value in allowed:
        yield None
    else:
        said = f"{'か '.join(allowed)} を書くか" if allowed else "書かずにおくか"
        how = f"{said}、見出しの status を改めます。"
        yield Finding("R-08-11", f"items {key}", "見出しの status と結果が違います。", how)


def hashes(subject: Subject) -> Iterator[Seen]:
    """R-08-18: every file is named with its SHA-256."""
    for number, entry in enumerate(subject.attachments, 1):
        digest = entry.get("sha256")
        if isinstance(digest, str) and _SHA256.fullmatch(digest):
            yield None
        else:
            how = "ファイルの SHA-256 を小文字の16進64桁で書きます。"
            place = f"attachments の{number}番目 sha256"
            yield Finding("R-08-18", place, "SHA-256 がないか、形が違います。", how)


def files(subject: Subject) -> Iterator[Seen]:
    """R-08-19: how many files, and by their names of which kind."""
    entries = subject.attachments
    if len(entries) > MAX_FILES:
        how = f"{MAX_FILES}個までにします。"
        yield Finding("R-08-19", "attachments", "添付ファイルが多すぎます。", how)
    for number, entry in enumerate(entries, 1):
        name = entry.get("name")
        if not isinstance(name, str):
            continue  # the intake says so
        at_hand = subject.sent is not None and name in subject.sent
        if at_hand or name.rpartition(".")[2].lower() in _ENDINGS:
            yield None  # the intake judges by the content where it is at hand
        else:
            how = f"{'・'.join(KINDS)} のどれかの形式で送ります。"
            place = f"attachments の{number}番目 name"
            yield Finding("R-08-19", place, "受け取れない形式の名前です。", how)


def fiscal_year(subject: Subject) -> Iterator[Seen]:
    """R-11-06: April to March, by the day of filing. What is wrong the intake finds."""
    if subject.header("fiscal_year") is not None and subject.header("filed_on") is not None:
        yield None


def terms_version(subject: Subject) -> Iterator[Seen]:
    """R-11-07: the wording that was in force in the fiscal year. What is wrong the intake finds."""
    if subject.consent is not None and subject.terms is not None:
        yield None


def check_sheet(subject: Subject) -> Iterator[Seen]:
    """R-11-08: 行政手続 ask for consent one by one. What is wrong the intake finds."""
    if subject.programme.basis == "individual":
        yield None


def no_answer_before(subject: Subject) -> Iterator[Seen]:
    """R-11-09: terms without secondary use were never asked about it."""
    if subject.consent is None or subject.terms is None or subject.terms.secondary_use:
        return
    if subject.consent[0] is None:
        yield None
    else:
        how = "令和3年度までの申請では null と書きます。"
        yield Finding("R-11-09", "consent answer", "二次利用を尋ねていない年度の回答です。", how)


def consent_items(subject: Subject) -> Iterator[Seen]:
    """R-11-10: items that repeat the consent say the same."""
    if subject.consent is None:
        return
    answer, version = subject.consent
    wanted: dict[str, Any] = dict.fromkeys(subject.relations.agreement_items, _AGREES[answer])
    wanted[subject.relations.terms_item] = version
    if subject.terms is not None and subject.terms.secondary_use:
        wanted[subject.relations.consent_class_item] = subject.programme.basis
    for key, right in wanted.items():
        value = subject.one(key)
        if value is None:
            continue
        if value == right:
            yield None
        else:
            how = "見出しの consent に合わせます。回答が null のときは項目を書きません。"
            yield Finding("R-11-10", f"items {key}", "見出しの同意と食い違います。", how)
