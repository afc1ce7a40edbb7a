"""A filing as small as it may be: what a programme's system starts from."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from mirasapo.catalog.check_digit import corporate_check_digit
from mirasapo.catalog.fiscal_year import fiscal_year_of
from mirasapo.catalog.policy import load_policy
from mirasapo.catalog.value import value_faults

if TYPE_CHECKING:
    from mirasapo.catalog.model import Catalog

FILED_ON: Final = date(2025, 5, 7)
FISCAL_YEAR: Final = fiscal_year_of(FILED_ON)
_NO_BODY: Final = "900000000001"  # no registry office is 9000
_YEN: Final = 10_000_000
_FILES: Final = 2


def minimal_filing(catalog: Catalog, programme: str) -> dict[str, Any]:
    """A valid filing of a made-up corporation: one amount, and two PDFs where the form takes files.

    Raises BadInput for an unknown programme.
    """
    form = catalog.programme(programme)
    singles = [item for item in form.offered if item.repeat_group is None]
    amount = next(item for item in singles if item.type == "money" and not value_faults(item, _YEN))
    files = [item for item in singles if item.type == "file"][:_FILES]
    names = {item.key: f"file_{number}.pdf" for number, item in enumerate(files, 1)}
    answered = {item.key: [names[item.key]] if item.array else names[item.key] for item in files}
    return {
        "programme": form.code,
        "form_version": form.form_versions[-1],
        "filing_number": f"EXAMPLE-{form.code}-1",
        "version": 1,
        "procedure": "new",
        "status": "filed",
        "fiscal_year": FISCAL_YEAR,
        "filed_on": FILED_ON.isoformat(),
        "business": {"corporate_number": f"{corporate_check_digit(_NO_BODY)}{_NO_BODY}"},
        "consent": {
            "answer": "given",
            "terms_version": load_policy().terms_of(FISCAL_YEAR).version,
        },
        "items": {amount.key: _YEN, **answered},
        "attachments": [{"name": name, "item": key} for key, name in names.items()],
    }
