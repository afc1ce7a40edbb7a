"""The days that an item stands on the forms fit the versions of its programmes' forms.

A form of today is the newest version of a programme's form. An item with a `valid_until` is not on
it: it has been on an earlier version, and a later one without it is there. An item with a `valid_from`
is on one from that year on, and an earlier one is without it. Whether a day has passed is never
asked, so that the same files are sound or not on every day.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from mirasapo.catalog.fiscal_year import fiscal_year_of
from mirasapo.catalog.lint.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from mirasapo.catalog.model import Catalog, Programme


def findings(catalog: Catalog) -> Iterator[Finding]:
    """Items that ended and are still on a form of today, or that no form has begun with."""
    for item in catalog.items:
        for code in sorted(item.programmes & catalog.programmes.keys()):
            form = catalog.programmes[code]
            if item.valid_from is not None and not _begun(form, item.valid_from):
                what = (
                    f"valid_from {item.valid_from} から始まるのに、制度 {code} の様式の版"
                    f"({'・'.join(form.form_versions)})にその年度からの新しい版がありません。"
                )
                cure = (
                    "valid_from を消すか直します。新しい様式なら、版を form_versions に加えます。"
                )
                yield Finding(item.key, what, cure)
            if item.valid_until is not None and not _ended(form, item.valid_until):
                what = (
                    f"valid_until {item.valid_until} で終わるのに、制度 {code} の新しい様式の版"
                    f"({'・'.join(form.form_versions)})にまだあります。"
                )
                cure = "valid_until を消すか、その日より後の版を form_versions に加えます。"
                yield Finding(item.key, what, cure)


def _ended(form: Programme, until: date) -> bool:
    """A version of that year or before has the item, and a later one does not."""
    years = Counter(_year(version) for version in form.form_versions)
    last = fiscal_year_of(until)
    return min(years, default=last) <= last and (max(years, default=last) > last or years[last] > 1)


def _begun(form: Programme, since: date) -> bool:
    """A version of that year or later has the item, and an earlier one does not."""
    years = Counter(_year(version) for version in form.form_versions)
    first = fiscal_year_of(since)
    newest, oldest = max(years, default=first), min(years, default=first)
    return newest >= first and (oldest < first or years[first] > 1)


def _year(version: str) -> int:
    """The fiscal year that a version is called by: 2021 of `2021-1`."""
    head = version.partition("-")[0]
    return int(head) if head.isdecimal() else 0
