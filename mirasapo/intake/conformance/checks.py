"""Every rule that a payload can show, and the check that looks for it.

A rule of which the intake finds all that is wrong has a check that only tells whether it applies.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirasapo.intake.conformance import header_checks as header
from mirasapo.intake.conformance import relation_checks as relation
from mirasapo.intake.conformance import value_checks as value
from mirasapo.intake.conformance.value_checks import always, seen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mirasapo.intake.conformance.finding import Check, Seen
    from mirasapo.intake.conformance.subject import Subject

_NUMBERS = {"money", "integer", "decimal", "boolean"}
_DATES = {"date", "year_month", "datetime"}


def _attached(subject: Subject) -> Iterator[Seen]:
    yield from (None for _ in subject.attachments)


def _corporate_numbers(subject: Subject) -> Iterator[Seen]:
    if subject.identity_of["corporate_number"] is not None:
        yield None
    yield from seen(lambda each: each.item.limit.check == "corporate_number")(subject)


CHECKS: Mapping[str, Check] = {
    "R-03-01": header.answered,
    "R-06-02": always,
    "R-06-03": header.proprietor_key,
    "R-07-03": always,
    "R-08-01": header.programme,
    "R-08-02": always,
    "R-08-04": always,
    "R-08-05": always,
    "R-08-06": always,
    "R-08-07": header.filing_number,
    "R-08-09": always,
    "R-08-10": header.later_version,
    "R-08-11": header.same_as_header,
    "R-08-17": _attached,
    "R-08-18": header.hashes,
    "R-08-19": header.files,
    "R-08-20": seen(lambda each: each.item.type == "file"),
    "R-10-01": seen(lambda _: True),
    "R-10-02": seen(lambda _: True),
    "R-10-03": _corporate_numbers,
    "R-10-07": seen(lambda _: True),
    "R-10-08": value.keyed_rows,
    "R-10-09": value.different_rows,
    "R-10-10": always,
    "R-10-11": value.fillers,
    "R-10-12": value.half_width,
    "R-10-13": seen(lambda each: each.item.type in _NUMBERS),
    "R-10-14": value.thousands,
    "R-10-15": always,
    "R-10-16": always,
    "R-10-17": relation.date_orders,
    "R-10-18": value.kana,
    "R-10-19": value.private_use,
    "R-10-20": seen(lambda each: each.item.limit.check == "local_government_code"),
    "R-10-21": relation.addresses,
    "R-10-22": relation.industries,
    "R-10-23": relation.finance_sums,
    "R-10-24": relation.expense_sums,
    "R-10-25": value.individual_numbers,
    "R-10-27": relation.joint_filing,
    "R-11-06": header.fiscal_year,
    "R-11-07": header.terms_version,
    "R-11-08": header.check_sheet,
    "R-11-09": header.no_answer_before,
    "R-11-10": header.consent_items,
}
