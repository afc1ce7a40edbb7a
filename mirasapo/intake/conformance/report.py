"""The outcome of a check: what breaks which rule, and of all rules what came of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from mirasapo.business.document import read_document
from mirasapo.catalog.rulebook import load_rules
from mirasapo.errors import BadInput
from mirasapo.intake.conformance.blame import findings
from mirasapo.intake.conformance.checks import CHECKS
from mirasapo.intake.conformance.endpoint import BEYOND, Answer
from mirasapo.intake.conformance.finding import Finding
from mirasapo.intake.conformance.subject import Subject
from mirasapo.intake.conformance.versions import RULE as VERSIONS_RULE
from mirasapo.intake.conformance.versions import version_findings
from mirasapo.intake.payload import FilingReader
from mirasapo.intake.receive import JAPAN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from mirasapo.catalog import Catalog, Programme
    from mirasapo.catalog.rulebook import Rule

_UNREADABLE = "読める申請がありません。"
_NOTHING = "申請に、この規則に当たる内容がありません。"
_ONE_VERSION = "同じ申請番号の版が二つ以上あるときに調べます。"
_NO_FILES = "添付ファイルの中身は見ていません(--attach で渡せます)。"
_BY_FILES = ("R-08-17", "R-08-19")
_NO_URL = "送り方の規則です。ファイルからは分かりません。"
_TELLING = {"R-08-07", "R-10-25"}  # the number itself may name a person: it is not repeated
_NOT_BY_GET = "送り方の規則です。一度の GET では分かりません。"


@dataclass(frozen=True, slots=True)
class Breach:
    """One thing that breaks a rule.

    `filing`: its place in the file, from 1; 0 for what is wrong with the endpoint itself. `why` is
    the rule's own sentence.
    """

    rule: str
    level: str
    filing: int
    filing_number: str
    place: str
    what: str
    why: str
    how: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of the programme's items of one domain have a value somewhere in what was given."""

    covered: int
    of: int

    @property
    def percent(self) -> float:
        """The share in %, to one decimal; 0 where the form has no such item."""
        return round(100 * self.covered / self.of, 1) if self.of else 0.0


@dataclass(slots=True)
class Report:
    """Everything that a check found; each rule stands in exactly one of the last four."""

    programme: str
    filings: int
    breaches: list[Breach] = field(default_factory=list)
    coverage: dict[str, Coverage] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)  # items of the form without a value
    broken: list[str] = field(default_factory=list)
    held: list[str] = field(default_factory=list)
    not_applicable: dict[str, str] = field(default_factory=dict)  # rule → why
    no_program: dict[str, str] = field(default_factory=dict)  # rule → why_not
    notes: dict[str, str] = field(default_factory=dict)  # rule → what of it was not looked at

    @property
    def holds(self) -> bool:
        """No 必須 rule is broken."""
        return all(breach.level != "must" for breach in self.breaches)


def examine(
    catalog: Catalog,
    programme: str,
    bodies: Iterable[bytes],
    sent: Mapping[str, bytes] | None = None,
    *,
    answer: Answer | None = None,
    moment: datetime | None = None,
) -> Report:
    """Check payloads against every rule.

    `sent`: the attached files, None when they are not at hand. `answer`: what the endpoint showed
    that the payloads are from. Raises NotFound for an unknown programme.
    """
    today = (moment or datetime.now(JAPAN)).astimezone(JAPAN).date()
    checking = _Checking(catalog, catalog.programme(programme), sent, today)
    for body in bodies:
        checking.add(body)
    checking.across()
    if answer is not None:
        checking.endpoint(answer)
    return checking.report(load_rules(), by_url=answer is not None)


class _Checking:
    """One check on its way through the payloads."""

    def __init__(
        self, catalog: Catalog, programme: Programme, sent: Mapping[str, bytes] | None, today: date
    ) -> None:
        self._reader = FilingReader(catalog, strict=True)
        self._programme, self._sent, self._today = programme, sent, today
        self._found: list[tuple[int, Finding]] = []
        self._numbers: dict[int, str] = {}
        self._seen: set[str] = set()
        self._answered: set[str] = set()
        self._documents: list[tuple[int, dict[str, Any]]] = []
        self._count = 0

    def add(self, body: bytes) -> None:
        """Check one payload to the end."""
        self._count += 1
        try:
            document = read_document(body)
        except BadInput as refusal:
            found = Finding("R-08-04", "全体", refusal.why, refusal.next_step)
            self._found.append((self._count, found))
            return
        self._documents.append((self._count, document))
        subject = Subject(self._reader, self._programme, document, self._sent, self._today)
        wrong = list(findings(subject))
        for rule, check in CHECKS.items():
            for seen in check(subject):
                self._seen.add(rule)
                if seen is not None:
                    wrong.append(seen)
        self._found += [(self._count, each) for each in wrong]
        if not _TELLING & {each.rule for each in wrong}:
            self._numbers[self._count] = subject.header("filing_number") or ""
        self._answered |= {value.item.key for value in subject.values}

    def across(self) -> None:
        """Check what only several versions of one filing show."""
        for number, finding in version_findings(self._documents):
            self._seen.add(VERSIONS_RULE)
            if finding is not None:
                self._found.append((number, finding))

    def endpoint(self, answer: Answer) -> None:
        """Add what the answer of the endpoint showed."""
        self._seen |= answer.seen
        self._found += [(0, finding) for finding in answer.findings]

    def report(self, rules: Iterable[Rule], *, by_url: bool) -> Report:
        """What came of it."""
        by_id = {rule.id: rule for rule in rules}
        report = Report(self._programme.code, self._count)
        for filing, finding in sorted(self._found, key=lambda each: (each[0], each[1].rule)):
            rule = by_id[finding.rule]
            report.breaches.append(
                Breach(
                    rule.id,
                    rule.level,
                    filing,
                    self._numbers.get(filing, ""),
                    finding.place,
                    finding.what,
                    rule.sentence,
                    finding.how,
                )
            )
        broken = {breach.rule for breach in report.breaches}
        for rule in by_id.values():
            if rule.id in broken:
                report.broken.append(rule.id)
            elif rule.id in self._seen:
                report.held.append(rule.id)
                if rule.id in BEYOND:
                    report.notes[rule.id] = BEYOND[rule.id]
                elif rule.id in _BY_FILES and self._sent is None:
                    report.notes[rule.id] = _NO_FILES
            elif rule.program == "none":
                report.no_program[rule.id] = rule.why_not
            else:
                report.not_applicable[rule.id] = self._why_not_applicable(rule, by_url=by_url)
        self._cover(report)
        return report

    def _why_not_applicable(self, rule: Rule, *, by_url: bool) -> str:
        if rule.id == VERSIONS_RULE:
            return _ONE_VERSION
        if rule.program == "endpoint":
            return _NOT_BY_GET if by_url else _NO_URL
        return _NOTHING if self._documents else _UNREADABLE

    def _cover(self, report: Report) -> None:
        for domain in ("generic", "specific"):
            keys = [item.key for item in self._programme.items if item.domain == domain]
            report.coverage[domain] = Coverage(
                sum(key in self._answered for key in keys), len(keys)
            )
            report.missing += [key for key in keys if key not in self._answered]
