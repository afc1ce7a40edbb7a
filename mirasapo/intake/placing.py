"""Where a filing belongs: new, the next version of a known one, a repetition, or a conflict."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from sqlalchemy import ARRAY, Text, bindparam, select, text

from mirasapo.business.identify import Identity
from mirasapo.catalog import load_policy
from mirasapo.errors import Conflict
from mirasapo.store.tables import attachment, business
from mirasapo.store.tables import filing as filing_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection

    from mirasapo.intake.payload import Filing

# Two deliveries of one filing at the same moment go one after the other, also when it is new.
_LOCK_NUMBERS = text(
    """
    SELECT pg_advisory_xact_lock(hashtextextended(name, 0))
      FROM (SELECT name FROM unnest(:names) AS asked(name) ORDER BY name) AS sorted
    """
).bindparams(bindparam("names", type_=ARRAY(Text)))

_NUMBERS = text(
    "SELECT * FROM unnest(:sources, :numbers) AS named(source, filing_number)"
).bindparams(bindparam("sources", type_=ARRAY(Text)), bindparam("numbers", type_=ARRAY(Text)))


@dataclass(frozen=True, slots=True)
class Arrival:
    """A valid filing and who sent it.

    `place`: the hash of the batch in whose object it lies, and where it begins; None where its bytes
    are an object of their own.
    """

    client_id: str
    filing: Filing
    place: tuple[str, int] | None = None

    @property
    def number(self) -> tuple[str, str]:
        """What tells filings apart: the sender and the sender's own number."""
        return self.client_id, self.filing.filing_number


@dataclass(frozen=True, slots=True)
class Place:
    """The id of the filing that an arrival is a version of; `repeated`: it is there already."""

    filing_id: UUID
    repeated: bool


_Files = frozenset[tuple[str, str]]


@dataclass(slots=True)
class _Known:
    """What is already there under one filing number: payloads and files by version."""

    filing_id: UUID
    identities: frozenset[Identity]
    programme: str
    payloads: dict[int, str]
    files: dict[int, _Files]
    fiscal_year: int  # of the version that applies (procedure new), or of the first one known


def place_all(conn: Connection, arrivals: Sequence[Arrival]) -> list[Place | Conflict]:
    """Place each arrival, in this order; nothing is written.

    Versions of a filing count 1, 2, …; the same version with the same payload and files is a
    repetition, with any other content a conflict. Locks the filing numbers until the transaction
    ends.
    """
    lock_numbers(conn, [each.number for each in arrivals])
    known = _known(conn, arrivals)
    places: list[Place | Conflict] = []
    for each in arrivals:
        entry = known.get(each.number)
        if entry is None:
            identities = frozenset({each.filing.identity})
            year = each.filing.fiscal_year
            entry = _Known(uuid4(), identities, each.filing.programme, {}, {}, year)
        place = _place(conn, each.filing, entry)
        if isinstance(place, Place):
            known[each.number] = entry
        places.append(place)
    return places


def lock_numbers(conn: Connection, numbers: Iterable[tuple[str, str]]) -> None:
    """Keep others from adding a version under these (sender, filing number) until the end."""
    names = sorted({"\n".join(number) for number in numbers})
    conn.execute(_LOCK_NUMBERS, {"names": names})


def _known(conn: Connection, arrivals: Sequence[Arrival]) -> dict[tuple[str, str], _Known]:
    columns = filing_table.c
    numbers = sorted({each.number for each in arrivals})
    asked = _NUMBERS.columns(source=Text, filing_number=Text).subquery("asked")
    same = (columns.source == asked.c.source) & (columns.filing_number == asked.c.filing_number)
    found = conn.execute(
        select(filing_table, business.c.corporate_number, business.c.sole_proprietor_key)
        .join(business, business.c.business_id == columns.business_id)
        .join(asked, same)
        .order_by(columns.procedure != "new", columns.version_no),
        {"sources": [each[0] for each in numbers], "numbers": [each[1] for each in numbers]},
    )
    known: dict[tuple[str, str], _Known] = {}
    for row in found:
        names = [(row.corporate_number, None), (None, row.sole_proprietor_key)]
        entry = known.setdefault(
            (row.source, row.filing_number),
            _Known(
                row.filing_id,
                frozenset(Identity(*name) for name in names if any(name)),
                row.programme,
                {},
                {},
                row.fiscal_year,
            ),
        )
        entry.payloads[row.version_no] = row.payload_sha256
    return known


def _place(conn: Connection, filing: Filing, entry: _Known) -> Place | Conflict:
    newest = max(entry.payloads, default=0)
    if filing.identity not in entry.identities or filing.programme != entry.programme:
        return _conflict(
            "同じ申請番号の申請が、別の事業者か別の制度にあります。",
            "申請番号を確かめてください。",
        )
    if filing.version in entry.payloads:
        same = entry.payloads[filing.version] == filing.payload_sha256
        if same and _files(conn, entry, filing.version) == _named(filing):
            return Place(entry.filing_id, repeated=True)
        return _conflict(
            "同じ版が、違う本文か違う添付ですでに受け取られています。",
            "同じ送信とみなすのは、本文も添付も一字一句同じときだけです。"
            f"内容を変えるときは、版を {newest + 1} にして送ってください。",
        )
    if filing.version != newest + 1:
        return _conflict(
            "版は1から順に送る必要があります。",
            f"この申請の次の版は {newest + 1} です。",
        )
    if _gains_a_basis(filing, entry):
        return _conflict(
            "二次利用の根拠のない年度の申請が、訂正で根拠のある年度の申請になります。",
            "filed_on と fiscal_year は、初めに申請した日とその年度のままにします。"
            "計画の変更の申請なら procedure を change にします。"
            "初めの版の日付が誤りだったときは、取り下げてから新しい申請番号で送ります。",
        )
    entry.payloads[filing.version] = filing.payload_sha256
    entry.files[filing.version] = _named(filing)
    return Place(entry.filing_id, repeated=False)


def _gains_a_basis(filing: Filing, entry: _Known) -> bool:
    """Whether a correction would put a filing under later terms than those it was made under.

    A change of the plan is a filing of its own day; a withdrawal stops at nothing.
    """
    if filing.procedure != "new" or filing.status == "withdrawn":
        return False
    of_year = load_policy().terms_of
    before, after = of_year(entry.fiscal_year), of_year(filing.fiscal_year)
    return after.secondary_use and not before.secondary_use


def _files(conn: Connection, entry: _Known, version: int) -> _Files:
    if version not in entry.files:
        columns = attachment.c
        kept = conn.execute(
            select(columns.name, columns.sha256).where(
                columns.filing_id == entry.filing_id, columns.version_no == version
            )
        )
        entry.files[version] = frozenset((row.name, row.sha256) for row in kept)
    return entry.files[version]


def _named(filing: Filing) -> _Files:
    return frozenset((file.name, file.sha256) for file in filing.files)


def _conflict(why: str, next_step: str) -> Conflict:
    return Conflict("この申請は受け取れません。", why, next_step)
