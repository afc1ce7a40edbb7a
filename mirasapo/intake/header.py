"""The header of a filing: everything of it but items, rows and files."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from mirasapo.business.identify import Identity
from mirasapo.catalog import Fault, load_policy
from mirasapo.catalog.as_written import spoilt
from mirasapo.catalog.check_digit import is_corporate_number
from mirasapo.catalog.fiscal_year import first_day_of, fiscal_year_of
from mirasapo.catalog.schemas import ANSWERS, FIRST_YEAR, LAST_YEAR, PROCEDURES, STATUSES

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from mirasapo.catalog import Programme
    from mirasapo.catalog.policy import Terms

_YEARS = range(FIRST_YEAR, LAST_YEAR + 1)
_MAX_VERSION = 9999
_SOLE_PROPRIETOR_KEY = re.compile("[0-9]{13}")
_MAX_TEXT = {
    "filing_number": 100,
    "form_version": 20,
    "terms_version": 50,
}
_LABELS = {
    "programme": "制度番号",
    "form_version": "様式の版",
    "filing_number": "申請番号",
    "version": "申請の版",
    "procedure": "手続の種別",
    "status": "申請状態",
    "fiscal_year": "年度",
    "filed_on": "申請日",
    "business": "事業者",
    "consent": "二次利用の同意",
    "items": "項目",
    "groups": "繰り返す項目",
    "attachments": "添付ファイル",
}
_OPTIONAL = {"attachments", "groups"}


class Header:
    """The header as read; what is wrong goes to `faults`, what has no value to `unread`."""

    def __init__(
        self, document: Mapping[str, Any], programmes: Mapping[str, Programme], today: date
    ) -> None:
        self._document = document
        self.faults: list[Fault] = []
        self.unread: set[str] = set()
        for name in document.keys() - _LABELS.keys():
            self._fault(name, "知らない見出しです。", "申請の形式にない名前です。")
        for name in _LABELS.keys() - document.keys() - _OPTIONAL:
            self._fault(name, "書かれていません。", "必要な見出しです。")
        self.programme = self._programme(programmes)
        self.form_version = self._text("form_version")
        self._check_form_version()
        self.filing_number = self._text("filing_number")
        self.version = self._whole("version", range(1, _MAX_VERSION + 1))
        self.procedure = self._choice("procedure", PROCEDURES)
        self.status = self._choice("status", STATUSES)
        self.fiscal_year = self._whole("fiscal_year", _YEARS)
        self.filed_on = self._day("filed_on", today)
        self.terms = self._terms()
        self.identity = self._identity()
        self.answer, self.terms_version = self._consent()

    def _programme(self, programmes: Mapping[str, Programme]) -> Programme | None:
        code = self._document.get("programme")
        found = programmes.get(code) if isinstance(code, str) else None
        if found is None and "programme" in self._document:
            self._fault("programme", "知らない制度です。", "01 から 16 までの2桁で書きます。")
        return found

    def _check_form_version(self) -> None:
        if self.programme and self.form_version:
            known = self.programme.form_versions
            if self.form_version not in known:
                why = f"{'・'.join(known)} のどれかです。"
                self._fault("form_version", "知らない版です。", why)

    def _text(self, name: str, within: Mapping[str, Any] | None = None, under: str = "") -> str:
        source = self._document if within is None else within
        if name not in source and within is None:
            return ""  # reported as missing already
        value, longest = source.get(name), _MAX_TEXT[name]
        fits = isinstance(value, str) and 0 < len(value.strip()) <= longest and value.isprintable()
        if isinstance(value, str) and fits and len(value) <= longest:
            return value
        self._fault(under or name, f"{name} を読めません。", f"{longest}文字以内の文字で書きます。")
        return ""

    def _whole(self, name: str, allowed: range) -> int:
        value = self._document.get(name)
        if isinstance(value, int) and not isinstance(value, bool) and value in allowed:
            return value
        if name in self._document:
            why = f"{allowed[0]} から {allowed[-1]} までの整数で書きます。"
            self._fault(name, "値の形が違います。", why)
        return 0

    def _choice(self, name: str, allowed: Collection[str]) -> str:
        value = self._document.get(name)
        if isinstance(value, str) and value in allowed:
            return value
        if name in self._document:
            self._fault(name, "知らない値です。", f"{'・'.join(allowed)} のどれかで書きます。")
        return ""

    def _day(self, name: str, today: date) -> date:
        value = self._document.get(name)
        try:
            day = date.fromisoformat(value) if isinstance(value, str) else None
        except ValueError:
            day = None
        if day is None or fiscal_year_of(day) not in _YEARS or day.isoformat() != value:
            if name in self._document:
                since = first_day_of(_YEARS[0])
                why = f"実在する日付を YYYY-MM-DD で書きます({since} から)。"
                self._fault(name, "日付ではありません。", why)
            return today
        if day > today:
            self._fault(name, "まだ来ていない日付です。", "申請した日を書きます。")
        return day

    def _terms(self) -> Terms | None:
        """The terms of the fiscal year: of the day of filing or, where that is wrong, as stated.

        The year must be that of the day, as it decides what a filing may be used for.
        """
        readable = {"fiscal_year", "filed_on"} & self._document.keys() - self.unread
        year = fiscal_year_of(self.filed_on) if "filed_on" in readable else self.fiscal_year
        if not readable:
            return None
        if len(readable) > 1 and year != self.fiscal_year:
            first, last = first_day_of(year), first_day_of(year + 1) - timedelta(days=1)
            why = f"申請日の属する {year} を書きます({first} から {last} まで)。"
            self._disagreement("fiscal_year", "申請日の年度と違います。", why)
        return load_policy().terms_of(year)

    def _identity(self) -> Identity | None:
        business = self._document.get("business")
        if not isinstance(business, dict) or business.keys() - {
            "corporate_number",
            "sole_proprietor_key",
        }:
            if "business" in self._document:
                why = "corporate_number か sole_proprietor_key を書きます。"
                self._fault("business", "形が違います。", why)
            return None
        number, key = business.get("corporate_number"), business.get("sole_proprietor_key")
        if (number is None) == (key is None):
            why = "法人番号と個人事業主整理番号の、どちらか一方だけを書きます。"
            self._fault("business", "事業者を特定できません。", why)
            return None
        if key is not None:
            if not isinstance(key, str) or _SOLE_PROPRIETOR_KEY.fullmatch(key) is None:
                why = "GビズIDが割り当てた13桁の数字を書きます。"
                self._fault("business", "個人事業主整理番号が正しくありません。", why)
                return None
            return Identity(None, key)
        if not isinstance(number, str) or not is_corporate_number(number):
            why = spoilt(str(number)) or "13桁の法人番号(検査数字の合うもの)を書きます。"
            self._fault("business", "法人番号が正しくありません。", why)
            return None
        return Identity(number, None)

    def _consent(self) -> tuple[str | None, str]:
        consent = self._document.get("consent")
        if not isinstance(consent, dict) or consent.keys() - {"answer", "terms_version"}:
            if "consent" in self._document:
                self._fault("consent", "形が違います。", "answer と terms_version を書きます。")
            return None, ""
        answer = consent.get("answer")
        if answer is not None and not (isinstance(answer, str) and answer in ANSWERS):
            why = "given(同意する)か refused(同意しない)か null で書きます。"
            self._fault("consent", "answer が知らない値です。", why)
            answer = None
        version = self._text("terms_version", consent, "consent")
        known = [terms.version for terms in load_policy().terms]
        if version and version not in known:
            why = f"公表された規約文言の版({'、'.join(known)})で書きます。"
            self._fault("consent", "terms_version が知らない版です。", why)
        elif version and self.terms is not None and version != self.terms.version:
            why = f"その年度の規約文言の版 {self.terms.version} を書きます。"
            self._disagreement("consent", "terms_version が申請の年度の版ではありません。", why)
        return answer, version

    def _fault(self, name: str, what: str, why: str) -> None:
        self.unread.add(name)
        self._disagreement(name, what, why)

    def _disagreement(self, name: str, what: str, why: str) -> None:
        """A fault of something that could be read, but not together with the rest."""
        self.faults.append(Fault(name, _LABELS.get(name, ""), what, why))
