"""What an officer writes and pastes into a form, and what it is read as.

`python -m tests.officer_cells FILE` writes the form of programme 14 so filled. LibreOffice 7.4 made
tests/data/filing_14_libreoffice.xlsx of it: `soffice --headless --convert-to xlsx FILE`.
"""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from openpyxl import load_workbook

from mirasapo.catalog import load_catalog
from mirasapo.catalog.workbook import template
from mirasapo.catalog.workbook.layout import FILING, FIRST_ROW

if TYPE_CHECKING:
    from mirasapo.catalog import Catalog

PROGRAMME = "14"
SAVED_BY_LIBREOFFICE = Path(__file__).parent / "data" / "filing_14_libreoffice.xlsx"


@dataclass(frozen=True)
class Written:
    """A cell: the entry, what stands in it, how it is shown, and either its value or the fault."""

    key: str
    held: Any
    value: Any = None
    fault: str = ""
    shown_as: str | None = None
    row: int = 0  # of a sheet of rows, from 0


HEAD = [
    Written("@filing_number", "申請-2023-0001 \n", "申請-2023-0001"),
    Written("@version", "１", 1),
    Written("@procedure", "新規 ", "new"),
    Written("@status", "採択", "adopted"),
    Written("@fiscal_year", 2023, 2023),
    Written("@filed_on", date(2023, 5, 1), "2023-05-01", shown_as='[$-411]ggge"年"m"月"d"日"'),
    Written("@business.corporate_number", 7000012050002, "7000012050002", shown_as="0"),
    Written("@consent.terms_version", "policy-2025-02-14", "policy-2025-02-14"),
]
READ = [
    Written("business_identity.corporate_number", "７００００１２０５０００２", "7000012050002"),
    Written(
        "business_identity.trade_name", " 株式会社鳥取ＡＢＣ商店　\r\n", "株式会社鳥取ＡＢＣ商店"
    ),
    Written("business_identity.trade_name_kana", "ﾄｯﾄﾘｼｮｳﾃﾝ", "ﾄｯﾄﾘｼｮｳﾃﾝ"),
    Written("business_identity.organization_type", "株式会社 ", "301"),
    Written("business_identity.established_on", datetime(1998, 4, 1), "1998-04-01"),  # noqa: DTZ001
    Written("business_identity.capital_yen", "１０，０００，０００", 10_000_000),
    Written("business_identity.employee_count", 12.0, 12),
    Written("industry_business.main_industry_major", "Ｅ", "E"),
    Written("industry_business.summary", "食品の加工\r\nと販売\n", "食品の加工\nと販売"),
    Written("main_office_address.postal_code", "６８００００１", "6800001"),
    Written("registered_address.postal_code", 6800001, "6800001", shown_as="0"),
    Written("registered_address.local_government_code", "312011 ", "312011"),
    Written("contact_point.phone", "０８５７－２６－０００１", "0857-26-0001"),
    Written(
        "contact_person.phone", "0857‐26‐0003", "0857‐26‐0003"
    ),  # as it stands: the intake reads
    Written("representative.born_on", " 昭和40年1月2日", "昭和40年1月2日"),
    Written("contact_point.email", "mihon@example.jp\n", "mihon@example.jp"),
    Written("filing_header.is_filed_by_proxy", " はい ", value=True),
    Written("filing_header.pledges_no_antisocial_ties", True, value=True, shown_as="General"),
    Written("consent_provenance.consents_to_secondary_use", False, value=False, shown_as="General"),
    Written("expert_dispatch.executed_on", date(2023, 6, 1), "2023-06-01", row=0),
    Written("expert_dispatch.start_time", "０９：３０", "09:30", row=0),
    Written("expert_dispatch.support_hours", 1.5, 1.5, row=0),
    Written("expert_dispatch.photo_file", "会場１.jpg", "会場１.jpg", row=0),
    Written("expert_dispatch.theme", "三行空けた次の回", "三行空けた次の回", row=4),
]
REFUSED = [
    Written("main_office_address.local_government_code", 11002, fault="数として書かれています。"),
    Written("business_identity.regular_employee_count", 0.5, fault="パーセント", shown_as="0%"),
    Written("contact_point.fax", 857260002, fault="数として書かれています。"),
    Written("registered_address.block_and_lot", date(2026, 1, 2), fault="日付か時刻に変わって"),
    Written("contact_person.title", "課長\n兼 部長", fault="値の形が違います。"),
    Written("expert_dispatch.executed_on", "03/04/05", fault="値を確かに読み取れません。", row=4),
    Written("business_identity.fiscal_closing_month", "三月", fault="値の形が違います。"),
    Written("sme_status.class", "たぶん中小", fault="値が決まりに合いません。"),
    Written("business_identity.officer_count", "=1+2", fault="数式かエラーがあります。"),
    Written("expert_dispatch.end_time", datetime(1899, 12, 30, 10), fault="日付か時刻に"),  # noqa: DTZ001
]


@cache
def positions(programme: str) -> dict[str, tuple[str, str, int]]:
    """Sheet, column and first row of every entry of a form."""
    found = {}
    for page in load_workbook(io.BytesIO(template(load_catalog(), programme))):
        if page.sheet_state == "hidden":
            continue
        upright = page["A1"].value == FILING
        for cell in page["A"] if upright else page[1]:
            column = "D" if upright else cell.column_letter
            found[cell.value] = (page.title, column, cell.row if upright else FIRST_ROW)
    return found


def at(programme: str, key: str, row: int = 0) -> tuple[str, str]:
    """Sheet and cell of an entry; `row` counts from 0 where rows repeat."""
    title, column, first = positions(programme)[key]
    return title, f"{column}{first + row}"


def written_by_hand(catalog: Catalog) -> bytes:
    """The form with everything above."""
    book = load_workbook(io.BytesIO(template(catalog, PROGRAMME)))
    for each in (*HEAD, *READ, *REFUSED):
        title, place = at(PROGRAMME, each.key, each.row)
        cell = book[title][place]
        cell.value = each.held
        if each.shown_as is not None:
            cell.number_format = each.shown_as
        elif isinstance(each.held, float | int) and cell.number_format == "@":
            cell.number_format = "General"  # as a pasted number brings it along
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(written_by_hand(load_catalog()))
